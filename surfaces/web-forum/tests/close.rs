//! Opinions and votes are closed by hand.

mod common;

use common::{MODERATOR, Rig, SECRETARY, WORDS, no};
use forum::Stage;
use web_rig::page_ok;

const CLOSE: &str = "/dieu-hanh/dien-dan/2019-01/dong";
const UNPUBLISHED: &str = "1 ý kiến chưa đọc hoặc chờ đăng";

#[test]
fn whoever_closes_is_told_what_nobody_will_have_voted_on() {
    let rig = Rig::open();
    rig.get_as(SECRETARY, CLOSE).is(200).says_not("chờ đăng theo đợt");
    let opinion = rig.write(WORDS, "o");
    let page = rig.get_as(SECRETARY, CLOSE);
    page.shows(UNPUBLISHED).shows("Không mở lại được");
    page_ok(&page);
    page_ok(&rig.get_as(SECRETARY, &format!("/en{CLOSE}")));
    rig.publish(&[opinion]);
    rig.get_as(SECRETARY, CLOSE).is(200).says_not("chờ đăng theo đợt");
}

#[test]
fn it_is_closed_once_however_often_it_is_sent() {
    let rig = Rig::open();
    rig.get_as(MODERATOR, CLOSE).is(403);
    let key = rig.get_as(SECRETARY, CLOSE).key();
    let why = ("ly_do", "Hội nghị họp sớm hơn dự kiến.");
    rig.post_as(SECRETARY, CLOSE, &[("khoa", &key)])
        .is(422)
        .says("lý do đóng sớm hiện trên trang diễn đàn");
    let first = rig.post_as(SECRETARY, CLOSE, &[("khoa", &key), why]);
    let size = rig.size();
    let again = rig.post_as(SECRETARY, CLOSE, &[("khoa", &key), why]);
    assert_eq!(first.is(303).location(), again.is(303).location());
    assert_eq!(rig.size(), size);
    let view = rig.app.ledger.view();
    assert_eq!(view.state.forums.forums[&no()].stage, Stage::InSession);
    rig.post_as(SECRETARY, CLOSE, &[("khoa", "another"), why]).is(422);
    // Everybody reads why the promised day was not kept.
    let page = rig.get("/dien-dan/2019-01");
    page.says("Đóng nhận ý kiến sớm").says(why.1);
}
