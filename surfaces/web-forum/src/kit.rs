//! What the pages of this crate share.

pub(crate) mod page;
pub(crate) mod said;
pub(crate) mod typed;
