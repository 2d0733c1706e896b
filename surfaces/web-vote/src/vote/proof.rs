//! The receipt of a vote: the number of its entry and the proof that it is in the log. What was chosen stands in neither, so
//! that it proves nothing to somebody who asks how one voted (DESIGN §2, "Receipt").

use super::{VoteWords, number_of};
use crate::voice::Voice;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::vietnamese::number;
use forum::Event;
use forum::voice::VoiceSecret;
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderName};
use ledger::entry;
use web_kit::{Html, escape, href};
use web_scene::{App, InForum, address};

/// End of the file's name (C2SP tlog-proof).
const SUFFIX: &str = ".tlog-proof";
/// The parameter with the entry's number, after an answer.
pub(super) const ENTRY: &str = "dong";

/// The opinion that an entry answers, if the entry is a vote of this voice in this forum.
fn answered_by(app: &App, at: &InForum, voice: Option<VoiceSecret>, seq: u64) -> Option<u32> {
    let own = number_of(&at.forum, voice)?;
    let bytes = app.ledger.entry_bytes(seq).ok()??;
    match entry::parse::<world::Event>(&bytes).ok()?.event {
        world::Event::Forum(Event::VoteCast(vote)) => {
            (vote.forum == at.forum.no && vote.voice == own).then_some(vote.opinion)
        }
        _ => None,
    }
}

/// What is said of the entry under the answer just given; nothing for an entry that is not this voice's own.
pub(super) fn line(app: &App, at: &InForum, voice: Option<VoiceSecret>, opinion: u32) -> Html {
    let seq = at.scene.query().get(ENTRY).parse().ok();
    let Some(seq) = seq.filter(|seq| answered_by(app, at, voice, *seq) == Some(opinion)) else {
        return Html::default();
    };
    let (w, lang) = (VoteWords(at.scene.lang), at.scene.lang);
    Html::trusted(format!(
        r#"<p class="meta gap-s">{} <a href="{}">{}</a></p>"#,
        escape(&w.entry(&number(seq, lang))),
        href(
            lang,
            &format!("{}/bang-chung/{seq}{SUFFIX}", address::vote(at.forum.no))
        ),
        escape(w.entry_proof())
    ))
}

/// `GET /dien-dan/{no}/bay-to/bang-chung/{dong}.tlog-proof`: for the voice whose vote it is, and nobody else.
pub(crate) async fn file(
    State(app): State<App>,
    at: InForum,
    Voice(voice): Voice,
    Path((_, name)): Path<(String, String)>,
) -> Response {
    let seq = name.strip_suffix(SUFFIX).and_then(|seq| seq.parse::<u64>().ok());
    let own = seq.filter(|seq| answered_by(&app, &at, voice, *seq).is_some());
    let Some(proof) = own.and_then(|seq| app.ledger.proof(seq).ok()) else {
        return at.scene.not_found();
    };
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
        (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
    ];
    (headers, proof.to_string()).into_response()
}
