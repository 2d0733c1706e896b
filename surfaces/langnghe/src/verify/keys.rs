//! The key a log must be signed with: pinned on the command line, or shown by the log itself.

use super::report::{self, Report, Unchecked};
use ledger::note::VerifierKey;
use std::io::Read;
use std::path::Path;

/// The longest file with a key that is read, in bytes.
pub const VKEY_BYTES_MAX: u64 = 4_096;

/// Reads a key from the text of a vkey file.
///
/// # Errors
/// One sentence.
pub fn parse(text: &str) -> Result<VerifierKey, String> {
    text.strip_suffix('\n')
        .unwrap_or(text)
        .parse()
        .map_err(|why: ledger::note::NoteError| why.to_string())
}

/// The key named on the command line: its text, or a file that holds it.
///
/// # Errors
/// It is neither.
pub fn pinned(argument: Option<&str>) -> Result<Option<VerifierKey>, Unchecked> {
    let Some(argument) = argument else { return Ok(None) };
    if let Ok(key) = argument.parse() {
        return Ok(Some(key));
    }
    let text = read_text(Path::new(argument), VKEY_BYTES_MAX)?;
    parse(&text)
        .map(Some)
        .map_err(|why| Unchecked(format!("--vkey {argument}: {why}")))
}

/// Decides between the key a log shows and the pinned one. They must be the same; the pinned one counts.
pub fn agree(
    shown: Result<VerifierKey, String>,
    pinned: Option<VerifierKey>,
    report: &mut Report,
) -> Option<VerifierKey> {
    match (shown, pinned) {
        (Ok(shown), Some(pinned)) if shown != pinned => {
            report.wrong(
                report::KEY,
                format!("the log shows the key {shown}, pinned is {pinned}"),
            );
            Some(pinned)
        }
        (Ok(shown), _) => {
            report.right(report::KEY);
            Some(shown)
        }
        (Err(fault), pinned) => {
            report.wrong(report::KEY, fault);
            pinned
        }
    }
}

/// Reads a file of at most `bytes_max` bytes.
///
/// # Errors
/// It cannot be read, or is longer.
pub fn read_bytes(path: &Path, bytes_max: u64) -> Result<Vec<u8>, Unchecked> {
    let failed = |why: String| Unchecked(format!("{}: {why}", path.display()));
    let file = std::fs::File::open(path).map_err(|why| failed(why.to_string()))?;
    let mut bytes = Vec::new();
    file.take(bytes_max + 1)
        .read_to_end(&mut bytes)
        .map_err(|why| failed(why.to_string()))?;
    if bytes.len() as u64 > bytes_max {
        return Err(failed(format!("is longer than {bytes_max} bytes")));
    }
    Ok(bytes)
}

/// Reads a text file of at most `bytes_max` bytes. Bytes that are not UTF-8 become U+FFFD, which no key, checkpoint or
/// proof has: whoever reads the text finds it malformed and says where.
///
/// # Errors
/// As [`read_bytes`].
pub fn read_text(path: &Path, bytes_max: u64) -> Result<String, Unchecked> {
    Ok(String::from_utf8_lossy(&read_bytes(path, bytes_max)?).into_owned())
}
