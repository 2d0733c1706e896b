//! The words of reporting a text.

web_kit::words! {
    /// What the page that reports a text says, and the desk where reports are read.
    pub(super) struct FlagWords;

    title() { vi: "Báo chữ này trái luật", en: "Report this text" }
    text() { vi: "Chữ được báo", en: "The text" }
    lead() { vi: "Chọn một lý do luật cho phép gỡ. Không đồng ý với ý kiến thì bày tỏ, không cần báo.", en: "Choose a reason for which the law allows taking it down. If you disagree with an opinion, vote instead." }
    reason() { vi: "Vì sao?", en: "Why?" }
    reason_choose() { vi: "Chọn một lý do", en: "Choose a reason" }
    note() { vi: "Nói thêm", en: "Anything to add" }
    note_hint() { vi: "Chỉ người xem tin báo đọc được.", en: "Only those who look at reports can read it." }
    what_note() { vi: "phần nói thêm", en: "what you add" }
    send() { vi: "Gửi tin báo", en: "Send the report" }
    received() { vi: "Đã nhận tin báo.", en: "The report was received." }
    next() { vi: "Sau khi báo", en: "What happens next" }
    next_looked() { vi: "Một người đọc ý kiến, không thuộc lực lượng được góp ý, xem lại chữ này.", en: "A moderator who does not belong to the force looks at the text." }
    next_decided() { vi: "Trái luật thì chữ được gỡ, lý do ghi công khai; không thì giữ nguyên. Cả hai đều ghi vào sổ cái.", en: "If it breaks the law it is taken down and the reason is public; otherwise it stays. Either is on record." }
    next_nobody() { vi: "Không lưu gì để biết ai đã báo, nên không trả lời riêng được.", en: "Nothing is kept that tells who reported it, so there is no personal answer." }

    desk() { vi: "Tin báo chữ đã đăng", en: "Reports of published texts" }
    desk_office() { vi: "Tin báo bài viết và chữ của văn phòng", en: "Reports of articles and office texts" }
    article(no: u32) { vi: "Bài {no}", en: "Article {no}" }
    desk_lead() { vi: "Tin chờ lâu nhất đứng trước. Xem chữ theo luật, không theo số người báo.", en: "The oldest comes first. Look at the text by the law, not by how many reported it." }
    waiting() { vi: "Tin đang chờ", en: "Waiting reports" }
    one(number: &str) { vi: "Tin báo {number}", en: "Report {number}" }
    of(title: &str) { vi: ", {title}", en: ", {title}" }
    entry(n: u64) { vi: "dòng {n} của sổ", en: "entry {n} of the ledger" }
    because() { vi: "Lý do được nêu", en: "Reason given" }
    their_note() { vi: "Người báo nói thêm", en: "What was added" }
    keep() { vi: "Giữ nguyên", en: "Keep it" }
    take_down() { vi: "Gỡ", en: "Take it down" }
    corrected() { vi: "Chữ đã được sửa hoặc gỡ", en: "It was corrected or withdrawn" }
    acted() { vi: "Ghi là đã xử lý", en: "Record that it was acted on" }
    gone() { vi: "Chữ này không còn đăng.", en: "This text is not published any more." }
    done() { vi: "Đã ghi kết quả của tin báo.", en: "What was done is on record." }
    done_take_down() { vi: "Đã gỡ ý kiến. Ghi kết quả cho tin báo ở dưới.", en: "The opinion was taken down. Record the outcome of the report below." }
    none_title() { vi: "Không có tin báo nào chờ", en: "No report waits" }
    none_text() { vi: "Khi có người báo một chữ đã đăng, tin hiện ở đây.", en: "When someone reports a published text, it stands here." }
    desk_go() { vi: "Về bàn việc của diễn đàn", en: "Back to the forum's desk" }
}
