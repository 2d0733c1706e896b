//! The demonstration's own clock. Its entries lie in 2019 and 2020, so it cannot run on the clock of today.
//!
//! What it shows stands in a file of the data folder, written durably before the minute is shown. So it never goes back,
//! not even after a loss of power, and it stands still while the program does: the next start goes on from the minute
//! that was kept. The same file tells a folder that holds a demonstration from an office's own, and one whose story is
//! still being made from one that is ready.

use crate::exit::say;
use base::time::{Hour, Minute};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use storage::files::write_durably;
use tokio::time::{Instant, MissedTickBehavior, interval_at};

/// The clock's file, in the data folder: one line, a time as `2020-06-25T02:00:00Z` and one of the two words below.
pub const CLOCK_FILE: &str = "demo-clock";
/// The word while the story is being made: the time is the story's.
const MAKING: &str = "making";
/// The word once it is ready: the time goes on with the program.
const READY: &str = "ready";
/// Bytes of the file that are read; more is no clock.
const FILE_BYTES_MAX: u64 = 100;
/// Time between two writes while the program runs.
const KEEP_EVERY: Duration = Duration::from_secs(60);

/// Why a clock's file could not be used.
#[derive(Debug, thiserror::Error)]
pub enum ClockError {
    /// The disk said no.
    #[error("{CLOCK_FILE} cannot be read: {0}; make it readable")]
    Read(#[source] io::Error),
    /// It is torn or holds something else.
    #[error(
        "{CLOCK_FILE} holds no time; put it back, or write the line \"2020-06-25T02:00:00Z {READY}\" into it, with a time \
         not before the last entry"
    )]
    Malformed,
}

/// A clock that is told the time, or goes on by itself.
pub struct DemoClock {
    path: PathBuf,
    /// Seconds since 1970 of the minute shown.
    shown: AtomicU64,
    making: AtomicBool,
    /// One writer of the file at a time.
    writing: Mutex<()>,
}

impl DemoClock {
    /// Whether a folder holds a demonstration.
    pub fn is_in(dir: &Path) -> bool {
        dir.join(CLOCK_FILE).exists()
    }

    /// A clock for a story that begins at `start`. Nothing is written before it is first moved.
    pub fn new(dir: &Path, start: Minute) -> DemoClock {
        DemoClock {
            path: dir.join(CLOCK_FILE),
            shown: AtomicU64::new(start.unix_secs()),
            making: AtomicBool::new(true),
            writing: Mutex::new(()),
        }
    }

    /// The clock as it was kept; none when there is none.
    ///
    /// # Errors
    /// [`ClockError`], each with the way out.
    pub fn read(dir: &Path) -> Result<Option<DemoClock>, ClockError> {
        let path = dir.join(CLOCK_FILE);
        let size = match std::fs::metadata(&path) {
            Ok(there) => there.len(),
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(ClockError::Read(why)),
        };
        if size > FILE_BYTES_MAX {
            return Err(ClockError::Malformed);
        }
        let text = std::fs::read(&path).map_err(ClockError::Read)?;
        let (at, making) = parse(&text).ok_or(ClockError::Malformed)?;
        let clock = DemoClock::new(dir, at);
        clock.making.store(making, Ordering::Release);
        Ok(Some(clock))
    }

    /// The minute it shows.
    pub fn now(&self) -> Minute {
        Minute::from_unix_secs(self.shown.load(Ordering::Acquire))
    }

    /// The story is still being made.
    pub fn is_making(&self) -> bool {
        self.making.load(Ordering::Acquire)
    }

    /// Goes forward to a minute, once that is durable; an earlier one changes nothing.
    ///
    /// # Errors
    /// The file could not be written; the clock shows what it showed.
    pub fn move_to(&self, to: Minute) -> io::Result<()> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if to < self.now() {
            return Ok(());
        }
        self.write(to, self.is_making())?;
        self.shown.store(to.unix_secs(), Ordering::Release);
        Ok(())
    }

    /// The story is made: from the next start on it is not looked at again.
    ///
    /// # Errors
    /// The file could not be written; the story counts as not made.
    pub fn finish(&self) -> io::Result<()> {
        let _one = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        self.write(self.now(), false)?;
        self.making.store(false, Ordering::Release);
        Ok(())
    }

    fn write(&self, at: Minute, making: bool) -> io::Result<()> {
        let word = if making { MAKING } else { READY };
        write_durably(&self.path, format!("{at} {word}\n").as_bytes())
    }

    /// Goes on at real speed until it is stopped, a minute at a time. While the file cannot be written the clock stands:
    /// a minute that is not kept could come twice.
    pub async fn keep(self: Arc<Self>) {
        let (from, began) = (self.now(), Instant::now());
        let mut beat = interval_at(began + KEEP_EVERY, KEEP_EVERY);
        beat.set_missed_tick_behavior(MissedTickBehavior::Skip);
        let mut told = false;
        loop {
            beat.tick().await;
            let to = later(from, began.elapsed());
            let clock = self.clone();
            match tokio::task::spawn_blocking(move || clock.move_to(to)).await {
                Ok(Err(why)) if !told => {
                    say(&format!(
                        "{CLOCK_FILE} cannot be written: {why}; the demonstration's clock stands"
                    ));
                    told = true;
                }
                Ok(Ok(())) => told = false,
                Ok(Err(_)) | Err(_) => {}
            }
        }
    }
}

/// The minute a while later.
fn later(from: Minute, after: Duration) -> Minute {
    Minute::from_unix_secs(from.unix_secs().saturating_add(after.as_secs()))
}

fn parse(text: &[u8]) -> Option<(Minute, bool)> {
    let (at, word) = std::str::from_utf8(text).ok()?.strip_suffix('\n')?.split_once(' ')?;
    let making = match word {
        MAKING => true,
        READY => false,
        _ => return None,
    };
    Some((at.parse().ok()?, making))
}

/// The clock an office runs on: its record, its pages and its rules all ask this one.
#[derive(Clone)]
pub enum OfficeClock {
    /// The machine's.
    System,
    /// The demonstration's own.
    Demo(Arc<DemoClock>),
}

impl OfficeClock {
    /// As the ledger and the pages take it.
    pub fn source(&self) -> ledger::Clock {
        match self {
            OfficeClock::System => Arc::new(ledger::system_clock),
            OfficeClock::Demo(clock) => {
                let clock = clock.clone();
                Arc::new(move || clock.now())
            }
        }
    }

    /// The present minute.
    pub fn now(&self) -> Minute {
        match self {
            OfficeClock::System => ledger::system_clock(),
            OfficeClock::Demo(clock) => clock.now(),
        }
    }

    /// What to do when it says `now` and the last entry is of `last`, far from each other.
    pub fn doubt(&self, now: Minute, last: Hour) -> String {
        match self {
            OfficeClock::System => format!(
                "the clock says {now} and the last entry is of {last}; set the clock, or start once with \
                 --after-a-long-rest if it is right"
            ),
            OfficeClock::Demo(_) => format!(
                "the demonstration's clock says {now} and the last entry is of {last}; put back the file {CLOCK_FILE} \
                 that belongs to this folder, or write the line \"{} {READY}\" into it",
                last.starts_at()
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Folder {
            let bits = getrandom::u64().unwrap();
            let path = std::env::temp_dir().join(format!("langnghe-clock-{bits:016x}"));
            std::fs::create_dir(&path).unwrap();
            Folder(path)
        }

        fn holding(text: &[u8]) -> Folder {
            let folder = Folder::new();
            std::fs::write(folder.0.join(CLOCK_FILE), text).unwrap();
            folder
        }

        fn text(&self) -> String {
            std::fs::read_to_string(self.0.join(CLOCK_FILE)).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn at(text: &str) -> Minute {
        text.parse().unwrap()
    }

    #[test]
    fn it_goes_forward_and_never_back() {
        let folder = Folder::new();
        assert!(!DemoClock::is_in(&folder.0) && DemoClock::read(&folder.0).unwrap().is_none());
        let clock = DemoClock::new(&folder.0, at("2019-11-01T01:00:00Z"));
        assert!(!DemoClock::is_in(&folder.0), "looking at it writes nothing");
        clock.move_to(at("2019-12-19T07:00:00Z")).unwrap();
        clock.move_to(at("2019-12-19T06:59:00Z")).unwrap();
        assert_eq!(clock.now(), at("2019-12-19T07:00:00Z"));
        assert_eq!(folder.text(), "2019-12-19T07:00:00Z making\n");
    }

    #[test]
    fn the_next_start_goes_on_from_where_it_was() {
        let folder = Folder::new();
        let clock = DemoClock::new(&folder.0, at("2020-06-25T02:00:00Z"));
        clock.move_to(at("2020-06-25T02:00:00Z")).unwrap();
        assert!(DemoClock::read(&folder.0).unwrap().unwrap().is_making());
        clock.finish().unwrap();
        clock.move_to(later(clock.now(), Duration::from_secs(359))).unwrap();
        let again = DemoClock::read(&folder.0).unwrap().unwrap();
        assert_eq!((again.now(), again.is_making()), (at("2020-06-25T02:05:00Z"), false));
    }

    #[test]
    fn a_minute_that_cannot_be_kept_is_not_shown() {
        let folder = Folder::new();
        let clock = DemoClock::new(&folder.0.join("gone"), at("2020-06-25T02:00:00Z"));
        assert!(clock.move_to(at("2020-06-25T02:01:00Z")).is_err() && clock.finish().is_err());
        assert_eq!(clock.now(), at("2020-06-25T02:00:00Z"));
        assert!(clock.is_making());
    }

    #[test]
    fn a_torn_file_is_no_time() {
        let whole = b"2020-06-25T02:00:00Z ready\n";
        for length in 0..whole.len() {
            let folder = Folder::holding(&whole[..length]);
            assert!(
                matches!(DemoClock::read(&folder.0), Err(ClockError::Malformed)),
                "{length} bytes"
            );
            assert!(DemoClock::is_in(&folder.0), "it is a demonstration all the same");
        }
        for wrong in [
            &b"2020-06-25T02:00:30Z ready\n"[..],
            b"2020-06-25T02:00:00Z made\n",
            &[b'x'; 4096],
        ] {
            assert!(DemoClock::read(&Folder::holding(wrong).0).is_err());
        }
        assert!(DemoClock::read(&Folder::holding(whole).0).is_ok());
    }

    #[test]
    fn ledger_and_pages_read_the_same_clock() {
        let folder = Folder::new();
        let demo = Arc::new(DemoClock::new(&folder.0, at("2020-06-25T02:00:00Z")));
        let clock = OfficeClock::Demo(demo.clone());
        let (ledgers, pages) = (clock.source(), clock.source());
        demo.move_to(at("2020-06-25T02:07:00Z")).unwrap();
        assert!([ledgers(), pages(), clock.now()].iter().all(|now| *now == demo.now()));
    }
}
