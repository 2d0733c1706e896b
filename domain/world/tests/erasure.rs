//! Words are hidden when their erasure is ordered, on every page, and gone when it is confirmed.

mod common;

use base::fact::{Actor, Exposure, SealedRef};
use common::office::{ADMINISTRATOR, MODERATOR, PUBLISHER, SECRETARY};
use common::{Record, Surroundings, blob, digest, forum_no, later, person, plain, set_up, signed, tell};
use forum::events::{NAME, REASONS, STATEMENT, TITLE};
use ledger::machine::Machine;
use portal::article::Draft;
use world::erasure::{Refusal as No, TARGETS_MAX};
use world::{Command, LegalBasis, Refusal};

fn order(targets: Vec<SealedRef>) -> Command {
    Command::OrderErasure {
        targets,
        basis: LegalBasis::Decision,
        decision: Some("Quyết định 1/QĐ".into()),
    }
}

fn submit(words: forum::opinion::Words, number: u64) -> Command {
    common::submit(1, words, digest(number))
}

fn article(record: &mut Record) -> u64 {
    let draft = Draft {
        date: record.clock.office_date(),
        title: "Khai trương".into(),
        body: "Nội dung.".into(),
        author: None,
        department: None,
    };
    record.must(PUBLISHER, Command::PublishArticle { draft })
}

fn publish(record: &mut Record, opinion: u64) {
    record.must(MODERATOR, Command::ClearOpinion { opinion });
    record.clock = later(record.clock, 60);
    record.must(Actor::Clock, Command::Tick { until: record.clock });
}

#[test]
fn every_page_that_shows_erased_words_is_made_anew() {
    let mut record = Record::with_office();
    let published = record.must(Actor::Anyone, submit(plain("Cổng số hai buổi tối thiếu ánh sáng."), 1));
    publish(&mut record, published);
    let written = article(&mut record);
    let of_opinion = record.must(ADMINISTRATOR, order(vec![SealedRef::new(published, STATEMENT)]));
    let forum = |record: &Record| record.world.forums.forums[&forum_no(1)].clone();
    assert_eq!(record.world.forums.opinions[&published].rev, of_opinion);
    assert_eq!((forum(&record).rev, record.world.forums.rev), (of_opinion, of_opinion));

    let of_article = record.must(
        ADMINISTRATOR,
        order(vec![SealedRef::new(written, portal::events::BODY)]),
    );
    assert_eq!(
        (record.world.portal.articles[&1].rev, record.world.portal.rev),
        (of_article, of_article)
    );

    let title = forum(&record).title;
    assert_eq!(title.field, TITLE);
    let of_title = record.must(ADMINISTRATOR, order(vec![title]));
    assert_eq!((forum(&record).rev, record.world.forums.rev), (of_title, of_title));

    // The entry named on the page is another one once the words are gone.
    for erasure in 1..=3 {
        let gone = record.must(Actor::Console, Command::ConfirmErased { erasure });
        match erasure {
            1 => assert_eq!(record.world.forums.opinions[&published].rev, gone),
            2 => assert_eq!(record.world.portal.articles[&1].rev, gone),
            _ => assert_eq!(forum(&record).rev, gone),
        }
    }
    let office = record.world.people.office.clone().unwrap().name;
    let of_name = record.must(ADMINISTRATOR, order(vec![office]));
    assert_eq!(record.world.people.rev, of_name);
}

#[test]
fn an_order_hides_at_once_and_a_confirmation_names_itself() {
    let mut record = Record::with_office();
    let words = signed(
        "Cổng số hai buổi tối thiếu ánh sáng.",
        "Đã hai lần suýt ngã.",
        "Nguyễn Thị An",
    );
    let opinion = record.must(Actor::Anyone, submit(words, 1));
    let [statement, reasons, name] = [STATEMENT, REASONS, NAME].map(|field| SealedRef::new(opinion, field));
    publish(&mut record, opinion);
    assert_eq!(record.world.exposure(name), Exposure::Public);
    let ordered = record.must(ADMINISTRATOR, order(vec![name]));
    assert_eq!(record.world.exposure(name), Exposure::Erased(ordered));
    assert_eq!(
        record.world.exposure(statement),
        Exposure::Public,
        "what was not named stays"
    );
    assert_eq!(record.world.exposure(reasons), Exposure::Public);
    assert_eq!(record.world.pending_erasures()[0].values, [name]);
    let gone = record.must(Actor::Console, Command::ConfirmErased { erasure: 1 });
    assert_eq!(record.world.exposure(name), Exposure::Erased(gone));
    assert!(record.world.pending_erasures().is_empty());
    let again = record
        .tell(Actor::Console, &Command::ConfirmErased { erasure: 1 })
        .unwrap_err();
    assert_eq!(again, Refusal::Erasure(No::NoSuchOrder));
    let again = record.tell(ADMINISTRATOR, &order(vec![name])).unwrap_err();
    assert_eq!(again, Refusal::Erasure(No::NothingThere(name)));
}

#[test]
fn what_an_order_must_say() {
    let mut record = Record::with_office();
    let opinion = record.must(Actor::Anyone, submit(plain("Cổng số hai buổi tối thiếu ánh sáng."), 1));
    let statement = SealedRef::new(opinion, STATEMENT);
    let absent = SealedRef::new(opinion, REASONS);
    let decision = Some("Quyết định 1/QĐ".to_owned());
    let targets = vec![statement];
    for basis in LegalBasis::ORDERED {
        let allowed = Command::OrderErasure {
            targets: targets.clone(),
            basis,
            decision: decision.clone(),
        };
        assert!(record.decide(ADMINISTRATOR, &allowed).is_ok());
        let bare = Command::OrderErasure {
            targets: targets.clone(),
            basis,
            decision: None,
        };
        assert_eq!(
            record.decide(ADMINISTRATOR, &bare).unwrap_err(),
            Refusal::Erasure(No::DecisionMissing)
        );
    }
    // Nobody writes into the record that an author or the timetable did what a person ordered.
    for basis in [
        LegalBasis::AuthorWithdrew,
        LegalBasis::Timetable,
        LegalBasis::NameReplaced,
    ] {
        let false_basis = Command::OrderErasure {
            targets: targets.clone(),
            basis,
            decision: decision.clone(),
        };
        assert_eq!(
            record.decide(ADMINISTRATOR, &false_basis).unwrap_err(),
            Refusal::Erasure(No::DecisionMissing)
        );
    }
    let refused = |targets| record.decide(ADMINISTRATOR, &order(targets)).unwrap_err();
    assert_eq!(refused(vec![]), Refusal::Erasure(No::Targets));
    assert_eq!(refused(vec![statement; TARGETS_MAX + 1]), Refusal::Erasure(No::Targets));
    assert_eq!(
        refused(vec![statement, absent]),
        Refusal::Erasure(No::NothingThere(absent))
    );
}

#[test]
fn who_takes_an_opinion_back_takes_the_words_with_it() {
    let mut record = Record::with_office();
    let words = signed("Cổng số hai buổi tối thiếu ánh sáng.", "", "Nguyễn Thị An");
    let opinion = record.must(Actor::Anyone, submit(words, 1));
    let first = record.must(Actor::Anyone, Command::WithdrawOpinion { receipt: digest(1) });
    assert_eq!(
        record.bytes.len() as u64,
        first + 2,
        "taken back, and ordered to be erased"
    );
    let order = &record.world.erasures[&1];
    assert_eq!(
        (order.basis, order.decision, order.ordered),
        (LegalBasis::AuthorWithdrew, None, first + 1)
    );
    assert_eq!(
        order.targets,
        [SealedRef::new(opinion, STATEMENT), SealedRef::new(opinion, NAME)]
    );
    for entry in &record.entries[first as usize..] {
        assert_eq!(entry.by, None, "nobody is named");
    }
    // Words that were erased before are not erased again.
    let words = plain("Cảm ơn tổ gác cổng số một.");
    let opinion = record.must(Actor::Anyone, submit(words, 2));
    record.must(ADMINISTRATOR, self::order(vec![SealedRef::new(opinion, STATEMENT)]));
    let first = record.must(Actor::Anyone, Command::WithdrawOpinion { receipt: digest(2) });
    assert_eq!(record.bytes.len() as u64, first + 1);
}

#[test]
fn a_file_is_named_until_its_erasure_is_ordered_and_is_missed_nowhere() {
    let around = Surroundings::new();
    let ledger = around.open();
    for (actor, command) in set_up() {
        tell(&ledger, actor, command).unwrap();
    }
    let emblem = ledger.put_blob(vec![1, 2, 3]).unwrap();
    let set = tell(&ledger, ADMINISTRATOR, Command::SetEmblem { emblem: Some(emblem) })
        .unwrap()
        .first
        .unwrap();
    assert_eq!(ledger.view().text_faults, 0, "a file is no missing text");
    assert!(ledger.view().state.names_blob(emblem.id));
    assert!(!ledger.view().state.names_blob(blob(5).id));
    // Taken out of the header it is still in the record.
    tell(&ledger, ADMINISTRATOR, Command::SetEmblem { emblem: None }).unwrap();
    assert!(ledger.view().state.names_blob(emblem.id));
    tell(
        &ledger,
        ADMINISTRATOR,
        order(vec![SealedRef::new(set, people::events::EMBLEM)]),
    )
    .unwrap();
    let view = ledger.view();
    assert!(!view.state.names_blob(emblem.id));
    assert_eq!(view.state.pending_erasures()[0].files, [emblem.id]);
    assert_eq!(view.text_faults, 0);
    assert_eq!(
        tell(&ledger, SECRETARY, order(vec![]))
            .unwrap_err()
            .to_string()
            .split(':')
            .next()
            .unwrap(),
        "the rules refuse it"
    );
}

#[test]
fn a_name_that_was_corrected_is_erased() {
    let mut record = Record::with_office();
    let old = record.world.people.persons[&person(2)].name.unwrap();
    let rename = |number| Command::RenamePerson {
        person: person(number),
        name: "Trần Thị Bích".into(),
    };
    let first = record.must(ADMINISTRATOR, rename(2));
    assert_eq!(record.bytes.len() as u64, first + 2);
    assert_eq!(record.world.exposure(old), Exposure::Erased(first + 1));
    assert_eq!(record.world.erasures[&1].basis, LegalBasis::NameReplaced);
    let new = record.world.people.persons[&person(2)].name.unwrap();
    assert_eq!(record.world.exposure(new), Exposure::Private);
    // The first administrator had no name before.
    let first = record.must(ADMINISTRATOR, rename(1));
    assert_eq!(record.bytes.len() as u64, first + 1);
}

#[test]
fn nothing_is_due_before_its_time() {
    let mut record = Record::with_office();
    let until = later(record.clock, 200 * 24 * 60);
    let tick = Command::Tick { until };
    assert_eq!(record.tell(Actor::Clock, &tick).map(|(first, end)| end - first), Ok(0));
    record.clock = until;
    record.must(Actor::Clock, tick);
}
