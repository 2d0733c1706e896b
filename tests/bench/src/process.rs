//! What the system tells of a process: the time it used, the memory it holds.

use std::fs;

/// Ticks a second in `/proc/PID/stat`: the same on every Linux a program can run on.
const TICKS_A_SECOND: f64 = 100.0;
/// Place of the user time among the fields after the name; the system's time is the next.
const USER_TIME: usize = 11;
/// Bytes in the unit of `/proc/PID/status`.
const KIB: u64 = 1024;

/// Seconds of processor time a process and all its threads have used.
///
/// # Errors
/// There is no such process.
pub fn seconds(process: u32) -> Result<f64, String> {
    let path = format!("/proc/{process}/stat");
    let stat = fs::read_to_string(&path).map_err(|why| format!("{path}: {why}"))?;
    ticks(&stat)
        .map(|ticks| ticks / TICKS_A_SECOND)
        .ok_or(format!("{path} does not tell the time used"))
}

fn ticks(stat: &str) -> Option<f64> {
    // The name stands in brackets and may hold anything.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_whitespace().skip(USER_TIME);
    Some(times.next()?.parse::<f64>().ok()? + times.next()?.parse::<f64>().ok()?)
}

/// Bytes of memory a process holds.
///
/// # Errors
/// There is no such process.
pub fn resident_bytes(process: u32) -> Result<u64, String> {
    let path = format!("/proc/{process}/status");
    let status = fs::read_to_string(&path).map_err(|why| format!("{path}: {why}"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.map(|kib| kib * KIB)
        .ok_or(format!("{path} does not tell the memory held"))
}

/// Processes a process has started and that still run.
pub fn children(process: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{process}/task/{process}/children")).unwrap_or_default();
    list.split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_used_stands_after_the_name() {
        let stat = "7 (a) b (c)) S 1 7 7 0 -1 4194560 1 2 3 4 250 50 0 0 20 0 3 0 9 9 9";
        assert_eq!(ticks(stat), Some(300.0));
        assert_eq!(ticks("7 (a) S 1"), None);
        let own = std::process::id();
        assert!(seconds(own).unwrap() >= 0.0 && resident_bytes(own).unwrap() > 0);
    }
}
