//! The words of the public pages of forums.

use base::time::Date;

web_kit::words! {
    /// What the list of forums and one forum's page say.
    pub(crate) struct ForumWords;

    title() { vi: "Diễn đàn", en: "Forums" }
    lead() { vi: "Lực lượng bảo vệ báo cáo, nhân dân góp ý, kết luận được theo dõi cho đến khi xong.", en: "A guard force reports, people say what they think, and what is concluded is followed until it is done." }
    list() { vi: "Danh sách diễn đàn", en: "List of forums" }
    none_title() { vi: "Chưa có diễn đàn nào", en: "No forum yet" }
    none_text() { vi: "Diễn đàn được công bố sẽ hiện ở đây, kèm ngày cuối nhận ý kiến.", en: "A forum that is announced will stand here, with the last day for opinions." }
    news_go() { vi: "Xem tin tức", en: "See the news" }
    days_left(n: u32) { vi: "còn {n} ngày", en_one: "one day left", en: "{n} days left" }
    until(day: Date, left: &str) { vi: "Nhận ý kiến đến hết {day}, {left}", en: "Opinions until {day}, {left}" }
    last_day_is_today(day: Date) { vi: "Hôm nay, {day}, là ngày cuối nhận ý kiến", en: "Today, {day}, is the last day for opinions" }
    closed_early(day: Date, promised: Date) { vi: "Đã đóng nhận ý kiến ngày {day} (hẹn đến hết {promised})", en: "Opinions were closed on {day} (promised until the end of {promised})" }
    closed_on(day: Date) { vi: "Hết hạn nhận ý kiến ngày {day}", en: "Opinions were taken until {day}" }
    counts(received: u32, published: u32) { vi: "Đã nhận {received} ý kiến, đăng {published}", en_one: "One opinion received, {published} published", en: "{received} opinions received, {published} published" }

    steps() { vi: "Sáu bước của diễn đàn", en: "The six steps of the forum" }
    report() { vi: "Báo cáo", en: "Report" }
    opinions() { vi: "Ý kiến", en: "Opinions" }
    agreement() { vi: "Đồng thuận", en: "Agreement" }
    conclusion() { vi: "Kết luận", en: "Conclusion" }
    directives() { vi: "Chỉ đạo", en: "Directives" }
    follow_up() { vi: "Theo dõi", en: "Follow-up" }

    report_by(force: &str, day: Date) { vi: "{force} · diễn đàn ngày {day}", en: "{force} · forum of {day}" }
    report_on(day: Date) { vi: "Cho diễn đàn ngày {day}", en: "For the forum of {day}" }
    report_published(force: &str, day: Date) { vi: "{force} · đăng {day}", en: "{force} · published {day}" }
    report_none() { vi: "Báo cáo được đăng trước ngày tổ chức, để mọi người đọc và góp ý từng đoạn.", en: "The report is published before the day, so that everyone can read it and speak to each paragraph." }
    report_there() { vi: "Lực lượng báo cáo việc đã làm trong năm. Góp ý được cho từng đoạn.", en: "The force reports what it did. You can speak to each paragraph." }
    read_report() { vi: "Đọc báo cáo", en: "Read the report" }
    read_figures() { vi: "Mỗi con số lấy từ đâu", en: "Where each figure comes from" }
    not_open(day: Date) { vi: "Chưa mở · nhận đến hết {day} sau khi mở", en: "Not open yet · until {day} once it is open" }
    opens_when() { vi: "Bắt đầu khi văn phòng mở diễn đàn. Ai cũng viết được, không cần ký tên.", en: "Begins when the office opens the forum. Anyone can write, without signing." }
    open_text() { vi: "Ai cũng viết được, không cần ký tên. Mỗi ý kiến được đọc trước khi đăng.", en: "Anyone can write, without signing. Each opinion is read before it is published." }
    closed_text() { vi: "Không nhận thêm ý kiến. Ý kiến đã nhận vẫn được đọc và đăng.", en: "No more opinions are taken. Those received are still read and published." }
    between(from: Date, until: Date) { vi: "{from} đến {until}", en: "{from} to {until}" }
    turns(n: usize) { vi: "{n} lượt phát biểu", en_one: "one turn in the hall", en: "{n} turns in the hall" }
    written(n: usize) { vi: "{n} ý kiến gửi bằng chữ", en_one: "one written opinion", en: "{n} written opinions" }
    write() { vi: "Viết ý kiến", en: "Write an opinion" }
    read_published(n: usize) { vi: "Đọc cả {n} ý kiến", en: "Read all {n} opinions" }
    read_the_one() { vi: "Đọc ý kiến đã đăng", en: "Read the published opinion" }
    read_none() { vi: "Xem trang ý kiến", en: "See the page of opinions" }
    how_read() { vi: "Ý kiến được đọc thế nào", en: "How opinions are read" }
    promise_go() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    after_opening() { vi: "Bắt đầu khi có ý kiến được đăng", en: "Begins once an opinion is published" }
    voting_until(day: Date) { vi: "Bày tỏ đến hết {day}", en: "Votes until the end of {day}" }
    took_part(voices: u32, answers: u64) { vi: "{voices} người, {answers} lượt bày tỏ", en_one: "one person, {answers} answers", en: "{voices} people, {answers} answers" }
    from_voices(voices: u32) { vi: "từ {voices} người", en: "from {voices} people" }
    agreement_open() { vi: "Mỗi ý kiến: đồng ý, không đồng ý, hoặc chưa rõ. Trang kết quả có sau khi đóng.", en: "Each opinion: agree, disagree, or not sure. The results page comes once votes are closed." }
    agreement_closed() { vi: "Bày tỏ đã đóng. Mọi con số tính lại được từ tệp kết quả.", en: "Votes are closed. Every figure can be computed again from the result file." }
    agreement_wait() { vi: "Bày tỏ đã đóng, đang đếm.", en: "Votes are closed and being counted." }
    vote_go() { vi: "Bày tỏ ý kiến", en: "Vote" }
    results_go() { vi: "Xem mọi người đồng ý và khác nhau ở đâu", en: "See where people agree and where they differ" }
    on_day(day: Date) { vi: "Tại diễn đàn, ngày {day}", en: "At the forum, on {day}" }
    concluded_by(signer: &str, day: Date) { vi: "{day} · {signer}", en: "{day} · {signer}" }
    conclusion_none() { vi: "Chủ trì kết luận sau khi diễn đàn họp và bày tỏ đã đóng.", en: "The chair concludes once the forum was held and votes are closed." }
    conclusion_there() { vi: "Nhận định chung và lời kết luận của chủ trì.", en: "The findings and the chair's conclusion." }
    read_conclusion() { vi: "Đọc kết luận", en: "Read the conclusion" }
    after_conclusion() { vi: "Bắt đầu sau kết luận", en: "Begins after the conclusion" }
    directives_none() { vi: "Mỗi chỉ đạo có việc, người nhận, hạn và bằng chứng.", en: "Each directive has clauses, an owner, a deadline and the evidence it needs." }
    directives_count(n: usize, clauses: usize) { vi: "{n} nhóm, {clauses} việc, mỗi việc có người nhận và hạn", en_one: "one directive, {clauses} clauses, each with an owner and a deadline", en: "{n} directives, {clauses} clauses, each with an owner and a deadline" }
    directive_line(addressee: &str, clauses: usize) { vi: "{addressee}: {clauses} việc", en: "{addressee}: {clauses} clauses" }
    directives_empty() { vi: "Kết luận không kèm chỉ đạo.", en: "The conclusion has no directive." }
    after_directives() { vi: "Bắt đầu sau chỉ đạo", en: "Begins after the directives" }
    follow_up_none() { vi: "Từng việc được theo dõi đến khi có bằng chứng và được xác nhận.", en: "Each clause is followed until there is evidence and it is verified." }
    as_of(day: &str) { vi: "Cập nhật {day}", en: "As of {day}" }
    confirmed(done: usize, all: usize) { vi: "{done} trên {all} việc có bằng chứng đã được xác nhận.", en: "{done} of {all} clauses have evidence that was verified." }
    each_clause() { vi: "Xem từng việc", en: "See each clause" }
    all_ended(day: Date) { vi: "Mọi việc đã kết thúc, khép lại ngày {day}", en: "Every clause has ended; over since {day}" }
    n_state(n: usize, state: &str) { vi: "{n} {state}", en: "{n} {state}" }
    loopback() { vi: "Việc đã làm được đưa vào báo cáo của diễn đàn năm sau, và vòng sau bắt đầu từ đó.", en: "What was done goes into the report to next year's forum, and the next round begins there." }
    record_go() { vi: "Xem sổ ghi mọi việc", en: "See the ledger of everything done" }
    changes() { vi: "Thay đổi", en: "Changes" }
    change_days(from: Date, to: Date) { vi: "từ {from} sang {to}", en: "from {from} to {to}" }
    when_held() { vi: "Thời gian", en: "When" }
    place() { vi: "Nơi họp", en: "Where" }
    remarks() { vi: "Phát biểu chỉ đạo", en: "Speaks for the superior" }
    guests() { vi: "Dự diễn đàn", en: "Taking part" }
    agenda_go() { vi: "Chương trình", en: "Agenda" }
    documents_go() { vi: "Tài liệu", en: "Documents" }
    answers_go() { vi: "Tiếp thu, giải trình", en: "Answers" }
    feed_go() { vi: "Nguồn tin Atom", en: "Atom feed" }
    flag_go() { vi: "Báo chữ trái luật ở trang này", en: "Report a text of this page" }
    more() { vi: "Thêm", en: "More" }

    received() { vi: "Đã nhận", en: "Received" }
    published() { vi: "Đã đăng", en: "Published" }
    waiting() { vi: "Chờ đọc", en: "Waiting to be read" }
    cleared() { vi: "Đã đọc, chờ đăng", en: "Read, to be published" }
    taken_down() { vi: "Đã gỡ", en: "Taken down" }
    on_private_track() { vi: "Trả lời riêng", en: "Answered privately" }
    refused() { vi: "Không đăng", en: "Not published" }
    withdrawn() { vi: "Người viết đã rút", en: "Taken back" }
    reasons_are() { vi: "Lý do không đăng:", en: "Reasons for not publishing:" }
    reason_count(reason: &str, n: u32) { vi: "{reason}: {n}", en: "{reason}: {n}" }

    facts() { vi: "Thông tin", en: "About the forum" }
    facts_label() { vi: "Thông tin diễn đàn", en: "Facts about the forum" }
    number() { vi: "Số", en: "Number" }
    day() { vi: "Ngày tổ chức", en: "Day" }
    chair() { vi: "Chủ trì", en: "Chaired by" }
    force() { vi: "Lực lượng báo cáo", en: "Force that reports" }
    last_day() { vi: "Ngày cuối nhận ý kiến", en: "Last day for opinions" }
    announced() { vi: "Công bố", en: "Announced" }
    not_recorded() { vi: "Chưa ghi", en: "Not recorded" }
    sent_title() { vi: "Đã gửi ý kiến?", en: "Have you sent an opinion?" }
    sent_text() { vi: "Dùng mã trên biên nhận để tự kiểm tra ý kiến vẫn còn nguyên.", en: "Use the code on the receipt to check for yourself that the opinion is unchanged." }
    verify_go() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
}
