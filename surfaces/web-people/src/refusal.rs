//! Why something was not recorded, in one sentence that says what to do.

use base::text::TextProblem;
use web_kit::{Lang, words};
use world::{Refusal, erasure};

words! {
    /// What forms of administration say when they come back.
    pub struct FormWords;

    empty() { vi: "còn trống, viết vào ô này.", en: "empty, write something here." }
    too_short(min: u32) { vi: "viết ít nhất {min} chữ cái.", en: "write at least {min} characters." }
    too_long(max: u32, have: u32) {
        vi: "rút còn nhiều nhất {max} chữ cái; hiện có {have}.",
        en: "shorten it to {max} characters at most; there are {have}."
    }
    unshowable(place: &str, code: &str) {
        vi: "ký tự thứ {place} (mã {code}) không hiện ra được: xóa ký tự đó rồi gửi lại.",
        en: "character {place} (code {code}) cannot be shown: delete it and send again."
    }
    one_line() { vi: "viết trên một dòng.", en: "write it on one line." }
    choose(label: &str) { vi: "{label}: chọn một.", en: "{label}: choose one." }
    problem(label: &str, what: &str) { vi: "{label}: {what}", en: "{label}: {what}" }
    other_body() {
        vi: "Phiếu này đã gửi trước đó với nội dung khác. Xem lại chữ dưới đây rồi gửi thêm lần nữa.",
        en: "This form was sent before with other words. Look at them below and send once more."
    }
    busy() {
        vi: "Máy chủ đang bận. Chữ vừa gõ còn nguyên ở dưới; bấm gửi lại, gửi hai lần cũng chỉ ghi một.",
        en: "The server is busy. What you typed is kept below; send again, sending twice records it once."
    }

    not_allowed() {
        vi: "Vai trò hiện có không làm được việc này. Nhờ người quản trị giao thêm vai trò.",
        en: "Your roles do not allow this. Ask the administrator for the role."
    }
    no_organisation() { vi: "Không có cơ quan này: chọn lại trong danh sách.", en: "There is no such organisation: choose again." }
    no_person() { vi: "Không có người này trong danh sách.", en: "There is no such person." }
    has_role() { vi: "Người này đã có vai trò đó ở phạm vi đó: chọn vai trò hoặc phạm vi khác.", en: "The person already has this role there: choose another role or scope." }
    has_not_role() { vi: "Người này không còn vai trò đó. Tải lại trang để xem vai trò hiện có.", en: "The person no longer has this role. Reload the page to see the present roles." }
    force_never_moderates() {
        vi: "Người của lực lượng bảo vệ không đọc duyệt ý kiến góp cho chính lực lượng mình. Giao việc này cho người của cơ quan khác.",
        en: "Someone of the guard force never reads opinions about it before publication. Give this to someone of another organisation."
    }
    last_administrator() {
        vi: "Đây là người quản trị cuối cùng: bỏ vai trò này thì không ai mở được đường vào nữa. Giao vai trò quản trị cho người khác trước.",
        en: "This is the last administrator: without the role nobody could let anyone in. Make someone else administrator first."
    }
    administrator_exists() { vi: "Văn phòng đã có người quản trị: xin người đó một đường dẫn.", en: "The office has an administrator: ask them for a link." }
    no_invitation() { vi: "Không có đường dẫn này.", en: "There is no such link." }
    invitation_used() { vi: "Đường dẫn này đã dùng: xin người quản trị một đường dẫn mới.", en: "This link was used: ask the administrator for a new one." }
    invitation_expired() { vi: "Đường dẫn này đã hết hạn: xin người quản trị một đường dẫn mới.", en: "This link has expired: ask the administrator for a new one." }
    too_many() { vi: "Danh sách đã đủ số tối đa, không thêm được nữa.", en: "The list is full; nothing more can be added." }
    no_forum() { vi: "Không có diễn đàn này: chọn lại phạm vi.", en: "There is no such forum: choose the scope again." }
    not_here() { vi: "Việc này không làm được lúc này. Tải lại trang để xem tình trạng hiện nay.", en: "This cannot be done now. Reload the page to see how things stand." }

    erase_targets(max: u32) { vi: "Nêu ít nhất một chỗ cần xóa, nhiều nhất {max} chỗ một lần.", en: "Name at least one place to erase, {max} at most at once." }
    erase_nothing(entry: &str, field: &str) {
        vi: "Dòng {entry} không có trường {field}, hoặc chữ ở đó đã xóa rồi. Xem lại số dòng trong sổ cái.",
        en: "Entry {entry} has no field {field}, or its words are erased already. Look up the entry's number in the ledger."
    }
    erase_decision() { vi: "Ghi số và ngày của quyết định hoặc đơn đề nghị.", en: "Give number and date of the decision or request." }
    erase_no_order() { vi: "Không có lệnh xóa này, hoặc đã xong.", en: "There is no such order, or it is done." }
}

/// What is wrong with the text typed under a label.
pub(crate) fn text_problem(label: &str, problem: TextProblem, lang: Lang) -> String {
    let w = FormWords(lang);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let what = match problem {
        TextProblem::Empty => w.empty().to_owned(),
        TextProblem::TooShort { min, .. } => w.too_short(count(min)),
        TextProblem::TooLong { max, have } => w.too_long(count(max), count(have)),
        TextProblem::Control { position, codepoint } => {
            w.unshowable(&position.to_string(), &format!("U+{codepoint:04X}"))
        }
        TextProblem::LinesNotAllowed => w.one_line().to_owned(),
    };
    w.problem(label, &what)
}

/// Why a command was refused.
pub(crate) fn in_words(why: &Refusal, lang: Lang) -> String {
    let w = FormWords(lang);
    match why {
        Refusal::NotAllowed(_) => w.not_allowed().to_owned(),
        Refusal::People(why) => of_people(why, lang).to_owned(),
        Refusal::Forum(forum::Refusal::NoSuchForum) => w.no_forum().to_owned(),
        Refusal::Forum(_) | Refusal::Portal(_) => w.not_here().to_owned(),
        Refusal::Erasure(why) => match why {
            erasure::Refusal::Targets => w.erase_targets(u32::try_from(erasure::TARGETS_MAX).unwrap_or(u32::MAX)),
            erasure::Refusal::NothingThere(at) => w.erase_nothing(&at.seq.to_string(), at.field.as_str()),
            erasure::Refusal::DecisionMissing => w.erase_decision().to_owned(),
            erasure::Refusal::NoSuchOrder => w.erase_no_order().to_owned(),
            erasure::Refusal::LedgerOpened => w.not_here().to_owned(),
        },
    }
}

/// Why a command about people was refused.
pub(crate) const fn of_people(why: &people::Refusal, lang: Lang) -> &'static str {
    let w = FormWords(lang);
    match why {
        people::Refusal::NoSuchOrganisation => w.no_organisation(),
        people::Refusal::NoSuchPerson => w.no_person(),
        people::Refusal::AlreadyHasRole => w.has_role(),
        people::Refusal::HasNotRole => w.has_not_role(),
        people::Refusal::ForceNeverModerates => w.force_never_moderates(),
        people::Refusal::LastAdministrator => w.last_administrator(),
        people::Refusal::AdministratorExists => w.administrator_exists(),
        people::Refusal::NoSuchInvitation => w.no_invitation(),
        people::Refusal::InvitationUsed => w.invitation_used(),
        people::Refusal::InvitationExpired => w.invitation_expired(),
        people::Refusal::TooMany => w.too_many(),
    }
}
