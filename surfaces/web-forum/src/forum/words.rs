//! The words of the public pages of forums.

use base::time::Date;

web_kit::words! {
    /// What the list of forums and one forum's page say.
    pub(crate) struct ForumWords;

    title() { vi: "Diễn đàn", en: "Forums" }
    lead() { vi: "Lực lượng bảo vệ báo cáo, nhân dân góp ý, kết luận được theo dõi cho đến khi xong.", en: "A guard force reports, people say what they think, and what is concluded is followed until it is done." }
    list() { vi: "Danh sách diễn đàn", en: "List of forums" }
    none_title() { vi: "Chưa có diễn đàn nào", en: "No forum yet" }
    none_text() { vi: "Diễn đàn được công bố sẽ hiện ở đây, kèm ngày cuối nhận ý kiến.", en: "A forum that is announced will stand here, with the last day for opinions." }
    news_go() { vi: "Xem tin tức", en: "See the news" }
    days_left(n: u32) { vi: "còn {n} ngày", en_one: "one day left", en: "{n} days left" }
    until(day: Date, left: &str) { vi: "Nhận ý kiến đến hết {day}, {left}", en: "Opinions until {day}, {left}" }
    last_day_is_today(day: Date) { vi: "Hôm nay, {day}, là ngày cuối nhận ý kiến", en: "Today, {day}, is the last day for opinions" }
    closed_on(day: Date) { vi: "Hết hạn nhận ý kiến ngày {day}", en: "Opinions were taken until {day}" }
    counts(received: u32, published: u32) { vi: "Đã nhận {received} ý kiến, đăng {published}", en_one: "One opinion received, {published} published", en: "{received} opinions received, {published} published" }

    steps() { vi: "Sáu bước của diễn đàn", en: "The six steps of the forum" }
    report() { vi: "Báo cáo", en: "Report" }
    opinions() { vi: "Ý kiến", en: "Opinions" }
    agreement() { vi: "Đồng thuận", en: "Agreement" }
    conclusion() { vi: "Kết luận", en: "Conclusion" }
    directives() { vi: "Chỉ đạo", en: "Directives" }
    follow_up() { vi: "Theo dõi", en: "Follow-up" }

    report_by(force: &str, day: Date) { vi: "{force} · diễn đàn ngày {day}", en: "{force} · forum of {day}" }
    report_on(day: Date) { vi: "Cho diễn đàn ngày {day}", en: "For the forum of {day}" }
    report_none() { vi: "Chưa có báo cáo trên trang này.", en: "There is no report on this page yet." }
    not_open(day: Date) { vi: "Chưa mở · nhận đến hết {day} sau khi mở", en: "Not open yet · until {day} once it is open" }
    opens_when() { vi: "Bắt đầu khi văn phòng mở diễn đàn. Ai cũng viết được, không cần ký tên.", en: "Begins when the office opens the forum. Anyone can write, without signing." }
    open_text() { vi: "Ai cũng viết được, không cần ký tên. Mỗi ý kiến được đọc trước khi đăng.", en: "Anyone can write, without signing. Each opinion is read before it is published." }
    closed_text() { vi: "Không nhận thêm ý kiến. Ý kiến đã nhận vẫn được đọc và đăng.", en: "No more opinions are taken. Those received are still read and published." }
    write() { vi: "Viết ý kiến", en: "Write an opinion" }
    read_published(n: usize) { vi: "Đọc {n} ý kiến đã đăng", en_one: "Read the published opinion", en: "Read the {n} published opinions" }
    read_none() { vi: "Xem trang ý kiến", en: "See the page of opinions" }
    promise_go() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    after_closing(day: Date) { vi: "Bắt đầu sau ngày {day}, khi hết hạn nhận ý kiến", en: "Begins after {day}, when no more opinions are taken" }
    since_closing(day: Date) { vi: "Từ khi hết hạn nhận ý kiến, {day}", en: "Since opinions closed, {day}" }
    agreement_none() { vi: "Chưa có phần bày tỏ đồng ý hay không đồng ý trên trang này.", en: "Agreeing or disagreeing is not possible on this page yet." }
    on_day(day: Date) { vi: "Tại diễn đàn, ngày {day}", en: "At the forum, on {day}" }
    conclusion_none() { vi: "Chưa có kết luận trên trang này.", en: "There is no conclusion on this page yet." }
    after_conclusion() { vi: "Bắt đầu sau kết luận", en: "Begins after the conclusion" }
    directives_none() { vi: "Chưa có chỉ đạo trên trang này.", en: "There is no directive on this page yet." }
    after_directives() { vi: "Bắt đầu sau chỉ đạo", en: "Begins after the directives" }
    follow_up_none() { vi: "Chưa có việc nào để theo dõi trên trang này.", en: "There is nothing to follow on this page yet." }
    record_go() { vi: "Xem sổ ghi mọi việc", en: "See the ledger of everything done" }

    received() { vi: "Đã nhận", en: "Received" }
    published() { vi: "Đã đăng", en: "Published" }
    waiting() { vi: "Chờ đọc", en: "Waiting to be read" }
    cleared() { vi: "Đã đọc, chờ đăng", en: "Read, to be published" }
    refused() { vi: "Không đăng", en: "Not published" }
    withdrawn() { vi: "Người viết đã rút", en: "Taken back" }
    reasons_are() { vi: "Lý do không đăng:", en: "Reasons for not publishing:" }
    reason_count(reason: &str, n: u32) { vi: "{reason}: {n}", en: "{reason}: {n}" }

    facts() { vi: "Thông tin", en: "About the forum" }
    facts_label() { vi: "Thông tin diễn đàn", en: "Facts about the forum" }
    number() { vi: "Số", en: "Number" }
    day() { vi: "Ngày tổ chức", en: "Day" }
    chair() { vi: "Chủ trì", en: "Chaired by" }
    force() { vi: "Lực lượng báo cáo", en: "Force that reports" }
    last_day() { vi: "Ngày cuối nhận ý kiến", en: "Last day for opinions" }
    announced() { vi: "Công bố", en: "Announced" }
    not_recorded() { vi: "Chưa ghi", en: "Not recorded" }
    sent_title() { vi: "Đã gửi ý kiến?", en: "Have you sent an opinion?" }
    sent_text() { vi: "Dùng mã trên biên nhận để tự kiểm tra ý kiến vẫn còn nguyên.", en: "Use the code on the receipt to check for yourself that the opinion is unchanged." }
    verify_go() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
}
