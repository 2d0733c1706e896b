//! The table of rights by subject, one holder's acts alone, and what one's own roles may do.

mod common;

use common::{NOBODY, office};
use people::role::{Role, Scope};
use web_rig::page_ok;
use world::CommandKind;
use world::rights::{Holder, holders};

const ROW: &str = "<th scope=\"row\">";

fn count(holder: Holder) -> usize {
    let held = |kind: &&CommandKind| holders(**kind).contains(&holder);
    CommandKind::ALL.iter().filter(held).count()
}

#[test]
fn the_table_has_a_part_for_each_subject() {
    let rig = office();
    for (path, last) in [("/ai-duoc-lam-gi", "Sổ cái"), ("/en/ai-duoc-lam-gi", "The ledger")] {
        let page = rig.get(path);
        assert_eq!(page.html().matches("<table class=\"to-cards").count(), 9);
        assert_eq!(
            page.html().matches(ROW).count(),
            CommandKind::ALL.len(),
            "each act once"
        );
        page.says(&format!("<a href=\"#p-8\">{last}</a>"));
        page_ok(&page);
    }
}

#[test]
fn one_holder_alone_is_shown_on_request() {
    let rig = office();
    for role in Role::ALL {
        let page = rig.get(&format!("/ai-duoc-lam-gi?ai={}", role.as_str()));
        assert_eq!(
            page.is(200).html().matches(ROW).count(),
            count(Holder::Role(role)),
            "{role:?}"
        );
        page_ok(&page);
    }
    for (name, holder) in [
        ("anyone", Holder::Anyone),
        ("receipt", Holder::ReceiptHolder),
        ("clock", Holder::Clock),
    ] {
        let page = rig.get(&format!("/en/ai-duoc-lam-gi?ai={name}"));
        assert_eq!(page.is(200).html().matches(ROW).count(), count(holder));
    }
    for unknown in ["king", "%3Cb%3E", "Chair"] {
        rig.get(&format!("/ai-duoc-lam-gi?ai={unknown}")).is(404);
    }
}

#[test]
fn ones_own_roles_say_what_they_may_do() {
    let rig = office();
    rig.grant(NOBODY, Role::Moderator, Scope::Office);
    rig.grant(NOBODY, Role::Auditor, Scope::Office);
    let page = rig.get_as(NOBODY, "/quan-tri/toi");
    page.is(200)
        .says(&format!("Làm được {} việc", count(Holder::Role(Role::Moderator))));
    page.says("Đọc ý kiến và cho đăng")
        .says("href=\"/ai-duoc-lam-gi?ai=moderator\"");
    page.says("Vai trò này chỉ xem");
    page_ok(&page);
    page_ok(&rig.get_as(NOBODY, "/en/quan-tri/toi"));
}
