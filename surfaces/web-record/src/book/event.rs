//! What happened, in one sentence. A kind without a sentence does not compile.

use super::words::BookWords;
use web_kit::Lang;
use web_scene::Names;
use web_scene::ended_logs;
use web_scene::entry_words::forum_entry;
use web_scene::names::in_sentence;
use world::Event;
use world::events::{FlagOutcome, record};

/// The sentence of an event. It names no person and holds nobody's words.
pub(super) fn sentence(event: &Event, lang: Lang) -> String {
    let w = BookWords(lang);
    let basis = |basis| in_sentence(Names(lang).basis(basis));
    match event {
        Event::People(event) => of_people(event, w),
        Event::Forum(event) => forum_entry(event, lang),
        Event::Portal(event) => match event {
            portal::Event::ArticlePublished(e) => w.article(e.article, e.date),
            portal::Event::DraftSaved(e) => w.draft_saved(e.article, e.revision),
            portal::Event::DraftSubmitted(e) => w.draft_submitted(e.article, e.revision),
            portal::Event::DraftReturned(e) => w.draft_returned(e.article, e.revision),
            portal::Event::RevisionPublished(e) => w.revision_published(e.article, e.revision),
            portal::Event::ArticleWithdrawn(e) => w.article_withdrawn(e.article),
            portal::Event::LegacyVisitsRecorded(e) => w.legacy_visits(e.as_of),
        },
        Event::Record(event) => match event {
            record::Event::LedgerOpened(e) => match e.continues {
                None => w.ledger_opened().to_owned(),
                Some(before) => w.ledger_opened_after(before.size),
            },
            record::Event::LogContinued(e) => w.log_continued(e.size, &ended_logs::why(&e.into(), lang)),
            record::Event::ErasureOrdered(e) => w.erasure_ordered(e.erasure, e.targets.len(), &basis(e.basis)),
            record::Event::DataErased(e) => w.data_erased(e.erasure, &basis(e.basis)),
            record::Event::TextFlagged(e) => w.flagged(e.entry, &in_sentence(Names(lang).reason(e.reason))),
            record::Event::FlagSettled(e) => match e.outcome {
                FlagOutcome::Kept => w.flag_kept(e.flag),
                FlagOutcome::Acted => w.flag_acted(e.flag),
            },
        },
    }
}

fn of_people(event: &people::Event, w: BookWords) -> String {
    match event {
        people::Event::OfficeNamed(_) => w.office_named().to_owned(),
        people::Event::EmblemSet(e) if e.emblem.is_some() => w.emblem_set().to_owned(),
        people::Event::EmblemSet(_) => w.emblem_gone().to_owned(),
        people::Event::OrganisationAdded(e) => w.organisation_added(e.organisation.0),
        people::Event::RetentionSet(e) => w.retention_set(e.unpublished_days),
        // Private kinds: the page shows their digest and never asks for a sentence.
        people::Event::PersonAdded(_)
        | people::Event::PersonRenamed(_)
        | people::Event::PersonMoved(_)
        | people::Event::RoleGranted(_)
        | people::Event::RoleRevoked(_)
        | people::Event::InvitationIssued(_)
        | people::Event::InvitationUsed(_) => w.private().to_owned(),
    }
}
