//! What to do about typed words that do not fit.

use base::text::TextProblem;
use web_kit::words;

words! {
    /// What stands at a field whose words do not fit; every sentence says what to do.
    pub(crate) struct TypedWords;

    empty(what: &str, min: usize) { vi: "Viết {what}, ít nhất {min} chữ cái", en: "Write {what}, at least {min} letters" }
    short(what: &str, min: usize, have: usize) { vi: "Viết {what} dài hơn, ít nhất {min} chữ cái; mới có {have}", en: "Make {what} longer, at least {min} letters; it has {have}" }
    long(what: &str, max: usize, have: usize) { vi: "Rút ngắn {what} còn tối đa {max} chữ cái; đang có {have}", en: "Shorten {what} to at most {max} characters; it has {have}" }
    control(what: &str, position: usize, code: &str) { vi: "Bỏ ký tự thứ {position} ({code}) trong {what}: trang không hiện được ký tự này", en: "Remove character {position} ({code}) from {what}: it cannot be shown on a page" }
    lines(what: &str) { vi: "Viết {what} trên một dòng", en: "Write {what} on one line" }
}

impl TypedWords {
    /// One sentence about a problem; `what` is the field in a sentence ("ý kiến"), `min` the fewest letters it needs.
    pub(crate) fn about(self, problem: TextProblem, what: &str, min: usize) -> String {
        match problem {
            TextProblem::Empty => self.empty(what, min),
            TextProblem::TooShort { min, have } => self.short(what, min, have),
            TextProblem::TooLong { max, have } => self.long(what, max, have),
            TextProblem::Control { position, codepoint } => self.control(what, position, &format!("U+{codepoint:04X}")),
            TextProblem::LinesNotAllowed => self.lines(what),
        }
    }
}
