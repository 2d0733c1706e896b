//! Files people hand in: what a file is by its bytes, and what is taken off it before it is kept.
//!
//! Bytes in, bytes out. The name and the browser's word never decide what a file is. Pictures lose everything that does
//! not help to show them (place, camera, author, preview, what follows their end); papers are kept byte for byte.

mod accept;
mod bytes;
mod exif;
mod jpeg;
mod kind;
mod name;
mod office;
mod pdf;
mod picture;
mod png;
mod recognise;
mod text;
mod webp;
mod zip;

pub use accept::{Accepted, FILE_BYTES_MAX, Metadata, Problem, accept};
pub use kind::{FileKind, Place};
pub use name::{NAME_CHARS_MAX, clean_name};
pub use office::{CONTENT_TYPES_BYTES_MAX, ENTRIES_MAX};
pub use picture::{PICTURE_PIXELS_MAX, PICTURE_SIDE_PIXELS_MAX, Size, picture_kind, picture_size};
pub use recognise::Recognised;
