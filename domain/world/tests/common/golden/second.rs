//! The second forum of that life, from its announcement to the count of its votes.

use crate::common::ground::{document, section};
use crate::common::office::{AGENCY, APPEAL_BODY, CHAIR, CLERK, COMMANDER, COUNCIL, FORCE, MODERATOR, SECRETARY};
use crate::common::{Surroundings, date, digest, forum_no, minute, plain};
use base::fact::{Actor, BlobRef};
use base::number::ForumNo;
use forum::agenda::ItemDraft;
use forum::announce::Announcement;
use forum::dates::DetailsDraft;
use forum::document::DocumentDraft;
use forum::events::{About, Choice, FileKind, FileRef, LawfulReason, Nature};
use forum::opinion::Subject;
use forum::report::{FigureDraft, SectionDraft};
use forum::turn::Turn;
use world::Command;
use world::events::FlagOutcome;

/// Who lives it: gives commands that must be allowed, and moves the clock.
pub struct Life<'a> {
    pub around: &'a Surroundings,
    pub must: &'a dyn Fn(Actor, Command) -> u64,
    pub file: BlobRef,
}

const NO: u8 = 2;
pub const WHY: &str = "Hội trường phải sửa chữa trong tuần ấy";

impl Life<'_> {
    pub fn must(&self, actor: Actor, command: Command) -> u64 {
        (self.must)(actor, command)
    }

    pub fn at(&self, clock: &str) {
        self.around.set_clock(minute(clock));
    }

    pub fn tick(&self, clock: &str) {
        self.at(clock);
        let until = minute(clock);
        self.must(Actor::Clock, Command::Tick { until });
    }

    pub fn no(&self) -> ForumNo {
        forum_no(NO)
    }

    pub fn file(&self) -> FileRef {
        FileRef {
            blob: self.file,
            kind: FileKind::Pdf,
            bytes: 9,
        }
    }

    pub fn live(&self) {
        self.before();
        self.report();
        let opinions = self.opinions();
        self.read(&opinions);
        self.votes();
        self.live_after();
    }

    fn before(&self) {
        self.at("2020-04-01T02:00:00Z");
        let what = Announcement {
            forum: self.no(),
            title: "Diễn đàn công an lắng nghe lần hai".into(),
            purpose: None,
            chair: Some(COUNCIL),
            force: Some(FORCE),
            closes: date("2020-04-20"),
            day: date("2020-04-25"),
        };
        self.must(SECRETARY, Command::AnnounceForum { what });
        let details = DetailsDraft {
            time: Some("8 giờ".into()),
            place: Some("Hội trường lớn".into()),
            remarks: Some("Đại diện Công an thành phố".into()),
            guests: None,
        };
        let forum = self.no();
        self.must(
            SECRETARY,
            Command::GiveDetails {
                forum,
                over: None,
                details,
            },
        );
        let item = |title: &str, minutes| ItemDraft {
            item: None,
            minutes,
            organisation: Some(FORCE),
            title: title.into(),
        };
        let items = vec![item("Báo cáo của lực lượng", Some(30)), item("Góp ý", None)];
        let over = None;
        self.must(SECRETARY, Command::SetAgenda { forum, over, items });
        self.must(
            SECRETARY,
            Command::AddDocument {
                forum,
                draft: document(),
            },
        );
        let draft = DocumentDraft {
            sign: Some("12/CT-VP".into()),
            words: None,
            file: Some(self.file()),
            ..document()
        };
        self.must(SECRETARY, Command::AddDocument { forum, draft });
        let (document, reason) = (1, "Thay bằng bản có dấu".to_owned());
        self.must(
            SECRETARY,
            Command::RecallDocument {
                forum,
                document,
                reason,
            },
        );
    }

    fn report(&self) {
        let forum = self.no();
        let figure = |unit: Option<&str>| FigureDraft {
            figure: None,
            label: "Mục tiêu an toàn".into(),
            value: "8/8".into(),
            unit: unit.map(str::to_owned),
            from: Some(date("2019-01-01")),
            until: Some(date("2019-12-31")),
        };
        let draft = SectionDraft {
            figures: vec![figure(Some("mục tiêu")), figure(None)],
            ..section(None)
        };
        let first = self.must(COMMANDER, Command::WriteSection { forum, draft });
        let draft = section(None);
        let second = self.must(SECRETARY, Command::WriteSection { forum, draft });
        let (section_no, over) = (2, second);
        self.must(
            COMMANDER,
            Command::DropSection {
                forum,
                section: section_no,
                over,
            },
        );
        self.must(COMMANDER, Command::PublishReport { forum });
        let draft = SectionDraft {
            note: Some("Sửa số vọng gác".into()),
            ..section(Some(first))
        };
        self.must(COMMANDER, Command::WriteSection { forum, draft });
        self.must(SECRETARY, Command::OpenForum { forum });
        let (closes, reason) = (date("2020-04-22"), WHY.to_owned());
        self.must(CHAIR, Command::ExtendForum { forum, closes, reason });
        let (day, reason) = (date("2020-05-10"), WHY.to_owned());
        self.must(
            CHAIR,
            Command::PostponeForum {
                forum,
                closes,
                day,
                reason,
            },
        );
    }

    /// Eight written, one spoken; all but the turn have receipts from 300 on.
    fn opinions(&self) -> Vec<u64> {
        self.at("2020-04-10T03:10:00Z");
        let forum = self.no();
        let about = [
            None,
            Some(About::AgendaItem(2)),
            // The first section was written anew: its paragraph has a number of its own.
            Some(About::Paragraph(3)),
        ];
        let written = (300..308).map(|number: u64| {
            let subject = Subject {
                nature: Nature::ALL.get(number as usize % 6).copied(),
                about: about[number as usize % 3],
            };
            let words = plain(&format!("Đề nghị xem lại việc gác ở cổng {number}"));
            let receipt = digest(number);
            let command = Command::SubmitOpinion {
                forum,
                words,
                subject,
                receipt,
            };
            self.must(Actor::Anyone, command)
        });
        let mut opinions: Vec<u64> = written.collect();
        for receipt in [308, 309] {
            let turn = Turn {
                words: plain("Tổ dân phố mong có thêm một vọng gác đêm."),
                nature: Some(Nature::Recommendation),
                about: None,
                organisation: Some(AGENCY),
                receipt: digest(receipt),
            };
            opinions.push(self.must(CLERK, Command::RecordTurn { forum, turn }));
        }
        self.must(CLERK, Command::ConfirmTurnAloud { opinion: opinions[8] });
        self.must(Actor::Anyone, Command::ConfirmTurn { receipt: digest(309) });
        opinions
    }

    fn read(&self, opinions: &[u64]) {
        self.at("2020-04-10T04:20:00Z");
        let reason = LawfulReason::OffSubject;
        for opinion in opinions[..6].iter().chain(&opinions[8..]) {
            self.must(MODERATOR, Command::ClearOpinion { opinion: *opinion });
        }
        let (refused, private) = (opinions[6], opinions[7]);
        self.must(
            MODERATOR,
            Command::RefuseOpinion {
                opinion: refused,
                reason,
            },
        );
        self.must(MODERATOR, Command::MoveOpinionPrivate { opinion: private });
        let text = "Chúng tôi đã gặp người gác ấy và xin lỗi ông bà.".to_owned();
        self.must(COMMANDER, Command::AnswerPrivately { opinion: private, text });
        let words = Some("Tôi nói về chính việc gác.".to_owned());
        let receipt = digest(306);
        self.must(Actor::Anyone, Command::FileAppeal { receipt, words });
        self.tick("2020-04-10T05:00:00Z");
        let answer = |granted, text: &str, opinion| Command::DecideAppeal {
            opinion,
            granted,
            answer: text.into(),
        };
        self.must(APPEAL_BODY, answer(true, "Ý kiến đúng chủ đề.", refused));
        self.tick("2020-04-10T06:00:00Z");
        let opinion = opinions[5];
        let (entry, note) = (opinion, Some("Có số điện thoại".to_owned()));
        let reason = LawfulReason::PersonalData;
        self.must(Actor::Anyone, Command::FlagText { entry, reason, note });
        self.must(MODERATOR, Command::TakeDownOpinion { opinion, reason });
        let outcome = FlagOutcome::Acted;
        self.must(MODERATOR, Command::SettleFlag { flag: 1, outcome });
        let (receipt, words) = (digest(305), None);
        self.must(Actor::Anyone, Command::FileAppeal { receipt, words });
        self.must(APPEAL_BODY, answer(false, "Đúng là có số điện thoại.", opinion));
    }

    fn votes(&self) {
        self.at("2020-04-12T01:00:00Z");
        let forum = self.no();
        let slips = |first: u64, label: &str| Command::IssueSlips {
            forum,
            label: label.into(),
            pseudonyms: (first..first + 4).map(digest).collect(),
        };
        self.must(SECRETARY, slips(400, "Tổ dân phố 5"));
        self.must(SECRETARY, slips(410, "Bản in bị mất"));
        self.must(SECRETARY, Command::CancelSlips { forum, batch: 2 });
        let published = self.must(
            Actor::Anyone,
            Command::CastVote {
                forum,
                pseudonym: digest(400),
                opinion: 1,
                choice: Choice::Agree,
            },
        );
        assert!(published > 0);
        for (pseudonym, opinion, choice) in [
            (400, 2, Choice::Pass),
            (401, 1, Choice::Disagree),
            (420, 1, Choice::Agree),
            (420, 1, Choice::Disagree),
        ] {
            let pseudonym = digest(pseudonym);
            self.must(
                Actor::Anyone,
                Command::CastVote {
                    forum,
                    pseudonym,
                    opinion,
                    choice,
                },
            );
        }
        self.must(
            CHAIR,
            Command::CloseCollecting {
                forum,
                reason: "Hội nghị họp sớm hơn dự kiến.".into(),
            },
        );
    }
}
