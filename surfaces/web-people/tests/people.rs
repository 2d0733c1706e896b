//! Organisations, people, roles.

mod common;

use base::fact::{Actor, PersonId};
use common::{NOBODY, office};
use people::role::{Role, Scope};
use storage::faulty::{Fault, FaultAt};
use web_rig::{ADMINISTRATOR, page_ok};
use world::Command;

#[test]
fn organisations_and_people_are_added_once_however_often_the_form_is_sent() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let page = admin.get("/quan-tri/co-quan");
    page.is(200).says("Chưa có cơ quan nào");
    let key = page.form_to("/quan-tri/co-quan").value("khoa").unwrap_or_default();
    assert_eq!(key.len(), 64);
    let fields = [
        ("khoa", key.as_str()),
        ("loai", "guard_force"),
        ("ten", "  Phòng Cảnh sát bảo vệ mục tiêu "),
    ];
    for _ in 0..2 {
        assert_eq!(
            admin.post("/quan-tri/co-quan", &fields).is(303).location(),
            "/quan-tri/co-quan"
        );
    }
    let page = admin.get("/quan-tri/co-quan");
    assert_eq!(page.html().matches("Phòng Cảnh sát bảo vệ mục tiêu").count(), 1);
    page.says("Lực lượng bảo vệ");
    page_ok(&page);

    let stale = [
        ("khoa", key.as_str()),
        ("loai", "other"),
        ("ten", "Kho bạc Nhà nước tỉnh"),
    ];
    let answer = admin.post("/quan-tri/co-quan", &stale);
    answer.is(422).says("Phiếu này đã gửi trước đó");
    answer.says("value=\"Kho bạc Nhà nước tỉnh\"");
    let fresh = answer.form_to("/quan-tri/co-quan").value("khoa").unwrap_or_default();
    assert!(fresh.len() == 64 && fresh != key);

    for (name, organisation) in [("Lê Thị Ánh", "1"), ("Đặng Văn Ân", "")] {
        admin
            .post("/en/quan-tri/nguoi", &[("ho_ten", name), ("co_quan", organisation)])
            .is(303);
    }
    let page = admin.get("/quan-tri/nguoi");
    let place = |name: &str| page.html().rfind(name).unwrap();
    assert!(place("Ngô Văn An") < place("Lê Thị Ánh") && place("Lê Thị Ánh") < place("Đặng Văn Ân"));
    assert!(
        place("Đặng Văn Ân") < page.html().find("Trần Thị Dương</a>").unwrap(),
        "by the given name"
    );
    let wrong = admin.post("/quan-tri/nguoi", &[("ho_ten", "Ai Đó"), ("co_quan", "77")]);
    wrong.is(422).says("Không có cơ quan này");
    admin
        .post("/quan-tri/nguoi", &[("ho_ten", "Ai Đó"), ("co_quan", "x")])
        .is(422)
        .says("Ai Đó");
}

#[test]
fn a_busy_server_keeps_words_and_key() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    let fields = [("khoa", "k-1"), ("loai", "other"), ("ten", "Kho bạc")];
    rig.fail_next(FaultAt::Append, Fault::Refused);
    let answer = admin.post("/quan-tri/co-quan", &fields);
    answer.is(503).says("value=\"Kho bạc\"");
    answer.says("value=\"k-1\"");
    assert!(answer.headers.contains_key("retry-after"));
    assert_eq!(rig.size(), size);
    admin.post("/quan-tri/co-quan", &fields).is(303);
    assert_eq!(rig.size(), size + 1);
}

#[test]
fn roles_are_given_and_taken_by_the_rules() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let give = |role: &'static str, scope: &'static str| [("vai_tro", role), ("pham_vi", scope)];
    let to = admin.post("/quan-tri/nguoi/2/vai-tro", &give("secretary", "office"));
    assert_eq!(to.is(303).location(), "/quan-tri/nguoi/2");
    admin
        .get("/quan-tri/nguoi/2")
        .is(200)
        .says("Bỏ vai trò Thư ký, Cả văn phòng");
    let again = admin.post("/quan-tri/nguoi/2/vai-tro", &give("secretary", "office"));
    again.is(422).says("Người này đã có vai trò đó");
    page_ok(&again);
    admin
        .post("/quan-tri/nguoi/2/vai-tro", &give("secretary", "2020-01"))
        .is(422)
        .says("Không có diễn đàn này");
    for (role, scope) in [
        ("", "office"),
        ("king", "office"),
        ("secretary", ""),
        ("secretary", "2020-1"),
        ("secretary", "<b>"),
    ] {
        let wrong = admin.post("/quan-tri/nguoi/2/vai-tro", &[("vai_tro", role), ("pham_vi", scope)]);
        wrong.is(422).says(": chọn một.");
        page_ok(&wrong);
    }
    admin
        .post("/quan-tri/nguoi/8/vai-tro", &give("secretary", "office"))
        .is(404);

    let take = [("bo_vai_tro", "secretary"), ("bo_pham_vi", "office")];
    admin.post("/quan-tri/nguoi/2/vai-tro/bo", &take).is(303);
    let gone = admin.post("/quan-tri/nguoi/2/vai-tro/bo", &take);
    gone.is(422).says("không còn vai trò đó");
    page_ok(&gone);
}

#[test]
fn the_last_administrator_stays() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let take = [("bo_vai_tro", "administrator"), ("bo_pham_vi", "office")];
    let size = rig.size();
    admin
        .post("/quan-tri/nguoi/1/vai-tro/bo", &take)
        .is(422)
        .says("người quản trị cuối cùng");
    admin
        .post("/en/quan-tri/nguoi/1/vai-tro/bo", &take)
        .is(422)
        .says("This is the last administrator");
    assert_eq!(rig.size(), size);
    rig.grant(NOBODY, Role::Administrator, Scope::Office);
    let answer = admin.post("/quan-tri/nguoi/1/vai-tro/bo", &take);
    assert_eq!(answer.is(303).location(), "/quan-tri/toi");
    admin.get("/quan-tri/").is(403);
    admin.get("/quan-tri/toi").is(200);
}

#[test]
fn the_force_never_moderates() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    admin
        .post("/quan-tri/co-quan", &[("loai", "guard_force"), ("ten", "Phòng CSBVMT")])
        .is(303);
    admin
        .post("/quan-tri/nguoi", &[("ho_ten", "Vũ Anh"), ("co_quan", "1")])
        .is(303);
    let give = [("vai_tro", "moderator"), ("pham_vi", "office")];
    let answer = admin.post("/quan-tri/nguoi/3/vai-tro", &give);
    answer.is(422).says("không đọc duyệt ý kiến");
    answer.says("<option value=\"moderator\" selected>");
}

#[test]
fn long_lists_come_in_pages() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    for n in 0..60 {
        let command = Command::AddPerson {
            name: format!("Người Thứ {n:02}"),
            organisation: None,
        };
        rig.tell(Actor::Person(ADMINISTRATOR), command);
    }
    let first = admin.get("/quan-tri/nguoi");
    first.is(200).says("/quan-tri/nguoi?trang=2");
    first.says("Trang 1 trên 2");
    admin
        .get("/en/quan-tri/nguoi?trang=2")
        .is(200)
        .says("/en/quan-tri/nguoi?trang=1");
    for wrong in ["0", "3", "-1", "x", "99999999999999999999"] {
        admin.get(&format!("/quan-tri/nguoi?trang={wrong}")).is(404);
    }
}

#[test]
fn a_name_is_corrected_and_stays_out_of_public_pages() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let renamed = admin.post("/quan-tri/nguoi/2/ten", &[("ho_ten", "Ngo\u{302} Văn Ân")]);
    assert_eq!(renamed.is(303).location(), "/quan-tri/nguoi/2");
    admin.get("/quan-tri/nguoi/2").says("value=\"Ngô Văn Ân\"");
    for seq in 0..rig.size() {
        let bytes = rig.app.ledger.entry_bytes(seq).unwrap().unwrap();
        assert!(
            !String::from_utf8(bytes).unwrap().contains("Văn"),
            "entry {seq} holds a name"
        );
    }
    let known = rig
        .app
        .ledger
        .view()
        .state
        .people
        .persons
        .get(&PersonId(2))
        .cloned()
        .unwrap();
    assert!(!known.roles.contains_key(&(Role::Administrator, Scope::Office)));
}

#[test]
fn a_person_is_moved_to_another_organisation_once_no_role_is_tied_to_the_old_one() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    for (kind, name) in [
        ("guard_force", "Phòng Cảnh sát bảo vệ"),
        ("host_agency", "Kho bạc Nhà nước"),
    ] {
        admin
            .post("/quan-tri/co-quan", &[("loai", kind), ("ten", name)])
            .is(303);
    }
    let person = format!("/quan-tri/nguoi/{}", NOBODY.0);
    let to = format!("{person}/co-quan");
    let page = admin.get(&person);
    page.is(200).says("Chuyển cơ quan");
    page_ok(&page);
    admin.post(&to, &[("chuyen_den", "1")]).is(303);
    admin.get(&person).shows("Phòng Cảnh sát bảo vệ");
    admin
        .post(&to, &[("chuyen_den", "1")])
        .is(422)
        .says("đã thuộc cơ quan ấy");
    for wrong in ["77", "x", "-1", "99999999999"] {
        let back = admin.post(&to, &[("chuyen_den", wrong)]);
        back.is(422).says("Không có cơ quan này");
        page_ok(&back);
    }
    rig.grant(NOBODY, Role::Commander, Scope::Office);
    let size = rig.size();
    let tied = admin.post(&to, &[("chuyen_den", "2")]);
    tied.is(422).says("Bỏ các vai trò ấy trước");
    page_ok(&tied);
    page_ok(&admin.post(&format!("/en{to}"), &[("chuyen_den", "2")]));
    assert_eq!(rig.size(), size);
    let role = [("bo_vai_tro", "commander"), ("bo_pham_vi", "office")];
    admin.post(&format!("{person}/vai-tro/bo"), &role).is(303);
    admin.post(&to, &[("chuyen_den", "2")]).is(303);
    admin.post(&to, &[("chuyen_den", "")]).is(303);
    admin.get(&person).shows("Không thuộc cơ quan nào");
}
