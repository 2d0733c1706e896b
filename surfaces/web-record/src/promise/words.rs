//! What the promise page says.

web_kit::words! {
    /// The sentences of the promise; each is true of this release and of the running configuration.
    pub struct PromiseWords;

    title() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }
    lead() {
        vi: "Trang này do chương trình tự viết ra từ cách nó đang chạy. Điều gì chưa làm được cũng nói ở đây.",
        en: "The program writes this page from the way it is running. What it cannot do yet is said here too."
    }
    demo() {
        vi: "Đây là bản giới thiệu với diễn đàn dựng sẵn. Đừng gửi vào đây điều cần giữ kín.",
        en: "This is a demonstration with made-up forums. Send nothing here that must stay private."
    }

    kept() { vi: "Giữ gì về người viết", en: "What is kept about someone who writes" }
    kept_nothing() {
        vi: "Không giữ gì về người viết: không địa chỉ mạng, không tên máy, không phút. Sổ chỉ ghi giờ.",
        en: "Nothing about the writer: no network address, no device, no minute. The ledger records the hour only."
    }
    kept_account() {
        vi: "Viết không cần tài khoản. Trang viết, biên nhận, kiểm chứng, báo và phản đối không đặt cookie và không đếm người.",
        en: "Writing needs no account. The pages for writing, receipts, checks, reporting and contesting set no cookie and count nobody."
    }
    kept_visits() {
        vi: "Các trang chỉ để đọc thì đếm người đọc: địa chỉ mạng và tên trình duyệt được băm với một khóa bí mật của ngày, chỉ trong bộ nhớ; đến 0 giờ khóa và mọi dấu băm bị bỏ. Cách đếm ghi ở trang thống kê.",
        en: "Pages that are only read count their readers: network address and browser name are digested under a secret key of the day, in memory only; at midnight the key and all digests are thrown away. The statistics page tells how."
    }
    kept_look() {
        vi: "Trước khi gửi, máy soi lời có tên người, số điện thoại, biển số hay giờ gác không. Lần soi ấy không ghi lại gì, và không sửa chữ nào.",
        en: "Before words are sent they are searched for names, telephone numbers, plates and posts with their hours. That look is recorded nowhere and changes nothing."
    }
    kept_session(places: &str) {
        vi: "Cookie phiên làm việc của cán bộ chỉ được gửi tới {places}, nên trang viết không thể nhận ra ai, kể cả cán bộ.",
        en: "The session cookie of staff is sent to {places} only, so the page for writing cannot recognise anyone, staff included."
    }
    kept_words() {
        vi: "Giữ lời đã viết, và tên nếu chọn ký tên. Lời và tên nằm ngoài sổ, sổ chỉ có dấu băm có muối.",
        en: "What was written is kept, and a name if one chose to sign it. Both lie outside the ledger, which holds salted digests only."
    }
    kept_code() {
        vi: "Mã biên nhận không được giữ, chỉ giữ dấu băm của mã. Vì vậy mất biên nhận thì không ai cấp lại được.",
        en: "The receipt's code is not kept, only its digest. That is why nobody can give a lost receipt again."
    }
    kept_once(days: u32) {
        vi: "Khóa chống gửi trùng của mỗi phiếu được giữ {days} ngày, dưới dạng dấu băm, rồi bỏ.",
        en: "The key that keeps a form from being recorded twice is kept {days} days, as a digest, then forgotten."
    }
    limit_on(burst: u32, seconds: u64) {
        vi: "Có giới hạn số lần gửi: mỗi nơi {burst} lần liền, sau đó cứ {seconds} giây một lần. Để đếm, máy chủ nhớ dấu băm của địa chỉ mạng, chỉ trong bộ nhớ, khóa đổi mỗi giờ, không ghi xuống đĩa.",
        en: "Sending is limited: {burst} at once from one place, then one every {seconds} seconds. To count, the server remembers a digest of the network address, in memory only, under a key that changes each hour, never on disk."
    }
    limit_off() {
        vi: "Không giới hạn số lần gửi, nên địa chỉ mạng của người gửi không được nhớ dưới dạng nào.",
        en: "Sending is not limited, so network addresses of those who send are not remembered in any form."
    }

    operator_sees() { vi: "Người ngoài và người vận hành vẫn biết gì", en: "What outsiders and an operator can still know" }
    sees_order() {
        vi: "Thứ tự đến: số dòng cho biết ý kiến nào vào trước, ai xem sổ cũng thấy, và giờ đến cũng vậy. Người vừa gửi ngay trước và ngay sau lúc thấy ông/bà bấm gửi sẽ biết ý kiến nào của ông/bà khi nó được đăng. Muốn tránh thì gửi lúc không ai nhìn.",
        en: "The order of arrival: entry numbers show which opinion came first, to anyone who reads the ledger, and so does the hour. Whoever sends something right before and right after seeing you press the button will know which opinion is yours once it is published. To avoid that, send when nobody is watching."
    }
    sees_quiet() {
        vi: "Giờ vắng người thì giờ nói nhiều hơn: nếu cả giờ chỉ có một người viết và ai đó thấy ông/bà ngồi viết, họ đoán được.",
        en: "In a quiet hour the hour tells more: if only one person wrote in it and someone saw you writing, they can guess."
    }
    sees_network() {
        vi: "Máy chủ và nhà mạng thấy kết nối trong lúc gửi. Chương trình không ghi lại, nhưng người giữ máy có thể đặt thứ khác để ghi.",
        en: "The server and the network see a connection while it lasts. This program does not record it; whoever holds the machine could set up something else that does."
    }
    sees_held() {
        vi: "Người giữ máy chủ đọc được lời chưa đăng, vì người đọc ý kiến phải đọc được.",
        en: "Whoever holds the server can read words that are not published yet, because moderators must be able to."
    }
    sees_votes() {
        vi: "Người giữ máy chủ đọc được dòng bày tỏ: tiếng nói số mấy chọn gì, trong giờ nào. Không dòng nào nói tiếng nói ấy là ai.",
        en: "Whoever holds the server can read the entries with votes: which numbered voice chose what, in which hour. No entry says whose voice it is."
    }
    publish_every(seconds: u64) {
        vi: "Dấu sổ công khai đổi nhiều nhất một lần trong {seconds} giây, để người ngoài không nhìn sổ mà biết ai vừa viết.",
        en: "The public mark moves at most once in {seconds} seconds, so that nobody outside can tell from it who just wrote."
    }
    publish_at_once() {
        vi: "Dấu sổ công khai đang được đổi ngay sau mỗi lần ghi: người ngoài nhìn sổ biết được lúc có ý kiến mới.",
        en: "The public mark moves with every record at present: people outside can see when a new opinion comes."
    }

    file_times() {
        vi: "Hệ điều hành ghi lúc sửa của tệp dữ liệu: ai vào được máy chủ biết phút của lần ghi gần nhất, dù trong tệp không có phút nào.",
        en: "The operating system keeps when a data file last changed: whoever gets into the server knows the minute of the last record, though no file holds a minute."
    }
    operator_could() { vi: "Người vận hành có thể làm gì, và ai sẽ thấy", en: "What an operator could do, and who would notice" }
    could_alter() {
        vi: "Sửa hay bỏ một dòng: dấu sổ đổi theo. Ai giữ biên nhận hoặc dấu cũ đều chứng minh được.",
        en: "Alter or drop an entry: the mark changes. Whoever holds a receipt or an older mark can prove it."
    }
    could_restore_kept() {
        vi: "Đưa bản sao cũ về để mất những dòng mới: máy chủ không chạy, vì vạch cao nhất được giữ ngoài thư mục dữ liệu. Ai xóa cả vạch thì biên nhận vẫn tố cáo.",
        en: "Put an older copy back to lose newer entries: the server refuses to start, because a high-water mark is kept outside its data folder. Should that be removed too, receipts still tell."
    }
    could_restore_not_kept() {
        vi: "Đưa bản sao cũ về để mất những dòng mới: hiện máy chủ này không giữ vạch cao nhất, nên chỉ biên nhận và dấu cũ mới cho thấy.",
        en: "Put an older copy back to lose newer entries: this server keeps no high-water mark at present, so only receipts and older marks would show it."
    }
    could_ignore() {
        vi: "Không nhận ý kiến: khi đó không có biên nhận. Có biên nhận tức là ý kiến đã ghi bền và đã ký.",
        en: "Not take an opinion: then there is no receipt. A receipt means it was durably recorded and signed."
    }
    could_delay() {
        vi: "Để ý kiến chờ mãi không đọc: số ý kiến đã nhận và số đã đọc đều đếm được trong sổ.",
        en: "Leave an opinion unread: how many were received and how many were read can be counted in the ledger."
    }
    could_two() {
        vi: "Cho hai người xem hai quyển sổ khác nhau: chỉ lộ ra khi họ so dấu sổ với nhau.",
        en: "Show two people two different ledgers: it comes out only when they compare marks."
    }

    witnesses() { vi: "Chưa có nơi làm chứng", en: "No witnesses yet" }
    witnesses_text() {
        vi: "Chưa có cơ quan nào khác cùng ký và giữ dấu sổ. Đến khi có, dấu do chính người đọc giữ là bằng chứng mạnh nhất: tải dấu sổ, in ra, gửi cho người khác.",
        en: "No other body signs and keeps the ledger's mark yet. Until then marks kept by readers are the strongest evidence: get the mark, print it, give it to someone else."
    }

    readers() { vi: "Ai đọc trước khi đăng", en: "Who reads before publication" }
    readers_who() {
        vi: "Người đọc ý kiến của diễn đàn. Người thuộc lực lượng được góp ý không bao giờ được giao việc này.",
        en: "The forum's moderators. Nobody of the force that is criticised is ever given this task."
    }
    readers_reasons(n: usize) {
        vi: "Chỉ có {n} lý do để không đăng, theo danh sách đóng. Mỗi lần không đăng là một dòng trong sổ, kèm lý do.",
        en: "There are {n} reasons for not publishing, a closed list. Each time is an entry of the ledger, with its reason."
    }
    readers_words() {
        vi: "Lời không bị sửa, không bị gộp. Cho đăng nguyên văn, hoặc không đăng.",
        en: "Words are never altered and never merged. They are published as written, or not."
    }
    readers_batch(min: usize, max: usize) {
        vi: "Ý kiến đăng theo đợt, thứ tự bốc thăm, mỗi đợt nhiều nhất {max}: khi đủ {min}, hoặc khi sang giờ mới. Giờ vắng thì một đợt có thể chỉ có một ý kiến. Số ý kiến không cho biết ai viết trước.",
        en: "Opinions appear in batches, in an order drawn by lot, at most {max} together: when {min} are ready, or when a new hour begins. In a quiet hour a batch may be a single one. The number of an opinion does not tell who wrote first."
    }
    readers_withdraw() {
        vi: "Người giữ biên nhận rút được ý kiến khi chưa đăng; lời bị xóa.",
        en: "Whoever holds the receipt can take an opinion back before it is published; the words are erased."
    }
    readers_when(days: u32) {
        vi: "Mỗi ý kiến được hẹn đọc trong {days} ngày làm việc. Ngày hẹn ghi trên biên nhận, chậm thì ai cũng thấy.",
        en_one: "Each opinion is to be read within one working day. The day stands on the receipt; lateness is shown to everyone.",
        en: "Each opinion is to be read within {days} working days. The day stands on the receipt; lateness is shown to everyone."
    }
    readers_take_down() {
        vi: "Ý kiến đã đăng chỉ bị gỡ vì một trong các lý do ấy. Số của nó còn lại, lý do công khai.",
        en: "A published opinion is taken down for one of the same reasons only. Its number stays and the reason is public."
    }
    readers_appeal(days: u32) {
        vi: "Không được đăng, bị gỡ hay bị chuyển đường trả lời riêng thì khiếu nại được một lần bằng biên nhận. Người xét không bao giờ là người đã quyết định trước; có trả lời công khai trong {days} ngày làm việc, chậm thì ai cũng thấy.",
        en_one: "Against not being published, being taken down or the private track one appeal can be made with the receipt. Whoever decides it is never who decided before; the public answer is due within one working day, and lateness is shown.",
        en: "Against not being published, being taken down or the private track one appeal can be made with the receipt. Whoever decides it is never who decided before; the public answer is due within {days} working days, and lateness is shown."
    }
    readers_private(days: u32) {
        vi: "Ý kiến phê bình đích danh một người thì không đăng: người viết được trả lời riêng trên biên nhận, trong {days} ngày làm việc. Có bao nhiêu ý kiến như thế và trả lời nhanh chậm ra sao thì công khai.",
        en_one: "An opinion that criticises someone by name is not published: its author is answered on the receipt, within one working day. How many there are and how fast they are answered is public.",
        en: "An opinion that criticises someone by name is not published: its author is answered on the receipt, within {days} working days. How many there are and how fast they are answered is public."
    }
    readers_turns() {
        vi: "Lời phát biểu tại hội trường do người ghi biên bản tóm tắt. Người phát biểu nhận biên nhận; chưa xác nhận là đúng lời mình, bằng biên nhận hoặc nói trước người ghi, thì chưa đăng.",
        en: "What is said in the hall is summed up by the clerk. The speaker gets a receipt; before the speaker confirms the summary, with the receipt or aloud before the clerk, it is not published."
    }
    readers_contests() {
        vi: "Ai cũng phản đối được điều ghi về một việc đang theo dõi, và có biên nhận. Phản đối được đọc trước khi đăng, theo đúng các lý do ấy; người trả lời không thuộc đơn vị chủ trì, cũng không thuộc đơn vị xác nhận. Phản đối không được đăng thì chưa có nơi khiếu nại.",
        en: "Anyone may contest what is told of a clause, and gets a receipt. Contests are read before they are published, by the same reasons; whoever answers belongs neither to the owner nor to the verifier. There is no appeal yet against not publishing a contest."
    }

    votes() { vi: "Khi bày tỏ", en: "When you vote" }
    votes_voice() {
        vi: "Bày tỏ dùng một mã ngẫu nhiên trong cookie, riêng cho một diễn đàn, chỉ được gửi tới trang bày tỏ của diễn đàn ấy. Mã không gắn với tên, tài khoản hay địa chỉ mạng.",
        en: "Voting uses a random code in a cookie, for one forum alone, sent to that forum's voting page only. It is tied to no name, account or network address."
    }
    votes_private() {
        vi: "Mỗi lần bày tỏ là một dòng riêng: sổ công khai chỉ cho thấy dấu băm có muối của nó, không cho thấy lựa chọn, cũng không cho thấy giờ.",
        en: "Each vote is a private entry: the public ledger shows its salted digest, neither the choice nor the hour."
    }
    votes_receipt() {
        vi: "Bày tỏ không có mã biên nhận. Sau mỗi lần có số dòng và tệp bằng chứng rằng dòng ấy có trong sổ; tệp không ghi đã chọn gì, nên không chứng minh được với ai là đã chọn gì. Máy đã bày tỏ thì vẫn mở lại được lựa chọn của mình.",
        en: "A vote has no receipt code. After each there are the entry's number and a file that proves the entry is in the ledger; the file does not hold the choice, so it proves the choice to nobody. The device that voted can still open its own answers."
    }
    votes_limit() {
        vi: "Bày tỏ có giới hạn riêng, rộng đủ cho cả hội trường chung một địa chỉ mạng, và đếm cùng một cách như khi gửi.",
        en: "Votes have a limit of their own, wide enough for a hall behind one network address, counted in the same way as sending."
    }
    votes_kinds() {
        vi: "Tiếng nói từ phiếu mời và tiếng nói tự mở được đếm riêng. Diễn đàn có tiếng nói tự mở thì kết quả ghi rõ là không xác thực.",
        en: "Voices from invitation slips and voices that draw themselves are counted apart. A forum with self-drawn voices says on every result that they are not verified."
    }
    votes_small(counts: u32, shares: u32) {
        vi: "Số nhỏ không hiện: dưới {counts} người thì chỉ có số người, từ {shares} người mới có phần trăm.",
        en: "Small numbers are not shown: below {counts} answers only how many took part, and per cent from {shares} on."
    }
    votes_steps(step: u32) {
        vi: "Khi đang nhận bày tỏ, thẻ chỉ đếm phiếu mời, từng bước {step} phiếu mới, vì ai cũng tự mở được nhiều tiếng nói để dò người khác, còn phiếu thì không. Số người đã bày tỏ đổi mỗi giờ một lần. Số đầy đủ có sau khi đóng.",
        en: "While votes are open, cards count slips alone, in steps of {step} new ones: anybody can draw many voices to probe others with, but not slips. The number of people who voted moves once an hour. The full figures come after closing."
    }
    votes_rows(rows: u32) {
        vi: "Đóng rồi thì kết quả là một tệp, dấu của nó ghi vào sổ; ai có cả quyển sổ, như kiểm toán, đều tính lại được. Từ {rows} tiếng nói, tệp có từng hàng lựa chọn, xếp theo nội dung, không theo người hay thời gian.",
        en: "Once closed, the result is one file whose digest is recorded; whoever has the whole ledger, such as an auditor, can compute it again. From {rows} voices on it has a row for each, ordered by what they say, not by person or time."
    }

    erasure() { vi: "Xóa theo luật", en: "Erasure by law" }
    erasure_how() {
        vi: "Có lệnh xóa thì lời được ẩn ngay ở mọi nơi, rồi xóa hẳn khỏi cơ sở dữ liệu cùng muối của nó. Lệnh, căn cứ và lúc xóa xong là những dòng công khai.",
        en: "Once erasure is ordered the words are hidden everywhere at once, then removed from the database together with their salt. The order, its basis and its completion are public entries."
    }
    erasure_rest() {
        vi: "Dòng cũ vẫn ở trong sổ. Không còn muối thì không ai thử đoán lời từ dấu băm được nữa.",
        en: "The old entry stays. Without the salt nobody can try guesses against the digest any more."
    }
    erasure_copies() {
        vi: "Bản sao lưu mà văn phòng giữ, và bản người khác đã tải khi lời còn công khai, nằm ngoài tầm của lệnh này.",
        en: "Backups the office keeps, and copies others made while the words were public, are beyond the reach of such an order."
    }

    erasure_log() {
        vi: "Máy chủ này dùng PostgreSQL: nhật ký ghi của cơ sở dữ liệu, các máy dự phòng và bản sao của nó còn giữ lời đã xóa cho đến khi chúng được ghi đè theo lịch riêng.",
        en: "This server uses PostgreSQL: the database's write-ahead log, its standbys and its copies keep erased words until these are overwritten on their own timetable."
    }

    erasure_timetable(days: u32) {
        vi: "Lời chưa bao giờ được đăng bị xóa {days} ngày sau khi diễn đàn kết thúc.",
        en_one: "Words that were never published are erased one day after the forum has ended.",
        en: "Words that were never published are erased {days} days after the forum has ended."
    }

    staff() { vi: "Người làm việc ở đây", en: "Those who work here" }
    staff_session(hours: u32, minutes: u64) {
        vi: "Phiên làm việc dài nhất {hours} giờ, tự hết sau {minutes} phút không làm gì.",
        en: "A session lasts {hours} hours at most and ends after {minutes} idle minutes."
    }
    staff_invitation(hours: u32) {
        vi: "Đường dẫn vào dùng một lần, trong {hours} giờ.",
        en: "A sign-in link works once, within {hours} hours."
    }
    staff_by() {
        vi: "Dòng công khai ghi vai của người làm. Người nào làm thì được giữ kín trong kho, để kiểm tra khi cần.",
        en: "A public entry names the role in which something was done. Which person did it is sealed in the store, for an audit."
    }
    staff_rights() { vi: "Ai được làm gì", en: "Who may do what" }

    running() { vi: "Đang chạy thế nào", en: "How this server runs" }
    origin() { vi: "Tên của sổ", en: "The ledger's name" }
    database() { vi: "Cơ sở dữ liệu", en: "Database" }
    transport() { vi: "Đường truyền", en: "Transport" }
    transport_tls() { vi: "Có mã hóa (HTTPS)", en: "Encrypted (HTTPS)" }
    transport_plain() { vi: "Không mã hóa: chỉ nên dùng trong mạng nội bộ hoặc để thử", en: "Not encrypted: for a local network or for trying only" }
    period() { vi: "Dấu sổ công khai đổi", en: "The public mark moves" }
    period_value(seconds: u64) { vi: "nhiều nhất một lần trong {seconds} giây", en: "at most once in {seconds} seconds" }
    period_at_once() { vi: "ngay sau mỗi lần ghi", en: "with every record" }
    limit() { vi: "Giới hạn số lần gửi", en: "Limit on sending" }
    high_water() { vi: "Vạch cao nhất ngoài thư mục dữ liệu", en: "High-water mark outside the data folder" }
    yes() { vi: "Có", en: "Yes" }
    no() { vi: "Không", en: "No" }
    counting() { vi: "Cách đếm lượt đọc", en: "How visits are counted" }
    verify() { vi: "Kiểm tra biên nhận và tình trạng của sổ", en: "Check a receipt and how the ledger stands" }
}
