//! Pages about this site itself.

pub mod accessibility;
pub mod documents;
pub mod help;
mod parts;
pub mod privacy;
pub mod theme;
pub mod visits;
