//! An entry: the exact bytes of one JSON object, written once and never serialised again.
//!
//! `{"seq":12,"at":"2026-11-24T23:00:00Z","by":"moderator","kind":"forum.opinion_cleared","data":{…}}`; a private entry
//! has `"salt"` (256 random bits, hex) before `data`, so that its digest tells nothing about it.

use base::fact::{Commitment, DataProblem, FieldName, Recordable};
use base::hex;
use base::time::Hour;
use serde::Deserialize;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

/// Longest entry, in bytes (C2SP tlog-tiles allows 65,535; ours are short since words are sealed).
pub const ENTRY_BYTES_MAX: usize = 65_535;

/// A recorded event with what the record says around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<E> {
    /// Position in the ledger, from 0.
    pub seq: u64,
    /// The hour in which it was recorded.
    pub at: Hour,
    /// The role in which it was done, if any.
    pub by: Option<Box<str>>,
    /// The event.
    pub event: E,
}

/// What every reader of an entry can see without knowing its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Position in the ledger, from 0.
    pub seq: u64,
    /// The hour in which it was recorded.
    pub at: Hour,
    /// The role in which it was done, if any.
    pub by: Option<Box<str>>,
    /// Name of the kind.
    pub kind: Box<str>,
    /// Has a salt: its bytes are not for everyone.
    pub private: bool,
    /// The data, exactly as it stands in the entry.
    pub data: Box<str>,
}

/// Why bytes are not an entry this program can read.
#[derive(Debug, thiserror::Error)]
pub enum EntryProblem {
    /// Not the JSON object of an entry.
    #[error("the bytes are not an entry: {0}")]
    Shape(String),
    /// A kind this release does not know.
    #[error("entry {seq} is of the kind {kind:?}, which this release does not know; start a newer release")]
    UnknownKind {
        /// Number of the entry.
        seq: u64,
        /// The unknown kind.
        kind: Box<str>,
    },
    /// The data do not fit the kind.
    #[error("entry {seq}: {problem}")]
    Data {
        /// Number of the entry.
        seq: u64,
        /// What is wrong with its data.
        problem: DataProblem,
    },
    /// A private kind without salt, or a public one with it.
    #[error("entry {seq} of kind {kind} must be {}", if *.private { "private, with a salt" } else { "public, without a salt" })]
    Privacy {
        /// Number of the entry.
        seq: u64,
        /// Its kind.
        kind: &'static str,
        /// What the kind demands.
        private: bool,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written<'a> {
    seq: u64,
    at: Hour,
    #[serde(default)]
    by: Option<Box<str>>,
    kind: Box<str>,
    #[serde(default)]
    salt: Option<Box<str>>,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// SHA-256 of an entry's bytes: the leaf data of the tree.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Writes the bytes of an entry. `salt` is there for a private kind and for no other.
pub fn write<E: Recordable>(seq: u64, at: Hour, by: Option<&str>, event: &E, salt: Option<&[u8; 32]>) -> Vec<u8> {
    spell(seq, at, by, event.kind().name, salt, &event.to_json())
}

fn spell(seq: u64, at: Hour, by: Option<&str>, kind: &str, salt: Option<&[u8; 32]>, data: &str) -> Vec<u8> {
    let mut out = String::with_capacity(data.len() + 160);
    out.push_str(&format!("{{\"seq\":{seq},\"at\":\"{at}\","));
    if let Some(role) = by {
        out.push_str(&format!("\"by\":\"{role}\","));
    }
    out.push_str(&format!("\"kind\":\"{kind}\","));
    if let Some(salt) = salt {
        out.push_str(&format!("\"salt\":\"{}\",", hex::encode(salt)));
    }
    out.push_str("\"data\":");
    out.push_str(data);
    out.push('}');
    out.into_bytes()
}

/// Reads what surrounds the data of an entry, whatever its kind.
pub fn open(bytes: &[u8]) -> Result<Envelope, EntryProblem> {
    let written: Written<'_> = serde_json::from_slice(bytes).map_err(|why| EntryProblem::Shape(why.to_string()))?;
    if written
        .salt
        .as_deref()
        .is_some_and(|salt| hex::decode_32(salt).is_none())
    {
        return Err(EntryProblem::Shape("the salt is not 64 hex characters".into()));
    }
    Ok(Envelope {
        seq: written.seq,
        at: written.at,
        by: written.by,
        kind: written.kind,
        private: written.salt.is_some(),
        data: written.data.get().into(),
    })
}

/// The commitment an entry holds under a field's name; none when it holds none there.
///
/// A name such as `title` is a member of the data. A name such as `title_3` is the member `title` of a listed object: of
/// the one whose own number is 3, where the objects of a list `items` carry their number as `item`.
pub fn commitment(bytes: &[u8], field: FieldName) -> Option<Commitment> {
    let envelope = open(bytes).ok()?;
    let data: serde_json::Value = serde_json::from_str(&envelope.data).ok()?;
    let value = data.get(field.as_str()).or_else(|| listed(&data, field.as_str()))?;
    Commitment::deserialize(value).ok()
}

/// The member that a name with a number means.
fn listed<'a>(data: &'a serde_json::Value, field: &str) -> Option<&'a serde_json::Value> {
    let (member, typed) = field.rsplit_once('_')?;
    let number = typed.parse::<u32>().ok().filter(|number| number.to_string() == typed)?;
    let lists = data
        .as_object()?
        .iter()
        .filter_map(|(name, value)| Some((name.strip_suffix('s')?, value.as_array()?)));
    let mut objects = lists.flat_map(|(own, list)| list.iter().map(move |object| (own, object)));
    objects.find_map(|(own, object)| {
        let is_it = object.get(own).and_then(serde_json::Value::as_u64) == Some(u64::from(number));
        object.get(member).filter(|_| is_it)
    })
}

/// Whether these bytes are the ones in which an entry of their kind was written. JSON has many spellings of one object; an
/// entry has one, so that nothing can hide in how it is written.
pub fn is_in_its_one_form<E: Recordable>(bytes: &[u8]) -> bool {
    let Ok(written) = serde_json::from_slice::<Written<'_>>(bytes) else {
        return false;
    };
    let Some(data) = E::respell(&written.kind, written.data.get()) else {
        return false;
    };
    let salt = written.salt.as_deref().and_then(hex::decode_32);
    let (seq, by) = (written.seq, written.by.as_deref());
    spell(seq, written.at, by, &written.kind, salt.as_ref(), &data) == bytes
}

/// Reads an entry whole. An unknown kind is an error: a release must not run on a record it can't read.
pub fn parse<E: Recordable>(bytes: &[u8]) -> Result<Entry<E>, EntryProblem> {
    let Envelope {
        seq,
        at,
        by,
        kind,
        private,
        data,
    } = open(bytes)?;
    let event = match E::parse(&kind, &data) {
        None => return Err(EntryProblem::UnknownKind { seq, kind }),
        Some(event) => event.map_err(|problem| EntryProblem::Data { seq, problem })?,
    };
    let spec = E::spec(&kind).unwrap_or_else(|| event.kind());
    if spec.private != private {
        return Err(EntryProblem::Privacy {
            seq,
            kind: spec.name,
            private: spec.private,
        });
    }
    Ok(Entry { seq, at, by, event })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_field_is_found_in_its_list_and_nowhere_else() {
        let hex = |byte: u8| format!("{byte:02x}").repeat(32);
        let data = format!(
            r#"{{"title":"{}","items":[{{"item":3,"title":"{}"}},{{"item":4,"title":"{}"}}],"others":[{{"item":9,"title":"{}"}}]}}"#,
            hex(1),
            hex(2),
            hex(3),
            hex(4)
        );
        let bytes = format!(r#"{{"seq":1,"at":"2020-01-01T00:00:00Z","kind":"a.b","data":{data}}}"#);
        let found = |name: &str| commitment(bytes.as_bytes(), FieldName::new(name).unwrap()).map(|one| one.0[0]);
        assert_eq!(found("title"), Some(1));
        assert_eq!((found("title_3"), found("title_4")), (Some(2), Some(3)));
        for missing in ["title_5", "title_9", "title_03", "item_3", "items_3", "words_3"] {
            assert_eq!(found(missing), None, "{missing}");
        }
    }
}
