//! Forum DD-2020-01: announced on 15/06/2020, open for opinions from 19/06 to 10/07/2020, so open when the story is told. Its
//! agenda stands, the force has begun its report, and people vote on what was published so far.

use super::people::{COMMANDER, FORCE, OFFICE, READER, SECRETARY};
use super::story::{Story, date};
use crate::exit::{self, Stop};
use base::fact::{Actor, Digest32};
use base::number::ForumNo;
use forum::agenda::ItemDraft;
use forum::announce::Announcement;
use forum::dates::DetailsDraft;
use forum::document::DocumentDraft;
use forum::events::{Choice, DocumentSort};
use forum::opinion::{TypedSignature, Words};
use forum::report::{ParagraphDraft, SectionDraft};
use forum::voice::VoiceSecret;
use sha2::{Digest, Sha256};
use world::Command;

const TITLE: &str = "Diễn đàn công an lắng nghe ý kiến nhân dân năm 2020";
const PURPOSE: &str = "Lực lượng Cảnh sát bảo vệ mục tiêu báo cáo việc đã làm trong năm; đại biểu và nhân dân góp ý; kết \
    luận được theo dõi cho đến khi xong.";
const PLAN: &str = "Văn phòng HĐND tỉnh chủ trì, phối hợp với Phòng Cảnh sát bảo vệ mục tiêu tổ chức diễn đàn sáng \
    17/07/2020.\n\nNhận ý kiến từ 19/06 đến hết 10/07/2020. Báo cáo của lực lượng đăng trước ngày 10/07 để mọi người đọc và góp ý.";
/// What the force has written of its report so far; nobody outside sees it before it is published.
const BEGUN: &str =
    "Từ tháng 12/2019 đến tháng 6/2020, lực lượng đã thực hiện các việc được giao tại kết luận diễn đàn năm 2019.";
/// Voices that have answered by 24/06/2020; the first so many with a slip, the others with a code of their own.
const VOICES: u8 = 36;
const SLIPS: u8 = 28;
/// Opinions, one a line.
const OPINIONS: &str = include_str!("forum_2020.txt");

/// What happens on the days the forum is open, in the order of time: who writes, what is read. The last opinion waits.
const DAYS: [(&str, Act); 11] = [
    ("2020-06-19T08:10:00Z", Act::Written(0)),
    ("2020-06-20T12:40:00Z", Act::Written(1)),
    ("2020-06-22T01:10:00Z", Act::Read(&[0, 1])),
    ("2020-06-22T06:15:00Z", Act::Written(2)),
    ("2020-06-23T01:05:00Z", Act::Read(&[2])),
    ("2020-06-23T03:00:00Z", Act::Begun),
    ("2020-06-23T09:20:00Z", Act::Written(3)),
    ("2020-06-23T13:45:00Z", Act::Written(4)),
    ("2020-06-24T01:20:00Z", Act::Read(&[3, 4])),
    ("2020-06-24T12:30:00Z", Act::Voted),
    ("2020-06-24T13:05:00Z", Act::Written(5)),
];

/// One moment of the forum.
#[derive(Clone, Copy)]
enum Act {
    /// The opinion of this line is written.
    Written(usize),
    /// The opinions of these lines are read and cleared; they appear when the hour is over.
    Read(&'static [usize]),
    /// The force begins its report.
    Begun,
    /// People answer what was published.
    Voted,
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
    prepare(story, forum).await?;
    story.at("2020-06-19T01:00:00Z").await?;
    story.give("2020-open", secretary, Command::OpenForum { forum }).await?;
    for (when, act) in DAYS {
        story.at(when).await?;
        match act {
            Act::Begun => begin_report(story, forum).await?,
            Act::Voted => vote(story, forum).await?,
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

/// The plan, when and where it is held, the agenda.
async fn prepare(story: &mut Story<'_>, forum: ForumNo) -> Result<(), Stop> {
    let secretary = Actor::Person(SECRETARY);
    story.at("2020-06-16T02:00:00Z").await?;
    let details = DetailsDraft {
        time: Some("Sáng Thứ sáu, 17/07/2020".to_owned()),
        place: Some("Hội trường Văn phòng HĐND tỉnh".to_owned()),
        remarks: None,
        guests: Some("Đại biểu các cơ quan có mục tiêu bảo vệ và nhân dân quan tâm".to_owned()),
    };
    story
        .give(
            "2020-details",
            secretary,
            Command::GiveDetails {
                forum,
                over: None,
                details,
            },
        )
        .await?;
    let draft = DocumentDraft {
        sort: DocumentSort::Plan,
        date: date("2020-06-16")?,
        sign: None,
        title: "Kế hoạch tổ chức diễn đàn công an lắng nghe ý kiến nhân dân năm 2020".to_owned(),
        words: Some(PLAN.to_owned()),
        file: None,
    };
    story
        .give("2020-plan", secretary, Command::AddDocument { forum, draft })
        .await?;
    let item = |minutes, organisation, title: &str| ItemDraft {
        item: None,
        minutes: Some(minutes),
        organisation: Some(organisation),
        title: title.to_owned(),
    };
    let items = vec![
        item(30, FORCE, "Báo cáo kết quả từ sau diễn đàn năm 2019"),
        item(60, OFFICE, "Đại biểu và nhân dân góp ý"),
        item(20, FORCE, "Tiếp thu, giải trình"),
        item(20, OFFICE, "Kết luận của chủ trì"),
    ];
    let over = None;
    story
        .give("2020-agenda", secretary, Command::SetAgenda { forum, over, items })
        .await
}

async fn begin_report(story: &mut Story<'_>, forum: ForumNo) -> Result<(), Stop> {
    let draft = SectionDraft {
        section: None,
        over: None,
        place: 1,
        heading: "Việc đã làm theo kết luận năm 2019".to_owned(),
        paragraphs: vec![ParagraphDraft {
            paragraph: None,
            text: BEGUN.to_owned(),
        }],
        figures: Vec::new(),
        note: None,
    };
    let commander = Actor::Person(COMMANDER);
    story
        .give("2020-section", commander, Command::WriteSection { forum, draft })
        .await
}

fn secret(voice: u8) -> VoiceSecret {
    let mut secret = [0; 16];
    secret.copy_from_slice(&Sha256::digest([b"2020-voice".as_slice(), &[voice]].concat())[..16]);
    VoiceSecret(secret)
}

/// Every voice answers every opinion that stands, by a rule of their numbers: each demonstration has the same.
async fn vote(story: &mut Story<'_>, forum: ForumNo) -> Result<(), Stop> {
    let numbers: Vec<u32> = {
        let world = story.world();
        let known = world.state.forums.forums.get(&forum);
        known.map_or_else(Vec::new, |forum| forum.published.keys().copied().collect())
    };
    let slips = Command::IssueSlips {
        forum,
        label: "Đại biểu các cơ quan có mục tiêu (minh họa)".to_owned(),
        pseudonyms: (0..SLIPS).map(|voice| secret(voice).pseudonym(forum)).collect(),
    };
    story.give("2020-slips", Actor::Person(SECRETARY), slips).await?;
    for voice in 0..VOICES {
        let secret = secret(voice);
        let pseudonym = secret.pseudonym(forum);
        for opinion in &numbers {
            let thrown = Sha256::digest([secret.0.as_slice(), &opinion.to_be_bytes()].concat())[0];
            let choice = match thrown {
                0..=165 => Choice::Agree,
                166..=215 => Choice::Disagree,
                _ => Choice::Pass,
            };
            let command = Command::CastVote {
                forum,
                pseudonym,
                opinion: *opinion,
                choice,
            };
            story
                .give(&format!("2020-vote-{voice}-{opinion}"), Actor::Anyone, command)
                .await?;
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
