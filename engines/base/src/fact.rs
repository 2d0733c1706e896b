//! The words in which a rule speaks: what a fact is, what is sealed in it, who acts and when.
//!
//! A rule (`decide`) is pure: it receives a [`Context`] with the time, the actor and all the randomness it may use,
//! and answers with [`Proposed`] events. The events hold no free text, only [`Commitment`]s; the words travel beside
//! them as [`Seal`]s and can be erased later without touching the record.

use crate::hex;
use crate::time::Minute;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of a 256-bit salt followed by the value's bytes. Hides the value as long as the salt is secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Commitment(pub [u8; 32]);

impl Commitment {
    /// Commits to `value` (UTF-8 words or the bytes of a file) under `salt`.
    pub fn of(salt: &[u8; 32], value: &[u8]) -> Self {
        let mut hash = Sha256::new();
        hash.update(salt);
        hash.update(value);
        Commitment(hash.finalize().into())
    }
}

/// A 256-bit digest kept in place of a secret, such as the SHA-256 of a receipt's code or of an invitation's token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest32(pub [u8; 32]);

/// The random 128-bit name of a file kept beside the record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobId(pub [u8; 16]);

macro_rules! hex_form {
    ($type:ident, $length:literal) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(&self.0))
            }
        }
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($type))
            }
        }
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    self.0.serialize(serializer)
                }
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if !deserializer.is_human_readable() {
                    return <[u8; $length]>::deserialize(deserializer).map($type);
                }
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                let bytes = hex::decode(&text).filter(|_| text.bytes().all(|b| !b.is_ascii_uppercase()));
                let bytes = bytes.and_then(|bytes| <[u8; $length]>::try_from(bytes).ok());
                bytes
                    .map($type)
                    .ok_or_else(|| serde::de::Error::custom("not lower-case hex of the right length"))
            }
        }
    };
}
hex_form!(Commitment, 32);
hex_form!(Digest32, 32);
hex_form!(BlobId, 16);

/// A file named by an entry: where it is and what it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobRef {
    /// Random name of the file in the store.
    pub id: BlobId,
    /// SHA-256 of its salt and bytes.
    pub commitment: Commitment,
}

/// Longest name of a sealed field, in bytes.
pub const FIELD_NAME_BYTES_MAX: usize = 16;

/// The name of a sealed field, as it stands in the entry: a letter, then up to 15 of `a-z`, `0-9` and `_`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName([u8; FIELD_NAME_BYTES_MAX]);

impl FieldName {
    /// Reads a name; `None` when it is empty, too long or has other characters.
    pub const fn new(name: &str) -> Option<Self> {
        let bytes = name.as_bytes();
        if bytes.is_empty() || bytes.len() > FIELD_NAME_BYTES_MAX {
            return None;
        }
        let mut field = [0u8; FIELD_NAME_BYTES_MAX];
        let mut i = 0;
        while i < bytes.len() {
            let later = i > 0 && (bytes[i].is_ascii_digit() || bytes[i] == b'_');
            if !(bytes[i].is_ascii_lowercase() || later) {
                return None;
            }
            field[i] = bytes[i];
            i += 1;
        }
        Some(FieldName(field))
    }

    /// The name of a constant; evaluated at compile time, so that a wrong one does not build.
    pub const fn of(name: &str) -> Self {
        match FieldName::new(name) {
            Some(field) => field,
            None => panic!("a field's name is a letter and up to 15 of a-z, 0-9 and _"),
        }
    }

    /// The name of one of several fields of a kind, such as `item_3`; `None` when it is too long or the stem is no name.
    pub fn numbered(stem: &str, number: u32) -> Option<Self> {
        FieldName::new(&format!("{stem}_{number}"))
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&b| b == 0).unwrap_or(FIELD_NAME_BYTES_MAX);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl Serialize for FieldName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> Deserialize<'de> for FieldName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        FieldName::new(&text).ok_or_else(|| serde::de::Error::custom("not the name of a sealed field"))
    }
}

/// Where a sealed value is: the entry that holds its commitment and the field's name. State holds these, never words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SealedRef {
    /// Number of the entry.
    pub seq: u64,
    /// Name of the field in it.
    pub field: FieldName,
}

impl SealedRef {
    /// Before every field of an entry, after every field of those before it.
    pub const fn first_of(seq: u64) -> Self {
        SealedRef {
            seq,
            field: FieldName([0; FIELD_NAME_BYTES_MAX]),
        }
    }

    /// Names a field of an entry.
    pub const fn new(seq: u64, field: FieldName) -> Self {
        SealedRef { seq, field }
    }
}

/// A value on its way into the store: what the commitment under `field` opens to.
#[derive(Clone, PartialEq, Eq)]
pub struct Seal {
    /// The field's name in the entry.
    pub field: FieldName,
    /// 256 random bits.
    pub salt: [u8; 32],
    /// The words, UTF-8.
    pub value: String,
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({}, hidden)", self.field)
    }
}

/// What may be shown of a sealed value now. The state answers; the store obeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Anyone may read value and salt.
    Public,
    /// Not yet: the value waits to be read, or its author took it back.
    Held,
    /// Never public: read from the store only where a page's rights allow it.
    Private,
    /// Erased, or hidden until it is: the number of the entry that ordered it.
    Erased(u64),
    /// No such field.
    Absent,
}

/// A person of the office, numbered from 1 in the order of being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub u32);

/// An organisation, numbered from 1 in the order of being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OrganisationId(pub u32);

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Someone whom nothing identifies: a writer, the holder of a receipt or of a link.
    Anyone,
    /// A person who is signed in.
    Person(PersonId),
    /// Time passing.
    Clock,
    /// Whoever starts the program on the machine: makes the first link, confirms an erasure the store reported.
    Console,
}

/// All the randomness one decision may use, expanded from a 256-bit seed that is drawn for it and never kept.
#[derive(Clone)]
pub struct Entropy {
    seed: [u8; 32],
    drawn: u64,
}

impl Entropy {
    /// Starts from a seed of the operating system (or of a test).
    pub fn new(seed: [u8; 32]) -> Self {
        Entropy { seed, drawn: 0 }
    }

    /// The next 256 bits: SHA-256 of the seed and a counter.
    pub fn draw(&mut self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(b"langnghe/entropy/v1");
        hash.update(self.seed);
        hash.update(self.drawn.to_be_bytes());
        self.drawn += 1;
        hash.finalize().into()
    }

    /// A number below `bound`, without bias that matters (64 bits reduced); 0 when `bound` is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        let bytes = self.draw();
        let mut eight = [0u8; 8];
        eight.copy_from_slice(&bytes[..8]);
        if bound == 0 {
            0
        } else {
            u64::from_be_bytes(eight) % bound
        }
    }

    /// Puts a list in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            let other = self.below(i as u64 + 1) as usize;
            list.swap(i, other);
        }
    }
}

impl fmt::Debug for Entropy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Entropy(hidden)")
    }
}

/// What a decision may know besides the state and the command.
#[derive(Debug)]
pub struct Context {
    /// The present minute, by the server's clock.
    pub now: Minute,
    /// Who acts.
    pub actor: Actor,
    /// The randomness of this decision.
    pub entropy: Entropy,
}

/// Seals the words of one event: makes a salt for each, keeps what the store needs, returns the commitments.
pub struct Sealer<'a> {
    entropy: &'a mut Entropy,
    seals: Vec<Seal>,
}

impl<'a> Sealer<'a> {
    /// Seals with the randomness of this decision.
    pub fn new(entropy: &'a mut Entropy) -> Self {
        Sealer {
            entropy,
            seals: Vec::new(),
        }
    }

    /// Seals one value under the name its commitment has in the event.
    pub fn seal(&mut self, field: FieldName, value: impl Into<String>) -> Commitment {
        let (salt, value) = (self.entropy.draw(), value.into());
        let commitment = Commitment::of(&salt, value.as_bytes());
        self.seals.push(Seal { field, salt, value });
        commitment
    }

    /// The seals made, to travel with the event.
    pub fn finish(self) -> Vec<Seal> {
        self.seals
    }
}

/// An event a rule proposes to record, with the words its commitments open to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed<E> {
    /// The event.
    pub event: E,
    /// The role in which it was done, as it stands in the entry; nobody for anonymous acts and for time passing.
    pub by: Option<&'static str>,
    /// What its commitments open to.
    pub seals: Vec<Seal>,
}

impl<E> Proposed<E> {
    /// An event without words, by nobody.
    pub fn new(event: E) -> Self {
        Proposed {
            event,
            by: None,
            seals: Vec::new(),
        }
    }

    /// Done in this role.
    pub fn by(mut self, role: &'static str) -> Self {
        self.by = Some(role);
        self
    }

    /// With these words.
    pub fn sealed(mut self, seals: Vec<Seal>) -> Self {
        self.seals = seals;
        self
    }

    /// The same proposal in a wider set of events.
    pub fn into<F: From<E>>(self) -> Proposed<F> {
        Proposed {
            event: self.event.into(),
            by: self.by,
            seals: self.seals,
        }
    }
}

/// One kind of entry: its name `slice.past_tense` and who may see its bytes. Frozen in `schemas/kinds.lock`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindSpec {
    /// The name in the entry.
    pub name: &'static str,
    /// A private entry carries a salt, and its bytes are shown to an auditor only.
    pub private: bool,
}

/// Why an entry's data could not be read as its kind.
#[derive(Debug, thiserror::Error)]
#[error("the data of kind {kind} does not have its shape: {why}")]
pub struct DataProblem {
    /// The kind that was named.
    pub kind: &'static str,
    /// What is wrong.
    pub why: String,
}

/// A closed set of events, each with its kind: made by [`kinds!`](crate::kinds).
pub trait Recordable: Sized {
    /// Name and privacy of this event's kind.
    fn kind(&self) -> KindSpec;
    /// The event's data as one JSON object, fields in the order of declaration.
    fn to_json(&self) -> String;
    /// Reads data of a kind; `None` when the kind is not of this set. Data of a retired kind come as the event that took
    /// its place.
    fn parse(kind: &str, data: &str) -> Option<Result<Self, DataProblem>>;
    /// Name and privacy of a kind of this set, also of a retired one.
    fn spec(kind: &str) -> Option<KindSpec>;
    /// Data of a kind in the one spelling they have, also of a retired one; `None` when they cannot be read.
    fn respell(kind: &str, data: &str) -> Option<String>;
}

/// For whom a sealed field is, from the moment it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Fate {
    /// For everyone, until it is erased.
    Public,
    /// For a page whose rights allow it.
    Private,
    /// A file, for everyone, until it is erased; it has no words.
    File,
    /// As its slice's state says: held at first, public later, perhaps never.
    Follows,
}

/// Which fields of an event are sealed, and for whom they are. Made by [`sealing!`](crate::sealing).
pub trait Sealing {
    /// The sealed fields.
    fn sealed(&self) -> Vec<(FieldName, Fate)>;

    /// The file it names, and under which field.
    fn file(&self) -> Option<(FieldName, BlobRef)> {
        None
    }
}

/// Says which fields of an event are sealed, under their own names: `sealing!(Announced { title: Public, purpose?: Public });`
#[macro_export]
macro_rules! sealing {
    ($kind:ident {}) => {
        impl $crate::fact::Sealing for $kind {
            fn sealed(&self) -> Vec<($crate::fact::FieldName, $crate::fact::Fate)> {
                Vec::new()
            }
        }
    };
    ($kind:ident { $($field:tt)+ }) => {
        impl $crate::fact::Sealing for $kind {
            fn sealed(&self) -> Vec<($crate::fact::FieldName, $crate::fact::Fate)> {
                let mut fields = Vec::new();
                $crate::sealing!(@ self fields $($field)+);
                fields
            }
        }
    };
    (@ $self:ident $fields:ident) => {};
    (@ $self:ident $fields:ident $name:ident: $fate:ident $(, $($rest:tt)*)?) => {
        // Named in the macro's call, so that a field that is not there does not compile.
        let _ = &$self.$name;
        $fields.push(($crate::fact::FieldName::of(stringify!($name)), $crate::fact::Fate::$fate));
        $crate::sealing!(@ $self $fields $($($rest)*)?);
    };
    (@ $self:ident $fields:ident $name:ident?: $fate:ident $(, $($rest:tt)*)?) => {
        if $self.$name.is_some() {
            $fields.push(($crate::fact::FieldName::of(stringify!($name)), $crate::fact::Fate::$fate));
        }
        $crate::sealing!(@ $self $fields $($($rest)*)?);
    };
}

/// Declares the events of a slice: an enum whose variants each wrap one struct, with the kind's name and privacy.
///
/// ```ignore
/// kinds! {
///     /// What the forum records.
///     pub enum Event {
///         "forum.announced" public => Announced,
///     }
///     retired {
///         "forum.named" public => Named as upcast::named,
///     }
/// }
/// ```
///
/// A kind whose meaning changes is retired: its struct stays, nothing records it any more, and a function in the slice's
/// `upcast.rs` makes of it the event that took its place. That event has the same sealed fields under the same names, since
/// their commitments stand in the old entry.
#[macro_export]
macro_rules! kinds {
    (
        $(#[$meta:meta])* pub enum $event:ident { $( $name:literal $privacy:ident => $kind:ident ),* $(,)? }
        $( retired { $( $old_name:literal $old_privacy:ident => $old:ident as $upcast:path ),* $(,)? } )?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $event {
            $( #[doc = concat!("`", $name, "`")] $kind($kind), )*
        }
        $( impl From<$kind> for $event { fn from(event: $kind) -> Self { $event::$kind(event) } } )*
        impl $event {
            /// The kinds of this slice, in the order of declaration, the retired ones last.
            pub const KINDS: &'static [$crate::fact::KindSpec] =
                &[
                    $( $crate::fact::KindSpec { name: $name, private: $crate::kinds!(@private $privacy) }, )*
                    $($( $crate::fact::KindSpec { name: $old_name, private: $crate::kinds!(@private $old_privacy) }, )*)?
                ];

            /// Which of its fields are sealed, and for whom they are.
            pub fn sealed(&self) -> Vec<($crate::fact::FieldName, $crate::fact::Fate)> {
                match self { $( $event::$kind(event) => $crate::fact::Sealing::sealed(event), )* }
            }

            /// The file it names, and under which field.
            pub fn file(&self) -> Option<($crate::fact::FieldName, $crate::fact::BlobRef)> {
                match self { $( $event::$kind(event) => $crate::fact::Sealing::file(event), )* }
            }
        }
        impl $crate::fact::Recordable for $event {
            fn kind(&self) -> $crate::fact::KindSpec {
                match self {
                    $( $event::$kind(_) => $crate::fact::KindSpec { name: $name, private: $crate::kinds!(@private $privacy) }, )*
                }
            }
            fn to_json(&self) -> String {
                let json = match self { $( $event::$kind(data) => serde_json::to_string(data), )* };
                // An event holds numbers, enums and hex only: writing it cannot fail.
                json.unwrap_or_default()
            }
            fn parse(kind: &str, data: &str) -> Option<Result<Self, $crate::fact::DataProblem>> {
                match kind {
                    $( $name => Some(serde_json::from_str::<$kind>(data).map($event::$kind)
                        .map_err(|why| $crate::fact::DataProblem { kind: $name, why: why.to_string() })), )*
                    $($( $old_name => Some(serde_json::from_str::<$old>(data).map($upcast)
                        .map_err(|why| $crate::fact::DataProblem { kind: $old_name, why: why.to_string() })), )*)?
                    _ => None,
                }
            }
            fn spec(kind: &str) -> Option<$crate::fact::KindSpec> {
                Self::KINDS.iter().find(|spec| spec.name == kind).copied()
            }
            fn respell(kind: &str, data: &str) -> Option<String> {
                match kind {
                    $( $name => serde_json::to_string(&serde_json::from_str::<$kind>(data).ok()?).ok(), )*
                    $($( $old_name => serde_json::to_string(&serde_json::from_str::<$old>(data).ok()?).ok(), )*)?
                    _ => None,
                }
            }
        }
    };
    (@private public) => { false };
    (@private private) => { true };
}
