//! A small office over a store in memory, with an open forum, and what tests ask of its pages.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, to_bytes};
use base::fact::{Actor, Digest32, Entropy, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::Minute;
use forum::Forum;
use forum::announce::Announcement;
use forum::events::About;
use forum::opinion::{Subject, TypedSignature, Words};
use forum::report::{FigureDraft, ParagraphDraft, SectionDraft};
use http::{HeaderMap, Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Clock, Options, Recorded, Source};
use people::role::{OrganisationKind, Role, Scope};
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

impl Rig {
    /// An office with a forum that takes opinions until 29/12/2019 and is held on 30/12/2019. It is 15:42 at the office on
    /// Thursday, 19/12/2019.
    pub fn open() -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let count = RIGS.fetch_add(1, Ordering::SeqCst);
        let name = format!("web-report-{}-{count}", std::process::id());
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let start: Minute = "2019-12-19T08:42:00Z".parse().unwrap();
        let seconds = Arc::new(AtomicU64::new(start.unix_secs()));
        let now = seconds.clone();
        let clock: Clock = Arc::new(move || Minute::from_unix_secs(now.load(Ordering::SeqCst)));
        let store = Memory::new();
        let mut options = Options::new(SigningKey::new("thu.langnghe.example/so", [7; 32]).unwrap());
        options.publish_every = Duration::ZERO;
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
        rig.announce();
        rig
    }

    fn begin(&self) {
        let token = Digest32([1; 32]);
        self.does(Actor::Console, Command::IssueFirstInvitation { token });
        self.does(Actor::Anyone, Command::AcceptInvitation { token });
        let admin = Actor::Person(ADMINISTRATOR);
        let name = "Văn phòng HĐND tỉnh".to_owned();
        self.does(admin, Command::NameOffice { name, contact: None });
        for (kind, name) in [
            (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh"),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu"),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát cơ động"),
        ] {
            let name = name.to_owned();
            self.does(admin, Command::AddOrganisation { kind, name });
        }
        for (name, organisation) in [
            ("Trần Thị Dương", OFFICE),
            ("Lê Văn Đọc", OFFICE),
            ("Phạm Văn Huy", FORCE),
            ("Đỗ Văn Khác", OTHER_FORCE),
            ("Ngô Không", FORCE),
        ] {
            let (name, organisation) = (name.to_owned(), Some(organisation));
            self.does(admin, Command::AddPerson { name, organisation });
        }
        for (person, role) in [
            (SECRETARY, Role::Secretary),
            (MODERATOR, Role::Moderator),
            (COMMANDER, Role::Commander),
            (OTHER_COMMANDER, Role::Commander),
        ] {
            let scope = Scope::Office;
            self.does(admin, Command::GrantRole { person, role, scope });
        }
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
        self.does(secretary, Command::AnnounceForum { what });
        self.does(secretary, Command::OpenForum { forum: no() });
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
        self.does(Actor::Person(COMMANDER), Command::WriteSection { forum: no(), draft });
    }

    /// The same, published.
    pub fn publish_report(&self) {
        self.write_section();
        self.does(Actor::Person(COMMANDER), Command::PublishReport { forum: no() });
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
        let opinion = self.does(Actor::Anyone, submit).first.unwrap();
        self.does(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.to("2019-12-23T02:00:00Z");
        self.does(Actor::Clock, Command::Tick { until: self.app.now() });
    }

    pub fn does(&self, actor: Actor, command: Command) -> Recorded {
        let sent = self.app.ledger.submit(actor, command, None);
        sent.and_then(ledger::Pending::blocking_wait).unwrap()
    }

    /// Moves the clock to a minute of UTC.
    pub fn to(&self, minute: &str) {
        let minute: Minute = minute.parse().unwrap();
        self.seconds.store(minute.unix_secs(), Ordering::SeqCst);
    }

    pub fn size(&self) -> u64 {
        self.app.ledger.view().size
    }

    /// The forum as it is now.
    pub fn forum(&self) -> Forum {
        self.app.ledger.view().state.forums.forums[&no()].clone()
    }

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router: Router<App> = protect(web_report::routes(), false);
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

    /// The cookie of a person's new session.
    pub fn session(&self, person: PersonId) -> String {
        format!("phien={}", new_session(&self.app, person).unwrap())
    }

    pub fn get_as(&self, person: PersonId, path: &str) -> Answer {
        let request = Rig::request("GET", path).header("cookie", self.session(person));
        self.ask(request.body(Body::empty()).unwrap())
    }

    pub fn post_as(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Rig::request("POST", path).header("cookie", self.session(person));
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        self.ask(request.body(Body::from(form)).unwrap())
    }

    /// Sends a form with a file in the field `tep`.
    pub fn upload(
        &self,
        person: PersonId,
        path: &str,
        fields: &[(&str, &str)],
        (name, bytes): (&str, &[u8]),
    ) -> Answer {
        let (line, mut body) = ("----giua----", Vec::new());
        for (field, value) in fields {
            let part = format!("--{line}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend(part.as_bytes());
        }
        let head = "content-type: text/html\r\n\r\n";
        let part = format!("--{line}\r\ncontent-disposition: form-data; name=\"tep\"; filename=\"{name}\"\r\n{head}");
        body.extend(part.as_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{line}--\r\n").as_bytes());
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header("host", "langnghe.example")
            .header("content-type", format!("multipart/form-data; boundary={line}"))
            .header("cookie", self.session(person));
        self.ask(request.body(Body::from(body)).unwrap())
    }
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
    pub fn has(&self, words: &str) -> &Answer {
        assert!(self.text().contains(words), "no “{words}” in\n{}", self.text());
        self
    }

    #[track_caller]
    pub fn has_not(&self, words: &str) -> &Answer {
        assert!(!self.text().contains(words), "“{words}” in\n{}", self.text());
        self
    }

    /// The value of the first hidden field of this name.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let (text, before) = (self.text(), format!("name=\"{name}\" value=\""));
        let after = text.split_once(&before).expect("no such field").1;
        after.split_once('"').unwrap().0.to_owned()
    }
}
