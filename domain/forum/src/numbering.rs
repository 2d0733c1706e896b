//! Numbers are given in order, each once; the last one there is is not followed by the first.

use crate::Refusal;
use imbl::OrdMap;

/// The number after this one.
pub(crate) fn next(last: u32) -> Result<u32, Refusal> {
    last.checked_add(1).ok_or(Refusal::TooMany)
}

/// The number after the highest one.
pub(crate) fn next_of<T: Clone>(all: &OrdMap<u32, T>) -> Result<u32, Refusal> {
    next(all.get_max().map_or(0, |(number, _)| *number))
}
