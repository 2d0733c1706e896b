//! Roles where they make sense, people by organisation, what an organisation is to the forums.

mod common;

use base::fact::{Actor, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::Date;
use common::{NOBODY, office};
use people::role::{OrganisationKind, Role, Scope};
use web_rig::{ADMINISTRATOR, Answer, Office, page_ok};
use world::Command;

/// A person of a guard force.
const OF_FORCE: PersonId = PersonId(3);

fn peopled() -> Office {
    let rig = office();
    let force = rig.organisation(OrganisationKind::GuardForce, "Phòng CSBVMT");
    assert_eq!(rig.person("Phạm Văn Huy", Some(force), &[]), OF_FORCE);
    let what = forum::announce::Announcement {
        forum: ForumNo::new(2020, 1).unwrap(),
        title: "Diễn đàn thử".into(),
        purpose: None,
        chair: None,
        force: Some(force),
        closes: Date::new(2020, 1, 20).unwrap(),
        day: Date::new(2020, 2, 3).unwrap(),
    };
    rig.tell(Actor::Person(ADMINISTRATOR), Command::AnnounceForum { what });
    rig
}

fn offered(page: &Answer) -> Vec<Role> {
    let form = page.is(200).form_with("vai_tro");
    let values = form.choices("vai_tro").into_iter();
    values.filter_map(Role::from_name).collect()
}

#[test]
fn only_roles_that_can_be_given_are_offered() {
    use Role::{
        Administrator, AppealBody, Auditor, Chair, Commander, Delegate, Guard, Moderator, Secretary,
        SiteRepresentative, Verifier,
    };
    let rig = peopled();
    let all_but = |not: &[Role]| {
        Role::ALL
            .into_iter()
            .filter(|role| !not.contains(role))
            .collect::<Vec<_>>()
    };
    let admin = rig.signed_in(ADMINISTRATOR);
    let for_organisation = [Commander, Delegate, Verifier, SiteRepresentative, Guard];
    let nobody = admin.get("/quan-tri/nguoi/2");
    assert_eq!(offered(&nobody), all_but(&for_organisation));
    nobody.says("làm việc thay mặt cơ quan");
    let in_forum = [&for_organisation[..], &[Administrator, Auditor]].concat();
    let page = admin.get("/quan-tri/nguoi/2?pham_vi=2020-01");
    assert_eq!(offered(&page), all_but(&in_forum));
    page.says("Vai trò trong phạm vi: Diễn đàn");
    page_ok(&page);
    let of_force = admin.get("/quan-tri/nguoi/3");
    let of_others = [Moderator, AppealBody, Chair, Secretary, Auditor];
    assert_eq!(offered(&of_force), all_but(&of_others));
    of_force.says("không đọc duyệt ý kiến");
    let page = admin.get("/quan-tri/nguoi/3?pham_vi=2020-01");
    assert_eq!(offered(&page), all_but(&[&of_others[..], &[Administrator]].concat()));
    // What the address asks for and nobody knows is the whole office.
    for unknown in ["2031-01", "x", "%3Cb%3E"] {
        let page = admin.get(&format!("/quan-tri/nguoi/3?pham_vi={unknown}"));
        assert_eq!(offered(&page), all_but(&of_others));
    }
    rig.grant(OF_FORCE, Commander, Scope::Office);
    assert!(
        !offered(&admin.get("/quan-tri/nguoi/3")).contains(&Commander),
        "held already"
    );
}

#[test]
fn a_role_is_given_in_the_scope_that_was_chosen() {
    let rig = peopled();
    let admin = rig.signed_in(ADMINISTRATOR);
    let form = admin
        .fill("/quan-tri/nguoi/2?pham_vi=2020-01")
        .to("/quan-tri/nguoi/2/vai-tro");
    form.set("vai_tro", "clerk").send().is(303);
    let forum = Scope::Forum(ForumNo::new(2020, 1).unwrap());
    let view = rig.app.ledger.view();
    assert!(
        view.state.people.persons[&NOBODY]
            .roles
            .contains_key(&(Role::Clerk, forum))
    );
}

#[test]
fn senseless_pairs_are_refused_with_a_way_out() {
    let rig = peopled();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    for (person, role, scope, why) in [
        (2, "commander", "office", "người này chưa thuộc cơ quan nào"),
        (2, "verifier", "2020-01", "người này chưa thuộc cơ quan nào"),
        (3, "administrator", "2020-01", "Vai trò này chỉ giao cho cả văn phòng"),
        (3, "auditor", "2020-01", "Vai trò này chỉ giao cho cả văn phòng"),
        (3, "moderator", "2020-01", "không đọc duyệt, không xét khiếu nại"),
        (3, "appeal_body", "office", "không chủ trì, không làm thư ký"),
    ] {
        let fields = [("vai_tro", role), ("pham_vi", scope)];
        let page = admin.post(&format!("/quan-tri/nguoi/{person}/vai-tro"), &fields);
        page.is(422)
            .says(why)
            .says(&format!("<option value=\"{role}\" selected>"));
        let form = page.form_to(&format!("/quan-tri/nguoi/{person}/vai-tro"));
        assert_eq!(form.value("pham_vi").as_deref(), Some(scope));
        page_ok(&page);
        page_ok(&admin.post(&format!("/en/quan-tri/nguoi/{person}/vai-tro"), &fields));
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn people_are_listed_by_organisation_and_never_searched_by_name() {
    let rig = peopled();
    let admin = rig.signed_in(ADMINISTRATOR);
    let all = admin.get("/quan-tri/nguoi");
    all.says("Phạm Văn Huy").says("Ngô Văn An");
    assert!(!all.has("type=\"search\""));
    let narrowed = admin.get("/quan-tri/nguoi?thuoc=1");
    narrowed.is(200).says("Phạm Văn Huy").says_not("Ngô Văn An");
    let form = narrowed
        .forms()
        .into_iter()
        .find(|form| form.posts && form.has("ho_ten"));
    assert_eq!(form.and_then(|form| form.value("co_quan")).as_deref(), Some("1"));
    page_ok(&narrowed);
    admin
        .get("/quan-tri/nguoi?thuoc=0")
        .says("Ngô Văn An")
        .says_not("Phạm Văn Huy");
    for unknown in ["2", "x", "-1", "1&trang=2"] {
        admin.get(&format!("/quan-tri/nguoi?thuoc={unknown}")).is(404);
    }
    for n in 0..51 {
        rig.person(&format!("Người Thứ {n:02}"), Some(OrganisationId(1)), &[]);
    }
    admin
        .get("/quan-tri/nguoi?thuoc=1")
        .says("/quan-tri/nguoi?thuoc=1&#38;trang=2");
    admin
        .get("/quan-tri/nguoi?thuoc=1&trang=2")
        .is(200)
        .says_not("Ngô Văn An");
    admin.get("/quan-tri/co-quan/1?trang=2").is(200).says("Trang 2 trên 2");
}

#[test]
fn an_organisation_has_a_page() {
    let rig = peopled();
    rig.grant(OF_FORCE, Role::Commander, Scope::Office);
    let admin = rig.signed_in(ADMINISTRATOR);
    admin.get("/quan-tri/co-quan").says("href=\"/quan-tri/co-quan/1\"");
    let page = admin.get("/quan-tri/co-quan/1");
    page.is(200)
        .says("Phạm Văn Huy")
        .says("Chỉ huy")
        .says("Diễn đàn thử")
        .says("báo cáo");
    page.says("Chưa được giao việc nào").says("Chưa phải xác nhận việc nào");
    page_ok(&page);
    page_ok(&admin.get("/en/quan-tri/co-quan/1"));
    for unknown in ["2", "0", "x", "%FF"] {
        admin.get(&format!("/quan-tri/co-quan/{unknown}")).is(404);
    }
    rig.get("/quan-tri/co-quan/1").is(403);
    rig.get_as(NOBODY, "/quan-tri/co-quan/1")
        .is(403)
        .says_not("Phạm Văn Huy");
}
