//! The article of Sunday, 29/12/2019, as the old portal showed it, and its counter's last figures; and the one about the next
//! forum, which waits for its review.

use super::people::{ADMINISTRATOR, EDITOR, WRITER};
use super::story::{Story, date};
use crate::exit::Stop;
use base::fact::Actor;
use portal::LegacyVisits;
use portal::RevisionId;
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

const NEXT: &str = "Văn phòng HĐND tỉnh nhận ý kiến gửi diễn đàn công an lắng nghe ý kiến nhân dân năm 2020 từ ngày 19/06 đến hết \
    ngày 10/07/2020.\n\nAi cũng gửi được, không cần tài khoản; không ký tên cũng được. Ý kiến được đọc trong một ngày làm việc rồi \
    đăng. Ai cũng bày tỏ được đồng ý hay không với từng ý kiến.";

/// Writes the article about the forum of 2020 and sends it for review.
pub async fn submit(story: &mut Story<'_>) -> Result<(), Stop> {
    story.at("2020-06-24T14:00:00Z").await?;
    let draft = Draft {
        date: date("2020-06-25")?,
        title: "Mời góp ý cho diễn đàn năm 2020".to_owned(),
        body: NEXT.to_owned(),
        author: None,
        department: Some("Phòng Tổng hợp".to_owned()),
    };
    let editor = Actor::Person(EDITOR);
    let saved = Command::SaveDraft { draft, over: None };
    story.give("next-article", editor, saved).await?;
    let at = RevisionId {
        article: 2,
        revision: 1,
    };
    story
        .give("next-article-sent", editor, Command::SubmitDraft { at })
        .await
}
