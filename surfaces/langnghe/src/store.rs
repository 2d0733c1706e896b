//! `langnghe store copy`: carries a record from the folder's file to a database, or back, and shows that both are equal.

use crate::exit::{self, Stop, print, say};
use crate::record::{self, Confirming, MARK_FILE, Place};
use base::hex;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use storage::copy::{Copied, CopyError, copy};
use storage::sqlite::LEDGER_FILE;
use storage::{Postgres, Sqlite, files};

/// Time between two lines of progress.
const PROGRESS: Duration = Duration::from_secs(2);
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
    let file = dir.join(LEDGER_FILE);
    match arguments.to {
        Target::Database if !file.exists() => {
            let why = format!("{} has no {LEDGER_FILE}: there is nothing to carry over", dir.display());
            return Err(Stop::new(exit::USAGE, why));
        }
        Target::Folder if !dir.join(MARK_FILE).exists() => {
            let why = format!("the record of {} does not lie in a database", dir.display());
            return Err(Stop::new(exit::USAGE, why));
        }
        _ => {}
    }
    let in_folder = Sqlite::open(dir).map_err(|why| Stop::new(exit::REFUSED, why.to_string()))?;
    let in_database = Postgres::open(address, arguments.confirming.replication).map_err(record::not_opened)?;
    let began = Instant::now();
    let mut said = began;
    let mut progress = |done: u64, all: u64| {
        if said.elapsed() >= PROGRESS {
            said = Instant::now();
            say(&format!("{done} of {all} entries"));
        }
    };
    let copied = match arguments.to {
        Target::Database => copy(&in_folder, &in_database, &mut progress),
        Target::Folder => copy(&in_database, &in_folder, &mut progress),
    };
    let copied = copied.map_err(|why| stop(arguments.to, why))?;
    let aside = match arguments.to {
        Target::Database => {
            drop(in_folder);
            record::mark(dir, copied.entries)?;
            set_aside(&file)?
        }
        Target::Folder => {
            let aside = in_database.set_aside().map_err(|why| failed(why.to_string()))?;
            remove(&dir.join(MARK_FILE))?;
            aside
        }
    };
    tell(&copied, began.elapsed(), &aside);
    Ok(())
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

fn stop(to: Target, why: CopyError) -> Stop {
    let way_out = match (&why, to) {
        (CopyError::NotEmpty(_), Target::Database) => "; drop its schema langnghe if it is no longer wanted",
        (CopyError::NotEmpty(_), Target::Folder) => "; move the folder's ledger.db away",
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
