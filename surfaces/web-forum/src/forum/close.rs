//! Opinions and votes are closed by hand; a forum whose clauses have all ended is over.

use super::act::{self, Act};
use super::days::{WHY, reason};
use super::desk_words::DeskWords;
use axum::extract::State;
use axum::response::Response;
use base::time::Minute;
use forum::Forum;
use forum::document::REASON;
use web_scene::{App, InForum, Sheet, Staff, StaffForm};
use world::{Command, CommandKind};

fn closing(w: DeskWords, forum: &Forum, now: Minute) -> Act {
    let mut lead = w.close_lead().to_owned();
    if now < forum.closes.ends_at() {
        lead = format!("{lead} {}", w.close_early(forum.closes));
    }
    let unpublished = forum.held.len() + forum.cleared.len();
    if unpublished > 0 {
        lead = format!("{lead} {}", w.close_unpublished(unpublished));
    }
    Act {
        step: "dong",
        kind: CommandKind::CloseCollecting,
        title: w.close(),
        lead,
        submit: w.close_go(),
        at: None,
        carries: None,
        fields: |w, sheet, _| vec![reason(w, sheet)],
    }
}

fn ending(w: DeskWords) -> Act {
    Act {
        step: "khep",
        kind: CommandKind::CloseForum,
        title: w.finish(),
        lead: w.finish_lead().to_owned(),
        submit: w.finish(),
        at: None,
        carries: None,
        fields: |_, _, _| Vec::new(),
    }
}

/// `GET /dieu-hanh/dien-dan/{no}/dong`
pub(crate) async fn collecting_form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    let act = closing(DeskWords(staff.scene.lang), &at.forum, staff.scene.now);
    act::open(&app, &staff, &at.forum, &act)
}

/// `POST /dieu-hanh/dien-dan/{no}/dong`
pub(crate) async fn collecting(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let act = closing(DeskWords(staff.scene.lang), &at.forum, staff.scene.now);
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let reason = sheet.text(WHY, DeskWords(staff.scene.lang).what_reason(), &REASON);
    let parts: Vec<&str> = reason.as_deref().into_iter().collect();
    let command = reason.clone().map(|reason| Command::CloseCollecting {
        forum: at.forum.no,
        reason,
    });
    act::send(&app, &staff, &at.forum, &act, sheet, command, &parts).await
}

/// `GET /dieu-hanh/dien-dan/{no}/khep`
pub(crate) async fn forum_form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    act::open(&app, &staff, &at.forum, &ending(DeskWords(staff.scene.lang)))
}

/// `POST /dieu-hanh/dien-dan/{no}/khep`
pub(crate) async fn forum(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let act = ending(DeskWords(staff.scene.lang));
    let sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let command = Command::CloseForum { forum: at.forum.no };
    act::send(&app, &staff, &at.forum, &act, sheet, Some(command), &[]).await
}
