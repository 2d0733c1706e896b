//! What is counted of visits, how, and what the old portal showed.

mod words;

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::vietnamese::number;
use http::HeaderValue;
use http::header::CACHE_CONTROL;
use visits::{KEYS_MAX, ONLINE_MINUTES, VISIT_GAP_MINUTES, machines};
use web_kit::{Crumb, KitWords, Page, render};
use web_scene::Scene;
use words::VisitsWords;

#[derive(Template)]
#[template(path = "about/visits.html")]
struct Shown {
    w: VisitsWords,
    since: String,
    tiles: [Tile; 3],
    rows: [Row; 5],
    parts: [(&'static str, Vec<String>); 3],
    old: Option<Old>,
}

struct Tile {
    label: &'static str,
    number: String,
    note: String,
}

struct Row {
    what: &'static str,
    today: String,
    total: String,
}

struct Old {
    text: String,
    caption: String,
    rows: [(&'static str, String); 3],
}

/// GET `/thong-ke`. The figures move with every page, so it is made anew each time; a browser may keep it, and asks.
pub async fn page(scene: Scene) -> Response {
    let w = VisitsWords(scene.lang);
    let body = render(&Shown {
        w,
        since: w.since(scene.figures.since),
        tiles: tiles(&scene, w),
        rows: rows(&scene, w),
        parts: parts(w),
        old: old(&scene, w),
    });
    let html = scene.frame(w.title(), None, vec![Crumb::here(w.title())]).page(body);
    let mut response = Page::fresh(html).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// The three figures of the footer.
fn tiles(scene: &Scene, w: VisitsWords) -> [Tile; 3] {
    let (kit, visits) = (KitWords(scene.lang), scene.visits());
    let inherited = visits.legacy.map_or(0, |old| old.total);
    let note = match visits.legacy {
        Some(old) => kit.visits_parts(old.total, old.as_of, visits.total, visits.since),
        None => w.total_when(visits.since),
    };
    let tile = |label, number, note| Tile { label, number, note };
    [
        tile(
            w.online(),
            number(visits.online, scene.lang),
            w.online_when(ONLINE_MINUTES),
        ),
        tile(
            w.today(),
            at_least(scene, visits.today, visits.today_at_least),
            w.today_when(scene.today),
        ),
        tile(
            w.total(),
            at_least(scene, visits.total.saturating_add(inherited), visits.total_at_least),
            note,
        ),
    ]
}

/// People, machines, pages: today and since counting began.
fn rows(scene: &Scene, w: VisitsWords) -> [Row; 5] {
    let (today, total) = (scene.figures.today, scene.figures.total);
    let plain = |n| number(n, scene.lang);
    let of_people = |n, beyond: u64| at_least(scene, n, beyond > 0);
    let row = |what, today, total| Row { what, today, total };
    [
        row(
            w.visits(),
            of_people(today.visits, today.beyond),
            of_people(total.visits, total.beyond),
        ),
        row(
            w.readers(),
            of_people(today.readers, today.beyond),
            w.readers_total().to_owned(),
        ),
        row(w.views(), plain(today.views), plain(total.views)),
        row(
            w.machine_views(),
            plain(today.machine_views),
            plain(total.machine_views),
        ),
        row(w.views_only(), w.views_only_today().to_owned(), plain(total.views_only)),
    ]
}

/// A figure, or the least it can be.
fn at_least(scene: &Scene, n: u64, is_least: bool) -> String {
    match is_least {
        true => KitWords(scene.lang).visits_at_least(n),
        false => number(n, scene.lang),
    }
}

/// The method, from the numbers the counter goes by.
fn parts(w: VisitsWords) -> [(&'static str, Vec<String>); 3] {
    let how = vec![
        w.how_visit(VISIT_GAP_MINUTES),
        w.how_online(ONLINE_MINUTES),
        w.how_key().to_owned(),
        w.how_machines(machines().checked),
        w.how_views_only().to_owned(),
        w.how_not().to_owned(),
    ];
    let kept = vec![w.kept_numbers().to_owned(), w.kept_restart().to_owned()];
    let limits = vec![
        w.limits_less().to_owned(),
        w.limits_more().to_owned(),
        w.limits_full(KEYS_MAX),
    ];
    [(w.how(), how), (w.kept(), kept), (w.limits(), limits)]
}

/// What the old portal showed, as it showed it.
fn old(scene: &Scene, w: VisitsWords) -> Option<Old> {
    let old = scene.world().portal.legacy_visits?;
    let plain = |n| number(n, scene.lang);
    Some(Old {
        text: w.old_text(old.as_of),
        caption: w.old_caption(old.as_of),
        rows: [
            (w.old_online(), plain(old.online)),
            (w.old_today(), plain(old.today)),
            (w.old_total(), plain(old.total)),
        ],
    })
}
