//! The work frame of this office: where a signed-in person can go, who they are, the way out.

use crate::role_words::roles_in_words;
use base::fact::PersonId;
use people::role::{Role, Scope};
use web_kit::{Crumb, FrameKind, Html, Lang, NavLink, words};
use web_scene::Staff;
use world::World;

words! {
    /// The places of the work area.
    pub struct NavWords;

    administration() { vi: "Quản trị", en: "Administration" }
    my_work() { vi: "Việc của tôi", en: "My work" }
    office() { vi: "Văn phòng", en: "Office" }
    organisations() { vi: "Cơ quan", en: "Organisations" }
    people() { vi: "Người và vai trò", en: "People and roles" }
    erasure() { vi: "Xóa theo luật", en: "Erasure by law" }
    my_link() { vi: "Đường dẫn của tôi", en: "My link" }
    nameless(number: &str) { vi: "Người số {number}", en: "Person {number}" }
}

/// Where a person's own work is.
pub const MY_WORK: &str = "/dieu-hanh/";
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

/// Whether a person has the administrator's role in the office.
pub fn is_administrator(world: &World, person: PersonId) -> bool {
    world.people.has_role(person, Role::Administrator, Scope::Office)
}

/// The places a person may go to, with the one they are in marked; `current` is a path without `/en`.
pub fn places(world: &World, person: PersonId, lang: Lang, current: &str) -> Vec<NavLink<'static>> {
    let w = NavWords(lang);
    let administrator = [
        (w.office(), OFFICE),
        (w.organisations(), ORGANISATIONS),
        (w.people(), PEOPLE),
        (w.erasure(), ERASURE),
    ];
    let administrator = administrator.into_iter().filter(|_| is_administrator(world, person));
    let all = std::iter::once((w.my_work(), MY_WORK))
        .chain(administrator)
        .chain([(w.my_link(), ONESELF)]);
    all.map(|(label, path)| NavLink {
        label,
        path,
        current: path == current,
    })
    .collect()
}

/// The signed-in person as the header shows them to themselves: name and roles.
pub fn person_line(staff: &Staff) -> String {
    let lang = staff.scene.lang;
    let name = match staff.name.as_str() {
        "" => NavWords(lang).nameless(&staff.person.0.to_string()),
        name => name.to_owned(),
    };
    let roles = staff
        .scene
        .world()
        .people
        .persons
        .get(&staff.person)
        .map(|person| roles_in_words(person, lang));
    match roles.as_deref() {
        None | Some("") => name,
        Some(roles) => format!("{name} · {roles}"),
    }
}

/// A work page about to be framed.
pub struct WorkPage<'a> {
    /// Its title.
    pub title: &'a str,
    /// The place it is in, one of this module's paths.
    pub place: &'a str,
    /// Its own address without `/en`, where a reload and the other language lead.
    pub path: &'a str,
    /// The way to it, below the home of administration, ending with this page.
    pub crumbs: Vec<Crumb>,
    /// It shows an error summary.
    pub has_errors: bool,
    /// It loads the script (copy and print buttons, focus on errors).
    pub scripts: bool,
}

impl<'a> WorkPage<'a> {
    /// A page right below the home of administration.
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
        let w = NavWords(scene.lang);
        let nav = places(scene.world(), staff.person, scene.lang, self.place);
        let person = person_line(staff);
        let mut crumbs = self.crumbs;
        if self.path != ADMINISTRATION && is_administrator(scene.world(), staff.person) {
            crumbs.insert(0, Crumb::link(w.administration(), ADMINISTRATION));
        }
        let mut frame = scene.frame(self.title, None, crumbs);
        frame.path = self.path;
        frame.noindex = true;
        frame.has_errors = self.has_errors;
        frame.scripts = self.scripts || self.has_errors;
        frame.kind = FrameKind::Work {
            heading: w.administration(),
            person: &person,
            sign_out: SIGN_OUT,
            nav: &nav,
        };
        frame.page(body)
    }
}
