//! Organisations that take part: their list, one more.

use crate::access::{Administrator, AdministratorForm};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use people::office::ORGANISATION_NAME;
use people::role::OrganisationKind;
use web_kit::form::{Choice, Kind};
use web_kit::{Field, Form, Html, Lang, href, render, see_other, words};
use web_scene::refusal::FormWords;
use web_scene::{App, Names, Paging, Sheet, Shown, Staff, WorkPage, work};
use world::Command;

/// Organisations of a page.
const PAGE_ROWS: usize = 50;
const NAME: &str = "ten";
const KIND: &str = "loai";

words! {
    /// What the page of organisations says.
    pub struct OrganisationWords;

    title() { vi: "Cơ quan", en: "Organisations" }
    list() { vi: "Cơ quan tham gia", en: "Organisations that take part" }
    empty_title() { vi: "Chưa có cơ quan nào", en: "No organisation yet" }
    empty_text() { vi: "Thêm văn phòng, lực lượng bảo vệ và các cơ quan có mục tiêu; diễn đàn chọn từ danh sách này.", en: "Add the office, the guard force and the host agencies; forums choose from this list." }
    add() { vi: "Thêm cơ quan", en: "Add an organisation" }
    number() { vi: "Số", en: "No." }
    name() { vi: "Tên cơ quan", en: "Name" }
    name_hint() { vi: "Như trên văn bản. Tên đứng ở trang công khai và trong sổ.", en: "As on documents. The name is public and stands in the ledger." }
    kind() { vi: "Loại", en: "Kind" }
    erased(entry: &str) { vi: "Tên đã xóa ở dòng {entry}", en: "Name erased by entry {entry}" }
    unreadable() { vi: "Chưa đọc được tên", en: "The name could not be read" }
}

#[derive(Template)]
#[template(path = "organisation.html")]
struct List {
    w: OrganisationWords,
    summary: Html,
    rows: Vec<(u32, String, &'static str)>,
    empty: Html,
    pages: Html,
    form: Html,
}

/// `GET /quan-tri/co-quan`.
pub(crate) async fn page(State(app): State<App>, Administrator(staff): Administrator) -> Response {
    let Some(paging) = Paging::read(&staff.scene, staff.scene.world().people.organisations.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(html(&app, &staff, &sheet, paging, &staff.scene.path))
}

/// `POST /quan-tri/co-quan`.
pub(crate) async fn add(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let kind = OrganisationKind::from_name(sheet.typed(KIND));
    if kind.is_none() {
        sheet
            .errors
            .add(KIND, FormWords(lang).choose(OrganisationWords(lang).kind()));
    }
    let name = sheet.text(NAME, OrganisationWords(lang).name(), &ORGANISATION_NAME);
    if let (Some(kind), Some(name)) = (kind, name) {
        let parts = ["organisation", kind.as_str(), name.as_str()];
        let command = Command::AddOrganisation {
            kind,
            name: name.clone(),
        };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, NAME)
            .await
            .is_some()
        {
            return see_other(&href(lang, work::ORGANISATIONS));
        }
    }
    let paging = Paging::first(staff.scene.world().people.organisations.len(), PAGE_ROWS);
    sheet.answer(html(&app, &staff, &sheet, paging, work::ORGANISATIONS))
}

fn html(app: &App, staff: &Staff, sheet: &Sheet, paging: Paging, path: &str) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = OrganisationWords(lang);
    // The newest first: what was just added is seen.
    let rows = paging.rows(scene.world().people.organisations.iter().rev());
    let rows = rows.map(|(id, one)| {
        (
            id.0,
            name_in_words(scene.shown(one.name), w),
            Names(lang).organisation_kind(one.kind),
        )
    });
    let rows: Vec<_> = rows.collect();
    let body = render(&List {
        w,
        summary: sheet.summary(),
        empty: web_kit::states::empty(lang, w.empty_title(), w.empty_text(), None),
        rows,
        pages: paging.nav(lang, work::ORGANISATIONS),
        form: form(app, sheet, lang),
    });
    let page = WorkPage {
        has_errors: sheet.has_errors(),
        place: work::ORGANISATIONS,
        ..WorkPage::new(w.title(), path)
    };
    page.html(staff, &body)
}

fn name_in_words(shown: Shown<'_>, w: OrganisationWords) -> String {
    match shown {
        Shown::Words(words) => words.to_owned(),
        Shown::Erased(entry) => w.erased(&entry.to_string()),
        Shown::Hidden | Shown::Unreadable => w.unreadable().to_owned(),
    }
}

fn form(app: &App, sheet: &Sheet, lang: Lang) -> Html {
    let w = OrganisationWords(lang);
    let kinds = OrganisationKind::ALL.map(|kind| Choice::new(kind.as_str(), Names(lang).organisation_kind(kind), ""));
    Form::new(lang, work::ORGANISATIONS, w.add())
        .key(sheet.key(app, NAME))
        .field(
            Field::new(KIND, w.kind(), Kind::Select(kinds.to_vec()))
                .value(sheet.typed(KIND))
                .errors(&sheet.errors),
        )
        .field(
            Field::text(NAME, w.name())
                .hint(w.name_hint())
                .value(sheet.typed(NAME))
                .errors(&sheet.errors),
        )
        .html()
}
