//! What stands under an opinion.

use super::OpinionWords;
use base::fact::SealedRef;
use forum::Opinion;
use forum::Signature;
use forum::events::NAME;
use web_kit::Lang;
use web_scene::{Names, Scene, Shown};

/// The signature line of an opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signed {
    /// The line.
    pub line: String,
    /// It shows a person's name: search engines must leave the page out.
    pub has_name: bool,
    /// Nothing stands under it.
    pub is_unsigned: bool,
}

/// The line under a published opinion.
pub(crate) fn signature(scene: &Scene, seq: u64, opinion: &Opinion) -> Signed {
    let name = match scene.shown(SealedRef::new(seq, NAME)) {
        Shown::Words(name) => Some(name),
        _ => None,
    };
    signed(scene.lang, opinion.signature, name)
}

/// The line of a signature and the name that may be shown with it.
pub(crate) fn signed(lang: Lang, signature: Signature, name: Option<&str>) -> Signed {
    let w = OpinionWords(lang);
    let role = |role| w.by_own_word(Names(lang).speaker(role));
    let (line, has_name) = match (signature, name) {
        (Signature::None, _) => (Names(lang).unsigned().to_owned(), false),
        (Signature::Role(given), _) => (role(given), false),
        (Signature::Name(given), Some(name)) => (w.signed(name, &role(given)), true),
        (Signature::Name(given), None) => (w.signed(w.name_gone(), &role(given)), false),
    };
    Signed {
        line,
        has_name,
        is_unsigned: signature == Signature::None,
    }
}
