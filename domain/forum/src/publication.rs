//! What time does to forums: it closes them, and it publishes opinions in batches.
//!
//! Opinions that were read wait until enough of them can appear together, or until the hour is over. The batch is put in
//! an order drawn by lot before it is numbered, so that a number does not tell when its author wrote.

use crate::dates::closing;
use crate::events::{Event, Numbered, OpinionsPublished};
use crate::{Forum, Forums, Stage, numbering};
use base::fact::{Entropy, Proposed};
use base::time::Minute;

/// So many opinions appear at once without waiting for the hour to end.
pub const BATCH_OPINIONS_MIN: usize = 5;
/// Most opinions in one batch; the rest comes with the next.
pub const BATCH_OPINIONS_MAX: usize = 500;

/// What is due at `now`, in the order of due time and number; at most one closing and one batch a forum.
pub fn due(forums: &Forums, entropy: &mut Entropy, now: Minute) -> Vec<Proposed<Event>> {
    let mut over: Vec<(Minute, &Forum)> = Vec::new();
    let mut events = Vec::new();
    for forum in forums.forums.values() {
        // A forum nobody opened closes too: its last day is over all the same.
        if forum.stage < Stage::InSession && now >= forum.closes.ends_at() {
            over.push((forum.closes.ends_at(), forum));
        }
    }
    over.sort_by_key(|(at, forum)| (*at, forum.no));
    events.extend(over.iter().flat_map(|(_, forum)| closing(forum)));
    events.extend(forums.forums.values().filter_map(|forum| batch(forum, entropy, now)));
    events
}

fn batch(forum: &Forum, entropy: &mut Entropy, now: Minute) -> Option<Proposed<Event>> {
    let hour_over = forum.cleared.values().any(|read_at| *read_at < now.hour());
    if forum.cleared.is_empty() || !(hour_over || forum.cleared.len() >= BATCH_OPINIONS_MIN) {
        return None;
    }
    let mut opinions: Vec<u64> = forum.cleared.keys().copied().take(BATCH_OPINIONS_MAX).collect();
    entropy.shuffle(&mut opinions);
    let first = numbering::next_of(&forum.published).ok()?;
    let opinions = opinions
        .into_iter()
        .zip(first..=u32::MAX)
        .map(|(opinion, number)| Numbered { opinion, number })
        .collect();
    Some(Proposed::new(
        OpinionsPublished {
            forum: forum.no,
            opinions,
        }
        .into(),
    ))
}
