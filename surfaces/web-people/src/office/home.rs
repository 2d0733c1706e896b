//! The home of administration: how far the office is set up, and how it stands.

use super::OfficeWords;
use crate::access::Administrator;
use crate::setup::{Done, SetupWords, Step, show};
use askama::Template;
use people::role::Role;
use web_kit::states::{Note, state};
use web_kit::{Crumb, Html, Icon, Page, href, render};
use web_scene::names::in_sentence;
use web_scene::{Staff, WorkPage, work};

struct Task {
    words: String,
    to: String,
    state: Html,
    about: String,
}

#[derive(Template)]
#[template(path = "office/home.html")]
struct Home {
    w: OfficeWords,
    setup: SetupWords,
    title: &'static str,
    lead: String,
    progress: String,
    next: Option<(String, String)>,
    steps: Vec<Task>,
    tasks: Vec<Task>,
}

/// `GET /quan-tri/`.
pub(crate) async fn page(Administrator(staff): Administrator) -> Page {
    let lang = staff.scene.lang;
    let (w, setup) = (OfficeWords(lang), SetupWords(lang));
    let (next, all) = (Step::next(&staff), Step::ALL.len());
    let done = Step::ALL.iter().filter(|step| step.done(&staff) != Done::No).count();
    let title = if next.is_some() { setup.title() } else { w.home_title() };
    let body = render(&Home {
        w,
        setup,
        title,
        lead: match next {
            Some(_) => setup.lead(all),
            None => w.home_lead().to_owned(),
        },
        progress: match next {
            Some(_) => setup.progress(done, all),
            None => setup.all_done().to_owned(),
        },
        next: next.map(|step| (href(lang, &step.path()), setup.next(&in_sentence(step.title(lang))))),
        steps: Step::ALL.iter().map(|step| row(&staff, *step)).collect(),
        // Before the office has a name the steps say everything.
        tasks: match staff.scene.world().people.office {
            Some(_) => tasks(&staff),
            None => Vec::new(),
        },
    });
    let crumbs = vec![Crumb::here(w.home_title())];
    Page::fresh(
        WorkPage {
            crumbs,
            ..WorkPage::new(title, work::ADMINISTRATION)
        }
        .html(&staff, &body),
    )
}

fn row(staff: &Staff, step: Step) -> Task {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    let done = step.done(staff);
    let words = match (step, done) {
        (Step::Office, Done::No) => w.office_missing(),
        (Step::OwnName, Done::No) => w.own_name_missing(),
        (Step::Organisations, Done::No) if staff.scene.world().people.organisations.is_empty() => {
            w.organisations_missing()
        }
        _ => step.title(lang),
    };
    Task {
        words: words.to_owned(),
        to: href(lang, &step.path()),
        state: done.label(lang),
        about: show::lacking(staff, step),
    }
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
        about: String::new(),
    };
    let with_role = |role| {
        people
            .persons
            .keys()
            .filter(|id| people.has_role_anywhere(**id, role))
            .count()
    };
    vec![
        match people.organisations.len() {
            0 => task(w.no_organisations().to_owned(), work::ORGANISATIONS, missing()),
            n => task(w.organisations(n), work::ORGANISATIONS, done()),
        },
        task(w.people(people.persons.len()), work::PEOPLE, done()),
        match people.administrators() {
            0 | 1 => task(w.administrators_one().to_owned(), work::PEOPLE, missing()),
            n => task(w.administrators(n), work::PEOPLE, done()),
        },
        match with_role(Role::Moderator) {
            0 => task(w.moderators_missing().to_owned(), work::PEOPLE, missing()),
            n => task(w.moderators(n), work::PEOPLE, done()),
        },
        match world.pending_erasures().len() {
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
        },
    ]
}
