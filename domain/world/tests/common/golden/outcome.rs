//! What comes after the votes of the second forum: findings, the conclusion, its directive followed up to the end; and a
//! third forum that is given up.

use super::second::{Life, WHY};
use crate::common::ground::{directive, evidence};
use crate::common::office::{
    ADMINISTRATOR, AGENCY, CHAIR, COMMANDER, COUNCIL, DELEGATE, FORCE, MODERATOR, SECRETARY, SITE, SUPERIOR, VERIFIER,
    VERIFIER_OF_OFFICE,
};
use crate::common::{announcement, date, digest, forum_no, plain, submit};
use base::fact::Actor;
use forum::ClauseNo;
use forum::announce::Announcement;
use forum::answer::AnswerDraft;
use forum::clause::EvidenceDraft;
use forum::conclusion::Conclude;
use forum::events::{AnswerForm, EvidenceSort, FileKind, FileRef, FindingSort, LawfulReason, Outcome};
use world::Command;

impl Life<'_> {
    /// From the day of the forum to its end.
    pub fn live_after(&self) {
        self.conclude();
        self.follow_up();
        self.contests();
        self.end();
        self.given_up();
    }

    fn conclude(&self) {
        self.at("2020-05-11T02:00:00Z");
        let forum = self.no();
        let answer = |form, due: Option<&str>, to| AnswerDraft {
            opinions: vec![1, 2],
            form,
            due: due.map(date),
            to,
            text: "Chúng tôi tiếp thu và sẽ trả lời.".into(),
        };
        let answers = [
            (COMMANDER, answer(AnswerForm::Now, None, None)),
            (DELEGATE, answer(AnswerForm::InWriting, Some("2020-06-01"), None)),
            (SECRETARY, answer(AnswerForm::Transferred, None, Some(AGENCY))),
        ];
        for (actor, draft) in answers {
            self.must(actor, Command::GiveAnswer { forum, draft });
        }
        let finding = |sort, text: &str| Command::RecordFinding {
            forum,
            sort,
            opinions: vec![1, 2],
            text: text.into(),
        };
        self.must(
            SECRETARY,
            finding(FindingSort::Achievement, "Ba năm không mất an toàn."),
        );
        self.must(SECRETARY, finding(FindingSort::Shortcoming, "Cổng số hai thiếu sáng."));
        let (finding, reason) = (1, "Chưa đủ căn cứ".to_owned());
        self.must(CHAIR, Command::WithdrawFinding { forum, finding, reason });
        let write = |over, text: &str| Command::WriteConclusion {
            forum,
            over,
            text: text.into(),
            signer: "Trần Chủ Trì".into(),
            post: "Phó Chủ tịch".into(),
        };
        let first = self.must(SECRETARY, write(None, "Ghi nhận các ý kiến hôm nay."));
        let over = self.must(CHAIR, write(Some(first), "Ghi nhận các ý kiến và giao việc."));
        let mut draft = directive(&[(FORCE, AGENCY), (AGENCY, COUNCIL)]);
        draft.findings = vec![2];
        let written = self.must(SECRETARY, Command::WriteDirective { forum, draft });
        let draft = directive(&[(AGENCY, COUNCIL)]);
        let dropped = self.must(SECRETARY, Command::WriteDirective { forum, draft });
        self.must(
            CHAIR,
            Command::DropDirective {
                forum,
                directive: 2,
                over: dropped,
            },
        );
        let what = Conclude {
            over,
            directives: vec![written],
            sign: Some("05/TB-VP".into()),
        };
        self.must(CHAIR, Command::Conclude { forum, what });
    }

    fn clause(&self, clause: u32) -> ClauseNo {
        ClauseNo {
            forum: self.no(),
            directive: 1,
            clause,
        }
    }

    fn follow_up(&self) {
        let (first, second) = (self.clause(1), self.clause(2));
        let text = "Đã khảo sát, đang mua đèn.".to_owned();
        self.must(COMMANDER, Command::AcceptClause { no: first });
        self.must(COMMANDER, Command::ReportProgress { no: first, text });
        self.must(DELEGATE, Command::AcceptClause { no: second });
        // Both are late: the superior is told.
        self.tick("2020-06-02T02:00:00Z");
        let (no, until) = (first, date("2020-06-20"));
        let reason = "Nhà thầu giao đèn chậm".to_owned();
        self.must(COMMANDER, Command::RequestExtension { no, until, reason });
        let (granted, reason) = (true, "Đồng ý vì đã đặt hàng".to_owned());
        self.must(CHAIR, Command::DecideExtension { no, granted, reason });
        let draft = EvidenceDraft {
            sort: EvidenceSort::Photo,
            words: None,
            file: Some(FileRef {
                kind: FileKind::Png,
                ..self.file()
            }),
            ..evidence()
        };
        self.must(COMMANDER, Command::AddEvidence { no, draft });
        let draft = evidence();
        self.must(COMMANDER, Command::AddEvidence { no, draft });
        let done = |no| Command::ReportClauseDone {
            no,
            text: "Đã lắp đủ bốn đèn ở cổng.".into(),
        };
        self.must(COMMANDER, done(first));
        let (due, reason) = (date("2020-06-25"), "Một đèn chưa sáng".to_owned());
        self.must(VERIFIER, Command::ReopenClause { no, due, reason });
        self.must(COMMANDER, done(first));
        let verdict = |no, outcome| Command::VerifyClause {
            no,
            outcome,
            reason: "Đã đến xem lúc nửa đêm.".into(),
        };
        self.must(VERIFIER, verdict(first, Outcome::Verified));
        let (no, draft) = (second, evidence());
        self.must(SITE, Command::AddEvidence { no, draft });
        self.must(VERIFIER_OF_OFFICE, verdict(second, Outcome::Overtaken));
    }

    fn contests(&self) {
        let forum = self.no();
        for number in [500, 501] {
            let (no, receipt) = (self.clause(1), digest(number));
            let text = format!("Tối qua cổng vẫn tối, biên nhận {number}.");
            self.must(Actor::Anyone, Command::ContestClause { no, text, receipt });
        }
        self.must(MODERATOR, Command::ClearContest { forum, contest: 1 });
        let (contest, reason) = (2, LawfulReason::Insult);
        self.must(MODERATOR, Command::RefuseContest { forum, contest, reason });
        let (contest, text) = (1, "Đã kiểm tra lại, đèn sáng từ 19 giờ.".to_owned());
        self.must(SUPERIOR, Command::AnswerContest { forum, contest, text });
    }

    fn end(&self) {
        self.at("2020-07-01T02:00:00Z");
        let forum = self.no();
        // What was promised in writing is given before everything has ended.
        let draft = AnswerDraft {
            opinions: vec![1, 2],
            form: AnswerForm::Now,
            due: None,
            to: None,
            text: "Trả lời bằng văn bản số 12/VP ngày 29/06/2020.".into(),
        };
        self.must(DELEGATE, Command::GiveAnswer { forum, draft });
        self.must(SECRETARY, Command::CloseForum { forum });
    }

    /// A third forum is given up; what nobody read of it is erased by the timetable.
    fn given_up(&self) {
        let (administrator, forum) = (ADMINISTRATOR, forum_no(3));
        let what = Announcement {
            force: None,
            closes: date("2020-08-31"),
            day: date("2020-09-15"),
            ..announcement(3)
        };
        self.must(SECRETARY, Command::AnnounceForum { what });
        self.must(SECRETARY, Command::OpenForum { forum });
        let words = plain("Không ai kịp đọc ý kiến này.");
        self.must(Actor::Anyone, submit(3, words, digest(600)));
        let reason = WHY.to_owned();
        self.must(CHAIR, Command::CancelForum { forum, reason });
        let unpublished_days = 30;
        self.must(administrator, Command::SetRetention { unpublished_days });
        self.tick("2020-08-15T02:00:00Z");
    }
}
