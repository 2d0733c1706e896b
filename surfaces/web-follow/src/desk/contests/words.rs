//! What the list of contests at the desk says.

web_kit::words! {
    /// What the list of contests at the desk says.
    pub struct ContestDeskWords;

    title() { vi: "Phản đối", en: "Contests" }
    read_by(day: base::time::Date) { vi: "đọc chậm nhất {day}", en: "to be read by {day}" }
    late() { vi: "Chậm đọc", en: "Late" }
    lead_read() { vi: "Phản đối được đọc trước khi đăng, chỉ giữ lại vì lý do có trong luật. Không đổi trạng thái của việc.", en: "Contests are read before they are published and held back for lawful reasons alone. They change no state." }
    lead() { vi: "Phản đối đã đăng chờ trả lời. Người trả lời không thuộc đơn vị chủ trì hay thẩm tra.", en: "Public contests wait for an answer. Whoever answers belongs neither to owner nor verifier." }
    for_others(n: usize) { vi: "{n} phản đối về việc của cơ quan mình chờ người đọc thuộc cơ quan khác.", en_one: "One contest is about your own organisation's work and waits for a moderator of another.", en: "{n} contests are about your own organisation's work and wait for a moderator of another." }
    none_title() { vi: "Không có phản đối nào chờ", en: "No contest is waiting" }
    none_text() { vi: "Phản đối mới sẽ hiện ở đây.", en: "New contests appear here." }
    desk() { vi: "Bàn điều hành", en: "The desk" }
    number(n: u32) { vi: "Phản đối số {n}", en: "Contest {n}" }
    of_number(n: u32) { vi: " phản đối số {n}", en: " contest {n}" }
    about(label: &str) { vi: "về việc {label}", en: "about clause {label}" }
    waits_reading() { vi: "Chờ đọc", en: "Waits to be read" }
    waits_answer() { vi: "Chờ trả lời", en: "Waits for an answer" }
    words_gone() { vi: "Chữ này đã xóa hoặc chưa đọc được.", en: "These words were erased, or cannot be read now." }
    publish() { vi: "Đăng", en: "Publish" }
    not_publish_fold() { vi: "Không đăng", en: "Do not publish" }
    not_publish() { vi: "Không đăng", en: "Do not publish" }
    reason() { vi: "Lý do", en: "Reason" }
    reason_hint() { vi: "Lý do công khai. Người gửi đọc ở biên nhận.", en: "The reason is public. Whoever sent it reads it on the receipt." }
    choose_reason() { vi: "Chọn lý do có trong luật", en: "Choose a lawful reason" }
    answer_fold() { vi: "Trả lời", en: "Answer" }
    answer() { vi: "Câu trả lời", en: "Your answer" }
    what_answer() { vi: "câu trả lời", en: "your answer" }
    answer_hint() { vi: "Công khai, đứng ngay dưới phản đối.", en: "It is public and stands right below the contest." }
    send_answer() { vi: "Ghi trả lời", en: "Record the answer" }
    cannot_answer() { vi: "Người thuộc đơn vị chủ trì hay thẩm tra không trả lời phản đối này.", en: "People of the owner or the verifier do not answer this." }
    own_work() { vi: "Người của đơn vị chủ trì và thẩm tra không đọc duyệt, không trả lời phản đối về việc của mình. Giao cho người khác.", en: "People of owner and verifier neither read nor answer contests of their clause. Leave it to someone else." }
    already_read() { vi: "Phản đối này đã có người đọc và quyết định rồi. Việc vừa bấm không được ghi.", en: "Someone has read this contest and decided already. What you chose was not recorded." }
    done_cleared() { vi: "Đã đăng phản đối.", en: "The contest is public." }
    done_refused() { vi: "Đã ghi: không đăng, kèm lý do.", en: "Recorded: not published, with its reason." }
    done_answered() { vi: "Đã ghi trả lời.", en: "The answer is recorded." }
}
