//! Where records lie: the demonstration made once on each database by the built server, and copies of it to measure on.

use crate::plan::Plan;
use crate::server::{ALONE, Server, high_water};
use cluster::{Cluster, Keeping};
use ledger::store::Store;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use storage::postgres::Replication;
use storage::{Postgres, Sqlite};

/// Name of the database the demonstration is made in.
const BASE: &str = "bench_base";
/// How long sessions of a program that has ended may hold the base.
const SESSIONS_MAX: Duration = Duration::from_secs(10);
/// Time between two tries.
const TRY_EVERY: Duration = Duration::from_millis(100);

/// A database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file in the folder.
    Sqlite,
    /// A cluster of its own, durable, on a local socket, without a standby.
    Postgres,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Sqlite => "SQLite",
            Kind::Postgres => "PostgreSQL",
        }
    }
}

/// The demonstration's record as the server left it. Nothing is written to it any more.
pub struct Base {
    kind: Kind,
    dir: PathBuf,
    cluster: Option<Arc<Cluster>>,
    copies: AtomicU32,
}

impl Base {
    /// Lets the server make it.
    ///
    /// # Errors
    /// A folder, the cluster or the server failed.
    pub fn make(plan: &Plan, kind: Kind, folder: &Path) -> Result<Base, String> {
        let dir = folder.join(format!("base-{}", kind.name().to_lowercase()));
        let cluster = match kind {
            Kind::Sqlite => None,
            Kind::Postgres => {
                let cluster = Cluster::start(Keeping::Durable).map_err(|why| why.to_string())?;
                cluster.wear_in().map_err(|why| why.to_string())?;
                Some(Arc::new(cluster))
            }
        };
        let database = cluster.as_ref().map(|cluster| {
            let made = cluster.sql(&format!("CREATE DATABASE {BASE} TEMPLATE template0"));
            made.map(|_| address(cluster, BASE)).map_err(|why| why.to_string())
        });
        let database = database.transpose()?;
        Server::start(&plan.binary, &dir, database.as_deref(), ALONE)?.stop()?;
        Ok(Base {
            kind,
            dir,
            cluster,
            copies: AtomicU32::new(0),
        })
    }

    /// A folder on the disk the database writes to.
    pub fn disk(&self) -> PathBuf {
        match self.kind {
            Kind::Sqlite => self.dir.clone(),
            // The cluster's own folder is its user's alone; it lies in the folder for temporary files.
            Kind::Postgres => std::env::temp_dir(),
        }
    }

    /// A copy to write to.
    ///
    /// # Errors
    /// The disk or the database said no.
    pub fn copy(&self) -> Result<Place, String> {
        let number = self.copies.fetch_add(1, Ordering::Relaxed);
        let dir = self
            .dir
            .with_file_name(format!("{}-{number}", self.kind.name().to_lowercase()));
        copy_folder(&self.dir, &dir).map_err(|why| format!("the folder cannot be copied: {why}"))?;
        fs::copy(high_water(&self.dir), high_water(&dir)).map_err(|why| format!("the mark cannot be copied: {why}"))?;
        let database = match &self.cluster {
            None => None,
            Some(cluster) => Some((cluster.clone(), copy_database(cluster, number)?)),
        };
        Ok(Place { dir, database })
    }
}

/// A standby that has to confirm every write of a base's cluster, as long as this is there.
pub struct Standby {
    primary: Arc<Cluster>,
    _standby: Cluster,
}

impl Base {
    /// Starts one.
    ///
    /// # Errors
    /// There is no cluster, or the standby does not start.
    pub fn standby(&self) -> Result<Standby, String> {
        let primary = self.cluster.clone().ok_or("only PostgreSQL has standbys")?;
        let standby = Standby {
            _standby: Cluster::standby_of(&primary).map_err(|why| why.to_string())?,
            primary,
        };
        confirmed_by(&standby.primary, "ANY 1 (standby)")?;
        Ok(standby)
    }
}

impl Drop for Standby {
    fn drop(&mut self) {
        // Left so, nothing would be confirmed any more: every later measurement would say so.
        let _ = confirmed_by(&self.primary, "");
    }
}

/// Says who has to confirm writes, and waits until it is so.
fn confirmed_by(cluster: &Cluster, names: &str) -> Result<(), String> {
    let sql = |statement: &str| cluster.sql(statement).map_err(|why| format!("the standby: {why}"));
    sql(&format!("ALTER SYSTEM SET synchronous_standby_names = '{names}'"))?;
    sql("SELECT pg_reload_conf()")?;
    let began = Instant::now();
    while sql("SHOW synchronous_standby_names")? != names {
        if began.elapsed() > SESSIONS_MAX {
            return Err("the database does not take the standby's name".to_owned());
        }
        std::thread::sleep(TRY_EVERY);
    }
    Ok(())
}

/// A record to write to; it goes with this.
pub struct Place {
    /// The data folder.
    pub dir: PathBuf,
    database: Option<(Arc<Cluster>, String)>,
}

impl Place {
    /// How its database is reached, when it has one.
    pub fn address(&self) -> Option<String> {
        self.database.as_ref().map(|(cluster, name)| address(cluster, name))
    }

    /// Its store, to lead it.
    ///
    /// # Errors
    /// It does not open.
    pub fn store(&self) -> Result<Arc<dyn Store>, String> {
        match self.address() {
            None => open_folder(&self.dir),
            Some(address) => {
                let store = Postgres::open(&address, Replication::NoneIAcceptLoss).map_err(|why| why.to_string())?;
                Ok(Arc::new(store))
            }
        }
    }
}

/// The store in a folder, to lead it.
///
/// # Errors
/// It does not open.
pub fn open_folder(dir: &Path) -> Result<Arc<dyn Store>, String> {
    Ok(Arc::new(Sqlite::open(dir).map_err(|why| why.to_string())?))
}

impl Drop for Place {
    fn drop(&mut self) {
        // What stays behind goes with the folder of the run and with the cluster.
        let _ = fs::remove_dir_all(&self.dir);
        let _ = fs::remove_file(high_water(&self.dir));
        if let Some((cluster, name)) = &self.database {
            let _ = cluster.sql(&format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn address(cluster: &Cluster, name: &str) -> String {
    format!("{} dbname={name}", cluster.address())
}

/// Copies the base inside the cluster, once the last session has left it, and lets the cluster write out what that left.
fn copy_database(cluster: &Cluster, number: u32) -> Result<String, String> {
    let (name, began) = (format!("bench_{number}"), Instant::now());
    while let Err(why) = cluster.sql(&format!("CREATE DATABASE {name} TEMPLATE {BASE}")) {
        if began.elapsed() > SESSIONS_MAX {
            return Err(format!("the database cannot be copied: {why}"));
        }
        std::thread::sleep(TRY_EVERY);
    }
    cluster.sql("CHECKPOINT").map_err(|why| why.to_string())?;
    Ok(name)
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, kind) = entry.and_then(|entry| entry.file_type().map(|kind| (entry, kind)))?;
        let target = to.join(entry.file_name());
        if kind.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
