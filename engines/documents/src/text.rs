//! Plain text: UTF-8 without the bytes that no text has.

/// Whether bytes are plain text. The control characters that a text may have are tab, line feed, form feed and carriage
/// return (WHATWG MIME Sniffing §7.1 "binary data byte").
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(may_stand))
}

fn may_stand(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\x0C' | '\r') || !character.is_control()
}
