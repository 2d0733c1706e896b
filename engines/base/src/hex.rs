//! Lower-case hexadecimal, the one spelling of salts, digests and commitments in everything we publish.

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Spells bytes in lower-case hexadecimal, two digits a byte.
pub fn encode(bytes: &[u8]) -> String {
    let mut spelled = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        spelled.push(char::from(DIGITS[usize::from(byte >> 4)]));
        spelled.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    spelled
}

/// Reads what [`encode`] spells. Capital digits, odd lengths and anything else are refused, so that a value has
/// exactly one spelling and a comparison of texts is a comparison of bytes.
pub fn decode(spelled: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = spelled.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|pair| byte(*pair)).collect()
}

/// Reads exactly 32 bytes (a digest, a salt, a key): 64 digits, as [`decode`] does.
pub fn decode_32(spelled: &str) -> Option<[u8; 32]> {
    let (pairs, rest) = spelled.as_bytes().as_chunks::<2>();
    if pairs.len() != 32 || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, pair) in bytes.iter_mut().zip(pairs) {
        *place = byte(*pair)?;
    }
    Some(bytes)
}

fn byte([high, low]: [u8; 2]) -> Option<u8> {
    Some(nibble(high)? << 4 | nibble(low)?)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
