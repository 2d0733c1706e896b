//! Counting visits without knowing visitors: online, today, in all; people and machines apart.
//!
//! A reader is told from others by a keyed digest of the network address and the `User-Agent`. The digests lie in memory
//! only, under a secret that is drawn for one day and thrown away with them at the office's midnight: no cookie, nothing on
//! disk, and no way from one day to the next. What leaves this crate are numbers ([`Figures`], [`Saved`]).
//!
//! | | |
//! |---|---|
//! | page view | a page that was given to a person |
//! | visit | a reader's first page view of the day, or after more than [`VISIT_GAP_MINUTES`] of silence |
//! | online | readers whose last page view is less than [`ONLINE_MINUTES`] ago |
//! | today | since midnight at the office |
//! | machine | whoever [`is_machine`] says; their page views are counted apart, never as visits |
//! | views only | pages where people write, vote and keep receipts: a number of openings, and nothing else is looked at |
//!
//! Its limits, to be said wherever the figures stand: people behind one address with the same browser are one reader; who
//! changes address or browser is two; a visit across midnight is two; after a restart the day's readers are new.
//!
//! There is no clock, no randomness and no file here: the minute and the secret are handed in.

mod counter;
mod keys;
mod machine;
mod tally;

pub use counter::{Counted, Counter, Draw};
pub use keys::{KEYS_MAX, ONLINE_MINUTES, VISIT_GAP_MINUTES};
pub use machine::{AGENT_BYTES_MAX, Broken, Machines, Sign, is_machine, machines};
pub use tally::{Figures, Saved, Tally};
