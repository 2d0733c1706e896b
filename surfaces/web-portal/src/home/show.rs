//! The first page: what this is, the way to speak, the news.

use crate::summary::Summary;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::{number, short_date};
use forum::{Forum, Stage};
use http::HeaderMap;
use web_kit::states::empty;
use web_kit::{Html, Icon, Section, href, icon, render};
use web_scene::{App, Names, Scene, Shown};

/// Articles under the newest one.
const NEWS_ROWS: usize = 4;

#[derive(Template)]
#[template(path = "home/show.html")]
struct Home<'a> {
    w: PortalWords,
    scene: &'a Scene,
    lead: Option<Summary>,
    news: Vec<Summary>,
    no_news: Html,
    open: Option<OpenForum>,
    seats: Vec<Seat>,
}

#[derive(Template)]
#[template(path = "home/setup.html")]
struct Setup {
    w: PortalWords,
    how_in: String,
}

/// The forum that takes opinions now.
struct OpenForum {
    title: String,
    href: String,
    write: String,
    left: String,
    received: String,
    published: String,
    closes: String,
    closes_machine: String,
}

/// One seat of the hall: a dot of the picture.
struct Seat {
    x: String,
    y: String,
    r: &'static str,
    heard: bool,
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
            _ => Icon::Arrow,
        })
    }
}

/// GET `/`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let mut key = scene.page_key(scene.world().portal.rev);
    key.route.push_str(&shown_of_forum(&scene));
    scene.kept(&app, &headers, &key, || html(&scene))
}

fn html(scene: &Scene) -> String {
    let w = PortalWords(scene.lang);
    if scene.world().people.office.is_none() {
        let body = render(&Setup {
            w,
            how_in: href(scene.lang, "/vao"),
        });
        let mut frame = scene.frame(w.setting_up(), None, vec![]);
        frame.noindex = true;
        return frame.page(body);
    }
    let mut articles = scene.world().portal.newest();
    let lead = articles.next().map(|one| Summary::of(scene, one));
    let news = articles.take(NEWS_ROWS).map(|one| Summary::of(scene, one)).collect();
    let body = render(&Home {
        w,
        scene,
        lead,
        news,
        no_news: empty(scene.lang, w.news_none(), w.news_none_text(), None),
        open: open(scene).map(|forum| describe(scene, forum)),
        seats: seats(),
    });
    scene.frame(w.home(), Some(Section::News), vec![]).page(body)
}

/// What the page shows of the open forum, for its key: its counts as the world may know them, which move with the public
/// checkpoint and not when somebody writes, and whether
/// its title may be shown.
fn shown_of_forum(scene: &Scene) -> String {
    open(scene).map_or_else(String::new, |forum| {
        let seen = forum.seen(scene.public_size);
        let titled = matches!(scene.shown(forum.title), Shown::Words(_));
        format!(
            "#{}:{}:{}:{}:{titled}",
            forum.no, forum.closes, seen.published, seen.received
        )
    })
}

/// The forum that takes opinions; the newest, when there are several.
fn open(scene: &Scene) -> Option<&Forum> {
    let forums = scene.world().forums.forums.values().rev();
    forums
        .into_iter()
        .find(|forum| forum.stage_at(scene.now) == Stage::Collecting)
}

fn describe(scene: &Scene, forum: &Forum) -> OpenForum {
    let (w, lang) = (PortalWords(scene.lang), scene.lang);
    let left = scene.today.days_until(forum.closes);
    let seen = forum.seen(scene.public_size);
    OpenForum {
        title: match scene.shown(forum.title) {
            Shown::Words(title) => title.to_owned(),
            _ => forum.no.label(),
        },
        href: href(lang, &format!("/dien-dan/{}", forum.no)),
        write: href(lang, &format!("/dien-dan/{}/viet", forum.no)),
        left: match u32::try_from(left) {
            Ok(days) if days > 0 => w.days_left(days),
            _ => w.last_day().to_owned(),
        },
        received: number(seen.received, lang),
        published: number(seen.published, lang),
        closes: short_date(forum.closes, lang),
        closes_machine: forum.closes.to_string(),
    }
}

/// The hall seen from above: rows of seats that form a bowl; some of those who sit there are speaking.
fn seats() -> Vec<Seat> {
    /// Seats of a row, their distance from the middle across and down, their size.
    const ROWS: [(u32, f64, f64, &str); 4] = [
        (7, 60.0, 61.0, "9.0"),
        (10, 96.0, 86.0, "8.2"),
        (13, 131.0, 112.0, "7.4"),
        (16, 166.0, 138.0, "6.6"),
    ];
    const SPREAD: f64 = 0.06 * std::f64::consts::PI;
    let mut seats = Vec::new();
    for (row, (count, across, down, r)) in ROWS.into_iter().enumerate() {
        for place in 0..count {
            let part = f64::from(place) / f64::from(count - 1);
            let angle = SPREAD + part * (std::f64::consts::PI - 2.0 * SPREAD);
            let (x, y) = (
                180.0 - across * angle.cos(),
                42.0 + f64::from(row as u32) * 7.0 + down * angle.sin(),
            );
            let heard = (place + 3 * row as u32) % 7 == 3;
            seats.push(Seat {
                x: format!("{x:.0}"),
                y: format!("{y:.0}"),
                r,
                heard,
            });
        }
    }
    seats
}
