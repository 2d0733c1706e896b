//! What the pages of answers say.

use base::time::Date;

web_kit::words! {
    /// What the pages of answers say.
    pub struct AnswerWords;

    title() { vi: "Tiếp thu, giải trình", en: "Answers" }
    lead() { vi: "Mỗi ý kiến được trả lời ngay, hẹn trả lời bằng văn bản, hoặc chuyển nơi có thẩm quyền.", en: "Each opinion is answered at once, promised an answer in writing, or transferred to whoever is competent." }
    none_title() { vi: "Chưa có trả lời nào", en: "There is no answer yet" }
    none_text() { vi: "Trả lời của lực lượng và các cơ quan hiện ở đây, kèm số ý kiến được trả lời.", en: "Answers of the force and the agencies appear here, with the numbers of the opinions they answer." }
    to_opinions() { vi: "Đọc các ý kiến", en: "Read the opinions" }
    answers_to() { vi: "Trả lời ý kiến", en: "Answers" }
    by(organisation: &str) { vi: "{organisation} trả lời", en: "Answer of {organisation}" }
    due(day: Date) { vi: "Trả lời bằng văn bản trước hết ngày {day}", en: "In writing by the end of {day}" }
    late(day: Date) { vi: "Hẹn trả lời trước hết ngày {day}, đã quá hạn", en: "Promised by the end of {day}, overdue" }
    transferred(organisation: &str) { vi: "Chuyển tới {organisation}", en: "Transferred to {organisation}" }
    when(day: &str) { vi: "Ngày {day}", en: "On {day}" }
    report_this() { vi: "Báo đoạn này", en: "Report this text" }
    counts(answered: usize, all: usize) { vi: "{answered} trên {all} ý kiến đã được trả lời, hẹn ngày trả lời hoặc chuyển.", en: "{answered} of {all} opinions are answered, promised an answer or transferred." }

    give() { vi: "Trả lời ý kiến", en: "Answer opinions" }
    give_lead(organisation: &str) { vi: "Trả lời thay mặt {organisation}. Trả lời công khai, kèm số ý kiến.", en: "You answer for {organisation}. Answers are public, with the numbers of the opinions." }
    opinions() { vi: "Ý kiến số", en: "Opinions" }
    opinions_hint() { vi: "Ghi số, ví dụ: 1, 4, 7-9. Trả lời chung được nhiều ý kiến.", en: "Numbers, such as 1, 4, 7-9. Several can be answered together." }
    opinions_wrong() { vi: "Có số không phải ý kiến đã đăng của diễn đàn này. Ghi số, ví dụ: 1, 4, 7-9.", en: "Some number is no published opinion of this forum. Give numbers such as 1, 4, 7-9." }
    form() { vi: "Trả lời thế nào", en: "How" }
    form_now() { vi: "Trả lời ngay dưới đây.", en: "The answer stands below." }
    form_writing() { vi: "Hẹn ngày trả lời bằng văn bản; ghi ngày ở dưới.", en: "Promise a day for the written answer; give the day below." }
    form_transfer() { vi: "Ngoài thẩm quyền: chuyển cơ quan khác; chọn cơ quan ở dưới.", en: "Outside your competence: transfer it; choose the organisation below." }
    form_missing() { vi: "Chọn cách trả lời.", en: "Choose how you answer." }
    due_field() { vi: "Ngày trả lời bằng văn bản", en: "Day of the written answer" }
    due_hint() { vi: "Chỉ khi hẹn bằng văn bản, ví dụ 26/06/2020", en: "Only when promised in writing, such as 26/06/2020" }
    what_due() { vi: "Ngày trả lời", en: "The day of the answer" }
    to_field() { vi: "Chuyển tới", en: "Transfer to" }
    to_hint() { vi: "Chỉ khi chuyển cơ quan khác", en: "Only when transferred" }
    to_nobody() { vi: "Không chuyển", en: "Not transferred" }
    text() { vi: "Nội dung trả lời", en: "The answer" }
    what_text() { vi: "Nội dung trả lời", en: "The answer" }
    send() { vi: "Đăng trả lời", en: "Publish the answer" }
    sent() { vi: "Đã đăng trả lời.", en: "The answer is published." }
    open_title() { vi: "Ý kiến chờ trả lời", en: "Opinions waiting for an answer" }
    open_none() { vi: "Ý kiến nào cũng đã có trả lời.", en: "Every opinion has an answer." }
    answer_this() { vi: "Trả lời", en: "Answer" }
    handed(organisation: &str) { vi: "Đã chuyển tới {organisation}, chờ trả lời", en: "Handed to {organisation}, which is to answer" }
    promised(day: Date) { vi: "Đã hẹn trước hết ngày {day}", en: "Promised by the end of {day}" }
}
