//! Commands made of thrown dice and the present state: most are legal, every fifth is about something that is not there.

mod after;
mod before;
mod kinds;
mod office;
mod outcome;
mod voices;

use super::later;
use super::subjects::{pick, some_forum};
use base::fact::{Actor, Context, Entropy, PersonId};
use base::number::ForumNo;
use base::time::Minute;
use ledger::machine::Machine;
use proptest::prelude::*;
use world::rights::{Holder, holders};
use world::{Command, CommandKind, World};

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

impl Dice {
    /// The command is about something that is not there or not of its kind.
    pub fn hostile(self) -> bool {
        self.luck % 5 == 4
    }

    /// What the clock says next: mostly some minutes on, sometimes hours to months, sometimes back.
    pub fn clock(self, now: Minute) -> Minute {
        let size = u64::from(self.time / 16);
        match self.time % 16 {
            0..=5 => now,
            6..=10 => later(now, size % 30),
            11..=12 => later(now, size % 240),
            13 => later(now, size % (4 * 24 * 60)),
            14 => match self.luck % 8 {
                0 | 1 => later(now, (size * 16) % (28 * 24 * 60)),
                2 => later(now, (size * 128) % (300 * 24 * 60)),
                _ => later(now, 60),
            },
            _ => Minute::from_unix_secs(now.unix_secs().saturating_sub(60 * (size % 180))),
        }
    }
}

/// An actor whom the table of rights allows the kind, if there is one.
fn holder(world: &World, kind: CommandKind, throw: usize) -> Actor {
    let allowed = holders(kind);
    match allowed[throw % allowed.len()] {
        Holder::Anyone | Holder::ReceiptHolder | Holder::LinkHolder => Actor::Anyone,
        Holder::Clock => Actor::Clock,
        Holder::Console => Actor::Console,
        Holder::Oneself => Actor::Person(pick(world.people.persons.keys(), throw).unwrap_or(PersonId(1))),
        Holder::Role(role) => {
            let persons = world.people.persons.iter();
            let holding = persons.filter(|(_, p)| p.roles.keys().any(|(r, _)| *r == role));
            Actor::Person(pick(holding.map(|(id, _)| id), throw).unwrap_or(PersonId(1)))
        }
    }
}

/// The first of those who may, by whom the command is not refused; anyone of them when all are refused.
fn able(world: &World, command: &Command, now: Minute, throw: usize) -> Actor {
    let kind = command.kind();
    let first = holder(world, kind, throw);
    let is_able = |actor: &Actor| {
        let (actor, entropy) = (*actor, Entropy::new([0; 32]));
        let mut context = Context { now, actor, entropy };
        world.decide(&mut context, command).is_ok()
    };
    if !matches!(first, Actor::Person(_)) || is_able(&first) {
        return first;
    }
    let known = |holder: &Holder, person: PersonId| match holder {
        Holder::Role(role) => world.people.has_role_anywhere(person, *role),
        _ => false,
    };
    let persons = world.people.persons.keys();
    let may = persons.filter(|person| holders(kind).iter().any(|holder| known(holder, **person)));
    may.map(|person| Actor::Person(*person)).find(is_able).unwrap_or(first)
}

fn any_actor(throw: u8) -> Actor {
    match throw % 20 {
        0 => Actor::Anyone,
        1 => Actor::Clock,
        2 => Actor::Console,
        19 => Actor::Person(PersonId(u32::MAX)),
        number => Actor::Person(PersonId(u32::from(number) - 2)),
    }
}

/// The command these dice make in this state, and who gives it.
pub fn told(world: &World, dice: Dice, now: Minute) -> (Actor, Command) {
    let forum = some_forum(world, dice);
    let kind = kinds::kind(world, forum, dice);
    let command = command(world, forum, kind, dice, now);
    let throw = usize::from(dice.actor / 8);
    let actor = match dice.actor % 8 {
        7 => any_actor(dice.actor / 8),
        6 => holder(world, kind, throw),
        _ => able(world, &command, now, throw),
    };
    (actor, command)
}

/// What a command is made of.
#[derive(Clone, Copy)]
struct Thrown<'a> {
    world: &'a World,
    forum: ForumNo,
    dice: Dice,
    now: Minute,
}

impl<'a> Thrown<'a> {
    /// The forum, if there is one.
    fn known(&self) -> Option<&'a forum::Forum> {
        self.world.forums.forums.get(&self.forum)
    }

    fn hostile(&self) -> bool {
        self.dice.hostile()
    }
}

fn command(world: &World, forum: ForumNo, kind: CommandKind, dice: Dice, now: Minute) -> Command {
    let thrown = Thrown {
        world,
        forum,
        dice,
        now,
    };
    office::command(kind, thrown)
        .or_else(|| before::command(kind, thrown))
        .or_else(|| voices::command(kind, thrown))
        .or_else(|| outcome::command(kind, thrown))
        .or_else(|| after::command(kind, thrown))
        .unwrap_or_else(|| panic!("the dice make no {kind:?}"))
}
