//! What roles, signatures and reasons are called.

use forum::Signature;
use forum::events::{LawfulReason, SpeakerRole};
use people::role::Role;
use web_kit::{Lang, words};
use world::LegalBasis;

words! {
    /// Names of closed lists that entries use.
    pub struct NameWords;

    editor() { vi: "biên tập", en: "editor" }
    publisher() { vi: "người đăng bài", en: "publisher" }
    secretary() { vi: "thư ký", en: "secretary" }
    chair() { vi: "chủ trì", en: "chair" }
    moderator() { vi: "người đọc duyệt", en: "moderator" }
    delegate() { vi: "đại biểu", en: "delegate" }
    clerk() { vi: "người ghi biên bản", en: "clerk" }
    verifier() { vi: "người thẩm tra", en: "verifier" }
    appeal_body() { vi: "nơi nhận khiếu nại", en: "appeal body" }
    superior() { vi: "cấp trên", en: "superior" }
    commander() { vi: "chỉ huy", en: "commander" }
    guard() { vi: "chiến sĩ", en: "guard" }
    site_representative() { vi: "đại diện mục tiêu", en: "site representative" }
    auditor() { vi: "người kiểm tra sổ", en: "auditor" }
    administrator() { vi: "quản trị", en: "administrator" }
    citizen() { vi: "người dân", en: "citizen" }
    agency_staff() { vi: "người làm ở cơ quan được bảo vệ", en: "works at a protected agency" }
    nobody() { vi: "không ghi ai", en: "nobody is named" }

    unsigned() { vi: "Không ký tên", en: "Not signed" }
    signed_role(role: &str) { vi: "Chỉ ký vai: {role}", en: "Role only: {role}" }
    signed_name(name: &str, role: &str) { vi: "{name}, {role}", en: "{name}, {role}" }
    signed_erased(role: &str) { vi: "Tên đã xóa, {role}", en: "Name erased, {role}" }

    names_person() { vi: "ý kiến nêu một người cụ thể là có lỗi", en: "it names a person as guilty of something" }
    personal_data() { vi: "ý kiến có thông tin riêng của một người", en: "it gives away someone's personal data" }
    state_secret() { vi: "ý kiến có bí mật nhà nước, hoặc chỗ và giờ canh gác yếu", en: "it gives away a state secret, or where and when posts are weak" }
    incitement() { vi: "ý kiến kêu gọi bạo lực hoặc thù ghét", en: "it calls for violence or hatred" }
    insult() { vi: "ý kiến có lời tục hoặc xúc phạm", en: "it is obscene or insults someone" }
    advertisement() { vi: "ý kiến quảng cáo", en: "it sells something" }
    off_subject() { vi: "ý kiến không thuộc chủ đề diễn đàn", en: "it is not about the subject of the forum" }

    author_withdrew() { vi: "người viết rút lại trước khi đăng", en: "the author took it back before publication" }
    person_asked() { vi: "người trong cuộc hoặc người viết yêu cầu", en: "the person concerned, or the author, asked for it" }
    decision() { vi: "quyết định có số của tòa hoặc cơ quan", en: "a numbered decision of a court or authority" }
    timetable() { vi: "lịch xóa đã công bố", en: "the published timetable" }
    name_replaced() { vi: "tên đã được sửa, tên cũ không dùng nữa", en: "a name was corrected and the old one serves nothing" }
}

/// A role of the office.
fn role(role: Role, lang: Lang) -> &'static str {
    let w = NameWords(lang);
    match role {
        Role::Editor => w.editor(),
        Role::Publisher => w.publisher(),
        Role::Secretary => w.secretary(),
        Role::Chair => w.chair(),
        Role::Moderator => w.moderator(),
        Role::Delegate => w.delegate(),
        Role::Clerk => w.clerk(),
        Role::Verifier => w.verifier(),
        Role::AppealBody => w.appeal_body(),
        Role::Superior => w.superior(),
        Role::Commander => w.commander(),
        Role::Guard => w.guard(),
        Role::SiteRepresentative => w.site_representative(),
        Role::Auditor => w.auditor(),
        Role::Administrator => w.administrator(),
    }
}

/// In which role someone speaks.
fn speaker(role: SpeakerRole, lang: Lang) -> &'static str {
    let w = NameWords(lang);
    match role {
        SpeakerRole::Citizen => w.citizen(),
        SpeakerRole::AgencyStaff => w.agency_staff(),
        SpeakerRole::Delegate => w.delegate(),
        SpeakerRole::Guard => w.guard(),
    }
}

/// The `by` of an entry.
pub(crate) fn by(name: Option<&str>, lang: Lang) -> String {
    let Some(name) = name else {
        return NameWords(lang).nobody().to_owned();
    };
    let office = Role::from_name(name).map(|found| role(found, lang));
    let found = office.or_else(|| SpeakerRole::from_name(name).map(|found| speaker(found, lang)));
    found.unwrap_or(name).to_owned()
}

/// What stands under an opinion. `name` is none when it is erased or can't be read.
pub(crate) fn signature(signature: Signature, name: Option<&str>, lang: Lang) -> String {
    let w = NameWords(lang);
    match (signature, name) {
        (Signature::None, _) => w.unsigned().to_owned(),
        (Signature::Role(role), _) => w.signed_role(speaker(role, lang)),
        (Signature::Name(role), Some(name)) => w.signed_name(name, speaker(role, lang)),
        (Signature::Name(role), None) => w.signed_erased(speaker(role, lang)),
    }
}

/// Why an opinion stays unpublished.
pub(crate) fn reason(reason: LawfulReason, lang: Lang) -> &'static str {
    let w = NameWords(lang);
    match reason {
        LawfulReason::NamesPerson => w.names_person(),
        LawfulReason::PersonalData => w.personal_data(),
        LawfulReason::StateSecret => w.state_secret(),
        LawfulReason::Incitement => w.incitement(),
        LawfulReason::Insult => w.insult(),
        LawfulReason::Advertisement => w.advertisement(),
        LawfulReason::OffSubject => w.off_subject(),
    }
}

/// On what basis something is erased.
pub(crate) fn basis(basis: LegalBasis, lang: Lang) -> &'static str {
    let w = NameWords(lang);
    match basis {
        LegalBasis::AuthorWithdrew => w.author_withdrew(),
        LegalBasis::PersonAsked => w.person_asked(),
        LegalBasis::Decision => w.decision(),
        LegalBasis::Timetable => w.timetable(),
        LegalBasis::NameReplaced => w.name_replaced(),
    }
}

/// A sentence that begins with a capital.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
