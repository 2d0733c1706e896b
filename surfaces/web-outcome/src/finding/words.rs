//! What the desk of findings says.

web_kit::words! {
    /// What the desk of findings says.
    pub struct FindingWords;

    title() { vi: "Nhận định chung", en: "Findings" }
    to_opinions() { vi: "Xem mọi ý kiến đã đăng, kèm số", en: "See every published opinion, with its number" }
    to_results() { vi: "Xem kết quả bày tỏ", en: "See the results of the votes" }
    lead() { vi: "Mỗi nhận định là một câu, dựa trên những ý kiến có số. Mức đồng ý với từng ý kiến hiện cạnh nhận định.", en: "Each finding is a sentence that rests on numbered opinions. How many agree with each stands beside it." }
    record() { vi: "Ghi nhận định", en: "Record a finding" }
    sort() { vi: "Là gì", en: "What it says" }
    sort_missing() { vi: "Chọn kết quả hoặc hạn chế.", en: "Choose achievement or shortcoming." }
    text() { vi: "Nhận định", en: "The finding" }
    what_text() { vi: "Nhận định", en: "The finding" }
    opinions() { vi: "Dựa trên ý kiến số", en: "Rests on opinions" }
    opinions_hint() { vi: "Ghi số, ví dụ: 1, 4, 7-9", en: "Numbers, such as 1, 4, 7-9" }
    opinions_wrong() { vi: "Có số không phải ý kiến đã đăng của diễn đàn này. Ghi số, ví dụ: 1, 4, 7-9.", en: "Some number is no published opinion of this forum. Give numbers such as 1, 4, 7-9." }
    recorded() { vi: "Đã ghi nhận định.", en: "The finding is recorded." }
    agreed_most() { vi: "Được đồng ý nhiều nhất", en: "Most agreed" }
    agreed_none() { vi: "Chưa ý kiến nào đủ 20 người bày tỏ.", en: "No opinion has 20 answers yet." }
    all() { vi: "Đã ghi", en: "Recorded" }
    none() { vi: "Chưa có nhận định nào.", en: "There is no finding yet." }
    withdraw() { vi: "Rút nhận định này", en: "Withdraw this finding" }
    withdrawn() { vi: "Đã rút", en: "Withdrawn" }
    withdraw_title(n: u32) { vi: "Rút nhận định {n}", en: "Withdraw finding {n}" }
    withdraw_lead() { vi: "Nhận định vẫn đọc được, đánh dấu là đã rút, kèm lý do.", en: "The finding stays readable, marked as withdrawn, with the reason." }
    reason() { vi: "Lý do", en: "The reason" }
    what_reason() { vi: "Lý do", en: "The reason" }
    concluded() { vi: "Diễn đàn đã kết luận, nên nhận định giữ nguyên.", en: "The forum has concluded, so its findings stay as they are." }
    to_conclusion() { vi: "Soạn kết luận", en: "Draft the conclusion" }
}
