//! Links that let people in, printed at the start.

use crate::exit::{self, Stop};
use base::fact::{Actor, Digest32, PersonId};
use sha2::{Digest, Sha256};
use web_scene::{App, Unsent};
use world::{Command, Refusal};

/// The path of a link for the first administrator; none when there is one already.
pub async fn first_administrator(app: &App) -> Result<Option<String>, Stop> {
    if app.ledger.view().state.people.administrators() > 0 {
        return Ok(None);
    }
    let (path, token) = draw(app);
    give(app, Command::IssueFirstInvitation { token }).await?;
    Ok(Some(path))
}

/// The path of a link for a person.
pub async fn of_person(app: &App, person: PersonId) -> Result<String, Stop> {
    let (path, token) = draw(app);
    give(app, Command::IssueInvitation { person, token }).await?;
    Ok(path)
}

fn draw(app: &App) -> (String, Digest32) {
    let token = app.token();
    (
        format!("/vao/{token}"),
        Digest32(Sha256::digest(token.as_bytes()).into()),
    )
}

async fn give(app: &App, command: Command) -> Result<(), Stop> {
    match app.submit(Actor::Console, command, None).await {
        Ok(_) => Ok(()),
        Err(Unsent::Refused(Refusal::People(people::Refusal::NoSuchPerson))) => {
            Err(Stop::new(exit::USAGE, "--link: no person has this number"))
        }
        Err(why) => Err(Stop::new(
            exit::FAILED,
            format!("the link could not be recorded: {why:?}"),
        )),
    }
}
