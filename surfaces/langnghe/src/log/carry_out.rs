//! Carries an ending out. Every step finds what an earlier try has done, so that one that was broken off goes on.

use super::plan::Plan;
use crate::exit::{self, Stop, print};
use crate::layout::{ENDING_FOLDER, KEY_FILE, ORIGIN_FILE, SNAPSHOT_FOLDER, VKEY_FILE};
use crate::serve::demo_clock::{DemoClock, OfficeClock};
use crate::serve::shelf::Shelf;
use base::fact::Actor;
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Ledger, Options, SnapshotShelf, checkpoint};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use storage::files;
use world::{Command, World};

/// Records the first entry under the new key, and gives the folder the new key and name.
pub fn carry_out(dir: &Path, store: Arc<dyn Store>, plan: &Plan) -> Result<(), Stop> {
    let (key, seed) = plan.key(dir)?;
    let vkey = key.verifier();
    let head = || store.head().map_err(|why| refused(why.to_string()));
    if checkpoint::open(&head()?.checkpoint, &vkey).is_err() {
        record(dir, store.clone(), key.clone(), plan)?;
    }
    // Their digests are under a secret of the old key: nothing would ever match them.
    store
        .forget_once_before(plan.ending.size)
        .map_err(|why| failed(why.to_string()))?;
    take_over(dir, &key, &seed, plan)?;
    if let Some(mark) = &plan.high_water {
        begin_mark(mark, &head()?.checkpoint, &key, plan)?;
    }
    // Sealed by the old key; the next start replays.
    let shelf = Shelf::new(dir.join(SNAPSHOT_FOLDER));
    shelf
        .keep_newest(0)
        .map_err(|why| failed(format!("{SNAPSHOT_FOLDER}: {why}")))?;
    plan.remove(dir)?;
    print(&format!(
        "the log {} is ended; entry {} says so. Its record goes on as {vkey}",
        plan.ending.ended.name(),
        plan.ending.size
    ));
    print(&format!(
        "make the new public key known, and keep a copy of {KEY_FILE} in another place: the copies of the old one are of no \
         more use"
    ));
    Ok(())
}

/// The one entry.
fn record(dir: &Path, store: Arc<dyn Store>, key: SigningKey, plan: &Plan) -> Result<(), Stop> {
    let demo = DemoClock::read(dir).map_err(|why| refused(why.to_string()))?;
    let clock = demo.map_or(OfficeClock::System, |clock| OfficeClock::Demo(Arc::new(clock)));
    let mut options = Options::new(key);
    options.ended = Some(plan.ending.ended.clone());
    options.clock = clock.source();
    let ledger = Ledger::<World, _>::open(store, options).map_err(|why| refused(why.to_string()))?;
    let view = ledger.view();
    if (view.size, view.root) != (plan.ending.size, plan.ending.root.0) {
        let why = format!(
            "{} entries are here, {} were when this ending was begun: remove the folder {} to begin it anew",
            view.size,
            plan.ending.size,
            dir.join(ENDING_FOLDER).display()
        );
        return Err(refused(why));
    }
    let ending = plan.ending.clone();
    let told = ledger.submit(Actor::Console, Command::ContinueLog { ending }, None);
    let told = told.and_then(|pending| pending.blocking_wait());
    ledger.close();
    told.map(drop)
        .map_err(|why| failed(format!("the entry could not be recorded: {why}; run the same again")))
}

/// Puts the new key and name in the place of the old ones, which are kept.
fn take_over(dir: &Path, key: &SigningKey, seed: &[u8; files::KEY_BYTES], plan: &Plan) -> Result<(), Stop> {
    let path = dir.join(KEY_FILE);
    let said = |why: &dyn std::fmt::Display| failed(format!("{}: {why}", path.display()));
    if files::read_key(&path).ok().as_ref() != Some(seed) {
        set_aside(&path, plan)?;
        files::create_key(&path, seed).map_err(|why| said(&why))?;
    }
    for (name, text) in [
        (VKEY_FILE, key.verifier().to_string()),
        (ORIGIN_FILE, key.name().to_owned()),
    ] {
        files::write_durably(&dir.join(name), format!("{text}\n").as_bytes())
            .map_err(|why| failed(format!("cannot write {name}: {why}")))?;
    }
    Ok(())
}

/// Begins the high-water file anew, under the new key.
fn begin_mark(mark: &Path, signed: &str, key: &SigningKey, plan: &Plan) -> Result<(), Stop> {
    let kept = std::fs::read_to_string(mark).unwrap_or_default();
    if checkpoint::open(&kept, &key.verifier()).is_err() {
        set_aside(mark, plan)?;
        files::write_durably(mark, signed.as_bytes())
            .map_err(|why| failed(format!("cannot write {}: {why}", mark.display())))?;
    }
    Ok(())
}

/// Renames a file of the ended log so that its name says of which; one that is not there is none.
fn set_aside(path: &Path, plan: &Plan) -> Result<(), Stop> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(format!(".ended-{:08x}", plan.ending.ended.id()));
    match std::fs::rename(path, PathBuf::from(&aside)) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
            Err(failed(format!("cannot set {} aside: {why}", path.display())))
        }
        _ => Ok(()),
    }
}

fn failed(why: String) -> Stop {
    Stop::new(exit::FAILED, why)
}

fn refused(why: String) -> Stop {
    Stop::new(exit::REFUSED, why)
}
