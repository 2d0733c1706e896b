//! Votes through the pages: one tap is one entry, nothing is lost, nothing is recorded where nothing may be.

mod common;

use base::fact::Actor;
use common::*;
use forum::events::{Choice, LawfulReason};
use world::Command;

#[test]
fn one_tap_is_one_entry_and_the_next_statement_comes() {
    let rig = voting(3);
    let browser = Browser::new(&rig);
    let size = rig.size();
    let first = browser.vote(2, "dong-y");
    assert_eq!(first.is(303).header("location"), format!("{VOTE}?vua=2&dong={size}"));
    assert_eq!(rig.size(), size + 1);
    let next = browser.get(first.header("location"));
    page_ok(&next);
    next.is(200)
        .says("Ông/bà vừa bày tỏ")
        .says("Ông/bà đã đồng ý")
        .says("Ý kiến 2 trên 3");
    let number = next.field("y_kien");
    assert_ne!(number, "2", "an answered statement does not come again");
    browser.post(VOTE, &next.with(&[("phieu", "chua-ro")])).is(303);
    assert_eq!(rig.forum().votes.get(1, number.parse().unwrap()), Some(Choice::Pass));
    assert_eq!(rig.forum().voices.count(), 1);
}

#[test]
fn a_form_sent_twice_is_one_voice_and_one_entry() {
    let rig = voting(1);
    let form = rig.get(VOTE);
    let fields = form.with(&[("phieu", "dong-y")]);
    let first = rig.post(VOTE, &fields);
    let size = rig.size();
    // The second tap left before the answer to the first came: it has no cookie yet.
    let again = rig.post(VOTE, &fields);
    assert_eq!(first.is(303).cookies(), again.is(303).cookies());
    assert_eq!(rig.size(), size);
    assert_eq!(rig.forum().voices.count(), 1);
    // And once more with it.
    let cookie = first.cookies()[0].split(';').next().unwrap().to_owned();
    rig.send("POST", VOTE, &cookie, &fields).is(303);
    assert_eq!((rig.size(), rig.forum().voices.count()), (size, 1));
}

#[test]
fn a_second_tap_on_another_answer_comes_back_and_stays_one_voice() {
    let rig = voting(1);
    let browser = Browser::new(&rig);
    let form = rig.get(VOTE);
    rig.post(VOTE, &form.with(&[("phieu", "dong-y")])).is(303);
    let size = rig.size();
    // The answer to the first never reached the browser.
    let back = browser.post(VOTE, &form.with(&[("phieu", "khong-dong-y")]));
    back.is(422)
        .says("đã gửi trước đó với nội dung khác")
        .says(&sentence(1));
    page_ok(&back);
    assert_eq!(rig.size(), size, "what was said first stands");
    assert_eq!(rig.forum().votes.get(1, 1), Some(Choice::Agree));
    assert_ne!(back.key(), form.key());
    browser.post(VOTE, &back.with(&[("phieu", "khong-dong-y")])).is(303);
    assert_eq!(rig.forum().votes.get(1, 1), Some(Choice::Disagree));
    assert_eq!(rig.forum().voices.count(), 1, "the same voice changed its answer");
}

#[test]
fn a_key_used_by_another_voice_gives_no_voice() {
    let rig = voting(1);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    let form = browser.get(&format!("{VOTE}/1"));
    browser.post(VOTE, &form.with(&[("phieu", "chua-ro")])).is(303);
    let back = rig.post(VOTE, &form.with(&[("phieu", "khong-dong-y")]));
    assert_eq!(back.is(422).cookies(), Vec::<&str>::new());
    assert_eq!(rig.forum().voices.count(), 1);
}

#[test]
fn an_answer_can_be_changed_while_votes_are_taken() {
    let rig = voting(2);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    let page = browser.get(&format!("{VOTE}/1"));
    page.says("Đổi lựa chọn").says(r#"value="dong-y" aria-pressed="true""#);
    page_ok(&page);
    browser.vote(1, "khong-dong-y").is(303);
    let forum = rig.forum();
    assert_eq!(forum.votes.get(1, 1), Some(Choice::Disagree));
    assert_eq!(
        (forum.votes.entries, forum.votes.answers, forum.voices.count()),
        (2, 1, 1)
    );
    // The same once more records nothing.
    let size = rig.size();
    browser.vote(1, "khong-dong-y").is(303);
    assert_eq!(rig.size(), size);
}

#[test]
fn what_is_not_published_is_not_voted_on() {
    let rig = voting(2);
    rig.write("Một ý kiến chưa ai đọc, không được bày tỏ.");
    let gone = rig.publish("Một ý kiến rồi sẽ bị gỡ khỏi trang.");
    let browser = Browser::new(&rig);
    let opened = browser.get(&format!("{VOTE}/3"));
    opened.is(200);
    let (opinion, reason) = (gone, LawfulReason::OffSubject);
    rig.tell(Actor::Person(MODERATOR), Command::TakeDownOpinion { opinion, reason });
    let size = rig.size();
    for number in ["3", "4", "0", "99", "-1", "1.0", "4294967297", "một", ""] {
        let back = browser.post(VOTE, &opened.with(&[("phieu", "dong-y"), ("y_kien", number)]));
        back.is(422)
            .says("Lựa chọn vừa bấm không được ghi")
            .says_not("rồi sẽ bị gỡ");
        assert_eq!(back.cookies(), Vec::<&str>::new());
        page_ok(&back);
    }
    for path in ["3", "4", "0", "99", "01", "x"] {
        browser.get(&format!("{VOTE}/{path}")).is(404);
    }
    assert_eq!(rig.size(), size);
    // A vote that was cast stays out of one's own list once the statement is gone.
    browser.vote(1, "dong-y").is(303);
    browser
        .get(&format!("{VOTE}/cua-toi"))
        .says(&sentence(1))
        .says_not("rồi sẽ bị gỡ");
}

#[test]
fn a_form_without_an_answer_comes_back() {
    let rig = voting(1);
    let form = rig.get(VOTE);
    let size = rig.size();
    for fields in [
        vec![],
        vec![("phieu", "")],
        vec![("phieu", "agree")],
        vec![("phieu", "DONG-Y")],
    ] {
        let back = rig.post(VOTE, &form.with(&fields));
        back.is(422).says("Chọn một trong ba nút").says(&sentence(1));
        assert_eq!(back.key(), form.key(), "it was not used");
        assert_eq!(back.cookies(), Vec::<&str>::new());
        page_ok(&back);
    }
    assert_eq!(rig.size(), size);
    rig.post(&format!("/en{VOTE}"), &form.with(&[]))
        .is(422)
        .says("Choose one of the three buttons");
}

#[test]
fn before_after_and_never() {
    let rig = Rig::office(pages);
    rig.get(VOTE).is(404);
    rig.announce();
    let shut = |words: &str| {
        for answer in [
            rig.get(VOTE),
            rig.get(&format!("{VOTE}/1")),
            rig.post(VOTE, &[("khoa", "mot"), ("y_kien", "1"), ("phieu", "dong-y")]),
        ] {
            answer.is(200).says(words);
            assert_eq!(answer.cookies(), Vec::<&str>::new());
            assert!(answer.header("cache-control").contains("no-store"));
            page_ok(&answer);
        }
        assert_eq!(rig.forum().votes.entries, 0);
    };
    shut("Chưa đến lúc bày tỏ");
    rig.open();
    shut("Chưa có ý kiến nào để bày tỏ");
    rig.publish(&sentence(1));
    // The last day is over, and no minute has passed that closed the votes on the record.
    rig.to("2019-12-29T17:00:00Z");
    shut("Đã đóng bày tỏ");
    rig.tick();
    shut("Đã đóng bày tỏ");
    rig.get(&format!("/en{VOTE}")).says("Votes are closed");
}

#[test]
fn a_cancelled_forum_says_so() {
    let rig = voting(1);
    let browser = Browser::new(&rig);
    let form = browser.get(VOTE);
    let (forum, reason) = (no(), "Bão số 9 vào bờ đúng ngày họp.".to_owned());
    rig.tell(Actor::Person(CHAIR), Command::CancelForum { forum, reason });
    let size = rig.size();
    for answer in [
        browser.get(VOTE),
        browser.post(VOTE, &form.with(&[("phieu", "dong-y")])),
    ] {
        answer.is(200).says("Diễn đàn này đã hủy");
        assert_eq!(answer.cookies(), Vec::<&str>::new());
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn whoever_has_seen_all_is_told_so() {
    let rig = voting(2);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    let last = browser.vote(2, "chua-ro");
    let page = browser.get(last.header("location"));
    page.is(200)
        .says("Ông/bà đã xem hết các ý kiến")
        .says("Đã bày tỏ với cả 2 ý kiến");
    page_ok(&page);
    let english = browser.get(&format!("/en{VOTE}"));
    english.says("You have seen every opinion");
    rig.get(VOTE).says("Ông/bà có đồng ý không");
}

#[test]
fn ones_own_answers_come_in_pages() {
    let rig = voting(23);
    let browser = Browser::new(&rig);
    let path = format!("{VOTE}/cua-toi");
    browser.get(&path).is(200).says("Chưa bày tỏ gì trên máy này");
    for n in 1..=23 {
        browser.vote(n, "dong-y").is(303);
    }
    let first = browser.get(&path);
    first
        .is(200)
        .says("23 ý kiến đã bày tỏ")
        .says("trang=2")
        .says(&sentence(20))
        .says_not(&sentence(21));
    page_ok(&first);
    let second = browser.get(&format!("{path}?trang=2"));
    second
        .says(&sentence(21))
        .says(&sentence(23))
        .says_not(&sentence(20))
        .says("Đổi lựa chọn");
    for wrong in ["0", "3", "x", "-1"] {
        browser.get(&format!("{path}?trang={wrong}")).is(404);
    }
    rig.get(&format!("{path}?trang=2")).is(404);
    rig.close();
    rig.tick();
    // Still to be seen, no longer to be changed.
    browser.get(&path).is(200).says(&sentence(1)).says_not("Đổi lựa chọn");
}

#[test]
fn words_of_a_statement_are_words() {
    let rig = Rig::office(pages);
    rig.announce();
    rig.open();
    rig.publish(HOSTILE);
    let browser = Browser::new(&rig);
    let statement = browser.get(VOTE);
    statement.is(200).says_no_markup();
    browser.vote(1, "dong-y").is(303);
    rig.publish(&sentence(2));
    for path in [
        format!("{VOTE}?vua=1"),
        format!("{VOTE}/cua-toi"),
        format!("{VOTE}/1"),
        format!("/en{VOTE}/1"),
    ] {
        let page = browser.get(&path);
        page.is(200).says_no_markup();
        page_ok(&page);
    }
}

#[test]
fn nobody_sees_what_was_said_of_what_they_have_not_answered() {
    let rig = voting(2);
    for code in slips(&rig, "Đại biểu", 25) {
        let browser = Browser::new(&rig);
        browser.post(&web_scene::address::slip(no(), &code), &[]).is(303);
        browser.vote(1, "dong-y").is(303);
    }
    // However many voices draw themselves, no card moves for them.
    for voice in 1..=40 {
        cast(&rig, voice, 1, Choice::Disagree);
    }
    let browser = Browser::new(&rig);
    browser.get(&format!("{VOTE}?vua=1")).is(200).says_not("vb-key");
    browser.get(&format!("{VOTE}/1")).is(200).says_not("vb-key");
    browser.vote(2, "dong-y").is(303);
    browser.get(&format!("{VOTE}?vua=1")).says_not("vb-key");
    browser.vote(1, "dong-y").is(303);
    browser
        .get(&format!("{VOTE}/cua-toi"))
        .says("vb-key")
        .says("Đồng ý 25")
        .says("Không đồng ý 0");
}

#[test]
fn a_vote_has_its_entry_and_a_proof_that_holds_no_choice() {
    let rig = voting(1);
    let browser = Browser::new(&rig);
    let seq = rig.size();
    let there = browser.vote(1, "khong-dong-y").is(303).header("location").to_owned();
    // Every opinion is answered: what was just said stands there as well.
    let after = browser.get(&there);
    page_ok(&after);
    let way = format!("{VOTE}/bang-chung/{seq}.tlog-proof");
    after
        .says("Ông/bà vừa bày tỏ")
        .says("Ông/bà không đồng ý")
        .says(&format!("là dòng {seq} trong sổ"))
        .says(&way);
    let file = browser.get(&way);
    assert_eq!(file.is(200).header("cache-control"), "no-store");
    // The proof is the whole file: place, hashes, signed checkpoint, and nothing that was said.
    let proof: ledger::proof::TlogProof = file.text().parse().unwrap();
    assert_eq!((proof.index, &proof.extra), (seq, &None));
    assert_eq!(proof.to_string(), file.text());
    browser.get(&format!("/en{way}")).is(200);
}

#[test]
fn the_proof_of_a_vote_is_for_its_own_voice() {
    let rig = voting(2);
    let (one, other) = (Browser::new(&rig), Browser::new(&rig));
    let seq = rig.size();
    one.vote(1, "dong-y").is(303);
    other.vote(2, "dong-y").is(303);
    let way = format!("{VOTE}/bang-chung/{seq}.tlog-proof");
    other.get(&way).is(404);
    rig.get(&way).is(404);
    for number in ["0", "1", "-1", "+1", "99999", "18446744073709551616", "x", ""] {
        one.get(&format!("{VOTE}/bang-chung/{number}.tlog-proof")).is(404);
    }
    one.get(&format!("{VOTE}/bang-chung/{seq}")).is(404);
    // An address that names another's entry, or another's opinion, says nothing of it.
    for there in [
        format!("{VOTE}?vua=1&dong={}", seq + 1),
        format!("{VOTE}?vua=2&dong={seq}"),
    ] {
        one.get(&there).says_not("trong sổ.");
    }
}
