//! The check of a receipt, and the state of the record.

mod ask;
mod check;
mod record;
mod show;
mod words;

pub(crate) use ask::no_receipt;
pub(crate) use show::show;
