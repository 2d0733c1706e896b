//! A turn is recorded: one screen for what is done all day.

use super::list::{Row, rows, turns};
use super::{TurnWords, path, receipt};
use crate::opinion::draft::{Draft, Judged, NAME, REASONS, ROLE, SIGN, SIGN_NAME, SIGN_NONE, SIGN_ROLE, STATEMENT};
use crate::opinion::{OpinionWords, subject};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32, OrganisationId};
use forum::events::SpeakerRole;
use forum::opinion::{OPINION_CHARS_MAX, REASONS_CHARS_MAX};
use forum::turn::Turn;
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Form, Kind, TextKind};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, Page, render};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, Host, InForum, Names, Paging, Sent, Sheet, Staff, StaffForm};
use world::{Command, CommandKind, Refusal};

/// Field: for whom the speaker speaks.
const ORGANISATION: &str = "co_quan";
/// Turns of a page.
pub(super) const PAGE_ROWS: usize = 20;

#[derive(Template)]
#[template(path = "turn/record.html")]
struct Body {
    w: TurnWords,
    summary: Html,
    status: Html,
    /// None while no turn can be recorded.
    form: Option<Html>,
    rows: Vec<Row>,
    paging: Html,
}

/// `GET /dieu-hanh/dien-dan/{no}/phat-bieu`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::RecordTurn, &at.forum) {
        return staff.forbidden();
    }
    let Some(paging) = Paging::read(&staff.scene, turns(&staff.scene, &at.forum).len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let draft = Draft {
        sign: SIGN_NONE.to_owned(),
        about: subject::asked(&staff.scene, &at.forum).map_or_else(String::new, subject::spelled),
        ..Draft::default()
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, (&sheet, &draft), paging))
}

/// `POST /dieu-hanh/dien-dan/{no}/phat-bieu`: the speaker's receipt, or the form with what is wrong.
pub(crate) async fn send(
    State(app): State<App>,
    at: InForum,
    host: Host,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::RecordTurn, &at.forum) {
        return staff.forbidden();
    }
    let (lang, forum) = (staff.scene.lang, &at.forum);
    let draft = Draft::read(&fields);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let judged = match draft.judge(lang, forum) {
        Judged::Ready(words, subject) => Some((words, subject)),
        Judged::Words(errors) => {
            sheet.errors = errors;
            None
        }
        Judged::Ask(errors) => {
            sheet.errors = errors;
            if draft.role.is_empty() {
                sheet.errors.add(ROLE, OpinionWords(lang).role_unknown());
            }
            None
        }
    };
    let organisation = organisation(&staff, &mut sheet);
    if let (Some((words, subject)), Ok(organisation)) = (judged, organisation) {
        let code = ReceiptCode::from_bits(&app.ledger.receipt_bits(sheet.own_key(&app).as_str()));
        let own = draft.parts(forum.no, &words);
        let (person, of) = (
            staff.person.0.to_string(),
            organisation.map(|id| id.0.to_string()).unwrap_or_default(),
        );
        let mut parts = vec!["record-turn", &person, &of];
        parts.extend(own.iter().map(String::as_str));
        let statement = words.statement().to_owned();
        let turn = Turn {
            words,
            nature: subject.nature,
            about: subject.about,
            organisation,
            receipt: Digest32(code.hash()),
        };
        let command = Command::RecordTurn { forum: forum.no, turn };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            // The code is kept nowhere: it is derived from the form's key again when the form is sent again.
            Sent::Recorded(_) => {
                let html = receipt::page(&app, &staff, forum, &host, (&code, &statement));
                return Page::fresh(html).into_response();
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(Refusal::Forum(why @ (forum::Refusal::NoSuchParagraph | forum::Refusal::NoSuchItem))) => {
                sheet.errors.add(subject::ABOUT, refusal(&Refusal::Forum(why), lang));
            }
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let paging = Paging::first(turns(&staff.scene, forum).len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, forum, (&sheet, &draft), paging))
}

/// For whom the speaker speaks; an error is told when there is no such organisation.
fn organisation(staff: &Staff, sheet: &mut Sheet) -> Result<Option<OrganisationId>, ()> {
    let typed = sheet.typed(ORGANISATION);
    if typed.is_empty() {
        return Ok(None);
    }
    let known = &staff.scene.world().people.organisations;
    let id = typed.parse::<u32>().ok().map(OrganisationId);
    match id.filter(|id| known.contains_key(id)) {
        Some(id) => Ok(Some(id)),
        None => {
            sheet
                .errors
                .add(ORGANISATION, TurnWords(staff.scene.lang).organisation_unknown());
            Err(())
        }
    }
}

/// The form and the turns of today.
pub(super) fn page(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    (sheet, draft): (&Sheet, &Draft),
    paging: Paging,
) -> String {
    let (w, lang) = (TurnWords(staff.scene.lang), staff.scene.lang);
    let stage = forum.stage_at(staff.scene.now);
    let takes = stage > Stage::Announced && stage < Stage::Concluded;
    let is_confirmed = staff.scene.query().get("xong") == super::aloud::DONE && !sheet.has_errors();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_confirmed {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.done_aloud()), true),
            false => Html::default(),
        },
        form: (takes || sheet.has_errors()).then(|| the_form(app, staff, forum, sheet, draft)),
        rows: rows(app, staff, forum, paging),
        paging: paging.nav(lang, &path(forum)),
    });
    desk_page(staff, forum, w.title(), &path(forum), sheet, &body)
}

fn the_form(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, draft: &Draft) -> Html {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let (w, names) = (TurnWords(lang), Names(lang));
    let field = |field: Field<'static>, value: &str| field.value(value.to_owned()).errors(&sheet.errors);
    let signs = vec![
        Choice::new(SIGN_NONE, names.unsigned(), w.sign_none_about()),
        Choice::new(SIGN_ROLE, w.sign_role(), w.sign_role_about()),
        Choice::new(SIGN_NAME, w.sign_name(), w.sign_name_about()),
    ];
    let roles = SpeakerRole::ALL.map(|role| Choice::new(role.as_str(), names.speaker(role), ""));
    let known = scene.world().people.organisations.keys();
    let mut organisations = vec![Choice::new("", w.no_organisation(), "")];
    organisations.extend(known.map(|id| Choice::new(id.0.to_string(), scene.organisation(*id).to_owned(), "")));
    let statement = Field::voice(STATEMENT, w.summary(), OPINION_CHARS_MAX as u32).hint(w.summary_hint());
    let reasons = Field::voice(REASONS, w.details(), REASONS_CHARS_MAX as u32).hint(w.details_hint());
    let mut form = Form::new(lang, path(forum), w.send())
        .key(sheet.key(app, STATEMENT))
        .field(field(statement, &draft.statement))
        .field(field(reasons.optional(), &draft.reasons))
        .field(subject::nature_field(scene, &draft.nature).errors(&sheet.errors));
    if let Some(about) = subject::about_field(scene, forum, &draft.about) {
        form = form.field(about.errors(&sheet.errors));
    }
    let organisation = Field::new(ORGANISATION, w.organisation(), Kind::Select(organisations)).optional();
    let role = Field::new(ROLE, w.role(), Kind::Select(roles.to_vec())).hint(w.role_hint());
    let name = Field::new(NAME, w.name(), Kind::Text(TextKind::Plain)).hint(w.name_hint());
    form.field(field(organisation, sheet.typed(ORGANISATION)))
        .field(field(Field::radios(SIGN, w.sign(), signs), &draft.sign))
        .field(field(role.optional(), &draft.role))
        .field(field(name.optional(), &draft.name))
        .html()
}
