//! The demonstration's office: its name, the organisations that take part, the people and their roles.

use super::story::Story;
use crate::exit::Stop;
use base::fact::{Actor, OrganisationId, PersonId};
use people::role::{OrganisationKind, Role, Scope};
use world::Command;

/// The council's office, which holds the forums.
pub const OFFICE: OrganisationId = OrganisationId(1);
/// The force that guards and answers.
pub const FORCE: OrganisationId = OrganisationId(2);
/// The provincial people's committee's office: an agency with a protected site.
pub const PEOPLES_COMMITTEE: OrganisationId = OrganisationId(4);
/// The state treasury of the province: an agency with a protected site.
pub const TREASURY: OrganisationId = OrganisationId(5);
/// The province's radio and television: an agency with a protected site.
pub const BROADCASTER: OrganisationId = OrganisationId(7);
/// Above both: hears of what is overdue, decides on appeals.
pub const STANDING_COMMITTEE: OrganisationId = OrganisationId(8);

/// Organisations, in the order of their numbers.
const ORGANISATIONS: [(OrganisationKind, &str); 8] = [
    (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh"),
    (
        OrganisationKind::GuardForce,
        "Phòng Cảnh sát bảo vệ mục tiêu, Công an tỉnh",
    ),
    (OrganisationKind::HostAgency, "Văn phòng Tỉnh ủy"),
    (OrganisationKind::HostAgency, "Văn phòng UBND tỉnh"),
    (OrganisationKind::HostAgency, "Kho bạc Nhà nước tỉnh"),
    (OrganisationKind::HostAgency, "Ngân hàng Nhà nước tỉnh"),
    (OrganisationKind::HostAgency, "Đài PT-TH tỉnh"),
    (OrganisationKind::Other, "Thường trực HĐND tỉnh"),
];

/// Adds people and gives roles; may do everything in the office.
pub const ADMINISTRATOR: PersonId = PersonId(1);
/// Wrote the article of 29/12/2019 and publishes.
pub const WRITER: PersonId = PersonId(2);
/// Reads opinions before they are published.
pub const READER: PersonId = PersonId(3);
/// Prepares and runs the forums.
pub const SECRETARY: PersonId = PersonId(4);
/// Chairs and concludes.
pub const CHAIR: PersonId = PersonId(5);
/// Answers for the force.
pub const COMMANDER: PersonId = PersonId(6);
/// Speaks for the treasury.
pub const DELEGATE: PersonId = PersonId(7);
/// Writes articles.
pub const EDITOR: PersonId = PersonId(8);
/// Sees private entries and their proofs.
pub const AUDITOR: PersonId = PersonId(9);
/// Confirms that directives were carried out.
pub const VERIFIER: PersonId = PersonId(10);
/// Records what is said in the hall.
pub const CLERK: PersonId = PersonId(11);
/// Decides on appeals against a moderator.
pub const APPEAL_BODY: PersonId = PersonId(12);
/// Hears of what is overdue.
pub const SUPERIOR: PersonId = PersonId(13);
/// Speaks for the people's committee's office.
pub const COMMITTEE_DELEGATE: PersonId = PersonId(14);
/// Speaks for radio and television.
pub const BROADCASTER_DELEGATE: PersonId = PersonId(15);
/// Reads contests: of an organisation that neither carries out nor verifies.
pub const CONTEST_READER: PersonId = PersonId(16);

/// Everyone after the administrator, in the order of their numbers.
const PERSONS: [(&str, OrganisationId); 15] = [
    ("Trần Thị Thùy Dương", OFFICE),
    ("Người đọc ý kiến (bản trình diễn)", OFFICE),
    ("Thư ký (bản trình diễn)", OFFICE),
    ("Chủ trì (bản trình diễn)", OFFICE),
    ("Chỉ huy (bản trình diễn)", FORCE),
    ("Đại biểu (bản trình diễn)", TREASURY),
    ("Biên tập (bản trình diễn)", OFFICE),
    ("Kiểm toán sổ (bản trình diễn)", OFFICE),
    ("Người xác nhận (bản trình diễn)", OFFICE),
    ("Người ghi biên bản (bản trình diễn)", OFFICE),
    ("Người xét khiếu nại (bản trình diễn)", STANDING_COMMITTEE),
    ("Cấp trên (bản trình diễn)", STANDING_COMMITTEE),
    ("Đại biểu Văn phòng UBND tỉnh (bản trình diễn)", PEOPLES_COMMITTEE),
    ("Đại biểu Đài PT-TH tỉnh (bản trình diễn)", BROADCASTER),
    ("Người đọc phản đối (bản trình diễn)", STANDING_COMMITTEE),
];

/// A part a visitor may take: its links are good as long as the folder is.
pub struct Part {
    /// Its word in addresses.
    pub name: &'static str,
    /// The role it is about.
    pub role: Role,
    /// Whose session it opens.
    pub person: PersonId,
}

const fn part(name: &'static str, role: Role, person: PersonId) -> Part {
    Part { name, role, person }
}

/// Every part, in the order of the page.
pub const PARTS: [Part; 13] = [
    part("thu-ky", Role::Secretary, SECRETARY),
    part("chu-tri", Role::Chair, CHAIR),
    part("chi-huy", Role::Commander, COMMANDER),
    part("dai-bieu", Role::Delegate, DELEGATE),
    part("bien-tap", Role::Editor, EDITOR),
    part("doc-y-kien", Role::Moderator, READER),
    part("kiem-toan", Role::Auditor, AUDITOR),
    part("quan-tri", Role::Administrator, ADMINISTRATOR),
    part("xac-nhan", Role::Verifier, VERIFIER),
    part("ghi-bien-ban", Role::Clerk, CLERK),
    part("dang-bai", Role::Publisher, WRITER),
    part("xet-khieu-nai", Role::AppealBody, APPEAL_BODY),
    part("cap-tren", Role::Superior, SUPERIOR),
];

/// Makes the office, at the time the story stands at.
pub async fn office(story: &mut Story<'_>) -> Result<(), Stop> {
    let (administrator, token) = (Actor::Person(ADMINISTRATOR), story.first_token());
    let first = Command::IssueFirstInvitation { token };
    story.give("link", Actor::Console, first).await?;
    let entered = Command::AcceptInvitation { token };
    story.give("in", Actor::Anyone, entered).await?;
    let named = Command::NameOffice {
        over: None,
        name: "Văn phòng HĐND tỉnh".to_owned(),
        contact: Some("Phòng Tổng hợp phụ trách nội dung.\nBản trình diễn: người và số liệu để làm mẫu.".to_owned()),
    };
    story.give("office", administrator, named).await?;
    let own_name = Command::RenamePerson {
        person: ADMINISTRATOR,
        name: "Quản trị bản trình diễn".to_owned(),
    };
    story.give("own-name", administrator, own_name).await?;
    for (n, (kind, name)) in ORGANISATIONS.into_iter().enumerate() {
        let name = name.to_owned();
        let added = Command::AddOrganisation { kind, name };
        story.give(&format!("organisation-{n}"), administrator, added).await?;
    }
    for (n, (name, organisation)) in PERSONS.into_iter().enumerate() {
        let (name, organisation) = (name.to_owned(), Some(organisation));
        let added = Command::AddPerson { name, organisation };
        story.give(&format!("person-{n}"), administrator, added).await?;
    }
    roles(story).await
}

async fn roles(story: &mut Story<'_>) -> Result<(), Stop> {
    // The administrator of a small office does the secretary's and the moderator's work as well.
    let more = [
        (ADMINISTRATOR, Role::Secretary),
        (ADMINISTRATOR, Role::Moderator),
        (COMMITTEE_DELEGATE, Role::Delegate),
        (BROADCASTER_DELEGATE, Role::Delegate),
        (CONTEST_READER, Role::Moderator),
    ];
    let parts = PARTS.iter().map(|part| (part.person, part.role));
    // The first link has made its holder administrator.
    let parts = parts.filter(|one| *one != (ADMINISTRATOR, Role::Administrator));
    for (n, (person, role)) in parts.chain(more).enumerate() {
        let scope = Scope::Office;
        let granted = Command::GrantRole { person, role, scope };
        story
            .give(&format!("role-{n}"), Actor::Person(ADMINISTRATOR), granted)
            .await?;
    }
    Ok(())
}
