//! The life of an article, rule by rule.

mod common;

use base::fact::{Commitment, SealedRef};
use common::{Desk, EDITOR, EDITOR_AGAIN, PUBLISHER, date, hour, id, person, words};
use portal::article::{ARTICLES_MAX, Draft, REVISIONS_PER_ARTICLE_MAX};
use portal::events::{DraftSaved, NOTE, REASON, RevisionPublished, SLUG};
use portal::{Act, Article, Event, Refusal, RevisionState::*};

const TITLE: &str = "Diễn đàn công an lắng nghe";
const WHY: &str = "Sửa ngày của diễn đàn.";

fn first() -> Draft {
    words("2019-12-29", TITLE)
}

#[test]
fn a_draft_is_submitted_reviewed_and_published_by_somebody_else() {
    let mut desk = Desk::new();
    let saved = desk.save(EDITOR, &first(), None).unwrap();
    let at = id(1, 1);
    assert_eq!(desk.portal.revision_in(saved), Some(at));
    assert_eq!(desk.publish(PUBLISHER, at, None), Err(Refusal::NotSubmitted));
    desk.submit(EDITOR, at).unwrap();
    assert_eq!(desk.submit(EDITOR, at), Err(Refusal::NotADraft));
    assert!(desk.portal.public(1).is_none() && desk.portal.newest().next().is_none());
    assert_eq!(
        (desk.portal.rev, desk.article(1).rev),
        (0, 0),
        "the public sees nothing yet"
    );

    let published = desk.publish(PUBLISHER, at, None).unwrap();
    let act = |entry: u64, mandate: u32| Act {
        entry,
        at: hour(),
        mandate: Some(mandate),
    };
    let revision = desk.revision(at);
    assert_eq!(
        (revision.no, revision.date, revision.state),
        (1, date("2019-12-29"), Published)
    );
    assert_eq!(revision.saved, act(saved, EDITOR));
    assert_eq!(revision.submitted, Some(act(saved + 1, EDITOR)));
    assert_eq!(revision.published, Some(act(published, PUBLISHER)));
    assert_eq!((revision.returned, revision.note, revision.author), (None, None, None));
    assert_eq!((desk.portal.rev, desk.article(1).rev), (published, published));
    let public = desk.portal.public(1).unwrap();
    assert_eq!((public.revision, public.article.published), (revision, Some(1)));
    assert_eq!((public.address.year, public.address.since), (2019, published));
    assert_eq!(public.address.slug, SealedRef::new(saved, SLUG));
    assert_eq!(desk.publish(PUBLISHER, at, None), Err(Refusal::NotSubmitted));
    assert_eq!(desk.submit(EDITOR, at), Err(Refusal::NotADraft));
}

#[test]
fn who_reviews_is_not_who_saved() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    let at = id(1, 1);
    // Who submits does not matter: the words are the saver's.
    desk.submit(PUBLISHER, at).unwrap();
    assert_eq!(person(EDITOR), person(EDITOR_AGAIN));
    for mandate in [EDITOR, EDITOR_AGAIN] {
        assert_eq!(desk.publish(mandate, at, None), Err(Refusal::OwnRevision));
        assert_eq!(desk.send_back(mandate, at, WHY), Err(Refusal::OwnRevision));
    }
    desk.publish(PUBLISHER, at, None).unwrap();

    // The reviewer who writes the correction does not review it.
    desk.save(PUBLISHER, &first(), Some(at)).unwrap();
    desk.submit(EDITOR, id(1, 2)).unwrap();
    assert_eq!(desk.publish(PUBLISHER, id(1, 2), Some(WHY)), Err(Refusal::OwnRevision));
    desk.publish(EDITOR, id(1, 2), Some(WHY)).unwrap();
}

#[test]
fn nobody_saves_or_decides_over_what_they_did_not_see() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    desk.save(EDITOR, &first(), Some(id(1, 1))).unwrap();
    let late = words("2019-12-30", "Một tên khác của bài");
    assert_eq!(
        desk.save(PUBLISHER, &late, Some(id(1, 1))),
        Err(Refusal::ChangedMeanwhile(2))
    );
    assert_eq!(desk.submit(EDITOR, id(1, 1)), Err(Refusal::ChangedMeanwhile(2)));
    // Having read the other's revision, it is saved; both are there.
    desk.save(PUBLISHER, &late, Some(id(1, 2))).unwrap();
    assert_eq!(desk.states(1), [Replaced, Replaced, Draft]);
    assert_eq!(desk.revision(id(1, 3)).date, date("2019-12-30"));

    desk.submit(EDITOR, id(1, 3)).unwrap();
    desk.save(EDITOR, &first(), Some(id(1, 3))).unwrap();
    assert_eq!(desk.publish(EDITOR, id(1, 3), None), Err(Refusal::ChangedMeanwhile(4)));
    assert_eq!(desk.send_back(EDITOR, id(1, 3), WHY), Err(Refusal::ChangedMeanwhile(4)));
    assert_eq!(
        desk.states(1),
        [Replaced, Replaced, Replaced, Draft],
        "it has to be submitted anew"
    );
}

#[test]
fn what_is_not_there_is_refused() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    for (at, why) in [
        (id(2, 1), Refusal::NoSuchArticle),
        (id(1, 0), Refusal::NoSuchRevision),
        (id(1, 2), Refusal::NoSuchRevision),
        (id(1, u32::MAX), Refusal::NoSuchRevision),
    ] {
        assert_eq!(desk.save(EDITOR, &first(), Some(at)), Err(why.clone()));
        assert_eq!(desk.submit(EDITOR, at), Err(why.clone()));
        assert_eq!(desk.publish(PUBLISHER, at, None), Err(why.clone()));
        assert_eq!(desk.send_back(PUBLISHER, at, WHY), Err(why));
    }
    assert_eq!(desk.withdraw(EDITOR, id(2, 1), WHY), Err(Refusal::NoSuchArticle));
    assert_eq!(desk.withdraw(EDITOR, id(1, 1), WHY), Err(Refusal::NotPublished));
}

#[test]
fn a_returned_draft_comes_back_as_another_revision() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    let at = id(1, 1);
    assert_eq!(desk.send_back(PUBLISHER, at, WHY), Err(Refusal::NotSubmitted));
    desk.submit(EDITOR, at).unwrap();
    assert_eq!(desk.send_back(PUBLISHER, at, " \n"), Err(Refusal::ReasonNeeded));
    let entry = desk.send_back(PUBLISHER, at, WHY).unwrap();
    assert_eq!(desk.revision(at).reason, Some(SealedRef::new(entry, REASON)));
    assert_eq!(desk.revision(at).returned.map(|act| act.mandate), Some(Some(PUBLISHER)));
    assert_eq!(desk.submit(EDITOR, at), Err(Refusal::NotADraft));
    assert_eq!(desk.publish(PUBLISHER, at, None), Err(Refusal::NotSubmitted));
    desk.bring_out(&first(), Some(at), None);
    assert_eq!(desk.states(1), [Replaced, Published]);
    assert!(desk.revision(at).reason.is_some(), "why it was returned stays readable");
    assert_eq!(desk.portal.rev, desk.seq() - 1);
}

#[test]
fn a_correction_has_a_public_note_and_the_address_stays() {
    let mut desk = Desk::new();
    let (saved, at) = desk.bring_out(&first(), None, None);
    let address = desk.article(1).address;
    desk.save(EDITOR, &words("2020-01-02", "Một tên khác của bài"), Some(at))
        .unwrap();
    assert_eq!(
        desk.states(1),
        [Published, Draft],
        "the one that stands stays until the next is published"
    );
    desk.submit(EDITOR, id(1, 2)).unwrap();
    for note in [None, Some(""), Some(" \n")] {
        assert_eq!(desk.publish(PUBLISHER, id(1, 2), note), Err(Refusal::NoteNeeded));
    }
    let published = desk.publish(PUBLISHER, id(1, 2), Some(WHY)).unwrap();
    assert_eq!(desk.states(1), [Superseded, Published]);
    assert_eq!(desk.revision(id(1, 2)).note, Some(SealedRef::new(published, NOTE)));
    assert_eq!(desk.revision(id(1, 2)).slug, None);
    assert_eq!(desk.article(1).address, address);
    let public = desk.portal.public(1).unwrap();
    assert_eq!(
        (public.address.year, public.address.slug),
        (2019, SealedRef::new(saved, SLUG))
    );
    assert_eq!(public.revision.date, date("2020-01-02"));
    let history: Vec<u32> = desk.article(1).history().map(|one| one.no).collect();
    assert_eq!(history, [1, 2]);
}

#[test]
fn an_article_published_at_once_is_corrected_like_any_other() {
    let mut desk = Desk::new();
    let entry = desk.publish_at_once(&first()).unwrap();
    assert_eq!(desk.states(1), [Published]);
    assert_eq!(
        desk.revision(id(1, 1)).saved,
        desk.revision(id(1, 1)).published.unwrap()
    );
    assert_eq!(desk.revision(id(1, 1)).saved.mandate, None);
    desk.save(EDITOR, &first(), Some(id(1, 1))).unwrap();
    desk.submit(EDITOR, id(1, 2)).unwrap();
    assert_eq!(desk.publish(PUBLISHER, id(1, 2), None), Err(Refusal::NoteNeeded));
    desk.publish(PUBLISHER, id(1, 2), Some(WHY)).unwrap();
    assert_eq!(desk.states(1), [Superseded, Published]);
    assert_eq!(desk.article(1).address.unwrap().slug, SealedRef::new(entry, SLUG));
    // Numbers go on, whichever way an article comes.
    desk.save(EDITOR, &first(), None).unwrap();
    desk.publish_at_once(&first()).unwrap();
    assert_eq!(desk.portal.articles.keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn a_first_publication_corrects_nothing() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    desk.submit(EDITOR, id(1, 1)).unwrap();
    assert_eq!(
        desk.publish(PUBLISHER, id(1, 1), Some(WHY)),
        Err(Refusal::NothingToCorrect)
    );
    desk.publish(PUBLISHER, id(1, 1), Some(" ")).unwrap();
    assert_eq!(desk.revision(id(1, 1)).note, None);
}

#[test]
fn a_withdrawn_article_keeps_its_address_and_leaves_the_list() {
    let mut desk = Desk::new();
    let (_, at) = desk.bring_out(&first(), None, None);
    desk.bring_out(&first(), Some(at), Some(WHY));
    assert_eq!(desk.withdraw(EDITOR, at, WHY), Err(Refusal::ChangedMeanwhile(2)));
    assert_eq!(desk.withdraw(EDITOR, id(1, 9), WHY), Err(Refusal::NoSuchRevision));
    assert_eq!(desk.withdraw(EDITOR, id(1, 2), "  "), Err(Refusal::ReasonNeeded));
    let entry = desk.withdraw(EDITOR, id(1, 2), WHY).unwrap();
    assert_eq!(desk.withdraw(EDITOR, id(1, 2), WHY), Err(Refusal::AlreadyWithdrawn));
    assert_eq!(desk.states(1), [Withdrawn, Withdrawn]);
    assert_eq!((desk.portal.listed_count(), desk.portal.newest().count()), (0, 0));
    assert_eq!((desk.portal.rev, desk.article(1).rev), (entry, entry));
    let withdrawn = desk.article(1).withdrawn().unwrap();
    assert_eq!(
        (withdrawn.revision, withdrawn.reason),
        (2, SealedRef::new(entry, REASON))
    );
    assert_eq!((withdrawn.act.entry, withdrawn.act.mandate), (entry, Some(EDITOR)));
    let public = desk.portal.public(1).unwrap();
    assert_eq!(public.revision.no, 2, "its title stands under the banner");
    assert_eq!(desk.portal.addressed_in(2019).count(), 1);
}

#[test]
fn a_withdrawn_article_comes_back_by_a_new_revision_with_a_note() {
    let mut desk = Desk::new();
    let (_, at) = desk.bring_out(&first(), None, None);
    let address = desk.article(1).address;
    desk.save(EDITOR, &first(), Some(at)).unwrap();
    desk.submit(EDITOR, id(1, 2)).unwrap();
    desk.withdraw(EDITOR, at, WHY).unwrap();
    // What was handed in before is handed in again: its reviewer may not have known.
    assert_eq!(desk.states(1), [Withdrawn, Draft]);
    assert_eq!(desk.publish(PUBLISHER, id(1, 2), Some(WHY)), Err(Refusal::NotSubmitted));
    desk.submit(EDITOR, id(1, 2)).unwrap();
    assert_eq!(desk.publish(PUBLISHER, id(1, 2), None), Err(Refusal::NoteNeeded));
    desk.publish(PUBLISHER, id(1, 2), Some(WHY)).unwrap();
    assert_eq!(desk.states(1), [Withdrawn, Published]);
    assert!(desk.article(1).withdrawn().is_none());
    assert_eq!((desk.article(1).withdrawals.len(), desk.portal.listed_count()), (1, 1));
    assert_eq!(desk.article(1).address, address);
}

#[test]
fn addresses_are_given_in_the_order_of_first_publication() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    desk.publish_at_once(&first()).unwrap();
    desk.publish_at_once(&words("2020-01-01", TITLE)).unwrap();
    desk.submit(EDITOR, id(1, 1)).unwrap();
    desk.publish(PUBLISHER, id(1, 1), None).unwrap();
    let of_year = |year: i16| -> Vec<u32> { desk.portal.addressed_in(year).map(|one| one.article.no).collect() };
    assert_eq!(of_year(2019), [2, 1], "a lower number that appears later moves nothing");
    assert_eq!((of_year(2020), of_year(2018)), (vec![3], vec![]));
}

#[test]
fn a_corrected_day_moves_an_article_in_the_list() {
    let mut desk = Desk::new();
    let (_, at) = desk.bring_out(&first(), None, None);
    desk.publish_at_once(&words("2020-01-02", TITLE)).unwrap();
    let list = |desk: &Desk| -> Vec<u32> { desk.portal.newest().map(|one| one.article.no).collect() };
    assert_eq!(list(&desk), [2, 1]);
    desk.bring_out(&words("2020-01-03", TITLE), Some(at), Some(WHY));
    assert_eq!((list(&desk), desk.portal.listed_count()), (vec![1, 2], 2));
}

#[test]
fn the_editors_table_holds_what_is_not_published() {
    let mut desk = Desk::new();
    let table = |desk: &Desk| -> Vec<_> { desk.portal.in_work().map(|(a, r)| (a.no, r.no, r.state)).collect() };
    desk.save(EDITOR, &first(), None).unwrap();
    desk.publish_at_once(&first()).unwrap();
    assert_eq!(table(&desk), [(1, 1, Draft)]);
    desk.submit(EDITOR, id(1, 1)).unwrap();
    desk.save(EDITOR, &first(), Some(id(2, 1))).unwrap();
    assert_eq!(table(&desk), [(1, 1, Submitted), (2, 2, Draft)]);
    desk.publish(PUBLISHER, id(1, 1), None).unwrap();
    assert_eq!(table(&desk), [(2, 2, Draft)]);
}

#[test]
fn limits_hold() {
    let mut desk = Desk::new();
    desk.save(EDITOR, &first(), None).unwrap();
    let one = desk.article(1).revisions[0].clone();
    let full = Article {
        revisions: (1..=REVISIONS_PER_ARTICLE_MAX as u32)
            .map(|no| portal::Revision { no, ..one.clone() })
            .collect(),
        ..desk.article(1).clone()
    };
    desk.portal.articles.insert(1, full);
    let last = id(1, REVISIONS_PER_ARTICLE_MAX as u32);
    assert_eq!(desk.save(EDITOR, &first(), Some(last)), Err(Refusal::TooManyRevisions));
    desk.submit(EDITOR, last).unwrap();
    desk.publish(PUBLISHER, last, None).unwrap();

    let small = desk.article(1).clone();
    let empty = Article {
        revisions: vec![],
        ..small
    };
    desk.portal.articles = (1..=ARTICLES_MAX as u32).map(|no| (no, empty.clone())).collect();
    assert_eq!(desk.save(EDITOR, &first(), None), Err(Refusal::TooMany));
    assert_eq!(desk.publish_at_once(&first()), Err(Refusal::TooMany));
}

#[test]
fn entries_that_do_not_fit_are_not_taken_in() {
    let mut desk = Desk::new();
    let c = Commitment([7; 32]);
    let published = |article: u32, revision: u32, note: Option<Commitment>| RevisionPublished {
        article,
        revision,
        note,
        mandate: PUBLISHER,
        person: c,
    };
    let (_, at) = desk.bring_out(&first(), None, None);
    let saved = desk.log[0].1.clone();
    assert!(desk.take(saved.clone()).is_err(), "the number is taken");
    desk.save(EDITOR, &first(), Some(at)).unwrap();
    desk.submit(EDITOR, id(1, 2)).unwrap();
    desk.save(EDITOR, &first(), None).unwrap();
    desk.submit(EDITOR, id(2, 1)).unwrap();
    let before = desk.portal.clone();
    for wrong in [
        published(1, 2, None),
        published(1, 1, Some(c)),
        published(2, 1, Some(c)),
        published(3, 1, None),
    ] {
        assert!(desk.take(wrong.into()).is_err());
    }
    let Event::DraftSaved(saved) = saved else {
        panic!("another event")
    };
    let with_slug = |article: u32, revision: u32, slug: Option<Commitment>| DraftSaved {
        article,
        revision,
        slug,
        ..saved.clone()
    };
    for wrong in [
        with_slug(1, 3, Some(c)),
        with_slug(1, 4, None),
        with_slug(2, 2, None),
        with_slug(3, 1, None),
        with_slug(3, 2, Some(c)),
    ] {
        assert!(desk.take(wrong.into()).is_err());
    }
    assert_eq!(desk.portal, before);
    desk.take(published(1, 2, Some(c)).into()).unwrap();
    desk.take(with_slug(1, 3, None).into()).unwrap();
}
