//! The acts of the tests, in a sentence each.

use super::super::{date, no, receipt, words};
use super::{CHAIR, Hall, MODERATOR, SECRETARY, Who, clause_no, directive_draft};
use base::fact::{BlobId, BlobRef, Commitment, Digest32};
use forum::clause::{self, EvidenceDraft};
use forum::conclusion::{self, ClauseDraft, Conclude};
use forum::events::{Choice, EvidenceSort, FileKind, FileRef, Outcome};
use forum::opinion::{self, Subject};
use forum::{Refusal, contest, dates, vote};

impl Hall {
    // Opinions.

    pub fn submit_about(&mut self, code: u16, subject: Subject) -> Result<u64, Refusal> {
        let words = words(&format!("Đề nghị chiếu sáng cổng số {code}"));
        self.free(|forums, entropy, now| {
            let read_by = now.office_date().add_days(1);
            opinion::submit(forums, entropy, now, no(1), (&words, subject), receipt(code), read_by)
        })
    }

    pub fn submit(&mut self, code: u16) -> Result<u64, Refusal> {
        self.submit_about(code, Subject::default())
    }

    pub fn clear(&mut self, opinion: u64) -> Result<u64, Refusal> {
        self.free(|forums, _, _| opinion::clear(forums, MODERATOR.mandate, opinion))
    }

    /// Publishes so many; an hour goes by. Their entries, by number.
    pub fn publish(&mut self, count: u16) -> Vec<u64> {
        let first = self.forums.opinions.len() as u16;
        for code in first..first + count {
            let opinion = self.submit(code).unwrap();
            self.clear(opinion).unwrap();
        }
        self.now = self.now.add_hours(1);
        self.tick();
        self.forum().published.values().copied().collect()
    }

    // Votes.

    pub fn pseudonym(voice: u32) -> Digest32 {
        let mut bytes = [9; 32];
        bytes[..4].copy_from_slice(&voice.to_be_bytes());
        Digest32(bytes)
    }

    /// Whether something was recorded.
    pub fn vote(&mut self, voice: u32, opinion: u32, choice: Choice) -> Result<bool, Refusal> {
        let cast = vote::cast(&self.forums, self.now, no(1), Hall::pseudonym(voice), opinion, choice)?;
        Ok(cast.map(|cast| self.take(cast)).is_some())
    }

    pub fn slips(&mut self, voices: std::ops::Range<u32>) -> Result<u64, Refusal> {
        let pseudonyms: Vec<_> = voices.map(Hall::pseudonym).collect();
        self.act(SECRETARY, |forums, entropy, now, by| {
            forum::voice::issue(forums, entropy, now, by, no(1), "Tổ dân phố 5", &pseudonyms)
        })
    }

    pub fn close_collecting(&mut self) -> Result<(), Refusal> {
        let why = "Hội nghị họp sớm hơn dự kiến.";
        let close =
            |by: &forum::By<'_>| dates::close_collecting(&self.forums, &mut self.entropy, self.now, by, no(1), why);
        let all = SECRETARY.by(close)?;
        for one in all {
            self.take(one);
        }
        Ok(())
    }

    // Conclusion.

    pub fn write_conclusion(&mut self, over: Option<u64>) -> Result<u64, Refusal> {
        let texts = [
            "Giao các đơn vị thực hiện nghiêm túc.",
            "Nguyễn Văn A",
            "Chánh Văn phòng",
        ];
        self.act(SECRETARY, |forums, entropy, _, by| {
            conclusion::write(forums, entropy, by, no(1), over, texts)
        })
    }

    pub fn write_directive(
        &mut self,
        directive: Option<u32>,
        over: Option<u64>,
        clauses: Vec<ClauseDraft>,
    ) -> Result<u64, Refusal> {
        let draft = directive_draft(directive, over, clauses);
        self.act(SECRETARY, |forums, entropy, _, by| {
            conclusion::write_directive(forums, entropy, by, no(1), &draft)
        })
    }

    /// What the chair reads now.
    pub fn read(&self) -> Conclude {
        Conclude {
            over: self.forum().conclusion.as_ref().map_or(0, |known| known.seq),
            directives: self.forum().directives.values().map(|one| one.seq).collect(),
            sign: Some("05/TB-VP".into()),
        }
    }

    pub fn conclude(&mut self) -> Result<u64, Refusal> {
        let what = self.read();
        self.conclude_as_read(&what)
    }

    pub fn conclude_as_read(&mut self, what: &Conclude) -> Result<u64, Refusal> {
        self.act(CHAIR, |forums, entropy, now, by| {
            conclusion::conclude(forums, entropy, now, law::calendar(), by, no(1), what)
        })
    }

    // The first clause.

    pub fn accept(&mut self, who: Who) -> Result<u64, Refusal> {
        self.act(who, |forums, _, _, by| clause::accept(forums, by, clause_no(1)))
    }

    pub fn progress(&mut self, who: Who) -> Result<u64, Refusal> {
        self.act(who, |forums, entropy, _, by| {
            clause::report_progress(forums, entropy, by, clause_no(1), "Đã lắp xong ba camera.")
        })
    }

    pub fn evidence(&mut self, who: Who, sort: EvidenceSort) -> Result<u64, Refusal> {
        let draft = EvidenceDraft {
            sort,
            title: "Biên bản nghiệm thu".into(),
            words: Some("Đã nghiệm thu.".into()),
            file: (sort == EvidenceSort::Photo).then(picture),
        };
        self.act(who, |forums, entropy, _, by| {
            clause::add_evidence(forums, entropy, by, clause_no(1), &draft)
        })
    }

    pub fn request(&mut self, who: Who, until: &str) -> Result<u64, Refusal> {
        let until = date(until);
        self.act(who, |forums, entropy, now, by| {
            clause::request_extension(forums, entropy, now, by, clause_no(1), until, "Chờ thiết bị về.")
        })
    }

    pub fn decide_extension(&mut self, who: Who, granted: bool) -> Result<u64, Refusal> {
        self.act(who, |forums, entropy, _, by| {
            clause::decide_extension(forums, entropy, by, clause_no(1), granted, "Lý do chính đáng.")
        })
    }

    pub fn report_done(&mut self, who: Who) -> Result<u64, Refusal> {
        self.act(who, |forums, entropy, _, by| {
            clause::report_done(forums, entropy, by, clause_no(1), "Đã hoàn thành toàn bộ.")
        })
    }

    pub fn verify(&mut self, who: Who, outcome: Outcome) -> Result<u64, Refusal> {
        self.act(who, |forums, entropy, now, by| {
            clause::verify(forums, entropy, now, by, clause_no(1), outcome, "Đã kiểm tra tại chỗ.")
        })
    }

    pub fn reopen(&mut self, who: Who, due: &str) -> Result<u64, Refusal> {
        let due = date(due);
        self.act(who, |forums, entropy, now, by| {
            clause::reopen(forums, entropy, now, by, clause_no(1), due, "Camera số 2 không chạy.")
        })
    }

    pub fn contest(&mut self, code: u16) -> Result<u64, Refusal> {
        self.free(|forums, entropy, _| {
            let text = "Cổng số 2 vẫn không có đèn.";
            contest::submit(forums, entropy, clause_no(1), text, receipt(code))
        })
    }

    pub fn clear_contest(&mut self, who: Who, contest: u32) -> Result<u64, Refusal> {
        self.act(who, |forums, _, _, by| contest::clear(forums, by, no(1), contest))
    }

    pub fn answer_contest(&mut self, who: Who, contest: u32) -> Result<u64, Refusal> {
        self.act(who, |forums, entropy, _, by| {
            contest::answer(forums, entropy, by, no(1), contest, "Văn phòng đã đến xem lại.")
        })
    }

    pub fn close(&mut self) -> Result<u64, Refusal> {
        self.act(SECRETARY, |forums, _, _, by| dates::close(forums, by, no(1)))
    }

    pub fn cancel(&mut self) -> Result<u64, Refusal> {
        self.act(CHAIR, |forums, entropy, _, by| {
            dates::cancel(forums, entropy, by, no(1), "Mưa bão.")
        })
    }
}

/// A picture somebody put in the store.
pub fn picture() -> FileRef {
    FileRef {
        blob: BlobRef {
            id: BlobId([7; 16]),
            commitment: Commitment([8; 32]),
        },
        kind: FileKind::Png,
        bytes: 9,
    }
}
