//! Forms with files as browsers send them, in pieces as networks bring them.
#![allow(dead_code)]

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

pub const KIND: &str = "multipart/form-data; boundary=----ranh7";

/// A body that comes in pieces, and counts the bytes that were taken of it.
pub struct Pieces {
    pieces: VecDeque<Bytes>,
    pub taken: Arc<AtomicUsize>,
}

impl Pieces {
    pub fn of(bytes: &[u8], length: usize) -> Pieces {
        Pieces {
            pieces: bytes.chunks(length.max(1)).map(Bytes::copy_from_slice).collect(),
            taken: Arc::default(),
        }
    }

    pub fn body(self) -> Body {
        Body::new(self)
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let piece = self.pieces.pop_front();
        if let Some(piece) = &piece {
            self.taken.fetch_add(piece.len(), Ordering::SeqCst);
        }
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }
}

/// A part with words.
pub fn words(name: &str, value: &str) -> Vec<u8> {
    format!("------ranh7\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes()
}

/// A part with a file.
pub fn file(name: &str, called: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "------ranh7\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{called}\"\r\n\
         Content-Type: text/html\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

/// Parts as a whole body.
pub fn form(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat().as_slice(), b"------ranh7--\r\n"].concat()
}
