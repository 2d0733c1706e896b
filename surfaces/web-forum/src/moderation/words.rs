//! The words of the figures about reading.

web_kit::words! {
    /// What the page about reading says.
    pub(super) struct ModerationWords;

    title() { vi: "Ý kiến được đọc thế nào", en: "How opinions were read" }
    lead(title: &str) { vi: "Diễn đàn: {title}. Đọc trước khi đăng là việc phải kể lại được bằng số.", en: "Forum: {title}. Reading before publication has to be accounted for in figures." }
    overview() { vi: "Tóm tắt", en: "In short" }
    received() { vi: "Đã nhận", en: "Received" }
    waiting() { vi: "Đang chờ đọc", en: "Waiting to be read" }
    of_them_late(n: u32) { vi: "{n} quá ngày hẹn", en: "{n} past the promised day" }
    kept_back() { vi: "Không đăng", en: "Not published" }
    of_them_granted(n: u32) { vi: "{n} người viết đúng", en: "{n} in the author's favour" }
    where_they_are() { vi: "Các ý kiến đang ở đâu", en: "Where the opinions are" }
    by_reason() { vi: "Không đăng, theo lý do", en: "Not published, by reason" }
    no_reason() { vi: "Chưa có ý kiến nào bị giữ lại không đăng.", en: "No opinion was left unpublished." }
    by_reader() { vi: "Theo người đọc", en: "By reader" }
    no_reader() { vi: "Chưa có ý kiến nào được đọc.", en: "No opinion was read yet." }
    reader() { vi: "Người đọc", en: "Reader" }
    read() { vi: "Đã đọc", en: "Read" }
    mandate(number: &str) { vi: "Nhiệm kỳ giao việc số {number}", en: "Mandate {number}" }
    appeals() { vi: "Khiếu nại", en: "Appeals" }
    appeals_all() { vi: "Đã nhận", en: "Received" }
    appeals_granted() { vi: "Người viết đúng", en: "The author is right" }
    appeals_declined() { vi: "Giữ quyết định cũ", en: "The decision stands" }
    appeals_late() { vi: "Đang chờ, quá ngày hẹn", en: "Waiting past the promised day" }
    appeals_median() { vi: "Thời gian xét, trung vị", en: "Time to a decision, median" }
    none_yet() { vi: "chưa có", en: "none yet" }
    days(n: u32) { vi: "{n} ngày làm việc", en_one: "One working day", en: "{n} working days" }
    private() { vi: "Trả lời riêng", en: "Private track" }
    private_about() { vi: "Ý kiến nêu tên một chiến sĩ là có lỗi thì không đăng; người được nêu tên được nghe trước, người viết được trả lời qua biên nhận.", en: "An opinion that names a guard as guilty of something is not published; the guard is heard first, the author is answered through the receipt." }
    private_all() { vi: "Đã chuyển", en: "Moved there" }
    private_answered() { vi: "Đã trả lời", en: "Answered" }
    private_late() { vi: "Chưa trả lời, quá ngày hẹn", en: "Unanswered past the promised day" }
    how() { vi: "Cách đếm", en: "How it is counted" }
    how_terms(reading: &str, appeal: &str, private: &str) { vi: "Hẹn đọc trong {reading} ngày làm việc, xét khiếu nại trong {appeal}, trả lời riêng trong {private}; ngày nhận không tính, ngày lễ và ngày làm bù theo lịch nhà nước.", en: "Reading is promised within {reading} working days, appeals within {appeal}, private answers within {private}; the day of receipt is not counted, public holidays and swapped days are those of state offices." }
    how_late() { vi: "Quá hẹn là số đang chờ hôm nay; đã đọc rồi thì không còn trong số này.", en: "Late are those that wait today; once read they are no longer among them." }
    how_reader() { vi: "Người đọc được nêu bằng số nhiệm kỳ giao việc, không nêu tên; mỗi ý kiến tính cho người quyết định sau cùng. Nhiệm kỳ nào của vai trò nào có trong sổ cái.", en: "Readers are named by the number of their mandate, never by name; an opinion counts for whoever decided last. The ledger tells which mandate is of which role." }
    how_public() { vi: "Số ý kiến đếm theo sổ cái như công chúng đang thấy, đổi cùng lúc với dấu sổ công khai, nên không ai nhìn số mà biết lúc có người viết.", en: "Opinions are counted on the ledger as the public sees it and move with its public checkpoint, so that nobody can tell from a figure when someone wrote." }
    opinions_go() { vi: "Xem các ý kiến đã đăng", en: "See the published opinions" }
    rights_go() { vi: "Ai được làm gì", en: "Who may do what" }
}
