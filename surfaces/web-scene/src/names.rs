//! What the closed lists of the domain are called: one term each, the same on every page. A value without its term does
//! not compile. Every term can stand as a label; [`in_sentence`] is for the middle of a sentence.

mod of_forum;

pub use of_forum::ForumNames;

use forum::Stage;
use forum::events::{LawfulReason, SpeakerRole};
use people::Person;
use people::role::{OrganisationKind, Role, Scope};
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, words};
use world::LegalBasis;

words! {
    /// Terms for roles, reasons, bases, kinds and stages.
    pub struct Names;

    editor() { vi: "Biên tập", en: "Editor" }
    publisher() { vi: "Đăng bài", en: "Publisher" }
    secretary() { vi: "Thư ký", en: "Secretary" }
    chair() { vi: "Chủ trì", en: "Chair" }
    moderator() { vi: "Người đọc ý kiến", en: "Moderator" }
    delegate() { vi: "Đại biểu", en: "Delegate" }
    clerk() { vi: "Người ghi biên bản", en: "Clerk" }
    verifier() { vi: "Người xác nhận việc đã làm", en: "Verifier" }
    appeal_body() { vi: "Người xét khiếu nại", en: "Appeal body" }
    superior() { vi: "Cấp trên", en: "Superior" }
    commander() { vi: "Chỉ huy", en: "Commander" }
    guard() { vi: "Chiến sĩ bảo vệ", en: "Guard" }
    site_representative() { vi: "Đại diện mục tiêu", en: "Site representative" }
    auditor() { vi: "Kiểm toán sổ", en: "Auditor" }
    administrator() { vi: "Quản trị", en: "Administrator" }

    whole_office() { vi: "Cả văn phòng", en: "The whole office" }
    in_forum(no: &str) { vi: "Diễn đàn {no}", en: "Forum {no}" }
    role_in(role: &str, scope: &str) { vi: "{role} ({scope})", en: "{role} ({scope})" }

    unsigned() { vi: "Không ký tên", en: "Not signed" }
    citizen() { vi: "Công dân", en: "Citizen" }
    agency_staff() { vi: "Cán bộ cơ quan có mục tiêu bảo vệ", en: "Works at a protected agency" }
    speaking_guard() { vi: "Cán bộ, chiến sĩ bảo vệ mục tiêu", en: "Serves in the guard force" }

    council_office() { vi: "Văn phòng hội đồng", en: "Council office" }
    guard_force() { vi: "Lực lượng bảo vệ", en: "Guard force" }
    host_agency() { vi: "Cơ quan có mục tiêu", en: "Host agency" }
    other_organisation() { vi: "Cơ quan khác", en: "Other organisation" }

    names_person() { vi: "Nêu tên một người cụ thể là có lỗi", en: "It names a person as guilty of something" }
    personal_data() { vi: "Lộ dữ liệu cá nhân", en: "It gives away personal data" }
    state_secret() { vi: "Lộ bí mật nhà nước hoặc chỗ sơ hở của việc bảo vệ", en: "It gives away a state secret or where posts are weak" }
    incitement() { vi: "Kích động bạo lực hoặc thù ghét", en: "It calls for violence or hatred" }
    insult() { vi: "Tục tĩu hoặc xúc phạm người khác", en: "It is obscene or insults someone" }
    advertisement() { vi: "Quảng cáo", en: "It advertises something" }
    off_subject() { vi: "Ngoài chủ đề của diễn đàn", en: "It is not about the subject of the forum" }

    author_withdrew() { vi: "Người viết rút lại trước khi đăng", en: "The author took it back before publication" }
    person_asked() { vi: "Đề nghị của người liên quan", en: "A request by the person concerned" }
    decision() { vi: "Quyết định có số", en: "A numbered decision" }
    timetable() { vi: "Thời hạn lưu đã công bố", en: "The published time limit" }
    name_replaced() { vi: "Việc sửa tên", en: "The correction of a name" }

    announced() { vi: "Sắp nhận ý kiến", en: "Not open yet" }
    collecting() { vi: "Đang nhận ý kiến", en: "Taking opinions" }
    in_session() { vi: "Đã đóng nhận ý kiến", en: "Closed for opinions" }
    concluded() { vi: "Đã kết luận", en: "Concluded" }
    following_up() { vi: "Đang theo dõi việc làm", en: "Being followed up" }
    over() { vi: "Đã khép lại", en: "Over" }
    cancelled() { vi: "Đã hủy", en: "Cancelled" }
}

impl Names {
    /// A role of the office.
    pub const fn role(self, role: Role) -> &'static str {
        match role {
            Role::Editor => self.editor(),
            Role::Publisher => self.publisher(),
            Role::Secretary => self.secretary(),
            Role::Chair => self.chair(),
            Role::Moderator => self.moderator(),
            Role::Delegate => self.delegate(),
            Role::Clerk => self.clerk(),
            Role::Verifier => self.verifier(),
            Role::AppealBody => self.appeal_body(),
            Role::Superior => self.superior(),
            Role::Commander => self.commander(),
            Role::Guard => self.guard(),
            Role::SiteRepresentative => self.site_representative(),
            Role::Auditor => self.auditor(),
            Role::Administrator => self.administrator(),
        }
    }

    /// Where a role holds.
    pub fn scope(self, scope: Scope) -> String {
        match scope {
            Scope::Office => self.whole_office().to_owned(),
            Scope::Forum(no) => self.in_forum(&no.label()),
        }
    }

    /// The roles of a person in one line; those in one forum say so.
    pub fn roles_of(self, person: &Person) -> String {
        let each = person.roles.keys().map(|(role, scope)| match scope {
            Scope::Office => self.role(*role).to_owned(),
            Scope::Forum(_) => self.role_in(self.role(*role), &self.scope(*scope)),
        });
        each.collect::<Vec<_>>().join(", ")
    }

    /// In which role someone speaks, by their own word.
    pub const fn speaker(self, role: SpeakerRole) -> &'static str {
        match role {
            SpeakerRole::Citizen => self.citizen(),
            SpeakerRole::AgencyStaff => self.agency_staff(),
            SpeakerRole::Delegate => self.delegate(),
            SpeakerRole::Guard => self.speaking_guard(),
        }
    }

    /// What an organisation is.
    pub const fn organisation_kind(self, kind: OrganisationKind) -> &'static str {
        match kind {
            OrganisationKind::CouncilOffice => self.council_office(),
            OrganisationKind::GuardForce => self.guard_force(),
            OrganisationKind::HostAgency => self.host_agency(),
            OrganisationKind::Other => self.other_organisation(),
        }
    }

    /// Why an opinion stays unpublished.
    pub const fn reason(self, reason: LawfulReason) -> &'static str {
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

    /// On what basis something is erased.
    pub const fn basis(self, basis: LegalBasis) -> &'static str {
        match basis {
            LegalBasis::AuthorWithdrew => self.author_withdrew(),
            LegalBasis::PersonAsked => self.person_asked(),
            LegalBasis::Decision => self.decision(),
            LegalBasis::Timetable => self.timetable(),
            LegalBasis::NameReplaced => self.name_replaced(),
        }
    }

    /// Where a forum is on its way, as the label a page shows.
    pub fn stage(self, stage: Stage) -> Html {
        match stage {
            Stage::Announced => state(Note::Warn, Icon::Clock, self.announced()),
            Stage::Collecting => state(Note::Plain, Icon::Chat, self.collecting()),
            Stage::InSession => state(Note::Plain, Icon::Clock, self.in_session()),
            Stage::Concluded => state(Note::Ok, Icon::Done, self.concluded()),
            Stage::FollowingUp => state(Note::Plain, Icon::Eye, self.following_up()),
            Stage::Closed => state(Note::Ok, Icon::Check, self.over()),
            Stage::Cancelled => state(Note::Late, Icon::Alert, self.cancelled()),
        }
    }
}

/// A term in the middle of a sentence: without its capital.
pub fn in_sentence(term: &str) -> String {
    let mut letters = term.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
