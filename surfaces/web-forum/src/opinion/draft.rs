//! An opinion as it was typed, and what it still needs before it can be sent.

use super::subject::{self, ABOUT, NATURE};
use super::{OpinionWords, SubjectWords};
use base::number::ForumNo;
use base::text::TextRule;
use forum::Forum;
use forum::events::SpeakerRole;
use forum::opinion::{
    NAME_CHARS_MAX, OPINION_LETTERS_MIN, REASONS_CHARS_MAX, Subject, TypedSignature, Words, WordsProblems,
};
use web_kit::{Errors, Lang};
use web_scene::Fields;
use web_scene::refusal::text_problem;

/// Field: the statement.
pub(crate) const STATEMENT: &str = "y_kien";
/// Field: the reasons.
pub(crate) const REASONS: &str = "ly_do";
/// Field: how it is signed.
pub(crate) const SIGN: &str = "ky";
/// Field: the role.
pub(crate) const ROLE: &str = "vai_tro";
/// Field: the name.
pub(crate) const NAME: &str = "ho_ten";
/// Field: sent by the button that leads back to the words.
pub(crate) const CHANGE: &str = "sua";

/// Value of [`SIGN`]: nothing stands under it.
pub(crate) const SIGN_NONE: &str = "khong";
/// Value of [`SIGN`]: a role.
pub(crate) const SIGN_ROLE: &str = "vai-tro";
/// Value of [`SIGN`]: a name and a role.
pub(crate) const SIGN_NAME: &str = "co";

/// Fewest characters of a name.
const NAME_CHARS_MIN: usize = 2;

/// The fields of both pages, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Draft {
    pub statement: String,
    pub reasons: String,
    /// What it is; empty when the author does not say.
    pub nature: String,
    /// What it speaks to, as forms carry it; empty for the forum as a whole.
    pub about: String,
    /// As sent; nothing reads as [`SIGN_NONE`].
    pub sign: String,
    pub role: String,
    pub name: String,
    /// The page that asks for the name was seen.
    pub was_asked_name: bool,
    /// The button back to the words was pressed.
    pub change: bool,
}

/// What a draft needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Judged {
    /// The words are to be mended.
    Words(Errors),
    /// The second page, which asks for the role and perhaps the name, with what is wrong there.
    Ask(Errors),
    /// Nothing: it can be sent.
    Ready(Words, Subject),
}

impl Draft {
    /// Reads what was sent.
    pub(crate) fn read(fields: &Fields) -> Draft {
        let sign = match fields.get(SIGN) {
            "" => SIGN_NONE,
            sign => sign,
        };
        Draft {
            statement: fields.get(STATEMENT).to_owned(),
            reasons: fields.get(REASONS).to_owned(),
            nature: fields.get(NATURE).to_owned(),
            about: fields.get(ABOUT).to_owned(),
            sign: sign.to_owned(),
            role: fields.get(ROLE).to_owned(),
            name: fields.get(NAME).to_owned(),
            was_asked_name: fields.all(NAME).next().is_some(),
            change: !fields.get(CHANGE).is_empty(),
        }
    }

    /// The second page asks for a name.
    pub(crate) fn wants_name(&self) -> bool {
        self.sign == SIGN_NAME
    }

    /// What was typed in the second page already.
    pub(crate) fn has_second_page(&self) -> bool {
        self.sign != SIGN_NONE && (!self.role.is_empty() || self.was_asked_name)
    }

    /// Reads the draft by the rules of the words; the second page is asked for only when the words are fine.
    pub(crate) fn judge(&self, lang: Lang, forum: &Forum) -> Judged {
        let w = OpinionWords(lang);
        let mut errors = Errors::new();
        let words = Words::read(&self.statement, &self.reasons, TypedSignature::None);
        if let Err(problems) = &words {
            self.tell(lang, problems, &mut errors);
        }
        let asked = (self.nature.as_str(), self.about.as_str());
        let subject = subject::judge(SubjectWords(lang), forum, asked, &mut errors);
        if ![SIGN_NONE, SIGN_ROLE, SIGN_NAME].contains(&self.sign.as_str()) {
            errors.add(SIGN, w.sign_unknown());
        }
        let words = match words {
            Ok(words) if errors.is_empty() => words,
            _ => return Judged::Words(errors),
        };
        if self.sign == SIGN_NONE {
            return Judged::Ready(words, subject);
        }
        if self.role.is_empty() || self.wants_name() && !self.was_asked_name {
            return Judged::Ask(errors);
        }
        let role = SpeakerRole::from_name(&self.role);
        if role.is_none() {
            errors.add(ROLE, w.role_unknown());
        }
        let role = role.unwrap_or(SpeakerRole::Citizen);
        let signature = if self.wants_name() {
            TypedSignature::Name(role, self.name.clone())
        } else {
            TypedSignature::Role(role)
        };
        let words = Words::read(&self.statement, &self.reasons, signature);
        if let Err(problems) = &words {
            self.tell(lang, problems, &mut errors);
        }
        match words {
            Ok(words) if errors.is_empty() => Judged::Ready(words, subject),
            _ => Judged::Ask(errors),
        }
    }

    fn tell(&self, lang: Lang, problems: &WordsProblems, errors: &mut Errors) {
        let w = OpinionWords(lang);
        if let Some(problem) = problems.statement {
            errors.add(
                STATEMENT,
                text_problem(problem, w.what_statement(), OPINION_LETTERS_MIN, lang),
            );
        }
        if let Some(problem) = problems.reasons {
            errors.add(REASONS, text_problem(problem, w.what_reasons(), 1, lang));
        }
        if let Some(problem) = problems.name {
            errors.add(NAME, text_problem(problem, w.what_name(), NAME_CHARS_MIN, lang));
        }
    }

    /// What makes this act the same when it is sent again: the canonical words.
    pub(crate) fn parts(&self, forum: ForumNo, words: &Words) -> [String; 9] {
        let canonical = |typed: &str, max_chars, lines| {
            let rule = TextRule {
                min_chars: 0,
                max_chars,
                lines,
            };
            rule.accept(typed).unwrap_or_else(|_| typed.to_owned())
        };
        let is_signed = self.sign != SIGN_NONE;
        [
            "opinion".to_owned(),
            forum.to_string(),
            words.statement().to_owned(),
            canonical(&self.reasons, REASONS_CHARS_MAX, true),
            self.nature.clone(),
            self.about.clone(),
            self.sign.clone(),
            if is_signed { self.role.clone() } else { String::new() },
            if self.wants_name() {
                canonical(&self.name, NAME_CHARS_MAX, false)
            } else {
                String::new()
            },
        ]
    }
}
