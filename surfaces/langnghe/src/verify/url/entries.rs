//! Entries as an office shows them: the bytes of public ones, the digest of private ones.

use super::client::{Answer, Client, each};
use crate::verify::report::{self, Report, Unchecked};
use crate::verify::values;
use base::fact::{Commitment, SealedRef};
use base::time::Hour;
use ledger::entry::{self, ENTRY_BYTES_MAX, EntryProblem};
use ledger::machine::Machine;
use ledger::tree::Hash;
use serde::Deserialize;
use world::{Event, World};

/// Entries asked for before they are judged in order.
const CHUNK_ENTRIES: usize = 512;

/// What the office says of an entry that is not for everyone.
#[derive(Deserialize)]
struct Private {
    private: bool,
    seq: u64,
    digest: String,
}

/// What was found in the public entries.
pub struct Found {
    /// Fields that commit to words, or are digests of something else.
    pub commitments: Vec<(SealedRef, Commitment)>,
    /// The state, as far as public entries give it; none when not all of them were read.
    pub world: Option<World>,
}

struct Pass<'a> {
    digests: &'a [Hash],
    commitments: Vec<(SealedRef, Commitment)>,
    world: Option<World>,
    last: Option<Hour>,
    files: u64,
    report: &'a mut Report,
}

/// Asks for these entries and checks each. `whole`: they are all there are.
///
/// # Errors
/// The office does not answer.
pub fn verify(
    client: &Client,
    wanted: &[u64],
    digests: &[Hash],
    whole: bool,
    report: &mut Report,
) -> Result<Found, Unchecked> {
    let world = whole.then(World::default);
    let mut pass = Pass {
        digests,
        commitments: Vec::new(),
        world,
        last: None,
        files: 0,
        report,
    };
    for chunk in wanted.chunks(CHUNK_ENTRIES) {
        let answers = each(chunk, |seq| client.get(&format!("entry/{seq}"), ENTRY_BYTES_MAX as u64));
        for (seq, answer) in chunk.iter().zip(answers) {
            pass.answer(*seq, &answer?)?;
        }
    }
    if pass.files > 0 {
        pass.report.note(format!(
            "{} files are named by public entries: only verifying the folder reads them",
            pass.files
        ));
    }
    Ok(Found {
        commitments: pass.commitments,
        world: pass.world,
    })
}

impl Pass<'_> {
    fn answer(&mut self, seq: u64, answer: &Answer) -> Result<(), Unchecked> {
        let digest = usize::try_from(seq)
            .ok()
            .and_then(|seq| self.digests.get(seq))
            .copied()
            .unwrap_or_default();
        match answer.status {
            200 if entry::digest(&answer.body) == digest => self.public(seq, &answer.body),
            200 => {
                let fault = format!("entry {seq}: the bytes shown are not those in the tree");
                self.unreadable(report::ENTRIES, fault);
            }
            404 => self.private(seq, &answer.body, &digest),
            500 if answer.admits_damage() => {
                let fault = format!("entry {seq}: the office does not hold the bytes that are in the tree");
                self.unreadable(report::ENTRIES, fault);
            }
            status => return Err(Unchecked(format!("entry {seq} is answered with {status}"))),
        }
        Ok(())
    }

    fn private(&mut self, seq: u64, body: &[u8], digest: &Hash) {
        match serde_json::from_slice::<Private>(body) {
            Ok(Private {
                private: true,
                seq: named,
                digest: shown,
            }) if named == seq => {
                if base::hex::decode_32(&shown) == Some(*digest) {
                    self.report.right(report::ENTRIES);
                    self.report.private_unopened += 1;
                } else {
                    let fault = format!("entry {seq}, said to be private: the digest shown is not the one in the tree");
                    self.report.wrong(report::ENTRIES, fault);
                }
            }
            _ => self.unreadable(report::ENTRIES, format!("entry {seq} is in the tree and not shown")),
        }
    }

    fn public(&mut self, seq: u64, bytes: &[u8]) {
        let envelope = match entry::open(bytes) {
            Ok(envelope) if envelope.seq == seq => envelope,
            Ok(envelope) => {
                let fault = format!("entry {seq} bears the number {}", envelope.seq);
                return self.unreadable(report::ENTRIES, fault);
            }
            Err(why) => return self.unreadable(report::ENTRIES, format!("entry {seq}: {why}")),
        };
        self.report.right(report::ENTRIES);
        let back = self.last.filter(|last| envelope.at < *last);
        self.report.check(
            report::HOURS,
            back.map_or(Ok(()), |last| {
                Err(format!("entry {seq} is of {}, an earlier one of {last}", envelope.at))
            }),
        );
        self.last = Some(envelope.at);
        if envelope.private {
            let fault = format!("entry {seq} is private, and is shown to everyone");
            return self.unreadable(report::KINDS, fault);
        }
        match entry::parse::<Event>(bytes) {
            Ok(entry) => {
                self.report.right(report::KINDS);
                if let Some(world) = &mut self.world {
                    world.apply(&entry);
                }
            }
            Err(EntryProblem::Shape(why)) => self.unreadable(report::ENTRIES, format!("entry {seq}: {why}")),
            Err(why) => self.unreadable(report::KINDS, format!("entry {seq}: {why}")),
        }
        let found = values::commitments(&envelope.data);
        self.files += found.files.len() as u64;
        let values = found
            .values
            .into_iter()
            .map(|(field, commitment)| (SealedRef::new(seq, field), commitment));
        self.commitments.extend(values);
    }

    /// A public entry could not be read: what may be shown is not known from here on.
    fn unreadable(&mut self, rule: report::Rule, fault: String) {
        self.report.wrong(rule, fault);
        self.world = None;
    }
}
