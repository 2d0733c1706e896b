//! A forum with everyone it needs: who acts under which mandate, from which organisation. Whatever is recorded is
//! written and read back, and may never be a fault.

pub mod acts;

pub mod states;
pub mod stream;

use super::{date, minute, no};
use base::fact::{Entropy, OrganisationId, PersonId, Proposed, Recordable};
use base::time::{Date, Hour, Minute};
use forum::announce::{self, Announcement};
use forum::clause::{self, ClauseNo, ClauseState};
use forum::conclusion::{ClauseDraft, DirectiveDraft};
use forum::events::EvidenceSort;
use forum::{By, Event, Forum, Forums, Refusal, publication};

/// The force that reports; it carries clauses out.
pub const FORCE: OrganisationId = OrganisationId(1);
/// A host agency; it carries clauses out too.
pub const HOST: OrganisationId = OrganisationId(2);
/// Who verifies.
pub const INSPECTION: OrganisationId = OrganisationId(3);
/// Who holds the forum.
pub const OFFICE: OrganisationId = OrganisationId(4);

/// Someone who acts. The tens of a mandate's number say whose it is: 41 and 42 are one person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    pub mandate: u32,
    pub organisation: Option<OrganisationId>,
    pub for_office: bool,
}

const fn who(mandate: u32, organisation: OrganisationId, for_office: bool) -> Who {
    Who {
        mandate,
        organisation: Some(organisation),
        for_office,
    }
}

pub const SECRETARY: Who = who(20, OFFICE, true);
pub const CHAIR: Who = who(30, OFFICE, true);
pub const COMMANDER: Who = who(40, FORCE, false);
pub const DEPUTY: Who = who(50, FORCE, false);
pub const VERIFIER: Who = who(60, INSPECTION, false);
pub const INSPECTOR: Who = who(70, INSPECTION, false);
pub const MODERATOR: Who = who(80, OFFICE, false);
pub const CLERK: Who = who(90, OFFICE, false);
pub const APPEAL_BODY: Who = who(100, OFFICE, false);
pub const HOST_DELEGATE: Who = who(110, HOST, false);

impl Who {
    /// The same person in another organisation, under another mandate.
    pub fn moved(self, to: OrganisationId) -> Who {
        Who {
            mandate: self.mandate + 1,
            organisation: Some(to),
            ..self
        }
    }

    pub fn by<R>(self, act: impl FnOnce(&By<'_>) -> R) -> R {
        let same_person = |other: u32| other / 10 == self.mandate / 10;
        act(&By {
            mandate: self.mandate,
            organisation: self.organisation,
            for_office: self.for_office,
            same_person: &same_person,
        })
    }
}

/// A clause of the first directive.
pub fn clause_no(clause: u32) -> ClauseNo {
    ClauseNo {
        forum: no(1),
        directive: 1,
        clause,
    }
}

/// Days late after which the superior is told.
pub const THRESHOLDS: [u32; 3] = [1, 10, 30];

/// The forum and its record.
#[derive(Clone)]
pub struct Hall {
    pub forums: Forums,
    pub now: Minute,
    pub entropy: Entropy,
    pub log: Vec<(Hour, Event)>,
}

impl Hall {
    /// Announced for 10 April 2020, opinions until the end of March.
    pub fn announced() -> Hall {
        let mut hall = Hall {
            forums: Forums::default(),
            now: minute("2020-03-02T02:00:00Z"),
            entropy: Entropy::new([7; 32]),
            log: Vec::new(),
        };
        let what = Announcement {
            forum: no(1),
            title: "Diễn đàn công an lắng nghe".into(),
            purpose: None,
            chair: Some(OFFICE),
            force: Some(FORCE),
            closes: date("2020-03-31"),
            day: date("2020-04-10"),
        };
        hall.free(|forums, entropy, now| announce::announce(forums, entropy, now, PersonId(2), &what))
            .unwrap();
        hall
    }

    /// Taking opinions and votes.
    pub fn open() -> Hall {
        let mut hall = Hall::announced();
        hall.free(|forums, entropy, now| announce::open(forums, entropy, now, PersonId(2), no(1)))
            .unwrap();
        hall
    }

    /// With so many opinions published, closed by hand.
    pub fn in_session(opinions: u16) -> Hall {
        let mut hall = Hall::open();
        hall.publish(opinions);
        hall.close_collecting().unwrap();
        hall
    }

    /// Concluded on 10 April 2020 with one directive: a clause for each list of evidence, 10 working days each;
    /// with no list, nothing is directed.
    pub fn concluded(needs: &[&[EvidenceSort]]) -> Hall {
        let mut hall = Hall::in_session(1);
        hall.at("2020-04-10T02:00:00Z");
        hall.write_conclusion(None).unwrap();
        let clauses: Vec<_> = needs.iter().map(|needs| clause_draft(10, needs)).collect();
        if !clauses.is_empty() {
            hall.write_directive(None, None, clauses).unwrap();
        }
        hall.conclude().unwrap();
        hall
    }

    /// With one clause that was reported done.
    pub fn reported_done() -> Hall {
        let mut hall = Hall::concluded(&[&[EvidenceSort::Document]]);
        hall.accept(COMMANDER).unwrap();
        hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
        hall.report_done(COMMANDER).unwrap();
        hall
    }

    pub fn at(&mut self, now: &str) {
        self.now = minute(now);
    }

    pub fn today(&self) -> Date {
        self.now.office_date()
    }

    /// Records what was proposed; it is read back from what is written.
    pub fn take(&mut self, proposed: Proposed<Event>) -> u64 {
        let seq = self.log.len() as u64;
        let event = proposed.event;
        let read = Event::parse(event.kind().name, &event.to_json());
        assert_eq!(read.unwrap().unwrap(), event, "written and read back");
        let told: Vec<_> = event.sealed().into_iter().map(|(field, _)| field).collect();
        for seal in &proposed.seals {
            assert!(told.contains(&seal.field), "{event:?} does not tell of {}", seal.field);
        }
        let hour = self.now.hour();
        assert_eq!(self.forums.apply(seq, hour, &event), Ok(()), "a fault: {event:?}");
        self.log.push((hour, event));
        seq
    }

    /// Someone acts.
    pub fn act(
        &mut self,
        who: Who,
        act: impl FnOnce(&Forums, &mut Entropy, Minute, &By<'_>) -> Result<Proposed<Event>, Refusal>,
    ) -> Result<u64, Refusal> {
        let proposed = who.by(|by| act(&self.forums, &mut self.entropy, self.now, by))?;
        Ok(self.take(proposed))
    }

    /// Anyone acts.
    pub fn free(
        &mut self,
        act: impl FnOnce(&Forums, &mut Entropy, Minute) -> Result<Proposed<Event>, Refusal>,
    ) -> Result<u64, Refusal> {
        let proposed = act(&self.forums, &mut self.entropy, self.now)?;
        Ok(self.take(proposed))
    }

    /// The state over the same record, made anew.
    pub fn replay(&self) -> Forums {
        let mut forums = Forums::default();
        for (seq, (hour, event)) in (0..).zip(&self.log) {
            forums.apply(seq, *hour, event).unwrap();
        }
        forums
    }

    /// What time makes due, recorded.
    pub fn tick(&mut self) -> Vec<Event> {
        let mut due = publication::due(&self.forums, &mut self.entropy, self.now);
        due.extend(forum::escalation::due(&self.forums, self.now, &THRESHOLDS));
        let events = due.iter().map(|one| one.event.clone()).collect();
        for one in due {
            self.take(one);
        }
        events
    }

    pub fn forum(&self) -> &Forum {
        &self.forums.forums[&no(1)]
    }

    pub fn clause(&self, clause: u32) -> &clause::Clause {
        self.forums.clause(clause_no(clause)).unwrap()
    }

    pub fn state(&self) -> ClauseState {
        self.clause(1).state
    }
}

/// A clause carried out by the force and confirmed by the inspection.
pub fn clause_draft(working_days: u32, needs: &[EvidenceSort]) -> ClauseDraft {
    ClauseDraft {
        owner: FORCE,
        verifier: INSPECTION,
        working_days,
        evidence: needs.to_vec(),
        task: "Lắp đèn ở cổng số 2".into(),
        measure: "Đèn sáng từ 18 giờ".into(),
    }
}

pub fn directive_draft(directive: Option<u32>, over: Option<u64>, clauses: Vec<ClauseDraft>) -> DirectiveDraft {
    DirectiveDraft {
        directive,
        over,
        findings: Vec::new(),
        addressee: "Công an phường".into(),
        text: "Công an phường lắp đèn ở cổng.".into(),
        clauses,
    }
}

/// So many random cases; failures are read from the output, not kept in files.
pub fn cases(cases: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config {
        cases,
        failure_persistence: None,
        ..proptest::test_runner::Config::default()
    }
}
