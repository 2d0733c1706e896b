//! A moderator takes a published opinion down: by its number, or from a report of it.

use crate::opinion::queue_path;
use crate::opinion::queue_words::QueueWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, SealedRef};
use base::number::opinion_label;
use base::vietnamese::parse_number;
use forum::events::{LawfulReason, REASONS, STATEMENT};
use forum::{Forum, OpinionState};
use web_kit::form::{Choice, Field, Form, Kind, TextKind, hidden};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::said;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Names, Sent, Sheet, Staff, StaffForm, address};
use world::rights::check;
use world::{Command, CommandKind, Refusal};

/// The last step of the page's address.
pub(crate) const STEP: &str = "go";
/// Said after an opinion was taken down.
pub(crate) const DONE: &str = "go";
/// Field: the number of the opinion; in the address, too.
pub(crate) const NUMBER: &str = "so";
/// Field: the report that led here; in the address, too.
pub(crate) const FLAG: &str = "tin";
/// Field: why.
const REASON: &str = "ly_do";

#[derive(Template)]
#[template(path = "opinion/queue/take_down.html")]
struct Body {
    w: QueueWords,
    summary: Html,
    words: Option<(String, String, Html, Html)>,
    form: Html,
}

/// Whether this person may take opinions of a forum down: moderators do, apart from those of the force.
pub(crate) fn may_take_down(staff: &Staff, forum: &Forum) -> bool {
    let Some(opinion) = forum.published.values().next().copied() else {
        return staff.may(CommandKind::TakeDownOpinion, forum);
    };
    let reason = LawfulReason::OffSubject;
    let command = Command::TakeDownOpinion { opinion, reason };
    check(staff.scene.world(), Actor::Person(staff.person), &command).is_ok()
}

/// `GET /dieu-hanh/dien-dan/{no}/go`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_take_down(&staff, &at.forum) {
        return staff.forbidden();
    }
    let query = staff.scene.query();
    let asked = [(NUMBER, query.get(NUMBER)), (FLAG, query.get(FLAG))];
    let sheet = Sheet::filled(staff.scene.lang, asked);
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// The number as people write it: 12, YK-0012.
fn number_of(typed: &str) -> Option<u32> {
    let typed = typed.trim();
    let digits = typed.get(..3).filter(|label| label.eq_ignore_ascii_case("YK-"));
    let digits = digits.map_or(typed, |label| typed.get(label.len()..).unwrap_or_default());
    parse_number(digits).ok().and_then(|number| u32::try_from(number).ok())
}

/// `POST /dieu-hanh/dien-dan/{no}/go`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_take_down(&staff, &at.forum) {
        return staff.forbidden();
    }
    let (w, lang, forum) = (QueueWords(staff.scene.lang), staff.scene.lang, &at.forum);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let opinion = number_of(sheet.typed(NUMBER)).and_then(|number| forum.published.get(&number).copied());
    if opinion.is_none() {
        sheet.errors.add(NUMBER, w.number_unknown());
    }
    let reason = LawfulReason::from_name(sheet.typed(REASON));
    if reason.is_none() {
        sheet.errors.add(REASON, w.take_down_reason_choose());
    }
    if let (Some(opinion), Some(reason)) = (opinion, reason) {
        let person = staff.person.0.to_string();
        let parts = ["take-down", &opinion.to_string(), reason.as_str(), &person];
        let command = Command::TakeDownOpinion { opinion, reason };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => {
                let to = match sheet.typed(FLAG).parse::<u32>() {
                    Ok(flag) => format!("{}?xong={DONE}#tin-{flag}", address::at_desk(forum.no, "tin-bao")),
                    Err(_) => format!("{}?xong={DONE}", queue_path(forum)),
                };
                return see_other(&href(lang, &to));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.errors.add(NUMBER, refusal(&why, lang)),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &staff, forum, &sheet))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = QueueWords(lang);
    let path = address::at_desk(forum.no, STEP);
    let choices = LawfulReason::ALL.map(|one| Choice::new(one.as_str(), Names(lang).reason(one), ""));
    let field = |field: Field<'static>, name: &str| field.value(sheet.typed(name).to_owned()).errors(&sheet.errors);
    let number = Field::new(NUMBER, w.number(), Kind::Text(TextKind::Plain)).hint(w.number_hint());
    let reason = Field::new(REASON, w.take_down_reason(), Kind::Select(choices.to_vec())).hint(w.reason_hint());
    let form = Form::new(lang, path.clone(), w.take_down_do())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field(number, NUMBER))
        .field(field(reason, REASON))
        .after(hidden(FLAG, sheet.typed(FLAG)));
    let words = number_of(sheet.typed(NUMBER)).and_then(|number| {
        let seq = *forum.published.get(&number)?;
        let opinion = scene.world().forums.opinions.get(&seq)?;
        let is_public = matches!(opinion.state, OpinionState::Published(_));
        let reasons = opinion
            .has_reasons
            .then(|| said(scene, SealedRef::new(seq, REASONS), "voice gap-s"));
        is_public.then(|| {
            (
                href(lang, &address::opinion(forum.no, number)),
                opinion_label(number),
                said(scene, SealedRef::new(seq, STATEMENT), "say"),
                reasons.unwrap_or_default(),
            )
        })
    });
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        words,
        form: form.html(),
    });
    desk_page(staff, forum, w.take_down_title(), &path, sheet, &body)
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        assert_eq!(number_of(" 12 "), Some(12));
        assert_eq!(number_of("YK-0012"), Some(12));
        assert_eq!(number_of("yk-7"), Some(7));
        for wrong in ["", "YK-", "ý 12", "12a", "99999999999999999999"] {
            assert_eq!(number_of(wrong), None, "{wrong}");
        }
    }
}
