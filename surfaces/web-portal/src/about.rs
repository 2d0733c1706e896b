//! Pages about this site itself.

pub mod accessibility;
pub mod documents;
pub mod theme;
pub mod visits;
