//! What the ledger page says; above all a sentence for every kind of entry.

use base::time::Date;

web_kit::words! {
    /// What the ledger page says.
    pub struct BookWords;

    title() { vi: "Sổ cái", en: "The ledger" }
    lead() {
        vi: "Mọi việc đã làm ở đây đều là một dòng trong sổ này, ghi theo thứ tự, không sửa, không bỏ. Muốn đổi điều gì chỉ có cách ghi thêm một dòng.",
        en: "Everything done here is an entry of this ledger, in order, never altered, never left out. The only way to change anything is another entry."
    }
    size(n: u64) { vi: "{n} dòng công khai", en_one: "One public entry", en: "{n} public entries" }
    behind(seconds: u64) {
        vi: "Trang này đi cùng dấu sổ công khai, đổi nhiều nhất một lần trong {seconds} giây, để không ai nhìn sổ mà đoán được ai vừa viết.",
        en: "This page goes with the public mark, which moves at most once in {seconds} seconds, so that nobody watching it can tell who just wrote."
    }
    behind_nothing() {
        vi: "Trang này đi cùng dấu sổ công khai, hiện đổi ngay sau mỗi lần ghi.",
        en: "This page goes with the public mark, which at present moves with every record."
    }
    figure_title() { vi: "Dấu của sổ tính từ các dòng thế nào", en: "How the ledger's mark is computed from its entries" }
    figure_text() {
        vi: "Bốn dòng ở dưới. Cứ hai dòng cho ra một dấu, hai dấu cho ra một dấu, cuối cùng còn một dấu sổ. Đổi dòng 2 thì các dấu in đậm ở trên đều đổi.",
        en: "Four entries at the bottom. Two entries give one mark, two marks give one mark, until one is left: the ledger's. When entry 2 changes, all marks drawn bold above it change."
    }
    figure_entry(n: u32) { vi: "dòng {n}", en: "entry {n}" }
    figure_mark() { vi: "dấu", en: "mark" }
    figure_root() { vi: "dấu sổ", en: "ledger's mark" }
    explain() {
        vi: "Trong sổ không có lời của ai: chỉ có dấu băm của lời, có muối ngẫu nhiên. Lời nằm riêng, nên xóa được theo luật mà sổ không phải sửa. Dòng riêng là việc nội bộ, như thêm người hay giao vai trò; chỉ hiện dấu băm.",
        en: "The ledger holds nobody's words, only salted digests of them. Words are kept apart, so that the law can have them erased without touching the ledger. Private entries are internal, such as adding a person or giving a role; only their digest is shown."
    }
    verify() { vi: "Kiểm tra một biên nhận", en: "Check a receipt" }
    entries() { vi: "Các dòng, mới nhất trước", en: "Entries, newest first" }
    column_line() { vi: "Dòng", en: "Entry" }
    column_what() { vi: "Việc", en: "What happened" }
    column_by() { vi: "Ai làm", en: "By whom" }
    column_when() { vi: "Khi nào", en: "When" }
    open_entry(n: u64) { vi: "Dòng {n}, nguyên văn", en: "Entry {n}, exact bytes" }
    private() { vi: "Dòng riêng", en: "Private entry" }
    unreadable() { vi: "Dòng này không đọc được. Dấu băm của nó vẫn trong sổ.", en: "This entry cannot be read. Its digest is still in the ledger." }
    digest() { vi: "Băm", en: "Digest" }
    hidden() { vi: "Không công khai", en: "Not public" }
    newer() { vi: "Các dòng mới hơn", en: "Newer entries" }
    older() { vi: "Các dòng cũ hơn", en: "Older entries" }
    pages() { vi: "Trang của sổ", en: "Pages of the ledger" }
    empty_title() { vi: "Sổ chưa có dòng nào", en: "The ledger has no entry yet" }
    empty_text() { vi: "Dòng đầu tiên sẽ hiện ở đây khi văn phòng bắt đầu.", en: "The first entry appears here when the office begins." }

    office_named() { vi: "Đặt tên văn phòng và cách liên hệ.", en: "The office was named, and how it is reached." }
    emblem_set() { vi: "Đặt phù hiệu của văn phòng lên đầu trang.", en: "The office's emblem was put in the header." }
    emblem_gone() { vi: "Bỏ phù hiệu của văn phòng khỏi đầu trang.", en: "The office's emblem was taken from the header." }
    retention_set(days: u32) { vi: "Chữ không đăng được giữ {days} ngày sau khi diễn đàn khép lại.", en: "Words that were never published are kept {days} days after a forum ended." }
    flagged(line: u64, reason: &str) { vi: "Có người báo chữ ở dòng {line}: {reason}.", en: "Someone reported the text of entry {line}: {reason}." }
    flag_kept(n: u32) { vi: "Xem tin báo số {n}: chữ giữ nguyên.", en: "Report {n} was looked at: the text stays." }
    flag_acted(n: u32) { vi: "Xem tin báo số {n}: đã gỡ hoặc sửa chữ.", en: "Report {n} was looked at: the text was taken down or corrected." }
    organisation_added(n: u32) { vi: "Thêm cơ quan số {n}.", en: "Organisation {n} was added." }
    article(n: u32, day: Date) { vi: "Đăng bài viết số {n}, đề ngày {day}.", en: "Article {n}, dated {day}, was published." }
    draft_saved(n: u32, revision: u32) { vi: "Lưu bản nháp {revision} của bài viết số {n}.", en: "Draft {revision} of article {n} was saved." }
    draft_submitted(n: u32, revision: u32) { vi: "Gửi duyệt bản {revision} của bài viết số {n}.", en: "Revision {revision} of article {n} was sent for review." }
    draft_returned(n: u32, revision: u32) { vi: "Trả lại bản {revision} của bài viết số {n}.", en: "Revision {revision} of article {n} was returned." }
    revision_published(n: u32, revision: u32) { vi: "Đăng bản {revision} của bài viết số {n}.", en: "Revision {revision} of article {n} was published." }
    article_withdrawn(n: u32) { vi: "Gỡ bài viết số {n}.", en: "Article {n} was withdrawn." }
    legacy_visits(day: Date) { vi: "Ghi lại số lượt truy cập của trang cũ, tính đến ngày {day}.", en: "The old site's visit figures of {day} were recorded." }
    ledger_opened() { vi: "Mở sổ.", en: "The ledger was opened." }
    ledger_opened_after(size: u64) { vi: "Mở sổ, tiếp theo một sổ cũ có {size} dòng.", en: "The ledger was opened, going on from one of {size} entries." }
    log_continued(line: u64, reason: &str) {
        vi: "Khép sổ cũ, ghi tiếp từ dòng {line} dưới khóa và tên mới. Lý do: {reason}.",
        en: "The log before ended; the record goes on from entry {line} under another key and name. Reason: {reason}."
    }
    erasure_ordered(order: u32, n: usize, basis: &str) {
        vi: "Lệnh xóa số {order}: gỡ {n} mục. Căn cứ: {basis}.",
        en: "Erasure order {order}: {n} items were hidden. Basis: {basis}."
    }
    data_erased(order: u32, basis: &str) {
        vi: "Xóa xong khỏi máy chủ theo lệnh số {order}. Căn cứ: {basis}.",
        en: "What order {order} names is erased from the server. Basis: {basis}."
    }
}
