//! A visitor takes a part: `/trinh-dien` lists them, `/trinh-dien/<part>` is the link of one, good as long as the folder is.
//!
//! These routes are there in a demonstration only, and open to everybody: its people and figures are made up, and the
//! page says so. What a button does is what a link does anywhere: the program issues an invitation, it is accepted, a
//! session begins. The once-only links of an office stay as they are.

use super::people::{PARTS, Part};
use askama::Template;
use axum::Router;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use base::fact::{Actor, Digest32};
use base::vietnamese::long_date;
use http::header::RETRY_AFTER;
use http::{HeaderValue, StatusCode};
use people::role::Role;
use sha2::{Digest, Sha256};
use web_kit::states::{Note, Trouble, note};
use web_kit::{Crumb, DEMO_PATH, Html, Lang, Page, href, render, see_other, words};
use web_scene::names::Names;
use web_scene::{App, Place, Scene, Unsent, new_session, session_cookies, work};
use world::{Command, Refusal};

/// How often a part is asked for when others take it in the same moment.
const TRIES_TO_ENTER: u32 = 20;

words! {
    /// What the pages of a demonstration's parts say.
    pub struct DemoWords;

    title() { vi: "Bản trình diễn", en: "The demonstration" }
    lead() {
        vi: "Đây là một văn phòng dựng sẵn để xem thử. Người, ý kiến và số liệu trong đó là để làm mẫu; mọi việc chạy đúng như ở một văn phòng thật.",
        en: "This is an office set up to be tried out. Its people, opinions and figures are samples; everything works as it does in a real office."
    }
    clock() { vi: "Ngày giờ của bản trình diễn", en: "Date and time of the demonstration" }
    clock_how() {
        vi: "Đồng hồ bắt đầu lúc 09:00 ngày 25/06/2020, chạy theo giờ thật khi máy chủ chạy, và dừng khi máy chủ dừng.",
        en: "The clock began at 09:00 on 25/06/2020. It goes on at real speed while the server runs, and stands still while it does not."
    }
    open() {
        vi: "Trang này mở cho mọi người vì bản trình diễn không có gì phải giữ kín: ai cũng vào được mọi vai và đọc được mọi điều ghi ở đây. Xin đừng ghi chuyện thật của ai.",
        en: "This page is open to everybody because there is nothing to protect in a demonstration: anyone can take any part and read all that is written here. Please write nothing real about anyone."
    }
    parts() { vi: "Vào vai", en: "Take a part" }
    parts_how() {
        vi: "Bấm một nút để vào khu làm việc với vai đó. Muốn đổi vai, quay lại trang này và bấm nút khác.",
        en: "A button opens the work area in that part. To change parts, come back to this page and press another."
    }
    take(role: &str) { vi: "Vào vai {role}", en: "Take the part: {role}" }
    link_stays() {
        vi: "Đường dẫn này dùng được nhiều lần, chừng nào bản trình diễn còn. Đường dẫn vào của một văn phòng thật chỉ dùng một lần.",
        en: "This link can be used again and again, as long as the demonstration is kept. A real office's links work once."
    }
    all() { vi: "Xem mọi vai", en: "See every part" }
    slower(seconds: u64) {
        vi: "Có quá nhiều lần bấm từ cùng một nơi. Chờ {seconds} giây rồi bấm lại.",
        en_one: "Too many attempts from one place. Wait one second and press again.",
        en: "Too many attempts from one place. Wait {seconds} seconds and press again."
    }
    no_session() {
        vi: "Máy chủ chưa mở được phiên. Bấm lại nút.",
        en: "The server could not open a session. Press the button again."
    }

    secretary() { vi: "Chuẩn bị, công bố và điều hành diễn đàn.", en: "Prepares, announces and runs the forums." }
    chair() { vi: "Chủ trì diễn đàn và kết luận.", en: "Chairs a forum and concludes it." }
    commander() { vi: "Trả lời thay lực lượng bảo vệ mục tiêu.", en: "Answers for the guard force." }
    delegate() { vi: "Nói thay một cơ quan có mục tiêu.", en: "Speaks for a protected agency." }
    editor() { vi: "Soạn bài viết.", en: "Writes articles." }
    publisher() { vi: "Đăng bài viết và văn bản.", en: "Publishes articles and documents." }
    moderator() { vi: "Đọc ý kiến trước khi đăng.", en: "Reads opinions before they are published." }
    auditor() { vi: "Xem dòng kín của sổ, kèm bằng chứng.", en: "Sees the ledger's private entries, with their proofs." }
    administrator() { vi: "Thêm người, giao vai trò.", en: "Adds people and gives roles." }
    verifier() { vi: "Xác nhận một chỉ đạo đã làm xong hay chưa.", en: "Confirms whether a directive was carried out." }
    clerk() { vi: "Ghi lại lời phát biểu trong hội trường.", en: "Records what is said in the hall." }
    appeal_body() { vi: "Xét khiếu nại về việc không đăng một ý kiến.", en: "Decides on appeals when an opinion was not published." }
    superior() { vi: "Nhận tin về những việc quá hạn.", en: "Hears of what is overdue." }
}

/// The routes of this page.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/trinh-dien", get(list))
        .route("/trinh-dien/{part}", get(one).post(take))
}

/// A part as it stands on the page.
struct Shown {
    name: &'static str,
    role: &'static str,
    does: &'static str,
    take: String,
    action: String,
}

#[derive(Template)]
#[template(path = "demo/enter.html")]
struct List {
    w: DemoWords,
    time: String,
    day: String,
    open: Html,
    parts: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "demo/enter_one.html")]
struct One {
    w: DemoWords,
    notice: Html,
    part: Shown,
    all: String,
}

type Name = Result<Path<String>, PathRejection>;

fn named(name: Name) -> Option<&'static Part> {
    let Path(name) = name.ok()?;
    PARTS.iter().find(|part| part.name == name)
}

fn shown(part: &Part, lang: Lang) -> Shown {
    let (w, role) = (DemoWords(lang), Names(lang).role(part.role));
    Shown {
        name: part.name,
        role,
        does: does(w, part.role),
        take: w.take(role),
        action: href(lang, &format!("{DEMO_PATH}/{}", part.name)),
    }
}

fn does(w: DemoWords, role: Role) -> &'static str {
    match role {
        Role::Secretary => w.secretary(),
        Role::Chair => w.chair(),
        Role::Commander => w.commander(),
        Role::Delegate => w.delegate(),
        Role::Editor => w.editor(),
        Role::Publisher => w.publisher(),
        Role::Moderator => w.moderator(),
        Role::Auditor => w.auditor(),
        Role::Administrator => w.administrator(),
        Role::Verifier => w.verifier(),
        Role::Clerk => w.clerk(),
        Role::AppealBody => w.appeal_body(),
        Role::Superior => w.superior(),
        // No part of the demonstration is theirs.
        Role::Guard | Role::SiteRepresentative => "",
    }
}

/// `GET /trinh-dien`.
async fn list(scene: Scene) -> Page {
    let (w, lang) = (DemoWords(scene.lang), scene.lang);
    let (hour, minute) = scene.now.office_clock();
    let body = render(&List {
        w,
        time: format!("{hour:02}:{minute:02}"),
        day: long_date(scene.today, lang),
        open: note(Note::Warn, &Html::text(w.open())),
        parts: PARTS.iter().map(|part| shown(part, lang)).collect(),
    });
    let mut frame = scene.frame(w.title(), None, vec![Crumb::here(w.title())]);
    frame.noindex = true;
    Page::fresh(frame.page(body))
}

/// `GET /trinh-dien/{part}`: opening a link changes nothing.
async fn one(name: Name, scene: Scene) -> Response {
    match named(name) {
        Some(part) => Page::fresh(button(&scene, part, Html::default())).into_response(),
        None => scene.not_found(),
    }
}

/// `POST /trinh-dien/{part}`.
async fn take(State(app): State<App>, name: Name, Place(place): Place, scene: Scene) -> Response {
    let Some(part) = named(name) else {
        return scene.not_found();
    };
    if let Err(seconds) = app.entry_limiter.take(place) {
        let slower = note(Note::Warn, &Html::text(&DemoWords(scene.lang).slower(seconds)));
        let html = button(&scene, part, slower);
        let mut response = (StatusCode::TOO_MANY_REQUESTS, Page::fresh(html)).into_response();
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
        return response;
    }
    if enter(&app, part).await.is_err() {
        return busy(&scene, part);
    }
    let Ok(session) = new_session(&app, part.person) else {
        return busy(&scene, part);
    };
    let mut response = see_other(&href(scene.lang, work::MY_WORK));
    session_cookies(&app, response.headers_mut(), &session);
    response
}

/// An invitation is issued by the program and accepted. No idempotency key: sent twice, two sessions begin.
async fn enter(app: &App, part: &Part) -> Result<(), Unsent> {
    let mut tries = TRIES_TO_ENTER;
    loop {
        let token = Digest32(Sha256::digest(app.token()).into());
        let person = part.person;
        let issued = Command::IssueInvitation { person, token };
        app.submit(Actor::Console, issued, None).await?;
        let accepted = Command::AcceptInvitation { token };
        tries -= 1;
        match app.submit(Actor::Anyone, accepted, None).await {
            // Somebody took the same part in between: the newest link is theirs.
            Err(Unsent::Refused(Refusal::People(people::Refusal::InvitationReplaced))) if tries > 0 => {}
            answer => return answer.map(|_| ()),
        }
    }
}

fn busy(scene: &Scene, part: &Part) -> Response {
    let why = note(Note::Late, &Html::text(DemoWords(scene.lang).no_session()));
    let trouble = Trouble::Busy {
        writing: true,
        code: None,
    };
    Page::trouble(trouble, button(scene, part, why)).into_response()
}

fn button(scene: &Scene, part: &Part, notice: Html) -> String {
    let w = DemoWords(scene.lang);
    let part = shown(part, scene.lang);
    let title = part.take.clone();
    let body = render(&One {
        w,
        notice,
        part,
        all: href(scene.lang, DEMO_PATH),
    });
    let crumbs = vec![Crumb::link(w.title(), DEMO_PATH), Crumb::here(title.clone())];
    let mut frame = scene.frame(&title, None, crumbs);
    frame.noindex = true;
    frame.page(body)
}
