//! The office these tests are about: its people, and a forum that concluded.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Actor, Digest32, OrganisationId, PersonId};
use base::number::ForumNo;
use forum::ClauseNo;
use forum::announce::Announcement;
use forum::clause::Clause;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{EvidenceSort, FindingSort};
use forum::opinion::{Subject, TypedSignature, Words};
use people::role::{OrganisationKind, Role, Scope};
use std::net::SocketAddr;
use std::ops::Deref;
use web_rig::{Answer, Database, Office, Plan};
use world::Command;

pub const SECRETARY: PersonId = PersonId(2);
pub const CHAIR: PersonId = PersonId(3);
pub const MODERATOR: PersonId = PersonId(4);
pub const COMMANDER: PersonId = PersonId(5);
pub const VERIFIER: PersonId = PersonId(6);
/// Hears of what is late; of an organisation of its own.
pub const SUPERIOR: PersonId = PersonId(7);
/// Has no role.
pub const NOBODY: PersonId = PersonId(8);
pub const OFFICE: OrganisationId = OrganisationId(1);
pub const FORCE: OrganisationId = OrganisationId(2);
pub const COMMITTEE: OrganisationId = OrganisationId(3);

/// The page of the first clause, and its work page.
pub const PAGE: &str = "/dien-dan/2019-01/viec/1.1";
pub const DESK: &str = "/dieu-hanh/dien-dan/2019-01/viec/1.1";
pub const CONTESTS: &str = "/dieu-hanh/dien-dan/2019-01/phan-doi";

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

/// The clause most tests are about: 1.1 is the force's, needs figures and a visit; 1.2 needs a document.
pub fn clause_no(clause: u32) -> ClauseNo {
    ClauseNo {
        forum: no(),
        directive: 1,
        clause,
    }
}

impl Rig {
    /// An office with people and no forum. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn empty() -> Rig {
        Rig::publishing(0)
    }

    /// The same with a public checkpoint that moves at most once in so many seconds.
    pub fn publishing(seconds: u64) -> Rig {
        let office = Plan::new(Database::usual(), web_follow::routes())
            .publish_every(seconds)
            .open();
        office.begin();
        for (kind, name, id) in [
            (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh", OFFICE),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu", FORCE),
            (OrganisationKind::Other, "Thường trực HĐND tỉnh", COMMITTEE),
        ] {
            assert_eq!(office.organisation(kind, name), id);
        }
        for (name, organisation, role, id) in [
            ("Trần Thị Dương", OFFICE, Some(Role::Secretary), SECRETARY),
            ("Nguyễn Thị Chủ", OFFICE, Some(Role::Chair), CHAIR),
            ("Lê Văn Đọc", COMMITTEE, Some(Role::Moderator), MODERATOR),
            ("Phạm Văn Huy", FORCE, Some(Role::Commander), COMMANDER),
            ("Đỗ Thị Xác", OFFICE, Some(Role::Verifier), VERIFIER),
            ("Hoàng Văn Cấp", COMMITTEE, Some(Role::Superior), SUPERIOR),
            ("Ngô Không", FORCE, None, NOBODY),
        ] {
            let roles: Vec<(Role, Scope)> = role.into_iter().map(|role| (role, Scope::Office)).collect();
            assert_eq!(office.person(name, Some(organisation), &roles), id);
        }
        Rig(office)
    }

    /// The same with a forum that took one opinion and concluded on 30/12/2019 with one directive of two clauses.
    pub fn concluded() -> Rig {
        let rig = Rig::empty();
        rig.conclude();
        rig
    }

    /// Announces the forum, hears an opinion, and concludes.
    pub fn conclude(&self) {
        let (secretary, chair) = (Actor::Person(SECRETARY), Actor::Person(CHAIR));
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
        let words = Words::read("Cổng phụ kiểm soát chưa chặt.", "", TypedSignature::None).unwrap();
        let submit = Command::SubmitOpinion {
            forum: no(),
            words,
            subject: Subject::default(),
            receipt: Digest32([9; 32]),
        };
        let opinion = self.tell(Actor::Anyone, submit).first.unwrap();
        self.tell(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.to("2019-12-30T02:00:00Z");
        self.tick();
        let finding = Command::RecordFinding {
            forum: no(),
            sort: FindingSort::Shortcoming,
            opinions: vec![1],
            text: "Kiểm soát ở cổng chưa chặt chẽ.".into(),
        };
        self.tell(secretary, finding);
        let conclusion = Command::WriteConclusion {
            forum: no(),
            over: None,
            text: "Kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ.".into(),
            signer: "Nguyễn Thị Nhung".into(),
            post: "Chánh Văn phòng".into(),
        };
        let over = self.tell(secretary, conclusion).first.unwrap();
        let clause = |task: &str, days, evidence| ClauseDraft {
            owner: FORCE,
            verifier: OFFICE,
            working_days: days,
            evidence,
            task: task.into(),
            measure: "Lượt vào cổng ghi đủ giấy tờ từ 98% trở lên.".into(),
        };
        let draft = DirectiveDraft {
            directive: None,
            over: None,
            findings: vec![1],
            addressee: "Lực lượng Cảnh sát bảo vệ mục tiêu".into(),
            text: "Tiếp tục nỗ lực phấn đấu, khắc phục thiếu sót.".into(),
            clauses: vec![
                clause(
                    "Khắc phục việc kiểm soát ở cổng chưa chặt chẽ",
                    10,
                    vec![EvidenceSort::Figures, EvidenceSort::Visit],
                ),
                clause("Rà soát các phương án bảo vệ", 40, vec![EvidenceSort::Document]),
            ],
        };
        let directive = Command::WriteDirective { forum: no(), draft };
        let written = self.tell(secretary, directive).first.unwrap();
        let what = Conclude {
            over,
            directives: vec![written],
            sign: Some("05/TB-VP".into()),
        };
        self.tell(chair, Command::Conclude { forum: no(), what });
    }

    /// Moves the clock to a minute of UTC.
    pub fn to(&self, minute: &str) {
        self.set_clock(minute.parse().unwrap());
    }

    /// A clause as it is now.
    pub fn clause(&self, number: u32) -> Clause {
        let view = self.app.ledger.view();
        view.state.forums.clause(clause_no(number)).unwrap().clone()
    }

    /// Contests the first clause; the address of the receipt.
    pub fn contest(&self, words: &str) -> String {
        let form = self.get(&format!("{PAGE}/phan-doi"));
        let fields = [("noi_dung", words), ("khoa", &form.key())];
        let sent = self.post(&format!("{PAGE}/phan-doi"), &fields);
        sent.is(303).header("location").to_owned()
    }

    /// Sends the form of the work page that has this field, as this person would, with these values.
    pub fn act(&self, person: PersonId, act: &str, fields: &[(&str, &str)]) -> Answer {
        let key = format!("{act}-{}-{}", self.size(), person.0);
        let mut all = vec![("khoa", key.as_str())];
        all.extend(fields);
        self.post_as(person, &format!("{DESK}/{act}"), &all)
    }

    /// Sends a form with a file from the work page of the first clause.
    pub fn upload(&self, person: PersonId, fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Answer {
        let path = format!("{DESK}/bang-chung");
        self.signed_in(person).post_file(&path, fields, ("tep", name, bytes))
    }

    pub fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        self.browser().header(name, value).get(path)
    }

    pub fn with(&self, method: &str, path: &str) -> Answer {
        self.browser().with(method, path)
    }

    /// A form from an address.
    pub fn post_from(&self, address: SocketAddr, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.browser().from(address).post(path, fields)
    }
}
