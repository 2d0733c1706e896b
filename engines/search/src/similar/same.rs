//! Texts sent in bulk: one text with a few signs or a word changed.

use crate::syllable::{Syllable, syllables};

/// How much of both must be common for two texts to be the same (per cent of syllables and pairs, by letters).
const SAME_PERCENT: usize = 85;
/// Shorter texts are the same only with the same letters (syllables): there one word is much of the meaning.
const SYLLABLES_MIN: usize = 8;
/// Words that turn a sentence round (không, chưa, chẳng, đừng), as `syllable` writes them, and those of them that are
/// typed without marks.
const TURNS: &[&str] = &[
    "kho\u{302}ng",
    "chu\u{31B}a",
    "cha\u{306}ng\u{309}",
    "đu\u{31B}ng\u{300}",
    "khong",
    "chua",
    "chang",
];

/// Whether two texts are the same but for capitals, signs, spaces, marks, the order of sentences, or about one word in
/// ten. "Không" more or less makes them two. For telling how often one text came, praise as much as blame.
pub fn is_same(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other): (Vec<_>, Vec<_>) = (
        syllables(one, usize::MAX).collect(),
        syllables(other, usize::MAX).collect(),
    );
    if one.is_empty() || other.is_empty() || turns(&one) != turns(&other) {
        return false;
    }
    if letters(&one) == letters(&other) {
        return true;
    }
    let (first, second) = (units(&one), units(&other));
    let enough = one.len().min(other.len()) >= SYLLABLES_MIN;
    enough && 200 * common(&first, &second) >= SAME_PERCENT * (first.len() + second.len())
}

fn letters(syllables: &[Syllable]) -> String {
    syllables.iter().map(|syllable| syllable.folded.as_str()).collect()
}

fn turns(syllables: &[Syllable]) -> usize {
    let is_turn = |syllable: &&Syllable| TURNS.contains(&syllable.marked.as_str());
    syllables.iter().filter(is_turn).count()
}

/// Syllables and pairs, sorted.
fn units(syllables: &[Syllable]) -> Vec<(&str, &str)> {
    let folded = || syllables.iter().map(|syllable| syllable.folded.as_str());
    let mut units: Vec<_> = folded()
        .map(|folded| (folded, ""))
        .chain(folded().zip(folded().skip(1)))
        .collect();
    units.sort_unstable();
    units
}

/// How many both have; each as often as both have it.
fn common<T: Ord>(one: &[T], other: &[T]) -> usize {
    let mut others = other.iter().peekable();
    one.iter()
        .filter(|unit| {
            while others.next_if(|other| other < unit).is_some() {}
            others.next_if(|other| other == unit).is_some()
        })
        .count()
}
