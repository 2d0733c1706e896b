//! nginx, tuned, with one page.

use crate::process;
use crate::server::free_address;
use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where Debian keeps it: not on everybody's PATH.
const PROGRAM: &str = "/usr/sbin/nginx";
/// Time it has to answer, or to end.
const WAIT: Duration = Duration::from_secs(10);
/// Time between two tries.
const TRY_EVERY: Duration = Duration::from_millis(20);
/// The page it serves.
pub const PAGE: &str = "/page.html";

/// A running nginx; it ends with this.
pub struct Nginx {
    child: Child,
    address: SocketAddr,
}

impl Nginx {
    /// Starts it on a page.
    ///
    /// # Errors
    /// It is not installed or does not start.
    pub fn start(folder: &Path, page: &[u8]) -> Result<Nginx, String> {
        let dir = folder.join("nginx");
        let address = free_address()?;
        let files = fs::create_dir_all(dir.join("html"))
            .and_then(|()| fs::write(dir.join("html").join(PAGE.trim_start_matches('/')), page))
            .and_then(|()| fs::write(dir.join("nginx.conf"), configuration(&dir, address)));
        files.map_err(|why| format!("nginx's files cannot be written: {why}"))?;
        let mut command = Command::new(program());
        command.arg("-p").arg(&dir).arg("-c").arg(dir.join("nginx.conf"));
        command.stdin(Stdio::null()).stderr(Stdio::null());
        let child = command
            .spawn()
            .map_err(|why| format!("nginx cannot be started: {why}; install it (apt-get install nginx-light)"))?;
        let nginx = Nginx { child, address };
        let began = Instant::now();
        while TcpStream::connect(address).is_err() {
            if began.elapsed() > WAIT {
                let log = fs::read_to_string(dir.join("error.log")).unwrap_or_default();
                return Err(format!("nginx does not answer: {}", log.trim()));
            }
            std::thread::sleep(TRY_EVERY);
        }
        Ok(nginx)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its processes: the first and its workers.
    pub fn processes(&self) -> Vec<u32> {
        let mut all = process::children(self.child.id());
        all.push(self.child.id());
        all
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Killed, it would leave its workers behind.
        let _ = cluster::signal("TERM", self.child.id());
        let _ = self.child.wait();
    }
}

fn program() -> PathBuf {
    match Path::new(PROGRAM).is_file() {
        true => PROGRAM.into(),
        false => "nginx".into(),
    }
}

/// Two workers, no access log, files kept open.
fn configuration(dir: &Path, address: SocketAddr) -> String {
    let dir = dir.display();
    // Started by root its workers would be another user's, who may not be let into the folder.
    let user = match fs::metadata("/proc/self").map(|own| own.uid()) {
        Ok(0) => "user root;\n",
        _ => "",
    };
    format!(
        "{user}daemon off;
worker_processes 2;
pid {dir}/pid;
error_log {dir}/error.log warn;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  default_type text/html;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=1h;
  open_file_cache_valid 1h;
  client_body_temp_path {dir}/body;
  proxy_temp_path {dir}/proxy;
  fastcgi_temp_path {dir}/fastcgi;
  uwsgi_temp_path {dir}/uwsgi;
  scgi_temp_path {dir}/scgi;
  server {{ listen {address}; root {dir}/html; }}
}}
"
    )
}
