//! A moderator clears an opinion, or leaves it unpublished for a lawful reason.

use super::path;
use super::queue::{DONE_CLEAR, DONE_REFUSE, REASON, Said, is_of, page, page_of};
use crate::desk::DeskWords;
use crate::desk::frame::forbidden;
use crate::find::{InForum, Numbered};
use crate::kit::page::{Answer, alert};
use crate::names::Names;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::events::LawfulReason;
use web_kit::form::KEY_FIELD;
use web_kit::{href, see_other};
use web_scene::{App, Key, Staff, StaffForm, Unsent};
use world::rights::check;
use world::{Command, Refusal};

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/dang`
pub(crate) async fn clear(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let opinion = match asked(&at, &staff, opinion) {
        Ok(opinion) => opinion,
        Err(stop) => return stop.page(&staff),
    };
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    give(
        &app,
        &at,
        &staff,
        opinion,
        &key,
        Command::ClearOpinion { opinion },
        DONE_CLEAR,
    )
    .await
}

/// `POST /dieu-hanh/dien-dan/{no}/doc/{so}/khong-dang`
pub(crate) async fn refuse(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let opinion = match asked(&at, &staff, opinion) {
        Ok(opinion) => opinion,
        Err(stop) => return stop.page(&staff),
    };
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    let Some(reason) = LawfulReason::from_name(fields.get(REASON)) else {
        let sentence = DeskWords(staff.scene.lang).reason_choose();
        let said = Said {
            reason: Some((opinion, sentence)),
            key: Some((opinion, key)),
            ..Said::default()
        };
        return queue(&app, &staff, &at, opinion, Answer::Wrong, &said);
    };
    give(
        &app,
        &at,
        &staff,
        opinion,
        &key,
        Command::RefuseOpinion { opinion, reason },
        DONE_REFUSE,
    )
    .await
}

/// Why an opinion is not acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// The forum has no such opinion.
    Unknown,
    /// This person may not read it.
    Forbidden,
}

impl Stop {
    fn page(self, staff: &Staff) -> Response {
        match self {
            Stop::Unknown => staff.scene.not_found(),
            Stop::Forbidden => forbidden(staff),
        }
    }
}

/// The opinion an address names, when it is of this forum and this person may read it.
fn asked(at: &InForum, staff: &Staff, opinion: Option<u64>) -> Result<u64, Stop> {
    let world = staff.scene.world();
    let opinion = opinion.filter(|opinion| is_of(world, &at.forum, *opinion));
    let opinion = opinion.ok_or(Stop::Unknown)?;
    match check(world, Actor::Person(staff.person), &Command::ClearOpinion { opinion }) {
        Ok(_) => Ok(opinion),
        Err(_) => Err(Stop::Forbidden),
    }
}

async fn give(
    app: &App,
    at: &InForum,
    staff: &Staff,
    opinion: u64,
    key: &Key,
    command: Command,
    done: &'static str,
) -> Response {
    let lang = staff.scene.lang;
    let w = DeskWords(lang);
    let reason = match &command {
        Command::RefuseOpinion { reason, .. } => reason.as_str(),
        _ => "",
    };
    let body = format!("{done} {opinion} {reason} {}", staff.person.0);
    let unsent = match app
        .submit(Actor::Person(staff.person), command, Some((key, body.as_bytes())))
        .await
    {
        Ok(_) => return see_other(&href(lang, &format!("{}?xong={done}", path(&at.forum)))),
        Err(unsent) => unsent,
    };
    match unsent {
        Unsent::Busy => {
            let said = Said {
                status: alert(w.busy()),
                key: Some((opinion, key.clone())),
                ..Said::default()
            };
            queue(app, staff, at, opinion, Answer::Busy, &said)
        }
        Unsent::OtherBody => {
            let said = Said {
                status: alert(w.stale()),
                ..Said::default()
            };
            queue(app, staff, at, opinion, Answer::Wrong, &said)
        }
        Unsent::Refused(Refusal::NotAllowed(_)) => forbidden(staff),
        Unsent::Refused(refusal) => {
            let said = Said {
                status: alert(&Names(lang).refusal(&refusal)),
                ..Said::default()
            };
            queue(app, staff, at, opinion, Answer::Wrong, &said)
        }
    }
}

fn queue(app: &App, staff: &Staff, at: &InForum, opinion: u64, answer: Answer, said: &Said) -> Response {
    let paging = page_of(&at.forum, opinion);
    page(app, staff, &at.forum, paging, answer, said)
}
