//! Accessibility: what works, what is checked, what is not, whom to tell.

mod words;

use super::parts::{self, Part};
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use web_scene::{App, Scene, address};
use words::AccessibilityWords;

/// GET `/tiep-can`.
pub async fn page(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let (w, lang) = (AccessibilityWords(scene.lang), scene.lang);
        let parts = vec![
            Part::new("h-nen", w.theme(), [w.theme_text()]).link(lang, "/giao-dien?ve=/tiep-can", w.theme_choose()),
            Part::new(
                "h-duoc",
                w.works(),
                [
                    w.keyboard(),
                    w.reader(),
                    w.size(),
                    w.no_script(),
                    w.colour(),
                    w.time(),
                    w.print_text(),
                ],
            ),
            Part::new("h-kiem", w.checked_title(), [w.checked(), w.checked_forms()]),
            Part::new(
                "h-chua",
                w.limits_title(),
                [w.limits(), w.limits_files(), w.limits_language()],
            ),
            Part::new("h-noi", w.tell(), [w.tell_text(), w.tell_paper()]).link(lang, address::HELP, w.help()),
        ];
        parts::page(&scene, w.title(), w.lead(), w.print(), parts)
    })
}
