//! One organisation: its people, the forums it chairs or reports in, the tasks it was given and those it verifies.

use super::{OrganisationWords, name_of, path as path_of};
use crate::access::Administrator;
use crate::person::{self, display_name};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use base::fact::OrganisationId;
use base::vietnamese::short_date;
use forum::Forum;
use forum::clause::Clause;
use web_kit::{Crumb, Html, Page, href, render};
use web_scene::{App, ForumNames, Names, Paging, Staff, WorkPage, address, work};

/// People of a page.
const PAGE_ROWS: usize = 50;
/// Most rows of the other lists: the newest.
const ROWS: usize = 50;

struct Row {
    words: String,
    to: String,
    about: String,
    state: Html,
}

type List = (&'static str, &'static str, &'static str, Vec<Row>);

#[derive(Template)]
#[template(path = "organisation/show.html")]
struct Show {
    w: OrganisationWords,
    name: String,
    kind: &'static str,
    number: u32,
    people: Vec<Row>,
    pages: Html,
    add: String,
    lists: [List; 3],
}

/// `GET /quan-tri/co-quan/{id}`.
pub(crate) async fn page(
    State(app): State<App>,
    Administrator(staff): Administrator,
    id: Result<Path<u32>, PathRejection>,
) -> Response {
    let scene = &staff.scene;
    let id = id.ok().map(|Path(id)| OrganisationId(id));
    let known = id.and_then(|id| Some((id, scene.world().people.organisations.get(&id)?.kind)));
    let Some((id, kind)) = known else {
        return scene.not_found();
    };
    let of_it = person::of_organisation(&app, scene, Some(id));
    let Some(paging) = Paging::read(scene, of_it.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let (lang, w, path) = (scene.lang, OrganisationWords(scene.lang), path_of(id));
    let name = name_of(scene, id);
    let body = render(&Show {
        w,
        kind: Names(lang).organisation_kind(kind),
        number: id.0,
        people: paging.rows(of_it).map(|id| person_row(&app, &staff, id)).collect(),
        pages: paging.nav(lang, &path),
        add: href(lang, &format!("{}?{}={}#h-add", work::PEOPLE, person::list::OF, id.0)),
        lists: [
            ("forums", w.forums(), w.forums_empty(), forums(&staff, id)),
            (
                "owns",
                w.owns(),
                w.owns_empty(),
                clauses(&staff, |clause| clause.owner == id),
            ),
            (
                "verifies",
                w.verifies(),
                w.verifies_empty(),
                clauses(&staff, |clause| clause.verifier == id),
            ),
        ],
        name: name.clone(),
    });
    let page = WorkPage {
        place: work::ORGANISATIONS,
        crumbs: vec![Crumb::link(w.title(), work::ORGANISATIONS), Crumb::here(name.clone())],
        ..WorkPage::new(&name, &scene.path)
    };
    axum::response::IntoResponse::into_response(Page::fresh(page.html(&staff, &body)))
}

fn person_row(app: &App, staff: &Staff, id: base::fact::PersonId) -> Row {
    let lang = staff.scene.lang;
    let known = staff.scene.world().people.persons.get(&id);
    let roles = known.map(|one| Names(lang).roles_of(one)).unwrap_or_default();
    Row {
        words: display_name(app, &staff.scene, id),
        to: href(lang, &person::path(id)),
        about: match roles.is_empty() {
            true => OrganisationWords(lang).no_roles().to_owned(),
            false => roles,
        },
        state: Html::default(),
    }
}

fn forums(staff: &Staff, id: OrganisationId) -> Vec<Row> {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = OrganisationWords(lang);
    let does = |forum: &Forum| {
        let does = [(forum.chair, w.chairs()), (forum.force, w.reports())];
        let does = does.into_iter().filter(|(who, _)| *who == Some(id));
        does.map(|(_, what)| what).collect::<Vec<_>>().join(", ")
    };
    let all = scene.world().forums.forums.values().rev();
    let rows = all
        .map(|forum| (forum, does(forum)))
        .filter(|(_, does)| !does.is_empty());
    let rows = rows.take(ROWS).map(|(forum, does)| Row {
        words: scene.forum_title(forum),
        to: href(lang, &address::forum(forum.no)),
        about: format!("{} · {does}", forum.no.label()),
        state: Html::default(),
    });
    rows.collect()
}

/// Clauses in force, of the newest forums first.
fn clauses(staff: &Staff, is_wanted: impl Fn(&Clause) -> bool) -> Vec<Row> {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = OrganisationWords(lang);
    let mut rows = Vec::new();
    for forum in scene.world().forums.forums.values().rev() {
        for (number, directive) in &forum.directives {
            for clause in directive.clauses.iter().filter(|clause| is_wanted(clause)) {
                // A clause of a draft has no last day, and nobody was given it yet.
                let Some(due) = clause.due else { continue };
                rows.push(Row {
                    words: w.clause(&forum.no.label(), &format!("{number}.{}", clause.clause)),
                    to: href(lang, &address::clause(forum.no, *number, clause.clause)),
                    about: w.due(&short_date(due, lang)),
                    state: ForumNames(lang).clause(clause, scene.today),
                });
            }
        }
    }
    rows.truncate(ROWS);
    rows
}
