//! `/cam-ket`. Numbers are the program's own constants, sentences follow its settings.

use super::words::PromiseWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::events::LawfulReason;
use forum::publication::{BATCH_OPINIONS_MAX, BATCH_OPINIONS_MIN};
use forum::small_numbers::{COUNTS_FROM, ROWS_FROM, SHARES_FROM, STEP};
use http::HeaderMap;
use ledger::ONCE_DAYS_KEPT;
use people::invitation::INVITATION_HOURS;
use web_kit::states::{Note, note};
use web_kit::{Crumb, Html, href, render};
use web_scene::{
    App, SESSION_HOURS, SESSION_IDLE_MINUTES, STAFF_PLACES, Scene, Settings, WRITE_BURST, WRITE_REFILL_SECONDS,
};

#[derive(Template)]
#[template(path = "promise/show.html")]
struct Show {
    w: PromiseWords,
    demo: Html,
    parts: Vec<Part>,
    facts: Vec<(&'static str, String)>,
    verify_href: String,
    rights_href: String,
    counting_href: String,
}

/// One section: its id, title and sentences.
struct Part {
    id: &'static str,
    title: &'static str,
    lines: Vec<String>,
}

/// The page.
pub(crate) async fn show(State(app): State<App>, mut scene: Scene, headers: HeaderMap) -> Response {
    scene.path = "/cam-ket".to_owned();
    scene.kept(&app, &headers, &scene.page_key(0), || page(&scene))
}

fn page(scene: &Scene) -> String {
    let (w, lang, settings) = (PromiseWords(scene.lang), scene.lang, &scene.settings);
    let body = render(&Show {
        w,
        demo: if settings.demo {
            note(Note::Warn, &Html::text(w.demo()))
        } else {
            Html::default()
        },
        parts: parts(scene),
        facts: facts(w, settings),
        verify_href: href(lang, "/kiem-chung"),
        rights_href: href(lang, "/ai-duoc-lam-gi"),
        counting_href: href(lang, "/thong-ke"),
    });
    scene.frame(w.title(), None, vec![Crumb::here(w.title())]).page(body)
}

fn parts(scene: &Scene) -> Vec<Part> {
    let (w, settings) = (PromiseWords(scene.lang), &scene.settings);
    let terms = law::terms(scene.today);
    let erased_after = scene.world().people.unpublished_days.unwrap_or(terms.erasure_days);
    let part = |id, title, lines| Part { id, title, lines };
    let said = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<String>>();
    let limit = match settings.rate_limit {
        true => w.limit_on(WRITE_BURST, WRITE_REFILL_SECONDS),
        false => w.limit_off().to_owned(),
    };
    let restore = match settings.high_water {
        true => w.could_restore_kept(),
        false => w.could_restore_not_kept(),
    };
    let mut kept = said(&[w.kept_nothing(), w.kept_account(), w.kept_visits()]);
    kept.push(w.kept_session(&STAFF_PLACES.join(", ")));
    kept.extend(said(&[w.kept_words(), w.kept_look(), w.kept_code()]));
    kept.extend([w.kept_once(ONCE_DAYS_KEPT), limit]);
    let mut sees = said(&[
        w.sees_order(),
        w.sees_quiet(),
        w.sees_network(),
        w.sees_held(),
        w.sees_votes(),
        w.file_times(),
    ]);
    sees.push(match settings.publish_every_seconds {
        0 => w.publish_at_once().to_owned(),
        seconds => w.publish_every(seconds),
    });
    let could = said(&[
        w.could_alter(),
        restore,
        w.could_ignore(),
        w.could_delay(),
        w.could_two(),
    ]);
    let readers = vec![
        w.readers_who().to_owned(),
        w.readers_when(terms.reading_working_days),
        w.readers_reasons(LawfulReason::ALL.len()),
        w.readers_words().to_owned(),
        w.readers_turns().to_owned(),
        w.readers_batch(BATCH_OPINIONS_MIN, BATCH_OPINIONS_MAX),
        w.readers_withdraw().to_owned(),
        w.readers_take_down().to_owned(),
        w.readers_private(terms.private_answer_working_days),
        w.readers_appeal(terms.appeal_working_days),
        w.readers_contests().to_owned(),
    ];
    let mut votes = said(&[w.votes_voice(), w.votes_private(), w.votes_receipt(), w.votes_kinds()]);
    votes.extend([
        w.votes_small(COUNTS_FROM, SHARES_FROM),
        w.votes_steps(STEP),
        w.votes_rows(ROWS_FROM),
    ]);
    if settings.rate_limit {
        votes.push(w.votes_limit().to_owned());
    }
    let mut erasure = said(&[w.erasure_how(), w.erasure_rest(), w.erasure_copies()]);
    if settings.database.keeps_a_log() {
        erasure.push(w.erasure_log().to_owned());
    }
    erasure.push(w.erasure_timetable(erased_after));
    let staff = vec![
        w.staff_session(SESSION_HOURS, SESSION_IDLE_MINUTES),
        w.staff_invitation(INVITATION_HOURS),
        w.staff_by().to_owned(),
    ];
    vec![
        part("h-giu", w.kept(), kept),
        part("h-biet", w.operator_sees(), sees),
        part("h-co-the", w.operator_could(), could),
        part("h-lam-chung", w.witnesses(), said(&[w.witnesses_text()])),
        part("h-doc", w.readers(), readers),
        part("h-bay-to", w.votes(), votes),
        part("h-xoa", w.erasure(), erasure),
        part("h-lam-viec", w.staff(), staff),
    ]
}

fn facts(w: PromiseWords, settings: &Settings) -> Vec<(&'static str, String)> {
    let yes = |is: bool| if is { w.yes().to_owned() } else { w.no().to_owned() };
    let transport = if settings.tls {
        w.transport_tls()
    } else {
        w.transport_plain()
    };
    let period = match settings.publish_every_seconds {
        0 => w.period_at_once().to_owned(),
        seconds => w.period_value(seconds),
    };
    vec![
        (w.origin(), settings.origin.clone()),
        (w.database(), settings.database.name().to_owned()),
        (w.transport(), transport.to_owned()),
        (w.period(), period),
        (w.limit(), yes(settings.rate_limit)),
        (w.high_water(), yes(settings.high_water)),
    ]
}
