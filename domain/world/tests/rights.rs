//! Every kind of command by everyone: allowed if the one table of rights says so, and for nobody else.

mod common;

use base::fact::{Actor, PersonId, SealedRef};
use common::office::{ADMINISTRATOR, MODERATOR, SECRETARY};
use common::{Record, announcement, digest, forum_no, person, plain};
use forum::events::{LawfulReason, STATEMENT};
use people::Refusal as People;
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::Draft;
use world::rights::{Holder, holders};
use world::{Command, CommandKind, LegalBasis, Refusal, World};

/// The person whose rights are tried: of no organisation, without a role unless one is given.
const TRIED: PersonId = person(7);

/// What the office is like when the commands are tried.
struct Ground {
    record: Record,
    /// An opinion in the first forum that waits to be read.
    held: u64,
}

fn ground() -> Ground {
    let mut record = Record::with_office();
    record.must(
        ADMINISTRATOR,
        Command::AddPerson {
            name: "Lê Văn Thử".into(),
            organisation: None,
        },
    );
    record.must(SECRETARY, Command::AnnounceForum { what: announcement(2) });
    record.must(
        ADMINISTRATOR,
        Command::IssueInvitation {
            person: person(2),
            token: digest(20),
        },
    );
    let submit = |number| Command::SubmitOpinion {
        forum: forum_no(1),
        words: plain("Cổng số hai buổi tối thiếu ánh sáng."),
        receipt: digest(number),
    };
    let held = record.must(Actor::Anyone, submit(31));
    let other = record.must(Actor::Anyone, submit(32));
    let targets = vec![SealedRef::new(other, STATEMENT)];
    // Five that were read, so that time has something to do.
    for number in 33..38 {
        let opinion = record.must(Actor::Anyone, submit(number));
        record.must(MODERATOR, Command::ClearOpinion { opinion });
    }
    let decision = Some("Quyết định 1/QĐ".into());
    record.must(
        ADMINISTRATOR,
        Command::OrderErasure {
            targets,
            basis: LegalBasis::Decision,
            decision,
        },
    );
    Ground { record, held }
}

/// A command of this kind that nothing speaks against but the rights.
fn valid(kind: CommandKind, ground: &Ground) -> Command {
    let day = ground.record.clock.office_date();
    match kind {
        CommandKind::OpenLedger => Command::OpenLedger { continues: None },
        CommandKind::NameOffice => Command::NameOffice {
            name: "Văn phòng".into(),
            contact: None,
        },
        CommandKind::SetEmblem => Command::SetEmblem {
            emblem: Some(common::blob(1)),
        },
        CommandKind::AddOrganisation => Command::AddOrganisation {
            kind: OrganisationKind::HostAgency,
            name: "Sở Tư pháp".into(),
        },
        CommandKind::AddPerson => Command::AddPerson {
            name: "Phạm Thị Mới".into(),
            organisation: None,
        },
        CommandKind::RenamePerson => Command::RenamePerson {
            person: person(2),
            name: "Phạm Thị Hai".into(),
        },
        CommandKind::GrantRole => Command::GrantRole {
            person: person(2),
            role: Role::Clerk,
            scope: Scope::Forum(forum_no(1)),
        },
        CommandKind::RevokeRole => Command::RevokeRole {
            person: person(2),
            role: Role::Secretary,
            scope: Scope::Office,
        },
        CommandKind::IssueFirstInvitation => Command::IssueFirstInvitation { token: digest(40) },
        CommandKind::IssueInvitation => Command::IssueInvitation {
            person: person(2),
            token: digest(41),
        },
        CommandKind::AcceptInvitation => Command::AcceptInvitation { token: digest(20) },
        CommandKind::AnnounceForum => Command::AnnounceForum { what: announcement(3) },
        CommandKind::OpenForum => Command::OpenForum { forum: forum_no(2) },
        CommandKind::SubmitOpinion => Command::SubmitOpinion {
            forum: forum_no(1),
            words: plain("Cảm ơn tổ gác cổng số một."),
            receipt: digest(42),
        },
        CommandKind::WithdrawOpinion => Command::WithdrawOpinion { receipt: digest(31) },
        CommandKind::ClearOpinion => Command::ClearOpinion { opinion: ground.held },
        CommandKind::RefuseOpinion => Command::RefuseOpinion {
            opinion: ground.held,
            reason: LawfulReason::OffSubject,
        },
        CommandKind::PublishArticle => Command::PublishArticle {
            draft: Draft {
                date: day,
                title: "Tin mới".into(),
                body: "Chữ.".into(),
                author: None,
                department: None,
            },
        },
        CommandKind::RecordLegacyVisits => Command::RecordLegacyVisits {
            visits: LegacyVisits {
                as_of: day,
                online: 1,
                today: 2,
                total: 3,
            },
        },
        CommandKind::OrderErasure => Command::OrderErasure {
            targets: vec![SealedRef::new(ground.held, STATEMENT)],
            basis: LegalBasis::PersonAsked,
            decision: Some("Đơn ngày 6/1/2020".into()),
        },
        CommandKind::ConfirmErased => Command::ConfirmErased { erasure: 1 },
        CommandKind::Tick => Command::Tick {
            until: ground.record.clock,
        },
    }
}

/// The forum a valid command of this kind is about, for those whose rights may hold in one forum alone.
fn forum_of(kind: CommandKind) -> Option<u8> {
    match kind {
        CommandKind::OpenForum => Some(2),
        CommandKind::ClearOpinion | CommandKind::RefuseOpinion => Some(1),
        _ => None,
    }
}

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

#[test]
fn every_kind_by_every_role_in_every_scope() {
    for role in Role::ALL {
        for scope in [Scope::Office, Scope::Forum(forum_no(1)), Scope::Forum(forum_no(2))] {
            let mut ground = ground();
            ground.record.must(
                ADMINISTRATOR,
                Command::GrantRole {
                    person: TRIED,
                    role,
                    scope,
                },
            );
            for kind in CommandKind::ALL {
                let here = match scope {
                    Scope::Office => true,
                    Scope::Forum(no) => forum_of(*kind).map(forum_no) == Some(no),
                };
                let allowed = here && holders(*kind).contains(&Holder::Role(role));
                let who = format!("{role:?} in {scope:?}");
                try_it(&ground, Actor::Person(TRIED), *kind, allowed, Some(role.as_str()), &who);
            }
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
    assert_eq!(offered, [&CommandKind::ClearOpinion, &CommandKind::RefuseOpinion]);
}
