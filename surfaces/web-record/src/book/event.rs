//! What happened, in one sentence. A kind without a sentence does not compile.

use super::words::BookWords;
use base::number::opinion_label;
use web_kit::Lang;
use web_scene::Names;
use web_scene::names::in_sentence;
use world::Event;
use world::events::record;

/// The sentence of an event. It names no person and holds nobody's words.
pub(super) fn sentence(event: &Event, lang: Lang) -> String {
    let w = BookWords(lang);
    let basis = |basis| in_sentence(Names(lang).basis(basis));
    match event {
        Event::People(event) => of_people(event, w),
        Event::Forum(event) => of_forum(event, w),
        Event::Portal(event) => match event {
            portal::Event::ArticlePublished(e) => w.article(e.article, e.date),
            portal::Event::LegacyVisitsRecorded(e) => w.legacy_visits(e.as_of),
        },
        Event::Record(event) => match event {
            record::Event::LedgerOpened(e) => match e.continues {
                None => w.ledger_opened().to_owned(),
                Some(before) => w.ledger_opened_after(before.size),
            },
            record::Event::ErasureOrdered(e) => w.erasure_ordered(e.erasure, e.targets.len(), &basis(e.basis)),
            record::Event::DataErased(e) => w.data_erased(e.erasure, &basis(e.basis)),
        },
    }
}

fn of_people(event: &people::Event, w: BookWords) -> String {
    match event {
        people::Event::OfficeNamed(_) => w.office_named().to_owned(),
        people::Event::EmblemSet(e) if e.emblem.is_some() => w.emblem_set().to_owned(),
        people::Event::EmblemSet(_) => w.emblem_gone().to_owned(),
        people::Event::OrganisationAdded(e) => w.organisation_added(e.organisation.0),
        // Private kinds: the page shows their digest and never asks for a sentence.
        people::Event::PersonAdded(_)
        | people::Event::PersonRenamed(_)
        | people::Event::RoleGranted(_)
        | people::Event::RoleRevoked(_)
        | people::Event::InvitationIssued(_)
        | people::Event::InvitationUsed(_) => w.private().to_owned(),
    }
}

fn of_forum(event: &forum::Event, w: BookWords) -> String {
    match event {
        forum::Event::Announced(e) => w.announced(&e.forum.label(), e.closes, e.day),
        forum::Event::Opened(e) => w.opened(&e.forum.label()),
        forum::Event::OpinionSubmitted(e) => w.submitted(&e.forum.label()),
        forum::Event::OpinionCleared(e) => w.cleared(e.opinion),
        forum::Event::OpinionRefused(e) => w.refused(e.opinion, &in_sentence(Names(w.0).reason(e.reason))),
        forum::Event::OpinionWithdrawn(e) => w.withdrawn(e.opinion),
        forum::Event::OpinionsPublished(e) => {
            let numbers = || e.opinions.iter().map(|one| one.number);
            let (first, last) = (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default());
            let forum = e.forum.label();
            match e.opinions.len() {
                1 => w.published_one(&opinion_label(first), &forum),
                n => w.published(n, &forum, &opinion_label(first), &opinion_label(last)),
            }
        }
        forum::Event::CollectingClosed(e) => w.closed(&e.forum.label()),
    }
}
