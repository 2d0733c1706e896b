//! One form on a page: fresh, or come back with everything that was typed.

use crate::refusal::{FormWords, date_problem, refusal, text_problem};
use crate::{App, Fields, Key, Limiter, Place, Unsent};
use axum::response::{IntoResponse, Response};
use base::fact::Actor;
use base::text::TextRule;
use base::time::Date;
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};
use ledger::{Flow, Recorded};
use web_kit::form::KEY_FIELD;
use web_kit::reply::RETRY_AFTER_SECONDS;
use web_kit::{Errors, Frame, Html, Icon, Lang, Page, escape, icon};
use world::{Command, Refusal};

/// What came of sending a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// 200: to be filled in.
    Fresh,
    /// 422: something is to be mended.
    Wrong,
    /// 429: too much came from one place; seconds to wait.
    Slower(u64),
    /// 503: nothing was recorded, or it is not known.
    Busy,
}

/// What came of giving a command to the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on record.
    Recorded(Recorded),
    /// A rule says no: the screen says which at its place.
    Refused(Refusal),
    /// The form was sent before with other words. The sheet says so and has a fresh key.
    OtherBody,
    /// Nothing was recorded, or it is not known. The sheet says so and keeps its key.
    Busy,
}

/// A form, its words, its key and what is wrong with it. Several forms of one page share a sheet: their fields have
/// different names, and only one of them was sent.
pub struct Sheet {
    fields: Fields,
    /// What is wrong, field by field.
    pub errors: Errors,
    /// What is wrong with the whole: said at once, before the errors of fields. A screen may put its own words here.
    pub notice: String,
    key: Option<Key>,
    /// The line the sender waits in, once it is known from where the form came.
    flow: Option<Flow>,
    fate: Fate,
    lang: Lang,
}

impl Sheet {
    /// Forms nobody has sent yet.
    pub fn fresh(lang: Lang) -> Sheet {
        Sheet {
            fields: Fields::default(),
            errors: Errors::new(),
            notice: String::new(),
            key: None,
            flow: None,
            fate: Fate::Fresh,
            lang,
        }
    }

    /// A form nobody has sent yet, with what stands there now.
    pub fn filled<'a>(lang: Lang, now: impl IntoIterator<Item = (&'a str, &'a str)>) -> Sheet {
        Sheet {
            fields: Fields::of(now),
            ..Sheet::fresh(lang)
        }
    }

    /// A form as it came. Unless it is recorded or [asked again](Sheet::ask_again), it comes back as wrong.
    pub fn sent(app: &App, lang: Lang, fields: Fields) -> Sheet {
        let key = Some(Key::sent(app, fields.get(KEY_FIELD)));
        Sheet {
            fields,
            key,
            fate: Fate::Wrong,
            ..Sheet::fresh(lang)
        }
    }

    /// The form goes on to its next step, with nothing wrong.
    pub fn ask_again(&mut self) {
        self.fate = Fate::Fresh;
    }

    /// What was sent.
    pub fn fields(&self) -> &Fields {
        &self.fields
    }

    /// What was typed; `or` in a form that was not sent.
    pub fn value<'a>(&'a self, name: &str, or: &'a str) -> &'a str {
        if self.has(name) { self.fields.get(name) } else { or }
    }

    /// What was typed; empty when the field did not come.
    pub fn typed(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    /// The key of the form that was sent; a fresh one when none was.
    pub fn own_key(&self, app: &App) -> Key {
        self.key.clone().unwrap_or_else(|| Key::fresh(app))
    }

    /// The key of that form of the page which has this field.
    pub fn key(&self, app: &App, name: &str) -> String {
        let key = if self.has(name) {
            self.own_key(app)
        } else {
            Key::fresh(app)
        };
        key.as_str().to_owned()
    }

    /// The form that has this field was sent.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    /// A text by its rule; its problem is added to the errors. `what` names the field (a label will do).
    pub fn text(&mut self, name: &str, what: &str, rule: &TextRule) -> Option<String> {
        match rule.accept(self.fields.get(name)) {
            Ok(text) => Some(text),
            Err(problem) => {
                self.errors
                    .add(name, text_problem(problem, what, rule.min_chars, self.lang));
                None
            }
        }
    }

    /// A day; its problem is added to the errors. `what` names the field (a label will do).
    pub fn date(&mut self, name: &str, what: &str) -> Option<Date> {
        match Date::parse_vietnamese(self.fields.get(name)) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.errors.add(name, date_problem(problem, what, self.lang));
                None
            }
        }
    }

    /// Takes one write from the sender's bucket. When there is none, the sheet says how many seconds to wait, and so does
    /// the error.
    pub fn may_write(&mut self, app: &App, place: &Place) -> Result<(), u64> {
        self.take(&app.limiter, app, place)
    }

    /// The same for a vote, from a bucket that a whole hall may share.
    pub fn may_vote(&mut self, app: &App, place: &Place) -> Result<(), u64> {
        self.take(&app.vote_limiter, app, place)
    }

    /// The same for coming in by a link.
    pub fn may_enter(&mut self, app: &App, place: &Place) -> Result<(), u64> {
        self.take(&app.entry_limiter, app, place)
    }

    /// Takes one from a bucket of the place. Whoever is let in waits in the place's own line.
    fn take(&mut self, bucket: &Limiter, app: &App, place: &Place) -> Result<(), u64> {
        self.flow = Some(app.limiter.flow(place.0));
        let taken = bucket.take(place.0);
        if let Err(seconds) = taken {
            self.fate = Fate::Slower(seconds);
            self.notice = FormWords(self.lang).slower(seconds);
        }
        taken
    }

    /// Gives a command to the ledger. `parts` are the words that make it the same act when it is sent again.
    pub async fn send(&mut self, app: &App, actor: Actor, command: Command, parts: &[&str]) -> Sent {
        let key = self.own_key(app);
        let once = Some((&key, &Key::body(parts)[..]));
        let flow = self.flow.unwrap_or_else(|| Flow::of(actor));
        let answer = app.submit_in(flow, actor, command, once).await;
        self.key = Some(key);
        match answer {
            Ok(recorded) => Sent::Recorded(recorded),
            Err(Unsent::Refused(why)) => Sent::Refused(why),
            Err(Unsent::OtherBody) => {
                self.key = Some(Key::fresh(app));
                self.notice = FormWords(self.lang).other_body().to_owned();
                Sent::OtherBody
            }
            Err(Unsent::Busy) => {
                self.is_busy();
                Sent::Busy
            }
            Err(Unsent::NotRecorded) => {
                self.is_busy();
                self.notice = FormWords(self.lang).not_recorded().to_owned();
                Sent::Busy
            }
        }
    }

    /// The same for a form whose refusals all stand at one field.
    pub async fn submit(
        &mut self,
        app: &App,
        actor: Actor,
        command: Command,
        parts: &[&str],
        at: &str,
    ) -> Option<Recorded> {
        match self.send(app, actor, command, parts).await {
            Sent::Recorded(recorded) => Some(recorded),
            Sent::Refused(why) => {
                self.errors.add(at, refusal(&why, self.lang));
                None
            }
            Sent::OtherBody | Sent::Busy => None,
        }
    }

    /// Nothing was recorded, or it is not known.
    pub fn is_busy(&mut self) {
        self.fate = Fate::Busy;
        self.notice = FormWords(self.lang).busy().to_owned();
    }

    /// The notice and the error summary; empty on a fresh page.
    pub fn summary(&self) -> Html {
        let mut all = if self.notice.is_empty() {
            Html::default()
        } else {
            alert(&self.notice)
        };
        all.push(&self.errors.summary(self.lang));
        all
    }

    /// True when the page did not go through.
    pub fn has_errors(&self) -> bool {
        self.fate != Fate::Fresh
    }

    /// Marks the frame of a page with this form.
    pub fn mark(&self, frame: &mut Frame<'_>) {
        frame.has_errors = self.has_errors();
        frame.scripts = true;
    }

    /// The page with its status. Nobody keeps it.
    pub fn answer(&self, html: String) -> Response {
        let (status, wait) = match self.fate {
            Fate::Fresh => (StatusCode::OK, None),
            Fate::Wrong => (StatusCode::UNPROCESSABLE_ENTITY, None),
            Fate::Slower(seconds) => (StatusCode::TOO_MANY_REQUESTS, Some(seconds)),
            Fate::Busy => (StatusCode::SERVICE_UNAVAILABLE, Some(RETRY_AFTER_SECONDS)),
        };
        let mut response = Page::fresh(html).into_response();
        *response.status_mut() = status;
        if let Some(seconds) = wait {
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// A notice that a screen reader says at once.
pub fn alert(words: &str) -> Html {
    Html::trusted(format!(
        r#"<div class="note note-late gap-s" role="alert">{}<span>{}</span></div>"#,
        icon(Icon::Alert),
        escape(words)
    ))
}
