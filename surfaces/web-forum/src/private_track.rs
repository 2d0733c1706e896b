//! The private track: opinions that name a guard as guilty of something are answered here, for their authors alone.

pub(crate) mod desk;
mod words;

use words::PrivateWords;
