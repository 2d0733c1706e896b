//! What a verification found: numbered rules, each with a count, and the first fault of each.

use crate::exit::{print, say};
use serde::Serialize;
use std::time::{Duration, Instant};

/// Time between two progress lines of one rule.
const PROGRESS_EVERY: Duration = Duration::from_millis(500);

/// A rule of verification. Its number never changes its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number.
    pub number: u8,
    /// Its name.
    pub name: &'static str,
    /// What it checks.
    pub what: &'static str,
}

macro_rules! rules {
    ($( $constant:ident = $number:literal $name:literal $what:literal; )*) => {
        $( #[doc = $what] pub const $constant: Rule = Rule { number: $number, name: $name, what: $what }; )*
    };
}

rules! {
    STORE = 1 "store" "The database opens, is this program's, and every read succeeds.";
    KEY = 2 "key" "The public key, the secret key where it can be read, and the log's name agree.";
    ENTRIES = 3 "entries" "Entries are numbered without a gap, and each is one JSON object of the right form.";
    HOURS = 4 "hours" "The hour of an entry is a whole hour and never before the hour of the entry before it.";
    KINDS = 5 "kinds" "Every kind is known, its data have its shape, and it is private or public as it must be.";
    CHECKPOINT = 6 "checkpoint" "The checkpoint is signed by the log's key and covers all entries.";
    ROOT = 7 "root" "The root of the tree over all entries is the signed one.";
    TILES = 8 "tiles" "Every stored or served tile is the one the entries give.";
    SEALED = 9 "sealed" "Every sealed value opens the commitment in its entry.";
    ERASED = 10 "erased" "What is missing was erased on record, and what was erased is gone.";
    FILES = 11 "files" "Every file that an entry names is there, unchanged, unless it was erased on record.";
    ONCE = 12 "keys-of-forms" "Every idempotency key belongs to an entry.";
    REPLAY = 13 "replay" "The entries, applied one after another, refer to nothing that is missing.";
    SNAPSHOTS = 14 "snapshots" "Every usable snapshot is the state the entries give.";
    HIGH_WATER = 15 "high-water" "The record extends the highest checkpoint that was ever signed.";
    RECEIPT = 16 "receipt" "The receipt's entry is in the log, and its words are the ones the entry commits to.";
}

/// What one rule found.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Its number.
    pub number: u8,
    /// Its name.
    pub name: &'static str,
    /// It holds.
    pub ok: bool,
    /// Things checked.
    pub checked: u64,
    /// The first fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    /// Faults after the first.
    #[serde(skip_serializing_if = "is_zero")]
    pub more_faults: u64,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

/// Everything a verification found.
#[derive(Debug, Serialize)]
pub struct Report {
    /// What was verified.
    pub target: String,
    /// Entries of the log.
    pub entries: u64,
    /// Private entries whose bytes could not be opened: the digest is all the public has of them.
    pub private_unopened: u64,
    /// `clean`, `broken` or `unchecked`.
    pub result: &'static str,
    /// The rules, in the order of their numbers.
    pub rules: Vec<Outcome>,
    /// What is worth knowing and breaks no rule.
    pub notes: Vec<String>,
    #[serde(skip)]
    quiet: bool,
    #[serde(skip)]
    shown: Option<Instant>,
}

impl Report {
    /// Nothing checked yet.
    pub fn new(target: String, quiet: bool) -> Report {
        let (rules, notes) = (Vec::new(), Vec::new());
        Report { target, entries: 0, private_unopened: 0, result: "unchecked", rules, notes, quiet, shown: None }
    }

    fn outcome(&mut self, rule: Rule) -> &mut Outcome {
        let place = self.rules.binary_search_by_key(&rule.number, |outcome| outcome.number).unwrap_or_else(|place| {
            let outcome =
                Outcome { number: rule.number, name: rule.name, ok: true, checked: 0, fault: None, more_faults: 0 };
            self.rules.insert(place, outcome);
            place
        });
        &mut self.rules[place]
    }

    /// Something was checked and is right.
    pub fn right(&mut self, rule: Rule) {
        let outcome = self.outcome(rule);
        outcome.checked += 1;
        let checked = outcome.checked;
        self.progress(rule, checked);
    }

    /// Something was checked and is wrong.
    pub fn wrong(&mut self, rule: Rule, fault: impl Into<String>) {
        let outcome = self.outcome(rule);
        outcome.checked += 1;
        outcome.ok = false;
        match outcome.fault {
            None => outcome.fault = Some(fault.into()),
            Some(_) => outcome.more_faults += 1,
        }
    }

    /// Something was checked.
    pub fn check<E: std::fmt::Display>(&mut self, rule: Rule, result: Result<(), E>) {
        match result {
            Ok(()) => self.right(rule),
            Err(fault) => self.wrong(rule, fault.to_string()),
        }
    }

    /// Something worth knowing.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }

    /// Everything checked so far is right.
    pub fn is_clean(&self) -> bool {
        self.rules.iter().all(|outcome| outcome.ok)
    }

    fn progress(&mut self, rule: Rule, checked: u64) {
        if self.quiet || !checked.is_multiple_of(1024) {
            return;
        }
        let now = Instant::now();
        if self.shown.is_none_or(|shown| now.duration_since(shown) >= PROGRESS_EVERY) {
            self.shown = Some(now);
            say(&format!("R{} {}: {checked} of {} entries", rule.number, rule.name, self.entries));
        }
    }

    /// Closes the report.
    pub fn finish(&mut self) {
        self.result = if self.is_clean() { "clean" } else { "broken" };
    }

    /// Tells it: one line a rule, or one JSON object.
    pub fn tell(&self, json: bool) {
        if json {
            print(&serde_json::to_string(self).unwrap_or_default());
            return;
        }
        for outcome in &self.rules {
            let mark = if outcome.ok { "ok" } else { "BROKEN" };
            print(&format!("R{:<3}{:<14} {:>10}  {mark}", outcome.number, outcome.name, outcome.checked));
            if let Some(fault) = &outcome.fault {
                print(&format!("     {fault}"));
                if outcome.more_faults > 0 {
                    print(&format!("     and {} more", outcome.more_faults));
                }
            }
        }
        for note in &self.notes {
            print(&format!("note: {note}"));
        }
        if self.private_unopened > 0 {
            print(&format!("{} private entries could not be opened; their digests are in the tree", self.private_unopened));
        }
        print(&format!("{} entries of {}: {}", self.entries, self.target, self.result));
    }
}
