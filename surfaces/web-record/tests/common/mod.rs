//! The office these tests are about: a forum that takes opinions, over a store that lies on demand.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

pub mod hall;
mod liar;

use base::code::ReceiptCode;
use base::fact::{Actor, Digest32, PersonId};
use base::number::ForumNo;
use forum::announce::Announcement;
use forum::events::SpeakerRole;
use forum::opinion::{Subject, TypedSignature, Words};
use liar::{Liar, Lies};
use people::role::{Role, Scope};
use std::ops::Deref;
use std::sync::Arc;
use web_rig::{ADMINISTRATOR, Answer, Database, Office, Plan, page_ok};
use world::Command;

pub const MODERATOR: PersonId = PersonId(2);
pub const STATEMENT: &str = "Cổng chính thiếu ánh sáng vào buổi tối <b>";

pub struct Rig {
    office: Office,
    /// What its store lies about.
    pub lies: Arc<Lies>,
}

impl Deref for Rig {
    type Target = Office;
    fn deref(&self) -> &Office {
        &self.office
    }
}

pub fn no() -> ForumNo {
    "2020-01".parse().unwrap()
}

impl Rig {
    /// An office with an administrator, a moderator and a forum that takes opinions; every entry is public at once.
    pub fn new() -> Rig {
        Rig::of(|plan| plan)
    }

    /// The same, with a public checkpoint that moves once in so many seconds.
    pub fn publishing(every_seconds: u64) -> Rig {
        Rig::of(|plan| plan.publish_every(every_seconds))
    }

    /// The same, set up in a way of its own.
    pub fn of(differently: impl FnOnce(Plan) -> Plan) -> Rig {
        let lies = Arc::<Lies>::default();
        let told = lies.clone();
        let plan = Plan::new(Database::usual(), web_record::routes());
        let plan = differently(plan).behind(move |inner| Arc::new(Liar { inner, lies: told }));
        let rig = Rig {
            office: plan.open(),
            lies,
        };
        rig.set_up();
        rig
    }

    fn set_up(&self) {
        self.begin();
        let reads = [(Role::Moderator, Scope::Office)];
        assert_eq!(self.person("Trần Thị Đọc", None, &reads), MODERATOR);
        let what = Announcement {
            forum: no(),
            title: "Diễn đàn công an lắng nghe ý kiến nhân dân".into(),
            purpose: None,
            chair: None,
            force: None,
            closes: "2019-12-29".parse().unwrap(),
            day: "2020-01-05".parse().unwrap(),
        };
        let admin = Actor::Person(ADMINISTRATOR);
        self.tell(admin, Command::AnnounceForum { what });
        self.tell(admin, Command::OpenForum { forum: no() });
    }

    /// Writes an opinion; its entry and the receipt's code.
    pub fn opinion(&self, n: u8, signature: TypedSignature) -> (u64, String) {
        let code = ReceiptCode::from_bits(&[n; 10]);
        let words = Words::read(STATEMENT, "Đã hai lần có người trượt ngã.", signature).unwrap();
        let command = Command::SubmitOpinion {
            forum: no(),
            words,
            subject: Subject::default(),
            receipt: Digest32(code.hash()),
        };
        let recorded = self.tell(Actor::Anyone, command);
        (recorded.first.unwrap(), code.to_string())
    }

    /// A signed opinion.
    pub fn signed(&self, n: u8) -> (u64, String) {
        self.opinion(n, TypedSignature::Name(SpeakerRole::Citizen, "Lê Văn Nói".into()))
    }

    /// Reads an opinion and lets time publish it.
    pub fn publish(&self, opinion: u64) {
        self.tell(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.hours_later(1);
        self.tick();
    }
}

/// What every page keeps, and that no letters of a person are left raw.
#[track_caller]
pub fn assert_page(answer: &Answer) {
    page_ok(answer);
    let html = answer.html();
    assert!(
        !html.contains("<b>\n") && !html.contains("buổi tối <b>"),
        "{}: a person's words are not escaped",
        answer.asked
    );
}
