//! One form on a page: fresh, or come back with everything that was typed.

use crate::refusal::{self, FormWords};
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, PersonId};
use base::text::TextRule;
use ledger::Recorded;
use web_kit::states::{Note, Trouble, note};
use web_kit::{Errors, Html, Lang, Page};
use web_scene::{App, Fields, Key, Unsent};
use world::Command;

/// What came of sending a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Fresh,
    Wrong,
    Busy,
}

/// A form, its words, its key and what is wrong with it. Several forms of one page share a sheet: their fields have
/// different names, and only one of them was sent.
pub(crate) struct Sheet {
    fields: Fields,
    /// What is wrong.
    pub errors: Errors,
    key: Option<Key>,
    fate: Fate,
    lang: Lang,
}

impl Sheet {
    /// Forms nobody has sent yet.
    pub fn fresh(lang: Lang) -> Sheet {
        Sheet {
            fields: Fields::default(),
            errors: Errors::new(),
            key: None,
            fate: Fate::Fresh,
            lang,
        }
    }

    /// A form as it came.
    pub fn sent(app: &App, lang: Lang, fields: Fields) -> Sheet {
        let key = Some(Key::sent(app, fields.get(web_kit::form::KEY_FIELD)));
        Sheet {
            fields,
            errors: Errors::new(),
            key,
            fate: Fate::Wrong,
            lang,
        }
    }

    /// What was typed; `or` in a form that was not sent.
    pub fn value<'a>(&'a self, name: &str, or: &'a str) -> &'a str {
        if self.has(name) { self.fields.get(name) } else { or }
    }

    /// What was typed; empty when the field did not come.
    pub fn typed(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    /// The key of the form that has this field.
    pub fn key(&self, app: &App, name: &str) -> String {
        let own = self.key.as_ref().filter(|_| self.has(name));
        own.map_or_else(|| Key::fresh(app).as_str().to_owned(), |key| key.as_str().to_owned())
    }

    fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// A text by its rule; its problem is added to the errors.
    pub fn text(&mut self, name: &str, label: &str, rule: &TextRule) -> Option<String> {
        match rule.accept(self.fields.get(name)) {
            Ok(text) => Some(text),
            Err(problem) => {
                self.errors.add(name, refusal::text_problem(label, problem, self.lang));
                None
            }
        }
    }

    /// Gives the command to the ledger. When it is not recorded, the sheet says why at the field `at`.
    pub async fn submit(
        &mut self,
        app: &App,
        person: PersonId,
        command: Command,
        parts: &[&str],
        at: &str,
    ) -> Option<Recorded> {
        let key = self.key.get_or_insert_with(|| Key::fresh(app));
        let body = canonical(parts);
        match app.submit(Actor::Person(person), command, Some((key, &body))).await {
            Ok(recorded) => return Some(recorded),
            Err(Unsent::Refused(why)) => self.errors.add(at, refusal::in_words(&why, self.lang)),
            Err(Unsent::OtherBody) => {
                self.key = Some(Key::fresh(app));
                self.errors.add(at, FormWords(self.lang).other_body());
            }
            Err(Unsent::Busy) => self.fate = Fate::Busy,
        }
        None
    }

    /// The store did not take a file: as busy.
    pub fn is_busy(&mut self) {
        self.fate = Fate::Busy;
    }

    /// The error summary, or the notice of a busy server; empty on a fresh page.
    pub fn summary(&self) -> Html {
        if self.fate == Fate::Busy {
            return note(Note::Late, &Html::text(FormWords(self.lang).busy()));
        }
        self.errors.summary(self.lang)
    }

    /// True when the page shows errors.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The page with its status.
    pub fn answer(&self, html: String) -> Response {
        match self.fate {
            Fate::Fresh => Page::fresh(html),
            Fate::Wrong => Page::unprocessable(html),
            Fate::Busy => Page::trouble(
                Trouble::Busy {
                    writing: true,
                    code: None,
                },
                html,
            ),
        }
        .into_response()
    }
}

/// The bytes that make an act: every part with its length, so that no two acts share them.
fn canonical(parts: &[&str]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in parts {
        bytes.extend((part.len() as u64).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    bytes
}
