//! The agenda is written: rows are added, moved and removed by buttons of one form, and nothing is on record before it is
//! saved.

use super::AgendaWords;
use super::rows::{self, MINUTES, Move, NUMBER, Row, TITLE, WHO, name};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use base::vietnamese::name_key;
use forum::agenda::ITEMS_MAX;
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Kind, TextKind, hidden, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Scene, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

/// The hidden field with the entry that set the agenda this one replaces.
const OVER: &str = "tren";
/// The name of the buttons that move rows.
const ACT: &str = "lam";

struct RowFields {
    place: usize,
    heading: String,
    known: String,
    fields: Vec<Html>,
    number: Html,
    may_up: bool,
    may_down: bool,
}

#[derive(Template)]
#[template(path = "agenda/desk.html")]
struct Body {
    w: AgendaWords,
    summary: Html,
    status: Html,
    lead: String,
    /// The agenda on record, when it is not the one the form began with.
    changed: Option<Vec<Row>>,
    /// It can be written, or somebody has just tried to.
    open: bool,
    action: String,
    carried: Html,
    rows: Vec<RowFields>,
    may_add: bool,
    see: String,
}

fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "chuong-trinh")
}

/// `GET /dieu-hanh/dien-dan/{no}/chuong-trinh`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::SetAgenda, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    let mut rows = rows::recorded(&staff.scene, &at.forum);
    if rows.is_empty() {
        rows.push(Row::default());
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet, &rows, false))
}

/// `POST /dieu-hanh/dien-dan/{no}/chuong-trinh`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(mut staff, fields): StaffForm) -> Response {
    if !staff.may(CommandKind::SetAgenda, &at.forum) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let mut rows = rows::typed(&sheet);
    if let Some(act) = Move::read(sheet.typed(ACT)) {
        act.apply(&mut rows);
        sheet.ask_again();
        return sheet.answer(page(&app, &staff, &at.forum, &sheet, &rows, false));
    }
    let Some(items) = rows::drafts(&mut sheet, &rows, &staff.scene) else {
        return sheet.answer(page(&app, &staff, &at.forum, &sheet, &rows, false));
    };
    let over = sheet.typed(OVER).parse().ok();
    let command = Command::SetAgenda {
        forum: at.forum.no,
        over,
        items: items.clone(),
    };
    let no = at.forum.no.to_string();
    let mut parts = vec!["set-agenda", &no, sheet.typed(OVER)];
    for (row, item) in rows.iter().zip(&items) {
        parts.extend([row.number.as_str(), &item.title, &row.minutes, &row.who]);
    }
    let parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut has_changed = false;
    match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=1", path(&at.forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => {
            has_changed = why == Refusal::Forum(forum::Refusal::ChangedMeanwhile);
            sheet.notice = refusal(&why, lang);
        }
        Sent::OtherBody | Sent::Busy => {}
    }
    // The one on record may be newer than the one this request began with.
    staff.scene.view = app.ledger.view();
    let forum = staff.scene.world().forums.forums.get(&at.forum.no).unwrap_or(&at.forum);
    if has_changed {
        rows::forget_gone(&mut rows, forum);
    }
    sheet.answer(page(&app, &staff, forum, &sheet, &rows, has_changed))
}

/// Organisations that may speak, by name.
fn organisations(scene: &Scene) -> Vec<Choice<'static>> {
    let all = scene.world().people.organisations.keys();
    let mut named: Vec<_> = all.map(|id| (*id, scene.organisation(*id).to_owned())).collect();
    named.sort_by_key(|(id, name)| (name_key(name), *id));
    let choice = |(id, name): (base::fact::OrganisationId, String)| Choice::new(id.0.to_string(), name, "");
    named.into_iter().map(choice).collect()
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, rows: &[Row], changed: bool) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = AgendaWords(lang);
    let organisations = organisations(scene);
    let now = forum.agenda.set.map(|seq| seq.to_string()).unwrap_or_default();
    let over = match changed {
        true => now.as_str(),
        false => sheet.value(OVER, &now),
    };
    let mut carried = key_input(sheet.own_key(app).as_str());
    carried.push(&hidden(OVER, over));
    let status = match sheet.has_errors() {
        false if scene.query().get("xong") == "1" => note_with(Note::Ok, Icon::Check, &Html::text(w.saved()), true),
        _ => Html::default(),
    };
    let places = (1..).zip(rows);
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status,
        lead: w.desk_lead(forum.day),
        changed: changed.then(|| rows::recorded(scene, forum)),
        open: forum.stage < Stage::Concluded || sheet.has_errors(),
        action: href(lang, &path(forum)),
        carried,
        rows: places
            .map(|(place, row)| fields(scene, sheet, &organisations, (place, rows.len()), row))
            .collect(),
        may_add: rows.len() < ITEMS_MAX,
        see: href(lang, &address::agenda(forum.no)),
    });
    desk_page(staff, forum, w.title(), &path(forum), sheet, &body)
}

fn fields(
    scene: &Scene,
    sheet: &Sheet,
    organisations: &[Choice<'static>],
    (place, of): (usize, usize),
    row: &Row,
) -> RowFields {
    let w = AgendaWords(scene.lang);
    let title = Field::text(name(TITLE, place), w.what_title()).value(row.title.as_str());
    let minutes = Field::new(name(MINUTES, place), w.minutes(), Kind::Text(TextKind::Number));
    let minutes = minutes.value(row.minutes.as_str()).optional();
    let who = Field::new(name(WHO, place), w.who(), Kind::Select(organisations.to_vec()));
    let who = who.value(row.who.as_str()).optional();
    let html = |field: Field<'_>| field.errors(&sheet.errors).html(scene.lang);
    RowFields {
        place,
        heading: w.place_of(place),
        known: row
            .number
            .parse()
            .map_or_else(|_| w.fresh().to_owned(), |number: u32| w.numbered(number)),
        fields: vec![html(title), html(minutes), html(who)],
        number: hidden(&name(NUMBER, place), &row.number),
        may_up: place > 1,
        may_down: place < of,
    }
}
