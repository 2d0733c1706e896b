//! `cargo xtask postgres`: a PostgreSQL for tests in the foreground, for who runs them one by one.

use anyhow::{Context, Result};
use cluster::{Cluster, Keeping};
use std::io::Read;

/// The variable that tells tests where the cluster is.
pub const CLUSTER_VARIABLE: &str = "LANGNGHE_TEST_POSTGRES";

/// The variable that tells the tests of screens which database their record lies in.
pub const DATABASE_VARIABLE: &str = "LANGNGHE_TEST_DATABASE";

/// A cluster for tests that kill nothing.
pub fn start() -> Result<Cluster> {
    Cluster::start(Keeping::Nothing).context("the tests need a PostgreSQL")
}

/// Runs one until the input ends or the program is interrupted.
pub fn run() -> Result<bool> {
    let cluster = start()?;
    println!("export {CLUSTER_VARIABLE}='{}'", cluster.address());
    println!("(it goes when this ends: Ctrl-D)");
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(true)
}
