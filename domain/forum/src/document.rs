//! Documents of a forum: the plan, the programme, invitations, minutes.

use crate::events::{self, DocumentAdded, DocumentRecalled, DocumentSort, Event, FileRef};
use crate::{By, Forum, Forums, Missing, Refusal, numbering};
use base::fact::{Entropy, FieldName, Proposed, SealedRef, Sealer};
use base::number::ForumNo;
use base::text::TextRule;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// Title of a document, in characters.
pub const DOCUMENT_TITLE: TextRule = TextRule {
    min_chars: 3,
    max_chars: 300,
    lines: false,
};
/// Number and sign of a document, in characters.
pub const DOCUMENT_SIGN: TextRule = TextRule {
    min_chars: 0,
    max_chars: 60,
    lines: false,
};
/// Words of a document, in characters.
pub const DOCUMENT_WORDS: TextRule = TextRule {
    min_chars: 0,
    max_chars: 20_000,
    lines: true,
};
/// Why a document is recalled or a date changed, in characters.
pub const REASON: TextRule = TextRule {
    min_chars: 5,
    max_chars: 1_000,
    lines: true,
};
/// Most documents of a forum.
pub const DOCUMENTS_MAX: usize = 500;

/// Sealed: number and sign of a document.
pub const SIGN: FieldName = FieldName::of("sign");
/// Sealed: words of a document or of evidence.
pub const WORDS: FieldName = FieldName::of("words");
/// A file of a document or of evidence.
pub const FILE: FieldName = FieldName::of("file");

/// A document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The entry that added it.
    pub seq: u64,
    /// What it is.
    pub sort: DocumentSort,
    /// The day it bears.
    pub date: Date,
    /// Number and sign it bears.
    pub sign: Option<SealedRef>,
    /// Its title.
    pub title: SealedRef,
    /// Its words.
    pub words: Option<SealedRef>,
    /// Its file.
    pub file: Option<(SealedRef, FileRef)>,
    /// Why it was recalled.
    pub recalled: Option<SealedRef>,
}

/// A document as it is handed in. The texts have passed the rules above; the file is in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentDraft {
    /// What it is.
    pub sort: DocumentSort,
    /// The day it bears.
    pub date: Date,
    /// Number and sign it bears.
    pub sign: Option<String>,
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: Option<String>,
    /// Its file.
    pub file: Option<FileRef>,
}

/// Makes a document public.
pub fn add(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    draft: &DocumentDraft,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    if forum.documents.len() >= DOCUMENTS_MAX {
        return Err(Refusal::TooMany);
    }
    if draft.words.is_none() && draft.file.is_none() {
        return Err(Refusal::NothingInIt);
    }
    let mut sealer = Sealer::new(entropy);
    let event = DocumentAdded {
        forum: no,
        document: numbering::next_of(&forum.documents)?,
        sort: draft.sort,
        date: draft.date,
        sign: draft.sign.as_deref().map(|text| sealer.seal(SIGN, text)),
        title: sealer.seal(events::TITLE, draft.title.as_str()),
        words: draft.words.as_deref().map(|text| sealer.seal(WORDS, text)),
        file: draft.file,
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Recalls a document. It stays readable.
pub fn recall(
    forums: &Forums,
    entropy: &mut Entropy,
    by: &By<'_>,
    no: ForumNo,
    document: u32,
    reason: &str,
) -> Result<Proposed<Event>, Refusal> {
    let forum = forums.forums.get(&no).ok_or(Refusal::NoSuchForum)?;
    let known = forum.documents.get(&document).ok_or(Refusal::NoSuchDocument)?;
    if known.recalled.is_some() {
        return Err(Refusal::AlreadyRecalled);
    }
    let mut sealer = Sealer::new(entropy);
    let event = DocumentRecalled {
        forum: no,
        document,
        reason: sealer.seal(events::REASON, reason),
        mandate: by.mandate,
    };
    Ok(Proposed::new(event.into()).sealed(sealer.finish()))
}

/// Takes a document in.
pub(crate) fn apply_added(forum: &mut Forum, seq: u64, e: &DocumentAdded) -> Result<(), Missing> {
    let document = Document {
        seq,
        sort: e.sort,
        date: e.date,
        sign: e.sign.map(|_| SealedRef::new(seq, SIGN)),
        title: SealedRef::new(seq, events::TITLE),
        words: e.words.map(|_| SealedRef::new(seq, WORDS)),
        file: e.file.map(|file| (SealedRef::new(seq, FILE), file)),
        recalled: None,
    };
    match forum.documents.insert(e.document, document) {
        None => Ok(()),
        Some(_) => Err(Missing),
    }
}

/// Takes a recall in.
pub(crate) fn apply_recalled(forum: &mut Forum, seq: u64, e: &DocumentRecalled) -> Result<(), Missing> {
    let document = forum.documents.get_mut(&e.document).ok_or(Missing)?;
    match document.recalled.replace(SealedRef::new(seq, events::REASON)) {
        None => Ok(()),
        Some(_) => Err(Missing),
    }
}
