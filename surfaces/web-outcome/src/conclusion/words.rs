//! What the pages of the conclusion say.

use base::time::Date;

web_kit::words! {
    /// What the pages of the conclusion say.
    pub struct ConclusionWords;

    title() { vi: "Kết luận và việc đã làm", en: "The conclusion, and what was done" }
    crumb() { vi: "Kết luận và theo dõi", en: "Conclusion and follow-up" }
    concluded_by(signer: &str, post: &str, day: Date) { vi: "{signer}, {post}, kết luận ngày {day}", en: "{signer}, {post}, concluded on {day}" }
    sign(sign: &str) { vi: "Thông báo số {sign}", en: "Notice {sign}" }
    report_this() { vi: "Báo đoạn này", en: "Report this text" }
    findings() { vi: "Nhận định chung", en: "Findings" }
    achievements() { vi: "Kết quả", en: "Achievements" }
    shortcomings() { vi: "Hạn chế", en: "Shortcomings" }
    no_findings() { vi: "Chưa ghi nhận định nào.", en: "No finding was recorded." }
    rests_on() { vi: "Dựa trên", en: "Rests on" }
    support(label: &str, agree: u32, answers: u32) { vi: "{label} ({agree}/{answers} đồng ý)", en: "{label} ({agree}/{answers} agree)" }
    withdrawn() { vi: "Đã rút", en: "Withdrawn" }
    directives() { vi: "Chỉ đạo", en: "Directives" }
    clauses_of(number: u32) { vi: "Các việc của chỉ đạo {number}", en: "Clauses of directive {number}" }
    counts(all: usize, done: usize) { vi: "{all} việc · {done} đã xong", en: "{all} clauses · {done} done" }
    late_count(n: usize) { vi: "{n} quá hạn", en: "{n} late" }
    from_findings(numbers: &str) { vi: "Từ nhận định {numbers}", en: "From findings {numbers}" }
    due(day: Date) { vi: "Hạn {day}", en: "Due {day}" }
    evidence_one(title: &str) { vi: "Bằng chứng: {title}", en: "Evidence: {title}" }
    evidence_more(title: &str, n: usize) { vi: "Bằng chứng: {title}, và {n} bằng chứng khác", en_one: "Evidence: {title}, and one more", en: "Evidence: {title}, and {n} more" }
    evidence_count(n: usize) { vi: "Bằng chứng: {n}", en: "Evidence: {n}" }
    details() { vi: "Xem việc này", en: "See this clause" }
    next() { vi: "Tiếp theo", en: "Next" }
    next_accept(owner: &str) { vi: "{owner} nhận việc.", en: "{owner} takes it on." }
    next_report(owner: &str, day: Date) { vi: "{owner} báo kết quả trước hết ngày {day}.", en: "{owner} reports by the end of {day}." }
    next_verify(verifier: &str) { vi: "{verifier} kiểm tra và xác nhận.", en: "{verifier} looks and decides." }
    next_extension(day: Date) { vi: "Chủ trì trả lời đề nghị lùi hạn đến {day}.", en: "The chair answers the request for more time, until {day}." }
    next_none() { vi: "Không còn gì phải làm ở việc này.", en: "Nothing is left to do here." }
    asked(owner: &str, day: Date) { vi: "{owner} xin lùi đến {day}.", en: "{owner} asked for time until {day}." }
    contests(n: usize) { vi: "có {n} phản đối", en_one: "one contest", en: "{n} contests" }
    as_of(day: &str) { vi: "Đến {day}", en: "As of {day}" }
    done_rule() { vi: "“Đã xong” chỉ hiện khi có bằng chứng và đơn vị thẩm tra đã xác nhận.", en: "\"Done\" appears only with evidence, confirmed by the verifier." }
    follow() { vi: "Theo dõi", en: "Follow" }
    feed() { vi: "Nguồn tin Atom", en: "Atom feed" }
    print() { vi: "In bảng việc", en: "Print" }
    answers() { vi: "Tiếp thu, giải trình", en: "Answers" }
    loopback() { vi: "Mọi việc ở trang này phải được trả lời trong báo cáo của diễn đàn năm sau.", en: "Everything on this page must be answered in the report to next year's forum." }
    not_yet_title() { vi: "Chưa có kết luận", en: "There is no conclusion yet" }
    not_yet(day: Date) { vi: "Chủ trì kết luận sau khi diễn đàn họp ngày {day} và bày tỏ đã đóng.", en: "The chair concludes once the forum was held on {day} and votes are closed." }
    cancelled() { vi: "Diễn đàn này đã hủy, nên không có kết luận.", en: "This forum was cancelled, so there is no conclusion." }
    to_forum() { vi: "Về diễn đàn", en: "To the forum" }

    draft_title() { vi: "Soạn kết luận", en: "Draft the conclusion" }
    draft_lead() { vi: "Bản soạn chỉ thư ký và chủ trì thấy. Chữ giữ nguyên như chủ trì nói; công bố rồi thì không sửa được.", en: "Only the secretary and the chair see the draft. Keep the chair's words; once it is in force it cannot be changed." }
    text() { vi: "Lời kết luận", en: "The conclusion" }
    what_text() { vi: "Lời kết luận", en: "The conclusion" }
    signer() { vi: "Người kết luận", en: "Who concludes" }
    what_signer() { vi: "Người kết luận", en: "Who concludes" }
    signer_hint() { vi: "Họ tên như trên thông báo, ví dụ: đồng chí Nguyễn Thị Nhung", en: "The name as on the notice" }
    post() { vi: "Chức vụ", en: "Post" }
    what_post() { vi: "Chức vụ", en: "The post" }
    save() { vi: "Lưu bản soạn", en: "Save the draft" }
    saved() { vi: "Đã lưu bản soạn.", en: "The draft is saved." }
    changed_title() { vi: "Bản đang lưu", en: "The saved version" }
    step_findings() { vi: "Nhận định", en: "Findings" }
    step_directives() { vi: "Chỉ đạo", en: "Directives" }
    step_publish() { vi: "Xem lại và công bố", en: "Look again and publish" }

    publish_title() { vi: "Công bố kết luận", en: "Put the conclusion in force" }
    publish_lead() { vi: "Dưới đây là đúng những gì sẽ công khai và có hiệu lực. Hạn tính từ hôm nay theo ngày làm việc.", en: "Below is exactly what becomes public and is in force. Deadlines are counted from today in working days." }
    publish_no_text() { vi: "Chưa có lời kết luận. Soạn kết luận trước.", en: "There is no conclusion yet. Draft it first." }
    nobody_verifies(organisation: &str) { vi: "{organisation} chưa có người xác nhận: việc này sẽ không ai xác nhận được. Nhờ người quản trị giao vai trò, hoặc sửa chỉ đạo.", en: "{organisation} has nobody with the verifier's role: nobody could confirm this clause. Ask the administrator to give the role, or change the directive." }
    nobody_reports(organisation: &str) { vi: "{organisation} chưa có chỉ huy hay đại biểu: việc này sẽ không ai báo được. Nhờ người quản trị giao vai trò, hoặc sửa chỉ đạo.", en: "{organisation} has no commander or delegate: nobody could report on this clause. Ask the administrator to give the role, or change the directive." }
    publish_early(day: Date) { vi: "Diễn đàn họp ngày {day}. Công bố trước ngày ấy thì hạn của mọi việc tính từ hôm nay.", en: "The forum is held on {day}. If the conclusion is put in force before that day, every deadline counts from today." }
    publish_unanswered(n: usize) { vi: "{n} ý kiến đã đăng chưa có trả lời nào.", en_one: "One published opinion has no answer.", en: "{n} published opinions have no answer." }
    publish_to_answers() { vi: "Xem và trả lời", en: "See and answer" }
    publish_waiting(n: usize) { vi: "{n} người còn chờ: ý kiến chưa đọc, khiếu nại chưa giải quyết hoặc trả lời đã hẹn. Kết luận rồi vẫn làm tiếp được các việc ấy, nhưng chưa xong thì chưa khép lại được diễn đàn.", en_one: "One person still waits: for a reading, a decision on an appeal, or a promised answer. That can be done after the conclusion, too, but the forum is not ended before.", en: "{n} people still wait: for a reading, a decision on an appeal, or a promised answer. That can be done after the conclusion, too, but the forum is not ended before." }
    publish_open() { vi: "Diễn đàn còn nhận ý kiến và bày tỏ. Đóng nhận trước, rồi công bố.", en: "Opinions and votes are still taken. Close them first." }
    publish_close() { vi: "Đóng nhận ý kiến", en: "Close opinions and votes" }
    publish_sign() { vi: "Số, ký hiệu thông báo", en: "Number and sign of the notice" }
    what_sign() { vi: "Số, ký hiệu", en: "Number and sign" }
    publish_sign_hint() { vi: "Ví dụ: 05/TB-VP", en: "Such as 05/TB-VP" }
    publish_none() { vi: "Kết luận này không kèm chỉ đạo nào.", en: "This conclusion has no directive." }
    publish_go() { vi: "Công bố kết luận và chỉ đạo", en: "Publish the conclusion and its directives" }
    working_days(n: u32) { vi: "{n} ngày làm việc", en_one: "one working day", en: "{n} working days" }
    owner() { vi: "Chủ trì thực hiện", en: "Owner" }
    verifier() { vi: "Thẩm tra", en: "Verifier" }
    measure() { vi: "Thước đo", en: "Measure" }
    needs() { vi: "Bằng chứng cần", en: "Evidence it needs" }
    deadline() { vi: "Hạn", en: "Due" }
    beyond_table() { vi: "Bảng ngày nghỉ chưa có tới ngày này: mới trừ thứ Bảy, Chủ nhật.", en: "The holiday table does not reach this day yet: only weekends are taken off." }
    already() { vi: "Đã công bố. Kết luận và chỉ đạo không sửa được nữa.", en: "In force. The conclusion and its directives cannot be changed any more." }
}
