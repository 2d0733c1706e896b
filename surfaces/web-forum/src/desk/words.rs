//! The words of the work pages of forums.

use base::time::Date;

web_kit::words! {
    /// What the desk and the reading queue say.
    pub(crate) struct DeskWords;

    heading() { vi: "Điều hành", en: "Office desk" }
    my_work() { vi: "Việc của tôi", en: "My work" }
    announce() { vi: "Công bố diễn đàn", en: "Announce a forum" }
    administration() { vi: "Quản trị", en: "Administration" }
    oneself() { vi: "Đường dẫn của tôi", en: "My link" }
    person(no: u32) { vi: "Người số {no}", en: "Person {no}" }

    to_do() { vi: "Đang chờ làm", en: "Waiting to be done" }
    to_read(n: usize) { vi: "{n} ý kiến chờ đọc", en_one: "One opinion to read", en: "{n} opinions to read" }
    to_read_late(n: usize) { vi: "{n} đã quá một ngày làm việc", en_one: "one for more than a working day", en: "{n} for more than a working day" }
    to_open() { vi: "Chưa mở nhận ý kiến", en: "Not open for opinions yet" }
    read_go() { vi: "Đọc ý kiến", en: "Read opinions" }
    desk_go() { vi: "Đến bàn điều hành", en: "Go to its desk" }
    none_title() { vi: "Không có việc nào đang chờ", en: "Nothing is waiting" }
    none_text() { vi: "Diễn đàn cần mở và ý kiến cần đọc sẽ hiện ở đây.", en: "Forums to open and opinions to read will stand here." }
    no_rights_text() { vi: "Chưa được giao việc ở diễn đàn nào. Người quản trị giao việc ở trang Quản trị.", en: "No task in any forum was given yet. An administrator gives tasks under Administration." }
    who_may_go() { vi: "Ai được làm gì", en: "Who may do what" }
    may_title() { vi: "Được làm", en: "You may" }
    may_announce() { vi: "Công bố diễn đàn mới", en: "Announce a new forum" }
    may_open() { vi: "Mở diễn đàn nhận ý kiến", en: "Open a forum for opinions" }
    may_read() { vi: "Đọc ý kiến trước khi đăng", en: "Read opinions before they are published" }
    forums() { vi: "Diễn đàn", en: "Forums" }

    announce_lead() { vi: "Diễn đàn hiện công khai ngay khi công bố, và nhận ý kiến khi được mở.", en: "The forum is public as soon as it is announced, and takes opinions once it is opened." }
    title() { vi: "Tên diễn đàn", en: "Title of the forum" }
    title_hint(max: usize) { vi: "Như sẽ hiện với mọi người. Đã công bố thì giữ nguyên. Tối đa {max} chữ cái.", en: "As everyone will see it. Once announced it stays. At most {max} characters." }
    purpose() { vi: "Để làm gì", en: "What it is for" }
    purpose_hint() { vi: "Một, hai câu.", en: "A sentence or two." }
    chair() { vi: "Cơ quan chủ trì", en: "Organisation that chairs it" }
    force() { vi: "Lực lượng báo cáo", en: "Force that reports" }
    no_organisations() { vi: "Chưa có cơ quan nào trong danh sách; thêm ở trang Quản trị.", en: "There is no organisation on the list yet; add one under Administration." }
    closes() { vi: "Ngày cuối nhận ý kiến", en: "Last day for opinions" }
    day() { vi: "Ngày tổ chức", en: "Day of the forum" }
    number_next(no: &str) { vi: "Số của diễn đàn được đặt khi công bố, theo năm tổ chức. Số tiếp theo của năm nay: {no}.", en: "The number is given when it is announced, by the year it is held in. The next of this year: {no}." }
    announce_send() { vi: "Công bố", en: "Announce" }
    what_title() { vi: "tên diễn đàn", en: "the title" }
    what_purpose() { vi: "phần để làm gì", en: "what it is for" }
    date_empty(what: &str) { vi: "Gõ {what}, ví dụ 26/06/2020", en: "Type the {what}, for example 26/06/2020" }
    date_shape(what: &str) { vi: "Gõ {what} theo ngày/tháng/năm, ví dụ 26/06/2020", en: "Type the {what} as day/month/year, for example 26/06/2020" }
    date_none(what: &str) { vi: "Sửa {what}: lịch không có ngày này", en: "Correct the {what}: the calendar has no such day" }
    what_closes() { vi: "ngày cuối nhận ý kiến", en: "last day for opinions" }
    what_day() { vi: "ngày tổ chức", en: "day of the forum" }
    choose_organisation() { vi: "Chọn một cơ quan trong danh sách", en: "Choose an organisation from the list" }
    year_full() { vi: "Năm này đã đủ 99 diễn đàn. Chọn năm khác.", en: "This year has 99 forums already. Choose another year." }

    stale() { vi: "Phiếu này đã gửi trước đó với nội dung khác, và nội dung ấy đã được ghi. Chữ vừa gõ còn ở dưới; bấm gửi để ghi thành việc mới.", en: "This form was sent before with other content, and that is on record. What you typed is kept below; send it to record it anew." }
    busy() { vi: "Máy chủ đang bận, chưa chắc đã ghi. Chữ vừa gõ còn nguyên: bấm gửi lại; gửi hai lần cũng chỉ ghi một.", en: "The server is busy and it is not certain that anything was recorded. What you typed is kept: send again; sending twice records it once." }

    desk_of(no: &str) { vi: "Bàn điều hành {no}", en: "Desk of {no}" }
    public_go() { vi: "Xem trang công khai", en: "See the public page" }
    open() { vi: "Mở nhận ý kiến", en: "Open for opinions" }
    open_text(day: Date) { vi: "Khi mở, mọi người viết được ý kiến ngay, đến hết {day}. Mở rồi thì không lùi lại được.", en: "Once it is open, everyone can write at once, until {day}. It cannot be undone." }
    opened() { vi: "Đã mở. Mọi người viết được ý kiến từ bây giờ.", en: "It is open. Everyone can write from now on." }
    counts() { vi: "Ý kiến", en: "Opinions" }

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
