//! An office over a store in memory, a clock that can be moved, and what tests ask of its pages.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use base::fact::{Actor, Digest32, Entropy, FieldName, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::announce::Announcement;
use forum::opinion::{TypedSignature, Words};
use http::header::{CONTENT_TYPE, HOST, LOCATION};
use http::{HeaderMap, Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Clock, Options, Recorded, Source};
use people::role::{Role, Scope};
use portal::article::Draft;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::{App, OfficeLedger, Settings};
use world::{Command, LegalBasis};

/// The public checkpoint moves at most that often.
const PUBLISH_EVERY: Duration = Duration::from_secs(60);
pub const ADMINISTRATOR: PersonId = PersonId(1);

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

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Answer {
    pub fn html(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |to| to.to_str().unwrap())
    }

    #[track_caller]
    pub fn says(&self, words: &str) {
        assert!(self.html().contains(words), "\"{words}\" is not in\n{}", self.html());
    }

    #[track_caller]
    pub fn says_not(&self, words: &str) {
        assert!(!self.html().contains(words), "\"{words}\" is in\n{}", self.html());
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Answer {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        self
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

impl Rig {
    /// A record without entries. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn empty() -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "web-portal-{}-{}",
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
        options.publish_every = PUBLISH_EVERY;
        let elapsed = seconds.clone();
        options.monotonic = Arc::new(move || Duration::from_secs(elapsed.load(Ordering::SeqCst)));
        options.clock = clock.clone();
        options.entropy = chance();
        let ledger = OfficeLedger::open(Arc::new(store.clone()) as Arc<dyn Store>, options).unwrap();
        let settings = Settings {
            origin: "thu.langnghe.example/so".to_owned(),
            publish_every_seconds: PUBLISH_EVERY.as_secs(),
            high_water: false,
            rate_limit: true,
            demo: false,
            tls: false,
            proxy: false,
            database: "SQLite",
        };
        let ops = Ops::open(&folder).unwrap().0;
        Rig {
            app: App::new(ledger, ops, settings, clock, chance()),
            store,
            seconds,
            folder,
        }
    }

    /// An office with a name, whose administrator also publishes and reads opinions.
    pub async fn office() -> Rig {
        let rig = Rig::empty();
        let token = Digest32([1; 32]);
        rig.does(Actor::Console, Command::IssueFirstInvitation { token }).await;
        rig.does(Actor::Anyone, Command::AcceptInvitation { token }).await;
        let admin = Actor::Person(ADMINISTRATOR);
        rig.does(
            admin,
            Command::NameOffice {
                name: "Văn phòng HĐND tỉnh".into(),
                contact: None,
            },
        )
        .await;
        rig.does(
            admin,
            Command::RenamePerson {
                person: ADMINISTRATOR,
                name: "Trần Thị Dương".into(),
            },
        )
        .await;
        for role in [Role::Publisher, Role::Moderator] {
            rig.does(
                admin,
                Command::GrantRole {
                    person: ADMINISTRATOR,
                    role,
                    scope: Scope::Office,
                },
            )
            .await;
        }
        rig
    }

    pub async fn does(&self, actor: Actor, command: Command) -> Recorded {
        self.app.submit(actor, command, None).await.unwrap()
    }

    /// Publishes an article dated 29/12 of a year.
    pub async fn article(&self, year: i16, title: &str, body: &str) -> u64 {
        let date = Date::new(year, 12, 29).unwrap();
        let (author, department) = (Some("Trần Thị Thùy Dương".into()), Some("Phòng Tổng hợp".into()));
        let draft = Draft {
            date,
            title: title.into(),
            body: body.into(),
            author,
            department,
        };
        self.does(Actor::Person(ADMINISTRATOR), Command::PublishArticle { draft })
            .await
            .first
            .unwrap()
    }

    /// Announces and opens a forum that takes opinions for 20 days.
    pub async fn forum(&self) -> ForumNo {
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
        self.does(Actor::Person(ADMINISTRATOR), Command::AnnounceForum { what })
            .await;
        self.does(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum })
            .await;
        forum
    }

    /// Someone writes an opinion.
    pub async fn opinion(&self, forum: ForumNo, n: u8) -> u64 {
        let words = Words::read("Cổng phụ nên mở sớm hơn mười phút.", "", TypedSignature::None).unwrap();
        let receipt = Digest32([n; 32]);
        self.does(Actor::Anyone, Command::SubmitOpinion { forum, words, receipt })
            .await
            .first
            .unwrap()
    }

    /// Orders values of an entry to be erased.
    pub async fn erase(&self, entry: u64, fields: &[FieldName]) {
        let targets = fields.iter().map(|field| SealedRef::new(entry, *field)).collect();
        let command = Command::OrderErasure {
            targets,
            basis: LegalBasis::Decision,
            decision: Some("QĐ 1".into()),
        };
        self.does(Actor::Person(ADMINISTRATOR), command).await;
    }

    pub fn pass_minutes(&self, minutes: u64) {
        self.seconds.fetch_add(minutes * 60, Ordering::SeqCst);
    }

    /// Number of entries.
    pub fn size(&self) -> u64 {
        self.app.ledger.view().size
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let routes = protect(
            Router::new().merge(web_portal::routes()).with_state(self.app.clone()),
            false,
        );

        let response = LangRewrite(routes).oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes,
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = Request::builder().uri(path).header(HOST, "hd.example:8080");
        let request = headers
            .iter()
            .fold(request, |request, (name, value)| request.header(*name, *value));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header(HOST, "hd.example:8080");
        let form = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(form.body(Body::from(urlencoded(fields))).unwrap()).await
    }
}

fn urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// Fails when markup holds what the content security policy would refuse, an id twice, or a reference to none.
#[track_caller]
pub fn assert_clean(path: &str, html: &str) {
    assert_eq!(html.matches("<h1").count(), 1, "{path}: one h1");
    for tag in html
        .split('<')
        .skip(1)
        .map(|tag| tag.split('>').next().unwrap_or_default())
    {
        let bare: String = tag.split('"').step_by(2).collect::<Vec<_>>().join("\"\"");
        assert!(!bare.contains(" style="), "{path}: an inline style: <{tag}>");
        let handler = bare
            .split_ascii_whitespace()
            .any(|part| part.starts_with("on") && part.contains('='));
        assert!(!handler, "{path}: a handler: <{tag}>");
    }
    let values = |name: &str| {
        html.split(&format!(" {name}=\""))
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect::<Vec<_>>()
    };
    let mut ids = values("id");
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{path}: an id stands twice");
    let referring = ["for", "aria-labelledby", "aria-describedby"]
        .into_iter()
        .flat_map(values);
    for id in referring.flat_map(|list| list.split(' ').collect::<Vec<_>>()) {
        assert!(ids.binary_search(&id).is_ok(), "{path}: no element has the id {id}");
    }
    let levels: Vec<u8> = html
        .split("<h")
        .skip(1)
        .filter_map(|rest| rest.bytes().next())
        .filter(u8::is_ascii_digit)
        .collect();
    let main: Vec<u8> = levels.into_iter().skip_while(|level| *level != b'1').collect();
    assert!(
        main.windows(2).all(|two| two[1] <= two[0] + 1),
        "{path}: a level of headings is left out"
    );
}
