//! The frame of work pages: where a signed-in person can go, who they are, the way out. A crate whose work has a place of
//! its own adds it to [`PLACES`]; every work page then shows it to those it is open to.

use crate::names::Names;
use crate::{Sheet, Staff, address};
use axum::response::{IntoResponse, Response};
use base::fact::PersonId;
use base::number::ForumNo;
use forum::Forum;
use people::role::{Role, Scope};
use web_kit::states::Trouble;
use web_kit::{Crumb, FrameKind, Html, Lang, NavLink, Page, words};
use world::rights::{Holder, holders};
use world::{CommandKind, World};

words! {
    /// The places of the work area.
    pub struct WorkWords;

    desk() { vi: "Điều hành", en: "Office desk" }
    my_work() { vi: "Việc của tôi", en: "My work" }
    announce() { vi: "Công bố diễn đàn", en: "Announce a forum" }
    newsroom() { vi: "Bài viết", en: "Articles" }
    administration() { vi: "Quản trị", en: "Administration" }
    office() { vi: "Văn phòng", en: "Office" }
    organisations() { vi: "Cơ quan", en: "Organisations" }
    people() { vi: "Người và vai trò", en: "People and roles" }
    erasure() { vi: "Xóa theo luật", en: "Erasure by law" }
    oneself() { vi: "Đường dẫn của tôi", en: "My link" }
    nameless(number: &str) { vi: "Người số {number}", en: "Person {number}" }
}

/// Where a person's own work is.
pub const MY_WORK: &str = "/dieu-hanh/";
/// Where a forum is announced.
pub const ANNOUNCE: &str = "/dieu-hanh/dien-dan/moi";
/// The home of administration.
pub const ADMINISTRATION: &str = "/quan-tri/";
/// The office's name, contact and emblem.
pub const OFFICE: &str = "/quan-tri/van-phong";
/// Organisations that take part.
pub const ORGANISATIONS: &str = "/quan-tri/co-quan";
/// People and their roles.
pub const PEOPLE: &str = "/quan-tri/nguoi";
/// Erasure by law.
pub const ERASURE: &str = "/quan-tri/xoa";
/// One's own roles, link and sessions.
pub const ONESELF: &str = "/quan-tri/toi";
/// Where the sign-out form is posted.
pub const SIGN_OUT: &str = "/quan-tri/ra";

/// A place of the work area.
pub struct WorkPlace {
    /// What it is called.
    pub label: fn(WorkWords) -> &'static str,
    /// Where it is, without `/en`.
    pub path: &'static str,
    /// It is open to those who may do this in the whole office; to everyone who is signed in when there is none.
    pub opened_by: Option<CommandKind>,
}

/// Every place, in the order of the navigation.
pub const PLACES: &[WorkPlace] = &[
    WorkPlace {
        label: |w| w.my_work(),
        path: MY_WORK,
        opened_by: None,
    },
    WorkPlace {
        label: |w| w.announce(),
        path: ANNOUNCE,
        opened_by: Some(CommandKind::AnnounceForum),
    },
    WorkPlace {
        label: |w| w.newsroom(),
        path: address::NEWSROOM,
        opened_by: Some(CommandKind::SaveDraft),
    },
    WorkPlace {
        label: |w| w.administration(),
        path: ADMINISTRATION,
        opened_by: Some(CommandKind::GrantRole),
    },
    WorkPlace {
        label: |w| w.office(),
        path: OFFICE,
        opened_by: Some(CommandKind::NameOffice),
    },
    WorkPlace {
        label: |w| w.organisations(),
        path: ORGANISATIONS,
        opened_by: Some(CommandKind::AddOrganisation),
    },
    WorkPlace {
        label: |w| w.people(),
        path: PEOPLE,
        opened_by: Some(CommandKind::GrantRole),
    },
    WorkPlace {
        label: |w| w.erasure(),
        path: ERASURE,
        opened_by: Some(CommandKind::OrderErasure),
    },
    WorkPlace {
        label: |w| w.oneself(),
        path: ONESELF,
        opened_by: None,
    },
];

/// Whether a person may do something of this kind by a role in the whole office. It decides what a page offers; the
/// ledger decides again.
pub fn may_in_office(world: &World, person: PersonId, kind: CommandKind) -> bool {
    holders(kind).iter().any(|holder| match holder {
        Holder::Role(role) => world.people.has_role(person, *role, Scope::Office),
        _ => false,
    })
}

/// Whether a person may do something of this kind in a forum, by a role there or in the whole office. It decides what a
/// page offers; the ledger decides again.
pub fn may_in_forum(world: &World, person: PersonId, kind: CommandKind, forum: ForumNo) -> bool {
    holders(kind).iter().any(|holder| match holder {
        Holder::Role(role) => world.people.has_role(person, *role, Scope::Forum(forum)),
        _ => false,
    })
}

/// The places a person may go to, with the one at `here` (a path without `/en`) marked.
fn places(world: &World, person: PersonId, lang: Lang, here: &str) -> Vec<NavLink<'static>> {
    let open = PLACES
        .iter()
        .filter(|place| place.opened_by.is_none_or(|kind| may_in_office(world, person, kind)));
    let link = |place: &WorkPlace| NavLink {
        label: (place.label)(WorkWords(lang)),
        path: place.path,
        current: place.path == here,
    };
    open.map(link).collect()
}

/// The signed-in person as the header shows them to themselves: name and roles.
fn person_line(staff: &Staff) -> String {
    let lang = staff.scene.lang;
    let name = match staff.name.as_str() {
        "" => WorkWords(lang).nameless(&staff.person.0.to_string()),
        name => name.to_owned(),
    };
    let known = staff.scene.world().people.persons.get(&staff.person);
    match known.map(|person| Names(lang).roles_of(person)).as_deref() {
        None | Some("") => name,
        Some(roles) => format!("{name} · {roles}"),
    }
}

/// A work page about to be framed.
pub struct WorkPage<'a> {
    /// Its title.
    pub title: &'a str,
    /// The place it is in, a path of [`PLACES`]; empty when it is in none.
    pub place: &'a str,
    /// Its own address without `/en`, where a reload and the other language lead: the address of an act can't be opened.
    pub path: &'a str,
    /// The way to it, below the home of administration when it is there, ending with this page.
    pub crumbs: Vec<Crumb>,
    /// It did not go through.
    pub has_errors: bool,
    /// It loads the script (copy and print buttons, focus on errors).
    pub scripts: bool,
}

impl<'a> WorkPage<'a> {
    /// A page right below the first of its area.
    pub fn new(title: &'a str, path: &'a str) -> WorkPage<'a> {
        let crumbs = vec![Crumb::here(title.to_owned())];
        WorkPage {
            title,
            place: path,
            path,
            crumbs,
            has_errors: false,
            scripts: false,
        }
    }

    /// The whole page around a body.
    pub fn html(self, staff: &Staff, body: &Html) -> String {
        let scene = &staff.scene;
        let w = WorkWords(scene.lang);
        let nav = places(scene.world(), staff.person, scene.lang, self.place);
        let person = person_line(staff);
        let is_administration = self.path.starts_with(ADMINISTRATION);
        let may_administer = may_in_office(scene.world(), staff.person, CommandKind::GrantRole);
        let mut crumbs = self.crumbs;
        if is_administration && self.path != ADMINISTRATION && may_administer {
            crumbs.insert(0, Crumb::link(w.administration(), ADMINISTRATION));
        }
        let mut frame = scene.frame(self.title, None, crumbs);
        frame.path = self.path;
        frame.noindex = true;
        frame.has_errors = self.has_errors;
        frame.scripts = self.scripts || self.has_errors;
        frame.kind = FrameKind::Work {
            heading: if is_administration {
                w.administration()
            } else {
                w.desk()
            },
            person: &person,
            sign_out: SIGN_OUT,
            nav: &nav,
        };
        frame.page(body)
    }
}

/// A page at a forum's desk: below the person's own work and the desk itself. `path` is its own address, without `/en`.
pub fn desk_page(staff: &Staff, forum: &Forum, title: &str, path: &str, sheet: &Sheet, body: &Html) -> String {
    let w = WorkWords(staff.scene.lang);
    let crumbs = vec![
        Crumb::link(w.my_work(), MY_WORK),
        Crumb::link(forum.no.label(), address::desk(forum.no)),
        Crumb::here(title.to_owned()),
    ];
    let page = WorkPage {
        place: "",
        crumbs,
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(title, path)
    };
    page.html(staff, body)
}

impl Staff {
    /// Whether the person may do something of this kind in a forum. It decides what a page offers; the ledger decides again.
    pub fn may(&self, kind: CommandKind, forum: &Forum) -> bool {
        may_in_forum(self.scene.world(), self.person, kind, forum.no)
    }

    /// Whether the person may write a forum's report: the commander of the force that reports, and the office for it. It
    /// decides what a page offers; the ledger decides again.
    pub fn may_write_report(&self, forum: &Forum) -> bool {
        let people = &self.scene.world().people;
        let organisation = people.persons.get(&self.person).and_then(|person| person.organisation);
        let is_of_force = forum.force.is_some() && organisation == forum.force;
        let for_office = people.has_role(self.person, Role::Secretary, Scope::Forum(forum.no));
        self.may(CommandKind::WriteSection, forum) && (is_of_force || for_office)
    }

    /// The page for those whom the task was not given, in the frame they work in.
    pub fn forbidden(&self) -> Response {
        let (trouble, lang) = (Trouble::OtherRole(MY_WORK), self.scene.lang);
        let page = WorkPage {
            place: "",
            crumbs: vec![],
            ..WorkPage::new(trouble.title(lang), MY_WORK)
        };
        Page::trouble(trouble, page.html(self, &trouble.html(lang))).into_response()
    }
}
