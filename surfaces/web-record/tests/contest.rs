//! Receipts of contests: the same address, the same files, the same check.

mod common;

use base::fact::{Actor, SealedRef};
use common::hall::Hall;
use common::{MODERATOR, Rig, assert_page};
use forum::events::{LawfulReason, TEXT};
use ledger::store::Erasable;
use sha2::{Digest, Sha256};
use std::sync::atomic::Ordering;
use web_rig::markup::plain;
use world::{Command, LegalBasis};

/// A forum followed up.
fn followed_up(rig: &Rig) -> Hall {
    let hall = Hall::of(rig);
    let (opinion, _) = rig.signed(3);
    rig.publish(opinion);
    hall.conclude(rig, 1);
    hall
}

#[test]
fn a_contest_is_told_from_being_received_to_being_answered() {
    let rig = Rig::new();
    let hall = followed_up(&rig);
    let (seq, code) = hall.contest(&rig, 50);
    let receipt = format!("/bien-nhan/{code}");
    let says = |words: &[&str]| {
        for path in [format!("/en{receipt}"), receipt.clone()] {
            let page = rig.get(&path);
            assert_page(&page);
            assert!(!page.html().contains("không sáng"), "no word of the contest");
        }
        let page = plain(rig.get(&receipt).html());
        for one in words {
            assert!(page.contains(one), "{one}: {page}");
        }
    };
    let first = [
        "Đã nhận phản đối của ông/bà.",
        "Biên nhận phản đối",
        "về việc 1.1 vào sổ",
        "Được đọc trước khi đăng, chậm nhất hết ngày",
        "Chưa nhận",
    ];
    says(&first);
    let html = rig.get(&receipt).html().to_owned();
    assert!(!html.contains("/rut\"") && !html.contains("Ký tên") && html.contains("/dien-dan/2020-01/viec/1.1\""));
    let moderator = Actor::Person(MODERATOR);
    rig.tell(
        moderator,
        Command::ClearContest {
            forum: common::no(),
            contest: 1,
        },
    );
    says(&[
        "Phản đối đã được đăng.",
        "Đã đọc và đăng cạnh trạng thái của việc",
        "không thuộc đơn vị chủ trì",
    ]);
    rig.get(&receipt).says("/dien-dan/2020-01/viec/1.1#phan-doi-1");
    rig.get(&format!("/kiem-chung?ma={code}")).shows("việc 1.1");
    let (role, scope) = (people::role::Role::Secretary, people::role::Scope::Office);
    let other = rig.organisation(people::role::OrganisationKind::Other, "Thanh tra tỉnh");
    let answerer = rig.person("Người Trả Lời", Some(other), &[(role, scope)]);
    let text = "Đã kiểm tra, đèn <b>sáng trở lại.".to_owned();
    rig.tell(
        Actor::Person(answerer),
        Command::AnswerContest {
            forum: common::no(),
            contest: 1,
            text,
        },
    );
    says(&["Phản đối đã được trả lời.", "Trả lời phản đối:", "sáng trở lại"]);
    assert!(seq > 0);
}

#[test]
fn a_refused_contest_says_why_and_what_can_be_done() {
    let rig = Rig::new();
    let hall = followed_up(&rig);
    let (_, code) = hall.contest(&rig, 50);
    let refuse = Command::RefuseContest {
        forum: common::no(),
        contest: 1,
        reason: LawfulReason::Insult,
    };
    rig.tell(Actor::Person(MODERATOR), refuse);
    let page = rig.get(&format!("/bien-nhan/{code}"));
    assert_page(&page);
    page.shows("Phản đối không được đăng.").shows("Lý do: tục tĩu");
    page.says("/dien-dan/2020-01/viec/1.1/phan-doi")
        .says_not("/khieu-nai\"");
    rig.get(&format!("/kiem-chung?ma={code}"))
        .shows("Lý do ghi trong sổ: tục tĩu");
}

#[test]
fn its_files_open_what_the_entry_commits_to() {
    let rig = Rig::new();
    let hall = followed_up(&rig);
    let (seq, code) = hall.contest(&rig, 50);
    let file = rig.get(&format!("/bien-nhan/{code}.json"));
    assert_eq!(file.header("cache-control"), "no-store");
    let file = file.json();
    assert_eq!(file["seq"], seq);
    let entry: serde_json::Value = serde_json::from_str(file["entry"].as_str().unwrap()).unwrap();
    assert_eq!(entry["kind"], "forum.clause_contested");
    let opened = &file["values"]["text"];
    assert!(opened["value"].as_str().unwrap().contains("không sáng"));
    let salt = base::hex::decode(opened["salt"].as_str().unwrap()).unwrap();
    let digest = Sha256::new()
        .chain_update(salt)
        .chain_update(opened["value"].as_str().unwrap())
        .finalize();
    assert_eq!(entry["data"]["text"], base::hex::encode(&digest));
    let proof = rig.get(&format!("/bien-nhan/{code}.tlog-proof"));
    assert!(proof.text().starts_with("c2sp.org/tlog-proof@v1\n"), "{}", proof.text());
}

#[test]
fn the_check_of_a_contest_can_fail() {
    let rig = Rig::new();
    let hall = followed_up(&rig);
    let (seq, code) = hall.contest(&rig, 50);
    let address = format!("/kiem-chung?ma={code}");
    let good = rig.get(&address);
    assert_page(&good);
    good.shows("Phản đối còn nguyên trong sổ")
        .shows("Từng chữ khớp")
        .shows("Phản đối chờ được đọc");
    rig.lies.words.store(seq + 1, Ordering::SeqCst);
    rig.get(&address).shows("Lời đang lưu không phải lời đã nhận");
    rig.lies.words.store(0, Ordering::SeqCst);
    let order = Command::OrderErasure {
        targets: vec![SealedRef::new(seq, TEXT)],
        basis: LegalBasis::PersonAsked,
        decision: Some("12/YC, 19/12/2019".into()),
    };
    rig.tell(Actor::Person(web_rig::ADMINISTRATOR), order);
    rig.store()
        .erase(&[Erasable::Sealed(SealedRef::new(seq, TEXT))])
        .unwrap();
    rig.get(&address).shows("Dòng còn nguyên trong sổ, lời đã được gỡ");
    let page = rig.get(&format!("/bien-nhan/{code}"));
    assert_page(&page);
    page.shows("Lời đã được gỡ.").shows("Lưu dòng trong sổ");
}

#[test]
fn the_acts_on_opinions_are_none_of_contests() {
    let rig = Rig::new();
    let hall = followed_up(&rig);
    let (_, code) = hall.contest(&rig, 50);
    let size = rig.size();
    for act in ["rut", "xac-nhan", "khieu-nai"] {
        let path = format!("/bien-nhan/{code}/{act}");
        for answer in [rig.get(&path), rig.post(&path, &[("khoa", "mot"), ("loi", "")])] {
            assert_page(&answer);
            answer.is(404);
        }
    }
    assert_eq!(rig.size(), size);
}
