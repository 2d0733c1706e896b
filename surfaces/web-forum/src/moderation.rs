//! How opinions of a forum were read, in figures anyone may see.

mod figures;
pub(crate) mod show;
mod words;

use figures::Figures;
use words::ModerationWords;
