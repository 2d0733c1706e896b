//! The words of a forum's desk, and of announcing one.

use base::time::Date;

web_kit::words! {
    /// What the pages of those who announce and open forums say.
    pub(crate) struct DeskWords;

    my_work() { vi: "Việc của tôi", en: "My work" }
    announce() { vi: "Công bố diễn đàn", en: "Announce a forum" }
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
    what_closes() { vi: "ngày cuối nhận ý kiến", en: "last day for opinions" }
    what_day() { vi: "ngày tổ chức", en: "day of the forum" }
    choose_organisation() { vi: "Chọn một cơ quan trong danh sách", en: "Choose an organisation from the list" }
    year_full() { vi: "Năm này đã đủ 99 diễn đàn. Chọn năm khác.", en: "This year has 99 forums already. Choose another year." }

    desk_of(no: &str) { vi: "Bàn điều hành {no}", en: "Desk of {no}" }
    public_go() { vi: "Xem trang công khai", en: "See the public page" }
    open() { vi: "Mở nhận ý kiến", en: "Open for opinions" }
    open_text(day: Date) { vi: "Khi mở, mọi người viết được ý kiến ngay, đến hết {day}. Mở rồi thì không lùi lại được.", en: "Once it is open, everyone can write at once, until {day}. It cannot be undone." }
    opened() { vi: "Đã mở. Mọi người viết được ý kiến từ bây giờ.", en: "It is open. Everyone can write from now on." }
    counts() { vi: "Ý kiến", en: "Opinions" }
    read_go() { vi: "Đọc ý kiến", en: "Read opinions" }
}
