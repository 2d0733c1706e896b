//! A small machine to run the engine with: notes with sealed words and a balance, shown and hidden again.
#![allow(dead_code, unused_imports)] // each test file uses a part

mod surroundings;
mod upcast;
pub use surroundings::*;

use base::fact::{
    Actor, BlobId, BlobRef, Commitment, Context, Exposure, FieldName, Proposed, Recordable, SealedRef, Sealer,
};
use ledger::entry::Entry;
use ledger::machine::Machine;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex};

pub const WORDS: FieldName = FieldName::of("words");

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    pub words: Commitment,
    pub balance: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paid {
    pub note: u64,
    pub amount: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    pub note: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hidden {
    pub note: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    pub numbers: Vec<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    pub file: BlobRef,
}

/// A note as an earlier release recorded it, with what it is worth in shillings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    pub words: Commitment,
    pub shillings: u64,
}

base::sealing!(Noted { words: Follows });
base::sealing!(Paid {});
base::sealing!(Shown {});
base::sealing!(Hidden {});
base::sealing!(Listed {});
base::sealing!(Attached {});

base::kinds! {
    /// What the toy records.
    pub enum Event {
        "toy.noted" public => Noted,
        "toy.paid" private => Paid,
        "toy.shown" public => Shown,
        "toy.hidden" public => Hidden,
        "toy.listed" public => Listed,
        "toy.attached" public => Attached,
    }
    retired {
        "toy.written" public => Written as upcast::written,
    }
}

#[derive(Clone, Debug)]
pub enum Command {
    /// A new note, not public.
    Note(String, u64),
    /// As many notes in one command.
    Notes(u32),
    /// Takes from a note's balance.
    Pay(u64, u64),
    Show(u64),
    Hide(u64),
    /// An entry of this many numbers.
    List(usize),
    Attach(BlobRef),
    /// Nothing to record.
    Nothing,
    /// A rule that breaks while deciding.
    Break,
    /// A rule that breaks while applying.
    BreakLater,
    /// Waits for the lock.
    Wait(Arc<Mutex<()>>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    NoSuchNote,
    TooLittle,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub balance: u64,
    pub shown: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Toy {
    pub notes: imbl::OrdMap<u64, Note>,
    pub files: imbl::OrdSet<BlobId>,
    /// Number the next entry must have: entries are applied in order, none twice, none left out.
    pub next: u64,
    pub faults: u64,
}

/// The list that breaks the toy while it is applied.
const POISON: u64 = 666;

impl Machine for Toy {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;
    const FORMAT: &'static str = "toy 1";

    fn removes(command: &Command) -> bool {
        matches!(command, Command::Hide(_))
    }

    fn decide(&self, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
        assert_eq!(context.actor, Actor::Anyone);
        let mut note = |words: &str, balance| {
            let mut sealer = Sealer::new(&mut context.entropy);
            let words = sealer.seal(WORDS, words);
            let seals = sealer.finish();
            Proposed::new(Event::from(Noted { words, balance }))
                .by("writer")
                .sealed(seals)
        };
        match *command {
            Command::Note(ref words, balance) => Ok(vec![note(words, balance)]),
            Command::Notes(count) => Ok((0..count).map(|i| note(&format!("{i}"), 1)).collect()),
            Command::Pay(at, amount) => {
                let found = self.notes.get(&at).ok_or(Refusal::NoSuchNote)?;
                if found.balance < amount {
                    return Err(Refusal::TooLittle);
                }
                Ok(vec![Proposed::new(Paid { note: at, amount }.into())])
            }
            Command::Show(note) if self.notes.contains_key(&note) => Ok(vec![Proposed::new(Shown { note }.into())]),
            Command::Hide(note) if self.notes.contains_key(&note) => Ok(vec![Proposed::new(Hidden { note }.into())]),
            Command::Show(_) | Command::Hide(_) => Err(Refusal::NoSuchNote),
            Command::List(length) => {
                let numbers = vec![1_000_000; length];
                Ok(vec![
                    note("before the list", 1),
                    Proposed::new(Listed { numbers }.into()),
                ])
            }
            Command::Attach(file) => Ok(vec![Proposed::new(Attached { file }.into())]),
            Command::Nothing => Ok(Vec::new()),
            Command::Break => panic!("a broken rule"),
            Command::BreakLater => {
                let numbers = vec![POISON];
                Ok(vec![note("half", 1), Proposed::new(Listed { numbers }.into())])
            }
            Command::Wait(ref lock) => {
                drop(lock.lock());
                Ok(Vec::new())
            }
        }
    }

    fn apply(&mut self, entry: &Entry<Event>) {
        self.faults += u64::from(entry.seq != self.next);
        self.next = entry.seq + 1;
        match &entry.event {
            Event::Noted(Noted { balance, .. }) => {
                let (balance, shown) = (*balance, false);
                self.notes.insert(entry.seq, Note { balance, shown });
            }
            Event::Paid(Paid { note, amount }) => match self.notes.get_mut(note) {
                Some(note) => note.balance -= amount,
                None => self.faults += 1,
            },
            Event::Shown(Shown { note }) => self.show(*note, true),
            Event::Hidden(Hidden { note }) => self.show(*note, false),
            Event::Listed(Listed { numbers }) => assert_ne!(numbers[0], POISON, "a rule that breaks late"),
            Event::Attached(Attached { file }) => {
                self.files.insert(file.id);
            }
        }
    }

    fn faults(&self) -> u64 {
        self.faults
    }

    fn exposure(&self, at: SealedRef) -> Exposure {
        match self.notes.get(&at.seq) {
            Some(note) if at.field == WORDS && note.shown => Exposure::Public,
            Some(_) if at.field == WORDS => Exposure::Held,
            _ => Exposure::Absent,
        }
    }

    fn touched(&self, entry: &Entry<Event>) -> Vec<SealedRef> {
        match &entry.event {
            Event::Noted(_) => vec![SealedRef::new(entry.seq, WORDS)],
            Event::Shown(Shown { note }) | Event::Hidden(Hidden { note }) => vec![SealedRef::new(*note, WORDS)],
            _ => Vec::new(),
        }
    }

    fn names_blob(&self, id: BlobId) -> bool {
        self.files.contains(&id)
    }
}

impl Toy {
    fn show(&mut self, at: u64, shown: bool) {
        match self.notes.get_mut(&at) {
            Some(note) => note.shown = shown,
            None => self.faults += 1,
        }
    }
}
