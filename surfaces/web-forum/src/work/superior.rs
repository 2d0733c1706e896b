//! What the superior is told: clauses that are late by the thresholds of the law's timetable, the latest first, each with
//! a letter to copy.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::time::Date;
use forum::Forum;
use forum::clause::Clause;
use people::role::Role;
use web_kit::{Html, Page, href, render, states, words};
use web_scene::said::said_inline;
use web_scene::work::WorkPage;
use web_scene::{ForumNames, Paging, Staff, address};

words! {
    /// What the superior's page says.
    pub struct SuperiorWords;

    title() { vi: "Việc quá hạn", en: "What is late" }
    lead() { vi: "Việc quá hạn 1, 10 và 30 ngày được báo lên đây. Số ngày tính từ hôm sau ngày đến hạn.", en: "Clauses that are 1, 10 and 30 days late are brought here. Days are counted from the day after the due date." }
    none_title() { vi: "Không có việc nào quá hạn", en: "Nothing is late" }
    none_text() { vi: "Việc quá hạn sẽ tự hiện ở đây.", en: "What is late appears here by itself." }
    due(day: Date) { vi: "Hạn {day}", en: "Due {day}" }
    told(n: u32) { vi: "Đã báo {n} lần", en_one: "Told once", en: "Told {n} times" }
    letter() { vi: "Thư nhắc để chép", en: "A letter to copy" }
    letter_text(owner: &str, clause: &str, forum: &str, due: Date, days: u32) {
        vi: "Kính gửi: Thủ trưởng {owner}. Việc {clause} theo kết luận diễn đàn {forum} đến hạn ngày {due}, nay quá hạn {days} ngày. Đề nghị báo kết quả hoặc đề nghị lùi hạn kèm lý do trên trang của việc.",
        en: "To the head of {owner}. Clause {clause} of the conclusion of forum {forum} was due on {due} and is {days} days late. Report the result, or ask for more time with a reason, on the clause's page."
    }
    open() { vi: "Xem việc này", en: "See this clause" }
}

/// Clauses of a page.
const PAGE_ROWS: usize = 20;

/// A late clause and where it stands.
pub(super) struct Late<'a> {
    forum: &'a Forum,
    directive: u32,
    clause: &'a Clause,
    days: u32,
}

/// Clauses the superior was told about and that are still late, the latest first; none for others.
pub(super) fn late(staff: &Staff) -> Vec<Late<'_>> {
    let world = staff.scene.world();
    let is_superior = |forum: &&Forum| {
        let scope = people::role::Scope::Forum(forum.no);
        let roles = [Role::Superior, Role::Chair];
        roles
            .iter()
            .any(|role| world.people.has_role(staff.person, *role, scope))
    };
    let mut all: Vec<Late<'_>> = world
        .forums
        .forums
        .values()
        .filter(is_superior)
        .flat_map(|forum| {
            let clauses = forum
                .directives
                .iter()
                .flat_map(|(number, directive)| directive.clauses.iter().map(move |clause| (*number, clause)));
            let told = clauses.filter(|(_, clause)| clause.escalated > 0 && clause.done_on.is_none());
            told.filter(|(_, clause)| clause.state.is_open())
                .map(move |(directive, clause)| Late {
                    forum,
                    directive,
                    clause,
                    days: clause.days_late(staff.scene.today),
                })
        })
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.days));
    all
}

struct Row {
    number: String,
    forum: String,
    task: Html,
    state: Html,
    owner: String,
    due: String,
    told: String,
    letter: String,
    link: String,
}

#[derive(Template)]
#[template(path = "work/superior.html")]
struct Body {
    w: SuperiorWords,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// `GET /dieu-hanh/cap-tren`
pub(crate) async fn show(staff: Staff) -> Response {
    let world = staff.scene.world();
    let roles = [Role::Superior, Role::Chair];
    if !roles
        .iter()
        .any(|role| world.people.has_role_anywhere(staff.person, *role))
    {
        return staff.forbidden();
    }
    let (scene, w) = (&staff.scene, SuperiorWords(staff.scene.lang));
    let late = late(&staff);
    let Some(paging) = Paging::read(scene, late.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let rows = paging.rows(&late).map(|one| {
        let number = format!("{}.{}", one.directive, one.clause.clause);
        let owner = scene.organisation(one.clause.owner);
        let due = one.clause.due.unwrap_or(scene.today);
        Row {
            forum: one.forum.no.label(),
            task: said_inline(scene, one.clause.task),
            state: ForumNames(scene.lang).clause(one.clause, scene.today),
            due: w.due(due),
            told: w.told(u32::from(one.clause.escalated)),
            letter: w.letter_text(owner, &number, &one.forum.no.label(), due, one.days),
            owner: owner.to_owned(),
            link: href(
                scene.lang,
                &address::clause(one.forum.no, one.directive, one.clause.clause),
            ),
            number,
        }
    });
    let body = render(&Body {
        w,
        rows: rows.collect(),
        empty: states::empty(scene.lang, w.none_title(), w.none_text(), None),
        paging: paging.nav(scene.lang, address::SUPERIOR),
    });
    let page = WorkPage::new(w.title(), address::SUPERIOR);
    Page::fresh(page.html(&staff, &body)).into_response()
}
