//! Who may be what: moderators apart from those criticised, one administrator at least, roles given and taken once.

mod common;

use base::fact::Actor;
use common::office::{ADMINISTRATOR, MODERATOR, OF_FORCE, SECRETARY};
use common::{Record, announcement, digest, forum_no, organisation, person, plain};
use forum::events::LawfulReason;
use people::Refusal as People;
use people::role::{Role, Scope};
use world::rights::holders;
use world::{Command, CommandKind, Refusal};

#[test]
fn a_moderator_is_never_of_the_force() {
    let mut record = Record::with_office();
    for scope in [Scope::Office, Scope::Forum(forum_no(1))] {
        let grant = Command::GrantRole {
            person: person(5),
            role: Role::Moderator,
            scope,
        };
        assert_eq!(
            record.tell(ADMINISTRATOR, &grant).unwrap_err(),
            Refusal::People(People::ForceNeverModerates)
        );
    }
    // Every other role is open to the force.
    record.must(
        ADMINISTRATOR,
        Command::GrantRole {
            person: person(5),
            role: Role::Clerk,
            scope: Scope::Office,
        },
    );
    let words = plain("Cổng số hai buổi tối thiếu ánh sáng.");
    let opinion = record.must(
        Actor::Anyone,
        Command::SubmitOpinion {
            forum: forum_no(1),
            words,
            receipt: digest(1),
        },
    );
    let clear = Command::ClearOpinion { opinion };
    let not_allowed = Refusal::NotAllowed(holders(CommandKind::ClearOpinion));
    assert_eq!(record.tell(OF_FORCE, &clear).unwrap_err(), not_allowed);
}

/// The force that is criticised is the one the forum names, whatever else the office calls that organisation.
#[test]
fn nobody_moderates_what_is_said_of_their_own_organisation() {
    let mut record = Record::with_office();
    let mut what = announcement(2);
    // The moderator of the office belongs to it.
    what.force = Some(organisation(2));
    record.must(SECRETARY, Command::AnnounceForum { what });
    record.must(SECRETARY, Command::OpenForum { forum: forum_no(2) });
    let mut submit = |number| {
        let words = plain("Văn phòng trả lời đơn quá chậm.");
        record.must(
            Actor::Anyone,
            Command::SubmitOpinion {
                forum: forum_no(number),
                words,
                receipt: digest(number.into()),
            },
        )
    };
    let (of_others, of_own) = (submit(1), submit(2));
    let not_allowed = |kind| Refusal::NotAllowed(holders(kind));
    let (clear, reason) = (Command::ClearOpinion { opinion: of_own }, LawfulReason::OffSubject);
    let refuse = Command::RefuseOpinion {
        opinion: of_own,
        reason,
    };
    assert_eq!(
        record.decide(MODERATOR, &clear).unwrap_err(),
        not_allowed(CommandKind::ClearOpinion)
    );
    assert_eq!(
        record.decide(MODERATOR, &refuse).unwrap_err(),
        not_allowed(CommandKind::RefuseOpinion)
    );
    record.must(MODERATOR, Command::ClearOpinion { opinion: of_others });
}

#[test]
fn the_last_administrator_stays_one() {
    let mut record = Record::with_office();
    let revoke = |number| Command::RevokeRole {
        person: person(number),
        role: Role::Administrator,
        scope: Scope::Office,
    };
    let grant = |number, scope| Command::GrantRole {
        person: person(number),
        role: Role::Administrator,
        scope,
    };
    let last = Refusal::People(People::LastAdministrator);
    assert_eq!(record.tell(ADMINISTRATOR, &revoke(1)).unwrap_err(), last);
    // An administrator of one forum can let nobody in: the office's last one stays.
    record.must(ADMINISTRATOR, grant(3, Scope::Forum(forum_no(1))));
    assert_eq!(record.tell(ADMINISTRATOR, &revoke(1)).unwrap_err(), last);
    record.must(ADMINISTRATOR, grant(2, Scope::Office));
    record.must(ADMINISTRATOR, revoke(1));
    assert_eq!(record.tell(SECRETARY, &revoke(2)).unwrap_err(), last);
    let gone = Refusal::NotAllowed(holders(CommandKind::RevokeRole));
    assert_eq!(record.tell(ADMINISTRATOR, &revoke(2)).unwrap_err(), gone);
}

#[test]
fn roles_are_given_once_taken_once_and_only_where_there_is_something() {
    let mut record = Record::with_office();
    let role = Role::Clerk;
    let give = |number, scope| Command::GrantRole {
        person: person(number),
        role,
        scope,
    };
    let take = |number, scope| Command::RevokeRole {
        person: person(number),
        role,
        scope,
    };
    let (office, first, nowhere) = (Scope::Office, Scope::Forum(forum_no(1)), Scope::Forum(forum_no(9)));
    record.must(ADMINISTRATOR, give(2, office));
    let mut refused = |command: Command| record.tell(ADMINISTRATOR, &command).unwrap_err();
    assert_eq!(refused(give(2, office)), Refusal::People(People::AlreadyHasRole));
    assert_eq!(refused(give(2, nowhere)), Refusal::Forum(forum::Refusal::NoSuchForum));
    assert_eq!(refused(give(99, office)), Refusal::People(People::NoSuchPerson));
    assert_eq!(refused(take(2, first)), Refusal::People(People::HasNotRole));
    assert_eq!(refused(take(99, office)), Refusal::People(People::NoSuchPerson));
    record.must(ADMINISTRATOR, give(2, first));
    record.must(ADMINISTRATOR, take(2, office));
    assert!(!record.world.people.has_role(person(2), role, office));
    assert!(record.world.people.has_role(person(2), role, first));
}
