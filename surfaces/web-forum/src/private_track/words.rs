//! The words of the desk where authors are answered privately.

use base::time::Date;

web_kit::words! {
    /// What the desk of the private track says.
    pub(super) struct PrivateWords;

    desk() { vi: "Trả lời riêng", en: "Private track" }
    lead() { vi: "Những ý kiến nêu tên một chiến sĩ là có lỗi. Nghe người được nêu tên trước, rồi trả lời người viết; không tìm người viết là ai.", en: "Opinions that name a guard as guilty of something. Hear the guard first, then answer the author; do not look for who the author is." }
    list() { vi: "Ý kiến cần trả lời riêng", en: "Opinions to answer privately" }
    of(seq: u64) { vi: "Ý kiến ở dòng {seq}", en: "The opinion of entry {seq}" }
    of_title(title: &str) { vi: ", {title}", en: ", {title}" }
    since(at: &str) { vi: "chuyển đến {at}", en: "moved here {at}" }
    answer_by(day: Date) { vi: "hẹn trả lời chậm nhất {day}", en: "to be answered by {day}" }
    late(days: u32) { vi: "Quá hẹn {days} ngày làm việc", en_one: "One working day late", en: "{days} working days late" }
    words_gone() { vi: "Chữ này đã xóa hoặc chưa đọc được từ kho.", en: "These words were erased or cannot be read from the store." }
    answer() { vi: "Trả lời người viết", en: "Answer to the author" }
    answer_hint() { vi: "Chỉ người giữ biên nhận đọc được. Công khai chỉ thấy là đã trả lời.", en: "Only the holder of the receipt can read it. The public sees that it was answered." }
    what_answer() { vi: "câu trả lời", en: "the answer" }
    send() { vi: "Gửi câu trả lời", en: "Send the answer" }
    answered(at: &str) { vi: "Đã trả lời {at}. Người viết đọc trong biên nhận.", en: "Answered {at}. The author reads it in the receipt." }
    done() { vi: "Đã ghi câu trả lời. Người viết đọc trong biên nhận.", en: "The answer is on record. The author reads it in the receipt." }
    none_title() { vi: "Không có ý kiến nào cần trả lời riêng", en: "Nothing to answer privately" }
    none_text() { vi: "Khi người đọc chuyển một ý kiến nêu tên chiến sĩ, ý kiến hiện ở đây.", en: "When a reader moves an opinion that names a guard, it stands here." }
    desk_go() { vi: "Về bàn việc của diễn đàn", en: "Back to the forum's desk" }
}
