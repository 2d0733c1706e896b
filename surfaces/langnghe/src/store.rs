//! `langnghe store copy`: carries a record from the folder's file to a database, or back, and shows that both are equal.

use crate::exit::{self, Stop, print};
use crate::layout::COPY_FOLDER;
use crate::progress;
use crate::record::{self, Confirming, MARK_FILE, Place};
use base::hex;
use ledger::store::Store;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use storage::copy::{Copied, CopyError, copy};
use storage::sqlite::{LEDGER_FILE, log_bytes};
use storage::{Postgres, Sqlite, files};

/// Names that are tried for a file set aside.
const SET_ASIDE_MAX: u32 = 1000;

/// What `store` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Carry the record between the folder's file and a database; the server must not run. What it was carried from is
    /// set aside, never removed
    Copy(CopyArguments),
}

#[derive(clap::Args)]
struct CopyArguments {
    /// The data folder
    #[arg(long, value_name = "DIR", default_value = "langnghe-data")]
    data: PathBuf,
    /// Where to: the database, or back into the folder
    #[arg(long, value_enum)]
    to: Target,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    confirming: Confirming,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Target {
    /// From ledger.db into the database
    Database,
    /// From the database into ledger.db
    Folder,
}

/// Runs one of the commands.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    let Command::Copy(arguments) = arguments.command;
    let dir = &arguments.data;
    if !dir.is_dir() {
        return Err(Stop::new(exit::USAGE, format!("there is no folder {}", dir.display())));
    }
    let Some(address) = &arguments.place.database_url else {
        let why = "say which database: --database-url, or LANGNGHE_DATABASE_URL in the environment";
        return Err(Stop::new(exit::USAGE, why));
    };
    let _lock = record::hold(dir, "copying")?;
    record::finished(dir)?;
    match arguments.to {
        Target::Database if !dir.join(LEDGER_FILE).exists() => {
            let why = format!("{} has no {LEDGER_FILE}: there is nothing to carry over", dir.display());
            return Err(Stop::new(exit::USAGE, why));
        }
        Target::Folder if !dir.join(MARK_FILE).exists() => {
            let why = format!("the record of {} does not lie in a database", dir.display());
            return Err(Stop::new(exit::USAGE, why));
        }
        _ => {}
    }
    let in_database = Postgres::open(address, arguments.confirming.replication).map_err(record::not_opened)?;
    let began = Instant::now();
    let (copied, aside) = match arguments.to {
        Target::Database => to_database(dir, &in_database)?,
        Target::Folder => to_folder(dir, in_database)?,
    };
    tell(&copied, began.elapsed(), &aside);
    Ok(())
}

/// Carries the file into the database, says in the folder where the record lies, and sets the file aside. Broken off at any
/// moment, the same command goes on.
fn to_database(dir: &Path, in_database: &Postgres) -> Result<(Copied, String), Stop> {
    let file = dir.join(LEDGER_FILE);
    let in_folder = opened(dir)?;
    let copied = copy(&in_folder, in_database, &mut progress::of_entries());
    let copied = copied.map_err(|why| stop(Target::Database, &in_folder, why))?;
    drop(in_folder);
    if log_bytes(dir) > 0 {
        let why = format!(
            "somebody reads {}: stop that, and give the same command again",
            file.display()
        );
        return Err(Stop::new(exit::HELD, why));
    }
    record::mark(dir, copied.entries)?;
    Ok((copied, set_aside(&file)?))
}

/// Carries the database's record into a file, first in a folder of its own, so that no start finds it before it is whole.
/// Broken off at any moment, the same command goes on.
fn to_folder(dir: &Path, in_database: Postgres) -> Result<(Copied, String), Stop> {
    let (file, making) = (dir.join(LEDGER_FILE), dir.join(COPY_FOLDER));
    let in_place = file.exists();
    let in_folder = opened(if in_place { dir } else { &making })?;
    let copied = copy(&in_database, &in_folder, &mut progress::of_entries());
    let copied = copied.map_err(|why| stop(Target::Folder, &in_database, why))?;
    drop(in_folder);
    if !in_place {
        std::fs::rename(making.join(LEDGER_FILE), &file)
            .and_then(|()| files::sync_folder(dir))
            .and_then(|()| std::fs::remove_dir_all(&making))
            .map_err(|why| failed(format!("cannot put {} in its place: {why}", file.display())))?;
    }
    // From here on the file is the record, whatever becomes of the database's.
    remove(&dir.join(MARK_FILE))?;
    let aside = in_database.set_aside().map_err(|why| failed(why.to_string()))?;
    Ok((copied, aside))
}

fn opened(dir: &Path) -> Result<Sqlite, Stop> {
    Sqlite::open(dir).map_err(|why| Stop::new(exit::REFUSED, why.to_string()))
}

fn tell(copied: &Copied, took: Duration, aside: &str) {
    print(&format!(
        "entries {}, sealed values {}, files {}, tiles {}, idempotency keys {}; read back and equal",
        copied.entries, copied.sealed, copied.blobs, copied.tiles, copied.once
    ));
    print(&format!(
        "root {} on both sides, {} ms",
        hex::encode(&copied.root),
        took.as_millis()
    ));
    print(&format!("what it was carried from is kept as {aside}"));
}

fn stop(to: Target, source: &dyn Store, why: CopyError) -> Stop {
    let is_more = |there: u64| {
        source
            .head()
            .map_or(true, |head| head.checkpoint.is_empty() || head.size < there)
    };
    let way_out = match (&why, to) {
        // What holds more is likely to be the record, and the source a remnant of something.
        (CopyError::NotEmpty(there), _) if is_more(*there) => {
            "; that is more than there is to carry over, and may be the record itself: nothing was changed"
        }
        (CopyError::NotEmpty(_), Target::Database) => "; drop its schema langnghe if it is no longer wanted",
        (CopyError::NotEmpty(_), Target::Folder) => "; move the folder's ledger.db away",
        (CopyError::Differs(_), _) => "; the source was not touched, the target is of no use: empty it and begin anew",
        _ => "; the source was not touched, the same command goes on where this one ended",
    };
    Stop::new(exit::REFUSED, format!("not carried over: {why}{way_out}"))
}

fn failed(why: String) -> Stop {
    Stop::new(exit::FAILED, why)
}

/// Renames the file so that no start finds it.
fn set_aside(file: &Path) -> Result<String, Stop> {
    let named = |number: u32| {
        let mut name = file.as_os_str().to_owned();
        name.push(format!(".copied-{number}"));
        PathBuf::from(name)
    };
    let free = (1..SET_ASIDE_MAX).map(named).find(|path| !path.exists());
    let Some(to) = free else {
        return Err(failed(format!(
            "there are too many copies of {}; move them away",
            file.display()
        )));
    };
    std::fs::rename(file, &to)
        .and_then(|()| file.parent().map_or(Ok(()), files::sync_folder))
        .map_err(|why| failed(format!("cannot rename {}: {why}; rename it by hand", file.display())))?;
    Ok(to.display().to_string())
}

fn remove(file: &Path) -> Result<(), Stop> {
    std::fs::remove_file(file)
        .and_then(|()| file.parent().map_or(Ok(()), files::sync_folder))
        .map_err(|why| failed(format!("cannot remove {}: {why}; remove it by hand", file.display())))
}
