//! What may be shown of an article's words, at every turn of its life.

mod common;

use base::fact::Fate::{Follows, Private, Public};
use base::fact::{Exposure, SealedRef};
use common::{Desk, EDITOR, PUBLISHER, id, words};
use portal::events::{AUTHOR, BODY, DEPARTMENT, NOTE, PERSON, REASON, SLUG, TITLE};

const WHY: &str = "Sửa ngày của diễn đàn.";

fn exposures(desk: &Desk, entry: u64) -> Vec<(&'static str, Exposure)> {
    let fields = [
        ("title", TITLE),
        ("slug", SLUG),
        ("body", BODY),
        ("author", AUTHOR),
        ("department", DEPARTMENT),
        ("person", PERSON),
    ];
    let all = fields.map(|(name, field)| (name, desk.portal.exposure(SealedRef::new(entry, field))));
    all.into_iter().filter(|(_, seen)| *seen != Exposure::Absent).collect()
}

fn all_are(exposure: Exposure, fields: &[&'static str]) -> Vec<(&'static str, Exposure)> {
    fields.iter().map(|name| (*name, exposure)).collect()
}

#[test]
fn words_are_held_until_their_revision_is_published() {
    let mut desk = Desk::new();
    let what = words("2020-01-05", "Tin mới trong ngày");
    let saved = desk.save(EDITOR, &what, None).unwrap();
    let fields = ["title", "slug", "body", "department"];
    let held = all_are(Exposure::Held, &fields);
    assert_eq!(exposures(&desk, saved), held);
    desk.submit(EDITOR, id(1, 1)).unwrap();
    assert_eq!(exposures(&desk, saved), held);
    desk.send_back(PUBLISHER, id(1, 1), WHY).unwrap();
    assert_eq!(exposures(&desk, saved), held);

    let (second, at) = desk.bring_out(&what, Some(id(1, 1)), None);
    assert_eq!(exposures(&desk, saved), held, "what was never published stays unseen");
    assert_eq!(exposures(&desk, second), all_are(Exposure::Public, &fields));
    let (third, _) = desk.bring_out(&what, Some(at), Some(WHY));
    assert_eq!(
        exposures(&desk, second),
        all_are(Exposure::Public, &fields),
        "superseded, readable"
    );
    assert_eq!(
        exposures(&desk, third),
        all_are(Exposure::Public, &["title", "body", "department"])
    );
    for entry in [saved + 1, third + 1, third + 2, third + 3] {
        assert_eq!(exposures(&desk, entry), [], "no revision was saved there");
    }
}

#[test]
fn the_words_of_a_withdrawn_article_are_held_again_for_ever() {
    let mut desk = Desk::new();
    let what = words("2020-01-05", "Tin mới trong ngày");
    let first = desk.publish_at_once(&what).unwrap();
    let (second, _) = desk.bring_out(&what, Some(id(1, 1)), Some(WHY));
    let third = desk.save(EDITOR, &what, Some(id(1, 2))).unwrap();
    let withdrawn = desk.withdraw(EDITOR, id(1, 2), WHY).unwrap();
    let body = |entry: u64| SealedRef::new(entry, BODY);
    let event = desk.log.last().unwrap().1.clone();
    assert_eq!(desk.portal.touched(withdrawn, &event), [body(first), body(second)]);
    for entry in [first, second] {
        for (name, exposure) in exposures(&desk, entry) {
            let wanted = if name == "body" {
                Exposure::Held
            } else {
                Exposure::Public
            };
            assert_eq!(exposure, wanted, "{name} of entry {entry}");
        }
    }
    assert_eq!(desk.portal.exposure(body(third)), Exposure::Held);

    desk.submit(EDITOR, id(1, 3)).unwrap();
    desk.publish(PUBLISHER, id(1, 3), Some(WHY)).unwrap();
    assert_eq!(desk.portal.exposure(body(third)), Exposure::Public);
    assert_eq!(desk.portal.exposure(body(first)), Exposure::Held);
    assert_eq!(desk.portal.exposure(body(second)), Exposure::Held);
    let again = desk.withdraw(EDITOR, id(1, 3), WHY).unwrap();
    let second_time = desk.log.last().unwrap().1.clone();
    assert_eq!(desk.portal.touched(again, &second_time), [body(third)]);
    assert_eq!(
        desk.portal.touched(withdrawn, &event),
        [body(first), body(second)],
        "asked later"
    );
}

#[test]
fn every_event_says_for_whom_its_words_are() {
    let mut desk = Desk::new();
    let mut what = words("2020-01-05", "Tin mới trong ngày");
    what.author = Some("Trần Bình".into());
    desk.save(EDITOR, &what, None).unwrap();
    desk.submit(EDITOR, id(1, 1)).unwrap();
    desk.send_back(PUBLISHER, id(1, 1), WHY).unwrap();
    desk.bring_out(&what, Some(id(1, 1)), None);
    (what.author, what.department) = (None, None);
    desk.bring_out(&what, Some(id(1, 2)), Some(WHY));
    desk.withdraw(EDITOR, id(1, 3), WHY).unwrap();
    desk.publish_at_once(&what).unwrap();
    let all: Vec<_> = desk.log.iter().map(|(_, event)| event.sealed()).collect();
    let draft = vec![
        (TITLE, Follows),
        (SLUG, Follows),
        (BODY, Follows),
        (AUTHOR, Follows),
        (DEPARTMENT, Follows),
        (PERSON, Private),
    ];
    let person = (PERSON, Private);
    assert_eq!(
        all,
        [
            draft.clone(),
            vec![person],
            vec![(REASON, Private), person],
            draft,
            vec![person],
            vec![person],
            vec![(TITLE, Follows), (BODY, Follows), person],
            vec![person],
            vec![(NOTE, Public), person],
            vec![(REASON, Public), person],
            vec![(TITLE, Follows), (SLUG, Follows), (BODY, Follows), person],
        ]
    );
    for (seq, event) in &desk.log {
        let follows = event.sealed().into_iter().filter(|(_, fate)| *fate == Follows);
        let follows: Vec<_> = follows.map(|(field, _)| SealedRef::new(*seq, field)).collect();
        assert_eq!(desk.portal.fields(*seq), follows, "of entry {seq}");
    }
}

#[test]
fn an_erasure_renews_the_pages_that_showed_the_words() {
    let mut desk = Desk::new();
    let what = words("2020-01-05", "Tin mới trong ngày");
    let (first, at) = desk.bring_out(&what, None, None);
    let (second, _) = desk.bring_out(&what, Some(at), Some(WHY));
    let held = desk.save(EDITOR, &what, Some(id(1, 2))).unwrap();
    let note = desk.revision(id(1, 2)).note.unwrap();
    let before = (desk.portal.rev, desk.article(1).rev);
    assert!(desk.portal.show_change(SealedRef::new(held, BODY), 90));
    assert_eq!((desk.portal.rev, desk.article(1).rev), before, "nobody could see it");
    for (seq, at) in (91..).zip([SealedRef::new(first, BODY), SealedRef::new(second, TITLE), note]) {
        assert!(desk.portal.show_change(at, seq));
        assert_eq!((desk.portal.rev, desk.article(1).rev), (seq, seq));
    }
    assert!(!desk.portal.show_change(SealedRef::new(5, TITLE), 99));
    assert_eq!(desk.portal.rev, 93);
}
