//! Opening: whose the database is, whether it keeps what it acknowledges, and whether its parts fit together.

use super::connect::{Connector, Session};
use super::parts::Parts;
use super::{Postgres, Writer, lease, said, schema};
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use tokio_postgres::config::SslMode;
use tokio_postgres::{Config, Error};

/// Releases of PostgreSQL below this one are not asked for.
const SERVER_VERSION_MIN: i32 = 130_000;

/// What may happen to acknowledged writes when the database's machine is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replication {
    /// Nothing: a standby confirms each of them. The store refuses to lead a database that does not wait for one.
    Synchronous,
    /// "None, I accept loss": what one machine has, or what one that fails over had not passed on, is gone with it.
    NoneIAcceptLoss,
}

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The address cannot be read, or asks for what this program cannot do.
    #[error("the address of the database cannot be used: {0}")]
    Address(String),
    /// Nobody answers there, or whoever answers does not let us in.
    #[error("the database {place} cannot be reached: {why}")]
    Unreachable {
        /// Name and host; no user, no password.
        place: String,
        /// What the system or the database said.
        why: String,
    },
    /// There is no ledger, and this was to read only.
    #[error("there is no ledger in the database {0}")]
    Missing(String),
    /// Another program leads it.
    #[error("the ledger is led by {holder}; stop it first, or name another database")]
    Held {
        /// Where it runs and since when.
        holder: String,
    },
    /// The tables are of a higher version than this program knows.
    #[error("the ledger was written by a newer release (tables of version {found}, this release knows {known})")]
    Newer {
        /// Version of the tables.
        found: i32,
        /// Highest version this program knows.
        known: i32,
    },
    /// A schema `langnghe` that is not ours.
    #[error("the schema langnghe in this database is not a ledger of this program; name another database")]
    NotALedger,
    /// A setting under which an acknowledged write could be lost or a word garbled.
    #[error("this database cannot keep a ledger: {0}")]
    Unsafe(String),
    /// A ledger whose parts do not fit together.
    #[error("the ledger is damaged: {0}; put a backup back")]
    Damaged(String),
    /// The database said no.
    #[error("the ledger cannot be opened: {0}")]
    Failed(String),
}

impl Postgres {
    /// Opens the ledger in a database to lead it, making its tables when they are missing. Another program that gave no
    /// sign of life for [`SILENT_LEADER_SECONDS`](super::SILENT_LEADER_SECONDS) is shut out.
    ///
    /// The address is a URL (`postgresql://user@host/name`) or pairs of key and value, as libpq reads them; several hosts
    /// and `target_session_attrs=read-write` find the primary of a cluster.
    ///
    /// # Errors
    /// [`OpenError`]; nothing is changed in a schema that is not ours or newer.
    pub fn open(address: &str, replication: Replication) -> Result<Postgres, OpenError> {
        let connector = connector(address)?;
        let session = connect(&connector)?;
        safe(&session, replication)?;
        lease::take(&session)?;
        if kind(&session)? == schema::Kind::Empty {
            schema::create(&session).map_err(|why| OpenError::Failed(said(&why)))?;
        }
        fits(&session)?;
        let session = Arc::new(session);
        lease::beat(&connector, &session, true);
        let writer = Writer {
            session,
            parts: Parts::default(),
        };
        Ok(Postgres {
            idle: Mutex::default(),
            writer: Some(Mutex::new(writer)),
            replication,
            connector: Arc::new(connector),
        })
    }

    /// Opens the ledger in a database to read, beside a running leader or on a standby. Everything that would write fails.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open_read_only(address: &str) -> Result<Postgres, OpenError> {
        let connector = connector(address)?;
        let session = connect(&connector)?;
        if kind(&session)? == schema::Kind::Empty {
            return Err(OpenError::Missing(connector.place()));
        }
        fits(&session)?;
        Ok(Postgres {
            idle: Mutex::new(vec![session]),
            writer: None,
            replication: Replication::NoneIAcceptLoss,
            connector: Arc::new(connector),
        })
    }
}

fn connector(address: &str) -> Result<Connector, OpenError> {
    let config = Config::from_str(address).map_err(|why| {
        // Never the address itself: a password may stand in it.
        let example = "write it as postgresql://user@host/database, or as host=… user=… dbname=…";
        OpenError::Address(format!("{} ({example})", said(&why)))
    })?;
    if config.get_ssl_mode() == SslMode::Require {
        let why =
            "this release speaks to its database without TLS; use a socket, the machine's own address or a tunnel";
        return Err(OpenError::Address(why.into()));
    }
    if config.get_hosts().is_empty() {
        return Err(OpenError::Address("it names no host".into()));
    }
    Connector::new(config).map_err(|why| OpenError::Failed(why.to_string()))
}

fn connect(connector: &Connector) -> Result<Session, OpenError> {
    connector.connect().map_err(|why| OpenError::Unreachable {
        place: connector.place(),
        why: said(&why),
    })
}

/// Whose the schema is; an error unless it is ours or nobody's.
fn kind(session: &Session) -> Result<schema::Kind, OpenError> {
    match schema::kind(session).map_err(|why| OpenError::Failed(said(&why)))? {
        schema::Kind::Newer(found) => Err(OpenError::Newer {
            found,
            known: schema::VERSION,
        }),
        schema::Kind::Foreign => Err(OpenError::NotALedger),
        kind => Ok(kind),
    }
}

const SETTINGS: &str = "
SELECT current_setting('server_version_num')::integer, current_setting('server_encoding'), pg_is_in_recovery(),
    current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on',
    current_setting('synchronous_commit'), current_setting('synchronous_standby_names') <> '',
    (SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum') OR sync_state IS NULL)";

/// Whether the database keeps what it acknowledges. Raises this session's `synchronous_commit` where it is too low.
pub(super) fn safe(session: &Session, replication: Replication) -> Result<(), OpenError> {
    let failed = |why: Error| OpenError::Failed(format!("reading its settings: {}", said(&why)));
    let row = session.row(SETTINGS, &[]).map_err(failed)?;
    let Some(row) = row else {
        return Err(OpenError::Failed("it does not tell its settings".into()));
    };
    let (version, encoding, standby): (i32, String, bool) = (
        row.try_get(0).map_err(failed)?,
        row.try_get(1).map_err(failed)?,
        row.try_get(2).map_err(failed)?,
    );
    let (durable, commit, named, connected): (bool, String, bool, i64) = (
        row.try_get(3).map_err(failed)?,
        row.try_get(4).map_err(failed)?,
        row.try_get(5).map_err(failed)?,
        row.try_get(6).map_err(failed)?,
    );
    let refused = |why: &str| Err(OpenError::Unsafe(why.into()));
    if version < SERVER_VERSION_MIN {
        return refused("it runs a PostgreSQL older than 13; take a newer one");
    }
    if encoding != "UTF8" {
        return refused("its encoding is not UTF8; make the database anew with ENCODING 'UTF8'");
    }
    if standby {
        return refused("it is a standby; name the primary, or several hosts with target_session_attrs=read-write");
    }
    if replication == Replication::Synchronous {
        if !durable {
            return refused(
                "fsync or full_page_writes is off, so that a loss of power loses what was acknowledged; set both on, \
                 or say --replication \"none, I accept loss\"",
            );
        }
        if !named {
            return refused(
                "no standby has to confirm a write (synchronous_standby_names is empty), so that losing this machine \
                 loses what was acknowledged; name a standby, or say --replication \"none, I accept loss\"",
            );
        }
        if connected == 0 {
            return refused(
                "the standby that has to confirm each write is not connected, and nothing could be acknowledged; \
                 start it, or say --replication \"none, I accept loss\"",
            );
        }
    }
    if commit == "off" || commit == "local" {
        session.run("SET synchronous_commit = on").map_err(failed)?;
    }
    Ok(())
}

/// The last entry must be the one the head says.
fn fits(session: &Session) -> Result<(), OpenError> {
    let sql = "SELECT size, (SELECT coalesce(max(seq) + 1, 0) FROM entries) FROM head WHERE id = 1";
    let failed = |why: Error| OpenError::Failed(said(&why));
    let row = session.row(sql, &[]).map_err(failed)?;
    let Some(row) = row else {
        return Err(OpenError::Damaged("it has no head".into()));
    };
    let (size, entries): (i64, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
    if size != entries {
        let why = format!("the head says {size} entries, the last one is number {}", entries - 1);
        return Err(OpenError::Damaged(why));
    }
    Ok(())
}
