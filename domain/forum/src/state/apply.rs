//! How the record changes what is known about forums.

use super::{Forum, Forums, Opinion, OpinionState, Stage};
use crate::agenda::{self, Agenda};
use crate::clause::{self, Step};
use crate::contest::{self, ContestState};
use crate::dates::{ChangeSort, Details};
use crate::events::{self, Event};
use crate::report::{self, Report};
use crate::voice::{self, Voices};
use crate::vote::{self, Votes};
use crate::{Missing, answer, appeal, conclusion, directive, document, finding, private_track, results};
use base::fact::SealedRef;
use base::number::ForumNo;
use base::time::Hour;
use imbl::{OrdMap, OrdSet, Vector};

impl Forums {
    fn step(&mut self, seq: u64, at: Hour, no: ForumNo, clause: (u32, u32), step: Step<'_>) -> Result<(), Missing> {
        clause::apply(self.change(no, seq)?, seq, at, clause, &step)
    }

    /// Takes a recorded event in.
    pub fn apply(&mut self, seq: u64, at: Hour, event: &Event) -> Result<(), Missing> {
        let of_it = |opinion: &u64| {
            self.opinions
                .get(opinion)
                .is_some_and(|known| known.forum == event.forum())
        };
        if !event.opinions().iter().all(of_it) {
            return Err(Missing);
        }
        match event {
            Event::Announced(e) => self.announced(seq, at, e),
            Event::Opened(e) => {
                let forum = self.change(e.forum, seq)?;
                forum.opened_at = Some(at);
                let before = std::mem::replace(&mut forum.stage, Stage::Collecting);
                known(before == Stage::Announced)
            }
            Event::DetailsGiven(e) => {
                let field = |there: bool, field| there.then(|| SealedRef::new(seq, field));
                self.change(e.forum, seq)?.details = Details {
                    time: field(e.time.is_some(), crate::dates::TIME),
                    place: field(e.place.is_some(), crate::dates::PLACE),
                    remarks: field(e.remarks.is_some(), crate::dates::REMARKS),
                    guests: field(e.guests.is_some(), crate::dates::GUESTS),
                    given: Some(seq),
                };
                Ok(())
            }
            Event::Postponed(e) => {
                let forum = self.change(e.forum, seq)?;
                forum.change_days(seq, at, ChangeSort::Postponed, (e.closes, e.day));
                known(forum.stage < Stage::Concluded)
            }
            Event::Extended(e) => {
                let forum = self.change(e.forum, seq)?;
                forum.change_days(seq, at, ChangeSort::Extended, (e.closes, e.day));
                known(forum.stage < Stage::InSession)
            }
            Event::Cancelled(e) => {
                let forum = self.change(e.forum, seq)?;
                let days = (forum.closes, forum.day);
                forum.change_days(seq, at, ChangeSort::Cancelled, days);
                forum.ended_at = Some(at);
                let before = std::mem::replace(&mut forum.stage, Stage::Cancelled);
                known(before < Stage::Concluded)
            }
            Event::CollectingClosed(e) => {
                let forum = self.change(e.forum, seq)?;
                forum.closed_at = Some(at);
                if e.reason.is_some() {
                    let days = (forum.closes, forum.day);
                    forum.change_days(seq, at, ChangeSort::ClosedEarly, days);
                }
                let before = std::mem::replace(&mut forum.stage, Stage::InSession);
                known(before < Stage::InSession)
            }
            Event::Closed(e) => {
                let forum = self.change(e.forum, seq)?;
                forum.ended_at = Some(at);
                let before = std::mem::replace(&mut forum.stage, Stage::Closed);
                known(matches!(before, Stage::Concluded | Stage::FollowingUp))
            }
            Event::AgendaSet(e) => agenda::apply(self.change(e.forum, seq)?, seq, e),
            Event::DocumentAdded(e) => document::apply_added(self.change(e.forum, seq)?, seq, e),
            Event::DocumentRecalled(e) => document::apply_recalled(self.change(e.forum, seq)?, seq, e),
            Event::SectionWritten(e) => {
                let published = self.quiet(e.forum)?.report.published.is_some();
                self.follow(seq, event, published);
                // A draft is nobody's news.
                let forum = if published {
                    self.change(e.forum, seq)?
                } else {
                    self.quiet(e.forum)?
                };
                report::apply_written(forum, seq, at, e)
            }
            Event::SectionDropped(e) => report::apply_dropped(self.quiet(e.forum)?, e),
            Event::ReportPublished(e) => {
                let public = report::apply_published(self.change(e.forum, seq)?, at)?;
                self.show(public);
                Ok(())
            }
            Event::OpinionSubmitted(e) => self.submitted(seq, at, e),
            Event::TurnConfirmed(e) => {
                let opinion = self.opinions.get_mut(&e.opinion).ok_or(Missing)?;
                opinion.rev = seq;
                known(opinion.confirmed.replace(e.how).is_none())
            }
            Event::OpinionCleared(e) => {
                self.settle(e.opinion, seq, OpinionState::Cleared)?.read_under = Some(e.mandate);
                let forum = self.change(e.forum, seq)?;
                let waited = forum.held.remove(&e.opinion).is_some();
                forum.cleared.insert(e.opinion, at);
                known(waited)
            }
            Event::OpinionRefused(e) => {
                self.settle(e.opinion, seq, OpinionState::Refused(e.reason))?.read_under = Some(e.mandate);
                let forum = self.change(e.forum, seq)?;
                let waited = forum.held.remove(&e.opinion).is_some();
                forum.refused.insert(e.opinion);
                known(waited)
            }
            Event::OpinionWithdrawn(e) => {
                self.settle(e.opinion, seq, OpinionState::Withdrawn)?;
                let forum = self.quiet(e.forum)?;
                let waited = forum.held.remove(&e.opinion).is_some();
                let read = forum.cleared.remove(&e.opinion).is_some();
                let refused = forum.refused.remove(&e.opinion).is_some();
                let private = forum.private.remove(&e.opinion).is_some();
                forum.withdrawn.insert(e.opinion);
                known(waited || read || refused || private)
            }
            Event::OpinionsPublished(e) => {
                let forum = self.change(e.forum, seq)?;
                let mut all_waited = true;
                for one in &e.opinions {
                    let fresh = forum.published.insert(one.number, one.opinion).is_none();
                    all_waited &= forum.cleared.remove(&one.opinion).is_some() && fresh;
                }
                for one in &e.opinions {
                    self.settle(one.opinion, seq, OpinionState::Published(one.number))?;
                }
                known(all_waited)
            }
            Event::OpinionTakenDown(e) => {
                let opinion = self.opinions.get_mut(&e.opinion).ok_or(Missing)?;
                let OpinionState::Published(number) = opinion.state else {
                    return Err(Missing);
                };
                opinion.state = OpinionState::TakenDown(number, e.reason);
                opinion.read_under = Some(e.mandate);
                opinion.rev = seq;
                self.change(e.forum, seq)?.taken_down.insert(e.opinion);
                Ok(())
            }
            Event::AppealFiled(e) => appeal::apply_filed(self, seq, at, e),
            Event::AppealDecided(e) => appeal::apply_decided(self, seq, at, e),
            Event::OpinionMovedPrivate(e) => private_track::apply_moved(self, seq, at, e),
            Event::PrivateAnswerGiven(e) => private_track::apply_answered(self, seq, at, e),
            Event::SlipsIssued(e) => voice::apply_issued(self.quiet(e.forum)?, seq, at, e),
            Event::SlipsCancelled(e) => voice::apply_cancelled(self.quiet(e.forum)?, e),
            Event::VoteCast(e) => vote::apply(self.quiet(e.forum)?, at, e),
            Event::VotesPublished(e) => results::apply(self.change(e.forum, seq)?, seq, at, e),
            Event::AnswerGiven(e) => answer::apply(self.change(e.forum, seq)?, seq, at, e),
            Event::FindingRecorded(e) => finding::apply_recorded(self.change(e.forum, seq)?, seq, at, e),
            Event::FindingWithdrawn(e) => finding::apply_withdrawn(self.change(e.forum, seq)?, seq, e),
            Event::ConclusionWritten(e) => {
                self.follow(seq, event, false);
                conclusion::apply_written(self.quiet(e.forum)?, seq)
            }
            Event::DirectiveWritten(e) => {
                self.follow(seq, event, false);
                directive::apply_written(self.quiet(e.forum)?, seq, e)
            }
            Event::DirectiveDropped(e) => directive::apply_dropped(self.quiet(e.forum)?, e),
            Event::Concluded(e) => {
                let public = conclusion::apply_concluded(self.change(e.forum, seq)?, seq, at, e)?;
                self.show(public);
                Ok(())
            }
            Event::ClauseAccepted(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Accepted(e)),
            Event::ProgressReported(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Progress(e)),
            Event::EvidenceAdded(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Evidence(e)),
            Event::ExtensionRequested(e) => {
                self.step(seq, at, e.forum, (e.directive, e.clause), Step::ExtensionRequested(e))
            }
            Event::ExtensionDecided(e) => {
                self.step(seq, at, e.forum, (e.directive, e.clause), Step::ExtensionDecided(e))
            }
            Event::ClauseReportedDone(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Done(e)),
            Event::ClauseVerified(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Verified(e)),
            Event::ClauseReopened(e) => self.step(seq, at, e.forum, (e.directive, e.clause), Step::Reopened(e)),
            Event::DirectiveEscalated(e) => {
                self.step(seq, at, e.forum, (e.directive, e.clause), Step::Escalated(e.level))
            }
            Event::ClauseContested(e) => {
                self.follow(seq, event, false);
                contest::apply_submitted(self, seq, at, e)
            }
            Event::ContestCleared(e) => {
                let public = contest::apply_read(self.change(e.forum, seq)?, seq, e.contest, ContestState::Public)?;
                self.show(public);
                Ok(())
            }
            Event::ContestRefused(e) => {
                let state = ContestState::Refused(e.reason);
                contest::apply_read(self.change(e.forum, seq)?, seq, e.contest, state).map(|_| ())
            }
            Event::ContestAnswered(e) => contest::apply_answered(self.change(e.forum, seq)?, seq, at, e),
        }
    }

    fn announced(&mut self, seq: u64, at: Hour, e: &events::Announced) -> Result<(), Missing> {
        if self.forums.contains_key(&e.forum) {
            return Err(Missing);
        }
        let forum = Forum {
            no: e.forum,
            title: SealedRef::new(seq, events::TITLE),
            purpose: e.purpose.map(|_| SealedRef::new(seq, events::PURPOSE)),
            chair: e.chair,
            force: e.force,
            closes: e.closes,
            day: e.day,
            stage: Stage::Announced,
            announced_at: at,
            opened_at: None,
            closed_at: None,
            ended_at: None,
            details: Details::default(),
            changes: Vector::new(),
            agenda: Agenda::default(),
            documents: OrdMap::new(),
            report: Report::default(),
            received: 0,
            held: OrdSet::new(),
            cleared: OrdMap::new(),
            published: OrdMap::new(),
            refused: OrdSet::new(),
            withdrawn: OrdSet::new(),
            taken_down: OrdSet::new(),
            private: OrdSet::new(),
            appeals: OrdSet::new(),
            voices: Voices::default(),
            votes: Votes::default(),
            votes_published: None,
            answers: OrdMap::new(),
            answers_of: OrdMap::new(),
            findings: OrdMap::new(),
            conclusion: None,
            directives: OrdMap::new(),
            contests: OrdMap::new(),
            last_evidence: 0,
            acts: Vector::unit(seq),
            rev: seq,
        };
        self.rev = seq;
        self.forums.insert(e.forum, forum);
        Ok(())
    }

    fn submitted(&mut self, seq: u64, at: Hour, e: &events::OpinionSubmitted) -> Result<(), Missing> {
        self.opinions.insert(seq, Opinion::received(seq, at, e)?);
        let fresh = self.receipts.insert(e.receipt, seq).is_none();
        // The revision stays: nothing the public sees has changed yet, and it must not tell that someone wrote.
        let forum = self.quiet(e.forum)?;
        forum.received += 1;
        forum.held.insert(seq);
        // In the hall it may be recorded in the minute before time's tick closes a forum that nobody opened.
        let turn = e.channel == events::Channel::SpokenTurn && forum.stage_at(at.starts_at()) == Stage::InSession;
        known(fresh && (forum.stage == Stage::Collecting || turn))
    }
}

fn known(it_is: bool) -> Result<(), Missing> {
    if it_is { Ok(()) } else { Err(Missing) }
}
