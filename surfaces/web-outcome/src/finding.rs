//! Findings: recorded from what people agree on, withdrawn with a reason before the conclusion.

pub(crate) mod desk;
pub(crate) mod withdraw;
mod words;

pub(crate) use words::FindingWords;
