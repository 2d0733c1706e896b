//! What the desk of directives says.

use base::time::Date;

web_kit::words! {
    /// What the desk of directives says.
    pub struct DirectiveWords;

    title() { vi: "Chỉ đạo", en: "Directives" }
    lead() { vi: "Chỉ đạo được đánh số, mỗi chỉ đạo gồm những việc có người nhận, thước đo, hạn và bằng chứng. Bản soạn chỉ thư ký và chủ trì thấy.", en: "Directives are numbered; each has clauses with an owner, a measure, a deadline and the evidence it needs. Only the secretary and the chair see the draft." }
    none() { vi: "Chưa soạn chỉ đạo nào.", en: "No directive was drafted yet." }
    fresh() { vi: "Soạn chỉ đạo", en: "Draft a directive" }
    edit(n: u32) { vi: "Sửa chỉ đạo {n}", en: "Edit directive {n}" }
    edit_link() { vi: "Sửa", en: "Edit" }
    drop() { vi: "Bỏ chỉ đạo này", en: "Take this directive out" }
    clauses(n: usize) { vi: "{n} việc", en_one: "One clause", en: "{n} clauses" }
    to_publish() { vi: "Xem lại và công bố", en: "Look again and publish" }
    concluded() { vi: "Đã công bố: chỉ đạo không sửa được nữa.", en: "In force: directives cannot be changed any more." }
    addressee() { vi: "Gửi ai", en: "To whom" }
    what_addressee() { vi: "Gửi ai", en: "To whom" }
    text() { vi: "Lời chỉ đạo", en: "The chair's words" }
    what_text() { vi: "Lời chỉ đạo", en: "The chair's words" }
    findings() { vi: "Từ nhận định nào", en: "From which findings" }
    findings_none() { vi: "Chưa có nhận định nào để nối.", en: "There is no finding to connect." }
    clause(n: usize) { vi: "Việc {n}", en: "Clause {n}" }
    task() { vi: "Việc phải làm", en: "What is to be done" }
    what_task() { vi: "Việc phải làm", en: "What is to be done" }
    measure() { vi: "Thước đo", en: "Measure" }
    measure_hint() { vi: "Nhìn vào đâu thì biết là xong", en: "By what one sees that it is done" }
    what_measure() { vi: "Thước đo", en: "The measure" }
    owner() { vi: "Đơn vị chủ trì", en: "Owner" }
    owner_missing() { vi: "Chọn đơn vị chủ trì.", en: "Choose who carries it out." }
    verifier() { vi: "Đơn vị thẩm tra", en: "Verifier" }
    verifier_missing() { vi: "Chọn đơn vị thẩm tra, khác đơn vị chủ trì.", en: "Choose who verifies it, not the owner." }
    choose() { vi: "Chọn một đơn vị", en: "Choose an organisation" }
    days() { vi: "Số ngày làm việc", en: "Working days" }
    days_wrong(max: u32) { vi: "Ghi số ngày làm việc từ 1 đến {max}.", en: "Give a number of working days from 1 to {max}." }
    due_now(day: Date) { vi: "Nếu công bố hôm nay, hạn là {day}.", en: "If put in force today, it is due on {day}." }
    beyond() { vi: "Bảng ngày nghỉ chưa có tới ngày ấy.", en: "The holiday table does not reach that day yet." }
    evidence() { vi: "Bằng chứng cần", en: "Evidence it needs" }
    evidence_missing() { vi: "Chọn ít nhất một loại bằng chứng.", en: "Choose at least one sort of evidence." }
    add() { vi: "Thêm một việc", en: "Add a clause" }
    remove(n: usize) { vi: "Bỏ việc {n}", en: "Remove clause {n}" }
    save() { vi: "Lưu chỉ đạo", en: "Save the directive" }
    too_many(max: usize) { vi: "Một chỉ đạo có nhiều nhất {max} việc.", en: "A directive has at most {max} clauses." }
    changed() { vi: "Bản đang lưu", en: "The saved version" }
}
