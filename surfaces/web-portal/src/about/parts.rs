//! A page that explains something in parts: a title, sentences or steps, facts, and where to go.

use askama::Template;
use web_kit::states::print_button;
use web_kit::{Crumb, Html, Lang, href, render};
use web_scene::Scene;

/// One part.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// Its lines are steps, one after the other.
    pub(super) is_ordered: bool,
    pub(super) lines: Vec<String>,
    pub(super) facts: Vec<(String, String)>,
    /// Links in the page's language.
    pub(super) links: Vec<(String, &'static str)>,
}

impl Part {
    /// Sentences.
    pub(super) fn new<T: Into<String>>(
        id: &'static str,
        title: &'static str,
        lines: impl IntoIterator<Item = T>,
    ) -> Part {
        Part {
            id,
            title,
            is_ordered: false,
            lines: lines.into_iter().map(Into::into).collect(),
            facts: Vec::new(),
            links: Vec::new(),
        }
    }

    /// The lines are steps.
    pub(super) fn ordered(self) -> Part {
        Part {
            is_ordered: true,
            ..self
        }
    }

    /// Adds a link; `path` is without `/en`.
    pub(super) fn link(mut self, lang: Lang, path: &str, words: &'static str) -> Part {
        self.links.push((href(lang, path), words));
        self
    }

    /// Adds facts, each with its name.
    pub(super) fn facts(self, facts: Vec<(String, String)>) -> Part {
        Part { facts, ..self }
    }
}

#[derive(Template)]
#[template(path = "about/parts.html")]
struct Body<'a> {
    title: &'a str,
    lead: &'a str,
    print: Html,
    parts: Vec<Part>,
}

/// The whole page.
pub(super) fn page(scene: &Scene, title: &'static str, lead: &str, print: &str, parts: Vec<Part>) -> String {
    let body = render(&Body {
        title,
        lead,
        print: print_button(print),
        parts,
    });
    let mut frame = scene.frame(title, None, vec![Crumb::here(title)]);
    frame.scripts = true;
    frame.page(body)
}
