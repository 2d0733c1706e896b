//! Opinions are read before they are published.

pub(crate) mod act;
pub(crate) mod queue;

use forum::Forum;

/// The address of a forum's reading queue, without `/en`.
pub(crate) fn path(forum: &Forum) -> String {
    format!("/dieu-hanh/dien-dan/{}/doc", forum.no)
}
