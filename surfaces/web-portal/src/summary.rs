//! Articles in short, as lists show them.

use crate::article::{address, body};
use crate::words::PortalWords;
use base::vietnamese::byline_date;
use portal::{PublicArticle, Revision};
use web_scene::{Scene, Shown};

/// An article as a list shows it.
pub struct Summary {
    /// Where it is, in the page's language.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The day it bears.
    pub date: String,
    /// The day, for machines.
    pub datetime: String,
    /// How it begins.
    pub lead: String,
    /// Author and department.
    pub byline: String,
}

/// The title of an article, or that it is gone.
pub fn title(scene: &Scene, article: &Revision) -> String {
    let w = PortalWords(scene.lang);
    match scene.shown(article.title) {
        Shown::Words(title) => title.to_owned(),
        Shown::Erased(_) => w.untitled().to_owned(),
        Shown::Hidden | Shown::Unreadable => w.unreadable().to_owned(),
    }
}

impl Summary {
    /// An article in short.
    pub fn of(scene: &Scene, one: PublicArticle<'_>) -> Summary {
        let article = one.revision;
        let byline = [article.author, article.department];
        let byline: Vec<&str> = byline.into_iter().flatten().map(|at| scene.shown(at).words()).collect();
        Summary {
            href: web_kit::href(scene.lang, &address::path(scene, one)),
            title: title(scene, article),
            date: byline_date(article.date, scene.lang),
            datetime: article.date.to_string(),
            lead: body::beginning(scene.shown(article.body).words()),
            byline: byline
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
        }
    }
}
