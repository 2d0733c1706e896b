//! The desk of one forum: how it stands, and the way to its pages.

use super::desk_words::DeskWords;
use super::{ForumWords, desk_path, path, title, until};
use crate::opinion::counts::Counts;
use crate::opinion::queue_path;
use crate::work::rights::{may_open, may_read, may_see, waits_to_open};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::number;
use forum::Forum;
use web_kit::form::key_input;
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, href, render};
use web_scene::InForum;
use web_scene::work::{MY_WORK, WorkPage};
use web_scene::{App, Names, Sheet, Staff};

/// What stands after the question mark when the forum was just opened.
pub(super) const OPENED: &str = "mo";

struct OpenForm {
    action: String,
    key: Html,
    text: String,
}

#[derive(Template)]
#[template(path = "forum/desk.html")]
struct Body {
    w: DeskWords,
    summary: Html,
    status: Html,
    state: Html,
    title: String,
    no: String,
    until: String,
    open: Option<OpenForm>,
    counts: Vec<(&'static str, String)>,
    read: Option<String>,
    public: String,
}

/// `GET /dieu-hanh/dien-dan/{no}`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_see(staff.scene.world(), staff.person, &at.forum) {
        return staff.forbidden();
    }
    let opened = staff.scene.query().get("xong") == OPENED;
    let w = DeskWords(staff.scene.lang);
    let status = match opened {
        true => note_with(Note::Ok, Icon::Check, &Html::text(w.opened()), true),
        false => Html::default(),
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, status))
}

/// The desk of a forum, with what is to be said first.
pub(super) fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, status: Html) -> String {
    let scene = &staff.scene;
    let (w, world) = (DeskWords(scene.lang), scene.world());
    let at = forum.stage_at(scene.now);
    let counts = Counts::of(world, forum, u64::MAX);
    let open = OpenForm {
        action: href(scene.lang, &format!("{}/mo", desk_path(forum))),
        key: key_input(sheet.own_key(app).as_str()),
        text: w.open_text(forum.closes),
    };
    let may_open = waits_to_open(forum, at) && may_open(world, staff.person, forum);
    let read = href(scene.lang, &queue_path(forum));
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status,
        state: Names(scene.lang).stage(at),
        title: title(scene, forum),
        no: forum.no.label(),
        until: until(scene, forum),
        open: may_open.then_some(open),
        counts: counts
            .rows(ForumWords(scene.lang))
            .map(|(label, n)| (label, number(n, scene.lang)))
            .to_vec(),
        read: may_read(world, staff.person, forum).then_some(read),
        public: href(scene.lang, &path(forum)),
    });
    let name = w.desk_of(&forum.no.label());
    let own = desk_path(forum);
    let page = WorkPage {
        place: "",
        crumbs: vec![Crumb::link(w.my_work(), MY_WORK), Crumb::here(forum.no.label())],
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(&name, &own)
    };
    page.html(staff, &body)
}
