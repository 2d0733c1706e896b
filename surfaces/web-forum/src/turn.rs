//! Spoken turns: recorded by the clerk in the hall, handed back to the speaker as a receipt, confirmed by the speaker.

pub(crate) mod aloud;
mod list;
mod receipt;
pub(crate) mod record;
mod words;

use words::TurnWords;

use forum::Forum;
use web_scene::address;

/// The address of a forum's turns, without `/en`.
fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "phat-bieu")
}
