//! Long lists in pages: `?trang=2`.

use askama::Template;
use web_kit::{Html, Lang, href, render, words};
use web_scene::{Fields, Scene};

/// Rows of a page of a list.
pub(crate) const PAGE_ROWS: usize = 50;

words! {
    /// What the way through a list says.
    pub struct PagingWords;

    label() { vi: "Các trang của danh sách", en: "Pages of the list" }
    before() { vi: "Trang trước", en: "Previous page" }
    after() { vi: "Trang sau", en: "Next page" }
    place(page: u32, pages: u32) { vi: "Trang {page} trên {pages}", en: "Page {page} of {pages}" }
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    /// From 1.
    page: usize,
    /// How many there are, at least 1.
    pages: usize,
}

#[derive(Template)]
#[template(path = "paging.html")]
struct Nav {
    w: PagingWords,
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

    /// The first page.
    pub fn first(total: usize) -> Paging {
        Paging {
            page: 1,
            pages: total.div_ceil(PAGE_ROWS).max(1),
        }
    }

    /// The rows of this page.
    pub fn rows<T>(self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter().skip((self.page - 1) * PAGE_ROWS).take(PAGE_ROWS)
    }

    /// The way to the other pages of the list at `path`; nothing when there is one page.
    pub fn nav(self, lang: Lang, path: &str) -> Html {
        if self.pages == 1 {
            return Html::default();
        }
        let w = PagingWords(lang);
        let link = |page: usize| href(lang, &format!("{path}?trang={page}"));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        render(&Nav {
            w,
            before: (self.page > 1).then(|| link(self.page - 1)),
            after: (self.page < self.pages).then(|| link(self.page + 1)),
            place: w.place(count(self.page), count(self.pages)),
        })
    }
}
