//! The office these tests are about: its people, an open forum, and a report on its way.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use base::number::ForumNo;
use forum::Forum;
use forum::announce::Announcement;
use forum::events::About;
use forum::opinion::{Subject, TypedSignature, Words};
use forum::report::{FigureDraft, ParagraphDraft, SectionDraft};
use people::role::{OrganisationKind, Role, Scope};
use std::ops::Deref;
use web_rig::{Answer, Office};
use world::Command;

pub const SECRETARY: PersonId = PersonId(2);
pub const MODERATOR: PersonId = PersonId(3);
/// Commands the force that reports.
pub const COMMANDER: PersonId = PersonId(4);
/// Commands another force.
pub const OTHER_COMMANDER: PersonId = PersonId(5);
/// Has no role.
pub const NOBODY: PersonId = PersonId(6);
pub const OFFICE: OrganisationId = OrganisationId(1);
pub const FORCE: OrganisationId = OrganisationId(2);
pub const OTHER_FORCE: OrganisationId = OrganisationId(3);

pub const PUBLIC: &str = "/dien-dan/2019-01";
pub const DESK: &str = "/dieu-hanh/dien-dan/2019-01";

pub struct Rig(Office);

impl Deref for Rig {
    type Target = Office;
    fn deref(&self) -> &Office {
        &self.0
    }
}

pub fn no() -> ForumNo {
    "2019-01".parse().unwrap()
}

impl Rig {
    /// An office with a forum that takes opinions until 29/12/2019 and is held on 30/12/2019. It is 15:42 at the office on
    /// Thursday, 19/12/2019.
    pub fn open() -> Rig {
        let office = Office::new(web_report::routes());
        office.begin();
        let (council, guard) = (OrganisationKind::CouncilOffice, OrganisationKind::GuardForce);
        assert_eq!(office.organisation(council, "Văn phòng HĐND tỉnh"), OFFICE);
        assert_eq!(office.organisation(guard, "Phòng Cảnh sát bảo vệ mục tiêu"), FORCE);
        assert_eq!(office.organisation(guard, "Phòng Cảnh sát cơ động"), OTHER_FORCE);
        let add = |name, organisation, role: Option<Role>| {
            let roles: Vec<(Role, Scope)> = role.into_iter().map(|role| (role, Scope::Office)).collect();
            office.person(name, Some(organisation), &roles)
        };
        assert_eq!(add("Trần Thị Dương", OFFICE, Some(Role::Secretary)), SECRETARY);
        assert_eq!(add("Lê Văn Đọc", OFFICE, Some(Role::Moderator)), MODERATOR);
        assert_eq!(add("Phạm Văn Huy", FORCE, Some(Role::Commander)), COMMANDER);
        assert_eq!(add("Đỗ Văn Khác", OTHER_FORCE, Some(Role::Commander)), OTHER_COMMANDER);
        assert_eq!(add("Ngô Không", FORCE, None), NOBODY);
        let rig = Rig(office);
        rig.announce();
        rig
    }

    fn announce(&self) {
        let secretary = Actor::Person(SECRETARY);
        let what = Announcement {
            forum: no(),
            title: "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2019".into(),
            purpose: None,
            chair: Some(OFFICE),
            force: Some(FORCE),
            closes: "2019-12-29".parse().unwrap(),
            day: "2019-12-30".parse().unwrap(),
        };
        self.tell(secretary, Command::AnnounceForum { what });
        self.tell(secretary, Command::OpenForum { forum: no() });
    }

    /// Writes a section with two paragraphs and a figure; nothing of it is public before it is published.
    pub fn write_section(&self) {
        let paragraph = |text: &str| ParagraphDraft {
            paragraph: None,
            text: text.to_owned(),
        };
        let draft = SectionDraft {
            section: None,
            over: None,
            place: 1,
            heading: "Kết quả bảo vệ mục tiêu".into(),
            paragraphs: vec![
                paragraph("Bảo vệ an toàn 40 mục tiêu."),
                paragraph("Kiểm soát người ra vào."),
            ],
            figures: vec![FigureDraft {
                figure: None,
                label: "Lượt người ra vào có kiểm soát".into(),
                value: "125.000".into(),
                unit: Some("lượt".into()),
                from: Some("2019-01-01".parse().unwrap()),
                until: Some("2019-11-30".parse().unwrap()),
            }],
            note: None,
        };
        self.tell(Actor::Person(COMMANDER), Command::WriteSection { forum: no(), draft });
    }

    /// The same, published.
    pub fn publish_report(&self) {
        self.write_section();
        self.tell(Actor::Person(COMMANDER), Command::PublishReport { forum: no() });
    }

    /// An opinion about something is received, read and published.
    pub fn publish_opinion(&self, about: About) {
        let words = Words::read("Cổng phụ kiểm soát chưa chặt.", "", TypedSignature::None).unwrap();
        let submit = Command::SubmitOpinion {
            forum: no(),
            words,
            subject: Subject {
                about: Some(about),
                ..Subject::default()
            },
            receipt: Digest32([9; 32]),
        };
        let opinion = self.tell(Actor::Anyone, submit).first.unwrap();
        self.tell(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.to("2019-12-23T02:00:00Z");
        self.tick();
    }

    /// Moves the clock to a minute of UTC.
    pub fn to(&self, minute: &str) {
        self.set_clock(minute.parse().unwrap());
    }

    /// The forum as it is now.
    pub fn forum(&self) -> Forum {
        self.app.ledger.view().state.forums.forums[&no()].clone()
    }

    /// Sends a form with a file in the field `tep`.
    pub fn upload(
        &self,
        person: PersonId,
        path: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Answer {
        self.signed_in(person).post_file(path, fields, ("tep", name, bytes))
    }
}
