//! Every clause of a forum, by owner.

use super::DeskWords;
use crate::clause::{ClauseWords, contests_line};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::OrganisationId;
use base::time::Date;
use base::vietnamese::{name_key, number, short_date};
use forum::Forum;
use forum::clause::{Clause, ClauseState};
use web_kit::form::hidden;
use web_kit::{Html, href, render, states};
use web_scene::said::said;
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, Paging, Scene, Sheet, Staff, StaffInForum, address};

/// Clauses of a page.
const PAGE_ROWS: usize = 30;
/// Narrows by state.
const STATE: &str = "trang_thai";
/// Narrows by owner.
const OWNER: &str = "don_vi";

/// What a list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Late,
    Asked,
    GoingOn,
    Waiting,
    Ended,
}

impl Sort {
    const ALL: [Sort; 5] = [Sort::Late, Sort::Asked, Sort::GoingOn, Sort::Waiting, Sort::Ended];

    const fn as_str(self) -> &'static str {
        match self {
            Sort::Late => "qua-han",
            Sort::Asked => "xin-lui",
            Sort::GoingOn => "dang-lam",
            Sort::Waiting => "cho-xac-nhan",
            Sort::Ended => "da-ket-thuc",
        }
    }

    const fn words(self, w: DeskWords) -> &'static str {
        match self {
            Sort::Late => w.late(),
            Sort::Asked => w.asked(),
            Sort::GoingOn => w.going_on(),
            Sort::Waiting => w.waiting(),
            Sort::Ended => w.ended(),
        }
    }

    fn fits(self, clause: &Clause, today: Date) -> bool {
        let going_on = matches!(clause.state, ClauseState::Assigned | ClauseState::Accepted);
        match self {
            Sort::Late => going_on && clause.days_late(today) > 0,
            Sort::Asked => clause.pending_extension().is_some(),
            Sort::GoingOn => going_on,
            Sort::Waiting => clause.state == ClauseState::ReportedDone,
            Sort::Ended => !clause.state.is_open(),
        }
    }
}

struct Row {
    label: String,
    href: String,
    task: Html,
    state: Html,
    contested: String,
    due: String,
    asked: bool,
    verifier: String,
    evidence: String,
}

struct Tab {
    href: String,
    label: &'static str,
    is_here: bool,
}

struct Owned {
    id: String,
    owner: String,
    count: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "desk/list.html")]
struct Body {
    w: DeskWords,
    tabs: Vec<Tab>,
    action: String,
    /// The state the list is narrowed to goes along.
    narrowed: Html,
    /// Number, name, and whether it is the chosen one.
    owner_choices: Vec<(String, String, bool)>,
    owners: Vec<Owned>,
    is_empty: bool,
    empty: Html,
    paging: Html,
}

/// `GET /dieu-hanh/dien-dan/{no}/viec`
pub(crate) async fn show(State(_): State<App>, StaffInForum { staff, forum }: StaffInForum) -> Response {
    let query = staff.scene.query();
    let sort = Sort::ALL.into_iter().find(|one| one.as_str() == query.get(STATE));
    let owner = query.get(OWNER).parse::<u32>().ok().map(OrganisationId);
    let all = clauses(&staff.scene, &forum);
    let fits = |(_, clause): &&(u32, Clause)| {
        sort.is_none_or(|sort| sort.fits(clause, staff.scene.today)) && owner.is_none_or(|owner| clause.owner == owner)
    };
    let fitting: Vec<&(u32, Clause)> = all.iter().filter(fits).collect();
    let Some(paging) = Paging::read(&staff.scene, fitting.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&staff, &forum, &sheet, (sort, owner), &all, fitting, paging))
}

/// Clauses in force, by the name of their owner and then by number, with the number of their directive.
fn clauses(scene: &Scene, forum: &Forum) -> Vec<(u32, Clause)> {
    let directives = forum.directives.iter().filter(|_| forum.is_concluded());
    let each = directives.flat_map(|(number, directive)| directive.clauses.iter().map(|one| (*number, one.clone())));
    let mut all: Vec<(u32, Clause)> = each.collect();
    all.sort_by_key(|(directive, clause)| {
        let owner = name_key(scene.organisation(clause.owner));
        (owner, clause.owner, *directive, clause.clause)
    });
    all
}

fn page(
    staff: &Staff,
    forum: &Forum,
    sheet: &Sheet,
    (sort, owner): (Option<Sort>, Option<OrganisationId>),
    all: &[(u32, Clause)],
    fitting: Vec<&(u32, Clause)>,
    paging: Paging,
) -> String {
    let scene = &staff.scene;
    let (w, lang) = (DeskWords(scene.lang), scene.lang);
    let own = address::at_desk(forum.no, "viec");
    let mut owners: Vec<(OrganisationId, Owned)> = Vec::new();
    for (directive, clause) in paging.rows(fitting) {
        let row = row(scene, forum, *directive, clause);
        match owners.last_mut().filter(|(known, _)| *known == clause.owner) {
            Some((_, owned)) => owned.rows.push(row),
            None => owners.push((clause.owner, owned(scene, all, clause.owner, row))),
        }
    }
    let typed_sort = sort.map_or("", Sort::as_str);
    let typed_owner = owner.map_or_else(String::new, |owner| owner.0.to_string());
    let narrowed = [(STATE, typed_sort), (OWNER, typed_owner.as_str())];
    let body = render(&Body {
        w,
        tabs: tabs(scene, &own, sort, &typed_owner),
        action: href(lang, &own),
        narrowed: sort.map_or_else(Html::default, |sort| hidden(STATE, sort.as_str())),
        owner_choices: owners_of(scene, all, owner),
        is_empty: all.is_empty(),
        empty: states::empty(
            lang,
            w.list_none_title(),
            w.list_none_text(),
            Some((&address::desk(forum.no), &forum.no.label())),
        ),
        owners: owners.into_iter().map(|(_, owned)| owned).collect(),
        paging: paging.nav_of(lang, &own, &narrowed),
    });
    desk_page(staff, forum, w.list_title(), &own, sheet, &body)
}

/// All of them, then each state.
fn tabs(scene: &Scene, own: &str, here: Option<Sort>, owner: &str) -> Vec<Tab> {
    let w = DeskWords(scene.lang);
    let tab = |sort: Option<Sort>| {
        let state = sort.map(|sort| format!("{STATE}={}", sort.as_str()));
        let owner = Some(owner).filter(|owner| !owner.is_empty());
        let owner = owner.map(|owner| format!("{OWNER}={owner}"));
        let query: Vec<String> = state.into_iter().chain(owner).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        Tab {
            href: href(scene.lang, &format!("{own}{mark}{}", query.join("&"))),
            label: sort.map_or(w.list_all(), |sort| sort.words(w)),
            is_here: sort == here,
        }
    };
    let each = Sort::ALL.into_iter().map(Some);
    std::iter::once(None).chain(each).map(tab).collect()
}

fn owners_of(scene: &Scene, all: &[(u32, Clause)], chosen: Option<OrganisationId>) -> Vec<(String, String, bool)> {
    let mut owners: Vec<OrganisationId> = all.iter().map(|(_, clause)| clause.owner).collect();
    owners.dedup();
    let choice = |id: OrganisationId| (id.0.to_string(), scene.organisation(id).to_owned(), chosen == Some(id));
    owners.into_iter().map(choice).collect()
}

fn owned(scene: &Scene, all: &[(u32, Clause)], owner: OrganisationId, row: Row) -> Owned {
    let of_owner = || all.iter().filter(|(_, clause)| clause.owner == owner);
    let done = of_owner().filter(|(_, clause)| clause.state == ClauseState::Verified);
    Owned {
        id: format!("h-{}", owner.0),
        owner: scene.organisation(owner).to_owned(),
        count: DeskWords(scene.lang).count_of(done.count(), &number(of_owner().count(), scene.lang)),
        rows: vec![row],
    }
}

fn row(scene: &Scene, forum: &Forum, directive: u32, clause: &Clause) -> Row {
    let lang = scene.lang;
    Row {
        label: format!("{directive}.{}", clause.clause),
        href: href(lang, &address::clause_desk(forum.no, directive, clause.clause)),
        task: said(scene, clause.task, ""),
        state: ForumNames(lang).clause(clause, scene.today),
        contested: contests_line(forum, clause, ClauseWords(lang)),
        due: clause.due.map_or_else(String::new, |due| short_date(due, lang)),
        asked: clause.pending_extension().is_some(),
        verifier: scene.organisation(clause.verifier).to_owned(),
        evidence: number(clause.evidence.len(), lang),
    }
}
