//! What the disk itself does: pages written over and made durable, one after another.

use crate::figures::{Times, nanos};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Bytes of each write: one page.
const PAGE_BYTES: usize = 4096;
/// Pages of the file, which has its length before the clock starts.
const PAGES: u64 = 256;
/// How long the disk is watched.
const WATCHED: Duration = Duration::from_secs(1);

/// What the disk did.
pub struct Disk {
    /// Pages a second.
    pub rate: f64,
    /// How long each took.
    pub times: Times,
}

/// Measures fdatasync in a folder.
///
/// # Errors
/// The disk said no.
pub fn watch(folder: &Path) -> Result<Disk, String> {
    let path = folder.join("bench-disk");
    let measured = pages(&path);
    // Gone or not, the next measurement makes it anew.
    let _ = std::fs::remove_file(&path);
    measured.map_err(|why| format!("the disk of {} cannot be measured: {why}", folder.display()))
}

fn pages(path: &Path) -> io::Result<Disk> {
    let mut file = File::create(path)?;
    for _ in 0..PAGES {
        file.write_all(&[0; PAGE_BYTES])?;
    }
    file.sync_all()?;
    let (start, mut times) = (Instant::now(), Vec::new());
    while start.elapsed() < WATCHED {
        let before = Instant::now();
        let page = times.len() as u64 % PAGES;
        file.seek(SeekFrom::Start(page * PAGE_BYTES as u64))?;
        file.write_all(&[1; PAGE_BYTES])?;
        file.sync_data()?;
        times.push(nanos(before.elapsed()));
    }
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    Ok(Disk {
        rate,
        times: Times::new(times),
    })
}
