//! The record about itself: its first line, and erasure by law or timetable: ordered, which hides at once; then confirmed, when the store has removed the bytes.

use crate::World;
use crate::events::{
    Continues, DECISION, DataErased, ErasureOrdered, Event, LedgerOpened, LegalBasis, PERSON, RECORD_FORMAT, record,
};
use base::fact::{BlobId, Entropy, Exposure, PersonId, Proposed, SealedRef, Sealer};
use base::text::TextRule;
use base::time::Minute;
use serde::{Deserialize, Serialize};

/// Number and date of a decision or request, in characters.
pub const DECISION_TEXT: TextRule = TextRule {
    min_chars: 3,
    max_chars: 200,
    lines: false,
};
/// Most values one order erases.
pub const TARGETS_MAX: usize = 100;

/// An order to erase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// What is erased.
    pub targets: Vec<SealedRef>,
    /// On what basis.
    pub basis: LegalBasis,
    /// Number and date of the decision or request.
    pub decision: Option<SealedRef>,
    /// The entry that ordered it.
    pub ordered: u64,
    /// The entry that confirmed it.
    pub erased: Option<u64>,
}

/// Why a command about erasure is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing, or too much at once, was named.
    Targets,
    /// There is no such value, or it is erased already.
    NothingThere(SealedRef),
    /// A decision needs its number and date, and a basis that a person may choose.
    DecisionMissing,
    /// No order has this number, or it was confirmed already.
    NoSuchOrder,
    /// Who did something, and the decision behind an order, are for audits: they are never erased.
    Accountable(SealedRef),
    /// The ledger has its first line.
    LedgerOpened,
}

/// Writes the first line of an empty ledger.
pub(crate) fn open(world: &World, continues: Option<Continues>) -> Result<Proposed<Event>, Refusal> {
    if world.begun {
        return Err(Refusal::LedgerOpened);
    }
    let opened = LedgerOpened {
        format: RECORD_FORMAT,
        continues,
    };
    Ok(Proposed::new(Event::Record(opened.into())))
}

/// Whether words or files are gone from the store after an entry of this kind.
pub fn is_erasing(kind: &str) -> bool {
    matches!(kind, "world.erasure_ordered" | "world.data_erased")
}

/// Orders values to be erased.
pub(crate) fn order(
    world: &World,
    entropy: &mut Entropy,
    actor: Option<PersonId>,
    targets: &[SealedRef],
    basis: LegalBasis,
    decision: Option<&str>,
) -> Result<Proposed<Event>, Refusal> {
    if targets.is_empty() || targets.len() > TARGETS_MAX {
        return Err(Refusal::Targets);
    }
    // A person decides on paper: neither an author's act nor the timetable's may be recorded in their stead.
    if actor.is_some() && (decision.is_none() || !LegalBasis::ORDERED.contains(&basis)) {
        return Err(Refusal::DecisionMissing);
    }
    let gone = |at: &&SealedRef| matches!(world.exposure_of(**at), Exposure::Absent | Exposure::Erased(_));
    if let Some(at) = targets.iter().find(gone) {
        return Err(Refusal::NothingThere(*at));
    }
    if let Some(at) = targets.iter().find(|at| at.field == PERSON || at.field == DECISION) {
        return Err(Refusal::Accountable(*at));
    }
    let mut sealer = Sealer::new(entropy);
    let event = ErasureOrdered {
        erasure: world.erasures.get_max().map_or(0, |(no, _)| *no) + 1,
        targets: targets.to_vec(),
        basis,
        decision: decision.map(|text| sealer.seal(DECISION, text)),
        person: actor.map(|person| sealer.seal(PERSON, person.0.to_string())),
    };
    let event = Event::Record(record::Event::ErasureOrdered(event));
    Ok(Proposed::new(event).sealed(sealer.finish()))
}

/// Words of opinions that were never published, when the forum ended long enough ago.
///
/// The timetable is the office's own when it set one, and the law's otherwise. One order a tick; the next follows.
pub(crate) fn by_timetable(
    world: &World,
    entropy: &mut Entropy,
    now: Minute,
) -> Result<Option<Proposed<Event>>, Refusal> {
    let today = now.office_date();
    let over = world.forums.forums.values().filter(|forum| {
        let days = world.people.unpublished_days.unwrap_or(law::terms(today).erasure_days);
        let since = forum.ended_at.map(|at| at.office_date().days_until(today));
        since.is_some_and(|since| i64::from(since) >= i64::from(days))
    });
    let unpublished = over.flat_map(|forum| {
        let never = forum.held.iter().chain(&forum.refused).chain(&forum.private);
        never.flat_map(|opinion| world.forums.fields(*opinion))
    });
    let there = |at: &SealedRef| !matches!(world.exposure_of(*at), Exposure::Absent | Exposure::Erased(_));
    let targets: Vec<SealedRef> = unpublished.filter(there).take(TARGETS_MAX).collect();
    if targets.is_empty() {
        return Ok(None);
    }
    order(world, entropy, None, &targets, LegalBasis::Timetable, None).map(Some)
}

/// Confirms that the store removed what was ordered.
pub(crate) fn confirm(world: &World, erasure: u32) -> Result<Proposed<Event>, Refusal> {
    let order = world
        .erasures
        .get(&erasure)
        .filter(|order| order.erased.is_none())
        .ok_or(Refusal::NoSuchOrder)?;
    Ok(Proposed::new(Event::Record(
        DataErased {
            erasure,
            basis: order.basis,
        }
        .into(),
    )))
}

/// What an order asks the store to remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// Number of the order.
    pub erasure: u32,
    /// Sealed values.
    pub values: Vec<SealedRef>,
    /// Files.
    pub files: Vec<BlobId>,
}

impl World {
    /// Orders the store has not reported done, oldest first.
    pub fn pending_erasures(&self) -> Vec<Pending> {
        let open = self
            .open_orders
            .iter()
            .filter_map(|erasure| Some((*erasure, self.erasures.get(erasure)?)));
        open.map(|(erasure, order)| {
            let files = order
                .targets
                .iter()
                .filter_map(|at| self.files.get(at).copied())
                .collect();
            Pending {
                erasure,
                values: order.targets.clone(),
                files,
            }
        })
        .collect()
    }

    /// The order that erases a value, with its number; none when it is not erased.
    pub fn order_of(&self, at: SealedRef) -> Option<(u32, &Erasure)> {
        let erasure = *self.erased.get(&at)?;
        Some((erasure, self.erasures.get(&erasure)?))
    }
}
