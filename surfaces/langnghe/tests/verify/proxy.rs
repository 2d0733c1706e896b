//! A server between the program and an office that changes what the office says.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a liar does: given the path below `/log/`, it may change status and body.
pub type Lie = dyn Fn(&str, &mut u16, &mut Vec<u8>) + Send + Sync;

/// A running proxy; it ends when it is dropped.
pub struct Proxy {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
}

impl Proxy {
    /// Stands before an office.
    pub fn start(office: SocketAddr, lie: impl Fn(&str, &mut u16, &mut Vec<u8>) + Send + Sync + 'static) -> Proxy {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let stopped = Arc::new(AtomicBool::new(false));
        let (ends, lie): (_, Arc<Lie>) = (stopped.clone(), Arc::new(lie));
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .build();
        let agent: ureq::Agent = config.into();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if ends.load(Ordering::Relaxed) {
                    return;
                }
                let (agent, lie) = (agent.clone(), lie.clone());
                // Whoever hangs up in the middle is not answered.
                std::thread::spawn(move || stream.is_ok_and(|stream| pass(&stream, office, &agent, &*lie).is_ok()));
            }
        });
        Proxy { address, stopped }
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(self.address);
    }
}

/// Answers the questions of one connection, one after another.
fn pass(stream: &TcpStream, office: SocketAddr, agent: &ureq::Agent, lie: &Lie) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    while let Some(first) = lines.next() {
        let first = first?;
        while !lines.next().transpose()?.unwrap_or_default().is_empty() {}
        let path = first.split(' ').nth(1).unwrap_or_default();
        let mut answer = agent
            .get(format!("http://{office}{path}"))
            .call()
            .map_err(std::io::Error::other)?;
        let mut status = answer.status().as_u16();
        let mut body = answer.body_mut().read_to_vec().map_err(std::io::Error::other)?;
        lie(path.strip_prefix("/log/").unwrap_or_default(), &mut status, &mut body);
        let head = format!(
            "HTTP/1.1 {status} Said\r\nRetry-After: 0\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut stream = stream;
        stream.write_all(&[head.as_bytes(), &body].concat())?;
    }
    Ok(())
}
