//! The words of the pages where opinions are written and read.

use base::time::Date;

web_kit::words! {
    /// What the pages of opinions say.
    pub(crate) struct OpinionWords;

    by_own_word(role: &str) { vi: "{role} (tự khai)", en: "{role} (by their own word)" }
    signed(name: &str, role: &str) { vi: "{name} · {role}", en: "{name} · {role}" }
    name_gone() { vi: "Họ tên đã xóa", en: "Name erased" }

    write_title() { vi: "Viết ý kiến của tôi", en: "Write my opinion" }
    for_forum(title: &str) { vi: "Cho diễn đàn: {title}", en: "For the forum: {title}" }
    back() { vi: "Về diễn đàn", en: "Back to the forum" }
    statement() { vi: "Ý kiến", en: "Opinion" }
    statement_hint() { vi: "Mỗi ý kiến một điều, để người khác đồng ý hoặc không đồng ý được.", en: "One thing for each opinion, so that others can agree or disagree." }
    reasons() { vi: "Vì sao", en: "Why" }
    reasons_hint() { vi: "Lý do, việc đã thấy, cách làm tốt hơn.", en: "Reasons, what you saw, what would be better." }
    sign() { vi: "Ký tên thế nào?", en: "How is it signed?" }
    sign_none_about() { vi: "Không lưu gì để biết ai đã viết, kể cả với quản trị viên.", en: "Nothing is kept that tells who wrote it, not even for an administrator." }
    sign_role() { vi: "Chỉ ghi vai trò", en: "Role only" }
    sign_role_about() { vi: "Hiện vai trò tự khai, không hiện tên. Chọn vai trò ở trang sau.", en: "Shows the role you state and no name. Choose the role on the next page." }
    sign_name() { vi: "Ký họ tên", en: "Full name" }
    sign_name_about() { vi: "Họ tên hiện công khai cùng ý kiến. Gõ họ tên ở trang sau.", en: "The name is shown to everyone with the opinion. Type it on the next page." }
    send() { vi: "Gửi ý kiến", en: "Send the opinion" }
    read_by(day: Date) { vi: "Gửi hôm nay thì được đọc chậm nhất ngày {day}.", en: "Sent today, it is read by {day} at the latest." }
    promise() { vi: "Mỗi ý kiến được đọc trước khi đăng, trong một ngày làm việc. Nếu không đăng, lý do được ghi công khai.", en: "Each opinion is read before it is published, within one working day. If it is not published, the reason is on public record." }
    promise_go() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }

    role_title() { vi: "Ghi vai trò nào?", en: "Which role?" }
    name_title() { vi: "Ký họ tên nào?", en: "Which name?" }
    role() { vi: "Vai trò", en: "Role" }
    role_hint() { vi: "Tự khai: không ai kiểm tra, và trang ghi rõ như vậy.", en: "By your own word: nobody checks it, and the page says so." }
    name() { vi: "Họ tên", en: "Full name" }
    name_hint() { vi: "Hiện đúng như đã gõ, cùng ý kiến. Đã đăng thì giữ nguyên.", en: "Shown as typed, with the opinion. Once published it stays." }
    will_send() { vi: "Ý kiến sẽ gửi", en: "The opinion that will be sent" }
    change() { vi: "Sửa lại ý kiến", en: "Change the opinion" }

    what_statement() { vi: "ý kiến", en: "the opinion" }
    what_reasons() { vi: "lý do", en: "the reasons" }
    what_name() { vi: "họ tên", en: "the name" }
    sign_unknown() { vi: "Chọn một cách ký tên trong danh sách", en: "Choose one of the ways to sign" }
    role_unknown() { vi: "Chọn một vai trò trong danh sách", en: "Choose one of the roles" }

    not_open_title() { vi: "Chưa nhận ý kiến", en: "Opinions are not taken yet" }
    not_open_text(day: Date) { vi: "Văn phòng chưa mở diễn đàn này. Khi mở, ý kiến được nhận đến hết {day}.", en: "The office has not opened this forum. Once it is open, opinions are taken until {day}." }
    closed_title() { vi: "Đã hết hạn nhận ý kiến", en: "No more opinions are taken" }
    closed_text(day: Date) { vi: "Diễn đàn này nhận ý kiến đến hết {day}.", en: "This forum took opinions until {day}." }
    too_many_text() { vi: "Diễn đàn này đã nhận đủ số ý kiến có thể nhận.", en: "This forum has as many opinions as it can take." }
    not_recorded() { vi: "Chưa ghi gì. Chữ vừa gõ còn ở dưới để chép lại.", en: "Nothing was recorded. What you typed is kept below, to be copied." }
    typed() { vi: "Chữ vừa gõ", en: "What you typed" }
    other_forums() { vi: "Xem các diễn đàn khác", en: "See the other forums" }

    list_title() { vi: "Ý kiến đã đăng", en: "Published opinions" }
    list_lead(title: &str) { vi: "Diễn đàn: {title}. Mỗi ý kiến giữ nguyên lời, theo thứ tự số.", en: "Forum: {title}. Each opinion keeps its words; they stand in the order of their numbers." }
    none_title() { vi: "Chưa có ý kiến nào được đăng", en: "No opinion is published yet" }
    none_open() { vi: "Ông/bà có thể là người đầu tiên.", en: "You could be the first." }
    none_else() { vi: "Ý kiến được đăng sẽ hiện ở đây.", en: "Opinions will stand here once they are published." }
    waiting(n: usize, since: &str) { vi: "{n} ý kiến đang chờ đọc; ý kiến chờ lâu nhất được nhận {since}.", en_one: "One opinion waits to be read; it was received {since}.", en: "{n} opinions wait to be read; the oldest was received {since}." }
    waiting_late() { vi: "Đã quá ngày hẹn đọc.", en: "The promised day has passed." }
    waiting_none() { vi: "Không có ý kiến nào đang chờ đọc.", en: "No opinion waits to be read." }
    cleared(n: usize) { vi: "{n} ý kiến đã đọc, chờ đăng cùng lượt.", en_one: "One opinion was read and waits to be published with others.", en: "{n} opinions were read and wait to be published together." }
    refused_title() { vi: "Ý kiến không đăng", en: "Opinions not published" }
    refused_caption() { vi: "Số ý kiến không đăng, theo lý do", en: "Opinions not published, by reason" }
    refused_none() { vi: "Chưa có ý kiến nào bị giữ lại không đăng.", en: "No opinion was left unpublished." }
    reason() { vi: "Lý do", en: "Reason" }
    number_of() { vi: "Số ý kiến", en: "Opinions" }
    total() { vi: "Tổng", en: "Total" }
    write_go() { vi: "Viết ý kiến", en: "Write an opinion" }

    one_title(label: &str) { vi: "Ý kiến {label}", en: "Opinion {label}" }
    on_record() { vi: "Trong sổ", en: "On record" }
    entry(n: u64) { vi: "Dòng {n} của sổ", en: "Entry {n} of the ledger" }
    entry_go() { vi: "Nguyên văn dòng ghi", en: "The exact entry" }
    value_go() { vi: "Chữ và muối để tự tính lại mã", en: "The words and the salt, to compute the commitment yourself" }
    vote_go() { vi: "Bày tỏ với ý kiến này", en: "Vote on this opinion" }
    answers_title() { vi: "Đã trả lời", en: "Answers" }
    answers_go() { vi: "Mọi câu trả lời của diễn đàn", en: "All answers of the forum" }
    answered_by(form: &str, due: Date) { vi: "{form}, chậm nhất {due}", en: "{form}, by {due}" }
    answered_to(form: &str, name: &str) { vi: "{form}: {name}", en: "{form}: {name}" }
    every_nature() { vi: "Tất cả", en: "All" }
    natures() { vi: "Lọc theo loại ý kiến", en: "Narrow by sort of opinion" }
    only_about() { vi: "Chỉ những ý kiến nói về:", en: "Only opinions that speak to:" }
    show_all() { vi: "Bỏ lọc", en: "Show all" }
    none_such_title() { vi: "Không có ý kiến nào như vậy", en: "There is no such opinion" }
    none_such() { vi: "Diễn đàn có ý kiến khác đã đăng.", en: "The forum has other published opinions." }
    moderation_go() { vi: "Ý kiến được đọc thế nào, bằng số", en: "How opinions were read, in figures" }
    permanent() { vi: "Địa chỉ này không đổi. Đã đăng thì không sửa, không gộp với ý kiến khác.", en: "This address does not change. What is published is not edited and not merged with another opinion." }
    all_go() { vi: "Xem mọi ý kiến của diễn đàn", en: "See all opinions of the forum" }
}
