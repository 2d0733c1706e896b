//! What the result pages say.

use base::time::Date;

web_kit::words! {
    /// What the result pages say.
    pub struct ResultWords;

    title() { vi: "Mọi người đồng ý ở đâu, khác nhau ở đâu", en: "Where people agree, and where they differ" }
    crumb() { vi: "Kết quả ý kiến", en: "Results" }
    lead(voices: u32, answers: u64, opinions: usize) { vi: "{voices} người đã bày tỏ {answers} lượt với {opinions} ý kiến.", en_one: "One person gave {answers} answers to {opinions} opinions.", en: "{voices} people gave {answers} answers to {opinions} opinions." }
    lead_agreed(n: usize) { vi: "Có {n} ý kiến được từ hai phần ba trở lên đồng ý.", en_one: "Two thirds or more agree with one opinion.", en: "Two thirds or more agree with {n} opinions." }
    lead_none() { vi: "Chưa có ý kiến nào đủ người bày tỏ để nói là mọi người đồng ý.", en: "No opinion has enough answers to say that people agree." }
    lead_divided(label: &str) { vi: "Khác nhau nhiều nhất là ở {label}.", en: "People differ most about {label}." }
    open_lead(day: Date) { vi: "Diễn đàn đang nhận bày tỏ đến hết ngày {day}. Trước đó chỉ hiện số người tham gia, để không ai bị dẫn theo.", en: "Votes are taken until the end of {day}. Until then only participation shows, so that nobody is led." }
    open_counts(voices: u32) { vi: "Đến đầu giờ này có từ {voices} người bày tỏ. Số đổi mỗi giờ một lần, từng bước 5.", en: "At the beginning of this hour at least {voices} people had voted. The figure moves once an hour, in steps of 5." }
    open_few() { vi: "Đến lúc này chưa tới 5 người bày tỏ.", en: "So far fewer than 5 people have voted." }
    before_title() { vi: "Chưa có kết quả", en: "There are no results yet" }
    before_text() { vi: "Kết quả có sau khi diễn đàn nhận ý kiến và đóng bày tỏ.", en: "Results come once the forum has taken opinions and votes are closed." }
    unverified(verified: u32, drawn: u32) { vi: "Không xác thực: {drawn} người tự lấy mã trên máy của mình. Đã xác thực: {verified} người bày tỏ bằng phiếu mời. Người tự lấy mã muốn bày tỏ nhiều lần trên nhiều máy thì làm được, nên số chung cho biết xu hướng, không phải một cuộc bỏ phiếu.", en: "Not verified: {drawn} people drew a code on their own device. Verified: {verified} voted with an invitation slip. Whoever draws codes and wants to vote several times on several devices can, so these figures tell a tendency and are no ballot." }
    all_verified(verified: u32) { vi: "Cả {verified} người bày tỏ bằng phiếu mời, mỗi phiếu một tiếng nói.", en: "All {verified} voted with an invitation slip, one voice a slip." }
    unverified_short() { vi: "Có phần không xác thực", en: "Partly not verified" }
    parts() { vi: "Phần của kết quả", en: "Parts of the result" }
    agreed_tab(n: usize) { vi: "Cùng đồng ý ({n})", en: "Agreed ({n})" }
    divided_tab(n: usize) { vi: "Còn khác nhau ({n})", en: "Divided ({n})" }
    rest_tab(n: usize) { vi: "Ý kiến khác ({n})", en: "Others ({n})" }
    again_tab() { vi: "Tự tính lại", en: "Compute again" }
    agreed() { vi: "Điều mọi người cùng đồng ý", en: "What people agree on" }
    agreed_rule() { vi: "Từ hai phần ba người trả lời trở lên đồng ý, và chắc chắn hơn một nửa (khoảng tin cậy 95%).", en: "Two thirds of those who answered agree, and more than half surely do (95% interval)." }
    divided() { vi: "Điều còn khác nhau", en: "Where people differ" }
    divided_rule() { vi: "Ít nhất một phần tư đồng ý và ít nhất một phần tư không đồng ý.", en: "At least a quarter agrees and at least a quarter does not." }
    rest() { vi: "Các ý kiến khác", en: "Other opinions" }
    rest_rule() { vi: "Chưa đủ 20 người bày tỏ, hoặc không rõ bên nào.", en: "Fewer than 20 answers, or neither way." }
    none() { vi: "Không có ý kiến nào ở phần này.", en: "There is no opinion here." }
    both_apart(agree: u32, disagree: u32, pass: u32, own_agree: u32, own_disagree: u32, own_pass: u32) {
        vi: "Phiếu mời: {agree} đồng ý, {disagree} không, {pass} chưa rõ. Tự lấy mã: {own_agree}, {own_disagree}, {own_pass}.",
        en: "By slip: {agree} agree, {disagree} do not, {pass} not sure. By own code: {own_agree}, {own_disagree}, {own_pass}."
    }
    files() { vi: "Tệp kết quả", en: "Result files" }
    json() { vi: "Tệp JSON (dùng để tính lại)", en: "JSON file (to compute again)" }
    csv() { vi: "Bảng CSV", en: "CSV table" }
    to_forum() { vi: "Về diễn đàn", en: "To the forum" }
    to_vote() { vi: "Bày tỏ ý kiến", en: "Vote" }

    again_title() { vi: "Tự tính lại kết quả", en: "Compute the results again" }
    again_lead() { vi: "Ai cũng có thể kiểm tra rằng con số trên trang kết quả đúng với tệp đã ghi vào sổ, và người giữ sổ kiểm tra được rằng tệp đúng với từng lượt bày tỏ.", en: "Anyone can check that the figures of the results page are those of the file the ledger names, and whoever keeps the record can check the file against every single vote." }
    again_file() { vi: "Tải tệp kết quả, rồi tính dấu băm SHA-256. Dấu phải bằng dấu dưới đây.", en: "Download the result file and compute its SHA-256. It must equal the digest below." }
    again_entry(entry: &str) { vi: "Dấu ấy nằm ở dòng {entry} của sổ cái, ghi khi đóng bày tỏ.", en: "That digest stands in entry {entry} of the ledger, written when votes were closed." }
    again_count(votes: u64) { vi: "Tệp gom {votes} dòng bày tỏ. Mỗi lần đổi lựa chọn là một dòng; tệp giữ lựa chọn cuối.", en: "The file folds {votes} entries with votes. Each changed answer is an entry; the file has the last." }
    again_rows() { vi: "Mỗi hàng trong tệp là một tiếng nói: a đồng ý, d không đồng ý, p chưa rõ, gạch ngang là không bày tỏ. Các hàng xếp theo chữ, không có giờ, không có mã. Ý kiến dưới 10 người bày tỏ không có cột.", en: "Each row of the file is a voice: a agrees, d disagrees, p is not sure, a dash says nothing. Rows are sorted by their letters and carry no time and no code. Opinions with fewer than 10 answers have no column." }
    again_no_rows() { vi: "Diễn đàn có dưới 50 tiếng nói, nên tệp không có từng hàng, chỉ có số đếm.", en: "The forum has fewer than 50 voices, so the file has no rows, only counts." }
    again_keeper() { vi: "Người giữ sổ chạy lệnh dưới đây: chương trình gom lại mọi lượt bày tỏ và so với dấu đã ghi.", en: "Whoever keeps the record runs the command below: the program folds every vote again and compares with the recorded digest." }
    again_table() { vi: "Mọi con số trong một bảng", en: "Every figure in a table" }
    digest() { vi: "Dấu SHA-256 của tệp", en: "SHA-256 of the file" }
    entry() { vi: "Dòng của sổ", en: "Ledger entry" }
    column_opinion() { vi: "Ý kiến", en: "Opinion" }
    column_answers() { vi: "Đã bày tỏ", en: "Answers" }
    column_interval() { vi: "Khoảng 95% (đồng ý)", en: "95% (agree)" }
    hidden() { vi: "dưới 10 người", en: "fewer than 10" }
    download() { vi: "Tải tệp kết quả", en: "Download the result file" }
    not_yet() { vi: "Chưa có gì để tính lại: bày tỏ chưa đóng.", en: "There is nothing to compute yet: votes are not closed." }
}

impl ResultWords {
    /// What voices from slips and others said, in one line.
    pub(crate) fn apart(self, [slips, own]: [forum::small_numbers::Counts; 2]) -> String {
        self.both_apart(
            slips.agree,
            slips.disagree,
            slips.pass,
            own.agree,
            own.disagree,
            own.pass,
        )
    }
}
