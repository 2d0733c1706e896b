//! Names of roles, reasons, bases and states, and the sentences of refusals.

use forum::Stage;
use forum::events::{LawfulReason, SpeakerRole};
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, words};
use world::{LegalBasis, Refusal};

words! {
    /// How things are called on every page of this crate.
    pub(crate) struct Names;

    citizen() { vi: "Công dân", en: "Citizen" }
    agency_staff() { vi: "Cán bộ cơ quan có mục tiêu bảo vệ", en: "Works at a protected agency" }
    delegate() { vi: "Đại biểu", en: "Delegate" }
    guard() { vi: "Cán bộ, chiến sĩ bảo vệ mục tiêu", en: "Serves in the guard force" }
    by_own_word(role: &str) { vi: "{role} (tự khai)", en: "{role} (by their own word)" }
    unsigned() { vi: "Không ký tên", en: "Not signed" }
    signed(name: &str, role: &str) { vi: "{name} · {role}", en: "{name} · {role}" }
    name_gone() { vi: "Họ tên đã xóa", en: "Name erased" }

    names_person() { vi: "Nêu tên một người cụ thể là có lỗi", en: "Names a person as guilty of something" }
    personal_data() { vi: "Lộ dữ liệu cá nhân", en: "Gives away personal data" }
    state_secret() { vi: "Lộ bí mật nhà nước hoặc chỗ sơ hở của việc bảo vệ", en: "Gives away a state secret or where posts are weak" }
    incitement() { vi: "Kích động bạo lực hoặc thù ghét", en: "Calls for violence or hatred" }
    insult() { vi: "Tục tĩu hoặc xúc phạm người khác", en: "Is obscene or insults someone" }
    advertisement() { vi: "Quảng cáo", en: "Advertises something" }
    off_subject() { vi: "Ngoài chủ đề của diễn đàn", en: "Is not about the subject of the forum" }

    author_withdrew() { vi: "việc người viết rút lại", en: "the author took it back" }
    person_asked() { vi: "yêu cầu của người có liên quan", en: "the person concerned asked for it" }
    decision() { vi: "quyết định của cơ quan có thẩm quyền", en: "a decision of an authority" }
    timetable() { vi: "lịch xóa đã công bố", en: "the published timetable" }
    name_replaced() { vi: "Tên đã được sửa, tên cũ không dùng nữa", en: "A name was corrected and the old one serves nothing" }

    announced() { vi: "Sắp nhận ý kiến", en: "Not open yet" }
    collecting() { vi: "Đang nhận ý kiến", en: "Taking opinions" }
    closed() { vi: "Đã hết hạn nhận ý kiến", en: "No longer taking opinions" }

    no_forum() { vi: "Không có diễn đàn nào mang số này. Xem danh sách diễn đàn.", en: "No forum has this number. See the list of forums." }
    forum_exists(no: &str) { vi: "Số {no} vừa được dùng cho một diễn đàn khác. Bấm gửi lại để lấy số tiếp theo.", en: "Number {no} was just taken by another forum. Send again to take the next one." }
    closes_past() { vi: "Ngày cuối nhận ý kiến đã qua. Chọn một ngày từ hôm nay trở đi.", en: "The last day for opinions is over. Choose today or a later day." }
    day_before_closing() { vi: "Ngày tổ chức phải từ ngày cuối nhận ý kiến trở đi.", en: "The day of the forum must not be before the last day for opinions." }
    not_announced() { vi: "Diễn đàn này đã mở hoặc đã hết hạn, nên không mở lại được.", en: "This forum is open or closed already, so it cannot be opened again." }
    not_open_yet() { vi: "Diễn đàn này chưa nhận ý kiến.", en: "This forum does not take opinions yet." }
    forum_closed() { vi: "Diễn đàn này đã hết hạn nhận ý kiến.", en: "This forum takes no more opinions." }
    no_opinion() { vi: "Không có ý kiến này.", en: "There is no such opinion." }
    already_read() { vi: "Ý kiến này đã có người đọc và quyết định rồi. Việc vừa bấm không được ghi.", en: "Someone has read this opinion and decided already. What you chose was not recorded." }
    already_published() { vi: "Ý kiến này đã đăng, nên giữ nguyên.", en: "This opinion is published, so it stays." }
    withdrawn() { vi: "Người viết đã rút ý kiến này. Việc vừa bấm không được ghi.", en: "Its author took this opinion back. What you chose was not recorded." }
    receipt_taken() { vi: "Phiếu này đã gửi từ nhiều ngày trước và đã có biên nhận. Mở lại trang viết để gửi ý kiến khác.", en: "This form was sent days ago and has its receipt. Open the page again to send another opinion." }
    too_many() { vi: "Diễn đàn này đã nhận đủ số ý kiến có thể nhận.", en: "This forum has as many opinions as it can take." }
    no_organisation() { vi: "Tổ chức vừa chọn không còn trong danh sách. Chọn lại.", en: "The organisation you chose is not on the list any more. Choose again." }
    not_allowed() { vi: "Việc này dành cho người được giao việc ở diễn đàn này.", en: "This is for those given the task in this forum." }
}

impl Names {
    /// A speaker's role.
    pub(crate) fn role(self, role: SpeakerRole) -> &'static str {
        match role {
            SpeakerRole::Citizen => self.citizen(),
            SpeakerRole::AgencyStaff => self.agency_staff(),
            SpeakerRole::Delegate => self.delegate(),
            SpeakerRole::Guard => self.guard(),
        }
    }

    /// Why an opinion stays unpublished.
    pub(crate) fn reason(self, reason: LawfulReason) -> &'static str {
        match reason {
            LawfulReason::NamesPerson => self.names_person(),
            LawfulReason::PersonalData => self.personal_data(),
            LawfulReason::StateSecret => self.state_secret(),
            LawfulReason::Incitement => self.incitement(),
            LawfulReason::Insult => self.insult(),
            LawfulReason::Advertisement => self.advertisement(),
            LawfulReason::OffSubject => self.off_subject(),
        }
    }

    /// On what basis words were erased, as it stands after "theo".
    pub(crate) fn basis(self, basis: LegalBasis) -> &'static str {
        match basis {
            LegalBasis::AuthorWithdrew => self.author_withdrew(),
            LegalBasis::PersonAsked => self.person_asked(),
            LegalBasis::Decision => self.decision(),
            LegalBasis::Timetable => self.timetable(),
            LegalBasis::NameReplaced => self.name_replaced(),
        }
    }

    /// The label of a forum's stage.
    pub(crate) fn stage(self, stage: Stage) -> Html {
        match stage {
            Stage::Announced => state(Note::Warn, Icon::Clock, self.announced()),
            Stage::Collecting => state(Note::Plain, Icon::Chat, self.collecting()),
            Stage::Closed => state(Note::Ok, Icon::Check, self.closed()),
        }
    }

    /// The sentence of a refusal.
    pub(crate) fn refusal(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Forum(why) => self.forum_refusal(why),
            Refusal::People(people::Refusal::NoSuchOrganisation) => self.no_organisation().to_owned(),
            Refusal::NotAllowed(_) | Refusal::People(_) | Refusal::Portal(_) | Refusal::Erasure(_) => {
                self.not_allowed().to_owned()
            }
        }
    }

    fn forum_refusal(self, why: &forum::Refusal) -> String {
        use forum::Refusal as No;
        match why {
            No::ForumExists(no) => return self.forum_exists(&no.label()),
            No::NoSuchForum => self.no_forum(),
            No::ClosesInThePast => self.closes_past(),
            No::DayBeforeClosing => self.day_before_closing(),
            No::NotAnnounced => self.not_announced(),
            No::NotOpenYet => self.not_open_yet(),
            No::Closed => self.forum_closed(),
            No::NoSuchOpinion => self.no_opinion(),
            No::AlreadyRead => self.already_read(),
            No::AlreadyPublished => self.already_published(),
            No::Withdrawn => self.withdrawn(),
            No::TooMany => self.too_many(),
            No::ReceiptTaken => self.receipt_taken(),
        }
        .to_owned()
    }
}
