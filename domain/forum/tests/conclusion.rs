//! The conclusion and its directives: drafted, then in force as one act.

mod common;

use base::fact::{Exposure, Fate, SealedRef};
use common::hall::{FORCE, HOST, Hall, INSPECTION, SECRETARY, clause_draft, directive_draft};
use common::no;
use forum::conclusion::{self, CLAUSES_MAX, ClauseDraft, Conclude, DIRECTIVES_MAX, WORKING_DAYS_MAX};
use forum::events::{EvidenceSort, FindingSort};
use forum::{Event, Refusal, Stage, finding};
use std::collections::BTreeSet;

const DOCUMENT: &[EvidenceSort] = &[EvidenceSort::Document];

fn one_clause() -> Vec<ClauseDraft> {
    vec![clause_draft(10, DOCUMENT)]
}

fn drop_directive(hall: &mut Hall, directive: u32, over: u64) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, _, _, by| {
        conclusion::drop_directive(forums, by, no(1), directive, over)
    })
}

fn record_finding(hall: &mut Hall) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, _, by| {
        let sort = FindingSort::ALL[1];
        finding::record(forums, entropy, by, no(1), sort, &[1], "Kiểm soát cổng còn lơi lỏng.")
    })
}

fn withdraw_finding(hall: &mut Hall, number: u32) -> Result<u64, Refusal> {
    hall.act(SECRETARY, |forums, entropy, _, by| {
        finding::withdraw(forums, entropy, by, no(1), number, "Ghi nhầm ý kiến.")
    })
}

fn exposures(hall: &Hall, seq: u64) -> BTreeSet<String> {
    let event = &hall.log[seq as usize].1;
    let follows = event.sealed().into_iter().filter(|(_, fate)| *fate == Fate::Follows);
    follows
        .map(|(field, _)| format!("{:?}", hall.forums.exposure(SealedRef::new(seq, field))))
        .collect()
}

fn is(exposure: Exposure) -> BTreeSet<String> {
    BTreeSet::from([format!("{exposure:?}")])
}

#[test]
fn two_who_draft_do_not_overwrite_each_other() {
    let mut hall = Hall::in_session(1);
    let first = hall.write_conclusion(None).unwrap();
    assert_eq!(hall.write_conclusion(None), Err(Refusal::ChangedMeanwhile));
    let second = hall.write_conclusion(Some(first)).unwrap();
    assert_eq!(hall.write_conclusion(Some(first)), Err(Refusal::ChangedMeanwhile));
    hall.write_conclusion(Some(second)).unwrap();
    let first = hall.write_directive(None, None, one_clause()).unwrap();
    let second = hall.write_directive(Some(1), Some(first), one_clause()).unwrap();
    for (directive, over, why) in [
        (Some(1), Some(first), Refusal::ChangedMeanwhile),
        (Some(1), None, Refusal::ChangedMeanwhile),
        (None, Some(second), Refusal::ChangedMeanwhile),
        (Some(2), Some(second), Refusal::NoSuchDirective),
        (Some(0), None, Refusal::NoSuchDirective),
    ] {
        assert_eq!(hall.write_directive(directive, over, one_clause()), Err(why));
    }
    assert_eq!(drop_directive(&mut hall, 1, first), Err(Refusal::ChangedMeanwhile));
    assert_eq!(drop_directive(&mut hall, 2, second), Err(Refusal::NoSuchDirective));
}

#[test]
fn the_chair_concludes_exactly_what_was_read() {
    let mut hall = Hall::in_session(1);
    let nothing = Conclude {
        over: 0,
        directives: vec![],
        sign: None,
    };
    assert_eq!(hall.conclude_as_read(&nothing), Err(Refusal::NothingInIt));
    let written = hall.write_conclusion(None).unwrap();
    let first = hall.write_directive(None, None, one_clause()).unwrap();
    let read = hall.read();
    assert_eq!((read.over, &read.directives[..]), (written, &[first][..]));
    // The secretary goes on writing while the chair reads.
    let second = hall.write_directive(None, None, one_clause()).unwrap();
    assert_eq!(hall.conclude_as_read(&read), Err(Refusal::ChangedMeanwhile));
    drop_directive(&mut hall, 2, second).unwrap();
    let again = hall.write_directive(Some(1), Some(first), one_clause()).unwrap();
    assert_eq!(hall.conclude_as_read(&read), Err(Refusal::ChangedMeanwhile));
    let mut changed = Conclude {
        directives: vec![again],
        ..read
    };
    changed.over += 1;
    assert_eq!(hall.conclude_as_read(&changed), Err(Refusal::ChangedMeanwhile));
    changed.over = written;
    hall.conclude_as_read(&changed).unwrap();
    assert_eq!(hall.conclude_as_read(&changed), Err(Refusal::ForumConcluded), "once");
}

#[test]
fn nothing_is_concluded_before_opinions_and_votes_are_closed_and_counted() {
    let mut hall = Hall::announced();
    hall.write_conclusion(None).unwrap();
    assert_eq!(hall.conclude(), Err(Refusal::StillCollecting));
    let mut hall = Hall::open();
    hall.write_conclusion(None).unwrap();
    hall.at("2020-03-31T16:59:00Z");
    assert_eq!(hall.conclude(), Err(Refusal::StillCollecting));
    // The last day is over; time's tick, which counts the votes, has not come.
    hall.at("2020-03-31T17:00:00Z");
    assert_eq!(hall.conclude(), Err(Refusal::StillCollecting));
    hall.tick();
    hall.conclude().unwrap();
    assert!(hall.forum().votes_published.is_some());
}

#[test]
fn a_clause_that_could_not_be_followed_up_is_not_directed() {
    let mut hall = Hall::in_session(1);
    let changed = |change: &dyn Fn(&mut ClauseDraft)| {
        let mut clause = clause_draft(10, DOCUMENT);
        change(&mut clause);
        vec![clause_draft(10, DOCUMENT), clause]
    };
    for (clauses, why) in [
        (vec![], Refusal::NothingInIt),
        (vec![clause_draft(1, DOCUMENT); CLAUSES_MAX + 1], Refusal::TooMany),
        (changed(&|clause| clause.verifier = FORCE), Refusal::OwnerVerifies),
        (changed(&|clause| clause.owner = INSPECTION), Refusal::OwnerVerifies),
        (changed(&|clause| clause.evidence.clear()), Refusal::EvidenceSortMissing),
        (changed(&|clause| clause.working_days = 0), Refusal::DueNotSensible),
        (
            changed(&|clause| clause.working_days = WORKING_DAYS_MAX + 1),
            Refusal::DueNotSensible,
        ),
    ] {
        assert_eq!(hall.write_directive(None, None, clauses), Err(why));
    }
    let two_owners = changed(&|clause| (clause.owner, clause.evidence) = (HOST, [DOCUMENT, DOCUMENT].concat()));
    hall.write_directive(None, None, two_owners).unwrap();
    assert_eq!(hall.forum().directives[&1].clauses[1].needs, DOCUMENT, "each sort once");
    for _ in 1..DIRECTIVES_MAX {
        hall.write_directive(None, None, one_clause()).unwrap();
    }
    assert_eq!(hall.write_directive(None, None, one_clause()), Err(Refusal::TooMany));
}

#[test]
fn directives_in_force_are_numbered_without_a_gap() {
    let mut hall = Hall::in_session(1);
    let seqs: Vec<u64> = (0..3)
        .map(|_| hall.write_directive(None, None, one_clause()).unwrap())
        .collect();
    assert_eq!(drop_directive(&mut hall, 1, seqs[0]), Err(Refusal::NotTheLast));
    assert_eq!(drop_directive(&mut hall, 2, seqs[1]), Err(Refusal::NotTheLast));
    drop_directive(&mut hall, 3, seqs[2]).unwrap();
    drop_directive(&mut hall, 2, seqs[1]).unwrap();
    let again = hall.write_directive(None, None, one_clause()).unwrap();
    // Whoever still reads the dropped one is told.
    assert_eq!(
        hall.write_directive(Some(2), Some(seqs[1]), one_clause()),
        Err(Refusal::ChangedMeanwhile)
    );
    hall.write_directive(Some(2), Some(again), vec![clause_draft(10, DOCUMENT); 3])
        .unwrap();
    hall.write_conclusion(None).unwrap();
    hall.conclude().unwrap();
    let numbers: Vec<(u32, Vec<u32>)> = hall
        .forum()
        .directives
        .iter()
        .map(|(number, one)| (*number, one.clauses.iter().map(|clause| clause.clause).collect()))
        .collect();
    assert_eq!(numbers, [(1, vec![1]), (2, vec![1, 2, 3])]);
    assert_eq!(hall.forum().stage, Stage::FollowingUp);
}

#[test]
fn a_directive_rests_on_findings_that_stand() {
    let mut hall = Hall::in_session(1);
    record_finding(&mut hall).unwrap();
    record_finding(&mut hall).unwrap();
    withdraw_finding(&mut hall, 2).unwrap();
    assert_eq!(withdraw_finding(&mut hall, 2), Err(Refusal::AlreadyWithdrawn));
    assert_eq!(withdraw_finding(&mut hall, 3), Err(Refusal::NoSuchFinding));
    let mut write = |over: Option<u64>, findings: &[u32]| {
        let mut draft = directive_draft(over.map(|_| 1), over, one_clause());
        draft.findings = findings.to_vec();
        let done = hall.act(SECRETARY, |forums, entropy, _, by| {
            conclusion::write_directive(forums, entropy, by, no(1), &draft)
        });
        (done, withdraw_finding(&mut hall.clone(), 1))
    };
    for wrong in [&[2][..], &[3], &[1, 2], &[0]] {
        assert_eq!(write(None, wrong).0, Err(Refusal::NoSuchFinding));
    }
    let (done, withdrawn) = write(None, &[1, 1]);
    assert_eq!(withdrawn, Err(Refusal::FindingInUse));
    // Taken out of the directive, it may be withdrawn.
    let (_, withdrawn) = write(Some(done.unwrap()), &[]);
    withdrawn.unwrap();
    assert!(hall.forum().directives[&1].findings.is_empty());
}

#[test]
fn everything_becomes_public_when_it_is_concluded_and_no_draft_ever_does() {
    let mut hall = Hall::in_session(1);
    let (rev, acts) = (hall.forum().rev, hall.forum().acts.len());
    let draft = hall.write_conclusion(None).unwrap();
    let text = hall.write_conclusion(Some(draft)).unwrap();
    let old = hall.write_directive(None, None, one_clause()).unwrap();
    let directive = hall.write_directive(Some(1), Some(old), one_clause()).unwrap();
    let dropped = hall.write_directive(None, None, one_clause()).unwrap();
    drop_directive(&mut hall, 2, dropped).unwrap();
    for seq in [draft, text, old, directive, dropped] {
        assert_eq!(exposures(&hall, seq), is(Exposure::Held));
    }
    assert_eq!(
        (hall.forum().rev, hall.forums.rev),
        (rev, rev),
        "a draft is nobody's news"
    );
    assert_eq!(hall.forum().acts.len(), acts);
    let concluded = hall.conclude().unwrap();
    for seq in [text, directive] {
        assert_eq!(exposures(&hall, seq), is(Exposure::Public));
    }
    for seq in [draft, old, dropped] {
        assert_eq!(exposures(&hall, seq), is(Exposure::Held));
    }
    let mut touched = hall.forums.touched(&hall.log[concluded as usize].1);
    touched.sort();
    let expected = [
        hall.forums.fields_of_entry(text),
        hall.forums.fields_of_entry(directive),
    ]
    .concat();
    assert_eq!((touched.len(), touched), (7, expected));
    assert_eq!(hall.forum().rev, concluded);
    assert_eq!(
        hall.forum().directives[&1].acts.iter().copied().collect::<Vec<_>>(),
        [concluded]
    );
}

#[test]
fn what_led_to_a_conclusion_stays_as_it_is() {
    let mut hall = Hall::concluded(&[DOCUMENT]);
    let before = hall.forum().clone();
    let (over, seq) = (before.conclusion.as_ref().unwrap().seq, before.directives[&1].seq);
    assert_eq!(hall.write_conclusion(Some(over)), Err(Refusal::ForumConcluded));
    assert_eq!(
        hall.write_directive(Some(1), Some(seq), one_clause()),
        Err(Refusal::ForumConcluded)
    );
    assert_eq!(
        hall.write_directive(None, None, one_clause()),
        Err(Refusal::ForumConcluded)
    );
    assert_eq!(drop_directive(&mut hall, 1, seq), Err(Refusal::ForumConcluded));
    assert_eq!(record_finding(&mut hall), Err(Refusal::ForumConcluded));
    assert_eq!(withdraw_finding(&mut hall, 1), Err(Refusal::ForumConcluded));
    assert_eq!(*hall.forum(), before);
}

#[test]
fn a_record_with_a_number_out_of_order_or_a_clause_without_a_day_is_a_fault() {
    let mut hall = Hall::in_session(1);
    hall.write_conclusion(None).unwrap();
    let seq = hall.write_directive(None, None, one_clause()).unwrap();
    let (hour, event) = hall.log[seq as usize].clone();
    let Event::DirectiveWritten(written) = event else {
        panic!()
    };
    let next = hall.log.len() as u64;
    for number in [0, 3, u32::MAX] {
        let mut wrong = written.clone();
        wrong.directive = number;
        assert!(
            hall.clone().forums.apply(next, hour, &wrong.into()).is_err(),
            "{number}"
        );
    }
    // The field of a clause's measure has no room for such a number.
    let mut wrong = written.clone();
    wrong.clauses[0].clause = u32::MAX;
    assert!(hall.clone().forums.apply(next, hour, &wrong.into()).is_err());
    let mut last = written;
    last.directive = u32::MAX;
    let mut full = hall.clone();
    let _fault = full.forums.apply(next, hour, &last.into());
    let draft = directive_draft(None, None, one_clause());
    let refused = SECRETARY
        .by(|by| conclusion::write_directive(&full.forums, &mut full.entropy, by, no(1), &draft))
        .unwrap_err();
    assert_eq!(refused, Refusal::TooMany);
    let mut concluded = hall.clone();
    let seq = concluded.conclude().unwrap();
    let (hour, event) = concluded.log[seq as usize].clone();
    assert!(concluded.forums.apply(seq + 1, hour, &event).is_err(), "twice");
    let Event::Concluded(mut e) = event else { panic!() };
    e.dues.clear();
    assert!(hall.forums.apply(next, hour, &e.clone().into()).is_err(), "no day");
    let mut open = Hall::open();
    open.write_conclusion(None).unwrap();
    let next = open.log.len() as u64;
    assert!(open.forums.apply(next, hour, &e.into()).is_err(), "votes not counted");
}
