//! A forum with everyone it needs, told until its directives are followed up.

use super::{Rig, no};
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use forum::ClauseNo;
use forum::answer::AnswerDraft;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{AnswerForm, Choice, EvidenceSort, FindingSort};
use forum::opinion::{TypedSignature, Words};
use forum::turn::Turn;
use people::role::{OrganisationKind, Role, Scope};
use world::Command;

pub const TASK: &str = "Lắp đèn ở cổng phụ <b>";
pub const FINDING: &str = "Cổng phụ chưa đủ đèn.";

/// Who acts, beside those of [`Rig`].
pub struct Hall {
    pub clerk: Actor,
    pub secretary: Actor,
    pub chair: Actor,
    pub appeal_body: Actor,
    pub owner: OrganisationId,
    pub verifier: OrganisationId,
}

/// The clause every test follows.
pub fn clause() -> ClauseNo {
    ClauseNo {
        forum: no(),
        directive: 1,
        clause: 1,
    }
}

/// Digest of the code with these bits.
pub fn digest(n: u8) -> Digest32 {
    Digest32(ReceiptCode::from_bits(&[n; 10]).hash())
}

impl Hall {
    pub fn of(rig: &Rig) -> Hall {
        let owner = rig.organisation(OrganisationKind::HostAgency, "Kho bạc Nhà nước tỉnh");
        let verifier = rig.organisation(OrganisationKind::Other, "Sở Xây dựng");
        let person = |name: &str, role: Role| -> PersonId { rig.person(name, None, &[(role, Scope::Office)]) };
        Hall {
            clerk: Actor::Person(person("Ghi Biên Bản", Role::Clerk)),
            secretary: Actor::Person(person("Thư Ký", Role::Secretary)),
            chair: Actor::Person(person("Chủ Trì", Role::Chair)),
            appeal_body: Actor::Person(person("Xét Khiếu Nại", Role::AppealBody)),
            owner,
            verifier,
        }
    }

    /// The clerk records a turn under the receipt with these bits; its entry and the code.
    pub fn turn(&self, rig: &Rig, n: u8) -> (u64, String) {
        let words = Words::read("Tôi đề nghị thêm đèn ở <b>cổng phụ", "", TypedSignature::None).unwrap();
        let turn = Turn {
            words,
            nature: None,
            about: None,
            organisation: Some(self.owner),
            receipt: digest(n),
        };
        let recorded = rig.tell(self.clerk, Command::RecordTurn { forum: no(), turn });
        (recorded.first.unwrap(), ReceiptCode::from_bits(&[n; 10]).to_string())
    }

    /// So many voices agree with an opinion.
    pub fn agree(&self, rig: &Rig, opinion: u32, voices: std::ops::Range<u8>) {
        for voice in voices {
            let command = Command::CastVote {
                forum: no(),
                pseudonym: Digest32([voice; 32]),
                opinion,
                choice: Choice::Agree,
            };
            rig.tell(Actor::Anyone, command);
        }
    }

    /// An answer in writing is promised for a day.
    pub fn promise(&self, rig: &Rig, opinion: u32, due: &str) {
        let draft = AnswerDraft {
            opinions: vec![opinion],
            form: AnswerForm::InWriting,
            due: Some(due.parse().unwrap()),
            to: None,
            text: "Sẽ trả lời bằng văn bản về đèn.".into(),
        };
        rig.tell(self.secretary, Command::GiveAnswer { forum: no(), draft });
    }

    /// An opinion is handed on to the owner.
    pub fn hand_on(&self, rig: &Rig, opinion: u32) {
        let draft = AnswerDraft {
            opinions: vec![opinion],
            form: AnswerForm::Transferred,
            due: None,
            to: Some(self.owner),
            text: "Ngoài thẩm quyền, xin chuyển.".into(),
        };
        rig.tell(self.secretary, Command::GiveAnswer { forum: no(), draft });
    }

    /// An opinion is answered at once.
    pub fn answer(&self, rig: &Rig, opinion: u32) {
        let draft = AnswerDraft {
            opinions: vec![opinion],
            form: AnswerForm::Now,
            due: None,
            to: None,
            text: "Tiếp thu, đã giao việc.".into(),
        };
        rig.tell(self.secretary, Command::GiveAnswer { forum: no(), draft });
    }

    /// A finding rests on an opinion; the forum closes and concludes with one directive from it.
    pub fn conclude(&self, rig: &Rig, opinion: u32) {
        let forum = no();
        let finding = Command::RecordFinding {
            forum,
            sort: FindingSort::Shortcoming,
            opinions: vec![opinion],
            text: FINDING.into(),
        };
        rig.tell(self.secretary, finding);
        rig.tell(
            self.secretary,
            Command::CloseCollecting {
                forum,
                reason: "Hội nghị họp sớm hơn dự kiến.".into(),
            },
        );
        let clause = ClauseDraft {
            owner: self.owner,
            verifier: self.verifier,
            working_days: 10,
            evidence: vec![EvidenceSort::Photo],
            task: TASK.into(),
            measure: "Có đèn sáng cả đêm.".into(),
        };
        let draft = DirectiveDraft {
            directive: None,
            over: None,
            findings: vec![1],
            addressee: "Kho bạc Nhà nước tỉnh".into(),
            text: "Khắc phục việc thiếu ánh sáng.".into(),
            clauses: vec![clause],
        };
        let directive = rig.tell(self.secretary, Command::WriteDirective { forum, draft });
        let conclusion = Command::WriteConclusion {
            forum,
            over: None,
            text: "Diễn đàn ghi nhận các ý kiến đã nêu.".into(),
            signer: "Nguyễn Văn Chủ".into(),
            post: "Chủ tịch".into(),
        };
        let conclusion = rig.tell(self.secretary, conclusion);
        let what = Conclude {
            over: conclusion.first.unwrap(),
            directives: vec![directive.first.unwrap()],
            sign: None,
        };
        rig.tell(self.chair, Command::Conclude { forum, what });
    }

    /// Someone contests the clause under the receipt with these bits; the entry and the code.
    pub fn contest(&self, rig: &Rig, n: u8) -> (u64, String) {
        let command = Command::ContestClause {
            no: clause(),
            text: "Đèn ấy <b>không sáng vào ban đêm.".into(),
            receipt: digest(n),
        };
        let recorded = rig.tell(Actor::Anyone, command);
        (recorded.first.unwrap(), ReceiptCode::from_bits(&[n; 10]).to_string())
    }
}
