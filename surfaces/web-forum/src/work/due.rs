//! What waits for a person in a forum, computed from the state: what it is, by when, and where it is done.

use super::words::HomeWords;
use base::fact::OrganisationId;
use base::time::Date;
use forum::answer::Owed;
use forum::clause::{Clause, ClauseState};
use forum::contest::{Contest, ContestState};
use forum::events::Channel;
use forum::{Forum, OpinionState, Stage};
use web_scene::work::may_in_forum;
use web_scene::{Staff, address};
use world::CommandKind;

/// One thing that waits.
pub(super) struct Due {
    /// What it is.
    pub(super) what: String,
    /// The day by which it is to be done; none when there is no such day.
    pub(super) by: Option<Date>,
    /// Where it is done, without `/en`.
    pub(super) path: String,
    /// What the way there says.
    pub(super) go: &'static str,
}

struct Looker<'a> {
    staff: &'a Staff,
    forum: &'a Forum,
    w: HomeWords,
    own: Option<OrganisationId>,
    found: Vec<Due>,
}

/// Everything that waits for this person in a forum, but for opinions to read and forums to open.
pub(super) fn of(staff: &Staff, forum: &Forum) -> Vec<Due> {
    let person = staff.scene.world().people.persons.get(&staff.person);
    let mut looker = Looker {
        staff,
        forum,
        w: HomeWords(staff.scene.lang),
        own: person.and_then(|person| person.organisation),
        found: Vec::new(),
    };
    looker.before();
    looker.opinions();
    looker.outcome();
    looker.clauses();
    looker.contests();
    looker.found
}

impl Looker<'_> {
    fn may(&self, kind: CommandKind) -> bool {
        may_in_forum(self.staff.scene.world(), self.staff.person, kind, self.forum.no)
    }

    fn add(&mut self, what: String, by: Option<Date>, step: &str, go: &'static str) {
        self.found.push(Due {
            what,
            by,
            path: address::at_desk(self.forum.no, step),
            go,
        });
    }

    fn add_many(&mut self, days: Vec<Option<Date>>, say: impl Fn(usize) -> String, step: &str, go: &'static str) {
        if !days.is_empty() {
            let first = days.iter().flatten().min().copied();
            self.add(say(days.len()), first, step, go);
        }
    }

    fn before(&mut self) {
        let (forum, w) = (self.forum, self.w);
        if forum.stage >= Stage::Concluded {
            return;
        }
        let of_force = forum.force.is_some() && forum.force == self.own;
        if forum.report.published.is_none() && of_force && self.may(CommandKind::PublishReport) {
            // People are to have the announced days to read it.
            let days = law::terms(self.staff.scene.today).announcement_days;
            // A forum announced later than that is late for nobody from its first hour on.
            let by = forum.day.add_days(-i32::try_from(days).unwrap_or_default());
            let by = if by < forum.announced_at.office_date() {
                forum.day
            } else {
                by
            };
            self.add(w.report_due().to_owned(), Some(by), "bao-cao", w.report_go());
        }
        if forum.agenda.items.is_empty() && self.may(CommandKind::SetAgenda) {
            self.add(
                w.agenda_due().to_owned(),
                Some(forum.day),
                "chuong-trinh",
                w.agenda_go(),
            );
        }
    }

    fn opinions(&mut self) {
        let (forum, w) = (self.forum, self.w);
        let all = &self.staff.scene.world().forums.opinions;
        let opinion = |seq: &u64| all.get(seq);
        if self.may(CommandKind::ConfirmTurnAloud) {
            let waits = |one: &&forum::Opinion| one.channel == Channel::SpokenTurn && one.confirmed.is_none();
            let turns = forum.held.iter().filter_map(opinion).filter(waits);
            let days = turns.map(|one| one.read_by).collect();
            self.add_many(days, |n| w.turns_due(n), "phat-bieu", w.turns_go());
        }
        if self.may(CommandKind::DecideAppeal) {
            let open = forum
                .appeals
                .iter()
                .filter_map(opinion)
                .filter_map(|one| one.appeal.as_ref());
            let days = open
                .filter(|one| one.decision.is_none())
                .map(|one| Some(one.decide_by))
                .collect();
            self.add_many(days, |n| w.appeals_due(n), "khieu-nai", w.appeals_go());
        }
        let of_force = forum.force.is_some() && forum.force == self.own;
        if self.may(CommandKind::AnswerPrivately) && (of_force || self.may(CommandKind::OpenForum)) {
            let track = |one: &forum::Opinion| match one.state {
                OpinionState::Private(track) if track.answer.is_none() => Some(Some(track.answer_by)),
                _ => None,
            };
            let days = forum.private.iter().filter_map(opinion).filter_map(track).collect();
            self.add_many(days, |n| w.private_due(n), "rieng", w.private_go());
        }
        if self.may(CommandKind::GiveAnswer) {
            let owed = |number: &u32| forum.answer_owed(*number).filter(|owed| owed.is_by(self.own));
            let (mut promised, mut handed) = (Vec::new(), Vec::new());
            for owed in forum.published.keys().filter_map(owed) {
                match owed {
                    Owed::InWriting { due, .. } => promised.push(Some(due)),
                    Owed::HandedTo(_) => handed.push(None),
                }
            }
            // The force answers what is said of it; whoever leads the forum sees what is left before the conclusion.
            let leads = forum.stage_at(self.staff.scene.now) == Stage::InSession && self.may(CommandKind::CloseForum);
            if !forum.is_concluded() && (of_force || leads) && forum.unanswered() > 0 {
                self.add(
                    w.unanswered_due(forum.unanswered()),
                    Some(forum.day),
                    "tra-loi",
                    w.answers_go(),
                );
            }
            self.add_many(promised, |n| w.answers_due(n), "tra-loi", w.answers_go());
            self.add_many(handed, |n| w.handed_due(n), "tra-loi", w.answers_go());
        }
    }

    fn outcome(&mut self) {
        let (forum, w) = (self.forum, self.w);
        let session = forum.stage_at(self.staff.scene.now) == Stage::InSession;
        if session && forum.conclusion.is_none() && self.may(CommandKind::WriteConclusion) {
            self.add(
                w.conclusion_due().to_owned(),
                Some(forum.day),
                "ket-luan",
                w.conclusion_go(),
            );
        }
        if session && forum.conclusion.is_some() && self.may(CommandKind::Conclude) {
            self.add(
                w.publish_due().to_owned(),
                Some(forum.day),
                "ket-luan/cong-bo",
                w.publish_go(),
            );
        }
    }

    fn clauses(&mut self) {
        let (forum, w) = (self.forum, self.w);
        if !forum.is_concluded() {
            return;
        }
        for (number, directive) in &forum.directives {
            for clause in &directive.clauses {
                self.clause(*number, clause);
            }
        }
        // Whoever leads the forum sees what others are late with; their own stands above.
        if self.may(CommandKind::CloseForum) {
            let today = self.staff.scene.today;
            let clauses = forum.directives.values().flat_map(|one| &one.clauses);
            let going_on = |one: &&Clause| matches!(one.state, ClauseState::Assigned | ClauseState::Accepted);
            let late = clauses.filter(going_on).filter(|one| one.days_late(today) > 0);
            let days = late.map(|one| one.due).collect();
            self.add_many(days, |n| w.late_due(n), "viec?trang_thai=qua-han", w.escalated_go());
        }
    }

    fn clause(&mut self, directive: u32, clause: &Clause) {
        let w = self.w;
        let label = format!("{directive}.{}", clause.clause);
        let step = format!("viec/{label}");
        let owner = self.own == Some(clause.owner);
        let verifier = self.own == Some(clause.verifier);
        match clause.state {
            ClauseState::Assigned if owner && self.may(CommandKind::AcceptClause) => {
                self.add(w.accept_due(&label), clause.due, &step, w.clause_go());
            }
            ClauseState::Accepted if owner && self.may(CommandKind::ReportClauseDone) => {
                self.add(w.clause_due(&label), clause.due, &step, w.clause_go());
            }
            ClauseState::ReportedDone if verifier && self.may(CommandKind::VerifyClause) => {
                self.add(w.verify_due(&label), None, &step, w.clause_go());
            }
            _ => {}
        }
        if clause.pending_extension().is_some() && clause.state.is_open() && self.may(CommandKind::DecideExtension) {
            self.add(w.extension_due(&label), None, &step, w.clause_go());
        }
    }

    /// Whether a contest is about a clause this person's organisation carries out or verifies: then others read and
    /// answer it.
    fn is_ours(&self, contest: &Contest) -> bool {
        let (directive, clause) = contest.clause;
        let directive = self.forum.directives.get(&directive);
        let clause = directive.and_then(|one| one.clause(clause));
        clause.is_some_and(|one| self.own == Some(one.owner) || self.own == Some(one.verifier))
    }

    fn contests(&mut self) {
        let (forum, w) = (self.forum, self.w);
        if self.may(CommandKind::ClearContest) {
            let held = forum.contests.values();
            let held = held.filter(|contest| contest.state == ContestState::Held);
            let (for_others, to_read): (Vec<_>, Vec<_>) = held.partition(|contest| self.is_ours(contest));
            let by = |those: Vec<&Contest>| {
                let day = |one: &Contest| Some(law::read_by(one.at.starts_at().office_date()));
                those.into_iter().map(day).collect()
            };
            let (to_read, for_others) = (by(to_read), by(for_others));
            self.add_many(to_read, |n| w.contests_to_read(n), "phan-doi", w.contests_go());
            self.add_many(for_others, |n| w.contests_for_others(n), "phan-doi", w.contests_go());
        }
        let open = forum.contests.values().filter(|contest| {
            let public = contest.state == ContestState::Public && contest.answer.is_none();
            public && !self.is_ours(contest) && self.own.is_some()
        });
        let open = open.count();
        if open > 0 && self.may(CommandKind::AnswerContest) {
            self.add(w.contests_to_answer(open), None, "phan-doi", w.contests_go());
        }
    }
}
