//! The form that narrows a list by what its address asks for.

use askama::Template;
use web_kit::form::Choice;
use web_kit::{Html, KitWords, Lang, href, render};

/// A list that can be narrowed.
#[derive(Template)]
#[template(path = "narrow.html")]
struct Narrow<'a, 'b> {
    action: String,
    name: &'a str,
    label: &'a str,
    any: &'static str,
    choices: Vec<(Choice<'b>, bool)>,
    button: &'a str,
}

/// What is asked for, and how the form says it.
pub(crate) struct Narrowed<'a> {
    /// Where the list is, without `/en`.
    pub(crate) path: &'a str,
    /// The name in the address.
    pub(crate) name: &'a str,
    /// The label of the choice.
    pub(crate) label: &'a str,
    /// What is chosen now; empty when nothing is.
    pub(crate) chosen: &'a str,
    /// What the button says.
    pub(crate) button: &'a str,
}

impl Narrowed<'_> {
    /// The form over these choices.
    pub(crate) fn html<'b>(&self, choices: impl Iterator<Item = Choice<'b>>, lang: Lang) -> Html {
        let choices = choices.map(|choice| {
            let is_chosen = choice.value == self.chosen;
            (choice, is_chosen)
        });
        render(&Narrow {
            action: href(lang, self.path),
            name: self.name,
            label: self.label,
            any: KitWords(lang).choose(),
            choices: choices.collect(),
            button: self.button,
        })
    }
}
