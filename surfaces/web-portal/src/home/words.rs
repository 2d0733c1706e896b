//! The words of the first page.

use base::time::Date;
use web_kit::words;

words! {
    /// What the first page says.
    pub struct HomeWords;

    hero_title() { vi: "Ý kiến được nghe, được trả lời, được làm đến nơi", en: "What you say is heard, answered and acted on" }
    hero_lead() {
        vi: "Lực lượng bảo vệ báo cáo với nhân dân. Mọi người góp ý, bày tỏ đồng ý hay không. Ai cũng thấy việc nào đã làm.",
        en: "The guard force reports to the people. Everyone may give an opinion, agree or disagree. Anyone can see what was done."
    }
    speak() { vi: "Bày tỏ ý kiến", en: "Have your say" }
    speak_minutes(minutes: u32) { vi: "Bày tỏ ý kiến, mất khoảng {minutes} phút", en_one: "Have your say, about a minute", en: "Have your say, about {minutes} minutes" }
    write() { vi: "Viết ý kiến", en: "Write an opinion" }
    see_forums() { vi: "Xem các diễn đàn", en: "See the forums" }
    see_done() { vi: "Xem việc đã làm", en: "See what was done" }

    days_left(n: u32) { vi: "Còn {n} ngày", en_one: "One day left", en: "{n} days left" }
    last_day() { vi: "Hôm nay là ngày cuối", en: "Today is the last day" }
    people() { vi: "Người đã bày tỏ", en: "People who answered" }
    about(n: u32) { vi: "khoảng {n}", en: "about {n}" }
    fewer(n: u32) { vi: "chưa tới {n}", en: "fewer than {n}" }
    opinions() { vi: "Ý kiến đã đăng", en: "Opinions published" }
    until() { vi: "Nhận đến hết", en: "Taken until the end of" }
    no_account() { vi: "Không cần tài khoản. Có thể không ký tên.", en: "No account needed. You need not sign." }
    no_forum() { vi: "Chưa có diễn đàn nào đang nhận ý kiến", en: "No forum is taking opinions now" }
    no_forum_text() { vi: "Khi mở diễn đàn mới, lối vào sẽ hiện ở đây.", en: "When a forum opens, the way in will be here." }
    announced_text(closes: Date, day: Date) { vi: "Chưa mở nhận ý kiến. Sẽ nhận đến hết ngày {closes}, họp ngày {day}.", en: "Opinions are not taken yet. They will be until the end of {closes}; the forum is held on {day}." }
    before_session(day: Date) { vi: "Đã đóng nhận ý kiến. Họp ngày {day}.", en: "Opinions are closed. The forum is held on {day}." }
    in_session(day: Date) { vi: "Đã đóng nhận ý kiến. Họp ngày {day}, chờ kết luận.", en: "Opinions are closed. The forum is held on {day} and its conclusion is awaited." }
    see_forum() { vi: "Xem diễn đàn", en: "See the forum" }
    followed() { vi: "Việc đang theo dõi", en: "Being followed up" }
    followed_text(open: usize, late: usize) { vi: "{open} việc chưa xong, {late} việc quá hạn.", en: "Tasks not finished: {open}, late: {late}." }
    followed_all() { vi: "Mọi việc đã kết thúc.", en: "Every task has ended." }
    due(day: Date) { vi: "hạn {day}", en: "due {day}" }
    clause(no: &str) { vi: "Việc {no}", en: "Task {no}" }
    see_all_clauses() { vi: "Xem từng việc", en: "See every task" }

    sent_title() { vi: "Đã gửi ý kiến?", en: "Sent an opinion?" }
    sent_text() { vi: "Dùng mã trên biên nhận để tự kiểm tra ý kiến vẫn còn nguyên. Sổ ghi mọi việc, không ai sửa được.", en: "Use the code on your receipt to check that it is unchanged. The ledger records every act, and nobody can rewrite it." }
    check_receipt() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    ledger_go() { vi: "Xem sổ", en: "See the ledger" }

    documents() { vi: "Văn bản mới", en: "New documents" }

    from_word_to_deed() { vi: "Từ ý kiến đến việc làm", en: "From what was said to what was done" }
    forum_of(day: Date) { vi: "Diễn đàn {day}", en: "Forum of {day}" }
    figure_note(no: &str) { vi: "báo cáo tại diễn đàn {no}", en: "reported to forum {no}" }
    turns() { vi: "Lượt phát biểu tại hội trường", en: "Turns in the hall" }
    turns_note(n: usize) { vi: "cùng {n} ý kiến gửi bằng chữ", en_one: "with one written opinion", en: "with {n} written opinions" }
    answers_note() { vi: "ai cũng có thể tính lại", en: "anyone can compute it again" }
    answers_wait() { vi: "chưa công bố kết quả", en: "results not published yet" }
    done() { vi: "Việc đã xong, có bằng chứng", en: "Tasks done, with evidence" }
    done_note(open: usize, late: usize) { vi: "{open} việc chưa xong, {late} việc quá hạn", en: "not finished: {open}, late: {late}" }
    done_all() { vi: "mọi việc đã kết thúc", en: "every task has ended" }
}
