//! Invitation slips: made by the secretary for a roll, printed, and opened by whoever holds one. A slip names nobody.

pub(crate) mod desk;
pub(crate) mod enter;
pub(crate) mod print;
mod words;

pub(crate) use words::SlipWords;
