//! A file is taken, or there is a reason why not.

use crate::picture::{self, Size};
use crate::recognise::{self, Recognised};
use crate::{FileKind, clean_name, office, pdf, text};

/// Most bytes of a file: 10 MiB, a photograph or a scanned decision of some pages.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;

/// What became of what a file says about its making.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metadata {
    /// Taken off: place, time, camera, author, preview and remarks are gone.
    Stripped,
    /// Left as it was: the file's own properties may name an author, and the form says so.
    Kept,
}

/// A file that is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What it is, by its bytes.
    pub kind: FileKind,
    /// The bytes to keep.
    pub bytes: Vec<u8>,
    /// Its name, made safe (see [`clean_name`]).
    pub name: String,
    /// What became of what it says about its making.
    pub metadata: Metadata,
    /// Width and height as a picture is shown, turned as it asks to be; none for papers.
    pub size: Option<Size>,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`FILE_BYTES_MAX`].
    #[error("the file has more than {max} bytes")]
    TooLarge {
        /// Most bytes.
        max: usize,
    },
    /// A kind that is not taken.
    #[error("files of this kind are not taken: {0:?}")]
    NotTaken(Recognised),
    /// It begins as a kind that is taken, and is no whole file of it.
    #[error("the file is no whole {0:?}")]
    Broken(FileKind),
    /// A document that carries programs.
    #[error("the {0:?} carries macros")]
    Macros(FileKind),
    /// A picture wider, higher or larger than browsers show with ease.
    #[error("the picture is {} by {} pixels", .0.width, .0.height)]
    TooManyPixels(Size),
}

/// Takes a file for what its bytes say it is. The name decides nothing; it is only made safe.
///
/// # Errors
/// See [`Problem`].
pub fn accept(bytes: Vec<u8>, name: &str) -> Result<Accepted, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty);
    }
    if bytes.len() > FILE_BYTES_MAX {
        return Err(Problem::TooLarge { max: FILE_BYTES_MAX });
    }
    if let Some(kind) = picture::picture_kind(&bytes) {
        let (bytes, size) = picture::stripped(kind, &bytes)?;
        return Ok(Accepted {
            kind,
            bytes,
            name: clean_name(name, kind),
            metadata: Metadata::Stripped,
            size: Some(size),
        });
    }
    let kind = paper(&bytes)?;
    Ok(Accepted {
        kind,
        bytes,
        name: clean_name(name, kind),
        metadata: Metadata::Kept,
        size: None,
    })
}

/// The kind of a file that is no picture.
fn paper(bytes: &[u8]) -> Result<FileKind, Problem> {
    if pdf::begins(bytes) {
        return if pdf::ends(bytes) {
            Ok(FileKind::Pdf)
        } else {
            Err(Problem::Broken(FileKind::Pdf))
        };
    }
    if office::begins(bytes) {
        return office::kind(bytes);
    }
    match recognise::other(bytes) {
        Some(other) => Err(Problem::NotTaken(other)),
        None if text::is_plain(bytes) => Ok(FileKind::Text),
        None => Err(Problem::NotTaken(Recognised::Unknown)),
    }
}
