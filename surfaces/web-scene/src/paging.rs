//! Long lists in pages: `?trang=2`.

use crate::Scene;
use askama::Template;
use web_kit::{Html, Lang, href, render, words};

/// The name of the page's number in an address.
const PAGE: &str = "trang";

words! {
    /// What the way through a list says.
    pub struct PagingWords;

    label() { vi: "Các trang của danh sách", en: "Pages of the list" }
    before() { vi: "Trang trước", en: "Previous page" }
    after() { vi: "Trang sau", en: "Next page" }
    place(page: usize, pages: usize) { vi: "Trang {page} trên {pages}", en: "Page {page} of {pages}" }
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// From 1.
    page: usize,
    /// How many there are, at least 1.
    pages: usize,
    /// Rows of a whole page, at least 1.
    page_rows: usize,
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
    /// The page the address asks for, of a list with `total` rows; `None` when the list has no such page.
    pub fn read(scene: &Scene, total: usize, page_rows: usize) -> Option<Paging> {
        let first = Paging::first(total, page_rows);
        let page = match scene.query().get(PAGE) {
            "" => 1,
            typed => typed.parse().ok()?,
        };
        (1..=first.pages).contains(&page).then_some(Paging { page, ..first })
    }

    /// The first page.
    pub fn first(total: usize, page_rows: usize) -> Paging {
        let page_rows = page_rows.max(1);
        Paging {
            page: 1,
            pages: total.div_ceil(page_rows).max(1),
            page_rows,
        }
    }

    /// The page on which a row stands, counted from 0; the last when the list has no such row.
    pub fn with_row(row: usize, total: usize, page_rows: usize) -> Paging {
        let first = Paging::first(total, page_rows);
        Paging {
            page: (row / first.page_rows + 1).min(first.pages),
            ..first
        }
    }

    /// The rows of this page.
    pub fn rows<T>(self, all: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        all.into_iter()
            .skip((self.page - 1) * self.page_rows)
            .take(self.page_rows)
    }

    /// The way to the other pages of the list at `path` (without `/en`); nothing when there is one page.
    pub fn nav(self, lang: Lang, path: &str) -> Html {
        self.nav_of(lang, path, &[])
    }

    /// The same for a list that the address narrows: fields with a value go along. Names and values need no escaping.
    pub fn nav_of(self, lang: Lang, path: &str, narrowed: &[(&str, &str)]) -> Html {
        if self.pages == 1 {
            return Html::default();
        }
        let w = PagingWords(lang);
        let set = narrowed.iter().filter(|(_, value)| !value.is_empty());
        let query: String = set.map(|(name, value)| format!("{name}={value}&")).collect();
        let link = |page: usize| href(lang, &format!("{path}?{query}{PAGE}={page}"));
        render(&Nav {
            w,
            before: (self.page > 1).then(|| link(self.page - 1)),
            after: (self.page < self.pages).then(|| link(self.page + 1)),
            place: w.place(self.page, self.pages),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_on_their_pages() {
        let first = Paging::first(5, 2);
        assert_eq!(first.rows(0..5).collect::<Vec<_>>(), [0, 1]);
        let last = Paging::with_row(4, 5, 2);
        assert_eq!(last.rows(0..5).collect::<Vec<_>>(), [4]);
        assert_eq!(Paging::with_row(9, 5, 2), last, "a row that is gone");
        let nav = last.nav(Lang::En, "/tin/");
        assert!(nav.as_str().contains("href=\"/en/tin/?trang=2\"") && !nav.as_str().contains("rel=\"next\""));
        assert_eq!(Paging::first(0, 2).nav(Lang::Vi, "/tin/"), Html::default());
    }
}
