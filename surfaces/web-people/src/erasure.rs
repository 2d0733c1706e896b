//! Erasure by law: what is to be removed is shown first, then ordered; hidden at once, gone when the store reports it.

pub(crate) mod list;
pub(crate) mod order;

use base::fact::{FieldName, SealedRef};
use web_kit::{Lang, words};

words! {
    /// What the pages of erasure say.
    pub struct ErasureWords;

    title() { vi: "Xóa theo luật", en: "Erasure by law" }
    lead() {
        vi: "Chữ được ẩn ngay khi có lệnh, rồi xóa hẳn khỏi kho. Dòng trong sổ ở lại, kèm căn cứ; không ai khôi phục được chữ đã xóa.",
        en: "Words are hidden as soon as the order is recorded, then removed from the store for good. The entry stays in the ledger with the legal basis; nobody can bring erased words back."
    }
    form() { vi: "Lệnh xóa mới", en: "A new order" }
    entry() { vi: "Số dòng trong sổ", en: "Number of the entry" }
    entry_hint() { vi: "Xem ở sổ cái hoặc ở biên nhận, ví dụ 128.", en: "See the ledger or the receipt, for example 128." }
    entry_wrong() { vi: "Ghi số dòng bằng chữ số, ví dụ 128.", en: "Give the entry's number in digits, for example 128." }
    field() { vi: "Trường cần xóa", en: "What to erase" }
    basis() { vi: "Căn cứ", en: "Legal basis" }
    asked_about() { vi: "Người được nói đến, hoặc chính người viết.", en: "Whom it is about, or who wrote it." }
    decision_about() { vi: "Của tòa án hoặc cơ quan có thẩm quyền.", en: "Of a court or an authority." }
    number() { vi: "Số và ngày của quyết định hoặc đơn", en: "Number and date of the decision or request" }
    number_hint() { vi: "Công khai cùng lệnh xóa: không ghi tên người. Ví dụ: QĐ 12/QĐ-TA, ngày 05/02/2020.", en: "Public with the order: do not name a person. For example: QĐ 12/QĐ-TA, 05/02/2020." }
    look() { vi: "Xem trước khi xóa", en: "See before erasing" }

    confirm_title() { vi: "Xem lại trước khi xóa", en: "Look again before erasing" }
    confirm_what() { vi: "Sẽ xóa", en: "To be erased" }
    confirm_warn() { vi: "Xóa rồi không lấy lại được. Chữ ẩn ngay ở mọi trang và ở sổ công khai.", en: "What is erased cannot be brought back. The words vanish at once from every page and from the public ledger." }
    not_public() { vi: "Chữ chưa công khai: không hiện ở đây.", en: "The words are not public: they are not shown here." }
    file() { vi: "Một tệp ảnh.", en: "A picture file." }
    confirm() { vi: "Xóa theo luật", en: "Erase by law" }
    back() { vi: "Không xóa, quay lại", en: "Do not erase, go back" }

    orders() { vi: "Các lệnh xóa", en: "Orders to erase" }
    order() { vi: "Lệnh", en: "Order" }
    order_no(number: &str) { vi: "Số {number}", en: "No. {number}" }
    place(entry: &str, field: &str) { vi: "dòng {entry}: {field}", en: "entry {entry}: {field}" }
    state() { vi: "Tình trạng", en: "State" }
    ordered(entry: &str) { vi: "Có lệnh ở dòng {entry}, đã ẩn, đang xóa", en: "Ordered by entry {entry}, hidden, being removed" }
    erased(ordered: &str, erased: &str) { vi: "Có lệnh ở dòng {ordered}, đã xóa hẳn ở dòng {erased}", en: "Ordered by entry {ordered}, gone by entry {erased}" }
    empty_title() { vi: "Chưa có lệnh xóa nào", en: "No order yet" }
    empty_text() { vi: "Mỗi lệnh hiện ở đây với căn cứ và số dòng trong sổ.", en: "Each order stands here with its basis and the number of its entry." }
    nobody() { vi: "Không kèm số", en: "Without a number" }

    f_statement() { vi: "Ý kiến", en: "Opinion" }
    f_reasons() { vi: "Lý do của ý kiến", en: "Reasons of an opinion" }
    f_name() { vi: "Tên (người ký, người, cơ quan, văn phòng)", en: "Name (of a signer, person, organisation, office)" }
    f_title() { vi: "Tiêu đề (bài viết, diễn đàn)", en: "Title (of an article, a forum)" }
    f_purpose() { vi: "Mục đích của diễn đàn", en: "Purpose of a forum" }
    f_body() { vi: "Chữ của bài viết", en: "Words of an article" }
    f_slug() { vi: "Địa chỉ của bài viết", en: "Address of an article" }
    f_author() { vi: "Tác giả bài viết", en: "Author of an article" }
    f_department() { vi: "Phòng của tác giả", en: "The author's department" }
    f_contact() { vi: "Liên hệ của văn phòng", en: "The office's contact" }
    f_emblem() { vi: "Phù hiệu (tệp ảnh)", en: "Emblem (a picture file)" }
    f_person() { vi: "Người đã làm việc ghi ở dòng đó", en: "The person who did what the entry records" }
    f_decision() { vi: "Số và ngày của một lệnh xóa", en: "Number and date of an order to erase" }
}

/// Every sealed field there is, in the order of the form.
const FIELDS: [FieldName; 13] = [
    forum::events::STATEMENT,
    forum::events::REASONS,
    people::events::NAME,
    portal::events::TITLE,
    forum::events::PURPOSE,
    portal::events::BODY,
    portal::events::SLUG,
    portal::events::AUTHOR,
    portal::events::DEPARTMENT,
    people::events::CONTACT,
    people::events::EMBLEM,
    people::events::PERSON,
    world::events::DECISION,
];

/// A field in words; its own name when it is none of the list.
fn field_in_words(field: FieldName, lang: Lang) -> String {
    let w = ErasureWords(lang);
    let words = match field {
        forum::events::STATEMENT => w.f_statement(),
        forum::events::REASONS => w.f_reasons(),
        people::events::NAME => w.f_name(),
        portal::events::TITLE => w.f_title(),
        forum::events::PURPOSE => w.f_purpose(),
        portal::events::BODY => w.f_body(),
        portal::events::SLUG => w.f_slug(),
        portal::events::AUTHOR => w.f_author(),
        portal::events::DEPARTMENT => w.f_department(),
        people::events::CONTACT => w.f_contact(),
        people::events::EMBLEM => w.f_emblem(),
        people::events::PERSON => w.f_person(),
        world::events::DECISION => w.f_decision(),
        other => return other.as_str().to_owned(),
    };
    words.to_owned()
}

/// A place in words.
fn place_in_words(at: SealedRef, lang: Lang) -> String {
    ErasureWords(lang).place(&at.seq.to_string(), &field_in_words(at.field, lang))
}
