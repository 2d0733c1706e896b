//! What became of an opinion and what follows, in sentences that are true now.

use super::Receipt;
use super::words::ReceiptWords;
use base::fact::Exposure;
use base::number::opinion_label;
use forum::publication::BATCH_OPINIONS_MIN;
use forum::{OpinionState, Stage};
use web_kit::states::Note;
use web_kit::{Icon, href};
use web_scene::names::in_sentence;
use web_scene::{Names, Scene};
use world::erasure::Erasure;

/// Where an opinion is on its way.
pub(super) struct Next {
    /// The tone of the notice.
    pub(super) tone: Note,
    /// Its icon.
    pub(super) icon: Icon,
    /// The first sentence of the page.
    pub(super) headline: &'static str,
    /// What follows.
    pub(super) steps: Vec<String>,
    /// Where to go: address and words.
    pub(super) way: Option<(String, String)>,
    /// It is published.
    pub(super) published: bool,
    /// It can be taken back.
    pub(super) withdrawable: bool,
    /// Some of its words are there.
    pub(super) has_words: bool,
}

/// The order that erases words of an opinion, the newest first.
fn order_of(scene: &Scene, seq: u64) -> Option<&Erasure> {
    scene
        .world()
        .erasures
        .values()
        .rev()
        .find(|order| order.targets.iter().any(|at| at.seq == seq))
}

/// Looks at an opinion.
pub(super) fn next(scene: &Scene, receipt: &Receipt) -> Next {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let opinion = &receipt.opinion;
    let forum_path = format!("/dien-dan/{}", opinion.forum);
    let forum = scene.world().forums.forums.get(&opinion.forum);
    let mut steps = Vec::new();
    let mut way = Some((href(lang, &forum_path), w.to_forum().to_owned()));
    let (tone, icon, headline) = match opinion.state {
        OpinionState::Held => {
            steps.push(w.next_held().to_owned());
            steps.push(w.next_batch(BATCH_OPINIONS_MIN));
            (Note::Ok, Icon::Check, w.received())
        }
        OpinionState::Cleared => {
            steps.push(w.next_cleared().to_owned());
            steps.push(w.next_batch(BATCH_OPINIONS_MIN));
            (Note::Ok, Icon::Check, w.received())
        }
        OpinionState::Published(number) => {
            let label = opinion_label(number);
            steps.push(w.next_published_text(&label));
            way = Some((
                href(lang, &format!("{forum_path}/y-kien/{number}")),
                w.next_published(&label),
            ));
            (Note::Ok, Icon::Check, w.published())
        }
        OpinionState::Refused(reason) => {
            steps.push(w.next_refused(&in_sentence(Names(lang).reason(reason))));
            steps.push(w.next_rewrite().to_owned());
            steps.push(w.next_appeal().to_owned());
            if forum.is_some_and(|forum| forum.stage_at(scene.now) == Stage::Collecting) {
                way = Some((href(lang, &format!("{forum_path}/viet")), w.to_write().to_owned()));
            }
            (Note::Warn, Icon::Clock, w.refused())
        }
        OpinionState::TakenDown(_, reason) => {
            steps.push(w.next_taken_down(&in_sentence(Names(lang).reason(reason))));
            steps.push(w.next_appeal().to_owned());
            (Note::Warn, Icon::Clock, w.taken_down())
        }
        OpinionState::Private(track) => {
            steps.push(w.next_private(track.answer_by));
            (Note::Ok, Icon::Check, w.private_track())
        }
        OpinionState::Withdrawn => (Note::Plain, Icon::Back, w.withdrawn()),
    };
    let fields = scene.world().forums.fields(receipt.seq);
    let gone = |at: &_| matches!(scene.world().exposure_of(*at), Exposure::Erased(_));
    let is_withdrawn = opinion.state == OpinionState::Withdrawn;
    let mut tell = (tone, icon, headline);
    if fields.iter().any(gone)
        && let Some(order) = order_of(scene, receipt.seq)
    {
        match (is_withdrawn, order.erased) {
            (true, None) => steps.push(w.next_withdrawn_ordered(order.ordered)),
            (true, Some(entry)) => steps.push(w.next_withdrawn_erased(entry)),
            (false, erased) => {
                tell = (Note::Warn, Icon::Alert, w.erased());
                steps.push(w.next_erased(erased.unwrap_or(order.ordered)));
            }
        }
        steps.push(w.next_backup().to_owned());
    }
    if let Some(forum) = forum.filter(|forum| !is_withdrawn && scene.today <= forum.day) {
        steps.push(w.next_day(forum.day));
    }
    Next {
        tone: tell.0,
        icon: tell.1,
        headline: tell.2,
        steps,
        way,
        published: matches!(opinion.state, OpinionState::Published(_)),
        withdrawable: matches!(
            opinion.state,
            OpinionState::Held | OpinionState::Cleared | OpinionState::Refused(_) | OpinionState::Private(_)
        ),
        has_words: fields.iter().any(|at| !gone(at)),
    }
}
