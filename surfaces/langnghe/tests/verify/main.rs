//! `langnghe verify` against offices made by real commands, changed in every place, and logs of others.

mod folder;
mod foreign;
mod mutations;
mod office;
mod receipts;
mod run;
