//! Forum DD-2020-01: announced on 15/06/2020, open for opinions from 19/06 to 10/07/2020, so open when the story is told.

use super::people::{FORCE, OFFICE, READER, SECRETARY};
use super::story::{Story, date};
use crate::exit::{self, Stop};
use base::fact::{Actor, Digest32};
use base::number::ForumNo;
use forum::announce::Announcement;
use forum::opinion::{TypedSignature, Words};
use world::Command;

const TITLE: &str = "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2020";
const PURPOSE: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu báo cáo việc đã làm trong năm; đại biểu và nhân dân góp ý; kết \
    luận được theo dõi cho đến khi xong.";
/// Opinions, one a line.
const OPINIONS: &str = include_str!("forum_2020.txt");

/// What happens on the days the forum is open, in the order of time: who writes, what is read. The last opinion waits.
const DAYS: [(&str, Act); 9] = [
    ("2020-06-19T08:10:00Z", Act::Written(0)),
    ("2020-06-20T12:40:00Z", Act::Written(1)),
    ("2020-06-22T01:10:00Z", Act::Read(&[0, 1])),
    ("2020-06-22T06:15:00Z", Act::Written(2)),
    ("2020-06-23T01:05:00Z", Act::Read(&[2])),
    ("2020-06-23T09:20:00Z", Act::Written(3)),
    ("2020-06-23T13:45:00Z", Act::Written(4)),
    ("2020-06-24T01:20:00Z", Act::Read(&[3, 4])),
    ("2020-06-24T13:05:00Z", Act::Written(5)),
];

/// One moment of the forum.
#[derive(Clone, Copy)]
enum Act {
    /// The opinion of this line is written.
    Written(usize),
    /// The opinions of these lines are read and cleared; they appear when the hour is over.
    Read(&'static [usize]),
}

/// The forum's number.
pub fn number() -> Result<ForumNo, Stop> {
    ForumNo::new(2020, 1).map_err(|why| Stop::new(exit::FAILED, why.to_string()))
}

/// The step that writes the opinion of a line.
pub fn step(line: usize) -> String {
    format!("2020-opinion-{line}")
}

/// Announces and opens the forum; people write, and what they wrote is read.
pub async fn open(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, secretary) = (number()?, Actor::Person(SECRETARY));
    story.at("2020-06-15T01:30:00Z").await?;
    let what = Announcement {
        forum,
        title: TITLE.to_owned(),
        purpose: Some(PURPOSE.to_owned()),
        chair: Some(OFFICE),
        force: Some(FORCE),
        closes: date("2020-07-10")?,
        day: date("2020-07-17")?,
    };
    story
        .give("2020-announce", secretary, Command::AnnounceForum { what })
        .await?;
    story.at("2020-06-19T01:00:00Z").await?;
    story.give("2020-open", secretary, Command::OpenForum { forum }).await?;
    for (when, act) in DAYS {
        story.at(when).await?;
        match act {
            Act::Written(line) => write(story, forum, line).await?,
            Act::Read(lines) => {
                for line in lines {
                    let opinion = story.opinion(&step(*line))?;
                    let read = Command::ClearOpinion { opinion };
                    story
                        .give(&format!("2020-read-{line}"), Actor::Person(READER), read)
                        .await?;
                }
            }
        }
    }
    Ok(())
}

async fn write(story: &mut Story<'_>, forum: ForumNo, line: usize) -> Result<(), Stop> {
    let statement = OPINIONS.lines().nth(line).unwrap_or_default();
    let words = Words::read(statement, "", TypedSignature::None);
    let words = words.map_err(|why| Stop::new(exit::FAILED, format!("the demonstration's opinion {line}: {why:?}")))?;
    let step = step(line);
    let receipt = Digest32(story.receipt(&step).hash());
    let subject = forum::opinion::Subject::default();
    let written = Command::SubmitOpinion {
        forum,
        words,
        subject,
        receipt,
    };
    story.give(&step, Actor::Anyone, written).await
}
