//! Articles on their way that wait for a person: to be reviewed, to be reworked, to be sent for review.

use super::due::Due;
use super::words::HomeWords;
use portal::RevisionState;
use web_scene::work::may_in_office;
use web_scene::{Staff, address};
use world::CommandKind;

/// What waits in the newsroom.
pub(super) fn of(staff: &Staff) -> Vec<Due> {
    let (world, w) = (staff.scene.world(), HomeWords(staff.scene.lang));
    let may = |kind| may_in_office(world, staff.person, kind);
    let count = |state| {
        let in_work = world.portal.in_work();
        in_work.filter(|(_, revision)| revision.state == state).count()
    };
    let mut found = Vec::new();
    let mut add = |n: usize, what: String, go| {
        if n > 0 {
            found.push(Due {
                what,
                by: None,
                path: address::NEWSROOM.to_owned(),
                go,
            });
        }
    };
    if may(CommandKind::PublishRevision) {
        let waiting = count(RevisionState::Submitted);
        add(waiting, w.review_due(waiting), w.review_go());
    }
    if may(CommandKind::SaveDraft) {
        let returned = count(RevisionState::Returned);
        add(returned, w.returned_due(returned), w.drafts_go());
        let drafts = count(RevisionState::Draft);
        add(drafts, w.drafts_due(drafts), w.drafts_go());
    }
    found
}
