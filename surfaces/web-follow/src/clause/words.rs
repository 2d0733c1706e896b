//! What the page of a clause says.

use base::time::Date;

web_kit::words! {
    /// What the page of a clause says.
    pub struct ClauseWords;

    title(label: &str) { vi: "Việc {label}", en: "Clause {label}" }
    conclusion() { vi: "Kết luận", en: "Conclusion" }
    owner() { vi: "Chủ trì", en: "Carried out by" }
    verifier() { vi: "Thẩm tra", en: "Verified by" }
    measure() { vi: "Đo bằng", en: "Measured by" }
    due() { vi: "Hạn", en: "Due" }
    due_on(day: Date) { vi: "Hạn {day}", en: "Due {day}" }
    needs() { vi: "Bằng chứng cần có", en: "Evidence it needs" }
    there() { vi: "đã có", en: "handed in" }
    not_there() { vi: "chưa có", en: "missing" }
    facts() { vi: "Về việc này", en: "About this clause" }
    beyond_table() { vi: "Bảng ngày nghỉ chưa có tới ngày này: mới trừ thứ Bảy, Chủ nhật.", en: "The holiday table does not reach this day yet: only weekends are taken off." }
    working_days(n: u32) { vi: "{n} ngày làm việc từ ngày kết luận", en_one: "one working day from the conclusion", en: "{n} working days from the conclusion" }
    moved(from: Date, to: Date) { vi: "Đổi từ {from} sang {to}", en: "Moved from {from} to {to}" }
    moved_extended(day: Date) { vi: "cho lùi hạn ngày {day}", en: "more time was granted on {day}" }
    moved_reopened(day: Date) { vi: "mở lại ngày {day}", en: "opened again on {day}" }
    days_left(n: u32) { vi: "Còn {n} ngày.", en_one: "One day left.", en: "{n} days left." }
    due_today() { vi: "Hôm nay là ngày cuối.", en: "Today is the last day." }
    late_counted(n: u32) { vi: "Quá hạn {n} ngày, đếm theo lịch từ ngày sau hạn.", en_one: "One day late, counted from the day after it was due.", en: "{n} days late, calendar days counted from the day after it was due." }
    late_done(n: u32) { vi: "Báo xong muộn {n} ngày.", en_one: "It was reported done one day late.", en: "It was reported done {n} days late." }

    is_assigned(owner: &str) { vi: "Đã giao. {owner} chưa nhận.", en: "Assigned. {owner} has not taken it on yet." }
    is_accepted(owner: &str) { vi: "{owner} đang làm.", en: "{owner} is at it." }
    is_reported_done(owner: &str, day: Date, verifier: &str) { vi: "{owner} báo xong ngày {day}. Chờ {verifier} xác nhận.", en: "{owner} reported it done on {day}. It waits for {verifier}." }
    is_verified(verifier: &str, day: Date) { vi: "{verifier} xác nhận đã xong ngày {day}.", en: "{verifier} verified it on {day}." }
    is_not_done(verifier: &str, day: Date) { vi: "{verifier} xác nhận không làm được, ngày {day}.", en: "{verifier} found on {day} that it was not done." }
    is_overtaken(verifier: &str, day: Date) { vi: "{verifier} xác nhận việc không còn phù hợp, ngày {day}.", en: "{verifier} found on {day} that events overtook it." }
    rule() { vi: "“Đã xong” cần bằng chứng và xác nhận của đơn vị khác, không phải đơn vị chủ trì.", en: "“Done” needs evidence and someone else's word: never the owner's alone." }

    contested(n: u32) { vi: "Có {n} phản đối", en_one: "Contested once", en: "Contested {n} times" }
    verified_contested(n: u32) { vi: "Đã xác nhận, có {n} phản đối", en_one: "Verified, contested once", en: "Verified, contested {n} times" }

    what_happened() { vi: "Đã làm gì", en: "What happened" }
    next() { vi: "Tiếp theo", en: "Next" }
    next_accept(owner: &str) { vi: "{owner} nhận việc.", en: "{owner} takes it on." }
    next_do(owner: &str, day: Date) { vi: "{owner} làm và nộp bằng chứng, hạn {day}.", en: "{owner} does it and hands in evidence, due {day}." }
    next_evidence(what: &str, who: &str) { vi: "{who} nộp thêm: {what}.", en: "Still to come from {who}: {what}." }
    next_verify(verifier: &str) { vi: "{verifier} xem bằng chứng và xác nhận.", en: "{verifier} looks at the evidence and decides." }
    next_extension(day: Date) { vi: "Chủ trì diễn đàn trả lời đề nghị lùi hạn đến {day}.", en: "The chair answers the request for more time, until {day}." }
    older(n: usize) { vi: "Trang này hiện {n} bước mới nhất, xếp theo thời gian.", en: "This page shows the newest {n} steps, in the order of time." }

    told_assigned(day: Date) { vi: "Giao việc, hạn {day}.", en: "Assigned, due {day}." }
    told_accepted() { vi: "Nhận việc.", en: "Taken on." }
    told_progress() { vi: "Báo tiến độ.", en: "Progress was reported." }
    told_evidence() { vi: "Nộp", en: "Handed in:" }
    told_asked(day: Date) { vi: "Đề nghị lùi hạn đến {day}.", en: "More time was asked for, until {day}." }
    told_granted(day: Date) { vi: "Đồng ý lùi hạn đến {day}.", en: "More time was granted, until {day}." }
    told_declined(day: Date) { vi: "Không đồng ý lùi hạn. Hạn vẫn là {day}.", en: "More time was declined. It stays due {day}." }
    told_done() { vi: "Báo đã xong.", en: "Reported done." }
    told_verified() { vi: "Xác nhận đã xong.", en: "Verified." }
    told_not_done() { vi: "Xác nhận không làm được.", en: "Found not done." }
    told_overtaken() { vi: "Xác nhận không còn phù hợp.", en: "Found overtaken by events." }
    told_reopened(day: Date) { vi: "Mở lại, hạn mới {day}.", en: "Opened again, due {day}." }
    told_escalated() { vi: "Quá hạn: đã báo cấp trên.", en: "Late: the superior was told." }
    told_contest(n: u32) { vi: "Đăng phản đối số {n}.", en: "Contest {n} was published." }
    told_contest_refused(n: u32, reason: &str) { vi: "Không đăng phản đối số {n}: {reason}.", en: "Contest {n} was not published: {reason}." }
    told_contest_answered(n: u32) { vi: "Trả lời phản đối số {n}.", en: "Contest {n} was answered." }
    role_of(role: &str, organisation: &str) { vi: "{role}, {organisation}", en: "{role}, {organisation}" }
    entry(n: u64) { vi: "dòng {n}", en: "entry {n}" }

    evidence() { vi: "Bằng chứng", en: "Evidence" }
    evidence_number(n: u32) { vi: "Bằng chứng số {n}", en: "Evidence {n}" }
    evidence_none() { vi: "Chưa có bằng chứng nào.", en: "No evidence has been handed in yet." }
    in_words() { vi: "bằng chữ", en: "in words" }
    handed_in(day: Date) { vi: "nộp {day}", en: "handed in {day}" }

    contests() { vi: "Phản đối", en: "Contests" }
    contest_none() { vi: "Chưa có phản đối nào được đăng.", en: "No contest has been published." }
    contest_number(n: u32) { vi: "Phản đối số {n}", en: "Contest {n}" }
    contest_rule() { vi: "Phản đối không tự đổi trạng thái của việc. Người trả lời không thuộc đơn vị chủ trì hay thẩm tra.", en: "A contest does not change the state of the clause. Whoever answers belongs neither to owner nor verifier." }
    contest_answer() { vi: "Trả lời", en: "Answer" }
    contest_waits() { vi: "Chưa trả lời.", en: "Not answered yet." }
    contest_over() { vi: "Diễn đàn đã khép lại: phản đối vẫn được ghi và trả lời, nhưng việc này không mở lại nữa.", en: "The forum has ended: a contest is still recorded and answered, but this clause is not reopened any more." }
    contest_go() { vi: "Phản đối điều ghi ở trang này", en: "Contest what this page says" }
    flag_go() { vi: "Báo chữ này", en: "Report this text" }

    from() { vi: "Việc này từ đâu ra", en: "Where this comes from" }
    from_directive(n: u32) { vi: "Chỉ đạo CĐ-{n}", en: "Directive CĐ-{n}" }
    to(addressee: &str) { vi: "gửi {addressee}", en: "to {addressee}" }
    finding(n: u32) { vi: "Nhận định số {n}", en: "Finding {n}" }
    rests_on() { vi: "Dựa trên ý kiến", en: "It rests on" }
    no_findings() { vi: "Chỉ đạo này không dẫn nhận định nào.", en: "This directive quotes no finding." }
    more_opinions(n: usize) { vi: "và {n} ý kiến khác", en_one: "and one more", en: "and {n} more" }

    follow() { vi: "Theo dõi", en: "Follow" }
    follow_about() { vi: "Nhận tin khi có việc đổi trạng thái, bằng trình đọc tin Atom.", en: "Hear of every change in a feed reader (Atom)." }
    feed_directive(n: u32) { vi: "Nguồn tin của CĐ-{n}", en: "Feed of CĐ-{n}" }
    feed_forum() { vi: "Nguồn tin của diễn đàn", en: "Feed of the forum" }
    print() { vi: "In trang này", en: "Print this page" }
    all_clauses() { vi: "Mọi việc của kết luận", en: "All clauses of the conclusion" }
}
