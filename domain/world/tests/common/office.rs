//! An office in its first hour: an administrator, a force, a council's office, five more people, an open forum; and the
//! people of a forum that goes its whole way.

use super::{announcement, digest, forum_no, organisation, person};
use base::fact::{Actor, OrganisationId};
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

/// Chairs forums; of the council's office, like the secretary.
pub const CHAIR: Actor = Actor::Person(person(7));
/// Commands the force.
pub const COMMANDER: Actor = Actor::Person(person(8));
/// Speaks for the agency whose site is protected.
pub const DELEGATE: Actor = Actor::Person(person(9));
/// Speaks for its site.
pub const SITE: Actor = Actor::Person(person(10));
/// Records turns.
pub const CLERK: Actor = Actor::Person(person(11));
/// Verifies clauses for the agency.
pub const VERIFIER: Actor = Actor::Person(person(12));
/// Verifies clauses for the council's office.
pub const VERIFIER_OF_OFFICE: Actor = Actor::Person(person(13));
/// Decides appeals.
pub const APPEAL_BODY: Actor = Actor::Person(person(14));
/// Hears of what is late.
pub const SUPERIOR: Actor = Actor::Person(person(15));
/// Writes articles.
pub const EDITOR: Actor = Actor::Person(person(16));

/// The force of the first forum.
pub const FORCE: OrganisationId = organisation(1);
/// The council's office.
pub const COUNCIL: OrganisationId = organisation(2);
/// The agency whose site is protected.
pub const AGENCY: OrganisationId = organisation(3);
/// Above the force.
pub const ABOVE: OrganisationId = organisation(4);

/// Who else takes part in a forum, after [`set_up`]: everyone whom the table of rights names.
pub fn staff() -> Vec<(Actor, Command)> {
    let add = |kind, name: &str| Command::AddOrganisation {
        kind,
        name: name.into(),
    };
    let mut all = vec![
        add(OrganisationKind::HostAgency, "Sở Tài nguyên"),
        add(OrganisationKind::Other, "Công an thành phố"),
    ];
    let people = [
        (COUNCIL, Role::Chair),
        (FORCE, Role::Commander),
        (AGENCY, Role::Delegate),
        (AGENCY, Role::SiteRepresentative),
        (COUNCIL, Role::Clerk),
        (AGENCY, Role::Verifier),
        (COUNCIL, Role::Verifier),
        (COUNCIL, Role::AppealBody),
        (ABOVE, Role::Superior),
        (COUNCIL, Role::Editor),
    ];
    for (number, (organisation, role)) in (7..).zip(people) {
        all.push(Command::AddPerson {
            name: format!("Lê Văn {number}"),
            organisation: Some(organisation),
        });
        all.push(Command::GrantRole {
            person: person(number),
            role,
            scope: Scope::Office,
        });
    }
    all.into_iter().map(|command| (ADMINISTRATOR, command)).collect()
}

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
            over: None,
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
