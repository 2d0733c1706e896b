//! The first sentence of a receipt's page, and what its holder can do now.

use super::story::{can_appeal, can_confirm};
use super::words::ReceiptWords;
use super::{Receipt, Received, contested};
use base::fact::Exposure;
use base::number::opinion_label;
use forum::contest::{Contest, ContestState};
use forum::{Opinion, OpinionState, Stage};
use web_kit::states::Note;
use web_kit::{Icon, href};
use web_scene::{Scene, address};
use world::erasure::Erasure;

/// Where it is on its way.
pub(super) struct Next {
    /// The tone of the notice.
    pub(super) tone: Note,
    /// Its icon.
    pub(super) icon: Icon,
    /// The first sentence of the page.
    pub(super) headline: &'static str,
    /// What is worth knowing beside the story.
    pub(super) steps: Vec<String>,
    /// What only its holder can do, and everything waits for: address and words.
    pub(super) urgent: Option<(String, String)>,
    /// Where to go, the first first: address and words.
    pub(super) ways: Vec<(String, String)>,
    /// It is published.
    pub(super) published: bool,
    /// It can be taken back.
    pub(super) withdrawable: bool,
    /// Some of its words are there.
    pub(super) has_words: bool,
}

/// The order that erases words of an entry, the newest first.
fn order_of(scene: &Scene, seq: u64) -> Option<&Erasure> {
    scene
        .world()
        .erasures
        .values()
        .rev()
        .find(|order| order.targets.iter().any(|at| at.seq == seq))
}

/// Looks at what a receipt was given for.
pub(super) fn next(scene: &Scene, receipt: &Receipt) -> Next {
    let mut next = match &receipt.what {
        Received::Opinion(opinion) => of_opinion(scene, receipt, opinion),
        Received::Contest(_, contest) => of_contest(scene, receipt, contest),
    };
    let fields = receipt.fields(scene);
    let gone = |at: &_| matches!(scene.world().exposure_of(*at), Exposure::Erased(_));
    next.has_words = fields.iter().any(|at| !gone(at));
    if fields.iter().any(gone) {
        erased(scene, receipt, &mut next);
    }
    next
}

/// What is said once words were erased, by their author or by order.
fn erased(scene: &Scene, receipt: &Receipt, next: &mut Next) {
    let w = ReceiptWords(scene.lang);
    let Some(order) = order_of(scene, receipt.seq) else {
        return;
    };
    let is_withdrawn = receipt
        .opinion()
        .is_some_and(|opinion| opinion.state == OpinionState::Withdrawn);
    match (is_withdrawn, order.erased) {
        (true, None) => next.steps.push(w.next_withdrawn_ordered(order.ordered)),
        (true, Some(entry)) => next.steps.push(w.next_withdrawn_erased(entry)),
        (false, erased) => {
            (next.tone, next.icon, next.headline) = (Note::Warn, Icon::Alert, w.erased());
            next.steps.push(w.next_erased(erased.unwrap_or(order.ordered)));
        }
    }
    next.steps.push(w.next_backup().to_owned());
}

fn of_opinion(scene: &Scene, receipt: &Receipt, opinion: &Opinion) -> Next {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let (tone, icon, headline) = match opinion.state {
        OpinionState::Held if opinion.is_unconfirmed_turn() => (Note::Warn, Icon::Clock, w.turn_waits()),
        OpinionState::Held | OpinionState::Cleared => (Note::Ok, Icon::Check, w.received()),
        OpinionState::Published(_) => (Note::Ok, Icon::Check, w.published()),
        OpinionState::Refused(_) => (Note::Warn, Icon::Clock, w.refused()),
        OpinionState::TakenDown(..) => (Note::Warn, Icon::Clock, w.taken_down()),
        OpinionState::Private(track) if track.answer.is_some() => (Note::Ok, Icon::Check, w.private_answered()),
        OpinionState::Private(_) => (Note::Ok, Icon::Check, w.private_track()),
        OpinionState::Withdrawn => (Note::Plain, Icon::Back, w.withdrawn()),
    };
    let is_collecting = receipt
        .forum(scene)
        .is_some_and(|forum| forum.stage_at(scene.now) == Stage::Collecting);
    let refused = matches!(opinion.state, OpinionState::Refused(_));
    let urgent = can_confirm(opinion).then(|| {
        let there = href(lang, &format!("{}/xac-nhan", receipt.path()));
        (there, w.to_confirm().to_owned())
    });
    let mut ways = Vec::new();
    let mut way = |path: &str, words: &str| ways.push((href(lang, path), words.to_owned()));
    if can_appeal(opinion) {
        way(&format!("{}/khieu-nai", receipt.path()), w.to_appeal());
    }
    if let OpinionState::Published(number) = opinion.state {
        let label = opinion_label(number);
        way(&address::opinion(opinion.forum, number), &w.next_published(&label));
    }
    match (is_collecting, refused) {
        (true, true) => way(&address::write(opinion.forum), w.to_write()),
        (true, false) => way(&address::vote(opinion.forum), w.to_vote()),
        (false, _) => way(&address::forum(opinion.forum), w.to_forum()),
    }
    let mut steps = vec![w.come_back().to_owned()];
    if refused && is_collecting {
        steps.push(w.next_rewrite().to_owned());
    }
    Next {
        tone,
        icon,
        headline,
        steps,
        urgent,
        ways,
        published: matches!(opinion.state, OpinionState::Published(_)),
        withdrawable: matches!(
            opinion.state,
            OpinionState::Held | OpinionState::Cleared | OpinionState::Refused(_) | OpinionState::Private(_)
        ),
        has_words: true,
    }
}

fn of_contest(scene: &Scene, receipt: &Receipt, contest: &Contest) -> Next {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let (tone, icon, headline) = match contest.state {
        ContestState::Held => (Note::Ok, Icon::Check, w.contest_received()),
        ContestState::Public if contest.answer.is_some() => (Note::Ok, Icon::Check, w.contest_answered()),
        ContestState::Public => (Note::Ok, Icon::Check, w.contest_published()),
        ContestState::Refused(_) => (Note::Warn, Icon::Clock, w.contest_refused()),
    };
    let no = contested(receipt.forum, contest);
    let clause = address::clause(no.forum, no.directive, no.clause);
    Next {
        tone,
        icon,
        headline,
        steps: vec![w.come_back().to_owned(), w.contest_stays().to_owned()],
        urgent: None,
        ways: vec![(href(lang, &clause), w.to_clause().to_owned())],
        published: contest.state == ContestState::Public,
        withdrawable: false,
        has_words: true,
    }
}
