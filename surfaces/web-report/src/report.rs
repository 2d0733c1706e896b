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
use people::role::{Role, Scope};
use web_scene::{Staff, address};
use world::CommandKind;

/// The address of the desk, without `/en`.
fn desk_path(forum: &Forum) -> String {
    address::at_desk(forum.no, "bao-cao")
}

/// Whether a person may write the report: the commander of the force that reports, and the office for it. It decides what a
/// page offers; the ledger decides again.
fn may_write(staff: &Staff, forum: &Forum) -> bool {
    let people = &staff.scene.world().people;
    let organisation = people.persons.get(&staff.person).and_then(|person| person.organisation);
    let is_of_force = forum.force.is_some() && organisation == forum.force;
    let for_office = people.has_role(staff.person, Role::Secretary, Scope::Forum(forum.no));
    staff.may(CommandKind::WriteSection, forum) && (is_of_force || for_office)
}
