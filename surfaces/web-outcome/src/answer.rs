//! Answers to opinions: read by everyone, given by whoever is asked.

pub(crate) mod give;
pub(crate) mod list;
mod words;

pub(crate) use words::AnswerWords;
