//! An order to erase: shown for confirmation, then recorded.

use super::list::{BASIS, DECISION, ENTRY, FIELD, PAGE_ROWS, html};
use super::{ErasureWords, FIELDS, place_in_words};
use crate::access::AdministratorForm;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::fact::{Actor, Exposure, FieldName, SealedRef};
use base::vietnamese::parse_number;
use web_kit::form::{hidden, key_input};
use web_kit::states::{Note, note};
use web_kit::{Crumb, Html, Page, href, render, see_other};
use web_scene::refusal::{FormWords, refusal};
use web_scene::{App, Names, Paging, Scene, Sheet, Shown, Staff, WorkPage, work};
use world::erasure::{DECISION_TEXT, Refusal};
use world::{Command, LegalBasis};

/// The field of the confirmation, sent by the second page only.
const CONFIRMED: &str = "da_xem";

struct Target {
    place: String,
    words: Option<String>,
    instead: &'static str,
}

#[derive(Template)]
#[template(path = "erasure/confirm.html")]
struct Confirm {
    w: ErasureWords,
    warn: Html,
    targets: Vec<Target>,
    basis: &'static str,
    decision: String,
    action: String,
    hidden: Vec<Html>,
    back: String,
}

/// What the form asks for.
struct Asked {
    /// The place that was named.
    at: SealedRef,
    /// It and its kin.
    targets: Vec<SealedRef>,
    basis: LegalBasis,
    decision: String,
}

/// `POST /quan-tri/xoa`.
pub(crate) async fn order(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let confirmed = fields.get(CONFIRMED) == "1";
    let mut sheet = Sheet::sent(&app, staff.scene.lang, fields);
    if let Some(asked) = read(&mut sheet, &staff.scene, confirmed) {
        if !confirmed {
            return Page::fresh(confirm(&app, &staff, &sheet, &asked)).into_response();
        }
        let place = format!("{}/{}", asked.at.seq, asked.at.field);
        let parts = ["erase", &place, asked.basis.as_str(), &asked.decision];
        let command = Command::OrderErasure {
            targets: asked.targets.clone(),
            basis: asked.basis,
            decision: Some(asked.decision.clone()),
        };
        if sheet
            .submit(&app, Actor::Person(staff.person), command, &parts, ENTRY)
            .await
            .is_some()
        {
            return see_other(&href(staff.scene.lang, work::ERASURE));
        }
    }
    let paging = Paging::first(staff.scene.world().erasures.len(), PAGE_ROWS);
    sheet.answer(html(&app, &staff, &sheet, paging, work::ERASURE))
}

/// Reads the form. Once confirmed, whether the words are still there is the ledger's to say: a form sent twice finds
/// them erased by its own first time.
fn read(sheet: &mut Sheet, scene: &Scene, confirmed: bool) -> Option<Asked> {
    let w = ErasureWords(scene.lang);
    let entry = parse_number(sheet.typed(ENTRY)).ok();
    if entry.is_none() {
        sheet.errors.add(ENTRY, w.entry_wrong());
    }
    let field = FieldName::new(sheet.typed(FIELD)).filter(|field| FIELDS.contains(field));
    if field.is_none() {
        sheet.errors.add(FIELD, FormWords(scene.lang).choose(w.field()));
    }
    let at = entry.zip(field).map(|(seq, field)| SealedRef::new(seq, field));
    if let Some(at) = at.filter(|at| !confirmed && !is_there(scene, *at)) {
        sheet
            .errors
            .add(ENTRY, refusal(&Refusal::NothingThere(at).into(), scene.lang));
    }
    let basis = LegalBasis::from_name(sheet.typed(BASIS));
    if basis.is_none() {
        sheet.errors.add(BASIS, FormWords(scene.lang).choose(w.basis()));
    }
    let decision = sheet.text(DECISION, w.number(), &DECISION_TEXT);
    let (at, basis, decision) = (at?, basis?, decision?);
    let asked = Asked {
        at,
        targets: with_kin(scene, at),
        basis,
        decision,
    };
    sheet.errors.is_empty().then_some(asked)
}

fn is_there(scene: &Scene, at: SealedRef) -> bool {
    !matches!(scene.world().exposure_of(at), Exposure::Absent | Exposure::Erased(_))
}

/// The place named, and what says the same: an article's address repeats the words of its title.
fn with_kin(scene: &Scene, at: SealedRef) -> Vec<SealedRef> {
    let slug = SealedRef::new(at.seq, portal::events::SLUG);
    let is_article = at.field == portal::events::TITLE && scene.world().exposure_of(slug) != Exposure::Absent;
    let own = std::iter::once(at);
    own.chain((is_article && is_there(scene, slug)).then_some(slug))
        .collect()
}

fn confirm(app: &App, staff: &Staff, sheet: &Sheet, asked: &Asked) -> String {
    let scene = &staff.scene;
    let lang = scene.lang;
    let w = ErasureWords(lang);
    let targets = asked.targets.iter().map(|at| {
        let (words, instead) = match scene.shown(*at) {
            Shown::Words(words) => (Some(words.to_owned()), ""),
            _ if at.field == people::events::EMBLEM => (None, w.file()),
            _ => (None, w.not_public()),
        };
        Target {
            place: place_in_words(*at, lang),
            words,
            instead,
        }
    });
    let mut carried = vec![key_input(&sheet.key(app, ENTRY)), hidden(CONFIRMED, "1")];
    carried.extend([ENTRY, FIELD, BASIS, DECISION].map(|name| hidden(name, sheet.typed(name))));
    let body = render(&Confirm {
        w,
        warn: note(Note::Warn, &Html::text(w.confirm_warn())),
        targets: targets.collect(),
        basis: Names(lang).basis(asked.basis),
        decision: asked.decision.clone(),
        action: href(lang, work::ERASURE),
        hidden: carried,
        back: href(lang, work::ERASURE),
    });
    let crumbs = vec![Crumb::link(w.title(), work::ERASURE), Crumb::here(w.confirm_title())];
    WorkPage {
        crumbs,
        ..WorkPage::new(w.confirm_title(), work::ERASURE)
    }
    .html(staff, &body)
}
