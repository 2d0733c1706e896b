//! Articles by state: in work, published, withdrawn.

use super::article::{may_edit, saved, state, title};
use super::words::NewsroomWords;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use portal::{Article, Revision};
use web_kit::states::empty;
use web_kit::{Html, Page, href, render};
use web_scene::work::WorkPage;
use web_scene::{App, Paging, Staff, address};

/// Articles of a page.
const PAGE_ROWS: usize = 20;
/// The parameter that names a list.
const LIST: &str = "muc";

/// A list of articles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    InWork,
    Published,
    Withdrawn,
}

impl Kept {
    const ALL: [Kept; 3] = [Kept::InWork, Kept::Published, Kept::Withdrawn];

    /// Its word in addresses; the first has none.
    const fn word(self) -> &'static str {
        match self {
            Kept::InWork => "",
            Kept::Published => "da-dang",
            Kept::Withdrawn => "da-go",
        }
    }

    const fn name(self, w: NewsroomWords) -> &'static str {
        match self {
            Kept::InWork => w.tab_work(),
            Kept::Published => w.tab_published(),
            Kept::Withdrawn => w.tab_withdrawn(),
        }
    }

    const fn none(self, w: NewsroomWords) -> (&'static str, &'static str) {
        match self {
            Kept::InWork => (w.none_work(), w.none_work_text()),
            Kept::Published => (w.none_published(), w.none_published_text()),
            Kept::Withdrawn => (w.none_withdrawn(), w.none_withdrawn_text()),
        }
    }
}

#[derive(Template)]
#[template(path = "newsroom/list.html")]
struct Body {
    w: NewsroomWords,
    new: String,
    tabs: Vec<Tab>,
    here: &'static str,
    rows: Vec<Row>,
    none: Html,
    paging: Html,
}

struct Tab {
    label: &'static str,
    href: String,
    is_here: bool,
}

struct Row {
    state: Html,
    href: String,
    title: String,
    meta: String,
}

/// `GET /dieu-hanh/bai-viet/`
pub(super) async fn page(State(app): State<App>, staff: Staff) -> Response {
    if !may_edit(&staff) {
        return staff.forbidden();
    }
    let (scene, w) = (&staff.scene, NewsroomWords(staff.scene.lang));
    let query = scene.query();
    let Some(kept) = Kept::ALL.into_iter().find(|kept| kept.word() == query.get(LIST)) else {
        return scene.not_found();
    };
    let articles = articles(&staff, kept);
    let Some(paging) = Paging::read(scene, articles.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let row = |(article, revision): (&Article, &Revision)| Row {
        state: state(scene.lang, revision),
        href: href(scene.lang, &address::article_desk(article.no)),
        title: title(&app, scene.lang, revision),
        meta: format!("{} · {}", w.article(article.no), saved(&staff, revision)),
    };
    let (none, text) = kept.none(w);
    let body = render(&Body {
        w,
        new: href(scene.lang, &format!("{}moi", address::NEWSROOM)),
        tabs: Kept::ALL.map(|one| tab(&staff, one, kept)).into(),
        here: kept.name(w),
        rows: paging.rows(articles).map(row).collect(),
        none: empty(scene.lang, none, text, None),
        paging: paging.nav_of(scene.lang, address::NEWSROOM, &[(LIST, kept.word())]),
    });
    let page = WorkPage {
        place: address::NEWSROOM,
        ..WorkPage::new(w.title(), &scene.path)
    };
    Page::fresh(page.html(&staff, &body)).into_response()
}

fn tab(staff: &Staff, kept: Kept, here: Kept) -> Tab {
    let query = match kept.word() {
        "" => String::new(),
        word => format!("?{LIST}={word}"),
    };
    Tab {
        label: kept.name(NewsroomWords(staff.scene.lang)),
        href: href(staff.scene.lang, &format!("{}{query}", address::NEWSROOM)),
        is_here: kept == here,
    }
}

/// The articles of a list, what was saved or done last first, each with the revision it is about.
fn articles(staff: &Staff, kept: Kept) -> Vec<(&Article, &Revision)> {
    let portal = &staff.scene.world().portal;
    match kept {
        Kept::InWork => {
            let mut all: Vec<_> = portal.in_work().collect();
            all.sort_by_key(|(_, revision)| std::cmp::Reverse(revision.saved.entry));
            all
        }
        Kept::Published => portal.newest().map(|one| (one.article, one.revision)).collect(),
        Kept::Withdrawn => {
            let mut all: Vec<_> = portal
                .articles
                .values()
                .filter_map(|article| article.withdrawn().and_then(|_| Some((article, article.public()?))))
                .collect();
            all.sort_by_key(|(article, _)| std::cmp::Reverse(article.rev));
            all
        }
    }
}
