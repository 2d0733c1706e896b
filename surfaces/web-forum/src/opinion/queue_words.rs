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
    late(days: u32) { vi: "Quá hẹn {days} ngày làm việc", en_one: "One working day late", en: "{days} working days late" }
    read_by(day: base::time::Date) { vi: "Hẹn đọc chậm nhất {day}", en: "To be read by {day}" }
    late_how() { vi: "Ngày làm việc tính theo lịch nhà nước: trừ thứ bảy, chủ nhật, ngày lễ; cộng ngày làm bù.", en: "Working days are those of state offices: weekends and public holidays taken off, swapped days added." }
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
    alike(n: usize) { vi: "{n} ý kiến gần như giống nhau. Mỗi ý kiến vẫn đọc riêng. Giống với:", en: "{n} opinions are nearly the same. Each is still read on its own. The others:" }
    alike_more(n: usize) { vi: "và {n} ý kiến nữa", en_one: "and one more", en: "and {n} more" }
    unconfirmed() { vi: "Chờ người phát biểu xác nhận bản tóm tắt, nên chưa đăng được.", en: "The speaker has not confirmed the summary, so it cannot be published yet." }
    private_fold() { vi: "Chuyển trả lời riêng", en: "Move to the private track" }
    private_do() { vi: "Chuyển trả lời riêng", en: "Move to the private track" }
    names_guard() { vi: "Ý kiến này nêu tên một chiến sĩ là có lỗi", en: "It names a guard as guilty of something" }
    names_guard_hint() { vi: "Chỉ dùng cho trường hợp này. Người được nêu tên được nghe trước, người viết được trả lời qua biên nhận, công khai chỉ thấy số lượng.", en: "For this case only. The guard is heard first, the author is answered through the receipt, the public sees how many." }
    names_guard_say() { vi: "Đánh dấu là ý kiến nêu tên một chiến sĩ; nếu không phải, đăng hoặc chọn lý do không đăng", en: "Say that it names a guard; if it does not, publish it or choose a reason for not publishing" }
    take_down_go() { vi: "Gỡ một ý kiến đã đăng", en: "Take a published opinion down" }
    take_down_title() { vi: "Gỡ ý kiến đã đăng", en: "Take an opinion down" }
    take_down_lead() { vi: "Số ý kiến giữ nguyên, lý do hiện công khai, người viết khiếu nại được. Ý kiến trái ý lực lượng không phải là lý do.", en: "The number stays, the reason is public, the author can appeal. That it displeases the force is no reason." }
    take_down_do() { vi: "Gỡ ý kiến này", en: "Take this opinion down" }
    take_down_reason() { vi: "Lý do gỡ", en: "Reason for taking it down" }
    take_down_reason_choose() { vi: "Chọn lý do gỡ", en: "Choose the reason for taking it down" }
    number() { vi: "Số ý kiến", en: "Number of the opinion" }
    number_hint() { vi: "Ví dụ: 12 hoặc YK-0012", en: "Such as 12 or YK-0012" }
    number_unknown() { vi: "Gõ số của một ý kiến đã đăng trong diễn đàn này", en: "Type the number of a published opinion of this forum" }
    done_private() { vi: "Đã ghi: ý kiến chuyển trả lời riêng.", en: "Recorded: the opinion is on the private track." }
    done_take_down() { vi: "Đã ghi: ý kiến đã gỡ xuống, số và lý do hiện công khai.", en: "Recorded: the opinion was taken down; its number and the reason are public." }
    done_clear() { vi: "Đã ghi: ý kiến sẽ được đăng cùng lượt tới.", en: "Recorded: the opinion will be published with the next batch." }
    done_refuse() { vi: "Đã ghi: ý kiến không đăng, lý do hiện công khai.", en: "Recorded: the opinion will not be published, and the reason is public." }
}
