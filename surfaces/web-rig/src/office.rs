//! An office under test: its app, its time, what is told to its ledger, and the requests it answers.

use crate::clock::Hands;
use crate::database::{Folder, Opened};
use crate::{Answer, Browser, Database, Filling, Plan};
use axum::Router;
use axum::body::{Body, to_bytes};
use base::fact::{Actor, FieldName, PersonId, SealedRef};
use base::time::Minute;
use http::Request;
use ledger::store::Store;
use ledger::{Pending, Recorded, Rejected};
use storage::faulty::{Fault, FaultAt};
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::App;
use world::{Command, Refusal};

const MINUTE_SECONDS: u64 = 60;
const HOUR_SECONDS: u64 = 60 * MINUTE_SECONDS;

/// An office with the routes under test, and time that stands still until it is told to pass.
pub struct Office {
    /// What handlers are given.
    pub app: App,
    routes: Router<App>,
    runtime: Runtime,
    hands: Hands,
    // In this order: the folder goes last.
    opened: Opened,
    _folder: Folder,
}

impl Office {
    /// An office on the [usual](Database::usual) database, set up as usual. Its record has no entry yet.
    pub fn new(routes: Router<App>) -> Office {
        Office::on(Database::usual(), routes)
    }

    /// The same on a database.
    pub fn on(database: Database, routes: Router<App>) -> Office {
        Plan::new(database, routes).open()
    }

    pub(crate) fn of(app: App, routes: Router<App>, opened: Opened, hands: Hands, folder: Folder) -> Office {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap_or_else(|why| panic!("there is no runtime for requests: {why}"));
        Office {
            app,
            routes,
            runtime,
            hands,
            opened,
            _folder: folder,
        }
    }

    /// The store below everything that was put before it.
    pub fn store(&self) -> &dyn Store {
        &self.opened.store
    }

    /// The next call of the store at this place fails.
    pub fn fail_next(&self, at: FaultAt, fault: Fault) {
        self.opened.store.fail_next(at, fault);
    }

    /// What the store holds of a sealed value, whoever may see it.
    #[track_caller]
    pub fn kept(&self, seq: u64, field: &'static str) -> Option<String> {
        let at = SealedRef::new(seq, FieldName::of(field));
        match self.store().sealed(at) {
            Ok(sealed) => sealed.map(|sealed| sealed.value),
            Err(why) => panic!("the store does not tell field {field} of entry {seq}: {why}"),
        }
    }

    /// Number of entries.
    pub fn size(&self) -> u64 {
        self.app.ledger.view().size
    }

    /// Records a command, which must succeed.
    #[track_caller]
    pub fn tell(&self, actor: Actor, command: Command) -> Recorded {
        let kind = command.kind();
        match self.try_tell(actor, command) {
            Ok(recorded) => recorded,
            Err(why) => panic!("{kind:?} by {actor:?} was not recorded: {why}"),
        }
    }

    /// Records a command, or says why not.
    pub fn try_tell(&self, actor: Actor, command: Command) -> Result<Recorded, Rejected<Refusal>> {
        self.app
            .ledger
            .submit(actor, command, None)
            .and_then(Pending::blocking_wait)
    }

    /// Records what is due by now.
    #[track_caller]
    pub fn tick(&self) {
        self.tell(Actor::Clock, Command::Tick { until: self.app.now() });
    }

    /// Time passes.
    pub fn minutes_later(&self, minutes: u64) {
        self.hands.pass(minutes * MINUTE_SECONDS);
    }

    /// Time passes.
    pub fn hours_later(&self, hours: u64) {
        self.hands.pass(hours * HOUR_SECONDS);
    }

    /// The clock on the wall jumps, forwards or back; measured time does not.
    pub fn set_clock(&self, now: Minute) {
        self.hands.set(now);
    }

    /// Measured time runs on, so that the public checkpoint may move; the clock on the wall stands still.
    pub fn checkpoint_waits(&self, seconds: u64) {
        self.hands.run(seconds);
    }

    /// Someone with no cookie, who keeps none.
    pub fn browser(&self) -> Browser<'_> {
        Browser::of(self)
    }

    /// The same with a new session of a person.
    pub fn signed_in(&self, person: PersonId) -> Browser<'_> {
        self.browser().cookie(&self.session(person))
    }

    /// Opens a page as anyone.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.browser().get(path)
    }

    /// Opens a page in a new session of a person.
    #[track_caller]
    pub fn get_as(&self, person: PersonId, path: &str) -> Answer {
        self.signed_in(person).get(path)
    }

    /// Sends a form as anyone.
    #[track_caller]
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.browser().post(path, fields)
    }

    /// Sends a form in a new session of a person.
    #[track_caller]
    pub fn post_as(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.signed_in(person).post(path, fields)
    }

    /// Opens a page as anyone, to fill in its form.
    #[track_caller]
    pub fn fill(&self, path: &str) -> Filling<'_> {
        self.browser().fill(path)
    }

    /// Any request, answered as a server would.
    #[track_caller]
    pub fn ask(&self, request: Request<Body>) -> Answer {
        self.ask_through(self.routes.clone(), request)
    }

    /// The same by other routes: with a layer around them, say.
    #[track_caller]
    pub fn ask_through(&self, routes: Router<App>, request: Request<Body>) -> Answer {
        let asked = format!("{} {}", request.method(), request.uri());
        let path = request.uri().path().to_owned();
        let service = LangRewrite(protect(routes, false).with_state(self.app.clone()));
        let answered = self.runtime.block_on(async {
            let response = match service.oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            let (parts, body) = response.into_parts();
            to_bytes(body, usize::MAX).await.map(|body| (parts, body))
        });
        match answered {
            Ok((parts, body)) => Answer {
                asked,
                path,
                status: parts.status,
                headers: parts.headers,
                body,
            },
            Err(why) => panic!("{asked}: the answer breaks off: {why}"),
        }
    }
}
