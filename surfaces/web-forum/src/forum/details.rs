//! Where and when in the day a forum is held, and who comes.

use super::act::{self, Act};
use super::desk_words::DeskWords;
use axum::extract::State;
use axum::response::Response;
use forum::dates::{DETAIL, DetailsDraft};
use web_kit::form::Field;
use web_scene::{App, InForum, Sheet, Staff, StaffForm};
use world::{Command, CommandKind};

/// The hidden field with the entry whose details were read before.
const OVER: &str = "tren";
const TIME: &str = "gio";
const PLACE: &str = "noi";
const REMARKS: &str = "chi_dao";
const GUESTS: &str = "du";

fn giving(w: DeskWords) -> Act {
    Act {
        step: "chi-tiet",
        kind: CommandKind::GiveDetails,
        title: w.details(),
        lead: w.details_lead().to_owned(),
        submit: w.details_save(),
        at: None,
        carries: Some(OVER),
        fields: |w, sheet, _| {
            let field = |field: Field<'static>, name: &str| field.value(sheet.typed(name).to_owned()).optional();
            vec![
                field(Field::text(TIME, w.time()).hint(w.time_hint()), TIME),
                field(Field::text(PLACE, w.place()), PLACE),
                field(Field::text(REMARKS, w.remarks()), REMARKS),
                field(Field::voice(GUESTS, w.guests(), DETAIL.max_chars as u32), GUESTS),
            ]
        },
    }
}

/// `GET /dieu-hanh/dien-dan/{no}/chi-tiet`: what stands there now is what the form begins with.
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    let act = giving(DeskWords(staff.scene.lang));
    if !staff.may(act.kind, &at.forum) {
        return staff.forbidden();
    }
    let details = &at.forum.details;
    let now = [
        (TIME, details.time),
        (PLACE, details.place),
        (REMARKS, details.remarks),
        (GUESTS, details.guests),
    ];
    let words =
        |place: Option<base::fact::SealedRef>| place.map(|place| staff.scene.shown(place).words()).unwrap_or_default();
    let over = details.given.unwrap_or_default().to_string();
    let now = now.map(|(name, place)| (name, words(place)));
    let sheet = Sheet::filled(staff.scene.lang, now.into_iter().chain([(OVER, over.as_str())]));
    sheet.answer(act::page(&app, &staff, &at.forum, &act, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/chi-tiet`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let w = DeskWords(staff.scene.lang);
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    let read = [
        sheet.text(TIME, w.time(), &DETAIL),
        sheet.text(PLACE, w.place(), &DETAIL),
        sheet.text(REMARKS, w.remarks(), &DETAIL),
        sheet.text(GUESTS, w.guests(), &DETAIL),
    ];
    let parts: Vec<String> = read.iter().flatten().cloned().collect();
    let [time, place, remarks, guests] = read;
    let complete = parts.len() == 4;
    let some = |text: Option<String>| text.filter(|text| !text.is_empty());
    // Without the number it is not known what was read: that never goes over what others wrote.
    let over = Some(sheet.typed(OVER).parse().unwrap_or_default());
    let command = complete.then(|| Command::GiveDetails {
        forum: at.forum.no,
        over,
        details: DetailsDraft {
            time: some(time),
            place: some(place),
            remarks: some(remarks),
            guests: some(guests),
        },
    });
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    act::send(&app, &staff, &at.forum, &giving(w), sheet, command, &parts).await
}
