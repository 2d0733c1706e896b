//! A form with a file, from its body.

use super::parts::{Cut, Head, Held, Parts, boundary};
use super::{Unread, Upload, UploadedFile};
use crate::fields::FORM_FIELDS_MAX;
use crate::{FORM_BYTES_MAX, Fields};
use axum::body::{Body, to_bytes};
use form_urlencoded::{Serializer, byte_serialize};
use http::HeaderValue;

/// Bytes beyond the limits that are received and thrown away, so that the answer and the words after a file that is too
/// large arrive: a browser that is cut off shows neither.
pub const PASSED_OVER_BYTES_MAX: usize = 32 * 1024 * 1024;

/// The words of a form are more than any form of ours has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

pub(super) async fn form(kind: Option<&HeaderValue>, body: Body, file_bytes_max: usize) -> Result<Upload, TooMuch> {
    match boundary(kind) {
        Some(boundary) => {
            let bytes_max = file_bytes_max + FORM_BYTES_MAX + PASSED_OVER_BYTES_MAX;
            in_parts(Parts::new(body, &boundary, bytes_max), file_bytes_max).await
        }
        None => {
            let body = to_bytes(body, FORM_BYTES_MAX).await.map_err(|_| TooMuch)?;
            Ok(Upload {
                fields: Fields::read(&body),
                file: Ok(None),
            })
        }
    }
}

/// The words as a form without a file has them.
pub(super) fn encoded(fields: &Fields) -> String {
    let mut words = Serializer::new(String::new());
    words.extend_pairs(fields.iter().map(|(name, value)| (name, value)));
    words.finish()
}

async fn in_parts(mut parts: Parts, file_bytes_max: usize) -> Result<Upload, TooMuch> {
    let mut words = Words::default();
    let mut file = Ok(None);
    let large = Unread::TooLarge { max: file_bytes_max };
    loop {
        match parts.next().await {
            Ok(Some(Head { name, file: None })) => match parts.held(FORM_BYTES_MAX).await {
                Ok(Held::Whole(bytes)) => words.add(&name, &bytes)?,
                Ok(Held::TooLong) => return Err(TooMuch),
                Err(cut) => return Ok(words.with(Err(unread(cut, large)))),
            },
            Ok(Some(Head {
                name,
                file: Some(called),
            })) => {
                words.add(&name, called.as_bytes())?;
                match parts.held(file_bytes_max).await {
                    Ok(Held::Whole(bytes)) => file = beside(file, called, bytes),
                    Ok(Held::TooLong) => file = Err(large),
                    Err(cut) => return Ok(words.with(Err(unread(cut, large)))),
                }
            }
            Ok(None) => return Ok(words.with(file)),
            Err(cut) => return Ok(words.with(Err(unread(cut, large)))),
        }
    }
}

/// One more file beside what came before. A field in which nothing was chosen comes without a name and without bytes.
fn beside(
    before: Result<Option<UploadedFile>, Unread>,
    name: String,
    bytes: Vec<u8>,
) -> Result<Option<UploadedFile>, Unread> {
    if name.is_empty() && bytes.is_empty() {
        return before;
    }
    match before? {
        None => Ok(Some(UploadedFile { name, bytes })),
        Some(_) => Err(Unread::Several),
    }
}

const fn unread(cut: Cut, large: Unread) -> Unread {
    match cut {
        Cut::BrokenOff => Unread::BrokenOff,
        Cut::TooLong => large,
    }
}

/// The words so far, encoded as in a form without a file, so that both kinds of form have the same limits.
#[derive(Default)]
struct Words {
    encoded: String,
    fields: usize,
}

impl Words {
    fn add(&mut self, name: &str, value: &[u8]) -> Result<(), TooMuch> {
        let pair = [byte_serialize(name.as_bytes()), byte_serialize(value)].map(Iterator::collect::<String>);
        self.encoded.push_str(&pair.join("="));
        self.encoded.push('&');
        self.fields += 1;
        if self.encoded.len() > FORM_BYTES_MAX || self.fields > FORM_FIELDS_MAX {
            return Err(TooMuch);
        }
        Ok(())
    }

    fn with(self, file: Result<Option<UploadedFile>, Unread>) -> Upload {
        Upload {
            fields: Fields::read(self.encoded.as_bytes()),
            file,
        }
    }
}
