//! What the pages of voting say.

use base::time::Date;

web_kit::words! {
    /// What the pages of voting say.
    pub struct VoteWords;

    back() { vi: "Về diễn đàn", en: "Back to the forum" }
    title() { vi: "Ông/bà có đồng ý không?", en: "Do you agree?" }
    progress(done: usize, all: usize) { vi: "Ý kiến {done} trên {all}. Dừng lúc nào cũng được.", en: "Opinion {done} of {all}. Stop whenever you like." }
    pass() { vi: "Chưa rõ, xem ý kiến khác", en: "Not sure, show another" }
    secret() { vi: "Ngoài máy này, không trang nào cho thấy ông/bà chọn gì. Kết quả chung chỉ hiện sau khi ông/bà đã chọn, để không ai bị dẫn theo.", en: "Apart from this device, no page shows what you choose. The figures appear after you have chosen, so that nobody is led." }
    entry(number: &str) { vi: "Lần bày tỏ này là dòng {number} trong sổ.", en: "This answer is entry {number} of the ledger." }
    entry_proof() { vi: "Tải bằng chứng (không ghi đã chọn gì)", en: "Get the proof (it does not say what you chose)" }
    drawn() { vi: "Máy này giữ một mã ngẫu nhiên cho riêng diễn đàn này, để mỗi người được tính một lần và đổi được lựa chọn. Mã không gắn với ai.", en: "This device keeps a random code for this forum alone, so that you count once and can change your answers. The code is tied to nobody." }
    verified() { vi: "Đang bày tỏ bằng phiếu mời.", en: "You vote with an invitation slip." }
    just_now() { vi: "Ông/bà vừa bày tỏ", en: "You have just answered" }
    you_agreed() { vi: "Ông/bà đã đồng ý", en: "You agreed" }
    you_disagreed() { vi: "Ông/bà không đồng ý", en: "You disagreed" }
    you_passed() { vi: "Ông/bà chưa rõ", en: "You were not sure" }
    change() { vi: "Đổi lựa chọn", en: "Change" }
    change_title() { vi: "Đổi lựa chọn", en: "Change your answer" }
    own_link() { vi: "Xem những gì đã bày tỏ", en: "See what you answered" }
    own_title() { vi: "Những gì ông/bà đã bày tỏ", en: "What you answered" }
    own_none() { vi: "Chưa bày tỏ gì trên máy này.", en: "Nothing was answered on this device." }
    own_count(n: usize) { vi: "{n} ý kiến đã bày tỏ trên máy này. Đổi được cho đến khi đóng bày tỏ.", en_one: "One opinion answered on this device. You can change it until votes are closed.", en: "{n} opinions answered on this device. You can change them until votes are closed." }
    all_title() { vi: "Ông/bà đã xem hết các ý kiến", en: "You have seen every opinion" }
    all_text(n: usize) { vi: "Đã bày tỏ với cả {n} ý kiến. Ý kiến mới sẽ hiện ở đây khi được đăng.", en: "You answered all {n} opinions. New ones appear here when they are published." }
    write() { vi: "Viết ý kiến của tôi", en: "Write an opinion of mine" }
    empty_title() { vi: "Chưa có ý kiến nào để bày tỏ", en: "There is no opinion to vote on yet" }
    empty_text() { vi: "Ý kiến hiện ở đây sau khi được đọc và đăng. Ông/bà có thể là người viết đầu tiên.", en: "Opinions appear here once they are read and published. You could write the first." }
    not_open_title() { vi: "Chưa đến lúc bày tỏ", en: "Voting has not begun" }
    not_open_text() { vi: "Bày tỏ được khi diễn đàn mở nhận ý kiến.", en: "You can vote once the forum takes opinions." }
    closed_title() { vi: "Đã đóng bày tỏ", en: "Votes are closed" }
    closed_text(day: Date) { vi: "Diễn đàn nhận bày tỏ đến hết ngày {day}. Kết quả đã có.", en: "The forum took votes until the end of {day}. The results are there." }
    cancelled_text() { vi: "Diễn đàn này đã hủy. Lý do ghi ở trang diễn đàn.", en: "This forum was cancelled. Its page says why." }
    to_results() { vi: "Xem kết quả", en: "See the results" }
    until(day: Date) { vi: "Bày tỏ được đến hết ngày {day}; dừng giữa chừng thì phần đã bày tỏ vẫn được tính.", en: "Votes are taken until the end of {day}; if you stop halfway, what you answered counts." }
    gone() { vi: "Ý kiến này không còn được đăng, nên không bày tỏ được. Lựa chọn vừa bấm không được ghi.", en: "This opinion is no longer published, so it cannot be voted on. What you chose was not recorded." }
    choose() { vi: "Chọn một trong ba nút.", en: "Choose one of the three buttons." }
    have_slip() { vi: "Có phiếu mời? Gõ mã trên phiếu", en: "Have an invitation slip? Type its code" }
}
