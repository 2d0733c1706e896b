//! Commands about opinions, turns, slips and votes.

use super::Thrown;
use crate::common::digest;
use crate::common::subjects::{
    maybe, pick, some_opinion_in, some_organisation, some_reason, some_receipt, some_words, text,
};
use base::fact::Digest32;
use forum::events::{About, Channel, Choice, Nature};
use forum::opinion::Subject;
use forum::turn::Turn;
use forum::{Opinion, OpinionState};
use world::{Command, CommandKind as K};

/// Slips and voices have few secrets, so that a voice votes again and a slip is drawn twice.
const SECRETS: u64 = 40;

pub fn command(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    written(kind, thrown)
        .or_else(|| read(kind, thrown))
        .or_else(|| votes(kind, thrown))
}

fn receipt(thrown: Thrown<'_>) -> Digest32 {
    let dice = thrown.dice;
    // Hostile: the code of somebody else's receipt, known from a shared screen.
    let taken = pick(thrown.world.forums.receipts.keys(), dice.c.into()).filter(|_| dice.luck % 4 == 3);
    taken.unwrap_or(digest(u64::from(dice.a) << 16 | u64::from(dice.c)))
}

fn about(thrown: Thrown<'_>) -> Option<About> {
    let (a, b, known) = (thrown.dice.a, thrown.dice.b, thrown.known()?);
    let wrong = [0, 99, u32::MAX][usize::from(b) % 3];
    let paragraphs = known
        .report
        .sections
        .values()
        .flat_map(|section| section.paragraphs.iter());
    let paragraphs: Vec<u32> = paragraphs.map(|one| one.paragraph).collect();
    let items: Vec<u32> = known.agenda.items.iter().map(|one| one.item).collect();
    match b % 4 {
        0 if thrown.hostile() => Some(About::Paragraph(wrong)),
        1 if thrown.hostile() => Some(About::AgendaItem(wrong)),
        0 => pick(paragraphs.iter(), a.into())
            .filter(|_| known.report.published.is_some())
            .map(About::Paragraph),
        1 => pick(items.iter(), a.into()).map(About::AgendaItem),
        _ => None,
    }
}

fn nature(throw: u16) -> Option<Nature> {
    throw
        .is_multiple_of(2)
        .then(|| Nature::ALL[usize::from(throw / 2) % Nature::ALL.len()])
}

fn written(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, world, dice) = (thrown.forum, thrown.world, thrown.dice);
    Some(match kind {
        K::SubmitOpinion => Command::SubmitOpinion {
            forum,
            words: some_words(dice),
            subject: Subject {
                nature: nature(dice.c),
                about: about(thrown),
            },
            receipt: receipt(thrown),
        },
        K::RecordTurn => Command::RecordTurn {
            forum,
            turn: Turn {
                words: some_words(dice),
                nature: nature(dice.a),
                about: about(thrown),
                organisation: dice.a.is_multiple_of(2).then(|| some_organisation(world, dice)),
                receipt: receipt(thrown),
            },
        },
        K::WithdrawOpinion => Command::WithdrawOpinion {
            receipt: some_receipt(world, dice),
        },
        K::ConfirmTurn => {
            let turn = world.forums.opinions.get(&waiting_turn(thrown));
            Command::ConfirmTurn {
                receipt: turn.map_or_else(|| some_receipt(world, dice), |turn| turn.receipt),
            }
        }
        K::ConfirmTurnAloud => Command::ConfirmTurnAloud {
            opinion: waiting_turn(thrown),
        },
        K::FileAppeal => {
            let decided = some_opinion_in(thrown.forum, world, dice, |opinion| {
                let state = opinion.state;
                let against = matches!(
                    state,
                    OpinionState::Refused(_) | OpinionState::TakenDown(..) | OpinionState::Private(_)
                );
                against && opinion.appeal.is_none()
            });
            let opinion = world.forums.opinions.get(&decided);
            Command::FileAppeal {
                receipt: opinion.map_or_else(|| some_receipt(world, dice), |opinion| opinion.receipt),
                words: maybe(dice.b),
            }
        }
        _ => return None,
    })
}

/// A turn whose summary was not confirmed, or what a hostile hand names.
fn waiting_turn(thrown: Thrown<'_>) -> u64 {
    some_opinion_in(thrown.forum, thrown.world, thrown.dice, |opinion| {
        opinion.channel == Channel::SpokenTurn && opinion.state == OpinionState::Held && opinion.confirmed.is_none()
    })
}

fn read(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let dice = thrown.dice;
    let one = |wanted: fn(&Opinion) -> bool| some_opinion_in(thrown.forum, thrown.world, dice, wanted);
    let held = |opinion: &Opinion| opinion.state == OpinionState::Held;
    Some(match kind {
        K::ClearOpinion => Command::ClearOpinion { opinion: one(held) },
        K::RefuseOpinion => Command::RefuseOpinion {
            opinion: one(held),
            reason: some_reason(dice.c),
        },
        K::MoveOpinionPrivate => Command::MoveOpinionPrivate { opinion: one(held) },
        K::TakeDownOpinion => Command::TakeDownOpinion {
            opinion: one(|opinion| matches!(opinion.state, OpinionState::Published(_))),
            reason: some_reason(dice.c),
        },
        K::AnswerPrivately => Command::AnswerPrivately {
            opinion: one(|opinion| matches!(opinion.state, OpinionState::Private(track) if track.answer.is_none())),
            text: text(dice.b),
        },
        K::DecideAppeal => Command::DecideAppeal {
            opinion: one(|opinion| opinion.appeal.as_ref().is_some_and(|appeal| appeal.decision.is_none())),
            granted: !dice.c.is_multiple_of(3),
            answer: text(dice.b),
        },
        _ => return None,
    })
}

fn votes(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, dice, known) = (thrown.forum, thrown.dice, thrown.known());
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let pseudonym = |throw: u64| digest(throw % SECRETS + (3 << 40) + (u64::from(forum.number()) << 16));
    let wrong = [0, 99, u32::MAX][usize::from(b) % 3];
    Some(match kind {
        K::IssueSlips => {
            let count = if dice.hostile() { 0 } else { 1 + u64::from(b % 4) };
            let mut pseudonyms: Vec<Digest32> = (0..count).map(|n| pseudonym(u64::from(a) + n)).collect();
            if c.is_multiple_of(11) {
                pseudonyms.extend(pseudonyms.first().copied());
            }
            Command::IssueSlips {
                forum,
                label: text(c),
                pseudonyms,
            }
        }
        K::CancelSlips => {
            let batch = known.and_then(|known| pick(known.voices.batches.keys(), a.into()));
            Command::CancelSlips {
                forum,
                batch: batch.filter(|_| !dice.hostile()).unwrap_or(wrong),
            }
        }
        K::CastVote => {
            let number = known.and_then(|known| pick(known.published.keys(), b.into()));
            Command::CastVote {
                forum,
                pseudonym: pseudonym(a.into()),
                opinion: number.filter(|_| !dice.hostile()).unwrap_or(wrong),
                choice: Choice::ALL[usize::from(c) % 3],
            }
        }
        _ => return None,
    })
}
