//! Answers to opinions: at once, in writing by a day, or by someone else.

use crate::events::{self, AnswerForm, AnswerGiven, Event};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, OrganisationId, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour, Minute};
use serde::{Deserialize, Serialize};

/// What is answered, in characters.
pub const ANSWER_TEXT: TextRule = TextRule {
    min_chars: 10,
    max_chars: 4_000,
    lines: true,
};
/// Most opinions answered at once.
pub const OPINIONS_PER_ANSWER_MAX: usize = 100;
/// Most answers of a forum.
pub const ANSWERS_MAX: usize = 1_000_000;
/// Most days an answer in writing may take.
pub const DUE_DAYS_MAX: i32 = 366;

/// An answer that an opinion waits for, though something was said to it already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// It was promised in writing.
    InWriting {
        /// By whom; none for the office.
        by: Option<OrganisationId>,
        /// By the end of which day.
        due: Date,
    },
    /// It was handed on, and this organisation has not answered yet.
    HandedTo(OrganisationId),
}

impl Owed {
    /// Whether it is this organisation, or the office if none, that has to answer.
    pub fn is_by(self, organisation: Option<OrganisationId>) -> bool {
        match self {
            Owed::InWriting { by, .. } => by == organisation,
            Owed::HandedTo(to) => Some(to) == organisation,
        }
    }
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The entry that gave it.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// Numbers of the opinions.
    pub opinions: Vec<u32>,
    /// How.
    pub form: AnswerForm,
    /// The last day for the answer in writing.
    pub due: Option<Date>,
    /// Who is to answer instead.
    pub to: Option<OrganisationId>,
    /// Who answers.
    pub from: Option<OrganisationId>,
    /// What is said.
    pub text: SealedRef,
}

/// An answer as it is given. The text has passed [`ANSWER_TEXT`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerDraft {
    /// Numbers of the opinions.
    pub opinions: Vec<u32>,
    /// How.
    pub form: AnswerForm,
    /// The last day for the answer in writing.
    pub due: Option<Date>,
    /// Who is to answer instead.
    pub to: Option<OrganisationId>,
    /// What is said.
    pub text: String,
}

/// Numbers of published opinions, each once, in order. Nothing new is said of what was taken down: nobody can read it.
pub(crate) fn known_opinions(forum: &Forum, numbers: &[u32], most: usize) -> Result<Vec<u32>, Refusal> {
    let all: std::collections::BTreeSet<u32> = numbers.iter().copied().collect();
    if all.is_empty() {
        return Err(Refusal::NothingInIt);
    }
    if all.len() > most {
        return Err(Refusal::TooMany);
    }
    let readable = |number: &u32| {
        let seq = forum.published.get(number);
        seq.is_some_and(|seq| !forum.taken_down.contains(seq))
    };
    if all.iter().all(readable) {
        Ok(all.into_iter().collect())
    } else {
        Err(Refusal::NoSuchOpinion)
    }
}

/// Answers opinions, in the name of the organisation the person belongs to.
pub fn give(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    by: &By<'_>,
    no: ForumNo,
    draft: &AnswerDraft,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    if forum.answers.len() >= ANSWERS_MAX {
        return Err(Refusal::TooMany);
    }
    let opinions = known_opinions(forum, &draft.opinions, OPINIONS_PER_ANSWER_MAX)?;
    let today = now.office_date();
    let (due, to) = match draft.form {
        AnswerForm::Now => (None, None),
        AnswerForm::InWriting => {
            let due = draft.due.ok_or(Refusal::DueMissing)?;
            if due < today || today.days_until(due) > DUE_DAYS_MAX {
                return Err(Refusal::DueNotSensible);
            }
            (Some(due), None)
        }
        AnswerForm::Transferred => {
            let to = draft.to.ok_or(Refusal::ReceiverMissing)?;
            if by.is_of(to) {
                return Err(Refusal::ReceiverMissing);
            }
            (None, Some(to))
        }
    };
    let mut sealer = Sealer::new(entropy);
    let event = AnswerGiven {
        forum: no,
        answer: numbering::next_of(&forum.answers)?,
        opinions,
        form: draft.form,
        due,
        to,
        from: by.organisation,
        text: sealer.seal(events::TEXT, draft.text.as_str()),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes an answer in.
pub(crate) fn apply(forum: &mut Forum, seq: u64, at: Hour, e: &AnswerGiven) -> Result<(), Missing> {
    let answer = Answer {
        seq,
        at,
        opinions: e.opinions.clone(),
        form: e.form,
        due: e.due,
        to: e.to,
        from: e.from,
        text: SealedRef::new(seq, events::TEXT),
    };
    let again = forum.answers.insert(e.answer, answer).is_some();
    let mut known = true;
    for number in &e.opinions {
        known &= forum.published.contains_key(number);
        forum.answers_of.entry(*number).or_default().push_back(e.answer);
    }
    if again || !known { Err(Missing) } else { Ok(()) }
}

impl Forum {
    /// How many published opinions have no answer of any kind; those taken down since need none.
    pub fn unanswered(&self) -> usize {
        let open =
            |(number, seq): (&u32, &u64)| !self.taken_down.contains(seq) && self.answers_to(*number).next().is_none();
        self.published.iter().filter(|one| open(*one)).count()
    }

    /// Answers to an opinion, oldest first.
    pub fn answers_to(&self, opinion: u32) -> impl DoubleEndedIterator<Item = (u32, &Answer)> {
        let numbers = self.answers_of.get(&opinion);
        let numbers = numbers.into_iter().flat_map(|numbers| numbers.iter());
        numbers.filter_map(|number| Some((*number, self.answers.get(number)?)))
    }

    /// What an opinion waits for after its answers so far. A later promise does not make it later; whoever promised may
    /// hand the opinion on, nobody else in their place; an answer given at once settles it.
    pub fn answer_owed(&self, opinion: u32) -> Option<Owed> {
        let mut owed = None;
        for (_, answer) in self.answers_to(opinion) {
            owed = match (answer.form, owed) {
                (AnswerForm::Now, _) => None,
                (AnswerForm::InWriting, None | Some(Owed::HandedTo(_))) => {
                    answer.due.map(|due| Owed::InWriting { by: answer.from, due })
                }
                (AnswerForm::Transferred, None | Some(Owed::HandedTo(_))) => answer.to.map(Owed::HandedTo),
                (AnswerForm::Transferred, Some(promised)) if promised.is_by(answer.from) => {
                    answer.to.map(Owed::HandedTo)
                }
                (_, promised) => promised,
            };
        }
        owed
    }

    /// By when an opinion is to be answered in writing, while that has not been done.
    pub fn answer_due(&self, opinion: u32) -> Option<Date> {
        match self.answer_owed(opinion)? {
            Owed::InWriting { due, .. } => Some(due),
            Owed::HandedTo(_) => None,
        }
    }
}
