//! An answer: one tap, one command.

use super::next::{JUST_NOW, next, shut, statement};
use super::proof::ENTRY;
use super::{CHOICE, CHOICES, OPINION, VoteWords, framed, number_of, votable};
use crate::voice::{Voice, drawn, give};
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use web_kit::{href, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, Fields, InForum, Place, Sent, Sheet, address};
use world::Command;

/// `POST /dien-dan/{no}/bay-to`
pub(crate) async fn cast(
    State(app): State<App>,
    at: InForum,
    Voice(brought): Voice,
    place: Place,
    fields: Fields,
) -> Response {
    let (w, lang, no) = (VoteWords(at.scene.lang), at.scene.lang, at.forum.no);
    let choice = CHOICES
        .iter()
        .find(|(_, name)| *name == fields.get(CHOICE))
        .map(|(choice, _)| *choice);
    let number = fields.get(OPINION).parse::<u32>().ok();
    let mut sheet = Sheet::sent(&app, lang, fields);
    if let Some(shut) = shut(&at) {
        return shut;
    }
    let votes = |number: &u32| votable(&at, &at.forum).any(|one| one == *number);
    let Some(number) = number.filter(votes) else {
        sheet.notice = w.gone().to_owned();
        return match next(&at, &at.forum, brought).or_else(|| votable(&at, &at.forum).next()) {
            Some(other) => sheet.answer(framed(
                &at,
                w.title(),
                &statement(&app, &at, brought, other, None, &sheet),
            )),
            None => see_other(&href(lang, &address::vote(no))),
        };
    };
    let Some(choice) = choice else {
        sheet.notice = w.choose().to_owned();
        return sheet.answer(framed(
            &at,
            w.title(),
            &statement(&app, &at, brought, number, None, &sheet),
        ));
    };
    let voice = brought.unwrap_or_else(|| drawn(&app, no, sheet.own_key(&app).as_str()));
    let mut known = brought;
    if sheet.may_vote(&app, &place).is_ok() {
        let pseudonym = voice.pseudonym(no);
        let command = Command::CastVote {
            forum: no,
            pseudonym,
            opinion: number,
            choice,
        };
        let (forum, number_sent, who) = (no.to_string(), number.to_string(), pseudonym.to_string());
        let parts = [forum.as_str(), &who, &number_sent, choice.as_str()];
        match sheet.send(&app, Actor::Anyone, command, &parts).await {
            Sent::Recorded(recorded) => {
                let entry = recorded.first.map(|seq| format!("&{ENTRY}={seq}")).unwrap_or_default();
                let there = format!("{}?{JUST_NOW}={number}{entry}", address::vote(no));
                let mut answer = see_other(&href(lang, &there));
                give(&app, &at.forum, voice, &mut answer);
                return answer;
            }
            // A second tap overtook the answer to the first: whoever holds the form's key holds the voice it drew.
            Sent::OtherBody => known = brought.or(Some(voice).filter(|_| number_of(&at.forum, Some(voice)).is_some())),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::Busy => {}
        }
    }
    let body = statement(&app, &at, known, number, None, &sheet);
    let mut answer = sheet.answer(framed(&at, w.title(), &body));
    if let Some(voice) = known.filter(|_| brought.is_none()) {
        give(&app, &at.forum, voice, &mut answer);
    }
    answer
}
