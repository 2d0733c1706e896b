//! wrk: one thread with 64 kept connections that ask for one page.

use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Connections.
const CONNECTIONS: &str = "-c64";

/// What it told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// Answers.
    pub requests: f64,
    /// Answers a second.
    pub rate: f64,
    /// 99 of a hundred came within this, in milliseconds.
    pub p99: f64,
}

/// Asks for a page for a while.
///
/// # Errors
/// It is not installed, or an answer failed.
pub fn run(address: SocketAddr, path: &str, time: Duration) -> Result<Told, String> {
    let mut command = Command::new("wrk");
    command.args(["-t1", CONNECTIONS, "--latency"]);
    command.arg(format!("-d{}s", time.as_secs()));
    let told = command
        .arg(format!("http://{address}{path}"))
        .stdin(Stdio::null())
        .output();
    let told = told.map_err(|why| format!("wrk cannot be started: {why}; install it (apt-get install wrk)"))?;
    let text = String::from_utf8_lossy(&told.stdout);
    match read(&text) {
        Some(figures) if told.status.success() => Ok(figures),
        _ => Err(format!("wrk failed, or not every answer was a page:\n{text}")),
    }
}

/// Reads what it prints; none when an answer failed.
fn read(text: &str) -> Option<Told> {
    if text.contains("Socket errors") || text.contains("Non-2xx") {
        return None;
    }
    let value = |name: &str| {
        let line = text.lines().map(str::trim).find_map(|line| line.strip_prefix(name))?;
        Some(line.trim())
    };
    let requests = text.lines().find_map(|line| line.trim().split_once(" requests in "));
    Some(Told {
        requests: requests?.0.parse().ok()?,
        rate: value("Requests/sec:")?.parse().ok()?,
        p99: milliseconds(value("99%")?)?,
    })
}

fn milliseconds(text: &str) -> Option<f64> {
    let number = |text: &str| text.parse::<f64>().ok();
    if let Some(micros) = text.strip_suffix("us") {
        return number(micros).map(|micros| micros / 1000.0);
    }
    match text.strip_suffix("ms") {
        Some(millis) => number(millis),
        None => number(text.strip_suffix('s')?).map(|seconds| seconds * 1000.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Running 5s test @ http://127.0.0.1:8080/
  1 threads and 64 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   612.65us  284.53us   9.07ms   89.60%
    Req/Sec   102.61k     4.29k  107.93k    86.00%
  Latency Distribution
     50%  580.00us
     99%    1.43ms
  510331 requests in 5.00s, 9.61GB read
Requests/sec: 102063.90
Transfer/sec:      1.92GB
";

    #[test]
    fn what_it_prints_is_read() {
        let told = read(TEXT).unwrap();
        assert_eq!((told.requests, told.rate, told.p99), (510_331.0, 102_063.9, 1.43));
        assert_eq!(
            ["500.00us", "2.00ms", "1.50s", "fast"].map(milliseconds),
            [Some(0.5), Some(2.0), Some(1500.0), None]
        );
    }

    #[test]
    fn a_failed_answer_is_no_figure() {
        assert_eq!(read(&format!("{TEXT}  Non-2xx or 3xx responses: 1\n")), None);
        assert_eq!(
            read(&format!(
                "{TEXT}  Socket errors: connect 0, read 1, write 0, timeout 0\n"
            )),
            None
        );
        assert_eq!(read(""), None);
    }
}
