//! What a verification found: numbered rules, each with a count, and the first fault of each.

use crate::exit::{print, say};
use serde::Serialize;
use std::time::{Duration, Instant};

/// Time between two progress lines.
const PROGRESS_EVERY: Duration = Duration::from_millis(500);
/// Things checked between two looks at the clock.
const PROGRESS_STEP: u64 = 64;

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
    ENTRIES = 3 "entries" "Entries are numbered without a gap, each is of the right form, and its bytes are those in the tree.";
    HOURS = 4 "hours" "The hour of an entry is never before the hour of the entry before it.";
    KINDS = 5 "kinds" "Every kind is known, its data have its shape, and it is private or public as it must be.";
    CHECKPOINT = 6 "checkpoint" "The checkpoint is signed by the log's key and covers all entries.";
    ROOT = 7 "root" "The root of the tree over all entries is the signed one.";
    TILES = 8 "tiles" "Every stored or served tile is the one the entries give.";
    SEALED = 9 "sealed" "Every sealed value that is there opens the commitment in its entry, and is shown only if it may be.";
    ERASED = 10 "erased" "What is missing was erased on record, and what was erased is gone.";
    FILES = 11 "files" "Every file that an entry names is there, unchanged, unless it was erased on record.";
    ONCE = 12 "keys-of-forms" "Every idempotency key belongs to an entry.";
    REPLAY = 13 "replay" "The entries, applied one after another, refer to nothing that is missing.";
    SNAPSHOTS = 14 "snapshots" "Every usable snapshot is the state the entries give.";
    EXTENDS = 15 "extends" "The record extends every earlier checkpoint that is at hand, the high-water mark first.";
    VOTES = 17 "votes" "Every published result is what the votes on record give, folded again.";
    ENDED = 18 "ended-logs" "Every entry that ends a log tells the number and root of the entries before it.";
    RECEIPT = 16 "receipt" "The receipt's entry is in the log, and its words are the ones the entry commits to.";
}

/// Why something could not be checked at all, in one sentence.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{0}")]
pub struct Unchecked(pub String);

/// How a verification ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every rule that applies holds.
    Clean,
    /// A rule is broken.
    Broken,
    /// No rule is known to be broken, and not everything could be checked.
    Unchecked,
}

/// What one rule found.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Its number.
    pub number: u8,
    /// Its name.
    pub name: &'static str,
    /// What it checks.
    pub what: &'static str,
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

/// What the public could open of the commitments in public entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Values {
    /// Shown with their salt.
    pub opened: u64,
    /// Erased, and said to be.
    pub erased: u64,
    /// Not for everyone.
    pub not_public: u64,
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
    /// What the public could open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub values: Option<Values>,
    /// How it ended.
    pub result: Verdict,
    /// Why not everything could be checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<String>,
    /// The rules that were looked at, in the order of their numbers.
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
        Report {
            target,
            entries: 0,
            private_unopened: 0,
            values: None,
            result: Verdict::Unchecked,
            unchecked: None,
            rules: Vec::new(),
            notes: Vec::new(),
            quiet,
            shown: None,
        }
    }

    fn outcome(&mut self, rule: Rule) -> &mut Outcome {
        let place = self
            .rules
            .binary_search_by_key(&rule.number, |outcome| outcome.number)
            .unwrap_or_else(|place| {
                let Rule { number, name, what } = rule;
                self.rules.insert(
                    place,
                    Outcome {
                        number,
                        name,
                        what,
                        ok: true,
                        checked: 0,
                        fault: None,
                        more_faults: 0,
                    },
                );
                place
            });
        &mut self.rules[place]
    }

    /// Something was checked and is right.
    pub fn right(&mut self, rule: Rule) {
        self.right_times(rule, 1);
    }

    /// Several things were checked and are right.
    pub fn right_times(&mut self, rule: Rule, times: u64) {
        let outcome = self.outcome(rule);
        outcome.checked += times;
        let checked = outcome.checked;
        self.progress(rule.name, checked);
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

    /// Says how far it is, now and then.
    pub fn progress(&mut self, what: &str, done: u64) {
        if self.quiet || !done.is_multiple_of(PROGRESS_STEP) {
            return;
        }
        let now = Instant::now();
        let shown = *self.shown.get_or_insert(now);
        if now.duration_since(shown) >= PROGRESS_EVERY {
            self.shown = Some(now);
            say(&format!("{what}: {done}; {} entries in all", self.entries));
        }
    }

    /// Closes the report; `unchecked` is why it ended early, if it did.
    pub fn finish(&mut self, unchecked: Option<Unchecked>) {
        self.unchecked = unchecked.map(|Unchecked(why)| why);
        self.result = match (self.rules.iter().all(|outcome| outcome.ok), &self.unchecked) {
            (false, _) => Verdict::Broken,
            (true, Some(_)) => Verdict::Unchecked,
            (true, None) => Verdict::Clean,
        };
    }

    /// The broken rules by number and name, for one line.
    pub fn broken(&self) -> String {
        let broken = self.rules.iter().filter(|outcome| !outcome.ok);
        broken
            .map(|outcome| format!("R{} {}", outcome.number, outcome.name))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Tells it: one line a rule, or one JSON object.
    pub fn tell(&self, json: bool) {
        if json {
            // Numbers, flags and texts: writing them cannot fail.
            print(&serde_json::to_string(self).unwrap_or_default());
            return;
        }
        for outcome in &self.rules {
            let mark = if outcome.ok { "ok" } else { "BROKEN" };
            print(&format!(
                "R{:<3}{:<14} {:>10}  {mark}",
                outcome.number, outcome.name, outcome.checked
            ));
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
            print(&format!(
                "{} private entries could not be opened: their digests are in the tree",
                self.private_unopened
            ));
        }
        if let Some(Values {
            opened,
            erased,
            not_public,
        }) = self.values
        {
            print(&format!(
                "{opened} values opened, {erased} erased, {not_public} not public"
            ));
        }
        let result = match self.result {
            Verdict::Clean => "clean",
            Verdict::Broken => "BROKEN",
            Verdict::Unchecked => "not checked",
        };
        print(&format!("{} entries of {}: {result}", self.entries, self.target));
    }
}
