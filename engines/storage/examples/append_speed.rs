//! How fast the SQLite store appends, beside what the disk alone can do.
//!
//! `cargo run --release -p storage --example append_speed -- [FOLDER [SECONDS]]`; the folder should be on the disk in
//! question (a temporary file system answers fsync without a disk). Each entry is of 250 bytes and brings two sealed
//! values and an idempotency key; every 256 entries fill a tile.

use base::fact::{FieldName, SealedRef};
use ledger::store::{Batch, OnceRow, Sealed, Store, TileRow};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write, stdout};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use storage::Sqlite;

/// Seconds each figure is measured.
const SECONDS: u64 = 4;
/// Bytes written before each fdatasync of the disk's own figure: a batch of a dozen pages.
const SYNC_BYTES: usize = 48 * 1024;
const ENTRY_BYTES: usize = 250;
const BATCHES: [u64; 4] = [1, 64, 512, 2048];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let seconds = arguments.next().map_or(Ok(SECONDS), |seconds| seconds.parse())?;
    let folder = folder.join(format!("append-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder, Duration::from_secs(seconds));
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path, time: Duration) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = stdout().lock();
    writeln!(
        out,
        "batch    entries/s   batches/s   median ms   p99 ms   max ms   fdatasync/s before (of {SYNC_BYTES} bytes)   log MiB"
    )?;
    for size in BATCHES {
        let disk = syncs(folder, time / 4)?;
        let dir = folder.join(size.to_string());
        let store = Sqlite::open(&dir)?;
        let epoch = store.lead()?.epoch;
        let mut rows = rows(size);
        let (mut took, start) = (Vec::new(), Instant::now());
        while start.elapsed() < time {
            renumber(&mut rows, took.len() as u64 * size);
            let before = Instant::now();
            store.append(epoch, &rows)?;
            took.push(before.elapsed());
        }
        let (batches, all) = (took.len(), start.elapsed().as_secs_f64());
        took.sort();
        let ms = |share: usize| took[(batches - 1) * share / 1000].as_secs_f64() * 1000.0;
        let (entries, rate) = ((batches as u64 * size) as f64 / all, batches as f64 / all);
        let [median, p99, most] = [500, 990, 1000].map(ms);
        let log = storage::sqlite::log_bytes(&dir) as f64 / f64::from(1 << 20);
        writeln!(
            out,
            "{size:>5} {entries:>12.0} {rate:>11.0} {median:>11.2} {p99:>8.2} {most:>8.1} {disk:>13.0} {log:>36.1}"
        )?;
        drop(store);
        std::fs::remove_dir_all(&dir)?;
    }
    Ok(())
}

/// Writes and fdatasyncs a second, over a file that has its length already.
fn syncs(folder: &Path, time: Duration) -> std::io::Result<f64> {
    let path = folder.join("disk");
    let mut file = File::create(&path)?;
    let bytes = vec![1u8; SYNC_BYTES];
    for _ in 0..200 {
        file.write_all(&bytes)?;
    }
    file.sync_all()?;
    let (mut count, start) = (0u32, Instant::now());
    while start.elapsed() < time {
        if count.is_multiple_of(200) {
            file.seek(SeekFrom::Start(0))?;
        }
        file.write_all(&bytes)?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / start.elapsed().as_secs_f64();
    std::fs::remove_file(&path)?;
    Ok(rate)
}

fn rows(size: u64) -> Batch {
    let mut rows = Batch {
        checkpoint: "x".repeat(200),
        ..Batch::default()
    };
    for seq in 0..size {
        rows.entries.push(vec![b'e'; ENTRY_BYTES]);
        for (field, bytes) in [("reasons", 60), ("statement", 120)] {
            let at = SealedRef {
                seq,
                field: FieldName::of(field),
            };
            rows.sealed.push(Sealed {
                at,
                salt: [7; 32],
                value: "ý".repeat(bytes / 2),
            });
        }
        rows.once.push(OnceRow {
            seq,
            key: [1; 32],
            body: [2; 32],
        });
    }
    rows
}

/// The same rows at another place.
fn renumber(rows: &mut Batch, first: u64) {
    rows.first = first;
    let end = first + rows.entries.len() as u64;
    for (seq, sealed) in (first..end).flat_map(|seq| [seq, seq]).zip(&mut rows.sealed) {
        sealed.at.seq = seq;
    }
    for (seq, once) in (first..end).zip(&mut rows.once) {
        once.seq = seq;
    }
    let tile = |index| TileRow {
        level: 0,
        index,
        bytes: vec![3; 8192].into_boxed_slice(),
    };
    rows.tiles = (first / 256..end / 256).map(tile).collect();
}
