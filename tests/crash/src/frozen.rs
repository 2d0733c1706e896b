//! A leader that is frozen, replaced, and wakes.

use crate::client::Client;
use crate::load::{Seen, repeat};
use crate::server::{Place, Server};
use std::path::Path;
use std::time::{Duration, Instant};

/// Code of a server that stopped because another took over.
const STOPPED: i32 = 5;
/// Time a second server is refused before it may lead.
const TAKEN_OVER_WITHIN: Duration = Duration::from_secs(60);
/// Time the woken leader has to notice.
const NOTICED_WITHIN: Duration = Duration::from_secs(30);
/// Writes by each of the two.
const WRITES: usize = 20;
/// Files that go with the key to the machine of a successor.
const WITH_THE_KEY: [&str; 4] = ["origin", "vkey", "database", "demo-clock"];

/// Freezes the leader for at least so long, starts a successor on a folder of its own with the same key, writes to it,
/// wakes the first and writes to that one as well: it must acknowledge nothing and end with code 5.
pub fn leader(first: Server, place: &Place, frozen: Duration, seen: &Seen) -> Result<(Server, String), String> {
    let second = Place {
        data: place.data.with_file_name("successor"),
        ..place.clone()
    };
    copy_key(&place.data, &second.data)?;
    first.signal("STOP");
    let began = Instant::now();
    let (successor, refused) = loop {
        match Server::start(&second) {
            Ok(server) => break (server, began.elapsed()),
            Err(_) if began.elapsed() < TAKEN_OVER_WITHIN => {}
            Err(why) => return Err(format!("nobody could take over from a frozen leader: {why}")),
        }
    };
    let client = Client::new(successor.address());
    if !(0..WRITES).all(|_| seen.post(&client)) {
        return Err("the successor does not write".into());
    }
    // The time is part of the scene: what sleeps in the frozen one is to run out.
    std::thread::sleep(frozen.saturating_sub(began.elapsed()));
    first.signal("CONT");
    let client = Client::new(first.address());
    let mut answered = 0;
    for _ in 0..WRITES {
        answered += usize::from(seen.post(&client));
    }
    if answered > 0 {
        return Err(format!(
            "FORK: a leader that was replaced acknowledged {answered} writes"
        ));
    }
    let code = first.ends_within(NOTICED_WITHIN)?;
    if code != Some(STOPPED) {
        return Err(format!(
            "the replaced leader ended with {code:?} and not with {STOPPED}"
        ));
    }
    let repeated = repeat(&successor, seen)?;
    Ok((
        successor,
        format!(
            "a leader frozen for {} s: another led after {} ms, the woken one acknowledged nothing and ended with code \
             {STOPPED}; {repeated} writes sent again to the successor",
            began.elapsed().as_secs().max(frozen.as_secs()),
            refused.as_millis()
        ),
    ))
}

/// What lies on every machine that may lead: the log's key and its name, never the record.
fn copy_key(from: &Path, to: &Path) -> Result<(), String> {
    let failed = |why: std::io::Error| format!("the key cannot be copied: {why}");
    std::fs::create_dir_all(to.join("keys")).map_err(failed)?;
    std::fs::copy(from.join("keys/log"), to.join("keys/log")).map_err(failed)?;
    for file in WITH_THE_KEY {
        if from.join(file).exists() {
            std::fs::copy(from.join(file), to.join(file)).map_err(failed)?;
        }
    }
    Ok(())
}
