//! The conclusion of the chair and its numbered directives: drafted, then concluded as one act that puts them in force.

use crate::clause::{Clause, ClauseState};
use crate::events::{self, Concluded, ConclusionWritten, Due, Event};
use crate::{By, Forum, Forums, Missing, Refusal, Stage, directive};
use base::fact::{Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::{Date, Hour, Minute};
use base::workdays::Calendar;
use serde::{Deserialize, Serialize};

pub use crate::directive::{
    ADDRESSEE, ADDRESSEE_FIELD, CLAUSES_MAX, ClauseDraft, DIRECTIVE_TEXT, DIRECTIVES_MAX, Directive, DirectiveDraft,
    MEASURE, TASK, WORKING_DAYS_MAX, drop_directive, write_directive,
};

/// The chair's words, in characters.
pub const CONCLUSION_TEXT: TextRule = TextRule {
    min_chars: 20,
    max_chars: 20_000,
    lines: true,
};
/// Name and post of who signs, in characters each.
pub const SIGNER: TextRule = TextRule {
    min_chars: 2,
    max_chars: 200,
    lines: false,
};
/// Sealed: who signs.
pub const SIGNER_FIELD: FieldName = FieldName::of("signer");
/// Sealed: the post of who signs.
pub const POST: FieldName = FieldName::of("post");
/// Sealed: number and sign of the notice.
pub const SIGN: FieldName = FieldName::of("sign");

/// The conclusion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusion {
    /// The entry that wrote it last.
    pub seq: u64,
    /// Its words.
    pub text: SealedRef,
    /// Who signs it.
    pub signer: SealedRef,
    /// The post of who signs it.
    pub post: SealedRef,
    /// How it was concluded, once it was.
    pub concluded: Option<Conclusive>,
}

/// The act that put a conclusion in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conclusive {
    /// The entry.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// The day it bears.
    pub date: Date,
    /// Number and sign of its notice.
    pub sign: Option<SealedRef>,
}

/// A forum that can be concluded: its opinions and votes are closed on the record, and it was not concluded. That the
/// last day is over is not enough: who concluded before the closing is recorded would leave the votes uncounted.
fn to_conclude(forums: &Forums, no: ForumNo) -> Result<&Forum, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.stage < Stage::InSession {
        return Err(Refusal::StillCollecting);
    }
    Ok(forum)
}

/// Drafts the conclusion, or drafts it anew. `over` is the entry that wrote it last.
pub fn write(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    over: Option<u64>,
    [text, signer, post]: [&str; 3],
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.going_on(no)?;
    if forum.conclusion.as_ref().map(|known| known.seq) != over {
        return Err(Refusal::ChangedMeanwhile);
    }
    let mut sealer = Sealer::new(entropy);
    let event = ConclusionWritten {
        forum: no,
        text: sealer.seal(events::TEXT, text),
        signer: sealer.seal(SIGNER_FIELD, signer),
        post: sealer.seal(POST, post),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// What the chair concludes: exactly what was read, or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conclude {
    /// The entry that wrote the conclusion.
    pub over: u64,
    /// The entries that wrote the directives, in order of their numbers.
    pub directives: Vec<u64>,
    /// Number and sign of its notice; it has passed [`crate::document::DOCUMENT_SIGN`].
    pub sign: Option<String>,
}

/// Concludes: the conclusion and its directives become public and are in force; deadlines are counted from today.
pub fn conclude(
    forums: &Forums,
    entropy: &mut Entropy,
    now: Minute,
    calendar: &Calendar,
    by: &By<'_>,
    no: ForumNo,
    what: &Conclude,
) -> Result<Proposed<Event>, Refusal> {
    let forum = to_conclude(forums, no)?;
    let conclusion = forum.conclusion.as_ref().ok_or(Refusal::NothingInIt)?;
    let written: Vec<u64> = forum.directives.values().map(|directive| directive.seq).collect();
    if conclusion.seq != what.over || written != what.directives {
        return Err(Refusal::ChangedMeanwhile);
    }
    let date = now.office_date();
    let dues = forum.directives.iter().flat_map(|(number, directive)| {
        directive.clauses.iter().map(|clause| Due {
            directive: *number,
            clause: clause.clause,
            due: calendar.add_working_days(date, clause.working_days),
        })
    });
    let dues: Vec<Due> = dues.collect();
    let mut sealer = Sealer::new(entropy);
    let event = Concluded {
        forum: no,
        date,
        sign: what.sign.as_deref().map(|text| sealer.seal(SIGN, text)),
        dues,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// The sealed fields of a conclusion.
fn fields(conclusion: &Conclusion) -> [SealedRef; 3] {
    [conclusion.text, conclusion.signer, conclusion.post]
}

/// The sealed fields of a forum's conclusion and directives.
pub(crate) fn all_fields(forum: &Forum) -> Vec<SealedRef> {
    let own = forum.conclusion.iter().flat_map(fields);
    own.chain(forum.directives.values().flat_map(directive::fields))
        .collect()
}

/// Takes a draft in.
pub(crate) fn apply_written(forum: &mut Forum, seq: u64) -> Result<(), Missing> {
    let conclusion = Conclusion {
        seq,
        text: SealedRef::new(seq, events::TEXT),
        signer: SealedRef::new(seq, SIGNER_FIELD),
        post: SealedRef::new(seq, POST),
        concluded: None,
    };
    match forum.conclusion.replace(conclusion) {
        Some(before) if before.concluded.is_some() => Err(Missing),
        _ => Ok(()),
    }
}

/// The conclusion is in force; the fields that anyone may read from now on.
pub(crate) fn apply_concluded(forum: &mut Forum, seq: u64, at: Hour, e: &Concluded) -> Result<Vec<SealedRef>, Missing> {
    let conclusion = forum.conclusion.as_mut().ok_or(Missing)?;
    let conclusive = Conclusive {
        seq,
        at,
        date: e.date,
        sign: e.sign.map(|_| SealedRef::new(seq, SIGN)),
    };
    let again = conclusion.concluded.replace(conclusive).is_some();
    for due in &e.dues {
        let directive = forum.directives.get_mut(&due.directive).ok_or(Missing)?;
        directive.clause_mut(due.clause).ok_or(Missing)?.begin(due.due);
    }
    let numbers: Vec<u32> = forum.directives.keys().copied().collect();
    for number in numbers {
        if let Some(directive) = forum.directives.get_mut(&number) {
            directive.acts.push_back(seq);
        }
    }
    let public = all_fields(forum);
    let closed = forum.stage == Stage::InSession;
    forum.stage = if forum.directives.is_empty() {
        Stage::Concluded
    } else {
        Stage::FollowingUp
    };
    let begun = |clause: &Clause| clause.due.is_some() && clause.state == ClauseState::Assigned;
    let all_begun = forum
        .directives
        .values()
        .all(|directive| directive.clauses.iter().all(begun));
    if again || !closed || !all_begun {
        Err(Missing)
    } else {
        Ok(public)
    }
}
