//! The server under test, as a process that can be killed.

use crate::client::Client;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a start may take before it counts as failed.
const START_MAX: Duration = Duration::from_secs(30);
/// Time between two tries to reach a starting server.
const TRY_EVERY: Duration = Duration::from_millis(20);

/// What a server is started on.
#[derive(Clone)]
pub struct Place {
    /// The program.
    pub binary: PathBuf,
    /// The data folder.
    pub data: PathBuf,
    /// The file with the highest signed checkpoint.
    pub high_water: PathBuf,
    /// The database its record lies in; none for a file in the folder.
    pub database: Option<String>,
}

/// A running server.
pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts it and waits until it answers.
    pub fn start(place: &Place) -> Result<Server, String> {
        let address = free_address()?;
        let mut command = Command::new(&place.binary);
        command
            .args([
                "serve",
                "--demo",
                "--rate-limit",
                "off",
                "--publish-every",
                "0",
                "--listen",
            ])
            .arg(address.to_string())
            .arg("--data")
            .arg(&place.data)
            .arg("--high-water")
            .arg(&place.high_water);
        if let Some(database) = &place.database {
            command
                .env("LANGNGHE_DATABASE_URL", database)
                .args(["--replication", "none, I accept loss"]);
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|why| format!("cannot start {}: {why}", place.binary.display()))?;
        let (client, began) = (Client::new(address), Instant::now());
        while client.get("/log/checkpoint").is_err() {
            if let Ok(Some(status)) = child.try_wait() {
                return Err(format!("the server did not start: {status}"));
            }
            if began.elapsed() > START_MAX {
                return Err("the server does not answer".to_owned());
            }
            std::thread::sleep(TRY_EVERY);
        }
        Ok(Server { child, address })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// SIGKILL, without waiting.
    pub fn signal_kill(&self) {
        self.signal("KILL");
    }

    /// A signal, without waiting.
    pub fn signal(&self, name: &str) {
        // Whether it arrived shows in what comes after.
        let _ = cluster::signal(name, self.child.id());
    }

    /// Whether it has ended by itself.
    pub fn has_ended(&mut self) -> Result<bool, String> {
        let ended = self.child.try_wait().map_err(|why| why.to_string())?;
        Ok(ended.is_some())
    }

    /// Waits until it has ended by itself, and gives its code.
    pub fn ends_within(mut self, time: Duration) -> Result<Option<i32>, String> {
        let began = Instant::now();
        loop {
            match self.child.try_wait().map_err(|why| why.to_string())? {
                Some(status) => return Ok(status.code()),
                None if began.elapsed() > time => return Err("the server does not end".to_owned()),
                None => std::thread::sleep(TRY_EVERY),
            }
        }
    }

    /// Kills it for good and waits until it is gone.
    pub fn kill(mut self) -> Result<(), String> {
        // It may be dead already; then there is nothing to kill.
        let _ = self.child.kill();
        self.child
            .wait()
            .map(|_| ())
            .map_err(|why| format!("the server does not die: {why}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> Result<SocketAddr, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|why| format!("no free port: {why}"))?;
    listener.local_addr().map_err(|why| format!("no free port: {why}"))
}
