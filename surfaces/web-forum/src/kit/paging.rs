//! Long lists in pages: `?trang=2`.

use super::page::query;
use askama::Template;
use web_kit::{Html, href, render, words};
use web_scene::Scene;

/// Rows of one page of a list.
pub(crate) const PAGE_ROWS: usize = 20;

words! {
    /// What stands under a list of several pages.
    pub(crate) struct PagingWords;

    label() { vi: "Các trang của danh sách", en: "Pages of the list" }
    place(page: usize, pages: usize) { vi: "Trang {page} trên {pages}", en: "Page {page} of {pages}" }
    before() { vi: "Trang trước", en: "Previous page" }
    after() { vi: "Trang sau", en: "Next page" }
}

/// The page of a list that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paging {
    page: usize,
    pages: usize,
}

#[derive(Template)]
#[template(path = "kit/paging.html")]
struct Links {
    w: PagingWords,
    place: String,
    before: Option<String>,
    after: Option<String>,
}

impl Paging {
    /// The page the address asks for; `None` when the list has no such page.
    pub(crate) fn asked(scene: &Scene, rows: usize) -> Option<Paging> {
        let page = match query(scene).get("trang") {
            "" => 1,
            typed => typed.parse().ok()?,
        };
        Paging::at(page, rows)
    }

    /// A page of a list, counted from 1.
    pub(crate) fn at(page: usize, rows: usize) -> Option<Paging> {
        let pages = rows.div_ceil(PAGE_ROWS).max(1);
        (1..=pages).contains(&page).then_some(Paging { page, pages })
    }

    /// Rows that stand on earlier pages.
    pub(crate) fn skip(&self) -> usize {
        (self.page - 1) * PAGE_ROWS
    }

    /// Links to the pages beside this one; nothing when there is one page only. `path` is without `/en`.
    pub(crate) fn html(&self, scene: &Scene, path: &str) -> Html {
        if self.pages == 1 {
            return Html::default();
        }
        let link = |page: usize| {
            href(
                scene.lang,
                &if page == 1 {
                    path.to_owned()
                } else {
                    format!("{path}?trang={page}")
                },
            )
        };
        let w = PagingWords(scene.lang);
        render(&Links {
            w,
            place: w.place(self.page, self.pages),
            before: (self.page > 1).then(|| link(self.page - 1)),
            after: (self.page < self.pages).then(|| link(self.page + 1)),
        })
    }
}
