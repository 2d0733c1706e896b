//! What the desk of the report says.

use base::time::Date;

web_kit::words! {
    /// What those who write the report read.
    pub struct WriterWords;

    title() { vi: "Báo cáo", en: "Report" }
    lead_office() { vi: "Diễn đàn này không có lực lượng báo cáo: văn phòng viết báo cáo. Từng mục lưu riêng; chưa ai ngoài bàn này đọc được cho tới khi đăng cả báo cáo.", en: "No force reports at this forum: the office writes the report. Each section is saved by itself; nobody but this desk reads it before the whole report is published." }
    lead(force: &str) { vi: "Báo cáo của {force}. Từng mục lưu riêng; chưa ai ngoài bàn này đọc được cho tới khi đăng cả báo cáo.", en: "The report of {force}. Each section is saved by itself; nobody but this desk reads it before the whole report is published." }
    lead_published(day: Date) { vi: "Báo cáo đã đăng ngày {day}. Sửa mục nào thì ghi lý do: lý do và lời cũ hiện công khai.", en: "The report was published on {day}. A change of a section needs a reason: the reason and the old words are public." }
    see() { vi: "Xem trang công khai", en: "See the public page" }
    none() { vi: "Chưa có mục nào.", en: "There is no section yet." }
    add() { vi: "Thêm mục", en: "Add a section" }
    place_at(n: u32) { vi: "Chỗ {n}", en: "Place {n}" }
    holds(paragraphs: usize, figures: usize) { vi: "{paragraphs} đoạn, {figures} số liệu", en: "{paragraphs} paragraphs, {figures} figures" }
    draft() { vi: "Bản thảo", en: "Draft" }
    published() { vi: "Đã đăng", en: "Published" }
    edit() { vi: "Sửa", en: "Edit" }
    drop() { vi: "Bỏ", en: "Take out" }
    publish() { vi: "Đăng báo cáo", en: "Publish the report" }
    saved() { vi: "Đã lưu mục.", en: "The section is saved." }
    was_dropped() { vi: "Đã bỏ mục.", en: "The section is taken out." }
    was_published() { vi: "Đã đăng báo cáo.", en: "The report is published." }
    closed() { vi: "Diễn đàn đã kết luận hoặc đã hủy, nên báo cáo giữ nguyên.", en: "The forum has concluded or was cancelled, so the report stays." }
    soon(left: u32, days: u32, day: Date) { vi: "Còn {left} ngày tới ngày tổ chức ({day}), ít hơn {days} ngày để mọi người đọc và góp ý. Đăng sớm, hoặc nhờ thư ký lùi ngày.", en_one: "One day is left before the forum ({day}), fewer than the {days} days people have to read and to write. Publish soon, or ask the secretary to postpone.", en: "{left} days are left before the forum ({day}), fewer than the {days} days people have to read and to write. Publish soon, or ask the secretary to postpone." }
    day_over(day: Date) { vi: "Ngày tổ chức ({day}) đã tới hoặc đã qua mà báo cáo chưa đăng.", en: "The day of the forum ({day}) has come or is over, and the report is not published." }

    publish_lead(sections: usize, day: Date) { vi: "{sections} mục dưới đây hiện công khai ngay, cho diễn đàn ngày {day}. Đăng rồi thì không rút lại được; sửa phải ghi lý do, và lời cũ vẫn đọc được.", en_one: "The section below becomes public at once, for the forum of {day}. This cannot be undone; a change needs a reason, and the old words stay readable.", en: "The {sections} sections below become public at once, for the forum of {day}. This cannot be undone; a change needs a reason, and the old words stay readable." }
    publish_none() { vi: "Chưa có mục nào để đăng. Thêm mục trước.", en: "There is no section to publish. Add one first." }
    publish_send() { vi: "Đăng báo cáo ngay", en: "Publish the report now" }
    keep() { vi: "Chưa đăng, quay lại", en: "Not yet, go back" }
    drop_title() { vi: "Bỏ mục khỏi báo cáo", en: "Take a section out of the report" }
    drop_lead() { vi: "Mục này bỏ khỏi bản thảo và không lấy lại được ở đây. Số của mục và của các đoạn không dùng lại.", en: "This section leaves the draft and cannot be brought back here. Its number and those of its paragraphs are not used again." }
    drop_send() { vi: "Bỏ mục này", en: "Take the section out" }
    drop_keep() { vi: "Giữ lại, quay về", en: "Keep it, go back" }

    new_title() { vi: "Thêm mục vào báo cáo", en: "Add a section to the report" }
    edit_title(n: u32) { vi: "Sửa mục {n} của báo cáo", en: "Edit section {n} of the report" }
    heading() { vi: "Tên mục", en: "Heading" }
    place() { vi: "Chỗ trong báo cáo", en: "Place in the report" }
    place_hint() { vi: "Mục có số nhỏ đứng trước.", en: "Smaller numbers stand first." }
    place_wrong(max: u32) { vi: "Ghi chỗ là một số từ 1 đến {max}.", en: "Give the place as a number from 1 to {max}." }
    paragraphs() { vi: "Các đoạn", en: "Paragraphs" }
    paragraphs_hint() { vi: "Mỗi ô một đoạn, theo thứ tự. Đoạn để trống thì bỏ. Mỗi đoạn giữ số của nó, để ý kiến đã góp vẫn nói đúng đoạn.", en: "One paragraph a field, in order. An empty one is left out. Each keeps its number, so that opinions still speak to it." }
    paragraph(n: usize) { vi: "Đoạn thứ {n}", en: "Paragraph {n} of this section" }
    paragraph_hint(n: u32) { vi: "Mang số {n} trong báo cáo.", en: "It has number {n} in the report." }
    paragraph_none() { vi: "Viết ít nhất một đoạn.", en: "Write at least one paragraph." }
    paragraph_add() { vi: "Thêm đoạn", en: "Add a paragraph" }
    figures() { vi: "Số liệu", en: "Figures" }
    figures_hint() { vi: "Con số đơn vị báo cáo, ghi đúng như trong báo cáo. Hàng để trống cả thì bỏ. Trang công khai nói rõ số này chưa nối với sổ trực.", en: "Figures as the force reports them. A row that is empty is left out. The public page says that they are not yet bound to the duty record." }
    figure(n: usize) { vi: "Số liệu thứ {n}", en: "Figure {n} of this section" }
    figure_add() { vi: "Thêm số liệu", en: "Add a figure" }
    label() { vi: "Đếm gì", en: "What it counts" }
    value() { vi: "Trị số", en: "Value" }
    unit() { vi: "Đơn vị tính", en: "Unit" }
    from() { vi: "Từ ngày", en: "From" }
    until() { vi: "Đến ngày", en: "Until" }
    what_from() { vi: "ngày đầu", en: "first day" }
    what_until() { vi: "ngày cuối", en: "last day" }
    ends_before() { vi: "Ngày cuối phải từ ngày đầu trở đi.", en: "The last day must not be before the first." }
    note() { vi: "Lý do sửa", en: "Why it is changed" }
    note_hint() { vi: "Báo cáo đã đăng: lý do này hiện công khai, cạnh lời cũ.", en: "The report is published: this reason is public, beside the old words." }
    save() { vi: "Lưu mục", en: "Save the section" }
    save_published() { vi: "Lưu và công khai chỗ sửa", en: "Save and publish the change" }
    changed() { vi: "Bản đang có trong sổ", en: "The version on record now" }
    gone() { vi: "Mục này đã có người bỏ. Bấm lưu để ghi thành mục mới.", en: "Someone has taken this section out. Save to record it as a new one." }
}
