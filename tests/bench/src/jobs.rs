//! Real commands: opinions as the public page makes them, votes as a voice casts them.

use crate::office::{Office, forum};
use base::code::ReceiptCode;
use base::fact::{Actor, Digest32};
use forum::events::Choice;
use forum::opinion::{Subject, TypedSignature, Words};
use forum::voice::VoiceSecret;
use ledger::Once;
use world::Command;

/// Votes of each voice, an opinion each.
pub const VOTES_A_VOICE: u32 = 50;
/// Voices answer in this order, so that tallies hold all three.
const CHOICES: [Choice; 4] = [Choice::Agree, Choice::Disagree, Choice::Agree, Choice::Pass];

/// One command with who gives it and its idempotency key.
pub struct Job {
    /// Who.
    pub actor: Actor,
    /// What.
    pub command: Command,
    /// Its key.
    pub once: Once,
}

/// A statement of about 150 characters, as people write.
pub fn statement(number: u64) -> String {
    format!(
        "Cổng số {number} giờ tan tầm chỉ có một người gác, xe máy ra vào không ai hỏi giấy; đề nghị thêm một vị trí gác \
         từ 16 giờ 30 đến 18 giờ và kẻ lại vạch dừng."
    )
}

/// An opinion; `by` tells writers apart that number theirs alike.
///
/// # Errors
/// The words break a rule, which they do not.
pub fn opinion(office: &Office, by: &str, number: u64) -> Result<Job, String> {
    let key = format!("bench-{by}-{number}");
    let statement = statement(number);
    let words = Words::read(&statement, "", TypedSignature::None).map_err(|why| format!("{why:?}"))?;
    let code = ReceiptCode::from_bits(&office.receipt_bits(&key));
    Ok(Job {
        actor: Actor::Anyone,
        once: office.once(&key, statement.as_bytes()),
        command: Command::SubmitOpinion {
            forum: forum()?,
            words,
            subject: Subject::default(),
            receipt: Digest32(code.hash()),
        },
    })
}

/// The vote of this number: voices come one after another, and each answers so many opinions.
///
/// # Errors
/// There is no such forum.
pub fn vote(office: &Office, number: u64) -> Result<Job, String> {
    let forum = forum()?;
    let (voice, opinion) = (number / u64::from(VOTES_A_VOICE), number % u64::from(VOTES_A_VOICE));
    let mut secret = [0; 16];
    secret[..8].copy_from_slice(&voice.to_be_bytes());
    let pseudonym = VoiceSecret(secret).pseudonym(forum);
    let choice = CHOICES[(voice + opinion) as usize % CHOICES.len()];
    let sent = format!("{forum} {pseudonym} {opinion} {}", choice.as_str());
    Ok(Job {
        actor: Actor::Anyone,
        once: office.once(&format!("bench-vote-{number}"), sent.as_bytes()),
        command: Command::CastVote {
            forum,
            pseudonym,
            opinion: opinion as u32 + 1,
            choice,
        },
    })
}
