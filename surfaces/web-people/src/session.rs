//! One's own roles, link and sessions.

use crate::invitation::open_links;
use crate::person::PersonWords;
use crate::rights;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use people::invitation::INVITATION_HOURS;
use people::role::{Role, Scope};
use web_kit::states::Trouble;
use web_kit::{Crumb, Html, Lang, Page, href, render, see_other, words};
use web_scene::{
    App, Names, SESSION_HOURS, SESSION_IDLE_MINUTES, Scene, Staff, WorkPage, busy, clear_session_cookies, work,
};

words! {
    /// What a person's own page says.
    pub struct OneselfWords;

    title() { vi: "Đường dẫn của tôi", en: "My link" }
    roles() { vi: "Vai trò đang có", en: "Present roles" }
    may(n: usize) { vi: "Làm được {n} việc", en_one: "May do one thing", en: "May do {n} things" }
    may_table() { vi: "Xem trong bảng", en: "See it in the table" }
    may_nothing() { vi: "Vai trò này chỉ xem; không ghi việc nào vào sổ.", en: "This role only reads; it records no act." }
    may_all() { vi: "Xem ai được làm gì", en: "See who may do what" }
    open_links() { vi: "Đường dẫn chưa dùng", en: "Links not used yet" }
    no_roles() { vi: "Chưa có vai trò nào. Người quản trị giao vai trò ở trang Người và vai trò.", en: "No roles yet. The administrator gives roles under People and roles." }
    link() { vi: "Đường dẫn cho lần sau", en: "A link for the next time" }
    link_text(hours: u32) {
        vi: "Tạo một đường dẫn để vào lần sau hoặc vào bằng máy khác. Dùng một lần, trong {hours} giờ, chỉ hiện một lần trên màn hình.",
        en: "Make a link for the next time or for another device. It works once, within {hours} hours, and is shown on the screen once."
    }
    make() { vi: "Tạo đường dẫn vào", en: "Make a link" }
    sessions() { vi: "Phiên làm việc", en: "Sessions" }
    sessions_text(hours: u32, minutes: u64) {
        vi: "Một phiên dài nhất {hours} giờ và hết sau {minutes} phút để yên. Rời máy chung thì ra khỏi phiên; mất máy thì kết thúc mọi phiên.",
        en: "A session lasts {hours} hours at most and ends after {minutes} idle minutes. Sign out on a shared device; if a device is lost, end all sessions."
    }
    sign_out() { vi: "Ra khỏi phiên này", en: "Sign out here" }
    end_all() { vi: "Kết thúc mọi phiên của tôi", en: "End all my sessions" }
}

struct Held {
    role: &'static str,
    scope: String,
    acts: Vec<&'static str>,
    more: String,
}

#[derive(Template)]
#[template(path = "session.html")]
struct Own {
    w: OneselfWords,
    notice: Html,
    roles: Vec<Held>,
    links: Vec<String>,
    rights: String,
    make: String,
    sign_out: String,
    end_all: String,
}

impl Own {
    fn link_text(&self) -> String {
        self.w.link_text(INVITATION_HOURS)
    }

    fn sessions_text(&self) -> String {
        self.w.sessions_text(SESSION_HOURS, SESSION_IDLE_MINUTES)
    }
}

/// `GET /quan-tri/toi`.
pub(crate) async fn own(staff: Staff) -> Page {
    Page::fresh(html(&staff, Html::default()))
}

/// The page with a notice, when a link could not be made.
pub(crate) fn came_back(staff: &Staff, notice: &Html) -> Response {
    let trouble = Trouble::Busy {
        writing: true,
        code: None,
    };
    Page::trouble(trouble, html(staff, notice.clone())).into_response()
}

fn html(staff: &Staff, notice: Html) -> String {
    let lang = staff.scene.lang;
    let w = OneselfWords(lang);
    let person = staff.scene.world().people.persons.get(&staff.person);
    let roles = person.into_iter().flat_map(|person| person.roles.keys());
    let people = &staff.scene.world().people;
    let links = open_links(people, staff.person, staff.scene.now, lang).into_iter();
    let body = render(&Own {
        w,
        notice,
        roles: roles.map(|(role, at)| held(*role, *at, lang)).collect(),
        links: links
            .map(|one| PersonWords(lang).open_link(&one.issued, &one.expires))
            .collect(),
        rights: href(lang, rights::PATH),
        make: href(lang, "/quan-tri/toi/duong-dan"),
        sign_out: href(lang, work::SIGN_OUT),
        end_all: href(lang, "/quan-tri/toi/ket-thuc"),
    });
    let crumbs = vec![Crumb::here(w.title())];
    WorkPage {
        crumbs,
        ..WorkPage::new(w.title(), work::ONESELF)
    }
    .html(staff, &body)
}

fn held(role: Role, scope: Scope, lang: Lang) -> Held {
    Held {
        role: Names(lang).role(role),
        scope: Names(lang).scope(scope),
        acts: rights::acts_of(role, lang),
        more: href(lang, &rights::path_of(role)),
    }
}

/// `POST /quan-tri/ra`: signs out, also when the session is over already.
pub(crate) async fn end(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let mut response = see_other(&href(scene.lang, "/"));
    clear_session_cookies(&app, &headers, response.headers_mut());
    response
}

/// `POST /quan-tri/toi/ket-thuc`: ends every session of this person.
pub(crate) async fn end_all(State(app): State<App>, headers: HeaderMap, staff: Staff) -> Response {
    if app.ops.end_all_of(staff.person).is_err() {
        return busy(staff.scene.lang);
    }
    let mut response = see_other(&href(staff.scene.lang, "/"));
    clear_session_cookies(&app, &headers, response.headers_mut());
    response
}
