//! What waits for a person at the desk.

pub(crate) mod home;
pub(crate) mod rights;
mod words;
