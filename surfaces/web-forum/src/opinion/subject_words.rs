//! The words for what an opinion is and speaks to.

web_kit::words! {
    /// What is said of an opinion's nature, subject and channel.
    pub(crate) struct SubjectWords;

    nature() { vi: "Ý kiến này là gì?", en: "What is it?" }
    nature_unknown() { vi: "Chọn một loại trong danh sách", en: "Choose one of the list" }
    about() { vi: "Nói về phần nào?", en: "What does it speak to?" }
    about_hint() { vi: "Cả diễn đàn, một mục chương trình, hoặc một đoạn báo cáo đã công bố.", en: "The forum as a whole, an item of the agenda, or a paragraph of the published report." }
    about_all() { vi: "Cả diễn đàn", en: "The forum as a whole" }
    about_unknown() { vi: "Phần này không còn trong chương trình hoặc báo cáo: chọn lại", en: "This part is no longer in the agenda or report: choose again" }
    paragraph(number: &str) { vi: "Đoạn {number} của báo cáo", en: "Paragraph {number} of the report" }
    item(number: &str) { vi: "Mục {number} của chương trình", en: "Item {number} of the agenda" }
    taken_out(place: &str) { vi: "{place}, nay đã bỏ", en: "{place}, since taken out" }
    choice(place: &str, words: &str) { vi: "{place}: {words}", en: "{place}: {words}" }

    confirmed_by_receipt() { vi: "Người phát biểu đã xác nhận bằng biên nhận", en: "Confirmed by the speaker with the receipt" }
    confirmed_aloud() { vi: "Người phát biểu đã xác nhận bằng lời", en: "Confirmed aloud by the speaker" }
    unconfirmed() { vi: "Chờ người phát biểu xác nhận", en: "Waits for the speaker to confirm" }
    answers(n: usize) { vi: "{n} câu trả lời", en_one: "One answer", en: "{n} answers" }
    flag() { vi: "Báo ý kiến này", en: "Report this opinion" }
    taken_down(reason: &str) { vi: "Đã gỡ xuống: {reason}. Số ý kiến giữ nguyên.", en: "Taken down: {reason}. The number stays." }
}
