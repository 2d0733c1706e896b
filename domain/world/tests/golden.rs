//! The golden ledger of this release: its entries, kept as exact lines, and what they must add up to.
//!
//! `schemas/golden/0.1.jsonl` is what a ledger of release 0.1 looks like. Once that release is out its lines never change
//! again: every later release must read them. `0.1.digests` says what the tree over them and the state they make are;
//! the state's line belongs to one format of the state and is written anew when the format changes.
//! Both are written by this test when `LANGNGHE_WRITE_GOLDEN=1` is set, and only compared otherwise.

mod common;

use base::hex;
use common::{golden, reread};
use ledger::entry::{self, digest};
use ledger::machine::Machine;
use ledger::tree::{Edge, leaf_hash};
use std::collections::BTreeSet;
use world::{Event, World};

const LINES: &str = "0.1.jsonl";
const DIGESTS: &str = "0.1.digests";

fn kept(name: &str) -> String {
    let path = golden::folder().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|why| {
        panic!(
            "{}: {why}; LANGNGHE_WRITE_GOLDEN=1 cargo test -p world --test golden writes it",
            path.display()
        )
    })
}

/// What a ledger's entries add up to.
fn digests(lines: &str) -> String {
    let entries = golden::entries(lines);
    let state = reread(World::default(), &entries);
    let mut edge = Edge::new();
    for bytes in &entries {
        edge.push(leaf_hash(&digest(bytes)));
    }
    let state_digest = hex::encode(&digest(&postcard::to_stdvec(&state).unwrap()));
    format!(
        "entries {}\nroot {}\nstate {} {state_digest}\n",
        entries.len(),
        hex::encode(&edge.root()),
        World::FORMAT
    )
}

/// One test, since it may write what the others would read.
#[test]
fn the_golden_ledger_stays_as_it_is() {
    let (ledger, lines) = golden::live();
    if std::env::var_os("LANGNGHE_WRITE_GOLDEN").is_some_and(|set| set == "1") {
        std::fs::create_dir_all(golden::folder()).unwrap();
        std::fs::write(golden::folder().join(LINES), &lines).unwrap();
        std::fs::write(golden::folder().join(DIGESTS), digests(&lines)).unwrap();
    }
    let golden_lines = kept(LINES);
    for (number, (now, then)) in lines.lines().zip(golden_lines.lines()).enumerate() {
        assert_eq!(now, then, "entry {number} is not the golden one");
    }
    assert_eq!(lines, golden_lines, "the same life writes the same bytes");
    let (now, then) = (digests(&golden_lines), kept(DIGESTS));
    let of_format = |text: &str| text.contains(&format!("state {} ", World::FORMAT));
    assert!(
        now == then || !of_format(&then),
        "the golden entries make another state than before: World::FORMAT must change with it, or a snapshot of the old \
         shape would be read as one of the new"
    );
    assert_eq!(
        now, then,
        "the format of the state changed: LANGNGHE_WRITE_GOLDEN=1 writes its digest anew"
    );

    let (view, entries) = (ledger.view(), golden::entries(&golden_lines));
    assert!(
        view.state == reread(World::default(), &entries),
        "read from the lines as it was lived"
    );
    assert_eq!(view.state.faults(), 0);
    assert!(
        kept(DIGESTS).contains(&hex::encode(&view.root)),
        "the ledger signed this very tree"
    );
    let kinds: BTreeSet<String> = entries
        .iter()
        .map(|bytes| entry::open(bytes).unwrap().kind.into())
        .collect();
    let all: BTreeSet<String> = Event::kinds().into_iter().map(|kind| kind.name.to_owned()).collect();
    assert_eq!(kinds, all, "every kind of this release is in it");
}
