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
    chair_hint() { vi: "Sau khi công bố không đổi được. Để trống thì trang không ghi cơ quan chủ trì.", en: "It cannot be changed once the forum is announced. Left empty, no chairing organisation is named." }
    force_hint() { vi: "Sau khi công bố không đổi được. Để trống thì chỉ văn phòng viết được báo cáo.", en: "It cannot be changed once the forum is announced. Left empty, only the office can write the report." }
    choose_organisation() { vi: "Chọn một cơ quan trong danh sách", en: "Choose an organisation from the list" }
    year_full() { vi: "Năm này đã đủ 99 diễn đàn. Chọn năm khác.", en: "This year has 99 forums already. Choose another year." }

    desk_of(no: &str) { vi: "Bàn điều hành {no}", en: "Desk of {no}" }
    public_go() { vi: "Xem trang công khai", en: "See the public page" }
    open() { vi: "Mở nhận ý kiến", en: "Open for opinions" }
    open_text(day: Date) { vi: "Khi mở, mọi người viết được ý kiến ngay, đến hết {day}. Mở rồi thì không lùi lại được.", en: "Once it is open, everyone can write at once, until {day}. It cannot be undone." }
    concluded() { vi: "Kết luận đã công bố và có hiệu lực. Mọi người đọc được từ bây giờ, hạn của từng việc tính từ hôm nay.", en: "The conclusion is public and in force. Everyone can read it from now on, and every deadline is counted from today." }
    opened() { vi: "Đã mở. Mọi người viết được ý kiến từ bây giờ.", en: "It is open. Everyone can write from now on." }
    reason() { vi: "Lý do", en: "Why" }
    reason_hint() { vi: "Mọi người đều đọc được.", en: "Everyone can read it." }
    what_reason() { vi: "lý do", en: "the reason" }
    postpone() { vi: "Lùi ngày tổ chức", en: "Postpone the forum" }
    postpone_lead() { vi: "Ngày mới và lý do hiện ngay trên trang diễn đàn. Ý kiến đã nhận vẫn giữ.", en: "The new day and the reason appear on the forum's page at once. Opinions received are kept." }
    extend() { vi: "Kéo dài nhận ý kiến", en: "Take opinions for longer" }
    extend_lead(day: Date) { vi: "Đang nhận đến hết {day}. Ngày mới phải sau ngày này; ngày tổ chức lùi theo nếu cần.", en: "Opinions are taken until {day}. The new day is later; the day of the forum moves with it if it must." }
    cancel() { vi: "Hủy diễn đàn", en: "Cancel the forum" }
    cancel_lead() { vi: "Hủy rồi thì không mở lại được. Ý kiến, trả lời và lý do hủy vẫn đọc được.", en: "It cannot be undone. Opinions, answers and the reason stay readable." }
    details() { vi: "Giờ, nơi họp, thành phần", en: "When, where, who" }
    details_lead() { vi: "Hiện ở phần thông tin của trang diễn đàn.", en: "Appears among the facts on the forum's page." }
    details_save() { vi: "Lưu", en: "Save" }
    time() { vi: "Thời gian trong ngày", en: "Time of day" }
    time_hint() { vi: "Ví dụ: 14 giờ, chiều Thứ năm", en: "Such as: 2 pm" }
    place() { vi: "Nơi họp", en: "Where" }
    remarks() { vi: "Người phát biểu chỉ đạo", en: "Who speaks for the superior" }
    guests() { vi: "Thành phần dự", en: "Who takes part" }
    close() { vi: "Đóng nhận ý kiến và bày tỏ", en: "Close opinions and votes" }
    close_lead() { vi: "Từ lúc này không nhận thêm ý kiến và bày tỏ; lượt bày tỏ được đếm một lần cho xong. Không mở lại được.", en: "From now on no opinion and no vote is taken, and the votes are counted for good. It cannot be undone." }
    close_early(day: Date) { vi: "Đã hứa nhận đến hết {day}: lý do đóng sớm hiện trên trang diễn đàn.", en: "Everybody was told that opinions are taken until the end of {day}: the reason for closing early stands on the forum's page." }
    close_unpublished(n: usize) { vi: "Còn {n} ý kiến chưa đọc hoặc chờ đăng theo đợt. Đóng bây giờ thì vẫn đăng được, nhưng không ai bày tỏ với những ý kiến ấy nữa.", en_one: "One opinion is unread or waits for its batch. If you close now it can still be published, but nobody can vote on it.", en: "{n} opinions are unread or wait for their batch. If you close now they can still be published, but nobody can vote on them." }
    close_go() { vi: "Đóng và đếm", en: "Close and count" }
    finish() { vi: "Khép lại diễn đàn", en: "End the forum" }
    finish_lead() { vi: "Chỉ khép lại được khi mọi việc đã kết thúc. Trang diễn đàn vẫn đọc được mãi.", en: "Possible once every clause has ended. The forum's pages stay readable." }
    done() { vi: "Đã ghi.", en: "Recorded." }
    places() { vi: "Các việc ở bàn này", en: "What is done at this desk" }
    before() { vi: "Trước diễn đàn", en: "Before the forum" }
    during() { vi: "Ý kiến và bày tỏ", en: "Opinions and votes" }
    after() { vi: "Kết luận và theo dõi", en: "Conclusion and follow-up" }
    days_group() { vi: "Ngày và trạng thái", en: "Days and stage" }
    place_agenda() { vi: "Chương trình", en: "Agenda" }
    place_documents() { vi: "Tài liệu", en: "Documents" }
    place_report() { vi: "Báo cáo", en: "Report" }
    place_turns() { vi: "Lượt phát biểu", en: "Turns in the hall" }
    place_flags() { vi: "Tin báo, gỡ ý kiến", en: "Reports of texts" }
    place_appeals() { vi: "Khiếu nại", en: "Appeals" }
    place_private() { vi: "Trả lời riêng", en: "Private track" }
    place_slips() { vi: "Phiếu mời bày tỏ", en: "Invitation slips" }
    place_answers() { vi: "Trả lời ý kiến", en: "Answer opinions" }
    place_findings() { vi: "Nhận định chung", en: "Findings" }
    place_conclusion() { vi: "Soạn kết luận", en: "Draft the conclusion" }
    place_directives() { vi: "Chỉ đạo", en: "Directives" }
    place_publish() { vi: "Công bố kết luận", en: "Put the conclusion in force" }
    place_clauses() { vi: "Theo dõi từng việc", en: "Follow each clause" }
    place_contests() { vi: "Phản đối", en: "Contests" }
    counts() { vi: "Ý kiến", en: "Opinions" }
    read_go() { vi: "Đọc ý kiến", en: "Read opinions" }
}
