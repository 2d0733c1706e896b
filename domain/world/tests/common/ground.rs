//! What the office is like when every kind of command is tried: five forums, each at another place on its way, and in each
//! something for every kind to act on.

mod made;

pub use made::ground;

use super::{Record, date, digest, forum_no, person, plain};
use base::fact::{OrganisationId, PersonId};
use forum::ClauseNo;
use forum::clause::EvidenceDraft;
use forum::conclusion::{ClauseDraft, DirectiveDraft};
use forum::document::DocumentDraft;
use forum::events::{DocumentSort, EvidenceSort};
use forum::report::{ParagraphDraft, SectionDraft};
use forum::turn::Turn;
use portal::RevisionId;
use world::Command;

/// The person whose rights are tried, of [`TRIED_OF`]: without a role unless one is given.
pub const TRIED: PersonId = person(17);
/// Reports in the second and third forum, owns clauses in the fourth, verifies others.
pub const TRIED_OF: OrganisationId = OrganisationId(5);

/// Takes opinions and votes; the force reports.
pub const COLLECTING: u8 = 1;
/// Announced.
pub const ANNOUNCED: u8 = 2;
/// In session: a conclusion is drafted.
pub const IN_SESSION: u8 = 3;
/// Concluded with clauses in every state.
pub const FOLLOWING_UP: u8 = 4;
/// Concluded, and directed nothing.
pub const CONCLUDED: u8 = 5;

/// The revision that stands.
pub const STANDING: RevisionId = RevisionId {
    article: 1,
    revision: 1,
};
/// The revision that waits for review.
pub const SUBMITTED: RevisionId = RevisionId {
    article: 1,
    revision: 2,
};
/// The revision of an article that was never published.
pub const DRAFT: RevisionId = RevisionId {
    article: 2,
    revision: 1,
};

/// Clauses of the only directive of the fourth forum, by what may be done with them.
pub const OWN: u32 = 1;
pub const OWN_WITH_EVIDENCE: u32 = 2;
pub const TO_VERIFY: u32 = 3;
pub const TO_REOPEN: u32 = 4;
pub const OF_OTHERS: u32 = 5;

/// What the commands are about.
#[derive(Clone)]
pub struct Ground {
    pub record: Record,
    /// Waits to be read, in the first forum; its receipt is 31.
    pub held: u64,
    /// Is published in the first forum.
    pub published: u64,
    /// A turn that waits to be confirmed, in the first forum; its receipt is 44.
    pub turn: u64,
    /// Appealed against, in the first forum.
    pub appealed: u64,
    /// On the private track of the third forum.
    pub private: u64,
    /// An article, the first; a revision of it waits for review, the second's first is a draft.
    pub article: u64,
    /// The section in the second forum.
    pub section: u64,
    /// Conclusion and directive of the third forum.
    pub drafts: (u64, u64),
}

pub fn clause(clause: u32) -> ClauseNo {
    ClauseNo {
        forum: forum_no(FOLLOWING_UP),
        directive: 1,
        clause,
    }
}

pub fn section(over: Option<u64>) -> SectionDraft {
    SectionDraft {
        section: over.map(|_| 1),
        over,
        place: 1,
        heading: "Tình hình chung".into(),
        paragraphs: vec![ParagraphDraft {
            paragraph: None,
            text: "Mười hai vọng gác, không vụ việc.".into(),
        }],
        figures: vec![],
        note: None,
    }
}

pub fn turn(receipt: u64) -> Turn {
    Turn {
        words: plain("Đề nghị có mái che ở cổng số một."),
        nature: None,
        about: None,
        organisation: None,
        receipt: digest(receipt),
    }
}

pub fn document() -> DocumentDraft {
    DocumentDraft {
        sort: DocumentSort::Plan,
        date: date("2020-01-05"),
        sign: None,
        title: "Kế hoạch diễn đàn".into(),
        words: Some("Một ngày, một hội trường.".into()),
        file: None,
    }
}

pub fn directive(owners: &[(OrganisationId, OrganisationId)]) -> DirectiveDraft {
    let clause = |(owner, verifier): &(OrganisationId, OrganisationId)| ClauseDraft {
        owner: *owner,
        verifier: *verifier,
        working_days: 10,
        evidence: vec![EvidenceSort::Document],
        task: "Thắp sáng cổng số hai".into(),
        measure: "Đủ 20 lux lúc nửa đêm".into(),
    };
    DirectiveDraft {
        directive: None,
        over: None,
        findings: vec![],
        addressee: "Đội Cảnh sát bảo vệ".into(),
        text: "Khắc phục ngay việc thiếu sáng.".into(),
        clauses: owners.iter().map(clause).collect(),
    }
}

pub fn evidence() -> EvidenceDraft {
    EvidenceDraft {
        sort: EvidenceSort::Document,
        title: "Biên bản nghiệm thu".into(),
        words: Some("Đã lắp bốn đèn.".into()),
        file: None,
    }
}

pub fn conclusion(forum: u8) -> Command {
    Command::WriteConclusion {
        forum: forum_no(forum),
        over: None,
        text: "Ghi nhận mọi ý kiến, giao việc như sau.".into(),
        signer: "Trần Chủ Trì".into(),
        post: "Phó Chủ tịch".into(),
    }
}
