//! The form that takes a receipt's code, and what is wrong with a code.

use super::words::VerifyWords;
use crate::receipt::NoReceipt;
use askama::Template;
use base::code::{CODE_BYTES, CodeProblem, ReceiptCode};
use web_kit::{Errors, Html, Icon, Lang, href, icon, render};
use web_scene::{Scene, ended_logs};

/// Bits of the code that stands as an example; no opinion has it.
const EXAMPLE_BITS: [u8; CODE_BYTES] = *b"langnghe00";
/// Characters of a typed code that come back in the field.
const TYPED_CHARS_MAX: usize = 80;
/// The field.
const FIELD: &str = "ma";

#[derive(Template)]
#[template(path = "verify/ask.html")]
struct Ask {
    w: VerifyWords,
    action: String,
    hint: String,
    typed: String,
    error: Option<String>,
    alert: Html,
}

#[derive(Template)]
#[template(path = "verify/none.html")]
struct NonePage<'a> {
    title: &'a str,
    summary: Html,
    lost: Html,
    ask: Html,
}

/// The form, with what was typed and what is wrong with it.
pub(super) fn ask(lang: Lang, typed: &str, error: Option<&str>) -> Html {
    let w = VerifyWords(lang);
    render(&Ask {
        w,
        action: href(lang, "/kiem-chung"),
        hint: w.code_hint(&ReceiptCode::from_bits(&EXAMPLE_BITS).to_string()),
        typed: typed.chars().take(TYPED_CHARS_MAX).collect(),
        error: error.map(str::to_owned),
        alert: icon(Icon::Alert),
    })
}

/// The error summary for a code.
pub(super) fn summary(lang: Lang, error: &str) -> Html {
    let mut errors = Errors::new();
    errors.add(FIELD, error);
    errors.summary(lang)
}

/// The body of a page for a code without a receipt.
pub(crate) fn no_receipt(scene: &Scene, title: &str, typed: &str, why: NoReceipt) -> Html {
    let lang = scene.lang;
    let error = sentence(lang, why);
    render(&NonePage {
        title,
        summary: summary(lang, &error),
        lost: ended_logs::notice(scene.world(), lang),
        ask: ask(lang, typed, Some(&error)),
    })
}

/// What is wrong with a code and what to do.
pub(super) fn sentence(lang: Lang, why: NoReceipt) -> String {
    let w = VerifyWords(lang);
    match why {
        NoReceipt::Unknown => w.code_unknown().to_owned(),
        NoReceipt::Code(CodeProblem::Empty) => w.code_empty().to_owned(),
        // A mark or a sign that can't be seen would not help anyone.
        NoReceipt::Code(CodeProblem::WrongCharacter { ch }) if ch.is_alphanumeric() => {
            w.code_character(&ch.to_string())
        }
        NoReceipt::Code(CodeProblem::WrongCharacter { .. }) => w.code_sign().to_owned(),
        NoReceipt::Code(CodeProblem::WrongLength { have }) => w.code_length(have),
        NoReceipt::Code(CodeProblem::WrongCheck) => w.code_check().to_owned(),
    }
}
