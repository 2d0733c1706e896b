//! What the pages of setting up say.

use web_kit::words;

words! {
    /// What the pages of setting up say.
    pub struct SetupWords;

    title() { vi: "Chuẩn bị văn phòng", en: "Setting the office up" }
    lead(steps: usize) {
        vi: "{steps} bước, mỗi bước một trang. Làm theo thứ tự nào cũng được; rời đi lúc nào cũng được, việc đã ghi vẫn còn.",
        en: "{steps} steps, one page each. Take them in any order and leave at any time; what is recorded stays."
    }
    steps() { vi: "Các bước chuẩn bị", en: "Steps of setting up" }
    progress(done: usize, all: usize) { vi: "Xong {done} trên {all} bước", en: "{done} of {all} steps done" }
    next(step: &str) { vi: "Làm tiếp: {step}", en: "Go on: {step}" }
    all_done() { vi: "Đã chuẩn bị xong. Các bước vẫn mở để sửa.", en: "Everything is set up. The steps stay open for changes." }
    step() { vi: "Bước", en: "Step" }
    state() { vi: "Tình trạng", en: "State" }
    place(n: usize, all: usize) { vi: "Bước {n} trên {all}", en: "Step {n} of {all}" }
    done() { vi: "Đã xong", en: "Done" }
    missing() { vi: "Còn thiếu", en: "Missing" }
    not_needed() { vi: "Bỏ qua được", en: "May be skipped" }
    around() { vi: "Đi giữa các bước", en: "Between the steps" }
    to_list() { vi: "Xem mọi bước", en: "See every step" }
    before(step: &str) { vi: "Bước trước: {step}", en: "Step before: {step}" }
    after(step: &str) { vi: "Bước sau: {step}", en: "Next step: {step}" }
    skip(step: &str) { vi: "Bỏ qua, sang bước sau: {step}", en: "Skip, go to the next step: {step}" }
    back(step: &str) { vi: "Về bước {step}", en: "Back to the step {step}" }

    office() { vi: "Tên và liên hệ của văn phòng", en: "The office's name and contact" }
    office_about() { vi: "Tên đứng ở đầu mọi trang, liên hệ đứng ở chân trang. Đổi lại được bất cứ lúc nào.", en: "The name stands at the top of every page and the contact at the foot. Both can be changed at any time." }
    own_name() { vi: "Họ tên của người đang vào", en: "Your own name" }
    own_name_about() { vi: "Để người của văn phòng biết ai đã giao việc cho mình. Không hiện ở trang công khai.", en: "So that people of the office know who gave them their task. It is on no public page." }
    own_name_there(name: &str) { vi: "Họ tên đang ghi: {name}. Sửa ở trang của từng người.", en: "Recorded: {name}. It is corrected on the person's page." }
    emblem() { vi: "Phù hiệu", en: "Emblem" }
    emblem_about() { vi: "Bỏ qua được: không có phù hiệu thì đầu trang chỉ có tên văn phòng.", en: "May be skipped: without an emblem the top of each page has the name alone." }
    zone() { vi: "Múi giờ", en: "Time zone" }
    zone_about() {
        vi: "Không có gì phải chọn. Mọi ngày theo luật (ngày đóng nhận ý kiến, hạn trả lời, hạn làm việc) đều tính theo giờ này, trên mọi máy.",
        en: "There is nothing to choose. Every date of law (the last day for opinions, due dates of answers and tasks) is counted in this zone, on every machine."
    }
    zone_name() { vi: "Múi giờ của văn phòng", en: "The office's time zone" }
    zone_offset() { vi: "So với giờ quốc tế", en: "Against universal time" }
    zone_now() { vi: "Giờ máy chủ đang có", en: "The server's present time" }
    zone_check() { vi: "Giờ này sai thì sửa đồng hồ của máy chủ trước khi mở diễn đàn.", en: "If this time is wrong, set the server's clock before a forum opens." }
    retention() { vi: "Thời gian giữ chữ không đăng", en: "How long unpublished words are kept" }
    retention_about() {
        vi: "Ý kiến không đăng được giữ một thời gian sau khi diễn đàn kết thúc để còn khiếu nại, rồi tự xóa hẳn. Thời gian này công khai.",
        en: "Opinions that were not published are kept for a time after the forum ended, so that appeals are possible; then they are removed for good. The time is public."
    }
    organisations() { vi: "Cơ quan tham gia", en: "Organisations that take part" }
    organisations_about() {
        vi: "Cần ít nhất một lực lượng bảo vệ và một cơ quan có mục tiêu. Thêm cả văn phòng, vì người của văn phòng cũng thuộc một cơ quan.",
        en: "At least one guard force and one host agency are needed. Add the office too: its people belong to an organisation as well."
    }
    people() { vi: "Người, vai trò, đường dẫn", en: "People, roles, links" }
    people_about() {
        vi: "Thêm từng người, rồi mở trang của người đó để giao vai trò và tạo đường dẫn vào.",
        en: "Add each person, then open the person's page to give roles and to make a link."
    }
    forum() { vi: "Công bố diễn đàn đầu tiên", en: "Announce the first forum" }
    forum_about() {
        vi: "Diễn đàn cần tên, ngày họp, ngày cuối nhận ý kiến và cơ quan báo cáo. Công bố xong là ai cũng thấy.",
        en: "A forum needs a title, its day, the last day for opinions and the organisation that reports. Once announced, everyone sees it."
    }
    forum_there(n: usize) { vi: "Đã công bố {n} diễn đàn.", en_one: "One forum was announced.", en: "{n} forums were announced." }
    forum_first(step: &str) { vi: "Nên làm trước: {step}.", en: "Better done first: {step}." }
    forum_go() { vi: "Công bố diễn đàn đầu tiên", en: "Announce the first forum" }
    forum_more() { vi: "Công bố diễn đàn nữa", en: "Announce another forum" }

    lacking(what: &str) { vi: "Còn thiếu: {what}.", en: "Still missing: {what}." }
    so_far() { vi: "Đã thêm", en: "Added so far" }
    newest(n: usize) { vi: "{n} dòng mới nhất.", en_one: "The newest.", en: "The {n} newest." }
    whole_list() { vi: "Xem cả danh sách", en: "See the whole list" }
    none_yet() { vi: "Chưa có ai hoặc cơ quan nào. Thêm ở khung bên cạnh.", en: "Nothing yet. Add the first beside." }
    give_more(name: &str) { vi: "Vai trò và đường dẫn của {name}", en: "Roles and link of {name}" }
}
