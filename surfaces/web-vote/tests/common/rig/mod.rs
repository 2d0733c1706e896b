//! The office the tests of votes and of outcome are about: its people, and a forum on its way.

mod page;

pub use page::{HOSTILE, Reads};
pub use web_rig::{ADMINISTRATOR, Answer, page_ok};

use axum::Router;
use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use base::number::ForumNo;
use forum::Forum;
use forum::announce::Announcement;
use forum::opinion::{Subject, TypedSignature, Words};
use people::role::{OrganisationKind, Role, Scope};
use std::ops::Deref;
use web_rig::{Database, Office, Plan};
use web_scene::App;
use world::{Command, CommandKind};

pub const SECRETARY: PersonId = PersonId(2);
pub const CHAIR: PersonId = PersonId(3);
pub const MODERATOR: PersonId = PersonId(4);
pub const COMMANDER: PersonId = PersonId(5);
pub const DELEGATE: PersonId = PersonId(6);
/// A second secretary, for races.
pub const OTHER_SECRETARY: PersonId = PersonId(7);
/// Has no role.
pub const NOBODY: PersonId = PersonId(8);
pub const OFFICE: OrganisationId = OrganisationId(1);
pub const FORCE: OrganisationId = OrganisationId(2);
pub const COMMITTEE: OrganisationId = OrganisationId(3);

/// The forum of the tests and its desk.
pub const FORUM: &str = "/dien-dan/2019-01";
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
    /// An office with people and no forum. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn office(routes: fn() -> Router<App>) -> Rig {
        Rig::behind(routes, false)
    }

    /// The same behind TLS, or not.
    pub fn behind(routes: fn() -> Router<App>, tls: bool) -> Rig {
        let office = Plan::new(Database::usual(), routes()).tls(tls).open();
        office.begin();
        for (kind, name, id) in [
            (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh", OFFICE),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu", FORCE),
            (OrganisationKind::Other, "Thường trực HĐND tỉnh", COMMITTEE),
        ] {
            assert_eq!(office.organisation(kind, name), id);
        }
        let rig = Rig(office);
        for (name, organisation, role, id) in [
            ("Trần Thị Dương", OFFICE, Some(Role::Secretary), SECRETARY),
            ("Nguyễn Thị Chủ", OFFICE, Some(Role::Chair), CHAIR),
            ("Lê Văn Đọc", COMMITTEE, Some(Role::Moderator), MODERATOR),
            ("Phạm Văn Huy", FORCE, Some(Role::Commander), COMMANDER),
            ("Đỗ Thị Đại", COMMITTEE, Some(Role::Delegate), DELEGATE),
            ("Bùi Văn Thư", OFFICE, Some(Role::Secretary), OTHER_SECRETARY),
            ("Ngô Không", FORCE, None, NOBODY),
        ] {
            assert_eq!(rig.someone(name, organisation, role), id);
        }
        rig
    }

    /// Adds a person with a role in the whole office, or with none.
    pub fn someone(&self, name: &str, organisation: OrganisationId, role: Option<Role>) -> PersonId {
        let roles: Vec<(Role, Scope)> = role.into_iter().map(|role| (role, Scope::Office)).collect();
        self.person(name, Some(organisation), &roles)
    }

    /// Announces the forum. Opinions and votes are taken until 29/12/2019; it is held on 30/12.
    pub fn announce(&self) {
        self.announce_as(no());
    }

    /// The same under another number.
    pub fn announce_as(&self, forum: ForumNo) {
        let what = Announcement {
            forum,
            title: "Diễn đàn công an lắng nghe ý kiến nhân dân".into(),
            purpose: None,
            chair: Some(OFFICE),
            force: Some(FORCE),
            closes: "2019-12-29".parse().unwrap(),
            day: "2019-12-30".parse().unwrap(),
        };
        self.tell(Actor::Person(SECRETARY), Command::AnnounceForum { what });
    }

    pub fn open(&self) {
        self.tell(Actor::Person(SECRETARY), Command::OpenForum { forum: no() });
    }

    /// Writes an opinion that nobody has read yet; its entry.
    pub fn write(&self, statement: &str) -> u64 {
        self.write_as(statement, TypedSignature::None)
    }

    /// The same under a signature.
    pub fn write_as(&self, statement: &str, signature: TypedSignature) -> u64 {
        let words = Words::read(statement, "", signature).unwrap();
        let mut receipt = [9; 32];
        receipt[..8].copy_from_slice(&self.size().to_be_bytes());
        let submit = Command::SubmitOpinion {
            forum: no(),
            words,
            subject: Subject::default(),
            receipt: Digest32(receipt),
        };
        self.tell(Actor::Anyone, submit).first.unwrap()
    }

    /// Writes an opinion, reads it, and publishes it an hour later; its entry. Numbers follow the order of calls.
    pub fn publish(&self, statement: &str) -> u64 {
        self.let_publish(self.write(statement))
    }

    /// Reads an opinion and lets the hour end in which it is published; its entry.
    pub fn let_publish(&self, opinion: u64) -> u64 {
        self.tell(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.hours_later(1);
        self.tick();
        opinion
    }

    /// Closes opinions and votes before their day.
    pub fn close(&self) {
        self.tell(
            Actor::Person(SECRETARY),
            Command::CloseCollecting {
                forum: no(),
                reason: "Hội nghị họp sớm hơn dự kiến.".into(),
            },
        );
    }

    /// Moves the clock to a minute of UTC.
    pub fn to(&self, minute: &str) {
        self.set_clock(minute.parse().unwrap());
    }

    /// The forum as it is now.
    pub fn forum(&self) -> Forum {
        self.app.ledger.view().state.forums.forums.get(&no()).unwrap().clone()
    }

    /// A request with this cookie line (none when empty); a POST with this form.
    pub fn send(&self, method: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let browser = match cookie {
            "" => self.browser(),
            line => self.browser().cookie(line),
        };
        match method {
            "POST" => browser.post(path, fields),
            other => browser.with(other, path),
        }
    }

    /// Opens a form as a person and sends it back with this filled in, as a browser would.
    pub fn fill(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.get_as(person, path);
        page.is(200);
        self.post_as(person, path, &page.with(fields))
    }

    /// One person of each role and one of none, with whether they may do this.
    pub fn by_role(&self, kind: CommandKind) -> Vec<(PersonId, Option<Role>, bool)> {
        let may = |role| world::rights::holders(kind).contains(&world::rights::Holder::Role(role));
        let of = |role: Role| {
            // Moderators and commanders are of different organisations by rule.
            let organisation = if role == Role::Commander { FORCE } else { COMMITTEE };
            let person = self.someone("Người thử vai", organisation, Some(role));
            (person, Some(role), may(role))
        };
        let mut all: Vec<_> = Role::ALL.map(of).into();
        all.push((NOBODY, None, false));
        all
    }
}
