//! Opinions: written, listed, one by one.

pub(crate) mod counts;
mod draft;
pub(crate) mod list;
pub(crate) mod one;
mod signature;
mod words;
pub(crate) mod write;

pub(crate) use signature::{Signed, signature, signed};
pub(crate) use words::OpinionWords;
