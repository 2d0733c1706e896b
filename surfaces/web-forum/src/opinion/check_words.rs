//! The words of the look before sending.

web_kit::words! {
    /// What the page between writing and sending says.
    pub(crate) struct CheckWords;

    title() { vi: "Xem lại trước khi gửi", en: "Look once more before sending" }
    lead() { vi: "Chưa gửi, chưa ghi gì. Ông/bà quyết định: sửa lại, hoặc gửi nguyên văn.", en: "Nothing is sent or recorded yet. You decide: change it, or send it as it is." }
    yours() { vi: "Ý kiến của ông/bà", en: "Your opinion" }
    found() { vi: "Chỗ đánh dấu nên xem lại", en: "Look at what is marked" }
    person_name() { vi: "Có tên một người. Ý kiến nêu tên một chiến sĩ là có lỗi không đăng mà được chuyển trả lời riêng; khen thì cứ nêu tên.", en: "It has a person's name. An opinion that names a guard as guilty of something is not published but answered privately; praise may name." }
    phone() { vi: "Có số điện thoại. Đã đăng thì ai cũng đọc được, và số này có thể bị gọi làm phiền.", en: "It has a telephone number. Once published anyone can read it and call." }
    plate() { vi: "Có biển số xe. Biển số có thể chỉ ra một người cụ thể.", en: "It has a number plate, which can point at one person." }
    post_with_shift() { vi: "Có nơi gác đi cùng giờ hoặc ca. Chỗ sơ hở của việc canh gác không nên nêu công khai.", en: "It has a post together with an hour or a shift. Where and when a post is weak should not be public." }
    email() { vi: "Có địa chỉ thư điện tử. Đã đăng thì ai cũng đọc được.", en: "It has a mail address. Once published anyone can read it." }
    id_number() { vi: "Có số giấy tờ tùy thân. Không nên để lộ số này ở nơi công khai.", en: "It has the number of an identity paper, which should not be public." }

    near() { vi: "Đã có ý kiến gần giống", en: "Published opinions that are near" }
    near_about() { vi: "Bày tỏ với ý kiến đã có thì dễ thấy bao nhiêu người cùng nghĩ. Vẫn gửi được ý kiến của mình.", en: "Voting on one that is there shows how many think the same. You can still send your own." }
    vote() { vi: "Bày tỏ với ý kiến này", en: "Vote on this one" }
    of(label: &str) { vi: ", {label}", en: ", {label}" }

    choose() { vi: "Gửi thế nào?", en: "How do you want to go on?" }
    as_it_is() { vi: "Gửi nguyên văn", en: "Send as it is" }
    change() { vi: "Sửa lại", en: "Change it" }
}
