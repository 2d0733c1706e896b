//! Finding texts: those that are like another. Whole numbers only; the same texts give the same answers.

pub mod similar;
mod syllable;
