//! Commands made of thrown dice and the present state: most are legal, every fifth is about something that is not there.

use super::subjects::{
    maybe, new_token, pick, some_announcement, some_forum, some_opinion, some_person, some_receipt, some_targets,
    some_token, some_words, text,
};
use super::{blob, digest, later, organisation};
use base::fact::{Actor, PersonId};
use base::time::Minute;
use forum::events::LawfulReason;
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::{Draft, FIGURE_MAX};
use proptest::prelude::*;
use world::events::Continues;
use world::rights::{Holder, holders};
use world::{Command, CommandKind, LegalBasis, World};

/// One throw. Smaller numbers make plainer commands, so that a failure shrinks to a readable one.
#[derive(Clone, Copy, Debug)]
pub struct Dice {
    pub kind: u8,
    pub actor: u8,
    pub a: u16,
    pub b: u16,
    pub c: u16,
    /// One in five is hostile: see [`Dice::hostile`].
    pub luck: u8,
    pub time: u16,
}

pub fn dice() -> impl Strategy<Value = Dice> {
    let throw = (
        any::<u8>(),
        any::<u8>(),
        any::<u16>(),
        any::<u16>(),
        any::<u16>(),
        any::<u8>(),
        any::<u16>(),
    );
    throw.prop_map(|(kind, actor, a, b, c, luck, time)| Dice {
        kind,
        actor,
        a,
        b,
        c,
        luck,
        time,
    })
}

/// How often each kind comes: opinions are most of a forum's life.
fn kind(throw: u8) -> CommandKind {
    use CommandKind as K;
    const OFTEN: &[CommandKind] = &[
        K::SubmitOpinion,
        K::SubmitOpinion,
        K::SubmitOpinion,
        K::SubmitOpinion,
        K::SubmitOpinion,
        K::ClearOpinion,
        K::ClearOpinion,
        K::ClearOpinion,
        K::ClearOpinion,
        K::RefuseOpinion,
        K::WithdrawOpinion,
        K::WithdrawOpinion,
        K::Tick,
        K::Tick,
        K::Tick,
        K::OpenForum,
        K::AnnounceForum,
        K::GrantRole,
        K::ConfirmErased,
    ];
    let all = CommandKind::ALL.len();
    let place = usize::from(throw) % (OFTEN.len() + all);
    if place < OFTEN.len() {
        OFTEN[place]
    } else {
        CommandKind::ALL[place - OFTEN.len()]
    }
}

/// An actor whom the table of rights allows the kind, if there is one.
pub fn wanted_actor(world: &World, kind: CommandKind, throw: usize) -> Actor {
    let allowed = holders(kind);
    match allowed[throw % allowed.len()] {
        Holder::Anyone | Holder::ReceiptHolder | Holder::LinkHolder => Actor::Anyone,
        Holder::Clock => Actor::Clock,
        Holder::Console => Actor::Console,
        Holder::Oneself => Actor::Person(pick(world.people.persons.keys(), throw).unwrap_or(PersonId(1))),
        Holder::Role(role) => {
            let holding = world
                .people
                .persons
                .iter()
                .filter(|(_, p)| p.roles.keys().any(|(r, _)| *r == role));
            Actor::Person(pick(holding.map(|(id, _)| id), throw).unwrap_or(PersonId(1)))
        }
    }
}

fn any_actor(throw: u8) -> Actor {
    match throw % 10 {
        0 => Actor::Anyone,
        1 => Actor::Clock,
        2 => Actor::Console,
        9 => Actor::Person(PersonId(u32::MAX)),
        number => Actor::Person(PersonId(u32::from(number) - 2)),
    }
}

impl Dice {
    /// The command is about something that is not there or not of its kind.
    pub fn hostile(self) -> bool {
        self.luck % 5 == 4
    }

    /// What the clock says next: mostly some minutes on, sometimes hours to weeks, sometimes back.
    pub fn clock(self, now: Minute) -> Minute {
        let size = u64::from(self.time / 16);
        match self.time % 16 {
            0..=4 => now,
            5..=9 => later(now, size % 30),
            10..=12 => later(now, size % 240),
            13 => later(now, size % (7 * 24 * 60)),
            14 if self.luck.is_multiple_of(2) => later(now, (size * 16) % (28 * 24 * 60)),
            14 => later(now, 60),
            _ => Minute::from_unix_secs(now.unix_secs().saturating_sub(60 * (size % 180))),
        }
    }
}

/// The command these dice make in this state, and who gives it.
pub fn told(world: &World, dice: Dice, now: Minute) -> (Actor, Command) {
    let kind = kind(dice.kind);
    let actor = match dice.actor % 5 {
        4 => any_actor(dice.actor / 5),
        _ => wanted_actor(world, kind, usize::from(dice.actor / 5)),
    };
    (actor, command(world, kind, dice, now))
}

fn command(world: &World, kind: CommandKind, dice: Dice, now: Minute) -> Command {
    let Dice { a, b, c, .. } = dice;
    let (who, forum) = (some_person(world, dice), some_forum(world, dice));
    let role = if b % 3 == 0 {
        Role::Moderator
    } else {
        Role::ALL[usize::from(b / 3) % Role::ALL.len()]
    };
    let scope = if c % 3 == 0 { Scope::Office } else { Scope::Forum(forum) };
    match kind {
        CommandKind::OpenLedger => {
            let (vkey, root, size) = (digest(a.into()), digest(b.into()), c.into());
            Command::OpenLedger {
                continues: (a % 4 != 0).then_some(Continues { vkey, size, root }),
            }
        }
        CommandKind::NameOffice => Command::NameOffice {
            name: text(a),
            contact: maybe(b),
        },
        CommandKind::SetEmblem => Command::SetEmblem {
            emblem: (a % 3 != 0).then(|| blob(b.into())),
        },
        CommandKind::AddOrganisation => Command::AddOrganisation {
            kind: OrganisationKind::ALL[usize::from(a) % 4],
            name: text(b),
        },
        CommandKind::AddPerson => {
            let organisation = (a % 3 != 0).then(|| match dice.hostile() {
                true => organisation([0, 77, u32::MAX][usize::from(b) % 3]),
                false => pick(world.people.organisations.keys(), b.into()).unwrap_or(organisation(1)),
            });
            Command::AddPerson {
                name: text(c),
                organisation,
            }
        }
        CommandKind::RenamePerson => Command::RenamePerson {
            person: who,
            name: text(b),
        },
        CommandKind::GrantRole => Command::GrantRole {
            person: who,
            role,
            scope,
        },
        CommandKind::RevokeRole => match world
            .people
            .persons
            .get(&who)
            .and_then(|p| pick(p.roles.keys(), b.into()))
        {
            Some((role, scope)) if !dice.hostile() => Command::RevokeRole {
                person: who,
                role,
                scope,
            },
            _ => Command::RevokeRole {
                person: who,
                role,
                scope,
            },
        },
        CommandKind::IssueFirstInvitation => Command::IssueFirstInvitation {
            token: new_token(world, dice),
        },
        CommandKind::IssueInvitation => Command::IssueInvitation {
            person: who,
            token: new_token(world, dice),
        },
        CommandKind::AcceptInvitation => Command::AcceptInvitation {
            token: some_token(world, dice),
        },
        CommandKind::AnnounceForum => Command::AnnounceForum {
            what: some_announcement(world, dice, now),
        },
        CommandKind::OpenForum => Command::OpenForum { forum },
        CommandKind::SubmitOpinion => {
            // Hostile: the code of somebody else's receipt, known from a shared screen.
            let taken = pick(world.forums.receipts.keys(), c.into()).filter(|_| dice.luck % 4 == 3);
            let receipt = taken.unwrap_or(digest(u64::from(a) << 16 | u64::from(c)));
            Command::SubmitOpinion {
                forum,
                words: some_words(dice),
                receipt,
            }
        }
        CommandKind::WithdrawOpinion => Command::WithdrawOpinion {
            receipt: some_receipt(world, dice),
        },
        CommandKind::ClearOpinion => Command::ClearOpinion {
            opinion: some_opinion(world, dice),
        },
        CommandKind::RefuseOpinion => Command::RefuseOpinion {
            opinion: some_opinion(world, dice),
            reason: LawfulReason::ALL[usize::from(c) % LawfulReason::ALL.len()],
        },
        CommandKind::PublishArticle => Command::PublishArticle {
            draft: Draft {
                date: now.office_date(),
                title: text(a),
                body: text(b),
                author: maybe(c),
                department: maybe(a),
            },
        },
        CommandKind::RecordLegacyVisits => Command::RecordLegacyVisits {
            visits: LegacyVisits {
                as_of: now.office_date(),
                online: a.into(),
                today: b.into(),
                total: FIGURE_MAX + u64::from(a / 60_000),
            },
        },
        CommandKind::OrderErasure => Command::OrderErasure {
            targets: some_targets(world, dice),
            basis: LegalBasis::ORDERED[usize::from(a) % 2],
            decision: (b % 5 != 0).then(|| text(b)),
        },
        CommandKind::ConfirmErased => {
            let open = world
                .pending_erasures()
                .into_iter()
                .map(|one| one.erasure)
                .collect::<Vec<_>>();
            let wrong = [0, 1, u32::MAX][usize::from(b) % 3];
            Command::ConfirmErased {
                erasure: pick(open.iter(), a.into()).filter(|_| !dice.hostile()).unwrap_or(wrong),
            }
        }
        CommandKind::Tick => Command::Tick { until: now },
    }
}
