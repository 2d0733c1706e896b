//! The article of Sunday, 29/12/2019, as the old portal showed it, and its counter's last figures.

use super::people::{ADMINISTRATOR, WRITER};
use super::story::{Story, date};
use crate::exit::Stop;
use base::fact::Actor;
use portal::LegacyVisits;
use portal::article::Draft;
use world::Command;

const BODY: &str = include_str!("article.txt");

/// Publishes the article on its day.
pub async fn publish(story: &mut Story<'_>) -> Result<(), Stop> {
    story.at("2019-12-29T01:30:00Z").await?;
    let visits = LegacyVisits {
        as_of: date("2024-07-25")?,
        online: 43,
        today: 962,
        total: 363_100,
    };
    let recorded = Command::RecordLegacyVisits { visits };
    story.give("visits", Actor::Person(ADMINISTRATOR), recorded).await?;
    let draft = Draft {
        date: date("2019-12-29")?,
        title: "Diễn đàn công an lắng nghe ý kiến nhân dân".to_owned(),
        body: BODY.trim_end().to_owned(),
        author: Some("Trần Thị Thùy Dương".to_owned()),
        department: Some("Phòng Tổng hợp".to_owned()),
    };
    story
        .give("article", Actor::Person(WRITER), Command::PublishArticle { draft })
        .await
}
