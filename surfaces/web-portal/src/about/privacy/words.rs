//! The words of the page about privacy.

use web_kit::words;

words! {
    /// What the page about privacy says.
    pub struct PrivacyWords;

    title() { vi: "Quyền riêng tư", en: "Privacy" }
    lead() { vi: "Đọc, viết, bày tỏ mà không ai cần biết ông/bà là ai. Trang này nói rõ giữ gì, không giữ gì, và xóa thế nào.", en: "You can read, write and answer without anyone knowing who you are. This page says what is kept, what is not, and how to have it erased." }
    print() { vi: "In trang này", en: "Print this page" }

    not_collected() { vi: "Không giữ", en: "What is not kept" }
    no_account() { vi: "Không có tài khoản, không hỏi điện thoại, thư điện tử hay giấy tờ của người góp ý.", en: "There are no accounts, and nobody who speaks is asked for a number, a mail address or papers." }
    no_address() { vi: "Không ghi địa chỉ mạng. Địa chỉ chỉ nằm trong bộ nhớ, đã băm với khóa đổi mỗi giờ, để chặn gửi dồn dập.", en: "No network address is recorded. It is in memory only, hashed with a key that changes each hour, to slow down floods." }
    no_tracking() { vi: "Không theo dõi ai từ trang này sang trang khác.", en: "Nobody is followed from page to page." }
    no_third() { vi: "Không có mã, ảnh, chữ hay bản đồ của bên thứ ba.", en: "There is no script, picture, font or map of anyone else." }
    no_minute() { vi: "Sổ chỉ ghi giờ, không ghi phút.", en: "The ledger records the hour, not the minute." }

    collected() { vi: "Có giữ", en: "What is kept" }
    kept_opinion() { vi: "Ý kiến và lý do, vai trò hoặc họ tên nếu người viết tự chọn ghi.", en: "Opinions and reasons; a role or a name if the author chose to give one." }
    kept_vote() { vi: "Điều một tiếng nói đã chọn, dưới một tên giả riêng cho diễn đàn đó.", en: "What a voice chose, under a pseudonym for that one forum." }
    kept_flag() { vi: "Lời báo về một nội dung, lời phản đối về một việc.", en: "Reports of texts, and contests of tasks." }
    kept_staff() { vi: "Tên, vai trò và việc đã làm của người được giao việc ở văn phòng.", en: "Name, roles and acts of those who work for the office." }
    kept_visits() { vi: "Con số truy cập, không có gì chỉ ra ai.", en: "How many visits there were, with nothing that points to anyone." }
    visits_go() { vi: "Cách chúng tôi đếm", en: "How visits are counted" }

    cookies() { vi: "Cookie", en: "Cookies" }
    cookies_three() { vi: "Chỉ có ba cookie. Đọc trang thì không có cookie nào. Không cookie nào dùng để theo dõi.", en: "There are three cookies and no others. Reading sets none. None of them follows you." }
    cookie_theme() { vi: "Đặt khi ông/bà chọn nền sáng hay tối. Giữ một năm, hoặc đến khi chọn lại theo máy.", en: "Set when you choose light or dark. Kept a year, or until you choose what the device says." }
    cookie_voice(days: u32) {
        vi: "Đặt khi bày tỏ, chỉ gửi tới trang bày tỏ của đúng diễn đàn đó, để đổi được câu trả lời. Giữ đến {days} ngày sau khi hết hạn nhận.",
        en: "Set when you answer, and sent only to that forum’s page for answering, so that you can change an answer. Kept until {days} days after the last day."
    }
    cookie_session(hours: u32, minutes: u64) {
        vi: "Chỉ cho người của văn phòng đã vào bằng đường dẫn. Giữ {hours} giờ, hết sớm khi {minutes} phút không làm gì. Không gửi tới trang viết ý kiến hay bày tỏ.",
        en: "Only for those who work here and came in by a link. Kept {hours} hours, ended after {minutes} idle minutes. Never sent to pages where people write or answer."
    }

    retention() { vi: "Giữ bao lâu", en: "How long" }
    retention_unpublished(days: u32) {
        vi: "Lời không đăng: xóa sau {days} ngày kể từ khi diễn đàn khép lại.",
        en: "Words that were not published are erased {days} days after their forum ended."
    }
    retention_published() { vi: "Lời đã đăng, bài viết, kết luận: giữ lâu dài như hồ sơ công khai.", en: "Published words, articles and conclusions are kept as public records." }
    retention_ledger() { vi: "Dòng của sổ không mất, nhưng trong dòng không có lời: chỉ có dấu niêm. Xóa lời rồi thì dấu niêm không nói gì.", en: "Entries of the ledger stay, but hold no words, only a seal. Once the words are erased the seal tells nothing." }

    erasure() { vi: "Xin xóa", en: "How to ask for erasure" }
    erasure_own() { vi: "Ý kiến của chính mình, chưa đăng: rút ngay từ trang biên nhận, lời bị xóa liền.", en: "Your own opinion, not published yet: take it back from the receipt’s page; its words are erased at once." }
    erasure_ask() { vi: "Lời đã đăng có dữ liệu của ông/bà: gửi đề nghị đến văn phòng theo địa chỉ ở cuối trang, nêu số ý kiến hoặc địa chỉ trang. Hoặc bấm “Báo” dưới nội dung đó.", en: "Published words with your data: ask the office, at the address below, and give the opinion’s number or the page’s address. Or use “Report” under the text." }
    erasure_bases(asked: &str, decision: &str) { vi: "Căn cứ để xóa: {asked}, hoặc {decision}.", en: "It is erased on this basis: {asked}, or {decision}." }
    erasure_shown() { vi: "Lệnh xóa có hiệu lực ngay. Việc xóa, ngày và căn cứ hiện trong sổ; lời thì mất hẳn.", en: "An order hides the words at once. The erasure, its day and basis stand in the ledger; the words are gone." }
    verify() { vi: "Mở biên nhận", en: "Open a receipt" }

    who() { vi: "Ai đọc được", en: "Who can read it" }
    who_reads() { vi: "Lời chưa đăng: người đọc ý kiến của diễn đàn đó. Lời đã đăng: mọi người.", en: "Words not yet published: the forum’s moderators. Published words: everyone." }
    who_holds() { vi: "Người giữ máy chủ có thể làm được gì, trang cam kết nói thẳng.", en: "What whoever holds the server could do is said plainly on the page of promises." }
    promise() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    who_may() { vi: "Ai được làm gì", en: "Who may do what" }
}
