//! The conclusion is drafted unseen, and put in force exactly as it was read.

mod common;

use base::fact::{Actor, SealedRef};
use common::*;
use world::{Command, CommandKind};

const MINE: &str = "Lời kết luận của người thứ nhất, đã lưu trước.";
const YOURS: &str = "Lời kết luận của người thứ hai, gửi sau.";

#[test]
fn what_is_concluded_is_what_was_read() {
    let rig = closed(pages, 1);
    draft(&rig);
    let change = |rig: &Rig, what: usize| match what {
        0 => rig.fill(SECRETARY, CONCLUSION, &conclusion(MINE)),
        1 => rig.fill(
            SECRETARY,
            &format!("{DIRECTIVES}/1"),
            &but(&directive(), "ngay-1", "99"),
        ),
        2 => rig.fill(
            SECRETARY,
            NEW_DIRECTIVE,
            &but(&directive(), "gui", "Ban Bảo vệ tòa nhà"),
        ),
        _ => {
            let seq = rig.forum().directives.get(&2).unwrap().seq.to_string();
            rig.post_as(SECRETARY, &format!("{DIRECTIVES}/2/bo"), &[("ban", &seq)])
        }
    };
    for what in 0..4 {
        let read = rig.get_as(CHAIR, PUBLISH);
        change(&rig, what).is(303);
        let size = rig.size();
        let back = rig.post_as(CHAIR, PUBLISH, &read.with(&[("so-hieu", "05/TB-VP")]));
        page_ok(back.is(422).says("Có người vừa sửa chỗ này").says("value=\"05/TB-VP\""));
        assert_eq!(rig.size(), size, "change {what}");
        assert_ne!(
            (back.field("ban"), back.field("da-doc")),
            (read.field("ban"), read.field("da-doc"))
        );
        match what {
            0 => back.says(MINE),
            1 => back.says("99 ngày làm việc"),
            2 => back.says("Ban Bảo vệ tòa nhà"),
            _ => back.says_not("Ban Bảo vệ tòa nhà"),
        };
        rig.get(PUBLIC_CONCLUSION).says("Chưa có kết luận");
    }
    // What the form says of what was read counts, whoever made it up.
    let read = rig.get_as(CHAIR, PUBLISH);
    let size = rig.size();
    for (name, value) in [
        ("ban", ""),
        ("ban", "x"),
        ("ban", "1"),
        ("da-doc", ""),
        ("da-doc", "1"),
        ("da-doc", "x,y"),
    ] {
        rig.post_as(CHAIR, PUBLISH, &read.with(&[(name, value)])).is(422);
    }
    let twice = format!("{0},{0}", read.field("da-doc"));
    rig.post_as(CHAIR, PUBLISH, &read.with(&[("da-doc", &twice)])).is(422);
    assert_eq!(rig.size(), size);
    rig.post_as(CHAIR, PUBLISH, &read.with(&[])).is(303);
    rig.get(PUBLIC_CONCLUSION).says(MINE).says_not("Thông báo số");
}

#[test]
fn not_while_opinions_are_taken_nor_without_words() {
    let rig = heard(pages, 1);
    draft(&rig);
    let page = rig.get_as(CHAIR, PUBLISH);
    page_ok(
        page.is(200)
            .says("Đóng nhận trước")
            .says("/dieu-hanh/dien-dan/2019-01/dong")
            .says_not("name=\"so-hieu\""),
    );
    let forum = rig.forum();
    let over = forum.conclusion.as_ref().unwrap().seq.to_string();
    let read = forum.directives.get(&1).unwrap().seq.to_string();
    let fields = [("khoa", "mot"), ("ban", over.as_str()), ("da-doc", read.as_str())];
    let size = rig.size();
    page_ok(
        rig.post_as(CHAIR, PUBLISH, &fields)
            .is(422)
            .says("Diễn đàn còn nhận ý kiến và bày tỏ"),
    );
    // The last day is over, and the votes are not counted on the record yet.
    rig.to("2019-12-30T02:00:00Z");
    rig.post_as(CHAIR, PUBLISH, &[("khoa", "hai"), fields[1], fields[2]])
        .is(422)
        .says("Diễn đàn còn nhận");
    assert_eq!(rig.size(), size);
    rig.tick();
    rig.post_as(CHAIR, PUBLISH, &[("khoa", "ba"), fields[1], fields[2]])
        .is(303);

    let rig = closed(pages, 1);
    page_ok(
        rig.get_as(CHAIR, PUBLISH)
            .is(200)
            .says("Chưa có lời kết luận")
            .says_not("name=\"so-hieu\""),
    );
    page_ok(rig.post_as(CHAIR, PUBLISH, &[("khoa", "mot")]).is(422));
    rig.fill(SECRETARY, CONCLUSION, &conclusion(WORDS)).is(303);
    rig.get_as(CHAIR, PUBLISH).says("Kết luận này không kèm chỉ đạo nào");
    let long = "a".repeat(400);
    rig.fill(CHAIR, PUBLISH, &[("so-hieu", &long)])
        .is(422)
        .says("Rút ngắn")
        .says(&long);
    let markup = "<script>alert(1)</script>";
    rig.fill(CHAIR, PUBLISH, &[("so-hieu", markup)]).is(303);
    rig.get(PUBLIC_CONCLUSION)
        .is(200)
        .says("script&")
        .says_not("<script>alert");
}

#[test]
fn a_cancelled_forum_has_no_conclusion() {
    let rig = heard(pages, 1);
    draft(&rig);
    let form = rig.get_as(SECRETARY, CONCLUSION);
    let (forum, reason) = (no(), "Bão số 9 vào bờ đúng ngày họp.".to_owned());
    rig.tell(Actor::Person(CHAIR), Command::CancelForum { forum, reason });
    let size = rig.size();
    page_ok(
        rig.get(PUBLIC_CONCLUSION)
            .is(200)
            .says("Diễn đàn này đã hủy")
            .says_not(WORDS),
    );
    rig.post_as(SECRETARY, CONCLUSION, &form.with(&conclusion(MINE)))
        .is(422)
        .says(MINE);
    rig.post_as(CHAIR, PUBLISH, &[("khoa", "mot")]).is(422);
    assert_eq!(rig.size(), size);
}

#[test]
fn a_draft_is_seen_by_nobody_else() {
    let rig = closed(all_pages, 2);
    draft(&rig);
    let forum = rig.forum();
    let (written, ordered) = (forum.conclusion.as_ref().unwrap(), forum.directives.get(&1).unwrap());
    let secret = [WORDS, SIGNER, POST, ADDRESSEE, TASK, "98% trở lên", "nỗ lực phấn đấu"];
    let fields: Vec<SealedRef> = [
        written.text,
        written.signer,
        written.post,
        ordered.addressee,
        ordered.text,
    ]
    .into_iter()
    .chain(ordered.clauses.iter().flat_map(|clause| [clause.task, clause.measure]))
    .collect();
    let mut paths = vec![
        "/dien-dan/".to_owned(),
        FORUM.to_owned(),
        PUBLIC_CONCLUSION.to_owned(),
        PUBLIC_ANSWERS.to_owned(),
        format!("{FORUM}/tin.atom"),
        format!("{FORUM}/chi-dao/1.atom"),
        format!("{FORUM}/viec/1.1"),
        format!("{FORUM}/y-kien/1"),
        "/so-cai".to_owned(),
    ];
    paths.extend((0..rig.size()).map(|seq| format!("/log/entry/{seq}")));
    paths.extend([written.seq, ordered.seq].map(|seq| format!("/so-cai?tu={seq}")));
    for path in &paths {
        let page = rig.get(path);
        secret.iter().for_each(|words| {
            page.says_not(words);
        });
    }
    let value = |at: &SealedRef| format!("/log/value/{}/{}", at.seq, at.field);
    for at in &fields {
        let page = rig.get(&value(at));
        secret.iter().for_each(|words| {
            page.is(404).says_not(words);
        });
    }
    for path in [format!("{FORUM}/chi-dao/1.atom"), format!("{FORUM}/viec/1.1")] {
        rig.get(&path).is(404);
    }
    // A commander, a moderator, someone without a role: not through their own pages either.
    for person in [COMMANDER, MODERATOR, DELEGATE, NOBODY] {
        for path in [
            CONCLUSION,
            PUBLISH,
            DIRECTIVES,
            NEW_DIRECTIVE,
            &format!("{DIRECTIVES}/1"),
            DESK,
            "/dieu-hanh/",
        ] {
            let page = rig.get_as(person, path);
            secret.iter().for_each(|words| {
                page.says_not(words);
            });
        }
    }
    // Then everyone may read it all.
    rig.fill(CHAIR, PUBLISH, &[]).is(303);
    for at in &fields {
        rig.get(&value(at)).is(200);
    }
    rig.get(PUBLIC_CONCLUSION).says(WORDS).says(TASK);
    rig.get(&format!("{FORUM}/viec/1.1")).is(200).says(TASK);
}

#[test]
fn who_may_draft_and_conclude() {
    let rig = closed(pages, 1);
    draft(&rig);
    let fields = conclusion(YOURS);
    only_those_who_may(
        &rig,
        CommandKind::WriteConclusion,
        Some(CONCLUSION),
        CONCLUSION,
        &fields,
    );
    only_those_who_may(&rig, CommandKind::WriteConclusion, Some(PUBLISH), CONCLUSION, &fields);
    let forum = rig.forum();
    let over = forum.conclusion.unwrap().seq.to_string();
    let read = forum.directives.get(&1).unwrap().seq.to_string();
    let fields = [("ban", over.as_str()), ("da-doc", read.as_str())];
    // The secretary too: what they may read they may not put in force.
    only_those_who_may(&rig, CommandKind::Conclude, None, PUBLISH, &fields);
    rig.post_as(SECRETARY, PUBLISH, &fields).is(403);
    rig.get(PUBLIC_CONCLUSION).says("Chưa có kết luận");
}
