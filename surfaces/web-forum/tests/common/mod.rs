//! The office these tests are about: its people, its forums, and opinions on their way.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Actor, OrganisationId, PersonId};
use base::number::ForumNo;
use forum::announce::Announcement;
use people::role::{OrganisationKind, Role, Scope};
use std::ops::Deref;
use web_rig::Office;
use world::Command;

pub const SECRETARY: PersonId = PersonId(2);
pub const MODERATOR: PersonId = PersonId(3);
/// Reads opinions in the second forum only.
pub const ELSEWHERE: PersonId = PersonId(4);
/// Has no role.
pub const NOBODY: PersonId = PersonId(5);
pub const OFFICE: OrganisationId = OrganisationId(1);
pub const FORCE: OrganisationId = OrganisationId(2);
pub const WORDS: &str = "Cổng phụ nên mở sớm hơn mười phút.";

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
    /// An office with people and no forum.
    pub fn empty() -> Rig {
        let office = Office::new(web_forum::routes());
        office.begin();
        let (council, guard) = (OrganisationKind::CouncilOffice, OrganisationKind::GuardForce);
        assert_eq!(office.organisation(council, "Văn phòng HĐND tỉnh"), OFFICE);
        assert_eq!(office.organisation(guard, "Phòng Cảnh sát bảo vệ mục tiêu"), FORCE);
        let add = |name, roles: &[Role]| {
            let roles: Vec<(Role, Scope)> = roles.iter().map(|role| (*role, Scope::Office)).collect();
            office.person(name, None, &roles)
        };
        assert_eq!(add("Trần Thị Dương", &[Role::Secretary]), SECRETARY);
        assert_eq!(add("Lê Văn Đọc", &[Role::Moderator]), MODERATOR);
        assert_eq!(add("Phạm Thị Khác", &[]), ELSEWHERE);
        assert_eq!(add("Ngô Không", &[]), NOBODY);
        Rig(office)
    }

    /// The same with a forum that was announced and takes opinions until 29/12/2019, held on 05/01/2020.
    pub fn open() -> Rig {
        let rig = Rig::announced();
        rig.tell(Actor::Person(SECRETARY), Command::OpenForum { forum: no() });
        rig
    }

    /// The same with the forum announced only.
    pub fn announced() -> Rig {
        let rig = Rig::empty();
        rig.announce("2019-01", "2019-12-29", "2020-01-05");
        rig
    }

    pub fn announce(&self, forum: &str, closes: &str, day: &str) {
        let what = Announcement {
            forum: forum.parse().unwrap(),
            title: "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2019".into(),
            purpose: Some("Lực lượng báo cáo; nhân dân góp ý.".into()),
            chair: Some(OFFICE),
            force: Some(FORCE),
            closes: closes.parse().unwrap(),
            day: day.parse().unwrap(),
        };
        self.tell(Actor::Person(SECRETARY), Command::AnnounceForum { what });
    }

    /// Sends an opinion through its page; the entry that received it.
    #[track_caller]
    pub fn write(&self, words: &str, key: &str) -> u64 {
        self.post(
            "/dien-dan/2019-01/viet",
            &[("y_kien", words), ("khoa", key), ("nguyen_van", "1")],
        )
        .is(303);
        self.size() - 1
    }

    /// Clears these opinions and lets the hour end.
    pub fn publish(&self, opinions: &[u64]) {
        for opinion in opinions {
            self.tell(Actor::Person(MODERATOR), Command::ClearOpinion { opinion: *opinion });
        }
        self.hours_later(1);
        self.tick();
    }
}
