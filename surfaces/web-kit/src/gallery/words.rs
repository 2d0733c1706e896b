//! The words of the page of components.

crate::words! {
    /// What the page of components says.
    pub(crate) struct GalleryWords;

    title() { vi: "Bộ thành phần", en: "Components" }
    lead() { vi: "Một thanh cong đón lấy một nét rơi: dấu của chữ “Lắng”. Dưới mọi nút và thẻ là một ý: có người nói, có người nghe, có người làm.", en: "A bowl receives a falling stroke: the marks of the word Lắng. Under every button and card is one idea: someone speaks, someone listens, someone acts." }
    office() { vi: "Văn phòng HĐND tỉnh", en: "Office of the People's Council" }
    contact() { vi: "Phòng Tổng hợp phụ trách nội dung.\nTrang mẫu, số liệu minh họa.", en: "The General Department answers for the content.\nA sample page, its figures are examples." }

    colours() { vi: "Màu", en: "Colour" }
    water() { vi: "Thủy", en: "Water" }
    band() { vi: "Dải đầu", en: "Band" }
    turmeric() { vi: "Nghệ", en: "Turmeric" }
    mist() { vi: "Sương", en: "Mist" }
    stone() { vi: "Đá", en: "Stone" }
    ink() { vi: "Mực", en: "Ink" }
    agree() { vi: "Đồng ý", en: "Agree" }
    disagree() { vi: "Không đồng ý", en: "Disagree" }
    unsure() { vi: "Chưa rõ", en: "Not sure" }
    unsure_next() { vi: "Chưa rõ, xem ý kiến khác", en: "Not sure, show another" }
    done() { vi: "Đã xong", en: "Done" }
    going_on() { vi: "Đang làm", en: "Going on" }
    waiting() { vi: "Chờ xác nhận", en: "Waiting" }
    overdue() { vi: "Quá hạn", en: "Overdue" }
    not_begun() { vi: "Chưa bắt đầu", en: "Not begun" }

    type_title() { vi: "Chữ", en: "Type" }
    type_sans() { vi: "Trang nói: Be Vietnam Pro", en: "The page speaks: Be Vietnam Pro" }
    type_serif() { vi: "Người nói: Source Serif 4", en: "A person speaks: Source Serif 4" }
    type_marks() { vi: "Ễ Ặ Ộ Ữ Ế Ỗ lặng lẽ nghe", en: "Ễ Ặ Ộ Ữ Ế Ỗ lặng lẽ nghe" }
    type_recorded() { vi: "Những ý kiến đã được ghi lại", en: "Opinions that were recorded" }
    type_text() { vi: "Chữ thường 17 px, dòng cao 1,65. Hai dấu chồng nhau như ở “nghễnh ngãng”, “khuỷu”, “quyền”, “thẳng thắn” không được chạm dòng trên.", en: "Text is 17 px with lines of 1.65. Stacked marks as in “nghễnh ngãng”, “khuỷu”, “quyền” must not touch the line above." }
    type_said() { vi: "“Kiểm soát người và phương tiện ở cổng có lúc, có nơi chưa chặt chẽ.”", en: "“Control of people and vehicles at the gates was lax at times and in places.”" }
    type_figures() { vi: "363.100 lượt · 98,6% · Thứ năm, ngày 25/07/2024 · 14:05", en: "363,100 visits · 98.6% · Thursday, 25 July 2024 · 14:05" }

    buttons() { vi: "Nút và trạng thái", en: "Buttons and states" }
    send() { vi: "Gửi ý kiến", en: "Send opinion" }
    later() { vi: "Để sau", en: "Later" }
    skip() { vi: "Bỏ qua", en: "Skip" }
    remove() { vi: "Gỡ", en: "Remove" }
    small() { vi: "Nút nhỏ", en: "Small" }
    print() { vi: "In biên nhận", en: "Print the receipt" }

    form_title() { vi: "Biểu mẫu khi có lỗi", en: "A form with errors" }
    form_kept() { vi: "Chữ đã gõ còn nguyên. Tiêu đề trang bắt đầu bằng “Lỗi:”.", en: "What was typed is still there. The page's title begins with “Error:”." }
    error_opinion() { vi: "Viết ý kiến, ít nhất 10 chữ cái", en: "Write an opinion of at least 10 letters" }
    error_name() { vi: "Ghi họ tên, hoặc chọn không ký tên", en: "Give your name, or choose not to sign" }
    opinion() { vi: "Ý kiến", en: "Opinion" }
    opinion_hint() { vi: "Mỗi ý kiến một điều.", en: "One thing in each opinion." }
    too_short() { vi: "Tốt", en: "Good" }
    how_signed() { vi: "Ký tên thế nào?", en: "How will it be signed?" }
    unsigned() { vi: "Không ký tên", en: "Not signed" }
    unsigned_about() { vi: "Không lưu gì để biết ai đã viết, kể cả với quản trị viên.", en: "Nothing is kept that tells who wrote it, not even to administrators." }
    signed() { vi: "Ký họ tên", en: "With my name" }
    signed_about() { vi: "Họ tên hiện cùng ý kiến. Văn phòng có thể trả lời riêng.", en: "The name is shown with the opinion. The office can answer in person." }
    name() { vi: "Họ tên", en: "Full name" }
    day() { vi: "Ngày xảy ra", en: "Day it happened" }
    place() { vi: "Nơi", en: "Place" }
    place_1() { vi: "Cổng chính", en: "Main gate" }
    place_2() { vi: "Cổng phụ", en: "Side gate" }

    notes() { vi: "Bước, thẻ chuyển, thông báo", en: "Steps, tabs, notices" }
    step_of() { vi: "Bước 2 trên 4: Ai đến", en: "Step 2 of 4: who comes" }
    tabs() { vi: "Mẫu thẻ chuyển", en: "Sample tabs" }
    tab_all() { vi: "Tất cả (31)", en: "All (31)" }
    tab_new() { vi: "Chưa xem (24)", en: "New (24)" }
    tab_seen() { vi: "Đã xem (7)", en: "Seen (7)" }
    note_plain() { vi: "Tin thường: một điều nên biết.", en: "Plain: one thing worth knowing." }
    note_ok() { vi: "Đã nhận trong giờ 14:00.", en: "Received in the hour from 14:00." }
    note_warn() { vi: "Ý kiến chờ đọc, trước 17:00 ngày mai.", en: "Waiting to be read, before 17:00 tomorrow." }
    note_late() { vi: "Quá hạn đọc 1 ngày.", en: "Reading is one day late." }
    empty_title() { vi: "Chưa có ý kiến nào", en: "No opinion yet" }
    empty_text() { vi: "Ông/bà có thể là người đầu tiên.", en: "You can be the first." }
    write() { vi: "Viết ý kiến", en: "Write an opinion" }
    dialog_title() { vi: "Kết thúc việc nhận ý kiến?", en: "Stop taking opinions?" }
    dialog_text() { vi: "Sau khi đóng, không ai gửi thêm được. 2 ý kiến đang chờ đọc vẫn được đọc.", en: "Once closed, nobody can send more. The 2 that wait will still be read." }
    close() { vi: "Đóng", en: "Close" }
    stay() { vi: "Ở lại", en: "Stay" }
    details() { vi: "Chi tiết để tự tính bằng máy khác", en: "Details for checking with another program" }

    table() { vi: "Bảng thành thẻ trên điện thoại", en: "A table that becomes cards on a phone" }
    table_caption() { vi: "Việc sau diễn đàn", en: "Tasks after the forum" }
    col_task() { vi: "Việc", en: "Task" }
    col_owner() { vi: "Đơn vị", en: "Owner" }
    col_due() { vi: "Hạn", en: "Due" }
    task_1() { vi: "Thực tập phương án mỗi quý", en: "Rehearse the plans each quarter" }
    task_2() { vi: "Đặt biển chỉ dẫn ở cổng phụ", en: "Put up signs at the side gate" }
    owner_1() { vi: "Lực lượng bảo vệ", en: "The guard force" }
    owner_2() { vi: "Kho bạc Nhà nước tỉnh", en: "State Treasury" }

    opinion_title() { vi: "Thẻ ý kiến, sáu bước, biên nhận", en: "Opinion, six steps, receipt" }
    said() { vi: "Việc thực tập các phương án bảo vệ còn ít.", en: "Rehearsals of the protection plans are too few." }
    number_9() { vi: "Ý kiến số 9", en: "Opinion 9" }
    agree_n() { vi: "Đồng ý 121 (70%)", en: "Agree 121 (70%)" }
    disagree_n() { vi: "Không đồng ý 22 (13%)", en: "Disagree 22 (13%)" }
    unsure_n() { vi: "Chưa rõ 31 (18%)", en: "Not sure 31 (18%)" }
    loop_label() { vi: "Diễn đàn đang ở bước 2 trên 6: Ý kiến", en: "The forum is at step 2 of 6: opinions" }
    step_1() { vi: "Báo cáo", en: "Report" }
    step_2() { vi: "Ý kiến", en: "Opinions" }
    step_3() { vi: "Đồng thuận", en: "Agreement" }
    step_4() { vi: "Kết luận", en: "Conclusion" }
    step_5() { vi: "Chỉ đạo", en: "Directives" }
    step_6() { vi: "Theo dõi", en: "Follow-up" }
    receipt() { vi: "Biên nhận ý kiến", en: "Receipt for an opinion" }
    receipt_code() { vi: "LN-7K2M-QX4D-91AB-CDEF-42", en: "LN-7K2M-QX4D-91AB-CDEF-42" }
    qr_label() { vi: "Mã QR dẫn tới biên nhận", en: "QR code that leads to the receipt" }
    received() { vi: "Nhận lúc", en: "Received" }
    received_at() { vi: "Trong giờ 15:00, 19/12/2019", en: "In the hour from 15:00, 19 Dec 2019" }
    line() { vi: "Dòng trong sổ", en: "Entry in the ledger" }
    line_no() { vi: "2.871", en: "2,871" }
    seal() { vi: "Dấu sổ", en: "Root of the ledger" }
    check_in() { vi: "Có trong sổ", en: "It is in the ledger" }
    check_in_about() { vi: "Dòng 2.871, ghi trong giờ 15:00 ngày 19/12/2019.", en: "Entry 2,871, recorded in the hour from 15:00 on 19 Dec 2019." }
    check_whole() { vi: "Chưa có nơi làm chứng", en: "No witness yet" }
    check_whole_about() { vi: "Dấu sổ hôm nay khớp với dấu lúc nhận, nhưng chưa ai ngoài văn phòng giữ bản sao.", en: "Today's root agrees with the one of that hour, but nobody outside the office keeps a copy." }

    icons() { vi: "Biểu tượng", en: "Icons" }
}
