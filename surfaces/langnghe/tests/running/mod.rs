//! The built program as a process, and a client that speaks HTTP with it.
// Each test program uses its own part of this.
#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a start may take.
const START_MAX: Duration = Duration::from_secs(60);

/// A folder that goes with the test.
pub struct Folder(PathBuf);

impl Folder {
    /// A fresh one.
    pub fn new() -> Folder {
        let bits: u64 = getrandom::u64().unwrap();
        let path = std::env::temp_dir().join(format!("langnghe-test-{bits:016x}"));
        std::fs::create_dir(&path).unwrap();
        Folder(path)
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A free port of this machine.
pub fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

/// The command line of `serve` on a data folder.
pub fn serve(data: &Path, address: SocketAddr, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_langnghe"));
    command
        .arg("serve")
        .arg("--data")
        .arg(data)
        .arg("--listen")
        .arg(address.to_string())
        .args(more);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A running server.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    said: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
    agent: ureq::Agent,
}

/// An answer, whatever its status.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Where it points.
    pub location: String,
    /// Its body.
    pub body: String,
}

impl Server {
    /// Starts it and waits until it answers.
    pub fn start(data: &Path, more: &[&str]) -> Server {
        let address = free_address();
        Server::answering(serve(data, address, more), address)
    }

    /// Starts it on all addresses of this machine and speaks with it from `client`, one of 127.0.0.0/8: whoever connects
    /// to a loopback address comes from it.
    pub fn start_for(data: &Path, client: std::net::Ipv4Addr, more: &[&str]) -> Server {
        let port = free_address().port();
        let command = serve(data, SocketAddr::from(([0, 0, 0, 0], port)), more);
        Server::answering(command, SocketAddr::from((client, port)))
    }

    fn answering(mut command: Command, address: SocketAddr) -> Server {
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let readers = vec![
            gather(child.stdout.take().unwrap(), said.clone()),
            gather(child.stderr.take().unwrap(), said.clone()),
        ];
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(START_MAX))
            .max_redirects(0)
            .http_status_as_error(false)
            .build();
        let mut server = Server {
            child,
            address,
            said,
            readers,
            agent: config.into(),
        };
        let began = Instant::now();
        while server.try_get("/log/checkpoint").is_none() {
            if let Some(status) = server.child.try_wait().unwrap() {
                panic!("the server ended: {status}\n{}", server.said());
            }
            assert!(began.elapsed() < START_MAX, "the server does not answer");
            std::thread::yield_now();
        }
        server
    }

    /// Everything it said on both outputs.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said something.
    pub fn wait_for(&self, words: &str) -> String {
        let began = Instant::now();
        while !self.said().contains(words) {
            assert!(
                began.elapsed() < START_MAX,
                "it never said {words:?} but {:?}",
                self.said()
            );
            std::thread::yield_now();
        }
        self.said()
    }

    fn try_get(&self, path: &str) -> Option<Answer> {
        let answer = self.agent.get(format!("http://{}{path}", self.address)).call().ok()?;
        Some(read(answer))
    }

    /// GET.
    pub fn get(&self, path: &str) -> Answer {
        self.try_get(path).unwrap_or_else(|| panic!("{path} was not answered"))
    }

    /// POST of a form with headers.
    pub fn post(&self, path: &str, form: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.post(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        read(request.send_form(form.iter().copied()).unwrap())
    }

    /// Writes an opinion; the path of its receipt.
    pub fn write(&self, statement: &str, key: &str) -> String {
        let form = [
            ("y_kien", statement),
            ("ly_do", ""),
            ("ky", "khong"),
            ("nguyen_van", "1"),
            ("khoa", key),
        ];
        let answer = self.post("/dien-dan/2020-01/viet", &form, &[]);
        assert_eq!(answer.status, 303, "{}", answer.body);
        answer.location
    }

    /// SIGTERM; waits for its end.
    pub fn stop(mut self) -> (ExitStatus, String) {
        let told = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(told.success());
        let status = self.child.wait().unwrap();
        for reader in self.readers.drain(..) {
            reader.join().unwrap();
        }
        (status, self.said())
    }

    /// SIGKILL.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(mut answer: ureq::http::Response<ureq::Body>) -> Answer {
    let location = answer
        .headers()
        .get("location")
        .map(|value| value.to_str().unwrap().to_owned());
    let bytes = answer.body_mut().read_to_vec().unwrap_or_default();
    Answer {
        status: answer.status().as_u16(),
        location: location.unwrap_or_default(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn gather(from: impl Read + Send + 'static, into: Arc<Mutex<String>>) -> JoinHandle<()> {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut into = into.lock().unwrap();
            into.push_str(&line);
            into.push('\n');
        }
    })
}

/// Runs a command that must end by itself.
pub fn ends(mut command: Command) -> std::process::Output {
    let mut child = command.spawn().unwrap();
    let began = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if began.elapsed() > START_MAX {
            child.kill().unwrap();
            panic!("it goes on instead of ending: {:?}", child.wait_with_output());
        }
        std::thread::yield_now();
    }
    child.wait_with_output().unwrap()
}

/// Runs the program to its end with these words.
pub fn told(words: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_langnghe"));
    command
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    ends(command)
}

/// It ended with this code and a sentence that holds these words.
#[track_caller]
pub fn refused(output: &std::process::Output, code: i32, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{said}");
    assert!(said.contains(words), "{said}");
}

/// A start that is refused so.
#[track_caller]
pub fn refuses(data: &Path, more: &[&str], code: i32, words: &str) {
    refused(&ends(serve(data, free_address(), more)), code, words);
}

/// `verify` finds nothing.
#[track_caller]
pub fn is_clean(data: &Path, more: &[&str]) {
    let mut words = vec!["verify", "--quiet"];
    words.extend(more);
    let data = data.to_str().unwrap();
    words.push(data);
    let output = told(&words);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
