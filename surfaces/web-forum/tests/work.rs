//! "Việc của tôi": what waits in the office as a whole stands there for those who do it, and for nobody else.

mod common;

use base::fact::{Actor, PersonId};
use common::{MODERATOR, NOBODY, Rig, SECRETARY};
use people::role::{Role, Scope};
use portal::article::Draft;
use web_rig::page_ok;
use world::Command;

const HOME: &str = "/dieu-hanh/";
const FLAGS: &str = "/dieu-hanh/tin-bao";

fn draft(title: &str) -> Draft {
    Draft {
        date: "2019-12-19".parse().unwrap(),
        title: title.into(),
        body: "Diễn đàn mở lúc 14 giờ tại hội trường.".into(),
        author: None,
        department: None,
    }
}

/// An editor and a publisher of the whole office.
fn newsroom(rig: &Rig) -> (PersonId, PersonId) {
    (
        rig.person("Vũ Thị Viết", None, &[(Role::Editor, Scope::Office)]),
        rig.person("Đỗ Văn Duyệt", None, &[(Role::Publisher, Scope::Office)]),
    )
}

/// Saves a draft and sends it for review.
fn send_for_review(rig: &Rig, editor: PersonId) -> portal::RevisionId {
    rig.tell(
        Actor::Person(editor),
        Command::SaveDraft {
            draft: draft("Mở diễn đàn"),
            over: None,
        },
    );
    let at = portal::RevisionId {
        article: 1,
        revision: 1,
    };
    rig.get_as(editor, HOME).shows("1 bản nháp chưa gửi duyệt");
    rig.tell(Actor::Person(editor), Command::SubmitDraft { at });
    at
}

#[test]
fn an_article_waits_for_whoever_has_to_act() {
    let rig = Rig::empty();
    let (editor, publisher) = newsroom(&rig);
    let page = rig.get_as(editor, HOME);
    page.shows("Viết bài mới").says("/dieu-hanh/bai-viet/moi");
    page_ok(&page);
    let at = send_for_review(&rig, editor);
    rig.get_as(publisher, HOME).shows("1 bài chờ duyệt");
    rig.get_as(editor, HOME).says_not("chờ duyệt").says_not("bản nháp");
    let reason = "Ghi rõ giờ mở cửa hội trường.".to_owned();
    rig.tell(Actor::Person(publisher), Command::ReturnDraft { at, reason });
    rig.get_as(editor, HOME).shows("1 bài được trả lại để sửa");
    rig.get_as(SECRETARY, HOME).says_not("trả lại để sửa");
}

#[test]
fn a_report_of_an_article_is_settled_at_the_offices_desk() {
    let rig = Rig::open();
    let (editor, publisher) = newsroom(&rig);
    rig.tell(
        Actor::Person(publisher),
        Command::PublishArticle {
            draft: draft("Mở diễn đàn"),
        },
    );
    let report = format!("/bao/{}", rig.size() - 1);
    rig.get_as(publisher, HOME).says_not("tin báo chờ xem");
    rig.post(&report, &[("ly_do", "personal_data"), ("khoa", "k")]).is(303);
    for one in [publisher, MODERATOR] {
        rig.get_as(one, HOME).shows("1 tin báo chờ xem").says(FLAGS);
        let desk = rig.get_as(one, FLAGS);
        desk.is(200)
            .shows("Diễn đàn mở lúc 14 giờ")
            .says("/dieu-hanh/bai-viet/1");
        page_ok(&desk);
        page_ok(&rig.get_as(one, &format!("/en{FLAGS}")));
    }
    for other in [editor, SECRETARY, NOBODY] {
        rig.get_as(other, HOME).says_not(FLAGS);
        rig.get_as(other, FLAGS).is(403);
        rig.post_as(other, &format!("{FLAGS}/1"), &[("ket_qua", "kept"), ("khoa", "x")])
            .is(403);
    }
    // A forum's desk does not settle it, and the office's desk settles nothing of a forum.
    let forum_desk = "/dieu-hanh/dien-dan/2019-01/tin-bao/1";
    rig.post_as(MODERATOR, forum_desk, &[("ket_qua", "kept"), ("khoa", "a")])
        .is(404);
    rig.post_as(publisher, &format!("{FLAGS}/99"), &[("khoa", "b")]).is(404);
    let done = rig.post_as(publisher, &format!("{FLAGS}/1"), &[("ket_qua", "kept"), ("khoa", "c")]);
    assert_eq!(done.is(303).location(), format!("{FLAGS}?xong=xem"));
    rig.get_as(publisher, FLAGS).shows("Không có tin báo nào chờ");
    rig.post_as(publisher, &format!("{FLAGS}/1"), &[("ket_qua", "kept"), ("khoa", "d")])
        .is(422);
}

#[test]
fn a_report_in_a_forum_waits_with_its_moderator() {
    let rig = Rig::open();
    let opinion = rig.write(common::WORDS, "o");
    rig.publish(&[opinion]);
    rig.post(&format!("/bao/{opinion}"), &[("ly_do", "personal_data"), ("khoa", "k")])
        .is(303);
    rig.get_as(MODERATOR, HOME)
        .shows("1 tin báo chờ xem")
        .says("/dieu-hanh/dien-dan/2019-01/tin-bao");
    rig.get_as(SECRETARY, HOME).says_not("tin báo chờ xem");
}

#[test]
fn who_has_a_role_is_not_told_to_have_none() {
    let rig = Rig::open();
    let clerk = rig.person("Bùi Văn Ghi", None, &[(Role::Clerk, Scope::Office)]);
    let page = rig.get_as(clerk, HOME);
    page.shows("Ghi lượt phát biểu, DD-2019-01")
        .says("/dieu-hanh/dien-dan/2019-01/phat-bieu")
        .says_not("Chưa được giao việc");
    page_ok(&page);
    rig.get_as(NOBODY, HOME).shows("Chưa được giao việc");
}
