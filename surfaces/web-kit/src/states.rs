//! States of a page: nothing here yet, notices, and what stands in the way. State the fact, then the way out.

mod trouble;

pub use trouble::{Trouble, bare};

use crate::{Html, Icon, Lang, escape, href, icon, render};
use askama::Template;

/// The tone of a notice. Icon and words carry it; colour only helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// One thing worth knowing.
    Plain,
    /// Done.
    Ok,
    /// Waiting or missing.
    Warn,
    /// Late or wrong.
    Late,
}

impl Note {
    const fn class(self) -> &'static str {
        match self {
            Note::Plain => "note",
            Note::Ok => "note note-ok",
            Note::Warn => "note note-warn",
            Note::Late => "note note-late",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Note::Plain => Icon::Bowl,
            Note::Ok => Icon::Check,
            Note::Warn => Icon::Clock,
            Note::Late => Icon::Alert,
        }
    }
}

/// A notice with its usual icon. `words` is markup, so that a part may be bold or a link; use [`Html::text`] for plain text.
pub fn note(tone: Note, words: &Html) -> Html {
    note_with(tone, tone.icon(), words, false)
}

/// A notice with an icon of its own; `announced` makes it a status that screen readers say ("Đã nhận ý kiến").
pub fn note_with(tone: Note, shown: Icon, words: &Html, announced: bool) -> Html {
    let role = if announced { r#" role="status""# } else { "" };
    Html::trusted(format!(
        r#"<div class="{}"{role}>{}<span>{words}</span></div>"#,
        tone.class(),
        icon(shown)
    ))
}

/// The state of a piece of work, a small coloured label with its icon.
pub fn state(tone: Note, shown: Icon, words: &str) -> Html {
    let class = match tone {
        Note::Plain => "st st-do",
        Note::Ok => "st st-ok",
        Note::Warn => "st st-warn",
        Note::Late => "st st-late",
    };
    Html::trusted(format!(
        r#"<span class="{class}">{}{}</span>"#,
        icon(shown),
        escape(words)
    ))
}

/// A button that prints the page; served hidden and shown by script, for without script it can do nothing.
pub fn print_button(words: &str) -> Html {
    Html::trusted(format!(
        r#"<button class="btn btn-2" type="button" data-print hidden>{}{}</button>"#,
        icon(Icon::Print),
        escape(words)
    ))
}

#[derive(Template)]
#[template(path = "states/empty.html")]
struct Empty<'a> {
    title: &'a str,
    text: &'a str,
    action: Option<(String, &'a str)>,
}

/// The empty bowl: what will be here, and one thing to do (`(path without /en, words)`).
pub fn empty(lang: Lang, title: &str, text: &str, action: Option<(&str, &str)>) -> Html {
    render(&Empty {
        title,
        text,
        action: action.map(|(path, words)| (href(lang, path), words)),
    })
}
