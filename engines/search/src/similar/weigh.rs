//! How much syllables say, and how much of it two texts have in common.

use super::{Likeness, SYLLABLES_MAX, Similar};
use crate::syllable::syllables;

/// One doubling of rarity.
const DOUBLING: u32 = 64;
/// Of what two texts have in common: so many parts for equal letters, …
const LETTERS: u64 = 2;
/// … so many for equal marks.
const MARKS: u64 = 2;
/// All parts.
const WHOLE: u64 = LETTERS + MARKS;
/// A text without marks and one with: equal letters count so much (per cent).
const BARE_PERCENT: u64 = 90;

/// Weights of syllables, by how many texts have them.
pub(super) struct Weights<'i> {
    index: &'i Similar,
    texts: u64,
}

impl<'i> Weights<'i> {
    pub fn of(index: &'i Similar) -> Self {
        Weights {
            index,
            texts: index.len() as u64,
        }
    }

    /// The logarithm of how rare a folded syllable is; one in all texts still says something.
    pub fn of_syllable(&self, folded: u32) -> u32 {
        let with = self.index.by_syllable.get(folded as usize);
        let with = with.map_or(0, |slots| slots.as_slice().len()) as u64;
        DOUBLING
            + logarithm((self.texts + 1) * u64::from(DOUBLING) / with.max(1)).saturating_sub(logarithm(DOUBLING.into()))
    }

    pub fn of_pair(&self, (first, second): (u32, u32)) -> u32 {
        (self.of_syllable(first) + self.of_syllable(second)) / 2
    }
}

/// The logarithm to base 2 in steps of 1/[`DOUBLING`], straight between powers of two.
fn logarithm(number: u64) -> u32 {
    let Some(power) = number.checked_ilog2() else { return 0 };
    let above = ((number - (1 << power)) as u128 * u128::from(DOUBLING)) >> power;
    power * DOUBLING + above as u32
}

/// A syllable that no text of the index has. Two of them are never asked to be equal.
const UNKNOWN: u32 = u32::MAX;

/// Things with how often each stands in a text.
struct Counted<T>(Vec<(T, u32)>);

impl<T: Ord + Copy> Counted<T> {
    fn of(things: impl Iterator<Item = T>) -> Self {
        let mut things: Vec<T> = things.collect();
        things.sort_unstable();
        let mut counted: Vec<(T, u32)> = Vec::new();
        for thing in things {
            match counted.last_mut() {
                Some((last, times)) if *last == thing => *times += 1,
                _ => counted.push((thing, 1)),
            }
        }
        Counted(counted)
    }

    fn place(&self, thing: T) -> Option<usize> {
        self.0.binary_search_by_key(&thing, |(thing, _)| *thing).ok()
    }

    fn times(&self) -> Vec<u32> {
        self.0.iter().map(|(_, times)| *times).collect()
    }

    /// Whether one more of it is left in `times`; takes it.
    fn take(&self, thing: T, times: &mut [u32]) -> bool {
        let left = self.place(thing).and_then(|place| times.get_mut(place));
        left.filter(|left| **left > 0).map(|left| *left -= 1).is_some()
    }
}

/// What is asked for.
pub(super) struct Asked {
    folded: Vec<u32>,
    single: Counted<u32>,
    pairs: Counted<(u32, u32)>,
    marked: Counted<u32>,
    marked_pairs: Counted<(u32, u32)>,
    bare: bool,
    weight: u64,
}

impl Asked {
    pub fn read(index: &Similar, text: &str) -> Self {
        let mut folded = Vec::new();
        let mut marked = Vec::new();
        let mut bare = true;
        for syllable in syllables(text, SYLLABLES_MAX) {
            bare &= syllable.marked == syllable.folded;
            folded.push(index.folded.get(syllable.folded.as_str()).unwrap_or(UNKNOWN));
            marked.push(index.marked.get(syllable.marked.as_str()).unwrap_or(UNKNOWN));
        }
        let weights = Weights::of(index);
        Asked {
            single: Counted::of(folded.iter().copied()),
            pairs: Counted::of(neighbours(&folded)),
            marked: Counted::of(marked.iter().copied()),
            marked_pairs: Counted::of(neighbours(&marked)),
            weight: weight(&weights, &folded),
            folded,
            bare,
        }
    }

    /// Folded syllables that the index knows, each once, in the order of the text.
    pub fn single(&self) -> impl Iterator<Item = u32> {
        firsts(
            self.folded.iter().copied().filter(|folded| *folded != UNKNOWN),
            &self.single,
        )
    }

    /// Pairs of them.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        let known = neighbours(&self.folded).filter(|(first, second)| *first != UNKNOWN && *second != UNKNOWN);
        firsts(known, &self.pairs)
    }

    /// How much a kept text is like what is asked: twice what both have, of what each has (Dice), by weight.
    pub fn likeness(&self, index: &Similar, kept: &[u32], kept_bare: bool) -> Likeness {
        let weights = Weights::of(index);
        let fold = |id: &u32| index.folds.get(*id as usize).copied().unwrap_or(UNKNOWN);
        let folded: Vec<u32> = kept.iter().map(fold).collect();
        let each: Vec<u32> = folded.iter().map(|folded| weights.of_syllable(*folded)).collect();
        let (mut letters, mut marks, mut all) = (0_u64, 0_u64, 0_u64);
        let (mut single, mut marked) = (self.single.times(), self.marked.times());
        for ((folded, id), weight) in folded.iter().zip(kept).zip(&each) {
            let weight = u64::from(*weight);
            all += weight;
            letters += weight * u64::from(self.single.take(*folded, &mut single));
            marks += weight * u64::from(self.marked.take(*id, &mut marked));
        }
        let (mut pairs, mut marked_pairs) = (self.pairs.times(), self.marked_pairs.times());
        let pair_weights = each
            .iter()
            .zip(each.iter().skip(1))
            .map(|(one, two)| u64::from((one + two) / 2));
        for ((pair, marked), weight) in neighbours(&folded).zip(neighbours(kept)).zip(pair_weights) {
            all += weight;
            letters += weight * u64::from(self.pairs.take(pair, &mut pairs));
            marks += weight * u64::from(self.marked_pairs.take(marked, &mut marked_pairs));
        }
        let common = if self.bare == kept_bare {
            (letters * LETTERS + marks * MARKS) / WHOLE
        } else {
            letters * BARE_PERCENT / 100
        };
        let likeness = (2000 * common).checked_div(self.weight + all).unwrap_or(0);
        Likeness(likeness.min(1000) as u16)
    }
}

/// What a whole text says.
fn weight(weights: &Weights<'_>, folded: &[u32]) -> u64 {
    let single = folded.iter().map(|folded| weights.of_syllable(*folded));
    let pairs = neighbours(folded).map(|pair| weights.of_pair(pair));
    single.chain(pairs).map(u64::from).sum()
}

fn neighbours(row: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    row.iter().copied().zip(row.iter().copied().skip(1))
}

/// Each once, where it stands first.
fn firsts<T: Ord + Copy>(things: impl Iterator<Item = T>, counted: &Counted<T>) -> impl Iterator<Item = T> {
    let mut seen = vec![false; counted.0.len()];
    things.filter(move |thing| {
        let place = counted.place(*thing).and_then(|place| seen.get_mut(place));
        place.is_some_and(|seen| !std::mem::replace(seen, true))
    })
}
