//! One leader: the database keeps a lock for it, as the kernel keeps one for a folder.
//!
//! The lock is a courtesy and a sign of life: it keeps a second program, started by mistake, from shutting out the
//! first. That two can never both write is the work of size and epoch in the head.

use super::OpenError;
use super::connect::{Connector, Session};
use super::said;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};
use tokio_postgres::Error;

/// Seconds without a sign of life after which a leader may be shut out by another.
pub const SILENT_LEADER_SECONDS: u32 = 15;
/// Time between two signs of life.
const BEAT: Duration = Duration::from_secs(2);
/// Time a start waits for the lock: a session of a killed program ends within moments.
const LOCK_WAIT: Duration = Duration::from_secs(3);
const LOCK_RETRY: Duration = Duration::from_millis(50);

/// The lock: "LNGL", as in the files; the second number is free for other locks.
const TRY_LOCK: &str = "SELECT pg_try_advisory_lock(1280198476, 1)";
const HOLDER: &str = "
SELECT a.pid, coalesce(host(a.client_addr), 'this machine'), to_char(a.backend_start, 'YYYY-MM-DD HH24:MI'),
    clock_timestamp() - a.state_change > make_interval(secs => $1::integer)
FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 1280198476 AND l.objid = 1 AND l.objsubid = 2
    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/// Tries to take the lock.
pub(super) fn try_take(session: &Session) -> Result<bool, Error> {
    let row = session.row(TRY_LOCK, &[])?;
    row.map_or(Ok(false), |row| row.try_get(0))
}

/// Takes the lock. A holder that gave no sign of life for [`SILENT_LEADER_SECONDS`] loses its session: whatever it had
/// sent is committed or rolled back then, and it finds another epoch when it wakes.
pub(super) fn take(session: &Session) -> Result<(), OpenError> {
    let failed = |why: Error| OpenError::Failed(format!("asking for the lock: {}", said(&why)));
    let until = Instant::now() + LOCK_WAIT;
    loop {
        if try_take(session).map_err(failed)? {
            return Ok(());
        }
        let seconds = SILENT_LEADER_SECONDS.cast_signed();
        let holder = session.row(HOLDER, &[&seconds]).map_err(failed)?;
        if let Some(holder) = holder {
            let silent: Option<bool> = holder.try_get(3).map_err(failed)?;
            if silent == Some(true) {
                let pid: i32 = holder.try_get(0).map_err(failed)?;
                session
                    .rows("SELECT pg_terminate_backend($1)", &[&pid])
                    .map_err(failed)?;
            } else if Instant::now() >= until {
                let (place, since): (String, Option<String>) =
                    (holder.try_get(1).map_err(failed)?, holder.try_get(2).map_err(failed)?);
                return Err(OpenError::Held {
                    holder: format!("a program on {place}, since {}", since.unwrap_or_default()),
                });
            }
        } else if Instant::now() >= until {
            return Err(OpenError::Held {
                holder: "a program that has not said its name".into(),
            });
        }
        thread::sleep(LOCK_RETRY);
    }
}

/// Gives signs of life on the session that leads, until the session goes. A session that took another's place may come while
/// the database still counts that one among the living: it asks for the lock until it has it.
pub(super) fn beat(connector: &Connector, session: &Arc<Session>, mut holds: bool) {
    let session: Weak<Session> = Arc::downgrade(session);
    connector.spawn(async move {
        loop {
            tokio::time::sleep(BEAT).await;
            let Some(session) = session.upgrade() else { return };
            let alive = match holds {
                true => session.touch().await,
                false => session.asks(TRY_LOCK).await.map(|taken| holds = taken),
            };
            if alive.is_err() {
                return;
            }
        }
    });
}
