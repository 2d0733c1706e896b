//! A directive is drafted, or drafted anew.

use super::DirectiveWords;
use super::draft::{ADD, ADDRESSED, FINDING, REMOVE, ROWS, TEXT, Typed, TypedClause, field};
use super::list::path;
use crate::conclusion::ConclusionWords;
use crate::conclusion::draft::{OVER, over};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::clause::Clause;
use forum::conclusion::{DIRECTIVE_TEXT, Directive, MEASURE, TASK, WORKING_DAYS_MAX};
use forum::events::EvidenceSort;
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Kind, TextKind, hidden, key_input};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::{paragraph, said_inline};
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, InForum, Numbered, Sent, Sheet, Shown, Staff, StaffForm};
use world::{Command, CommandKind, Refusal};

struct Check {
    value: String,
    label: Html,
    checked: bool,
}

struct ClauseForm {
    row: usize,
    title: String,
    fields: Vec<Html>,
    due: String,
    evidence_name: String,
    evidence: Vec<Check>,
    evidence_error: String,
    remove: Option<String>,
}

/// The version that was saved meanwhile.
struct Saved {
    addressee: String,
    text: Html,
    clauses: Vec<String>,
}

#[derive(Template)]
#[template(path = "directive/edit.html")]
struct Body {
    w: DirectiveWords,
    title: String,
    summary: Html,
    saved: Option<Saved>,
    action: String,
    carried: Html,
    addressee: Html,
    text: Html,
    finding_name: &'static str,
    findings: Vec<Check>,
    clauses: Vec<ClauseForm>,
    add: &'static str,
    remove: &'static str,
}

/// Which directive a form is about.
#[derive(Clone, Copy)]
struct Which(Option<u32>);

fn own_path(forum: &Forum, which: Which) -> String {
    match which.0 {
        Some(number) => format!("{}/{number}", path(forum)),
        None => format!("{}/moi", path(forum)),
    }
}

/// `GET /dieu-hanh/dien-dan/{no}/chi-dao/moi`
pub(crate) async fn fresh(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::WriteDirective, &at.forum) || at.forum.stage >= Stage::Concluded {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(
        &app,
        &staff,
        &at.forum,
        Which(None),
        &sheet,
        &Typed::fresh(),
        false,
    ))
}

/// `GET /dieu-hanh/dien-dan/{no}/chi-dao/{so}`
pub(crate) async fn form(State(app): State<App>, at: InForum, Numbered(number): Numbered, staff: Staff) -> Response {
    if !staff.may(CommandKind::WriteDirective, &at.forum) || at.forum.is_concluded() {
        return staff.forbidden();
    }
    let number = number.and_then(|number| u32::try_from(number).ok());
    match number.and_then(|number| Some((number, at.forum.directives.get(&number)?))) {
        Some((number, directive)) => {
            let (sheet, typed) = (Sheet::fresh(staff.scene.lang), Typed::saved(&app, directive));
            sheet.answer(page(
                &app,
                &staff,
                &at.forum,
                Which(Some(number)),
                &sheet,
                &typed,
                false,
            ))
        }
        None => staff.scene.not_found(),
    }
}

/// `POST /dieu-hanh/dien-dan/{no}/chi-dao/moi`
pub(crate) async fn send_fresh(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    let sheet = Sheet::sent(&app, staff.scene.lang, fields);
    write(&app, &staff, &at.forum, Which(None), sheet).await
}

/// `POST /dieu-hanh/dien-dan/{no}/chi-dao/{so}`
pub(crate) async fn send(
    State(app): State<App>,
    at: InForum,
    Numbered(number): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::WriteDirective, &at.forum) {
        return staff.forbidden();
    }
    let number = number.and_then(|number| u32::try_from(number).ok());
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let Some(number) = number.filter(|number| at.forum.directives.contains_key(number)) else {
        if over(&sheet).is_none() {
            return staff.scene.not_found();
        }
        // Someone took it out meanwhile: what was typed can be saved as a new one.
        sheet.notice = refusal(&Refusal::Forum(forum::Refusal::NoSuchDirective), lang);
        let typed = Typed::sent(&sheet);
        return sheet.answer(page(&app, &staff, &at.forum, Which(None), &sheet, &typed, true));
    };
    write(&app, &staff, &at.forum, Which(Some(number)), sheet).await
}

async fn write(app: &App, staff: &Staff, forum: &Forum, which: Which, mut sheet: Sheet) -> Response {
    if !staff.may(CommandKind::WriteDirective, forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut typed = Typed::sent(&sheet);
    if typed.change_rows(&mut sheet, lang) {
        sheet.ask_again();
        return sheet.answer(page(app, staff, forum, which, &sheet, &typed, false));
    }
    let mut changed = false;
    let over = over(&sheet);
    if let Some(draft) = typed.read(&mut sheet, forum, lang, which.0, over) {
        let mut parts = vec!["write-directive".to_owned(), forum.no.to_string()];
        parts.push(which.0.map(|number| number.to_string()).unwrap_or_default());
        parts.push(over.map(|over| over.to_string()).unwrap_or_default());
        parts.extend(typed.parts());
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let command = Command::WriteDirective { forum: forum.no, draft };
        match sheet.send(app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &path(forum))),
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => {
                changed = why == Refusal::Forum(forum::Refusal::ChangedMeanwhile);
                sheet.notice = refusal(&why, lang);
            }
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(app, staff, forum, which, &sheet, &typed, changed))
}

fn page(app: &App, staff: &Staff, forum: &Forum, which: Which, sheet: &Sheet, typed: &Typed, changed: bool) -> String {
    let scene = &staff.scene;
    let (w, lang) = (DirectiveWords(scene.lang), scene.lang);
    let saved = which.0.and_then(|number| forum.directives.get(&number));
    let now = saved.map(|directive| directive.seq.to_string()).unwrap_or_default();
    let from = if changed { now.as_str() } else { sheet.value(OVER, &now) };
    let mut carried = key_input(sheet.own_key(app).as_str());
    carried.push(&hidden(OVER, from));
    carried.push(&hidden(ROWS, &typed.clauses.len().to_string()));
    let shown = |field: Field<'static>, value: &str| field.value(value.to_owned()).errors(&sheet.errors).html(lang);
    let finding = |(number, finding): (&u32, &forum::finding::Finding)| Check {
        value: number.to_string(),
        label: said_inline(scene, finding.text),
        checked: typed.findings.contains(&number.to_string()),
    };
    let standing = forum.findings.iter().filter(|(_, finding)| finding.withdrawn.is_none());
    let clauses = (1..).zip(&typed.clauses);
    let title = which.0.map_or_else(|| w.fresh().to_owned(), |number| w.edit(number));
    let body = render(&Body {
        w,
        title: title.clone(),
        summary: sheet.summary(),
        saved: saved
            .filter(|_| changed)
            .map(|directive| shown_saved(app, staff, directive)),
        action: href(lang, &own_path(forum, which)),
        carried,
        addressee: shown(Field::text(ADDRESSED, w.addressee()), &typed.addressee),
        text: shown(
            Field::voice(TEXT, w.text(), DIRECTIVE_TEXT.max_chars as u32),
            &typed.text,
        ),
        finding_name: FINDING,
        findings: standing.map(finding).collect(),
        clauses: clauses
            .map(|(row, clause)| clause_form(staff, sheet, typed, row, clause))
            .collect(),
        add: ADD,
        remove: REMOVE,
    });
    desk_page(staff, forum, &title, &own_path(forum, which), sheet, &body)
}

fn shown_saved(app: &App, staff: &Staff, directive: &Directive) -> Saved {
    let scene = &staff.scene;
    let names = ForumNames(scene.lang);
    let words = |at| app.private_words(at).unwrap_or_default();
    let clause = |clause: &Clause| {
        let needs: Vec<&str> = clause.needs.iter().map(|sort| names.evidence(*sort)).collect();
        let parts = [
            words(clause.task),
            words(clause.measure),
            scene.organisation(clause.owner).to_owned(),
            scene.organisation(clause.verifier).to_owned(),
            ConclusionWords(scene.lang).working_days(clause.working_days),
            needs.join(", "),
        ];
        parts.join(" · ")
    };
    Saved {
        addressee: words(directive.addressee),
        text: paragraph(scene, Shown::Words(&words(directive.text)), "voice"),
        clauses: directive.clauses.iter().map(clause).collect(),
    }
}

fn clause_form(staff: &Staff, sheet: &Sheet, typed: &Typed, row: usize, clause: &TypedClause) -> ClauseForm {
    let scene = &staff.scene;
    let (w, names, lang) = (DirectiveWords(scene.lang), ForumNames(scene.lang), scene.lang);
    let organisations = || {
        let mut choices = vec![Choice::new("", w.choose(), "")];
        let known = scene.world().people.organisations.keys();
        choices.extend(known.map(|id| Choice::new(id.0.to_string(), scene.organisation(*id).to_owned(), "")));
        choices
    };
    let shown = |field: Field<'static>, value: &str| field.value(value.to_owned()).errors(&sheet.errors).html(lang);
    let select = |stem: &str, label: &'static str| Field::new(field(stem, row), label, Kind::Select(organisations()));
    let fields = vec![
        shown(
            Field::voice(field("viec", row), w.task(), TASK.max_chars as u32),
            &clause.task,
        ),
        shown(
            Field::voice(field("do", row), w.measure(), MEASURE.max_chars as u32).hint(w.measure_hint()),
            &clause.measure,
        ),
        shown(select("chu-tri", w.owner()), &clause.owner),
        shown(select("tham-tra", w.verifier()), &clause.verifier),
        shown(
            Field::new(field("ngay", row), w.days(), Kind::Text(TextKind::Number)),
            &clause.days,
        ),
    ];
    let due = clause
        .days
        .trim()
        .parse::<u32>()
        .ok()
        .filter(|days| (1..=WORKING_DAYS_MAX).contains(days));
    let due = due.map(|days| law::calendar().add_working_days(scene.today, days));
    let check = |sort: EvidenceSort| Check {
        value: sort.as_str().to_owned(),
        label: Html::text(names.evidence(sort)),
        checked: clause.evidence.iter().any(|one| one == sort.as_str()),
    };
    let evidence_name = field("bang-chung", row);
    ClauseForm {
        row,
        title: w.clause(row),
        fields,
        due: due
            .map(|due| {
                let mut line = w.due_now(due);
                if !law::calendar().covers(due) {
                    line.push(' ');
                    line.push_str(w.beyond());
                }
                line
            })
            .unwrap_or_default(),
        evidence_error: sheet.errors.of(&evidence_name).unwrap_or_default().to_owned(),
        evidence_name,
        evidence: EvidenceSort::ALL.map(check).into_iter().collect(),
        remove: (typed.clauses.len() > 1).then(|| w.remove(row)),
    }
}
