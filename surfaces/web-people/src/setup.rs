//! The office is set up: one step a page, in any order, left and taken up again at any time. What is done is seen in the
//! record, so no step remembers anything of its own.

pub(crate) mod show;
mod step;
mod words;

pub(crate) use step::{Done, Step};
pub(crate) use words::SetupWords;

use axum::response::Response;
use web_kit::form::hidden;
use web_kit::{Html, Lang, href, see_other};
use web_scene::{App, Sheet, Staff};

/// The hidden field of a form that stands on a step's page.
const ON_STEP: &str = "bat_dau";

/// The field that makes a form come back to its step.
pub(crate) fn on_step() -> Html {
    hidden(ON_STEP, "1")
}

/// The form was sent from its step's page.
pub(crate) fn is_on_step(sheet: &Sheet) -> bool {
    sheet.typed(ON_STEP) == "1"
}

/// Where it goes after a form went through: from a step to the next one, else to `usual`. A list stays open for more.
pub(crate) fn go_on(sheet: &Sheet, step: Step, usual: &str, lang: Lang) -> Response {
    let to = match (is_on_step(sheet), step) {
        (false, _) => usual.to_owned(),
        (true, Step::Organisations | Step::People) => step.path(),
        (true, _) => step.after().unwrap_or(step).path(),
    };
    see_other(&href(lang, &to))
}

/// The page a form comes back on: that of its step, else the one `usual` makes.
pub(crate) fn came_back(
    app: &App,
    staff: &Staff,
    sheet: &Sheet,
    step: Step,
    usual: impl FnOnce() -> String,
) -> Response {
    sheet.answer(match is_on_step(sheet) {
        true => show::html(app, staff, sheet, step),
        false => usual(),
    })
}
