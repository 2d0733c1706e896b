//! The words of the portal's pages.

use base::time::Date;
use web_kit::words;

words! {
    /// What the portal's pages say.
    pub struct PortalWords;

    home() { vi: "Trang chủ", en: "Home" }
    news_new() { vi: "Tin mới", en: "News" }
    news_all() { vi: "Tất cả tin", en: "All news" }
    news() { vi: "Tin tức", en: "News" }
    news_none() { vi: "Chưa có tin", en: "No news yet" }
    news_none_text() { vi: "Bài viết đầu tiên sẽ hiện ở đây.", en: "The first article will appear here." }
    step_now(n: u8, name: &str) { vi: "Diễn đàn đang ở bước {n} trên 6: {name}", en: "The forum is at step {n} of 6: {name}" }
    steps() { vi: "Sáu bước của diễn đàn", en: "The forum's six steps" }
    step_report() { vi: "Báo cáo", en: "Report" }
    step_opinions() { vi: "Ý kiến", en: "Opinions" }
    step_agreement() { vi: "Đồng thuận", en: "Agreement" }
    step_conclusion() { vi: "Kết luận", en: "Conclusion" }
    step_directives() { vi: "Chỉ đạo", en: "Directives" }
    step_follow() { vi: "Theo dõi", en: "Follow-up" }
    author() { vi: "Tác giả bài viết:", en: "Author:" }
    minutes(n: u32) { vi: "Đọc khoảng {n} phút", en_one: "About a minute to read", en: "About {n} minutes to read" }
    print_article() { vi: "In bài", en: "Print" }
    not_corrected() { vi: "Chưa sửa lần nào từ khi đăng.", en: "Not corrected since it was published." }
    erased(entry: u64) { vi: "Phần này đã xóa theo luật, căn cứ ghi ở dòng {entry} của sổ.", en: "This part was erased by law; the basis is entry {entry} of the ledger." }
    name_erased(entry: u64) { vi: "Tên đã xóa theo luật, dòng {entry} của sổ", en: "Name erased by law, entry {entry} of the ledger" }
    unreadable() { vi: "Chưa đọc được phần này từ kho. Thử lại sau ít phút.", en: "This part could not be read from the store. Try again in a few minutes." }
    entry_of(entry: u64) { vi: "Bài ở dòng {entry} của sổ.", en: "The article is entry {entry} of the ledger." }
    more() { vi: "Bài khác", en: "Other articles" }
    untitled() { vi: "Bài đã xóa tên", en: "Article without its title" }
    setting_up() { vi: "Văn phòng đang được lập", en: "The office is being set up" }
    setting_up_text() { vi: "Trang này chưa có tên văn phòng. Người quản trị mở đường dẫn được in ra lúc khởi động, rồi đặt tên và mở diễn đàn.", en: "This office has no name yet. The administrator opens the link printed at the start, names the office and opens a forum." }
    how_in() { vi: "Cách vào cho người của văn phòng", en: "How the office's people come in" }
    documents_lead() { vi: "Kế hoạch, chương trình, giấy mời, biên bản và kết luận của các diễn đàn, mới nhất ở trên.", en: "Plans, programmes, invitations, minutes and conclusions of the forums, the newest first." }
    see_forums() { vi: "Xem các diễn đàn", en: "See the forums" }
    documents() { vi: "Văn bản", en: "Documents" }
    conclusion_of(no: &str) { vi: "Kết luận diễn đàn {no}", en: "The conclusion of forum {no}" }
    conclusion_meta(day: Date, directives: usize, clauses: usize) { vi: "Kết luận ngày {day}: {directives} chỉ đạo, {clauses} việc", en: "Conclusion of {day}: {directives} directives, {clauses} tasks" }
    document_meta(sort: &str, day: Date) { vi: "{sort}, ngày {day}", en: "{sort}, {day}" }
    documents_none() { vi: "Chưa có văn bản", en: "No documents yet" }
    documents_none_text() { vi: "Thông báo kết luận và văn bản khác của văn phòng sẽ đăng ở đây, kèm số và ngày.", en: "Notices of conclusion and the office's other documents will be here, with number and date." }
    visits() { vi: "Thống kê truy cập", en: "Visit statistics" }
    visits_how() { vi: "Cách đếm", en: "How visits are counted" }
    theme() { vi: "Nền sáng hay tối", en: "Light or dark" }
    theme_text() { vi: "Lựa chọn được giữ trong một cookie trên máy này, ngoài ra không giữ gì.", en: "Your choice is kept in one cookie on this device and nowhere else." }
    theme_choose() { vi: "Chọn nền", en: "Background" }
    theme_light() { vi: "Nền sáng", en: "Light" }
    theme_dark() { vi: "Nền tối", en: "Dark" }
    theme_system() { vi: "Theo máy", en: "As the device says" }
    theme_save() { vi: "Dùng nền này", en: "Use this" }
    theme_wrong() { vi: "Chọn một trong ba nền.", en: "Choose one of the three." }
}
