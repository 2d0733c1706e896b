//! The words of "Việc của tôi".

use base::time::Date;

web_kit::words! {
    /// What the first work page says.
    pub(crate) struct HomeWords;

    my_work() { vi: "Việc của tôi", en: "My work" }
    to_do() { vi: "Đang chờ làm", en: "Waiting to be done" }
    to_read(n: usize) { vi: "{n} ý kiến chờ đọc", en_one: "One opinion to read", en: "{n} opinions to read" }
    to_read_late(n: usize) { vi: "{n} đã quá một ngày làm việc", en_one: "one for more than a working day", en: "{n} for more than a working day" }
    to_open() { vi: "Chưa mở nhận ý kiến", en: "Not open for opinions yet" }
    by(day: Date) { vi: "Trước hết ngày {day}", en: "By the end of {day}" }
    overdue(days: u32) { vi: "Quá hạn {days} ngày", en_one: "One day late", en: "{days} days late" }
    report_due() { vi: "Viết và đăng báo cáo", en: "Write and publish the report" }
    report_go() { vi: "Viết báo cáo", en: "Write the report" }
    agenda_due() { vi: "Chưa có chương trình", en: "There is no agenda yet" }
    agenda_go() { vi: "Lập chương trình", en: "Set the agenda" }
    turns_due(n: usize) { vi: "{n} lượt phát biểu chờ người nói xác nhận", en_one: "One turn waits for its speaker", en: "{n} turns wait for their speakers" }
    turns_go() { vi: "Xem lượt phát biểu", en: "See the turns" }
    appeals_due(n: usize) { vi: "{n} khiếu nại chờ quyết định", en_one: "One appeal to decide", en: "{n} appeals to decide" }
    appeals_go() { vi: "Xét khiếu nại", en: "Decide appeals" }
    private_due(n: usize) { vi: "{n} ý kiến chờ trả lời riêng", en_one: "One author to answer privately", en: "{n} authors to answer privately" }
    private_go() { vi: "Trả lời riêng", en: "Answer privately" }
    unanswered_due(n: usize) { vi: "{n} ý kiến đã đăng chưa có trả lời", en_one: "One published opinion has no answer", en: "{n} published opinions have no answer" }
    answers_due(n: usize) { vi: "{n} ý kiến đã hẹn trả lời bằng văn bản", en_one: "One opinion was promised a written answer", en: "{n} opinions were promised a written answer" }
    handed_due(n: usize) { vi: "{n} ý kiến được chuyển tới cơ quan của ông/bà để trả lời", en_one: "One opinion was handed to your organisation for an answer", en: "{n} opinions were handed to your organisation for an answer" }
    answers_go() { vi: "Trả lời ý kiến", en: "Answer opinions" }
    conclusion_due() { vi: "Soạn kết luận", en: "Draft the conclusion" }
    conclusion_go() { vi: "Soạn kết luận", en: "Draft the conclusion" }
    publish_due() { vi: "Kết luận đã soạn, chờ công bố", en: "The conclusion is drafted and waits to be put in force" }
    publish_go() { vi: "Xem lại và công bố", en: "Look again and publish" }
    accept_due(clause: &str) { vi: "Việc {clause}: chờ nhận", en: "Clause {clause}: to be taken on" }
    clause_due(clause: &str) { vi: "Việc {clause}: làm và báo kết quả", en: "Clause {clause}: carry out and report" }
    verify_due(clause: &str) { vi: "Việc {clause}: đã báo xong, chờ xác nhận", en: "Clause {clause}: reported done, to be verified" }
    extension_due(clause: &str) { vi: "Việc {clause}: đề nghị lùi hạn chờ trả lời", en: "Clause {clause}: a request for more time" }
    clause_go() { vi: "Mở việc này", en: "Open this clause" }
    contests_to_read(n: usize) { vi: "{n} phản đối chờ đọc", en_one: "One contest to read", en: "{n} contests to read" }
    contests_for_others(n: usize) { vi: "{n} phản đối về việc của cơ quan mình chờ người đọc thuộc cơ quan khác", en_one: "One contest about your own organisation's work waits for a moderator of another", en: "{n} contests about your own organisation's work wait for a moderator of another" }
    contests_to_answer(n: usize) { vi: "{n} phản đối chờ trả lời", en_one: "One contest to answer", en: "{n} contests to answer" }
    contests_go() { vi: "Xem phản đối", en: "See the contests" }
    late_due(n: usize) { vi: "{n} việc quá hạn, chưa báo xong", en_one: "One clause is late and not reported done", en: "{n} clauses are late and not reported done" }
    escalated_due(n: usize) { vi: "{n} việc quá hạn báo lên cấp trên", en_one: "One late clause was brought to the superior", en: "{n} late clauses were brought to the superior" }
    escalated_go() { vi: "Xem việc quá hạn", en: "See what is late" }
    flags_due(n: usize) { vi: "{n} tin báo chờ xem", en_one: "One report to look at", en: "{n} reports to look at" }
    flags_go() { vi: "Xem tin báo", en: "Look at the reports" }
    review_due(n: usize) { vi: "{n} bài chờ duyệt", en_one: "One article to review", en: "{n} articles to review" }
    review_go() { vi: "Duyệt bài", en: "Review articles" }
    returned_due(n: usize) { vi: "{n} bài được trả lại để sửa", en_one: "One article was sent back to be reworked", en: "{n} articles were sent back to be reworked" }
    drafts_due(n: usize) { vi: "{n} bản nháp chưa gửi duyệt", en_one: "One draft not sent for review yet", en: "{n} drafts not sent for review yet" }
    drafts_go() { vi: "Mở bài đang viết", en: "Open the drafts" }
    read_go() { vi: "Đọc ý kiến", en: "Read opinions" }
    desk_go() { vi: "Đến bàn điều hành", en: "Go to its desk" }
    none_title() { vi: "Không có việc nào đang chờ", en: "Nothing is waiting" }
    none_text() { vi: "Việc tới lượt sẽ hiện ở đây, việc gấp trước, kèm hạn.", en: "What is yours to do will stand here, the most urgent first, with its deadline." }
    no_rights_text() { vi: "Chưa được giao việc ở diễn đàn nào. Người quản trị giao việc ở trang Quản trị.", en: "No task in any forum was given yet. An administrator gives tasks under Administration." }
    who_may_go() { vi: "Ai được làm gì", en: "Who may do what" }
    may_title() { vi: "Được làm", en: "You may" }
    may_announce() { vi: "Công bố diễn đàn mới", en: "Announce a new forum" }
    may_open() { vi: "Mở diễn đàn nhận ý kiến", en: "Open a forum for opinions" }
    may_read() { vi: "Đọc ý kiến trước khi đăng", en: "Read opinions before they are published" }
    may_write() { vi: "Viết bài mới", en: "Write a new article" }
    may_audit() { vi: "Xem dòng riêng của sổ, kèm bằng chứng", en: "See private entries of the ledger, with their proofs" }
    may_verify() { vi: "Kiểm tra cả sổ", en: "Verify the whole ledger" }
    may_record(forum: &str) { vi: "Ghi lượt phát biểu, {forum}", en: "Record what is said, {forum}" }
    may_take_slips(forum: &str) { vi: "In phiếu mời bày tỏ, {forum}", en: "Print invitation slips, {forum}" }
    forums() { vi: "Diễn đàn", en: "Forums" }
}
