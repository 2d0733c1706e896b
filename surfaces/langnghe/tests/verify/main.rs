//! `langnghe verify` against offices made by real commands, changed in every place, offices that lie, and logs of others.

mod folder;
mod foreign;
mod mutations;
mod office;
mod proxy;
mod receipts;
mod run;
#[path = "../running/mod.rs"]
mod running;
mod url;
mod votes;
