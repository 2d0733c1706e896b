//! The work page of a clause: its evidence, and a form for each thing this person may do now.

use super::forms::{self, Group};
use super::offer::Offers;
use super::{AtDesk, DeskWords, Done};
use crate::clause::{ClauseWords, contests_line, evidence_list, in_force, label, state_sentence};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render};
use web_scene::said::said;
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, Sheet, address};

#[derive(Template)]
#[template(path = "desk/show.html")]
struct Body<'a> {
    w: DeskWords,
    c: ClauseWords,
    summary: Html,
    status: Html,
    title: &'a str,
    task: Html,
    label: Html,
    contested: String,
    contests: String,
    owner: &'a str,
    due: String,
    state: String,
    measure: Html,
    public: String,
    all: String,
    groups: Vec<Group>,
    evidence: Html,
}

/// `GET /dieu-hanh/dien-dan/{no}/viec/{viec}`
pub(crate) async fn show(State(app): State<App>, desk: AtDesk) -> Response {
    let scene = &desk.at.staff.scene;
    let status = match Done::read(scene.query().get("xong")) {
        Some(done) => {
            let words = Html::text(done.words(DeskWords(scene.lang)));
            note_with(Note::Ok, Icon::Check, &words, true)
        }
        None => Html::default(),
    };
    let sheet = Sheet::fresh(scene.lang);
    match page(&app, &desk, &sheet, status) {
        Some(html) => sheet.answer(html),
        None => scene.not_found(),
    }
}

/// The page; none when the clause is not in force.
pub(super) fn page(app: &App, desk: &AtDesk, sheet: &Sheet, status: Html) -> Option<String> {
    let (staff, forum, no) = (&desk.at.staff, &desk.at.forum, desk.no);
    let (_, _, clause) = in_force(forum, Some((no.directive, no.clause)))?;
    let scene = &staff.scene;
    let (w, c, lang) = (DeskWords(scene.lang), ClauseWords(scene.lang), scene.lang);
    let title = c.title(&label(no));
    let groups = forms::groups(app, desk, clause, sheet, &Offers::of(desk));
    let body = render(&Body {
        w,
        c,
        summary: sheet.summary(),
        status,
        title: &title,
        task: said(scene, clause.task, "lead gap-s"),
        label: ForumNames(lang).clause(clause, scene.today),
        contested: contests_line(forum, clause, c),
        contests: href(lang, &address::at_desk(no.forum, "phan-doi")),
        owner: scene.organisation(clause.owner),
        due: c.due_on(clause.due.unwrap_or(scene.today)),
        state: state_sentence(scene, clause),
        measure: said(scene, clause.measure, "voice"),
        public: href(lang, &address::clause(no.forum, no.directive, no.clause)),
        all: href(lang, &address::at_desk(no.forum, "viec")),
        groups,
        evidence: evidence_list(scene, no, clause),
    });
    let own = address::clause_desk(no.forum, no.directive, no.clause);
    Some(desk_page(staff, forum, &title, &own, sheet, &body))
}
