//! The result of a forum's votes: one file, a pure function of the votes, so that anyone who has the record makes the
//! same bytes. Rows are sorted by what they say: nothing in them tells who or when.

use crate::events::{Choice, VotesPublished};
use crate::small_numbers::{self, COUNTS_FROM, ROWS_FROM};
use crate::{Forum, Missing};
use base::fact::Digest32;
use base::time::Hour;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The form of the file.
pub const FORMAT: &str = "langnghe-votes-1";

/// The publication of a forum's votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The entry that published them.
    pub seq: u64,
    /// The hour.
    pub at: Hour,
    /// Entries that were folded.
    pub votes: u64,
    /// SHA-256 of the result file.
    pub result: Digest32,
}

#[derive(Serialize)]
struct File {
    format: &'static str,
    forum: base::number::ForumNo,
    votes: u64,
    answers: u64,
    voices: FileVoices,
    opinions: Vec<FileOpinion>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rows: Option<FileRows>,
}

#[derive(Serialize)]
struct FileVoices {
    verified: u32,
    self_drawn: u32,
}

#[derive(Serialize)]
struct FileOpinion {
    number: u32,
    answers: u32,
    #[serde(skip_serializing_if = "Option::is_none", flatten)]
    counts: Option<FileCounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<FileCounts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    self_drawn: Option<FileCounts>,
}

#[derive(Serialize)]
struct FileCounts {
    agree: u32,
    disagree: u32,
    pass: u32,
}

/// One text a voice, one letter an opinion: `a`, `d`, `p`, or `-` where it said nothing.
#[derive(Serialize)]
struct FileRows {
    opinions: Vec<u32>,
    voices: Vec<String>,
}

fn counts(shown: small_numbers::Shown) -> Option<FileCounts> {
    shown.counts().map(|counts| FileCounts {
        agree: counts.agree,
        disagree: counts.disagree,
        pass: counts.pass,
    })
}

/// The result file, JSON.
pub fn file(forum: &Forum) -> String {
    let tallies = &forum.votes.tallies;
    let opinions = tallies.iter().map(|(number, tally)| {
        let all = small_numbers::closed(tally.all());
        let [verified, self_drawn] =
            small_numbers::apart(tally.verified, tally.drawn).map_or([None, None], |apart| apart.map(counts));
        FileOpinion {
            number: *number,
            answers: all.answers(),
            counts: counts(all),
            verified,
            self_drawn,
        }
    });
    let file = File {
        format: FORMAT,
        forum: forum.no,
        votes: forum.votes.entries,
        answers: forum.votes.answers,
        voices: FileVoices {
            verified: forum.voices.verified_count,
            self_drawn: forum.voices.drawn_count(),
        },
        opinions: opinions.collect(),
        rows: (forum.voices.count() >= ROWS_FROM).then(|| rows(forum)),
    };
    // Numbers, letters and names of fields only: writing it cannot fail.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Columns with small numbers are left out: their counts could be had from the rows.
fn rows(forum: &Forum) -> FileRows {
    let large = forum
        .votes
        .tallies
        .iter()
        .filter(|(_, tally)| tally.all().answers() >= COUNTS_FROM);
    let opinions: Vec<u32> = large.map(|(number, _)| *number).collect();
    let letter = |voice: u32, opinion: u32| match forum.votes.get(voice, opinion) {
        Some(Choice::Agree) => 'a',
        Some(Choice::Disagree) => 'd',
        Some(Choice::Pass) => 'p',
        None => '-',
    };
    let row = |voice: u32| {
        opinions
            .iter()
            .map(|opinion| letter(voice, *opinion))
            .collect::<String>()
    };
    let mut voices: Vec<String> = (1..=forum.voices.count()).map(row).collect();
    voices.sort();
    FileRows { opinions, voices }
}

/// SHA-256 of the result file.
pub fn digest(forum: &Forum) -> Digest32 {
    Digest32(Sha256::digest(file(forum)).into())
}

/// What is recorded when votes are counted for good.
pub(crate) fn publication(forum: &Forum) -> VotesPublished {
    VotesPublished {
        forum: forum.no,
        votes: forum.votes.entries,
        verified: forum.voices.verified_count,
        drawn: forum.voices.drawn_count(),
        result: digest(forum),
    }
}

/// Takes the publication in. Whether the file is the one it names is asked by whoever verifies, with [`digest`].
pub(crate) fn apply(forum: &mut Forum, seq: u64, at: Hour, e: &VotesPublished) -> Result<(), Missing> {
    let publication = Publication {
        seq,
        at,
        votes: e.votes,
        result: e.result,
    };
    let again = forum.votes_published.is_some();
    forum.votes_published.get_or_insert(publication);
    let told = (e.votes, e.verified, e.drawn);
    let known = (
        forum.votes.entries,
        forum.voices.verified_count,
        forum.voices.drawn_count(),
    );
    if again || told != known { Err(Missing) } else { Ok(()) }
}
