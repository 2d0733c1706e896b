//! The words of the page that helps.

use web_kit::words;

words! {
    /// How the site is used.
    pub struct HelpWords;

    title() { vi: "Hướng dẫn sử dụng", en: "How to use this site" }
    lead() { vi: "Không cần tài khoản để đọc, viết ý kiến, bày tỏ hay kiểm tra. Trang này in được.", en: "You need no account to read, to write, to answer or to check. This page can be printed." }
    print() { vi: "In hướng dẫn", en: "Print this page" }

    write() { vi: "Viết ý kiến", en: "Write an opinion" }
    write_open() { vi: "Mở diễn đàn đang nhận ý kiến, bấm “Viết ý kiến”.", en: "Open a forum that takes opinions and choose “Write an opinion”." }
    write_words(min: usize, max: usize, reasons: usize) {
        vi: "Viết một ý, từ {min} chữ cái trở lên, tối đa {max} ký tự. Lý do thì tối đa {reasons} ký tự, có thể bỏ trống.",
        en: "Write one thing, from {min} letters up to {max} characters. Reasons may have {reasons} characters, or be left out."
    }
    write_sign() { vi: "Chọn không ký tên, chỉ ghi vai trò, hoặc ký họ tên. Không ký tên là lựa chọn sẵn.", en: "Choose not to sign, to give a role only, or to sign. Not signing is the default." }
    write_receipt() { vi: "Gửi xong, giữ biên nhận: mã bắt đầu bằng LN-, in ra hoặc chép lại. Mất mã thì không ai tìm lại giúp được.", en: "Keep the receipt you are given: a code that begins LN-. Print it or copy it. Nobody can find a lost code for you." }
    write_read() { vi: "Người đọc ý kiến đọc trước khi đăng. Không đăng thì có lý do, theo danh sách đã công bố; người viết khiếu nại được từ trang biên nhận.", en: "Moderators read before publication. What is not published has a reason from a published list, and you can appeal from your receipt." }
    forums() { vi: "Xem các diễn đàn", en: "See the forums" }
    promise() { vi: "Cam kết với người lên tiếng", en: "What we promise to those who speak" }

    vote() { vi: "Bày tỏ đồng ý hay không", en: "Say whether you agree" }
    vote_open() { vi: "Mở diễn đàn đang nhận ý kiến, bấm “Bày tỏ”. Có phiếu mời thì quét mã trên phiếu.", en: "Open a forum that takes opinions and choose to have your say. If you have a slip, scan its code." }
    vote_answer() { vi: "Mỗi lần một câu: đồng ý, không đồng ý, hoặc chưa rõ.", en: "One statement at a time: agree, disagree, or not sure." }
    vote_change() { vi: "Đổi được câu đã trả lời cho đến khi diễn đàn đóng, trên cùng máy này.", en: "An answer can be changed until the forum closes, on the same device." }
    vote_counts() { vi: "Khi đang nhận, thẻ chỉ đếm phiếu mời, theo bước 5 người và từ 10 phiếu trở lên. Đóng rồi mới có số đầy đủ, ai cũng tính lại được.", en: "While votes are open, cards count slips alone, in steps of 5 and from 10 slips on. The full figures come after closing, and anyone can compute them again." }

    receipt() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    receipt_code() { vi: "Mở Kiểm chứng, gõ mã LN-… hoặc quét mã vuông trên biên nhận. Gõ thiếu gạch, chữ thường cũng được.", en: "Open Verify and type the code LN-… or scan the square on the receipt. Missing dashes and small letters are fine." }
    receipt_open() { vi: "Trang biên nhận cho biết ý kiến đang ở đâu: chờ đọc, đã đăng, được trả lời, thành việc nào.", en: "The receipt’s page says where your opinion is: waiting, published, answered, which task it led to." }
    receipt_answers() { vi: "Dán cả lời đã viết để biết có ai sửa chữ nào không.", en: "Paste the words you wrote to see whether anyone changed a letter." }
    receipt_more() { vi: "Người rành máy tính tải tệp chứng minh và tự kiểm tra bằng chương trình khác.", en: "Those who know computers can get the proof and check it with another program." }
    verify() { vi: "Kiểm tra biên nhận", en: "Check a receipt" }
    ledger() { vi: "Xem sổ", en: "See the ledger" }

    follow() { vi: "Theo dõi một chỉ đạo", en: "Follow a directive" }
    follow_open() { vi: "Ở trang diễn đàn đã kết luận, bấm “Kết luận”: mỗi chỉ đạo có các việc, đơn vị chủ trì, hạn, bằng chứng.", en: "On the page of a forum that has concluded, open the conclusion: each directive has tasks, an owner, a day, evidence." }
    follow_states() { vi: "“Đã xong” chỉ hiện khi có bằng chứng và cơ quan khác xác nhận. Quá hạn tính từ ngày sau ngày hạn.", en: "“Done” shows only with evidence, confirmed by another organisation. Late is counted from the day after the due day." }
    follow_contest() { vi: "Thấy không đúng thực tế thì bấm “Phản đối” ở trang của việc, nêu điều đã thấy.", en: "If it is not so, contest it on the task’s page and say what you saw." }
    follow_feed() { vi: "Mỗi diễn đàn, mỗi chỉ đạo có nguồn tin Atom để nhận tin mới.", en: "Each forum and each directive has an Atom feed." }

    report() { vi: "Báo một nội dung trái luật", en: "Report something unlawful" }
    report_text() { vi: "Dưới mỗi ý kiến đã đăng có đường “Báo”. Không cần xưng tên; có người xem và trả lời.", en: "Each published opinion has a way to report it. You need not say who you are; someone looks and answers." }
    report_article() { vi: "Bài viết cũng vậy: bấm “Báo bài này”.", en: "The same for articles: choose “Report this article”." }

    reading() { vi: "Đọc cho dễ", en: "Reading with ease" }
    reading_keys() { vi: "Dùng được bằng bàn phím: phím Tab đi tới, Enter chọn. Tab đầu tiên là đường tắt đến nội dung.", en: "Everything works by keyboard: Tab moves on, Enter chooses. The first Tab leads to the content." }
    reading_theme() { vi: "Phóng chữ bằng trình duyệt. Đổi nền sáng hay tối ở trang Tiếp cận.", en: "Enlarge text in your browser. Light or dark is chosen on the accessibility page." }
    reading_print() { vi: "Bài viết, báo cáo, kết luận, biên nhận đều in được trên giấy A4.", en: "Articles, reports, conclusions and receipts print on A4." }
    accessibility() { vi: "Tiếp cận cho mọi người", en: "Accessibility" }
    privacy() { vi: "Quyền riêng tư", en: "Privacy" }

    roles() { vi: "Cho người của văn phòng", en: "For those who work here" }
    roles_in() { vi: "Vào bằng đường dẫn được phát; không có mật khẩu. Một đường dẫn dùng một lần.", en: "You come in by a link you are given; there are no passwords. A link works once." }
    roles_link() { vi: "“Việc của tôi” liệt kê việc đang chờ, việc gấp ở trên.", en: "“My work” lists what waits for you, the most urgent first." }
    who_may() { vi: "Ai được làm gì", en: "Who may do what" }
    sign_in() { vi: "Cách vào", en: "How to come in" }
    editor() { vi: "Viết bài ở “Bài viết”, xem trước, gửi duyệt; sửa khi bị trả lại.", en: "Writes articles under “Articles”, previews them, sends them for review, mends what is sent back." }
    publisher() { vi: "Duyệt bài người khác viết: đăng, hoặc trả lại kèm lý do; sửa bài đã đăng thì ghi sửa gì; gỡ bài kèm lý do.", en: "Reviews what others wrote: publishes it, or sends it back with a reason; a correction says what changed; a withdrawal says why." }
    secretary() { vi: "Công bố và mở diễn đàn, chuẩn bị chương trình, tài liệu, phiếu mời; soạn nhận định, kết luận, chỉ đạo.", en: "Announces and opens forums, prepares agenda, documents and slips; drafts findings, conclusion and directives." }
    chair() { vi: "Điều hành, kết luận, ban hành chỉ đạo, quyết định lùi hạn.", en: "Chairs, concludes, puts directives in force, decides on more time." }
    moderator() { vi: "Đọc ý kiến theo thứ tự đến: cho đăng, hoặc không đăng với một lý do trong danh sách.", en: "Reads opinions in the order they came: clears them, or refuses with a reason from the list." }
    delegate() { vi: "Trả lời ý kiến, báo tiến độ và bằng chứng của việc cơ quan mình chủ trì.", en: "Answers opinions; reports progress and evidence on the tasks of their organisation." }
    clerk() { vi: "Ghi lượt phát biểu tại hội trường; người nói xác nhận bản tóm tắt.", en: "Records turns in the hall; the speaker confirms the summary." }
    verifier() { vi: "Xem bằng chứng, xác nhận đã xong hay chưa. Không xác nhận việc của chính mình.", en: "Looks at evidence and confirms what is done. Never one’s own tasks." }
    appeal_body() { vi: "Xét khiếu nại về việc không đăng; không phải người đã đọc ý kiến đó.", en: "Decides on appeals; never whoever read that opinion." }
    superior() { vi: "Thấy việc quá hạn được báo lên, trả lời phản đối.", en: "Sees what is late and escalated; answers contests." }
    commander() { vi: "Viết báo cáo của lực lượng, trả lời ý kiến, làm các việc được giao.", en: "Writes the report of the force, answers opinions, carries out what is directed." }
    site_representative() { vi: "Làm các việc giao cho cơ quan có mục tiêu, nêu tiến độ và bằng chứng.", en: "Carries out tasks of a host agency; reports progress and evidence." }
    auditor() { vi: "Xem dòng riêng của sổ và bằng chứng của chúng.", en: "Sees private entries of the ledger and their proofs." }
    administrator() { vi: "Thêm cơ quan, người, vai trò, phát đường dẫn vào; xóa theo luật.", en: "Adds organisations, people, roles; gives links; orders erasure by law." }
}
