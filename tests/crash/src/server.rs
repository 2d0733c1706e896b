//! The server under test, as a process that can be killed.

use crate::client::Client;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a start may take before it counts as failed.
const START_MAX: Duration = Duration::from_secs(30);
/// Time between two tries to reach a starting server.
const TRY_EVERY: Duration = Duration::from_millis(20);

/// A running server.
pub struct Server {
    child: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts it on a folder and waits until it answers.
    pub fn start(binary: &Path, folder: &Path) -> Result<Server, String> {
        let address = free_address()?;
        let mut child = Command::new(binary)
            .args(["serve", "--demo", "--rate-limit", "off", "--publish-every", "0"])
            .args(["--listen".as_ref(), address.to_string().as_ref()] as [&std::ffi::OsStr; 2])
            .arg("--data")
            .arg(folder.join("data"))
            .arg("--high-water")
            .arg(folder.join("high-water"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|why| format!("cannot start {}: {why}", binary.display()))?;
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
        // Whether it arrived shows when the process is waited for.
        let _ = Command::new("kill").args(["-9", &self.child.id().to_string()]).status();
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
