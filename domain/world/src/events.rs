//! What is recorded about the record itself, and the sum of all slices' events.

use base::fact::{BlobRef, Commitment, DataProblem, Digest32, Fate, FieldName, KindSpec, Recordable, SealedRef};
use base::{kinds, sealing};
use forum::events::LawfulReason;
use ledger::note::VerifierKey;
use serde::{Deserialize, Serialize};

/// Sealed: number and date of the decision that orders an erasure.
pub const DECISION: FieldName = FieldName::of("decision");
/// Sealed, never public: what is said of a reported text.
pub const NOTE: FieldName = FieldName::of("note");
/// Sealed, never public: the number of the person who did it.
pub const PERSON: FieldName = FieldName::of("person");

/// The version of the record's form that a new ledger begins with.
pub const RECORD_FORMAT: u32 = 1;

/// The ledger this one goes on from: its last checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Continues {
    /// SHA-256 of its public key's text.
    pub vkey: Digest32,
    /// Entries it had.
    pub size: u64,
    /// Root over them.
    pub root: Digest32,
}

/// The first line: in which form the record is written, and which ledger it goes on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerOpened {
    /// Version of the record's form.
    pub format: u32,
    /// The ledger before, when that one had to end.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub continues: Option<Continues>,
}

/// On what basis something is erased. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// The author took the opinion back before it was published.
    AuthorWithdrew,
    /// The person it is about, or its author, asked for it.
    PersonAsked,
    /// A numbered decision of a court or authority.
    Decision,
    /// The published timetable.
    Timetable,
    /// A person's name was corrected; the old one serves nothing.
    NameReplaced,
}

impl LegalBasis {
    /// Those a person may choose.
    pub const ORDERED: [LegalBasis; 2] = [LegalBasis::PersonAsked, LegalBasis::Decision];

    /// The basis's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            LegalBasis::AuthorWithdrew => "author_withdrew",
            LegalBasis::PersonAsked => "person_asked",
            LegalBasis::Decision => "decision",
            LegalBasis::Timetable => "timetable",
            LegalBasis::NameReplaced => "name_replaced",
        }
    }

    /// Reads a basis a person may choose.
    pub fn from_name(name: &str) -> Option<LegalBasis> {
        LegalBasis::ORDERED.into_iter().find(|basis| basis.as_str() == name)
    }
}

/// Words or a file are hidden everywhere from now on and will be removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErasureOrdered {
    /// Number of the order, from 1.
    pub erasure: u32,
    /// What is erased.
    pub targets: Vec<SealedRef>,
    /// On what basis.
    pub basis: LegalBasis,
    /// Number and date of the decision or request.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub decision: Option<Commitment>,
    /// Who ordered it; nobody when an author took an opinion back.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub person: Option<Commitment>,
}

/// The store reported that what was ordered is physically gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataErased {
    /// Number of the order.
    pub erasure: u32,
    /// On what basis.
    pub basis: LegalBasis,
}

/// Someone reported a published text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextFlagged {
    /// Number of the report, from 1.
    pub flag: u32,
    /// The entry that holds the text.
    pub entry: u64,
    /// Why.
    pub reason: LawfulReason,
    /// What is said.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub note: Option<Commitment>,
}

/// What was done about a reported text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagOutcome {
    /// The text stays.
    Kept,
    /// The text was taken down, corrected or withdrawn.
    Acted,
}

impl FlagOutcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [FlagOutcome; 2] = [FlagOutcome::Kept, FlagOutcome::Acted];

    /// The outcome's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            FlagOutcome::Kept => "kept",
            FlagOutcome::Acted => "acted",
        }
    }

    /// Reads an outcome's name.
    pub fn from_name(name: &str) -> Option<FlagOutcome> {
        FlagOutcome::ALL.into_iter().find(|outcome| outcome.as_str() == name)
    }
}

/// Someone looked at a report and said what was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagSettled {
    /// Number of the report.
    pub flag: u32,
    /// What was done.
    pub outcome: FlagOutcome,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

/// Why a log had to end. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndReason {
    /// Entries that it had signed are not here any more.
    EntriesMissing,
    /// Other entries than those it had signed are here.
    EntriesReplaced,
    /// Its secret key is gone.
    KeyLost,
    /// Its secret key may be in other hands.
    KeyExposed,
}

/// A checkpoint: how many entries a log had signed, and their root.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    /// Entries.
    pub size: u64,
    /// Root over them.
    pub root: Digest32,
}

/// A log ended, and the record goes on under another key and name. From this entry on the other key signs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogContinued {
    /// Public key of the log that ended. Its name is the log's.
    pub ended: VerifierKey,
    /// Entries that were carried over: those before this one.
    pub size: u64,
    /// Root over them.
    pub root: Digest32,
    /// Why it ended.
    pub reason: EndReason,
    /// The highest checkpoint it is known to have signed, when this record does not extend it: the numbers from `size`
    /// up to its size were acknowledged and are missing, or the entries before were replaced.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub signed: Option<Signed>,
}

sealing!(LedgerOpened {});
sealing!(LogContinued {});
sealing!(ErasureOrdered { decision?: Public, person?: Private });
sealing!(DataErased {});
sealing!(TextFlagged { note?: Private });
sealing!(FlagSettled {});

/// What is recorded about the record itself.
pub mod record {
    use super::*;
    kinds! {
        /// What is recorded about the record itself.
        pub enum Event {
            "world.ledger_opened" public => LedgerOpened,
            "world.log_continued" public => LogContinued,
            "world.erasure_ordered" public => ErasureOrdered,
            "world.data_erased" public => DataErased,
            "world.text_flagged" public => TextFlagged,
            "world.flag_settled" public => FlagSettled,
        }
    }
}

macro_rules! slices {
    ($( $(#[$meta:meta])* $slice:ident($event:ty) ),* $(,)?) => {
        /// An event of any slice.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $( $(#[$meta])* $slice($event), )*
        }
        $( impl From<$event> for Event { fn from(event: $event) -> Self { Event::$slice(event) } } )*
        impl Event {
            /// Which of its fields are sealed, and for whom they are.
            pub fn sealed(&self) -> Vec<(FieldName, Fate)> {
                match self { $( Event::$slice(event) => event.sealed(), )* }
            }

            /// The file it names, and under which field.
            pub fn file(&self) -> Option<(FieldName, BlobRef)> {
                match self { $( Event::$slice(event) => event.file(), )* }
            }

            /// Every kind this release knows.
            pub fn kinds() -> Vec<KindSpec> {
                [ $( <$event>::KINDS ),* ].concat()
            }
        }
        impl Recordable for Event {
            fn kind(&self) -> KindSpec {
                match self { $( Event::$slice(event) => event.kind(), )* }
            }
            fn to_json(&self) -> String {
                match self { $( Event::$slice(event) => event.to_json(), )* }
            }
            fn parse(kind: &str, data: &str) -> Option<Result<Self, DataProblem>> {
                $( if let Some(event) = <$event>::parse(kind, data) { return Some(event.map(Event::$slice)); } )*
                None
            }
            fn spec(kind: &str) -> Option<KindSpec> {
                None $( .or_else(|| <$event>::spec(kind)) )*
            }
            fn respell(kind: &str, data: &str) -> Option<String> {
                None $( .or_else(|| <$event>::respell(kind, data)) )*
            }
        }
    };
}

slices! {
    /// About people.
    People(people::Event),
    /// About forums.
    Forum(forum::Event),
    /// About the portal.
    Portal(portal::Event),
    /// About the record itself.
    Record(record::Event),
}
