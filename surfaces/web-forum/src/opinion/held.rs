//! Words that are not public, as a desk shows them.

use web_kit::{Html, escape};
use web_scene::said::paragraph;
use web_scene::{Scene, Shown};

/// What was opened as a paragraph of this class; `gone` says that there are no words any more.
pub(crate) fn held(scene: &Scene, words: Option<&str>, class: &'static str, gone: &str) -> Html {
    match words {
        Some(words) => paragraph(scene, Shown::Words(words), class),
        None => Html::trusted(format!("<p class=\"meta\">{}</p>", escape(gone))),
    }
}
