//! The data folder: its lock, the log's key and name, the record in it.

use super::Arguments;
use super::demo_clock::{CLOCK_FILE, DemoClock, OfficeClock};
use super::high_water::{self, HighWater};
use super::shelf::Shelf;
use crate::demo;
use crate::exit::{self, Stop, say};
use crate::layout::{KEY_FILE, ORIGIN_FILE, SNAPSHOT_FOLDER, VKEY_FILE, is_inside};
use crate::record;
use ledger::note::{SigningKey, VerifierKey};
use ledger::store::Store;
use ledger::{Fatal, OpenError, Options, Troubles};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use storage::DirLock;
use storage::files;
use storage::ops::{Found, Ops};
use storage::sqlite::LEDGER_FILE;
use web_scene::OfficeLedger;

/// Hours since the last entry after which the clock is doubted: a year.
const REST_HOURS_MAX: u32 = 366 * 24;

/// Time for the last answers to leave.
const LAST_ANSWERS: Duration = Duration::from_millis(500);

/// A data folder that is this process's.
pub struct Folder {
    dir: PathBuf,
    origin: std::cell::OnceCell<String>,
    _lock: DirLock,
}

fn failed(what: &str, why: impl std::fmt::Display) -> Stop {
    Stop::new(exit::FAILED, format!("{what}: {why}"))
}

/// Says what goes wrong beside the record from now on, and what does no more.
fn tell_troubles(before: &Troubles, now: &Troubles) {
    let each = [
        (
            &before.high_water,
            &now.high_water,
            "the high-water file cannot be written: until it can, an old folder put back would not be noticed",
            "the high-water file is written again",
        ),
        (
            &before.snapshots,
            &now.snapshots,
            "no snapshot can be written: the next start takes longer",
            "snapshots are written again",
        ),
        (
            &before.forgetting,
            &now.forgetting,
            "old idempotency keys cannot be forgotten: they are kept for longer",
            "old idempotency keys are forgotten again",
        ),
    ];
    for (before, now, wrong, right) in each {
        match (before, now) {
            (None, Some(why)) => say(&format!("{wrong} ({why})")),
            (Some(_), None) => say(right),
            _ => {}
        }
    }
}

impl Folder {
    /// Takes the folder, making it when it is missing.
    pub fn take(dir: &Path, listen: SocketAddr) -> Result<Folder, Stop> {
        files::make_folder(dir).map_err(|why| failed(&format!("cannot make {}", dir.display()), why))?;
        let since = ledger::system_clock().hour();
        let lock = record::hold(dir, &format!("listening on {listen}, since {since}"))?;
        Ok(Folder {
            dir: dir.to_owned(),
            origin: std::cell::OnceCell::new(),
            _lock: lock,
        })
    }

    /// The origin line, once the record is open.
    pub fn origin(&self) -> &str {
        self.origin.get().map_or("", String::as_str)
    }

    /// Sessions and other things that may be lost.
    pub fn ops(&self) -> Result<Ops, Stop> {
        let (ops, found) = Ops::open(&self.dir).map_err(|why| failed("cannot open ops.db", why))?;
        if let Found::SetAside { to, why } = found {
            say(&format!(
                "ops.db could not be used ({why}); it is now {}, and everyone signs in again",
                to.display()
            ));
        }
        Ok(ops)
    }

    /// Opens the record to lead it, on the clock it belongs to.
    pub fn open(&self, arguments: &Arguments) -> Result<(OfficeLedger, OfficeClock), Stop> {
        record::finished(&self.dir)?;
        let kept = self.clock_kept(arguments.demo)?;
        let store = arguments.place.lead(&self.dir, arguments.confirming.replication)?;
        let size = store
            .head()
            .map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?
            .size;
        let clock = self.clock(arguments.demo, kept, size)?;
        let key = self.key(arguments, size)?;
        let own = key.clone();
        if arguments.place.database_url.is_some() {
            record::mark(&self.dir, size)?;
        }
        let mut options = Options::new(key);
        options.clock = clock.source();
        options.publish_every = arguments.publish_every;
        options.shelf = Some(Box::new(Shelf::new(self.dir.join(SNAPSHOT_FOLDER))));
        if let Some(path) = &arguments.high_water {
            let file = self.high_water(path)?;
            if file.is_missing() && size > 0 {
                say(&format!(
                    "{} is not there yet: a folder put back from an old copy before now would not be noticed",
                    path.display()
                ));
            }
            options.high_water = Some(Box::new(file));
        }
        options.on_fatal = Arc::new(|fatal: &Fatal| {
            say(&format!(
                "the record stopped: {fatal}; start again, what was acknowledged is there"
            ));
            // Those who wait have been told that it is not known; this lets it reach them.
            std::thread::sleep(LAST_ANSWERS);
            std::process::exit(i32::from(exit::STOPPED));
        });
        options.on_trouble = Arc::new(tell_troubles);
        let ledger = OfficeLedger::open(store, options).map_err(|why| {
            let sentence = match (&clock, &why) {
                (OfficeClock::Demo(_), OpenError::ClockBehind { last_at, now }) => clock.doubt(*now, *last_at),
                (_, OpenError::OtherKey { .. }) => format!(
                    "{why} (`langnghe log end-and-continue`). First see whether it is another record's: a wrong \
                     --database-url, --origin, keys/log or {LEDGER_FILE} gives the same"
                ),
                (_, OpenError::Missing { .. } | OpenError::Forked { .. }) => {
                    format!("{why} (`langnghe log end-and-continue`)")
                }
                _ => why.to_string(),
            };
            Stop::new(exit::REFUSED, sentence)
        })?;
        self.keep_names(&own)?;
        let last = ledger.view().last_at.filter(|_| !arguments.after_a_long_rest);
        let now = clock.now();
        match last {
            // An entry of a far year would forbid every start until then.
            Some(last) if now > last.starts_at().add_hours(REST_HOURS_MAX) => {
                Err(Stop::new(exit::REFUSED, clock.doubt(now, last)))
            }
            _ => Ok((ledger, clock)),
        }
    }

    /// The demonstration's clock, if the folder has one. Only a start that asks for the demonstration may go on with it.
    fn clock_kept(&self, demo: bool) -> Result<Option<DemoClock>, Stop> {
        if !demo && DemoClock::is_in(&self.dir) {
            let why = format!(
                "this folder holds a demonstration ({CLOCK_FILE}): its entries lie in 2019 and 2020 and it runs on its \
                 own clock; start it with --demo, or name another --data for an office"
            );
            return Err(Stop::new(exit::USAGE, why));
        }
        DemoClock::read(&self.dir).map_err(|why| Stop::new(exit::REFUSED, why.to_string()))
    }

    /// The clock for a record of this size. An empty one begins the story anew, whatever an earlier clock showed.
    fn clock(&self, demo: bool, kept: Option<DemoClock>, size: u64) -> Result<OfficeClock, Stop> {
        match kept {
            _ if !demo => Ok(OfficeClock::System),
            Some(clock) if size > 0 => Ok(OfficeClock::Demo(Arc::new(clock))),
            None if size > 0 => Err(Stop::new(
                exit::USAGE,
                "--demo: this folder holds an office of its own; name an empty --data",
            )),
            _ => Ok(OfficeClock::Demo(Arc::new(DemoClock::new(&self.dir, demo::begins()?)))),
        }
    }

    /// The high-water file; inside the folder it would be put back together with the record it guards.
    fn high_water(&self, path: &Path) -> Result<HighWater, Stop> {
        let followed =
            high_water::followed(path).map_err(|why| failed(&format!("--high-water {}", path.display()), why))?;
        if is_inside(&self.dir, &followed) {
            let why =
                "the high-water file must be outside the data folder, or an old copy of the folder brings it along";
            return Err(Stop::new(exit::USAGE, why));
        }
        HighWater::new(path).map_err(|why| {
            let path = path.display();
            Stop::new(
                exit::USAGE,
                format!("--high-water {path} cannot be kept: {why}; name a file in a folder that can be written"),
            )
        })
    }

    /// The log's key; made together with its name while the record is empty.
    fn key(&self, arguments: &Arguments, size: u64) -> Result<SigningKey, Stop> {
        let origin = self.name(arguments, size)?;
        let path = self.dir.join(KEY_FILE);
        let seed = match files::read_key(&path) {
            Ok(seed) => seed,
            Err(files::KeyError::Missing(_)) if size == 0 => {
                let seed = ledger::system_entropy();
                files::create_key(&path, &seed).map_err(|why| failed("cannot keep the log's key", why))?;
                seed
            }
            Err(files::KeyError::Missing(_)) => {
                let why = "the log's key keys/log is missing; put it back: without it this log cannot go on, and is to be \
                           ended (`langnghe log end-and-continue`)";
                return Err(Stop::new(exit::REFUSED, why));
            }
            Err(why @ files::KeyError::Io { .. }) => return Err(failed("cannot read the log's key", why)),
            Err(why) => {
                let why = format!("the log's key cannot be used: {why}; put it back from its copy");
                return Err(Stop::new(exit::REFUSED, why));
            }
        };
        let key = SigningKey::new(&origin, seed).map_err(|why| Stop::new(exit::USAGE, format!("--origin: {why}")))?;
        if size == 0 {
            self.keep_names(&key)?;
        }
        let _ = self.origin.set(origin);
        Ok(key)
    }

    /// Keeps the log's public key and its name. Of a record that was begun only once its last checkpoint proved to be signed
    /// by that key: until then the files may be all that says whose it is.
    fn keep_names(&self, key: &SigningKey) -> Result<(), Stop> {
        let vkey = key.verifier();
        for (file, text) in [(VKEY_FILE, vkey.to_string()), (ORIGIN_FILE, vkey.name().to_owned())] {
            let (path, text) = (self.dir.join(file), format!("{text}\n"));
            if std::fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
                files::write_durably(&path, text.as_bytes())
                    .map_err(|why| failed(&format!("cannot write {file}"), why))?;
            }
        }
        Ok(())
    }

    /// The name in the public key's file, which says it as well.
    fn name_in_vkey(&self) -> Option<String> {
        let text = std::fs::read_to_string(self.dir.join(VKEY_FILE)).ok()?;
        let vkey: VerifierKey = text.trim_end().parse().ok()?;
        Some(vkey.name().to_owned())
    }

    fn name(&self, arguments: &Arguments, size: u64) -> Result<String, Stop> {
        let path = self.dir.join(ORIGIN_FILE);
        let kept = match std::fs::read_to_string(&path) {
            // An emptied file says as much as one that is not there.
            Ok(text) => Some(text.trim_end().to_owned()).filter(|kept| !kept.is_empty()),
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => None,
            Err(why) => return Err(failed("cannot read origin", why)),
        };
        let kept = kept.or_else(|| self.name_in_vkey().filter(|_| size > 0));
        match (kept, &arguments.origin) {
            (Some(kept), Some(asked)) if kept != *asked && size > 0 => Err(Stop::new(
                exit::USAGE,
                format!("this record's origin is {kept}, fixed when it was made; leave --origin out or repeat it"),
            )),
            (Some(kept), None) => Ok(kept),
            (Some(kept), Some(asked)) if kept == *asked => Ok(kept),
            (None, None) if size > 0 => Err(Stop::new(
                exit::REFUSED,
                "the file origin is missing; put it back or name it with --origin",
            )),
            (None, Some(asked)) if size > 0 => Ok(asked.clone()),
            (_, asked) => {
                let drawn = || format!("langnghe.local/{}", base::hex::encode(&ledger::system_entropy()[..4]));
                let origin = asked.clone().unwrap_or_else(drawn);
                let text = format!("{origin}\n");
                files::write_durably(&path, text.as_bytes()).map_err(|why| failed("cannot write origin", why))?;
                Ok(origin)
            }
        }
    }
}
