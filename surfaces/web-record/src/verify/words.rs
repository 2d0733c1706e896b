//! What the check of a receipt says.

use base::time::Date;

web_kit::words! {
    /// What the verify page says.
    pub struct VerifyWords;

    title() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    place() { vi: "Kiểm chứng", en: "Verify" }
    code_label() { vi: "Mã trên biên nhận", en: "The code on the receipt" }
    code_hint(example: &str) {
        vi: "Ví dụ {example}. Viết hoa, viết thường hay bỏ gạch đều được.",
        en: "For example {example}. Capitals, small letters, with or without hyphens: all are read."
    }
    check() { vi: "Kiểm tra", en: "Check" }
    code_empty() { vi: "Gõ mã in trên biên nhận.", en: "Type the code printed on the receipt." }
    code_character(ch: &str) {
        vi: "Trong mã không có chữ {ch}. Mã chỉ gồm chữ số và chữ cái không dấu; tắt bộ gõ tiếng Việt rồi gõ lại.",
        en: "No code has the character {ch}. Codes are digits and plain letters; switch the Vietnamese keyboard off and type it again."
    }
    code_sign() {
        vi: "Mã có một ký tự lạ. Mã chỉ gồm chữ số và chữ cái không dấu, ngoài ra chỉ có gạch nối.",
        en: "The code has a strange character. Codes are digits and plain letters, with hyphens between."
    }
    code_length(have: usize) {
        vi: "Mã có 18 chữ và số sau LN, ở đây có {have}. Xem lại còn thiếu hay thừa chỗ nào.",
        en: "A code has 18 letters and digits after LN; here there are {have}. See what is missing or too much."
    }
    code_check() {
        vi: "Mã chép sai một chỗ, hoặc hai chỗ đổi nhau. So lại từng nhóm bốn chữ với biên nhận.",
        en: "One place of the code is wrong, or two are swapped. Compare it with the receipt, four characters at a time."
    }
    code_unknown() {
        vi: "Mã viết đúng, nhưng chưa thấy trong sổ. So lại với biên nhận, và xem có đúng trang của văn phòng đã nhận ý kiến không.",
        en: "The code is well formed, but it is not in this ledger. Compare it with the receipt, and see whether this is the site of the office that took the opinion."
    }

    holds() { vi: "Ý kiến còn nguyên trong sổ", en: "The opinion is in the ledger, unchanged" }
    holds_contest() { vi: "Phản đối còn nguyên trong sổ", en: "The contest is in the ledger, unchanged" }
    holds_published() { vi: "Ý kiến còn nguyên và đã được đăng", en: "The opinion is unchanged and published" }
    holds_erased() { vi: "Dòng còn nguyên trong sổ, lời đã được gỡ", en: "The entry is unchanged; its words were removed" }
    broken() { vi: "Sổ không khớp với biên nhận này", en: "The ledger does not fit this receipt" }
    checked_at(clock: &str, day: &str) { vi: "Kiểm tra lúc {clock}, {day}.", en: "Checked at {clock}, {day}." }
    in_ledger() { vi: "Có trong sổ", en: "In the ledger" }
    in_ledger_text(line: u64, hour: &str) {
        vi: "Dòng {line}, ghi {hour}.",
        en: "Entry {line}, recorded {hour}."
    }
    words_fit() { vi: "Từng chữ khớp với dòng này.", en: "Every word fits this entry." }
    words_gone(entry: u64) { vi: "Lời đã được gỡ theo dòng {entry}.", en: "The words were removed by entry {entry}." }
    unaltered() { vi: "Dòng này khớp với dấu sổ đã ký", en: "This entry leads to the signed mark" }
    unaltered_text(steps: usize, size: u64) {
        vi: "Vừa tính lại từ dòng này, qua {steps} bước, ra đúng dấu sổ đã ký khi sổ có {size} dòng.",
        en: "Computed again just now: from this entry, in {steps} steps, to the signed mark of the ledger at {size} entries."
    }
    no_witness() { vi: "Chưa có nơi làm chứng.", en: "No witnesses yet." }
    no_witness_text() {
        vi: "Chưa có cơ quan nào khác cùng giữ dấu sổ, nên phép tính này chưa loại được việc cả quyển sổ bị thay. Ai cũng giữ được dấu sổ hôm nay để so về sau:",
        en: "No other body keeps the ledger's mark yet, so this cannot rule out that the whole ledger was replaced. Anyone can keep today's mark and compare later:"
    }
    get_checkpoint() { vi: "tải dấu sổ hôm nay", en: "get today's mark" }
    published() { vi: "Đã được đăng", en: "Published" }
    published_as() { vi: "Ý kiến đã đăng là", en: "It is published as" }
    published_voted(people: u32) { vi: "{people} người đã bày tỏ với ý kiến này, đăng là", en_one: "One person voted on this opinion, published as", en: "{people} people voted on this opinion, published as" }
    contest_held() { vi: "Phản đối chờ được đọc.", en: "The contest waits to be read." }
    contest_public() { vi: "Phản đối đứng cạnh trạng thái của", en: "The contest stands beside the state of" }
    clause(label: &str) { vi: "việc {label}", en: "clause {label}" }
    waiting() { vi: "Chưa đăng", en: "Not published yet" }
    waiting_held() { vi: "Ý kiến chờ được đọc.", en: "It waits for a moderator to read it." }
    waiting_until(day: Date) { vi: "Ý kiến chờ được đọc, chậm nhất hết ngày {day}.", en: "It waits for a moderator to read it, by the end of {day}." }
    waiting_confirm() { vi: "Lời tóm tắt phát biểu chờ người phát biểu xác nhận.", en: "The summary waits for the speaker to confirm it." }
    on_private_track() { vi: "Ý kiến nêu tên một người, nên đi đường trả lời riêng và không đăng.", en: "The opinion names someone: it is answered privately and not published." }
    waiting_cleared() { vi: "Ý kiến đã được đọc, đăng trong đợt tới.", en: "It was read and will appear with the next batch." }
    refused() { vi: "Không đăng", en: "Not published" }
    refused_text(reason: &str) { vi: "Lý do ghi trong sổ: {reason}.", en: "The reason on record: {reason}." }
    taken_down() { vi: "Đã đăng, rồi bị gỡ", en: "Published, then taken down" }
    taken_down_text(label: &str, reason: &str) { vi: "Số {label} vẫn còn. Lý do ghi trong sổ: {reason}.", en: "Its number {label} stays. The reason on record: {reason}." }
    withdrawn() { vi: "Đã rút", en: "Withdrawn" }
    withdrawn_text() { vi: "Người giữ biên nhận đã rút ý kiến trước khi đăng.", en: "The holder of the receipt took it back before publication." }
    to_receipt() { vi: "Mở biên nhận", en: "Open the receipt" }

    details() { vi: "Chi tiết để tự tính bằng máy khác", en: "Details, to compute it on another machine" }
    digest() { vi: "Băm SHA-256 của dòng", en: "SHA-256 of the entry" }
    path_steps(n: usize) { vi: "Đường đến gốc, {n} bước", en_one: "Way to the root, one step", en: "Way to the root, {n} steps" }
    get_proof(bytes: usize) { vi: "Tải tệp chứng minh, {bytes} byte", en: "Get the proof, {bytes} bytes" }
    root(size: u64) { vi: "Gốc của sổ, {size} dòng", en_one: "Root of the ledger at one entry", en: "Root of the ledger at {size} entries" }

    fault_entry() {
        vi: "Dòng đang lưu không dẫn đến dấu sổ đã ký. Dòng, hoặc tệp của sổ, đã bị hỏng hay bị sửa.",
        en: "The stored entry does not lead to the signed mark. The entry, or the ledger's files, were damaged or altered."
    }
    fault_receipt() { vi: "Dòng đang lưu là của biên nhận khác.", en: "The stored entry belongs to another receipt." }
    fault_words() {
        vi: "Lời đang lưu không phải lời đã nhận: dấu của lời khác với dấu trong dòng.",
        en: "The stored words are not those that were received: their digest differs from the one in the entry."
    }

    otherwise() { vi: "Nếu kết quả khác đi", en: "If the result is different" }
    otherwise_unseen() { vi: "Chưa thấy trong sổ.", en: "Not seen in the ledger." }
    otherwise_unseen_text() {
        vi: "Biên nhận chỉ trao khi ý kiến đã vào sổ. Kiểm lại mã và địa chỉ trang; nếu đúng cả, biên nhận là bằng chứng: giữ lại và báo văn phòng.",
        en: "A receipt is given only once the opinion is in the ledger. Check the code and the address of this site; if both are right the receipt is evidence: keep it and tell the office."
    }
    otherwise_altered() { vi: "Sổ đã bị sửa.", en: "The ledger was altered." }
    otherwise_altered_text() {
        vi: "Biên nhận và tệp chứng minh của ông/bà là bằng chứng, có chữ ký của sổ. Giữ cả hai, đừng chỉ giữ trên máy này.",
        en: "Your receipt and proof are evidence, signed by the ledger. Keep both, and not on this device alone."
    }
    explain() { vi: "Giải thích", en: "Explanation" }
    what() { vi: "Sổ này là gì?", en: "What is this ledger?" }
    what_text() {
        vi: "Mỗi ý kiến, mỗi lượt bày tỏ, mỗi lần đọc duyệt, đăng hay xóa, mỗi bước theo dõi là một dòng. Tất cả các dòng cùng tính ra một dấu: đổi một chữ ở dòng cũ thì dấu sổ đổi theo, ai giữ dấu cũ đều nhận ra.",
        en: "Each opinion, vote, reading, publication or erasure, each step of following up is an entry. Together they give one mark: change a letter of an old entry and the mark changes, and whoever kept an older one notices."
    }
    which() { vi: "Biên nhận nào kiểm tra được?", en: "Which receipts can be checked?" }
    which_opinions() { vi: "Của ý kiến đã viết, của lời phát biểu tại hội trường, và của phản đối.", en: "Those of written opinions, of what was said in the hall, and of contests." }
    which_votes() {
        vi: "Bày tỏ không có mã. Ngay sau khi bày tỏ có số dòng và tệp bằng chứng rằng dòng ấy có trong sổ; lựa chọn nằm trong dòng riêng, sổ công khai không cho xem.",
        en: "Votes have no code. Right after you vote there are the entry's number and a file that proves the entry is in the ledger; the choice lies in a private entry, which the public ledger does not show."
    }
    which_result() {
        vi: "Cả kết quả thì tính lại được: đóng bày tỏ, dấu của tệp kết quả được ghi vào sổ.",
        en: "The result as a whole can be computed again: once votes are closed, the digest of its file stands in the ledger."
    }
    which_not() {
        vi: "Biên nhận không cho biết việc nêu trong ý kiến có đúng không, và không thay cho lời trả lời.",
        en: "A receipt does not tell whether what an opinion says is so, and it is no answer."
    }
    to_promise() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    what_link() { vi: "Xem sổ, và giải thích bằng hình", en: "See the ledger, explained with a figure" }

    record_title() { vi: "Tình trạng của sổ", en: "How the ledger stands" }
    none() { vi: "Không có", en: "None" }
    public_size() { vi: "Sổ công khai", en: "Public ledger" }
    public_size_value(n: u64, seconds: u64) {
        vi: "{n} dòng. Dấu công khai đổi nhiều nhất một lần trong {seconds} giây.",
        en: "{n} entries. The public mark moves at most once in {seconds} seconds."
    }
    public_size_now(n: u64) {
        vi: "{n} dòng. Dấu công khai đổi ngay sau mỗi lần ghi.",
        en: "{n} entries. The public mark moves with every record."
    }
    public_root() { vi: "Dấu sổ công khai", en: "Public mark" }
    faults() { vi: "Chỗ dẫn đến thứ không có", en: "References to what is not there" }
    text_faults() { vi: "Lời công khai chưa đọc được từ kho", en: "Public words the store does not give" }
    witnesses() { vi: "Nơi làm chứng", en: "Witnesses" }
    witnesses_none() { vi: "Chưa có nơi làm chứng", en: "No witnesses yet" }
    high_water() { vi: "Vạch cao nhất, giữ ngoài thư mục dữ liệu", en: "High-water mark, outside the data folder" }
    high_water_kept() { vi: "Có giữ. Đưa bản cũ về thì máy chủ không chạy.", en: "Kept. With an older copy put back the server does not start." }
    high_water_failing() { vi: "Có đặt, nhưng hiện không ghi được", en: "Configured, but it cannot be written now" }
    high_water_not() { vi: "Không giữ. Đưa bản cũ về có thể không ai hay.", en: "Not kept. An older copy put back might go unnoticed." }
    ended_log() { vi: "Sổ trước", en: "The ledger before" }
    ended_log_value(name: &str, entry: u64, why: &str) {
        vi: "{name}, khép ở dòng {entry}: {why}.",
        en: "{name}, ended at entry {entry}: {why}."
    }
    trouble() { vi: "Trục trặc bên cạnh sổ", en: "Trouble beside the ledger" }
    trouble_snapshots() { vi: "Bản chụp để khởi động nhanh không ghi được. Sổ không bị ảnh hưởng.", en: "Snapshots for a quick start cannot be written. The ledger is not affected." }
    trouble_forgetting() { vi: "Khóa gửi lại cũ chưa xóa được. Sổ không bị ảnh hưởng.", en: "Old keys of repeated forms cannot be forgotten. The ledger is not affected." }
    stopped() { vi: "Sổ đã dừng nhận. Những gì đã ghi vẫn đọc được.", en: "The ledger takes nothing more. What was recorded can still be read." }
    to_book() { vi: "Xem từng dòng của sổ", en: "See the ledger entry by entry" }
    alone_title() { vi: "Tự kiểm tra, không cần tin trang này", en: "Check for yourself, without trusting this page" }
    alone_program() {
        vi: "Trên máy khác, chương trình này tải mọi dòng công khai, tính lại dấu sổ và so với chữ ký:",
        en: "On another machine, this program gets all public entries, computes the mark again and compares it with the signature:"
    }
    alone_key() { vi: "Khóa công khai của sổ. Chép lại một lần, giữ ở nơi khác:", en: "The ledger's public key. Copy it once and keep it elsewhere:" }
    copy() { vi: "Chép khóa", en: "Copy the key" }
    copied() { vi: "Đã chép", en: "Copied" }
    get_vkey() { vi: "Tải khóa", en: "Get the key" }
    get_mark() { vi: "Tải dấu sổ hôm nay", en: "Get today's mark" }
    alone_libraries() {
        vi: "Sổ theo chuẩn mở: RFC 6962, C2SP signed-note, tlog-tiles, tlog-proof. Thư viện sumdb/note và sumdb/tlog của ngôn ngữ Go (golang.org/x/mod) đọc được, không cần chương trình của chúng tôi.",
        en: "The ledger follows open formats: RFC 6962, C2SP signed-note, tlog-tiles, tlog-proof. Go's sumdb/note and sumdb/tlog (golang.org/x/mod) read it without any program of ours."
    }
    alone_keep() {
        vi: "Dấu sổ giữ hôm nay là cách chắc nhất để biết sổ có bị sửa sau này: tải về, in ra, gửi cho người khác giữ.",
        en: "Today's mark, kept, is the surest way to know whether the ledger is altered later: download it, print it, give it to someone else to keep."
    }
}
