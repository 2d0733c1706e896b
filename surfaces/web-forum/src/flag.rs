//! "Báo lên": anyone says that a published text breaks the law, and a moderator looks at it.

pub(crate) mod desk;
pub(crate) mod raise;
mod texts;
mod words;

use texts::{Reported, reported};
use words::FlagWords;
