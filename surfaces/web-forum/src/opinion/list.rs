//! The published opinions of a forum, in the order of their numbers, and what became of the others.

use super::counts::Counts;
use super::promise::{days_late, read_by};
use super::subject::{ITEM, NATURE, PARAGRAPH};
use super::{OpinionWords, Signed, SubjectWords, facts, signature, subject};
use crate::forum::{path, title};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use base::vietnamese::{hour_span, number};
use forum::events::{About, Nature, REASONS, STATEMENT};
use forum::{Forum, Opinion, OpinionState, Stage};
use http::HeaderMap;
use web_kit::{Crumb, Html, Section, href, render, states};
use web_scene::InForum;
use web_scene::said::said;
use web_scene::{App, ForumNames, Names, Paging, Scene, address};

/// Opinions of a page.
const PAGE_ROWS: usize = 20;

/// What the address asks for; persons are nothing to ask for.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Narrowed {
    nature: Option<Nature>,
    about: Option<About>,
}

impl Narrowed {
    /// Reads `?loai=`, `?doan=`, `?muc=`; `None` when a value is none that a link of ours has.
    fn read(scene: &Scene) -> Option<Narrowed> {
        let query = scene.query();
        let nature = match query.get(NATURE) {
            "" => None,
            typed => Some(Nature::from_name(typed)?),
        };
        let number = |typed: &str| typed.parse::<u32>().ok().filter(|number| number.to_string() == typed);
        let about = match (query.get(PARAGRAPH), query.get(ITEM)) {
            ("", "") => None,
            (typed, "") => Some(About::Paragraph(number(typed)?)),
            (_, typed) => Some(About::AgendaItem(number(typed)?)),
        };
        Some(Narrowed { nature, about })
    }

    fn fits(self, opinion: &Opinion) -> bool {
        self.nature.is_none_or(|nature| opinion.nature == Some(nature))
            && self.about.is_none_or(|about| opinion.about == Some(about))
    }

    /// As fields of an address.
    fn fields(self) -> [(&'static str, String); 3] {
        let about = |wanted: fn(About) -> Option<u32>| {
            let number = self.about.and_then(wanted);
            number.map(|number| number.to_string()).unwrap_or_default()
        };
        let paragraph = about(|about| match about {
            About::Paragraph(number) => Some(number),
            About::AgendaItem(_) => None,
        });
        let item = about(|about| match about {
            About::AgendaItem(number) => Some(number),
            About::Paragraph(_) => None,
        });
        let nature = self.nature.map_or("", Nature::as_str).to_owned();
        [(NATURE, nature), (PARAGRAPH, paragraph), (ITEM, item)]
    }

    /// The address of the list narrowed like this, without `/en`.
    fn path(self, forum: &Forum) -> String {
        let fields = self.fields();
        let set = fields.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = set.map(|(name, value)| format!("{name}={value}")).collect();
        match query.is_empty() {
            true => address::opinions(forum.no),
            false => format!("{}?{}", address::opinions(forum.no), query.join("&")),
        }
    }
}

struct Row {
    facts: Html,
    statement: Html,
    reasons: Html,
    /// None once it is taken down.
    signed: Option<Signed>,
    label: String,
    link: String,
    answers: String,
}

struct Tab {
    label: &'static str,
    link: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "opinion/list.html")]
struct Body {
    w: OpinionWords,
    lead: String,
    waiting: String,
    is_late: bool,
    cleared: String,
    tabs: Vec<Tab>,
    /// The place that was asked for, where it is, and the way to all of them.
    about: Option<(String, String, String)>,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
    reasons: Vec<(&'static str, String)>,
    total: String,
    moderation: String,
    write: Option<String>,
}

/// `GET /dien-dan/{no}/y-kien/`
pub(crate) async fn show(State(app): State<App>, at: InForum, headers: HeaderMap) -> Response {
    let (scene, forum) = (&at.scene, &at.forum);
    let Some(narrowed) = Narrowed::read(scene) else {
        return scene.not_found();
    };
    let total = match narrowed == Narrowed::default() {
        true => forum.published.len(),
        false => fitting(scene, forum, narrowed).count(),
    };
    let Some(paging) = Paging::read(scene, total, PAGE_ROWS) else {
        return scene.not_found();
    };
    scene.kept(&app, &headers, &scene.counting_key(forum.rev), || {
        page(scene, forum, narrowed, paging)
    })
}

/// The opinions the address asks for: number, entry, opinion.
fn fitting<'a>(
    scene: &'a Scene,
    forum: &'a Forum,
    narrowed: Narrowed,
) -> impl Iterator<Item = (u32, u64, &'a Opinion)> {
    let opinions = &scene.world().forums.opinions;
    let known = forum.published.iter();
    let known = known.filter_map(|(number, seq)| Some((*number, *seq, opinions.get(seq)?)));
    known.filter(move |(.., opinion)| narrowed.fits(opinion))
}

fn page(scene: &Scene, forum: &Forum, narrowed: Narrowed, paging: Paging) -> String {
    let (w, lang) = (OpinionWords(scene.lang), scene.lang);
    let opinions = &scene.world().forums.opinions;
    let rows: Vec<Row> = paging
        .rows(fitting(scene, forum, narrowed))
        .map(|(number, seq, opinion)| row(scene, forum, number, seq, opinion))
        .collect();
    let noindex = rows
        .iter()
        .any(|row| row.signed.as_ref().is_some_and(|signed| signed.has_name));
    let counts = Counts::of(scene.world(), forum, scene.public_size);
    let waiting = forum.held.range(..scene.public_size);
    let oldest = waiting.filter_map(|seq| opinions.get(seq)).next();
    let reasons = counts.reasons.iter();
    let fields = narrowed.fields();
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let is_open = forum.stage_at(scene.now) == Stage::Collecting;
    let body = render(&Body {
        w,
        lead: w.list_lead(&title(scene, forum)),
        waiting: match oldest {
            Some(oldest) => w.waiting(counts.waiting as usize, &hour_span(oldest.at, lang)),
            None => w.waiting_none().to_owned(),
        },
        is_late: oldest.is_some_and(|oldest| days_late(read_by(oldest), scene.today) > 0),
        cleared: if counts.cleared == 0 {
            String::new()
        } else {
            w.cleared(counts.cleared as usize)
        },
        tabs: tabs(scene, forum, narrowed),
        about: about(scene, forum, narrowed),
        write: (is_open && !rows.is_empty()).then(|| href(lang, &write_path(forum, narrowed))),
        rows,
        empty: empty(scene, forum, narrowed, is_open),
        paging: paging.nav_of(lang, &address::opinions(forum.no), &fields),
        reasons: reasons
            .map(|(reason, n)| (Names(lang).reason(*reason), number(*n, lang)))
            .collect(),
        total: number(counts.refused, lang),
        moderation: href(lang, &address::moderation(forum.no)),
    });
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(forum.no.label(), path(forum)),
        Crumb::here(w.list_title()),
    ];
    let mut frame = scene.frame(w.list_title(), Some(Section::Forums), crumbs);
    frame.noindex = noindex;
    frame.page(body)
}

/// The natures that published opinions have, as links; nothing when no author chose one.
fn tabs(scene: &Scene, forum: &Forum, narrowed: Narrowed) -> Vec<Tab> {
    let opinions = &scene.world().forums.opinions;
    let natures = forum.published.values().filter_map(|seq| opinions.get(seq)?.nature);
    let there: std::collections::BTreeSet<Nature> = natures.collect();
    if there.is_empty() && narrowed.nature.is_none() {
        return Vec::new();
    }
    let tab = |nature: Option<Nature>, label| Tab {
        label,
        link: href(scene.lang, &Narrowed { nature, ..narrowed }.path(forum)),
        is_here: nature == narrowed.nature,
    };
    let (w, names) = (OpinionWords(scene.lang), ForumNames(scene.lang));
    let mut tabs = vec![tab(None, w.every_nature())];
    let wanted = Nature::ALL.into_iter();
    let wanted = wanted.filter(|nature| there.contains(nature) || narrowed.nature == Some(*nature));
    tabs.extend(wanted.map(|nature| tab(Some(nature), names.nature(nature))));
    tabs
}

fn about(scene: &Scene, forum: &Forum, narrowed: Narrowed) -> Option<(String, String, String)> {
    let about = narrowed.about?;
    let all = Narrowed {
        about: None,
        ..narrowed
    };
    Some((
        subject::place(SubjectWords(scene.lang), about),
        href(scene.lang, &subject::path(forum, about)),
        href(scene.lang, &all.path(forum)),
    ))
}

/// The form, with the place that was asked for.
fn write_path(forum: &Forum, narrowed: Narrowed) -> String {
    let write = address::write(forum.no);
    match narrowed.about {
        Some(About::Paragraph(number)) => format!("{write}?{PARAGRAPH}={number}"),
        Some(About::AgendaItem(number)) => format!("{write}?{ITEM}={number}"),
        None => write,
    }
}

fn empty(scene: &Scene, forum: &Forum, narrowed: Narrowed, is_open: bool) -> Html {
    let w = OpinionWords(scene.lang);
    let (write, all) = (write_path(forum, narrowed), address::opinions(forum.no));
    if narrowed != Narrowed::default() && !forum.published.is_empty() {
        return states::empty(scene.lang, w.none_such_title(), w.none_such(), Some((&all, w.all_go())));
    }
    match is_open {
        true => states::empty(scene.lang, w.none_title(), w.none_open(), Some((&write, w.write_go()))),
        false => states::empty(
            scene.lang,
            w.none_title(),
            w.none_else(),
            Some((&path(forum), w.back())),
        ),
    }
}

fn row(scene: &Scene, forum: &Forum, number: u32, seq: u64, opinion: &Opinion) -> Row {
    let w = SubjectWords(scene.lang);
    let answers = forum.answers_to(number).count();
    let (statement, reasons, signed) = match opinion.state {
        OpinionState::TakenDown(_, reason) => {
            let why = w.taken_down(&web_scene::names::in_sentence(Names(scene.lang).reason(reason)));
            (
                states::note(states::Note::Warn, &Html::text(&why)),
                Html::default(),
                None,
            )
        }
        _ => {
            let reasons = opinion.has_reasons;
            let reasons = reasons.then(|| said(scene, SealedRef::new(seq, REASONS), "voice gap-s"));
            (
                said(scene, SealedRef::new(seq, STATEMENT), "say"),
                reasons.unwrap_or_default(),
                Some(signature(scene, seq, opinion)),
            )
        }
    };
    Row {
        facts: facts(scene, forum, opinion),
        statement,
        reasons,
        signed,
        label: opinion_label(number),
        link: href(scene.lang, &address::opinion(forum.no, number)),
        answers: match answers {
            0 => String::new(),
            answers => w.answers(answers),
        },
    }
}
