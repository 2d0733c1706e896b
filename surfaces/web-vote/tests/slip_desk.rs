//! Slips at the secretary's desk: made once, shown once, for whom stays in the office.

mod common;

use base::fact::Actor;
use common::*;
use web_scene::address;
use world::{Command, CommandKind};

const LABEL: &str = "Đại biểu các cơ quan có mục tiêu";

fn slip(code: &str) -> String {
    address::slip(no(), code)
}

#[test]
fn slips_are_made_once_and_the_same_form_shows_the_same_sheet() {
    let rig = voting(1);
    let form = rig.get_as(SECRETARY, SLIPS);
    page_ok(&form);
    form.is(200).says("Chưa làm phiếu nào");
    let fields = form.with(&[("cho-ai", LABEL), ("so-phieu", "12")]);
    let sheet = rig.post_as(SECRETARY, SLIPS, &fields);
    sheet
        .is(200)
        .says("12 phiếu mời, in ngay")
        .says("Dùng được đến hết ngày 29/12/2019");
    page_ok(&sheet);
    assert!(sheet.header("cache-control").contains("no-store"));
    let made = codes(&sheet);
    assert_eq!(made.len(), 12);
    assert_eq!(made.iter().collect::<std::collections::BTreeSet<_>>().len(), 12);
    assert_eq!(sheet.text().matches("Mã QR của phiếu").count(), 12);
    let size = rig.size();
    // A second tap, or an answer that was lost: the same form is the same sheet, and nothing new.
    let again = rig.post_as(SECRETARY, SLIPS, &fields);
    page_ok(again.is(200));
    assert_eq!(codes(&again), made);
    assert_eq!(rig.size(), size);
    // No other page shows them, and another form makes others.
    let list = rig.get_as(SECRETARY, SLIPS);
    for code in &made {
        list.says_not(code);
    }
    assert_eq!(rig.forum().voices.slip_count(), 12);
    let more = rig.fill(SECRETARY, SLIPS, &[("cho-ai", LABEL), ("so-phieu", "12")]);
    let others = codes(more.is(200));
    assert!(others.len() == 12 && others.iter().all(|code| !made.contains(code)));
    assert_eq!(rig.forum().voices.slip_count(), 24);
    // The same key with other words is no way to them.
    let fields = form.with(&[("cho-ai", LABEL), ("so-phieu", "11")]);
    rig.post_as(SECRETARY, SLIPS, &fields).is(422);
}

#[test]
fn no_code_is_kept_anywhere() {
    let rig = voting_on(all_pages, 1);
    let made = slips(&rig, LABEL, 3);
    let view = rig.app.ledger.view();
    for seq in 0..view.size {
        let entry = String::from_utf8(rig.app.ledger.entry_bytes(seq).unwrap().unwrap()).unwrap();
        for code in &made {
            let letters = code.replace('-', "");
            assert!(!entry.contains(code) && !entry.contains(&letters), "{entry}");
        }
        assert!(!entry.contains(LABEL), "{entry}");
    }
}

#[test]
fn for_whom_they_are_stays_in_the_office() {
    let rig = voting_on(all_pages, 1);
    let code = slips(&rig, LABEL, 2).remove(0);
    rig.get_as(SECRETARY, SLIPS).says(LABEL);
    let seq = (0..rig.size()).rev();
    let seq = seq.map(|seq| {
        (
            seq,
            String::from_utf8(rig.app.ledger.entry_bytes(seq).unwrap().unwrap()).unwrap(),
        )
    });
    let (issued, _) = seq
        .into_iter()
        .find(|(_, entry)| entry.contains("slips_issued"))
        .unwrap();
    let browser = Browser::new(&rig);
    browser.post(&slip(&code), &[]).is(303);
    browser.vote(1, "dong-y").is(303);
    for path in [
        "/".to_owned(),
        FORUM.to_owned(),
        VOTE.to_owned(),
        format!("{FORUM}/phieu"),
        slip(&code),
        format!("{FORUM}/ket-qua"),
        format!("{FORUM}/y-kien/"),
        format!("{FORUM}/tin.atom"),
        "/so-cai".to_owned(),
        format!("/so-cai?tu={issued}"),
        format!("/log/entry/{issued}"),
    ] {
        rig.get(&path).says_not(LABEL).says_not("Đại biểu các");
    }
    // Neither its words nor its salt.
    rig.get(&format!("/log/value/{issued}/label")).is(404).says_not(LABEL);
}

#[test]
fn what_is_wrong_with_the_form_is_said_at_its_place() {
    let rig = voting(1);
    let size = rig.size();
    for (label, count, words) in [
        ("", "5", "Viết cho ai"),
        ("x", "5", "cho ai"),
        (LABEL, "", "Ghi số phiếu từ 1 đến 500"),
        (LABEL, "0", "Ghi số phiếu từ 1 đến 500"),
        (LABEL, "501", "Ghi số phiếu từ 1 đến 500"),
        (LABEL, "-3", "Ghi số phiếu từ 1 đến 500"),
        (LABEL, "năm", "Ghi số phiếu từ 1 đến 500"),
        (LABEL, "99999999999999999999999", "Ghi số phiếu từ 1 đến 500"),
    ] {
        let back = rig.fill(SECRETARY, SLIPS, &[("cho-ai", label), ("so-phieu", count)]);
        back.is(422).says(words).says(&format!("value=\"{count}\""));
        page_ok(&back);
    }
    let back = rig.fill(SECRETARY, SLIPS, &[("cho-ai", HOSTILE), ("so-phieu", "")]);
    back.is(422).says_no_markup();
    assert_eq!(rig.size(), size);
    rig.fill(SECRETARY, SLIPS, &[("cho-ai", HOSTILE), ("so-phieu", "1")])
        .is(200);
    rig.get_as(SECRETARY, SLIPS).says_no_markup();
    rig.get_as(SECRETARY, &format!("/en{SLIPS}"))
        .is(200)
        .says("Invitation slips")
        .says("Cancel unused slips");
}

#[test]
fn only_the_secretary_makes_and_cancels_slips() {
    let rig = voting(1);
    slips(&rig, LABEL, 2);
    for (kind, path, fields) in [
        (
            CommandKind::IssueSlips,
            SLIPS.to_owned(),
            vec![("cho-ai", "Ai đó"), ("so-phieu", "1")],
        ),
        (CommandKind::CancelSlips, format!("{SLIPS}/1/huy"), vec![]),
    ] {
        for (person, role, may) in rig.by_role(kind) {
            let size = rig.size();
            if may {
                rig.get_as(person, SLIPS).is(200).says(LABEL);
                continue;
            }
            let got = rig.get_as(person, SLIPS);
            let sent = rig.post_as(person, &path, &fields);
            for answer in [got, sent] {
                assert_eq!(answer.status, 403, "{role:?}");
                answer.says_not(LABEL);
            }
            assert_eq!(rig.size(), size, "{role:?}");
        }
    }
    rig.get(SLIPS).is(403).says_not(LABEL);
    assert!(
        !rig.post(SLIPS, &[("cho-ai", "Ai đó"), ("so-phieu", "1")])
            .status
            .is_success()
    );
}

#[test]
fn cancelling_twice_or_what_is_not_there_says_so() {
    let rig = voting(1);
    slips(&rig, LABEL, 2);
    let cancel = |batch: &str, key: &str| rig.post_as(SECRETARY, &format!("{SLIPS}/{batch}/huy"), &[("khoa", key)]);
    cancel("1", "mot").is(303);
    let size = rig.size();
    cancel("1", "mot").is(303);
    let again = cancel("1", "hai");
    page_ok(again.is(422));
    page_ok(cancel("2", "ba").is(422));
    cancel("x", "tu").is(404);
    cancel("01", "nam").is(404);
    assert_eq!(rig.size(), size);
}

#[test]
fn none_are_made_once_votes_are_closed() {
    let rig = voting(1);
    let code = slips(&rig, LABEL, 1).remove(0);
    let form = rig.get_as(SECRETARY, SLIPS);
    rig.close();
    let size = rig.size();
    let late = rig.post_as(SECRETARY, SLIPS, &form.with(&[("cho-ai", LABEL), ("so-phieu", "3")]));
    page_ok(late.is(422));
    assert_eq!(codes(&late), Vec::<String>::new());
    rig.get_as(SECRETARY, SLIPS).is(200).says("Diễn đàn đã đóng bày tỏ");
    let begun = rig.post(&slip(&code), &[]);
    assert_eq!(begun.is(303).cookies(), Vec::<&str>::new());
    assert_eq!(rig.size(), size);
}

#[test]
fn batches_come_in_pages() {
    let rig = voting(1);
    for n in 1..=21 {
        let pseudonyms = vec![base::fact::Digest32([n; 32])];
        let label = format!("Danh sách số {n}.");
        let forum = no();
        rig.tell(
            Actor::Person(SECRETARY),
            Command::IssueSlips {
                forum,
                label,
                pseudonyms,
            },
        );
    }
    let first = rig.get_as(SECRETARY, SLIPS);
    page_ok(&first);
    first
        .says("Danh sách số 21.")
        .says("Danh sách số 2.")
        .says_not("Danh sách số 1.")
        .says("trang=2");
    rig.get_as(SECRETARY, &format!("{SLIPS}?trang=2"))
        .says("Danh sách số 1.");
    rig.get_as(SECRETARY, &format!("{SLIPS}?trang=3")).is(404);
    // A form that comes back shows the first page, not all.
    let back = rig.fill(SECRETARY, SLIPS, &[("cho-ai", ""), ("so-phieu", "1")]);
    back.is(422).says_not("Danh sách số 1.").says("trang=2");
}

/// The part of the secretary's page about the newest batch: what of it was used.
fn used(rig: &Rig) -> String {
    let page = rig.get_as(SECRETARY, SLIPS);
    let text = page.html().to_owned();
    let cell = text.split(r#"data-th="Đã dùng">"#).nth(1).unwrap();
    cell.split('<').next().unwrap().to_owned()
}

#[test]
fn how_many_were_used_tells_of_no_single_person() {
    let rig = voting(1);
    let small = slips(&rig, LABEL, 9);
    let vote = |code: &str| {
        let browser = Browser::new(&rig);
        browser.post(&slip(code), &[]).is(303);
        browser.vote(1, "dong-y").is(303);
    };
    vote(&small[0]);
    assert_eq!(used(&rig), "Đợt dưới 10 phiếu không cho xem");
    let large = slips(&rig, LABEL, 12);
    let mut seen = Vec::new();
    for code in &large[..7] {
        vote(code);
        seen.push(used(&rig));
    }
    assert_eq!(
        seen,
        ["0", "0", "0", "0", "5", "5", "5"],
        "in steps while votes are taken"
    );
    rig.close();
    assert_eq!(used(&rig), "7");
}
