//! Everything that happened to a clause, read from the record itself: what, when, in which role and for whom.

use super::ClauseWords;
use base::fact::SealedRef;
use base::time::{Date, Hour};
use forum::clause::Clause;
use forum::conclusion::Directive;
use forum::events::{self, Outcome};
use forum::{ClauseNo, Event, Forum};
use ledger::entry;
use ledger::store::StoreError;
use people::role::Role;
use std::collections::BTreeSet;
use web_kit::{Html, Lang};
use web_scene::names::in_sentence;
use web_scene::said::said;
use web_scene::{App, Names, Scene};

/// One step of the way.
pub(crate) struct Told {
    /// The entry.
    pub seq: u64,
    /// The hour it was recorded in.
    pub at: Hour,
    /// What happened, in one sentence.
    pub what: String,
    /// Role and organisation; empty when nobody is named.
    pub who: String,
    /// What was said, as a paragraph.
    pub words: Html,
    /// The piece of evidence it is about.
    pub evidence: Option<u32>,
}

/// How the day it is due was moved.
pub(crate) struct Moved {
    /// The day it was due before.
    pub from: Date,
    /// The day it is due from then on.
    pub to: Date,
    /// The hour it was moved in.
    pub at: Hour,
    /// It was opened again; otherwise more time was granted.
    pub reopened: bool,
}

/// What the record says of a clause.
#[derive(Default)]
pub(crate) struct History {
    /// Every step, oldest first.
    pub told: Vec<Told>,
    /// Every change of the day it is due, oldest first.
    pub moved: Vec<Moved>,
    /// The day it was due at first.
    due: Option<Date>,
}

/// Reads it. Entries that are known to be about other clauses of the directive are not opened.
///
/// # Errors
/// The store does not give an entry.
pub(crate) fn history(
    app: &App,
    scene: &Scene,
    forum: &Forum,
    no: ClauseNo,
    directive: &Directive,
) -> Result<History, StoreError> {
    let elsewhere: BTreeSet<u64> = directive
        .clauses
        .iter()
        .filter(|other| other.clause != no.clause)
        .flat_map(known_entries)
        .collect();
    let mut history = History::default();
    for seq in directive.acts.iter().filter(|seq| !elsewhere.contains(seq)) {
        let Some(bytes) = app.ledger.entry_bytes(*seq)? else {
            continue;
        };
        if let Ok(entry) = entry::parse::<world::Event>(&bytes)
            && let world::Event::Forum(event) = entry.event
        {
            let by = entry.by.as_deref();
            history.take(scene, forum, no, (*seq, entry.at, by), &event);
        }
    }
    Ok(history)
}

/// The entries the state names in a clause.
fn known_entries(clause: &Clause) -> Vec<u64> {
    let extensions = clause.extensions.iter().flat_map(|one| {
        let decided = one.decision.map(|(_, _, reason, _)| reason.seq);
        decided.into_iter().chain([one.reason.seq])
    });
    let told = clause.progress.iter().map(|one| one.text.seq);
    let proved = clause.evidence.values().map(|one| one.seq);
    let decided = clause.verdicts.iter().map(|one| one.reason.seq);
    extensions.chain(told).chain(proved).chain(decided).collect()
}

impl History {
    fn take(
        &mut self,
        scene: &Scene,
        forum: &Forum,
        no: ClauseNo,
        (seq, at, by): (u64, Hour, Option<&str>),
        event: &Event,
    ) {
        let w = ClauseWords(scene.lang);
        if !concerns(forum, no, event) {
            return;
        }
        let words = |field| Some(SealedRef::new(seq, field));
        let mut evidence = None;
        let (what, said_at) = match event {
            Event::Concluded(e) => {
                let due = e
                    .dues
                    .iter()
                    .find(|due| (due.directive, due.clause) == (no.directive, no.clause));
                let Some(due) = due.map(|due| due.due) else { return };
                self.due = Some(due);
                (w.told_assigned(due), None)
            }
            Event::ClauseAccepted(_) => (w.told_accepted().to_owned(), None),
            Event::ProgressReported(_) => (w.told_progress().to_owned(), words(events::TEXT)),
            Event::EvidenceAdded(e) => {
                evidence = Some(e.evidence);
                (w.told_evidence().to_owned(), words(events::TITLE))
            }
            Event::ExtensionRequested(e) => (w.told_asked(e.until), words(events::REASON)),
            Event::ExtensionDecided(e) if e.granted => {
                self.moved(at, e.due, false);
                (w.told_granted(e.due), words(events::REASON))
            }
            Event::ExtensionDecided(e) => (w.told_declined(e.due), words(events::REASON)),
            Event::ClauseReportedDone(_) => (w.told_done().to_owned(), words(events::TEXT)),
            Event::ClauseVerified(e) => {
                let what = match e.outcome {
                    Outcome::Verified => w.told_verified(),
                    Outcome::NotDone => w.told_not_done(),
                    Outcome::Overtaken => w.told_overtaken(),
                };
                (what.to_owned(), words(events::REASON))
            }
            Event::ClauseReopened(e) => {
                self.moved(at, e.due, true);
                (w.told_reopened(e.due), words(events::REASON))
            }
            Event::DirectiveEscalated(_) => (w.told_escalated().to_owned(), None),
            Event::ContestCleared(e) => (w.told_contest(e.contest), None),
            Event::ContestRefused(e) => {
                let reason = in_sentence(Names(scene.lang).reason(e.reason));
                (w.told_contest_refused(e.contest, &reason), None)
            }
            Event::ContestAnswered(e) => (w.told_contest_answered(e.contest), None),
            _ => return,
        };
        self.told.push(Told {
            seq,
            at,
            what,
            who: who(scene, by, mandate(event)),
            words: said_at.map(|at| said(scene, at, "voice")).unwrap_or_default(),
            evidence,
        });
    }

    fn moved(&mut self, at: Hour, to: Date, reopened: bool) {
        let from = self.due.replace(to);
        if let Some(from) = from.filter(|from| *from != to) {
            self.moved.push(Moved { from, to, at, reopened });
        }
    }
}

/// Whether an event is about this clause.
fn concerns(forum: &Forum, no: ClauseNo, event: &Event) -> bool {
    let this = (no.directive, no.clause);
    let of_contest = |contest: u32| forum.contests.get(&contest).is_some_and(|one| one.clause == this);
    match event {
        Event::Concluded(_) => true,
        Event::ClauseAccepted(e) => (e.directive, e.clause) == this,
        Event::ProgressReported(e) => (e.directive, e.clause) == this,
        Event::EvidenceAdded(e) => (e.directive, e.clause) == this,
        Event::ExtensionRequested(e) => (e.directive, e.clause) == this,
        Event::ExtensionDecided(e) => (e.directive, e.clause) == this,
        Event::ClauseReportedDone(e) => (e.directive, e.clause) == this,
        Event::ClauseVerified(e) => (e.directive, e.clause) == this,
        Event::ClauseReopened(e) => (e.directive, e.clause) == this,
        Event::DirectiveEscalated(e) => (e.directive, e.clause) == this,
        Event::ContestCleared(e) => of_contest(e.contest),
        Event::ContestRefused(e) => of_contest(e.contest),
        Event::ContestAnswered(e) => of_contest(e.contest),
        _ => false,
    }
}

/// The mandate under which a step was taken.
fn mandate(event: &Event) -> Option<u32> {
    match event {
        Event::Concluded(e) => Some(e.mandate),
        Event::ClauseAccepted(e) => Some(e.mandate),
        Event::ProgressReported(e) => Some(e.mandate),
        Event::EvidenceAdded(e) => Some(e.mandate),
        Event::ExtensionRequested(e) => Some(e.mandate),
        Event::ExtensionDecided(e) => Some(e.mandate),
        Event::ClauseReportedDone(e) => Some(e.mandate),
        Event::ClauseVerified(e) => Some(e.mandate),
        Event::ClauseReopened(e) => Some(e.mandate),
        Event::ContestAnswered(e) => Some(e.mandate),
        // Whoever reads before publication is named by the number of a mandate alone, so that an appeal or a contest is
        // about the reading and not about a person.
        _ => None,
    }
}

/// Role and organisation of whoever acted, never the person.
fn who(scene: &Scene, by: Option<&str>, mandate: Option<u32>) -> String {
    let lang: Lang = scene.lang;
    let role = by.and_then(Role::from_name).map(|role| Names(lang).role(role));
    let people = &scene.world().people;
    let person = mandate
        .and_then(|number| people.mandates.get(&number))
        .map(|one| one.person);
    let organisation = person.and_then(|person| people.persons.get(&person)?.organisation);
    let organisation = organisation.map_or("", |id| scene.organisation(id));
    match (role, organisation) {
        (Some(role), "") => role.to_owned(),
        (Some(role), organisation) => ClauseWords(lang).role_of(role, organisation),
        (None, organisation) => organisation.to_owned(),
    }
}
