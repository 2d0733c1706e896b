//! 186 made-up voices answer the 31 opinions, 2,914 times in all: 34 by slips of delegates, the others with codes of
//! their own. Every answer follows from the numbers of the voice and of the line, so that each demonstration has the same.

use super::lines::{Line, spoken, spoken_step, written, written_step};
use super::{number, opinion_number};
use crate::demo::people::SECRETARY;
use crate::demo::story::Story;
use crate::exit::Stop;
use base::fact::{Actor, Digest32};
use base::number::ForumNo;
use forum::events::Choice;
use forum::voice::VoiceSecret;
use sha2::{Digest, Sha256};
use world::Command;

/// Voices in all.
const VOICES: u64 = 186;
/// Answers of every voice; the first so many give one more, which makes 2,914.
const ANSWERS_EACH: usize = 15;
const WITH_ONE_MORE: u64 = 124;
/// Slips that were printed, and used.
const SLIPS: u64 = 40;
const SLIPS_USED: u64 = 34;

/// A number that follows from two others.
fn draw(what: &str, voice: u64, line: u64) -> u64 {
    let mut hash = Sha256::new();
    hash.update(what.as_bytes());
    hash.update(voice.to_be_bytes());
    hash.update(line.to_be_bytes());
    let digest = hash.finalize();
    let mut eight = [0; 8];
    eight.copy_from_slice(&digest[..8]);
    u64::from_be_bytes(eight)
}

fn secret(voice: u64) -> VoiceSecret {
    let (high, low) = (draw("voice-high", voice, 0), draw("voice-low", voice, 0));
    VoiceSecret(((u128::from(high) << 64) | u128::from(low)).to_be_bytes())
}

fn pseudonym(voice: u64, forum: ForumNo) -> Digest32 {
    secret(voice).pseudonym(forum)
}

/// Half of the voices lean one way on what people are divided about, half the other way.
fn choice(voice: u64, n: usize, line: &Line) -> Choice {
    let thrown = draw("choice", voice, n as u64) % 100;
    let divided = line.disagree >= 25;
    let lean = match (divided, voice.is_multiple_of(2)) {
        (false, _) => 0,
        (true, true) => 30,
        (true, false) => -30_i64,
    };
    let agree = (line.agree as i64 + lean).clamp(3, 95) as u64;
    let disagree = (line.disagree as i64 - lean).clamp(2, 92) as u64;
    if thrown < agree {
        Choice::Agree
    } else if thrown < (agree + disagree).min(97) {
        Choice::Disagree
    } else {
        Choice::Pass
    }
}

/// Slips are made, voices answer, votes are closed and counted.
pub(super) async fn cast(story: &mut Story<'_>) -> Result<(), Stop> {
    let (forum, secretary) = (number()?, Actor::Person(SECRETARY));
    // The turns were read in the hour before; they are published with its end.
    story.at("2019-12-19T09:05:00Z").await?;
    let slips = Command::IssueSlips {
        forum,
        label: "Đại biểu các cơ quan có mục tiêu (minh họa)".to_owned(),
        pseudonyms: (0..SLIPS).map(|voice| pseudonym(voice, forum)).collect(),
    };
    story.give("2019-slips", secretary, slips).await?;
    let (written, spoken) = (written()?, spoken()?);
    let steps = (0..written.len())
        .map(written_step)
        .chain((0..spoken.len()).map(spoken_step));
    let numbers: Vec<u32> = steps
        .map(|step| opinion_number(story, &step))
        .collect::<Result<_, Stop>>()?;
    let lines: Vec<&Line> = written.iter().chain(&spoken).collect();
    for n in 0..VOICES {
        // Slips that stayed unused are the last of their batch.
        let voice = if n < SLIPS_USED { n } else { n + SLIPS };
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by_key(|line| draw("order", voice, *line as u64));
        let answers = ANSWERS_EACH + usize::from(n < WITH_ONE_MORE);
        for line in order.into_iter().take(answers) {
            let command = Command::CastVote {
                forum,
                pseudonym: pseudonym(voice, forum),
                opinion: numbers[line],
                choice: choice(voice, line, lines[line]),
            };
            story
                .give(&format!("2019-vote-{n}-{line}"), Actor::Anyone, command)
                .await?;
        }
    }
    story.at("2019-12-19T09:40:00Z").await?;
    story
        .give(
            "2019-close",
            secretary,
            Command::CloseCollecting {
                forum,
                reason: "Các lượt phát biểu đã xong; đóng để đếm và kết luận ngay tại hội nghị (minh họa).".into(),
            },
        )
        .await
}
