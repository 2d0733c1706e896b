//! A small office over a store in memory, and what tests ask of its pages.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use axum::Router;
use axum::body::{Body, to_bytes};
use base::code::ReceiptCode;
use base::fact::{Actor, BlobId, Digest32, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::{Hour, Minute};
use forum::announce::Announcement;
use forum::events::SpeakerRole;
use forum::opinion::{TypedSignature, Words};
use http::{HeaderMap, Request, StatusCode};
use ledger::note::SigningKey;
use ledger::store::{AppendError, Batch, Blob, Erasable, Head, OnceRow, Sealed, Store, StoreError};
use ledger::{Clock, Ledger, Options, Recorded, Rejected, Source};
use people::role::{Role, Scope};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::{Memory, Ops};
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::{App, Settings};
use world::{Command, Refusal, World};

pub const ORIGIN: &str = "thu.langnghe.example/so";
pub const ADMINISTRATOR: PersonId = PersonId(1);
pub const MODERATOR: PersonId = PersonId(2);
pub const STATEMENT: &str = "Cổng chính thiếu ánh sáng vào buổi tối <b>";

/// A store that lies on demand: entries or words come back altered.
#[derive(Default)]
pub struct Liar {
    /// What it tells when it does not lie.
    pub inner: Memory,
    /// Number of the entry whose bytes come back altered, from 1; 0 lies about none.
    pub entry: AtomicU64,
    /// The same for sealed words.
    pub words: AtomicU64,
}

impl Store for Liar {
    fn head(&self) -> Result<Head, StoreError> {
        self.inner.head()
    }
    fn lead(&self) -> Result<Head, StoreError> {
        self.inner.lead()
    }
    fn append(&self, epoch: u64, batch: &Batch) -> Result<(), AppendError> {
        self.inner.append(epoch, batch)
    }
    fn entries(&self, from: u64, to: u64, each: &mut dyn FnMut(u64, &[u8]) -> bool) -> Result<(), StoreError> {
        let lied = self.entry.load(Ordering::SeqCst);
        self.inner.entries(from, to, &mut |seq, bytes| {
            let mut bytes = bytes.to_vec();
            if seq + 1 == lied {
                // one hex digit of the last digest: still an entry, but another one
                let place = bytes.len() - 4;
                bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
            }
            each(seq, &bytes)
        })
    }
    fn sealed(&self, at: SealedRef) -> Result<Option<Sealed>, StoreError> {
        let lied = self.words.load(Ordering::SeqCst);
        let mut sealed = self.inner.sealed(at)?;
        if let Some(sealed) = sealed.as_mut().filter(|_| at.seq + 1 == lied) {
            sealed.value.push('!');
        }
        Ok(sealed)
    }
    fn sealed_range(&self, from: u64, to: u64, each: &mut dyn FnMut(Sealed) -> bool) -> Result<(), StoreError> {
        self.inner.sealed_range(from, to, each)
    }
    fn once_from(&self, from: u64) -> Result<Vec<OnceRow>, StoreError> {
        self.inner.once_from(from)
    }
    fn forget_once_before(&self, seq: u64) -> Result<(), StoreError> {
        self.inner.forget_once_before(seq)
    }
    fn tile(&self, level: u8, index: u64) -> Result<Option<Box<[u8]>>, StoreError> {
        self.inner.tile(level, index)
    }
    fn put_blob(&self, id: BlobId, blob: &Blob) -> Result<(), StoreError> {
        self.inner.put_blob(id, blob)
    }
    fn blob(&self, id: BlobId) -> Result<Option<Blob>, StoreError> {
        self.inner.blob(id)
    }
    fn blobs(&self, after: Option<BlobId>, limit: usize) -> Result<Vec<(BlobId, Hour)>, StoreError> {
        self.inner.blobs(after, limit)
    }
    fn erase(&self, what: &[Erasable]) -> Result<(), StoreError> {
        self.inner.erase(what)
    }
}

/// The office.
pub struct Rig {
    pub app: App,
    pub store: Arc<Liar>,
    seconds: Arc<AtomicU64>,
    elapsed: Arc<AtomicU64>,
    folder: PathBuf,
}

impl Drop for Rig {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn chance() -> Source {
    let drawn = AtomicU64::new(0);
    Arc::new(move || Sha256::digest(drawn.fetch_add(1, Ordering::SeqCst).to_be_bytes()).into())
}

pub fn no() -> ForumNo {
    "2020-01".parse().unwrap()
}

impl Rig {
    /// An office with an administrator, a moderator and a forum that takes opinions; every entry is public at once.
    pub fn new() -> Rig {
        Rig::publishing(0)
    }

    /// The same, with a public checkpoint that moves once in so many seconds.
    pub fn publishing(every_seconds: u64) -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "web-record-{}-{}",
            std::process::id(),
            RIGS.fetch_add(1, Ordering::SeqCst)
        );
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let start: Minute = "2019-12-19T08:42:00Z".parse().unwrap();
        let seconds = Arc::new(AtomicU64::new(start.unix_secs()));
        let elapsed = Arc::new(AtomicU64::new(0));
        let (now, since) = (seconds.clone(), elapsed.clone());
        let clock: Clock = Arc::new(move || Minute::from_unix_secs(now.load(Ordering::SeqCst)));
        let store = Arc::new(Liar::default());
        let mut options = Options::new(SigningKey::new(ORIGIN, [7; 32]).unwrap());
        options.publish_every = Duration::from_secs(every_seconds);
        options.clock = clock.clone();
        options.monotonic = Arc::new(move || Duration::from_secs(since.load(Ordering::SeqCst)));
        options.entropy = chance();
        let ledger: Ledger<World, Arc<dyn Store>> = Ledger::open(store.clone() as Arc<dyn Store>, options).unwrap();
        let settings = Settings {
            origin: ORIGIN.to_owned(),
            publish_every_seconds: every_seconds,
            high_water: false,
            rate_limit: true,
            demo: true,
            tls: false,
            proxy: false,
            database: "SQLite",
        };
        let ops = Ops::open(&folder).unwrap().0;
        let rig = Rig {
            app: App::new(ledger, ops, settings, clock, chance()),
            store,
            seconds,
            elapsed,
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
        self.does(
            admin,
            Command::AddPerson {
                name: "Trần Thị Đọc".into(),
                organisation: None,
            },
        );
        let (role, scope) = (Role::Moderator, Scope::Office);
        self.does(
            admin,
            Command::GrantRole {
                person: MODERATOR,
                role,
                scope,
            },
        );
        let what = Announcement {
            forum: no(),
            title: "Diễn đàn công an lắng nghe ý kiến nhân dân".into(),
            purpose: None,
            chair: None,
            force: None,
            closes: "2019-12-29".parse().unwrap(),
            day: "2020-01-05".parse().unwrap(),
        };
        self.does(admin, Command::AnnounceForum { what });
        self.does(admin, Command::OpenForum { forum: no() });
    }

    pub fn tries(&self, actor: Actor, command: Command) -> Result<Recorded, Rejected<Refusal>> {
        self.app
            .ledger
            .submit(actor, command, None)
            .and_then(ledger::Pending::blocking_wait)
    }

    pub fn does(&self, actor: Actor, command: Command) -> Recorded {
        self.tries(actor, command).unwrap()
    }

    /// Writes an opinion; its entry and the receipt's code.
    pub fn opinion(&self, n: u8, signature: TypedSignature) -> (u64, String) {
        let code = ReceiptCode::from_bits(&[n; 10]);
        let words = Words::read(STATEMENT, "Đã hai lần có người trượt ngã.", signature).unwrap();
        let receipt = Digest32(code.hash());
        let recorded = self.does(
            Actor::Anyone,
            Command::SubmitOpinion {
                forum: no(),
                words,
                receipt,
            },
        );
        (recorded.first.unwrap(), code.to_string())
    }

    /// A signed opinion.
    pub fn signed(&self, n: u8) -> (u64, String) {
        self.opinion(n, TypedSignature::Name(SpeakerRole::Citizen, "Lê Văn Nói".into()))
    }

    /// Reads an opinion and lets time publish it.
    pub fn publish(&self, opinion: u64) {
        self.does(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.hours_later(1);
        self.does(Actor::Clock, Command::Tick { until: self.app.now() });
    }

    pub fn hours_later(&self, hours: u64) {
        self.seconds.fetch_add(hours * 3600, Ordering::SeqCst);
    }

    /// Lets the public checkpoint move.
    pub fn seconds_pass(&self, seconds: u64) {
        self.elapsed.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router: Router<App> = protect(web_record::routes(), false);
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

    pub fn get(&self, path: &str) -> Answer {
        self.with(path, "GET", "")
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        self.with(path, "POST", body)
    }

    pub fn with(&self, path: &str, method: &str, body: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "langnghe.example:8080");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body.to_owned())).unwrap())
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

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// What every page keeps: one h1, ids once, nothing inline, no letters of a person left raw.
pub fn assert_page(answer: &Answer) {
    let html = answer.text();
    assert_eq!(html.matches("<h1").count(), 1, "one h1: {html}");
    assert!(
        !html.contains("<b>\n") && !html.contains("buổi tối <b>"),
        "a person's words are escaped"
    );
    assert!(!html.contains(" style=") && !html.contains("<style") && !html.contains("<script>"));
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    assert!(!html.contains("hệ thống"), "no page says so");
    for reference in html
        .split(" aria-labelledby=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
    {
        for id in reference.split(' ') {
            assert!(ids.binary_search(&id).is_ok(), "{id} is not there");
        }
    }
}
