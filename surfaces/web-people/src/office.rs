//! The office: its home of administration, its name, its emblem.

pub(crate) mod emblem;
pub(crate) mod home;
pub(crate) mod name;
mod picture;
pub(crate) mod retention;

use web_kit::{Html, escape, words};

words! {
    /// What the office's pages say.
    pub struct OfficeWords;

    home_title() { vi: "Quản trị", en: "Administration" }
    home_lead() { vi: "Văn phòng đã sẵn sàng. Đây là tình trạng hiện nay.", en: "The office is ready. This is how things stand." }
    ready() { vi: "Đã có", en: "There" }
    missing() { vi: "Còn thiếu", en: "Missing" }
    nothing() { vi: "Không có", en: "None" }
    waiting() { vi: "Đang chờ", en: "Waiting" }
    office_missing() { vi: "Văn phòng chưa có tên", en: "The office has no name yet" }
    office_ready() { vi: "Tên và liên hệ của văn phòng", en: "The office's name and contact" }
    own_name_missing() { vi: "Người đang vào chưa có họ tên trong danh sách", en: "You have no name on the list yet" }
    organisations(n: usize) { vi: "{n} cơ quan tham gia", en_one: "One organisation takes part", en: "{n} organisations take part" }
    organisations_missing() { vi: "Chưa có cơ quan nào tham gia", en: "No organisation takes part yet" }
    no_organisations() { vi: "Danh sách cơ quan còn trống", en: "The list of organisations is empty" }
    people(n: usize) { vi: "{n} người trong danh sách", en_one: "One person on the list", en: "{n} people on the list" }
    moderators_missing() { vi: "Chưa có người đọc ý kiến: ý kiến gửi đến sẽ chờ", en: "Nobody reads opinions yet: what is sent will wait" }
    moderators(n: usize) { vi: "{n} người đọc ý kiến", en_one: "One person reads opinions", en: "{n} people read opinions" }
    administrators_one() { vi: "Chỉ một người quản trị: nên giao thêm cho một người nữa", en: "Only one administrator: give the role to one more person" }
    administrators(n: usize) { vi: "{n} người quản trị", en_one: "One administrator", en: "{n} administrators" }
    erasures_waiting(n: usize) { vi: "{n} lệnh xóa đang thực hiện", en_one: "One order to erase is being carried out", en: "{n} orders to erase are being carried out" }
    erasures_none() { vi: "Lệnh xóa đang chờ", en: "Orders to erase that wait" }
    task() { vi: "Việc", en: "Task" }
    state() { vi: "Tình trạng", en: "State" }
    tasks_caption() { vi: "Tình trạng của văn phòng", en: "How the office stands" }

    title() { vi: "Văn phòng", en: "Office" }
    saved() { vi: "Tên hiện nay đứng ở đầu mọi trang. Đổi tên là ghi thêm một dòng; tên cũ vẫn còn trong sổ.", en: "The name stands at the top of every page. A change is a new entry; the old name stays in the ledger." }
    name() { vi: "Tên văn phòng", en: "Name of the office" }
    name_hint() { vi: "Ví dụ: Văn phòng HĐND tỉnh.", en: "For example: Văn phòng HĐND tỉnh." }
    contact() { vi: "Liên hệ", en: "Contact" }
    contact_hint() { vi: "Địa chỉ, điện thoại, thư điện tử; mỗi thứ một dòng. Hiện ở chân mọi trang.", en: "Address, telephone, mail, one a line. It stands at the foot of every page." }
    save() { vi: "Ghi tên văn phòng", en: "Record the office's name" }
    own_title() { vi: "Họ tên của người đang vào", en: "Your own name" }
    own_name() { vi: "Họ tên", en: "Full name" }
    own_hint() { vi: "Chỉ người của văn phòng thấy; không hiện ở trang công khai.", en: "Seen by people of the office only; it is on no public page." }
    own_save() { vi: "Ghi họ tên", en: "Record the name" }

    days() { vi: "Số ngày giữ sau khi diễn đàn kết thúc", en: "Days kept after a forum ended" }
    days_hint(min: u32, max: &str, law: u32) { vi: "Từ {min} đến {max} ngày. Chưa đặt thì theo mức chung: {law} ngày.", en: "{min} to {max} days. Until it is set the general rule holds: {law} days." }
    days_wrong() { vi: "Ghi số ngày bằng chữ số, ví dụ 180.", en: "Give the number of days in digits, for example 180." }
    days_save() { vi: "Ghi thời gian giữ", en: "Record the time" }
    days_set(n: u32) { vi: "Văn phòng đã đặt: {n} ngày.", en: "Set by the office: {n} days." }
    days_of_law(n: u32) { vi: "Văn phòng chưa đặt; đang theo mức chung: {n} ngày.", en: "Not set by the office; the general rule holds: {n} days." }

    emblem() { vi: "Phù hiệu", en: "Emblem" }
    emblem_about() { vi: "Phù hiệu hợp pháp của chính văn phòng, đứng cạnh tên ở đầu trang. Không dùng Quốc huy hay phù hiệu của lực lượng khác.", en: "The office's own lawful emblem, beside its name at the top. Not the State's emblem, nor that of another force." }
    emblem_file() { vi: "Tệp ảnh", en: "Picture file" }
    emblem_hint(kilobytes: u32, side: &str) { vi: "PNG, JPEG hoặc WebP, nhiều nhất {kilobytes} KB, mỗi cạnh nhiều nhất {side} điểm ảnh.", en: "PNG, JPEG or WebP, at most {kilobytes} KB, at most {side} pixels a side." }
    emblem_save() { vi: "Đặt phù hiệu", en: "Set the emblem" }
    emblem_now() { vi: "Phù hiệu đang dùng", en: "The present emblem" }
    emblem_remove() { vi: "Bỏ phù hiệu", en: "Remove the emblem" }
    emblem_none() { vi: "Chọn một tệp ảnh rồi gửi lại.", en: "Choose a picture file and send again." }
    emblem_type() { vi: "Tệp này không phải ảnh PNG, JPEG hay WebP. Lưu ảnh ở một trong ba dạng đó rồi chọn lại.", en: "This file is no PNG, JPEG or WebP picture. Save it as one of the three and choose it again." }
    emblem_broken() { vi: "Không đọc được kích thước ảnh: tệp có thể bị hỏng. Lưu lại ảnh rồi chọn lại.", en: "The picture's size cannot be read: the file may be damaged. Save it again and choose it." }
    emblem_side(side: &str) { vi: "Ảnh quá rộng hoặc quá cao: thu mỗi cạnh còn nhiều nhất {side} điểm ảnh.", en: "The picture is too wide or too high: make each side {side} pixels at most." }
    emblem_large(kilobytes: u32) { vi: "Tệp lớn quá {kilobytes} KB: thu nhỏ ảnh rồi chọn lại.", en: "The file is larger than {kilobytes} KB: make the picture smaller and choose it again." }
}

/// A link that looks like a button.
pub(crate) fn button(to: &str, words: &str) -> Html {
    Html::trusted(format!(
        r#"<p class="gap-s"><a class="btn btn-l" href="{}">{}</a></p>"#,
        escape(to),
        escape(words)
    ))
}
