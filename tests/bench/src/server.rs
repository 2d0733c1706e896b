//! The built server as a process.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Nobody has to.
pub const ALONE: &str = "none, I accept loss";
/// A standby of the database has to.
pub const SYNCHRONOUS: &str = "synchronous";
/// How long a start may take: the first one makes the demonstration.
const START_MAX: Duration = Duration::from_secs(120);
/// How long the end may take.
const END_MAX: Duration = Duration::from_secs(60);
/// Time between two looks.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// A running server; it ends with this.
pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts the demonstration in a folder, or in a database with the folder beside it, and waits until it answers.
    /// `replication` says who has to confirm what is written to the database.
    ///
    /// # Errors
    /// It does not start or does not answer.
    pub fn start(binary: &Path, dir: &Path, database: Option<&str>, replication: &str) -> Result<Server, String> {
        let address = free_address()?;
        let mut command = Command::new(binary);
        command.args(["serve", "--demo", "--rate-limit", "off", "--listen"]);
        command.arg(address.to_string()).arg("--data").arg(dir);
        command.arg("--high-water").arg(high_water(dir));
        if let Some(database) = database {
            command
                .env("LANGNGHE_DATABASE_URL", database)
                .args(["--replication", replication]);
        }
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command
            .spawn()
            .map_err(|why| format!("cannot start {}: {why}", binary.display()))?;
        let mut server = Server { child, address };
        let began = Instant::now();
        while server.get("/log/checkpoint").is_err() {
            let ended = server.child.try_wait().map_err(|why| why.to_string())?;
            if let Some(status) = ended {
                return Err(format!("the server did not start: {status}"));
            }
            if began.elapsed() > START_MAX {
                return Err("the server does not answer".to_owned());
            }
            std::thread::sleep(LOOK_EVERY);
        }
        Ok(server)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The bytes of a page, as a program without compression is given them.
    ///
    /// # Errors
    /// Any answer but 200.
    pub fn get(&self, path: &str) -> Result<Vec<u8>, String> {
        let url = format!("http://{}{path}", self.address);
        let answer = ureq::get(url).header("accept-encoding", "identity").call();
        let mut answer = answer.map_err(|why| format!("{path}: {why}"))?;
        answer.body_mut().read_to_vec().map_err(|why| format!("{path}: {why}"))
    }

    /// Tells it to stop and waits until it has, so that the record is closed in order.
    ///
    /// # Errors
    /// It does not end.
    pub fn stop(mut self) -> Result<(), String> {
        cluster::signal("TERM", self.child.id()).map_err(|why| why.to_string())?;
        let began = Instant::now();
        loop {
            match self.child.try_wait().map_err(|why| why.to_string())? {
                Some(status) if status.success() => return Ok(()),
                Some(status) => return Err(format!("the server ended with {status}")),
                None if began.elapsed() > END_MAX => return Err("the server does not end".to_owned()),
                None => std::thread::sleep(LOOK_EVERY),
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already when it was stopped.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The file with the highest signed checkpoint, beside the folder.
pub fn high_water(dir: &Path) -> PathBuf {
    dir.with_extension("high-water")
}

/// An address nobody listens on.
///
/// # Errors
/// The system has no port to give.
pub fn free_address() -> Result<SocketAddr, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|why| format!("no free port: {why}"))?;
    listener.local_addr().map_err(|why| format!("no free port: {why}"))
}
