//! A forum is opened for opinions.

use super::desk::{OPENED, page};
use super::desk_path;
use crate::work::rights::may_open;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use web_kit::{Html, href, see_other};
use web_scene::InForum;
use web_scene::refusal::refusal;
use web_scene::{App, Sent, Sheet, StaffForm};
use world::{Command, Refusal};

/// `POST /dieu-hanh/dien-dan/{no}/mo`
pub(crate) async fn open(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let forum = &at.forum;
    let lang = staff.scene.lang;
    if !may_open(staff.scene.world(), staff.person, forum) {
        return staff.forbidden();
    }
    let mut sheet = Sheet::sent(&app, lang, fields);
    let parts = ["open", &forum.no.to_string(), &staff.person.0.to_string()];
    let command = Command::OpenForum { forum: forum.no };
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong={OPENED}", desk_path(forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => sheet.notice = refusal(&why, lang),
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, forum, &sheet, Html::default()))
}
