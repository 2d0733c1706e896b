//! The demonstration: an office and what became of its forums, made by commands like any office, and only in an empty
//! record. It runs on a clock of its own, which stands at the morning of 25/06/2020 when the story is told.
//!
//! One subject a file: [`people`] the office and who belongs to it, [`article`] the articles,
//! [`forum_2020`] the forum that is open, [`story`] what they are told with, [`enter`] how a visitor takes a part.

mod article;
pub mod enter;
mod forum_2019;
mod forum_2020;
mod people;
mod story;

use crate::exit::{self, Stop};
use crate::serve::demo_clock::DemoClock;
use base::time::Minute;
use people::PARTS;
use story::Story;
use web_kit::DEMO_PATH;
use web_scene::App;

/// When the story begins: Friday, 01/11/2019, 08:00 at the office.
const BEGINS: &str = "2019-11-01T01:00:00Z";
/// When it is told and the clock goes on by itself: Thursday, 25/06/2020, 09:00 at the office.
const READY: &str = "2020-06-25T02:00:00Z";

/// The minute a demonstration begins with.
pub fn begins() -> Result<Minute, Stop> {
    story::minute(BEGINS)
}

/// Marks the folder as a demonstration's, before its first entry is written.
pub fn claim(clock: &DemoClock) -> Result<(), Stop> {
    clock.move_to(clock.now()).map_err(|why| {
        Stop::new(
            exit::FAILED,
            format!("the demonstration's clock cannot be written: {why}"),
        )
    })
}

/// Tells the story, or what is missing of it, and names addresses to try.
pub async fn ensure(app: &App, clock: &DemoClock) -> Result<Vec<(String, String)>, Stop> {
    if clock.is_making() {
        tell(&mut Story::new(app, clock)).await?;
    }
    let mut addresses = vec![
        (
            "an open forum to write in".to_owned(),
            format!("/dien-dan/{}", forum_2020::number()?),
        ),
        (
            "a receipt to verify".to_owned(),
            format!("/bien-nhan/{}", story::receipt(app, &forum_2020::step(0))),
        ),
        (
            "a forum that is followed up".to_owned(),
            format!("/dien-dan/{}", forum_2019::number()?),
        ),
        ("the ledger".to_owned(), "/so-cai".to_owned()),
        ("every part to take".to_owned(), DEMO_PATH.to_owned()),
    ];
    addresses.extend(PARTS.iter().map(|part| {
        let role = part.role.as_str().replace('_', " ");
        (format!("  as {role}"), format!("{DEMO_PATH}/{}", part.name))
    }));
    Ok(addresses)
}

/// The whole story, in the order of time.
async fn tell(story: &mut Story<'_>) -> Result<(), Stop> {
    story.at(BEGINS).await?;
    people::office(story).await?;
    forum_2019::hold(story).await?;
    forum_2019::accepted(story).await?;
    article::publish(story).await?;
    forum_2019::to_june(story).await?;
    forum_2020::open(story).await?;
    article::submit(story).await?;
    forum_2019::last_days(story).await?;
    story.at(READY).await?;
    story.finish().await
}
