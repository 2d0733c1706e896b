//! What slips and their pages say.

use base::time::Date;

web_kit::words! {
    /// What slips and their pages say.
    pub struct SlipWords;

    title() { vi: "Phiếu mời bày tỏ", en: "Invitation slips" }
    lead() { vi: "Mỗi phiếu là một tiếng nói được xác thực, một phiếu cho mỗi dòng của danh sách mời. Phiếu không ghi tên ai: xáo trộn rồi phát, để không ai biết ai cầm phiếu nào.", en: "Each slip is one verified voice, one for each line of the roll. A slip names nobody: shuffle them before handing them out, so that nobody knows who holds which." }
    make() { vi: "Làm phiếu", en: "Make slips" }
    label() { vi: "Cho ai", en: "For whom" }
    label_hint() { vi: "Tên danh sách, ví dụ: Đại biểu các cơ quan có mục tiêu. Chỉ văn phòng thấy.", en: "The name of the roll, such as: delegates of the protected agencies. Only the office sees it." }
    what_label() { vi: "Cho ai", en: "For whom" }
    count() { vi: "Số phiếu", en: "How many" }
    count_hint(max: usize) { vi: "Bằng số dòng của danh sách, nhiều nhất {max} phiếu một lần.", en: "As many as the roll has lines, {max} at most at once." }
    count_wrong(max: usize) { vi: "Ghi số phiếu từ 1 đến {max}.", en: "Give a number from 1 to {max}." }
    once() { vi: "Trang in hiện một lần: mã trên phiếu không được giữ ở đâu. Mất bản in thì hủy đợt ấy và làm đợt mới.", en: "The sheet is shown once: the codes on the slips are kept nowhere. If the print is lost, cancel the batch and make another." }
    batches() { vi: "Các đợt đã làm", en: "Batches made" }
    none() { vi: "Chưa làm phiếu nào.", en: "No slips were made yet." }
    column_batch() { vi: "Đợt", en: "Batch" }
    column_slips() { vi: "Phiếu", en: "Slips" }
    column_used() { vi: "Đã dùng", en: "Used" }
    used_hidden(least: u32) { vi: "Đợt dưới {least} phiếu không cho xem", en: "Not shown for batches of fewer than {least}" }
    column_when() { vi: "Làm khi nào", en: "Made" }
    column_act() { vi: "Việc", en: "Act" }
    cancel() { vi: "Hủy phiếu chưa dùng", en: "Cancel unused slips" }
    cancelled() { vi: "Đã hủy phiếu chưa dùng", en: "Unused slips cancelled" }
    closed() { vi: "Diễn đàn đã đóng bày tỏ, nên không làm thêm phiếu được.", en: "Votes are closed, so no more slips can be made." }

    sheet_title(n: usize) { vi: "{n} phiếu mời, in ngay", en_one: "One slip, to print now", en: "{n} slips, to print now" }
    sheet_text() { vi: "Các mã này chỉ hiện ở trang này. In ngay (khổ A4), cắt theo đường kẻ, xáo trộn, rồi phát mỗi người một phiếu.", en: "These codes are shown on this page only. Print it now (A4), cut along the lines, shuffle, and hand one to each person." }
    print() { vi: "In phiếu", en: "Print the slips" }
    to_list() { vi: "Về các đợt phiếu", en: "To the batches" }
    slip_title() { vi: "Phiếu mời bày tỏ ý kiến", en: "Invitation to vote" }
    slip_how(address: &str) { vi: "Quét mã, hoặc mở {address} rồi gõ mã dưới đây.", en: "Scan the code, or open {address} and type the code below." }
    slip_anonymous() { vi: "Phiếu không ghi tên. Không ai biết phiếu này của ai.", en: "This slip names nobody. Nobody knows whose it is." }
    slip_until(day: Date) { vi: "Dùng được đến hết ngày {day}.", en: "Valid until the end of {day}." }
    qr(n: usize) { vi: "Mã QR của phiếu {n}", en: "QR code of slip {n}" }

    enter_title() { vi: "Bày tỏ bằng phiếu mời", en: "Vote with an invitation slip" }
    enter_lead() { vi: "Gõ mã in trên phiếu. Chữ hoa chữ thường, có gạch hay không đều được.", en: "Type the code printed on the slip. Capitals, small letters, with or without dashes." }
    code() { vi: "Mã trên phiếu", en: "Code on the slip" }
    code_hint() { vi: "26 chữ và số, ví dụ: 2K7QD-…", en: "26 letters and digits, such as 2K7QD-…" }
    code_wrong() { vi: "Mã này chưa đủ hoặc có chữ không dùng trong mã. Xem lại từng nhóm trên phiếu.", en: "This code is incomplete or has a letter that codes do not use. Look at each group on the slip." }
    go() { vi: "Tiếp tục", en: "Continue" }
    valid_title() { vi: "Phiếu dùng được", en: "The slip is valid" }
    valid_text() { vi: "Phiếu này là một tiếng nói được xác thực của diễn đàn. Bấm nút dưới để bắt đầu.", en: "This slip is one verified voice of the forum. Press the button to begin." }
    used_text() { vi: "Phiếu này đã bày tỏ rồi. Bấm nút dưới để xem tiếp hoặc đổi lựa chọn: phiếu vẫn là một tiếng nói.", en: "This slip has voted already. Press the button to go on or to change answers: it is still one voice." }
    replaces() { vi: "Nếu máy này đang bày tỏ bằng mã tự lấy, từ đây sẽ dùng phiếu. Những gì đã bày tỏ bằng mã cũ vẫn được tính ở phần không xác thực.", en: "If this device has voted with a code of its own, it uses the slip from now on. What was answered with the old code still counts as not verified." }
    begin() { vi: "Bắt đầu bày tỏ", en: "Begin to vote" }
    cancelled_title() { vi: "Phiếu này đã hủy", en: "This slip was cancelled" }
    cancelled_text() { vi: "Hỏi thư ký diễn đàn để nhận phiếu khác.", en: "Ask the forum's secretary for another." }
    unknown_title() { vi: "Không có phiếu này", en: "There is no such slip" }
    unknown_text() { vi: "Xem lại mã trên phiếu, và xem phiếu có đúng của diễn đàn này không.", en: "Look at the code again, and whether the slip is of this forum." }
}
