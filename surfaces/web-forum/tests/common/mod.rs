//! A small office over a store in memory, and what tests ask of its pages.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use base::fact::{Actor, Digest32, Entropy, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::Minute;
use forum::announce::Announcement;
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
pub const MODERATOR: PersonId = PersonId(3);
/// Reads opinions in the second forum only.
pub const ELSEWHERE: PersonId = PersonId(4);
/// Has no role.
pub const NOBODY: PersonId = PersonId(5);
pub const OFFICE: OrganisationId = OrganisationId(1);
pub const FORCE: OrganisationId = OrganisationId(2);
pub const WORDS: &str = "Cổng phụ nên mở sớm hơn mười phút.";

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
    /// An office with people and no forum. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn empty() -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "web-forum-{}-{}",
            std::process::id(),
            RIGS.fetch_add(1, Ordering::SeqCst)
        );
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
        rig
    }

    fn begin(&self) {
        let token = Digest32([1; 32]);
        self.does(Actor::Console, Command::IssueFirstInvitation { token });
        self.does(Actor::Anyone, Command::AcceptInvitation { token });
        let admin = Actor::Person(ADMINISTRATOR);
        self.does(
            admin,
            Command::NameOffice {
                name: "Văn phòng HĐND tỉnh".into(),
                contact: None,
            },
        );
        let (council, guard) = (OrganisationKind::CouncilOffice, OrganisationKind::GuardForce);
        self.does(
            admin,
            Command::AddOrganisation {
                kind: council,
                name: "Văn phòng HĐND tỉnh".into(),
            },
        );
        self.does(
            admin,
            Command::AddOrganisation {
                kind: guard,
                name: "Phòng Cảnh sát bảo vệ mục tiêu".into(),
            },
        );
        for name in ["Trần Thị Dương", "Lê Văn Đọc", "Phạm Thị Khác", "Ngô Không"] {
            self.does(
                admin,
                Command::AddPerson {
                    name: name.into(),
                    organisation: None,
                },
            );
        }
        let scope = Scope::Office;
        self.does(
            admin,
            Command::GrantRole {
                person: SECRETARY,
                role: Role::Secretary,
                scope,
            },
        );
        self.does(
            admin,
            Command::GrantRole {
                person: MODERATOR,
                role: Role::Moderator,
                scope,
            },
        );
    }

    /// The same with a forum that was announced and takes opinions until 29/12/2019, held on 05/01/2020.
    pub fn open() -> Rig {
        let rig = Rig::announced();
        rig.does(Actor::Person(SECRETARY), Command::OpenForum { forum: no() });
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
        self.does(Actor::Person(SECRETARY), Command::AnnounceForum { what });
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

    pub fn hours_later(&self, hours: u64) {
        self.seconds.fetch_add(hours * 3600, Ordering::SeqCst);
    }

    pub fn size(&self) -> u64 {
        self.app.ledger.view().size
    }

    /// What the store keeps of an opinion.
    pub fn kept(&self, seq: u64, field: &'static str) -> Option<String> {
        let at = SealedRef::new(seq, base::fact::FieldName::of(field));
        self.store.sealed(at).unwrap().map(|sealed| sealed.value)
    }

    /// Sends an opinion through its page; the entry that received it.
    pub fn write(&self, words: &str, key: &str) -> u64 {
        let answer = self.post("/dien-dan/2019-01/viet", &[("y_kien", words), ("khoa", key)]);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        self.size() - 1
    }

    /// Clears these opinions and lets the hour end.
    pub fn publish(&self, opinions: &[u64]) {
        for opinion in opinions {
            self.does(Actor::Person(MODERATOR), Command::ClearOpinion { opinion: *opinion });
        }
        self.hours_later(1);
        self.tick();
    }

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router: Router<App> = protect(web_forum::routes(), false);
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
