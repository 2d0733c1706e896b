//! What a command of the dice is about: something that is there, or, one time in five, something that is not.

use super::{Dice, digest, forum_no, organisation, person};
use base::fact::{Digest32, Exposure, FieldName, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::Minute;
use forum::Opinion;
use forum::announce::Announcement;
use forum::events::{LawfulReason, SpeakerRole};
use forum::opinion::{REASONS_CHARS_MAX, TypedSignature, Words};
use world::World;

const REASONS: TextRule = TextRule {
    min_chars: 0,
    max_chars: REASONS_CHARS_MAX,
    lines: true,
};

pub fn pick<'a, T: Copy + 'a>(from: impl Iterator<Item = &'a T>, throw: usize) -> Option<T> {
    let all: Vec<T> = from.copied().collect();
    (!all.is_empty()).then(|| all[throw % all.len()])
}

pub fn some_person(world: &World, dice: Dice) -> PersonId {
    match dice.hostile() {
        true => person([0, 99, u32::MAX, 1][usize::from(dice.a) % 4]),
        false => pick(world.people.persons.keys(), dice.a.into()).unwrap_or(person(1)),
    }
}

pub fn some_forum(world: &World, dice: Dice) -> ForumNo {
    match dice.hostile() {
        true => forum_no(90 + (dice.b % 9) as u8),
        // The first one most of the time, so that its opinions are many.
        false if !dice.b.is_multiple_of(4) => forum_no(1),
        false => pick(world.forums.forums.keys(), dice.c.into()).unwrap_or(forum_no(1)),
    }
}

/// An opinion of the forum that is as wanted, by the entry that received it; any that is there or none when hostile.
pub fn some_opinion_in(no: ForumNo, world: &World, dice: Dice, wanted: impl Fn(&Opinion) -> bool) -> u64 {
    let here = world
        .forums
        .opinions
        .iter()
        .filter(|(_, opinion)| opinion.forum == no && wanted(opinion));
    match dice.hostile() {
        true => match dice.a % 3 {
            0 => u64::MAX,
            1 => u64::from(dice.b % 100),
            _ => pick(world.forums.opinions.keys(), dice.b.into()).unwrap_or(0),
        },
        false => pick(here.map(|(seq, _)| seq), dice.a.into()).unwrap_or(0),
    }
}

pub fn some_organisation(world: &World, dice: Dice) -> OrganisationId {
    match dice.hostile() && dice.b.is_multiple_of(2) {
        true => organisation([0, 77, u32::MAX][usize::from(dice.b / 2) % 3]),
        false => pick(world.people.organisations.keys(), dice.a.into()).unwrap_or(organisation(1)),
    }
}

pub fn some_reason(throw: u16) -> LawfulReason {
    LawfulReason::ALL[usize::from(throw) % LawfulReason::ALL.len()]
}

/// An entry with words anyone may read, mostly.
pub fn some_entry(world: &World, dice: Dice) -> u64 {
    let forums = world.forums.forums.values();
    let published = forums.flat_map(|forum| forum.published.values().copied().chain(forum.acts.iter().copied()));
    let entries: Vec<u64> = published.collect();
    match dice.hostile() {
        true => [u64::MAX, u64::from(dice.b), 0][usize::from(dice.a) % 3],
        false => pick(entries.iter(), dice.a.into()).unwrap_or(0),
    }
}

pub fn some_receipt(world: &World, dice: Dice) -> Digest32 {
    match dice.hostile() {
        true => digest(u64::from(dice.a) + (9 << 32)),
        false => pick(world.forums.receipts.keys(), dice.a.into()).unwrap_or(digest(0)),
    }
}

pub fn some_token(world: &World, dice: Dice) -> Digest32 {
    match dice.hostile() {
        true => digest(u64::from(dice.a)),
        false => pick(world.people.tokens.keys(), dice.a.into()).unwrap_or(digest(1)),
    }
}

/// A token no link has, or one that was used before.
pub fn new_token(world: &World, dice: Dice) -> Digest32 {
    let taken = pick(world.people.tokens.keys(), dice.c.into()).filter(|_| dice.luck.is_multiple_of(4));
    taken.unwrap_or(digest(u64::from(dice.a) << 16 | u64::from(dice.b) | (1 << 40)))
}

pub fn some_announcement(world: &World, dice: Dice, now: Minute) -> Announcement {
    let Dice { a, b, c, .. } = dice;
    let today = now.office_date();
    let closes = today.add_days(i32::from(a % 40) - 2);
    let chair = match dice.hostile() {
        true => Some(organisation(u32::from(c))),
        false => pick(world.people.organisations.keys(), c.into()),
    };
    let free = forum::announce::next_no(&world.forums, 2020).unwrap_or(forum_no(1));
    Announcement {
        forum: if dice.hostile() { forum_no(1) } else { free },
        title: text(b),
        purpose: maybe(c),
        chair,
        force: chair.filter(|_| b % 2 == 0),
        closes,
        day: closes.add_days(i32::from(b % 30) - 1),
    }
}

pub fn some_words(dice: Dice) -> Words {
    let role = SpeakerRole::ALL[usize::from(dice.b) % 4];
    let signature = match dice.c % 3 {
        0 => TypedSignature::None,
        1 => TypedSignature::Role(role),
        _ => TypedSignature::Name(role, format!("Nguyễn Văn {}", dice.a)),
    };
    // What no rule accepts never becomes `Words`: reasons like that are left out.
    let reasons = Some(text(dice.b))
        .filter(|text| dice.b.is_multiple_of(2) && REASONS.accept(text).is_ok())
        .unwrap_or_default();
    Words::read(&format!("Đề nghị chiếu sáng cổng số {}", dice.a), &reasons, signature).unwrap()
}

pub fn some_targets(world: &World, dice: Dice) -> Vec<SealedRef> {
    let fields = [
        "statement",
        "reasons",
        "name",
        "person",
        "title",
        "body",
        "slug",
        "decision",
        "emblem",
        "contact",
        "text",
        "reason",
        "answer",
        "words",
        "label",
        "file",
        "heading",
        "text_1",
        "task_1",
        "title_1",
        "note",
    ];
    let field = |n: u16| FieldName::new(fields[usize::from(n) % fields.len()]).unwrap();
    let Dice { a, b, c, .. } = dice;
    let opinion = pick(world.forums.opinions.keys(), a.into());
    match dice.hostile() {
        true => match a % 4 {
            0 => vec![],
            1 => vec![SealedRef::new(u64::MAX, field(b))],
            2 => vec![SealedRef::new(u64::from(c % 100), field(b)); 101],
            _ => vec![SealedRef::new(u64::from(c % 100), FieldName::of("not_a_field"))],
        },
        false => match (b % 2, opinion) {
            (0, Some(opinion)) => world.forums.fields(opinion),
            // Whatever is there is found by trial, in the order of the entries.
            _ => (0..200u64)
                .flat_map(|seq| {
                    fields.map(|name| SealedRef::new((seq + u64::from(c)) % 200, FieldName::new(name).unwrap()))
                })
                .filter(|at| {
                    matches!(
                        world.exposure_of(*at),
                        Exposure::Public | Exposure::Private | Exposure::Held
                    )
                })
                .take(1 + usize::from(a % 3))
                .collect(),
        },
    }
}

/// Words of every kind a hand or a script may type; some no rule would accept, which the state must bear all the same.
pub fn text(number: u16) -> String {
    match number % 8 {
        0 => String::new(),
        1 => "Ủy ban nhân dân".into(),
        2 => "U\u{309}y ban nha\u{302}n da\u{302}n".into(),
        3 => "<script>alert('1'); DROP TABLE entries; --</script>".into(),
        4 => "\u{0}\u{202e}\"\\\u{7}".into(),
        5 => "🕯️👨‍👩‍👧 مرحبا".into(),
        6 => "dài ".repeat(500),
        _ => format!("Chữ số {number}"),
    }
}

pub fn maybe(number: u16) -> Option<String> {
    number.is_multiple_of(2).then(|| text(number / 2))
}
