//! The words of `/thong-ke`.

use base::time::Date;

web_kit::words! {
    /// What the page on counting visits says.
    pub struct VisitsWords;

    title() { vi: "Thống kê truy cập", en: "Visit statistics" }
    lead() { vi: "Đếm lượt đọc, không theo dõi người đọc: không cookie, không ghi địa chỉ mạng.", en: "Readings are counted, readers are not followed: no cookie, no network address written down." }
    online() { vi: "Đang truy cập", en: "Online" }
    online_when(minutes: u32) { vi: "trong {minutes} phút vừa qua", en: "in the last {minutes} minutes" }
    today() { vi: "Hôm nay", en: "Today" }
    today_when(day: Date) { vi: "từ 0 giờ, ngày {day}", en: "since midnight, {day}" }
    total() { vi: "Tổng lượt", en: "Total" }
    total_when(day: Date) { vi: "đếm từ {day}", en: "counted since {day}" }

    counted() { vi: "Số đã đếm", en: "What was counted" }
    what() { vi: "Đếm gì", en: "Counted" }
    since(day: Date) { vi: "Từ {day}", en: "Since {day}" }
    visits() { vi: "Lượt truy cập của người", en: "Visits by people" }
    readers() { vi: "Người đọc khác nhau", en: "Different readers" }
    readers_total() { vi: "không cộng được: mỗi ngày một khóa", en: "cannot be added up: each day has its own key" }
    views() { vi: "Trang người đã mở", en: "Pages opened by people" }
    machine_views() { vi: "Trang máy tự động đã mở", en: "Pages opened by machines" }
    views_only() { vi: "Trang viết, bày tỏ, biên nhận, kiểm chứng", en: "Pages to write, vote, keep receipts and verify" }
    views_only_today() { vi: "cộng khi hết ngày", en: "added when the day is over" }

    how() { vi: "Đếm thế nào", en: "How it is counted" }
    how_visit(gap: u32) { vi: "Một lượt là lần đầu một người mở trang trong ngày, hoặc mở lại sau hơn {gap} phút không mở trang nào.", en: "A visit is the first page a reader opens that day, or the first after more than {gap} minutes without one." }
    how_online(minutes: u32) { vi: "Đang truy cập là số người đã mở trang trong {minutes} phút vừa qua.", en: "Online are the readers who opened a page in the last {minutes} minutes." }
    how_key() { vi: "Để không đếm một người hai lần, máy chủ băm địa chỉ mạng và tên trình duyệt với một khóa bí mật của ngày. Dấu băm chỉ nằm trong bộ nhớ. Đến 0 giờ, khóa và mọi dấu băm bị bỏ, nên không nối được ngày này với ngày khác.", en: "So that nobody is counted twice, the server digests the network address and the browser's name under a secret key of the day. The digests are in memory only. At midnight the key and all digests are thrown away, so that no day can be joined to another." }
    how_machines(checked: Date) { vi: "Máy tự động đếm riêng: máy không xưng tên, máy xưng là chương trình, và máy trong danh sách đã biết, đối chiếu ngày {checked}. Máy giả làm người thì không nhận ra được.", en: "Machines are counted apart: those that give no name, those that name themselves programs, and those on the list of known ones, last checked on {checked}. A machine that passes itself off as a person is not recognised." }
    how_views_only() { vi: "Trang viết, bày tỏ, biên nhận và kiểm chứng chỉ đếm số lần mở: không xem địa chỉ, không phân người hay máy. Số ấy cộng khi hết ngày, để không ai nhìn số mà biết lúc nào có người viết.", en: "Pages to write, vote, keep receipts and verify are counted as openings only: the address is not looked at, people and machines are not told apart. That number is added when the day is over, so that nobody can see from it when someone writes." }
    how_not() { vi: "Trang làm việc của văn phòng, tệp và nguồn tin không đếm.", en: "The office's work pages, files and feeds are not counted." }

    kept() { vi: "Giữ gì, mất gì", en: "What is kept, what is lost" }
    kept_numbers() { vi: "Chỉ giữ các con số của từng ngày và từ đầu, mỗi giây ghi một lần. Không ghi ai mở, mở lúc nào, mở trang nào.", en: "Only numbers are kept, of the day and since the beginning, written once a second. Who opened a page, when and which is not written down." }
    kept_restart() { vi: "Khi máy chủ khởi động lại, dấu băm mất: người quay lại hôm đó có thể được đếm hai lần. Tắt đột ngột thì mất nhiều nhất số đếm của một giây.", en: "When the server starts again the digests are lost: whoever comes back that day may be counted twice. A sudden stop loses at most one second of counting." }
    limits() { vi: "Số này sai ở đâu", en: "Where the figures are wrong" }
    limits_less() { vi: "Đếm thiếu: nhiều người sau một địa chỉ, cùng một trình duyệt, là một.", en: "Too few: people behind one address with the same browser are one reader." }
    limits_more() { vi: "Đếm thừa: đổi mạng hoặc đổi trình duyệt là thêm một người; lượt kéo qua 0 giờ là hai.", en: "Too many: another network or browser is another reader; a visit across midnight is two." }
    limits_full(most: usize) { vi: "Mỗi ngày phân biệt được nhiều nhất {most} người. Quá số ấy, trang vẫn đếm, còn lượt ghi là “ít nhất”.", en: "At most {most} readers a day can be told apart. Beyond that pages are still counted, and visits are said to be “at least”." }

    old() { vi: "Số của cổng cũ", en: "The old portal's figures" }
    old_text(day: Date) { vi: "Ba số dưới đây là số cổng cũ hiện ngày {day}, giữ đúng như đã hiện. Không biết cổng cũ có đếm cả máy tự động hay không, nên tổng nào có cộng số ấy cũng ghi rõ phần kế thừa.", en: "These three figures are what the old portal showed on {day}, kept as they were. Whether it counted machines as well is not known; so wherever its total is added, the inherited part is named." }
    old_caption(day: Date) { vi: "Cổng cũ, ghi lại ngày {day}", en: "The old portal, as recorded on {day}" }
    old_online() { vi: "Đang truy cập lúc đó", en: "Online then" }
    old_today() { vi: "Trong ngày đó", en: "That day" }
    old_total() { vi: "Tổng lượt đến ngày đó", en: "All visits until then" }
    number() { vi: "Số", en: "Number" }
    old_none() { vi: "Chưa ghi số của cổng cũ.", en: "No figures of an old portal are recorded." }
}
