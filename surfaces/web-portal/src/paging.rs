//! Long lists in pages: `?trang=2`.

use crate::words::PortalWords;
use askama::Template;
use web_kit::{Html, href, render};
use web_scene::{Fields, Scene};

/// Rows of a page of a list.
pub const PAGE_ROWS: usize = 20;

/// One page of a list.
pub struct Paging {
    page: usize,
    pages: usize,
}

#[derive(Template)]
#[template(path = "paging.html")]
struct Nav {
    w: PortalWords,
    before: Option<String>,
    after: Option<String>,
    place: String,
}

impl Paging {
    /// The page the query asks for; none when the list has no such page.
    pub fn read(scene: &Scene, total: usize) -> Option<Paging> {
        let query = scene.path.split_once('?').map_or("", |(_, query)| query);
        let fields = Fields::read(query.as_bytes());
        let page = match fields.get("trang") {
            "" => 1,
            typed => typed.parse().ok()?,
        };
        let pages = total.div_ceil(PAGE_ROWS).max(1);
        (1..=pages).contains(&page).then_some(Paging { page, pages })
    }

    /// The rows of this page.
    pub fn rows<T>(&self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter().skip((self.page - 1) * PAGE_ROWS).take(PAGE_ROWS)
    }

    /// The way to the other pages; nothing when there is one.
    pub fn nav(&self, scene: &Scene, path: &str) -> Html {
        if self.pages == 1 {
            return Html::default();
        }
        let w = PortalWords(scene.lang);
        let link = |page: usize| href(scene.lang, &format!("{path}?trang={page}"));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        render(&Nav {
            w,
            before: (self.page > 1).then(|| link(self.page - 1)),
            after: (self.page < self.pages).then(|| link(self.page + 1)),
            place: w.page_of(count(self.page), count(self.pages)),
        })
    }
}
