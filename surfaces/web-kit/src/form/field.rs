//! One field of a form.

use crate::{Errors, Html, Icon, KitWords, Lang, icon, render};
use askama::Template;
use std::borrow::Cow;

/// A field: label, hint, error, then the control with the words kept.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// The id of the control (of the first radio): `f-` and the name.
    pub id: Cow<'a, str>,
    /// The name it is sent under.
    pub name: Cow<'a, str>,
    /// The label, always visible.
    pub label: Cow<'a, str>,
    /// What helps before typing.
    pub hint: Option<Cow<'a, str>>,
    /// What was typed or chosen.
    pub value: Cow<'a, str>,
    /// What to do about a wrong value.
    pub error: Option<Cow<'a, str>>,
    /// False adds "(không bắt buộc)" to the label.
    pub required: bool,
    /// The control.
    pub kind: Kind<'a>,
}

/// The control of a field.
#[derive(Clone, Debug)]
pub enum Kind<'a> {
    /// One line.
    Text(TextKind),
    /// Several lines.
    Area {
        /// True for a person's own words: serif, larger.
        voice: bool,
        /// The most characters, counted as `base::text` counts; shown in the hint, counted down by script.
        chars_max: Option<u32>,
    },
    /// One of a few, each with its explanation.
    Radios(Vec<Choice<'a>>),
    /// Yes or no; checked when the value is `1`.
    Check,
    /// One of many.
    Select(Vec<Choice<'a>>),
    /// A day typed as dd/mm/yyyy.
    Date,
}

/// What a line of text holds: decides the keyboard and what the browser may fill in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Any words.
    #[default]
    Plain,
    /// A full name.
    Name,
    /// A code such as a receipt's: monospace, capitals, no spell check.
    Code,
    /// A whole number.
    Number,
    /// A telephone number.
    Phone,
    /// A mail address.
    Email,
    /// A password; its value is never sent back.
    Password,
}

/// One choice of a radio group or a select.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// The value that is sent.
    pub value: Cow<'a, str>,
    /// What it is called.
    pub label: Cow<'a, str>,
    /// One line about it (radios only); may be empty.
    pub about: Cow<'a, str>,
}

impl<'a> Choice<'a> {
    /// A choice with its explanation.
    pub fn new(
        value: impl Into<Cow<'a, str>>,
        label: impl Into<Cow<'a, str>>,
        about: impl Into<Cow<'a, str>>,
    ) -> Choice<'a> {
        Choice {
            value: value.into(),
            label: label.into(),
            about: about.into(),
        }
    }
}

impl<'a> Field<'a> {
    /// A required field of any kind.
    pub fn new(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>, kind: Kind<'a>) -> Field<'a> {
        let name = name.into();
        Field {
            id: format!("f-{name}").into(),
            name,
            label: label.into(),
            hint: None,
            value: Cow::Borrowed(""),
            error: None,
            required: true,
            kind,
        }
    }

    /// One line of text.
    pub fn text(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Field<'a> {
        Field::new(name, label, Kind::Text(TextKind::Plain))
    }

    /// A person's own words, with the most characters it may have.
    pub fn voice(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>, chars_max: u32) -> Field<'a> {
        Field::new(
            name,
            label,
            Kind::Area {
                voice: true,
                chars_max: Some(chars_max),
            },
        )
    }

    /// One of a few.
    pub fn radios(
        name: impl Into<Cow<'a, str>>,
        label: impl Into<Cow<'a, str>>,
        choices: Vec<Choice<'a>>,
    ) -> Field<'a> {
        Field::new(name, label, Kind::Radios(choices))
    }

    /// A day.
    pub fn date(name: impl Into<Cow<'a, str>>, label: impl Into<Cow<'a, str>>) -> Field<'a> {
        Field::new(name, label, Kind::Date)
    }

    /// Sets the hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Cow<'a, str>>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Keeps what was typed.
    #[must_use]
    pub fn value(mut self, value: impl Into<Cow<'a, str>>) -> Self {
        self.value = value.into();
        self
    }

    /// Takes this field's error, if there is one.
    #[must_use]
    pub fn errors(mut self, errors: &Errors) -> Self {
        self.error = errors.of(&self.name).map(|m| m.to_owned().into());
        self
    }

    /// Marks the field as one that may be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The field's markup.
    pub fn html(&self, lang: Lang) -> Html {
        let w = KitWords(lang);
        let mut hint = self.hint.as_deref().unwrap_or_default().to_owned();
        let more = match self.kind {
            Kind::Area {
                chars_max: Some(max), ..
            } => w.characters_max(max),
            Kind::Date if hint.is_empty() => w.date_hint().to_owned(),
            _ => String::new(),
        };
        if !hint.is_empty() && !more.is_empty() {
            hint.push(' ');
        }
        hint.push_str(&more);
        let described = self.described_by(!hint.is_empty());
        let choices = self.choices();
        render(&FieldTemplate {
            f: self,
            w,
            hint,
            described,
            choices,
            alert: icon(Icon::Alert),
        })
    }

    fn described_by(&self, has_hint: bool) -> String {
        let mut ids = Vec::new();
        if has_hint {
            ids.push(format!("{}-h", self.id));
        }
        if self.error.is_some() {
            ids.push(format!("{}-e", self.id));
        }
        if matches!(self.kind, Kind::Area { chars_max: Some(_), .. }) {
            ids.push(format!("{}-c", self.id));
        }
        ids.join(" ")
    }

    fn choices(&self) -> Vec<Shown<'_>> {
        let (Kind::Radios(choices) | Kind::Select(choices)) = &self.kind else {
            return Vec::new();
        };
        choices
            .iter()
            .enumerate()
            .map(|(i, choice)| Shown {
                // the summary leads to the first one
                id: if i == 0 {
                    self.id.to_string()
                } else {
                    format!("{}-{}", self.id, i + 1)
                },
                choice,
                chosen: choice.value == self.value,
            })
            .collect()
    }
}

struct Shown<'a> {
    id: String,
    choice: &'a Choice<'a>,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "form/field.html")]
struct FieldTemplate<'a> {
    f: &'a Field<'a>,
    w: KitWords,
    hint: String,
    described: String,
    choices: Vec<Shown<'a>>,
    alert: Html,
}

impl FieldTemplate<'_> {
    fn is_group(&self) -> bool {
        matches!(self.f.kind, Kind::Radios(_))
    }

    fn is_check(&self) -> bool {
        matches!(self.f.kind, Kind::Check)
    }
}
