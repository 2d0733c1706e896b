//! PDF by its first and last bytes (ISO 32000-1 §7.5.2, §7.5.5).

use crate::bytes::holds;

/// Last bytes among which the end stands: readers look no further back (ISO 32000-1 Annex H, Acrobat's note 18).
const END_BYTES: usize = 1024;

/// It says it is PDF at its very first byte. Readers would look further in; a file that is something else first is not
/// taken as PDF.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-1.") || bytes.starts_with(b"%PDF-2.")
}

/// It came whole.
pub(crate) fn ends(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(END_BYTES)..).unwrap_or_default();
    holds(tail, b"%%EOF")
}
