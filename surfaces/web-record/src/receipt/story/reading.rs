//! From being received to being published, refused or answered privately.

use super::{Step, StoryWords, line, own_words};
use crate::receipt::Receipt;
use base::number::opinion_label;
use base::time::{Date, Hour};
use forum::events::{Channel, Confirmation};
use forum::private_track::PrivateTrack;
use forum::publication::BATCH_OPINIONS_MIN;
use forum::{Event, Opinion, OpinionState, reading};
use ledger::entry::{self, Entry};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{App, Names, Scene, address};

/// The holder can still confirm the summary of a turn.
pub(in crate::receipt) fn can_confirm(opinion: &Opinion) -> bool {
    let waits = matches!(
        opinion.state,
        OpinionState::Held | OpinionState::Refused(_) | OpinionState::Private(_)
    );
    waits && opinion.is_unconfirmed_turn()
}

/// The holder can still appeal.
pub(in crate::receipt) fn can_appeal(opinion: &Opinion) -> bool {
    let decided = matches!(
        opinion.state,
        OpinionState::Refused(_) | OpinionState::TakenDown(..) | OpinionState::Private(_)
    );
    decided && opinion.appeal.is_none() && !opinion.is_unconfirmed_turn()
}

/// The steps until it is settled.
pub(super) fn steps(app: &App, scene: &Scene, receipt: &Receipt, opinion: &Opinion) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let at = line(scene, receipt.seq);
    let received = match opinion.channel {
        Channel::SpokenTurn => w.received_turn(&at),
        Channel::Written | Channel::Slip | Channel::Kiosk => w.received(&at),
    };
    let mut steps = vec![Step::done(scene, opinion.at, received)];
    match opinion.confirmed {
        Some(Confirmation::Receipt) => steps.push(Step::done(scene, None, w.confirmed())),
        Some(Confirmation::Aloud) => steps.push(Step::done(scene, None, w.confirmed_aloud())),
        None if can_confirm(opinion) => {
            let way = format!("{}/xac-nhan", receipt.path());
            steps.push(Step::waits(w.confirm_wait()).link(scene, &way, w.to_confirm()));
        }
        None => {}
    }
    let mut fate = fate(app, scene, opinion);
    // An appeal that brought it on its way again came before what became of it then.
    let is_granted = |opinion: &Opinion| {
        let decision = opinion.appeal.as_ref().and_then(|appeal| appeal.decision.as_ref());
        decision.is_some_and(|decision| decision.granted)
    };
    let appeal = appeal(scene, receipt, opinion);
    if is_granted(opinion) {
        steps.extend(appealed_against(scene, opinion));
        steps.extend(appeal);
        steps.append(&mut fate);
    } else {
        steps.append(&mut fate);
        steps.extend(appeal);
    }
    steps
}

/// What became of it.
fn fate(app: &App, scene: &Scene, opinion: &Opinion) -> Vec<Step> {
    let (w, lang) = (StoryWords(scene.lang), scene.lang);
    let reason = |reason| in_sentence(Names(lang).reason(reason));
    let when = || settled_at(app, opinion);
    let page = |number| address::opinion(opinion.forum, number);
    match opinion.state {
        OpinionState::Held => {
            let by = read_by(opinion);
            vec![
                Step::waits(w.read_wait(by)).due(scene, by),
                Step::waits(w.batch_wait(BATCH_OPINIONS_MIN)),
            ]
        }
        OpinionState::Cleared => vec![
            Step::done(scene, when(), w.read()),
            Step::waits(w.batch_wait(BATCH_OPINIONS_MIN)),
        ],
        OpinionState::Published(number) => {
            let label = opinion_label(number);
            let step = Step::done(scene, when(), w.published(&label));
            vec![step.link(scene, &page(number), w.to_opinion(&label))]
        }
        OpinionState::Refused(why) => vec![Step::done(scene, when(), w.refused(&reason(why)))],
        OpinionState::TakenDown(number, why) => {
            vec![Step::done(
                scene,
                when(),
                w.taken_down(&opinion_label(number), &reason(why)),
            )]
        }
        OpinionState::Private(track) => private(app, scene, track),
        OpinionState::Withdrawn => vec![Step::done(scene, when(), w.withdrawn())],
    }
}

/// What the appeal was against, where the appeal undid it: it was done all the same.
fn appealed_against(scene: &Scene, opinion: &Opinion) -> Option<Step> {
    let (w, lang) = (StoryWords(scene.lang), scene.lang);
    let reason = |reason| in_sentence(Names(lang).reason(reason));
    match opinion.appeal.as_ref()?.against {
        OpinionState::Refused(why) => Some(Step::done(scene, None, w.refused(&reason(why)))),
        OpinionState::TakenDown(number, why) => {
            let label = opinion_label(number);
            Some(Step::done(scene, None, w.taken_down(&label, &reason(why))))
        }
        OpinionState::Private(track) => Some(Step::done(scene, track.since, w.private())),
        OpinionState::Held | OpinionState::Cleared | OpinionState::Published(_) | OpinionState::Withdrawn => None,
    }
}

/// The last day on which an opinion is read without being late; the oldest entries do not say it.
fn read_by(opinion: &Opinion) -> Date {
    opinion.read_by.unwrap_or_else(|| reading::last_day(opinion.at))
}

fn private(app: &App, scene: &Scene, track: PrivateTrack) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let went = Step::done(scene, track.since, w.private());
    let next = match track.answer {
        Some((text, at)) => Step::done(scene, at, w.private_answer()).words(own_words(app, scene, text)),
        None => Step::waits(w.private_wait(track.answer_by)).due(scene, track.answer_by),
    };
    vec![went, next]
}

/// The hour of the entry that settled it, where that is the last one about it.
fn settled_at(app: &App, opinion: &Opinion) -> Option<Hour> {
    let bytes = app.ledger.entry_bytes(opinion.rev).ok()??;
    let entry: Entry<world::Event> = entry::parse(&bytes).ok()?;
    let world::Event::Forum(event) = entry.event else {
        return None;
    };
    let settles = match opinion.state {
        OpinionState::Cleared => matches!(event, Event::OpinionCleared(_) | Event::AppealDecided(_)),
        OpinionState::Published(_) => matches!(event, Event::OpinionsPublished(_) | Event::AppealDecided(_)),
        OpinionState::Refused(_) => matches!(event, Event::OpinionRefused(_)),
        OpinionState::TakenDown(..) => matches!(event, Event::OpinionTakenDown(_)),
        OpinionState::Withdrawn => matches!(event, Event::OpinionWithdrawn(_)),
        OpinionState::Held | OpinionState::Private(_) => false,
    };
    settles.then_some(entry.at)
}

/// The appeal: that one can be made, that it was made, how it was decided.
pub(in crate::receipt) fn appeal(scene: &Scene, receipt: &Receipt, opinion: &Opinion) -> Vec<Step> {
    let w = StoryWords(scene.lang);
    let Some(appeal) = &opinion.appeal else {
        let way = format!("{}/khieu-nai", receipt.path());
        let open = Step::done(scene, None, w.appeal_open()).link(scene, &way, w.to_appeal());
        return if can_appeal(opinion) { vec![open] } else { Vec::new() };
    };
    let filed = Step::done(scene, appeal.at, w.appealed());
    let next = match &appeal.decision {
        // Who took it back has nothing left to decide.
        None if opinion.state == OpinionState::Withdrawn => return vec![filed],
        None => Step::waits(w.appeal_wait(appeal.decide_by)).due(scene, appeal.decide_by),
        Some(decision) => {
            let what = if decision.granted { w.granted() } else { w.declined() };
            Step::done(scene, decision.at, what).words(said(scene, decision.answer, "voice"))
        }
    };
    vec![filed, next]
}
