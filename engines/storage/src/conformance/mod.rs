//! The one suite that every store passes. Each case is given an empty store and panics where the contract is broken.
//!
//! ```ignore
//! storage::conformance!(memory, Box::new(storage::Memory::new()));
//! ```
//! makes a module `memory` with one test per case; the expression makes anything that dereferences to a store.

mod basics;
mod blobs;
pub mod model;
mod values;

pub use basics::*;
pub use blobs::*;
pub use values::*;

use base::fact::{FieldName, SealedRef};
use ledger::store::{Batch, OnceRow, Sealed, Store, TileRow};
use std::ops::Deref;

/// A case of the suite.
#[derive(Clone, Copy, Debug)]
pub struct Case<S> {
    /// Its name.
    pub name: &'static str,
    /// Runs it on an empty store.
    pub run: fn(&S),
}

/// Hands the names of all cases to the macro named in the first brackets, after `$more`.
#[doc(hidden)]
#[macro_export]
macro_rules! conformance_cases {
    ([$($with:tt)+] $($more:tt)*) => {
        $($with)+! { $($more)*
            starts_empty
            keeps_what_it_is_given
            keeps_long_and_empty_entries
            refuses_another_size
            refuses_an_older_leader
            keeps_nothing_of_a_refused_batch
            takes_a_batch_without_anything
            settles
            stops_when_told
            reads_any_range
            reads_while_it_writes
            finds_sealed_values
            orders_sealed_values
            forgets_idempotency_keys
            keeps_tiles
            keeps_files
            lists_files_by_name
            erases
            erases_twice
            behaves_as_the_model
        }
    };
}

/// Makes a module of tests, one for each case; see the [module](self).
#[macro_export]
macro_rules! conformance {
    ($name:ident, $make:expr) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $crate::conformance_cases!([$crate::conformance_tests][$make]);
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! conformance_tests {
    ([$make:expr] $($case:ident)*) => {
        $( #[test] fn $case() { let made = $make; $crate::conformance::$case(&*made); } )*
    };
}

macro_rules! listed {
    ([] $($case:ident)*) => { vec![ $( Case { name: stringify!($case), run: $case::<S> }, )* ] };
}

/// All cases.
pub fn cases<S: Store>() -> Vec<Case<S>> {
    conformance_cases!([listed] [])
}

/// Runs all cases, each on a store of its own.
pub fn run<S: Store, D: Deref<Target = S>>(make: impl Fn() -> D) {
    for case in cases::<S>() {
        (case.run)(&make());
    }
}

/// A number of bits without pattern, the same each time (SplitMix64): what a test needs instead of chance.
pub(crate) fn noise(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// 256 bits without pattern.
pub fn salt(seed: u64) -> [u8; 32] {
    let mut salt = [0; 32];
    for (part, i) in salt.chunks_exact_mut(8).zip(0..) {
        part.copy_from_slice(&noise(seed.wrapping_mul(4).wrapping_add(i)).to_be_bytes());
    }
    salt
}

/// A sealed value whose words can be told from all others.
pub fn sealed(seq: u64, field: FieldName, seed: u64) -> Sealed {
    let words = format!(
        "Ý kiến số {:016x} về việc trực gác, nói lần {seed} ",
        noise(seed ^ 0xA5A5)
    );
    let times = (noise(seed) % 7) as usize;
    Sealed {
        at: SealedRef { seq, field },
        salt: salt(seed),
        value: words.repeat(times + 1),
    }
}

/// A batch of `count` entries from `first` on, each with two sealed values and an idempotency key, and one tile.
pub fn batch(first: u64, count: u64) -> Batch {
    let mut batch = Batch {
        first,
        checkpoint: format!("after {}", first + count),
        ..Batch::default()
    };
    for seq in first..first + count {
        let text = format!("{{\"seq\":{seq},\"kind\":\"test.happened\",\"data\":{}}}", noise(seq));
        batch.entries.push(text.into_bytes());
        // Not in the order of their names, on purpose.
        batch.sealed.push(sealed(seq, FieldName::of("words"), seq * 2));
        batch.sealed.push(sealed(seq, FieldName::of("reasons"), seq * 2 + 1));
        batch.once.push(OnceRow {
            seq,
            key: salt(seq + 1_000_000),
            body: salt(seq + 2_000_000),
        });
    }
    batch.tiles.push(TileRow {
        level: 0,
        index: first,
        bytes: vec![first as u8; 8192].into_boxed_slice(),
    });
    batch
}

/// All entries from `from` to `to`, numbered.
pub fn entries_of(store: &impl Store, from: u64, to: u64) -> Vec<(u64, Vec<u8>)> {
    let mut all = Vec::new();
    let read = store.entries(from, to, &mut |seq, bytes| {
        all.push((seq, bytes.to_vec()));
        true
    });
    read.expect("entries can be read");
    all
}

/// All sealed values of the entries from `from` to `to`.
pub fn sealed_of(store: &impl Store, from: u64, to: u64) -> Vec<Sealed> {
    let mut all = Vec::new();
    let read = store.sealed_range(from, to, &mut |sealed| {
        all.push(sealed);
        true
    });
    read.expect("sealed values can be read");
    all
}
