//! Roles, scopes and kinds of organisation in words.

use people::Person;
use people::role::{OrganisationKind, Role, Scope};
use web_kit::{Lang, words};

words! {
    /// Roles and where they hold.
    pub struct RoleWords;

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

    council_office() { vi: "Văn phòng hội đồng", en: "Council office" }
    guard_force() { vi: "Lực lượng bảo vệ", en: "Guard force" }
    host_agency() { vi: "Cơ quan có mục tiêu", en: "Host agency" }
    other() { vi: "Cơ quan khác", en: "Other organisation" }
}

/// The name of a role.
pub(crate) const fn role(role: Role, lang: Lang) -> &'static str {
    let w = RoleWords(lang);
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

/// Where a role holds.
pub(crate) fn scope(scope: Scope, lang: Lang) -> String {
    let w = RoleWords(lang);
    match scope {
        Scope::Office => w.whole_office().to_owned(),
        Scope::Forum(no) => w.in_forum(&no.label()),
    }
}

/// The value of a scope in a form: `office` or the number of a forum.
pub(crate) fn scope_value(scope: Scope) -> String {
    match scope {
        Scope::Office => "office".to_owned(),
        Scope::Forum(no) => no.to_string(),
    }
}

/// Reads [`scope_value`].
pub(crate) fn scope_from(value: &str) -> Option<Scope> {
    match value {
        "office" => Some(Scope::Office),
        no => no.parse().ok().map(Scope::Forum),
    }
}

/// The roles of a person in one line; those in one forum say so.
pub(crate) fn roles_in_words(person: &Person, lang: Lang) -> String {
    let each = person.roles.keys().map(|(one, at)| match at {
        Scope::Office => role(*one, lang).to_owned(),
        Scope::Forum(_) => RoleWords(lang).role_in(role(*one, lang), &scope(*at, lang)),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// What an organisation is.
pub(crate) const fn organisation_kind(kind: OrganisationKind, lang: Lang) -> &'static str {
    let w = RoleWords(lang);
    match kind {
        OrganisationKind::CouncilOffice => w.council_office(),
        OrganisationKind::GuardForce => w.guard_force(),
        OrganisationKind::HostAgency => w.host_agency(),
        OrganisationKind::Other => w.other(),
    }
}
