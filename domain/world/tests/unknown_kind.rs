//! A ledger that a newer release wrote stops an older one at the start, with a sentence that says what to do.

mod common;

use base::fact::{Actor, BlobId, Context, Exposure, Proposed, SealedRef};
use common::{Surroundings, set_up, start, tell};
use ledger::entry::{Entry, EntryProblem};
use ledger::machine::Machine;
use ledger::note::SigningKey;
use ledger::{Ledger, OpenError, Options, ReplayError, replay};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use world::World;

/// What only a release of the future records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sung {
    /// How many sang along.
    pub voices: u32,
}

base::sealing!(Sung {});

base::kinds! {
    /// A kind of the future.
    pub enum Later {
        "forum.song_sung" public => Sung,
    }
}

/// A release of the future, which need not know anything else.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Release;

impl Machine for Release {
    type Command = u32;
    type Event = Later;
    type Refusal = ();
    const FORMAT: &'static str = "later";

    fn decide(&self, _context: &mut Context, voices: &u32) -> Result<Vec<Proposed<Later>>, ()> {
        Ok(vec![Proposed::new(Sung { voices: *voices }.into())])
    }
    fn apply(&mut self, _entry: &Entry<Later>) {}
    fn faults(&self) -> u64 {
        0
    }
    fn exposure(&self, _at: SealedRef) -> Exposure {
        Exposure::Absent
    }
    fn touched(&self, _entry: &Entry<Later>) -> Vec<SealedRef> {
        Vec::new()
    }
    fn names_blob(&self, _id: BlobId) -> bool {
        false
    }
}

const SENTENCE: &str =
    "entry 0 is of the kind \"forum.song_sung\", which this release does not know; start a newer release";

#[test]
fn an_unknown_kind_stops_the_start_and_names_the_way_out() {
    let around = Surroundings::new();
    let mut options = Options::new(SigningKey::new("example.org/office", [7; 32]).unwrap());
    options.clock = Arc::new(start);
    let newer = Ledger::<Release, _>::open(around.store.clone(), options).unwrap();
    newer.submit(Actor::Console, 4, None).unwrap().blocking_wait().unwrap();
    newer.close();

    let why = around.try_open().map(drop).unwrap_err();
    assert!(
        matches!(&why, OpenError::Replay(ReplayError::Entry(EntryProblem::UnknownKind { seq: 0, kind }))
        if **kind == *"forum.song_sung"),
        "{why:?}"
    );
    assert_eq!(why.to_string(), SENTENCE);
    let why = replay(&around.store, &mut World::default(), 0, 1).unwrap_err();
    assert_eq!(why.to_string(), SENTENCE);
}

#[test]
fn a_known_ledger_starts() {
    let around = Surroundings::new();
    let ledger = around.open();
    for (actor, command) in set_up() {
        tell(&ledger, actor, command).unwrap();
    }
    ledger.close();
    assert!(around.try_open().is_ok());
}
