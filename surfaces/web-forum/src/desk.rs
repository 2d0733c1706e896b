//! The desk of those who prepare and open forums.

pub(crate) mod announce;
pub(crate) mod frame;
pub(crate) mod home;
pub(crate) mod one;
pub(crate) mod rights;
mod words;

pub(crate) use words::DeskWords;
