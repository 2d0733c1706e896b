//! The machine that runs over the simulated ledger: small, so that a million steps are cheap, and telling. Every entry
//! holds the number of the sending that recorded it, so that the record itself says which sendings were recorded.

use base::fact::{BlobId, BlobRef, Commitment, Context, Exposure, FieldName, Proposed, SealedRef, Sealer};
use ledger::entry::Entry;
use ledger::machine::Machine;
use ledger::store::Erasable;
use serde::{Deserialize, Serialize};

pub(crate) const WORDS: FieldName = FieldName::of("words");

/// Words shown at a time. Each new ones take the place of older ones, which are then hidden.
const SHOWN_MAX: u64 = 8;

/// What may lie in an account; a gift beyond it is refused.
const BALANCE_MAX: u32 = 5;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    pub(crate) send: u64,
    pub(crate) part: u32,
    pub(crate) words: Commitment,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Given {
    pub(crate) send: u64,
    pub(crate) account: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Taken {
    pub(crate) send: u64,
    pub(crate) account: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attached {
    pub(crate) send: u64,
    pub(crate) file: BlobRef,
}

/// The words or the file of an entry are to be removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ordered {
    pub(crate) send: u64,
    pub(crate) entry: u64,
}

/// They are gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Erased {
    pub(crate) send: u64,
    pub(crate) entry: u64,
}

base::sealing!(Said { words: Follows });
base::sealing!(Given {});
base::sealing!(Taken {});
base::sealing!(Attached {});
base::sealing!(Ordered {});
base::sealing!(Erased {});

base::kinds! {
    /// What is recorded.
    pub enum Event {
        "tally.said" public => Said,
        "tally.given" public => Given,
        "tally.taken" private => Taken,
        "tally.attached" public => Attached,
        "tally.ordered" public => Ordered,
        "tally.erased" public => Erased,
    }
}

impl Event {
    /// The sending that recorded it, and which of its entries this is.
    pub(crate) fn origin(&self) -> (u64, u32) {
        match self {
            Event::Said(said) => (said.send, said.part),
            Event::Given(given) => (given.send, 0),
            Event::Taken(taken) => (taken.send, 0),
            Event::Attached(attached) => (attached.send, 0),
            Event::Ordered(ordered) => (ordered.send, 0),
            Event::Erased(erased) => (erased.send, 0),
        }
    }
}

/// What somebody asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    /// As many entries with words.
    Say(u32),
    /// Puts one into an account; refused when it is full.
    Give(u8),
    /// Takes one out; refused when it is empty.
    Take(u8),
    /// A file with this number in it.
    Attach(u64),
    /// Orders that the words or the file of an entry be removed; refused when there are none.
    Order(u64),
    /// What was ordered for an entry is done; refused when it was not ordered.
    Confirm(u64),
    /// Nothing to record.
    Nothing,
}

impl Ask {
    /// Entries it records when it is not refused.
    pub(crate) fn entries(self) -> u32 {
        match self {
            Ask::Say(parts) => parts,
            Ask::Nothing => 0,
            _ => 1,
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Command {
    /// Number of the sending; every sending has its own, the repetition of an act too.
    pub(crate) send: u64,
    pub(crate) ask: Ask,
    /// Where the file of [`Ask::Attach`] is.
    pub(crate) file: Option<BlobRef>,
}

/// Something is full, empty, or not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal;

/// The state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    accounts: imbl::OrdMap<u8, u32>,
    /// Entries whose words are shown, by place.
    shown: imbl::OrdMap<u64, u64>,
    /// The entry whose words the last entry hid.
    hidden: Option<u64>,
    /// Entries with words or a file that nobody ordered to be removed.
    whole: imbl::OrdMap<u64, Option<BlobId>>,
    files: imbl::OrdSet<BlobId>,
    /// What is to be removed, by entry, and the entry that ordered it.
    pending: imbl::OrdMap<u64, (u64, Option<BlobId>)>,
    /// The same, when it is done.
    erased: imbl::OrdMap<u64, (u64, Option<BlobId>)>,
    next: u64,
    faults: u64,
    /// Depends on every entry and their order, so that states of other histories differ.
    pub(crate) trail: u64,
}

impl Machine for Tally {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;
    const FORMAT: &'static str = "tally 1";

    fn decide(&self, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
        let Command { send, ask, file } = *command;
        let balance = |account| self.accounts.get(&account).copied().unwrap_or(0);
        let one: Event = match ask {
            Ask::Say(parts) => {
                let all = (0..parts).map(|part| {
                    let mut sealer = Sealer::new(&mut context.entropy);
                    let words = sealer.seal(WORDS, words_of(send, part));
                    let seals = sealer.finish();
                    Proposed::new(Event::from(Said { send, part, words })).sealed(seals)
                });
                return Ok(all.collect());
            }
            Ask::Nothing => return Ok(Vec::new()),
            Ask::Give(account) if balance(account) < BALANCE_MAX => Given { send, account }.into(),
            Ask::Take(account) if balance(account) > 0 => Taken { send, account }.into(),
            Ask::Attach(_) => match file {
                Some(file) => Attached { send, file }.into(),
                None => return Err(Refusal),
            },
            Ask::Order(entry) if self.whole.contains_key(&entry) => Ordered { send, entry }.into(),
            Ask::Confirm(entry) if self.pending.contains_key(&entry) => Erased { send, entry }.into(),
            Ask::Give(_) | Ask::Take(_) | Ask::Order(_) | Ask::Confirm(_) => return Err(Refusal),
        };
        Ok(vec![Proposed::new(one)])
    }

    fn apply(&mut self, entry: &Entry<Event>) {
        self.faults += u64::from(entry.seq != self.next);
        self.next = entry.seq + 1;
        self.hidden = None;
        let (send, part) = entry.event.origin();
        for number in [entry.seq, send, u64::from(part)] {
            self.trail = (self.trail ^ number)
                .wrapping_mul(0x0000_0100_0000_01b3)
                .rotate_left(29);
        }
        match &entry.event {
            Event::Said(_) => {
                self.hidden = self.shown.insert(send % SHOWN_MAX, entry.seq);
                self.whole.insert(entry.seq, None);
            }
            Event::Given(Given { account, .. }) => *self.accounts.entry(*account).or_default() += 1,
            // An account that was decided against another history runs empty here.
            Event::Taken(Taken { account, .. }) => match self.accounts.get_mut(account) {
                Some(balance) if *balance > 0 => *balance -= 1,
                _ => self.faults += 1,
            },
            Event::Attached(Attached { file, .. }) => {
                self.whole.insert(entry.seq, Some(file.id));
                self.files.insert(file.id);
            }
            Event::Ordered(Ordered { entry: of, .. }) => match self.whole.remove(of) {
                Some(file) => {
                    if let Some(file) = file {
                        self.files.remove(&file);
                    }
                    self.hidden = Some(*of);
                    let place = self.shown.iter().find(|(_, seq)| *seq == of).map(|(place, _)| *place);
                    if let Some(place) = place {
                        self.shown.remove(&place);
                    }
                    self.pending.insert(*of, (entry.seq, file));
                }
                None => self.faults += 1,
            },
            Event::Erased(Erased { entry: of, .. }) => match self.pending.remove(of) {
                Some(order) => drop(self.erased.insert(*of, order)),
                None => self.faults += 1,
            },
        }
    }

    fn faults(&self) -> u64 {
        self.faults
    }

    fn exposure(&self, at: SealedRef) -> Exposure {
        if let Some((order, _)) = self.pending.get(&at.seq).or_else(|| self.erased.get(&at.seq)) {
            Exposure::Erased(*order)
        } else if self.shown.values().any(|seq| *seq == at.seq) {
            Exposure::Public
        } else {
            Exposure::Held
        }
    }

    fn touched(&self, entry: &Entry<Event>) -> Vec<SealedRef> {
        let own = matches!(entry.event, Event::Said(_)).then_some(entry.seq);
        let all = own.into_iter().chain(self.hidden);
        all.map(words_at).collect()
    }

    fn names_blob(&self, id: BlobId) -> bool {
        self.files.contains(&id)
    }
}

impl Tally {
    /// The words that are to be shown.
    pub(crate) fn shown(&self) -> Vec<SealedRef> {
        let mut shown: Vec<_> = self.shown.values().map(|seq| words_at(*seq)).collect();
        shown.sort_unstable();
        shown
    }

    /// What is to be removed, by entry.
    pub(crate) fn pending(&self) -> Vec<(u64, Erasable)> {
        let pending = self.pending.iter();
        pending
            .map(|(entry, (_, file))| (*entry, erasable(*entry, *file)))
            .collect()
    }

    /// What of an entry is to stay: its words, or its file.
    pub(crate) fn whole(&self) -> impl Iterator<Item = (u64, Option<BlobId>)> + '_ {
        self.whole.iter().map(|(entry, file)| (*entry, *file))
    }

    /// The entries whose words or files are gone, and the files.
    pub(crate) fn erased(&self) -> impl Iterator<Item = (u64, Option<BlobId>)> + '_ {
        self.erased.iter().map(|(entry, (_, file))| (*entry, *file))
    }

    /// The file that an entry named and that is gone.
    pub(crate) fn file_erased(&self, entry: u64) -> Option<BlobId> {
        self.erased.get(&entry).and_then(|(_, file)| *file)
    }
}

/// Where an entry's words are.
pub(crate) fn words_at(entry: u64) -> SealedRef {
    SealedRef::new(entry, WORDS)
}

/// What an entry has beside the record.
fn erasable(entry: u64, file: Option<BlobId>) -> Erasable {
    match file {
        Some(file) => Erasable::Blob(file),
        None => Erasable::Sealed(words_at(entry)),
    }
}

/// What a sending says.
pub(crate) fn words_of(send: u64, part: u32) -> String {
    format!("lời {send}/{part}")
}
