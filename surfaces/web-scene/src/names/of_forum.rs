//! What the closed lists of the forum are called.

use base::time::Date;
use forum::clause::{Clause, ClauseState};
use forum::dates::ChangeSort;
use forum::events::{AnswerForm, Channel, Choice, DocumentSort, EvidenceSort, FileKind, FindingSort, Nature, Outcome};
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, words};

words! {
    /// Terms of the forum.
    pub struct ForumNames;

    achievement() { vi: "Kết quả", en: "Achievement" }
    shortcoming() { vi: "Hạn chế", en: "Shortcoming" }
    recommendation() { vi: "Kiến nghị", en: "Recommendation" }
    question() { vi: "Câu hỏi", en: "Question" }
    remark() { vi: "Nhận xét", en: "Remark" }

    written() { vi: "Gửi bằng chữ", en: "Written" }
    spoken() { vi: "Phát biểu tại hội trường", en: "Spoken in the hall" }
    on_slip() { vi: "Phiếu góp ý", en: "Paper slip" }
    at_kiosk() { vi: "Ghi tại quầy", en: "Written at a kiosk" }

    agree() { vi: "Đồng ý", en: "Agree" }
    disagree() { vi: "Không đồng ý", en: "Disagree" }
    pass() { vi: "Chưa rõ", en: "Not sure" }

    plan() { vi: "Kế hoạch", en: "Plan" }
    programme() { vi: "Chương trình", en: "Programme" }
    invitation() { vi: "Giấy mời", en: "Invitation" }
    report() { vi: "Báo cáo", en: "Report" }
    minutes() { vi: "Biên bản", en: "Minutes" }
    notice() { vi: "Thông báo", en: "Notice" }
    other_document() { vi: "Tài liệu khác", en: "Other document" }

    answered_now() { vi: "Trả lời ngay", en: "Answered at once" }
    in_writing() { vi: "Trả lời bằng văn bản", en: "To be answered in writing" }
    transferred() { vi: "Chuyển cơ quan khác", en: "Transferred" }

    by_document() { vi: "Văn bản", en: "Document" }
    by_photo() { vi: "Ảnh", en: "Photo" }
    by_figures() { vi: "Số liệu", en: "Figures" }
    by_visit() { vi: "Biên bản kiểm tra", en: "Minutes of a visit" }

    assigned() { vi: "Chưa nhận", en: "Not taken on yet" }
    accepted() { vi: "Đang làm", en: "Under way" }
    reported_done() { vi: "Chờ xác nhận", en: "Waiting to be verified" }
    verified() { vi: "Đã xong", en: "Done" }
    not_done() { vi: "Không làm được", en: "Not done" }
    overtaken() { vi: "Không còn phù hợp", en: "Overtaken by events" }
    overdue() { vi: "Quá hạn", en: "Late" }
    late(days: u32) { vi: "Quá hạn {days} ngày", en_one: "One day late", en: "{days} days late" }

    outcome_verified() { vi: "Xác nhận đã xong", en: "Verified" }
    outcome_not_done() { vi: "Xác nhận không làm được", en: "Found not done" }
    outcome_overtaken() { vi: "Xác nhận không còn phù hợp", en: "Overtaken by events" }

    postponed() { vi: "Lùi ngày tổ chức", en: "Postponed" }
    extended() { vi: "Kéo dài nhận ý kiến", en: "Extended" }
    cancelled() { vi: "Hủy", en: "Cancelled" }
    closed_early() { vi: "Đóng nhận ý kiến sớm", en: "Closed early" }

    text() { vi: "Văn bản thô", en: "Plain text" }
    csv() { vi: "Bảng CSV", en: "CSV table" }
    picture(name: &str) { vi: "Ảnh {name}", en: "{name} picture" }
}

impl ForumNames {
    /// What an opinion is.
    pub const fn nature(self, nature: Nature) -> &'static str {
        match nature {
            Nature::Achievement => self.achievement(),
            Nature::Shortcoming => self.shortcoming(),
            Nature::Recommendation => self.recommendation(),
            Nature::Question => self.question(),
            Nature::Remark => self.remark(),
        }
    }

    /// How an opinion came.
    pub const fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Written => self.written(),
            Channel::SpokenTurn => self.spoken(),
            Channel::Slip => self.on_slip(),
            Channel::Kiosk => self.at_kiosk(),
        }
    }

    /// What a voice says.
    pub const fn choice(self, choice: Choice) -> &'static str {
        match choice {
            Choice::Agree => self.agree(),
            Choice::Disagree => self.disagree(),
            Choice::Pass => self.pass(),
        }
    }

    /// What a document is.
    pub const fn document(self, sort: DocumentSort) -> &'static str {
        match sort {
            DocumentSort::Plan => self.plan(),
            DocumentSort::Programme => self.programme(),
            DocumentSort::Invitation => self.invitation(),
            DocumentSort::Report => self.report(),
            DocumentSort::Minutes => self.minutes(),
            DocumentSort::Notice => self.notice(),
            DocumentSort::Other => self.other_document(),
        }
    }

    /// How an opinion is answered.
    pub const fn answer(self, form: AnswerForm) -> &'static str {
        match form {
            AnswerForm::Now => self.answered_now(),
            AnswerForm::InWriting => self.in_writing(),
            AnswerForm::Transferred => self.transferred(),
        }
    }

    /// What a finding says.
    pub const fn finding(self, sort: FindingSort) -> &'static str {
        match sort {
            FindingSort::Achievement => self.achievement(),
            FindingSort::Shortcoming => self.shortcoming(),
        }
    }

    /// What evidence is.
    pub const fn evidence(self, sort: EvidenceSort) -> &'static str {
        match sort {
            EvidenceSort::Document => self.by_document(),
            EvidenceSort::Photo => self.by_photo(),
            EvidenceSort::Figures => self.by_figures(),
            EvidenceSort::Visit => self.by_visit(),
        }
    }

    /// How a clause ends.
    pub const fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Verified => self.outcome_verified(),
            Outcome::NotDone => self.outcome_not_done(),
            Outcome::Overtaken => self.outcome_overtaken(),
        }
    }

    /// What was changed of a forum's days.
    pub const fn change(self, sort: ChangeSort) -> &'static str {
        match sort {
            ChangeSort::Postponed => self.postponed(),
            ChangeSort::Extended => self.extended(),
            ChangeSort::Cancelled => self.cancelled(),
            ChangeSort::ClosedEarly => self.closed_early(),
        }
    }

    /// What a file is.
    pub fn file(self, kind: FileKind) -> String {
        match kind {
            FileKind::Text => self.text().to_owned(),
            FileKind::Csv => self.csv().to_owned(),
            FileKind::Jpeg => self.picture("JPEG"),
            FileKind::Png => self.picture("PNG"),
            FileKind::Webp => self.picture("WebP"),
            FileKind::Pdf => "PDF".to_owned(),
            FileKind::Docx => "DOCX".to_owned(),
            FileKind::Xlsx => "XLSX".to_owned(),
            FileKind::Odt => "ODT".to_owned(),
            FileKind::Ods => "ODS".to_owned(),
        }
    }

    /// How far a clause is, by its state alone.
    pub const fn clause_state(self, at: ClauseState) -> &'static str {
        match at {
            ClauseState::Assigned => self.assigned(),
            ClauseState::Accepted => self.accepted(),
            ClauseState::ReportedDone => self.reported_done(),
            ClauseState::Verified => self.verified(),
            ClauseState::NotDone => self.not_done(),
            ClauseState::Overtaken => self.overtaken(),
        }
    }

    /// How far a clause is, as the label a page shows: late when it is late and nobody has said it is done.
    pub fn clause(self, clause: &Clause, today: Date) -> Html {
        let late = clause.days_late(today);
        match clause.state {
            ClauseState::Assigned | ClauseState::Accepted if late > 0 => {
                state(Note::Late, Icon::Alert, &self.late(late))
            }
            ClauseState::Assigned => state(Note::Plain, Icon::Clock, self.assigned()),
            ClauseState::Accepted => state(Note::Plain, Icon::Clock, self.accepted()),
            ClauseState::ReportedDone => state(Note::Warn, Icon::Eye, self.reported_done()),
            ClauseState::Verified => state(Note::Ok, Icon::Check, self.verified()),
            ClauseState::NotDone => state(Note::Late, Icon::X, self.not_done()),
            ClauseState::Overtaken => state(Note::Plain, Icon::Pass, self.overtaken()),
        }
    }
}
