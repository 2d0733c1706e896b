//! Opinions: written, read by a moderator, listed, one by one.

mod check;
mod check_words;
pub(crate) mod clear;
pub(crate) mod counts;
pub(crate) mod draft;
mod facts;
mod held;
pub(crate) mod list;
mod near;
pub(crate) mod promise;
pub(crate) mod queue;
mod queue_words;
pub(crate) mod refuse;
pub(crate) mod show;
mod sign;
mod signature;
pub(crate) mod subject;
mod subject_words;
mod words;
pub(crate) mod write;

pub(crate) use check_words::CheckWords;
pub(crate) use facts::facts;
pub(crate) use held::held;
pub(crate) use near::Nearby;
pub(crate) use signature::{Signed, signature, signed};
pub(crate) use subject_words::SubjectWords;
pub(crate) use words::OpinionWords;

use forum::Forum;

/// The address of a forum's queue, without `/en`.
pub(crate) fn queue_path(forum: &Forum) -> String {
    format!("/dieu-hanh/dien-dan/{}/doc", forum.no)
}
