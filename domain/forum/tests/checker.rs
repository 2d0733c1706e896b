//! The look before sending: what is warned of, what is not, and that any text whatever gets an answer on its own bytes.

use forum::checker::WarningKind::{Email, IdNumber, PersonName, Phone, Plate, PostWithShift};
use forum::checker::{Warning, WarningKind, check};
use proptest::prelude::*;

fn seen(text: &str) -> Vec<(WarningKind, &str)> {
    check(text)
        .iter()
        .map(|warning| (warning.kind, warning.words(text)))
        .collect()
}

/// Texts with everything that is warned of in them.
const WARNED: &[(&str, &[(WarningKind, &str)])] = &[
    // names
    (
        "Đồng chí Nguyễn Thị Nhung đã kết luận đúng.",
        &[(PersonName, "Đồng chí Nguyễn Thị Nhung")],
    ),
    (
        "đ/c Đại tá Vũ anh Thiều phát biểu chỉ đạo",
        &[(PersonName, "Đại tá Vũ anh Thiều")],
    ),
    ("Tôi thấy anh Hùng hay bỏ vị trí.", &[(PersonName, "anh Hùng")]),
    ("Chị Lan ở cổng rất lễ phép", &[(PersonName, "Chị Lan")]),
    (
        "Khen trung úy Trần Quốc Toàn và đồng đội",
        &[(PersonName, "trung úy Trần Quốc Toàn")],
    ),
    (
        "Thượng uý Phạm Văn Đồng hướng dẫn tận tình",
        &[(PersonName, "Thượng uý Phạm Văn Đồng")],
    ),
    ("Hôm đó Lê Hoàng Nam gác cổng", &[(PersonName, "Lê Hoàng Nam")]),
    ("Người gác là nguyễn văn hùng", &[(PersonName, "nguyễn văn hùng")]),
    ("Gặp Trần thị Lan thì được giúp ngay", &[(PersonName, "Trần thị Lan")]),
    (
        "NGUYỄN VĂN HÙNG ĐÃ KHÔNG CHO XE TÔI VÀO CỔNG",
        &[(PersonName, "NGUYỄN VĂN HÙNG")],
    ),
    (
        "anh Nguyen Van Hung gac cong rat tot",
        &[(PersonName, "anh Nguyen Van Hung")],
    ),
    ("Dong chi Hung can nhac nho", &[(PersonName, "Dong chi Hung")]),
    (
        "Tôi tên là Đỗ Thị Hạnh, ở gần cơ quan",
        &[(PersonName, "tên là Đỗ Thị Hạnh")],
    ),
    (
        "bà Vương Thị Mơ bán nước trước cổng",
        &[(PersonName, "bà Vương Thị Mơ")],
    ),
    (
        "Chiến sĩ Quàng Văn Pâng giúp dân",
        &[(PersonName, "Chiến sĩ Quàng Văn Pâng")],
    ),
    (
        "giám đốc Bùi Xuân Trường nên tiếp dân",
        &[(PersonName, "giám đốc Bùi Xuân Trường")],
    ),
    ("cụ Tý bị ngã trước cổng", &[(PersonName, "cụ Tý")]),
    ("Người viết: Nguyễn Văn A", &[(PersonName, "Nguyễn Văn A")]),
    (
        "Đinh Công Tráng và Hà Huy Tập gác ca đó",
        &[(PersonName, "Đinh Công Tráng"), (PersonName, "Hà Huy Tập")],
    ),
    (
        "Chánh Văn phòng Nguyễn Thị Nhung",
        &[(PersonName, "Chánh Văn phòng Nguyễn Thị Nhung")],
    ),
    (
        "Ông Tôn Thất Tùng, bác Ba",
        &[(PersonName, "Ông Tôn Thất Tùng"), (PersonName, "bác Ba")],
    ),
    (
        "đồng chí NGUYỄN VĂN HÙNG trực rất nghiêm",
        &[(PersonName, "đồng chí NGUYỄN VĂN HÙNG")],
    ),
    (
        "Đề Nghị Xem Lại Thái Độ Của Nguyễn Văn Hùng",
        &[(PersonName, "Nguyễn Văn Hùng")],
    ),
    ("Trong đội có Nguyen Thi Hoa làm tốt", &[(PersonName, "Nguyen Thi Hoa")]),
    // telephones
    ("Gọi 0912345678", &[(Phone, "0912345678")]),
    ("gọi 0912.345.678 gặp bảo vệ", &[(Phone, "0912.345.678")]),
    ("ĐT: 0912 345 678.", &[(Phone, "0912 345 678")]),
    ("số 091-234-5678, bất cứ lúc nào", &[(Phone, "091-234-5678")]),
    ("+84912345678", &[(Phone, "+84912345678")]),
    ("(+84) 912 345 678", &[(Phone, "(+84) 912 345 678")]),
    ("Zalo +84 (0)912 345 678", &[(Phone, "+84 (0)912 345 678")]),
    ("máy bàn 0229 3871 234", &[(Phone, "0229 3871 234")]),
    ("máy bàn (0229) 3.871.234", &[(Phone, "(0229) 3.871.234")]),
    ("số cũ 030.3871.234 nay đã đổi", &[(Phone, "030.3871.234")]),
    ("số cũ 01234567890", &[(Phone, "01234567890")]),
    ("sđt0387654321 nhé", &[(Phone, "0387654321")]),
    ("84 912 345 678", &[(Phone, "84 912 345 678")]),
    (
        "0912345678/0987.654.321",
        &[(Phone, "0912345678"), (Phone, "0987.654.321")],
    ),
    ("09 1234 5678", &[(Phone, "09 1234 5678")]),
    // plates
    ("Xe 35A-123.45 đỗ chắn cổng", &[(Plate, "35A-123.45")]),
    ("xe máy 35B1 12345", &[(Plate, "35B1 12345")]),
    ("35-B1 123.45 vào không ai hỏi", &[(Plate, "35-B1 123.45")]),
    ("biển 29H-1234", &[(Plate, "29H-1234")]),
    ("xe TM-12-34 ra cổng", &[(Plate, "TM-12-34")]),
    ("QH 12-34 là biển đỏ, xe QH 12-34 nữa", &[(Plate, "QH 12-34")]),
    ("xe biển xanh 80A đỗ cả buổi", &[(Plate, "80A")]),
    ("xe 80A-012.34", &[(Plate, "80A-012.34")]),
    ("35a1-123.45 không xuống xe dắt bộ", &[(Plate, "35a1-123.45")]),
    ("30LD-123.45 của công ty", &[(Plate, "30LD-123.45")]),
    ("xe 80-NG-123-45 được miễn kiểm tra", &[(Plate, "80-NG-123-45")]),
    ("Biển số 35C 04512", &[(Plate, "35C 04512")]),
    // posts with shifts
    ("vọng gác số 3 ca đêm", &[(PostWithShift, "vọng gác số 3 ca đêm")]),
    (
        "trạm gác cổng sau lúc 22 giờ",
        &[(PostWithShift, "trạm gác cổng sau lúc 22 giờ")],
    ),
    ("chốt B, ca 2 hay ngủ gật", &[(PostWithShift, "chốt B, ca 2")]),
    (
        "Cổng số 2 giờ tan tầm chỉ có một người gác.",
        &[(PostWithShift, "Cổng số 2 giờ tan tầm")],
    ),
    (
        "Ca đêm ở vọng gác phía đông không có người",
        &[(PostWithShift, "Ca đêm ở vọng gác phía đông")],
    ),
    ("Từ 23h30 cổng phụ bỏ trống", &[(PostWithShift, "23h30 cổng phụ")]),
    (
        "Cổng sau buổi trưa không khóa",
        &[(PostWithShift, "Cổng sau buổi trưa")],
    ),
    (
        "mục tiêu số 5 lúc giao ca thiếu người",
        &[(PostWithShift, "mục tiêu số 5 lúc giao ca")],
    ),
    (
        "Vọng gác lúc 2 giờ sáng không có ai",
        &[(PostWithShift, "Vọng gác lúc 2 giờ")],
    ),
    (
        "Kho bạc Nhà nước sau 22:30 không có người trực",
        &[(PostWithShift, "Kho bạc Nhà nước sau 22:30")],
    ),
    (
        "vong gac so 3 ca dem khong co nguoi",
        &[(PostWithShift, "vong gac so 3 ca dem")],
    ),
    (
        "chốt cổng Tỉnh ủy đêm chủ nhật vắng",
        &[(PostWithShift, "chốt cổng Tỉnh ủy đêm")],
    ),
    (
        "VỌNG GÁC SỐ 3 CA ĐÊM NGỦ GẬT NHIỀU LẦN",
        &[(PostWithShift, "VỌNG GÁC SỐ 3 CA ĐÊM")],
    ),
    // mail and cards
    (
        "Trả lời tôi qua lan.nguyen@gmail.com.",
        &[(Email, "lan.nguyen@gmail.com")],
    ),
    (
        "mail: bao_ve+1@congan.ninhbinh.gov.vn",
        &[(Email, "bao_ve+1@congan.ninhbinh.gov.vn")],
    ),
    ("CCCD 037085001234", &[(IdNumber, "037085001234")]),
    (
        "037 085 001 234 là số căn cước? căn cước 037 085 001 234",
        &[(IdNumber, "037 085 001 234")],
    ),
    ("CMND số 164123456", &[(IdNumber, "164123456")]),
    ("chứng minh nhân dân: 164 123 456", &[(IdNumber, "164 123 456")]),
    ("Ghi 037085001234 vào sổ", &[(IdNumber, "037085001234")]),
    ("hộ chiếu B1234567", &[(IdNumber, "B1234567")]),
    // together
    (
        "Anh Tuấn gác vọng gác số 3 ca đêm, số 0912345678, xe 35B1-123.45",
        &[
            (PersonName, "Anh Tuấn"),
            (PostWithShift, "vọng gác số 3 ca đêm"),
            (Phone, "0912345678"),
            (Plate, "35B1-123.45"),
        ],
    ),
    (
        "chốt B do anh Tuấn trực ca 2",
        &[
            (PostWithShift, "chốt B do anh Tuấn trực ca 2"),
            (PersonName, "anh Tuấn"),
        ],
    ),
];

/// Texts in which nothing is warned of.
const CLEAR: &[&str] = &[
    "8/8 mục tiêu được bảo vệ an toàn tuyệt đối",
    "canh gác bảo vệ mục tiêu 24/24h, đảm bảo kiểm soát tốt người và phương tiện",
    "Chỉ thị số 03/CT-BCA-X11, ngày 18/4/2014 của Bộ trưởng Bộ Công an",
    "Nghị định 30/2020/NĐ-CP ngày 05/3/2020",
    "Thông tư số 24/2023/TT-BCA",
    "Kho bạc Nhà nước, Ngân hàng Nhà nước tỉnh, Văn phòng Tỉnh ủy",
    "Văn phòng HĐND tỉnh chủ trì, phối hợp với Phòng Cảnh sát bảo vệ mục tiêu",
    "Đồng chí Chánh Văn phòng HĐND tỉnh nhấn mạnh",
    "đồng chí Bí thư Tỉnh ủy và các đồng chí Ủy viên",
    "các chiến sỹ Phòng Cảnh sát cơ động cùng dự Hội nghị",
    "Cán bộ Công an tỉnh và cán bộ Hội Phụ nữ",
    "Anh em chiến sĩ trực đêm rất vất vả",
    "Ông bà nào có ý kiến xin gửi sớm",
    "Cơ quan ở đường Trần Hưng Đạo, phường Vân Giang",
    "ngã tư Lê Đại Hành hay tắc",
    "số 12 Trần Hưng Đạo, thành phố Ninh Bình",
    "Trường THPT Lương Văn Tụy gần cổng",
    "xã Lê Lợi, huyện Kim Sơn, tỉnh Hà Nam",
    "Công viên Nguyễn Văn Cừ cạnh trụ sở",
    "năm du lịch quốc gia Hoa Lư - Ninh Bình",
    "Học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Hà Nội và Thái Bình đã làm việc này",
    "Lực lượng Cảnh sát bảo vệ mục tiêu đã nỗ lực cố gắng",
    "Lê lết xin giấy cả ngày",
    "Trần nhà chốt gác bị dột",
    "Do Ủy ban chưa trả lời",
    "Bác sĩ ở Bệnh viện Nguyễn Tri Phương khen",
    "Danh hiệu Anh hùng lực lượng vũ trang",
    "Bà con trong xóm đồng tình",
    "Bà Rịa - Vũng Tàu cũng làm như vậy",
    "Chị em phụ nữ muốn có đèn",
    "Em đề nghị mở thêm lối đi",
    "Thầy thuốc và giáo viên được ưu tiên",
    "ĐỀ NGHỊ LỰC LƯỢNG CẢNH SÁT BẢO VỆ MỤC TIÊU TUẦN TRA NHIỀU HƠN",
    "Đề Nghị Văn Phòng Ủy Ban Trả Lời Đúng Hạn",
    "Vũ trang đầy đủ khi gác",
    "Cần thêm 2 vị trí gác ở cổng",
    "Cổng có lúc chưa chặt chẽ",
    "Cổng cơ quan mở lúc 7 giờ 30 là muộn",
    "Cổng đông người vào buổi sáng, ùn tắc",
    "Cổng phải có người trực ban đêm",
    "Văn phòng UBND tỉnh tiếp dân lúc 8 giờ",
    "Thường trực HĐND tỉnh họp lúc 14 giờ",
    "Ngân hàng Nhà nước làm việc trực tiếp từ 8 giờ",
    "Mỗi mục tiêu nên thực tập phương án cháy nổ ít nhất một lần mỗi quý",
    "Trong tuần tra canh gác có lúc còn làm việc riêng",
    "Vọng gác cần mái che. Ca đêm nên có áo ấm.",
    "Mỗi ca trực 8 giờ/ngày là hợp lý",
    "Tuần tra trong 2 giờ quanh hàng rào",
    "Bảo vệ trực 24 giờ ở mục tiêu",
    "Gọi 113, 114 hoặc 115 khi có việc",
    "Đường dây nóng 1900 6789 và 18001091",
    "từ 03.04.2019 đến 05.04.2019",
    "ngày 05-06-2020 và 07-08-2020",
    "Kinh phí 84.912.345.678 đồng",
    "Kinh phí 900.000.000 đồng",
    "Tổng lượt truy cập: 363100",
    "Mã số thuế 2700123456",
    "diễn đàn DD-2019-01, ý kiến YK-0042, vụ việc VV-2019-0007",
    "Lớp 12A 2019 đến thăm đơn vị",
    "phòng 80A tầng 3",
    "điều 35a khoản 12",
    "22h 1234 lượt người",
    "gửi thư @ban biên tập, giá 5@10",
    "số hồ sơ 164123456",
    "Tài khoản 123456789012",
    "Đại hội Đảng các cấp lần thứ XIII",
    "Đoàn Thanh niên và Hội Cựu chiến binh",
    "Bí thư Đoàn xã hay đi muộn",
    "Việt Nam và thế giới",
    "Kế hoạch số 12-KH/TU",
    "De nghi Cong an tinh tuan tra nhieu hon o cong co quan",
    "Chi bo Dang uy da hop ban ve viec nay",
];

#[test]
fn what_is_warned_of() {
    assert!(WARNED.len() >= 60);
    let wrong: Vec<String> = WARNED
        .iter()
        .filter(|(text, wanted)| seen(text) != *wanted)
        .map(|(text, wanted)| format!("{text}\n  found  {:?}\n  wanted {wanted:?}", seen(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not() {
    assert!(CLEAR.len() >= 60);
    let wrong: Vec<String> = CLEAR
        .iter()
        .filter(|text| !check(text).is_empty())
        .map(|text| format!("{text}\n  found {:?}", seen(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The article the product began with: its sentences that name someone, and those full of numbers and offices.
#[test]
fn the_article_of_2019() {
    let named = [
        (
            "dự Hội nghị có đồng chí đại tá Vũ Anh Thiều, Ủy viên BTV Đảng ủy, Phó Giám đốc Công an tỉnh, lãnh đạo Văn phòng \
             HĐND tỉnh, đại biểu Văn phòng Tỉnh ủy, Văn phòng UBND tỉnh, Kho bạc Nhà nước, Ngân hàng Nhà nước tỉnh, Đài PT-TH \
             tỉnh và các chiến sỹ Phòng Cảnh sát cơ động và Phòng công tác chính trị Công an tỉnh cùng dự Hội nghị.",
            "đại tá Vũ Anh Thiều",
        ),
        (
            "ý kiến phát biểu chỉ đạo của đ/c Đại tá Vũ anh Thiều, Ủy viên BTV Đảng ủy, Phó GĐ Công an tỉnh. Đã có 4 lượt ý \
             kiến phát biểu thảo luận, cơ bản các ý kiến thống nhất cao với đánh giá kết quả của báo cáo",
            "Đại tá Vũ anh Thiều",
        ),
        (
            "Phát biểu kết luận, đồng chí Nguyễn Thị Nhung, Chánh Văn phòng HĐND tỉnh nhấn mạnh: Năm 2020 là năm tiến hành \
             Đại hội Đảng các cấp tiến tới Đại hội Đại biểu toàn quốc lần thứ XIII của Đảng, năm du lịch quốc gia Hoa Lư - \
             Ninh Bình. Trong bối cảnh, tình hình thế giới, khu vực và trong nước có những diễn biến ngày càng phức tạp",
            "đồng chí Nguyễn Thị Nhung",
        ),
        (
            "Tác giả bài viết: Trần Thị Thùy Dương - Phòng Tổng hợp",
            "Trần Thị Thùy Dương",
        ),
    ];
    for (text, name) in named {
        assert_eq!(seen(text), [(PersonName, name)]);
    }
    let clear = [
        "Chiều ngày 19.12.2019, Văn phòng HĐND tỉnh chủ trì, phối hợp với Phòng Cảnh sát bảo vệ mục tiêu Công an tỉnh tổ chức \
         “Diễn đàn công an lắng nghe ý kiến nhân dân”",
        "đã phân công cán bộ canh gác bảo vệ mục tiêu 24/24h, đảm bảo kiểm soát tốt người và phương tiện ra vào các cơ quan, \
         đơn vị, vì vậy 8/8 mục tiêu cũng như các sự kiện diễn ra tại các mục tiêu được bảo vệ an toàn tuyệt đối",
        "Công tác kiểm soát người và phương tiện ở cổng các mục tiêu có lúc, có nơi chưa chặt chẽ. Trong tuần tra canh gác có \
         lúc, có cán bộ cảnh sát còn làm việc riêng, chưa chú ý quan sát mục tiêu. Việc thực tập các phương án bảo vệ còn ít, \
         phối hợp hiệp đồng công tác giữa các mục tiêu còn hạn chế.",
        "tiếp tục thực hiện nghiêm Chỉ thị số 03/CT-BCA-X11, ngày 18/4/2014 của Bộ trưởng Bộ Công an về tiếp tục siết chặt kỷ \
         luật, kỷ cương, điều lệnh; xây dựng nếp sống văn hóa vì nhân dân phục vụ trong Công an nhân dân",
        "Thống kê truy cập\n\nĐang truy cập: 43\n\nHôm nay: 962\n\nTổng lượt truy cập: 363100",
        "Thứ năm, ngày 25/07/2024\n\nDiễn đàn công an lắng nghe ý kiến nhân dân\n\nChủ nhật, 29/12/2019",
    ];
    for text in clear {
        assert_eq!(seen(text), [], "{text}");
    }
}

/// Each vowel with its tones, and what it is made of.
const VOWELS: &[(&str, &str)] = &[
    ("aàảãáạ", "a"),
    ("ăằẳẵắặ", "a\u{306}"),
    ("âầẩẫấậ", "a\u{302}"),
    ("eèẻẽéẹ", "e"),
    ("êềểễếệ", "e\u{302}"),
    ("iìỉĩíị", "i"),
    ("oòỏõóọ", "o"),
    ("ôồổỗốộ", "o\u{302}"),
    ("ơờởỡớợ", "o\u{31B}"),
    ("uùủũúụ", "u"),
    ("ưừửữứự", "u\u{31B}"),
    ("yỳỷỹýỵ", "y"),
];
const TONES: [&str; 6] = ["", "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"];

/// A letter in NFD: the horn, then the dot below, then what is above.
fn apart(letter: char) -> String {
    let low = letter.to_lowercase().next().unwrap_or(letter);
    let vowel = VOWELS.iter().find_map(|(tones, parts)| {
        let tone = TONES[tones.chars().position(|vowel| vowel == low)?];
        let (base, shape) = parts.split_at(1);
        let dot_first = tone == "\u{323}" && shape != "\u{31B}";
        Some((base, if dot_first { [tone, shape] } else { [shape, tone] }))
    });
    let Some((base, marks)) = vowel else {
        return letter.to_string();
    };
    let base = if letter.is_uppercase() {
        base.to_uppercase()
    } else {
        base.to_owned()
    };
    base + &marks.concat()
}

#[test]
fn the_form_of_unicode_changes_nothing() {
    assert_eq!(apart('Ậ'), "A\u{323}\u{302}");
    for text in WARNED.iter().map(|(text, _)| *text).chain(CLEAR.iter().copied()) {
        let typed: String = text.chars().map(apart).collect();
        let wanted: Vec<(WarningKind, String)> = seen(text)
            .into_iter()
            .map(|(kind, words)| (kind, words.chars().map(apart).collect()))
            .collect();
        let found = seen(&typed);
        let found: Vec<_> = found.iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect();
        assert_eq!(found, wanted, "{text}");
    }
}

#[test]
fn words_of_another_text_are_empty() {
    let warning = Warning {
        start: 1,
        end: 4,
        kind: Phone,
    };
    assert_eq!((warning.words("ế"), warning.words("")), ("", ""));
}

/// What the promise of [`check`] says of any text.
fn holds(text: &str) {
    let warnings = check(text);
    for warning in &warnings {
        assert!(
            warning.start < warning.end && text.get(warning.start..warning.end).is_some(),
            "{text:?}"
        );
    }
    for (index, one) in warnings.iter().enumerate() {
        for other in warnings.iter().skip(index + 1) {
            assert!(one < other, "{text:?}: order");
            let overlap = one.start < other.end && other.start < one.end;
            let may = one.kind != other.kind && (one.kind == PostWithShift || other.kind == PostWithShift);
            assert!(!overlap || may, "{text:?}: {one:?} {other:?}");
        }
    }
}

/// Ends of words, and what the rules look for, in any order.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "0912",
        ".",
        "345",
        "678",
        " ",
        "-",
        "+84",
        "(",
        ")",
        "35",
        "A",
        "B1",
        "/",
        "@",
        "a@b.vn",
        "vọng gác",
        "cổng",
        "số",
        "3",
        "ca",
        "đêm",
        "22",
        "giờ",
        "h",
        ":",
        "Nguyễn",
        "Văn",
        "Hùng",
        "đồng",
        "chí",
        "Đại",
        "tá",
        "ông",
        "CMND",
        "164123456",
        "037085001234",
        "\n",
        "e\u{301}",
        "\u{301}",
        "Đ\u{323}",
        "🙂",
        "\u{200D}",
        "Kho bạc",
        "TM",
        "12",
        "34",
        "xe",
        ",",
        "",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_pieces_are_answered(text in pieces()) {
        holds(&text);
    }

    /// What stands on other lines decides nothing, if the text has marks and few capitals either way.
    #[test]
    fn a_line_decides_for_itself(before in 0..WARNED.len(), after in 0..WARNED.len()) {
        let calm = "và rồi mọi việc đều đã được giải quyết xong xuôi, không ai còn gì để nói thêm nữa cả đâu ạ";
        let alone = |text: &str| -> Vec<(WarningKind, String)> {
            seen(&format!("{text}\n{calm}")).iter().map(|(kind, words)| (*kind, (*words).to_owned())).collect()
        };
        let (one, two) = (WARNED[before].0, WARNED[after].0);
        let both: Vec<_> = alone(one).into_iter().chain(alone(two)).collect();
        prop_assert_eq!(alone(&format!("{one}\n{calm}\n{two}")), both);
    }
}

/// Time grows with the length: eight times the text may take no more than 32 times as long, whatever is repeated; a rule
/// that looked from every word at every other would take 64 times.
#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    let hostile = [
        "cổng ",
        "vọng gác ",
        "0 ",
        "0.",
        "09",
        "@",
        "a@",
        "a@b.",
        "Nguyễn ",
        "đồng chí ",
        "35A-",
        "THPT ",
        "ca ",
        "12 ",
        "e\u{301}",
        "CMND 1 ",
        "Kho bạc 22h ",
        "\u{301}",
        "A",
        "-",
        "xe ",
        "Kho bạc 22h gác ",
        "vọng gác ban đêm ",
    ];
    for piece in hostile {
        let took = |chars: usize| {
            let text: String = piece.chars().cycle().take(chars).collect();
            let start = std::time::Instant::now();
            check(&text);
            start.elapsed()
        };
        let shortest = |chars: usize| (0..3).map(|_| took(chars)).min().unwrap_or_default();
        let (short, long) = (shortest(1_000), shortest(8_000));
        assert!(
            long < short * 32 + std::time::Duration::from_millis(5),
            "{piece:?}: {short:?}, then {long:?}"
        );
        holds(&piece.chars().cycle().take(300).collect::<String>());
    }
}
