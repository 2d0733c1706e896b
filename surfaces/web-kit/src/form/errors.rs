//! What is wrong with a form, and the summary that stands first on the page.

use crate::{Html, KitWords, Lang, render};
use askama::Template;

/// One field's error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name of the field.
    pub name: String,
    /// What to do, one sentence: "Viết ý kiến, ít nhất 10 chữ cái".
    pub message: String,
}

/// The errors of one form, in the order of its fields. The same sentence stands in the summary and at the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(Vec<FieldError>);

#[derive(Template)]
#[template(path = "form/summary.html")]
struct Summary<'a> {
    title: String,
    errors: &'a [FieldError],
}

impl Errors {
    /// No error.
    pub fn new() -> Errors {
        Errors::default()
    }

    /// Adds an error to a field. A field has one error at a time: the first stays.
    pub fn add(&mut self, name: impl Into<String>, message: impl Into<String>) {
        let name = name.into();
        if self.of(&name).is_none() {
            self.0.push(FieldError {
                name,
                message: message.into(),
            });
        }
    }

    /// The error of a field.
    pub fn of(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|e| e.name == name).map(|e| e.message.as_str())
    }

    /// True when nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many fields need mending.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The errors, in order.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// The summary: an alert that takes the focus by script and leads to each field by its id. Empty when nothing is wrong.
    pub fn summary(&self, lang: Lang) -> Html {
        if self.is_empty() {
            return Html::default();
        }
        render(&Summary {
            title: KitWords(lang).errors_title(self.len()),
            errors: &self.0,
        })
    }
}
