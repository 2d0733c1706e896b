//! The orders and where each stands, with the form for a new one.

use super::{ErasureWords, FIELDS, field_in_words, place_in_words};
use crate::access::Administrator;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use web_kit::form::{Choice, Kind, TextKind};
use web_kit::states::{Note, note};
use web_kit::{Field, Form, Html, Lang, render};
use web_scene::{App, Names, Paging, Scene, Sheet, Staff, WorkPage, work};
use world::LegalBasis;
use world::erasure::Erasure;

/// Orders of a page.
pub(super) const PAGE_ROWS: usize = 50;
/// The field of the entry's number.
pub(super) const ENTRY: &str = "dong";
pub(super) const FIELD: &str = "truong";
pub(super) const BASIS: &str = "can_cu";
pub(super) const DECISION: &str = "so_ngay";

struct Row {
    order: String,
    what: Vec<String>,
    basis: &'static str,
    decision: String,
    state: Html,
}

#[derive(Template)]
#[template(path = "erasure/list.html")]
struct List {
    w: ErasureWords,
    summary: Html,
    form: Html,
    rows: Vec<Row>,
    empty: Html,
    pages: Html,
}

/// `GET /quan-tri/xoa`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let Some(paging) = Paging::read(&staff.scene, staff.scene.world().erasures.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet, paging, &staff.scene.path))
}

/// The page with its form.
pub(super) fn html(app: &App, staff: &Staff, sheet: &Sheet, paging: Paging, path: &str) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = ErasureWords(lang);
    let rows = paging.rows(scene.world().erasures.iter().rev());
    let body = render(&List {
        w,
        summary: sheet.summary(),
        form: form(app, sheet, lang),
        rows: rows.map(|(number, order)| row(scene, *number, order)).collect(),
        empty: web_kit::states::empty(lang, w.empty_title(), w.empty_text(), None),
        pages: paging.nav(lang, work::ERASURE),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        place: work::ERASURE,
        ..WorkPage::new(w.title(), path)
    };
    page.html(staff, &body)
}

fn row(scene: &Scene, number: u32, order: &Erasure) -> Row {
    let lang = scene.lang;
    let w = ErasureWords(lang);
    let ordered = order.ordered.to_string();
    let state = match order.erased {
        None => note(Note::Warn, &Html::text(&w.ordered(&ordered))),
        Some(erased) => note(Note::Ok, &Html::text(&w.erased(&ordered, &erased.to_string()))),
    };
    Row {
        order: w.order_no(&number.to_string()),
        what: order.targets.iter().map(|at| place_in_words(*at, lang)).collect(),
        basis: Names(lang).basis(order.basis),
        decision: order.decision.map_or("", |at| scene.shown(at).words()).to_owned(),
        state,
    }
}

fn form(app: &App, sheet: &Sheet, lang: Lang) -> Html {
    let w = ErasureWords(lang);
    let fields = FIELDS
        .map(|field| Choice::new(field.as_str().to_owned(), field_in_words(field, lang), ""))
        .to_vec();
    let about = |basis| {
        if basis == LegalBasis::Decision {
            w.decision_about()
        } else {
            w.asked_about()
        }
    };
    let bases = LegalBasis::ORDERED.map(|basis| Choice::new(basis.as_str(), Names(lang).basis(basis), about(basis)));
    let entry = Field::new(ENTRY, w.entry(), Kind::Text(TextKind::Number)).hint(w.entry_hint());
    Form::new(lang, work::ERASURE, w.look())
        .key(sheet.key(app, ENTRY))
        .field(entry.value(sheet.typed(ENTRY)).errors(&sheet.errors))
        .field(
            Field::new(FIELD, w.field(), Kind::Select(fields))
                .value(sheet.typed(FIELD))
                .errors(&sheet.errors),
        )
        .field(
            Field::radios(BASIS, w.basis(), bases.to_vec())
                .value(sheet.typed(BASIS))
                .errors(&sheet.errors),
        )
        .field(
            Field::text(DECISION, w.number())
                .hint(w.number_hint())
                .value(sheet.typed(DECISION))
                .errors(&sheet.errors),
        )
        .html()
}
