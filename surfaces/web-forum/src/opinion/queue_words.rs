//! The words of the queue.

web_kit::words! {
    /// What the page of opinions that wait says.
    pub(crate) struct QueueWords;

    my_work() { vi: "Việc của tôi", en: "My work" }
    queue_title() { vi: "Đọc ý kiến", en: "Read opinions" }
    queue_lead(batch: usize) { vi: "Ý kiến chờ lâu nhất đứng trước. Ý kiến đã đọc được đăng khi đủ {batch} ý kiến, hoặc khi hết giờ; thứ tự số do bốc thăm.", en: "The one that waits longest comes first. Opinions that were read appear when there are {batch} of them or when the hour is over; their order is drawn by lot." }
    queue_cleared(n: usize) { vi: "{n} ý kiến đã đọc, chờ đăng cùng lượt.", en_one: "One opinion was read and waits to be published with others.", en: "{n} opinions were read and wait to be published together." }
    queue_none_title() { vi: "Đã đọc hết", en: "Everything is read" }
    queue_none_text() { vi: "Ý kiến mới gửi đến sẽ hiện ở đây.", en: "New opinions will stand here." }
    waits(hours: u64) { vi: "Chờ {hours} giờ", en_one: "Waits for one hour", en: "Waits for {hours} hours" }
    waits_new() { vi: "Vừa nhận trong giờ này", en: "Received this hour" }
    late() { vi: "Quá một ngày làm việc", en: "More than one working day" }
    late_how() { vi: "Một ngày làm việc tính từ ngày nhận, trừ thứ bảy và chủ nhật; ngày nghỉ lễ chưa trừ.", en: "A working day counts from the day of receipt, Saturdays and Sundays taken off; public holidays are not taken off." }
    received(at: &str) { vi: "nhận {at}", en: "received {at}" }
    publish() { vi: "Đăng", en: "Publish" }
    not_publish() { vi: "Không đăng", en: "Do not publish" }
    not_publish_fold() { vi: "Không đăng, ghi lý do", en: "Do not publish, with a reason" }
    of_entry(n: u64) { vi: ", ý kiến ở dòng {n}", en: ", the opinion of entry {n}" }
    entry(n: u64) { vi: "Dòng {n}", en: "Entry {n}" }
    reason() { vi: "Lý do không đăng", en: "Reason for not publishing" }
    reason_hint() { vi: "Chọn một lý do luật cho phép. Lý do hiện công khai.", en: "Choose a reason the law allows. The reason is public." }
    reason_choose() { vi: "Chọn lý do không đăng", en: "Choose the reason for not publishing" }
    words_gone() { vi: "Chữ của ý kiến này đã xóa hoặc chưa đọc được từ kho.", en: "The words of this opinion were erased or cannot be read from the store." }
    done_clear() { vi: "Đã ghi: ý kiến sẽ được đăng cùng lượt tới.", en: "Recorded: the opinion will be published with the next batch." }
    done_refuse() { vi: "Đã ghi: ý kiến không đăng, lý do hiện công khai.", en: "Recorded: the opinion will not be published, and the reason is public." }
}
