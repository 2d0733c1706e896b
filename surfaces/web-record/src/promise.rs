//! The promise to those who speak, generated from what is running.

mod show;
mod words;

pub(crate) use show::show;
