//! A contest as anyone writes it.

mod look;
mod words;
pub(crate) mod write;

pub(crate) use words::ContestWords;
