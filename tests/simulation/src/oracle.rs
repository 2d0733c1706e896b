//! The one who saw everything: what the database kept, what the leaders said, what was shown. It compares each with the
//! others as they happen, and keeps the first thing that is wrong.

use crate::at;
use crate::clock::Clock;
use crate::machine::{Ask, Event, Refusal, Tally};
use crate::trace::Trace;
use base::fact::BlobId;
use base::time::{Hour, Minute};
use ledger::checkpoint::{self, Checkpoint};
use ledger::entry::{self, Entry};
use ledger::machine::Machine;
use ledger::note::VerifierKey;
use ledger::store::{BLOB_ORPHAN_HOURS, Batch, Erasable, Store};
use ledger::tree::{Edge, Hash, leaf_hash};
use ledger::{ONCE_DAYS_KEPT, Recorded, Rejected};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};
use storage::Memory;

/// What a client is told.
pub(crate) type Told = Result<Recorded, Rejected<Refusal>>;

/// One sending of a command, what it recorded, and how it ended as far as its leader said. A leader's answer counts even
/// where the client never hears it.
#[derive(Clone, Debug)]
pub(crate) struct Sending {
    /// The act, by number; its idempotency key goes with it.
    pub(crate) act: usize,
    pub(crate) has_key: bool,
    pub(crate) ask: Ask,
    /// Since when its file was kept.
    pub(crate) file_put: Option<Minute>,
    /// Its first entry.
    pub(crate) first: Option<u64>,
    pub(crate) told: Option<Told>,
}

/// An entry that was kept.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) at: Hour,
    pub(crate) send: u64,
    pub(crate) part: u32,
    pub(crate) digest: [u8; 32],
    /// After this entry.
    pub(crate) root: Hash,
    /// After this entry.
    pub(crate) trail: u64,
}

/// All that was seen.
pub(crate) struct Log {
    pub(crate) record: Vec<Line>,
    pub(crate) state: Tally,
    pub(crate) sendings: Vec<Sending>,
    /// Files that waited so long for an entry to name them that they may be swept before it does.
    pub(crate) old_files: BTreeSet<BlobId>,
    pub(crate) counts: BTreeMap<&'static str, u64>,
    edge: Edge,
    epoch: u64,
    /// Who appended in which epoch, by the number of the start.
    leaders: BTreeMap<u64, u64>,
    /// Who was told that a batch is kept, by its first entry.
    kept_for: BTreeMap<u64, u64>,
    /// First entries of each act that has a key.
    firsts: BTreeMap<usize, Vec<u64>>,
    /// Checkpoints shown, by size.
    seen: BTreeMap<u64, String>,
    broken: Option<String>,
}

pub(crate) struct Oracle {
    log: Mutex<Log>,
    key: VerifierKey,
    clock: Arc<Clock>,
    trace: Arc<Trace>,
}

/// The size in a checkpoint, whose signature is not looked at.
pub(crate) fn size_of(signed: &str) -> Option<u64> {
    signed.split('\n').nth(1)?.parse().ok()
}

impl Oracle {
    pub(crate) fn new(key: VerifierKey, clock: Arc<Clock>, trace: Arc<Trace>) -> Self {
        let log = Log {
            record: Vec::new(),
            state: Tally::default(),
            sendings: Vec::new(),
            old_files: BTreeSet::new(),
            counts: BTreeMap::new(),
            edge: Edge::new(),
            epoch: 0,
            leaders: BTreeMap::new(),
            kept_for: BTreeMap::new(),
            firsts: BTreeMap::new(),
            seen: BTreeMap::new(),
            broken: None,
        };
        Self {
            log: Mutex::new(log),
            key,
            clock,
            trace,
        }
    }

    /// What was seen so far. Not to be held while anything else is done.
    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        at(&self.log)
    }

    /// Keeps the first thing that is wrong.
    pub(crate) fn broke(&self, what: impl Into<String>) {
        let what = what.into();
        self.trace.note(|| format!("BROKEN: {what}"));
        self.log().broken.get_or_insert(what);
    }

    pub(crate) fn broken(&self) -> Option<String> {
        self.log().broken.clone()
    }

    fn check(&self, checked: Result<(), String>) {
        if let Err(why) = checked {
            self.broke(why);
        }
    }

    pub(crate) fn count(&self, what: &'static str) {
        *self.log().counts.entry(what).or_default() += 1;
    }

    /// Somebody took the lead, or went on leading after an outcome was settled.
    pub(crate) fn epoch_raised(&self, epoch: u64) {
        let before = std::mem::replace(&mut self.log().epoch, epoch);
        if before >= epoch {
            self.broke(format!("epoch {epoch} was given out after epoch {before}"));
        }
    }

    /// The database kept a batch of this start of a server, under this epoch where that is to be compared.
    pub(crate) fn kept(&self, memory: &Memory, start: u64, epoch: Option<u64>, batch: &Batch) {
        let latest = self.clock.latest();
        let checked = self.log().kept(memory, latest, start, epoch, batch);
        self.check(checked);
    }

    /// A start of a server was told that its batch is kept.
    pub(crate) fn kept_for(&self, start: u64, first: u64) {
        let leader = *self.log().kept_for.entry(first).or_insert(start);
        if leader != start {
            self.broke(format!(
                "starts {leader} and {start} were both told that entry {first} is theirs"
            ));
        }
    }

    /// The database is about to remove these.
    pub(crate) fn erased(&self, what: &[Erasable]) {
        let log = self.log();
        let (whole, old): (Vec<_>, _) = (log.state.whole().collect(), log.old_files.clone());
        drop(log);
        for one in what {
            let is_whole = |(entry, file): &(u64, Option<BlobId>)| match one {
                Erasable::Blob(id) => *file == Some(*id) && !old.contains(id),
                Erasable::Sealed(at) => file.is_none() && at.seq == *entry,
            };
            if let Some((entry, _)) = whole.iter().find(|of| is_whole(of)) {
                self.broke(format!("{one:?} of entry {entry} is removed and nobody ordered it"));
            }
        }
    }

    /// A signed checkpoint was shown.
    pub(crate) fn saw(&self, signed: &str) {
        let checked = self.log().saw(signed, &self.key);
        self.check(checked);
    }

    /// A view is what everyone reads: a state and a root that are those of the record, no further than it goes.
    pub(crate) fn viewed(&self, size: u64, root: &Hash, state: &Tally) {
        let log = self.log();
        let found = size.checked_sub(1).map(|last| log.record.get(last as usize));
        let checked = match found {
            None => Ok(()),
            Some(None) => Err(format!("{size} entries are shown, {} are there", log.record.len())),
            Some(Some(line)) if line.root != *root => {
                Err(format!("the root shown of {size} entries is not the record's"))
            }
            Some(Some(line)) if line.trail != state.trail || state.faults() > 0 => {
                Err(format!("the state shown of {size} entries is not what they make"))
            }
            Some(Some(_)) => Ok(()),
        };
        drop(log);
        self.check(checked);
    }

    /// A leader answered a sending, and then showed so many entries.
    pub(crate) fn told(&self, send: u64, told: Told, showing: Showing) {
        self.trace.note(|| format!("    sending {send} is told {told:?}"));
        self.count(match &told {
            Ok(Recorded { repeated: true, .. }) => "repeated",
            Ok(Recorded { first: None, .. }) => "nothing to do",
            Ok(_) => "recorded",
            Err(Rejected::Refused(_)) => "refused",
            Err(Rejected::OtherBody) => "other body",
            Err(Rejected::Busy) => "busy",
            Err(Rejected::NotRecorded(_)) => "not recorded",
            Err(Rejected::Unknown(_)) => "unknown",
            Err(Rejected::Stopped) => "stopped",
        });
        let latest = self.clock.latest();
        let checked = self.log().told(send, &told, showing, latest);
        self.check(checked.map_err(|why| format!("sending {send} was told {told:?}, but {why}")));
    }

    /// Notes a new sending; its number.
    pub(crate) fn sending(&self, act: usize, has_key: bool, ask: Ask) -> u64 {
        let mut log = self.log();
        log.sendings.push(Sending {
            act,
            has_key,
            ask,
            file_put: None,
            first: None,
            told: None,
        });
        log.sendings.len() as u64 - 1
    }

    /// The file that goes with a sending was kept.
    pub(crate) fn file_put(&self, send: u64, put: Minute) {
        self.log().sendings[send as usize].file_put = Some(put);
    }
}

/// What somebody who tells an answer shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Showing {
    /// Entries it knew when it decided, at least.
    pub(crate) known: u64,
    /// Entries it shows now.
    pub(crate) shown: u64,
}

/// The first second of which keys are kept, by the clock that is furthest ahead.
fn oldest_secs(latest: Minute) -> u64 {
    latest.unix_secs().saturating_sub(u64::from(ONCE_DAYS_KEPT) * 24 * 3600)
}

impl Log {
    fn kept(
        &mut self,
        memory: &Memory,
        latest: Minute,
        start: u64,
        epoch: Option<u64>,
        batch: &Batch,
    ) -> Result<(), String> {
        if let Some(epoch) = epoch {
            if epoch != self.epoch {
                return Err(format!("a leader of epoch {epoch} appended in epoch {}", self.epoch));
            }
            let leader = *self.leaders.entry(epoch).or_insert(start);
            if leader != start {
                return Err(format!("starts {leader} and {start} both appended in epoch {epoch}"));
            }
        }
        if batch.first != self.record.len() as u64 {
            return Err(format!("a batch was kept at {}", batch.first));
        }
        for (seq, bytes) in (batch.first..).zip(&batch.entries) {
            self.line(memory, latest, seq, bytes)?;
        }
        Ok(())
    }

    /// Takes in the next entry.
    fn line(&mut self, memory: &Memory, latest: Minute, seq: u64, bytes: &[u8]) -> Result<(), String> {
        let entry: Entry<Event> = entry::parse(bytes).map_err(|why| why.to_string())?;
        if entry.seq != seq || self.record.last().is_some_and(|last| last.at > entry.at) {
            return Err(format!("entry {seq} has number {} and hour {}", entry.seq, entry.at));
        }
        let (send, part) = entry.event.origin();
        let digest = entry::digest(bytes);
        self.state.apply(&entry);
        self.edge.push(leaf_hash(&digest));
        self.record.push(Line {
            at: entry.at,
            send,
            part,
            digest,
            root: self.edge.root(),
            trail: self.state.trail,
        });
        if self.state.faults() > 0 {
            return Err(format!("entry {seq} does not follow from those before it"));
        }
        let sending = &mut self.sendings[send as usize];
        if part > 0 {
            let follows = sending.first.is_some_and(|first| first + u64::from(part) == seq);
            return if follows {
                Ok(())
            } else {
                Err(format!("entry {seq} is part {part} of sending {send} and stands alone"))
            };
        }
        match &sending.told {
            Some(Err(Rejected::Unknown(_))) | None => {}
            Some(told) => {
                return Err(format!(
                    "sending {send} was told {told:?}, and then recorded as entry {seq}"
                ));
            }
        }
        if let Some(first) = sending.first.replace(seq) {
            return Err(format!("sending {send} was recorded at {first} and at {seq}"));
        }
        let (act, has_key, file_put) = (sending.act, sending.has_key, sending.file_put);
        if has_key {
            self.once(act, seq, latest)?;
        }
        self.beside(memory, &entry, file_put, latest)
    }

    /// A key records once, as long as keys are kept by the clock that is furthest ahead.
    fn once(&mut self, act: usize, seq: u64, latest: Minute) -> Result<(), String> {
        let oldest = oldest_secs(latest);
        let firsts = self.firsts.entry(act).or_default();
        let before = firsts.last().copied();
        firsts.push(seq);
        match before {
            Some(before) if self.record[before as usize].at >= Hour::from_unix_secs(oldest) => Err(format!(
                "the key of act {act} recorded entry {before} and then entry {seq}"
            )),
            _ => Ok(()),
        }
    }

    /// What an entry names beside the record is there; what it says is gone is gone.
    fn beside(
        &mut self,
        memory: &Memory,
        entry: &Entry<Event>,
        put: Option<Minute>,
        latest: Minute,
    ) -> Result<(), String> {
        let seq = entry.seq;
        let failed = |why: ledger::store::StoreError| why.to_string();
        match &entry.event {
            Event::Attached(attached) => {
                let is_there = memory.blob(attached.file.id).map_err(failed)?.is_some();
                // Whoever keeps a file's name so long before naming it looks first whether it is still there.
                let is_old = put.is_none_or(|put| put.add_hours(BLOB_ORPHAN_HOURS) <= latest);
                if !is_there && !is_old {
                    return Err(format!("entry {seq} names a file that is not there"));
                }
                if is_old {
                    self.old_files.insert(attached.file.id);
                }
            }
            Event::Erased(erased) => {
                let words = memory.sealed(crate::machine::words_at(erased.entry)).map_err(failed)?;
                let file = match self.state.file_erased(erased.entry) {
                    Some(file) => memory.blob(file).map_err(failed)?,
                    None => None,
                };
                if words.is_some() || file.is_some() {
                    return Err(format!(
                        "what entry {} had is said to be gone and is there",
                        erased.entry
                    ));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn saw(&mut self, signed: &str, key: &VerifierKey) -> Result<(), String> {
        let size = size_of(signed).ok_or_else(|| format!("this is shown as a checkpoint: {signed:?}"))?;
        match self.seen.get(&size) {
            // Keys sign without chance: two of one size are the same, to the byte.
            Some(seen) if seen == signed => return Ok(()),
            Some(_) => return Err(format!("two checkpoints of {size} entries were shown")),
            None => {}
        }
        checkpoint::open(signed, key).map_err(|why| format!("the checkpoint of {size} entries: {why}"))?;
        let root = match size.checked_sub(1) {
            None => Edge::new().root(),
            Some(last) => match self.record.get(last as usize) {
                Some(line) => line.root,
                None => {
                    return Err(format!(
                        "a checkpoint of {size} entries is shown, {} are there",
                        self.record.len()
                    ));
                }
            },
        };
        let origin = key.name().to_owned();
        let checkpoint = Checkpoint { origin, size, root };
        if !signed.starts_with(&checkpoint.to_string()) {
            return Err(format!("the checkpoint of {size} entries is not one of the record"));
        }
        self.seen.insert(size, signed.to_owned());
        Ok(())
    }

    /// A key that recorded, as long as keys are kept, in what whoever tells knew when it decided.
    fn is_remembered(&self, sending: &Sending, known: u64, latest: Minute) -> bool {
        let oldest = Hour::from_unix_secs(oldest_secs(latest));
        let of_act = self.firsts.get(&sending.act).into_iter().flatten();
        let mut known = of_act.filter(|first| **first < known);
        sending.has_key && known.any(|first| self.record[*first as usize].at >= oldest)
    }

    fn told(&mut self, send: u64, told: &Told, showing: Showing, latest: Minute) -> Result<(), String> {
        let Showing { known, shown } = showing;
        let sending = &mut self.sendings[send as usize];
        if let Some(before) = sending.told.replace(told.clone()) {
            return Err(format!("it was told {before:?} before"));
        }
        let sending = self.sendings[send as usize].clone();
        let other = |first: u64| {
            let line = self.record.get(first as usize);
            line.map(|line| (line, &self.sendings[line.send as usize]))
        };
        let fits = match told {
            Err(Rejected::Unknown(_)) => true,
            Err(Rejected::OtherBody) => {
                let firsts = self.firsts.get(&sending.act);
                sending.first.is_none()
                    && firsts.is_some_and(|firsts| {
                        firsts
                            .iter()
                            .any(|first| other(*first).is_some_and(|(_, of)| of.ask != sending.ask))
                    })
            }
            // What was done is not refused: it is told once more.
            Err(Rejected::Refused(_)) => sending.first.is_none() && !self.is_remembered(&sending, known, latest),
            Err(_) => sending.first.is_none(),
            Ok(Recorded { first: None, count, .. }) => sending.ask == Ask::Nothing && *count == 0,
            Ok(Recorded {
                first: Some(first),
                count,
                at,
                repeated: false,
            }) => {
                sending.first == Some(*first)
                    && sending.ask.entries() == *count
                    && *first + u64::from(*count) <= self.record.len() as u64
                    && self.record[*first as usize].at == *at
            }
            Ok(Recorded {
                first: Some(first),
                count,
                at,
                repeated: true,
            }) => other(*first).is_some_and(|(line, of)| {
                sending.first.is_none()
                    && *count == 0
                    && (of.act, of.ask, of.has_key, sending.has_key) == (sending.act, sending.ask, true, true)
                    && (line.part, line.at) == (0, *at)
            }),
        };
        match told {
            _ if !fits => Err(format!(
                "its first entry is {:?} of {}",
                sending.first,
                self.record.len()
            )),
            Ok(Recorded { first: Some(first), .. }) if *first >= shown => {
                Err(format!("whoever told it shows {shown} entries"))
            }
            _ => Ok(()),
        }
    }
}
