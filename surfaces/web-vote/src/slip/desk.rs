//! The secretary's list of slips; unused ones are cancelled here.

use super::SlipWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use base::time::Minute;
use base::vietnamese::{hour_span, number};
use forum::small_numbers::{COUNTS_FROM, steps};
use forum::voice::{Batch, SLIPS_PER_BATCH_MAX};
use forum::{Forum, Stage};
use web_kit::form::{Field, Form, key_input};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Key, Numbered, Paging, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind};

/// Batches on a page.
pub(super) const PAGE_ROWS: usize = 20;
/// The field that names the roll.
pub(super) const LABEL: &str = "cho-ai";
/// The field with the number of slips.
pub(super) const COUNT: &str = "so-phieu";

struct Row {
    batch: String,
    label: String,
    slips: String,
    used: String,
    when: String,
    /// Where unused ones are cancelled, and the key; none once they were.
    cancel: Option<(String, Html)>,
}

#[derive(Template)]
#[template(path = "slip/desk.html")]
struct Body {
    w: SlipWords,
    summary: Html,
    form: Option<Html>,
    rows: Vec<Row>,
    paging: Html,
}

/// How many slips of a batch were used, as the secretary may know it: a small batch would tell of single people, and while
/// votes are taken the number moves in steps (DESIGN §5, small numbers).
fn used(forum: &Forum, batch: &Batch, now: Minute) -> Option<u32> {
    if batch.slips < COUNTS_FROM {
        return None;
    }
    let open = forum.stage_at(now) < Stage::InSession;
    Some(if open { steps(batch.used) } else { batch.used })
}

/// The address of this page, without `/en`.
pub(super) fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "phieu")
}

/// `GET /dieu-hanh/dien-dan/{no}/phieu`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::IssueSlips, &at.forum) {
        return staff.forbidden();
    }
    let total = at.forum.voices.batches.len();
    let Some(paging) = Paging::read(&staff.scene, total, PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, paging))
}

/// `POST /dieu-hanh/dien-dan/{no}/phieu/{so}/huy`
pub(crate) async fn cancel(
    State(app): State<App>,
    at: InForum,
    Numbered(batch): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::CancelSlips, &at.forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let Some(batch) = batch.and_then(|batch| u32::try_from(batch).ok()) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    let command = Command::CancelSlips {
        forum: at.forum.no,
        batch,
    };
    let parts = ["cancel-slips", &at.forum.no.to_string(), &batch.to_string()];
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &path(&at.forum))),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    let paging = Paging::first(at.forum.voices.batches.len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, paging))
}

/// The list, with the form that makes more.
pub(super) fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, paging: Paging) -> String {
    let (w, lang) = (SlipWords(staff.scene.lang), staff.scene.lang);
    let may_make = staff.may(CommandKind::IssueSlips, forum);
    let rows = paging
        .rows(forum.voices.batches.iter().rev())
        .map(|(batch, known)| Row {
            batch: number(*batch, lang),
            label: app.private_words(known.label).unwrap_or_default(),
            slips: number(known.slips, lang),
            used: match used(forum, known, staff.scene.now) {
                Some(used) => number(used, lang),
                None => w.used_hidden(COUNTS_FROM),
            },
            when: hour_span(known.at, lang),
            cancel: (!known.cancelled && may_make).then(|| {
                let action = href(lang, &format!("{}/{batch}/huy", path(forum)));
                (action, key_input(Key::fresh(app).as_str()))
            }),
        });
    let rows: Vec<Row> = if may_make { rows.collect() } else { Vec::new() };
    let open = may_make && forum.stage_at(staff.scene.now) < Stage::InSession;
    let field = |field: Field<'static>, name: &str| field.value(sheet.typed(name).to_owned()).errors(&sheet.errors);
    let form = || {
        Form::new(lang, path(forum), w.make())
            .key(sheet.key(app, LABEL))
            .field(field(Field::text(LABEL, w.label()).hint(w.label_hint()), LABEL))
            .field(field(
                Field::new(
                    COUNT,
                    w.count(),
                    web_kit::form::Kind::Text(web_kit::form::TextKind::Number),
                )
                .hint(w.count_hint(SLIPS_PER_BATCH_MAX)),
                COUNT,
            ))
            .html()
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        form: open.then(form),
        rows,
        paging: paging.nav(lang, &path(forum)),
    });
    desk_page(staff, forum, w.title(), &path(forum), sheet, &body)
}
