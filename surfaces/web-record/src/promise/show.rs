//! `/cam-ket`. Numbers are the program's own constants, sentences follow its settings.

use super::words::PromiseWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::events::LawfulReason;
use forum::publication::{BATCH_OPINIONS_MAX, BATCH_OPINIONS_MIN};
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
        parts: parts(w, settings),
        facts: facts(w, settings),
        verify_href: href(lang, "/kiem-chung"),
        rights_href: href(lang, "/ai-duoc-lam-gi"),
    });
    scene.frame(w.title(), None, vec![Crumb::here(w.title())]).page(body)
}

fn parts(w: PromiseWords, settings: &Settings) -> Vec<Part> {
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
    let mut kept = said(&[w.kept_nothing(), w.kept_account()]);
    kept.push(w.kept_session(&STAFF_PLACES.join(", ")));
    kept.extend(said(&[w.kept_words(), w.kept_code()]));
    kept.extend([w.kept_once(ONCE_DAYS_KEPT), limit]);
    let mut sees = said(&[
        w.sees_order(),
        w.sees_quiet(),
        w.sees_network(),
        w.sees_held(),
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
        w.readers_reasons(LawfulReason::ALL.len()),
        w.readers_words().to_owned(),
        w.readers_batch(BATCH_OPINIONS_MIN, BATCH_OPINIONS_MAX),
        w.readers_withdraw().to_owned(),
        w.readers_appeal().to_owned(),
    ];
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
        part(
            "h-xoa",
            w.erasure(),
            said(&[w.erasure_how(), w.erasure_rest(), w.erasure_copies()]),
        ),
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
        (w.database(), settings.database.to_owned()),
        (w.transport(), transport.to_owned()),
        (w.period(), period),
        (w.limit(), yes(settings.rate_limit)),
        (w.high_water(), yes(settings.high_water)),
    ]
}
