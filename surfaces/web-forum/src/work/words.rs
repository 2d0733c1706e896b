//! The words of "Việc của tôi".

web_kit::words! {
    /// What the first work page says.
    pub(crate) struct HomeWords;

    my_work() { vi: "Việc của tôi", en: "My work" }
    to_do() { vi: "Đang chờ làm", en: "Waiting to be done" }
    to_read(n: usize) { vi: "{n} ý kiến chờ đọc", en_one: "One opinion to read", en: "{n} opinions to read" }
    to_read_late(n: usize) { vi: "{n} đã quá một ngày làm việc", en_one: "one for more than a working day", en: "{n} for more than a working day" }
    to_open() { vi: "Chưa mở nhận ý kiến", en: "Not open for opinions yet" }
    read_go() { vi: "Đọc ý kiến", en: "Read opinions" }
    desk_go() { vi: "Đến bàn điều hành", en: "Go to its desk" }
    none_title() { vi: "Không có việc nào đang chờ", en: "Nothing is waiting" }
    none_text() { vi: "Diễn đàn cần mở và ý kiến cần đọc sẽ hiện ở đây.", en: "Forums to open and opinions to read will stand here." }
    no_rights_text() { vi: "Chưa được giao việc ở diễn đàn nào. Người quản trị giao việc ở trang Quản trị.", en: "No task in any forum was given yet. An administrator gives tasks under Administration." }
    who_may_go() { vi: "Ai được làm gì", en: "Who may do what" }
    may_title() { vi: "Được làm", en: "You may" }
    may_announce() { vi: "Công bố diễn đàn mới", en: "Announce a new forum" }
    may_open() { vi: "Mở diễn đàn nhận ý kiến", en: "Open a forum for opinions" }
    may_read() { vi: "Đọc ý kiến trước khi đăng", en: "Read opinions before they are published" }
    forums() { vi: "Diễn đàn", en: "Forums" }
}
