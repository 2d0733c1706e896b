//! A small office from its first link to a closed forum, every kind of entry in it: the same bytes on every machine.

use super::office::{ADMINISTRATOR, MODERATOR, MODERATOR_OF_FIRST, PUBLISHER};
use super::{Surroundings, WorldLedger, date, digest, forum_no, minute, organisation, person, set_up, tell};
use base::fact::{Actor, SealedRef};
use forum::events::{LawfulReason, REASONS, SpeakerRole};
use forum::opinion::{TypedSignature, Words};
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::Draft;
use std::path::PathBuf;
use world::{Command, LegalBasis};

/// Where the golden ledgers of the releases are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schemas/golden")
}

/// Exact bytes of the entries in a golden ledger.
pub fn entries(text: &str) -> Vec<Vec<u8>> {
    text.lines().map(|line| line.as_bytes().to_vec()).collect()
}

/// Lives that life in a real ledger; the ledger and its entries as lines.
pub fn live() -> (WorldLedger, String) {
    let around = Surroundings::new();
    let ledger = around.open();
    let must = |actor, command: Command| {
        let said = format!("{command:?}");
        tell(&ledger, actor, command)
            .unwrap_or_else(|why| panic!("{said}: {why}"))
            .first
            .unwrap()
    };
    for (actor, command) in set_up() {
        must(actor, command);
    }
    around.set_clock(minute("2020-01-06T03:20:00Z"));
    must(
        ADMINISTRATOR,
        Command::RenamePerson {
            person: person(1),
            name: "Đỗ Quản Trị".into(),
        },
    );
    must(
        ADMINISTRATOR,
        Command::RenamePerson {
            person: person(2),
            name: "Trần Thị Bích".into(),
        },
    );
    must(
        ADMINISTRATOR,
        Command::IssueInvitation {
            person: person(3),
            token: digest(3),
        },
    );
    must(Actor::Anyone, Command::AcceptInvitation { token: digest(3) });
    must(
        ADMINISTRATOR,
        Command::AddOrganisation {
            kind: OrganisationKind::HostAgency,
            name: "Sở Tư pháp".into(),
        },
    );
    let host = Some(organisation(3));
    must(
        ADMINISTRATOR,
        Command::AddPerson {
            name: "Hồ Thị Bảy".into(),
            organisation: host,
        },
    );
    let (role, scope) = (Role::Clerk, Scope::Forum(forum_no(1)));
    must(
        ADMINISTRATOR,
        Command::GrantRole {
            person: person(7),
            role,
            scope,
        },
    );
    must(
        ADMINISTRATOR,
        Command::RevokeRole {
            person: person(7),
            role,
            scope,
        },
    );
    let emblem = ledger.put_blob(b"a picture".to_vec()).unwrap();
    must(ADMINISTRATOR, Command::SetEmblem { emblem: Some(emblem) });

    around.set_clock(minute("2020-01-07T01:30:00Z"));
    let signatures = [
        TypedSignature::None,
        TypedSignature::Role(SpeakerRole::Citizen),
        TypedSignature::Role(SpeakerRole::AgencyStaff),
        TypedSignature::Role(SpeakerRole::Delegate),
        TypedSignature::Name(SpeakerRole::Guard, "Vũ Văn Gác".into()),
        TypedSignature::None,
        TypedSignature::None,
    ];
    let mut opinions = Vec::new();
    for (number, signature) in (100..).zip(signatures) {
        let reasons = if number % 2 == 0 {
            "Đã hai lần suýt ngã ở đó."
        } else {
            ""
        };
        let words = Words::read(&format!("Đề nghị thắp sáng cổng số {number}"), reasons, signature).unwrap();
        let command = Command::SubmitOpinion {
            forum: forum_no(1),
            words,
            receipt: digest(number),
        };
        opinions.push(must(Actor::Anyone, command));
    }
    must(Actor::Anyone, Command::WithdrawOpinion { receipt: digest(106) });
    must(Actor::Console, Command::ConfirmErased { erasure: 2 });
    around.set_clock(minute("2020-01-07T09:45:00Z"));
    for opinion in &opinions[..5] {
        must(MODERATOR, Command::ClearOpinion { opinion: *opinion });
    }
    let reason = LawfulReason::PersonalData;
    must(
        MODERATOR_OF_FIRST,
        Command::RefuseOpinion {
            opinion: opinions[5],
            reason,
        },
    );
    must(
        Actor::Clock,
        Command::Tick {
            until: minute("2020-01-07T09:46:00Z"),
        },
    );
    let draft = Draft {
        date: date("2020-01-07"),
        title: "Diễn đàn đã mở".into(),
        body: "Mời bà con viết ý kiến.\n\nHạn cuối: 31 tháng 3.".into(),
        author: Some("Trần Thị Bình".into()),
        department: Some("Văn phòng".into()),
    };
    must(PUBLISHER, Command::PublishArticle { draft });
    let visits = LegacyVisits {
        as_of: date("2019-12-31"),
        online: 12,
        today: 345,
        total: 6_789_012,
    };
    must(ADMINISTRATOR, Command::RecordLegacyVisits { visits });
    let order = Command::OrderErasure {
        targets: vec![SealedRef::new(opinions[0], REASONS)],
        basis: LegalBasis::PersonAsked,
        decision: Some("Đơn ngày 7/1/2020".into()),
    };
    must(ADMINISTRATOR, order);
    must(Actor::Console, Command::ConfirmErased { erasure: 3 });
    must(ADMINISTRATOR, Command::SetEmblem { emblem: None });
    around.set_clock(minute("2020-03-31T17:00:00Z"));
    must(
        Actor::Clock,
        Command::Tick {
            until: minute("2020-03-31T17:00:00Z"),
        },
    );

    let mut lines = String::new();
    for seq in 0..ledger.view().size {
        lines.push_str(&String::from_utf8(ledger.entry_bytes(seq).unwrap().unwrap()).unwrap());
        lines.push('\n');
    }
    (ledger, lines)
}
