//! An office made by real commands, once for all tests; each test works on its own copy.

use base::fact::{Actor, BlobRef, Digest32, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::announce::Announcement;
use forum::events::{LawfulReason, NAME, REASONS, STATEMENT, SpeakerRole};
use forum::opinion::{Subject, TypedSignature, Words};
use ledger::note::SigningKey;
use ledger::store::{Erasable, Sealed, Store};
use ledger::{HighWaterFile, Ledger, Options, Recorded, SnapshotShelf};
use people::role::{OrganisationKind, Role, Scope};
use portal::article::Draft;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Once, OnceLock};
use std::time::Duration;
use storage::{DirLock, Sqlite};
use world::{Command, LegalBasis, World};

pub const ORIGIN: &str = "test.example/office";
/// 2024-05-06 01:00 UTC, in seconds.
const START: u64 = 1_714_957_200;
/// Hours after which a copy of the office is opened again.
const LATER_HOURS: u64 = 72;
const OPINIONS: usize = 310;
const ADMINISTRATOR: Actor = Actor::Person(PersonId(1));
const MODERATOR: Actor = Actor::Person(PersonId(2));

/// The office all tests copy.
pub struct Made {
    pub dir: PathBuf,
    pub high_water: PathBuf,
    pub size: u64,
    /// A copy of an earlier state of the folder, with its size.
    pub early: PathBuf,
    pub early_size: u64,
    /// The signed checkpoint of that state.
    pub early_checkpoint: String,
    /// A value as it was before its erasure.
    pub erased: Sealed,
    /// A published opinion.
    pub published: u64,
    pub emblem: (u64, BlobRef),
    /// A receipt and its proof, as the office gives them.
    pub receipt: (String, String),
}

pub type TestLedger = Ledger<World, Arc<Sqlite>>;

/// A running ledger with a clock that stands still until it is moved.
pub struct Running {
    pub ledger: TestLedger,
    clock: Arc<AtomicU64>,
    /// As a running office has it.
    _lock: DirLock,
}

struct Shelf(PathBuf);

impl SnapshotShelf for Shelf {
    fn list(&self) -> io::Result<Vec<u64>> {
        let names = std::fs::read_dir(&self.0)?.collect::<Result<Vec<_>, _>>()?;
        Ok(names
            .iter()
            .filter_map(|file| file.path().file_stem()?.to_str()?.parse().ok())
            .collect())
    }
    fn read(&self, size: u64) -> io::Result<Vec<u8>> {
        std::fs::read(self.0.join(format!("{size}.snapshot")))
    }
    fn write(&self, size: u64, bytes: &[u8]) -> io::Result<()> {
        std::fs::write(self.0.join(format!("{size}.snapshot")), bytes)
    }
    fn keep_newest(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
}

struct Mark(PathBuf);

impl HighWaterFile for Mark {
    fn read(&mut self) -> io::Result<Option<String>> {
        Ok(std::fs::read_to_string(&self.0).ok())
    }
    fn write(&mut self, signed: &str) -> io::Result<()> {
        // In one step: the program may be reading it.
        storage::files::write_durably(&self.0, signed.as_bytes())
    }
}

/// A fresh folder of this test run. The next run clears away what this one leaves.
pub fn fresh() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    static CLEARED: Once = Once::new();
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verify");
    CLEARED.call_once(|| clear(&all));
    let dir = all
        .join(std::process::id().to_string())
        .join(NEXT.fetch_add(1, Ordering::Relaxed).to_string());
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// Removes what runs left whose process has ended.
fn clear(all: &Path) {
    for run in std::fs::read_dir(all).into_iter().flatten().flatten() {
        let own = run.file_name() == std::process::id().to_string().as_str();
        if own || !Path::new("/proc").join(run.file_name()).exists() {
            let _ = std::fs::remove_dir_all(run.path());
        }
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path) -> PathBuf {
    fn into(from: &Path, to: &Path) {
        for file in std::fs::read_dir(from).unwrap() {
            let file = file.unwrap().path();
            let to = to.join(file.file_name().unwrap());
            if file.is_dir() {
                std::fs::create_dir_all(&to).unwrap();
                into(&file, &to);
            } else {
                std::fs::copy(&file, &to).unwrap();
            }
        }
    }
    let to = fresh();
    into(from, &to);
    to
}

/// Opens a folder, making key and name when it is new.
pub fn open(dir: &Path, high_water: Option<&Path>) -> Running {
    let lock = DirLock::take(dir, "a test").unwrap();
    let key_file = dir.join("keys/log");
    let seed = storage::files::read_key(&key_file).unwrap_or_else(|_| {
        storage::files::create_key(&key_file, &[7; 32]).unwrap();
        [7; 32]
    });
    let key = SigningKey::new(ORIGIN, seed).unwrap();
    std::fs::write(dir.join("origin"), format!("{ORIGIN}\n")).unwrap();
    std::fs::write(dir.join("vkey"), format!("{}\n", key.verifier())).unwrap();
    std::fs::create_dir_all(dir.join("snapshots")).unwrap();
    let store = Arc::new(Sqlite::open(dir).unwrap());
    let began = if store.head().unwrap().size == 0 {
        START
    } else {
        START + LATER_HOURS * 3600
    };
    let clock = Arc::new(AtomicU64::new(began));
    let mut options = Options::new(key);
    options.publish_every = Duration::ZERO;
    options.snapshot_every = 400;
    options.shelf = Some(Box::new(Shelf(dir.join("snapshots"))));
    options.high_water = high_water.map(|path| Box::new(Mark(path.to_owned())) as Box<dyn HighWaterFile>);
    let shown = clock.clone();
    options.clock = Arc::new(move || Minute::from_unix_secs(shown.load(Ordering::Relaxed)));
    let ledger = Ledger::open(store, options).unwrap_or_else(|why| panic!("{why}"));
    Running {
        ledger,
        clock,
        _lock: lock,
    }
}

impl Running {
    pub fn give(&self, actor: Actor, command: Command) -> Recorded {
        self.ledger
            .submit(actor, command, None)
            .unwrap()
            .blocking_wait()
            .unwrap_or_else(|why| panic!("{why}"))
    }

    pub fn tick(&self) {
        let until = Minute::from_unix_secs(self.clock.load(Ordering::Relaxed));
        self.give(Actor::Clock, Command::Tick { until });
    }

    fn hours(&self, hours: u64) {
        self.clock.fetch_add(hours * 3600, Ordering::Relaxed);
    }

    /// Writes an opinion; its entry.
    pub fn opinion(&self, n: usize) -> u64 {
        let statement = format!("Ý kiến số {n}: cổng chính buổi sáng còn ùn tắc, nên mở thêm lối phụ.");
        let signature = match n % 3 {
            0 => TypedSignature::None,
            1 => TypedSignature::Role(SpeakerRole::Citizen),
            _ => TypedSignature::Name(SpeakerRole::Delegate, format!("Nguyễn Văn {n}")),
        };
        let reasons = if n.is_multiple_of(2) {
            "Tôi đi qua đây mỗi ngày.\nĐã hai lần va chạm."
        } else {
            ""
        };
        let words = Words::read(&statement, reasons, signature).unwrap();
        let command = Command::SubmitOpinion {
            forum: forum_no(),
            words,
            subject: Subject::default(),
            receipt: receipt(n),
        };
        let once = self.ledger.once(&format!("key-{n}"), statement.as_bytes());
        let recorded = self
            .ledger
            .submit(Actor::Anyone, command, Some(once))
            .unwrap()
            .blocking_wait()
            .unwrap();
        recorded.first.unwrap()
    }

    /// Removes what was ordered and records that it is gone.
    pub fn erase(&self) {
        for pending in self.ledger.view().state.pending_erasures() {
            let values = pending.values.iter().map(|at| Erasable::Sealed(*at));
            let what: Vec<Erasable> = values
                .chain(pending.files.iter().map(|id| Erasable::Blob(*id)))
                .collect();
            self.ledger.erase_now(&what).unwrap();
            self.give(
                Actor::Console,
                Command::ConfirmErased {
                    erasure: pending.erasure,
                },
            );
        }
    }

    pub fn order(&self, targets: Vec<SealedRef>) {
        let decision = Some("Quyết định 12/QĐ-TA ngày 06/05/2024".to_owned());
        self.give(
            ADMINISTRATOR,
            Command::OrderErasure {
                targets,
                basis: LegalBasis::Decision,
                decision,
            },
        );
    }
}

pub fn forum_no() -> ForumNo {
    ForumNo::new(2024, 1).unwrap()
}

fn receipt(n: usize) -> Digest32 {
    let mut digest = [9; 32];
    digest[..8].copy_from_slice(&(n as u64).to_be_bytes());
    Digest32(digest)
}

/// The office all tests copy, made by the first that asks.
pub fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(make)
}

/// People, an article, and a forum that takes opinions.
pub fn set_up(office: &Running) {
    let token = Digest32([1; 32]);
    office.give(Actor::Console, Command::IssueFirstInvitation { token });
    office.give(Actor::Anyone, Command::AcceptInvitation { token });
    let contact = Some("12 đường Lê Lợi".to_owned());
    office.give(
        ADMINISTRATOR,
        Command::NameOffice {
            over: None,
            name: "Văn phòng HĐND tỉnh".into(),
            contact,
        },
    );
    office.give(
        ADMINISTRATOR,
        Command::RenamePerson {
            person: PersonId(1),
            name: "Trần Văn Quản".into(),
        },
    );
    for (kind, name) in [
        (OrganisationKind::CouncilOffice, "Văn phòng"),
        (OrganisationKind::GuardForce, "Cảnh sát bảo vệ"),
    ] {
        office.give(
            ADMINISTRATOR,
            Command::AddOrganisation {
                kind,
                name: name.to_owned(),
            },
        );
    }
    let organisation = Some(OrganisationId(1));
    office.give(
        ADMINISTRATOR,
        Command::AddPerson {
            name: "Lê Thị Đọc".into(),
            organisation,
        },
    );
    for (person, role) in [(1, Role::Secretary), (1, Role::Publisher), (2, Role::Moderator)] {
        let person = PersonId(person);
        office.give(
            ADMINISTRATOR,
            Command::GrantRole {
                person,
                role,
                scope: Scope::Office,
            },
        );
    }
    let draft = Draft {
        date: Date::new(2024, 5, 6).unwrap(),
        title: "Diễn đàn lắng nghe ý kiến nhân dân".into(),
        body: "Sáng nay, diễn đàn đã mở.".repeat(40),
        author: Some("Trần Thị Viết".into()),
        department: None,
    };
    office.give(ADMINISTRATOR, Command::PublishArticle { draft });
    let what = Announcement {
        forum: forum_no(),
        title: "Diễn đàn công an lắng nghe ý kiến nhân dân".into(),
        purpose: Some("Nghe và trả lời.".into()),
        chair: organisation,
        force: Some(OrganisationId(2)),
        closes: Date::new(2024, 7, 1).unwrap(),
        day: Date::new(2024, 7, 5).unwrap(),
    };
    office.give(ADMINISTRATOR, Command::AnnounceForum { what });
    office.give(ADMINISTRATOR, Command::OpenForum { forum: forum_no() });
}

fn emblem(office: &Running, bytes: &[u8]) -> (u64, BlobRef) {
    let blob = office.ledger.put_blob(bytes.to_vec()).unwrap();
    let recorded = office.give(ADMINISTRATOR, Command::SetEmblem { emblem: Some(blob) });
    (recorded.first.unwrap(), blob)
}

/// A receipt's two files.
fn files(office: &Running, seq: u64) -> (String, String) {
    let entry = String::from_utf8(office.ledger.entry_bytes(seq).unwrap().unwrap()).unwrap();
    let mut values = serde_json::Map::new();
    for at in office.ledger.view().state.forums.fields(seq) {
        let sealed = office.ledger.store().sealed(at).unwrap().unwrap();
        let opened = serde_json::json!({"salt": base::hex::encode(&sealed.salt), "value": sealed.value});
        values.insert(at.field.to_string(), opened);
    }
    let json = serde_json::json!({"seq": seq, "entry": entry, "values": values}).to_string();
    (json, office.ledger.proof(seq).unwrap().to_string())
}

fn make() -> Made {
    let dir = fresh();
    let high_water = fresh().join("mark");
    let office = open(&dir, Some(&high_water));
    set_up(&office);
    let (first_emblem, _) = emblem(&office, b"\x89PNG the first emblem");
    let emblem = emblem(&office, b"\x89PNG another emblem, which stays");
    let mut opinions = Vec::new();
    for n in 0..OPINIONS {
        let seq = office.opinion(n);
        opinions.push(seq);
        match n % 10 {
            // Not read yet.
            9 if n + 40 > OPINIONS => {}
            7 => {
                let reason = LawfulReason::OffSubject;
                office.give(MODERATOR, Command::RefuseOpinion { opinion: seq, reason });
            }
            8 => {}
            _ => {
                office.give(MODERATOR, Command::ClearOpinion { opinion: seq });
            }
        }
        if n % 10 == 9 {
            office.hours(1);
            office.tick();
        }
    }
    let early = copy_live(&office, &dir);
    let (early_size, early_checkpoint) = (office.ledger.view().size, office.ledger.view().signed.to_string());
    // One taken back and gone, one taken back and still waiting to be removed, one erased by decision with its emblem.
    office.give(Actor::Anyone, Command::WithdrawOpinion { receipt: receipt(8) });
    let published = opinions[2];
    let at = SealedRef::new(published, STATEMENT);
    let erased = office.ledger.store().sealed(at).unwrap().unwrap();
    let emblem_field = people::events::EMBLEM;
    office.order(vec![
        at,
        SealedRef::new(published, REASONS),
        SealedRef::new(published, NAME),
        SealedRef::new(first_emblem, emblem_field),
    ]);
    office.erase();
    office.give(Actor::Anyone, Command::WithdrawOpinion { receipt: receipt(18) });
    let receipt = files(&office, opinions[20]);
    let size = office.ledger.view().size;
    assert!(size >= 600, "{size} entries are too few");
    let published = opinions[12];
    office.ledger.close();
    Made {
        dir,
        high_water,
        size,
        early,
        early_size,
        early_checkpoint,
        erased,
        published,
        emblem,
        receipt,
    }
}

/// A copy of a folder in use: the log beside the database comes along, its index does not.
pub fn copy_live(_: &Running, dir: &Path) -> PathBuf {
    let to = copy(dir);
    let _ = std::fs::remove_file(to.join("ledger.db-shm"));
    to
}
