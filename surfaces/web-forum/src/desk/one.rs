//! The desk of one forum: open it, go on to its pages.

use super::DeskWords;
use super::frame::{HOME, forbidden, framed};
use super::rights::{may_open, may_read, waits_to_open};
use crate::find::{InForum, stage};
use crate::forum::{self, ForumWords, title, until};
use crate::kit::page::{Answer, alert, count};
use crate::names::Names;
use crate::opinion::counts::Counts;
use crate::reading;
use ::forum::Forum;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, PersonId};
use web_kit::form::{KEY_FIELD, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, href, render, see_other};
use web_scene::{App, Key, Staff, StaffForm, Unsent};
use world::{Command, CommandKind, World};

/// What stands after the question mark when the forum was just opened.
const OPENED: &str = "mo";

struct OpenForm {
    action: String,
    key: Html,
    text: String,
}

#[derive(Template)]
#[template(path = "desk/one.html")]
struct Body {
    w: DeskWords,
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

/// The address of a forum's desk, without `/en`.
pub(crate) fn path(forum: &Forum) -> String {
    format!("/dieu-hanh/dien-dan/{}", forum.no)
}

/// Whether a person has something to do at this forum's desk.
pub(crate) fn may_see(world: &World, person: PersonId, forum: &Forum) -> bool {
    may_open(world, person, forum) || world.offers(person, CommandKind::ClearOpinion) && may_read(world, person, forum)
}

/// `GET /dieu-hanh/dien-dan/{no}`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_see(staff.scene.world(), staff.person, &at.forum) {
        return forbidden(&staff);
    }
    let opened = staff.scene.query().get("xong") == OPENED;
    let w = DeskWords(staff.scene.lang);
    let status = match opened {
        true => note_with(Note::Ok, Icon::Check, &Html::text(w.opened()), true),
        false => Html::default(),
    };
    page(&staff, &at.forum, &Key::fresh(&app), Answer::Form, status)
}

/// `POST /dieu-hanh/dien-dan/{no}/mo`
pub(crate) async fn open(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let forum = &at.forum;
    let lang = staff.scene.lang;
    if !may_open(staff.scene.world(), staff.person, forum) {
        return forbidden(&staff);
    }
    let w = DeskWords(lang);
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    let body = format!("open {} {}", forum.no, staff.person.0);
    let command = Command::OpenForum { forum: forum.no };
    match app
        .submit(Actor::Person(staff.person), command, Some((&key, body.as_bytes())))
        .await
    {
        Ok(_) => see_other(&href(lang, &format!("{}?xong={OPENED}", path(forum)))),
        Err(Unsent::Busy) => page(&staff, forum, &key, Answer::Busy, alert(w.busy())),
        Err(Unsent::OtherBody) => page(&staff, forum, &Key::fresh(&app), Answer::Wrong, alert(w.stale())),
        Err(Unsent::Refused(world::Refusal::NotAllowed(_))) => forbidden(&staff),
        Err(Unsent::Refused(refusal)) => {
            let words = Names(lang).refusal(&refusal);
            page(&staff, forum, &Key::fresh(&app), Answer::Wrong, alert(&words))
        }
    }
}

fn page(staff: &Staff, forum: &Forum, key: &Key, answer: Answer, status: Html) -> Response {
    let scene = &staff.scene;
    let (w, world) = (DeskWords(scene.lang), scene.world());
    let at = stage(forum, scene.now);
    let counts = Counts::of(world, forum, u64::MAX);
    let open = OpenForm {
        action: href(scene.lang, &format!("{}/mo", path(forum))),
        key: key_input(key.as_str()),
        text: w.open_text(forum.closes),
    };
    let may_open = waits_to_open(forum, at) && may_open(world, staff.person, forum);
    let read = href(scene.lang, &reading::path(forum));
    let body = render(&Body {
        w,
        status,
        state: Names(scene.lang).stage(at),
        title: title(scene, forum),
        no: forum.no.label(),
        until: until(scene, forum),
        open: may_open.then_some(open),
        counts: counts
            .rows(ForumWords(scene.lang))
            .map(|(label, n)| (label, count(n as usize, scene.lang)))
            .to_vec(),
        read: may_read(world, staff.person, forum).then_some(read),
        public: href(scene.lang, &forum::path(forum)),
    });
    let name = w.desk_of(&forum.no.label());
    let crumbs = vec![Crumb::link(w.my_work(), HOME), Crumb::here(forum.no.label())];
    answer.page(framed(staff, &name, "", &path(forum), crumbs, &body, |frame| {
        answer.mark(frame)
    }))
}
