//! Who an entry names, and what stands under an opinion.

use forum::Signature;
use people::role::Role;
use web_kit::{Lang, words};
use web_scene::Names;
use web_scene::names::in_sentence;

words! {
    /// What stands for nobody, and the lines of signatures.
    pub struct NameWords;

    nobody() { vi: "Không ghi ai", en: "Nobody is named" }
    signed_role(role: &str) { vi: "Chỉ ghi vai trò: {role}", en: "Role only: {role}" }
    signed_name(name: &str, role: &str) { vi: "{name}, {role}", en: "{name}, {role}" }
    signed_erased(role: &str) { vi: "Tên đã xóa, {role}", en: "Name erased, {role}" }
}

/// The `by` of an entry: a role of the office.
pub(crate) fn by(name: Option<&str>, lang: Lang) -> String {
    let Some(name) = name else {
        return NameWords(lang).nobody().to_owned();
    };
    Role::from_name(name)
        .map_or(name, |role| Names(lang).role(role))
        .to_owned()
}

/// What stands under an opinion. `name` is none when it is erased or can't be read.
pub(crate) fn signature(signature: Signature, name: Option<&str>, lang: Lang) -> String {
    let w = NameWords(lang);
    let role = |role| in_sentence(Names(lang).speaker(role));
    match (signature, name) {
        (Signature::None, _) => Names(lang).unsigned().to_owned(),
        (Signature::Role(given), _) => w.signed_role(&role(given)),
        (Signature::Name(given), Some(name)) => w.signed_name(name, &role(given)),
        (Signature::Name(given), None) => w.signed_erased(&role(given)),
    }
}

/// A sentence that begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
