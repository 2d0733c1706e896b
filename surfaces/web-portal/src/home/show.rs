//! The first page: what this is, the way to speak, the news, what became of what was said.

use super::forums::{
    Between, Followed, OpenForum, between, concluded, describe, describe_between, followed, open, people,
};
use super::loop_tiles::{Tile, tiles};
use super::seats::{Seat, seats};
use super::words::HomeWords;
use crate::article::show::rev;
use crate::papers::{self, Paper};
use crate::summary::Summary;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::states::empty;
use web_kit::{Html, Icon, Section, href, icon, render};
use web_scene::{App, Names, Scene, address, ended_logs};

/// Articles under the newest one.
const NEWS_ROWS: usize = 4;
/// Documents on the first page, at most.
const PAPERS_MAX: usize = 3;

#[derive(Template)]
#[template(path = "home/show.html")]
struct Home<'a> {
    w: HomeWords,
    p: PortalWords,
    scene: &'a Scene,
    lost: Html,
    lead: Option<Summary>,
    news: Vec<Summary>,
    no_news: Html,
    open: Option<OpenForum>,
    /// Only while no forum takes opinions.
    between: Option<Between>,
    followed: Option<Followed>,
    done: Option<Done>,
    papers: Vec<Paper>,
    seats: Vec<Seat>,
}

/// What became of the last forum that concluded.
struct Done {
    forum: String,
    href: String,
    tiles: Vec<Tile>,
}

#[derive(Template)]
#[template(path = "home/setup.html")]
struct Setup {
    w: PortalWords,
    how_in: String,
}

impl Home<'_> {
    fn to(&self, path: &str) -> String {
        href(self.scene.lang, path)
    }

    fn names(&self) -> Names {
        Names(self.scene.lang)
    }

    fn icon(&self, name: &str) -> Html {
        icon(match name {
            "chat" => Icon::Chat,
            "lock" => Icon::Lock,
            "pen" => Icon::Pen,
            _ => Icon::Arrow,
        })
    }
}

/// GET `/`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let mut key = scene.page_key(rev(&scene));
    // How many took part moves without an entry that is news to the public.
    if let Some(forum) = open(&scene) {
        key.route.push_str(&format!("#{}:{}", forum.no, people(&scene, forum)));
    }
    scene.kept(&app, &headers, &key, || html(&scene))
}

fn html(scene: &Scene) -> String {
    let (w, p) = (HomeWords(scene.lang), PortalWords(scene.lang));
    if scene.world().people.office.is_none() {
        return setup(scene, p);
    }
    let mut articles = scene.world().portal.newest();
    let lead = articles.next().map(|one| Summary::of(scene, one));
    let news = articles.take(NEWS_ROWS).map(|one| Summary::of(scene, one)).collect();
    let (open, concluded) = (open(scene), concluded(scene));
    let body = render(&Home {
        w,
        p,
        scene,
        lost: ended_logs::notice(scene.world(), scene.lang),
        lead,
        news,
        no_news: empty(scene.lang, p.news_none(), p.news_none_text(), None),
        between: match open {
            Some(_) => None,
            None => between(scene).map(|forum| describe_between(scene, forum)),
        },
        open: open.map(|forum| describe(scene, forum)),
        followed: concluded.map(|forum| followed(scene, forum)),
        done: concluded.map(|forum| Done {
            forum: w.forum_of(forum.day),
            href: href(scene.lang, &address::conclusion(forum.no)),
            tiles: tiles(scene, forum),
        }),
        papers: papers::all(scene).into_iter().take(PAPERS_MAX).collect(),
        seats: seats(),
    });
    scene.frame(p.home(), Some(Section::News), vec![]).page(body)
}

fn setup(scene: &Scene, w: PortalWords) -> String {
    let body = render(&Setup {
        w,
        how_in: href(scene.lang, "/vao"),
    });
    let mut frame = scene.frame(w.setting_up(), None, vec![]);
    frame.noindex = true;
    frame.page(body)
}
