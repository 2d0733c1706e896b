//! The report: by the force or the office, numbers kept, held until it is published, changed in public after that.

mod common;

use base::fact::{Exposure, SealedRef};
use common::hall::{CHAIR, COMMANDER, FORCE, HOST_DELEGATE, Hall, SECRETARY, Who};
use common::no;
use forum::events::About;
use forum::opinion::Subject;
use forum::report::{self, FigureDraft, ParagraphDraft, SectionDraft};
use forum::{Event, Refusal};

fn section(
    section: Option<u32>,
    over: Option<u64>,
    paragraphs: &[Option<u32>],
    figures: &[Option<u32>],
) -> SectionDraft {
    SectionDraft {
        section,
        over,
        place: 1,
        heading: "Kết quả bảo vệ mục tiêu".into(),
        paragraphs: paragraphs
            .iter()
            .map(|paragraph| ParagraphDraft {
                paragraph: *paragraph,
                text: "8/8 mục tiêu an toàn.".into(),
            })
            .collect(),
        figures: figures
            .iter()
            .map(|figure| FigureDraft {
                figure: *figure,
                label: "Mục tiêu an toàn".into(),
                value: "8/8".into(),
                unit: Some("mục tiêu".into()),
                from: None,
                until: None,
            })
            .collect(),
        note: None,
    }
}

fn noted(mut draft: SectionDraft) -> SectionDraft {
    draft.note = Some("Sửa số liệu quý 3.".into());
    draft
}

fn write(hall: &mut Hall, who: Who, draft: &SectionDraft) -> Result<u64, Refusal> {
    hall.act(who, |forums, entropy, _, by| {
        report::write(forums, entropy, by, no(1), draft)
    })
}

fn publish(hall: &mut Hall) -> Result<u64, Refusal> {
    hall.act(COMMANDER, |forums, _, _, by| report::publish(forums, by, no(1)))
}

fn drop_section(hall: &mut Hall, section: u32, over: u64) -> Result<u64, Refusal> {
    hall.act(COMMANDER, |forums, _, _, by| {
        report::drop_section(forums, by, no(1), section, over)
    })
}

fn paragraphs(hall: &Hall, section: u32) -> Vec<u32> {
    let section = &hall.forum().report.sections[&section];
    section.paragraphs.iter().map(|one| one.paragraph).collect()
}

fn figures(hall: &Hall, section: u32) -> Vec<u32> {
    let section = &hall.forum().report.sections[&section];
    section.figures.iter().map(|one| one.figure).collect()
}

fn exposures(hall: &Hall, seq: u64) -> Vec<Exposure> {
    let fields = hall.log[seq as usize].1.sealed();
    fields
        .into_iter()
        .map(|(field, _)| hall.forums.exposure(SealedRef::new(seq, field)))
        .collect()
}

#[test]
fn the_force_and_the_office_write_it_and_nobody_else() {
    let mut hall = Hall::announced();
    let draft = section(None, None, &[None], &[]);
    assert_eq!(write(&mut hall, HOST_DELEGATE, &draft), Err(Refusal::NotTheForce));
    let nobodys = Who {
        organisation: None,
        ..HOST_DELEGATE
    };
    assert_eq!(write(&mut hall, nobodys, &draft), Err(Refusal::NotTheForce));
    for who in [COMMANDER, SECRETARY, CHAIR] {
        write(&mut hall, who, &draft).unwrap();
    }
    assert_eq!(hall.forum().force, Some(FORCE));
    let foreign = HOST_DELEGATE.by(|by| report::publish(&hall.forums, by, no(1)));
    assert_eq!(foreign.unwrap_err(), Refusal::NotTheForce);
    let foreign = HOST_DELEGATE.by(|by| report::drop_section(&hall.forums, by, no(1), 1, 1));
    assert_eq!(foreign.unwrap_err(), Refusal::NotTheForce);
}

#[test]
fn sections_paragraphs_and_figures_keep_their_numbers_and_none_is_given_twice() {
    let mut hall = Hall::announced();
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None, None], &[None, None])).unwrap();
    let second = write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    assert_eq!((paragraphs(&hall, 1), paragraphs(&hall, 2)), (vec![1, 2], vec![3]));
    assert_eq!((figures(&hall, 1), figures(&hall, 2)), (vec![1, 2], vec![3]));
    // Paragraph 1 and figure 2 go, new ones come, the others change places.
    let third = write(
        &mut hall,
        COMMANDER,
        &section(Some(1), Some(first), &[None, Some(2)], &[None, Some(1)]),
    )
    .unwrap();
    assert_eq!((paragraphs(&hall, 1), figures(&hall, 1)), (vec![4, 2], vec![4, 1]));
    // What went does not come back, what another section has is not taken.
    for wrong in [
        section(Some(1), Some(third), &[Some(1)], &[]),
        section(Some(1), Some(third), &[Some(3)], &[]),
        section(Some(1), Some(third), &[Some(2), Some(2)], &[]),
        section(Some(1), Some(third), &[Some(2)], &[Some(2)]),
        section(Some(1), Some(third), &[Some(2)], &[Some(3)]),
        section(None, None, &[Some(2)], &[]),
    ] {
        assert_eq!(write(&mut hall, COMMANDER, &wrong), Err(Refusal::NoSuchParagraph));
    }
    drop_section(&mut hall, 2, second).unwrap();
    write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    assert_eq!((paragraphs(&hall, 3), figures(&hall, 3)), (vec![5], vec![5]));
    assert!(!hall.forum().report.sections.contains_key(&2));
}

#[test]
fn two_writers_do_not_overwrite_each_other() {
    let mut hall = Hall::announced();
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None], &[])).unwrap();
    let second = write(&mut hall, SECRETARY, &section(Some(1), Some(first), &[Some(1)], &[])).unwrap();
    let stale = section(Some(1), Some(first), &[Some(1)], &[]);
    assert_eq!(write(&mut hall, COMMANDER, &stale), Err(Refusal::ChangedMeanwhile));
    let blind = section(Some(1), None, &[Some(1)], &[]);
    assert_eq!(write(&mut hall, COMMANDER, &blind), Err(Refusal::ChangedMeanwhile));
    assert_eq!(drop_section(&mut hall, 1, first), Err(Refusal::ChangedMeanwhile));
    assert_eq!(drop_section(&mut hall, 2, second), Err(Refusal::NoSuchSection));
    let nowhere = section(Some(7), Some(second), &[None], &[]);
    assert_eq!(write(&mut hall, COMMANDER, &nowhere), Err(Refusal::NoSuchSection));
    drop_section(&mut hall, 1, second).unwrap();
}

#[test]
fn a_section_has_words_and_no_more_than_fits() {
    let mut hall = Hall::announced();
    assert_eq!(publish(&mut hall), Err(Refusal::NothingInIt));
    let none = section(None, None, &[], &[None]);
    assert_eq!(write(&mut hall, COMMANDER, &none), Err(Refusal::NothingInIt));
    for (paragraphs, figures, allowed) in [
        (report::PARAGRAPHS_MAX, report::FIGURES_MAX, true),
        (report::PARAGRAPHS_MAX + 1, 0, false),
        (1, report::FIGURES_MAX + 1, false),
    ] {
        let draft = section(None, None, &vec![None; paragraphs], &vec![None; figures]);
        let refused = (!allowed).then_some(Refusal::TooMany);
        assert_eq!(write(&mut hall, COMMANDER, &draft).err(), refused);
    }
    for _ in 1..report::SECTIONS_MAX {
        write(&mut hall, COMMANDER, &section(None, None, &[None], &[])).unwrap();
    }
    let one_more = section(None, None, &[None], &[]);
    assert_eq!(write(&mut hall, COMMANDER, &one_more), Err(Refusal::TooMany));
    let seq = hall.forum().report.sections[&40].seq;
    write(&mut hall, COMMANDER, &section(Some(40), Some(seq), &[None], &[])).unwrap();
}

#[test]
fn a_figure_speaks_of_days_in_their_order() {
    let mut hall = Hall::announced();
    let mut draft = section(None, None, &[None], &[None]);
    draft.figures[0].from = Some(common::date("2019-12-31"));
    draft.figures[0].until = Some(common::date("2019-12-30"));
    assert_eq!(write(&mut hall, COMMANDER, &draft), Err(Refusal::EndsBeforeItBegins));
    draft.figures[0].until = Some(common::date("2019-12-31"));
    write(&mut hall, COMMANDER, &draft).unwrap();
}

#[test]
fn a_draft_is_held_and_nobodys_news_and_publishing_shows_what_stands() {
    let mut hall = Hall::announced();
    let rev = hall.forum().rev;
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    let second = write(
        &mut hall,
        COMMANDER,
        &section(Some(1), Some(first), &[Some(1)], &[Some(1)]),
    )
    .unwrap();
    assert_eq!((hall.forum().rev, hall.forums.rev), (rev, rev));
    assert!(exposures(&hall, second).iter().all(|one| *one == Exposure::Held));
    let published = publish(&mut hall).unwrap();
    assert_eq!((hall.forum().rev, exposures(&hall, second).len()), (published, 5));
    assert!(exposures(&hall, second).iter().all(|one| *one == Exposure::Public));
    // What was drafted before is never shown.
    assert!(exposures(&hall, first).iter().all(|one| *one == Exposure::Held));
    let mut touched = hall.forums.touched(&hall.log[published as usize].1);
    touched.sort();
    assert_eq!(touched, hall.forums.fields_of_entry(second));
    assert_eq!(publish(&mut hall), Err(Refusal::ReportPublished));
}

#[test]
fn a_published_report_changes_in_public_with_a_reason_and_keeps_what_it_said() {
    let mut hall = Hall::announced();
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    publish(&mut hall).unwrap();
    let change = section(Some(1), Some(first), &[Some(1)], &[Some(1)]);
    assert_eq!(write(&mut hall, COMMANDER, &change), Err(Refusal::NoteMissing));
    assert_eq!(
        write(&mut hall, COMMANDER, &section(None, None, &[None], &[])),
        Err(Refusal::NoteMissing)
    );
    let second = write(&mut hall, COMMANDER, &noted(change)).unwrap();
    assert_eq!(hall.forum().rev, second);
    assert!(exposures(&hall, second).iter().all(|one| *one == Exposure::Public));
    let superseded: Vec<(u32, u64)> = hall
        .forum()
        .report
        .superseded
        .iter()
        .map(|(no, section)| (*no, section.seq))
        .collect();
    assert_eq!(superseded, [(1, first)]);
    assert!(
        exposures(&hall, first).iter().all(|one| *one == Exposure::Public),
        "what was said stays"
    );
    assert_eq!(drop_section(&mut hall, 1, second), Err(Refusal::ReportPublished));
}

#[test]
fn an_opinion_speaks_to_a_paragraph_of_a_published_report_only() {
    let mut hall = Hall::open();
    let about = |paragraph| Subject {
        nature: None,
        about: Some(About::Paragraph(paragraph)),
    };
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None, None], &[])).unwrap();
    assert_eq!(hall.submit_about(1, about(1)), Err(Refusal::NoSuchParagraph));
    publish(&mut hall).unwrap();
    let opinion = hall.submit_about(1, about(1)).unwrap();
    assert_eq!(hall.forums.opinions[&opinion].about, Some(About::Paragraph(1)));
    assert_eq!(hall.submit_about(2, about(3)), Err(Refusal::NoSuchParagraph));
    let gone = noted(section(Some(1), Some(first), &[Some(2)], &[]));
    write(&mut hall, COMMANDER, &gone).unwrap();
    assert_eq!(hall.submit_about(2, about(1)), Err(Refusal::NoSuchParagraph));
    hall.submit_about(2, about(2)).unwrap();
}

#[test]
fn nothing_is_written_or_published_once_the_forum_has_concluded_or_was_given_up() {
    let mut concluded = Hall::concluded(&[]);
    let mut cancelled = Hall::announced();
    cancelled.cancel().unwrap();
    for (hall, why) in [
        (&mut concluded, Refusal::ForumConcluded),
        (&mut cancelled, Refusal::ForumCancelled),
    ] {
        assert_eq!(write(hall, COMMANDER, &section(None, None, &[None], &[])), Err(why));
        assert_eq!(publish(hall), Err(why));
        assert_eq!(drop_section(hall, 1, 1), Err(why));
    }
}

#[test]
fn sections_stand_in_their_places_and_then_by_number() {
    let mut hall = Hall::announced();
    for place in [3, 1, 1] {
        let mut draft = section(None, None, &[None], &[]);
        draft.place = place;
        write(&mut hall, COMMANDER, &draft).unwrap();
    }
    let order: Vec<u32> = hall.forum().report.in_order().into_iter().map(|(no, _)| no).collect();
    assert_eq!(order, [2, 3, 1]);
}

#[test]
fn a_record_that_gives_a_number_twice_is_a_fault() {
    let mut hall = Hall::announced();
    let first = write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    write(&mut hall, COMMANDER, &section(None, None, &[None], &[None])).unwrap();
    let (hour, event) = hall.log[first as usize].clone();
    let Event::SectionWritten(e) = event else { panic!() };
    let next = hall.log.len() as u64;
    // Section 2 takes what is section 1's; a paragraph twice; the last number there is.
    let mut taken = e.clone();
    taken.section = 2;
    let mut twice = e.clone();
    twice.paragraphs.push(twice.paragraphs[0]);
    let mut figure_twice = e.clone();
    figure_twice.figures.push(figure_twice.figures[0]);
    for wrong in [taken, twice, figure_twice] {
        assert!(hall.clone().forums.apply(next, hour, &wrong.into()).is_err());
    }
    let mut last = e;
    (last.section, last.paragraphs[0].paragraph, last.figures[0].figure) = (u32::MAX, u32::MAX, u32::MAX);
    let _fault = hall.forums.apply(next, hour, &last.into());
    let refused = COMMANDER.by(|by| {
        report::write(
            &hall.forums,
            &mut hall.entropy,
            by,
            no(1),
            &section(None, None, &[None], &[]),
        )
    });
    assert_eq!(refused.unwrap_err(), Refusal::TooMany);
}
