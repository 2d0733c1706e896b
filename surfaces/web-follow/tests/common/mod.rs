//! A small office over a store in memory, with a forum that concluded, and what tests ask of its pages.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use base::fact::{Actor, Digest32, Entropy, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::Minute;
use forum::ClauseNo;
use forum::announce::Announcement;
use forum::clause::Clause;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{EvidenceSort, FindingSort};
use forum::opinion::{Subject, TypedSignature, Words};
use http::{HeaderMap, Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Clock, Options, Recorded, Source};
use people::role::{OrganisationKind, Role, Scope};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::{App, OfficeLedger, Settings, new_session};
use world::Command;

pub const ADMINISTRATOR: PersonId = PersonId(1);
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

pub struct Rig {
    pub app: App,
    pub store: Memory,
    seconds: Arc<AtomicU64>,
    folder: PathBuf,
}

impl Drop for Rig {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn chance() -> Source {
    let drawn = AtomicU64::new(0);
    Arc::new(move || {
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes());
        Entropy::new(seed).draw()
    })
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

const ROLES: [(PersonId, Role); 6] = [
    (SECRETARY, Role::Secretary),
    (CHAIR, Role::Chair),
    (MODERATOR, Role::Moderator),
    (COMMANDER, Role::Commander),
    (VERIFIER, Role::Verifier),
    (SUPERIOR, Role::Superior),
];

impl Rig {
    /// An office with people and no forum. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn empty() -> Rig {
        Rig::publishing(Duration::ZERO)
    }

    /// The same with a public checkpoint that moves so seldom.
    pub fn publishing(every: Duration) -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let count = RIGS.fetch_add(1, Ordering::SeqCst);
        let name = format!("web-follow-{}-{count}", std::process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let start: Minute = "2019-12-19T08:42:00Z".parse().unwrap();
        let seconds = Arc::new(AtomicU64::new(start.unix_secs()));
        let now = seconds.clone();
        let clock: Clock = Arc::new(move || Minute::from_unix_secs(now.load(Ordering::SeqCst)));
        let store = Memory::new();
        let mut options = Options::new(SigningKey::new("thu.langnghe.example/so", [7; 32]).unwrap());
        options.publish_every = every;
        options.clock = clock.clone();
        options.entropy = chance();
        let ledger = OfficeLedger::open(Arc::new(store.clone()) as Arc<dyn Store>, options).unwrap();
        let settings = Settings {
            origin: "thu.langnghe.example/so".to_owned(),
            publish_every_seconds: 0,
            high_water: false,
            rate_limit: true,
            demo: false,
            tls: false,
            proxy: false,
            database: "SQLite",
        };
        let ops = Ops::open(&folder).unwrap().0;
        let rig = Rig {
            app: App::new(ledger, ops, settings, clock, chance()),
            store,
            seconds,
            folder,
        };
        rig.begin();
        rig
    }

    fn begin(&self) {
        let token = Digest32([1; 32]);
        self.does(Actor::Console, Command::IssueFirstInvitation { token });
        self.does(Actor::Anyone, Command::AcceptInvitation { token });
        let admin = Actor::Person(ADMINISTRATOR);
        let office = Command::NameOffice {
            name: "Văn phòng HĐND tỉnh".into(),
            contact: None,
        };
        self.does(admin, office);
        for (kind, name) in [
            (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh"),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu"),
            (OrganisationKind::Other, "Thường trực HĐND tỉnh"),
        ] {
            let name = name.to_owned();
            self.does(admin, Command::AddOrganisation { kind, name });
        }
        for (name, organisation) in [
            ("Trần Thị Dương", Some(OFFICE)),
            ("Nguyễn Thị Chủ", Some(OFFICE)),
            ("Lê Văn Đọc", Some(COMMITTEE)),
            ("Phạm Văn Huy", Some(FORCE)),
            ("Đỗ Thị Xác", Some(OFFICE)),
            ("Hoàng Văn Cấp", Some(COMMITTEE)),
            ("Ngô Không", Some(FORCE)),
        ] {
            let name = name.to_owned();
            self.does(admin, Command::AddPerson { name, organisation });
        }
        for (person, role) in ROLES {
            let scope = Scope::Office;
            self.does(admin, Command::GrantRole { person, role, scope });
        }
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
        self.does(secretary, Command::AnnounceForum { what });
        self.does(secretary, Command::OpenForum { forum: no() });
        let words = Words::read("Cổng phụ kiểm soát chưa chặt.", "", TypedSignature::None).unwrap();
        let submit = Command::SubmitOpinion {
            forum: no(),
            words,
            subject: Subject::default(),
            receipt: Digest32([9; 32]),
        };
        let opinion = self.does(Actor::Anyone, submit).first.unwrap();
        self.does(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.to("2019-12-30T02:00:00Z");
        self.tick();
        let finding = Command::RecordFinding {
            forum: no(),
            sort: FindingSort::Shortcoming,
            opinions: vec![1],
            text: "Kiểm soát ở cổng chưa chặt chẽ.".into(),
        };
        self.does(secretary, finding);
        let conclusion = Command::WriteConclusion {
            forum: no(),
            over: None,
            text: "Kịp thời khắc phục những thiếu sót, sơ hở trong công tác bảo vệ.".into(),
            signer: "Nguyễn Thị Nhung".into(),
            post: "Chánh Văn phòng".into(),
        };
        let over = self.does(secretary, conclusion).first.unwrap();
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
        let written = self.does(secretary, directive).first.unwrap();
        let what = Conclude {
            over,
            directives: vec![written],
            sign: Some("05/TB-VP".into()),
        };
        self.does(chair, Command::Conclude { forum: no(), what });
    }

    pub fn does(&self, actor: Actor, command: Command) -> Recorded {
        self.app
            .ledger
            .submit(actor, command, None)
            .and_then(ledger::Pending::blocking_wait)
            .unwrap()
    }

    pub fn tick(&self) {
        self.does(Actor::Clock, Command::Tick { until: self.app.now() });
    }

    /// Moves the clock to a minute of UTC.
    pub fn to(&self, minute: &str) {
        let minute: Minute = minute.parse().unwrap();
        self.seconds.store(minute.unix_secs(), Ordering::SeqCst);
    }

    pub fn size(&self) -> u64 {
        self.app.ledger.view().size
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

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router: Router<App> = protect(web_follow::routes(), false);
        let service = LangRewrite(router.with_state(self.app.clone()));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = service.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body,
            }
        })
    }

    fn request(method: &str, path: &str) -> http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "langnghe.example");
        request.header("content-type", "application/x-www-form-urlencoded")
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask(Rig::request("GET", path).body(Body::empty()).unwrap())
    }

    /// Sends a form with a file from the work page of the first clause.
    pub fn upload(&self, person: PersonId, fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Answer {
        let (line, mut body) = ("----giua----", Vec::new());
        for (field, value) in fields {
            let part = format!("--{line}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.as_bytes());
        }
        let head = "content-type: application/octet-stream\r\n\r\n";
        let part = format!("--{line}\r\ncontent-disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\n{head}");
        body.extend(part.as_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{line}--\r\n").as_bytes());
        let request = Request::builder()
            .method("POST")
            .uri(format!("{DESK}/bang-chung"))
            .header("host", "langnghe.example")
            .header("content-type", format!("multipart/form-data; boundary={line}"))
            .header("cookie", self.session(person));
        self.ask(request.body(Body::from(body)).unwrap())
    }

    pub fn get_with(&self, path: &str, name: &str, value: &str) -> Answer {
        self.ask(
            Rig::request("GET", path)
                .header(name, value)
                .body(Body::empty())
                .unwrap(),
        )
    }

    pub fn with(&self, method: &str, path: &str) -> Answer {
        self.ask(Rig::request(method, path).body(Body::empty()).unwrap())
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(Rig::request("POST", path).body(Body::from(form(fields))).unwrap())
    }

    /// A form from an address.
    pub fn post_from(&self, address: SocketAddr, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = Rig::request("POST", path).body(Body::from(form(fields))).unwrap();
        request.extensions_mut().insert(ConnectInfo(address));
        self.ask(request)
    }

    /// The cookie of a person's new session.
    pub fn session(&self, person: PersonId) -> String {
        format!("phien={}", new_session(&self.app, person).unwrap())
    }

    pub fn get_as(&self, person: PersonId, path: &str) -> Answer {
        self.ask(
            Rig::request("GET", path)
                .header("cookie", self.session(person))
                .body(Body::empty())
                .unwrap(),
        )
    }

    pub fn post_as(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Rig::request("POST", path).header("cookie", self.session(person));
        self.ask(request.body(Body::from(form(fields))).unwrap())
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Answer {
        assert!(self.text().contains(words), "\"{words}\" is not in {}", self.text());
        self
    }

    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Answer {
        assert!(!self.text().contains(words), "\"{words}\" is in {}", self.text());
        self
    }

    /// The value of the form's hidden key.
    pub fn key(&self) -> String {
        let text = self.text();
        let mark = r#"name="khoa" value=""#;
        let start = text.find(mark).expect("a key") + mark.len();
        text[start..].split('"').next().unwrap().to_owned()
    }
}

/// What is wrong with the markup of any page: headings out of order, more than one first one, ids twice, inline style.
#[track_caller]
pub fn is_sound(answer: &Answer) {
    let text = answer.text();
    assert_eq!(text.matches("<h1").count(), 1, "one h1: {text}");
    assert!(!text.contains(" style=") && !text.contains("<script>"), "{text}");
    let mut ids: Vec<&str> = text
        .split(" id=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice in {text}");
    let main = &text[text.find("<main").unwrap()..text.find("</main>").unwrap()];
    let levels = main
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.chars().next()?.to_digit(10));
    // An error summary, of level 2, may stand before the first heading of the page itself.
    levels.fold(1, |before, level| {
        assert!(
            level <= before + 1,
            "a heading of level {level} after {before} in {main}"
        );
        level
    });
    for place in text.split(r##"href="#f-"##).skip(1) {
        let id = format!(" id=\"f-{}\"", place.split('"').next().unwrap());
        assert!(text.contains(&id), "the summary leads to {id}, which is not there");
    }
}
