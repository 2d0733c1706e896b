//! What the pages of a holder's acts say: confirming a summary, appealing.

use base::time::Date;

web_kit::words! {
    /// What the pages of a holder's acts say.
    pub struct ActWords;

    back() { vi: "Về biên nhận", en: "Back to the receipt" }

    confirm_title() { vi: "Đây có đúng lời ông/bà không?", en: "Are these your words?" }
    confirm_here() { vi: "Xác nhận lời tóm tắt", en: "Confirm the summary" }
    confirm_lead() {
        vi: "Người ghi biên bản tóm tắt lời ông/bà nói tại hội trường như dưới đây. Xác nhận rồi thì lời này được đọc, và đăng nguyên văn nếu không có lý do theo luật để giữ lại.",
        en: "The clerk summed up what you said in the hall as it stands below. Once you confirm it, it is read, and published as it stands unless there is a lawful reason against it."
    }
    summary() { vi: "Lời tóm tắt", en: "The summary" }
    details() { vi: "Nói thêm", en: "More of what was said" }
    under_it() { vi: "Đứng tên", en: "What stands under it" }
    for_whom() { vi: "Phát biểu thay mặt", en: "Speaking for" }
    confirm_button() { vi: "Đúng lời tôi", en: "Yes, these are my words" }
    not_mine() { vi: "Không đúng lời tôi", en: "These are not my words" }
    not_mine_text() {
        vi: "Rút lời tóm tắt này: lời bị xóa, không đăng. Rồi nói với người ghi biên bản để ghi lại cho đúng; ông/bà nhận biên nhận mới.",
        en: "Take this summary back: it is erased and not published. Then tell the clerk, who records it anew and gives you a new receipt."
    }
    withdraw() { vi: "Rút lời tóm tắt", en: "Take the summary back" }
    confirm_gone() { vi: "Lời tóm tắt đã được gỡ, nên không còn gì để xác nhận.", en: "The summary was removed: there is nothing left to confirm." }

    appeal_title() { vi: "Khiếu nại việc không đăng", en: "Appeal against not publishing" }
    appeal_taken_down_title() { vi: "Khiếu nại việc gỡ ý kiến", en: "Appeal against taking down" }
    appeal_private_title() { vi: "Khiếu nại việc chuyển đường trả lời riêng", en: "Appeal against the private track" }
    appeal_here() { vi: "Khiếu nại", en: "Appeal" }
    appeal_reason() { vi: "Lý do ghi trong sổ", en: "The reason on record" }
    appeal_private_reason() { vi: "Ý kiến nêu tên một người, nên được trả lời riêng thay vì đăng.", en: "It names a person, so its author is answered privately instead of it being published." }
    appeal_once() { vi: "Khiếu nại được một lần.", en: "One appeal can be made." }
    appeal_who() { vi: "Người xét khiếu nại quyết định, không bao giờ là người đã đọc và quyết định trước đó.", en: "The appeal body decides, never the person who read it and decided before." }
    appeal_when(day: Date, n: u32) { vi: "Gửi hôm nay thì có quyết định chậm nhất hết ngày {day} ({n} ngày làm việc).", en_one: "Sent today, it is decided by the end of {day} (one working day).", en: "Sent today, it is decided by the end of {day} ({n} working days)." }
    appeal_result() { vi: "Được chấp nhận thì ý kiến được đăng nguyên văn. Không được chấp nhận thì có lời giải thích công khai. Cả hai hiện trên biên nhận này.", en: "If it is granted the opinion is published as written. If not, a public explanation is given. Either stands on this receipt." }
    appeal_words() { vi: "Vì sao ông/bà cho là chưa đúng", en: "Why you think it is wrong" }
    appeal_words_hint() { vi: "Chỉ người xét khiếu nại đọc, không đăng.", en: "Only the appeal body reads it; it is not published." }
    what_words() { vi: "lời khiếu nại", en: "the words of the appeal" }
    appeal_field_lost() { vi: "Phiếu đến nơi thiếu ô lời khiếu nại. Xem lại rồi gửi lần nữa; ô ấy để trống cũng được.", en: "The form arrived without the field for your words. Look at it and send it again; the field may be empty." }
    appeal_send() { vi: "Gửi khiếu nại", en: "Send the appeal" }
    appeal_state() { vi: "Khiếu nại này đến đâu rồi", en: "How far the appeal is" }
    appeal_confirm_first() {
        vi: "Lời tóm tắt phát biểu chưa được xác nhận. Xác nhận trước, rồi khiếu nại được: khiếu nại được chấp nhận thì lời ấy được đăng.",
        en: "The summary of what was said is not confirmed. Confirm it first, then you can appeal: an appeal that is granted publishes it."
    }
    appeal_nothing() { vi: "Không có quyết định nào để khiếu nại lúc này. Có quyết định không đăng thì khiếu nại tại đây.", en: "There is no decision to appeal against now. Should it not be published, you can appeal here." }
}
