//! The home of administration: what there is, what is missing.

use super::OfficeWords;
use crate::access::Administrator;
use askama::Template;
use people::role::Role;
use web_kit::states::{Note, state};
use web_kit::{Crumb, Html, Icon, Page, href, render};
use web_scene::{Staff, WorkPage, work};

struct Task {
    words: String,
    to: String,
    state: Html,
}

#[derive(Template)]
#[template(path = "office/home.html")]
struct Home {
    w: OfficeWords,
    tasks: Vec<Task>,
}

/// `GET /quan-tri/`.
pub(crate) async fn page(Administrator(staff): Administrator) -> Page {
    let w = OfficeWords(staff.scene.lang);
    let body = render(&Home {
        w,
        tasks: tasks(&staff),
    });
    let crumbs = vec![Crumb::here(w.home_title())];
    Page::fresh(
        WorkPage {
            crumbs,
            ..WorkPage::new(w.home_title(), work::ADMINISTRATION)
        }
        .html(&staff, &body),
    )
}

fn tasks(staff: &Staff) -> Vec<Task> {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    let world = staff.scene.world();
    let people = &world.people;
    let done = || state(Note::Ok, Icon::Check, w.ready());
    let missing = || state(Note::Warn, Icon::Clock, w.missing());
    let task = |words: String, to: &str, state: Html| Task {
        words,
        to: href(lang, to),
        state,
    };
    let with_role = |role| {
        people
            .persons
            .keys()
            .filter(|id| people.has_role_anywhere(**id, role))
            .count()
    };
    let mut tasks = Vec::new();
    tasks.push(match people.office {
        None => task(w.office_missing().to_owned(), work::OFFICE, missing()),
        Some(_) => task(w.office_ready().to_owned(), work::OFFICE, done()),
    });
    if staff.name.is_empty() {
        tasks.push(task(w.own_name_missing().to_owned(), work::OFFICE, missing()));
    }
    tasks.push(match staff.scene.has_emblem() {
        false => task(
            w.emblem_missing().to_owned(),
            work::OFFICE,
            state(Note::Plain, Icon::Pass, w.optional()),
        ),
        true => task(w.emblem_ready().to_owned(), work::OFFICE, done()),
    });
    tasks.push(match people.organisations.len() {
        0 => task(w.organisations_missing().to_owned(), work::ORGANISATIONS, missing()),
        n => task(w.organisations(n), work::ORGANISATIONS, done()),
    });
    tasks.push(task(w.people(people.persons.len()), work::PEOPLE, done()));
    tasks.push(match people.administrators() {
        0 | 1 => task(w.administrators_one().to_owned(), work::PEOPLE, missing()),
        n => task(w.administrators(n), work::PEOPLE, done()),
    });
    tasks.push(match with_role(Role::Moderator) {
        0 => task(w.moderators_missing().to_owned(), work::PEOPLE, missing()),
        n => task(w.moderators(n), work::PEOPLE, done()),
    });
    tasks.push(match world.pending_erasures().len() {
        0 => task(
            w.erasures_none().to_owned(),
            work::ERASURE,
            state(Note::Ok, Icon::Check, w.nothing()),
        ),
        n => task(
            w.erasures_waiting(n),
            work::ERASURE,
            state(Note::Plain, Icon::Clock, w.waiting()),
        ),
    });
    tasks
}
