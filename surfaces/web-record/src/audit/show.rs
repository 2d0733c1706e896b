//! `/dieu-hanh/kiem-toan?dong=<seq>`: the form, and the entry that was asked for.

use super::words::AuditWords;
use super::{At, Auditor, look};
use crate::busy;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::vietnamese::{hour_span, number, parse_number};
use ledger::entry;
use web_kit::{Errors, Html, Icon, Page, href, icon, render};
use web_scene::work::WorkPage;
use web_scene::{App, Staff, address};

/// The field: the number of an entry, as the ledger page shows it.
const ENTRY: &str = "dong";
/// Characters of a typed number that come back in the field.
const TYPED_CHARS_MAX: usize = 40;

/// A private entry that was found.
struct Found {
    title: String,
    digest: String,
    kind: String,
    when: Option<String>,
    bytes: String,
    entry_file: String,
    proof_file: String,
}

#[derive(Template)]
#[template(path = "audit/show.html")]
struct Body {
    w: AuditWords,
    summary: Html,
    action: String,
    typed: String,
    error: Option<&'static str>,
    alert: Html,
    found: Option<Found>,
    book: String,
}

/// `GET /dieu-hanh/kiem-toan`
pub(crate) async fn show(State(app): State<App>, Auditor(staff): Auditor) -> Response {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = AuditWords(lang);
    let query = scene.query();
    let typed = query.get(ENTRY);
    let (mut error, mut found) = (None, None);
    let mut book = "/so-cai".to_owned();
    if !typed.trim().is_empty() {
        match parse_number(typed.trim()).map(|seq| (seq, look(&app, seq))) {
            Err(_) => error = Some(w.no_number()),
            Ok((_, Err(_))) => return busy(scene),
            Ok((_, Ok(At::Nothing))) => error = Some(w.nothing()),
            Ok((seq, Ok(At::Public))) => {
                error = Some(w.public());
                book = format!("/so-cai?tu={seq}");
            }
            Ok((seq, Ok(At::Private(bytes)))) => found = Some(described(&staff, seq, &bytes)),
        }
    }
    let mut errors = Errors::new();
    if let Some(error) = error {
        errors.add(ENTRY, error);
    }
    let body = render(&Body {
        w,
        summary: errors.summary(lang),
        action: href(lang, address::AUDIT),
        typed: typed.chars().take(TYPED_CHARS_MAX).collect(),
        error,
        alert: icon(Icon::Alert),
        found,
        book: href(lang, &book),
    });
    let page = WorkPage {
        has_errors: error.is_some(),
        ..WorkPage::new(w.title(), address::AUDIT)
    };
    Page::fresh(page.html(&staff, &body)).into_response()
}

fn described(staff: &Staff, seq: u64, bytes: &[u8]) -> Found {
    let lang = staff.scene.lang;
    let w = AuditWords(lang);
    let envelope = entry::open(bytes).ok();
    let file = |end: &str| href(lang, &format!("{}/{seq}{end}", address::AUDIT));
    Found {
        title: w.found(&number(seq, lang)),
        digest: base::hex::encode(&entry::digest(bytes)),
        kind: envelope
            .as_ref()
            .map_or_else(|| w.no_entry().to_owned(), |one| one.kind.to_string()),
        when: envelope.map(|one| hour_span(one.at, lang)),
        bytes: String::from_utf8_lossy(bytes).into_owned(),
        entry_file: file(".json"),
        proof_file: file(".tlog-proof"),
    }
}
