//! A forum on its way to a conclusion, on the small office the tests of votes use.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code, unused_imports)]

#[path = "../../../web-vote/tests/common/rig/mod.rs"]
mod rig;

pub use rig::*;

use axum::Router;
use base::fact::Actor;
use forum::events::Choice;
use web_scene::App;
use world::Command;

pub const CONCLUSION: &str = "/dieu-hanh/dien-dan/2019-01/ket-luan";
pub const PUBLISH: &str = "/dieu-hanh/dien-dan/2019-01/ket-luan/cong-bo";
pub const DIRECTIVES: &str = "/dieu-hanh/dien-dan/2019-01/chi-dao";
pub const NEW_DIRECTIVE: &str = "/dieu-hanh/dien-dan/2019-01/chi-dao/moi";
pub const FINDINGS: &str = "/dieu-hanh/dien-dan/2019-01/nhan-dinh";
pub const ANSWER: &str = "/dieu-hanh/dien-dan/2019-01/tra-loi";
pub const PUBLIC_CONCLUSION: &str = "/dien-dan/2019-01/ket-luan";
pub const PUBLIC_ANSWERS: &str = "/dien-dan/2019-01/tra-loi";

pub const WORDS: &str = "Kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ.";
pub const SIGNER: &str = "Nguyễn Thị Nhung";
pub const POST: &str = "Chánh Văn phòng";
pub const ADDRESSEE: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu";
pub const TASK: &str = "Khắc phục việc kiểm soát ở cổng";
pub const MEASURE: &str = "Lượt vào cổng ghi đủ giấy tờ từ 98% trở lên.";

/// The pages of this crate.
pub fn pages() -> Router<App> {
    web_outcome::routes()
}

/// Every public page that stands beside them.
pub fn all_pages() -> Router<App> {
    let own = web_outcome::routes().merge(web_forum::routes());
    own.merge(web_follow::routes()).merge(web_record::routes())
}

pub fn sentence(n: u32) -> String {
    format!("Ý kiến thứ {n}: cổng phụ buổi sáng còn ùn tắc.")
}

/// A forum with so many opinions that still takes them.
pub fn heard(routes: fn() -> Router<App>, opinions: u32) -> Rig {
    let rig = Rig::office(routes);
    rig.announce();
    rig.open();
    for n in 1..=opinions {
        rig.publish(&sentence(n));
    }
    rig
}

/// The same, closed: it can be concluded.
pub fn closed(routes: fn() -> Router<App>, opinions: u32) -> Rig {
    let rig = heard(routes, opinions);
    rig.close();
    rig
}

/// The words of a conclusion in its form.
pub fn conclusion(text: &str) -> [(&str, &str); 3] {
    [("loi", text), ("nguoi", SIGNER), ("chuc-vu", POST)]
}

/// A directive of one clause, in its form.
pub fn directive() -> Vec<(&'static str, &'static str)> {
    vec![
        ("gui", ADDRESSEE),
        ("loi", "Tiếp tục nỗ lực phấn đấu, khắc phục thiếu sót."),
        ("viec-1", TASK),
        ("do-1", MEASURE),
        ("chu-tri-1", "2"),
        ("tham-tra-1", "1"),
        ("ngay-1", "10"),
        ("bang-chung-1", "figures"),
        ("bang-chung-1", "visit"),
    ]
}

/// Fields with one of them said otherwise.
pub fn but<'a>(fields: &[(&'a str, &'a str)], name: &str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let other = |(field, old): &(&'a str, &'a str)| (*field, if *field == name { value } else { *old });
    fields.iter().map(other).collect()
}

/// Fields without one of them.
pub fn less<'a>(fields: &[(&'a str, &'a str)], name: &str) -> Vec<(&'a str, &'a str)> {
    fields.iter().filter(|(field, _)| *field != name).copied().collect()
}

/// Drafts the conclusion and one directive as the secretary.
pub fn draft(rig: &Rig) {
    rig.fill(SECRETARY, CONCLUSION, &conclusion(WORDS)).is(303);
    rig.fill(SECRETARY, NEW_DIRECTIVE, &directive()).is(303);
}

/// Everyone who may not do a thing is told so, reading and sending, and nothing is recorded.
pub fn only_those_who_may(rig: &Rig, kind: world::CommandKind, get: Option<&str>, post: &str, fields: &[(&str, &str)]) {
    for (person, role, may) in rig.by_role(kind) {
        let size = rig.size();
        if may {
            if let Some(path) = get {
                assert_eq!(rig.get_as(person, path).status, 200, "{role:?} reads {path}");
            }
            continue;
        }
        if let Some(path) = get {
            assert_eq!(rig.get_as(person, path).status, 403, "{role:?} reads {path}");
        }
        assert_eq!(rig.post_as(person, post, fields).status, 403, "{role:?} sends {post}");
        assert_eq!(rig.size(), size, "{role:?}");
    }
    if let Some(path) = get {
        rig.get(path).is(403);
    }
    let size = rig.size();
    assert!(!rig.post(post, fields).status.is_success());
    assert_eq!(rig.size(), size);
}
