//! The report of the force: sections, paragraphs, figures. People read it once it is published; what is changed after that
//! is listed with its reason and the old words.

mod corrections;
pub(crate) mod desk;
pub(crate) mod discard;
mod drafts;
pub(crate) mod figure;
mod figures;
pub(crate) mod publish;
pub(crate) mod section;
pub(crate) mod show;
mod typed;
mod words;
mod writer_words;

pub(crate) use words::ReportWords;
pub(crate) use writer_words::WriterWords;

use forum::Forum;
use web_scene::address;

/// The address of the desk, without `/en`.
fn desk_path(forum: &Forum) -> String {
    address::at_desk(forum.no, "bao-cao")
}
