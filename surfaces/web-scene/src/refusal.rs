//! Why something was not recorded, in one sentence that says what to do. A refusal without its sentence does not compile;
//! a screen that knows better says it in its own words.

mod of_forum;

use crate::names::in_sentence;
use base::text::TextProblem;
use base::time::DateProblem;
use web_kit::{Lang, words};
use world::{Refusal, ending, erasure, flag};

words! {
    /// What forms say when they come back.
    pub struct FormWords;

    empty(what: &str, min: usize) { vi: "Viết {what}, ít nhất {min} chữ cái", en: "Write {what}, at least {min} letters" }
    short(what: &str, min: usize, have: usize) { vi: "Viết {what} dài hơn, ít nhất {min} chữ cái; mới có {have}", en: "Make {what} longer, at least {min} letters; it has {have}" }
    long(what: &str, max: usize, have: usize) { vi: "Rút ngắn {what} còn tối đa {max} chữ cái; đang có {have}", en: "Shorten {what} to at most {max} characters; it has {have}" }
    control(what: &str, position: usize, code: &str) { vi: "Bỏ ký tự thứ {position} ({code}) trong {what}: trang không hiện được ký tự này", en: "Remove character {position} ({code}) from {what}: it cannot be shown on a page" }
    lines(what: &str) { vi: "Viết {what} trên một dòng", en: "Write {what} on one line" }
    date_empty(what: &str) { vi: "Gõ {what}, ví dụ 26/06/2020", en: "Type the {what}, for example 26/06/2020" }
    date_shape(what: &str) { vi: "Gõ {what} theo ngày/tháng/năm, ví dụ 26/06/2020", en: "Type the {what} as day/month/year, for example 26/06/2020" }
    date_none(what: &str) { vi: "Sửa {what}: lịch không có ngày này", en: "Correct the {what}: the calendar has no such day" }
    choose(label: &str) { vi: "{label}: chọn một.", en: "{label}: choose one." }
    other_body() {
        vi: "Phiếu này đã gửi trước đó với nội dung khác, và nội dung ấy đã được ghi. Chữ vừa gõ còn ở dưới; bấm gửi để ghi thành việc mới.",
        en: "This form was sent before with other content, and that is on record. What you typed is kept below; send it to record it anew."
    }
    busy() {
        vi: "Máy chủ đang bận, chưa chắc đã ghi. Chữ vừa gõ còn nguyên: bấm gửi lại; gửi hai lần cũng chỉ ghi một.",
        en: "The server is busy and it is not certain that anything was recorded. What you typed is kept: send again; sending twice records it once."
    }
    not_recorded() {
        vi: "Máy chủ lúc này không ghi thêm được, và chưa ghi gì. Chữ vừa gõ còn nguyên: bấm gửi lại sau ít phút.",
        en: "The server cannot record anything just now, and nothing was recorded. What you typed is kept: send it again in a few minutes."
    }
    slower(seconds: u64) {
        vi: "Nơi này gửi nhiều lần liền nhau. Chưa ghi gì; chữ vừa gõ còn nguyên. Gửi lại sau {seconds} giây.",
        en_one: "Much came from this place at once. Nothing was recorded and your words are kept. Send again in one second.",
        en: "Much came from this place at once. Nothing was recorded and your words are kept. Send again in {seconds} seconds."
    }
}

words! {
    /// Sentences for refusals.
    pub struct RefusalWords;

    not_allowed() {
        vi: "Vai trò hiện có không làm được việc này. Nhờ người quản trị giao thêm vai trò.",
        en: "Your roles do not allow this. Ask the administrator for the role."
    }

    no_organisation() { vi: "Không có cơ quan này: chọn lại trong danh sách.", en: "There is no such organisation: choose again." }
    no_person() { vi: "Không có người này trong danh sách.", en: "There is no such person." }
    has_role() { vi: "Người này đã có vai trò đó ở phạm vi đó: chọn vai trò hoặc phạm vi khác.", en: "The person already has this role there: choose another role or scope." }
    has_not_role() { vi: "Người này không còn vai trò đó. Tải lại trang để xem vai trò hiện có.", en: "The person no longer has this role. Reload the page to see the present roles." }
    force_never_moderates() {
        vi: "Người của lực lượng bảo vệ không chủ trì, không làm thư ký, không đọc duyệt, không xét khiếu nại và không kiểm tra sổ ở diễn đàn về chính lực lượng mình. Giao việc này cho người của cơ quan khác.",
        en: "Someone of the guard force never chairs a forum about it, nor is its secretary, reads opinions before publication, decides appeals or audits the ledger. Give this to someone of another organisation."
    }
    people_changed() {
        vi: "Có người vừa sửa chỗ này. Tải lại trang để xem bản mới; chữ vừa gõ vẫn còn ở đây.",
        en: "Someone else has just changed this. Open the page again to see the new version; what you typed is still here."
    }
    invitation_replaced() { vi: "Đã có đường dẫn mới hơn, nên đường dẫn này không dùng được nữa.", en: "A newer link was made, so this one does not work any more." }
    already_there() { vi: "Người này đã thuộc cơ quan ấy. Chọn cơ quan khác.", en: "The person belongs there already. Choose another organisation." }
    roles_depend() {
        vi: "Người này còn vai trò gắn với cơ quan đang thuộc (chỉ huy, chiến sĩ, đại biểu, đại diện mục tiêu, người xác nhận, người đọc ý kiến). Bỏ các vai trò ấy trước, rồi chuyển.",
        en: "The person has roles tied to their organisation (commander, guard, delegate, site representative, verifier, moderator). Take these away first, then move them."
    }
    office_only() {
        vi: "Vai trò này chỉ giao cho cả văn phòng, không giao riêng cho một diễn đàn. Chọn phạm vi cả văn phòng.",
        en: "This role holds in the whole office only, not in one forum. Choose the whole office."
    }
    organisation_needed() {
        vi: "Vai trò này làm việc thay mặt một cơ quan, mà người này chưa thuộc cơ quan nào. Thêm người này lần nữa với cơ quan của mình, rồi giao vai trò.",
        en: "Whoever has this role acts for an organisation, and this person belongs to none. Add the person again with their organisation, then give the role."
    }
    last_administrator() {
        vi: "Đây là người quản trị cuối cùng: bỏ vai trò này thì không ai mở được đường vào nữa. Giao vai trò quản trị cho người khác trước.",
        en: "This is the last administrator: without the role nobody could let anyone in. Make someone else administrator first."
    }
    administrator_exists() { vi: "Văn phòng đã có người quản trị: xin người đó một đường dẫn.", en: "The office has an administrator: ask them for a link." }
    no_invitation() { vi: "Không có đường dẫn này.", en: "There is no such link." }
    invitation_used() { vi: "Đường dẫn này đã dùng: xin người quản trị một đường dẫn mới.", en: "This link was used: ask the administrator for a new one." }
    invitation_expired() { vi: "Đường dẫn này đã hết hạn: xin người quản trị một đường dẫn mới.", en: "This link has expired: ask the administrator for a new one." }
    retention_bounds() { vi: "Thời gian giữ từ 30 đến 3660 ngày.", en: "Words are kept for 30 to 3660 days." }
    list_full() { vi: "Danh sách đã đủ số tối đa, không thêm được nữa.", en: "The list is full; nothing more can be added." }

    articles_full() { vi: "Đã đủ số bài viết tối đa, không đăng thêm được nữa.", en: "There are as many articles as there may be; no more can be published." }
    no_article() { vi: "Không có bài hoặc bản này: chọn lại trong danh sách.", en: "There is no such article or revision: choose again from the list." }
    revisions_full() { vi: "Bài này đã đủ số bản tối đa.", en: "This article has as many revisions as it may have." }
    article_changed() { vi: "Có người vừa lưu một bản khác. Xem bản ấy, rồi lưu lại; chữ vừa gõ vẫn còn ở đây.", en: "Someone has just saved another revision. Look at it, then save again; what you typed is still here." }
    not_a_draft() { vi: "Bản này không còn là bản nháp. Mở bản mới nhất của bài.", en: "This revision is no longer a draft. Open the article's latest one." }
    not_submitted() { vi: "Bản này chưa gửi duyệt, hoặc đã có người duyệt.", en: "This revision does not wait for review, or someone has reviewed it." }
    own_revision() { vi: "Người lưu một bản không tự duyệt bản ấy. Nhờ người khác duyệt.", en: "Whoever saved a revision does not review it. Ask someone else." }
    reason_needed() { vi: "Ghi lý do.", en: "Say why." }
    note_needed() { vi: "Bài đã đăng: ghi rõ sửa gì, để mọi người cùng biết.", en: "The article is published: say what the correction changes, so that everyone knows." }
    nothing_to_correct() { vi: "Bài chưa đăng lần nào, nên không có ghi chú sửa.", en: "The article was never published, so there is nothing a note could correct." }
    article_not_published() { vi: "Bài này chưa đăng.", en: "This article is not published." }
    article_withdrawn() { vi: "Bài này đã gỡ rồi.", en: "This article was withdrawn already." }
    visits_recorded() { vi: "Số của bộ đếm cũ đã ghi rồi. Sổ không ghi lại lần nữa.", en: "The old counter's figures are on record already. The record is not rewritten." }
    figure_too_large() { vi: "Số này lớn quá mức ghi được. Xem lại số đã gõ.", en: "This figure is larger than can be recorded. Look at it again." }

    erase_targets(max: usize) { vi: "Nêu ít nhất một chỗ cần xóa, nhiều nhất {max} chỗ một lần.", en: "Name at least one place to erase, {max} at most at once." }
    erase_nothing(entry: &str, field: &str) {
        vi: "Dòng {entry} không có trường {field}, hoặc chữ ở đó đã xóa rồi. Xem lại số dòng trong sổ cái.",
        en: "Entry {entry} has no field {field}, or its words are erased already. Look up the entry's number in the ledger."
    }
    erase_decision() { vi: "Ghi số và ngày của quyết định hoặc đơn đề nghị.", en: "Give number and date of the decision or request." }
    erase_no_order() { vi: "Không có lệnh xóa này, hoặc đã xong.", en: "There is no such order, or it is done." }
    erase_accountable() {
        vi: "Ai đã làm việc gì, và quyết định của một lệnh xóa, được giữ để kiểm tra về sau: không xóa được.",
        en: "Who did what, and the decision behind an order, are kept for audits: they cannot be erased."
    }
    flag_nothing() { vi: "Chữ này không còn đăng, nên không cần báo.", en: "This text is not published any more, so there is nothing to report." }
    flag_too_many() { vi: "Đang có quá nhiều tin báo chưa xem hết. Gửi lại sau ít giờ.", en: "Too many reports are waiting to be looked at. Send yours again in a few hours." }
    flag_settled() { vi: "Tin báo này đã có người xem và trả lời rồi.", en: "Someone has looked at this report already." }
    ending_nothing() { vi: "Sổ chưa ghi dòng nào: cứ mở sổ mới.", en: "Nothing was recorded yet: simply begin a new ledger." }
    ending_signed() { vi: "Lý do khép sổ không khớp với điều sổ cũ đã ký.", en: "The reason does not fit what the log that ends had signed." }
    ledger_opened() { vi: "Sổ đã có dòng đầu, nên không mở lại được.", en: "The ledger has its first line, so it cannot be opened again." }
}

/// What is wrong with typed words. `what` names the field (a label will do), `min` the fewest letters it needs.
pub fn text_problem(problem: TextProblem, what: &str, min: usize, lang: Lang) -> String {
    let (w, what) = (FormWords(lang), in_sentence(what));
    match problem {
        TextProblem::Empty => w.empty(&what, min),
        TextProblem::TooShort { min, have } => w.short(&what, min, have),
        TextProblem::TooLong { max, have } => w.long(&what, max, have),
        TextProblem::Control { position, codepoint } => w.control(&what, position, &format!("U+{codepoint:04X}")),
        TextProblem::LinesNotAllowed => w.lines(&what),
    }
}

/// What is wrong with a typed day. `what` names the field (a label will do).
pub fn date_problem(problem: DateProblem, what: &str, lang: Lang) -> String {
    let (w, what) = (FormWords(lang), in_sentence(what));
    match problem {
        DateProblem::Empty => w.date_empty(&what),
        DateProblem::WrongShape => w.date_shape(&what),
        DateProblem::NoSuchDay { .. } => w.date_none(&what),
    }
}

/// Why a command was refused.
pub fn refusal(why: &Refusal, lang: Lang) -> String {
    let w = RefusalWords(lang);
    match why {
        Refusal::NotAllowed(_) => w.not_allowed().to_owned(),
        Refusal::People(why) => of_people(why, w).to_owned(),
        Refusal::Forum(why) => of_forum::sentence(why, lang),
        Refusal::Portal(why) => match why {
            portal::Refusal::TooMany => w.articles_full().to_owned(),
            portal::Refusal::LegacyVisitsRecorded => w.visits_recorded().to_owned(),
            portal::Refusal::FigureTooLarge => w.figure_too_large().to_owned(),
            portal::Refusal::NoSuchArticle | portal::Refusal::NoSuchRevision => w.no_article().to_owned(),
            portal::Refusal::TooManyRevisions => w.revisions_full().to_owned(),
            portal::Refusal::ChangedMeanwhile(_) => w.article_changed().to_owned(),
            portal::Refusal::NotADraft => w.not_a_draft().to_owned(),
            portal::Refusal::NotSubmitted => w.not_submitted().to_owned(),
            portal::Refusal::OwnRevision => w.own_revision().to_owned(),
            portal::Refusal::ReasonNeeded => w.reason_needed().to_owned(),
            portal::Refusal::NoteNeeded => w.note_needed().to_owned(),
            portal::Refusal::NothingToCorrect => w.nothing_to_correct().to_owned(),
            portal::Refusal::NotPublished => w.article_not_published().to_owned(),
            portal::Refusal::AlreadyWithdrawn => w.article_withdrawn().to_owned(),
        },
        Refusal::Erasure(why) => match why {
            erasure::Refusal::Targets => w.erase_targets(erasure::TARGETS_MAX),
            erasure::Refusal::NothingThere(at) => w.erase_nothing(&at.seq.to_string(), at.field.as_str()),
            erasure::Refusal::DecisionMissing => w.erase_decision().to_owned(),
            erasure::Refusal::NoSuchOrder => w.erase_no_order().to_owned(),
            erasure::Refusal::Accountable(_) => w.erase_accountable().to_owned(),
            erasure::Refusal::LedgerOpened => w.ledger_opened().to_owned(),
        },
        Refusal::Ending(why) => match why {
            ending::Refusal::NothingRecorded => w.ending_nothing(),
            ending::Refusal::Signed => w.ending_signed(),
        }
        .to_owned(),
        Refusal::Flag(why) => match why {
            flag::Refusal::NothingThere => w.flag_nothing(),
            flag::Refusal::TooMany => w.flag_too_many(),
            flag::Refusal::NoSuchFlag => w.flag_settled(),
        }
        .to_owned(),
    }
}

const fn of_people(why: &people::Refusal, w: RefusalWords) -> &'static str {
    match why {
        people::Refusal::NoSuchOrganisation => w.no_organisation(),
        people::Refusal::NoSuchPerson => w.no_person(),
        people::Refusal::AlreadyHasRole => w.has_role(),
        people::Refusal::HasNotRole => w.has_not_role(),
        people::Refusal::ForceNeverModerates => w.force_never_moderates(),
        people::Refusal::AlreadyThere => w.already_there(),
        people::Refusal::ChangedMeanwhile => w.people_changed(),
        people::Refusal::InvitationReplaced => w.invitation_replaced(),
        people::Refusal::RolesDependOnOrganisation => w.roles_depend(),
        people::Refusal::OfficeOnly => w.office_only(),
        people::Refusal::OrganisationNeeded => w.organisation_needed(),
        people::Refusal::LastAdministrator => w.last_administrator(),
        people::Refusal::AdministratorExists => w.administrator_exists(),
        people::Refusal::NoSuchInvitation => w.no_invitation(),
        people::Refusal::InvitationUsed => w.invitation_used(),
        people::Refusal::InvitationExpired => w.invitation_expired(),
        people::Refusal::TooMany => w.list_full(),
        people::Refusal::RetentionOutOfBounds => w.retention_bounds(),
    }
}
