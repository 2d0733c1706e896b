//! A published text is reported. Like every page where citizens write, this one takes no header, no cookie and no session;
//! the address is seen by the limiter alone, which forgets it.

use super::{FlagWords, Reported, reported};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::events::LawfulReason;
use std::collections::BTreeSet;
use web_kit::form::{Choice, Field, Form, Kind};
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, Fields, Names, Numbered, Place, Scene, Sent, Sheet, address};
use world::Command;
use world::flag::FLAG_NOTE;

const REASON: &str = "ly_do";
const NOTE: &str = "ghi_chu";
/// What stands after the question mark once a report was received.
const RECEIVED: &str = "nhan";

#[derive(Template)]
#[template(path = "flag/raise.html")]
struct Body {
    w: FlagWords,
    summary: Html,
    status: Html,
    place: Option<(String, String)>,
    words: Vec<Html>,
    form: Option<Html>,
}

/// The text an address names, when anyone may read it.
fn find(scene: &Scene, entry: Option<u64>) -> Option<(u64, Reported)> {
    let entry = entry?;
    let found = reported(scene, &BTreeSet::from([entry])).remove(&entry)?;
    found.is_public().then_some((entry, found))
}

/// `GET /bao/{so}`
pub(crate) async fn form(State(app): State<App>, scene: Scene, Numbered(entry): Numbered) -> Response {
    let Some((entry, found)) = find(&scene, entry) else {
        return scene.not_found();
    };
    let sheet = Sheet::fresh(scene.lang);
    let is_received = scene.query().get("xong") == RECEIVED;
    sheet.answer(page(&app, &scene, entry, &found, &sheet, is_received))
}

/// `POST /bao/{so}`
pub(crate) async fn send(
    State(app): State<App>,
    scene: Scene,
    Numbered(entry): Numbered,
    place: Place,
    fields: Fields,
) -> Response {
    let Some((entry, found)) = find(&scene, entry) else {
        return scene.not_found();
    };
    let (w, lang) = (FlagWords(scene.lang), scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let reason = LawfulReason::from_name(sheet.typed(REASON));
    if reason.is_none() {
        sheet.errors.add(REASON, w.reason_choose());
    }
    let note = match sheet.typed(NOTE).trim() {
        "" => Some(None),
        _ => sheet.text(NOTE, w.what_note(), &FLAG_NOTE).map(Some),
    };
    if let (Some(reason), Some(note)) = (reason, note)
        && sheet.may_write(&app, &place).is_ok()
    {
        let parts = [
            "flag",
            &entry.to_string(),
            reason.as_str(),
            note.as_deref().unwrap_or_default(),
        ];
        let command = Command::FlagText {
            entry,
            reason,
            note: note.clone(),
        };
        match sheet.send(&app, Actor::Anyone, command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong={RECEIVED}", address::flag(entry)))),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &scene, entry, &found, &sheet, false))
}

fn page(app: &App, scene: &Scene, entry: u64, found: &Reported, sheet: &Sheet, is_received: bool) -> String {
    let (w, lang) = (FlagWords(scene.lang), scene.lang);
    let choices = LawfulReason::ALL.map(|one| Choice::new(one.as_str(), Names(lang).reason(one), ""));
    let reason = Field::radios(REASON, w.reason(), choices.to_vec()).value(sheet.typed(REASON).to_owned());
    let area = Kind::Area {
        voice: false,
        chars_max: Some(FLAG_NOTE.max_chars as u32),
    };
    let note = Field::new(NOTE, w.note(), area).hint(w.note_hint()).optional();
    let form = || {
        Form::new(lang, address::flag(entry), w.send())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(reason.errors(&sheet.errors))
            .field(note.value(sheet.typed(NOTE).to_owned()).errors(&sheet.errors))
            .html()
    };
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_received {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.received()), true),
            false => Html::default(),
        },
        place: found.place.clone(),
        words: found.words.clone(),
        form: (!is_received).then(form),
    });
    let mut frame = scene.frame(w.title(), None, vec![Crumb::here(w.title())]);
    frame.noindex = true;
    sheet.mark(&mut frame);
    frame.page(&body)
}
