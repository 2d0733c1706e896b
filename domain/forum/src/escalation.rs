//! Lateness that reaches the superior: recorded when a clause is late by so many days, once for each threshold.

use crate::events::{DirectiveEscalated, Event};
use crate::{Forums, Stage};
use base::fact::Proposed;
use base::time::{Date, Minute};

/// Most records of one tick; the rest comes with the next.
pub const ESCALATIONS_PER_TICK_MAX: usize = 500;

/// What is due at `now`: for each late clause the next threshold it has passed. `thresholds` are calendar days, ascending.
pub fn due(forums: &Forums, now: Minute, thresholds: &[u32]) -> Vec<Proposed<Event>> {
    let today = now.office_date();
    let mut found: Vec<(Date, Proposed<Event>)> = Vec::new();
    let following = forums.forums.values().filter(|forum| forum.stage == Stage::FollowingUp);
    for forum in following {
        for (number, directive) in &forum.directives {
            for clause in &directive.clauses {
                let told = usize::from(clause.escalated);
                let next = thresholds.get(told).copied();
                let late = clause.days_late(today);
                let waits = clause.state.is_open() && clause.done_on.is_none();
                if let (Some(due), Some(_), true) = (clause.due, next.filter(|days| late >= *days), waits) {
                    let event = DirectiveEscalated {
                        forum: forum.no,
                        directive: *number,
                        clause: clause.clause,
                        level: clause.escalated.saturating_add(1),
                        due,
                    };
                    found.push((due, Proposed::new(event.into())));
                }
            }
        }
    }
    found.sort_by_key(|(due, _)| *due);
    found
        .into_iter()
        .map(|(_, event)| event)
        .take(ESCALATIONS_PER_TICK_MAX)
        .collect()
}
