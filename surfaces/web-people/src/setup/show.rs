//! One step on its page.

use super::step::{lacking_kinds, lacking_roles};
use super::{Done, SetupWords, Step, on_step};
use crate::access::Administrator;
use crate::invitation::minute_in_words;
use crate::office::{emblem, name, retention};
use crate::person::{self, display_name};
use crate::{office, organisation};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use web_kit::{Crumb, Html, Lang, escape, href, render};
use web_scene::names::in_sentence;
use web_scene::{App, Names, Sheet, Staff, WorkPage, work};

/// Rows of a list on a step's page.
const ROWS: usize = 10;
/// The office's time zone, and how it differs from universal time.
const ZONE: (&str, &str) = ("Asia/Ho_Chi_Minh", "UTC+7");

#[derive(Template)]
#[template(path = "setup/show.html")]
struct Show {
    w: SetupWords,
    summary: Html,
    place: String,
    state: Html,
    dots: Vec<&'static str>,
    title: &'static str,
    about: &'static str,
    lacking: String,
    body: Html,
    before: Option<(String, String)>,
    after: Option<(String, String)>,
    list: String,
}

#[derive(Template)]
#[template(path = "setup/card.html")]
struct Card<'a> {
    title: &'a str,
    inner: Html,
}

#[derive(Template)]
#[template(path = "setup/list.html")]
struct List<'a> {
    w: SetupWords,
    rows: Vec<Row>,
    newest: String,
    all: String,
    add: &'a str,
    form: Html,
}

struct Row {
    name: String,
    about: String,
    go: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "setup/zone.html")]
struct Zone {
    w: SetupWords,
    name: &'static str,
    offset: &'static str,
    now: String,
}

/// `GET /quan-tri/bat-dau/{buoc}`.
pub(crate) async fn page(
    State(app): State<App>,
    Administrator(staff): Administrator,
    step: Result<Path<String>, PathRejection>,
) -> Response {
    let Some(step) = step.ok().and_then(|Path(name)| Step::from_name(&name)) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet, step))
}

/// The page of a step, with its form as it stands.
pub(super) fn html(app: &App, staff: &Staff, sheet: &Sheet, step: Step) -> String {
    let lang = staff.scene.lang;
    let (w, done) = (SetupWords(lang), step.done(staff));
    let link = |step: Step, words: fn(SetupWords, &str) -> String| {
        (href(lang, &step.path()), words(w, &in_sentence(step.title(lang))))
    };
    let onwards = if done == Done::NotNeeded {
        SetupWords::skip
    } else {
        SetupWords::after
    };
    let body = render(&Show {
        w,
        summary: sheet.summary(),
        place: w.place(step.number(), Step::ALL.len()),
        state: done.label(lang),
        dots: Step::ALL.iter().map(|one| dot(staff, *one, step)).collect(),
        title: step.title(lang),
        about: about(step, w),
        lacking: lacking(staff, step),
        body: body(app, staff, sheet, step),
        before: step.before().map(|step| link(step, SetupWords::before)),
        after: step.after().map(|step| link(step, onwards)),
        list: href(lang, work::ADMINISTRATION),
    });
    let path = step.path();
    let page = WorkPage {
        place: work::ADMINISTRATION,
        crumbs: vec![Crumb::here(step.title(lang))],
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(step.title(lang), &path)
    };
    page.html(staff, &body)
}

fn dot(staff: &Staff, one: Step, here: Step) -> &'static str {
    match (one == here, one.done(staff)) {
        (true, _) => "now",
        (false, Done::Yes) => "done",
        (false, Done::No | Done::NotNeeded) => "",
    }
}

const fn about(step: Step, w: SetupWords) -> &'static str {
    match step {
        Step::Office => w.office_about(),
        Step::OwnName => w.own_name_about(),
        Step::Emblem => w.emblem_about(),
        Step::Zone => w.zone_about(),
        Step::Retention => w.retention_about(),
        Step::Organisations => w.organisations_about(),
        Step::People => w.people_about(),
        Step::Forum => w.forum_about(),
    }
}

/// What a step still needs, in one sentence; empty when it needs nothing.
pub(crate) fn lacking(staff: &Staff, step: Step) -> String {
    let (world, lang) = (staff.scene.world(), staff.scene.lang);
    let names = Names(lang);
    let lacking: Vec<String> = match step {
        Step::Organisations => lacking_kinds(world)
            .map(|kind| in_sentence(names.organisation_kind(kind)))
            .collect(),
        Step::People => lacking_roles(world).map(|role| in_sentence(names.role(role))).collect(),
        _ => Vec::new(),
    };
    match lacking.is_empty() {
        true => String::new(),
        false => SetupWords(lang).lacking(&lacking.join(", ")),
    }
}

fn body(app: &App, staff: &Staff, sheet: &Sheet, step: Step) -> Html {
    let lang = staff.scene.lang;
    let card = |inner| {
        render(&Card {
            title: step.title(lang),
            inner,
        })
    };
    match step {
        Step::Office => card(name::office_form(app, staff, sheet).after(on_step()).html()),
        Step::OwnName if staff.name.is_empty() || sheet.has_errors() => {
            card(name::own_form(app, staff, sheet).after(on_step()).html())
        }
        Step::OwnName => paragraph(&SetupWords(lang).own_name_there(&staff.name)),
        Step::Emblem => emblem::section(app, staff, sheet, on_step()),
        Step::Zone => zone(staff),
        Step::Retention => card(retention::form(app, staff, sheet).after(on_step()).html()),
        Step::Organisations => organisations(app, staff, sheet),
        Step::People => people(app, staff, sheet),
        Step::Forum => forum(staff),
    }
}

fn paragraph(words: &str) -> Html {
    Html::trusted(format!(r#"<p class="read gap-s" dir="auto">{}</p>"#, escape(words)))
}

/// The time zone as a fact.
pub(crate) fn zone(staff: &Staff) -> Html {
    let lang = staff.scene.lang;
    render(&Zone {
        w: SetupWords(lang),
        name: ZONE.0,
        offset: ZONE.1,
        now: minute_in_words(staff.scene.now, lang),
    })
}

fn organisations(app: &App, staff: &Staff, sheet: &Sheet) -> Html {
    let lang = staff.scene.lang;
    let all = &staff.scene.world().people.organisations;
    let rows = all.iter().rev().take(ROWS).map(|(id, one)| Row {
        name: organisation::name_of(&staff.scene, *id),
        about: Names(lang).organisation_kind(one.kind).to_owned(),
        go: None,
    });
    list(
        rows.collect(),
        work::ORGANISATIONS,
        organisation::words(lang).add(),
        organisation::form(app, sheet, lang),
        lang,
    )
}

fn people(app: &App, staff: &Staff, sheet: &Sheet) -> Html {
    let lang = staff.scene.lang;
    let w = person::PersonWords(lang);
    let all = &staff.scene.world().people.persons;
    let rows = all.iter().rev().take(ROWS).map(|(id, one)| {
        let name = display_name(app, &staff.scene, *id);
        Row {
            about: match Names(lang).roles_of(one) {
                none if none.is_empty() => w.no_roles().to_owned(),
                roles => roles,
            },
            go: Some((href(lang, &person::path(*id)), SetupWords(lang).give_more(&name))),
            name,
        }
    });
    list(
        rows.collect(),
        work::PEOPLE,
        w.add(),
        person::list::form(app, staff, sheet),
        lang,
    )
}

fn list(rows: Vec<Row>, all: &str, add: &str, form: web_kit::Form<'_>, lang: Lang) -> Html {
    let w = SetupWords(lang);
    render(&List {
        w,
        newest: w.newest(rows.len()),
        rows,
        all: href(lang, all),
        add,
        form: form.after(on_step()).html(),
    })
}

fn forum(staff: &Staff) -> Html {
    let lang = staff.scene.lang;
    let w = SetupWords(lang);
    let before = Step::next(staff).filter(|step| *step != Step::Forum);
    let (note, go) = match (before, staff.scene.world().forums.forums.len()) {
        (Some(step), _) => (w.forum_first(&in_sentence(step.title(lang))), w.forum_go()),
        (None, 0) => (String::new(), w.forum_go()),
        (None, n) => (w.forum_there(n), w.forum_more()),
    };
    let mut html = if note.is_empty() {
        Html::default()
    } else {
        paragraph(&note)
    };
    html.push(&office::button(&href(lang, work::ANNOUNCE), go));
    html
}
