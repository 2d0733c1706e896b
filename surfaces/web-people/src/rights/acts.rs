//! What each act is called. A kind of command without its name does not compile.

use web_kit::{Lang, words};
use world::CommandKind;

words! {
    /// The acts a command stands for.
    pub struct ActWords;

    open_ledger() { vi: "Viết dòng đầu của sổ", en: "Write the ledger's first line" }
    continue_log() { vi: "Khép sổ cũ, ghi tiếp dưới khóa và tên mới", en: "End the log and go on under another key and name" }
    name_office() { vi: "Đặt tên và liên hệ của văn phòng", en: "Name the office and its contact" }
    set_emblem() { vi: "Đặt hoặc bỏ phù hiệu", en: "Set or remove the emblem" }
    add_organisation() { vi: "Thêm cơ quan", en: "Add an organisation" }
    add_person() { vi: "Thêm người", en: "Add a person" }
    move_person() { vi: "Chuyển một người sang cơ quan khác", en: "Move a person to another organisation" }
    rename_person() { vi: "Sửa họ tên một người", en: "Correct a person's name" }
    grant_role() { vi: "Giao vai trò", en: "Give a role" }
    revoke_role() { vi: "Bỏ vai trò", en: "Take a role away" }
    issue_first_invitation() { vi: "Tạo đường dẫn cho người quản trị đầu tiên", en: "Make the link for the first administrator" }
    issue_invitation() { vi: "Tạo đường dẫn vào cho một người", en: "Make a link that lets a person in" }
    accept_invitation() { vi: "Vào bằng đường dẫn", en: "Sign in by a link" }
    announce_forum() { vi: "Thông báo mở diễn đàn", en: "Announce a forum" }
    open_forum() { vi: "Mở nhận ý kiến", en: "Open a forum for opinions" }
    submit_opinion() { vi: "Viết ý kiến", en: "Write an opinion" }
    withdraw_opinion() { vi: "Rút lại ý kiến chưa đăng", en: "Take back an opinion not yet published" }
    clear_opinion() { vi: "Đọc ý kiến và cho đăng", en: "Read an opinion and clear it for publication" }
    refuse_opinion() { vi: "Đọc ý kiến và không đăng, vì một lý do theo luật", en: "Read an opinion and leave it unpublished for a lawful reason" }
    give_details() { vi: "Ghi giờ, nơi họp và thành phần dự", en: "Say where and when a forum is held, and who comes" }
    postpone_forum() { vi: "Lùi ngày tổ chức diễn đàn, có lý do", en: "Postpone a forum, with a reason" }
    extend_forum() { vi: "Kéo dài thời gian nhận ý kiến, có lý do", en: "Take opinions for longer, with a reason" }
    cancel_forum() { vi: "Hủy diễn đàn, có lý do", en: "Cancel a forum, with a reason" }
    close_collecting() { vi: "Đóng nhận ý kiến và bày tỏ", en: "Close opinions and votes" }
    close_forum() { vi: "Khép lại diễn đàn khi mọi việc đã kết thúc", en: "End a forum whose clauses have all ended" }
    set_agenda() { vi: "Lập chương trình diễn đàn", en: "Set the agenda" }
    add_document() { vi: "Đăng tài liệu của diễn đàn", en: "Publish a document of a forum" }
    recall_document() { vi: "Thu hồi tài liệu, có lý do", en: "Recall a document, with a reason" }
    write_section() { vi: "Viết một phần báo cáo", en: "Write a section of the report" }
    drop_section() { vi: "Bỏ một phần báo cáo chưa đăng", en: "Drop a section of an unpublished report" }
    publish_report() { vi: "Đăng báo cáo", en: "Publish the report" }
    record_turn() { vi: "Ghi lượt phát biểu", en: "Record a spoken turn" }
    confirm_turn() { vi: "Xác nhận bản tóm tắt lời mình", en: "Confirm the summary of one's own turn" }
    confirm_turn_aloud() { vi: "Ghi nhận người phát biểu đã xác nhận bằng lời", en: "Record that a speaker confirmed aloud" }
    take_down_opinion() { vi: "Gỡ ý kiến đã đăng, vì một lý do theo luật", en: "Take a published opinion down for a lawful reason" }
    move_opinion_private() { vi: "Chuyển ý kiến nêu tên chiến sĩ sang đường trả lời riêng", en: "Move an opinion that names a guard to the private track" }
    answer_privately() { vi: "Trả lời riêng người viết", en: "Answer an author privately" }
    file_appeal() { vi: "Khiếu nại quyết định không đăng", en: "Appeal against leaving an opinion unpublished" }
    decide_appeal() { vi: "Giải quyết khiếu nại, không bao giờ là người đã đọc ý kiến", en: "Decide an appeal, never as the person who read the opinion" }
    issue_slips() { vi: "Làm phiếu mời bày tỏ", en: "Make invitation slips" }
    cancel_slips() { vi: "Hủy phiếu mời chưa dùng", en: "Cancel unused slips" }
    cast_vote() { vi: "Bày tỏ đồng ý, không đồng ý hoặc chưa rõ", en: "Agree, disagree or pass" }
    give_answer() { vi: "Tiếp thu, giải trình ý kiến", en: "Answer opinions" }
    record_finding() { vi: "Ghi nhận định chung", en: "Record a finding" }
    withdraw_finding() { vi: "Rút nhận định, có lý do", en: "Withdraw a finding, with a reason" }
    write_conclusion() { vi: "Soạn kết luận", en: "Draft the conclusion" }
    write_directive() { vi: "Soạn chỉ đạo", en: "Draft a directive" }
    drop_directive() { vi: "Bỏ chỉ đạo cuối trong bản soạn", en: "Drop the last directive of the draft" }
    conclude() { vi: "Kết luận diễn đàn", en: "Conclude a forum" }
    accept_clause() { vi: "Nhận việc", en: "Take a clause on" }
    report_progress() { vi: "Báo tiến độ", en: "Report progress" }
    add_evidence() { vi: "Nộp bằng chứng", en: "Hand in evidence" }
    request_extension() { vi: "Đề nghị lùi hạn", en: "Ask for more time" }
    decide_extension() { vi: "Trả lời đề nghị lùi hạn", en: "Decide on a request for more time" }
    report_clause_done() { vi: "Báo đã xong", en: "Report a clause done" }
    verify_clause() { vi: "Xác nhận đã xong, chưa làm được, hoặc không còn phù hợp", en: "Verify a clause, or say it was not done or overtaken" }
    reopen_clause() { vi: "Mở lại một việc", en: "Open a clause again" }
    contest_clause() { vi: "Phản đối điều nói về một việc", en: "Contest what is told of a clause" }
    clear_contest() { vi: "Đọc phản đối và cho đăng", en: "Read a contest and make it public" }
    refuse_contest() { vi: "Đọc phản đối và không đăng, vì một lý do theo luật", en: "Read a contest and leave it unpublished for a lawful reason" }
    answer_contest() { vi: "Trả lời phản đối, không bao giờ là đơn vị chủ trì hay thẩm tra", en: "Answer a contest, never as owner or verifier" }
    flag_text() { vi: "Báo một đoạn chữ đã đăng vi phạm", en: "Report a published text" }
    settle_flag() { vi: "Xem tin báo và trả lời", en: "Settle a report of a text" }
    set_retention() { vi: "Đặt thời gian giữ chữ không đăng", en: "Set how long unpublished words are kept" }
    save_draft() { vi: "Soạn và lưu bản nháp bài viết", en: "Draft an article" }
    submit_draft() { vi: "Gửi bản nháp để duyệt", en: "Send a draft for review" }
    return_draft() { vi: "Trả lại bản nháp, có lý do", en: "Return a draft, with a reason" }
    publish_revision() { vi: "Đăng bản do người khác lưu", en: "Publish a revision that someone else saved" }
    withdraw_article() { vi: "Gỡ bài đã đăng, có lý do", en: "Withdraw an article, with a reason" }
    publish_article() { vi: "Đăng bài viết", en: "Publish an article" }
    record_legacy_visits() { vi: "Ghi lại số của bộ đếm cũ", en: "Record the old counter's figures" }
    order_erasure() { vi: "Ra lệnh xóa theo luật", en: "Order an erasure by law" }
    confirm_erased() { vi: "Xác nhận đã xóa hẳn", en: "Confirm that it is gone" }
    tick() { vi: "Đăng theo loạt, đóng nhận khi đến hạn, báo cấp trên khi quá hạn, xóa theo thời gian đã công bố", en: "Publish in batches, close when the last day is over, tell the superior what is late, erase by the published timetable" }
}

/// The act a kind of command stands for.
pub(crate) const fn act(kind: CommandKind, lang: Lang) -> &'static str {
    let w = ActWords(lang);
    match kind {
        CommandKind::OpenLedger => w.open_ledger(),
        CommandKind::ContinueLog => w.continue_log(),
        CommandKind::NameOffice => w.name_office(),
        CommandKind::SetEmblem => w.set_emblem(),
        CommandKind::AddOrganisation => w.add_organisation(),
        CommandKind::AddPerson => w.add_person(),
        CommandKind::RenamePerson => w.rename_person(),
        CommandKind::MovePerson => w.move_person(),
        CommandKind::GrantRole => w.grant_role(),
        CommandKind::RevokeRole => w.revoke_role(),
        CommandKind::IssueFirstInvitation => w.issue_first_invitation(),
        CommandKind::IssueInvitation => w.issue_invitation(),
        CommandKind::AcceptInvitation => w.accept_invitation(),
        CommandKind::AnnounceForum => w.announce_forum(),
        CommandKind::OpenForum => w.open_forum(),
        CommandKind::SubmitOpinion => w.submit_opinion(),
        CommandKind::WithdrawOpinion => w.withdraw_opinion(),
        CommandKind::ClearOpinion => w.clear_opinion(),
        CommandKind::RefuseOpinion => w.refuse_opinion(),
        CommandKind::GiveDetails => w.give_details(),
        CommandKind::PostponeForum => w.postpone_forum(),
        CommandKind::ExtendForum => w.extend_forum(),
        CommandKind::CancelForum => w.cancel_forum(),
        CommandKind::CloseCollecting => w.close_collecting(),
        CommandKind::CloseForum => w.close_forum(),
        CommandKind::SetAgenda => w.set_agenda(),
        CommandKind::AddDocument => w.add_document(),
        CommandKind::RecallDocument => w.recall_document(),
        CommandKind::WriteSection => w.write_section(),
        CommandKind::DropSection => w.drop_section(),
        CommandKind::PublishReport => w.publish_report(),
        CommandKind::RecordTurn => w.record_turn(),
        CommandKind::ConfirmTurn => w.confirm_turn(),
        CommandKind::ConfirmTurnAloud => w.confirm_turn_aloud(),
        CommandKind::TakeDownOpinion => w.take_down_opinion(),
        CommandKind::MoveOpinionPrivate => w.move_opinion_private(),
        CommandKind::AnswerPrivately => w.answer_privately(),
        CommandKind::FileAppeal => w.file_appeal(),
        CommandKind::DecideAppeal => w.decide_appeal(),
        CommandKind::IssueSlips => w.issue_slips(),
        CommandKind::CancelSlips => w.cancel_slips(),
        CommandKind::CastVote => w.cast_vote(),
        CommandKind::GiveAnswer => w.give_answer(),
        CommandKind::RecordFinding => w.record_finding(),
        CommandKind::WithdrawFinding => w.withdraw_finding(),
        CommandKind::WriteConclusion => w.write_conclusion(),
        CommandKind::WriteDirective => w.write_directive(),
        CommandKind::DropDirective => w.drop_directive(),
        CommandKind::Conclude => w.conclude(),
        CommandKind::AcceptClause => w.accept_clause(),
        CommandKind::ReportProgress => w.report_progress(),
        CommandKind::AddEvidence => w.add_evidence(),
        CommandKind::RequestExtension => w.request_extension(),
        CommandKind::DecideExtension => w.decide_extension(),
        CommandKind::ReportClauseDone => w.report_clause_done(),
        CommandKind::VerifyClause => w.verify_clause(),
        CommandKind::ReopenClause => w.reopen_clause(),
        CommandKind::ContestClause => w.contest_clause(),
        CommandKind::ClearContest => w.clear_contest(),
        CommandKind::RefuseContest => w.refuse_contest(),
        CommandKind::AnswerContest => w.answer_contest(),
        CommandKind::FlagText => w.flag_text(),
        CommandKind::SettleFlag => w.settle_flag(),
        CommandKind::SetRetention => w.set_retention(),
        CommandKind::SaveDraft => w.save_draft(),
        CommandKind::SubmitDraft => w.submit_draft(),
        CommandKind::ReturnDraft => w.return_draft(),
        CommandKind::PublishRevision => w.publish_revision(),
        CommandKind::WithdrawArticle => w.withdraw_article(),
        CommandKind::PublishArticle => w.publish_article(),
        CommandKind::RecordLegacyVisits => w.record_legacy_visits(),
        CommandKind::OrderErasure => w.order_erasure(),
        CommandKind::ConfirmErased => w.confirm_erased(),
        CommandKind::Tick => w.tick(),
    }
}
