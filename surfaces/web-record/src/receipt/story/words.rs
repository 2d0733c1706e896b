//! What the steps of a receipt's story say.

use base::time::Date;

web_kit::words! {
    /// The sentences of the story.
    pub struct StoryWords;

    title() { vi: "Ý kiến này đến đâu rồi", en: "How far this opinion is" }
    title_contest() { vi: "Phản đối này đến đâu rồi", en: "How far this contest is" }
    next() { vi: "Chờ", en: "Waiting" }
    line(n: &str) { vi: "dòng {n}", en: "entry {n}" }
    late(days: u32) { vi: "Chậm {days} ngày làm việc", en_one: "One working day late", en: "{days} working days late" }
    nothing_left() { vi: "Mọi việc từ ý kiến này đã kết thúc. Không còn gì phải chờ.", en: "Everything that came of this opinion has ended. Nothing is left to wait for." }

    received(line: &str) { vi: "Ý kiến vào sổ, {line}.", en: "The opinion was recorded, {line}." }
    received_turn(line: &str) { vi: "Người ghi biên bản ghi lời tóm tắt phát biểu vào sổ, {line}.", en: "The clerk recorded the summary of what was said, {line}." }
    confirmed() { vi: "Người phát biểu đã xác nhận lời tóm tắt, bằng biên nhận này.", en: "The speaker confirmed the summary, with this receipt." }
    confirmed_aloud() { vi: "Người phát biểu đã xác nhận lời tóm tắt, nói trước người ghi biên bản.", en: "The speaker confirmed the summary aloud, before the clerk." }
    confirm_wait() { vi: "Người phát biểu xem và xác nhận lời tóm tắt. Chưa xác nhận thì chưa đăng.", en: "The speaker looks at the summary and confirms it. It is not published before that." }
    to_confirm() { vi: "Xem và xác nhận", en: "Look and confirm" }

    read_wait(day: Date) { vi: "Người đọc ý kiến đọc, chậm nhất hết ngày {day}.", en: "A moderator reads it, by the end of {day}." }
    batch_wait(n: usize) {
        vi: "Đăng cùng các ý kiến khác, thứ tự bốc thăm: khi đủ {n}, hoặc khi qua giờ mới.",
        en: "It appears together with others in an order drawn by lot: when {n} are ready, or when the next hour begins."
    }
    read() { vi: "Đã đọc, sẽ đăng trong đợt tới.", en: "It was read and appears with the next batch." }
    published(label: &str) { vi: "Đăng với số {label}.", en: "Published as {label}." }
    refused(reason: &str) { vi: "Đã đọc, không đăng. Lý do: {reason}.", en: "Read, not published. The reason: {reason}." }
    taken_down(label: &str, reason: &str) { vi: "Ý kiến {label} bị gỡ sau khi đăng. Lý do: {reason}. Số vẫn còn.", en: "Opinion {label} was taken down after it was published. The reason: {reason}. Its number stays." }
    withdrawn() { vi: "Người giữ biên nhận rút ý kiến.", en: "The holder of the receipt took the opinion back." }
    to_opinion(label: &str) { vi: "Đọc {label}", en: "Read {label}" }

    appeal_open() { vi: "Có thể khiếu nại một lần. Người xét không phải là người đã quyết định.", en: "One appeal can be made. Whoever decides it is not who decided before." }
    to_appeal() { vi: "Khiếu nại", en: "Appeal" }
    appealed() { vi: "Ông/bà khiếu nại.", en: "You appealed." }
    appeal_wait(day: Date) { vi: "Người xét khiếu nại quyết định, chậm nhất hết ngày {day}.", en: "The appeal body decides, by the end of {day}." }
    granted() { vi: "Khiếu nại được chấp nhận, ý kiến được đăng. Lời giải thích:", en: "The appeal was granted: the opinion is published. The explanation:" }
    declined() { vi: "Khiếu nại không được chấp nhận. Lời giải thích:", en: "The appeal was declined. The explanation:" }

    private() { vi: "Ý kiến nêu tên một người: chuyển đường trả lời riêng, không đăng.", en: "It names a person: it went to the private track and is not published." }
    private_wait(day: Date) { vi: "Ông/bà được trả lời tại đây, chậm nhất hết ngày {day}.", en: "You are answered here, by the end of {day}." }
    private_answer() { vi: "Trả lời riêng, chỉ người giữ biên nhận này đọc được:", en: "The private answer, for the holder of this receipt only:" }

    at_present() { vi: "Hiện nay", en: "At present" }
    votes_open(day: Date) { vi: "Mọi người bày tỏ với ý kiến này đến hết ngày {day}.", en: "People vote on it until the end of {day}." }
    votes_closed() { vi: "Bày tỏ với ý kiến này, đã chốt:", en: "Votes on it, final:" }
    to_results() { vi: "Kết quả của diễn đàn", en: "Results of the forum" }

    answered(who: &str, form: &str) { vi: "{who}: {form}.", en: "{who}: {form}." }
    answered_until(who: &str, form: &str, day: Date) { vi: "{who}: {form}, hẹn hết ngày {day}.", en: "{who}: {form}, by the end of {day}." }
    answered_to(who: &str, to: &str) { vi: "{who} chuyển ý kiến tới {to}.", en: "{who} transferred it to {to}." }
    all_answers() { vi: "Mọi trả lời của diễn đàn", en: "All answers of the forum" }
    answer_wait() { vi: "Chưa có trả lời. Có trả lời thì hiện tại đây.", en: "It has no answer yet. It will stand here." }
    answer_handed(organisation: &str) { vi: "Chờ {organisation} trả lời. Có trả lời thì hiện tại đây.", en: "{organisation} is to answer. It will stand here." }
    answer_due(day: Date) { vi: "Trả lời bằng văn bản, hẹn hết ngày {day}.", en: "The answer in writing, promised by the end of {day}." }

    finding(sort: &str) { vi: "Diễn đàn ghi nhận định dựa trên ý kiến này ({sort}):", en: "The forum recorded a finding that rests on it ({sort}):" }
    to_conclusion() { vi: "Đọc kết luận", en: "Read the conclusion" }
    conclusion_wait(held: Date, day: Date) { vi: "Diễn đàn họp ngày {held}. Kết luận chậm nhất ngày {day}.", en: "The forum is held on {held}. It concludes by {day}." }
    concluded() { vi: "Chủ trì kết luận diễn đàn. Không có chỉ đạo nào dựa trên ý kiến này.", en: "The chair concluded the forum. No directive rests on this opinion." }
    directive(n: &str, to: &str) { vi: "Kết luận ra chỉ đạo CĐ-{n} gửi {to}, từ nhận định ấy. Từng việc:", en: "The conclusion gave directive CĐ-{n} to {to}, from that finding. Its clauses:" }
    cancelled() { vi: "Diễn đàn đã hủy. Lý do ghi ở trang diễn đàn.", en: "The forum was cancelled. Its page says why." }
    to_forum() { vi: "Xem diễn đàn", en: "See the forum" }
    clause(label: &str) { vi: "Việc {label}", en: "Clause {label}" }
    clause_due(day: Date) { vi: "hạn {day}", en: "due {day}" }
    evidence(n: usize) { vi: "{n} bằng chứng", en_one: "one piece of evidence", en: "{n} pieces of evidence" }
    no_evidence() { vi: "chưa có bằng chứng", en: "no evidence yet" }
    clauses_wait(n: usize, day: Date) { vi: "{n} việc chưa kết thúc, hạn gần nhất {day}.", en_one: "One clause has not ended; it is due {day}.", en: "{n} clauses have not ended; the next is due {day}." }

    contest_received(label: &str, line: &str) { vi: "Phản đối điều ghi về việc {label} vào sổ, {line}.", en: "The contest of what is told of clause {label} was recorded, {line}." }
    contest_read_wait(by: Date) { vi: "Được đọc trước khi đăng, chậm nhất hết ngày {by}.", en: "It is read before it is published, by the end of {by}." }
    contest_public() { vi: "Đã đọc và đăng cạnh trạng thái của việc.", en: "It was read and stands beside the state of the clause." }
    to_contest() { vi: "Xem ở trang của việc", en: "See it on the clause's page" }
    contest_refused(reason: &str) { vi: "Đã đọc, không đăng. Lý do: {reason}. Có thể viết lại mà bỏ phần ấy.", en: "Read, not published. The reason: {reason}. It can be written again without that part." }
    to_contest_again() { vi: "Viết phản đối khác", en: "Write another contest" }
    contest_answer_wait() { vi: "Trả lời của người không thuộc đơn vị chủ trì, cũng không thuộc đơn vị xác nhận.", en: "An answer by someone who belongs neither to the owner nor to the verifier." }
    contest_answered() { vi: "Trả lời phản đối:", en: "The answer to the contest:" }
    contest_clause() { vi: "Việc bị phản đối:", en: "The clause it contests:" }
}
