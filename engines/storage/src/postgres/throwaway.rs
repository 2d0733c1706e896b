//! Databases of their own for tests, in a cluster that `cargo xtask test` starts and ends.

use super::connect::Connector;
use super::{OpenError, said};
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio_postgres::Config;

/// The variable that says where the cluster is: pairs of key and value, without a database's name.
pub const CLUSTER_VARIABLE: &str = "LANGNGHE_TEST_POSTGRES";

/// A new, empty database, which goes when this goes.
#[derive(Debug)]
pub struct Throwaway {
    cluster: String,
    name: String,
}

impl Throwaway {
    /// Makes one in the cluster of [`CLUSTER_VARIABLE`].
    ///
    /// # Panics
    /// There is no such cluster: a test that cannot run must not pass.
    pub fn new() -> Self {
        let cluster = std::env::var(CLUSTER_VARIABLE).unwrap_or_else(|_| {
            panic!("{CLUSTER_VARIABLE} is not set: run the tests by `cargo xtask test`, or start a cluster by `cargo xtask postgres`")
        });
        Throwaway::in_cluster(&cluster).unwrap_or_else(|why| panic!("a database in {cluster}: {why}"))
    }

    /// Makes one in this cluster.
    ///
    /// # Errors
    /// The cluster cannot be reached, or refuses.
    pub fn in_cluster(cluster: &str) -> Result<Self, OpenError> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!("t_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        run(
            cluster,
            &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"),
        )?;
        Ok(Throwaway {
            cluster: cluster.to_owned(),
            name,
        })
    }

    /// How the database is reached.
    pub fn address(&self) -> String {
        format!("{} dbname={}", self.cluster, self.name)
    }

    /// Runs statements in it, behind the back of whoever uses it.
    ///
    /// # Errors
    /// The database refuses.
    pub fn run(&self, sql: &str) -> Result<(), OpenError> {
        run(&self.address(), sql)
    }

    /// The first column of what a statement gives, as text.
    ///
    /// # Errors
    /// The database refuses, or a value is no text.
    pub fn texts(&self, sql: &'static str) -> Result<Vec<String>, OpenError> {
        let failed = |why: &tokio_postgres::Error| OpenError::Failed(said(why));
        let connector = connector(&self.address())?;
        let session = connector.connect().map_err(|why| failed(&why))?;
        let rows = session.rows(sql, &[]).map_err(|why| failed(&why))?;
        let texts = rows.iter().map(|row| row.try_get(0).map_err(|why| failed(&why)));
        texts.collect()
    }
}

impl Default for Throwaway {
    fn default() -> Self {
        Throwaway::new()
    }
}

impl Drop for Throwaway {
    fn drop(&mut self) {
        // A cluster that has gone took it along.
        let _ = run(
            &self.cluster,
            &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name),
        );
    }
}

fn connector(address: &str) -> Result<Connector, OpenError> {
    let mut config = Config::from_str(address).map_err(|why| OpenError::Address(said(&why)))?;
    if config.get_dbname().is_none() {
        config.dbname("postgres");
    }
    Connector::new(config).map_err(|why| OpenError::Failed(why.to_string()))
}

fn run(address: &str, sql: &str) -> Result<(), OpenError> {
    let connector = connector(address)?;
    let failed = |why: tokio_postgres::Error| OpenError::Failed(said(&why));
    connector.connect().and_then(|session| session.run(sql)).map_err(failed)
}
