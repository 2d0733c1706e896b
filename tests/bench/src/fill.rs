//! A large record: opinions first, then the votes of many voices on those that are published.

use crate::clients::{self, Load, Run, said};
use crate::jobs::{self, VOTES_A_VOICE};
use crate::office::{self, Office, Way, forum};
use crate::place::{Place, open_folder};
use base::fact::{Actor, PersonId};
use forum::OpinionState;
use std::time::Duration;
use world::Command;

/// Clients at once.
const CLIENTS: usize = 512;
/// The part of the entries that are opinions: one of so many.
const OPINION_OF: u64 = 10;
/// Who reads opinions before they are published, in the demonstration.
const READER: PersonId = PersonId(3);

/// How the record is opened to be filled: as a server does, with a snapshot at the end.
const WAY: Way = Way {
    snapshots: true,
    hours_later: 0,
};

/// Publishes as many opinions as a voice answers, and adds more until they are a tenth of `entries`; gives how many there
/// are entries then.
///
/// # Errors
/// A command was refused.
pub fn opinions(place: &Place, entries: u64) -> Result<u64, String> {
    let office = office::open(&place.dir, open_folder(&place.dir)?, WAY)?;
    publish(&office)?;
    let missing = (entries / OPINION_OF).saturating_sub(opinions_of(&office));
    let writer = office.clone();
    run(&office, missing, move |number| jobs::opinion(&writer, "fill", number))?;
    let size = office.view().size;
    office.close();
    Ok(size)
}

/// Adds votes until there are so many entries; gives how many votes, and how fast they went in.
///
/// # Errors
/// A command was refused.
pub fn votes(place: &Place, entries: u64) -> Result<Run, String> {
    let office = office::open(&place.dir, open_folder(&place.dir)?, WAY)?;
    let missing = entries.saturating_sub(office.view().size);
    let writer = office.clone();
    let run = run(&office, missing, move |number| jobs::vote(&writer, number))?;
    let size = office.view().size;
    office.close();
    match size == entries {
        true => Ok(run),
        false => Err(format!("the record has {size} entries instead of {entries}")),
    }
}

fn run(
    office: &Office,
    commands: u64,
    job: impl Fn(u64) -> Result<jobs::Job, String> + 'static,
) -> Result<Run, String> {
    let load = Load {
        clients: CLIENTS,
        proofs: false,
        time: Duration::MAX,
    };
    clients::run(office, load, move |number| match number < commands {
        true => job(number).map(Some),
        false => Ok(None),
    })
}

fn opinions_of(office: &Office) -> u64 {
    office.view().state.forums.opinions.len() as u64
}

/// Opinions are written, read and published until there are as many as a voice answers.
fn publish(office: &Office) -> Result<(), String> {
    let published = published(office)?;
    let mut waiting = Vec::new();
    for number in published..VOTES_A_VOICE as usize {
        let job = jobs::opinion(office, "read", number as u64)?;
        let recorded = office.submit(job.actor, job.command, Some(job.once)).map_err(said)?;
        waiting.extend(recorded.blocking_wait().map_err(said)?.first);
    }
    for opinion in waiting {
        let read = Command::ClearOpinion { opinion };
        let recorded = office.submit(Actor::Person(READER), read, None).map_err(said)?;
        recorded.blocking_wait().map_err(said)?;
    }
    let until = now(office)?;
    let tick = office
        .submit(Actor::Clock, Command::Tick { until }, None)
        .map_err(said)?;
    tick.blocking_wait().map_err(said)?;
    match self::published(office)? {
        enough if enough >= VOTES_A_VOICE as usize => Ok(()),
        few => Err(format!("only {few} opinions were published")),
    }
}

fn published(office: &Office) -> Result<usize, String> {
    let view = office.view();
    let forum = view
        .state
        .forums
        .forums
        .get(&forum()?)
        .ok_or("the forum is not there")?;
    let is_shown = |seq: &u64| {
        let opinion = view.state.forums.opinions.get(seq);
        opinion.is_some_and(|opinion| matches!(opinion.state, OpinionState::Published(_)))
    };
    Ok(forum.published.values().filter(|seq| is_shown(seq)).count())
}

/// The hour of the last entry is the one the office stands in.
fn now(office: &Office) -> Result<base::time::Minute, String> {
    let last = office.view().last_at.ok_or("the record is empty")?;
    Ok(last.starts_at())
}
