//! Appeals of authors against the reading of their opinions, at the desk of those who decide them.

pub(crate) mod desk;
mod words;

use words::AppealWords;
