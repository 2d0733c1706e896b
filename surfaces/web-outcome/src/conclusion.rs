//! The conclusion of the chair: drafted, put in force, read.

pub(crate) mod conclude;
pub(crate) mod draft;
pub(crate) mod show;
mod words;

pub(crate) use words::ConclusionWords;
