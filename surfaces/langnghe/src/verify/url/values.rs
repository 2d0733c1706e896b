//! Sealed values as an office shows them: each must open its commitment, and be shown if and only if it may be.

use super::client::{Answer, Client, each};
use super::entries::Found;
use crate::verify::receipt::Opened;
use crate::verify::report::{self, Report, Unchecked, Values};
use base::fact::{Commitment, Exposure, SealedRef};
use ledger::entry::{self, ENTRY_BYTES_MAX};
use ledger::tree::Hash;
use serde::Deserialize;
use world::events::record;
use world::{Event, World};

/// Values asked for before they are judged in order.
const CHUNK_VALUES: usize = 512;
/// The longest answer with a value, in bytes: an article of 100,000 characters, each escaped.
const VALUE_BYTES_MAX: u64 = 2 << 20;

/// The answer for a value that was erased.
#[derive(Deserialize)]
struct Erased {
    erased_by: u64,
}

struct Pass<'a> {
    client: &'a Client,
    digests: &'a [Hash],
    world: Option<World>,
    values: Values,
    report: &'a mut Report,
}

/// Asks for the value of every commitment found.
///
/// # Errors
/// The office does not answer.
pub fn verify(client: &Client, found: Found, digests: &[Hash], report: &mut Report) -> Result<(), Unchecked> {
    let mut pass = Pass {
        client,
        digests,
        world: found.world,
        values: Values::default(),
        report,
    };
    for chunk in found.commitments.chunks(CHUNK_VALUES) {
        let path = |at: &SealedRef| format!("value/{}/{}", at.seq, at.field);
        let answers = each(chunk, |(at, _)| client.get(&path(at), VALUE_BYTES_MAX));
        for ((at, commitment), answer) in chunk.iter().zip(answers) {
            pass.answer(*at, *commitment, &answer?)?;
        }
    }
    pass.report.values = Some(pass.values);
    Ok(())
}

impl Pass<'_> {
    fn answer(&mut self, at: SealedRef, commitment: Commitment, answer: &Answer) -> Result<(), Unchecked> {
        let name = format!("entry {}, field {}", at.seq, at.field);
        let exposure = self.world.as_ref().map(|world| world.exposure_of(at));
        match answer.status {
            200 => self.shown(&name, commitment, exposure, &answer.body),
            410 => return self.erased(&name, at, &answer.body),
            404 => match exposure {
                Some(Exposure::Public) => {
                    self.report
                        .wrong(report::ERASED, format!("{name}: is public, not erased, and not shown"));
                }
                Some(Exposure::Erased(by)) => {
                    let fault = format!("{name}: was erased by entry {by}, and the answer does not say so");
                    self.report.wrong(report::ERASED, fault);
                }
                // A digest that is no commitment, such as a receipt's.
                Some(Exposure::Absent) => {}
                Some(Exposure::Held | Exposure::Private) | None => self.values.not_public += 1,
            },
            // The office itself finds that it does not hold them: it will not hold them later either.
            500 if answer.admits_damage() => self.report.wrong(
                report::ERASED,
                format!("{name}: the office does not hold what the entry commits to"),
            ),
            status => return Err(Unchecked(format!("{name} is answered with {status}"))),
        }
        Ok(())
    }

    fn shown(&mut self, name: &str, commitment: Commitment, exposure: Option<Exposure>, body: &[u8]) {
        let opened = serde_json::from_slice::<Opened>(body)
            .ok()
            .and_then(|opened| opened.commitment());
        let (rule, fault) = match exposure {
            _ if opened != Some(commitment) => (report::SEALED, "does not open the commitment in the entry".to_owned()),
            Some(Exposure::Erased(by)) => (report::ERASED, format!("was erased by entry {by}, and is still shown")),
            Some(Exposure::Private) => (report::SEALED, "is for nobody, and is shown".to_owned()),
            Some(Exposure::Absent) => (report::SEALED, "is not a sealed field, and is shown".to_owned()),
            // What was held at the checkpoint may have been published since.
            Some(Exposure::Public | Exposure::Held) | None => {
                self.values.opened += 1;
                return self.report.right(report::SEALED);
            }
        };
        self.report.wrong(rule, format!("{name}: {fault}"));
    }

    fn erased(&mut self, name: &str, at: SealedRef, body: &[u8]) -> Result<(), Unchecked> {
        self.values.erased += 1;
        let Ok(Erased { erased_by }) = serde_json::from_slice(body) else {
            self.report.wrong(
                report::ERASED,
                format!("{name}: is said to be erased, not by which entry"),
            );
            return Ok(());
        };
        let says_so = match &self.world {
            // The order is newer than the checkpoint.
            _ if erased_by >= self.digests.len() as u64 => true,
            // A number given to a second order would leave a value with an order that does not name it.
            Some(world) => world.order_of(at).is_some_and(|(_, order)| {
                (order.ordered == erased_by || order.erased == Some(erased_by)) && order.targets.contains(&at)
            }),
            None => self.orders(erased_by, at)?,
        };
        let fault = || format!("{name}: is said to be erased by entry {erased_by}, which does not erase it");
        self.report
            .check(report::ERASED, if says_so { Ok(()) } else { Err(fault()) });
        Ok(())
    }

    /// Whether an entry orders this value to be erased, or confirms an order.
    fn orders(&self, seq: u64, at: SealedRef) -> Result<bool, Unchecked> {
        let answer = self.client.get(&format!("entry/{seq}"), ENTRY_BYTES_MAX as u64)?;
        let digest = usize::try_from(seq).ok().and_then(|seq| self.digests.get(seq));
        if answer.status != 200 || digest != Some(&entry::digest(&answer.body)) {
            return Ok(false);
        }
        Ok(match entry::parse::<Event>(&answer.body).map(|entry| entry.event) {
            Ok(Event::Record(record::Event::ErasureOrdered(order))) => order.targets.contains(&at),
            Ok(Event::Record(record::Event::DataErased(_))) => true,
            _ => false,
        })
    }
}
