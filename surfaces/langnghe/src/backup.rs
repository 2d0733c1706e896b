//! `langnghe backup`: the record in plain files, taken while the office serves.

use crate::exit::{self, Stop, print};
use crate::layout::{INCARNATION_FILE, MONTH_KEYS, VKEY_FILE, is_inside};
use crate::progress;
use crate::record::{self, NotRead, Place};
use crate::serve::demo_clock::CLOCK_FILE;
use base::time::Minute;
use ledger::store::Store;
use ledger::{checkpoint, entry};
use std::path::{Path, PathBuf};
use std::time::Instant;
use storage::backup::{About, MonthKey, take};

/// Months a key is kept; then the words of its month's backups are gone.
const MONTHS_KEPT: u32 = 12;
const MONTHS_PER_YEAR: u32 = 12;

/// What `backup` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// The data folder; the office may be running
    #[arg(long, value_name = "DIR", default_value = "langnghe-data")]
    data: PathBuf,
    /// The folder to put the backup into, under a name of its own; better on another machine
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    #[command(flatten)]
    place: Place,
}

/// Takes a backup.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    let dir = &arguments.data;
    record::finished(dir)?;
    let store = arguments.place.read(dir).map_err(|why| match why {
        NotRead::Unreachable(why) => Stop::new(exit::FAILED, why),
        NotRead::Broken(why) => Stop::new(exit::REFUSED, why),
    })?;
    let vkey = read(&dir.join(VKEY_FILE))?;
    let demo_clock = Some(dir.join(CLOCK_FILE)).filter(|file| file.exists());
    let about = About {
        vkey: vkey.trim_end().to_owned(),
        incarnation: incarnation(dir)?,
        demo_clock: demo_clock.map(|file| read(&file)).transpose()?,
    };
    signed(&*store, &about.vkey)?;
    if is_inside(dir, &arguments.to) {
        let why = "--to must be outside the data folder: a backup inside goes with it";
        return Err(Stop::new(exit::USAGE, why));
    }
    let now = ledger::system_clock();
    let keys = dir.join(MONTH_KEYS);
    let month = month_of(now);
    let key = MonthKey::of(&keys, &month).map_err(|why| failed(why.to_string()))?;
    let size = store.head().map_err(|why| failed(why.to_string()))?.size;
    let to = arguments.to.join(format!("langnghe-{size:012}-{}", file_safe(now)));
    let to = free(to);
    let began = Instant::now();
    let mut progress = progress::of_entries();
    storage::files::make_folder(&arguments.to)
        .map_err(|why| failed(format!("cannot make {}: {why}", arguments.to.display())))?;
    let manifest = take(&*store, &to, &about, &key, &erases, &mut progress).map_err(|why| failed(why.to_string()))?;
    print(&format!(
        "{}: entries {}, sealed values {}, files {}, root {}, {} ms",
        to.display(),
        manifest.entries,
        manifest.sealed,
        manifest.blobs,
        manifest.root,
        began.elapsed().as_millis()
    ));
    print(&format!(
        "its words are locked with {}: keep that file and keys/log in another place than the backups",
        keys.join(&month).display()
    ));
    let destroyed = MonthKey::destroy_before(&keys, &months_before(&month, MONTHS_KEPT));
    for month in destroyed.map_err(|why| failed(why.to_string()))? {
        print(&format!(
            "the key of {month} is destroyed here: destroy your copies of it as well"
        ));
    }
    Ok(())
}

/// How often the record in a data folder had been put back.
pub fn incarnation(dir: &Path) -> Result<u64, Stop> {
    let file = dir.join(INCARNATION_FILE);
    if !file.exists() {
        return Ok(0);
    }
    let text = read(&file)?;
    let number = text.trim().parse();
    number.map_err(|_| {
        Stop::new(
            exit::REFUSED,
            format!("{} holds no number; write 0 into it", file.display()),
        )
    })
}

/// The record is signed by the key the folder names: whatever is not could never be put back.
fn signed(store: &dyn Store, vkey: &str) -> Result<(), Stop> {
    let head = store.head().map_err(|why| failed(why.to_string()))?;
    let refused = |why: String| {
        let why = format!("no backup was taken, for it could not be put back: {why} (`langnghe verify` says more)");
        Stop::new(exit::REFUSED, why)
    };
    let key = vkey
        .parse()
        .map_err(|_| refused(format!("{VKEY_FILE} is no key of a log")))?;
    match checkpoint::open(&head.checkpoint, &key) {
        Ok(last) if last.size == head.size => Ok(()),
        Ok(last) => Err(refused(format!(
            "{} entries are here, {} are signed",
            head.size, last.size
        ))),
        Err(why) => Err(refused(format!("its last checkpoint: {why}"))),
    }
}

fn erases(bytes: &[u8]) -> bool {
    // What is no entry erases nothing.
    entry::open(bytes).is_ok_and(|envelope| world::erasure::is_erasing(&envelope.kind))
}

/// `2026-11`, in UTC.
fn month_of(now: Minute) -> String {
    now.to_string()[..7].to_owned()
}

/// The month so many before this one.
fn months_before(month: &str, months: u32) -> String {
    let (year, number) = month.split_once('-').unwrap_or((month, "1"));
    let parsed = |text: &str| text.parse::<u32>().unwrap_or_default();
    let count = (parsed(year) * MONTHS_PER_YEAR + parsed(number))
        .saturating_sub(1)
        .saturating_sub(months);
    format!("{:04}-{:02}", count / MONTHS_PER_YEAR, count % MONTHS_PER_YEAR + 1)
}

/// A time as part of a file's name.
fn file_safe(now: Minute) -> String {
    now.to_string().replace(':', "")
}

/// The name, or the first with a number behind it that nothing has yet.
fn free(to: PathBuf) -> PathBuf {
    let numbered = |number: u32| {
        let mut name = to.as_os_str().to_owned();
        name.push(format!("-{number}"));
        PathBuf::from(name)
    };
    match to.exists() {
        false => to,
        true => (2..).map(numbered).find(|path| !path.exists()).unwrap_or(to),
    }
}

fn read(file: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(file).map_err(|why| failed(format!("cannot read {}: {why}", file.display())))
}

fn failed(why: String) -> Stop {
    Stop::new(exit::FAILED, why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_counted_back_over_years() {
        for (month, months, expected) in [
            ("2026-11", 0, "2026-11"),
            ("2026-11", 12, "2025-11"),
            ("2026-01", 1, "2025-12"),
            ("2026-12", 11, "2026-01"),
            ("0000-01", 5, "0000-01"),
        ] {
            assert_eq!(months_before(month, months), expected);
        }
    }
}
