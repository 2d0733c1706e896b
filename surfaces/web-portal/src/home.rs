//! The first page.

mod forums;
mod loop_tiles;
mod seats;
pub mod show;
mod words;
