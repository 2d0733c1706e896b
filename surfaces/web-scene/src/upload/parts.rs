//! The parts of a `multipart/form-data` body (RFC 7578; its grammar RFC 2046 §5.1.1), one after the other, holding no more
//! than one head or one piece of the body at a time.

use axum::body::{Body, Bytes, HttpBody};
use http::HeaderValue;
use std::future::poll_fn;
use std::pin::Pin;

/// Longest head of a part, in bytes.
const HEAD_BYTES_MAX: usize = 8 * 1024;
/// Longest boundary, in bytes (RFC 2046 §5.1.1).
const BOUNDARY_BYTES_MAX: usize = 70;

/// Why no further part can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The body ends too early, or is no form.
    BrokenOff,
    /// The body is longer than was allowed.
    TooLong,
}

/// What a part says of itself.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The field's name.
    pub(super) name: String,
    /// The file's name, in the part of a file.
    pub(super) file: Option<String>,
}

/// What a part holds.
pub(super) enum Held {
    Whole(Vec<u8>),
    /// More bytes than were asked for; they are passed over.
    TooLong,
}

/// A body being read.
pub(super) struct Parts {
    body: Body,
    /// What was received and not used yet.
    kept: Vec<u8>,
    /// `\r\n--` and the boundary.
    delimiter: Vec<u8>,
    /// Bytes that may still come.
    left: usize,
    started: bool,
}

/// The boundary in a form's type; none when the type is another.
pub(super) fn boundary(kind: Option<&HeaderValue>) -> Option<String> {
    let mut words = kind?.to_str().ok()?.split(';');
    let is_form = words.next()?.trim().eq_ignore_ascii_case("multipart/form-data");
    is_form.then_some(())?;
    let (_, value) = words
        .filter_map(|word| word.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("boundary"))?;
    let value = value.trim().trim_matches('"');
    (1..=BOUNDARY_BYTES_MAX)
        .contains(&value.len())
        .then(|| value.to_owned())
}

impl Parts {
    /// Begins to read a body of at most `bytes_max`.
    pub(super) fn new(body: Body, boundary: &str, bytes_max: usize) -> Parts {
        Parts {
            body,
            // as if a line ended before the first delimiter, which may stand at the very start
            kept: b"\r\n".to_vec(),
            delimiter: format!("\r\n--{boundary}").into_bytes(),
            left: bytes_max,
            started: false,
        }
    }

    /// The head of the next part; none at the end of the form. What the part before holds was taken with [`Parts::held`].
    pub(super) async fn next(&mut self) -> Result<Option<Head>, Cut> {
        if !self.started {
            self.started = true;
            // what stands before the first delimiter says nothing
            self.held(0).await?;
        }
        while self.kept.len() < 2 {
            self.more().await?;
        }
        if self.kept.starts_with(b"--") {
            return Ok(None);
        }
        // blanks may follow a delimiter; the line's end belongs to the head, which may be empty
        let end = loop {
            match find(&self.kept, b"\r\n\r\n") {
                Some(end) => break end,
                None if self.kept.len() > HEAD_BYTES_MAX => return Err(Cut::BrokenOff),
                None => self.more().await?,
            }
        };
        let lines: Vec<u8> = self.kept.drain(..end + 4).collect();
        head(&lines).map(Some).ok_or(Cut::BrokenOff)
    }

    /// What the part holds, at most `bytes_max`.
    pub(super) async fn held(&mut self, bytes_max: usize) -> Result<Held, Cut> {
        let mut bytes = Vec::new();
        let mut fits = true;
        loop {
            let (length, is_last) = match find(&self.kept, &self.delimiter) {
                Some(end) => (end, true),
                // a delimiter may have begun at the end of what came
                None => (self.kept.len().saturating_sub(self.delimiter.len() - 1), false),
            };
            fits &= bytes.len() + length <= bytes_max;
            if fits {
                bytes.extend_from_slice(self.kept.get(..length).unwrap_or_default());
            } else {
                bytes = Vec::new();
            }
            self.kept.drain(..length);
            if is_last {
                self.kept.drain(..self.delimiter.len());
                return Ok(if fits { Held::Whole(bytes) } else { Held::TooLong });
            }
            self.more().await?;
        }
    }

    /// Receives what comes next.
    async fn more(&mut self) -> Result<(), Cut> {
        let piece = self.piece().await.ok_or(Cut::BrokenOff)?;
        self.left = self.left.checked_sub(piece.len()).ok_or(Cut::TooLong)?;
        self.kept.extend_from_slice(&piece);
        Ok(())
    }

    async fn piece(&mut self) -> Option<Bytes> {
        loop {
            let frame = poll_fn(|context| Pin::new(&mut self.body).poll_frame(context)).await?;
            // trailers are no part of a form
            if let Ok(piece) = frame.ok()?.into_data() {
                return Some(piece);
            }
        }
    }
}

fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = from + rest.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The names in a part's head (RFC 7578 §4.2), as browsers write them (WHATWG HTML §4.10.21.8).
fn head(lines: &[u8]) -> Option<Head> {
    let text = String::from_utf8_lossy(lines);
    let said = text
        .split("\r\n")
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("content-disposition"))
        .map(|(_, said)| said.trim())?;
    let (kind, mut rest) = said.split_once(';').unwrap_or((said, ""));
    kind.trim().eq_ignore_ascii_case("form-data").then_some(())?;
    let (mut name, mut file) = (None, None);
    while let Some((key, value, after)) = parameter(rest) {
        if key.eq_ignore_ascii_case("name") {
            name = name.or(Some(value));
        } else if key.eq_ignore_ascii_case("filename") {
            file = file.or(Some(value));
        }
        rest = after;
    }
    Some(Head { name: name?, file })
}

/// The first parameter of a line, its value, and what follows.
fn parameter(line: &str) -> Option<(&str, String, &str)> {
    let (key, value) = line.split_once('=')?;
    let key = key.trim_matches([';', ' ', '\t']);
    if let Some(quoted) = value.trim_start().strip_prefix('"') {
        let (value, after) = quoted.split_once('"')?;
        let value = value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
        return Some((key, value, after));
    }
    let (value, after) = value.split_once(';').unwrap_or((value, ""));
    Some((key, value.trim().to_owned(), after))
}
