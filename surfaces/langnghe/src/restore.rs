//! `langnghe restore`: puts a backup into an empty data folder, without what was erased since.

use crate::backup::incarnation;
use crate::exit::{self, Stop, print};
use crate::layout::{INCARNATION_FILE, KEY_FILE, MONTH_KEYS, ORIGIN_FILE, RESTORING_FILE, VKEY_FILE};
use crate::progress;
use crate::record::{self, Confirming, Place};
use crate::serve::demo_clock::CLOCK_FILE;
use base::fact::{BlobId, Exposure, Fate, SealedRef};
use ledger::machine::Machine;
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{checkpoint, entry, replay};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;
use storage::Ops;
use storage::backup::{Backup, MonthKey};
use storage::copy::copy;
use storage::files::{self, KeyError};
use world::{Event, World};

/// What `restore` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// The backup: the folder that holds manifest.json
    #[arg(value_name = "BACKUP")]
    backup: PathBuf,
    /// The data folder, made when it is missing; it must not hold a record
    #[arg(long, value_name = "DIR", default_value = "langnghe-data")]
    data: PathBuf,
    /// The key of the backup's month (keys/backup/YYYY-MM of the office it was taken from)
    #[arg(long, value_name = "FILE")]
    month_key: PathBuf,
    /// The log's secret key (keys/log of the office it was taken from)
    #[arg(long, value_name = "FILE")]
    log_key: PathBuf,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    confirming: Confirming,
}

/// Puts a backup back.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    let dir = &arguments.data;
    let mark = dir.join(RESTORING_FILE);
    if Place::is_begun(dir) && !mark.exists() {
        let why = format!("{} holds a record already; name an empty --data", dir.display());
        return Err(Stop::new(exit::USAGE, why));
    }
    let key = MonthKey::read(&arguments.month_key).map_err(|why| Stop::new(exit::USAGE, why.to_string()))?;
    let began = Instant::now();
    let mut backup = Backup::open(&arguments.backup, key).map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?;
    let (origin, seed) = log_key(&arguments.log_key, &backup)?;
    let world = state(&backup)?;
    let (words, blobs) = erased(&backup, &world)?;
    backup.leave_out(words, blobs);
    files::make_folder(dir).map_err(|why| failed(format!("cannot make {}: {why}", dir.display())))?;
    let _lock = record::hold(dir, "restoring")?;
    // Until it is gone no office starts here: its key would sign a second history.
    begin(&mark, &backup)?;
    furnish(dir, &backup, &origin, &seed)?;
    keep_month_key(dir, &arguments.month_key, &backup)?;
    let store = arguments.place.lead(dir, arguments.confirming.replication)?;
    let mut progress = progress::of_entries();
    let copied = copy(&backup, &*store, &mut progress).map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?;
    drop(store);
    if arguments.place.database_url.is_some() {
        record::mark(dir, copied.entries)?;
    }
    std::fs::remove_file(&mark)
        .and_then(|()| files::sync_folder(dir))
        .map_err(|why| failed(format!("cannot remove {}: {why}; remove it by hand", mark.display())))?;
    let manifest = backup.manifest();
    print(&format!(
        "{}: entries {}, sealed values {} ({} erased and left out), files {}, {} ms",
        dir.display(),
        copied.entries,
        copied.sealed,
        manifest.sealed - copied.sealed,
        copied.blobs,
        began.elapsed().as_millis()
    ));
    print(&format!("root {}, as in the backup", base::hex::encode(&copied.root)));
    print(
        "start it with the --high-water file it had: entries acknowledged after the backup are then named before anything \
         is signed anew. To try a backup out, name a copy of that file, or none",
    );
    Ok(())
}

/// The log's secret and name, which are the ones the backup was signed with.
fn log_key(file: &Path, backup: &Backup) -> Result<(String, [u8; 32]), Stop> {
    let seed = files::read_key(file).map_err(|why| match why {
        KeyError::Io { .. } => failed(why.to_string()),
        _ => Stop::new(exit::USAGE, why.to_string()),
    })?;
    let refused = |why: String| Stop::new(exit::REFUSED, why);
    let vkey = &backup.manifest().vkey;
    let shown: ledger::note::VerifierKey = vkey
        .parse()
        .map_err(|_| refused("the backup names no key of a log".into()))?;
    let key = SigningKey::new(shown.name(), seed).map_err(|why| refused(why.to_string()))?;
    if key.verifier() != shown {
        let why = format!(
            "{} is not the secret of {vkey}, with which this backup was signed",
            file.display()
        );
        return Err(refused(why));
    }
    let head = backup.head().map_err(|why| refused(why.to_string()))?;
    let signed = checkpoint::open(&head.checkpoint, &shown).map_err(|why| refused(format!("its checkpoint: {why}")))?;
    if signed.size != head.size || base::hex::encode(&signed.root) != backup.manifest().root {
        return Err(refused(
            "its checkpoint is of other entries; take another backup".into(),
        ));
    }
    Ok((shown.name().to_owned(), seed))
}

/// The state its entries make.
fn state(backup: &Backup) -> Result<World, Stop> {
    let mut world = World::default();
    let replayed = replay(backup, &mut world, 0, backup.manifest().entries);
    replayed.map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?;
    match world.faults() {
        0 => Ok(world),
        faults => Err(Stop::new(
            exit::REFUSED,
            format!("{faults} references in its entries are missing"),
        )),
    }
}

/// Words and files that the entries say are erased. All others are in the backup, or it is refused.
fn erased(backup: &Backup, world: &World) -> Result<(Vec<SealedRef>, Vec<BlobId>), Stop> {
    let refused = |why: String| Stop::new(exit::REFUSED, why);
    let all = backup.manifest().entries;
    let mut there = BTreeSet::new();
    let read = backup.sealed_range(0, all, &mut |sealed| there.insert(sealed.at));
    read.map_err(|why| refused(why.to_string()))?;
    let files = backup.blobs(None, usize::MAX).map_err(|why| refused(why.to_string()))?;
    let files: BTreeSet<BlobId> = files.into_iter().map(|(id, _)| id).collect();
    let (mut words, mut blobs, mut missing) = (Vec::new(), Vec::new(), None);
    let read = backup.entries(0, all, &mut |seq, bytes| {
        // What this release cannot read was refused before.
        let Ok(entry) = entry::parse::<Event>(bytes) else {
            return true;
        };
        for (field, fate) in entry.event.sealed() {
            let at = SealedRef::new(seq, field);
            let is_erased = matches!(world.exposure_of(at), Exposure::Erased(_));
            let is_there = match (fate, entry.event.file()) {
                (Fate::File, Some((_, file))) if is_erased => {
                    blobs.push(file.id);
                    true
                }
                (Fate::File, Some((_, file))) => files.contains(&file.id),
                _ if is_erased => {
                    words.push(at);
                    true
                }
                _ => there.contains(&at),
            };
            if !is_there {
                missing = Some(at);
            }
        }
        missing.is_none()
    });
    read.map_err(|why| refused(why.to_string()))?;
    match missing {
        None => Ok((words, blobs)),
        Some(SealedRef { seq, field }) => Err(refused(format!(
            "the field {field} of entry {seq} is not in the backup, and no entry erased it: take another backup"
        ))),
    }
}

/// Marks the folder as one in which this backup is being put back.
fn begin(mark: &Path, backup: &Backup) -> Result<(), Stop> {
    let root = &backup.manifest().root;
    match std::fs::read_to_string(mark) {
        Ok(begun) if begun.trim_end() != root => {
            let why = "another backup is being put back into this folder, and it is not finished: empty the folder";
            Err(Stop::new(exit::REFUSED, why))
        }
        Ok(_) => Ok(()),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            files::write_durably(mark, format!("{root}\n").as_bytes())
                .map_err(|why| failed(format!("cannot write {}: {why}", mark.display())))
        }
        Err(why) => Err(failed(format!("cannot read {}: {why}", mark.display()))),
    }
}

/// The key of the backup's month goes on to lock the backups of that month: another one of its name would be taken for it.
fn keep_month_key(dir: &Path, from: &Path, backup: &Backup) -> Result<(), Stop> {
    let folder = dir.join(MONTH_KEYS);
    let path = folder.join(&backup.manifest().month);
    if path.exists() {
        return Ok(());
    }
    let text = std::fs::read(from).map_err(|why| failed(format!("cannot read {}: {why}", from.display())))?;
    files::make_folder(&folder)
        .and_then(|()| files::create_secret(&path, &text))
        .map_err(|why| failed(format!("cannot write {}: {why}", path.display())))
}

/// Everything in the data folder beside the record. Whoever was signed in is not any more.
fn furnish(dir: &Path, backup: &Backup, origin: &str, seed: &[u8; 32]) -> Result<(), Stop> {
    let manifest = backup.manifest();
    match files::create_key(&dir.join(KEY_FILE), seed) {
        Ok(()) => {}
        // A restore that was broken off, or one whose key was put there first.
        Err(KeyError::Exists(path)) if files::read_key(&path).ok().as_ref() == Some(seed) => {}
        Err(why) => return Err(failed(why.to_string())),
    }
    let (sessions, _) = Ops::open(dir).map_err(|why| failed(why.to_string()))?;
    sessions.end_all().map_err(|why| failed(why.to_string()))?;
    let raised = manifest.incarnation.checked_add(1);
    let raised =
        raised.ok_or_else(|| Stop::new(exit::REFUSED, "its manifest counts more restores than there can be"))?;
    let raised = incarnation(dir)?.max(raised);
    let mut texts = vec![
        (VKEY_FILE, format!("{}\n", manifest.vkey)),
        (ORIGIN_FILE, format!("{origin}\n")),
        (INCARNATION_FILE, format!("{raised}\n")),
    ];
    if let Some(clock) = &manifest.demo_clock {
        texts.push((CLOCK_FILE, clock.clone()));
    }
    for (name, text) in texts {
        files::write_durably(&dir.join(name), text.as_bytes())
            .map_err(|why| failed(format!("cannot write {name}: {why}")))?;
    }
    Ok(())
}

fn failed(why: String) -> Stop {
    Stop::new(exit::FAILED, why)
}
