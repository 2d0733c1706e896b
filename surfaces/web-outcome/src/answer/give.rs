//! Opinions are answered, in the name of the organisation a person belongs to.

use super::AnswerWords;
use crate::opinions::{is_published, read, written};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId, SealedRef};
use base::number::opinion_label;
use forum::Forum;
use forum::answer::{ANSWER_TEXT, AnswerDraft, Owed};
use forum::events::{AnswerForm, STATEMENT};
use web_kit::form::{Choice, Field, Form, Kind};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::said;
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, InForum, Paging, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

const OPINIONS: &str = "y-kien";
const FORM: &str = "cach";
const DUE: &str = "han";
const TO: &str = "chuyen";
const TEXT: &str = "tra-loi";
/// Opinions of a page.
const PAGE_ROWS: usize = 20;

struct Waiting {
    statement: Html,
    label: String,
    link: String,
    answer: String,
    promised: String,
}

#[derive(Template)]
#[template(path = "answer/give.html")]
struct Body {
    w: AnswerWords,
    summary: Html,
    status: Html,
    lead: String,
    form: Html,
    rows: Vec<Waiting>,
    paging: Html,
}

fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "tra-loi")
}

/// `GET /dieu-hanh/dien-dan/{no}/tra-loi`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::GiveAnswer, &at.forum) {
        return staff.forbidden();
    }
    let waiting = waiting(&at.forum);
    let Some(paging) = Paging::read(&staff.scene, waiting.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, &waiting, paging))
}

/// Numbers of the opinions without an answer, or with a promised one, the promised first, then those handed on.
fn waiting(forum: &Forum) -> Vec<u32> {
    let mut open: Vec<u32> = forum
        .published
        .keys()
        .copied()
        .filter(|number| is_published(forum, *number))
        .filter(|number| forum.answers_to(*number).next().is_none() || forum.answer_owed(*number).is_some())
        .collect();
    open.sort_by_key(|number| {
        let due = forum.answer_due(*number);
        let handed = forum.answer_owed(*number).is_some();
        (due.is_none(), due, !handed, *number)
    });
    open
}

fn draft(staff: &Staff, forum: &Forum, sheet: &mut Sheet) -> Option<AnswerDraft> {
    let w = AnswerWords(staff.scene.lang);
    let opinions = read(forum, sheet.typed(OPINIONS)).filter(|numbers| !numbers.is_empty());
    if opinions.is_none() {
        sheet.errors.add(OPINIONS, w.opinions_wrong());
    }
    let form = AnswerForm::from_name(sheet.typed(FORM));
    if form.is_none() {
        sheet.errors.add(FORM, w.form_missing());
    }
    let due = match form {
        Some(AnswerForm::InWriting) => sheet.date(DUE, w.what_due()).map(Some),
        _ => Some(None),
    };
    let to = sheet.typed(TO).parse::<u32>().ok().map(OrganisationId);
    let text = sheet.text(TEXT, w.what_text(), &ANSWER_TEXT);
    Some(AnswerDraft {
        opinions: opinions?,
        form: form?,
        due: due?,
        to: to.filter(|_| form == Some(AnswerForm::Transferred)),
        text: text?,
    })
}

/// `POST /dieu-hanh/dien-dan/{no}/tra-loi`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !staff.may(CommandKind::GiveAnswer, &at.forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    if let Some(draft) = draft(&staff, &at.forum, &mut sheet) {
        let due = draft.due.map(|due| due.to_string()).unwrap_or_default();
        let to = draft.to.map(|to| to.0.to_string()).unwrap_or_default();
        let (no, numbers, text) = (at.forum.no.to_string(), written(&draft.opinions), draft.text.clone());
        let parts = ["give-answer", &no, &numbers, draft.form.as_str(), &due, &to, &text];
        let command = Command::GiveAnswer {
            forum: at.forum.no,
            draft: draft.clone(),
        };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=dang", path(&at.forum)))),
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => {
                use forum::Refusal as No;
                let words = refusal(&why, lang);
                match why {
                    Refusal::Forum(No::DueMissing | No::DueNotSensible) => sheet.errors.add(DUE, words),
                    Refusal::Forum(No::ReceiverMissing) => sheet.errors.add(TO, words),
                    Refusal::Forum(No::NoSuchOpinion) => sheet.errors.add(OPINIONS, words),
                    _ => sheet.notice = words,
                }
            }
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let waiting = waiting(&at.forum);
    let paging = Paging::first(waiting.len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, &waiting, paging))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, waiting: &[u32], paging: Paging) -> String {
    let scene = &staff.scene;
    let (w, names, lang) = (AnswerWords(scene.lang), ForumNames(scene.lang), scene.lang);
    let asked = scene.query().get("y-kien").to_owned();
    let own = scene
        .world()
        .people
        .persons
        .get(&staff.person)
        .and_then(|person| person.organisation);
    let field = |field: Field<'static>, name: &str, or: &str| {
        field.value(sheet.value(name, or).to_owned()).errors(&sheet.errors)
    };
    let forms = [
        (AnswerForm::Now, w.form_now()),
        (AnswerForm::InWriting, w.form_writing()),
        (AnswerForm::Transferred, w.form_transfer()),
    ];
    let forms = forms.map(|(form, about)| Choice::new(form.as_str(), names.answer(form), about));
    let mut to = vec![Choice::new("", w.to_nobody(), "")];
    let others = scene.world().people.organisations.keys().filter(|id| Some(**id) != own);
    to.extend(others.map(|id| Choice::new(id.0.to_string(), scene.organisation(*id).to_owned(), "")));
    let form = Form::new(lang, path(forum), w.send())
        .key(sheet.own_key(app).as_str().to_owned())
        .field(field(
            Field::text(OPINIONS, w.opinions()).hint(w.opinions_hint()),
            OPINIONS,
            &asked,
        ))
        .field(field(
            Field::radios(FORM, w.form(), forms.to_vec()),
            FORM,
            AnswerForm::Now.as_str(),
        ))
        .field(field(
            Field::date(DUE, w.due_field()).hint(w.due_hint()).optional(),
            DUE,
            "",
        ))
        .field(field(
            Field::new(TO, w.to_field(), Kind::Select(to))
                .hint(w.to_hint())
                .optional(),
            TO,
            "",
        ))
        .field(field(
            Field::voice(TEXT, w.text(), ANSWER_TEXT.max_chars as u32),
            TEXT,
            "",
        ));
    let row = |number: u32| {
        let seq = *forum.published.get(&number)?;
        Some(Waiting {
            statement: said(scene, SealedRef::new(seq, STATEMENT), "say"),
            label: opinion_label(number),
            link: href(lang, &address::opinion(forum.no, number)),
            answer: href(lang, &format!("{}?y-kien={number}", path(forum))),
            promised: match forum.answer_owed(number) {
                Some(Owed::InWriting { due, .. }) => w.promised(due),
                Some(Owed::HandedTo(to)) => w.handed(scene.organisation(to)),
                None => String::new(),
            },
        })
    };
    let is_sent = scene.query().get("xong") == "dang" && !sheet.has_errors();
    let organisation = own.map(|own| scene.organisation(own)).filter(|name| !name.is_empty());
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_sent {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.sent()), true),
            false => Html::default(),
        },
        lead: w.give_lead(organisation.unwrap_or(scene.office())),
        form: form.html(),
        rows: paging.rows(waiting.iter().copied()).filter_map(row).collect(),
        paging: paging.nav(lang, &path(forum)),
    });
    desk_page(staff, forum, w.give(), &path(forum), sheet, &body)
}
