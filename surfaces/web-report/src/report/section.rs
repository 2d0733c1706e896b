//! A section is written: heading, place, paragraphs, figures. Buttons bring one more row of the same form; nothing is on
//! record before it is saved.

use super::drafts::{self, Target};
use super::typed::{
    FIGURE_NUMBER, FROM, Figure, HEADING, LABEL, NOTE, PARAGRAPH, PARAGRAPH_NUMBER, PLACE, Paragraph, Typed, UNIT,
    UNTIL, VALUE, name,
};
use super::{WriterWords, desk_path};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::document::REASON;
use forum::report::{self, FIGURES_MAX, PARAGRAPHS_MAX, Section};
use forum::{Forum, Stage};
use web_kit::form::{Field, Kind, TextKind, hidden, key_input};
use web_kit::{Html, Lang, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Numbered, Sent, Sheet, Staff, StaffForm};
use world::{Command, Refusal};

/// The hidden field with the entry that wrote the section last.
const OVER: &str = "tren";
/// The name of the buttons that bring a row.
const ACT: &str = "lam";

struct Row {
    place: usize,
    title: String,
    fields: Vec<Html>,
}

#[derive(Template)]
#[template(path = "report/section.html")]
struct Body {
    w: WriterWords,
    summary: Html,
    title: String,
    /// The version on record, when it is not the one the form began with.
    changed: Option<Typed>,
    /// It can be written, or somebody has just tried to.
    open: bool,
    published: bool,
    action: String,
    carried: Html,
    first: Vec<Html>,
    paragraphs: Vec<Html>,
    may_add_paragraph: bool,
    figures: Vec<Row>,
    may_add_figure: bool,
    note: Html,
}

/// What came of a form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    /// As it was opened or sent.
    AsSent,
    /// Someone else changed the section.
    Changed,
    /// Someone else took it out.
    Gone,
}

/// `GET /dieu-hanh/dien-dan/{no}/bao-cao/moi`
pub(crate) async fn form_new(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let highest = at.forum.report.sections.values().map(|section| section.place).max();
    let place = highest.unwrap_or_default().saturating_add(1).min(drafts::PLACE_MAX);
    let sheet = Sheet::fresh(staff.scene.lang);
    let page = page(
        &app,
        &staff,
        &at.forum,
        &sheet,
        None,
        &Typed::blank(place),
        Came::AsSent,
    );
    sheet.answer(page)
}

/// `GET /dieu-hanh/dien-dan/{no}/bao-cao/{so}`
pub(crate) async fn form(State(app): State<App>, at: InForum, Numbered(number): Numbered, staff: Staff) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let Some((number, section)) = known(&at.forum, number) else {
        return staff.scene.not_found();
    };
    let typed = Typed::recorded(&app, section);
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(
        &app,
        &staff,
        &at.forum,
        &sheet,
        Some(number),
        &typed,
        Came::AsSent,
    ))
}

/// The section an address names.
pub(super) fn known(forum: &Forum, number: Option<u64>) -> Option<(u32, &Section)> {
    let number = u32::try_from(number?).ok()?;
    Some((number, forum.report.sections.get(&number)?))
}

/// `POST /dieu-hanh/dien-dan/{no}/bao-cao/moi`
pub(crate) async fn send_new(State(app): State<App>, at: InForum, form: StaffForm) -> Response {
    save(app, at, None, form).await
}

/// `POST /dieu-hanh/dien-dan/{no}/bao-cao/{so}`
pub(crate) async fn send(State(app): State<App>, at: InForum, Numbered(number): Numbered, form: StaffForm) -> Response {
    // One that was taken out meanwhile is known by the numbers that were given.
    let number = number.and_then(|number| u32::try_from(number).ok());
    match number.filter(|number| (1..=at.forum.report.last_section).contains(number)) {
        Some(number) => save(app, at, Some(number), form).await,
        None => form.0.scene.not_found(),
    }
}

async fn save(app: App, at: InForum, section: Option<u32>, StaffForm(mut staff, fields): StaffForm) -> Response {
    if !staff.may_write_report(&at.forum) {
        return staff.forbidden();
    }
    let (w, lang, no) = (WriterWords(staff.scene.lang), staff.scene.lang, at.forum.no);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let mut typed = Typed::sent(&sheet);
    if typed.add_row(sheet.typed(ACT)) {
        sheet.ask_again();
        return sheet.answer(page(&app, &staff, &at.forum, &sheet, section, &typed, Came::AsSent));
    }
    let over = sheet.typed(OVER).to_owned();
    let target = Target {
        section,
        over: over.parse().ok(),
        published: at.forum.report.published.is_some(),
    };
    let Some(draft) = drafts::read(&mut sheet, &typed, target, w) else {
        return sheet.answer(page(&app, &staff, &at.forum, &sheet, section, &typed, Came::AsSent));
    };
    let mut parts = drafts::parts(&draft, &typed, &over);
    parts.push(no.to_string());
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let command = Command::WriteSection { forum: no, draft };
    let refused = match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
        Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=luu", desk_path(&at.forum)))),
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => Some(why),
        Sent::OtherBody | Sent::Busy => None,
    };
    // What is on record may be newer than what this request began with.
    staff.scene.view = app.ledger.view();
    let forum = staff.scene.world().forums.forums.get(&no).unwrap_or(&at.forum);
    let now = section.and_then(|section| forum.report.sections.get(&section));
    let came = match refused {
        Some(Refusal::Forum(forum::Refusal::NoSuchSection)) => Came::Gone,
        Some(Refusal::Forum(forum::Refusal::ChangedMeanwhile)) => Came::Changed,
        Some(Refusal::Forum(forum::Refusal::NoteMissing)) => {
            sheet
                .errors
                .add(NOTE, refusal(&forum::Refusal::NoteMissing.into(), lang));
            Came::AsSent
        }
        _ => Came::AsSent,
    };
    match refused {
        Some(_) if came == Came::Gone => sheet.notice = w.gone().to_owned(),
        Some(why) if sheet.errors.is_empty() => sheet.notice = refusal(&why, lang),
        _ => {}
    }
    if came != Came::AsSent {
        typed.forget_gone(now);
    }
    sheet.answer(page(&app, &staff, forum, &sheet, section, &typed, came))
}

fn page(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    sheet: &Sheet,
    section: Option<u32>,
    typed: &Typed,
    came: Came,
) -> String {
    let lang = staff.scene.lang;
    let w = WriterWords(lang);
    // A section that is gone is written as a new one.
    let section = section.filter(|_| came != Came::Gone);
    let now = section.and_then(|section| forum.report.sections.get(&section));
    let seq = now.map(|section| section.seq.to_string()).unwrap_or_default();
    let over = match came {
        Came::AsSent => sheet.value(OVER, &seq),
        Came::Changed | Came::Gone => &seq,
    };
    let mut carried = key_input(sheet.own_key(app).as_str());
    carried.push(&hidden(OVER, over));
    let step = section.map_or_else(|| "moi".to_owned(), |section| section.to_string());
    let own = format!("{}/{step}", desk_path(forum));
    let title = section.map_or_else(|| w.new_title().to_owned(), |section| w.edit_title(section));
    let published = forum.report.published.is_some();
    let html = |field: Field<'_>| field.errors(&sheet.errors).html(lang);
    let place = Field::new(PLACE, w.place(), Kind::Text(TextKind::Number)).hint(w.place_hint());
    let note = Field::new(NOTE, w.note(), area(REASON.max_chars)).hint(w.note_hint());
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        title: title.clone(),
        changed: now
            .filter(|_| came == Came::Changed)
            .map(|section| Typed::recorded(app, section)),
        open: forum.stage < Stage::Concluded || sheet.has_errors(),
        published,
        action: href(lang, &own),
        carried,
        first: vec![
            html(Field::text(HEADING, w.heading()).value(typed.heading.as_str())),
            html(place.value(typed.place.as_str())),
        ],
        paragraphs: (1..)
            .zip(&typed.paragraphs)
            .map(|(at, one)| paragraph(sheet, lang, at, one))
            .collect(),
        may_add_paragraph: typed.paragraphs.len() < PARAGRAPHS_MAX,
        figures: (1..)
            .zip(&typed.figures)
            .map(|(at, one)| figure(sheet, lang, at, one))
            .collect(),
        may_add_figure: typed.figures.len() < FIGURES_MAX,
        note: match published {
            true => html(note.value(typed.note.as_str())),
            false => Html::default(),
        },
    });
    desk_page(staff, forum, &title, &own, sheet, &body)
}

const fn area(chars_max: usize) -> Kind<'static> {
    Kind::Area {
        voice: false,
        chars_max: Some(chars_max as u32),
    }
}

fn paragraph(sheet: &Sheet, lang: Lang, place: usize, one: &Paragraph) -> Html {
    let w = WriterWords(lang);
    let mut field = Field::new(
        name(PARAGRAPH, place),
        w.paragraph(place),
        area(report::PARAGRAPH.max_chars),
    );
    if let Ok(number) = one.number.parse() {
        field = field.hint(w.paragraph_hint(number));
    }
    let mut html = hidden(&name(PARAGRAPH_NUMBER, place), &one.number);
    html.push(&field.value(one.text.as_str()).errors(&sheet.errors).html(lang));
    html
}

fn figure(sheet: &Sheet, lang: Lang, place: usize, one: &Figure) -> Row {
    let w = WriterWords(lang);
    let fields = [
        Field::text(name(LABEL, place), w.label()).value(one.label.as_str()),
        Field::text(name(VALUE, place), w.value()).value(one.value.as_str()),
        Field::text(name(UNIT, place), w.unit())
            .value(one.unit.as_str())
            .optional(),
        Field::date(name(FROM, place), w.from())
            .value(one.from.as_str())
            .optional(),
        Field::date(name(UNTIL, place), w.until())
            .value(one.until.as_str())
            .optional(),
    ];
    let html = |field: Field<'_>| field.errors(&sheet.errors).html(lang);
    let mut all = vec![hidden(&name(FIGURE_NUMBER, place), &one.number)];
    all.extend(fields.map(html));
    Row {
        place,
        title: w.figure(place),
        fields: all,
    }
}
