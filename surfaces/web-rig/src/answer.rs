//! What came back.

use crate::Form;
use crate::markup::{plain, tags, unescaped};
use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use http::{HeaderMap, StatusCode};
use web_kit::form::KEY_FIELD;

/// Most characters of a page in a sentence about it.
const SAID_CHARS_MAX: usize = 4_000;

/// What came back, and what was asked for it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The request, as sentences name it: method, address, names of fields.
    pub asked: String,
    /// The address without its query, with its language.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// The body, which must be a page.
    #[track_caller]
    pub fn html(&self) -> &str {
        let kind = self.header(CONTENT_TYPE.as_str());
        assert!(
            kind.starts_with("text/html"),
            "{} was answered with {} and {kind:?}, which is no page",
            self.asked,
            self.status
        );
        self.text()
    }

    /// The body as text.
    #[track_caller]
    pub fn text(&self) -> &str {
        match std::str::from_utf8(&self.body) {
            Ok(text) => text,
            Err(why) => panic!("{} was answered with what is no text: {why}", self.asked),
        }
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(why) => panic!(
                "{} was answered with what is no JSON ({why}): {}",
                self.asked,
                self.said()
            ),
        }
    }

    /// A header; empty when there is none.
    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let Some(value) = self.headers.get(name) else {
            return "";
        };
        match value.to_str() {
            Ok(value) => value,
            Err(_) => panic!("{}: the header {name} is no text: {value:?}", self.asked),
        }
    }

    /// Where it leads; empty when it leads nowhere.
    #[track_caller]
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// The value of the first cookie of this name that it sets.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let lines = self.headers.get_all(SET_COOKIE).iter();
        lines
            .filter_map(|line| line.to_str().ok()?.split(';').next()?.split_once('='))
            .find(|(set, _)| *set == name)
            .map(|(_, value)| value)
    }

    /// The cookies it sets, each as its line.
    #[track_caller]
    pub fn cookies(&self) -> Vec<&str> {
        let lines = self.headers.get_all(SET_COOKIE).iter();
        let text = |line: &'_ http::HeaderValue| panic!("{}: a cookie is no text: {line:?}", self.asked);
        lines.map(|line| line.to_str().unwrap_or_else(|_| text(line))).collect()
    }

    /// It has this status.
    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(
            self.status.as_u16(),
            status,
            "{} was answered with {}, not {status}, and says: {}",
            self.asked,
            self.status,
            self.said()
        );
        self
    }

    /// Whether this stands in the body, letter by letter.
    #[track_caller]
    pub fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// This stands in the body, letter by letter.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Answer {
        assert!(self.has(words), "{}: {words:?} is not in\n{}", self.asked, self.text());
        self
    }

    /// This stands nowhere in the body.
    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Answer {
        assert!(!self.has(words), "{}: {words:?} is in\n{}", self.asked, self.text());
        self
    }

    /// These words stand on the page, however they are escaped.
    #[track_caller]
    pub fn shows(&self, words: &str) -> &Answer {
        let page = unescaped(self.text());
        assert!(page.contains(words), "{}: {words:?} is not in\n{page}", self.asked);
        self
    }

    /// The forms of the page.
    #[track_caller]
    pub fn forms(&self) -> Vec<Form> {
        Form::all(self.html())
    }

    /// The form of the page that has this field. One that is sent by POST goes before one that asks for a page.
    #[track_caller]
    pub fn form_with(&self, field: &str) -> Form {
        self.one_form(&format!("has a field {field}"), |form| form.has(field))
    }

    /// The form of the page that is sent to this address. One that is sent by POST goes before one that asks for a page.
    #[track_caller]
    pub fn form_to(&self, action: &str) -> Form {
        self.one_form(&format!("is sent to {action}"), |form| form.action == action)
    }

    #[track_caller]
    fn one_form(&self, what: &str, fits: impl Fn(&Form) -> bool) -> Form {
        let all = self.forms();
        let (posts, asks): (Vec<&Form>, Vec<&Form>) = all.iter().filter(|form| fits(form)).partition(|form| form.posts);
        match (posts.as_slice(), asks.as_slice()) {
            ([form], _) | ([], [form]) => (*form).clone(),
            ([], []) => panic!("{}: no form {what}; {}", self.asked, Form::listed(&all)),
            _ => panic!("{}: more than one form {what}; {}", self.asked, Form::listed(&all)),
        }
    }

    /// What a field holds in the form that [has it](Answer::form_with).
    #[track_caller]
    pub fn field(&self, name: &str) -> String {
        self.form_with(name).value(name).unwrap_or_default()
    }

    /// The key hidden in the first form that has one.
    #[track_caller]
    pub fn key(&self) -> String {
        let forms = self.forms();
        match forms.iter().find_map(|form| form.value(KEY_FIELD)) {
            Some(key) => key,
            None => panic!("{}: no form has a key; {}", self.asked, Form::listed(&forms)),
        }
    }

    /// What it says to a reader, for sentences.
    fn said(&self) -> String {
        let Ok(text) = std::str::from_utf8(&self.body) else {
            return format!("{} bytes", self.body.len());
        };
        let main = tags(text).into_iter().find(|tag| tag.name == "main" && !tag.ends);
        let said = match main {
            Some(main) => plain(&text[main.to..]),
            None => text.to_owned(),
        };
        said.chars().take(SAID_CHARS_MAX).collect()
    }
}
