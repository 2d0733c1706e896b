//! The words of the desk where appeals are decided.

use base::time::Date;

web_kit::words! {
    /// What the desk of appeals says.
    pub(super) struct AppealWords;

    desk() { vi: "Khiếu nại về việc đọc ý kiến", en: "Appeals against the reading of opinions" }
    lead() { vi: "Người xét không phải là người đã đọc. Câu trả lời hiện công khai, cùng kết quả.", en: "Whoever decides is not who read the opinion. The answer is public, with the decision." }
    list() { vi: "Các khiếu nại", en: "Appeals" }
    of(seq: u64) { vi: "Khiếu nại về ý kiến ở dòng {seq}", en: "Appeal about the opinion of entry {seq}" }
    of_title(title: &str) { vi: ", {title}", en: ", {title}" }
    filed(at: &str) { vi: "nhận {at}", en: "received {at}" }
    decide_by(day: Date) { vi: "hẹn trả lời chậm nhất {day}", en: "to be decided by {day}" }
    late(days: u32) { vi: "Quá hẹn {days} ngày làm việc", en_one: "One working day late", en: "{days} working days late" }
    was_refused(reason: &str) { vi: "Không đăng, lý do: {reason}.", en: "Not published; the reason: {reason}." }
    was_taken_down(reason: &str) { vi: "Đã gỡ xuống, lý do: {reason}.", en: "Taken down; the reason: {reason}." }
    was_private() { vi: "Đã chuyển trả lời riêng vì nêu tên một chiến sĩ.", en: "Moved to the private track because it names a guard." }
    author_says() { vi: "Người viết nói", en: "What the author says" }
    no_words() { vi: "Người viết không nói thêm.", en: "The author adds nothing." }
    words_gone() { vi: "Chữ này đã xóa hoặc chưa đọc được từ kho.", en: "These words were erased or cannot be read from the store." }
    decision() { vi: "Kết quả", en: "Decision" }
    granted() { vi: "Người viết đúng", en: "The author is right" }
    granted_about() { vi: "Ý kiến được đăng, hoặc hiện lại nếu đã gỡ.", en: "The opinion is published, or comes back if it was taken down." }
    declined() { vi: "Giữ quyết định cũ", en: "The decision stands" }
    declined_about() { vi: "Ý kiến vẫn không đăng.", en: "The opinion stays unpublished." }
    choose() { vi: "Chọn một kết quả", en: "Choose a decision" }
    answer() { vi: "Trả lời công khai", en: "Public answer" }
    answer_hint() { vi: "Vì sao, bằng lời ai cũng hiểu. Không nhắc lại lời trong ý kiến không đăng.", en: "Why, in words anyone understands. Do not repeat words of an unpublished opinion." }
    what_answer() { vi: "trả lời công khai", en: "the public answer" }
    decide() { vi: "Ghi kết quả", en: "Record the decision" }
    done() { vi: "Đã ghi kết quả. Người viết thấy trong biên nhận, công khai thấy trong sổ.", en: "The decision is on record. The author sees it in the receipt, everyone in the ledger." }
    none_title() { vi: "Không có khiếu nại nào", en: "There are no appeals" }
    none_text() { vi: "Khi người viết khiếu nại một quyết định không đăng, khiếu nại hiện ở đây.", en: "When an author appeals against a decision not to publish, it stands here." }
    desk_go() { vi: "Về bàn việc của diễn đàn", en: "Back to the forum's desk" }
}
