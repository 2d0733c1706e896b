//! How this office's server runs, as far as people should know it. The promise page is generated from it.

/// Days a voice's cookie outlives the last day of its forum's votes: to see what one said.
pub const VOICE_DAYS_AFTER: u32 = 30;

/// The running configuration.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The origin line of the log.
    pub origin: String,
    /// Seconds between two moves of the public checkpoint.
    pub publish_every_seconds: u64,
    /// A high-water file outside the data folder is kept.
    pub high_water: bool,
    /// How often one place may write is limited.
    pub rate_limit: bool,
    /// This is a demonstration with made-up forums.
    pub demo: bool,
    /// Readers come by HTTPS.
    pub tls: bool,
    /// Readers come through a proxy that tells their address in `X-Forwarded-For`.
    pub proxy: bool,
    /// Where the record lies.
    pub database: Database,
}

/// The database a record lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file in the data folder.
    Sqlite,
    /// A server of its own.
    Postgres,
}

impl Database {
    /// Its name, as people know it.
    pub fn name(self) -> &'static str {
        match self {
            Database::Sqlite => "SQLite",
            Database::Postgres => "PostgreSQL",
        }
    }

    /// Whether erased words stay for a while in a log, in standbys and in copies that the office does not clear itself.
    pub fn keeps_a_log(self) -> bool {
        self == Database::Postgres
    }
}
