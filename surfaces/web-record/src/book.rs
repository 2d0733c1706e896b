//! The ledger page: what was recorded, entry by entry, newest first, as far as the public checkpoint goes.

mod event;
mod list;
mod words;

pub(crate) use list::list;
