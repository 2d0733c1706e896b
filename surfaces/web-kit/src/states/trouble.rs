//! Pages for when a page can't be given: never a bare code, always a way out.

use crate::{Html, KitWords, Lang, href, render};
use askama::Template;
use http::StatusCode;

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble<'a> {
    /// No such page (404).
    NotFound,
    /// Removed on record (410), with the number of the removing entry if known.
    Gone(Option<&'a str>),
    /// For people with a role the reader has not (403).
    Forbidden,
    /// For people with another role than the signed-in reader has (403); with the address of the reader's own work.
    OtherRole(&'a str),
    /// A form sent from another site (403).
    Foreign,
    /// More bytes than are taken (413).
    TooLarge,
    /// A way of asking the page does not know (405).
    Method,
    /// No room or no answer at the moment (503).
    Busy {
        /// True when something was being sent: the words are still in the reader's form.
        writing: bool,
        /// A short code to quote when asking for help.
        code: Option<&'a str>,
    },
}

#[derive(Template)]
#[template(path = "states/trouble.html")]
struct Body<'a> {
    title: &'a str,
    text: String,
    ways: Vec<(String, &'a str)>,
}

#[derive(Template)]
#[template(path = "states/bare.html")]
struct Bare<'a> {
    w: KitWords,
    title: &'a str,
    home: String,
    body: Html,
}

impl Trouble<'_> {
    /// The status of the answer.
    pub const fn status(self) -> StatusCode {
        match self {
            Trouble::NotFound => StatusCode::NOT_FOUND,
            Trouble::Gone(_) => StatusCode::GONE,
            Trouble::Forbidden | Trouble::OtherRole(_) | Trouble::Foreign => StatusCode::FORBIDDEN,
            Trouble::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Trouble::Method => StatusCode::METHOD_NOT_ALLOWED,
            Trouble::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The title, also for the frame.
    pub const fn title(self, lang: Lang) -> &'static str {
        let w = KitWords(lang);
        match self {
            Trouble::NotFound => w.not_found_title(),
            Trouble::Gone(_) => w.gone_title(),
            Trouble::Forbidden | Trouble::OtherRole(_) => w.forbidden_title(),
            Trouble::Foreign => w.foreign_title(),
            Trouble::TooLarge => w.too_large_title(),
            Trouble::Method => w.method_title(),
            Trouble::Busy { .. } => w.busy_title(),
        }
    }

    fn text(self, lang: Lang) -> String {
        let w = KitWords(lang);
        match self {
            Trouble::NotFound => w.not_found_text().to_owned(),
            Trouble::Gone(None) => w.gone_text().to_owned(),
            Trouble::Gone(Some(entry)) => w.gone_text_by(entry),
            Trouble::Forbidden => w.sign_in_how().to_owned(),
            Trouble::OtherRole(_) => w.other_role_text().to_owned(),
            Trouble::Foreign => w.foreign_text().to_owned(),
            Trouble::TooLarge => w.too_large_text().to_owned(),
            Trouble::Method => w.method_text().to_owned(),
            Trouble::Busy { writing, code } => {
                let text = if writing { w.busy_write() } else { w.busy_read() };
                match code {
                    Some(code) => format!("{text} {}", w.busy_code(code)),
                    None => text.to_owned(),
                }
            }
        }
    }

    /// The body, for a page in its frame.
    pub fn html(self, lang: Lang) -> Html {
        let w = KitWords(lang);
        let home = (href(lang, "/"), w.home_go());
        let ways = match self {
            Trouble::NotFound => vec![
                (href(lang, "/tin/"), w.news_go()),
                (href(lang, "/dien-dan/"), w.forums_go()),
                (href(lang, "/kiem-chung"), w.verify_go()),
            ],
            Trouble::Gone(_) => vec![(href(lang, "/kiem-chung"), w.verify_go()), home],
            Trouble::OtherRole(work) => vec![
                (href(lang, work), w.my_work_go()),
                (href(lang, "/ai-duoc-lam-gi"), w.rights_go()),
            ],
            _ => vec![home],
        };
        render(&Body {
            title: self.title(lang),
            text: self.text(lang),
            ways,
        })
    }
}

/// A whole page without office, date or navigation, for answers given before anything about the office is known.
pub fn bare(lang: Lang, trouble: Trouble<'_>) -> String {
    render(&Bare {
        w: KitWords(lang),
        title: trouble.title(lang),
        home: href(lang, "/"),
        body: trouble.html(lang),
    })
    .into_string()
}
