//! Where the ledger rests: implementations of [`ledger::store::Store`], and the small durable things beside them.
//!
//! - [`memory`]: for tests and simulation;
//! - [`faulty`]: before any of them, fails on demand;
//! - [`sqlite`]: `ledger.db` in the data folder;
//! - [`postgres`]: the schema `langnghe` of a PostgreSQL database;
//! - [`mod@conformance`]: the one suite that every implementation passes;
//! - [`backup`]: a ledger in plain files, taken while it is in use;
//! - [`mod@copy`]: a ledger carried from one store to another;
//! - [`ops`]: `ops.db`, what may be lost without harm (sessions, counters);
//! - [`lock`]: one process per data folder;
//! - [`reserve`]: room kept back for erasing on a full disk;
//! - [`files`]: keys and other small files that survive a loss of power.
//!
//! SQL stands in this crate and nowhere else.

pub mod backup;
mod batch;
pub mod conformance;
pub mod copy;
pub mod faulty;
pub mod files;
pub mod lock;
pub mod memory;
pub mod ops;
pub mod postgres;
pub mod reserve;
pub mod sqlite;

pub use faulty::Faulty;
pub use lock::DirLock;
pub use memory::Memory;
pub use ops::Ops;
pub use postgres::Postgres;
pub use reserve::Reserve;
pub use sqlite::Sqlite;
