//! The afternoon of 19/12/2019: four turns, recorded by the clerk, confirmed by their speakers, read and published.

use super::lines::{spoken, spoken_step};
use super::number;
use crate::demo::people::{CLERK, READER};
use crate::demo::story::Story;
use crate::exit::{self, Stop};
use base::fact::{Actor, Digest32, OrganisationId};
use forum::events::SpeakerRole;
use forum::opinion::{TypedSignature, Words};
use forum::turn::Turn;
use world::Command;

/// Four turns, by role.
pub(super) async fn turns(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, clerk) = (number()?, Actor::Person(CLERK));
    story.at("2019-12-19T07:30:00Z").await?;
    let lines = spoken()?;
    for (n, line) in lines.iter().enumerate() {
        let step = spoken_step(n);
        let words = Words::read(line.words, "", TypedSignature::Role(SpeakerRole::Delegate));
        let words = words.map_err(|why| Stop::new(exit::FAILED, format!("the demonstration's turn {n}: {why:?}")))?;
        let turn = Turn {
            words,
            nature: line.nature,
            about: None,
            organisation: line.organisation.map(OrganisationId),
            receipt: Digest32(story.receipt(&step).hash()),
        };
        story.give(&step, clerk, Command::RecordTurn { forum, turn }).await?;
    }
    story.at("2019-12-19T08:10:00Z").await?;
    for n in 0..lines.len() {
        let opinion = story.opinion(&spoken_step(n))?;
        let heard = Command::ConfirmTurnAloud { opinion };
        story.give(&format!("2019-heard-{n}"), clerk, heard).await?;
        let cleared = Command::ClearOpinion { opinion };
        story
            .give(&format!("2019-read-turn-{n}"), Actor::Person(READER), cleared)
            .await?;
    }
    Ok(())
}
