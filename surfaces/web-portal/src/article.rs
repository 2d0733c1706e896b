//! News.

pub mod list;
pub mod show;
