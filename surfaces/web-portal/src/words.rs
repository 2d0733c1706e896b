//! The words of the portal's pages.

use base::time::Date;
use web_kit::words;

words! {
    /// What the portal's pages say.
    pub struct PortalWords;

    home() { vi: "Trang chủ", en: "Home" }
    hero_title() { vi: "Ý kiến được nghe, được trả lời, được làm đến nơi", en: "What you say is heard, answered and acted on" }
    hero_lead() {
        vi: "Lực lượng bảo vệ báo cáo với nhân dân. Mọi người góp ý. Ai cũng kiểm chứng được ý kiến nào đã vào sổ.",
        en: "The guard force reports to the people. Everyone may give an opinion. Anyone can check that an opinion is in the ledger."
    }
    speak() { vi: "Viết ý kiến", en: "Write an opinion" }
    see_forums() { vi: "Xem các diễn đàn", en: "See the forums" }
    news_new() { vi: "Tin mới", en: "News" }
    news_all() { vi: "Tất cả tin", en: "All news" }
    news() { vi: "Tin tức", en: "News" }
    news_none() { vi: "Chưa có tin", en: "No news yet" }
    news_none_text() { vi: "Bài viết đầu tiên sẽ hiện ở đây.", en: "The first article will appear here." }
    days_left(n: u32) { vi: "Còn {n} ngày", en_one: "One day left", en: "{n} days left" }
    last_day() { vi: "Hôm nay là ngày cuối", en: "Today is the last day" }
    step_now(n: u8, name: &str) { vi: "Diễn đàn đang ở bước {n} trên 6: {name}", en: "The forum is at step {n} of 6: {name}" }
    step_report() { vi: "Báo cáo", en: "Report" }
    step_opinions() { vi: "Ý kiến", en: "Opinions" }
    step_agreement() { vi: "Đồng thuận", en: "Agreement" }
    step_conclusion() { vi: "Kết luận", en: "Conclusion" }
    step_directives() { vi: "Chỉ đạo", en: "Directives" }
    step_follow() { vi: "Theo dõi", en: "Follow-up" }
    received() { vi: "Đã nhận", en: "Received" }
    published() { vi: "Đã đăng", en: "Published" }
    until() { vi: "Nhận đến hết", en: "Taken until the end of" }
    no_account() { vi: "Không cần tài khoản. Có thể không ký tên.", en: "No account needed. You need not sign." }
    no_forum() { vi: "Chưa có diễn đàn nào đang nhận ý kiến", en: "No forum is taking opinions now" }
    no_forum_text() { vi: "Khi mở diễn đàn mới, lối vào sẽ hiện ở đây.", en: "When a forum opens, the way in will be here." }
    sent_title() { vi: "Đã gửi ý kiến?", en: "Sent an opinion?" }
    sent_text() { vi: "Dùng mã trên biên nhận để tự kiểm tra ý kiến vẫn còn nguyên.", en: "Use the code on your receipt to check that it is unchanged." }
    check_receipt() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    ledger_title() { vi: "Sổ không ai sửa được", en: "A ledger nobody can rewrite" }
    ledger_text() { vi: "Mỗi việc là một dòng. Đổi một chữ ở dòng cũ thì dấu sổ đổi theo, ai giữ dấu cũ đều nhận ra.", en: "Every act is an entry. Change one letter of an old entry and the mark changes: whoever kept the old mark sees it." }
    ledger_go() { vi: "Xem sổ", en: "See the ledger" }
    author() { vi: "Tác giả bài viết:", en: "Author:" }
    minutes(n: u32) { vi: "Đọc khoảng {n} phút", en_one: "About a minute to read", en: "About {n} minutes to read" }
    print_article() { vi: "In bài", en: "Print" }
    not_corrected() { vi: "Chưa sửa lần nào từ khi đăng.", en: "Not corrected since it was published." }
    erased(entry: u64) { vi: "Phần này đã xóa theo luật, căn cứ ghi ở dòng {entry} của sổ.", en: "This part was erased by law; the basis is entry {entry} of the ledger." }
    name_erased(entry: u64) { vi: "Tên đã xóa theo luật, dòng {entry} của sổ", en: "Name erased by law, entry {entry} of the ledger" }
    unreadable() { vi: "Chưa đọc được phần này từ kho. Thử lại sau ít phút.", en: "This part could not be read from the store. Try again in a few minutes." }
    entry_of(entry: u64) { vi: "Bài ở dòng {entry} của sổ.", en: "The article is entry {entry} of the ledger." }
    beside() { vi: "Bên cạnh bài", en: "Beside the article" }
    more() { vi: "Bài khác", en: "Other articles" }
    untitled() { vi: "Bài đã xóa tên", en: "Article without its title" }
    setting_up() { vi: "Văn phòng đang được lập", en: "The office is being set up" }
    setting_up_text() { vi: "Trang này chưa có tên văn phòng. Người quản trị mở đường dẫn được in ra lúc khởi động, rồi đặt tên và mở diễn đàn.", en: "This office has no name yet. The administrator opens the link printed at the start, names the office and opens a forum." }
    how_in() { vi: "Cách vào cho người của văn phòng", en: "How the office's people come in" }
    documents() { vi: "Văn bản", en: "Documents" }
    documents_none() { vi: "Chưa có văn bản", en: "No documents yet" }
    documents_none_text() { vi: "Thông báo kết luận và văn bản khác của văn phòng sẽ đăng ở đây, kèm số và ngày.", en: "Notices of conclusion and the office's other documents will be here, with number and date." }
    visits() { vi: "Thống kê truy cập", en: "Visit statistics" }
    visits_online() { vi: "Đang truy cập", en: "Online then" }
    visits_today() { vi: "Trong ngày", en: "That day" }
    visits_total() { vi: "Tổng lượt truy cập", en: "All visits until then" }
    visits_recorded(day: Date) { vi: "ghi lại ngày {day}", en: "as recorded on {day}" }
    visits_how() { vi: "Cách đếm", en: "How visits are counted" }
    access() { vi: "Tiếp cận cho mọi người", en: "Accessibility" }
    access_lead() { vi: "Mọi trang dùng được bằng bàn phím, bằng trình đọc màn hình, ở màn hình rộng 360 điểm, và khi tắt mã chạy trong trình duyệt.", en: "Every page works by keyboard, with a screen reader, on a screen 360 pixels wide, and without scripts." }
    access_checked_title() { vi: "Đã kiểm tra gì", en: "What is checked" }
    access_checked() { vi: "Mỗi lần sửa, máy kiểm tra từng trang theo WCAG 2.2 mức AA bằng axe, hai thứ tiếng, nền sáng và nền tối, ba cỡ màn hình.", en: "With every change a machine checks each page against WCAG 2.2 AA with axe, in two languages, light and dark, at three widths." }
    access_limits_title() { vi: "Chưa kiểm tra gì", en: "What is not checked" }
    access_limits() { vi: "Chưa có người dùng trình đọc màn hình tiếng Việt thử từng trang. Nếu gặp chỗ khó, nói với văn phòng theo địa chỉ ở cuối trang.", en: "Users of Vietnamese screen readers have not tried every page yet. If something is hard to use, tell the office at the address below." }
    theme() { vi: "Nền sáng hay tối", en: "Light or dark" }
    theme_text() { vi: "Lựa chọn được giữ trong một cookie trên máy này, ngoài ra không giữ gì.", en: "Your choice is kept in one cookie on this device and nowhere else." }
    theme_choose() { vi: "Chọn nền", en: "Background" }
    theme_light() { vi: "Nền sáng", en: "Light" }
    theme_dark() { vi: "Nền tối", en: "Dark" }
    theme_system() { vi: "Theo máy", en: "As the device says" }
    theme_save() { vi: "Dùng nền này", en: "Use this" }
    theme_wrong() { vi: "Chọn một trong ba nền.", en: "Choose one of the three." }
}
