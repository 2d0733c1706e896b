//! The clerk records that the speaker confirmed the summary aloud.

use super::list::turns;
use super::path;
use super::record::{PAGE_ROWS, page};
use crate::opinion::draft::{Draft, SIGN_NONE};
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use web_kit::{href, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, InForum, Numbered, Paging, Sent, Sheet, StaffForm};
use world::{Command, CommandKind, Refusal};

/// Said after it.
pub(super) const DONE: &str = "xac-nhan";

/// `POST /dieu-hanh/dien-dan/{no}/phat-bieu/{so}/xac-nhan`
pub(crate) async fn confirm(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let (lang, forum) = (staff.scene.lang, &at.forum);
    if !staff.may(CommandKind::ConfirmTurnAloud, forum) {
        return staff.forbidden();
    }
    let opinions = &staff.scene.world().forums.opinions;
    let is_here = |opinion: &u64| opinions.get(opinion).is_some_and(|one| one.forum == forum.no);
    let Some(opinion) = opinion.filter(is_here) else {
        return staff.scene.not_found();
    };
    let mut sheet = Sheet::sent(&app, lang, fields);
    let (seq, person) = (opinion.to_string(), staff.person.0.to_string());
    let parts = ["confirm-aloud", &seq, &person];
    let command = Command::ConfirmTurnAloud { opinion };
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong={DONE}", path(forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    let draft = Draft {
        sign: SIGN_NONE.to_owned(),
        ..Draft::default()
    };
    let paging = Paging::first(turns(&staff.scene, forum).len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, forum, (&sheet, &draft), paging))
}
