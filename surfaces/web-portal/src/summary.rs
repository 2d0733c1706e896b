//! Articles in short, as lists show them, and their addresses.

use base::vietnamese::byline_date;
use portal::Article;
use web_scene::{Scene, Shown};

/// Characters of an article's beginning shown in a list.
const LEAD_CHARS_MAX: usize = 260;

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

/// The last part of an article's address: its slug, or slug and number where an older article of the year has the slug.
pub fn slug(scene: &Scene, number: u32, article: &Article) -> String {
    let own = scene.shown(article.slug).words();
    let older = scene.world().portal.articles.iter().any(|(other, that)| {
        *other < number && that.date.year() == article.date.year() && scene.shown(that.slug).words() == own
    });
    match (own.is_empty(), older) {
        (true, _) => number.to_string(),
        (false, true) => format!("{own}-{number}"),
        (false, false) => own.to_owned(),
    }
}

/// The address of an article, without `/en`.
pub fn path(scene: &Scene, number: u32, article: &Article) -> String {
    format!("/tin/{}/{}", article.date.year(), slug(scene, number, article))
}

impl Summary {
    /// An article in short.
    pub fn of(scene: &Scene, number: u32, article: &Article) -> Summary {
        let w = crate::words::PortalWords(scene.lang);
        let title = match scene.shown(article.title) {
            Shown::Words(title) => title.to_owned(),
            _ => w.untitled().to_owned(),
        };
        let byline = [article.author, article.department];
        let byline: Vec<&str> = byline.into_iter().flatten().map(|at| scene.shown(at).words()).collect();
        Summary {
            href: web_kit::href(scene.lang, &path(scene, number, article)),
            title,
            date: byline_date(article.date, scene.lang),
            datetime: article.date.to_string(),
            lead: beginning(scene.shown(article.body).words()),
            byline: byline.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        }
    }
}

/// The first paragraph, cut at a word's end when it is long.
fn beginning(body: &str) -> String {
    let first = body.split("\n\n").next().unwrap_or_default();
    if first.chars().count() <= LEAD_CHARS_MAX {
        return first.to_owned();
    }
    let cut: String = first.chars().take(LEAD_CHARS_MAX).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{}…", whole.trim_end_matches([',', ';', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_with_a_word() {
        assert_eq!(beginning("Ngắn.\n\nĐoạn hai."), "Ngắn.");
        let long = "Ý kiến ".repeat(100);
        let cut = beginning(&long);
        assert!(cut.ends_with("kiến…") || cut.ends_with("Ý…"), "{cut}");
        assert!(cut.chars().count() <= LEAD_CHARS_MAX + 1);
    }
}
