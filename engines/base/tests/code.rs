//! Receipt codes: spelling, sloppy reading, and what the check characters notice.

use std::collections::BTreeSet;

use base::code::{CodeProblem, ReceiptCode};
use base::hex;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn bare(code: &ReceiptCode) -> Vec<char> {
    code.to_string().replace('-', "")[2..].chars().collect()
}

fn parse(chars: &[char]) -> Result<ReceiptCode, CodeProblem> {
    ReceiptCode::parse(&chars.iter().collect::<String>())
}

/// A receipt code computed another way: one big number, by the rule of the module's head.
fn leaves_one(chars: &[char]) -> bool {
    let value = |c: &char| ALPHABET.find(*c).unwrap() as u128;
    chars.iter().map(value).fold(0, |number, digit| number * 32 + digit) % 1021 == 1
}

#[test]
fn known_codes() {
    assert_eq!(
        ReceiptCode::from_bits(&[0; 10]).to_string(),
        "LN-0000-0000-0000-0000-01"
    );
    let code = ReceiptCode::from_bits(&[0, 0x44, 0x32, 0x14, 0xC7, 0x42, 0x54, 0xB6, 0x35, 0xCF]);
    assert!(code.to_string().starts_with("LN-0123-4567-89AB-CDEF-"), "{code}");
    assert!(leaves_one(&bare(&code)));
    let expected: [u8; 32] = Sha256::digest(b"langnghe/receipt/v10123456789ABCDEF").into();
    assert_eq!(code.hash(), expected);
    assert_eq!(format!("{code:?}"), "LN-…");
    assert_eq!(
        ReceiptCode::from_bits(&[255; 10]).to_string()[..22],
        *"LN-ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    );
}

#[test]
fn the_powers_that_weigh_the_characters_differ() {
    let powers: BTreeSet<u32> = (0..18)
        .scan(1, |power, _| Some(std::mem::replace(power, *power * 32 % 1021)))
        .collect();
    assert_eq!(powers.len(), 18);
    assert!(!powers.contains(&0));
    assert!((2..32).all(|divisor| 1021 % divisor != 0), "1021 is prime");
}

#[test]
fn two_wrong_neighbours_are_missed_only_31_and_29_apart() {
    let missed: Vec<(i32, i32)> = (-31..=31)
        .flat_map(|first| (-31..=31).map(move |second| (first, second)))
        .filter(|(first, second)| (*first, *second) != (0, 0) && (32 * first + second) % 1021 == 0)
        .collect();
    assert_eq!(missed, [(-31, -29), (31, 29)]);
}

#[test]
fn sloppy_typing() {
    let code = ReceiptCode::from_bits(&hex::decode("0044320042108421ffff").unwrap().try_into().unwrap());
    let text = code.to_string();
    let chars: String = bare(&code).iter().collect();
    assert!(text.contains('0') && text.contains('1'));
    for sloppy in [
        text.clone(),
        text.to_lowercase(),
        text.replace('-', ""),
        text.replace('-', " "),
        text.replace('-', "–"),
        format!("  {text}\n"),
        chars.clone(),
        chars.to_lowercase(),
        text.replace('0', "O").replace('1', "I"),
        text.replace('0', "o").replace('1', "l"),
        format!("1N-{chars}"),
        format!("ln{chars}"),
    ] {
        assert_eq!(ReceiptCode::parse(&sloppy), Ok(code.clone()), "{sloppy}");
    }
}

#[test]
fn a_bare_code_may_begin_like_the_prefix() {
    // 1N… is 00001 10101 …
    let code = ReceiptCode::from_bits(&[0x0D, 0x40, 7, 7, 7, 7, 7, 7, 7, 7]);
    let chars: String = bare(&code).iter().collect();
    assert!(chars.starts_with("1N"));
    assert_eq!(ReceiptCode::parse(&chars), Ok(code.clone()));
    assert_eq!(ReceiptCode::parse(&chars.replacen("1N", "LN", 1)), Ok(code.clone()));
    assert_eq!(ReceiptCode::parse(&format!("LN{chars}")), Ok(code));
}

#[test]
fn problems() {
    use CodeProblem::{Empty, WrongCharacter, WrongCheck, WrongLength};
    for (typed, problem) in [
        ("", Empty),
        (" - – \t", Empty),
        ("LN", WrongLength { have: 0 }),
        ("LN-", WrongLength { have: 0 }),
        ("7", WrongLength { have: 1 }),
        ("LN-0000-0000-0000-0000-0", WrongLength { have: 17 }),
        ("LN-0000-0000-0000-0000", WrongLength { have: 16 }),
        ("LN-0000-0000-0000-0000-011", WrongLength { have: 19 }),
        ("0000-0000-0000-0000-0", WrongLength { have: 17 }),
        ("LN-0000-0000-0000-0000-00", WrongCheck),
        // the same remainder, but not the check that is written: 1 + 1021
        ("LN-0000-0000-0000-0000-ZY", WrongCheck),
        ("LN-0000-0000-0000-0000-U1", WrongCharacter { ch: 'U' }),
        ("LN-0000-Đ000-0000-0000-01", WrongCharacter { ch: 'Đ' }),
        ("LN-0000-0000-0000-0000-01.", WrongCharacter { ch: '.' }),
        ("LN\0", WrongCharacter { ch: '\0' }),
    ] {
        assert_eq!(ReceiptCode::parse(typed), Err(problem), "{typed:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*", raw in any::<String>()) {
        for text in [text, raw] {
            if let Ok(code) = ReceiptCode::parse(&text) {
                prop_assert_eq!(ReceiptCode::parse(&code.to_string()), Ok(code));
            }
        }
    }

    #[test]
    fn near_codes_are_read_or_refused(text in "(LN|ln|1N)?[ -]{0,2}[0-9A-Zlo]{15,19}[ -]?[0-9A-Z]{0,3}") {
        if let Ok(code) = ReceiptCode::parse(&text) {
            prop_assert!(leaves_one(&bare(&code)));
        }
    }

    #[test]
    fn a_code_is_read_back(bits: [u8; 10]) {
        let code = ReceiptCode::from_bits(&bits);
        prop_assert!(leaves_one(&bare(&code)));
        prop_assert_eq!(parse(&bare(&code)), Ok(code.clone()));
        prop_assert_eq!(ReceiptCode::parse(&code.to_string()), Ok(code));
    }

    #[test]
    fn other_bits_are_another_code(one: [u8; 10], other: [u8; 10]) {
        let (a, b) = (ReceiptCode::from_bits(&one), ReceiptCode::from_bits(&other));
        prop_assert_eq!(one == other, a == b);
        prop_assert_eq!(one == other, a.hash() == b.hash());
    }

    /// All 18 × 31 wrong characters and all 153 exchanges of any two places, for every code tried.
    #[test]
    fn every_wrong_character_and_every_swap_is_noticed(bits: [u8; 10]) {
        let chars = bare(&ReceiptCode::from_bits(&bits));
        for place in 0..chars.len() {
            for wrong in ALPHABET.chars().filter(|wrong| *wrong != chars[place]) {
                let mut typed = chars.clone();
                typed[place] = wrong;
                prop_assert_eq!(parse(&typed), Err(CodeProblem::WrongCheck));
            }
            for other in place + 1..chars.len() {
                let mut typed = chars.clone();
                typed.swap(place, other);
                if typed != chars {
                    prop_assert_eq!(parse(&typed), Err(CodeProblem::WrongCheck));
                }
            }
        }
    }
}
