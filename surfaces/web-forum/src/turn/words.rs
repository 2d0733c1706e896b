//! The words of spoken turns at the desk.

web_kit::words! {
    /// What the clerk's pages say.
    pub(super) struct TurnWords;

    title() { vi: "Ghi lượt phát biểu", en: "Record spoken turns" }
    lead() { vi: "Tóm tắt đúng ý, một điều một lượt. Người phát biểu nhận biên nhận và xác nhận bản tóm tắt; chưa xác nhận thì chưa đăng.", en: "Summarise what was meant, one thing a turn. The speaker gets a receipt and confirms the summary; until then it is not published." }
    record() { vi: "Lượt mới", en: "A new turn" }
    closed() { vi: "Diễn đàn chưa mở hoặc đã kết luận, nên không ghi lượt phát biểu được.", en: "The forum is not open yet or has concluded, so turns cannot be recorded." }
    summary() { vi: "Tóm tắt lời phát biểu", en: "Summary of what was said" }
    summary_hint() { vi: "Một điều, bằng lời của người phát biểu.", en: "One thing, in the speaker's own words." }
    details() { vi: "Chi tiết", en: "Details" }
    details_hint() { vi: "Lý do, ví dụ, số liệu người phát biểu đã nêu.", en: "Reasons, examples and figures the speaker gave." }
    organisation() { vi: "Phát biểu thay mặt", en: "Speaks for" }
    no_organisation() { vi: "Không thay mặt cơ quan nào", en: "For no organisation" }
    organisation_unknown() { vi: "Chọn một cơ quan trong danh sách", en: "Choose an organisation of the list" }
    sign() { vi: "Người phát biểu muốn ký thế nào?", en: "How does the speaker want it signed?" }
    sign_none_about() { vi: "Không ghi vai trò, không ghi tên.", en: "No role and no name." }
    sign_role() { vi: "Chỉ ghi vai trò", en: "Role only" }
    sign_role_about() { vi: "Chọn vai trò ở dưới.", en: "Choose the role below." }
    sign_name() { vi: "Ký họ tên", en: "Full name" }
    sign_name_about() { vi: "Chọn vai trò và gõ họ tên ở dưới. Tên hiện công khai.", en: "Choose the role and type the name below. The name is public." }
    role() { vi: "Vai trò", en: "Role" }
    role_hint() { vi: "Chỉ dùng khi ghi vai trò hoặc ký họ tên.", en: "Used only with a role or a name under it." }
    name() { vi: "Họ tên", en: "Full name" }
    name_hint() { vi: "Chỉ dùng khi ký họ tên.", en: "Used only when it is signed by name." }
    send() { vi: "Ghi và làm biên nhận", en: "Record and make the receipt" }

    receipt_title() { vi: "Biên nhận cho người phát biểu", en: "The speaker's receipt" }
    receipt_lead() { vi: "Đã ghi lượt phát biểu. In hoặc đưa mã này cho người phát biểu ngay: mã không được giữ ở đâu.", en: "The turn is on record. Print it or hand the code over now: it is kept nowhere." }
    read_aloud() { vi: "Đọc lại cho người phát biểu nghe", en: "Read it back to the speaker" }
    slip_title() { vi: "Biên nhận lượt phát biểu", en: "Receipt of a spoken turn" }
    confirm_how() { vi: "Quét mã để đọc bản tóm tắt và xác nhận đúng lời mình, hoặc rút lại.", en: "Scan it to read the summary and confirm that it is right, or to take it back." }
    how(address: &str) { vi: "Không quét được thì mở {address} rồi gõ mã ở trên.", en: "Or open {address} and type the code above." }
    qr() { vi: "Mã QR dẫn tới biên nhận", en: "QR code that leads to the receipt" }
    print() { vi: "In biên nhận", en: "Print the receipt" }
    next_turn() { vi: "Ghi lượt tiếp theo", en: "Record the next turn" }

    today() { vi: "Lượt hôm nay và lượt chờ xác nhận", en: "Today's turns and those to be confirmed" }
    none() { vi: "Hôm nay chưa ghi lượt nào, và không có lượt nào chờ xác nhận.", en: "No turn was recorded today, and none waits to be confirmed." }
    entry(n: u64) { vi: "Dòng {n}", en: "Entry {n}" }
    of_entry(n: u64) { vi: ", lượt ở dòng {n}", en: ", the turn of entry {n}" }
    aloud() { vi: "Người phát biểu đã xác nhận bằng lời", en: "The speaker confirmed it aloud" }
    done_aloud() { vi: "Đã ghi: người phát biểu xác nhận bằng lời.", en: "Recorded: the speaker confirmed it aloud." }
    state_held() { vi: "Đã xác nhận, chờ đọc", en: "Confirmed, waits to be read" }
    state_cleared() { vi: "Đã đọc, chờ đăng", en: "Read, waits to be published" }
    state_published() { vi: "Đã đăng", en: "Published" }
    state_refused(reason: &str) { vi: "Không đăng: {reason}", en: "Not published: {reason}" }
    state_taken_down(reason: &str) { vi: "Đã gỡ: {reason}", en: "Taken down: {reason}" }
    state_withdrawn() { vi: "Người phát biểu đã rút lại", en: "Taken back by the speaker" }
    state_private() { vi: "Đã chuyển trả lời riêng", en: "On the private track" }
}
