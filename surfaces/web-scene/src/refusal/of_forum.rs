//! Why the rules about forums say no, and the way out.

use forum::Refusal as No;
use web_kit::{Lang, words};

words! {
    /// Refusals about forums.
    pub(super) struct ForumRefusalWords;

    forum_exists(no: &str) { vi: "Số {no} vừa được dùng cho một diễn đàn khác. Bấm gửi lại để lấy số tiếp theo.", en: "Number {no} was just taken by another forum. Send again to take the next one." }
    no_such_forum() {
        vi: "Không có diễn đàn này: chọn lại trong danh sách.",
        en: "There is no such forum: choose again from the list."
    }
    closes_in_the_past() {
        vi: "Ngày cuối nhận ý kiến đã qua. Chọn một ngày từ hôm nay trở đi.",
        en: "The last day for opinions is over. Choose today or a later day."
    }
    day_before_closing() {
        vi: "Ngày tổ chức phải từ ngày cuối nhận ý kiến trở đi.",
        en: "The day of the forum must not be before the last day for opinions."
    }
    too_far_ahead() {
        vi: "Ngày tổ chức cách nay không quá hai năm. Kiểm tra lại năm.",
        en: "The day of the forum is at most two years away. Check the year."
    }
    not_announced() {
        vi: "Diễn đàn này đã mở hoặc đã hết hạn, nên không mở lại được.",
        en: "This forum is open or closed already, so it cannot be opened again."
    }
    not_open_yet() {
        vi: "Diễn đàn này chưa nhận ý kiến.",
        en: "This forum does not take opinions yet."
    }
    closed() {
        vi: "Diễn đàn này đã hết hạn nhận ý kiến.",
        en: "This forum takes no more opinions."
    }
    forum_cancelled() {
        vi: "Diễn đàn này đã hủy. Những gì đã ghi vẫn giữ nguyên.",
        en: "This forum was cancelled. What was recorded stays."
    }
    forum_concluded() {
        vi: "Diễn đàn này đã có kết luận, nên những gì dẫn tới kết luận giữ nguyên.",
        en: "This forum has concluded, so what led to its conclusion stays as it is."
    }
    forum_over() {
        vi: "Diễn đàn này đã khép lại.",
        en: "This forum is over."
    }
    not_concluded() {
        vi: "Diễn đàn này chưa có kết luận.",
        en: "This forum has not concluded."
    }
    still_collecting() {
        vi: "Diễn đàn còn nhận ý kiến và bày tỏ. Đóng nhận trước, rồi kết luận.",
        en: "Opinions and votes are still taken. Close them first, then conclude."
    }
    not_later() {
        vi: "Ngày mới phải sau ngày đang có.",
        en: "The new day must be later than the present one."
    }
    changed_meanwhile() {
        vi: "Có người vừa sửa chỗ này. Tải lại trang để xem bản mới; chữ vừa gõ vẫn còn ở đây.",
        en: "Someone else has just changed this. Open the page again to see the new version; what you typed is still here."
    }
    nothing_in_it() {
        vi: "Chưa có gì để ghi. Điền ít nhất một mục.",
        en: "There is nothing to record yet. Fill in at least one item."
    }
    too_many() {
        vi: "Đã đủ số tối đa, không thêm được nữa.",
        en: "There are as many as there may be; no more can be added."
    }
    no_such_item() {
        vi: "Chương trình không có mục này. Tải lại trang để xem các mục hiện có.",
        en: "The agenda has no such item. Open the page again to see its items."
    }
    no_such_document() {
        vi: "Không có tài liệu này.",
        en: "There is no such document."
    }
    already_recalled() {
        vi: "Tài liệu này đã thu hồi rồi.",
        en: "This document was recalled already."
    }
    not_the_force() {
        vi: "Việc này dành cho lực lượng báo cáo ở diễn đàn, hoặc thư ký làm thay.",
        en: "This is for the force that reports to the forum, or for the secretary in its stead."
    }
    no_such_section() {
        vi: "Báo cáo không có phần này. Tải lại trang để xem các phần hiện có.",
        en: "The report has no such section. Open the page again to see its sections."
    }
    no_such_paragraph() {
        vi: "Báo cáo không có đoạn hoặc số liệu này. Tải lại trang để chọn lại.",
        en: "The report has no such paragraph or figure. Open the page again and choose."
    }
    report_published() {
        vi: "Báo cáo đã đăng. Muốn sửa thì viết lại từng phần, kèm lý do.",
        en: "The report is published. To change it, write a section anew and say why."
    }
    note_missing() {
        vi: "Báo cáo đã đăng: ghi lý do sửa để mọi người cùng biết.",
        en: "The report is published: say why it changes, so that everyone knows."
    }
    ends_before_it_begins() {
        vi: "Ngày cuối phải từ ngày đầu trở đi.",
        en: "The last day must not be before the first."
    }
    no_such_opinion() {
        vi: "Không có ý kiến này.",
        en: "There is no such opinion."
    }
    already_read() {
        vi: "Ý kiến này đã có người đọc và quyết định rồi. Việc vừa bấm không được ghi.",
        en: "Someone has read this opinion and decided already. What you chose was not recorded."
    }
    already_published() {
        vi: "Ý kiến này đã đăng, nên giữ nguyên.",
        en: "This opinion is published, so it stays."
    }
    not_published() {
        vi: "Ý kiến này không còn được đăng.",
        en: "This opinion is not published."
    }
    withdrawn() {
        vi: "Người viết đã rút ý kiến này. Việc vừa bấm không được ghi.",
        en: "Its author took this opinion back. What you chose was not recorded."
    }
    receipt_taken() {
        vi: "Phiếu này đã gửi từ nhiều ngày trước và đã có biên nhận. Mở lại trang viết để gửi ý kiến khác.",
        en: "This form was sent days ago and has its receipt. Open the page again to send another."
    }
    not_a_turn() {
        vi: "Đây không phải lượt phát biểu.",
        en: "This was not a spoken turn."
    }
    not_confirmed() {
        vi: "Người phát biểu chưa xác nhận bản tóm tắt. Chờ xác nhận, rồi mới cho đăng.",
        en: "The speaker has not confirmed the summary. Wait for that, then clear it."
    }
    already_confirmed() {
        vi: "Bản tóm tắt này đã được xác nhận, hoặc đã đọc xong.",
        en: "This summary was confirmed, or has been read already."
    }
    nothing_to_appeal() {
        vi: "Ý kiến này không bị giữ lại, nên không có gì để khiếu nại.",
        en: "This opinion was not left unpublished, so there is nothing to appeal against."
    }
    already_appealed() {
        vi: "Ý kiến này đã được khiếu nại một lần. Xem trả lời trên biên nhận.",
        en: "There was an appeal for this opinion already. The receipt shows the answer."
    }
    already_decided() {
        vi: "Việc này đã có quyết định của nơi giải quyết khiếu nại.",
        en: "The appeal body has decided this."
    }
    own_work() {
        vi: "Không ai tự quyết việc của chính mình hoặc cơ quan mình. Giao cho người khác.",
        en: "Nobody decides on their own work or that of their own organisation. Leave it to someone else."
    }
    not_private() {
        vi: "Ý kiến này không ở đường trả lời riêng.",
        en: "This opinion is not on the private track."
    }
    already_answered() {
        vi: "Đã có trả lời rồi.",
        en: "It was answered already."
    }
    votes_closed() {
        vi: "Diễn đàn này đã đóng bày tỏ.",
        en: "This forum takes no more votes."
    }
    slip_cancelled() {
        vi: "Phiếu này đã hủy. Hỏi thư ký diễn đàn để nhận phiếu khác.",
        en: "This slip was cancelled. Ask the forum's secretary for another."
    }
    slip_taken() {
        vi: "Một phiếu trùng với phiếu đã có. Bấm làm lại.",
        en: "One slip equals one that exists. Make them again."
    }
    no_such_batch() {
        vi: "Không có đợt phiếu này.",
        en: "There is no such batch of slips."
    }
    already_cancelled() {
        vi: "Đợt phiếu này đã hủy rồi.",
        en: "These slips were cancelled already."
    }
    due_missing() {
        vi: "Ghi ngày sẽ trả lời bằng văn bản, ví dụ 26/06/2020.",
        en: "Give the day by which the written answer comes, such as 26/06/2020."
    }
    due_not_sensible() {
        vi: "Thời hạn này không làm được. Chọn từ hôm nay, và không quá một năm hoặc 500 ngày làm việc.",
        en: "This term cannot be kept. Choose today or later, and at most a year or 500 working days."
    }
    receiver_missing() {
        vi: "Chọn cơ quan khác để chuyển tới.",
        en: "Choose another organisation to transfer it to."
    }
    no_such_finding() {
        vi: "Không có nhận định này, hoặc đã rút.",
        en: "There is no such finding, or it was withdrawn."
    }
    already_withdrawn() {
        vi: "Nhận định này đã rút rồi.",
        en: "This finding was withdrawn already."
    }
    finding_in_use() {
        vi: "Có chỉ đạo dựa vào nhận định này. Bỏ nó khỏi chỉ đạo trước.",
        en: "A directive rests on this finding. Take it out of the directive first."
    }
    no_such_directive() {
        vi: "Không có chỉ đạo này.",
        en: "There is no such directive."
    }
    not_the_last() {
        vi: "Chỉ bỏ được chỉ đạo cuối, để các số khác không đổi.",
        en: "Only the last directive can be taken out, so that the others keep their numbers."
    }
    owner_verifies() {
        vi: "Đơn vị chủ trì không tự thẩm tra việc của mình. Chọn đơn vị khác thẩm tra.",
        en: "The owner of a clause does not verify it. Choose another verifier."
    }
    evidence_sort_missing() {
        vi: "Chọn ít nhất một loại bằng chứng mà việc này cần.",
        en: "Choose at least one sort of evidence that this clause needs."
    }
    no_such_clause() {
        vi: "Không có việc này, hoặc chỉ đạo chưa có hiệu lực.",
        en: "There is no such clause, or its directive is not in force."
    }
    not_the_owner() {
        vi: "Việc này dành cho đơn vị chủ trì.",
        en: "This is for the organisation that carries it out."
    }
    not_the_verifier() {
        vi: "Việc này dành cho đơn vị thẩm tra.",
        en: "This is for the organisation that verifies it."
    }
    already_accepted() {
        vi: "Việc này đã có người nhận.",
        en: "This clause was taken on already."
    }
    clause_ended() {
        vi: "Việc này đã kết thúc. Chỉ đơn vị thẩm tra mở lại được.",
        en: "This clause has ended. Only its verifier opens it again."
    }
    already_reported_done() {
        vi: "Việc này đã báo xong và đang chờ xác nhận.",
        en: "This clause was reported done and waits to be verified."
    }
    picture_missing() {
        vi: "Bằng chứng là ảnh thì phải kèm một tệp ảnh. Chọn tệp ảnh, hoặc chọn loại bằng chứng khác.",
        en: "Evidence that is a photo needs a picture. Choose a picture, or another kind of evidence."
    }
    not_due_yet() {
        vi: "Việc này chưa đến hạn và đơn vị chủ trì chưa báo xong. Chờ hết hạn, hoặc chờ đơn vị báo xong, rồi kết luận không làm được.",
        en: "This clause is not due yet and was not reported done. Wait until its day is over, or until the owner reports it done, and then find it not done."
    }
    not_reported_done() {
        vi: "Đơn vị chủ trì chưa báo xong việc này.",
        en: "The owner has not reported this clause done."
    }
    evidence_missing() {
        vi: "Chưa đủ bằng chứng mà việc này cần. Nộp đủ, rồi bấm lại.",
        en: "Evidence this clause needs is missing. Hand it in, then try again."
    }
    already_asked() {
        vi: "Đã có một đề nghị lùi hạn đang chờ trả lời.",
        en: "A request for more time is waiting for its answer."
    }
    nothing_asked() {
        vi: "Không có đề nghị lùi hạn nào đang chờ.",
        en: "No request for more time is waiting."
    }
    clauses_open() {
        vi: "Còn việc chưa kết thúc, nên diễn đàn chưa khép lại được.",
        en: "Some clauses have not ended, so the forum cannot be closed yet."
    }
    people_wait() {
        vi: "Còn người đang chờ: ý kiến chưa đọc, phản đối hoặc khiếu nại chưa giải quyết, hoặc trả lời đã hẹn chưa có. Xong các việc ấy thì khép lại được.",
        en: "People still wait: an opinion is unread, a contest or an appeal is undecided, or a promised answer is missing. The forum can be ended once that is done."
    }
    force_chairs() {
        vi: "Lực lượng báo cáo không chủ trì diễn đàn về chính mình: chọn cơ quan khác chủ trì.",
        en: "The force that reports does not chair the forum about itself: choose another organisation as chair."
    }
    no_such_contest() {
        vi: "Không có phản đối này, hoặc chưa được đăng.",
        en: "There is no such contest, or it is not public."
    }
}

/// The sentence of a refusal.
pub(super) fn sentence(why: &No, lang: Lang) -> String {
    let w = ForumRefusalWords(lang);
    match why {
        No::ForumExists(no) => return w.forum_exists(&no.label()),
        No::NoSuchForum => w.no_such_forum(),
        No::ClosesInThePast => w.closes_in_the_past(),
        No::DayBeforeClosing => w.day_before_closing(),
        No::TooFarAhead => w.too_far_ahead(),
        No::NotAnnounced => w.not_announced(),
        No::NotOpenYet => w.not_open_yet(),
        No::Closed => w.closed(),
        No::ForumCancelled => w.forum_cancelled(),
        No::ForumConcluded => w.forum_concluded(),
        No::ForumOver => w.forum_over(),
        No::NotConcluded => w.not_concluded(),
        No::StillCollecting => w.still_collecting(),
        No::NotLater => w.not_later(),
        No::ChangedMeanwhile => w.changed_meanwhile(),
        No::NothingInIt => w.nothing_in_it(),
        No::TooMany => w.too_many(),
        No::NoSuchItem => w.no_such_item(),
        No::NoSuchDocument => w.no_such_document(),
        No::AlreadyRecalled => w.already_recalled(),
        No::NotTheForce => w.not_the_force(),
        No::NoSuchSection => w.no_such_section(),
        No::NoSuchParagraph => w.no_such_paragraph(),
        No::ReportPublished => w.report_published(),
        No::NoteMissing => w.note_missing(),
        No::EndsBeforeItBegins => w.ends_before_it_begins(),
        No::NoSuchOpinion => w.no_such_opinion(),
        No::AlreadyRead => w.already_read(),
        No::AlreadyPublished => w.already_published(),
        No::NotPublished => w.not_published(),
        No::Withdrawn => w.withdrawn(),
        No::ReceiptTaken => w.receipt_taken(),
        No::NotATurn => w.not_a_turn(),
        No::NotConfirmed => w.not_confirmed(),
        No::AlreadyConfirmed => w.already_confirmed(),
        No::NothingToAppeal => w.nothing_to_appeal(),
        No::AlreadyAppealed => w.already_appealed(),
        No::AlreadyDecided => w.already_decided(),
        No::OwnWork => w.own_work(),
        No::NotPrivate => w.not_private(),
        No::AlreadyAnswered => w.already_answered(),
        No::VotesClosed => w.votes_closed(),
        No::SlipCancelled => w.slip_cancelled(),
        No::SlipTaken => w.slip_taken(),
        No::NoSuchBatch => w.no_such_batch(),
        No::AlreadyCancelled => w.already_cancelled(),
        No::DueMissing => w.due_missing(),
        No::DueNotSensible => w.due_not_sensible(),
        No::ReceiverMissing => w.receiver_missing(),
        No::NoSuchFinding => w.no_such_finding(),
        No::AlreadyWithdrawn => w.already_withdrawn(),
        No::FindingInUse => w.finding_in_use(),
        No::NoSuchDirective => w.no_such_directive(),
        No::NotTheLast => w.not_the_last(),
        No::OwnerVerifies => w.owner_verifies(),
        No::EvidenceSortMissing => w.evidence_sort_missing(),
        No::NoSuchClause => w.no_such_clause(),
        No::NotTheOwner => w.not_the_owner(),
        No::NotTheVerifier => w.not_the_verifier(),
        No::AlreadyAccepted => w.already_accepted(),
        No::ClauseEnded => w.clause_ended(),
        No::AlreadyReportedDone => w.already_reported_done(),
        No::NotReportedDone => w.not_reported_done(),
        No::NotDueYet => w.not_due_yet(),
        No::PictureMissing => w.picture_missing(),
        No::EvidenceMissing => w.evidence_missing(),
        No::AlreadyAsked => w.already_asked(),
        No::NothingAsked => w.nothing_asked(),
        No::ClausesOpen => w.clauses_open(),
        No::NoSuchContest => w.no_such_contest(),
        No::PeopleWait => w.people_wait(),
        No::ForceChairs => w.force_chairs(),
    }
    .to_owned()
}
