//! `/dien-dan/{no}/doc-duyet`: how opinions were read.

use super::{Figures, ModerationWords};
use crate::forum::{ForumWords, path, title};
use crate::opinion::counts::Counts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::number;
use forum::Forum;
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::{App, InForum, Names, Scene, address};

struct Reader {
    mandate: String,
    all: String,
    kept_back: String,
}

#[derive(Template)]
#[template(path = "moderation/show.html")]
struct Body {
    w: ModerationWords,
    lead: String,
    tiles: Vec<(&'static str, String, String)>,
    counts: Vec<(&'static str, String)>,
    reasons: Vec<(&'static str, String)>,
    readers: Vec<Reader>,
    appeals: Vec<(&'static str, String)>,
    private: Vec<(&'static str, String)>,
    small: Vec<String>,
    opinions: String,
    rights: String,
}

/// `GET /dien-dan/{no}/doc-duyet`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let (scene, forum) = (&at.scene, &at.forum);
    scene.kept(&app, &headers, &scene.counting_key(forum.rev), || page(scene, forum))
}

fn page(scene: &Scene, forum: &Forum) -> String {
    let (w, lang) = (ModerationWords(scene.lang), scene.lang);
    let figures = Figures::of(scene.world(), forum, scene.public_size, scene.today);
    let counts = Counts::of(scene.world(), forum, scene.public_size);
    let n = |count: u32| number(count, lang);
    let reasons = counts.reasons.iter();
    let body = render(&Body {
        w,
        lead: w.lead(&title(scene, forum)),
        tiles: vec![
            (w.received(), n(figures.received), String::new()),
            (w.waiting(), n(figures.waiting), w.of_them_late(figures.late)),
            (w.kept_back(), n(counts.refused), String::new()),
            (w.appeals(), n(figures.appeals), w.of_them_granted(figures.granted)),
        ],
        counts: counts
            .rows(ForumWords(lang))
            .into_iter()
            .map(|(label, count)| (label, n(count)))
            .collect(),
        reasons: reasons
            .map(|(reason, count)| (Names(lang).reason(*reason), n(*count)))
            .collect(),
        readers: figures
            .readers
            .iter()
            .map(|(mandate, read)| Reader {
                mandate: w.mandate(&mandate.to_string()),
                all: n(read.all),
                kept_back: n(read.kept_back),
            })
            .collect(),
        appeals: appeals(w, &figures, n),
        private: vec![
            (w.private_all(), n(figures.private)),
            (w.private_answered(), n(figures.answered)),
            (w.private_late(), n(figures.private_late)),
        ],
        small: small(scene, w),
        opinions: href(lang, &address::opinions(forum.no)),
        rights: href(lang, "/ai-duoc-lam-gi"),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), path(forum)),
        Crumb::here(w.title()),
    ];
    scene.frame(w.title(), Some(Section::Forums), crumbs).page(body)
}

fn appeals(w: ModerationWords, figures: &Figures, n: impl Fn(u32) -> String) -> Vec<(&'static str, String)> {
    let days = figures.appeal_days;
    vec![
        (w.appeals_all(), n(figures.appeals)),
        (w.appeals_granted(), n(figures.granted)),
        (w.appeals_declined(), n(figures.declined)),
        (w.appeals_late(), n(figures.appeals_late)),
        (
            w.appeals_median(),
            days.map_or_else(|| w.none_yet().to_owned(), |days| w.days(days)),
        ),
    ]
}

/// How it is counted.
fn small(scene: &Scene, w: ModerationWords) -> Vec<String> {
    let terms = law::terms(scene.today);
    vec![
        w.how_terms(
            &terms.reading_working_days.to_string(),
            &terms.appeal_working_days.to_string(),
            &terms.private_answer_working_days.to_string(),
        ),
        w.how_late().to_owned(),
        w.how_reader().to_owned(),
        w.how_public().to_owned(),
    ]
}

impl Body {
    fn arrow(&self) -> Html {
        web_kit::icon(web_kit::Icon::Arrow)
    }
}
