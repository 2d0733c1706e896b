//! A small office from its first link to the end of a second forum, every kind of entry in it: the same bytes on every machine.

mod outcome;
mod second;

use super::office::{ADMINISTRATOR, EDITOR, MODERATOR, MODERATOR_OF_FIRST, PUBLISHER};
use super::{
    Surroundings, WorldLedger, date, digest, forum_no, minute, organisation, person, set_up, staff, submit, tell,
};
use base::fact::{Actor, Digest32, SealedRef};
use forum::events::{LawfulReason, REASONS, SpeakerRole};
use forum::opinion::{TypedSignature, Words};
use people::role::{OrganisationKind, Role, Scope};
use portal::article::Draft;
use portal::{LegacyVisits, RevisionId};
use std::path::PathBuf;
use world::ending::Ending;
use world::events::EndReason;
use world::{Command, LegalBasis};

/// Where the golden ledgers of the releases are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../schemas/golden")
}

/// Exact bytes of the entries in a golden ledger.
pub fn entries(text: &str) -> Vec<Vec<u8>> {
    text.lines().map(|line| line.as_bytes().to_vec()).collect()
}

/// An article's life: written, returned, written anew, published, corrected, withdrawn.
fn corrected_and_withdrawn(must: &dyn Fn(Actor, Command) -> u64) {
    let draft = |title: &str| Draft {
        date: date("2020-01-07"),
        title: title.into(),
        body: "Hạn cuối để góp ý là ngày 31 tháng 3.".into(),
        author: None,
        department: Some("Văn phòng".into()),
    };
    let at = |revision| RevisionId { article: 2, revision };
    let save = |title, over: Option<u32>| Command::SaveDraft {
        draft: draft(title),
        over: over.map(at),
    };
    must(EDITOR, save("Hạn góp ý", None));
    must(EDITOR, Command::SubmitDraft { at: at(1) });
    let reason = "Xin ghi rõ là diễn đàn nào.".into();
    must(PUBLISHER, Command::ReturnDraft { at: at(1), reason });
    must(EDITOR, save("Hạn góp ý cho diễn đàn", Some(1)));
    must(EDITOR, Command::SubmitDraft { at: at(2) });
    let publish = |revision, note: Option<&str>| Command::PublishRevision {
        at: at(revision),
        note: note.map(str::to_owned),
    };
    must(PUBLISHER, publish(2, None));
    must(EDITOR, save("Hạn góp ý cho diễn đàn thứ nhất", Some(2)));
    must(EDITOR, Command::SubmitDraft { at: at(3) });
    must(PUBLISHER, publish(3, Some("Ghi rõ tên diễn đàn.")));
    let reason = "Đăng lại nội dung của trang diễn đàn.".into();
    must(PUBLISHER, Command::WithdrawArticle { at: at(3), reason });
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
    for (actor, command) in set_up().into_iter().chain(staff()) {
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
    let host = Some(organisation(5));
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
            person: person(17),
            role,
            scope,
        },
    );
    must(
        ADMINISTRATOR,
        Command::RevokeRole {
            person: person(17),
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
        opinions.push(must(Actor::Anyone, submit(1, words, digest(number))));
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
    corrected_and_withdrawn(&must);
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

    let file = ledger.put_blob(b"a scan".to_vec()).unwrap();
    let life = second::Life {
        around: &around,
        must: &must,
        file,
    };
    life.live();
    for organisation in [Some(organisation(1)), None, host] {
        let person = person(17);
        must(ADMINISTRATOR, Command::MovePerson { person, organisation });
    }
    let (ended, view) = (ledger.vkey().parse().unwrap(), ledger.view());
    let ending = Ending {
        ended,
        size: view.size,
        root: Digest32(view.root),
        reason: EndReason::KeyExposed,
        signed: None,
    };
    must(Actor::Console, Command::ContinueLog { ending });

    let mut lines = String::new();
    for seq in 0..ledger.view().size {
        lines.push_str(&String::from_utf8(ledger.entry_bytes(seq).unwrap().unwrap()).unwrap());
        lines.push('\n');
    }
    (ledger, lines)
}
