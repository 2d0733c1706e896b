//! What is collected, what is not, which cookies there are, how long words are kept, how to ask for erasure.

mod words;

use super::parts::{self, Part};
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_kit::VISITS_PATH;
use web_scene::{App, Names, SESSION_HOURS, SESSION_IDLE_MINUTES, Scene, VOICE_DAYS_AFTER, address};
use words::PrivacyWords;

/// GET `/quyen-rieng-tu`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    // What is kept for how long changes by an entry about the office, and by the law of the day.
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let w = PrivacyWords(scene.lang);
        parts::page(&scene, w.title(), w.lead(), w.print(), all(&scene))
    })
}

/// Days after which words that were never published are erased, counted from the end of their forum: the office's own
/// number, or the law's.
fn retention_days(scene: &Scene) -> u32 {
    let own = scene.world().people.unpublished_days;
    own.unwrap_or_else(|| law::terms(scene.today).erasure_days)
}

fn all(scene: &Scene) -> Vec<Part> {
    let (w, lang) = (PrivacyWords(scene.lang), scene.lang);
    let names = Names(lang);
    vec![
        Part::new(
            "h-khong",
            w.not_collected(),
            [
                w.no_account(),
                w.no_address(),
                w.no_tracking(),
                w.no_third(),
                w.no_minute(),
            ],
        ),
        Part::new(
            "h-co",
            w.collected(),
            [
                w.kept_opinion(),
                w.kept_vote(),
                w.kept_flag(),
                w.kept_staff(),
                w.kept_visits(),
            ],
        )
        .link(lang, VISITS_PATH, w.visits_go()),
        Part::new("h-cookie", w.cookies(), [w.cookies_three()]).facts(vec![
            ("giao-dien".to_owned(), w.cookie_theme().to_owned()),
            ("tieng-noi".to_owned(), w.cookie_voice(VOICE_DAYS_AFTER)),
            (
                "phien".to_owned(),
                w.cookie_session(SESSION_HOURS, SESSION_IDLE_MINUTES),
            ),
        ]),
        Part::new(
            "h-luu",
            w.retention(),
            [
                w.retention_unpublished(retention_days(scene)),
                w.retention_published().to_owned(),
                w.retention_ledger().to_owned(),
            ],
        ),
        Part::new(
            "h-xoa",
            w.erasure(),
            [
                w.erasure_own().to_owned(),
                w.erasure_ask().to_owned(),
                w.erasure_bases(
                    &web_scene::names::in_sentence(names.person_asked()),
                    &web_scene::names::in_sentence(names.decision()),
                ),
                w.erasure_shown().to_owned(),
            ],
        )
        .link(lang, address::VERIFY, w.verify()),
        Part::new("h-ai", w.who(), [w.who_reads(), w.who_holds()])
            .link(lang, address::PROMISE, w.promise())
            .link(lang, "/ai-duoc-lam-gi", w.who_may()),
    ]
}
