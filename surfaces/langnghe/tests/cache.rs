//! A page from the cache is the page that would be made now: every public page, after random acts, with and without.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use base::fact::{Actor, Digest32, Entropy, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::announce::Announcement;
use forum::events::LawfulReason;
use forum::opinion::{TypedSignature, Words};
use ledger::note::SigningKey;
use ledger::store::{Erasable, Store};
use ledger::{Ledger, Options};
use people::role::{OrganisationKind, Role, Scope};
use portal::article::Draft;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_kit::cache::{PAGE_CACHE_BYTES_MAX, PAGE_CACHE_ENTRIES_MAX, PageCache};
use web_kit::{LangRewrite, protect};
use web_scene::{App, OfficeLedger, Settings};
use world::{Command, Event, LegalBasis};

/// Acts of one run.
const ACTS: usize = 120;
/// Acts between two looks at every page.
const ACTS_A_LOOK: usize = 4;

struct Office {
    ledger: OfficeLedger,
    kept: App,
    fresh: App,
    clock: Arc<AtomicU64>,
    lot: Entropy,
    _folder: Folder,
}

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Office {
    fn new(seed: u8) -> Office {
        let start = Date::new(2020, 3, 2).unwrap().starts_at().unix_secs();
        let clock = Arc::new(AtomicU64::new(start));
        let told = clock.clone();
        let now: ledger::Clock = Arc::new(move || Minute::from_unix_secs(told.load(Ordering::Relaxed)));
        let draws = AtomicU64::new(0);
        let entropy: ledger::Source = Arc::new(move || {
            let mut seed = [seed; 32];
            seed[..8].copy_from_slice(&draws.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            Entropy::new(seed).draw()
        });
        let mut options = Options::new(SigningKey::new("thu.example/luu-trang", [7; 32]).unwrap());
        options.publish_every = Duration::ZERO;
        options.clock = now.clone();
        options.entropy = entropy.clone();
        let store: Arc<dyn Store> = Arc::new(Memory::new());
        let ledger: OfficeLedger = Ledger::open(store, options).unwrap();
        let bits = getrandom::u64().unwrap();
        let folder = Folder(std::env::temp_dir().join(format!("langnghe-cache-{bits:016x}")));
        let app = |cache, name: &str| {
            let dir = folder.0.join(name);
            std::fs::create_dir_all(&dir).unwrap();
            let settings = Settings {
                origin: "thu.example/luu-trang".to_owned(),
                publish_every_seconds: 0,
                high_water: false,
                rate_limit: false,
                demo: false,
                tls: false,
                proxy: false,
                database: web_scene::Database::Sqlite,
            };
            let (ops, _) = Ops::open(&dir).unwrap();
            App::with_cache(cache, ledger.clone(), ops, settings, now.clone(), entropy.clone())
        };
        let kept = app(PageCache::new(PAGE_CACHE_BYTES_MAX, PAGE_CACHE_ENTRIES_MAX), "kept");
        let fresh = app(PageCache::new(0, 0), "fresh");
        Office {
            ledger,
            kept,
            fresh,
            clock,
            lot: Entropy::new([seed; 32]),
            _folder: folder,
        }
    }

    fn give(&self, actor: Actor, command: Command) -> bool {
        self.ledger
            .submit(actor, command, None)
            .unwrap()
            .blocking_wait()
            .is_ok()
    }

    fn found(&self) {
        let (token, one) = (Digest32([9; 32]), Actor::Person(PersonId(1)));
        assert!(self.give(Actor::Console, Command::IssueFirstInvitation { token }));
        assert!(self.give(Actor::Anyone, Command::AcceptInvitation { token }));
        for role in [Role::Moderator, Role::Publisher] {
            let scope = Scope::Office;
            assert!(self.give(
                one,
                Command::GrantRole {
                    person: PersonId(1),
                    role,
                    scope
                }
            ));
        }
    }

    /// One act drawn by lot; many are refused, which must change no page.
    fn act(&mut self) {
        let one = Actor::Person(PersonId(1));
        let number = self.lot.below(3) as u8 + 1;
        let no = ForumNo::new(2020, number).unwrap();
        let today = self.kept.now().office_date();
        let opinions: Vec<u64> = self.ledger.view().state.forums.opinions.keys().copied().collect();
        let size = self.ledger.view().size;
        let opinion = *opinions
            .get(self.lot.below(opinions.len() as u64) as usize)
            .unwrap_or(&0);
        let receipt = self
            .ledger
            .view()
            .state
            .forums
            .opinions
            .get(&opinion)
            .map(|o| o.receipt);
        let words = format!("Ý kiến thử việc lưu trang, số {}.", self.lot.below(1_000_000));
        let _ = match self.lot.below(14) {
            0 => self.give(
                one,
                Command::NameOffice {
                    over: None,
                    name: words,
                    contact: Some("Phòng Tổng hợp".to_owned()),
                },
            ),
            1 => self.give(
                one,
                Command::AddOrganisation {
                    kind: OrganisationKind::GuardForce,
                    name: words,
                },
            ),
            2 => {
                let what = Announcement {
                    forum: no,
                    title: words,
                    purpose: None,
                    chair: Some(OrganisationId(1)).filter(|_| number == 2),
                    force: None,
                    closes: today.add_days(number.into()),
                    day: today.add_days(9),
                };
                self.give(one, Command::AnnounceForum { what })
            }
            3 => self.give(one, Command::OpenForum { forum: no }),
            4..=7 => {
                let signature = match number {
                    1 => TypedSignature::None,
                    2 => TypedSignature::Role(forum::events::SpeakerRole::Citizen),
                    _ => TypedSignature::Name(forum::events::SpeakerRole::Delegate, "Nguyễn Thị Nhung".to_owned()),
                };
                let words = Words::read(&words, "Vì lý do này.", signature).unwrap();
                let receipt = Digest32(self.lot.draw());
                self.give(
                    Actor::Anyone,
                    Command::SubmitOpinion {
                        forum: no,
                        words,
                        subject: Default::default(),
                        receipt,
                    },
                )
            }
            8 => self.give(one, Command::ClearOpinion { opinion }),
            9 => self.give(
                one,
                Command::RefuseOpinion {
                    opinion,
                    reason: LawfulReason::OffSubject,
                },
            ),
            10 => receipt.is_some_and(|receipt| self.give(Actor::Anyone, Command::WithdrawOpinion { receipt })),
            11 => {
                let (author, department) = (Some("Trần Thị Thùy Dương".to_owned()), None);
                let draft = Draft {
                    date: today,
                    title: words.clone(),
                    body: words,
                    author,
                    department,
                };
                self.give(one, Command::PublishArticle { draft })
            }
            12 => self.erase(one, size),
            _ => {
                self.clock.fetch_add(self.lot.below(2 * 86_400), Ordering::Relaxed);
                self.give(Actor::Clock, Command::Tick { until: self.kept.now() })
            }
        };
    }

    /// Erases some public words, as the program does: ordered, removed, confirmed.
    fn erase(&mut self, one: Actor, size: u64) -> bool {
        let public: Vec<SealedRef> = self.ledger.view().texts.iter().map(|(at, _)| at).collect();
        let Some(at) = public.get(self.lot.below(size.max(1)) as usize).copied() else {
            return false;
        };
        let order = Command::OrderErasure {
            targets: vec![at],
            basis: LegalBasis::Decision,
            decision: Some("Số 01/QĐ".to_owned()),
        };
        if !self.give(one, order) {
            return false;
        }
        for pending in self.ledger.view().state.pending_erasures() {
            let what: Vec<Erasable> = pending.values.iter().map(|at| Erasable::Sealed(*at)).collect();
            self.ledger.erase_now(&what).unwrap();
            self.give(
                Actor::Console,
                Command::ConfirmErased {
                    erasure: pending.erasure,
                },
            );
        }
        true
    }

    /// The addresses of every public page there is now.
    fn pages(&self) -> Vec<String> {
        let view = self.ledger.view();
        let fixed = [
            "/",
            "/tin/",
            "/dien-dan/",
            "/van-ban/",
            "/thong-ke",
            "/tiep-can",
            "/ai-duoc-lam-gi",
            "/cam-ket",
            "/so-cai",
        ];
        let mut pages: Vec<String> = fixed.map(str::to_owned).to_vec();
        for (no, forum) in &view.state.forums.forums {
            pages.push(format!("/dien-dan/{no}"));
            pages.push(format!("/dien-dan/{no}/y-kien/"));
            pages.extend(forum.published.keys().map(|n| format!("/dien-dan/{no}/y-kien/{n}")));
        }
        for article in view.state.portal.articles.values() {
            let Some(address) = &article.address else { continue };
            let slug = view.texts.get(address.slug).unwrap_or_default();
            pages.push(format!("/tin/{}/{slug}", address.year));
        }
        let english = pages.iter().map(|path| format!("/en{path}")).collect::<Vec<_>>();
        pages.into_iter().chain(english).collect()
    }
}

async fn get(app: &App, path: &str) -> (StatusCode, String) {
    let routes = web_portal::routes()
        .merge(web_forum::routes())
        .merge(web_record::routes())
        .merge(web_people::routes())
        .with_state(app.clone());
    let request = Request::get(path)
        .header("host", "127.0.0.1")
        .body(Body::empty())
        .unwrap();
    let response = LangRewrite(protect(routes, false)).oneshot(request).await.unwrap();
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[test]
fn every_page_is_the_same_with_and_without_the_cache() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    for seed in 1..=3 {
        let mut office = Office::new(seed);
        office.found();
        for act in 0..ACTS {
            office.act();
            if act % ACTS_A_LOOK != 0 {
                continue;
            }
            for path in office.pages() {
                // Twice from the cache: made, then kept.
                let first = runtime.block_on(get(&office.kept, &path));
                let second = runtime.block_on(get(&office.kept, &path));
                let fresh = runtime.block_on(get(&office.fresh, &path));
                assert_eq!(first, fresh, "{path} after act {act} of run {seed}");
                assert_eq!(second, fresh, "{path}, kept, after act {act} of run {seed}");
            }
        }
        let count = office.kept.cache.count();
        assert!(count.hits > 500, "the cache was used: {count:?}");
        assert_eq!(office.fresh.cache.count().hits, 0);
        let kinds: std::collections::BTreeSet<String> = entries(&office);
        assert!(kinds.len() > 10, "the run recorded many kinds: {kinds:?}");
    }
}

fn entries(office: &Office) -> std::collections::BTreeSet<String> {
    let mut kinds = std::collections::BTreeSet::new();
    office
        .ledger
        .store()
        .entries(0, u64::MAX, &mut |_, bytes| {
            let entry: ledger::entry::Entry<Event> = ledger::entry::parse(bytes).unwrap();
            kinds.insert(base::fact::Recordable::kind(&entry.event).name.to_owned());
            true
        })
        .unwrap();
    kinds
}
