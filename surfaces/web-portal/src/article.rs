//! News.

pub mod address;
pub mod body;
pub mod list;
pub mod show;
