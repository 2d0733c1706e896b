//! Shared by the tests of the world: a ledger without threads, commands made of dice, and short ways to say things.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code, unused_imports)]

mod dice;
pub mod golden;
pub mod ground;
pub mod kinds;
pub mod office;
pub mod onlooker;
pub mod reached;
mod record;
mod subjects;
mod surroundings;
pub mod valid;
pub mod watch;

pub use dice::{Dice, dice, told};
pub use office::{set_up, staff};
pub use record::{Record, holds, reread};
pub use surroundings::{Shelf, Surroundings, World as WorldLedger, tell};

use base::fact::{BlobId, BlobRef, Commitment, Digest32, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::announce::Announcement;
use forum::events::SpeakerRole;
use forum::events::{FileKind, FileRef};
use forum::opinion::{Subject, TypedSignature, Words};
use ledger::note::{SigningKey, VerifierKey};
use world::Command;

/// The minute every test starts at: 2020-01-06, eight in the morning at the office.
pub fn start() -> Minute {
    minute("2020-01-06T01:00:00Z")
}

pub fn minute(text: &str) -> Minute {
    text.parse().unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The same digest for the same number.
pub fn digest(number: u64) -> Digest32 {
    Digest32(ledger::entry::digest(&number.to_be_bytes()))
}

/// The public key of a log that ended.
pub fn log_key() -> VerifierKey {
    SigningKey::new("example.vn/so", [7; 32]).unwrap().verifier()
}

pub fn blob(number: u64) -> BlobRef {
    let (name, bytes) = (digest(number).0, digest(number + 1).0);
    BlobRef {
        id: BlobId(std::array::from_fn(|i| name[i])),
        commitment: Commitment(bytes),
    }
}

/// A file of a document or of evidence, in the store or not.
pub fn file(number: u64) -> FileRef {
    let kind = FileKind::ALL[number as usize % FileKind::ALL.len()];
    let blob = blob(number);
    FileRef {
        blob,
        kind,
        bytes: 1_000 + number as u32,
    }
}

/// The command that writes an opinion about the forum as a whole.
pub fn submit(number: u8, words: Words, receipt: Digest32) -> Command {
    Command::SubmitOpinion {
        forum: forum_no(number),
        words,
        subject: Subject::default(),
        receipt,
    }
}

/// A minute some minutes after another.
pub fn later(from: Minute, minutes: u64) -> Minute {
    Minute::from_unix_secs(from.unix_secs() + minutes * 60)
}

pub fn forum_no(number: u8) -> ForumNo {
    ForumNo::new(2020, number).unwrap()
}

pub const fn organisation(number: u32) -> OrganisationId {
    OrganisationId(number)
}

pub const fn person(number: u32) -> PersonId {
    PersonId(number)
}

pub fn plain(statement: &str) -> Words {
    Words::read(statement, "", TypedSignature::None).unwrap()
}

pub fn signed(statement: &str, reasons: &str, name: &str) -> Words {
    let signature = TypedSignature::Name(SpeakerRole::Citizen, name.into());
    Words::read(statement, reasons, signature).unwrap()
}

pub fn announcement(number: u8) -> Announcement {
    Announcement {
        forum: forum_no(number),
        title: format!("Diễn đàn công an lắng nghe số {number}"),
        purpose: None,
        chair: None,
        force: None,
        closes: date("2020-03-31"),
        day: date("2020-04-15"),
    }
}
