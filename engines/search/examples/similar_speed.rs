//! How long a question takes among 100,000 texts of 280 characters, and what the index weighs.
//!
//! `cargo run --release -p search --example similar_speed`. Syllables are drawn as often as in real text: the one of rank
//! r as 1/r; a third of the texts is a near copy of an earlier one.

use search::similar::Similar;
use std::error::Error;
use std::io::{self, Write};
use std::time::Instant;

const TEXTS: u64 = 100_000;
const CHARS: usize = 280;
const QUESTIONS: usize = 2_000;
/// Syllables in everyday use.
const SYLLABLES: usize = 2_500;
const ONSETS: [&str; 24] = [
    "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th",
    "tr", "v", "x",
];
const RIMES: [&str; 26] = [
    "a", "à", "á", "ạ", "an", "án", "ang", "anh", "ao", "ây", "em", "ên", "iên", "iệt", "inh", "o", "ong", "ô", "ông",
    "ơi", "u", "ung", "ương", "ước", "uyên", "ý",
];

/// Numbers that look drawn, the same each time (a linear congruential generator, Knuth's MMIX).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut dice = Dice(1);
    let mut syllables: Vec<String> = ONSETS
        .iter()
        .flat_map(|onset| RIMES.map(|rime| format!("{onset}{rime}")))
        .collect();
    // few real ones are left out and many are made, so that the tail is as long as it is
    syllables.extend((syllables.len()..SYLLABLES).map(|number| format!("x{number}")));
    let mut ranks: Vec<usize> = Vec::new();
    for rank in 1..=SYLLABLES {
        ranks.extend(std::iter::repeat_n(rank - 1, (SYLLABLES * 4 / rank).max(1)));
    }
    let mut index = Similar::new();
    let mut texts: Vec<String> = Vec::new();
    let before = memory();
    let started = Instant::now();
    for id in 0..TEXTS {
        let text = match texts.get(dice.below(texts.len().max(1) * 3)) {
            Some(earlier) => format!("{} {earlier}", syllables[ranks[dice.below(ranks.len())]]),
            None => {
                let mut text = String::new();
                while text.chars().count() < CHARS {
                    text.push_str(&syllables[ranks[dice.below(ranks.len())]]);
                    text.push(' ');
                }
                text
            }
        };
        index.insert(id, &text)?;
        texts.push(text);
    }
    let mut out = io::stdout();
    let bytes: usize = texts.iter().map(String::len).sum();
    writeln!(out, "{TEXTS} inserts: {:?} each", started.elapsed() / TEXTS as u32)?;
    writeln!(
        out,
        "memory: {} kB more, texts themselves {} kB of it",
        memory().saturating_sub(before),
        bytes / 1024
    )?;
    let mut took = Vec::new();
    let mut found = 0;
    for _ in 0..QUESTIONS {
        let number = dice.below(texts.len());
        let asked = texts[number].trim().rsplit_once(' ').map_or("", |(most, _)| most);
        let started = Instant::now();
        let answers = index.nearest(asked, 5);
        took.push(started.elapsed());
        found += usize::from(answers.iter().any(|(id, _)| *id == number as u64));
    }
    took.sort();
    writeln!(
        out,
        "{QUESTIONS} questions: median {:?}, p90 {:?}, p99 {:?}; {found} found what was asked for",
        took[QUESTIONS / 2],
        took[QUESTIONS * 9 / 10],
        took[QUESTIONS * 99 / 100]
    )?;
    Ok(())
}

/// What this process holds in memory (kB), where the system tells.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .unwrap_or_default();
    line.split_whitespace()
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or_default()
}
