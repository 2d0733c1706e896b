//! Voting: one statement at a time, an answer, what one answered.

pub(crate) mod cast;
pub(crate) mod next;
mod order;
pub(crate) mod own;
pub(crate) mod proof;
mod words;

pub(crate) use words::VoteWords;

use axum::response::{IntoResponse, Response};
use forum::events::Choice;
use forum::voice::{Standing, VoiceSecret};
use forum::{Forum, OpinionState};
use web_kit::{FrameKind, Html, Page, Section};
use web_scene::{InForum, address};

/// The field of the answer: the button that was pressed.
pub(crate) const CHOICE: &str = "phieu";
/// The field of the opinion's number.
pub(crate) const OPINION: &str = "y_kien";

/// Names of the answers in forms.
pub(crate) const CHOICES: [(Choice, &str); 3] = [
    (Choice::Agree, "dong-y"),
    (Choice::Disagree, "khong-dong-y"),
    (Choice::Pass, "chua-ro"),
];

/// Numbers of the opinions that can be voted on, in order.
pub(crate) fn votable<'a>(at: &'a InForum, forum: &'a Forum) -> impl Iterator<Item = u32> + 'a {
    let opinions = &at.scene.world().forums.opinions;
    let there = move |seq: &u64| {
        let state = opinions.get(seq).map(|opinion| opinion.state);
        matches!(state, Some(OpinionState::Published(_)))
    };
    forum
        .published
        .iter()
        .filter(move |(_, seq)| there(seq))
        .map(|(number, _)| *number)
}

/// The number of the voice a browser brings, once it has voted.
pub(crate) fn number_of(forum: &Forum, voice: Option<VoiceSecret>) -> Option<u32> {
    match forum.voices.standing(&voice?.pseudonym(forum.no)) {
        Standing::Known(number) => Some(number),
        Standing::Enters { .. } | Standing::Cancelled => None,
    }
}

/// A page of voting in its frame, which nobody keeps.
pub(crate) fn framed(at: &InForum, title: &str, body: &Html) -> String {
    let back = address::forum(at.forum.no);
    let mut frame = at.scene.frame(title, Some(Section::Forums), vec![]);
    frame.noindex = true;
    frame.kind = FrameKind::Focus {
        back: &back,
        label: VoteWords(at.scene.lang).back(),
    };
    frame.page(body)
}

/// The same as an answer.
pub(crate) fn fresh(at: &InForum, title: &str, body: &Html) -> Response {
    Page::fresh(framed(at, title, body)).into_response()
}
