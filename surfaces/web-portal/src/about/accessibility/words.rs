//! The words of the page about accessibility.

use web_kit::words;

words! {
    /// What the page about accessibility says.
    pub struct AccessibilityWords;

    title() { vi: "Tiếp cận cho mọi người", en: "Accessibility" }
    lead() { vi: "Mọi trang dùng được bằng bàn phím, bằng trình đọc màn hình, ở màn hình rộng 360 điểm, và khi tắt mã chạy trong trình duyệt.", en: "Every page works by keyboard, with a screen reader, on a screen 360 pixels wide, and without scripts." }
    print() { vi: "In trang này", en: "Print this page" }

    theme() { vi: "Nền sáng hay tối", en: "Light or dark" }
    theme_text() { vi: "Trang theo lựa chọn của máy. Muốn khác thì chọn ở đây; lựa chọn giữ trong một cookie trên máy này.", en: "Pages follow the device. To have it otherwise, choose here; the choice is kept in one cookie on this device." }
    theme_choose() { vi: "Chọn nền", en: "Choose light or dark" }

    works() { vi: "Dùng được thế nào", en: "What works" }
    keyboard() { vi: "Bàn phím: thứ tự đi theo thứ tự đọc, chỗ đang đứng có viền rõ, phím Tab đầu tiên dẫn thẳng đến nội dung.", en: "Keyboard: the order is that of reading, focus is clearly marked, and the first Tab leads to the content." }
    reader() { vi: "Trình đọc màn hình: mỗi trang một tiêu đề chính, hình nào cũng có lời bên cạnh, bảng có tên, lỗi được đọc ngay.", en: "Screen readers: one main heading a page, words beside every picture, captions on tables, errors read at once." }
    size() { vi: "Phóng chữ đến 200% không mất nội dung và không phải kéo ngang.", en: "Text enlarges to 200% without loss and without sideways scrolling." }
    no_script() { vi: "Tắt mã chạy trong trình duyệt thì mọi việc vẫn làm được.", en: "Everything can be done with scripts switched off." }
    colour() { vi: "Không có gì chỉ nói bằng màu: luôn có chữ hoặc hình đi cùng.", en: "Nothing is said by colour alone: there are always words or a sign." }
    time() { vi: "Không có giới hạn thời gian khi đọc hay viết.", en: "There is no time limit on reading or writing." }
    print_text() { vi: "Các trang dài in được trên giấy A4.", en: "Long pages print on A4." }

    checked_title() { vi: "Đã kiểm tra gì", en: "What is checked" }
    checked() { vi: "Mỗi lần sửa, máy kiểm tra từng trang theo WCAG 2.2 mức AA bằng axe, hai thứ tiếng, nền sáng và nền tối, ba cỡ màn hình.", en: "With every change a machine checks each page against WCAG 2.2 AA with axe, in two languages, light and dark, at three widths." }
    checked_forms() { vi: "Phiếu gửi sai quay lại với đủ chữ đã gõ, lỗi nêu trước, mỗi lỗi nói cách sửa.", en: "A form with a mistake comes back with all that was typed, the mistakes first, each saying what to do." }

    limits_title() { vi: "Chưa kiểm tra gì", en: "What is not checked" }
    limits() { vi: "Chưa có người dùng trình đọc màn hình tiếng Việt thử từng trang.", en: "Users of Vietnamese screen readers have not tried every page yet." }
    limits_files() { vi: "Tệp do cơ quan gửi lên (ảnh chụp văn bản, PDF) có thể không đọc được bằng máy; tóm tắt bằng chữ đi kèm khi có.", en: "Files handed in by organisations (scans, PDF) may not be readable by machine; a summary in words stands beside them where there is one." }
    limits_language() { vi: "Lời của mọi người giữ nguyên tiếng Việt, kể cả ở trang tiếng Anh.", en: "What people wrote stays in Vietnamese, on English pages too." }

    tell() { vi: "Gặp chỗ khó dùng", en: "If something is hard to use" }
    tell_text() { vi: "Nói với văn phòng theo địa chỉ ở cuối trang: trang nào, dùng máy gì, vướng ở đâu.", en: "Tell the office at the address below: which page, which device, what stood in the way." }
    tell_paper() { vi: "Cần bản giấy hoặc cần người ghi giúp ý kiến: hỏi văn phòng.", en: "If you need paper, or someone to write your opinion down, ask the office." }
    help() { vi: "Hướng dẫn sử dụng", en: "How to use this site" }
}
