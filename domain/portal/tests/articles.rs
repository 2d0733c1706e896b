//! Articles and the old counter, the slice alone.

use base::fact::{Entropy, PersonId, Proposed, SealedRef};
use base::time::{Date, Hour};
use portal::article::{
    ARTICLE_BODY, ARTICLE_TITLE, BYLINE, Draft, FIGURE_MAX, NOTE_TEXT, REASON_TEXT, SLUG_CHARS_MAX, publish,
    record_legacy_visits,
};
use portal::events::{AUTHOR, BODY, DEPARTMENT, SLUG, TITLE};
use portal::{Address, Event, LegacyVisits, Portal, Refusal};

const ACTOR: PersonId = PersonId(1);

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn hour() -> Hour {
    "2020-06-25T02:00:00Z".parse().unwrap()
}

fn draft(day: &str, title: &str) -> Draft {
    Draft {
        date: date(day),
        title: title.into(),
        body: "Nội dung.".into(),
        author: None,
        department: None,
    }
}

fn entropy() -> Entropy {
    Entropy::new([4; 32])
}

fn value<'a>(proposed: &'a Proposed<Event>, field: &str) -> Option<&'a str> {
    proposed
        .seals
        .iter()
        .find(|seal| seal.field.as_str() == field)
        .map(|seal| seal.value.as_str())
}

#[test]
fn articles_are_numbered_and_shown_from_the_newest_day() {
    let mut portal = Portal::default();
    for (seq, day) in (10..).zip(["2020-01-05", "2020-01-07", "2020-01-06", "2020-01-07"]) {
        let proposed = publish(&portal, &mut entropy(), ACTOR, &draft(day, "Tin mới trong ngày")).unwrap();
        portal.apply(seq, hour(), &proposed.event).unwrap();
        assert_eq!(portal.rev, seq);
    }
    let shown: Vec<u32> = portal.newest().map(|one| one.article.no).collect();
    assert_eq!(shown, [4, 2, 3, 1], "of one day, the later one first");
    assert_eq!(portal.newest().skip(1).step_by(2).count(), 2);
    assert_eq!(portal.listed_count(), 4);
    let third = portal.public(3).unwrap();
    assert_eq!(third.revision.title, SealedRef::new(12, TITLE));
    assert_eq!((third.revision.author, third.article.rev), (None, 12));
    let address = Address {
        year: 2020,
        slug: SealedRef::new(12, SLUG),
        since: 12,
    };
    assert_eq!(third.address, address);
}

#[test]
fn every_word_of_an_article_is_sealed_under_its_name() {
    let mut draft = draft("2020-01-05", "Diễn đàn “Công an lắng nghe ý kiến nhân dân”");
    (draft.author, draft.department) = (Some("Trần Bình".into()), Some("Văn phòng".into()));
    let proposed = publish(&Portal::default(), &mut entropy(), ACTOR, &draft).unwrap();
    for (field, words) in [
        (TITLE, &*draft.title),
        (BODY, "Nội dung."),
        (AUTHOR, "Trần Bình"),
        (DEPARTMENT, "Văn phòng"),
    ] {
        assert_eq!(value(&proposed, field.as_str()), Some(words));
    }
    assert_eq!(
        value(&proposed, SLUG.as_str()),
        Some("dien-dan-cong-an-lang-nghe-y-kien-nhan-dan")
    );
    assert_eq!(value(&proposed, "person"), Some("1"));
    let Event::ArticlePublished(event) = &proposed.event else {
        panic!("another event")
    };
    for seal in &proposed.seals {
        let opened = base::fact::Commitment::of(&seal.salt, seal.value.as_bytes());
        let here = [event.title, event.slug, event.body, event.person];
        assert!(here.contains(&opened) || [event.author, event.department].contains(&Some(opened)));
    }
}

#[test]
fn an_address_is_short_and_never_empty() {
    let slug = |title: &str| {
        let proposed = publish(&Portal::default(), &mut entropy(), ACTOR, &draft("2020-01-05", title)).unwrap();
        value(&proposed, "slug").unwrap().to_owned()
    };
    assert!(slug(&"rất dài ".repeat(50)).len() <= SLUG_CHARS_MAX);
    assert_eq!(slug("门口照明"), "bai");
    assert_eq!(slug("../../etc/passwd?x=<b>"), "etc-passwd-x-b");
}

#[test]
fn the_old_figures_are_recorded_once() {
    let visits = LegacyVisits {
        as_of: date("2019-12-31"),
        online: 12,
        today: 345,
        total: FIGURE_MAX,
    };
    let mut portal = Portal::default();
    for too_large in [
        LegacyVisits {
            online: FIGURE_MAX + 1,
            ..visits
        },
        LegacyVisits {
            today: u64::MAX,
            ..visits
        },
        LegacyVisits {
            total: FIGURE_MAX + 1,
            ..visits
        },
    ] {
        let refused = record_legacy_visits(&portal, &mut entropy(), ACTOR, too_large).unwrap_err();
        assert_eq!(refused, Refusal::FigureTooLarge);
    }
    let proposed = record_legacy_visits(&portal, &mut entropy(), ACTOR, visits).unwrap();
    portal.apply(5, hour(), &proposed.event).unwrap();
    assert_eq!((portal.legacy_visits, portal.rev), (Some(visits), 5));
    assert!(portal.apply(6, hour(), &proposed.event).is_err());
    assert_eq!(portal.rev, 5, "what is not taken in changes nothing");
    let again = record_legacy_visits(&portal, &mut entropy(), ACTOR, visits).unwrap_err();
    assert_eq!(again, Refusal::LegacyVisitsRecorded);
}

#[test]
fn the_rules_of_the_form_hold_what_they_say() {
    assert!(ARTICLE_TITLE.accept("Tin").is_err() && ARTICLE_TITLE.accept("Tin mới").is_ok());
    assert!(ARTICLE_TITLE.accept("Tin mới\nhai dòng").is_err());
    assert!(ARTICLE_BODY.accept("Đoạn một.\n\nĐoạn hai.").is_ok() && ARTICLE_BODY.accept(" ").is_err());
    assert_eq!(BYLINE.accept("").as_deref(), Ok(""));
    for rule in [NOTE_TEXT, REASON_TEXT] {
        assert!(rule.accept("Sửa").is_err() && rule.accept("Sửa ngày họp.\nSửa tên.").is_ok());
        assert!(rule.accept(&"a".repeat(1_001)).is_err());
    }
}
