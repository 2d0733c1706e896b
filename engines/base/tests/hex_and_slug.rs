//! Hexadecimal and addresses.

use base::hex;
use base::slug::{SLUG_FALLBACK, slug};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn hex_has_one_spelling() {
    assert_eq!(hex::encode(&[0, 1, 0xAB, 0xFF]), "0001abff");
    assert_eq!(hex::decode("0001abff"), Some(vec![0, 1, 0xAB, 0xFF]));
    assert_eq!(hex::decode(""), Some(vec![]));
    for wrong in ["0", "ABFF", "0x", "g0", "0 ", " 00", "é", "00\n"] {
        assert_eq!(hex::decode(wrong), None, "{wrong:?}");
    }
    assert_eq!(hex::decode_32(&"7f".repeat(32)), Some([0x7F; 32]));
    assert_eq!(hex::decode_32(&"7f".repeat(31)), None);
    assert_eq!(hex::decode_32(&"7f".repeat(33)), None);
    assert_eq!(hex::decode_32(&format!("{}0", "7f".repeat(32))), None);
    assert_eq!(hex::decode_32(&"7F".repeat(32)), None);
}

#[test]
fn slugs() {
    for (title, max, expected) in [
        ("Diễn đàn công an lắng nghe", 80, "dien-dan-cong-an-lang-nghe"),
        ("ĐẶNG VĂN ÂN — 8/8 mục tiêu!", 80, "dang-van-an-8-8-muc-tieu"),
        ("Diễn đàn công an lắng nghe", 12, "dien-dan"),
        ("Diễn đàn công an lắng nghe", 13, "dien-dan-cong"),
        ("Diễn đàn công an lắng nghe", 3, "die"),
        ("Diễn đàn", 0, SLUG_FALLBACK),
        ("", 80, SLUG_FALLBACK),
        ("--- 你好 ---", 80, SLUG_FALLBACK),
        ("../../etc/passwd?x=<b>", 80, "etc-passwd-x-b"),
        ("ưu ươm Ở Ỹ", 80, "uu-uom-o-y"),
    ] {
        assert_eq!(slug(title, max), expected, "{title}");
    }
}

proptest! {
    #[test]
    fn hex_is_read_back(bytes: Vec<u8>, digest: [u8; 32], text in any::<String>()) {
        prop_assert_eq!(hex::decode(&hex::encode(&bytes)), Some(bytes));
        prop_assert_eq!(hex::decode_32(&hex::encode(&digest)), Some(digest));
        if let Some(bytes) = hex::decode(&text) {
            prop_assert_eq!(hex::encode(&bytes), text);
        }
    }

    #[test]
    fn slugs_fit_addresses_and_stay(title in any::<String>(), max in 3_usize..60) {
        let first = slug(&title, max);
        prop_assert!(!first.is_empty() && first.len() <= max);
        prop_assert!(first.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert!(!first.starts_with('-') && !first.ends_with('-') && !first.contains("--"));
        prop_assert_eq!(slug(&first, max), first.clone());
        prop_assert_eq!(slug(&title.nfd().collect::<String>(), max), first);
    }
}
