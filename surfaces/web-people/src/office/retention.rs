//! How long words that were never published are kept after a forum ended.

use super::{OfficeWords, name};
use crate::access::AdministratorForm;
use crate::setup::{self, Step};
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use base::vietnamese::{number, parse_number};
use people::office::{RETENTION_DAYS_MAX, RETENTION_DAYS_MIN};
use web_kit::form::{Kind, TextKind};
use web_kit::{Field, Form};
use web_scene::{App, Sheet, Staff, work};
use world::Command;

const DAYS: &str = "so_ngay";

/// `POST /quan-tri/van-phong/thoi-han`.
pub(crate) async fn set(State(app): State<App>, AdministratorForm(staff, fields): AdministratorForm) -> Response {
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let days = parse_number(sheet.typed(DAYS))
        .ok()
        .and_then(|days| u32::try_from(days).ok());
    match days {
        None => sheet.errors.add(DAYS, OfficeWords(lang).days_wrong()),
        Some(unpublished_days) => {
            let parts = ["retention", &unpublished_days.to_string()];
            let command = Command::SetRetention { unpublished_days };
            let actor = Actor::Person(staff.person);
            if sheet.submit(&app, actor, command, &parts, DAYS).await.is_some() {
                return setup::go_on(&sheet, Step::Retention, work::OFFICE, lang);
            }
        }
    }
    setup::came_back(&app, &staff, &sheet, Step::Retention, || {
        name::html(&app, &staff, &sheet)
    })
}

/// What holds now, in one sentence.
pub(crate) fn now(staff: &Staff) -> String {
    let w = OfficeWords(staff.scene.lang);
    match staff.scene.world().people.unpublished_days {
        Some(days) => w.days_set(days),
        None => w.days_of_law(law::terms(staff.scene.today).erasure_days),
    }
}

/// The form, filled with what holds now.
pub(crate) fn form<'a>(app: &App, staff: &Staff, sheet: &'a Sheet) -> Form<'a> {
    let lang = staff.scene.lang;
    let w = OfficeWords(lang);
    let of_law = law::terms(staff.scene.today).erasure_days;
    let now = staff
        .scene
        .world()
        .people
        .unpublished_days
        .unwrap_or(of_law)
        .to_string();
    let most = number(RETENTION_DAYS_MAX, lang);
    let field = Field::new(DAYS, w.days(), Kind::Text(TextKind::Number))
        .hint(w.days_hint(RETENTION_DAYS_MIN, &most, of_law))
        .value(sheet.value(DAYS, &now).to_owned())
        .errors(&sheet.errors);
    Form::new(lang, "/quan-tri/van-phong/thoi-han", w.days_save())
        .key(sheet.key(app, DAYS))
        .field(field)
}
