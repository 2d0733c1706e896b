//! Texts that say nearly the same, in other words or the same words.
//!
//! Texts are compared by their syllables and pairs of neighbouring syllables. The rarer a syllable is among all texts,
//! the more it says; a pair says as much as its two on average. Equal marks say more than equal letters: "gác" and "gạc"
//! are half alike. A text without any mark is compared by letters alone.

mod ids;
mod same;
mod weigh;

pub use same::is_same;

use crate::syllable::syllables;
use ids::{Ids, Slots};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;
use weigh::{Asked, Weights};

/// Most texts in one index.
pub const TEXTS_MAX: usize = 1 << 20;
/// Syllables of a text that are looked at; 280 characters hold at most 140.
pub const SYLLABLES_MAX: usize = 160;
/// From this likeness on a text is worth showing to someone who writes another (per mille).
pub const WORTH_SHOWING: Likeness = Likeness(300);

/// Most entries of lists that one question reads, the shortest lists first. So lists of common syllables are left out.
const READ_MAX: usize = 40_000;
/// How many texts are weighed exactly: those that have most in common by letters.
const WEIGHED_MIN: usize = 32;
/// The same, for each text asked for.
const WEIGHED_PER_ANSWER: usize = 4;
/// Most answers to one question.
const ANSWERS_MAX: usize = 64;

/// How much two texts are alike: 0 nothing, 1000 the same syllables in the same neighbourhood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Likeness(u16);

impl Likeness {
    /// Per mille, 0 to 1000.
    pub const fn per_mille(self) -> u16 {
        self.0
    }
}

/// The index holds [`TEXTS_MAX`] texts already.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the index holds {TEXTS_MAX} texts and takes no more")]
pub struct Full;

/// A text as the index keeps it.
#[derive(Clone, Debug)]
struct Kept {
    id: u64,
    /// In order.
    marked: Box<[u32]>,
    /// Without any mark.
    bare: bool,
}

/// An index of short texts by number. About 2 KB for a text of 280 characters.
///
/// What it answers depends on the texts that are in it, not on the order in which they came or what was there before.
#[derive(Clone, Debug, Default)]
pub struct Similar {
    /// Syllables with marks, and without.
    marked: Ids<String>,
    folded: Ids<String>,
    /// The folded syllable of each marked one.
    folds: Vec<u32>,
    /// Where texts with a folded syllable, or a pair of them, are kept.
    by_syllable: Vec<Slots>,
    by_pair: BTreeMap<(u32, u32), Slots>,
    kept: Vec<Option<Kept>>,
    free: BTreeSet<u32>,
    places: BTreeMap<u64, u32>,
}

impl Similar {
    /// An index of nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many texts are in it.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes a text in; one of the same number is replaced. Of a long text the first [`SYLLABLES_MAX`] syllables count.
    ///
    /// # Errors
    /// [`Full`].
    pub fn insert(&mut self, id: u64, text: &str) -> Result<(), Full> {
        self.remove(id);
        if self.places.len() >= TEXTS_MAX {
            return Err(Full);
        }
        let slot = match self.free.pop_first() {
            Some(slot) => slot,
            None => {
                self.kept.push(None);
                u32::try_from(self.kept.len() - 1).map_err(|_| Full)?
            }
        };
        let mut marked = Vec::new();
        let mut bare = true;
        for syllable in syllables(text, SYLLABLES_MAX) {
            bare &= syllable.marked == syllable.folded;
            let folded = self.folded.take(syllable.folded);
            let id = self.marked.take(syllable.marked);
            put(&mut self.folds, id, folded);
            marked.push(id);
        }
        let (single, pairs) = self.units(&marked);
        for folded in single {
            let index = folded as usize;
            if self.by_syllable.len() <= index {
                self.by_syllable.resize_with(index + 1, Slots::default);
            }
            if let Some(slots) = self.by_syllable.get_mut(index) {
                slots.insert(slot);
            }
        }
        for pair in pairs {
            self.by_pair.entry(pair).or_default().insert(slot);
        }
        let kept = Kept {
            id,
            marked: marked.into(),
            bare,
        };
        put(&mut self.kept, slot, Some(kept));
        self.places.insert(id, slot);
        Ok(())
    }

    /// Takes a text out. Tells whether it was there.
    pub fn remove(&mut self, id: u64) -> bool {
        let Some(slot) = self.places.remove(&id) else {
            return false;
        };
        let kept = self.kept.get_mut(slot as usize).and_then(Option::take);
        let marked = kept.map(|kept| kept.marked).unwrap_or_default();
        let (single, pairs) = self.units(&marked);
        for folded in single {
            if let Some(slots) = self.by_syllable.get_mut(folded as usize) {
                slots.remove(slot);
            }
        }
        for pair in pairs {
            if self.by_pair.get_mut(&pair).is_some_and(|slots| slots.remove(slot)) {
                self.by_pair.remove(&pair);
            }
        }
        for id in marked {
            let folded = self.folds.get(id as usize).copied().unwrap_or_default();
            self.folded.give_back(folded);
            self.marked.give_back(id);
        }
        self.free.insert(slot);
        true
    }

    /// The texts most like this one, the most alike first, those of equal likeness by number; at most `at_most` and at
    /// most 64, none that has nothing in common.
    ///
    /// A question reads a bounded number of entries: in a large index a text that has only common syllables in common
    /// may be left out.
    pub fn nearest(&self, text: &str, at_most: usize) -> Vec<(u64, Likeness)> {
        let at_most = at_most.min(ANSWERS_MAX);
        let asked = Asked::read(self, text);
        let mut answers: Vec<(u64, Likeness)> = self
            .candidates(&asked, WEIGHED_MIN.max(at_most * WEIGHED_PER_ANSWER))
            .into_iter()
            .filter_map(|slot| self.kept.get(slot as usize)?.as_ref())
            .map(|kept| (kept.id, asked.likeness(self, &kept.marked, kept.bare)))
            .filter(|(_, likeness)| *likeness > Likeness(0))
            .collect();
        answers.sort_unstable_by_key(|(id, likeness)| (Reverse(*likeness), *id));
        answers.truncate(at_most);
        answers
    }

    /// Folded syllables and pairs of a text, each once.
    fn units(&self, marked: &[u32]) -> (BTreeSet<u32>, BTreeSet<(u32, u32)>) {
        let fold = |id: &u32| self.folds.get(*id as usize).copied().unwrap_or_default();
        let folded: Vec<u32> = marked.iter().map(fold).collect();
        let pairs = folded.iter().copied().zip(folded.iter().copied().skip(1)).collect();
        (folded.into_iter().collect(), pairs)
    }

    /// Where the texts are that have most in common with what is asked, by letters.
    fn candidates(&self, asked: &Asked, at_most: usize) -> Vec<u32> {
        let weights = Weights::of(self);
        let single = asked.single().filter_map(|folded| {
            let slots = self.by_syllable.get(folded as usize)?.as_slice();
            Some((slots, weights.of_syllable(folded)))
        });
        let pairs = asked.pairs().filter_map(|pair| {
            let slots = self.by_pair.get(&pair)?.as_slice();
            Some((slots, weights.of_pair(pair)))
        });
        let mut lists: Vec<(&[u32], u32)> = single.chain(pairs).collect();
        // lists of equal length in the order of the text: nothing depends on how syllables are numbered
        lists.sort_by_key(|(slots, _)| slots.len());
        let mut common = vec![0_u32; self.kept.len()];
        let mut left = READ_MAX;
        for (slots, weight) in lists {
            let Some(rest) = left.checked_sub(slots.len()) else {
                break;
            };
            left = rest;
            for slot in slots {
                if let Some(sum) = common.get_mut(*slot as usize) {
                    *sum += weight;
                }
            }
        }
        self.best(&common, at_most)
    }

    /// The places of the largest sums, those of equal sums by the number of their text.
    fn best(&self, common: &[u32], at_most: usize) -> Vec<u32> {
        let mut best = BTreeSet::new();
        let mut least = 0;
        for (slot, sum) in common.iter().enumerate().filter(|(_, sum)| **sum > 0) {
            if best.len() >= at_most && *sum < least {
                continue;
            }
            let Some(kept) = self.kept.get(slot).and_then(Option::as_ref) else {
                continue;
            };
            best.insert((Reverse(*sum), kept.id, slot));
            if best.len() > at_most {
                best.pop_last();
            }
            least = best.last().map_or(0, |(sum, ..)| sum.0);
        }
        best.into_iter().filter_map(|(.., slot)| slot.try_into().ok()).collect()
    }
}

/// Sets one of a row, which grows as needed.
fn put<T: Clone + Default>(row: &mut Vec<T>, at: u32, value: T) {
    let at = at as usize;
    if row.len() <= at {
        row.resize(at + 1, T::default());
    }
    if let Some(place) = row.get_mut(at) {
        *place = value;
    }
}
