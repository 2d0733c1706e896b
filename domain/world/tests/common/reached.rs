//! How far random lives went.

use super::onlooker::Fate;
use forum::Stage;
use std::collections::BTreeSet;
use world::World;

/// What was reached in a world: stages, fates, states of clauses and what led there.
pub fn reached(world: &World) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    for forum in world.forums.forums.values() {
        met.insert(format!("{:?}", forum.stage));
        if forum.voices.verified_count > 0 && forum.voices.drawn_count() > 0 && forum.votes_published.is_some() {
            met.insert("votes of both sorts counted".into());
        }
        if forum.votes.entries > forum.votes.answers {
            met.insert("a changed vote".into());
        }
        if forum.stage == Stage::Closed && !forum.directives.is_empty() {
            met.insert("a whole life".into());
        }
        if !forum.report.superseded.is_empty() {
            met.insert("a published section rewritten".into());
        }
        for contest in forum.contests.values() {
            met.insert(format!("contest answered {}", contest.answer.is_some()));
        }
        for clause in forum.directives.values().flat_map(|one| one.clauses.iter()) {
            met.insert(format!("clause {:?}", clause.state));
            met.insert(format!("told {} times", clause.escalated));
            met.extend(clause.verdicts.iter().map(|one| format!("verdict {:?}", one.outcome)));
            let decided = clause.extensions.iter().filter_map(|one| one.decision.as_ref());
            met.extend(decided.map(|(granted, ..)| format!("extension {granted}")));
        }
    }
    for opinion in world.forums.opinions.values() {
        let fate = format!("{:?}", Fate::of(opinion.state));
        met.insert(fate.trim_end_matches(|c| "()0123456789".contains(c)).to_owned());
        if let Some(decision) = opinion.appeal.as_ref().and_then(|appeal| appeal.decision.as_ref()) {
            met.insert(format!("appeal {}", decision.granted));
        }
    }
    let bases = world.erasures.values().map(|order| format!("{:?}", order.basis));
    met.extend(bases);
    met
}
