//! How the ground is made: what was done before in each of its forums.

use super::*;
use crate::common::office::{ADMINISTRATOR, AGENCY, CHAIR, COMMANDER, EDITOR, FORCE, MODERATOR, PUBLISHER, SECRETARY};
use crate::common::{announcement, later, submit};
use base::fact::{Actor, SealedRef};
use forum::announce::Announcement;
use forum::conclusion::Conclude;
use forum::events::{Choice, FindingSort, LawfulReason, Outcome, STATEMENT};
use people::role::{OrganisationKind, Role, Scope};
use portal::article::Draft;
use world::LegalBasis;

/// Announces, opens and closes a forum that takes nothing.
fn closed(record: &mut Record, number: u8, force: OrganisationId) {
    let forum = forum_no(number);
    let what = Announcement {
        force: Some(force),
        ..announcement(number)
    };
    record.must(SECRETARY, Command::AnnounceForum { what });
    record.must(SECRETARY, Command::OpenForum { forum });
}

fn close(record: &mut Record, number: u8) {
    let forum = forum_no(number);
    record.must(
        SECRETARY,
        Command::CloseCollecting {
            forum,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
}

fn conclude(record: &mut Record, number: u8, over: u64, directives: Vec<u64>) {
    let forum = forum_no(number);
    let what = Conclude {
        over,
        directives,
        sign: None,
    };
    record.must(CHAIR, Command::Conclude { forum, what });
}

pub fn ground() -> Ground {
    let mut record = Record::with_staff();
    record.must(
        ADMINISTRATOR,
        Command::AddOrganisation {
            kind: OrganisationKind::Other,
            name: "Đội bảo vệ của sở".into(),
        },
    );
    record.must(
        ADMINISTRATOR,
        Command::AddPerson {
            name: "Lê Văn Thử".into(),
            organisation: Some(TRIED_OF),
        },
    );
    record.must(
        ADMINISTRATOR,
        Command::IssueInvitation {
            person: person(2),
            token: digest(20),
        },
    );
    let private = others(&mut record);
    let (article, section, drafts) = papers(&mut record);
    let (held, published, turn, appealed) = first(&mut record);
    Ground {
        record,
        held,
        published,
        turn,
        appealed,
        private,
        article,
        section,
        drafts,
    }
}

/// The forums that are past taking opinions; the opinion on the private track.
fn others(record: &mut Record) -> u64 {
    for (number, force) in [(IN_SESSION, TRIED_OF), (FOLLOWING_UP, FORCE), (CONCLUDED, FORCE)] {
        closed(record, number, force);
    }
    let words = plain("Anh gác Tám cổng hai hay to tiếng.");
    let private = record.must(Actor::Anyone, submit(IN_SESSION, words, digest(70)));
    record.must(MODERATOR, Command::MoveOpinionPrivate { opinion: private });
    for number in [IN_SESSION, FOLLOWING_UP, CONCLUDED] {
        close(record, number);
    }
    let over = record.must(CHAIR, conclusion(CONCLUDED));
    conclude(record, CONCLUDED, over, vec![]);
    let over = record.must(CHAIR, conclusion(FOLLOWING_UP));
    let draft = directive(&[
        (TRIED_OF, AGENCY),
        (TRIED_OF, AGENCY),
        (FORCE, TRIED_OF),
        (FORCE, TRIED_OF),
        (FORCE, AGENCY),
    ]);
    let forum = forum_no(FOLLOWING_UP);
    let written = record.must(CHAIR, Command::WriteDirective { forum, draft });
    conclude(record, FOLLOWING_UP, over, vec![written]);
    clauses(record);
    private
}

fn clauses(record: &mut Record) {
    // A person of the tried one's organisation prepares what is to be reported done, and ends what is to be opened again.
    let (prepares, forum) = (Actor::Person(person(18)), forum_no(FOLLOWING_UP));
    record.must(
        ADMINISTRATOR,
        Command::AddPerson {
            name: "Ngô Thị Giúp".into(),
            organisation: Some(TRIED_OF),
        },
    );
    for role in [Role::Delegate, Role::Verifier] {
        let (person, scope) = (person(18), Scope::Office);
        record.must(ADMINISTRATOR, Command::GrantRole { person, role, scope });
    }
    let add = |clause_no| Command::AddEvidence {
        no: clause(clause_no),
        draft: evidence(),
    };
    record.must(prepares, add(OWN_WITH_EVIDENCE));
    for number in [TO_VERIFY, TO_REOPEN] {
        record.must(COMMANDER, add(number));
        let (no, text) = (clause(number), "Đã làm xong việc được giao.".into());
        record.must(COMMANDER, Command::ReportClauseDone { no, text });
    }
    let (outcome, reason) = (Outcome::Verified, "Đã thấy tận mắt, đủ sáng.".to_owned());
    let no = clause(TO_REOPEN);
    record.must(prepares, Command::VerifyClause { no, outcome, reason });
    let (no, until) = (clause(OF_OTHERS), date("2020-03-02"));
    let reason = "Thiếu vật tư trong tháng Tết".into();
    record.must(COMMANDER, Command::RequestExtension { no, until, reason });
    let contest = |number| Command::ContestClause {
        no,
        text: "Cổng số hai vẫn còn tối.".into(),
        receipt: digest(number),
    };
    record.must(Actor::Anyone, contest(80));
    record.must(MODERATOR, Command::ClearContest { forum, contest: 1 });
    record.must(Actor::Anyone, contest(81));
}

/// The article, the section of the second forum, the drafts of the third.
fn papers(record: &mut Record) -> (u64, u64, (u64, u64)) {
    let draft = Draft {
        date: date("2020-01-06"),
        title: "Diễn đàn đã mở".into(),
        body: "Mời bà con viết ý kiến.".into(),
        author: None,
        department: None,
    };
    let article = record.must(PUBLISHER, Command::PublishArticle { draft });
    let draft = |title: &str| Draft {
        date: date("2020-01-06"),
        title: title.into(),
        body: "Mời bà con viết ý kiến, đến hết tháng ba.".into(),
        author: None,
        department: None,
    };
    let (article_no, first) = (1, 1);
    let over = Some(RevisionId {
        article: article_no,
        revision: first,
    });
    record.must(
        EDITOR,
        Command::SaveDraft {
            draft: draft("Diễn đàn mở đến tháng ba"),
            over,
        },
    );
    record.must(EDITOR, Command::SubmitDraft { at: SUBMITTED });
    record.must(
        EDITOR,
        Command::SaveDraft {
            draft: draft("Diễn đàn sắp khép"),
            over: None,
        },
    );
    let what = Announcement {
        force: Some(TRIED_OF),
        ..announcement(ANNOUNCED)
    };
    record.must(SECRETARY, Command::AnnounceForum { what });
    let (forum, draft) = (forum_no(ANNOUNCED), section(None));
    let section = record.must(SECRETARY, Command::WriteSection { forum, draft });
    let written = record.must(CHAIR, conclusion(IN_SESSION));
    let (forum, draft) = (forum_no(IN_SESSION), directive(&[(FORCE, AGENCY)]));
    let directive = record.must(CHAIR, Command::WriteDirective { forum, draft });
    (article, section, (written, directive))
}

/// Opinions of the first forum: held, published, a turn, appealed.
fn first(record: &mut Record) -> (u64, u64, u64, u64) {
    let forum = forum_no(COLLECTING);
    let of = |number| {
        submit(
            COLLECTING,
            plain("Cổng số hai buổi tối thiếu ánh sáng."),
            digest(number),
        )
    };
    let opinions: Vec<u64> = (50..55).map(|number| record.must(Actor::Anyone, of(number))).collect();
    for opinion in &opinions {
        record.must(MODERATOR, Command::ClearOpinion { opinion: *opinion });
    }
    let until = record.clock;
    record.must(Actor::Clock, Command::Tick { until });
    let reason = LawfulReason::OffSubject;
    let mut refused = |number| {
        let opinion = record.must(Actor::Anyone, of(number));
        record.must(MODERATOR, Command::RefuseOpinion { opinion, reason });
        opinion
    };
    let (appealed, _) = (refused(60), refused(61));
    let (receipt, words) = (digest(60), None);
    record.must(Actor::Anyone, Command::FileAppeal { receipt, words });
    let turn = record.must(SECRETARY, Command::RecordTurn { forum, turn: turn(44) });
    record.must(
        SECRETARY,
        Command::AddDocument {
            forum,
            draft: document(),
        },
    );
    record.must(
        SECRETARY,
        Command::IssueSlips {
            forum,
            label: "Tổ dân phố 5".into(),
            pseudonyms: vec![digest(90)],
        },
    );
    let (sort, text) = (FindingSort::Shortcoming, "Cổng số hai thiếu sáng.".to_owned());
    let opinions = vec![1];
    record.must(
        SECRETARY,
        Command::RecordFinding {
            forum,
            sort,
            opinions,
            text,
        },
    );
    let (pseudonym, choice) = (digest(91), Choice::Agree);
    record.must(
        Actor::Anyone,
        Command::CastVote {
            forum,
            pseudonym,
            opinion: 1,
            choice,
        },
    );
    let published = record.world.forums.forums[&forum].published[&1];
    let (entry, reason, note) = (published, LawfulReason::PersonalData, None);
    record.must(Actor::Anyone, Command::FlagText { entry, reason, note });
    let held = record.must(Actor::Anyone, of(31));
    let other = record.must(Actor::Anyone, of(32));
    // Five that were read, so that time has something to do.
    for number in 33..38 {
        let opinion = record.must(Actor::Anyone, of(number));
        record.must(MODERATOR, Command::ClearOpinion { opinion });
    }
    record.must(
        ADMINISTRATOR,
        Command::OrderErasure {
            targets: vec![SealedRef::new(other, STATEMENT)],
            basis: LegalBasis::Decision,
            decision: Some("Quyết định 1/QĐ".into()),
        },
    );
    record.clock = later(record.clock, 1);
    (held, published, turn, appealed)
}
