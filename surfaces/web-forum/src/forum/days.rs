//! A forum's days change: postponed, extended, cancelled, each with a reason that everyone reads.

use super::act::{self, Act};
use super::desk_words::DeskWords;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::short_date;
use forum::Forum;
use forum::document::REASON;
use web_kit::form::Field;
use web_scene::{App, InForum, Sheet, Staff, StaffForm};
use world::{Command, CommandKind};

const CLOSES: &str = "han";
const DAY: &str = "ngay";
/// The field in which it is said why.
pub(super) const WHY: &str = "ly_do";

/// The field for the reason that everyone reads.
pub(super) fn reason(w: DeskWords, sheet: &Sheet) -> Field<'static> {
    Field::voice(WHY, w.reason(), REASON.max_chars as u32)
        .hint(w.reason_hint())
        .value(sheet.typed(WHY).to_owned())
}

fn date(field: Field<'static>, sheet: &Sheet, name: &str, now: base::time::Date) -> Field<'static> {
    let now = short_date(now, base::vietnamese::Lang::Vi);
    field.value(sheet.value(name, &now).to_owned())
}

fn postponing(w: DeskWords) -> Act {
    Act {
        step: "lui",
        kind: CommandKind::PostponeForum,
        title: w.postpone(),
        lead: w.postpone_lead().to_owned(),
        submit: w.postpone(),
        at: Some(DAY),
        carries: None,
        fields: |w, sheet, forum| {
            vec![
                date(Field::date(CLOSES, w.closes()), sheet, CLOSES, forum.closes),
                date(Field::date(DAY, w.day()), sheet, DAY, forum.day),
                reason(w, sheet),
            ]
        },
    }
}

fn extending(w: DeskWords, forum: &Forum) -> Act {
    Act {
        step: "keo-dai",
        kind: CommandKind::ExtendForum,
        title: w.extend(),
        lead: w.extend_lead(forum.closes),
        submit: w.extend(),
        at: Some(CLOSES),
        carries: None,
        fields: |w, sheet, forum| {
            vec![
                date(Field::date(CLOSES, w.closes()), sheet, CLOSES, forum.closes),
                reason(w, sheet),
            ]
        },
    }
}

fn cancelling(w: DeskWords) -> Act {
    Act {
        step: "huy",
        kind: CommandKind::CancelForum,
        title: w.cancel(),
        lead: w.cancel_lead().to_owned(),
        submit: w.cancel(),
        at: None,
        carries: None,
        fields: |w, sheet, _| vec![reason(w, sheet)],
    }
}

/// `GET /dieu-hanh/dien-dan/{no}/lui`
pub(crate) async fn postpone_form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    act::open(&app, &staff, &at.forum, &postponing(DeskWords(staff.scene.lang)))
}

/// `POST /dieu-hanh/dien-dan/{no}/lui`
pub(crate) async fn postpone(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let w = DeskWords(staff.scene.lang);
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let closes = sheet.date(CLOSES, w.what_closes());
    let day = sheet.date(DAY, w.what_day());
    let reason = sheet.text(WHY, w.what_reason(), &REASON);
    let (mut parts, mut command) = (Vec::new(), None);
    if let (Some(closes), Some(day), Some(reason)) = (closes, day, reason) {
        parts = vec![closes.to_string(), day.to_string(), reason.clone()];
        command = Some(Command::PostponeForum {
            forum: at.forum.no,
            closes,
            day,
            reason,
        });
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    act::send(&app, &staff, &at.forum, &postponing(w), sheet, command, &parts).await
}

/// `GET /dieu-hanh/dien-dan/{no}/keo-dai`
pub(crate) async fn extend_form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    let act = extending(DeskWords(staff.scene.lang), &at.forum);
    act::open(&app, &staff, &at.forum, &act)
}

/// `POST /dieu-hanh/dien-dan/{no}/keo-dai`
pub(crate) async fn extend(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let w = DeskWords(staff.scene.lang);
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let closes = sheet.date(CLOSES, w.what_closes());
    let reason = sheet.text(WHY, w.what_reason(), &REASON);
    let (mut parts, mut command) = (Vec::new(), None);
    if let (Some(closes), Some(reason)) = (closes, reason) {
        parts = vec![closes.to_string(), reason.clone()];
        command = Some(Command::ExtendForum {
            forum: at.forum.no,
            closes,
            reason,
        });
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let act = extending(w, &at.forum);
    act::send(&app, &staff, &at.forum, &act, sheet, command, &parts).await
}

/// `GET /dieu-hanh/dien-dan/{no}/huy`
pub(crate) async fn cancel_form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    act::open(&app, &staff, &at.forum, &cancelling(DeskWords(staff.scene.lang)))
}

/// `POST /dieu-hanh/dien-dan/{no}/huy`
pub(crate) async fn cancel(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let w = DeskWords(staff.scene.lang);
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let reason = sheet.text(WHY, w.what_reason(), &REASON);
    let parts: Vec<&str> = reason.as_deref().into_iter().collect();
    let command = reason.clone().map(|reason| Command::CancelForum {
        forum: at.forum.no,
        reason,
    });
    act::send(&app, &staff, &at.forum, &cancelling(w), sheet, command, &parts).await
}
