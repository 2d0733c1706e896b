//! An office in its first hour: an administrator, a force, a council's office, five more people, an open forum.

use super::{announcement, digest, forum_no, organisation, person};
use base::fact::Actor;
use people::role::{OrganisationKind, Role, Scope};
use world::Command;

/// The first administrator.
pub const ADMINISTRATOR: Actor = Actor::Person(person(1));
/// Secretary of the office.
pub const SECRETARY: Actor = Actor::Person(person(2));
/// Moderates every forum.
pub const MODERATOR: Actor = Actor::Person(person(3));
/// Moderates the first forum only.
pub const MODERATOR_OF_FIRST: Actor = Actor::Person(person(4));
/// Belongs to the force.
pub const OF_FORCE: Actor = Actor::Person(person(5));
/// Publishes articles.
pub const PUBLISHER: Actor = Actor::Person(person(6));

/// What sets the office up, in order.
pub fn set_up() -> Vec<(Actor, Command)> {
    let add = |organisation| Command::AddPerson {
        name: "Trần Thị Bình".into(),
        organisation,
    };
    let grant = |number, role, scope| Command::GrantRole {
        person: person(number),
        role,
        scope,
    };
    let mut all = vec![
        (Actor::Console, Command::OpenLedger { continues: None }),
        (Actor::Console, Command::IssueFirstInvitation { token: digest(1) }),
        (Actor::Anyone, Command::AcceptInvitation { token: digest(1) }),
    ];
    let mut by_administrator = vec![
        Command::NameOffice {
            name: "Văn phòng Hội đồng".into(),
            contact: Some("Số 1, phố Chính".into()),
        },
        Command::AddOrganisation {
            kind: OrganisationKind::GuardForce,
            name: "Đội Cảnh sát bảo vệ".into(),
        },
        Command::AddOrganisation {
            kind: OrganisationKind::CouncilOffice,
            name: "Văn phòng".into(),
        },
        add(Some(organisation(2))),
        add(Some(organisation(2))),
        add(None),
        add(Some(organisation(1))),
        add(Some(organisation(2))),
        grant(2, Role::Secretary, Scope::Office),
        grant(3, Role::Moderator, Scope::Office),
        grant(6, Role::Publisher, Scope::Office),
    ];
    all.extend(by_administrator.drain(..).map(|command| (ADMINISTRATOR, command)));
    let mut what = announcement(1);
    (what.chair, what.force) = (Some(organisation(2)), Some(organisation(1)));
    what.purpose = Some("Nghe dân nói về việc gác.".into());
    all.extend([
        (SECRETARY, Command::AnnounceForum { what }),
        (SECRETARY, Command::OpenForum { forum: forum_no(1) }),
        (ADMINISTRATOR, grant(4, Role::Moderator, Scope::Forum(forum_no(1)))),
    ]);
    all
}
