//! The conclusion as it is drafted, and as everyone reads it.

mod common;

use base::fact::Actor;
use common::*;
use world::Command;

const MINE: &str = "Lời kết luận của người thứ nhất, đã lưu trước.";
const YOURS: &str = "Lời kết luận của người thứ hai, gửi sau.";

#[test]
fn the_whole_way_from_findings_to_a_public_conclusion() {
    let rig = closed(pages, 3);
    let before = rig.get(PUBLIC_CONCLUSION);
    page_ok(before.is(200));
    before.says("Chưa có kết luận").says("ngày 30/12/2019");
    for (sort, text) in [
        ("achievement", "Lực lượng đã ứng xử lịch sự."),
        ("shortcoming", "Cổng chưa chặt chẽ."),
    ] {
        rig.fill(SECRETARY, FINDINGS, &[("loai", sort), ("cau", text), ("y-kien", "1-3")])
            .is(303);
    }
    let form = rig.get_as(SECRETARY, CONCLUSION);
    page_ok(form.is(200));
    let saved = rig.post_as(SECRETARY, CONCLUSION, &form.with(&conclusion(WORDS)));
    assert_eq!(saved.is(303).header("location"), format!("{CONCLUSION}?xong=luu"));
    page_ok(
        rig.get_as(SECRETARY, saved.header("location"))
            .is(200)
            .says("Đã lưu bản soạn")
            .says(WORDS),
    );
    let mut directive = directive();
    directive.extend([("nhan-dinh", "1"), ("nhan-dinh", "2")]);
    rig.fill(SECRETARY, NEW_DIRECTIVE, &directive).is(303);
    // The secretary reads what will be in force; only the chair has the button.
    let read = rig.get_as(SECRETARY, PUBLISH);
    page_ok(read.is(200).says(WORDS).says(TASK).says_not("name=\"so-hieu\""));
    let page = rig.get_as(CHAIR, PUBLISH);
    page_ok(page.is(200));
    page.says(SIGNER)
        .says(ADDRESSEE)
        .says(MEASURE)
        .says("Phòng Cảnh sát bảo vệ mục tiêu")
        .says("10 ngày làm việc");
    // Ten working days from Thursday 19/12/2019: 01/01/2020 is a holiday.
    page.says("03/01/2020");
    let done = rig.post_as(CHAIR, PUBLISH, &page.with(&[("so-hieu", "05/TB-VP")]));
    assert_eq!(
        done.is(303).header("location"),
        "/dieu-hanh/dien-dan/2019-01?xong=cong-bo"
    );
    let public = rig.get(PUBLIC_CONCLUSION);
    page_ok(public.is(200));
    public
        .says(WORDS)
        .says("Nguyễn Thị Nhung, Chánh Văn phòng, kết luận ngày 19/12/2019")
        .says("Thông báo số 05/TB-VP")
        .says("Lực lượng đã ứng xử lịch sự.")
        .says("Từ nhận định 1-2")
        .says("Hạn 03/01/2020")
        .says("/dien-dan/2019-01/viec/1.1")
        .says("/dien-dan/2019-01/chi-dao/1.atom")
        .says("In bảng việc")
        .says("noindex");
    let text = public.text();
    assert!(text.find("Kết quả</h3>") < text.find("Hạn chế</h3>"));
    let english = rig.get(&format!("/en{PUBLIC_CONCLUSION}"));
    page_ok(
        english
            .is(200)
            .says("The conclusion, and what was done")
            .says("Notice 05/TB-VP")
            .says(WORDS),
    );
    // Done is done.
    let size = rig.size();
    page_ok(
        rig.get_as(CHAIR, PUBLISH)
            .is(200)
            .says("Đã công bố")
            .says_not("name=\"so-hieu\""),
    );
    rig.get_as(SECRETARY, CONCLUSION)
        .is(200)
        .says("Đã công bố")
        .says_not("name=\"loi\"");
    rig.get_as(SECRETARY, DIRECTIVES)
        .is(200)
        .says("Đã công bố")
        .says_not("/bo\"");
    rig.post_as(CHAIR, PUBLISH, &page.with(&[("so-hieu", "06/TB-VP"), ("khoa", "khac")]))
        .is(422)
        .says("đã có kết luận");
    rig.post_as(
        SECRETARY,
        CONCLUSION,
        &form.with(&[("loi", YOURS), ("nguoi", SIGNER), ("chuc-vu", POST)]),
    )
    .is(422);
    rig.post_as(SECRETARY, NEW_DIRECTIVE, &common::directive())
        .is(422)
        .says(TASK);
    rig.post_as(SECRETARY, &format!("{DIRECTIVES}/1"), &common::directive())
        .is(422)
        .says(TASK);
    let seq = rig.forum().directives.get(&1).unwrap().seq.to_string();
    rig.post_as(SECRETARY, &format!("{DIRECTIVES}/1/bo"), &[("ban", &seq)])
        .is(422);
    assert_eq!(rig.size(), size);
    // Sent twice, it is one act.
    rig.post_as(CHAIR, PUBLISH, &page.with(&[("so-hieu", "05/TB-VP")]))
        .is(303);
    assert_eq!(rig.size(), size);
}

#[test]
fn each_part_of_the_draft_is_asked_for() {
    let rig = heard(pages, 1);
    let size = rig.size();
    let good = conclusion(WORDS);
    for (name, value, words) in [
        ("loi", "", "Viết lời kết luận"),
        ("loi", "Ngắn", "ít nhất 20 chữ cái"),
        ("nguoi", "", "Viết người kết luận"),
        ("nguoi", "A\nB", "trên một dòng"),
        ("chuc-vu", "", "Viết chức vụ"),
    ] {
        let typed = but(&good, name, value);
        let back = rig.fill(SECRETARY, CONCLUSION, &typed);
        page_ok(back.is(422).says(words));
        for (_, kept) in less(&typed, name) {
            back.says(kept);
        }
    }
    let long = "a".repeat(20_001);
    rig.fill(SECRETARY, CONCLUSION, &conclusion(&long))
        .is(422)
        .says("Rút ngắn")
        .says(&long);
    let hostile = [("loi", HOSTILE), ("nguoi", HOSTILE), ("chuc-vu", "")];
    page_ok(rig.fill(SECRETARY, CONCLUSION, &hostile).is(422).says_no_markup());
    rig.fill(SECRETARY, &format!("/en{CONCLUSION}"), &[])
        .is(422)
        .says("Write the conclusion");
    assert_eq!(rig.size(), size);
}

#[test]
fn two_secretaries_on_one_draft() {
    let rig = heard(pages, 1);
    for round in 0..2 {
        // The first time there is no draft yet, the second time there is one.
        let (mine, yours) = (
            rig.get_as(SECRETARY, CONCLUSION),
            rig.get_as(OTHER_SECRETARY, CONCLUSION),
        );
        rig.post_as(
            SECRETARY,
            CONCLUSION,
            &mine.with(&[("loi", MINE), ("nguoi", "Người Thứ Nhất"), ("chuc-vu", POST)]),
        )
        .is(303);
        let size = rig.size();
        let typed = conclusion(YOURS);
        let back = rig.post_as(OTHER_SECRETARY, CONCLUSION, &yours.with(&typed));
        page_ok(back.is(422).says("Có người vừa sửa chỗ này").says("Bản đang lưu"));
        back.says(MINE).says("Người Thứ Nhất").says(YOURS).says(SIGNER);
        assert_eq!(rig.size(), size, "round {round}");
        let seq = rig.forum().conclusion.unwrap().seq;
        assert_eq!(back.field("ban"), seq.to_string(), "it goes on from what it shows");
        rig.post_as(OTHER_SECRETARY, CONCLUSION, &back.with(&typed)).is(303);
        rig.get_as(SECRETARY, CONCLUSION).says(YOURS).says_not(MINE);
    }
    // One that loses the race again is told again.
    let stale = rig.get_as(SECRETARY, CONCLUSION);
    rig.fill(OTHER_SECRETARY, CONCLUSION, &conclusion(MINE)).is(303);
    let lost = rig.post_as(SECRETARY, CONCLUSION, &stale.with(&conclusion(WORDS)));
    rig.fill(OTHER_SECRETARY, CONCLUSION, &conclusion(YOURS)).is(303);
    rig.post_as(SECRETARY, CONCLUSION, &lost.with(&conclusion(WORDS)))
        .is(422)
        .says(YOURS)
        .says(WORDS);
}

#[test]
fn words_are_words() {
    let rig = closed(pages, 1);
    rig.fill(
        SECRETARY,
        FINDINGS,
        &[("loai", "shortcoming"), ("cau", HOSTILE), ("y-kien", "1")],
    )
    .is(303);
    rig.fill(
        SECRETARY,
        CONCLUSION,
        &[("loi", HOSTILE), ("nguoi", HOSTILE), ("chuc-vu", HOSTILE)],
    )
    .is(303);
    let hostile = ["gui", "loi", "viec-1", "do-1"]
        .iter()
        .fold(directive(), |fields, name| but(&fields, name, HOSTILE));
    rig.fill(SECRETARY, NEW_DIRECTIVE, &hostile).is(303);
    for path in [
        FINDINGS,
        CONCLUSION,
        DIRECTIVES,
        PUBLISH,
        NEW_DIRECTIVE,
        &format!("{DIRECTIVES}/1"),
    ] {
        page_ok(rig.get_as(CHAIR, path).is(200).says_no_markup());
    }
    rig.fill(CHAIR, PUBLISH, &[]).is(303);
    for path in [PUBLIC_CONCLUSION.to_owned(), format!("/en{PUBLIC_CONCLUSION}")] {
        page_ok(rig.get(&path).is(200).says_no_markup());
    }
}

#[test]
fn what_a_finding_rests_on_shows_no_small_numbers() {
    let rig = heard(pages, 2);
    for voice in 1..=12 {
        let vote = |opinion| Command::CastVote {
            forum: no(),
            pseudonym: base::fact::Digest32([voice; 32]),
            opinion,
            choice: forum::events::Choice::Agree,
        };
        rig.tell(Actor::Anyone, vote(1));
        if voice < 10 {
            rig.tell(Actor::Anyone, vote(2));
        }
    }
    rig.close();
    let finding = [
        ("loai", "shortcoming"),
        ("cau", "Cổng chưa chặt chẽ."),
        ("y-kien", "1, 2"),
    ];
    rig.fill(SECRETARY, FINDINGS, &finding).is(303);
    draft(&rig);
    rig.fill(CHAIR, PUBLISH, &[]).is(303);
    rig.get(PUBLIC_CONCLUSION)
        .says("YK-0001 (12/12 đồng ý)")
        .says(">YK-0002</a>")
        .says_not("9/9");
}

#[test]
fn before_its_day_the_chair_is_told_from_when_deadlines_count() {
    let rig = closed(pages, 1);
    draft(&rig);
    let early = "Diễn đàn họp ngày 30/12/2019";
    // Votes are closed on 19/12 by hand, eleven days before it is held.
    rig.get_as(CHAIR, PUBLISH).is(200).says(early);
    rig.hours_later(11 * 24);
    rig.get_as(CHAIR, PUBLISH).is(200).says_not(early);
}

#[test]
fn places_that_are_not_there() {
    let rig = closed(pages, 1);
    for place in ["ket-luan", "ket-luan/cong-bo"] {
        rig.get_as(CHAIR, &format!("/dieu-hanh/dien-dan/2019-09/{place}"))
            .is(404);
    }
    rig.get("/dien-dan/2019-09/ket-luan").is(404);
    rig.get("/dien-dan/%3Cb%3E/ket-luan").is(404);
}
