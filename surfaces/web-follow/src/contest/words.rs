//! What the form to contest says.

web_kit::words! {
    /// What the form to contest says.
    pub struct ContestWords;

    title() { vi: "Phản đối", en: "Contest" }
    back() { vi: "Về việc này", en: "Back to the clause" }
    about(label: &str, forum: &str) { vi: "Việc {label} của diễn đàn {forum}", en: "Clause {label} of forum {forum}" }
    now() { vi: "Trang ghi hiện nay", en: "What the page says now" }
    text() { vi: "Điều chưa đúng", en: "What is not so" }
    what_text() { vi: "điều chưa đúng", en: "what is not so" }
    text_hint() { vi: "Nói thấy gì, ở đâu, khi nào. Không nêu tên ai.", en: "Say what you saw, where and when. Name nobody." }
    send() { vi: "Gửi phản đối", en: "Send" }
    read_first() { vi: "Được đọc trước khi đăng, theo các lý do có trong luật. Đăng rồi thì đứng cạnh trạng thái của việc.", en: "It is read before it is published, by the reasons the law knows. Then it stands beside the state of the clause." }
    no_change() { vi: "Phản đối không tự đổi trạng thái. Người trả lời không thuộc đơn vị chủ trì hay thẩm tra.", en: "It does not change the state by itself. Whoever answers belongs neither to owner nor verifier." }
    nobody_known() { vi: "Không cần tên. Không giữ địa chỉ máy. Biên nhận là cách duy nhất để theo dõi.", en: "No name is needed and no address is kept. The receipt is the only way to follow it." }
    promise() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }

    look_title() { vi: "Xem lại trước khi gửi", en: "Look once more before you send" }
    look_lead() { vi: "Chữ chưa gửi đi. Có chỗ nên xem lại; ông/bà quyết định, không ai sửa chữ của ông/bà.", en: "Nothing was sent yet. Some words deserve a second look. You decide; nobody changes your words." }
    look_change() { vi: "Sửa lại", en: "Change it" }
    look_send() { vi: "Gửi nguyên văn", en: "Send it as it is" }
    warn_name() { vi: "Có vẻ là tên người. Nêu tên ai là có lỗi thì không đăng được; nói việc và chức vụ là đủ.", en: "This looks like a person's name. Words that call a named person guilty are not published; say what happened and the post." }
    warn_phone() { vi: "Có vẻ là số điện thoại. Đăng lên thì ai cũng thấy.", en: "This looks like a telephone number. Everyone would see it." }
    warn_plate() { vi: "Có vẻ là biển số xe. Biển số dẫn tới một người.", en: "This looks like a number plate. It leads to a person." }
    warn_post() { vi: "Nêu vọng gác cùng giờ hoặc ca trực cho biết lúc nào chỗ ấy yếu. Nói ngày và buổi là đủ.", en: "A post with its hour or shift tells when it is weak. The day will do." }
    warn_email() { vi: "Có vẻ là địa chỉ thư điện tử. Đăng lên thì ai cũng thấy.", en: "This looks like an address of electronic mail. Everyone would see it." }
    warn_id() { vi: "Có vẻ là số giấy tờ tùy thân. Không nên gửi.", en: "This looks like the number of an identity paper. Better leave it out." }
}
