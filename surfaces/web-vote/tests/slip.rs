//! Slips in the hands of people: each a verified voice, tied to nobody.

mod common;

use common::*;
use forum::events::Choice;
use web_scene::address;

const LABEL: &str = "Đại biểu các cơ quan có mục tiêu";

fn slip(code: &str) -> String {
    address::slip(no(), code)
}

#[test]
fn a_slip_is_a_verified_voice() {
    let rig = voting(2);
    let made = slips(&rig, LABEL, 2);
    let browser = Browser::new(&rig);
    let shown = browser.get(&slip(&made[0]));
    shown.is(200).says("Phiếu dùng được").says("Phiếu không ghi tên");
    page_ok(&shown);
    assert_eq!(shown.cookies(), Vec::<&str>::new(), "looking at it begins nothing");
    assert!(shown.header("cache-control").contains("no-store"));
    // Nothing on the page leads to the address with the secret, save its own button.
    assert_eq!(shown.text().matches(made[0].as_str()).count(), 1);
    let size = rig.size();
    let begun = browser.post(&slip(&made[0]), &[]);
    assert_eq!(begun.is(303).header("location"), VOTE);
    assert_eq!(begun.cookies().len(), 2);
    assert_eq!(rig.size(), size, "nothing is said yet");
    browser.get(VOTE).is(200);
    browser.vote(1, "dong-y").is(303);
    browser.get(VOTE).says("Đang bày tỏ bằng phiếu mời");
    let forum = rig.forum();
    assert_eq!((forum.voices.verified_count, forum.voices.drawn_count()), (1, 0));
    assert_eq!(forum.voices.batches.get(&1).unwrap().used, 1);
    // Used: it goes on as the same voice, on another device too.
    let other = Browser::new(&rig);
    other.get(&slip(&made[0])).is(200).says("Phiếu này đã bày tỏ rồi");
    other.post(&slip(&made[0]), &[]).is(303);
    other.vote(1, "khong-dong-y").is(303);
    assert_eq!(rig.forum().voices.count(), 1);
    assert_eq!(rig.forum().votes.get(1, 1), Some(Choice::Disagree));
}

#[test]
fn a_slip_takes_the_place_of_a_voice_that_drew_itself() {
    let rig = voting(2);
    let code = slips(&rig, LABEL, 1).remove(0);
    let browser = Browser::new(&rig);
    browser.vote(1, "dong-y").is(303);
    let drawn = browser.cookie(VOTE);
    browser
        .get(&slip(&code))
        .says("Những gì đã bày tỏ bằng mã cũ vẫn được tính ở phần không xác thực");
    browser.post(&slip(&code), &[]).is(303);
    assert_ne!(browser.cookie(VOTE), drawn);
    browser.vote(1, "khong-dong-y").is(303);
    let forum = rig.forum();
    assert_eq!((forum.voices.verified_count, forum.voices.drawn_count()), (1, 1));
    let tally = forum.votes.tallies.get(&1).unwrap();
    assert_eq!((tally.verified.disagree, tally.drawn.agree), (1, 1));
}

#[test]
fn a_code_is_typed_as_people_type() {
    let rig = voting(1);
    let code = slips(&rig, LABEL, 1).remove(0);
    let path = format!("{FORUM}/phieu");
    page_ok(rig.get(&path).is(200));
    for typed in [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', ""),
        format!("  {} ", code.replace('-', "  ")),
        code.replace('0', "O").replace('1', "l"),
    ] {
        let answer = rig.post(&path, &[("ma", &typed)]);
        assert_eq!(answer.is(303).header("location"), slip(&code), "{typed}");
        assert_eq!(answer.cookies(), Vec::<&str>::new());
    }
    for wrong in [
        "",
        "abc",
        &code[1..],
        &format!("{code}0"),
        &code.replace('-', "_"),
        "<b>mã</b>",
    ] {
        let back = rig.post(&path, &[("ma", wrong)]);
        back.is(422)
            .says("Mã này chưa đủ hoặc có chữ không dùng trong mã")
            .says_not("<b>mã");
        page_ok(&back);
    }
    rig.post(&format!("/en{path}"), &[("ma", "abc")])
        .is(422)
        .says("This code is incomplete");
    let english = rig.post(&format!("/en{path}"), &[("ma", &code)]);
    assert_eq!(english.header("location"), format!("/en{}", slip(&code)));
}

#[test]
fn what_is_no_slip_lets_nobody_in() {
    let rig = voting(1);
    let made = slips(&rig, LABEL, 2);
    let used = Browser::new(&rig);
    used.post(&slip(&made[0]), &[]).is(303);
    used.vote(1, "dong-y").is(303);
    let drawn = Browser::new(&rig);
    drawn.vote(1, "dong-y").is(303);
    // A voice that drew itself is no slip, though its code reads.
    let refused = |code: &str, words: &str| {
        for answer in [rig.get(&slip(code)), rig.post(&slip(code), &[])] {
            answer.is(404).says(words);
            assert_eq!(answer.cookies(), Vec::<&str>::new());
            page_ok(&answer);
        }
    };
    refused("00000-00000-00000-00000-00000-0", "Không có phiếu này");
    refused("abc", "Không có phiếu này");
    refused("%3Cb%3E", "Không có phiếu này");
    // Another forum's.
    rig.announce_as("2019-02".parse().unwrap());
    rig.get(&format!("/dien-dan/2019-02/phieu/{}", made[1]))
        .is(404)
        .says("Không có phiếu này");
    // Cancelled: the used one stays.
    let size = rig.size();
    let list = rig.get_as(SECRETARY, SLIPS);
    let key = list.key();
    let cancelled = rig.post_as(SECRETARY, &format!("{SLIPS}/1/huy"), &[("khoa", &format!("{key}-huy"))]);
    assert_eq!(cancelled.is(303).header("location"), SLIPS);
    assert_eq!(rig.size(), size + 1);
    rig.get_as(SECRETARY, SLIPS).says("Đã hủy phiếu chưa dùng");
    refused(&made[1], "Phiếu này đã hủy");
    rig.get(&slip(&made[0])).is(200);
    used.vote(1, "chua-ro").is(303);
    // Whoever had begun with a cancelled one is told, and keeps the statement.
    let late = Browser::new(&rig);
    let secret = rig.get(VOTE);
    let bits = crockford(&made[1]);
    let back = rig.send(
        "POST",
        VOTE,
        &format!("tieng-noi={bits}"),
        &secret.with(&[("phieu", "dong-y")]),
    );
    back.is(422).says(&sentence(1)).says("hủy");
    assert_eq!(late.cookie(VOTE), "");
    assert_eq!(rig.forum().voices.count(), 2);
}

/// A code's bits, lower-case hex.
fn crockford(code: &str) -> String {
    let letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let number = code
        .chars()
        .filter(|letter| *letter != '-')
        .fold(0_u128, |number, letter| {
            number << 5 | letters.find(letter).unwrap() as u128
        });
    format!("{number:032x}")
}
