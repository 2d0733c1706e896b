//! What a person may do here, asked of the one table of rights. It decides what a page offers; the ledger decides again.

use base::fact::{Actor, PersonId};
use forum::{Forum, Stage};
use web_scene::work::may_in_forum;
use world::rights::check;
use world::{Command, CommandKind, World};

/// Whether a person has the right to open this forum, whatever its stage.
pub(crate) fn may_open(world: &World, person: PersonId, forum: &Forum) -> bool {
    check(world, Actor::Person(person), &Command::OpenForum { forum: forum.no }).is_ok()
}

/// Whether a person may read the opinions that wait in this forum. With nothing waiting there is nothing to protect, and
/// whoever reads in any forum may see that.
pub(crate) fn may_read(world: &World, person: PersonId, forum: &Forum) -> bool {
    match forum.held.get_min() {
        Some(opinion) => check(
            world,
            Actor::Person(person),
            &Command::ClearOpinion { opinion: *opinion },
        )
        .is_ok(),
        None => may_read_somewhere(world, person),
    }
}

/// Whether a forum waits to be opened.
pub(crate) fn waits_to_open(forum: &Forum, at: Stage) -> bool {
    at == Stage::Announced && forum.stage == Stage::Announced
}

/// Whether a person reads opinions in some forum.
pub(crate) fn may_read_somewhere(world: &World, person: PersonId) -> bool {
    world.offers(person, CommandKind::ClearOpinion) && !world.people.is_of_force(person)
}

/// Whether a person has something to do at this forum's desk.
pub(crate) fn may_see(world: &World, person: PersonId, forum: &Forum) -> bool {
    const DESK: [CommandKind; 8] = [
        CommandKind::OpenForum,
        CommandKind::WriteSection,
        CommandKind::RecordTurn,
        CommandKind::DecideAppeal,
        CommandKind::GiveAnswer,
        CommandKind::VerifyClause,
        CommandKind::ReportProgress,
        CommandKind::AnswerContest,
    ];
    let at_desk = |kind: &CommandKind| may_in_forum(world, person, *kind, forum.no);
    DESK.iter().any(at_desk) || world.offers(person, CommandKind::ClearOpinion) && may_read(world, person, forum)
}
