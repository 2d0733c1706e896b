//! "Report this": anyone says that a published text breaks the law; a moderator, or a publisher for articles, looks.

use crate::World;
use crate::events::{Event, FlagOutcome, NOTE, TextFlagged, record};
use crate::sealed::ShownOn;
use base::fact::{Entropy, Exposure, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::Hour;
use forum::events::LawfulReason;
use serde::{Deserialize, Serialize};

/// What is said of a reported text, in characters.
pub const FLAG_NOTE: TextRule = TextRule {
    min_chars: 0,
    max_chars: 500,
    lines: true,
};
/// Most reports that wait: more than anyone can read, and a bound for whoever floods them.
pub const OPEN_FLAGS_MAX: usize = 10_000;

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// The entry that holds the text.
    pub entry: u64,
    /// The hour it was reported.
    pub at: Hour,
    /// Why.
    pub reason: LawfulReason,
    /// What is said; private.
    pub note: Option<SealedRef>,
    /// What was done, once it was.
    pub outcome: Option<FlagOutcome>,
}

/// Why a command about reports is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No public text has this number.
    NothingThere,
    /// Too many reports wait.
    TooMany,
    /// No report has this number, or it is settled.
    NoSuchFlag,
}

/// Reports a text. The same text, for the same reason, is reported once while the report waits.
pub(crate) fn raise(
    world: &World,
    entropy: &mut Entropy,
    entry: u64,
    reason: LawfulReason,
    note: Option<&str>,
) -> Result<Proposed<Event>, Refusal> {
    if !world.shows_text_of(entry) {
        return Err(Refusal::NothingThere);
    }
    if world.open_flags.len() >= OPEN_FLAGS_MAX {
        return Err(Refusal::TooMany);
    }
    let mut sealer = Sealer::new(entropy);
    let event = TextFlagged {
        flag: world.flags.get_max().map_or(0, |(number, _)| *number) + 1,
        entry,
        reason,
        note: note.map(|text| sealer.seal(NOTE, text)),
    };
    Ok(Proposed::new(Event::Record(record::Event::TextFlagged(event))).sealed(sealer.finish()))
}

/// Says what was done.
pub(crate) fn settle(world: &World, mandate: u32, flag: u32, outcome: FlagOutcome) -> Result<Proposed<Event>, Refusal> {
    if !world.open_flags.contains(&flag) {
        return Err(Refusal::NoSuchFlag);
    }
    let event = crate::events::FlagSettled { flag, outcome, mandate };
    Ok(Proposed::new(Event::Record(record::Event::FlagSettled(event))))
}

impl World {
    /// Reports that wait, oldest first.
    pub fn waiting_flags(&self) -> impl Iterator<Item = (u32, &Flag)> {
        self.open_flags
            .iter()
            .filter_map(|number| Some((*number, self.flags.get(number)?)))
    }

    /// The forum whose pages show the texts of an entry.
    pub fn forum_of_entry(&self, entry: u64) -> Option<ForumNo> {
        let mut fields = self
            .fields
            .range(SealedRef::first_of(entry)..)
            .map(|(at, field)| (at.seq, field.shown_on));
        let own = fields
            .next()
            .filter(|(seq, _)| *seq == entry)
            .map(|(_, shown_on)| shown_on);
        match own {
            Some(ShownOn::Forum(no)) => Some(no),
            Some(ShownOn::Office) => None,
            None => self.forums.forum_of_entry(entry),
        }
    }

    /// Whether anyone may read a text of an entry now.
    fn shows_text_of(&self, entry: u64) -> bool {
        let own = self.fields.range(SealedRef::first_of(entry)..);
        let own = own.map(|(at, _)| *at).take_while(|at| at.seq == entry);
        let followed = self
            .forums
            .fields_of_entry(entry)
            .into_iter()
            .chain(self.portal.fields(entry));
        own.chain(followed).any(|at| self.exposure_of(at) == Exposure::Public)
    }
}
