//! The office these tests are about: an administrator who also publishes and reads opinions.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Actor, Digest32, FieldName, SealedRef};
use base::number::ForumNo;
use base::time::Date;
use forum::announce::Announcement;
use forum::opinion::{Subject, TypedSignature, Words};
use people::role::{Role, Scope};
use portal::article::Draft;
use std::ops::Deref;
use web_rig::{ADMINISTRATOR, Database, Office, Plan};
use world::{Command, LegalBasis};

/// Seconds between two moves of the public checkpoint.
const PUBLISH_EVERY_SECONDS: u64 = 60;

pub struct Rig(Office);

impl Deref for Rig {
    type Target = Office;
    fn deref(&self) -> &Office {
        &self.0
    }
}

impl Rig {
    /// A record without entries.
    pub fn empty() -> Rig {
        let plan = Plan::new(Database::usual(), web_portal::routes());
        Rig(plan.publish_every(PUBLISH_EVERY_SECONDS).open())
    }

    /// An office with a name, whose administrator also publishes and reads opinions.
    pub fn office() -> Rig {
        let rig = Rig::empty();
        rig.begin();
        let rename = Command::RenamePerson {
            person: ADMINISTRATOR,
            name: "Trần Thị Dương".into(),
        };
        rig.tell(Actor::Person(ADMINISTRATOR), rename);
        for role in [Role::Publisher, Role::Moderator] {
            rig.grant(ADMINISTRATOR, role, Scope::Office);
        }
        rig
    }

    /// Publishes an article dated 29/12 of a year.
    pub fn article(&self, year: i16, title: &str, body: &str) -> u64 {
        let date = Date::new(year, 12, 29).unwrap();
        let (author, department) = (Some("Trần Thị Thùy Dương".into()), Some("Phòng Tổng hợp".into()));
        let draft = Draft {
            date,
            title: title.into(),
            body: body.into(),
            author,
            department,
        };
        let recorded = self.tell(Actor::Person(ADMINISTRATOR), Command::PublishArticle { draft });
        recorded.first.unwrap()
    }

    /// Announces and opens a forum that takes opinions for 20 days.
    pub fn forum(&self) -> ForumNo {
        let forum = self.announced();
        self.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum });
        forum
    }

    /// Announces a forum that is to take opinions for 20 days.
    pub fn announced(&self) -> ForumNo {
        let forum = ForumNo::new(2019, 1).unwrap();
        let closes = self.app.now().office_date().add_days(20);
        let title = "Diễn đàn công an lắng nghe ý kiến nhân dân".into();
        let what = Announcement {
            forum,
            title,
            purpose: None,
            chair: None,
            force: None,
            closes,
            day: closes,
        };
        self.tell(Actor::Person(ADMINISTRATOR), Command::AnnounceForum { what });
        forum
    }

    /// Someone writes an opinion.
    pub fn opinion(&self, forum: ForumNo, n: u8) -> u64 {
        let words = Words::read("Cổng phụ nên mở sớm hơn mười phút.", "", TypedSignature::None).unwrap();
        let receipt = Digest32([n; 32]);
        let command = Command::SubmitOpinion {
            forum,
            words,
            subject: Subject::default(),
            receipt,
        };
        self.tell(Actor::Anyone, command).first.unwrap()
    }

    /// Orders values of an entry to be erased.
    pub fn erase(&self, entry: u64, fields: &[FieldName]) {
        let targets = fields.iter().map(|field| SealedRef::new(entry, *field)).collect();
        let command = Command::OrderErasure {
            targets,
            basis: LegalBasis::Decision,
            decision: Some("QĐ 1".into()),
        };
        self.tell(Actor::Person(ADMINISTRATOR), command);
    }
}
