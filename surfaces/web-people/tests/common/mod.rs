//! An office over a store in memory, a clock that can be moved, and a browser that keeps its cookie.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use base::fact::{Actor, Digest32, Entropy, PersonId};
use base::time::Minute;
use http::header::{CONTENT_TYPE, COOKIE, HOST, LOCATION, SET_COOKIE};
use http::{HeaderMap, Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Clock, Options, Recorded, Source};
use people::role::{Role, Scope};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::{App, OfficeLedger, Settings, Unsent, new_session};
use world::Command;

pub const ADMINISTRATOR: PersonId = PersonId(1);
/// Has a name and no role.
pub const NOBODY: PersonId = PersonId(2);

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

    /// The session's token, if a cookie was set.
    pub fn session(&self) -> Option<String> {
        let cookies = self
            .headers
            .get_all(SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok());
        let token = cookies
            .filter_map(|cookie| cookie.split(';').next()?.strip_prefix("phien="))
            .next()?;
        Some(token.to_owned())
    }

    #[track_caller]
    pub fn says(&self, words: &str) {
        assert!(self.html().contains(words), "\"{words}\" is not in\n{}", self.html());
    }

    /// The words stand on the page however they are escaped.
    #[track_caller]
    pub fn shows(&self, words: &str) {
        let plain = unescaped(self.html());
        assert!(plain.contains(words), "{words:?} is not in\n{plain}");
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

pub fn digest(token: &str) -> Digest32 {
    Digest32(Sha256::digest(token.as_bytes()).into())
}

impl Rig {
    /// A record without entries. It is 15:42 at the office on Thursday, 19/12/2019.
    pub fn empty() -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "web-people-{}-{}",
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
        Rig {
            app: App::new(ledger, ops, settings, clock, chance()),
            store,
            seconds,
            folder,
        }
    }

    /// An office with its first administrator, a name, and a second person without a role.
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
        rig.does(
            admin,
            Command::AddPerson {
                name: "Ngô Văn An".into(),
                organisation: None,
            },
        )
        .await;
        rig
    }

    pub async fn does(&self, actor: Actor, command: Command) -> Recorded {
        self.app.submit(actor, command, None).await.unwrap()
    }

    pub async fn tries(&self, actor: Actor, command: Command) -> Result<Recorded, Unsent> {
        self.app.submit(actor, command, None).await
    }

    pub async fn grant(&self, person: PersonId, role: Role) {
        let command = Command::GrantRole {
            person,
            role,
            scope: Scope::Office,
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

    pub fn signed_in(&self, person: PersonId) -> String {
        new_session(&self.app, person).unwrap()
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let routes = protect(
            Router::new().merge(web_people::routes()).with_state(self.app.clone()),
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

    pub async fn get(&self, path: &str, session: &str) -> Answer {
        self.ask(request("GET", path, session).body(Body::empty()).unwrap())
            .await
    }

    pub async fn get_with(&self, path: &str, header: (&str, &str)) -> Answer {
        self.ask(
            request("GET", path, "")
                .header(header.0, header.1)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    pub async fn post(&self, path: &str, session: &str, fields: &[(&str, &str)]) -> Answer {
        let form = request("POST", path, session).header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(form.body(Body::from(urlencoded(fields))).unwrap()).await
    }

    /// Sends a file as a browser does.
    pub async fn upload(&self, session: &str, key: &str, file: &[u8]) -> Answer {
        let mut body = Vec::new();
        let part = |name: &str| format!("--ranh\r\nContent-Disposition: form-data; name=\"{name}\"");
        body.extend(format!("{}\r\n\r\n{key}\r\n", part("khoa")).bytes());
        body.extend(format!("{}; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n", part("tep")).bytes());
        body.extend(file);
        body.extend(b"\r\n--ranh--\r\n");
        let form = request("POST", "/quan-tri/van-phong/phu-hieu", session);
        let form = form.header(CONTENT_TYPE, "multipart/form-data; boundary=ranh");
        self.ask(form.body(Body::from(body)).unwrap()).await
    }
}

fn request(method: &str, path: &str, session: &str) -> http::request::Builder {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(HOST, "hd.example:8080");
    if session.is_empty() {
        request
    } else {
        request.header(COOKIE, format!("phien={session}"))
    }
}

pub fn urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// The value of a hidden field of the form sent to `action`.
pub fn hidden(html: &str, action: &str, name: &str) -> String {
    let form = html
        .split_once(&format!("action=\"{action}\""))
        .map_or("", |(_, rest)| rest);
    let field = form
        .split_once(&format!("name=\"{name}\" value=\""))
        .map_or("", |(_, rest)| rest);
    field.split('"').next().unwrap_or_default().to_owned()
}

/// A PNG's first bytes, as far as anyone reads them.
pub fn png(width: u32, height: u32, length: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.resize(length.max(bytes.len()), 0);
    bytes
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

/// Character references made plain.
fn unescaped(html: &str) -> String {
    let references = [
        ("&#60;", "<"),
        ("&lt;", "<"),
        ("&#62;", ">"),
        ("&gt;", ">"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let plain = references
        .into_iter()
        .fold(html.to_owned(), |text, (from, to)| text.replace(from, to));
    plain.replace("&#38;", "&").replace("&amp;", "&")
}
