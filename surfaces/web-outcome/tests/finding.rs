//! Findings: sentences that rest on numbered opinions.

mod common;

use base::fact::{Actor, Digest32};
use common::*;
use forum::events::{Choice, FindingSort, LawfulReason};
use world::{Command, CommandKind};

const TEXT: &str = "Kiểm soát ở cổng chưa chặt chẽ.";

fn fields<'a>(sort: &'a str, opinions: &'a str) -> [(&'a str, &'a str); 3] {
    [("loai", sort), ("cau", TEXT), ("y-kien", opinions)]
}

#[test]
fn a_finding_rests_on_numbers_as_people_type_them() {
    let rig = heard(pages, 9);
    let desk = rig.get_as(SECRETARY, FINDINGS);
    page_ok(
        desk.is(200)
            .says("Chưa có nhận định nào")
            .says("Chưa ý kiến nào đủ 20 người bày tỏ"),
    );
    let sent = rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "1, 4, 7-9"));
    assert_eq!(sent.is(303).header("location"), format!("{FINDINGS}?xong=ghi"));
    for typed in ["YK-0001, yk-4 7–9", "9;8;7;4;1;1", "7-9\n4\t1"] {
        rig.fill(CHAIR, FINDINGS, &fields("achievement", typed)).is(303);
    }
    let forum = rig.forum();
    assert!(
        forum
            .findings
            .values()
            .all(|finding| finding.opinions == [1, 4, 7, 8, 9])
    );
    assert_eq!(forum.findings.get(&1).unwrap().sort, FindingSort::Shortcoming);
    let after = rig.get_as(SECRETARY, sent.header("location"));
    page_ok(after.is(200));
    after.says("Đã ghi nhận định").says("1, 4, 7-9").says(TEXT);
    page_ok(
        rig.get_as(SECRETARY, &format!("/en{FINDINGS}"))
            .is(200)
            .says("Record a finding"),
    );
}

#[test]
fn what_is_wrong_is_said_and_kept() {
    let rig = heard(pages, 3);
    let size = rig.size();
    let send = |fields: &[(&str, &str)]| rig.fill(SECRETARY, FINDINGS, fields);
    for opinions in [
        "",
        ",",
        "4",
        "1-4",
        "3-1",
        "một",
        "1,,x",
        "1-",
        "1-2-3",
        "YK-",
        "18446744073709551616",
        HOSTILE,
    ] {
        let back = send(&fields("shortcoming", opinions));
        back.is(422)
            .says("Có số không phải ý kiến đã đăng")
            .says(TEXT)
            .says("checked");
        page_ok(&back);
    }
    for sort in ["", "x"] {
        send(&fields(sort, "1"))
            .is(422)
            .says("Chọn kết quả hoặc hạn chế")
            .says(TEXT);
    }
    send(&[("loai", "shortcoming"), ("y-kien", "1")])
        .is(422)
        .says("Viết nhận định");
    send(&[("loai", "shortcoming"), ("y-kien", "1"), ("cau", &"a".repeat(1_001))])
        .is(422)
        .says("Rút ngắn");
    send(&[])
        .is(422)
        .says("Chọn kết quả")
        .says("Viết nhận định")
        .says("Có số không phải");
    assert_eq!(rig.size(), size);
    // The same form again is one finding.
    let form = rig.get_as(SECRETARY, FINDINGS);
    for _ in 0..2 {
        rig.post_as(SECRETARY, FINDINGS, &form.with(&fields("shortcoming", "1")))
            .is(303);
    }
    assert_eq!(rig.forum().findings.len(), 1);
}

#[test]
fn nothing_rests_on_what_was_taken_down() {
    let rig = heard(pages, 1);
    let opinion = rig.publish("Một ý kiến rồi sẽ bị gỡ khỏi trang.");
    let reason = LawfulReason::OffSubject;
    rig.tell(Actor::Person(MODERATOR), Command::TakeDownOpinion { opinion, reason });
    rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "1, 2"))
        .is(422)
        .says("Có số không phải ý kiến đã đăng");
    assert!(rig.forum().findings.is_empty());
}

#[test]
fn what_people_agree_on_is_offered_once_votes_are_counted() {
    let rig = heard(pages, 2);
    for voice in 1..=30 {
        let pseudonym = Digest32([voice; 32]);
        let vote = |opinion, choice| Command::CastVote {
            forum: no(),
            pseudonym,
            opinion,
            choice,
        };
        rig.tell(
            Actor::Anyone,
            vote(1, if voice < 8 { Choice::Agree } else { Choice::Disagree }),
        );
        rig.tell(Actor::Anyone, vote(2, Choice::Agree));
    }
    rig.get_as(SECRETARY, FINDINGS).says_not("vb-key");
    rig.close();
    let desk = rig.get_as(SECRETARY, FINDINGS);
    page_ok(&desk);
    let text = desk.text();
    assert!(text.find(&sentence(2)) < text.find(&sentence(1)), "the surest first");
    desk.says("vb-key").says("Đồng ý 30");
}

#[test]
fn a_finding_is_withdrawn_with_a_reason() {
    let rig = heard(pages, 2);
    rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "1")).is(303);
    let path = format!("{FINDINGS}/1/rut");
    let form = rig.get_as(SECRETARY, &path);
    page_ok(form.is(200).says("Rút nhận định 1").says(TEXT));
    rig.fill(SECRETARY, &path, &[("ly-do", "")]).is(422).says("Viết lý do");
    rig.fill(SECRETARY, &path, &[("ly-do", "Ghi nhầm ý kiến số 1.")])
        .is(303);
    rig.get_as(SECRETARY, FINDINGS)
        .says("Đã rút")
        .says(TEXT)
        .says_not("/1/rut");
    let again = rig.fill(SECRETARY, &path, &[("ly-do", "Ghi nhầm ý kiến số 1.")]);
    page_ok(again.is(422).says("Nhận định này đã rút rồi").says("Ghi nhầm"));
    for wrong in ["2", "0", "x", "01"] {
        rig.get_as(SECRETARY, &format!("{FINDINGS}/{wrong}/rut")).is(404);
        rig.post_as(SECRETARY, &format!("{FINDINGS}/{wrong}/rut"), &[("ly-do", "Ghi nhầm.")])
            .is(404);
    }
    // One a directive rests on stays.
    rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "2")).is(303);
    let mut with = directive();
    with.push(("nhan-dinh", "2"));
    rig.fill(SECRETARY, NEW_DIRECTIVE, &with).is(303);
    let in_use = rig.fill(
        SECRETARY,
        &format!("{FINDINGS}/2/rut"),
        &[("ly-do", "Ghi nhầm lần nữa.")],
    );
    in_use
        .is(422)
        .says("Có chỉ đạo dựa vào nhận định này")
        .says("Ghi nhầm lần nữa.");
}

#[test]
fn after_the_conclusion_findings_stay() {
    let rig = closed(pages, 1);
    rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "1")).is(303);
    draft(&rig);
    let form = rig.get_as(SECRETARY, FINDINGS);
    rig.fill(CHAIR, PUBLISH, &[]).is(303);
    let size = rig.size();
    rig.get_as(SECRETARY, FINDINGS)
        .is(200)
        .says("nên nhận định giữ nguyên")
        .says_not("/1/rut");
    let late = rig.post_as(SECRETARY, FINDINGS, &form.with(&fields("shortcoming", "1")));
    page_ok(late.is(422).says("đã có kết luận"));
    rig.post_as(SECRETARY, &format!("{FINDINGS}/1/rut"), &[("ly-do", "Ghi nhầm.")])
        .is(422);
    assert_eq!(rig.size(), size);
}

#[test]
fn who_may_record_and_withdraw() {
    let rig = heard(pages, 1);
    rig.fill(SECRETARY, FINDINGS, &fields("shortcoming", "1")).is(303);
    only_those_who_may(
        &rig,
        CommandKind::RecordFinding,
        Some(FINDINGS),
        FINDINGS,
        &fields("achievement", "1"),
    );
    let path = format!("{FINDINGS}/1/rut");
    only_those_who_may(
        &rig,
        CommandKind::WithdrawFinding,
        Some(&path),
        &path,
        &[("ly-do", "Ghi nhầm.")],
    );
    // A person without the role learns nothing of which findings there are.
    rig.get_as(NOBODY, &format!("{FINDINGS}/9/rut")).is(403);
}
