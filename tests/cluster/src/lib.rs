//! PostgreSQL clusters for tests: made in a temporary folder, reached through a socket in it, killed without ceremony.
//!
//! The programs are looked for where Debian puts them. PostgreSQL refuses to run as root; for root it runs as the user
//! `postgres` of its package.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// The role that owns everything.
pub const ROLE: &str = "langnghe";
/// Where Debian keeps the programs, a folder for each release.
const PROGRAMS: &str = "/usr/lib/postgresql";
/// Time a cluster has to answer after its start; after a kill it reads its log again first.
const START_WAIT: Duration = Duration::from_secs(60);
const START_RETRY: Duration = Duration::from_millis(20);

/// What a cluster promises to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// What it acknowledged survives a kill and a loss of power, as in service.
    Durable,
    /// Nothing: fast, for tests that kill nothing.
    Nothing,
}

/// A running cluster, or one that was killed and can be started again. It goes with its folder when this goes.
#[derive(Debug)]
pub struct Cluster {
    dir: PathBuf,
    programs: PathBuf,
    user: Option<(u32, u32)>,
    options: Vec<String>,
    file_bytes_max: Option<u64>,
    child: Option<Child>,
}

impl Cluster {
    /// Makes and starts one.
    ///
    /// # Errors
    /// PostgreSQL is not installed, or it does not start; with what it said.
    pub fn start(keeping: Keeping) -> io::Result<Cluster> {
        let cluster = Cluster::prepare(keeping)?;
        let mut init = cluster.command("initdb");
        init.arg("-D").arg(cluster.data()).args([
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--no-instructions",
            "-U",
            ROLE,
        ]);
        quietly(&mut init)?;
        cluster.started()
    }

    /// Makes and starts a standby of a running cluster, which follows it from then on under the name `standby`.
    ///
    /// # Errors
    /// As [`Cluster::start`].
    pub fn standby_of(primary: &Cluster) -> io::Result<Cluster> {
        let cluster = Cluster::prepare(Keeping::Durable)?;
        let mut copy = cluster.command("pg_basebackup");
        let from = format!("{} application_name=standby", primary.address());
        copy.arg("-D")
            .arg(cluster.data())
            .args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]);
        quietly(copy.arg("-d").arg(from))?;
        cluster.started()
    }

    /// How it is reached: pairs of key and value, without a database's name.
    pub fn address(&self) -> String {
        format!("host={} user={ROLE}", self.dir.display())
    }

    /// The folder of its files.
    pub fn data(&self) -> PathBuf {
        self.dir.join("data")
    }

    /// Makes it like one that has run for a while: 1 GiB of its log is there to be written over. A fresh cluster makes and
    /// empties each 16 MiB of it when they are needed, and every commit waits for that.
    ///
    /// # Errors
    /// The database refuses.
    pub fn wear_in(&self) -> io::Result<()> {
        const SEGMENTS: u32 = 64;
        for setting in ["max_wal_size = '4GB'", "min_wal_size = '1GB'"] {
            self.sql(&format!("ALTER SYSTEM SET {setting}"))?;
        }
        self.sql("SELECT pg_reload_conf()")?;
        for _ in 0..SEGMENTS {
            self.sql("SELECT pg_logical_emit_message(false, 'wear', 'in'), pg_switch_wal()")?;
        }
        // The first one makes them free, the second moves them ahead.
        self.sql("CHECKPOINT")?;
        self.sql("CHECKPOINT").map(drop)
    }

    /// Ends it as a loss of power would: no process of it finishes anything.
    ///
    /// # Errors
    /// It was not running.
    pub fn kill(&mut self) -> io::Result<()> {
        let Some(mut child) = self.child.take() else {
            return Err(io::Error::other("the cluster does not run"));
        };
        // The sessions first: each is a process that would answer until it sees that the first one is gone.
        let sessions = children(child.id());
        child.kill()?;
        for session in sessions {
            // Gone already is as good.
            let _ = signal("KILL", session);
        }
        child.wait().map(drop)
    }

    /// From the next start on no file of it may grow beyond this: to it the disk is full then.
    pub fn limit_files(&mut self, bytes: u64) {
        self.file_bytes_max = Some(bytes);
    }

    /// Starts it again after a kill, and waits until it answers.
    ///
    /// # Errors
    /// It runs already or does not start.
    pub fn start_again(&mut self) -> io::Result<()> {
        if self.child.is_some() {
            return Err(io::Error::other("the cluster runs"));
        }
        let until = Instant::now() + START_WAIT;
        loop {
            let mut child = self.spawn()?;
            loop {
                if self.answers()? {
                    self.child = Some(child);
                    return Ok(());
                }
                if let Some(status) = child.try_wait()? {
                    // Processes of the killed one may still hold its memory for a moment.
                    if Instant::now() < until {
                        break;
                    }
                    return Err(self.failed(&format!("it ended with {status}")));
                }
                if Instant::now() >= until {
                    let _ = child.kill();
                    return Err(self.failed("it does not answer"));
                }
                thread::sleep(START_RETRY);
            }
            thread::sleep(START_RETRY);
        }
    }

    /// Makes a standby the primary.
    ///
    /// # Errors
    /// It is none, or does not run.
    pub fn promote(&self) -> io::Result<()> {
        let mut promote = self.command("pg_ctl");
        quietly(promote.args(["promote", "--wait", "-D"]).arg(self.data()))
    }

    /// Runs statements in the database `postgres`; the first line of what they give.
    ///
    /// # Errors
    /// The database refuses; with what it said.
    pub fn sql(&self, statements: &str) -> io::Result<String> {
        let mut psql = self.command("psql");
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "--tuples-only",
            "--no-align",
            "-v",
            "ON_ERROR_STOP=1",
        ]);
        psql.arg("-d").arg(format!("{} dbname=postgres", self.address()));
        let told = psql.arg("-c").arg(statements).stdin(Stdio::null()).output()?;
        if !told.status.success() {
            return Err(io::Error::other(String::from_utf8_lossy(&told.stderr).into_owned()));
        }
        let text = String::from_utf8_lossy(&told.stdout);
        Ok(text.lines().next().unwrap_or_default().to_owned())
    }

    fn prepare(keeping: Keeping) -> io::Result<Cluster> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        // Short: the path of a socket has room for about a hundred bytes. Not below the workspace: the user `postgres`
        // may not be let into the folders above it.
        let dir = std::env::temp_dir().join(format!("langnghe-pg-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::DirBuilder::new().mode(0o700).create(&dir)?;
        let user = if is_root()? { Some(user_of_package()?) } else { None };
        if let Some((uid, gid)) = user {
            chown(&dir, Some(uid), Some(gid))?;
        }
        let mut options: Vec<String> = ["listen_addresses=", "max_connections=300", "log_min_messages=fatal"]
            .map(String::from)
            .to_vec();
        options.push(format!("unix_socket_directories={}", dir.display()));
        if keeping == Keeping::Nothing {
            let fast = [
                "fsync=off",
                "full_page_writes=off",
                "synchronous_commit=off",
                "wal_level=minimal",
            ];
            options.extend(fast.map(String::from));
            options.extend(["max_wal_senders=0", "autovacuum=off"].map(String::from));
        }
        Ok(Cluster {
            programs: programs()?,
            dir,
            user,
            options,
            file_bytes_max: None,
            child: None,
        })
    }

    fn started(mut self) -> io::Result<Cluster> {
        self.start_again()?;
        Ok(self)
    }

    fn spawn(&self) -> io::Result<Child> {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.log())?;
        let mut server = match self.file_bytes_max {
            None => self.command("postgres"),
            Some(bytes) => {
                let mut limited = self.command("/usr/bin/prlimit");
                limited
                    .arg(format!("--fsize={bytes}"))
                    .arg(self.programs.join("postgres"));
                limited
            }
        };
        server.arg("-D").arg(self.data());
        for option in &self.options {
            server.arg("-c").arg(option);
        }
        server.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()
    }

    fn answers(&self) -> io::Result<bool> {
        let mut ready = self.command("pg_isready");
        ready.args(["--quiet", "-t", "5", "-h"]).arg(&self.dir);
        Ok(ready.stdin(Stdio::null()).status()?.success())
    }

    fn failed(&self, what: &str) -> io::Error {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take(5).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        io::Error::other(format!("PostgreSQL: {what}\n{}", last.join("\n")))
    }

    fn log(&self) -> PathBuf {
        self.dir.join("log")
    }

    fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(self.programs.join(program.as_ref()));
        command
            .current_dir(&self.dir)
            .env("LC_ALL", "C.UTF-8")
            .env_remove("PGOPTIONS");
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nothing in it is worth an orderly end.
        if self.child.is_some() {
            let _ = self.kill();
        }
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// Sends a signal (`STOP`, `CONT`, `KILL`) to a process.
///
/// # Errors
/// There is no such process.
pub fn signal(name: &str, process: u32) -> io::Result<()> {
    quietly(Command::new("sh").arg("-c").arg(format!("kill -{name} {process}")))
}

/// Processes that a process has started and that still run.
fn children(process: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    list.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect()
}

fn quietly(command: &mut Command) -> io::Result<()> {
    let told = command.stdin(Stdio::null()).output()?;
    if told.status.success() {
        return Ok(());
    }
    let mut why = told.stderr;
    why.write_all(&told.stdout)?;
    Err(io::Error::other(format!(
        "{}: {}",
        Path::new(command.get_program()).display(),
        String::from_utf8_lossy(&why).trim()
    )))
}

/// The folder of the programs of the newest release that is installed.
fn programs() -> io::Result<PathBuf> {
    let mut releases: Vec<(u32, PathBuf)> = fs::read_dir(PROGRAMS)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("postgres").is_file())
        .collect();
    releases.sort();
    releases.pop().map(|(_, bin)| bin).ok_or_else(|| {
        let why = format!("there is no PostgreSQL in {PROGRAMS}; install it (apt-get install postgresql)");
        io::Error::new(io::ErrorKind::NotFound, why)
    })
}

fn is_root() -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").map(|own| own.uid() == 0)
}

/// Numbers of the user `postgres` and its group.
fn user_of_package() -> io::Result<(u32, u32)> {
    let users = fs::read_to_string("/etc/passwd")?;
    let numbers = users.lines().find_map(|line| {
        let mut parts = line.strip_prefix("postgres:")?.split(':').skip(1);
        Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
    });
    numbers.ok_or_else(|| io::Error::other("there is no user postgres, and PostgreSQL does not run as root"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_acknowledged_is_there_after_a_kill() {
        let mut cluster = Cluster::start(Keeping::Durable).expect("started");
        cluster
            .sql("CREATE TABLE kept (n integer); INSERT INTO kept VALUES (7)")
            .expect("kept");
        cluster.kill().expect("killed");
        assert!(cluster.sql("SELECT 1").is_err(), "a killed cluster answers");
        cluster.start_again().expect("started again");
        assert_eq!(cluster.sql("SELECT n FROM kept").expect("read"), "7");
        let folder = cluster.dir.clone();
        drop(cluster);
        assert!(!folder.exists(), "the folder stays behind");
    }
}
