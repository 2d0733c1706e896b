//! What stands under an opinion.

use crate::names::Names;
use base::fact::SealedRef;
use forum::Opinion;
use forum::Signature;
use forum::events::NAME;
use web_scene::{Scene, Shown};

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
    signed(Names(scene.lang), opinion.signature, name)
}

/// The line of a signature and the name that may be shown with it.
pub(crate) fn signed(names: Names, signature: Signature, name: Option<&str>) -> Signed {
    let role = |role| names.by_own_word(names.role(role));
    let (line, has_name) = match (signature, name) {
        (Signature::None, _) => (names.unsigned().to_owned(), false),
        (Signature::Role(given), _) => (role(given), false),
        (Signature::Name(given), Some(name)) => (names.signed(name, &role(given)), true),
        (Signature::Name(given), None) => (names.signed(names.name_gone(), &role(given)), false),
    };
    Signed {
        line,
        has_name,
        is_unsigned: signature == Signature::None,
    }
}
