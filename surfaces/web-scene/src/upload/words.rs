//! What is said about files: what is taken, why one is not, what to do then.

use super::Unread;
use documents::{FileKind, Problem, Recognised, Size};
use web_kit::{Lang, words};

const MEGABYTE: usize = 1024 * 1024;
const KILOBYTE: usize = 1024;

words! {
    /// What forms with a file say.
    pub struct UploadWords;

    about(megabytes: usize) {
        vi: "Ảnh JPEG, PNG, WebP; tệp PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods) hoặc văn bản. Nhiều nhất {megabytes} MB.",
        en: "JPEG, PNG or WebP pictures; PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods) or plain text. At most {megabytes} MB."
    }
    stripped() {
        vi: "Ảnh được bỏ nơi chụp, giờ chụp và tên máy trước khi lưu.",
        en: "Place, time and camera are taken off pictures before they are kept."
    }
    kept() {
        vi: "PDF và tệp văn phòng giữ nguyên: thuộc tính của tệp có thể có tên người soạn. Ông/bà xem lại trước khi gửi.",
        en: "PDF and office files are kept as they are: their properties may name an author. Look at them before you send."
    }
    again() { vi: "Trình duyệt không giữ tệp đã chọn: chọn lại tệp trước khi gửi.", en: "Browsers do not keep the file you chose: choose it again before you send." }

    none() { vi: "Chọn một tệp rồi gửi lại.", en: "Choose a file and send again." }
    several() { vi: "Mỗi lần chỉ nhận một tệp: chọn lại một tệp.", en: "One file is taken at a time: choose one." }
    broken_off() { vi: "Tệp chưa tới hết. Chọn lại tệp rồi gửi lại.", en: "The file did not arrive whole. Choose it again and send." }
    large(megabytes: usize) { vi: "Tệp lớn quá {megabytes} MB: thu nhỏ hoặc chia tệp rồi chọn lại.", en: "The file is larger than {megabytes} MB: make it smaller or part it, and choose again." }
    large_kilobytes(kilobytes: usize) { vi: "Tệp lớn quá {kilobytes} KB: thu nhỏ tệp rồi chọn lại.", en: "The file is larger than {kilobytes} KB: make it smaller and choose it again." }
    empty() { vi: "Tệp này trống. Chọn tệp khác.", en: "This file is empty. Choose another." }
    broken_picture() { vi: "Không đọc được ảnh này, tệp có thể bị hỏng. Mở ảnh, lưu lại rồi chọn tệp mới.", en: "This picture cannot be read; the file may be damaged. Open it, save it again and choose the new file." }
    broken_paper() { vi: "Không đọc được tệp này, tệp có thể bị hỏng hoặc chưa tải về hết. Mở tệp, lưu lại rồi chọn tệp mới.", en: "This file cannot be read; it may be damaged or not whole. Open it, save it again and choose the new file." }
    macros() { vi: "Tệp này có macro, là chương trình nằm bên trong. Lưu lại ở dạng không có macro, hoặc xuất ra PDF, rồi chọn tệp mới.", en: "This file has macros, which are programs inside it. Save it without macros, or export it as PDF, and choose the new file." }
    pixels(width: u32, height: u32) { vi: "Ảnh có {width} × {height} điểm ảnh, lớn quá mức trình duyệt hiện được dễ dàng. Thu nhỏ ảnh rồi chọn lại.", en: "The picture has {width} × {height} pixels, more than browsers show with ease. Make it smaller and choose it again." }

    page() { vi: "Đây là trang web. In trang ra PDF rồi chọn tệp PDF.", en: "This is a web page. Print it to PDF and choose the PDF." }
    svg() { vi: "Đây là hình vẽ SVG. Xuất ra ảnh PNG rồi chọn lại.", en: "This is an SVG drawing. Export it as PNG and choose that." }
    xml() { vi: "Đây là tệp XML. Xuất ra PDF hoặc văn bản rồi chọn lại.", en: "This is an XML file. Export it as PDF or plain text and choose that." }
    program() { vi: "Đây là chương trình, không phải giấy tờ hay ảnh. Chọn tệp khác.", en: "This is a program, not a paper or a picture. Choose another file." }
    archive() { vi: "Đây là tệp nén. Mở ra rồi gửi từng tệp bên trong.", en: "This is an archive. Unpack it and send the files inside one by one." }
    other_office() { vi: "Tệp văn phòng kiểu này chưa nhận. Xuất ra PDF rồi chọn tệp PDF.", en: "Office files of this kind are not taken. Export it as PDF and choose the PDF." }
    old_office() { vi: "Đây là tệp văn phòng kiểu cũ (.doc, .xls, .ppt) hoặc có mật khẩu. Lưu lại thành .docx, .xlsx hoặc PDF, không đặt mật khẩu, rồi chọn tệp mới.", en: "This is an office file of an old kind (.doc, .xls, .ppt) or has a password. Save it as .docx, .xlsx or PDF without a password and choose the new file." }
    rtf() { vi: "Đây là tệp RTF. Lưu lại thành .docx hoặc PDF rồi chọn tệp mới.", en: "This is an RTF file. Save it as .docx or PDF and choose the new file." }
    picture(kind: &str) { vi: "Đây là ảnh {kind}. Lưu lại thành JPEG hoặc PNG rồi chọn tệp mới.", en: "This is a {kind} picture. Save it as JPEG or PNG and choose the new file." }
    video() { vi: "Đây là phim, chưa nhận được. Gửi ảnh chụp hoặc biên bản thay cho phim.", en: "This is a film, which is not taken. Send a photograph or minutes instead." }
    audio() { vi: "Đây là bản ghi âm, chưa nhận được. Gửi biên bản thay cho bản ghi âm.", en: "This is a sound recording, which is not taken. Send minutes instead." }
    encoding() { vi: "Văn bản này không theo bảng mã UTF-8. Lưu lại với bảng mã UTF-8 rồi chọn tệp mới.", en: "This text is not in UTF-8. Save it in UTF-8 and choose the new file." }
    unknown() { vi: "Không nhận ra đây là tệp gì. Chọn ảnh JPEG, PNG, WebP hoặc tệp PDF, Word, Excel, OpenDocument, văn bản.", en: "It is not known what this file is. Choose a JPEG, PNG or WebP picture, or a PDF, Word, Excel, OpenDocument or text file." }
}

/// Bytes as whole mebibytes, as people call them.
pub(super) const fn megabytes(bytes: usize) -> usize {
    bytes / MEGABYTE
}

/// Why a file did not come, and what to do.
pub fn unread(why: Unread, lang: Lang) -> String {
    let w = UploadWords(lang);
    match why {
        Unread::TooLarge { max } => too_large(max, w),
        Unread::Several => w.several().to_owned(),
        Unread::BrokenOff => w.broken_off().to_owned(),
    }
}

/// Why a file is not taken, and what to do.
pub fn file_problem(problem: Problem, lang: Lang) -> String {
    let w = UploadWords(lang);
    match problem {
        Problem::Empty => w.empty(),
        Problem::TooLarge { max } => return too_large(max, w),
        Problem::NotTaken(kind) => return not_taken(kind, w),
        Problem::Broken(kind) => broken(kind, w),
        Problem::Macros(_) => w.macros(),
        Problem::TooManyPixels(Size { width, height }) => return w.pixels(width, height),
    }
    .to_owned()
}

fn too_large(max: usize, w: UploadWords) -> String {
    if max < MEGABYTE {
        w.large_kilobytes(max / KILOBYTE)
    } else {
        w.large(megabytes(max))
    }
}

const fn broken(kind: FileKind, w: UploadWords) -> &'static str {
    if kind.is_picture() {
        w.broken_picture()
    } else {
        w.broken_paper()
    }
}

fn not_taken(kind: Recognised, w: UploadWords) -> String {
    match kind {
        Recognised::Html => w.page(),
        Recognised::Svg => w.svg(),
        Recognised::Xml => w.xml(),
        Recognised::Script | Recognised::Executable => w.program(),
        Recognised::Zip | Recognised::Archive => w.archive(),
        Recognised::OtherOffice => w.other_office(),
        Recognised::OldOffice => w.old_office(),
        Recognised::Rtf => w.rtf(),
        Recognised::Heic => return w.picture("HEIC"),
        Recognised::Avif => return w.picture("AVIF"),
        Recognised::Gif => return w.picture("GIF"),
        Recognised::Tiff => return w.picture("TIFF, RAW"),
        Recognised::Bmp => return w.picture("BMP"),
        Recognised::Video => w.video(),
        Recognised::Audio => w.audio(),
        Recognised::OtherEncoding => w.encoding(),
        Recognised::Unknown => w.unknown(),
    }
    .to_owned()
}
