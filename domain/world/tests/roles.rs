//! Who may be what: moderators apart from those criticised, one administrator at least, roles given and taken once.

mod common;

use base::fact::Actor;
use base::number::ForumNo;
use common::ground::{FOLLOWING_UP, TRIED, TRIED_OF, ground};
use common::office::{ADMINISTRATOR, MODERATOR, MODERATOR_OF_FIRST, OF_FORCE, PUBLISHER, SECRETARY};
use common::valid::{forum_of, valid};
use common::{Record, announcement, digest, forum_no, organisation, person, plain, submit};
use forum::events::LawfulReason;
use people::Refusal as People;
use people::role::{OrganisationKind, Role, Scope};
use world::events::FlagOutcome;
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
    let opinion = record.must(Actor::Anyone, submit(1, words, digest(1)));
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
    let mut written = |number: u8| {
        let words = plain("Văn phòng trả lời đơn quá chậm.");
        record.must(Actor::Anyone, submit(number, words, digest(number.into())))
    };
    let (of_others, of_own) = (written(1), written(2));
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
    // There is no administrator of one forum, who could let nobody in.
    let of_one = record
        .tell(ADMINISTRATOR, &grant(3, Scope::Forum(forum_no(1))))
        .unwrap_err();
    assert_eq!(of_one, Refusal::People(People::OfficeOnly));
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

/// A forum whose reporting organisation is the moderator's own, where everything a moderator does waits to be done.
#[test]
fn nobody_takes_down_or_settles_what_is_said_of_their_own_organisation() {
    let mut ground = ground();
    // The tried one's organisation reports in no forum a moderator acts in: until a person of the force's own comes.
    let scope = Scope::Office;
    let grant = |person| Command::GrantRole {
        person,
        role: Role::Moderator,
        scope,
    };
    ground.record.must(ADMINISTRATOR, grant(TRIED));
    let kinds = [
        CommandKind::ClearOpinion,
        CommandKind::RefuseOpinion,
        CommandKind::TakeDownOpinion,
        CommandKind::MoveOpinionPrivate,
        CommandKind::ClearContest,
        CommandKind::RefuseContest,
        CommandKind::SettleFlag,
    ];
    for kind in kinds {
        let command = valid(kind, &ground);
        ground.record.decide(Actor::Person(TRIED), &command).unwrap();
        let mut world = ground.record.world.clone();
        let no = forum_no(forum_of(kind).unwrap());
        world.forums.forums.get_mut(&no).unwrap().force = Some(TRIED_OF);
        let mut record = ground.record.clone();
        record.world = world;
        let refused = record.decide(Actor::Person(TRIED), &command).unwrap_err();
        assert_eq!(refused, Refusal::NotAllowed(holders(kind)), "{kind:?}");
        // Whatever the forum names: who is of a force that guards reads nothing.
        let mut record = ground.record.clone();
        let kind_of = &mut record.world.people.organisations.get_mut(&TRIED_OF).unwrap().kind;
        *kind_of = OrganisationKind::GuardForce;
        let refused = record.decide(Actor::Person(TRIED), &command).unwrap_err();
        assert_eq!(refused, Refusal::NotAllowed(holders(kind)), "{kind:?}");
    }
}

/// What a forum shows is a moderator's to judge, what stands in an article a publisher's too.
#[test]
fn a_report_of_a_text_goes_to_those_who_answer_for_it() {
    let mut ground = ground();
    let (reason, note) = (LawfulReason::Insult, None);
    let entry = ground.article;
    ground
        .record
        .must(Actor::Anyone, Command::FlagText { entry, reason, note });
    let settle = |flag| Command::SettleFlag {
        flag,
        outcome: FlagOutcome::Kept,
    };
    let refused = Refusal::NotAllowed(holders(CommandKind::SettleFlag));
    assert_eq!(ground.record.decide(PUBLISHER, &settle(1)).unwrap_err(), refused);
    assert!(ground.record.decide(PUBLISHER, &settle(2)).is_ok());
    assert!(ground.record.decide(MODERATOR, &settle(1)).is_ok());
    // Who moderates the first forum alone has nothing to say of articles, nor of another forum's texts.
    assert!(ground.record.decide(MODERATOR_OF_FIRST, &settle(1)).is_ok());
    assert_eq!(
        ground.record.decide(MODERATOR_OF_FIRST, &settle(2)).unwrap_err(),
        refused
    );
    let contest = |act: fn(ForumNo) -> Command| act(forum_no(FOLLOWING_UP));
    let clear = contest(|forum| Command::ClearContest { forum, contest: 2 });
    let not_allowed = Refusal::NotAllowed(holders(CommandKind::ClearContest));
    assert_eq!(
        ground.record.decide(MODERATOR_OF_FIRST, &clear).unwrap_err(),
        not_allowed
    );
    ground.record.must(MODERATOR, clear);
}
