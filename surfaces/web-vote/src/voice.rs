//! The voice of whoever votes here: 128 bits in one cookie, which the browser sends to the place where its forum's votes
//! are cast and to no other page. Nothing else of a request's headers is looked at.

use axum::extract::FromRequestParts;
use axum::response::Response;
use base::hex;
use base::number::ForumNo;
use forum::voice::VoiceSecret;
use http::HeaderValue;
use http::header::{COOKIE, SET_COOKIE};
use http::request::Parts;
use std::convert::Infallible;
use web_scene::{App, VOICE_DAYS_AFTER, address};

/// Name of the cookie.
const COOKIE_NAME: &str = "tieng-noi";
/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;
/// Letters of a slip's secret: Crockford's alphabet, which has no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a typed secret: 128 bits, five a letter.
const LETTERS: usize = 26;

/// The voice a request brings, if it brings one.
pub(crate) struct Voice(pub(crate) Option<VoiceSecret>);

impl FromRequestParts<App> for Voice {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let lines = parts
            .headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let pairs = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        let mut ours = pairs.filter(|(name, _)| *name == COOKIE_NAME).map(|(_, value)| value);
        Ok(Voice(ours.find_map(from_hex)))
    }
}

fn from_hex(text: &str) -> Option<VoiceSecret> {
    let bytes = hex::decode(text)?;
    <[u8; 16]>::try_from(bytes).ok().map(VoiceSecret)
}

/// Gives a browser this voice with an answer: one cookie for each language.
pub(crate) fn give(app: &App, forum: &forum::Forum, voice: VoiceSecret, answer: &mut Response) {
    let days = i64::from(app.now().office_date().days_until(forum.closes).max(0)) + i64::from(VOICE_DAYS_AFTER);
    let (value, age) = (hex::encode(&voice.0), days * DAY_SECONDS);
    let secure = if app.settings.tls { "; Secure" } else { "" };
    let place = address::vote(forum.no);
    for place in [place.clone(), format!("/en{place}")] {
        let cookie = format!("{COOKIE_NAME}={value}; Path={place}; Max-Age={age}; HttpOnly; SameSite=Lax{secure}");
        if let Ok(cookie) = HeaderValue::try_from(cookie) {
            answer.headers_mut().append(SET_COOKIE, cookie);
        }
    }
}

/// A voice that draws itself with the form of this key: sent twice, the form gives the same voice.
pub(crate) fn drawn(app: &App, forum: ForumNo, key: &str) -> VoiceSecret {
    let bits = |part: u8| app.ledger.receipt_bits(&format!("langnghe-voice/{forum}/{part}/{key}"));
    let (first, second) = (bits(1), bits(2));
    let mut all = first.iter().chain(&second).copied();
    VoiceSecret(std::array::from_fn(|_| all.next().unwrap_or_default()))
}

/// A secret as it stands on a slip: 26 letters in groups.
pub(crate) fn spelled(voice: VoiceSecret) -> String {
    let number = u128::from_be_bytes(voice.0);
    let letter = |at: usize| char::from(ALPHABET[((number >> (5 * (LETTERS - 1 - at))) & 31) as usize]);
    let letters: Vec<char> = (0..LETTERS).map(letter).collect();
    let groups = letters.chunks(5).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join("-")
}

/// Reads a secret as somebody typed it: small letters, spaces, O for 0 and I or L for 1 are fine.
pub(crate) fn read(typed: &str) -> Option<VoiceSecret> {
    let mut number: u128 = 0;
    let mut letters = 0;
    for letter in typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
        let letter = match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let value = ALPHABET.iter().position(|known| char::from(*known) == letter)? as u128;
        letters += 1;
        // The first letter holds three bits only.
        if letters > LETTERS || (letters == 1 && value > 7) {
            return None;
        }
        number = number << 5 | value;
    }
    (letters == LETTERS).then(|| VoiceSecret(number.to_be_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_however_it_is_typed() {
        for seed in [0_u128, 1, u128::MAX, 0x0123_4567_89ab_cdef_fedc_ba98_7654_3210] {
            let voice = VoiceSecret(seed.to_be_bytes());
            let spelled = spelled(voice);
            assert!(read(&spelled) == Some(voice), "{spelled}");
            let sloppy = spelled
                .to_lowercase()
                .replace('-', " ")
                .replace('0', "o")
                .replace('1', "l");
            assert!(read(&sloppy) == Some(voice), "{sloppy}");
        }
        for wrong in [
            "",
            "0",
            "U0000-00000-00000-00000-00000-0",
            &"0".repeat(27),
            "80000-00000-00000-00000-00000-0",
        ] {
            assert!(read(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_cookie_of_another_shape_is_no_voice() {
        assert!(from_hex("00112233445566778899aabbccddeeff").is_some());
        for wrong in [
            "",
            "0011",
            "zz112233445566778899aabbccddeeff",
            "00112233445566778899aabbccddeeff00",
        ] {
            assert!(from_hex(wrong).is_none(), "{wrong}");
        }
    }
}
