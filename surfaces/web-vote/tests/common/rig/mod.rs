//! A small office over a store in memory, and requests to its pages.

mod page;

pub use page::{Answer, HOSTILE, is_sound};

use axum::Router;
use axum::body::{Body, to_bytes};
use base::fact::{Actor, Digest32, Entropy, OrganisationId, PersonId};
use base::number::ForumNo;
use base::time::Minute;
use forum::Forum;
use forum::announce::Announcement;
use forum::opinion::{Subject, TypedSignature, Words};
use http::Request;
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
use world::{Command, CommandKind};

pub const ADMINISTRATOR: PersonId = PersonId(1);
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

pub struct Rig {
    pub app: App,
    pub store: Memory,
    routes: fn() -> Router<App>,
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
    pub fn office(routes: fn() -> Router<App>) -> Rig {
        Rig::behind(routes, false)
    }

    /// The same behind TLS, or not.
    pub fn behind(routes: fn() -> Router<App>, tls: bool) -> Rig {
        static RIGS: AtomicU64 = AtomicU64::new(0);
        let name = format!("{}-{}", std::process::id(), RIGS.fetch_add(1, Ordering::SeqCst));
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(env!("CARGO_PKG_NAME"))
            .join(name);
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
            tls,
            proxy: false,
            database: "SQLite",
        };
        let ops = Ops::open(&folder).unwrap().0;
        let rig = Rig {
            app: App::new(ledger, ops, settings, clock, chance()),
            store,
            routes,
            seconds,
            folder,
        };
        rig.people();
        rig
    }

    fn people(&self) {
        let token = Digest32([1; 32]);
        self.does(Actor::Console, Command::IssueFirstInvitation { token });
        self.does(Actor::Anyone, Command::AcceptInvitation { token });
        let admin = Actor::Person(ADMINISTRATOR);
        let (name, contact) = ("Văn phòng HĐND tỉnh".to_owned(), None);
        self.does(admin, Command::NameOffice { name, contact });
        for (kind, name) in [
            (OrganisationKind::CouncilOffice, "Văn phòng HĐND tỉnh"),
            (OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu"),
            (OrganisationKind::Other, "Thường trực HĐND tỉnh"),
        ] {
            let name = name.to_owned();
            self.does(admin, Command::AddOrganisation { kind, name });
        }
        for (name, organisation, role) in [
            ("Trần Thị Dương", OFFICE, Some(Role::Secretary)),
            ("Nguyễn Thị Chủ", OFFICE, Some(Role::Chair)),
            ("Lê Văn Đọc", COMMITTEE, Some(Role::Moderator)),
            ("Phạm Văn Huy", FORCE, Some(Role::Commander)),
            ("Đỗ Thị Đại", COMMITTEE, Some(Role::Delegate)),
            ("Bùi Văn Thư", OFFICE, Some(Role::Secretary)),
            ("Ngô Không", FORCE, None),
        ] {
            let person = self.person(name, organisation);
            if let Some(role) = role {
                self.grant(person, role);
            }
        }
    }

    /// Adds a person.
    pub fn person(&self, name: &str, organisation: OrganisationId) -> PersonId {
        let add = Command::AddPerson {
            name: name.to_owned(),
            organisation: Some(organisation),
        };
        self.does(Actor::Person(ADMINISTRATOR), add);
        let view = self.app.ledger.view();
        view.state.people.persons.get_max().unwrap().0
    }

    fn grant(&self, person: PersonId, role: Role) {
        let scope = Scope::Office;
        self.does(Actor::Person(ADMINISTRATOR), Command::GrantRole { person, role, scope });
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
        self.does(Actor::Person(SECRETARY), Command::AnnounceForum { what });
    }

    pub fn open(&self) {
        self.does(Actor::Person(SECRETARY), Command::OpenForum { forum: no() });
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
        self.does(Actor::Anyone, submit).first.unwrap()
    }

    /// Writes an opinion, reads it, and publishes it an hour later; its entry. Numbers follow the order of calls.
    pub fn publish(&self, statement: &str) -> u64 {
        let opinion = self.write(statement);
        self.does(Actor::Person(MODERATOR), Command::ClearOpinion { opinion });
        self.seconds.fetch_add(3_600, Ordering::SeqCst);
        self.tick();
        opinion
    }

    /// Closes opinions and votes before their day.
    pub fn close(&self) {
        self.does(Actor::Person(SECRETARY), Command::CloseCollecting { forum: no() });
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

    /// The forum as it is now.
    pub fn forum(&self) -> Forum {
        self.app.ledger.view().state.forums.forums.get(&no()).unwrap().clone()
    }

    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router = protect((self.routes)(), false);
        let service = LangRewrite(router.with_state(self.app.clone()));
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = service.oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            Answer {
                status: parts.status,
                headers: parts.headers,
                body: to_bytes(body, usize::MAX).await.unwrap().to_vec(),
            }
        })
    }

    /// A request with this cookie line (none when empty) and form.
    pub fn send(&self, method: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "langnghe.example")
            .header("content-type", "application/x-www-form-urlencoded");
        if !cookie.is_empty() {
            request = request.header("cookie", cookie);
        }
        self.ask(request.body(Body::from(form(fields))).unwrap())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", &[])
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send("POST", path, "", fields)
    }

    /// The cookie of a person's new session.
    pub fn session(&self, person: PersonId) -> String {
        format!("phien={}", new_session(&self.app, person).unwrap())
    }

    pub fn get_as(&self, person: PersonId, path: &str) -> Answer {
        self.send("GET", path, &self.session(person), &[])
    }

    pub fn post_as(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send("POST", path, &self.session(person), fields)
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
            let person = self.person("Người thử vai", if role == Role::Commander { FORCE } else { COMMITTEE });
            self.grant(person, role);
            (person, Some(role), may(role))
        };
        let mut all: Vec<_> = Role::ALL.map(of).into();
        all.push((NOBODY, None, false));
        all
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}
