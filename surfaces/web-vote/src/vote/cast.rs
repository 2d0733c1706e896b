//! An answer: one tap, one command.

use super::next::{shut, statement};
use super::{CHOICE, CHOICES, OPINION, VoteWords, framed, votable};
use crate::voice::{Voice, cookies, drawn};
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Stage;
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
    let number = number.filter(|number| votable(&at, &at.forum).any(|one| one == *number));
    let Some(number) = number.filter(|_| at.forum.stage_at(at.scene.now) == Stage::Collecting) else {
        return shut(&at).unwrap_or_else(|| see_other(&href(lang, &address::vote(no))));
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
            Sent::Recorded(_) => {
                let mut answer = see_other(&href(lang, &format!("{}?vua={number}", address::vote(no))));
                answer
                    .headers_mut()
                    .extend(cookies(&app, &at.forum, voice).into_iter().fold(
                        http::HeaderMap::new(),
                        |mut all, (name, value)| {
                            all.append(name, value);
                            all
                        },
                    ));
                return answer;
            }
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let body = statement(&app, &at, brought, number, None, &sheet);
    sheet.answer(framed(&at, w.title(), &body))
}
