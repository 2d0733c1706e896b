//! How to use the site: for everyone, and in short for each role.

mod words;

use super::parts::{self, Part};
use axum::extract::State;
use axum::response::Response;
use forum::opinion::{OPINION_CHARS_MAX, OPINION_LETTERS_MIN, REASONS_CHARS_MAX};
use http::HeaderMap;
use people::role::Role;
use web_kit::Lang;
use web_scene::{App, Names, Scene, address};
use words::HelpWords;

/// GET `/huong-dan`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let w = HelpWords(scene.lang);
        parts::page(&scene, w.title(), w.lead(), w.print(), all(scene.lang))
    })
}

fn all(lang: Lang) -> Vec<Part> {
    let w = HelpWords(lang);
    let mut parts = for_everyone(lang);
    let roles = Role::ALL.into_iter().filter_map(|role| {
        let told = of_role(role, w)?;
        Some((Names(lang).role(role).to_owned(), told.to_owned()))
    });
    parts.push(
        Part::new("h-vai-tro", w.roles(), [w.roles_in(), w.roles_link()])
            .facts(roles.collect())
            .link(lang, "/ai-duoc-lam-gi", w.who_may())
            .link(lang, "/vao", w.sign_in()),
    );
    parts
}

fn for_everyone(lang: Lang) -> Vec<Part> {
    let w = HelpWords(lang);
    vec![
        Part::new(
            "h-viet",
            w.write(),
            [
                w.write_open().to_owned(),
                w.write_words(OPINION_LETTERS_MIN, OPINION_CHARS_MAX, REASONS_CHARS_MAX),
                w.write_sign().to_owned(),
                w.write_receipt().to_owned(),
                w.write_read().to_owned(),
            ],
        )
        .ordered()
        .link(lang, address::FORUMS, w.forums())
        .link(lang, address::PROMISE, w.promise()),
        Part::new(
            "h-bay-to",
            w.vote(),
            [w.vote_open(), w.vote_answer(), w.vote_change(), w.vote_counts()],
        )
        .ordered(),
        Part::new(
            "h-bien-nhan",
            w.receipt(),
            [
                w.receipt_code(),
                w.receipt_open(),
                w.receipt_answers(),
                w.receipt_more(),
            ],
        )
        .ordered()
        .link(lang, address::VERIFY, w.verify())
        .link(lang, "/so-cai", w.ledger()),
        Part::new(
            "h-theo-doi",
            w.follow(),
            [w.follow_open(), w.follow_states(), w.follow_contest(), w.follow_feed()],
        )
        .ordered(),
        Part::new("h-bao", w.report(), [w.report_text(), w.report_article()]),
        Part::new(
            "h-doc",
            w.reading(),
            [w.reading_keys(), w.reading_theme(), w.reading_print()],
        )
        .link(lang, address::ACCESSIBILITY, w.accessibility())
        .link(lang, address::PRIVACY, w.privacy()),
    ]
}

/// What a role does, in a sentence; none for a role that has no work here yet.
const fn of_role(role: Role, w: HelpWords) -> Option<&'static str> {
    Some(match role {
        Role::Editor => w.editor(),
        Role::Publisher => w.publisher(),
        Role::Secretary => w.secretary(),
        Role::Chair => w.chair(),
        Role::Moderator => w.moderator(),
        Role::Delegate => w.delegate(),
        Role::Clerk => w.clerk(),
        Role::Verifier => w.verifier(),
        Role::AppealBody => w.appeal_body(),
        Role::Superior => w.superior(),
        Role::Commander => w.commander(),
        Role::SiteRepresentative => w.site_representative(),
        Role::Auditor => w.auditor(),
        Role::Administrator => w.administrator(),
        Role::Guard => return None,
    })
}
