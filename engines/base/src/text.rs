//! Typed text in one canonical form, or a reason why not.
//!
//! **What counts as one character** (chữ cái, in every "at most N"): a Unicode scalar value of the NFC form. Spaces
//! and line ends count. What only changes its neighbour or shows nothing does not: combining marks, joiners,
//! variation selectors, soft hyphens, the blank fillers of some scripts. So "ế" is one character however it was typed,
//! and an emoji built from several counts its visible parts. More than [`UNCOUNTED_RUN_MAX`] such values in a row
//! are counted again, so that the limit on characters also bounds the bytes.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How many uncounted values in a row stay uncounted (values). Vietnamese needs 2, pointed Hebrew and emoji 4.
pub const UNCOUNTED_RUN_MAX: usize = 4;

/// Why a text is not accepted.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum TextProblem {
    /// Nothing that can be seen.
    #[error("nothing was typed")]
    Empty,
    /// Fewer characters than asked for.
    #[error("{have} characters, at least {min} are needed")]
    TooShort {
        /// Characters needed.
        min: usize,
        /// Characters typed, without outer white space.
        have: usize,
    },
    /// More characters than there is room for.
    #[error("{have} characters, at most {max} fit")]
    TooLong {
        /// Characters that fit.
        max: usize,
        /// Characters typed, without outer white space.
        have: usize,
    },
    /// A value that cannot be shown honestly: see [`TextRule::accept`].
    #[error("character {position} (U+{codepoint:04X}) cannot be shown")]
    Control {
        /// Its place, from 1, among the scalar values of what was typed, in NFC, a line end being one.
        position: usize,
        /// Which it is.
        codepoint: u32,
    },
    /// More than one line where one is asked for.
    #[error("one line only")]
    LinesNotAllowed,
}

/// What a field of a form takes. Characters are counted as this module's head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRule {
    /// Fewest characters; 0 makes the field optional.
    pub min_chars: usize,
    /// Most characters.
    pub max_chars: usize,
    /// Whether the text may have more than one line.
    pub lines: bool,
}

impl TextRule {
    /// The canonical form of what was typed: NFC, every line end one LF, no white space around. Nothing else is
    /// changed or left out. Accepting an accepted text gives the same bytes.
    ///
    /// # Errors
    /// [`TextProblem`], in this order: what cannot be shown honestly (control characters but LF and TAB; values that
    /// reorder text, or hide text in text; noncharacters; a combining mark at the start of a line, which would sit on
    /// whatever is printed before it), nothing typed, more than one line, too short, too long.
    pub fn accept(&self, typed: &str) -> Result<String, TextProblem> {
        let text = with_plain_line_ends(typed).nfc().collect::<String>();
        if let Some(problem) = first_unshowable(&text) {
            return Err(problem);
        }
        let text = text.trim();
        let left_out = text.is_empty() && self.min_chars == 0;
        if !left_out && !text.chars().any(is_seen) {
            return Err(TextProblem::Empty);
        }
        if !self.lines && text.contains('\n') {
            return Err(TextProblem::LinesNotAllowed);
        }
        let have = count(text);
        if have < self.min_chars {
            return Err(TextProblem::TooShort {
                min: self.min_chars,
                have,
            });
        }
        if have > self.max_chars {
            return Err(TextProblem::TooLong {
                max: self.max_chars,
                have,
            });
        }
        Ok(text.to_owned())
    }
}

/// Characters of a text, counted as this module's head says, outer white space included.
pub fn characters(text: &str) -> usize {
    count(&text.nfc().collect::<String>())
}

/// Letters of any script in a text (digits, signs, spaces and marks are none), for "at least ten letters".
pub fn letters(text: &str) -> usize {
    text.nfc().filter(|c| c.is_alphabetic() && !is_uncounted(*c)).count()
}

/// CR LF, CR, and Unicode's two separators of lines and paragraphs become LF.
fn with_plain_line_ends(typed: &str) -> String {
    typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
}

/// Counts a text that is in NFC.
fn count(text: &str) -> usize {
    let mut run = 0;
    text.chars()
        .filter(|c| {
            run = if is_uncounted(*c) { run + 1 } else { 0 };
            run == 0 || run > UNCOUNTED_RUN_MAX
        })
        .count()
}

fn first_unshowable(text: &str) -> Option<TextProblem> {
    let mut line_is_bare = true;
    for (index, c) in text.chars().enumerate() {
        if is_unshowable(c) || line_is_bare && is_combining_mark(c) {
            return Some(TextProblem::Control {
                position: index + 1,
                codepoint: c.into(),
            });
        }
        line_is_bare = c == '\n' || line_is_bare && !is_seen(c);
    }
    None
}

/// What no page can show as it is.
fn is_unshowable(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        // embeddings, overrides and isolates, with their deprecated kin: letters would stand where nobody wrote them
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => true,
        // annotations and tags: text that is there and is not seen; U+FFFD stands where bytes could not be read, and
        // recording it would be recording something else than was typed
        '\u{FFF9}'..='\u{FFFB}' | '\u{FFFD}' | '\u{E0000}'..='\u{E007F}' => true,
        '\u{FDD0}'..='\u{FDEF}' => true,
        other => u32::from(other) & 0xFFFE == 0xFFFE,
    }
}

/// Whether a value puts ink of its own on the page.
fn is_seen(c: char) -> bool {
    !c.is_whitespace() && !is_uncounted(c) && c != '\u{2800}'
}

/// What changes its neighbour or shows nothing: marks, and the values Unicode calls default ignorable.
fn is_uncounted(c: char) -> bool {
    is_combining_mark(c)
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}')
        || matches!(
            c,
            '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        )
        || matches!(c, '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0080}'..='\u{E0FFF}')
}
