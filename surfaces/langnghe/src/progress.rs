//! What a long work says of how far it is.

use crate::exit::say;
use std::time::{Duration, Instant};

/// Time between two lines.
const EVERY: Duration = Duration::from_secs(2);

/// Says every few seconds how many entries are done.
pub fn of_entries() -> impl FnMut(u64, u64) {
    let mut said = Instant::now();
    move |done, all| {
        if said.elapsed() >= EVERY {
            said = Instant::now();
            say(&format!("{done} of {all} entries"));
        }
    }
}
