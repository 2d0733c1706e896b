//! Every kind of command by everyone: allowed if the one table of rights says so, and for nobody else.

mod common;

use base::fact::Actor;
use common::ground::{COLLECTING, CONCLUDED, Ground, TRIED, ground};
use common::office::ADMINISTRATOR;
use common::valid::{forum_of, valid};
use common::{Record, digest, forum_no, person};
use people::Refusal as People;
use people::person::may_be_given;
use people::role::{Role, Scope};
use world::rights::{Holder, holders};
use world::{Command, CommandKind, Refusal, World};

/// Tries a command and holds the answer against what is expected.
fn try_it(ground: &Ground, actor: Actor, kind: CommandKind, allowed: bool, by: Option<&str>, who: &str) {
    let command = valid(kind, ground);
    assert_eq!(command.kind(), kind);
    let answer = ground.record.decide(actor, &command);
    if !allowed {
        assert_eq!(
            answer.unwrap_err(),
            Refusal::NotAllowed(holders(kind)),
            "{kind:?} by {who}"
        );
        return;
    }
    if kind == CommandKind::OpenLedger {
        let opened = Refusal::Erasure(world::erasure::Refusal::LedgerOpened);
        assert_eq!(answer.unwrap_err(), opened, "{who}");
        return;
    }
    if kind == CommandKind::IssueFirstInvitation {
        // There is an administrator here; the empty office is tried below.
        assert_eq!(
            answer.unwrap_err(),
            Refusal::People(People::AdministratorExists),
            "{who}"
        );
        return;
    }
    let proposed = answer.unwrap_or_else(|why| panic!("{kind:?} by {who}: {why:?}"));
    assert!(!proposed.is_empty(), "{kind:?} by {who} records nothing");
    for one in proposed {
        assert_eq!(one.by, by, "{kind:?} by {who}");
    }
}

/// Flags on what a forum shows are for moderators; a publisher looks at articles.
fn is_for_moderators(kind: CommandKind, role: Role) -> bool {
    kind == CommandKind::SettleFlag && role == Role::Publisher
}

#[test]
fn every_kind_by_every_role_in_every_scope() {
    let ground = ground();
    let forums = (COLLECTING..=CONCLUDED).map(|number| Scope::Forum(forum_no(number)));
    let scopes: Vec<Scope> = forums.chain([Scope::Office]).collect();
    for role in Role::ALL {
        for scope in &scopes {
            let (mut ground, scope) = (ground.clone(), *scope);
            let (person, grant) = (
                TRIED,
                Command::GrantRole {
                    person: TRIED,
                    role,
                    scope,
                },
            );
            // Who lets people in or reads what is private does so everywhere or nowhere.
            if may_be_given(&ground.record.world.people, person, role, scope).is_err() {
                let refused = ground.record.decide(ADMINISTRATOR, &grant).unwrap_err();
                assert_eq!(refused, Refusal::People(People::OfficeOnly), "{role:?} in {scope:?}");
                assert!([Role::Administrator, Role::Auditor].contains(&role) && scope != Scope::Office);
                continue;
            }
            ground.record.must(ADMINISTRATOR, grant);
            for kind in CommandKind::ALL {
                let here = match scope {
                    Scope::Office => true,
                    Scope::Forum(no) => forum_of(*kind).map(forum_no) == Some(no),
                };
                let named = holders(*kind).contains(&Holder::Role(role));
                let allowed = here && named && !is_for_moderators(*kind, role);
                let who = format!("{role:?} in {scope:?}");
                try_it(&ground, Actor::Person(TRIED), *kind, allowed, Some(role.as_str()), &who);
            }
        }
    }
}

/// Every right ends with the role that gave it.
#[test]
fn who_left_does_nothing_more() {
    let ground = ground();
    for role in Role::ALL {
        let (mut ground, scope) = (ground.clone(), Scope::Office);
        let (person, grant) = (
            TRIED,
            Command::GrantRole {
                person: TRIED,
                role,
                scope,
            },
        );
        ground.record.must(ADMINISTRATOR, grant);
        ground
            .record
            .must(ADMINISTRATOR, Command::RevokeRole { person, role, scope });
        for kind in CommandKind::ALL {
            let who = format!("a former {role:?}");
            try_it(&ground, Actor::Person(TRIED), *kind, false, None, &who);
        }
    }
}

#[test]
fn every_kind_by_those_who_have_no_role() {
    let ground = ground();
    for kind in CommandKind::ALL {
        let one_of = |wanted: &[Holder]| holders(*kind).iter().any(|holder| wanted.contains(holder));
        let anyone = one_of(&[Holder::Anyone, Holder::ReceiptHolder, Holder::LinkHolder]);
        try_it(&ground, Actor::Anyone, *kind, anyone, None, "anyone");
        try_it(
            &ground,
            Actor::Clock,
            *kind,
            one_of(&[Holder::Clock]),
            None,
            "the clock",
        );
        try_it(
            &ground,
            Actor::Console,
            *kind,
            one_of(&[Holder::Console]),
            None,
            "the console",
        );
        // A session gives no right to act as nobody: such commands come without it.
        try_it(
            &ground,
            Actor::Person(TRIED),
            *kind,
            false,
            None,
            "a person without a role",
        );
        for nobody in [0, 99, u32::MAX] {
            try_it(
                &ground,
                Actor::Person(person(nobody)),
                *kind,
                false,
                None,
                "a person who is not there",
            );
        }
    }
}

#[test]
fn the_first_line_is_written_into_an_empty_ledger_by_the_console_alone() {
    let mut record = Record::new();
    let open = Command::OpenLedger { continues: None };
    for actor in [Actor::Anyone, Actor::Clock, Actor::Person(person(1))] {
        let refused = record.decide(actor, &open).unwrap_err();
        assert_eq!(refused, Refusal::NotAllowed(holders(CommandKind::OpenLedger)));
    }
    assert_eq!(record.must(Actor::Console, open.clone()), 0);
    assert_eq!(record.world.format, Some(world::events::RECORD_FORMAT));
    let again = record.tell(Actor::Console, &open).unwrap_err();
    assert_eq!(again, Refusal::Erasure(world::erasure::Refusal::LedgerOpened));
    // A ledger that began without one gets none later.
    let mut record = Record::new();
    record.must(Actor::Console, Command::IssueFirstInvitation { token: digest(1) });
    let late = record.tell(Actor::Console, &open).unwrap_err();
    assert_eq!(late, Refusal::Erasure(world::erasure::Refusal::LedgerOpened));
}

#[test]
fn the_first_link_is_made_in_an_empty_office_by_the_console_alone() {
    let record = Record::new();
    let first = Command::IssueFirstInvitation { token: digest(1) };
    assert_eq!(record.decide(Actor::Console, &first).unwrap().len(), 1);
    for actor in [Actor::Anyone, Actor::Clock, Actor::Person(person(1))] {
        let refused = record.decide(actor, &first).unwrap_err();
        assert_eq!(refused, Refusal::NotAllowed(holders(CommandKind::IssueFirstInvitation)));
    }
}

#[test]
fn everyone_makes_links_for_themselves_and_for_nobody_else() {
    let ground = ground();
    let link = |number| Command::IssueInvitation {
        person: person(number),
        token: digest(50),
    };
    let own = ground.record.decide(Actor::Person(TRIED), &link(TRIED.0)).unwrap();
    assert_eq!((own.len(), own[0].by), (1, None));
    let not_allowed = Refusal::NotAllowed(holders(CommandKind::IssueInvitation));
    assert_eq!(
        ground.record.decide(Actor::Person(TRIED), &link(2)).unwrap_err(),
        not_allowed
    );
    // Who is not there is not oneself either.
    assert_eq!(
        ground.record.decide(Actor::Person(person(99)), &link(99)).unwrap_err(),
        not_allowed
    );
}

#[test]
fn pages_offer_what_a_role_gives_somewhere() {
    let mut ground = ground();
    let offers = |world: &World, kind| world.offers(TRIED, kind);
    assert!(CommandKind::ALL.iter().all(|kind| !offers(&ground.record.world, *kind)));
    let scope = Scope::Forum(forum_no(1));
    ground.record.must(
        ADMINISTRATOR,
        Command::GrantRole {
            person: TRIED,
            role: Role::Moderator,
            scope,
        },
    );
    let offered: Vec<_> = CommandKind::ALL
        .iter()
        .filter(|kind| offers(&ground.record.world, **kind))
        .collect();
    let expected = [
        CommandKind::ClearOpinion,
        CommandKind::RefuseOpinion,
        CommandKind::TakeDownOpinion,
        CommandKind::MoveOpinionPrivate,
        CommandKind::ClearContest,
        CommandKind::RefuseContest,
        CommandKind::SettleFlag,
    ];
    assert!(offered.iter().copied().eq(&expected), "{offered:?}");
}

/// The rows that keep powers apart, said a second time: a change of one of them is a decision, not an edit.
#[test]
fn who_judges_is_nobody_else() {
    use CommandKind as K;
    let rows: [(&[CommandKind], &[Holder]); 6] = [
        (
            &[
                K::ClearOpinion,
                K::RefuseOpinion,
                K::TakeDownOpinion,
                K::MoveOpinionPrivate,
                K::ClearContest,
                K::RefuseContest,
            ],
            &[Holder::Role(Role::Moderator)],
        ),
        (&[K::DecideAppeal], &[Holder::Role(Role::AppealBody)]),
        (&[K::VerifyClause, K::ReopenClause], &[Holder::Role(Role::Verifier)]),
        (
            &[K::CancelForum, K::Conclude, K::DecideExtension],
            &[Holder::Role(Role::Chair)],
        ),
        (
            &[K::SubmitOpinion, K::CastVote, K::ContestClause, K::FlagText],
            &[Holder::Anyone],
        ),
        (
            &[K::WithdrawOpinion, K::ConfirmTurn, K::FileAppeal],
            &[Holder::ReceiptHolder],
        ),
    ];
    for (kinds, expected) in rows {
        for kind in kinds {
            assert_eq!(holders(*kind), expected, "{kind:?}");
        }
    }
}
