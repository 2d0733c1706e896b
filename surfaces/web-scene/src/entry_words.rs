//! What an entry about a forum tells, in one sentence: the ledger page and the feeds say the same. A kind without a
//! sentence does not compile.

use crate::names::{Names, in_sentence};
use base::number::opinion_label;
use base::time::Date;
use forum::Event;
use forum::events::{LawfulReason, Outcome};
use web_kit::{Lang, words};

words! {
    /// A sentence for every kind of entry about forums.
    pub struct ForumEntryWords;

    private() { vi: "Dòng riêng", en: "Private entry" }
    announced(forum: &str, closes: Date, day: Date) {
        vi: "Công bố diễn đàn {forum}: nhận ý kiến hết ngày {closes}, họp ngày {day}.",
        en: "Forum {forum} was announced: opinions until the end of {closes}, held on {day}."
    }
    opened(forum: &str) { vi: "Mở diễn đàn {forum} để nhận ý kiến.", en: "Forum {forum} was opened for opinions." }
    submitted(forum: &str) { vi: "Nhận một ý kiến gửi diễn đàn {forum}.", en: "An opinion for forum {forum} was received." }
    cleared(line: u64) { vi: "Đọc xong ý kiến ở dòng {line}, cho đăng.", en: "The opinion of entry {line} was read and cleared for publication." }
    refused(line: u64, reason: &str) {
        vi: "Đọc xong ý kiến ở dòng {line}, không đăng: {reason}.",
        en: "The opinion of entry {line} was read and not published: {reason}."
    }
    withdrawn(line: u64) { vi: "Người viết rút ý kiến ở dòng {line} trước khi đăng.", en: "The author took the opinion of entry {line} back before publication." }
    published(n: usize, forum: &str, first: &str, last: &str) {
        vi: "Đăng {n} ý kiến của diễn đàn {forum}, từ {first} đến {last}, thứ tự bốc thăm.",
        en: "{n} opinions of forum {forum} were published, {first} to {last}, in an order drawn by lot."
    }
    published_one(label: &str, forum: &str) { vi: "Đăng ý kiến {label} của diễn đàn {forum}.", en: "Opinion {label} of forum {forum} was published." }
    closing_day_over(forum: &str) { vi: "Hết hạn nhận ý kiến của diễn đàn {forum}.", en: "Forum {forum} takes no more opinions: its last day is over." }

    appeal_granted(line: u64) { vi: "Giải quyết khiếu nại về ý kiến ở dòng {line}: người viết đúng, ý kiến được đăng.", en: "The appeal for the opinion of entry {line} was granted: it is published." }
    appeal_declined(line: u64) { vi: "Giải quyết khiếu nại về ý kiến ở dòng {line}: giữ nguyên quyết định.", en: "The appeal for the opinion of entry {line} was declined." }
    extension_granted(clause: &str, day: Date) { vi: "Đồng ý lùi hạn việc {clause} đến {day}.", en: "More time was granted for clause {clause}, until {day}." }
    extension_declined(clause: &str) { vi: "Không đồng ý lùi hạn việc {clause}.", en: "More time was declined for clause {clause}." }
    verified(clause: &str) { vi: "Xác nhận việc {clause} đã xong.", en: "Clause {clause} was verified." }
    not_done(clause: &str) { vi: "Xác nhận việc {clause} không làm được.", en: "Clause {clause} was found not done." }
    overtaken(clause: &str) { vi: "Xác nhận việc {clause} không còn phù hợp.", en: "Clause {clause} was overtaken by events." }
    closed_by_hand(forum: &str) { vi: "Đóng nhận ý kiến và bày tỏ của diễn đàn {forum}.", en: "Opinions and votes of forum {forum} were closed." }
    details_given(forum: &str) {
        vi: "Ghi giờ, nơi họp và thành phần dự diễn đàn {forum}.",
        en: "Where and when forum {forum} is held, and who comes, was recorded."
    }
    postponed(forum: &str, day: Date) {
        vi: "Lùi diễn đàn {forum} sang ngày {day}.",
        en: "Forum {forum} was postponed to {day}."
    }
    extended(forum: &str, day: Date) {
        vi: "Diễn đàn {forum} nhận ý kiến thêm, đến hết ngày {day}.",
        en: "Forum {forum} takes opinions for longer, until the end of {day}."
    }
    cancelled(forum: &str) {
        vi: "Hủy diễn đàn {forum}.",
        en: "Forum {forum} was cancelled."
    }
    closed(forum: &str) {
        vi: "Khép lại diễn đàn {forum}: mọi việc đã kết thúc.",
        en: "Forum {forum} is over: every clause has ended."
    }
    agenda_set(forum: &str, n: usize) {
        vi: "Lập chương trình diễn đàn {forum}, {n} mục.",
        en: "The agenda of forum {forum} was set, {n} items."
    }
    document_added(forum: &str, n: u32) {
        vi: "Đăng tài liệu số {n} của diễn đàn {forum}.",
        en: "Document {n} of forum {forum} was published."
    }
    document_recalled(forum: &str, n: u32) {
        vi: "Thu hồi tài liệu số {n} của diễn đàn {forum}.",
        en: "Document {n} of forum {forum} was recalled."
    }
    section_written(forum: &str, n: u32) {
        vi: "Viết phần {n} báo cáo của diễn đàn {forum}.",
        en: "Section {n} of the report to forum {forum} was written."
    }
    section_dropped(forum: &str, n: u32) {
        vi: "Bỏ phần {n} khỏi báo cáo chưa đăng của diễn đàn {forum}.",
        en: "Section {n} was dropped from the unpublished report to forum {forum}."
    }
    report_published(forum: &str) {
        vi: "Đăng báo cáo gửi diễn đàn {forum}.",
        en: "The report to forum {forum} was published."
    }
    turn_confirmed(line: u64) {
        vi: "Người phát biểu xác nhận bản tóm tắt ở dòng {line}.",
        en: "The speaker confirmed the summary of entry {line}."
    }
    opinion_taken_down(line: u64, reason: &str) {
        vi: "Gỡ ý kiến ở dòng {line} đã đăng: {reason}.",
        en: "The published opinion of entry {line} was taken down: {reason}."
    }
    appeal_filed(line: u64, day: Date) {
        vi: "Người viết khiếu nại về ý kiến ở dòng {line}; trả lời trước hết ngày {day}.",
        en: "The author appealed for the opinion of entry {line}; to be decided by the end of {day}."
    }
    opinion_moved_private(line: u64, day: Date) {
        vi: "Chuyển ý kiến ở dòng {line} sang đường trả lời riêng; trả lời trước hết ngày {day}.",
        en: "The opinion of entry {line} went to the private track; to be answered by the end of {day}."
    }
    private_answer_given(line: u64) {
        vi: "Trả lời riêng người viết ý kiến ở dòng {line}.",
        en: "The author of the opinion of entry {line} was answered privately."
    }
    votes_published(forum: &str, votes: u64) {
        vi: "Đếm xong lượt bày tỏ của diễn đàn {forum}: {votes} dòng.",
        en: "The votes of forum {forum} were counted: {votes} entries."
    }
    answer_given(forum: &str, n: u32) {
        vi: "Trả lời số {n} ở diễn đàn {forum}.",
        en: "Answer {n} was given in forum {forum}."
    }
    finding_recorded(forum: &str, n: u32) {
        vi: "Ghi nhận định số {n} của diễn đàn {forum}.",
        en: "Finding {n} of forum {forum} was recorded."
    }
    finding_withdrawn(forum: &str, n: u32) {
        vi: "Rút nhận định số {n} của diễn đàn {forum}.",
        en: "Finding {n} of forum {forum} was withdrawn."
    }
    conclusion_written(forum: &str) {
        vi: "Soạn kết luận của diễn đàn {forum}.",
        en: "The conclusion of forum {forum} was drafted."
    }
    directive_written(forum: &str, n: u32) {
        vi: "Soạn chỉ đạo CĐ-{n} của diễn đàn {forum}.",
        en: "Directive CĐ-{n} of forum {forum} was drafted."
    }
    directive_dropped(forum: &str, n: u32) {
        vi: "Bỏ chỉ đạo CĐ-{n} khỏi bản soạn của diễn đàn {forum}.",
        en: "Directive CĐ-{n} was dropped from the draft of forum {forum}."
    }
    concluded(forum: &str, n: usize) {
        vi: "Kết luận diễn đàn {forum}, giao {n} việc.",
        en: "Forum {forum} concluded and assigned {n} clauses."
    }
    clause_accepted(clause: &str) {
        vi: "Nhận việc {clause}.",
        en: "Clause {clause} was taken on."
    }
    progress_reported(clause: &str) {
        vi: "Báo tiến độ việc {clause}.",
        en: "Progress of clause {clause} was reported."
    }
    evidence_added(clause: &str) {
        vi: "Nộp bằng chứng cho việc {clause}.",
        en: "Evidence for clause {clause} was handed in."
    }
    extension_requested(clause: &str, day: Date) {
        vi: "Đề nghị lùi hạn việc {clause} đến {day}.",
        en: "More time was asked for clause {clause}, until {day}."
    }
    clause_reported_done(clause: &str) {
        vi: "Báo đã xong việc {clause}, chờ xác nhận.",
        en: "Clause {clause} was reported done and waits to be verified."
    }
    clause_reopened(clause: &str, day: Date) {
        vi: "Mở lại việc {clause}, hạn {day}.",
        en: "Clause {clause} was opened again, due {day}."
    }
    clause_contested(clause: &str) {
        vi: "Nhận một phản đối về việc {clause}.",
        en: "A contest about clause {clause} was received."
    }
    contest_cleared(n: u32) {
        vi: "Đọc xong phản đối số {n}, cho đăng.",
        en: "Contest {n} was read and made public."
    }
    contest_refused(n: u32, reason: &str) {
        vi: "Đọc xong phản đối số {n}, không đăng: {reason}.",
        en: "Contest {n} was read and not published: {reason}."
    }
    contest_answered(n: u32) {
        vi: "Trả lời phản đối số {n}.",
        en: "Contest {n} was answered."
    }
    directive_escalated(clause: &str) {
        vi: "Báo cấp trên: việc {clause} quá hạn.",
        en: "The superior was told: clause {clause} is late."
    }
}

/// The sentence of an event about a forum. It names no person and holds nobody's words.
pub fn forum_entry(event: &Event, lang: Lang) -> String {
    let w = ForumEntryWords(lang);
    let forum = event.forum().label();
    let reason = |reason: LawfulReason| in_sentence(Names(lang).reason(reason));
    let clause = |directive: u32, clause: u32| format!("{directive}.{clause} ({forum})");
    match event {
        Event::Announced(e) => w.announced(&forum, e.closes, e.day),
        Event::Opened(_) => w.opened(&forum),
        Event::OpinionSubmitted(_) => w.submitted(&forum),
        Event::OpinionCleared(e) => w.cleared(e.opinion),
        Event::OpinionRefused(e) => w.refused(e.opinion, &reason(e.reason)),
        Event::OpinionWithdrawn(e) => w.withdrawn(e.opinion),
        Event::OpinionsPublished(e) => {
            let numbers = || e.opinions.iter().map(|one| one.number);
            let (first, last) = (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default());
            match e.opinions.len() {
                1 => w.published_one(&opinion_label(first), &forum),
                n => w.published(n, &forum, &opinion_label(first), &opinion_label(last)),
            }
        }
        Event::CollectingClosed(e) if e.mandate.is_some() => w.closed_by_hand(&forum),
        Event::CollectingClosed(_) => w.closing_day_over(&forum),
        // Private kinds: the page shows their digest and never asks for a sentence.
        Event::SlipsIssued(_) | Event::SlipsCancelled(_) | Event::VoteCast(_) => w.private().to_owned(),
        Event::AppealDecided(e) if e.granted => w.appeal_granted(e.opinion),
        Event::AppealDecided(e) => w.appeal_declined(e.opinion),
        Event::ExtensionDecided(e) if e.granted => w.extension_granted(&clause(e.directive, e.clause), e.due),
        Event::ExtensionDecided(e) => w.extension_declined(&clause(e.directive, e.clause)),
        Event::ClauseVerified(e) => {
            let clause = clause(e.directive, e.clause);
            match e.outcome {
                Outcome::Verified => w.verified(&clause),
                Outcome::NotDone => w.not_done(&clause),
                Outcome::Overtaken => w.overtaken(&clause),
            }
        }
        Event::DetailsGiven(_) => w.details_given(&forum),
        Event::Postponed(e) => w.postponed(&forum, e.day),
        Event::Extended(e) => w.extended(&forum, e.closes),
        Event::Cancelled(_) => w.cancelled(&forum),
        Event::Closed(_) => w.closed(&forum),
        Event::AgendaSet(e) => w.agenda_set(&forum, e.items.len()),
        Event::DocumentAdded(e) => w.document_added(&forum, e.document),
        Event::DocumentRecalled(e) => w.document_recalled(&forum, e.document),
        Event::SectionWritten(e) => w.section_written(&forum, e.section),
        Event::SectionDropped(e) => w.section_dropped(&forum, e.section),
        Event::ReportPublished(_) => w.report_published(&forum),
        Event::TurnConfirmed(e) => w.turn_confirmed(e.opinion),
        Event::OpinionTakenDown(e) => w.opinion_taken_down(e.opinion, &reason(e.reason)),
        Event::AppealFiled(e) => w.appeal_filed(e.opinion, e.decide_by),
        Event::OpinionMovedPrivate(e) => w.opinion_moved_private(e.opinion, e.answer_by),
        Event::PrivateAnswerGiven(e) => w.private_answer_given(e.opinion),
        Event::VotesPublished(e) => w.votes_published(&forum, e.votes),
        Event::AnswerGiven(e) => w.answer_given(&forum, e.answer),
        Event::FindingRecorded(e) => w.finding_recorded(&forum, e.finding),
        Event::FindingWithdrawn(e) => w.finding_withdrawn(&forum, e.finding),
        Event::ConclusionWritten(_) => w.conclusion_written(&forum),
        Event::DirectiveWritten(e) => w.directive_written(&forum, e.directive),
        Event::DirectiveDropped(e) => w.directive_dropped(&forum, e.directive),
        Event::Concluded(e) => w.concluded(&forum, e.dues.len()),
        Event::ClauseAccepted(e) => w.clause_accepted(&clause(e.directive, e.clause)),
        Event::ProgressReported(e) => w.progress_reported(&clause(e.directive, e.clause)),
        Event::EvidenceAdded(e) => w.evidence_added(&clause(e.directive, e.clause)),
        Event::ExtensionRequested(e) => w.extension_requested(&clause(e.directive, e.clause), e.until),
        Event::ClauseReportedDone(e) => w.clause_reported_done(&clause(e.directive, e.clause)),
        Event::ClauseReopened(e) => w.clause_reopened(&clause(e.directive, e.clause), e.due),
        Event::ClauseContested(e) => w.clause_contested(&clause(e.directive, e.clause)),
        Event::ContestCleared(e) => w.contest_cleared(e.contest),
        Event::ContestRefused(e) => w.contest_refused(e.contest, &reason(e.reason)),
        Event::ContestAnswered(e) => w.contest_answered(e.contest),
        Event::DirectiveEscalated(e) => w.directive_escalated(&clause(e.directive, e.clause)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forum::events::{ClauseVerified, CollectingClosed, OpinionCleared};

    #[test]
    fn what_happened_is_told_in_both_languages() {
        let Ok(forum) = "2019-01".parse() else {
            panic!("2019-01 is a forum's number");
        };
        let said = |event: Event| (forum_entry(&event, Lang::Vi), forum_entry(&event, Lang::En));
        let of = |(vi, en): (&str, &str)| (vi.to_owned(), en.to_owned());
        assert_eq!(
            said(Event::OpinionCleared(OpinionCleared {
                forum,
                opinion: 12,
                mandate: 1
            })),
            of((
                "Đọc xong ý kiến ở dòng 12, cho đăng.",
                "The opinion of entry 12 was read and cleared for publication."
            ))
        );
        for (mandate, vi) in [
            (None, "Hết hạn nhận ý kiến của diễn đàn DD-2019-01."),
            (Some(1), "Đóng nhận ý kiến và bày tỏ của diễn đàn DD-2019-01."),
        ] {
            assert_eq!(
                said(Event::CollectingClosed(CollectingClosed {
                    forum,
                    mandate,
                    reason: None
                }))
                .0,
                vi
            );
        }
        let verified = |outcome| {
            said(Event::ClauseVerified(ClauseVerified {
                forum,
                directive: 1,
                clause: 2,
                outcome,
                reason: base::fact::Commitment::of(&[0; 32], b""),
                mandate: 1,
            }))
            .0
        };
        assert_eq!(verified(Outcome::Verified), "Xác nhận việc 1.2 (DD-2019-01) đã xong.");
        assert_ne!(verified(Outcome::NotDone), verified(Outcome::Overtaken));
    }
}
