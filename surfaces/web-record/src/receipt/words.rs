//! What receipts say.

web_kit::words! {
    /// What the pages of a receipt say.
    pub struct ReceiptWords;

    receipt() { vi: "Biên nhận", en: "Receipt" }
    none_title() { vi: "Chưa tìm thấy biên nhận này", en: "This receipt was not found" }
    received() { vi: "Đã nhận ý kiến của ông/bà.", en: "Your opinion was received." }
    received_when(hour: &str) { vi: "Được ghi vào sổ {hour}.", en: "It was recorded {hour}." }
    turn_waits() { vi: "Lời phát biểu đã được ghi, chờ ông/bà xác nhận.", en: "What you said was recorded and waits for you to confirm it." }
    contest_received() { vi: "Đã nhận phản đối của ông/bà.", en: "Your contest was received." }
    contest_published() { vi: "Phản đối đã được đăng.", en: "The contest is published." }
    contest_answered() { vi: "Phản đối đã được trả lời.", en: "The contest was answered." }
    contest_refused() { vi: "Phản đối không được đăng.", en: "The contest is not published." }
    private_answered() { vi: "Đã có trả lời riêng cho ông/bà.", en: "There is a private answer for you." }
    published() { vi: "Ý kiến đã được đăng.", en: "The opinion is published." }
    taken_down() { vi: "Ý kiến này đã đăng, rồi bị gỡ.", en: "This opinion was published, then taken down." }
    private_track() { vi: "Ý kiến này nêu tên một người, nên đi đường trả lời riêng.", en: "This opinion names someone, so it is answered privately." }
    refused() { vi: "Ý kiến chưa được đăng.", en: "The opinion is not published." }
    withdrawn() { vi: "Ý kiến đã được rút.", en: "The opinion was withdrawn." }
    erased() { vi: "Lời đã được gỡ.", en: "The words were removed." }
    keep() { vi: "Giữ lại biên nhận này", en: "Keep this receipt" }
    keep_why() {
        vi: "Với mã dưới đây, ông/bà tự kiểm tra được ý kiến đã vào sổ và vẫn còn nguyên. Chụp màn hình, in ra, hoặc chép lại đều được.",
        en: "With the code below you can check for yourself that the opinion is in the ledger, unchanged. Take a picture, print it, or copy it by hand."
    }
    keep_why_contest() {
        vi: "Với mã dưới đây, ông/bà tự kiểm tra được phản đối đã vào sổ và vẫn còn nguyên. Chụp màn hình, in ra, hoặc chép lại đều được.",
        en: "With the code below you can check for yourself that the contest is in the ledger, unchanged. Take a picture, print it, or copy it by hand."
    }
    slip_turn() { vi: "Biên nhận lời phát biểu", en: "Receipt of what was said" }
    slip_contest() { vi: "Biên nhận phản đối", en: "Receipt of a contest" }
    slip_title() { vi: "Biên nhận ý kiến", en: "Receipt of an opinion" }
    qr_label(url: &str) { vi: "Mã QR dẫn tới {url}", en: "QR code of {url}" }
    when() { vi: "Nhận lúc", en: "Received" }
    line() { vi: "Dòng trong sổ", en: "Ledger entry" }
    signed() { vi: "Ký tên", en: "Signature" }
    mark() { vi: "Dấu sổ", en: "Ledger mark" }
    mark_size(n: u64) { vi: "khi sổ có {n} dòng", en_one: "at one entry", en: "at {n} entries" }
    print() { vi: "In biên nhận", en: "Print the receipt" }
    keep_why_gone() {
        vi: "Lời đã được gỡ. Mã dưới đây vẫn cho thấy một dòng đã vào sổ, và việc gỡ được ghi ở dòng nào.",
        en: "The words were removed. The code below still shows that an entry is in the ledger, and which entry records the removal."
    }
    save_proof() { vi: "Lưu tệp chứng minh", en: "Save the proof" }
    save_words() { vi: "Lưu lời đã viết", en: "Save what was written" }
    save_entry() { vi: "Lưu dòng trong sổ", en: "Save the ledger entry" }
    check_now() { vi: "Kiểm tra ngay", en: "Check it now" }

    tells() { vi: "Biên nhận này cho biết", en: "What this receipt tells" }
    tells_line() { vi: "Ý kiến đã vào sổ, ở dòng nào, trong giờ nào.", en: "The opinion is in the ledger: at which entry, in which hour." }
    tells_line_contest() { vi: "Phản đối đã vào sổ, ở dòng nào, trong giờ nào.", en: "The contest is in the ledger: at which entry, in which hour." }
    tells_story() { vi: "Việc gì đã làm với nó, từng bước, đến lúc mở trang này.", en: "What was done with it, step by step, until this page was opened." }
    tells_words() {
        vi: "Từng chữ có còn nguyên không: hai tệp ở đây và sổ công khai cho ra cùng một dấu.",
        en: "Whether every word is unchanged: the two files here and the public ledger give the same mark."
    }
    tells_later() {
        vi: "Về sau sổ có bị sửa không, nếu ông/bà giữ tệp chứng minh: dấu trong tệp phải nằm trong sổ mãi mãi.",
        en: "Whether the ledger is altered later, if you keep the proof: the mark in it must fit the ledger for ever."
    }
    tells_published_contest() { vi: "Phản đối đã được đăng cho mọi người đọc.", en: "The contest is published for everyone to read." }
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
    not_votes() { vi: "Ông/bà đã bày tỏ gì với ý kiến của người khác.", en: "How you voted on the opinions of others." }
    not_minute() { vi: "Phút nào. Sổ chỉ ghi đến giờ.", en: "The minute. The ledger records the hour only." }
    lost() {
        vi: "Mất biên nhận thì không lấy lại được, vì không ai biết lời nào của ai.",
        en: "A lost receipt cannot be given again, for nobody knows whose words are whose."
    }
    secret() {
        vi: "Ai có mã này đều mở được trang này, rút ý kiến khi chưa đăng, xác nhận lời tóm tắt, khiếu nại và đọc trả lời riêng. Cất như cất giấy tờ.",
        en: "Whoever has this code can open this page, take the opinion back before it is published, confirm a summary, appeal, and read a private answer. Keep it as you keep your papers."
    }

    secret_contest() {
        vi: "Ai có mã này đều mở được trang này và lấy được lời đã viết. Cất như cất giấy tờ.",
        en: "Whoever has this code can open this page and get what was written. Keep it as you keep your papers."
    }

    next() { vi: "Tiếp theo", en: "What happens next" }
    next_published(label: &str) { vi: "Đọc ý kiến {label}", en: "Read opinion {label}" }
    come_back() {
        vi: "Không ai gửi thư báo, vì không ai biết ông/bà là ai. Mở lại trang này lúc nào cũng thấy bước mới nhất.",
        en: "Nobody writes to you, because nobody knows who you are. Open this page again at any time: the latest step is here."
    }
    contest_stays() { vi: "Phản đối không rút lại được. Nó không đổi trạng thái của việc.", en: "A contest cannot be taken back. It does not change the state of the clause." }
    to_clause() { vi: "Xem việc bị phản đối", en: "See the clause it contests" }
    to_confirm() { vi: "Xem và xác nhận lời tóm tắt", en: "Look at the summary and confirm it" }
    to_appeal() { vi: "Khiếu nại việc này", en: "Appeal against this" }
    to_vote() { vi: "Bày tỏ với ý kiến của người khác", en: "Vote on the opinions of others" }
    next_rewrite() { vi: "Có thể viết lại mà bỏ phần ấy, khi diễn đàn còn nhận ý kiến.", en: "It can be written again without that part while the forum takes opinions." }
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
        vi: "Lời đã được gỡ theo dòng {entry} của sổ, kèm căn cứ.",
        en: "The words were removed by entry {entry} of the ledger, with its legal basis."
    }
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
