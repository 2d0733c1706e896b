//! Writers and a reader, and everything the outside world has seen of the record.

use crate::client::{Attempt, Client, Receipt};
use crate::random;
use crate::server::Server;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Time between two looks at the public checkpoint.
const READER_PAUSE: Duration = Duration::from_millis(500);
/// Time after a kill in which what was not answered must be answered at last.
const ANSWERED_WITHIN: Duration = Duration::from_secs(60);
/// Time between two tries.
const TRY_EVERY: Duration = Duration::from_millis(50);

/// Everything the outside world has seen.
#[derive(Default)]
pub struct Seen {
    receipts: Mutex<Vec<Receipt>>,
    unanswered: Mutex<Vec<Attempt>>,
    checkpoints: Mutex<Vec<String>>,
}

impl Seen {
    /// Every receipt that was answered.
    pub fn receipts(&self) -> Vec<Receipt> {
        lock(&self.receipts).clone()
    }

    /// Every public checkpoint.
    pub fn checkpoints(&self) -> Vec<String> {
        lock(&self.checkpoints).clone()
    }

    /// Posts one opinion and keeps what comes of it.
    pub fn post(&self, client: &Client) -> bool {
        let attempt = Attempt::new(random());
        match client.post(&attempt) {
            Ok(receipt) => {
                lock(&self.receipts).push(receipt);
                true
            }
            Err(_) => {
                lock(&self.unanswered).push(attempt);
                false
            }
        }
    }
}

/// How clients write for a while.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// How many.
    pub clients: usize,
    /// For how long.
    pub life: Duration,
    /// A client's time between an answer and its next post.
    pub pause: Duration,
}

/// Clients and the reader for a while; `end` comes while they still write.
///
/// # Errors
/// A client broke: what it saw is lost, so the round proves nothing.
pub fn load(server: &Server, load: Load, seen: &Arc<Seen>, end: impl FnOnce()) -> Result<(), String> {
    let Load { clients, life, pause } = load;
    let over = Arc::new(AtomicBool::new(false));
    let mut threads = Vec::new();
    for _ in 0..clients {
        let (client, over, seen) = (Client::new(server.address()), over.clone(), seen.clone());
        threads.push(std::thread::spawn(move || {
            // The first one without an answer ends it: there is nothing more to write to.
            while !over.load(Ordering::Relaxed) && seen.post(&client) {
                std::thread::sleep(pause);
            }
        }));
    }
    let (client, done, watched) = (Client::new(server.address()), over.clone(), seen.clone());
    threads.push(std::thread::spawn(move || {
        while !done.load(Ordering::Relaxed) {
            if let Ok(checkpoint) = client.get("/log/checkpoint") {
                lock(&watched.checkpoints).push(checkpoint);
            }
            std::thread::sleep(READER_PAUSE);
        }
    }));
    std::thread::sleep(life);
    end();
    over.store(true, Ordering::Relaxed);
    let mut each = threads.into_iter().map(|thread| thread.join());
    each.try_for_each(|ended| ended.map_err(|_| "a client broke".to_owned()))
}

/// Sends what was not answered again, under the same keys, until it is answered; gives how many there were.
pub fn repeat(server: &Server, seen: &Seen) -> Result<usize, String> {
    let unanswered = std::mem::take(&mut *lock(&seen.unanswered));
    let client = Client::new(server.address());
    let until = Instant::now() + ANSWERED_WITHIN;
    for attempt in &unanswered {
        let first = loop {
            match client.post(attempt) {
                Ok(receipt) => break receipt,
                Err(why) if Instant::now() >= until => return Err(format!("sent again without answer: {why}")),
                Err(_) => std::thread::sleep(TRY_EVERY),
            }
        };
        // A key that was forgotten shows here: the receipt's code comes from the key, and a code is given once.
        let second = client
            .post(attempt)
            .map_err(|why| format!("sent once more without answer: {why}"))?;
        if first.path != second.path {
            return Err(format!("one key, two receipts: {} and {}", first.path, second.path));
        }
        lock(&seen.receipts).push(first);
    }
    Ok(unanswered.len())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
