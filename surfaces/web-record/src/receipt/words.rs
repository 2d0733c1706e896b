//! What receipts say.

use base::time::Date;

web_kit::words! {
    /// What the pages of a receipt say.
    pub struct ReceiptWords;

    receipt() { vi: "Biên nhận", en: "Receipt" }
    none_title() { vi: "Chưa tìm thấy biên nhận này", en: "This receipt was not found" }
    received() { vi: "Đã nhận ý kiến của ông/bà.", en: "Your opinion was received." }
    received_when(hour: &str) { vi: "Ý kiến được ghi {hour}.", en: "It was recorded {hour}." }
    published() { vi: "Ý kiến đã được đăng.", en: "The opinion is published." }
    taken_down() { vi: "Ý kiến này đã đăng, rồi bị gỡ.", en: "This opinion was published, then taken down." }
    next_taken_down(reason: &str) { vi: "Lý do gỡ: {reason}. Số của ý kiến vẫn còn.", en: "Reason: {reason}. Its number stays." }
    private_track() { vi: "Ý kiến này nêu tên một người, nên đi đường trả lời riêng.", en: "This opinion names someone, so it is answered privately." }
    next_private(day: Date) { vi: "Trả lời sẽ hiện trên biên nhận này, trước hết ngày {day}. Ý kiến không đăng công khai.", en: "The answer appears on this receipt by the end of {day}. The opinion is not published." }
    refused() { vi: "Ý kiến chưa được đăng.", en: "The opinion is not published." }
    withdrawn() { vi: "Ý kiến đã được rút.", en: "The opinion was withdrawn." }
    erased() { vi: "Lời của ý kiến đã được gỡ.", en: "The words of the opinion were removed." }
    keep() { vi: "Giữ lại biên nhận này", en: "Keep this receipt" }
    keep_why() {
        vi: "Với mã dưới đây, ông/bà tự kiểm tra được ý kiến đã vào sổ và vẫn còn nguyên. Chụp màn hình, in ra, hoặc chép lại đều được.",
        en: "With the code below you can check for yourself that the opinion is in the ledger, unchanged. Take a picture, print it, or copy it by hand."
    }
    slip_title() { vi: "Biên nhận ý kiến", en: "Receipt of an opinion" }
    qr_label(url: &str) { vi: "Mã QR dẫn tới {url}", en: "QR code of {url}" }
    when() { vi: "Nhận lúc", en: "Received" }
    line() { vi: "Dòng trong sổ", en: "Ledger entry" }
    signed() { vi: "Ký tên", en: "Signature" }
    mark() { vi: "Dấu sổ", en: "Ledger mark" }
    mark_size(n: u64) { vi: "khi sổ có {n} dòng", en_one: "at one entry", en: "at {n} entries" }
    print() { vi: "In biên nhận", en: "Print the receipt" }
    keep_why_gone() {
        vi: "Lời đã được gỡ. Mã dưới đây vẫn cho thấy có một ý kiến đã vào sổ, và việc gỡ được ghi ở dòng nào.",
        en: "The words were removed. The code below still shows that an opinion is in the ledger, and which entry records the removal."
    }
    save_proof() { vi: "Lưu tệp chứng minh", en: "Save the proof" }
    save_words() { vi: "Lưu lời đã viết", en: "Save what was written" }
    save_entry() { vi: "Lưu dòng trong sổ", en: "Save the ledger entry" }
    check_now() { vi: "Kiểm tra ngay", en: "Check it now" }

    tells() { vi: "Biên nhận này cho biết", en: "What this receipt tells" }
    tells_line() { vi: "Ý kiến đã vào sổ, ở dòng nào, trong giờ nào.", en: "The opinion is in the ledger: at which entry, in which hour." }
    tells_words() {
        vi: "Từng chữ có còn nguyên không: hai tệp ở đây và sổ công khai cho ra cùng một dấu.",
        en: "Whether every word is unchanged: the two files here and the public ledger give the same mark."
    }
    tells_later() {
        vi: "Về sau sổ có bị sửa không, nếu ông/bà giữ tệp chứng minh: dấu trong tệp phải nằm trong sổ mãi mãi.",
        en: "Whether the ledger is altered later, if you keep the proof: the mark in it must fit the ledger for ever."
    }
    tells_published() { vi: "Ý kiến đã được đăng cho mọi người đọc.", en: "The opinion is published for everyone to read." }
    tells_not() { vi: "Biên nhận này không cho biết", en: "What this receipt does not tell" }
    not_who() {
        vi: "Ai đã viết. Mã không gắn với số điện thoại, địa chỉ mạng hay máy.",
        en: "Who wrote it. The code is not tied to a telephone number, a network address or a device."
    }
    not_device() {
        vi: "Viết từ đâu, bằng máy nào. Mã không gắn với số điện thoại, địa chỉ mạng hay máy.",
        en: "Where and on which device it was written. The code is not tied to a telephone number, a network address or a device."
    }
    not_minute() { vi: "Phút nào. Sổ chỉ ghi đến giờ.", en: "The minute. The ledger records the hour only." }
    lost() {
        vi: "Mất biên nhận thì không lấy lại được, vì không ai biết ý kiến nào của ai.",
        en: "A lost receipt cannot be given again, for nobody knows whose opinion is whose."
    }
    secret() {
        vi: "Ai có mã này đều mở được trang này và rút được ý kiến khi chưa đăng. Cất như cất giấy tờ.",
        en: "Whoever has this code can open this page and take the opinion back before it is published. Keep it as you keep your papers."
    }

    next() { vi: "Tiếp theo", en: "What happens next" }
    next_held() {
        vi: "Người đọc ý kiến của diễn đàn đọc trong một ngày làm việc.",
        en: "A moderator of the forum reads the opinion within one working day."
    }
    next_batch(n: usize) {
        vi: "Đọc xong, ý kiến chờ đăng cùng ý kiến khác, thứ tự bốc thăm: khi đủ {n}, hoặc khi qua giờ mới.",
        en: "Once read, it waits to appear together with others in an order drawn by lot: when {n} are ready, or when the next hour begins."
    }
    next_cleared() { vi: "Ý kiến đã được đọc và sẽ đăng trong đợt tới.", en: "The opinion was read and will appear with the next batch." }
    next_published(label: &str) { vi: "Đọc ý kiến {label}", en: "Read opinion {label}" }
    next_published_text(label: &str) { vi: "Ý kiến mang số {label}. Địa chỉ này giữ mãi.", en: "The opinion has the number {label}. Its address stays." }
    next_refused(reason: &str) { vi: "Không đăng, vì {reason}.", en: "Not published, because {reason}." }
    next_rewrite() { vi: "Có thể viết lại mà bỏ phần ấy, khi diễn đàn còn nhận ý kiến.", en: "It can be written again without that part while the forum takes opinions." }
    next_appeal() {
        vi: "Chưa có nơi nhận khiếu nại về việc không đăng. Nơi ấy sẽ mở cùng quy chế diễn đàn; giữ biên nhận để khiếu nại.",
        en: "There is no desk yet for appeals against not publishing. It comes with the forum's rules; keep this receipt for it."
    }
    next_withdrawn_ordered(entry: u64) {
        vi: "Lời đã viết không còn hiện ở đâu nữa, đang được xóa khỏi máy chủ (dòng {entry}).",
        en: "The words are shown nowhere any more and are being erased from the server (entry {entry})."
    }
    next_withdrawn_erased(entry: u64) {
        vi: "Lời đã viết đã xóa khỏi máy chủ (dòng {entry}). Dòng nhận ý kiến vẫn ở trong sổ, không còn chữ nào.",
        en: "The words are erased from the server (entry {entry}). The entry that received the opinion stays in the ledger, without a word of it."
    }
    next_backup() { vi: "Bản sao lưu cũ hết hạn sau đó một thời gian.", en: "Older backups run out some time after that." }
    next_erased(entry: u64) {
        vi: "Lời của ý kiến đã được gỡ theo dòng {entry} của sổ, kèm căn cứ.",
        en: "The words of the opinion were removed by entry {entry} of the ledger, with its legal basis."
    }
    next_day(day: Date) { vi: "Diễn đàn họp ngày {day}.", en: "The forum is held on {day}." }
    to_forum() { vi: "Xem diễn đàn", en: "See the forum" }
    to_write() { vi: "Viết lại", en: "Write again" }

    withdraw_go() { vi: "Rút ý kiến", en: "Withdraw the opinion" }
    withdraw_title() { vi: "Rút ý kiến này?", en: "Withdraw this opinion?" }
    withdraw_text() {
        vi: "Lời đã viết sẽ bị xóa và không lấy lại được. Sổ vẫn còn dòng nhận ý kiến và dòng rút ý kiến, không có chữ nào.",
        en: "What was written will be erased and cannot be brought back. The ledger keeps the entry that received it and the one that withdraws it, without a word."
    }
    withdraw_button() { vi: "Rút và xóa lời", en: "Withdraw and erase" }
    withdraw_back() { vi: "Giữ ý kiến, về biên nhận", en: "Keep it, back to the receipt" }
    withdraw_published() {
        vi: "Ý kiến đã đăng nên không rút được nữa. Muốn gỡ vì thông tin riêng, gửi yêu cầu cho văn phòng kèm mã biên nhận.",
        en: "The opinion is published and cannot be withdrawn any more. To have personal data removed, write to the office with the receipt's code."
    }
    withdraw_done() { vi: "Ý kiến này đã được rút trước đó. Không cần làm gì thêm.", en: "This opinion was withdrawn before. There is nothing more to do." }
    withdraw_gone() { vi: "Không còn ý kiến nào ứng với mã này.", en: "No opinion belongs to this code." }
    withdraw_stale() {
        vi: "Phiếu này đã gửi trước đó với nội dung khác. Bấm nút lần nữa để rút.",
        en: "This form was sent before with other content. Press the button again to withdraw."
    }
    withdraw_busy() {
        vi: "Máy chủ đang bận, chưa chắc đã ghi. Bấm lại nút; gửi hai lần cũng chỉ ghi một.",
        en: "The server is busy and may not have recorded it. Press the button again; sending twice records it once."
    }
    withdraw_slow(seconds: u64) {
        vi: "Từ nơi này vừa gửi nhiều lần. Chờ {seconds} giây rồi bấm lại.",
        en_one: "Many were sent from this place. Wait a second and press again.",
        en: "Many were sent from this place. Wait {seconds} seconds and press again."
    }
}
