//! Connections: made and driven by a small runtime of their own, waited for on whatever thread asks.
//!
//! The pages' threads belong to another runtime, inside which no second one may block; hence nothing here is ever
//! "run": a request is a future that needs no runtime, polled by the thread that wants its answer.

use std::collections::HashMap;
use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{AsyncMessage, Client, Config, Connection, Error, NoTls, Row, Statement};

/// A value for a statement's place.
type Value<'a> = &'a (dyn ToSql + Sync);

/// Time one try to connect may take, if the address does not say.
const CONNECT_WAIT: Duration = Duration::from_secs(5);
/// Time after which a silent network is given up, if the address does not say.
const SILENCE_MAX: Duration = Duration::from_secs(20);

/// What every session sets first. Nothing may cancel a COMMIT: a wait for a standby that is cancelled looks like
/// success (background: engineering.md, section 6).
const SESSION: &str = "
SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0;
SET idle_session_timeout = 0; SET default_transaction_isolation = 'read committed';
SET default_transaction_read_only = off; SET client_min_messages = warning; SET search_path = langnghe, pg_catalog;
";

/// One session of the database.
pub(super) struct Session {
    client: Client,
    statements: Mutex<HashMap<&'static str, Statement>>,
    /// Raised by the warning 01000: a COMMIT whose wait for a standby was cancelled.
    warned: Arc<AtomicBool>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("closed", &self.is_closed()).finish()
    }
}

impl Session {
    /// Rows of a statement, which is prepared once.
    pub(super) fn rows(&self, sql: &'static str, with: &[Value<'_>]) -> Result<Vec<Row>, Error> {
        let known = self.statements().get(sql).cloned();
        let statement = match known {
            Some(statement) => statement,
            None => {
                let statement = wait(self.client.prepare(sql))?;
                self.statements().insert(sql, statement.clone());
                statement
            }
        };
        wait(self.client.query(&statement, with))
    }

    /// The one row of a statement, if there is one.
    pub(super) fn row(&self, sql: &'static str, with: &[Value<'_>]) -> Result<Option<Row>, Error> {
        self.rows(sql, with).map(|rows| rows.into_iter().next())
    }

    /// Runs statements that give nothing back; more than one are one transaction.
    pub(super) fn run(&self, sql: &str) -> Result<(), Error> {
        wait(self.client.batch_execute(sql))
    }

    /// Asks for nothing, so that the database sees this session alive.
    pub(super) async fn touch(&self) -> Result<(), Error> {
        self.client.batch_execute("SELECT 1").await
    }

    /// A yes or no that the database answers, beside whatever else the session does.
    pub(super) async fn asks(&self, sql: &str) -> Result<bool, Error> {
        self.client.query_one(sql, &[]).await?.try_get(0)
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    fn statements(&self) -> std::sync::MutexGuard<'_, HashMap<&'static str, Statement>> {
        self.statements.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the database warned since this was asked last.
    pub(super) fn take_warning(&self) -> bool {
        self.warned.swap(false, Ordering::AcqRel)
    }
}

/// Said where a COMMIT may stand here and nowhere else.
pub(super) const UNCONFIRMED: &str = "the wait for a standby was broken off";

/// Makes sessions.
#[derive(Debug)]
pub(super) struct Connector {
    config: Config,
    /// There until it is dropped.
    runtime: Option<Runtime>,
}

impl Connector {
    /// # Errors
    /// The system gives no threads.
    pub(super) fn new(mut config: Config) -> std::io::Result<Self> {
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_WAIT);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENCE_MAX);
        }
        config.keepalives_idle(SILENCE_MAX);
        if config.get_application_name().is_none() {
            config.application_name("langnghe");
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("postgres")
            .enable_all()
            .build()?;
        Ok(Connector {
            config,
            runtime: Some(runtime),
        })
    }

    /// The address without user and password, for sentences.
    pub(super) fn place(&self) -> String {
        let hosts: Vec<String> = self.config.get_hosts().iter().map(host_words).collect();
        let name = self.config.get_dbname().or(self.config.get_user()).unwrap_or("?");
        format!("{name} at {}", hosts.join(", "))
    }

    /// One session, ready for use.
    pub(super) fn connect(&self) -> Result<Session, Error> {
        let Some(runtime) = &self.runtime else {
            // Only a dropped connector has none.
            unreachable!("a connector in use has its runtime");
        };
        let config = self.config.clone();
        let (tell, told) = tokio::sync::oneshot::channel();
        runtime.spawn(async move {
            match config.connect(NoTls).await {
                Err(why) => drop(tell.send(Err(why))),
                Ok((client, connection)) => {
                    let warned = Arc::new(AtomicBool::new(false));
                    let session = Session {
                        client,
                        statements: Mutex::default(),
                        warned: warned.clone(),
                    };
                    drop(tell.send(Ok(session)));
                    drive(connection, &warned).await;
                }
            }
        });
        let session = wait(told).unwrap_or_else(|_| unreachable!("the task answers before it ends"))?;
        session.run(SESSION)?;
        // What the database had to say about the settings is not about a COMMIT.
        session.take_warning();
        Ok(session)
    }

    /// Runs something beside everybody's work, until it ends or this connector goes.
    pub(super) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        if let Some(runtime) = &self.runtime {
            runtime.spawn(work);
        }
    }
}

impl Drop for Connector {
    fn drop(&mut self) {
        // Waiting here is forbidden inside another runtime, and nothing is left to wait for.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn host_words(host: &tokio_postgres::config::Host) -> String {
    match host {
        tokio_postgres::config::Host::Tcp(name) => name.clone(),
        tokio_postgres::config::Host::Unix(folder) => folder.display().to_string(),
    }
}

/// Waits on this thread.
fn wait<T>(future: impl Future<Output = T>) -> T {
    pollster::block_on(future)
}

/// Carries one session's messages. A warning is seen before the answer of the statement it belongs to, since the
/// database sends it before that answer is complete.
async fn drive<S, T>(mut connection: Connection<S, T>, warned: &AtomicBool)
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    while let Some(Ok(message)) = poll_fn(|context| connection.poll_message(context)).await {
        if let AsyncMessage::Notice(notice) = message
            && *notice.code() == SqlState::WARNING
        {
            warned.store(true, Ordering::Release);
        }
    }
}
