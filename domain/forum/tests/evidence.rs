//! The evidence for a clause: each sort it needs, from the side whose it is.

mod common;

use common::hall::acts::picture;
use common::hall::{COMMANDER, Hall, VERIFIER, clause_no};
use forum::Refusal;
use forum::clause::{self, EVIDENCE_MAX};
use forum::events::{EvidenceSort, FileKind, Outcome};

const DOCUMENT: &[EvidenceSort] = &[EvidenceSort::Document];

#[test]
fn nothing_is_reported_done_or_verified_without_each_sort_of_evidence() {
    let sorts = EvidenceSort::ALL;
    for needs in 1_usize..16 {
        for given in 0_usize..16 {
            let chosen = |set: usize| {
                let picked = sorts.into_iter().enumerate().filter(move |(i, _)| set >> i & 1 == 1);
                picked.map(|(_, sort)| sort).collect::<Vec<_>>()
            };
            let (needs, given) = (chosen(needs), chosen(given));
            let mut hall = Hall::concluded(&[&needs]);
            hall.accept(COMMANDER).unwrap();
            let (visits, own): (Vec<_>, Vec<_>) = given.iter().partition(|sort| **sort == EvidenceSort::Visit);
            for sort in own {
                hall.evidence(COMMANDER, sort).unwrap();
            }
            let owners_part = needs
                .iter()
                .all(|sort| *sort == EvidenceSort::Visit || given.contains(sort));
            let reported = hall.report_done(COMMANDER);
            assert_eq!(
                reported.err(),
                (!owners_part).then_some(Refusal::EvidenceMissing),
                "{needs:?} {given:?}"
            );
            for sort in visits {
                hall.evidence(VERIFIER, sort).unwrap();
            }
            let all = needs.iter().all(|sort| given.contains(sort));
            let expected = match (owners_part, all) {
                (false, _) => Some(Refusal::NotReportedDone),
                (true, false) => Some(Refusal::EvidenceMissing),
                (true, true) => None,
            };
            assert_eq!(
                hall.verify(VERIFIER, Outcome::Verified).err(),
                expected,
                "{needs:?} {given:?}"
            );
        }
    }
}

#[test]
fn the_minutes_of_a_visit_are_the_verifiers_and_everything_else_the_owners() {
    let mut hall = Hall::concluded(&[&[EvidenceSort::Document, EvidenceSort::Visit]]);
    assert_eq!(
        hall.evidence(COMMANDER, EvidenceSort::Visit),
        Err(Refusal::NotTheVerifier)
    );
    for sort in [EvidenceSort::Document, EvidenceSort::Photo, EvidenceSort::Figures] {
        assert_eq!(hall.evidence(VERIFIER, sort), Err(Refusal::NotTheOwner));
    }
    let draft = clause::EvidenceDraft {
        sort: EvidenceSort::Document,
        title: "Không có gì".into(),
        words: None,
        file: None,
    };
    let empty = COMMANDER.by(|by| clause::add_evidence(&hall.forums, &mut hall.entropy, by, clause_no(1), &draft));
    assert_eq!(empty.unwrap_err(), Refusal::NothingInIt);
}

#[test]
fn an_owner_who_floods_a_clause_does_not_shut_the_verifier_out() {
    let mut hall = Hall::concluded(&[&[EvidenceSort::Document, EvidenceSort::Visit]]);
    for _ in 0..EVIDENCE_MAX {
        hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
    }
    assert_eq!(hall.evidence(COMMANDER, EvidenceSort::Document), Err(Refusal::TooMany));
    hall.evidence(VERIFIER, EvidenceSort::Visit).unwrap();
    hall.report_done(COMMANDER).unwrap();
    hall.verify(VERIFIER, Outcome::Verified).unwrap();
}

#[test]
fn evidence_is_numbered_through_the_forum() {
    let mut hall = Hall::concluded(&[DOCUMENT, DOCUMENT]);
    hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
    let draft = clause::EvidenceDraft {
        sort: EvidenceSort::Photo,
        title: "Ảnh cổng số 2".into(),
        words: Some("Đèn sáng.".into()),
        file: None,
    };
    let give = |hall: &mut Hall, draft: &clause::EvidenceDraft| {
        hall.act(COMMANDER, |forums, entropy, _, by| {
            clause::add_evidence(forums, entropy, by, clause_no(2), draft)
        })
    };
    assert_eq!(give(&mut hall, &draft), Err(Refusal::PictureMissing));
    let mut paper = picture();
    paper.kind = FileKind::Pdf;
    let draft = |file| clause::EvidenceDraft {
        file: Some(file),
        ..draft.clone()
    };
    assert_eq!(give(&mut hall, &draft(paper)), Err(Refusal::PictureMissing));
    give(&mut hall, &draft(picture())).unwrap();
    hall.evidence(COMMANDER, EvidenceSort::Document).unwrap();
    let numbers = |clause| hall.clause(clause).evidence.keys().copied().collect::<Vec<_>>();
    assert_eq!((numbers(1), numbers(2)), (vec![1, 3], vec![2]));
}
