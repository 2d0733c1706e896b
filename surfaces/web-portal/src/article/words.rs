//! The words of an article's page and of its revisions.

use base::time::Date;
use web_kit::words;

words! {
    /// What the pages of an article say besides its author's words.
    pub struct ArticleWords;

    flag() { vi: "Báo bài này", en: "Report this article" }
    withdrawn(day: Date, role: &str) { vi: "Bài này đã gỡ ngày {day}, người quyết: {role}.", en: "This article was withdrawn on {day}, decided by: {role}." }
    why() { vi: "Lý do:", en: "Reason:" }
    withdrawn_words() { vi: "Tên bài, ngày và lý do gỡ giữ lại ở đây. Chữ của bài không còn đăng.", en: "Its title, date and the reason stay here. Its words are no longer published." }
    corrections() { vi: "Những lần sửa", en: "What was changed" }
    corrected(day: Date) { vi: "Bài đã sửa, lần cuối ngày {day}.", en: "Corrected, the last time on {day}." }
    corrected_on(day: Date, role: &str) { vi: "Sửa ngày {day}, người duyệt: {role}", en: "Corrected on {day}, reviewed by: {role}" }
    taken_back(day: Date, role: &str) { vi: "Gỡ ngày {day}, người quyết: {role}", en: "Withdrawn on {day}, decided by: {role}" }
    see_before() { vi: "Xem bản trước", en: "See the revision before" }
    compare_before() { vi: "So từng dòng với bản trước", en: "Compare it line by line" }
    compare_with(n: u32) { vi: "So từng dòng với bản {n}", en: "Compare line by line with revision {n}" }

    revision(n: u32) { vi: "Bản {n}", en: "Revision {n}" }
    revision_of(n: u32, title: &str) { vi: "Bản {n}: {title}", en: "Revision {n}: {title}" }
    compared(n: u32, before: u32) { vi: "Bản {n} so với bản {before}", en: "Revision {n} compared with revision {before}" }
    stands(day: Date) { vi: "Bản này đăng ngày {day} và đang là bản của bài.", en: "This revision was published on {day} and is the one that stands." }
    superseded(day: Date) { vi: "Bản này đăng ngày {day}; sau đó bài đã sửa.", en: "This revision was published on {day}; the article was corrected since." }
    held(day: Date) { vi: "Bản này đăng ngày {day}; bài đã gỡ, nên chữ của bản này không còn đăng.", en: "This revision was published on {day}; the article was withdrawn, and its words are no longer published." }
    to_article() { vi: "Về bài đang đăng", en: "To the article as it stands" }
    to_revision(n: u32) { vi: "Đọc riêng bản {n}", en: "Read revision {n} alone" }
    all_revisions() { vi: "Các bản đã đăng", en: "Published revisions" }
    published_on(n: u32, day: Date) { vi: "Bản {n}, đăng {day}", en: "Revision {n}, published {day}" }
    here() { vi: "đang xem", en: "you are here" }
    changes() { vi: "Những chỗ khác nhau", en: "What differs" }
    same() { vi: "Hai bản giống hệt nhau.", en: "The two revisions are the same." }
    counts(gone: usize, new: usize) { vi: "{gone} dòng bỏ, {new} dòng thêm. Dòng giữ nguyên cũng ở dưới để đọc liền mạch.", en: "{gone} lines taken out, {new} put in. Lines that stayed are shown too." }
    no_words() { vi: "Một trong hai bản không còn chữ để so.", en: "One of the two has no public words to compare." }
    gone() { vi: "Bỏ:", en: "Taken out:" }
    new() { vi: "Thêm:", en: "Put in:" }
    field_title() { vi: "Tên bài", en: "Title" }
    field_date() { vi: "Ngày", en: "Date" }
    field_author() { vi: "Tác giả", en: "Author" }
    field_department() { vi: "Bộ phận", en: "Department" }
    text() { vi: "Nội dung", en: "Text" }
    nothing() { vi: "không ghi", en: "not given" }
    what_changed() { vi: "Sửa gì:", en: "What the correction changed:" }

    forum() { vi: "Diễn đàn trong bài", en: "The forum in this article" }
    forum_go(no: &str) { vi: "Diễn đàn {no}", en: "Forum {no}" }
    forum_report() { vi: "Báo cáo và nguồn số liệu", en: "The report and where its figures come from" }
    forum_opinions(n: usize) { vi: "{n} ý kiến đã đăng", en_one: "One published opinion", en: "{n} published opinions" }
    forum_results(n: u32) { vi: "{n} người đã bày tỏ: đồng ý ở đâu, khác ở đâu", en_one: "One person answered: where people agree", en: "{n} people answered: where they agree, where they differ" }
    forum_directives(groups: usize, clauses: usize, done: usize) {
        vi: "{groups} chỉ đạo, {clauses} việc, {done} việc đã xong",
        en: "{groups} directives, {clauses} tasks, {done} done"
    }
    numbers() { vi: "Số trong bài này", en: "Figures in this article" }
    turns() { vi: "Lượt phát biểu", en: "Turns in the hall" }
    source_report() { vi: "xem nguồn trong báo cáo", en: "see its source in the report" }
    source_turns() { vi: "xem từng lượt", en: "see each of them" }
    related() { vi: "Liên quan đến bài", en: "About this article" }
}
