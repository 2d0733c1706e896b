//! Links that let people in, printed at the start.

use crate::exit::{self, Stop, say};
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
    let given = give(app, Command::IssueFirstInvitation { token }).await?;
    Ok(given.then_some(path))
}

/// The path of a link for a person; none when nothing can be recorded now.
pub async fn of_person(app: &App, person: PersonId) -> Result<Option<String>, Stop> {
    let (path, token) = draw(app);
    let given = give(app, Command::IssueInvitation { person, token }).await?;
    Ok(given.then_some(path))
}

fn draw(app: &App) -> (String, Digest32) {
    let token = app.token();
    (
        format!("/vao/{token}"),
        Digest32(Sha256::digest(token.as_bytes()).into()),
    )
}

/// Whether the link was recorded. Where nothing can be, the office serves all the same: a full disk is no reason to be gone.
async fn give(app: &App, command: Command) -> Result<bool, Stop> {
    match app.submit(Actor::Console, command, None).await {
        Ok(_) => Ok(true),
        Err(Unsent::Refused(Refusal::People(people::Refusal::NoSuchPerson))) => {
            Err(Stop::new(exit::USAGE, "--link: no person has this number"))
        }
        Err(Unsent::NotRecorded | Unsent::Busy | Unsent::OtherBody) => {
            say("no link could be recorded now; start again once there is room, and it is printed");
            Ok(false)
        }
        Err(Unsent::Refused(_)) => Err(Stop::new(exit::FAILED, "the rules refuse a link for this person")),
    }
}
