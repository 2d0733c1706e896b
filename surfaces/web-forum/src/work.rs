//! What waits for a person at the desk.

mod articles;
mod due;
pub(crate) mod home;
pub(crate) mod rights;
pub(crate) mod superior;
mod words;
