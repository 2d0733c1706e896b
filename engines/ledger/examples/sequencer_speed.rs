//! How many commands a second the sequencer acknowledges on SQLite, beside what the disk can do.
//!
//! `cargo run --release -p ledger --example sequencer_speed [DIR]`: DIR is an empty or absent folder on the disk to
//! measure. Clients are tasks in this process; each sends a command with sealed words and an idempotency key, waits for
//! the answer, and sends the next.

#[path = "../tests/toy/mod.rs"]
mod toy;

use base::fact::Actor;
use ledger::{Ledger, Options};
use std::cell::Cell;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};
use storage::Sqlite;
use toy::{Command, Toy};

/// How long each figure is measured.
const MEASURED: Duration = Duration::from_secs(5);

/// Words of each command, about as long as an opinion.
const WORDS: &str = "Cổng số 2 giờ tan tầm chỉ có một người gác, xe máy ra vào không ai hỏi giấy; đề nghị thêm một vị trí \
                     gác từ 16 giờ 30 đến 18 giờ và kẻ lại vạch dừng trước cổng.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = std::env::args_os().nth(1).map(PathBuf::from);
    let dir = dir.unwrap_or_else(|| std::env::temp_dir().join(format!("sequencer-speed-{}", std::process::id())));
    fs::create_dir_all(&dir)?;
    let mut out = io::stdout();
    for (clients, proofs) in [(64, false), (512, false), (64, true), (512, true)] {
        let syncs = syncs_per_second(&dir)?;
        let place = dir.join(format!("{clients}-{proofs}"));
        fs::create_dir_all(&place)?;
        let ledger: Ledger<Toy, Sqlite> = Ledger::open(Sqlite::open(&place)?, Options::new(toy::key()))?;
        let (acknowledged, took) = run(&ledger, clients, proofs)?;
        let rate = acknowledged as f64 / took.as_secs_f64();
        let with = if proofs { "with" } else { "without" };
        writeln!(
            out,
            "{clients} clients, {with} a proof each: {rate:.0} acknowledged/s; fdatasync {syncs:.0}/s ({:.3} ms)",
            1000.0 / syncs
        )?;
        ledger.close();
    }
    fs::remove_dir_all(&dir)?;
    Ok(())
}

/// Lets the clients work and counts what they were told is recorded.
fn run(ledger: &Ledger<Toy, Sqlite>, clients: u32, proofs: bool) -> Result<(u64, Duration), io::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let tasks = tokio::task::LocalSet::new();
    let (count, start) = (Rc::new(Cell::new(0)), Instant::now());
    for client in 0..clients {
        let (ledger, count) = (ledger.clone(), count.clone());
        tasks.spawn_local(async move {
            for n in 0_u64.. {
                if start.elapsed() > MEASURED {
                    break;
                }
                let once = ledger.once(&format!("{client}-{n}"), WORDS.as_bytes());
                let command = Command::Note(WORDS.to_owned(), 0);
                let Ok(pending) = ledger.submit(Actor::Anyone, command, Some(once)) else {
                    break;
                };
                let Ok(recorded) = pending.await else { break };
                let Some(seq) = recorded.first else { break };
                if proofs && ledger.proof(seq).is_err() {
                    break;
                }
                count.set(count.get() + 1);
            }
        });
    }
    runtime.block_on(tasks);
    Ok((count.get(), start.elapsed()))
}

/// What the disk does: writes of one page, each made durable.
fn syncs_per_second(dir: &Path) -> io::Result<f64> {
    let path = dir.join("syncs");
    let mut file = File::create(&path)?;
    file.write_all(&[0; 1 << 20])?;
    file.sync_all()?;
    let (start, mut syncs) = (Instant::now(), 0_u64);
    while start.elapsed() < Duration::from_secs(1) {
        io::Seek::seek(&mut file, io::SeekFrom::Start(syncs % 256 * 4096))?;
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        syncs += 1;
    }
    let rate = syncs as f64 / start.elapsed().as_secs_f64();
    fs::remove_file(path)?;
    Ok(rate)
}
