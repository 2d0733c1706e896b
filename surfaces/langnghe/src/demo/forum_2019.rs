//! Forum DD-2019-01, told from the force's report to the directives being followed up: announced in November, held on the
//! afternoon of Thursday, 19/12/2019. Its written opinions and its voices are made up, and the forum's page says so.

mod before;
mod follow;
mod hall;
mod lines;
mod outcome;
mod votes;

use super::story::{Story, date};
use crate::exit::{self, Stop};
use base::number::ForumNo;
use base::time::Date;

/// The day the forum is held and concluded.
const DAY: &str = "2019-12-19";

/// The forum's number.
pub fn number() -> Result<ForumNo, Stop> {
    ForumNo::new(2019, 1).map_err(|why| Stop::new(exit::FAILED, why.to_string()))
}

fn day() -> Result<Date, Stop> {
    date(DAY)
}

/// From the announcement to the conclusion.
pub async fn hold(story: &mut Story<'_>) -> Result<(), Stop> {
    before::tell(story).await?;
    hall::turns(story).await?;
    votes::cast(story).await?;
    outcome::conclude(story).await
}

pub use follow::{accepted, last_days, to_june};

/// A number of the published opinion that a step wrote.
fn opinion_number(story: &Story<'_>, step: &str) -> Result<u32, Stop> {
    let seq = story.opinion(step)?;
    let view = story.world();
    match view.state.forums.opinions.get(&seq).map(|opinion| opinion.state) {
        Some(forum::OpinionState::Published(number)) => Ok(number),
        _ => Err(Stop::new(
            exit::FAILED,
            format!("the demonstration's opinion {step} is not published; name an empty --data"),
        )),
    }
}
