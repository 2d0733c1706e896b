//! `/so-cai`, a page of entries.

use super::event::sentence;
use super::words::BookWords;
use crate::{busy, names};
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use base::vietnamese::{hour_span, number};
use http::HeaderMap;
use ledger::entry::{self, Entry};
use ledger::store::StoreError;
use web_kit::states::empty;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::{App, Fields, Scene};
use world::Event;

/// Entries of one page.
pub const PAGE_ROWS: u64 = 30;

#[derive(Template)]
#[template(path = "book/list.html")]
struct List {
    w: BookWords,
    size: String,
    behind: String,
    rows: Vec<Row>,
    empty: Html,
    verify_href: String,
    newer: Option<String>,
    older: Option<String>,
}

struct Row {
    /// The id of the row: the number without marks between thousands.
    id: u64,
    number: String,
    /// Address of the exact bytes, for entries that are for everyone.
    open: Option<(String, String)>,
    what: String,
    by: String,
    when: String,
    /// Shown in place of what is not for everyone.
    digest: Option<String>,
}

/// `/so-cai?tu=<seq>` or `?trang=<page>`, newest first.
pub(crate) async fn list(
    State(app): State<App>,
    mut scene: Scene,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let size = app.ledger.public().size;
    let fields = Fields::read(query.as_deref().unwrap_or_default().as_bytes());
    let Some(top) = top(&fields, size) else {
        return scene.not_found();
    };
    let newest = size.saturating_sub(1);
    scene.path = if top == newest {
        "/so-cai".to_owned()
    } else {
        format!("/so-cai?tu={top}")
    };
    let mut rows = Vec::new();
    if size > 0 {
        rows = match read(&app, &scene, (top + 1).saturating_sub(PAGE_ROWS), top + 1) {
            Ok(rows) => rows,
            Err(_) => return busy(&scene),
        };
    }
    // What the page shows depends on the public size and the page alone.
    let mut key = scene.page_key(0);
    key.route = format!("{}#{size}", scene.path);
    scene.kept(&app, &headers, &key, || page(&scene, size, top, rows))
}

/// The number of the newest entry of the page asked for; none when there is no such page.
fn top(fields: &Fields, size: u64) -> Option<u64> {
    let newest = size.saturating_sub(1);
    match (fields.get("tu"), fields.get("trang")) {
        ("", "") => Some(newest),
        ("", page) => {
            let skipped = page.parse::<u64>().ok()?.checked_sub(1)?.checked_mul(PAGE_ROWS)?;
            newest.checked_sub(skipped)
        }
        (from, _) => from.parse::<u64>().ok().filter(|from| *from < size),
    }
}

fn read(app: &App, scene: &Scene, from: u64, to: u64) -> Result<Vec<Row>, StoreError> {
    let mut rows = Vec::new();
    for seq in (from..to).rev() {
        // Bytes that are not the tree's are never shown as the ledger's.
        match app.ledger.entry_bytes(seq) {
            Ok(Some(bytes)) => rows.push(row(scene, seq, Some(&bytes))),
            Ok(None) | Err(StoreError::Damaged(_)) => rows.push(row(scene, seq, None)),
            Err(why) => return Err(why),
        }
    }
    Ok(rows)
}

fn row(scene: &Scene, seq: u64, bytes: Option<&[u8]>) -> Row {
    let (w, lang) = (BookWords(scene.lang), scene.lang);
    let closed = |what: &str| Row {
        id: seq,
        number: number(seq, lang),
        open: None,
        what: what.to_owned(),
        by: w.hidden().to_owned(),
        when: w.hidden().to_owned(),
        digest: bytes.map(|bytes| base::hex::encode(&entry::digest(bytes))),
    };
    let Some(bytes) = bytes else {
        return closed(w.unreadable());
    };
    match entry::open(bytes) {
        Ok(envelope) if envelope.private => return closed(w.private()),
        Ok(_) => {}
        Err(_) => return closed(w.unreadable()),
    }
    let Ok(entry) = entry::parse::<Event>(bytes) else {
        return closed(w.unreadable());
    };
    let Entry { at, by, event, .. } = entry;
    Row {
        id: seq,
        number: number(seq, lang),
        open: Some((format!("/log/entry/{seq}"), w.open_entry(seq))),
        what: sentence(&event, lang),
        by: names::by(by.as_deref(), lang),
        when: names::capital(&hour_span(at, lang)),
        digest: None,
    }
}

fn page(scene: &Scene, size: u64, top: u64, rows: Vec<Row>) -> String {
    let (w, lang) = (BookWords(scene.lang), scene.lang);
    let newest = size.saturating_sub(1);
    let to = |top: u64| {
        if top >= newest {
            "/so-cai".to_owned()
        } else {
            format!("/so-cai?tu={top}")
        }
    };
    let body = render(&List {
        w,
        size: w.size(size),
        behind: match scene.settings.publish_every_seconds {
            0 => w.behind_nothing().to_owned(),
            seconds => w.behind(seconds),
        },
        empty: if rows.is_empty() {
            empty(lang, w.empty_title(), w.empty_text(), None)
        } else {
            Html::default()
        },
        rows,
        verify_href: href(lang, "/kiem-chung"),
        newer: (top < newest).then(|| href(lang, &to(top.saturating_add(PAGE_ROWS)))),
        older: (top >= PAGE_ROWS).then(|| href(lang, &to(top - PAGE_ROWS))),
    });
    let crumbs = vec![Crumb::section(Section::Verify, lang), Crumb::here(w.title())];
    scene.frame(w.title(), Some(Section::Verify), crumbs).page(body)
}
