//! The words of the frame, of forms, of notices and of error pages.

use base::time::Date;

crate::words! {
    /// What the shared pieces say.
    pub struct KitWords;

    product() { vi: "Lắng Nghe", en: "Lắng Nghe" }
    error_prefix() { vi: "Lỗi:", en: "Error:" }
    skip() { vi: "Đến nội dung chính", en: "Skip to main content" }
    nav_main() { vi: "Chính", en: "Main" }
    nav_work() { vi: "Công việc", en: "Work" }
    breadcrumb() { vi: "Đường dẫn", en: "Breadcrumb" }
    home() { vi: "Trang chủ", en: "Home" }
    news() { vi: "Tin tức", en: "News" }
    forums() { vi: "Diễn đàn", en: "Forums" }
    documents() { vi: "Văn bản", en: "Documents" }
    verify() { vi: "Kiểm chứng", en: "Verify" }
    /// The name of the other language, in that language.
    other_language() { vi: "English", en: "Tiếng Việt" }
    sign_out() { vi: "Ra khỏi phiên", en: "Sign out" }

    /// What stands before the time of day in the banner of a demonstration.
    demo_banner(day: &str) { vi: "Bản trình diễn, có ngày giờ riêng: {day},", en: "A demonstration on its own clock: {day}," }
    demo_go() { vi: "Vào vai", en: "Take a part" }

    visits() { vi: "Thống kê truy cập", en: "Visits" }
    visits_online() { vi: "Đang truy cập", en: "Online" }
    visits_today() { vi: "Hôm nay", en: "Today" }
    visits_total() { vi: "Tổng lượt", en: "Total" }
    visits_at_least(n: u64) { vi: "ít nhất {n}", en: "at least {n}" }
    visits_parts(old: u64, until: Date, ours: u64, since: Date) {
        vi: "{old} kế thừa từ cổng cũ (đến {until}) + {ours} đếm từ {since}",
        en: "{old} taken over from the old portal (until {until}) + {ours} counted since {since}"
    }
    visits_since(since: Date) { vi: "đếm từ {since}, không tính máy tự động", en: "counted since {since}, machines left out" }
    visits_online_note(minutes: u64) { vi: "trong {minutes} phút vừa qua", en_one: "within the last minute", en: "within the last {minutes} minutes" }
    visits_today_note(day: &str) { vi: "từ 0 giờ, {day}", en: "since midnight, {day}" }
    visits_how() { vi: "Cách chúng tôi đếm, không theo dõi ai", en: "How we count, following nobody" }
    visits_none() { vi: "Trang này chưa đếm lượt truy cập.", en: "Visits to this site are not counted yet." }
    support() { vi: "Hỗ trợ", en: "Help" }
    promise() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    who_may() { vi: "Ai được làm gì", en: "Who may do what" }
    help() { vi: "Hướng dẫn sử dụng", en: "How to use this site" }
    work_area() { vi: "Khu làm việc của cán bộ", en: "The work area of staff" }
    privacy() { vi: "Quyền riêng tư", en: "Privacy" }
    accessibility() { vi: "Tiếp cận cho mọi người", en: "Accessibility" }

    optional() { vi: "(không bắt buộc)", en: "(optional)" }
    errors_title(n: usize) { vi: "Còn {n} chỗ cần sửa", en_one: "One thing needs mending", en: "{n} things need mending" }
    characters_max(n: u32) { vi: "Tối đa {n} chữ cái.", en: "At most {n} characters." }
    /// Template for the script: `{n}` is filled in the browser.
    characters_left() { vi: "Còn {n} chữ cái", en: "{n} characters left" }
    /// Template for the script, English singular.
    characters_left_one() { vi: "Còn {n} chữ cái", en: "{n} character left" }
    /// Template for the script: `{n}` is filled in the browser.
    characters_over() { vi: "Thừa {n} chữ cái", en: "{n} characters too many" }
    date_hint() { vi: "Ngày, tháng, năm. Ví dụ 26/06/2020.", en: "Day, month, year. For example 26/06/2020." }
    choose() { vi: "Chọn một", en: "Choose one" }

    home_go() { vi: "Về trang chủ", en: "Go to the home page" }
    news_go() { vi: "Xem tin tức", en: "See the news" }
    forums_go() { vi: "Xem các diễn đàn", en: "See the forums" }
    verify_go() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    other_role_text() { vi: "Ông/bà đã vào, nhưng các vai trò được giao không gồm việc này. Cần làm thì hỏi người quản trị của văn phòng.", en: "You are signed in, but your roles do not include this. If you need to do it, ask the administrator of the office." }
    my_work_go() { vi: "Việc của tôi", en: "My work" }
    rights_go() { vi: "Ai được làm gì", en: "Who may do what" }
    sign_in_how() { vi: "Vào bằng đường dẫn mới nhất đã nhận (mỗi đường dẫn dùng một lần), hoặc về trang chủ.", en: "Sign in with the newest link you were sent (each works once), or go to the home page." }

    not_found_title() { vi: "Không có trang này", en: "There is no such page" }
    not_found_text() { vi: "Có thể bài đã chuyển chỗ, hoặc địa chỉ gõ thiếu. Tìm theo tên bài trong Tin tức.", en: "The page may have moved, or the address is incomplete. Look for its title under News." }
    gone_title() { vi: "Nội dung này đã được gỡ", en: "This has been removed" }
    gone_text() { vi: "Việc gỡ được ghi trong sổ, kèm căn cứ. Địa chỉ này sẽ không dùng lại.", en: "The removal is on record, with its legal basis. This address will not be used again." }
    gone_text_by(entry: &str) { vi: "Việc gỡ được ghi ở dòng {entry} của sổ, kèm căn cứ.", en: "The removal is entry {entry} of the ledger, with its legal basis." }
    forbidden_title() { vi: "Trang này dành cho người được giao việc", en: "This page is for those given the task" }
    foreign_title() { vi: "Chưa nhận: phiếu này gửi từ trang khác", en: "Not accepted: this form came from another site" }
    foreign_text() { vi: "Để không ai gửi thay ông/bà, chỉ nhận phiếu mở từ chính trang này. Mở lại trang rồi gửi; chưa có gì được ghi.", en: "So that nobody can send in your name, only forms opened on this site are accepted. Open the page again and send it from there; nothing was recorded." }
    too_large_title() { vi: "Phiếu gửi quá lớn", en: "What you sent is too large" }
    too_large_text() { vi: "Chưa có gì được ghi. Quay lại, rút ngắn chữ hoặc chọn tệp nhỏ hơn, rồi gửi lại.", en: "Nothing was recorded. Go back, shorten the text or choose a smaller file, and send it again." }
    method_title() { vi: "Không mở được trang theo cách này", en: "This page cannot be opened in this way" }
    method_text() { vi: "Mở trang từ thanh địa chỉ hoặc từ một liên kết, rồi gửi bằng nút trên trang.", en: "Open the page from the address bar or a link, then send with the button on it." }
    busy_title() { vi: "Máy chủ đang bận", en: "The server is busy" }
    busy_read() { vi: "Thử lại sau ít phút.", en: "Try again in a few minutes." }
    busy_write() { vi: "Quay lại trang trước: chữ ông/bà vừa gõ vẫn còn. Bấm gửi lại; gửi hai lần cũng chỉ ghi một.", en: "Go back one page: your words are still there. Send again; sending twice records it once." }
    busy_code(code: &str) { vi: "Mã {code}.", en: "Code {code}." }
}
