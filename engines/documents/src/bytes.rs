//! Numbers out of bytes; whatever is not there is `None`.

/// Part of the bytes.
pub(crate) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// An unsigned number of up to four bytes, the highest first.
pub(crate) fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = part(bytes, at, length)?;
    Some(part.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// An unsigned number of up to four bytes, the lowest first.
pub(crate) fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = part(bytes, at, length)?;
    Some(part.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// A length or a place of up to four bytes, the highest first.
pub(crate) fn big_length(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    usize::try_from(big(bytes, at, length)?).ok()
}

/// A length or a place of up to four bytes, the lowest first.
pub(crate) fn little_length(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    usize::try_from(little(bytes, at, length)?).ok()
}

/// Whether `needle` stands anywhere in the bytes.
pub(crate) fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len().max(1)).any(|window| window == needle)
}
