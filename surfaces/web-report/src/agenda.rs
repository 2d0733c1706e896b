//! The agenda: what is spoken about, how long, by whom.

pub(crate) mod desk;
mod rows;
pub(crate) mod show;
mod words;

pub(crate) use words::AgendaWords;
