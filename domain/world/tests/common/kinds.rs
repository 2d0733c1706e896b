//! Every kind of entry with its data as they stand in the entry, once with all that may be left out and once without.

mod before;
mod clauses;
mod opinions;
mod outcome;
mod people;
mod portal;
mod record;
mod votes;

use super::{blob, forum_no};
use base::fact::{BlobRef, Commitment, Digest32, OrganisationId, PersonId};
use base::hex;
use base::number::ForumNo;
use forum::events::{FileKind, FileRef};
use serde_json::{Value, json};
use world::Event;

/// The digest that stands for every digest in the table.
pub const HEX: &str = "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a";

/// An event, and its data as they stand in the entry.
type Row = (Event, Value);

fn commitment() -> Commitment {
    Commitment(hex::decode_32(HEX).unwrap())
}

fn digest() -> Digest32 {
    Digest32(commitment().0)
}

const PERSON: PersonId = PersonId(7);
const ORGANISATION: OrganisationId = OrganisationId(3);

fn forum() -> ForumNo {
    forum_no(1)
}

fn picture() -> (BlobRef, Value) {
    let (id, commitment) = (blob(1).id, commitment());
    let json = json!({ "id": hex::encode(&id.0), "commitment": HEX });
    (BlobRef { id, commitment }, json)
}

fn file() -> (FileRef, Value) {
    let (blob, json) = picture();
    let (kind, bytes) = (FileKind::Docx, 20_480);
    let json = json!({ "blob": json, "kind": "docx", "bytes": 20_480 });
    (FileRef { blob, kind, bytes }, json)
}

fn of_forum(event: impl Into<forum::Event>, data: Value) -> Row {
    (Event::Forum(event.into()), data)
}

/// Every kind, with everything that may be left out there, and then left out; the data as they stand in the entry.
pub fn table() -> Vec<Row> {
    [
        people::rows(),
        before::rows(),
        opinions::rows(),
        votes::rows(),
        outcome::rows(),
        clauses::rows(),
        portal::rows(),
        record::rows(),
    ]
    .concat()
}
