//! What the pages of the agenda say.

use base::time::Date;

web_kit::words! {
    /// What the pages of the agenda say.
    pub struct AgendaWords;

    title() { vi: "Chương trình", en: "Agenda" }
    lead(items: usize, minutes: u32) { vi: "{items} mục, cả thảy {minutes} phút.", en_one: "One item, {minutes} minutes altogether.", en: "{items} items, {minutes} minutes altogether." }
    lead_items(items: usize) { vi: "{items} mục.", en_one: "One item.", en: "{items} items." }
    item(n: u32) { vi: "Mục {n}", en: "Item {n}" }
    minutes_of(n: u16) { vi: "{n} phút", en_one: "One minute", en: "{n} minutes" }
    write_to() { vi: "Góp ý mục này", en: "Write about this item" }
    spoken_to(n: usize) { vi: "{n} ý kiến đã đăng về mục này", en_one: "One published opinion about this item", en: "{n} published opinions about this item" }
    to_item(n: u32) { vi: "Mục {n}:", en: "Item {n}:" }
    none_title() { vi: "Chưa có chương trình", en: "There is no agenda yet" }
    none_text() { vi: "Văn phòng ghi chương trình trước ngày tổ chức. Khi có, các mục hiện ở đây theo thứ tự.", en: "The office writes the agenda before the day of the forum. Its items will stand here in order." }
    back() { vi: "Về diễn đàn", en: "Back to the forum" }
    print() { vi: "In chương trình", en: "Print the agenda" }
    beside() { vi: "Ngày tổ chức", en: "The day" }
    day() { vi: "Tổ chức", en: "Held on" }
    time() { vi: "Giờ", en: "Time" }
    place() { vi: "Nơi", en: "Place" }
    more() { vi: "Xem thêm", en: "More" }
    report_go() { vi: "Báo cáo của lực lượng", en: "The report of the force" }
    documents_go() { vi: "Tài liệu", en: "Documents" }
    entry(n: u64) { vi: "Dòng {n} của sổ", en: "Entry {n} of the ledger" }
    flag_go() { vi: "Báo chữ này", en: "Report this text" }

    desk_lead(day: Date) { vi: "Các mục theo thứ tự của ngày {day}. Lưu là công khai ngay. Mục giữ số của nó khi đổi chỗ, để ý kiến đã góp vẫn nói đúng mục.", en: "The items in the order of {day}. What is saved is public at once. An item keeps its number when it moves, so that opinions still speak to it." }
    what_title() { vi: "Nội dung", en: "What it is about" }
    minutes() { vi: "Số phút", en: "Minutes" }
    minutes_wrong(max: u16) { vi: "Ghi số phút từ 1 đến {max}, hoặc để trống.", en: "Give minutes from 1 to {max}, or leave it empty." }
    who() { vi: "Ai trình bày", en: "Who speaks" }
    who_wrong() { vi: "Chọn một cơ quan trong danh sách.", en: "Choose an organisation from the list." }
    place_of(n: usize) { vi: "Mục ở chỗ {n}", en: "Item in place {n}" }
    fresh() { vi: "mục mới", en: "new" }
    numbered(n: u32) { vi: "mục {n}", en: "item {n}" }
    add() { vi: "Thêm một mục", en: "Add an item" }
    up() { vi: "Lên", en: "Up" }
    down() { vi: "Xuống", en: "Down" }
    remove() { vi: "Bỏ mục", en: "Remove" }
    empty() { vi: "Chưa có mục nào. Bấm “Thêm một mục”.", en: "There is no item yet. Press “Add an item”." }
    save() { vi: "Lưu chương trình", en: "Save the agenda" }
    saved() { vi: "Đã lưu chương trình.", en: "The agenda is saved." }
    see() { vi: "Xem trang công khai", en: "See the public page" }
    changed() { vi: "Chương trình đang có trong sổ", en: "The agenda on record now" }
    closed() { vi: "Diễn đàn đã kết luận hoặc đã hủy, nên chương trình giữ nguyên.", en: "The forum has concluded or was cancelled, so its agenda stays." }
}
