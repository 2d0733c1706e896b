//! A ledger in a vector: decides, writes, reads back and applies as the sequencer does, on one thread and without proofs.

use super::start;
use base::fact::{Actor, Commitment, Context, Entropy, FieldName, Recordable, SealedRef};
use base::hex;
use base::time::{Hour, Minute};
use ledger::entry::{self, Entry};
use ledger::machine::Machine;
use serde_json::Value;
use std::collections::BTreeMap;
use world::{Command, Event, Refusal, World};

#[derive(Clone)]
pub struct Record {
    pub world: World,
    /// Exact bytes of the entries.
    pub bytes: Vec<Vec<u8>>,
    /// The same entries as they were applied.
    pub entries: Vec<Entry<Event>>,
    /// Salts and words beside them.
    pub sealed: BTreeMap<SealedRef, ([u8; 32], String)>,
    /// What the clock says.
    pub clock: Minute,
    /// Watches every entry, where a test wants that.
    pub watch: Option<super::watch::Watch>,
    drawn: u64,
}

impl Record {
    pub fn new() -> Self {
        Record {
            world: World::default(),
            bytes: Vec::new(),
            entries: Vec::new(),
            sealed: BTreeMap::new(),
            clock: start(),
            watch: None,
            drawn: 0,
        }
    }

    /// With an administrator, a few people and an open forum.
    pub fn with_office() -> Self {
        let mut record = Record::new();
        for (actor, command) in super::set_up() {
            record.must(actor, command);
        }
        record
    }

    /// The same, with everyone who takes part in a forum from its announcement to its end.
    pub fn with_staff() -> Self {
        let mut record = Record::with_office();
        for (actor, command) in super::office::staff() {
            record.must(actor, command);
        }
        record
    }

    pub fn last_at(&self) -> Hour {
        self.entries.last().map_or(Hour::MIN, |entry| entry.at)
    }

    /// Decides a command without recording anything.
    pub fn decide(&self, actor: Actor, command: &Command) -> Result<Vec<base::fact::Proposed<Event>>, Refusal> {
        self.world.decide(&mut self.context(actor), command)
    }

    fn context(&self, actor: Actor) -> Context {
        let now = self.clock.max(self.last_at().starts_at());
        Context {
            now,
            actor,
            entropy: Entropy::new(entry::digest(&self.drawn.to_be_bytes())),
        }
    }

    /// Records a command's events; the numbers of the first entry and of the one after the last.
    pub fn tell(&mut self, actor: Actor, command: &Command) -> Result<(u64, u64), Refusal> {
        let mut context = self.context(actor);
        let at = context.now.hour();
        let proposed = self.world.decide(&mut context, command)?;
        self.drawn += 1;
        let first = self.bytes.len() as u64;
        for proposal in proposed {
            let seq = self.bytes.len() as u64;
            let salt = proposal.event.kind().private.then(|| context.entropy.draw());
            let bytes = entry::write(seq, at, proposal.by, &proposal.event, salt.as_ref());
            assert!(bytes.len() <= entry::ENTRY_BYTES_MAX);
            let entry = Entry {
                seq,
                at,
                by: proposal.by.map(Box::from),
                event: proposal.event,
            };
            assert_eq!(
                entry::parse::<Event>(&bytes).unwrap(),
                entry,
                "{}",
                String::from_utf8_lossy(&bytes)
            );
            self.world.apply(&entry);
            if let Some(watch) = &mut self.watch {
                let touched = self.world.touched(&entry);
                watch.look(&self.world, &entry, &touched);
            }
            for seal in proposal.seals {
                let before = self
                    .sealed
                    .insert(SealedRef::new(seq, seal.field), (seal.salt, seal.value));
                assert!(before.is_none(), "a field is sealed twice in entry {seq}");
            }
            self.bytes.push(bytes);
            self.entries.push(entry);
        }
        Ok((first, self.bytes.len() as u64))
    }

    /// Records a command that must be allowed; the number of its first entry.
    pub fn must(&mut self, actor: Actor, command: Command) -> u64 {
        let (first, end) = self
            .tell(actor, &command)
            .unwrap_or_else(|why| panic!("{command:?}: {why:?}"));
        assert!(end > first, "{command:?} records nothing");
        first
    }
}

/// Reads exact bytes again into a state.
pub fn reread(mut world: World, bytes: &[Vec<u8>]) -> World {
    for one in bytes {
        world.apply(&entry::parse::<Event>(one).unwrap());
    }
    world
}

/// Whether the data of an entry hold a commitment under a field: under its name, or, for `text_4`, under `text` in the
/// part that has the number 4 under the singular of its list's name.
pub fn holds(data: &Value, field: FieldName, commitment: &Commitment) -> bool {
    let wanted = Value::String(hex::encode(&commitment.0));
    if let Some(found) = data.get(field.as_str()) {
        return *found == wanted;
    }
    let Some((stem, number)) = field.as_str().rsplit_once('_') else {
        return false;
    };
    let number: u64 = number.parse().unwrap();
    let lists = data.as_object().unwrap().iter();
    let mut parts = lists.flat_map(|(name, list)| {
        let list = list.as_array().into_iter().flatten();
        list.filter(move |part| part[name.trim_end_matches('s')] == number)
    });
    parts.any(|part| part.get(stem) == Some(&wanted))
}
