//! Forms: fields with label, hint, error and kept words; the error summary; the whole form with its idempotency key.
//!
//! The order is title, hint, error, field. Required is the default. A person's words stand in the serif `voice` with `dir="auto"`.
//! Nothing is cut by `maxlength`: what is too long comes back whole, with a message.

mod errors;
mod field;

pub use errors::{Errors, FieldError};
pub use field::{Choice, Field, Kind, TextKind};

use crate::{Html, Lang, href, render};
use askama::Template;
use std::borrow::Cow;

/// The name of the hidden field with the idempotency key.
pub const KEY_FIELD: &str = "khoa";

/// A form sent by POST. Pages that carry one are never kept by any cache.
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// Where it is sent, without `/en`.
    pub action: Cow<'a, str>,
    /// The idempotency key: the same key with the same words is recorded once. None for forms that record nothing.
    pub key: Option<Cow<'a, str>>,
    /// The fields, in order.
    pub fields: Vec<Field<'a>>,
    /// What the button says.
    pub submit: Cow<'a, str>,
    /// What stands under the button, already markup.
    pub after: Html,
}

#[derive(Template)]
#[template(path = "form/form.html")]
struct FormTemplate<'a> {
    action: String,
    key: Html,
    fields: Vec<Html>,
    form: &'a Form<'a>,
}

impl<'a> Form<'a> {
    /// A form with no field yet.
    pub fn new(lang: Lang, action: impl Into<Cow<'a, str>>, submit: impl Into<Cow<'a, str>>) -> Self {
        Form {
            lang,
            action: action.into(),
            key: None,
            fields: Vec::new(),
            submit: submit.into(),
            after: Html::default(),
        }
    }

    /// Sets the idempotency key.
    #[must_use]
    pub fn key(mut self, key: impl Into<Cow<'a, str>>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Adds a field.
    #[must_use]
    pub fn field(mut self, field: Field<'a>) -> Self {
        self.fields.push(field);
        self
    }

    /// Sets what stands under the button.
    #[must_use]
    pub fn after(mut self, after: Html) -> Self {
        self.after = after;
        self
    }

    /// The form's markup.
    pub fn html(&self) -> Html {
        render(&FormTemplate {
            action: href(self.lang, &self.action),
            key: self.key.as_deref().map(key_input).unwrap_or_default(),
            fields: self.fields.iter().map(|f| f.html(self.lang)).collect(),
            form: self,
        })
    }
}

/// The hidden field with an idempotency key, for forms a screen writes itself.
pub fn key_input(key: &str) -> Html {
    hidden(KEY_FIELD, key)
}

/// A hidden field.
pub fn hidden(name: &str, value: &str) -> Html {
    Html::trusted(format!(
        r#"<input type="hidden" name="{}" value="{}">"#,
        crate::escape(name),
        crate::escape(value)
    ))
}
