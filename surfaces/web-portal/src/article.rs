//! News.

pub mod address;
mod around;
pub mod body;
mod diff;
mod history;
pub mod list;
pub mod revision;
pub mod show;
pub mod text;
mod words;
