//! The words of the newsroom.

use base::time::Date;
use web_kit::words;

words! {
    /// What the newsroom's pages say.
    pub struct NewsroomWords;

    title() { vi: "Bài viết", en: "Articles" }
    lead() { vi: "Một người viết, người khác đọc lại rồi mới đăng. Bản nào cũng được giữ.", en: "One person writes, another reads it before it is published. Every revision is kept." }
    new() { vi: "Viết bài mới", en: "Write an article" }
    tabs() { vi: "Bài theo trạng thái", en: "Articles by state" }
    tab_work() { vi: "Đang làm", en: "In work" }
    tab_published() { vi: "Đã đăng", en: "Published" }
    tab_withdrawn() { vi: "Đã gỡ", en: "Withdrawn" }
    none_work() { vi: "Không có bài nào đang làm", en: "Nothing is in work" }
    none_work_text() { vi: "Bản nháp, bản chờ duyệt và bản bị trả lại hiện ở đây.", en: "Drafts, revisions that wait for review and those sent back are here." }
    none_published() { vi: "Chưa đăng bài nào", en: "Nothing is published yet" }
    none_published_text() { vi: "Bài đã được người khác duyệt và đăng hiện ở đây.", en: "Articles that were reviewed and published are here." }
    none_withdrawn() { vi: "Chưa gỡ bài nào", en: "Nothing was withdrawn" }
    none_withdrawn_text() { vi: "Bài đã gỡ, kèm lý do, hiện ở đây.", en: "Withdrawn articles, with the reason, are here." }
    no_title() { vi: "Bài không còn tên", en: "Article without a title" }

    draft() { vi: "Bản nháp", en: "Draft" }
    submitted() { vi: "Chờ duyệt", en: "Waits for review" }
    returned() { vi: "Bị trả lại", en: "Sent back" }
    replaced() { vi: "Đã có bản khác thay", en: "Replaced" }
    published() { vi: "Đang đăng", en: "Published" }
    superseded() { vi: "Đã đăng, sau đó sửa", en: "Published, corrected since" }
    withdrawn() { vi: "Đã gỡ", en: "Withdrawn" }

    article(no: u32) { vi: "Bài số {no}", en: "Article {no}" }
    revision(n: u32) { vi: "Bản {n}", en: "Revision {n}" }
    saved(day: Date, who: &str) { vi: "lưu ngày {day}, người lưu: {who}", en: "saved on {day} by: {who}" }
    saved_on(day: Date) { vi: "lưu ngày {day}", en: "saved on {day}" }
    yourself(role: &str) { vi: "chính ông/bà ({role})", en: "you ({role})" }
    public_page() { vi: "Xem bài trên trang công khai", en: "See the public page" }
    returned_because() { vi: "Người duyệt trả lại, với lý do:", en: "Sent back by the reviewer, because:" }
    withdrawn_because() { vi: "Bài đã gỡ, với lý do:", en: "The article was withdrawn, because:" }

    next() { vi: "Việc tiếp theo", en: "What comes next" }
    edit() { vi: "Sửa bản này", en: "Edit this revision" }
    correct() { vi: "Sửa bài đã đăng", en: "Correct the published article" }
    write_again() { vi: "Soạn bản khác để đăng lại", en: "Write another revision to publish again" }
    submit_title() { vi: "Gửi duyệt", en: "Send for review" }
    submit_text() { vi: "Người khác có quyền đăng bài sẽ đọc, rồi đăng hoặc trả lại kèm lý do.", en: "Someone else who may publish reads it, and publishes it or sends it back with a reason." }
    submit() { vi: "Gửi duyệt bản này", en: "Send this revision for review" }
    publish_title() { vi: "Đăng", en: "Publish" }
    publish_text() { vi: "Bài hiện ngay trên trang Tin tức.", en: "The article appears on the news pages at once." }
    publish() { vi: "Đăng bản này", en: "Publish this revision" }
    note() { vi: "Sửa gì, vì sao", en: "What the correction changes, and why" }
    note_hint() { vi: "Mọi người đọc được dòng này dưới bài, kèm ngày và bản trước.", en: "Everyone reads this under the article, with the day and the revision before." }
    note_what() { vi: "ghi chú sửa", en: "the note on the correction" }
    return_title() { vi: "Trả lại", en: "Send back" }
    reason() { vi: "Lý do trả lại", en: "Why it is sent back" }
    reason_hint() { vi: "Người viết đọc được: nêu chỗ cần sửa.", en: "The editors read this: say what needs work." }
    reason_what() { vi: "lý do trả lại", en: "why it is sent back" }
    send_back() { vi: "Trả lại người viết", en: "Send back to the editors" }
    why_own() { vi: "Ông/bà đã lưu bản này, nên người khác duyệt.", en: "You saved this revision, so somebody else reviews it." }
    why_not_reviewer() { vi: "Duyệt và đăng là việc của người đăng bài. Người quản trị giao vai trò này.", en: "Reviewing and publishing is for publishers. The administrator gives that role." }
    why_returned() { vi: "Bản bị trả lại không gửi lại được. Sửa, lưu thành bản mới, rồi gửi duyệt.", en: "A revision that was sent back is not sent again. Edit it, save a new one and send that." }
    why_not_withdraw() { vi: "Gỡ bài là việc của người đăng bài.", en: "Withdrawing is for publishers." }
    withdraw() { vi: "Gỡ bài", en: "Withdraw" }
    as_shown() { vi: "Bài sẽ hiện như sau", en: "As it will appear" }
    as_it_stands() { vi: "Bài như đang lưu", en: "The article as it is saved" }
    against_public() { vi: "Khác gì với bài đang đăng", en: "How it differs from what is published" }
    revisions() { vi: "Các bản", en: "Revisions" }
    read_revision(n: u32) { vi: "Đọc bản {n}", en: "Read revision {n}" }
    back() { vi: "Về bài", en: "Back to the article" }
    words_gone() { vi: "Chữ của bản này đã xóa theo luật hoặc chưa đọc được từ kho.", en: "The words of this revision were erased by law, or cannot be read from the store." }

    edit_title() { vi: "Sửa bài", en: "Edit the article" }
    new_lead() { vi: "Lưu thành bản nháp; chưa ai ngoài ban biên tập đọc được.", en: "Saved as a draft; nobody outside the newsroom can read it." }
    edit_lead() { vi: "Mỗi lần lưu là một bản mới; bản trước vẫn giữ. Bài đang đăng chưa đổi cho tới khi có người duyệt.", en: "Each save is a new revision; the ones before are kept. What is published does not change until someone reviews it." }
    field_title() { vi: "Tên bài", en: "Title" }
    what_title() { vi: "tên bài", en: "the title" }
    field_date() { vi: "Ngày ghi trên bài", en: "Day the article bears" }
    what_date() { vi: "ngày ghi trên bài", en: "day of the article" }
    field_body() { vi: "Nội dung", en: "Text" }
    body_hint() { vi: "Dòng trống ngăn các đoạn. Các dòng bắt đầu bằng 1. 2. 3. thành danh sách có số. Chữ hiện đúng như gõ.", en: "An empty line parts paragraphs. Lines that begin 1. 2. 3. become a numbered list. Words appear exactly as typed." }
    what_body() { vi: "nội dung", en: "the text" }
    field_author() { vi: "Tác giả", en: "Author" }
    what_author() { vi: "tên tác giả", en: "the author's name" }
    field_department() { vi: "Bộ phận", en: "Department" }
    what_department() { vi: "tên bộ phận", en: "the department's name" }
    save() { vi: "Lưu bản nháp", en: "Save as a draft" }
    preview() { vi: "Xem trước", en: "Preview" }
    preview_note() { vi: "Đây là bản xem trước. Chưa lưu gì; bấm lưu ở dưới.", en: "This is a preview. Nothing is saved yet; save it below." }
    changed_title(n: u32) { vi: "Bản {n} do người khác vừa lưu", en: "Revision {n}, which somebody else has just saved" }
    changed_text() { vi: "Chữ ông/bà gõ còn nguyên trong phiếu. Gộp hai bản, rồi lưu lại.", en: "What you typed is kept in the form. Bring the two together and save again." }
    changed_lines() { vi: "Bản vừa lưu khác chữ đang gõ ở đâu", en: "Where it differs from what you typed" }

    withdraw_title() { vi: "Gỡ bài", en: "Withdraw the article" }
    withdraw_lead() { vi: "Chữ của bài rời mọi trang. Địa chỉ, tên bài, ngày và lý do ở lại, ai cũng đọc được.", en: "Its words leave every page. Its address, title, day and the reason stay, for everyone to read." }
    withdraw_reason() { vi: "Lý do gỡ", en: "Why it is withdrawn" }
    withdraw_hint() { vi: "Mọi người đọc được lý do này.", en: "Everyone reads this reason." }
    withdraw_what() { vi: "lý do gỡ", en: "why it is withdrawn" }
    withdraw_do() { vi: "Gỡ bài này", en: "Withdraw this article" }
    withdraw_none() { vi: "Bài này không đang đăng, nên không có gì để gỡ.", en: "This article is not published, so there is nothing to withdraw." }

    did_save() { vi: "Đã lưu bản nháp.", en: "The draft is saved." }
    did_submit() { vi: "Đã gửi duyệt.", en: "Sent for review." }
    did_publish() { vi: "Đã đăng.", en: "Published." }
    did_return() { vi: "Đã trả lại, kèm lý do.", en: "Sent back, with the reason." }
    did_withdraw() { vi: "Đã gỡ bài. Lý do đứng ở địa chỉ của bài.", en: "The article is withdrawn. The reason stands at its address." }
}
