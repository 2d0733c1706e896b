//! The office is set up: step by step, left and taken up again, with what is missing always in sight.

mod common;

use base::fact::{Actor, Digest32};
use common::{NOBODY, empty, office, png};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::{ADMINISTRATOR, Office, Sample, Text, forms_survive, page_ok};
use world::Command;

type Fields = &'static [(&'static str, &'static str)];

const STEPS: [&str; 8] = [
    "van-phong",
    "ho-ten",
    "phu-hieu",
    "mui-gio",
    "thoi-han",
    "co-quan",
    "nguoi",
    "dien-dan",
];

fn step(name: &str) -> String {
    format!("/quan-tri/bat-dau/{name}")
}

/// An office that has an administrator and nothing else.
fn bare() -> Office {
    let rig = empty();
    let token = Digest32([1; 32]);
    rig.tell(Actor::Console, Command::IssueFirstInvitation { token });
    rig.tell(Actor::Anyone, Command::AcceptInvitation { token });
    rig
}

#[test]
fn the_first_administrator_is_led_through_every_step() {
    let rig = bare();
    let admin = rig.signed_in(ADMINISTRATOR);
    let home = admin.get("/quan-tri/");
    home.is(200).says("Chuẩn bị văn phòng");
    home.says("Xong 3 trên 8 bước")
        .says("Làm tiếp: tên và liên hệ của văn phòng");
    home.says("href=\"/quan-tri/bat-dau/van-phong\"");
    home.says_not("Tình trạng của văn phòng");
    page_ok(&home);

    let fill = |name: &str| admin.fill(&step(name));
    let office = fill("van-phong").to("/quan-tri/van-phong");
    let named = office.set("ten", "Văn phòng HĐND tỉnh").set("lien_he", "Số 1").send();
    assert_eq!(named.is(303).location(), step("ho-ten"));
    let own = fill("ho-ten").to("/quan-tri/van-phong/ten-toi");
    let named = own.set("ho_ten", "Trần Thị Dương").send();
    assert_eq!(named.is(303).location(), step("phu-hieu"));
    let emblem = fill("phu-hieu").to("/quan-tri/van-phong/phu-hieu");
    let set = emblem.file("tep", "a.png", &png(64, 64, 300)).send();
    assert_eq!(set.is(303).location(), step("mui-gio"));
    admin
        .get(&step("mui-gio"))
        .is(200)
        .says("Asia/Ho_Chi_Minh")
        .says("UTC+7");
    let days = fill("thoi-han").to("/quan-tri/van-phong/thoi-han");
    assert_eq!(days.value("so_ngay"), "180", "the law's default");
    assert_eq!(days.set("so_ngay", "90").send().is(303).location(), step("co-quan"));
    assert_eq!(rig.app.ledger.view().state.people.unpublished_days, Some(90));

    let lists = [
        ("guard_force", "Phòng CSBVMT"),
        ("host_agency", "Kho bạc Nhà nước tỉnh"),
    ];
    for (kind, name) in lists {
        let one = fill("co-quan")
            .to("/quan-tri/co-quan")
            .set("loai", kind)
            .set("ten", name);
        assert_eq!(one.send().is(303).location(), step("co-quan"), "one more may follow");
    }
    let page = admin.get(&step("co-quan"));
    page.says("Kho bạc Nhà nước tỉnh")
        .says("Đã xong")
        .says_not("Còn thiếu:");

    let people = admin.get(&step("nguoi"));
    people.says("Còn thiếu: chủ trì, thư ký, người đọc ý kiến, chỉ huy, ");
    let one = fill("nguoi")
        .to("/quan-tri/nguoi")
        .set("ho_ten", "Phạm Văn Huy")
        .set("co_quan", "1");
    assert_eq!(one.send().is(303).location(), step("nguoi"));
    admin
        .get(&step("nguoi"))
        .says("Phạm Văn Huy")
        .says("href=\"/quan-tri/nguoi/2\"");
    admin
        .get("/quan-tri/nguoi/2")
        .says(&format!("href=\"{}\"", step("nguoi")));
    let grant = |person, role| rig.grant(person, role, Scope::Office);
    grant(NOBODY, Role::Commander);
    for role in [Role::Chair, Role::Secretary, Role::Moderator, Role::AppealBody] {
        grant(ADMINISTRATOR, role);
    }
    grant(NOBODY, Role::Verifier);
    let home = admin.get("/quan-tri/");
    home.says("Xong 7 trên 8 bước")
        .says("Làm tiếp: công bố diễn đàn đầu tiên");
    home.says("Chỉ một người quản trị");
    let last = admin.get(&step("dien-dan"));
    last.says("href=\"/dieu-hanh/dien-dan/moi\"")
        .says("Công bố diễn đàn đầu tiên");
    page_ok(&last);
}

#[test]
fn every_step_opens_at_any_time_in_both_languages() {
    for rig in [bare(), office()] {
        let admin = rig.signed_in(ADMINISTRATOR);
        for name in STEPS {
            for path in [step(name), format!("/en{}", step(name))] {
                let page = admin.get(&path);
                page.is(200).says("noindex");
                page_ok(&page);
            }
            rig.get(&step(name)).is(403);
        }
        for unknown in ["", "van", "%FF", "%3Cb%3E"] {
            admin.get(&step(unknown)).is(404);
        }
    }
    let rig = office();
    rig.signed_in(NOBODY).get(&step("van-phong")).is(403);
}

#[test]
fn a_form_of_a_step_comes_back_on_its_step() {
    let rig = bare();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    const ON_STEP: (&str, &str) = ("bat_dau", "1");
    let wrong: [(&str, Fields, &str); 5] = [
        (
            "/quan-tri/van-phong",
            &[("ten", ""), ("lien_he", "Số 1"), ON_STEP],
            "Bước 1 trên 8",
        ),
        (
            "/quan-tri/van-phong/ten-toi",
            &[("ho_ten", "x"), ON_STEP],
            "Bước 2 trên 8",
        ),
        (
            "/quan-tri/van-phong/thoi-han",
            &[("so_ngay", "29"), ON_STEP],
            "Bước 5 trên 8",
        ),
        ("/quan-tri/co-quan", &[("ten", "Kho bạc"), ON_STEP], "Bước 6 trên 8"),
        (
            "/quan-tri/nguoi",
            &[("ho_ten", ""), ("co_quan", ""), ON_STEP],
            "Bước 7 trên 8",
        ),
    ];
    for (path, fields, place) in wrong {
        let page = admin.post(path, fields);
        page.is(422).says(place).says("<title>Lỗi:").says("name=\"bat_dau\"");
        page_ok(&page);
        let usual: Vec<_> = fields.iter().copied().filter(|field| *field != ON_STEP).collect();
        admin.post(path, &usual).is(422).says_not(place);
    }
    let fields = [ON_STEP];
    let empty = admin.post_file("/quan-tri/van-phong/phu-hieu", &fields, ("tep", "a.png", b""));
    empty.is(422).says("Bước 3 trên 8");
    assert_eq!(rig.size(), size);
}

#[test]
fn the_time_words_are_kept_has_its_bounds() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let path = "/quan-tri/van-phong/thoi-han";
    admin.get("/quan-tri/van-phong").says("đang theo mức chung: 180 ngày");
    let size = rig.size();
    for (typed, why) in [
        ("", "Ghi số ngày bằng chữ số"),
        ("ba", "Ghi số ngày bằng chữ số"),
        ("-90", "Ghi số ngày bằng chữ số"),
        ("99999999999", "Ghi số ngày bằng chữ số"),
        ("29", "Thời gian giữ từ 30 đến 3660 ngày"),
        ("3661", "Thời gian giữ từ 30 đến 3660 ngày"),
    ] {
        let page = admin.post(path, &[("so_ngay", typed)]);
        page.is(422).says(why).says(&format!("value=\"{typed}\""));
        page_ok(&page);
    }
    assert_eq!(rig.size(), size);
    for days in ["30", "3.660"] {
        assert_eq!(
            admin.post(path, &[("so_ngay", days)]).is(303).location(),
            "/quan-tri/van-phong"
        );
    }
    let form = [("so_ngay", "365"), ("khoa", "k-days")];
    for _ in 0..2 {
        admin.post(path, &form).is(303);
    }
    assert_eq!(rig.size(), size + 3, "sent twice, recorded once");
    admin.get("/quan-tri/van-phong").says("Văn phòng đã đặt: 365 ngày");
    let other = admin.post(path, &[("so_ngay", "366"), ("khoa", "k-days")]);
    other.is(422).says("Phiếu này đã gửi trước đó").says("value=\"366\"");
    rig.post(path, &form).is(422).says("Phiên làm việc đã hết");
    rig.signed_in(NOBODY).post(path, &form).is(403);
}

#[test]
fn an_office_that_is_ready_says_so() {
    let rig = office();
    rig.organisation(OrganisationKind::HostAgency, "Kho bạc Nhà nước tỉnh");
    let force = rig.organisation(OrganisationKind::GuardForce, "Phòng CSBVMT");
    let of_force = [(Role::Commander, Scope::Office), (Role::Verifier, Scope::Office)];
    rig.person("Phạm Văn Huy", Some(force), &of_force);
    for role in [Role::Chair, Role::Secretary, Role::Moderator, Role::AppealBody] {
        rig.grant(ADMINISTRATOR, role, Scope::Office);
    }
    let what = forum::announce::Announcement {
        forum: base::number::ForumNo::new(2020, 1).unwrap(),
        title: "Diễn đàn thử".into(),
        purpose: None,
        chair: None,
        force: Some(force),
        closes: base::time::Date::new(2020, 1, 20).unwrap(),
        day: base::time::Date::new(2020, 2, 3).unwrap(),
    };
    rig.tell(Actor::Person(ADMINISTRATOR), Command::AnnounceForum { what });
    let home = rig.get_as(ADMINISTRATOR, "/quan-tri/");
    home.is(200).says("Đã chuẩn bị xong").says_not("Làm tiếp:");
    page_ok(&home);
    rig.get_as(ADMINISTRATOR, &step("dien-dan"))
        .says("Đã công bố 1 diễn đàn");
    rig.get_as(ADMINISTRATOR, "/quan-tri/nguoi/2")
        .says_not("/quan-tri/bat-dau/");
}

/// Everything the forms of steps must keep: those of the usual pages are tried by `hostile.rs`.
#[test]
fn forms_of_steps_survive() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let sample = Sample {
        path: "/quan-tri/co-quan",
        good: &[("loai", "other"), ("ten", "Kho bạc Nhà nước tỉnh"), ("bat_dau", "1")],
        texts: &[Text {
            name: "ten",
            chars_max: 160,
            required: true,
        }],
        other: ("ten", "Sở Tư pháp"),
    };
    forms_survive(&rig, &admin, &sample);
}
