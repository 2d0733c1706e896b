//! The desk of the report: its sections in order, and the way to write, to take out and to publish.

use super::{WriterWords, desk_path};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::report::{SECTIONS_MAX, Section};
use forum::{Forum, Stage};
use web_kit::states::{Note, note, note_with, state};
use web_kit::{Html, Icon, href, render};
use web_scene::work::desk_page;
use web_scene::{App, InForum, Scene, Sheet, Staff, address};

struct Row {
    number: u32,
    place: String,
    heading: String,
    holds: String,
    mark: Html,
    edit: String,
    /// Where it is taken out; none once the report is published.
    drop: Option<String>,
}

#[derive(Template)]
#[template(path = "report/desk.html")]
struct Body {
    w: WriterWords,
    summary: Html,
    status: Html,
    lead: String,
    warning: Html,
    open: bool,
    rows: Vec<Row>,
    add: Option<String>,
    publish: Option<String>,
    see: String,
}

/// `GET /dieu-hanh/dien-dan/{no}/bao-cao`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let w = WriterWords(staff.scene.lang);
    let done = match staff.scene.query().get("xong") {
        "luu" => Some(w.saved()),
        "bo" => Some(w.was_dropped()),
        "dang" => Some(w.was_published()),
        _ => None,
    };
    let status = done.map_or_else(Html::default, |done| {
        note_with(Note::Ok, Icon::Check, &Html::text(done), true)
    });
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, status))
}

/// What is said when too few days are left for people to read the report; nothing while there are enough, and once it is
/// published.
pub(super) fn warning(scene: &Scene, forum: &Forum) -> Html {
    let w = WriterWords(scene.lang);
    let days = law::terms(scene.today).announcement_days;
    let left = u32::try_from(scene.today.days_until(forum.day)).unwrap_or_default();
    if forum.report.published.is_some() || left >= days || forum.stage >= Stage::Concluded {
        return Html::default();
    }
    let words = match left {
        0 => w.day_over(forum.day),
        left => w.soon(left, days, forum.day),
    };
    note(Note::Late, &Html::text(&words))
}

/// The heading of a section, published or not. Whoever calls this has checked that the viewer writes the report.
pub(super) fn heading(app: &App, section: &Section) -> String {
    app.private_words(section.heading).unwrap_or_default()
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, status: Html) -> String {
    let (scene, lang, report) = (&staff.scene, staff.scene.lang, &forum.report);
    let w = WriterWords(lang);
    let open = forum.stage < Stage::Concluded;
    let path = desk_path(forum);
    let row = |(number, section): (u32, &Section)| Row {
        number,
        place: w.place_at(section.place),
        heading: heading(app, section),
        holds: w.holds(section.paragraphs.len(), section.figures.len()),
        mark: match report.published {
            Some(_) => state(Note::Ok, Icon::Check, w.published()),
            None => state(Note::Plain, Icon::Pen, w.draft()),
        },
        edit: href(lang, &format!("{path}/{number}")),
        drop: report
            .published
            .is_none()
            .then(|| href(lang, &format!("{path}/{number}/bo"))),
    };
    let force = forum.force.map(|id| scene.organisation(id)).unwrap_or_default();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status,
        lead: match report.published {
            Some(at) => w.lead_published(at.office_date()),
            None if forum.force.is_none() => w.lead_office().to_owned(),
            None => w.lead(force),
        },
        warning: warning(scene, forum),
        open,
        rows: report.in_order().into_iter().map(row).collect(),
        add: (open && report.sections.len() < SECTIONS_MAX).then(|| href(lang, &format!("{path}/moi"))),
        publish: (open && report.published.is_none() && !report.sections.is_empty())
            .then(|| href(lang, &format!("{path}/dang"))),
        see: href(lang, &address::report(forum.no)),
    });
    desk_page(staff, forum, w.title(), &path, sheet, &body)
}
