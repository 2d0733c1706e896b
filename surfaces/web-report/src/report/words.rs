//! What the pages of the report say to everyone.

use base::time::Date;

web_kit::words! {
    /// What everyone reads.
    pub struct ReportWords;

    title() { vi: "Báo cáo của lực lượng", en: "The report of the force" }
    by(force: &str) { vi: "Báo cáo của {force}", en: "Report of {force}" }
    published(day: Date) { vi: "Đăng ngày {day}", en: "Published on {day}" }
    before(day: Date) { vi: "Diễn đàn tổ chức ngày {day}", en: "The forum is held on {day}" }
    lead() { vi: "Lời của đơn vị báo cáo, giữ nguyên. Mỗi đoạn có số riêng để góp ý đúng chỗ.", en: "The words of the force, as they are. Each paragraph has a number, so that opinions can speak to it." }
    print() { vi: "In báo cáo", en: "Print the report" }
    contents() { vi: "Các mục", en: "Sections" }
    paragraph(n: u32) { vi: "Đoạn {n}", en: "Paragraph {n}" }
    write_to() { vi: "Góp ý đoạn này", en: "Write about this paragraph" }
    spoken_to(n: usize) { vi: "{n} ý kiến đã đăng về đoạn này", en_one: "One published opinion about this paragraph", en: "{n} published opinions about this paragraph" }
    unbound() { vi: "Số liệu do đơn vị báo cáo, chưa nối với sổ trực.", en: "Figures as the force reports them, not yet bound to the duty record." }
    source_go() { vi: "Lấy từ đâu", en: "Where it comes from" }
    all_figures() { vi: "Mỗi con số lấy từ đâu", en: "Where each figure comes from" }
    column_figure() { vi: "Số liệu", en: "Figure" }
    column_value() { vi: "Trị số", en: "Value" }
    column_period() { vi: "Thời gian", en: "Period" }
    column_source() { vi: "Nguồn", en: "Source" }
    period(from: Date, until: Date) { vi: "Từ {from} đến {until}", en: "From {from} to {until}" }
    period_from(from: Date) { vi: "Từ {from}", en: "From {from}" }
    period_until(until: Date) { vi: "Đến {until}", en: "Until {until}" }
    period_none() { vi: "Không ghi thời gian", en: "No period given" }
    entry(n: u64) { vi: "Dòng {n} của sổ", en: "Entry {n} of the ledger" }
    flag_go() { vi: "Báo chữ này", en: "Report this text" }
    in_section() { vi: "Mục này:", en: "This section:" }
    more() { vi: "Xem thêm", en: "More" }
    opinions_go() { vi: "Ý kiến đã đăng", en: "Published opinions" }
    agenda_go() { vi: "Chương trình", en: "Agenda" }
    documents_go() { vi: "Tài liệu", en: "Documents" }
    back() { vi: "Về diễn đàn", en: "Back to the forum" }

    corrected(n: usize) { vi: "Báo cáo đã sửa {n} lần sau khi đăng.", en_one: "The report was corrected once after it was published.", en: "The report was corrected {n} times after it was published." }
    corrected_go() { vi: "Xem đã sửa gì", en: "See what was corrected" }
    corrections() { vi: "Đã sửa sau khi đăng", en: "Corrected after publication" }
    reason() { vi: "Lý do:", en: "Reason:" }
    old_words() { vi: "Lời cũ", en: "The old words" }

    not_yet() { vi: "Báo cáo chưa đăng", en: "The report is not published yet" }
    expected(by: Date, days: u32) { vi: "Dự kiến đăng chậm nhất ngày {by}, {days} ngày trước ngày tổ chức. Khi đăng, mỗi đoạn và mỗi con số có chỗ để góp ý.", en: "It is expected by {by}, {days} days before the day of the forum. Once it is published, each paragraph and figure can be written about." }
    overdue(by: Date, day: Date) { vi: "Lẽ ra đăng chậm nhất ngày {by}, đến nay chưa đăng. Diễn đàn tổ chức ngày {day}.", en: "It was expected by {by} and is not published. The forum is held on {day}." }
    never() { vi: "Diễn đàn này không có báo cáo được đăng.", en: "No report was published for this forum." }

    figure(n: u32) { vi: "Số liệu {n}", en: "Figure {n}" }
    where_from() { vi: "Con số này lấy từ đâu", en: "Where this figure comes from" }
    unbound_long() { vi: "Số liệu do đơn vị báo cáo, chưa nối với sổ trực: chưa có cách nào để người ngoài đơn vị tính lại con số này.", en: "The figure is as the force reports it, not yet bound to the duty record: nobody outside the force can compute it again." }
    reported_by() { vi: "Đơn vị báo cáo", en: "Reported by" }
    stands_in() { vi: "Đứng ở mục", en: "Stands in section" }
    report_published() { vi: "Báo cáo đăng ngày", en: "Report published on" }
    on_record() { vi: "Ghi vào sổ ngày", en: "Put on record on" }
    taken_out() { vi: "Con số này không còn trong báo cáo: đã bỏ khi sửa.", en: "This figure is not in the report any more: it was taken out in a correction." }
    was_before() { vi: "Trước khi sửa", en: "Before it was corrected" }
    was(until: Date) { vi: "đến {until}", en: "until {until}" }
    to_report() { vi: "Đọc trong báo cáo", en: "Read it in the report" }
}
