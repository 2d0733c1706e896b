//! What the work pages of clauses say.

use base::time::Date;

web_kit::words! {
    /// What the work pages of clauses say.
    pub struct DeskWords;

    list_title() { vi: "Việc theo kết luận", en: "Clauses of the conclusion" }
    list_lead() { vi: "Xếp theo đơn vị chủ trì. “Đã xong” chỉ đếm việc đã được đơn vị khác xác nhận.", en: "By owner. “Done” counts only what someone else has verified." }
    list_none_title() { vi: "Chưa có việc nào", en: "No clauses yet" }
    list_none_text() { vi: "Việc được giao khi chủ trì công bố kết luận.", en: "Clauses are assigned when the chair concludes." }
    list_narrow_none() { vi: "Không có việc nào như đã chọn. Bỏ bớt điều kiện lọc.", en: "No clause fits. Choose less." }
    list_state() { vi: "Trạng thái", en: "State" }
    list_owner() { vi: "Đơn vị chủ trì", en: "Owner" }
    list_all() { vi: "Tất cả", en: "All" }
    list_show() { vi: "Xem", en: "Show" }
    late() { vi: "Quá hạn", en: "Late" }
    asked() { vi: "Xin lùi hạn", en: "More time asked for" }
    going_on() { vi: "Đang làm", en: "Under way" }
    waiting() { vi: "Chờ xác nhận", en: "Waiting to be verified" }
    ended() { vi: "Đã kết thúc", en: "Ended" }
    count_of(done: usize, all: &str) { vi: "{done} trên {all} việc đã xong", en: "{done} of {all} clauses done" }
    column_clause() { vi: "Việc", en: "Clause" }
    column_state() { vi: "Trạng thái", en: "State" }
    column_due() { vi: "Hạn", en: "Due" }
    column_verifier() { vi: "Thẩm tra", en: "Verified by" }
    column_evidence() { vi: "Bằng chứng", en: "Evidence" }

    public_page() { vi: "Trang mọi người đọc", en: "The public page" }
    as_owner() { vi: "Đơn vị chủ trì", en: "The owner" }
    as_verifier() { vi: "Đơn vị thẩm tra", en: "The verifier" }
    as_chair() { vi: "Chủ trì diễn đàn", en: "The chair" }
    not_owner(owner: &str) { vi: "Người của {owner} nhận, báo tiến độ, nộp bằng chứng và báo xong.", en: "People of {owner} take it on, report progress, hand in evidence and report it done." }
    not_verifier(verifier: &str) { vi: "Người của {verifier} xem bằng chứng và xác nhận; chỉ họ mở lại việc.", en: "People of {verifier} look at the evidence and decide; they alone open it again." }
    not_chair() { vi: "Chủ trì diễn đàn quyết định việc lùi hạn.", en: "The chair decides on more time." }
    nothing_now() { vi: "Lúc này không có việc gì cho vai trò đang có.", en: "There is nothing to do here now in your roles." }
    cannot(what: &str, why: &str) { vi: "{what}: {why}", en: "{what}: {why}" }

    accept() { vi: "Nhận việc này", en: "Take this on" }
    progress() { vi: "Báo tiến độ", en: "Report progress" }
    progress_text() { vi: "Đã làm tới đâu", en: "How far it is" }
    what_progress() { vi: "tiến độ", en: "how far it is" }
    progress_hint() { vi: "Mọi người đọc được ngay. Nêu số và ngày, không nêu tên ai.", en: "Everyone reads it at once. Give figures and days, name nobody." }
    add_evidence() { vi: "Nộp bằng chứng", en: "Hand in evidence" }
    add_visit() { vi: "Nộp biên bản kiểm tra", en: "Hand in the minutes of a visit" }
    evidence_sort() { vi: "Loại bằng chứng", en: "Sort of evidence" }
    evidence_title() { vi: "Tên bằng chứng", en: "Title of the evidence" }
    evidence_title_hint() { vi: "Cho thấy gì, ngày nào. Ví dụ: Sổ cổng quý II, 41.208 lượt.", en: "What it shows, and of when. Such as: Gate register, second quarter, 41,208 entries." }
    what_evidence_title() { vi: "tên bằng chứng", en: "the title of the evidence" }
    evidence_words() { vi: "Nội dung bằng chữ", en: "In words" }
    what_evidence_words() { vi: "nội dung", en: "its words" }
    evidence_words_hint() { vi: "Viết nội dung, đính tệp, hoặc cả hai. Che tên, số điện thoại, biển số trước khi nộp.", en: "Write it, add a file, or both. Cover names, telephone numbers and plates first." }
    evidence_nothing() { vi: "Viết nội dung hoặc chọn một tệp.", en: "Write something or choose a file." }
    evidence_file() { vi: "Tệp", en: "File" }
    ask_time() { vi: "Xin lùi hạn", en: "Ask for more time" }
    ask_until() { vi: "Lùi đến ngày", en: "Until" }
    what_until() { vi: "ngày xin lùi đến", en: "day asked for" }
    reason() { vi: "Lý do", en: "Why" }
    what_reason() { vi: "lý do", en: "why" }
    ask_hint() { vi: "Đề nghị và lý do công khai ngay. Chủ trì trả lời.", en: "The request and its reason are public at once. The chair answers." }
    report_done() { vi: "Báo đã xong", en: "Report it done" }
    done_text() { vi: "Đã làm gì", en: "What was done" }
    what_done() { vi: "đã làm gì", en: "what was done" }
    done_hint() { vi: "Sau đó chờ đơn vị thẩm tra xác nhận. Chỉ khi ấy trang mới ghi “Đã xong”.", en: "The verifier decides after that. Only then does the page say “Done”." }
    missing(what: &str) { vi: "Còn thiếu bằng chứng: {what}.", en: "Evidence still missing: {what}." }

    verify() { vi: "Kết luận về việc này", en: "Decide how it ends" }
    verify_outcome() { vi: "Kết quả", en: "Outcome" }
    verify_reason() { vi: "Đã xem gì, thấy gì", en: "What you saw" }
    what_seen() { vi: "đã thấy gì", en: "what you saw" }
    verify_hint() { vi: "Công khai cùng kết quả.", en: "It is public with the outcome." }
    outcome_verified_about() { vi: "Đủ bằng chứng, đã xem.", en: "The evidence is there and was looked at." }
    outcome_not_done_about() { vi: "Kết thúc mà không làm được.", en: "It ends without having been done." }
    outcome_overtaken_about() { vi: "Việc không còn cần làm như đã giao.", en: "It need not be done any more as it was assigned." }
    send_verdict() { vi: "Ghi kết quả", en: "Record" }
    reopen() { vi: "Mở lại hoặc trả lại để làm tiếp", en: "Open again or send back" }
    reopen_due() { vi: "Hạn mới", en: "New due day" }
    what_new_due() { vi: "hạn mới", en: "new due day" }
    send_reopen() { vi: "Mở lại", en: "Open again" }

    decide() { vi: "Trả lời đề nghị lùi hạn", en: "Answer the request for more time" }
    decide_about(from: Date, until: Date) { vi: "Xin lùi từ {from} đến {until}.", en: "From {from} until {until}." }
    decide_choice() { vi: "Trả lời", en: "Answer" }
    grant() { vi: "Đồng ý", en: "Grant it" }
    decline() { vi: "Không đồng ý", en: "Decline it" }
    choose_sort() { vi: "Chọn một loại bằng chứng", en: "Choose a sort of evidence" }
    choose() { vi: "Chọn một câu trả lời", en: "Choose one" }
    send_answer() { vi: "Ghi trả lời", en: "Record" }

    other_request() { vi: "Đề nghị lùi hạn vừa đổi. Xem lại ngày và lý do, rồi ghi trả lời.", en: "The request has changed. Look at its day and reason, then answer." }
    done_accepted() { vi: "Đã ghi: nhận việc.", en: "Recorded: taken on." }
    done_progress() { vi: "Đã ghi tiến độ.", en: "Progress is recorded." }
    done_evidence() { vi: "Đã nộp bằng chứng.", en: "The evidence is handed in." }
    done_asked() { vi: "Đã gửi đề nghị lùi hạn.", en: "The request is recorded." }
    done_reported() { vi: "Đã báo xong. Chờ đơn vị thẩm tra.", en: "Reported done. It waits for the verifier." }
    done_verified() { vi: "Đã ghi kết quả.", en: "The outcome is recorded." }
    done_reopened() { vi: "Đã mở lại.", en: "It is open again." }
    done_decided() { vi: "Đã ghi trả lời về lùi hạn.", en: "The answer is recorded." }
}
