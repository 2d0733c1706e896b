//! The newest entries of a feed, read from the record.

use base::time::Hour;
use forum::{Event, Forum};
use ledger::entry;
use web_scene::entry_words::forum_entry;
use web_scene::{App, Scene, address};

/// Entries of a feed.
pub(super) const FEED_ENTRIES_MAX: usize = 50;

/// Entries read to find them.
const ENTRIES_READ_MAX: usize = 500;

/// One entry of a feed.
pub(super) struct Act {
    /// The entry of the record.
    pub seq: u64,
    /// The hour it was recorded in.
    pub at: Hour,
    /// What happened, in one sentence.
    pub what: String,
    /// Where to read on, without site and `/en`.
    pub path: String,
}

/// The newest public entries among these, which come newest first; none when the store does not give one.
pub(super) fn newest(app: &App, scene: &Scene, forum: &Forum, acts: impl Iterator<Item = u64>) -> Option<Vec<Act>> {
    let mut found = Vec::new();
    for seq in acts.filter(|seq| *seq < scene.public_size).take(ENTRIES_READ_MAX) {
        if found.len() == FEED_ENTRIES_MAX {
            break;
        }
        let bytes = app.ledger.entry_bytes(seq).ok()??;
        let is_public = entry::open(&bytes).is_ok_and(|envelope| !envelope.private);
        let Some(entry) = is_public.then(|| entry::parse::<world::Event>(&bytes).ok()).flatten() else {
            continue;
        };
        if let world::Event::Forum(event) = entry.event
            && is_news(&event)
        {
            found.push(Act {
                seq,
                at: entry.at,
                what: forum_entry(&event, scene.lang),
                path: page_of(forum, seq, &event),
            });
        }
    }
    Some(found)
}

/// What is worth telling: that an opinion was read is told by its publication.
fn is_news(event: &Event) -> bool {
    !matches!(event, Event::OpinionCleared(_) | Event::TurnConfirmed(_))
}

/// The page that shows what an entry is about.
fn page_of(forum: &Forum, seq: u64, event: &Event) -> String {
    let no = forum.no;
    let of_contest = |contest: u32| match forum.contests.get(&contest) {
        Some(one) => address::clause(no, one.clause.0, one.clause.1),
        None => address::conclusion(no),
    };
    match event {
        Event::AgendaSet(_) => address::agenda(no),
        Event::DocumentAdded(e) => address::document(no, e.document),
        Event::DocumentRecalled(e) => address::document(no, e.document),
        Event::SectionWritten(_) | Event::ReportPublished(_) => address::report(no),
        Event::OpinionsPublished(_) => address::opinions(no),
        Event::OpinionRefused(_)
        | Event::OpinionTakenDown(_)
        | Event::OpinionMovedPrivate(_)
        | Event::PrivateAnswerGiven(_)
        | Event::AppealFiled(_)
        | Event::AppealDecided(_) => address::moderation(no),
        Event::VotesPublished(_) => address::results(no),
        Event::AnswerGiven(_) => address::answers(no),
        Event::FindingRecorded(_) | Event::FindingWithdrawn(_) | Event::Concluded(_) => address::conclusion(no),
        Event::ClauseAccepted(e) => address::clause(no, e.directive, e.clause),
        Event::ProgressReported(e) => address::clause(no, e.directive, e.clause),
        Event::EvidenceAdded(e) => address::evidence(no, (e.directive, e.clause), e.evidence),
        Event::ExtensionRequested(e) => address::clause(no, e.directive, e.clause),
        Event::ExtensionDecided(e) => address::clause(no, e.directive, e.clause),
        Event::ClauseReportedDone(e) => address::clause(no, e.directive, e.clause),
        Event::ClauseVerified(e) => address::clause(no, e.directive, e.clause),
        Event::ClauseReopened(e) => address::clause(no, e.directive, e.clause),
        Event::DirectiveEscalated(e) => address::clause(no, e.directive, e.clause),
        Event::ContestCleared(e) => of_contest(e.contest),
        Event::ContestRefused(e) => of_contest(e.contest),
        Event::ContestAnswered(e) => of_contest(e.contest),
        Event::Announced(_)
        | Event::Opened(_)
        | Event::DetailsGiven(_)
        | Event::Postponed(_)
        | Event::Extended(_)
        | Event::Cancelled(_)
        | Event::CollectingClosed(_)
        | Event::Closed(_) => address::forum(no),
        // Nobody's news: they are not among the acts.
        _ => format!("/so-cai?tu={seq}"),
    }
}
