//! What the pages of documents say.

use base::time::Date;

web_kit::words! {
    /// What everyone reads.
    pub struct DocumentWords;

    title() { vi: "Tài liệu của diễn đàn", en: "Documents of the forum" }
    lead() { vi: "Kế hoạch, chương trình, giấy mời, biên bản: mới nhất ở trên. Tài liệu đã thu hồi vẫn đọc được, kèm lý do.", en: "Plan, programme, invitations, minutes: the newest first. A recalled document stays readable, with the reason." }
    none_title() { vi: "Chưa có tài liệu", en: "There are no documents yet" }
    none_text() { vi: "Kế hoạch và giấy mời của diễn đàn sẽ hiện ở đây.", en: "The plan and the invitations of the forum will stand here." }
    back() { vi: "Về diễn đàn", en: "Back to the forum" }
    to_list() { vi: "Về danh sách tài liệu", en: "Back to the documents" }
    dated(day: Date) { vi: "ngày {day}", en: "{day}" }
    recalled() { vi: "Đã thu hồi", en: "Recalled" }
    recalled_why() { vi: "Tài liệu này đã thu hồi. Lý do:", en: "This document was recalled. The reason:" }
    number(n: u32) { vi: "Tài liệu {n}", en: "Document {n}" }
    sort() { vi: "Loại", en: "Sort" }
    sign() { vi: "Số, ký hiệu", en: "Number and sign" }
    day() { vi: "Ngày ban hành", en: "Date" }
    file() { vi: "Tệp", en: "File" }
    file_about(kind: &str, size: &str) { vi: "{kind}, {size}", en: "{kind}, {size}" }
    has_file(about: &str) { vi: "có tệp ({about})", en: "with a file ({about})" }
    open() { vi: "Mở tệp", en: "Open the file" }
    file_gone() { vi: "Tệp này đã xóa theo lệnh xóa có ghi trong sổ.", en: "This file was erased; the order is on record." }
    on_record() { vi: "Trong sổ cái", en: "On record" }
    entry(n: u64) { vi: "Dòng {n}, nguyên văn", en: "Entry {n}, exact bytes" }
    about_file() { vi: "Sổ giữ dấu băm của tệp: đổi tệp thì không còn khớp.", en: "The ledger keeps the file's digest: another file would not fit it." }
    flag_go() { vi: "Báo chữ này", en: "Report this text" }
    print() { vi: "In tài liệu", en: "Print the document" }
}

web_kit::words! {
    /// What the desk of documents says.
    pub struct WriterWords;

    title() { vi: "Tài liệu", en: "Documents" }
    lead() { vi: "Tài liệu đăng là công khai ngay và không xóa đi: sai thì thu hồi, ghi lý do, rồi đăng bản đúng.", en: "A document is public at once and never taken away: recall a wrong one with the reason, then publish the right one." }
    none() { vi: "Chưa có tài liệu nào.", en: "There are no documents yet." }
    add() { vi: "Đăng tài liệu", en: "Publish a document" }
    added() { vi: "Đã đăng tài liệu.", en: "The document is published." }
    recall() { vi: "Thu hồi", en: "Recall" }
    was_recalled() { vi: "Đã thu hồi tài liệu.", en: "The document is recalled." }
    see() { vi: "Xem trang công khai", en: "See the public page" }

    add_lead() { vi: "Gõ chữ của tài liệu, hoặc kèm tệp, hoặc cả hai. Chữ trên trang dễ đọc bằng điện thoại và máy đọc màn hình hơn tệp.", en: "Type the words of the document, attach its file, or both. Words on the page are easier on a telephone and for screen readers than a file." }
    sort() { vi: "Loại tài liệu", en: "Sort" }
    sort_wrong() { vi: "Chọn một loại tài liệu.", en: "Choose a sort." }
    name() { vi: "Tên tài liệu", en: "Title" }
    sign() { vi: "Số, ký hiệu", en: "Number and sign" }
    sign_hint() { vi: "Ví dụ: 15/KH-VP.", en: "Such as 15/KH-VP." }
    day() { vi: "Ngày ban hành", en: "Date" }
    words() { vi: "Chữ của tài liệu", en: "Words of the document" }
    nothing() { vi: "Gõ chữ của tài liệu hoặc chọn một tệp.", en: "Type the words of the document or choose a file." }
    file() { vi: "Tệp", en: "File" }
    send() { vi: "Đăng tài liệu", en: "Publish the document" }

    recall_title(n: u32) { vi: "Thu hồi tài liệu {n}", en: "Recall document {n}" }
    recall_lead() { vi: "Tài liệu vẫn đọc được, có dấu “Đã thu hồi” và lý do ở trên. Không bỏ thu hồi được: nếu thu hồi nhầm, đăng lại.", en: "The document stays readable, marked “Recalled” with the reason above it. This cannot be undone: publish it again if it was a mistake." }
    reason() { vi: "Lý do thu hồi", en: "Why it is recalled" }
    reason_hint() { vi: "Hiện công khai cùng tài liệu.", en: "Shown to everyone with the document." }
    recall_send() { vi: "Thu hồi tài liệu", en: "Recall the document" }
}
