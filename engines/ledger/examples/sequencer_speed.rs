//! How many commands a second the sequencer acknowledges on SQLite, beside what the disk can do.
//!
//! `cargo run --release -p ledger --example sequencer_speed [DIR]`: DIR is an empty or absent folder on the disk to
//! measure. Clients are tasks in this process; each sends a command with sealed words and an idempotency key, waits for
//! the answer, and sends the next.

#[path = "../tests/toy/mod.rs"]
mod toy;

use base::fact::Actor;
use ledger::{Ledger, Options};
use std::error::Error;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use storage::Sqlite;
use toy::{Command, Toy};

/// How long each figure is measured.
const MEASURED: Duration = Duration::from_secs(5);

/// Words of each command, about as long as an opinion.
const WORDS: &str = "Cổng số 2 giờ tan tầm chỉ có một người gác, xe máy ra vào không ai hỏi giấy; đề nghị thêm một vị trí \
                     gác từ 16 giờ 30 đến 18 giờ và kẻ lại vạch dừng trước cổng.";

fn main() -> Result<(), Box<dyn Error>> {
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

/// Lets the clients work and counts what they were told is recorded. A client that gets any other answer ends the
/// measurement: a figure with failures in it would mean nothing.
fn run(ledger: &Ledger<Toy, Sqlite>, clients: u32, proofs: bool) -> Result<(u64, Duration), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let start = Instant::now();
    let acknowledged = runtime.block_on(async {
        let tasks = tokio::task::LocalSet::new();
        let clients: Vec<_> = (0..clients)
            .map(|client| tasks.spawn_local(work(ledger.clone(), client, proofs, start)))
            .collect();
        tasks.await;
        let mut acknowledged = 0;
        for client in clients {
            acknowledged += client.await?.map_err(|why| why.to_string())?;
        }
        Ok::<u64, Box<dyn Error>>(acknowledged)
    })?;
    let took = start.elapsed();
    let recorded = ledger.view().size;
    if recorded != acknowledged {
        return Err(format!("{acknowledged} were acknowledged and {recorded} recorded").into());
    }
    Ok((acknowledged, took))
}

/// One client: how many of its commands were acknowledged.
async fn work(ledger: Ledger<Toy, Sqlite>, client: u32, proofs: bool, start: Instant) -> Result<u64, Box<dyn Error>> {
    let mut acknowledged = 0;
    while start.elapsed() < MEASURED {
        let once = ledger.once(&format!("{client}-{acknowledged}"), WORDS.as_bytes());
        let command = Command::Note(WORDS.to_owned(), 0);
        let pending = ledger
            .submit(Actor::Anyone, command, Some(once))
            .map_err(|why| why.to_string())?;
        let recorded = pending.await.map_err(|why| why.to_string())?;
        if proofs {
            ledger.proof(recorded.first.ok_or("nothing was recorded")?)?;
        }
        acknowledged += 1;
    }
    Ok(acknowledged)
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
