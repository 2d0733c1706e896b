//! "Việc của tôi": what waits for this person, and what this person may do.

use super::rights::{may_open, may_read, may_read_somewhere, may_see, waits_to_open};
use super::words::HomeWords;
use super::{articles, due};
use crate::flag;
use crate::forum::{desk_path, title};
use crate::opinion::queue_path;
use askama::Template;
use axum::response::{IntoResponse, Response};
use base::time::Date;
use forum::reading::is_late;
use forum::{Forum, Stage};
use people::role::Role;
use web_kit::{Html, Page, href, render, states};
use web_scene::work::{ANNOUNCE, MY_WORK, WorkPage, may_in_office};
use web_scene::{Names, Paging, Scene, Staff, address};
use world::CommandKind;

/// Forums of a page.
const PAGE_ROWS: usize = 20;

struct Task {
    by: Option<Date>,
    forum: String,
    no: String,
    what: String,
    late: Option<String>,
    link: String,
    go: &'static str,
}

struct Row {
    state: Html,
    title: String,
    link: String,
    no: String,
}

#[derive(Template)]
#[template(path = "work/home.html")]
struct Body {
    w: HomeWords,
    tasks: Vec<Task>,
    empty: Html,
    may: Vec<(String, Option<String>)>,
    rows: Vec<Row>,
    paging: Html,
}

/// `GET /dieu-hanh/`
pub(crate) async fn show(staff: Staff) -> Response {
    let (scene, world) = (&staff.scene, staff.scene.world());
    let w = HomeWords(scene.lang);
    let forums = || world.forums.forums.values().rev();
    let mut tasks: Vec<Task> = forums().flat_map(|forum| tasks(&staff, forum)).collect();
    tasks.extend(of_office(&staff));
    // The most urgent first; what has no day keeps its place after them.
    tasks.sort_by_key(|task| (task.by.is_none(), task.by));
    let mine: Vec<&Forum> = forums().filter(|forum| may_see(world, staff.person, forum)).collect();
    let Some(paging) = Paging::read(scene, mine.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let rows = paging.rows(mine).map(|forum| Row {
        state: Names(scene.lang).stage(forum.stage_at(scene.now)),
        title: title(scene, forum),
        link: href(scene.lang, &desk_path(forum)),
        no: forum.no.label(),
    });
    let rows: Vec<Row> = rows.collect();
    let may = may(scene, &staff);
    let roles = world.people.persons.get(&staff.person).map(|person| person.roles.len());
    let empty = match roles.unwrap_or_default() == 0 {
        true => states::empty(
            scene.lang,
            w.none_title(),
            w.no_rights_text(),
            Some(("/ai-duoc-lam-gi", w.who_may_go())),
        ),
        false => states::empty(scene.lang, w.none_title(), w.none_text(), None),
    };
    let body = render(&Body {
        w,
        tasks,
        empty,
        may,
        rows,
        paging: paging.nav(scene.lang, MY_WORK),
    });
    let page = WorkPage {
        place: MY_WORK,
        crumbs: vec![],
        ..WorkPage::new(w.my_work(), &scene.path)
    };
    Page::fresh(page.html(&staff, &body)).into_response()
}

fn tasks(staff: &Staff, forum: &Forum) -> Vec<Task> {
    let (scene, world) = (&staff.scene, staff.scene.world());
    let w = HomeWords(scene.lang);
    let task = |what: String, late, path: String, go| Task {
        by: None,
        forum: title(scene, forum),
        no: forum.no.label(),
        what,
        late,
        link: href(scene.lang, &path),
        go,
    };
    let mut tasks = Vec::new();
    if !forum.held.is_empty() && may_read(world, staff.person, forum) {
        let late = |seq: &&u64| {
            world
                .forums
                .opinions
                .get(*seq)
                .is_some_and(|one| is_late(one.at, scene.now))
        };
        // Oldest first: the first that is in time ends the count.
        let late = forum.held.iter().take_while(late).count();
        let late = (late > 0).then(|| w.to_read_late(late));
        tasks.push(task(w.to_read(forum.held.len()), late, queue_path(forum), w.read_go()));
    }
    if waits_to_open(forum, forum.stage_at(scene.now)) && may_open(world, staff.person, forum) {
        tasks.push(task(w.to_open().to_owned(), None, desk_path(forum), w.desk_go()));
    }
    let flags = flag::desk::waiting_in(staff, forum);
    if flags > 0 {
        let desk = address::at_desk(forum.no, flag::desk::STEP);
        tasks.push(task(w.flags_due(flags), None, desk, w.flags_go()));
    }
    for due in due::of(staff, forum) {
        let late = due.by.map_or(0, |by| by.days_until(scene.today));
        let late = u32::try_from(late)
            .ok()
            .filter(|days| *days > 0)
            .map(|days| w.overdue(days));
        let what = match due.by.filter(|_| late.is_none()) {
            Some(by) => format!("{} · {}", due.what, w.by(by)),
            None => due.what,
        };
        tasks.push(Task {
            by: due.by,
            ..task(what, late, due.path, due.go)
        });
    }
    tasks
}

/// What waits in the office as a whole: late clauses brought to the superior, articles on their way, reports of texts.
fn of_office(staff: &Staff) -> Vec<Task> {
    let (scene, w) = (&staff.scene, HomeWords(staff.scene.lang));
    let task = |what: String, path: &str, go| Task {
        by: None,
        forum: scene.office().to_owned(),
        no: String::new(),
        what,
        late: None,
        link: href(scene.lang, path),
        go,
    };
    let mut tasks = Vec::new();
    let late = super::superior::late(staff).len();
    if late > 0 {
        tasks.push(task(w.escalated_due(late), address::SUPERIOR, w.escalated_go()));
    }
    let flags = flag::desk::waiting_in_office(staff);
    if flags > 0 {
        tasks.push(task(w.flags_due(flags), address::OFFICE_FLAGS, w.flags_go()));
    }
    let articles = articles::of(staff).into_iter();
    tasks.extend(articles.map(|due| task(due.what, &due.path, due.go)));
    tasks
}

fn may(scene: &Scene, staff: &Staff) -> Vec<(String, Option<String>)> {
    let w = HomeWords(scene.lang);
    let world = scene.world();
    let mut may = Vec::new();
    if may_in_office(world, staff.person, CommandKind::AnnounceForum) {
        may.push((w.may_announce().to_owned(), Some(href(scene.lang, ANNOUNCE))));
    }
    if world.offers(staff.person, CommandKind::OpenForum) {
        may.push((w.may_open().to_owned(), None));
    }
    if may_read_somewhere(world, staff.person) {
        may.push((w.may_read().to_owned(), None));
    }
    if may_in_office(world, staff.person, CommandKind::SaveDraft) {
        let new = format!("{}moi", address::NEWSROOM);
        may.push((w.may_write().to_owned(), Some(href(scene.lang, &new))));
    }
    if world.people.has_role_anywhere(staff.person, Role::Auditor) {
        may.push((w.may_audit().to_owned(), Some(href(scene.lang, address::AUDIT))));
        may.push((w.may_verify().to_owned(), Some(href(scene.lang, "/kiem-chung"))));
    }
    for forum in world.forums.forums.values().rev() {
        let at = forum.stage_at(scene.now);
        let at_desk = |step: &str| Some(href(scene.lang, &address::at_desk(forum.no, step)));
        let label = forum.no.label();
        if matches!(at, Stage::Collecting | Stage::InSession) && staff.may(CommandKind::RecordTurn, forum) {
            may.push((w.may_record(&label), at_desk("phat-bieu")));
        }
        if at == Stage::Collecting && staff.may(CommandKind::IssueSlips, forum) {
            may.push((w.may_take_slips(&label), at_desk("phieu")));
        }
    }
    may
}
