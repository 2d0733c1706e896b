//! Addresses from titles: "Diễn đàn công an lắng nghe" → `dien-dan-cong-an-lang-nghe`.

use crate::vietnamese::fold;

/// What a title without one Latin letter or digit is called; the number beside it in the address tells titles apart.
pub const SLUG_FALLBACK: &str = "bai";

/// The address form of a title: Latin letters without marks, lower case, and digits; everything between them is one
/// hyphen. At most `max_chars` characters, cut between words where there is a place to cut. Never empty: a title
/// that leaves nothing gives [`SLUG_FALLBACK`], whatever `max_chars` is.
pub fn slug(title: &str, max_chars: usize) -> String {
    let folded = fold(title);
    let words = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        let room = max_chars.saturating_sub(slug.len());
        if slug.is_empty() {
            slug.push_str(&word[..word.len().min(room)]);
            if word.len() > room {
                break;
            }
        } else if word.len() < room {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    if slug.is_empty() {
        SLUG_FALLBACK.to_owned()
    } else {
        slug
    }
}
