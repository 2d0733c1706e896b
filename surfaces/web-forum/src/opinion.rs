//! Opinions: written, read by a moderator, listed, one by one.

pub(crate) mod clear;
pub(crate) mod counts;
mod draft;
pub(crate) mod list;
pub(crate) mod queue;
mod queue_words;
pub(crate) mod refuse;
pub(crate) mod show;
mod sign;
mod signature;
mod words;
pub(crate) mod write;

pub(crate) use signature::{Signed, signature, signed};
pub(crate) use words::OpinionWords;

use forum::Forum;

/// The address of a forum's queue, without `/en`.
pub(crate) fn queue_path(forum: &Forum) -> String {
    format!("/dieu-hanh/dien-dan/{}/doc", forum.no)
}
