//! Shared by the tests of the forum: the slice alone, with numbers and hours given by hand.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

pub mod hall;

use base::fact::{Digest32, Entropy, PersonId, Proposed};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::announce::{self, Announcement};
use forum::opinion::{self, Subject, TypedSignature, Words};
use forum::{Event, Forums, Refusal, publication};

/// Who announces and opens.
pub const SECRETARY: PersonId = PersonId(2);
/// The mandate under which opinions are read.
pub const MANDATE: u32 = 3;

pub fn minute(text: &str) -> Minute {
    text.parse().unwrap()
}

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn no(number: u8) -> ForumNo {
    ForumNo::new(2020, number).unwrap()
}

pub fn receipt(number: u16) -> Digest32 {
    let mut bytes = [0; 32];
    bytes[..2].copy_from_slice(&number.to_be_bytes());
    Digest32(bytes)
}

pub fn words(statement: &str) -> Words {
    Words::read(statement, "", TypedSignature::None).unwrap()
}

pub fn announcement(number: u8, closes: &str) -> Announcement {
    Announcement {
        forum: no(number),
        title: "Diễn đàn công an lắng nghe".into(),
        purpose: None,
        chair: None,
        force: None,
        closes: date(closes),
        day: date("2020-12-31"),
    }
}

/// Forums, and what is needed to record about them.
pub struct Desk {
    pub forums: Forums,
    pub now: Minute,
    pub entropy: Entropy,
    seq: u64,
}

impl Desk {
    pub fn new(now: &str) -> Self {
        Desk {
            forums: Forums::default(),
            now: minute(now),
            entropy: Entropy::new([1; 32]),
            seq: 0,
        }
    }

    /// With the first forum open until the end of March.
    pub fn open(now: &str) -> Self {
        let mut desk = Desk::new(now);
        desk.announce(1, "2020-03-31").unwrap();
        desk.open_forum(1).unwrap();
        desk
    }

    pub fn take(&mut self, proposed: Proposed<Event>) -> u64 {
        let seq = self.seq;
        self.forums.apply(seq, self.now.hour(), &proposed.event).unwrap();
        self.seq += 1;
        seq
    }

    pub fn announce(&mut self, number: u8, closes: &str) -> Result<u64, Refusal> {
        let what = announcement(number, closes);
        let proposed = announce::announce(&self.forums, &mut self.entropy, self.now, SECRETARY, &what)?;
        Ok(self.take(proposed))
    }

    pub fn open_forum(&mut self, number: u8) -> Result<u64, Refusal> {
        let proposed = announce::open(&self.forums, &mut self.entropy, self.now, SECRETARY, no(number))?;
        Ok(self.take(proposed))
    }

    pub fn submit(&mut self, number: u16) -> Result<u64, Refusal> {
        let words = words(&format!("Đề nghị chiếu sáng cổng số {number}"));
        let (forums, entropy) = (&self.forums, &mut self.entropy);
        let what = (&words, Subject::default());
        let read_by = self.now.office_date().add_days(1);
        let proposed = opinion::submit(forums, entropy, self.now, no(1), what, receipt(number), read_by)?;
        Ok(self.take(proposed))
    }

    pub fn clear(&mut self, opinion: u64) -> Result<u64, Refusal> {
        let proposed = opinion::clear(&self.forums, MANDATE, opinion)?;
        Ok(self.take(proposed))
    }

    /// Submits and clears so many.
    pub fn cleared(&mut self, count: u16) -> Vec<u64> {
        let first = self.forums.opinions.len() as u16;
        let opinions: Vec<u64> = (first..first + count)
            .map(|number| self.submit(number).unwrap())
            .collect();
        for opinion in &opinions {
            self.clear(*opinion).unwrap();
        }
        opinions
    }

    /// What is due now, recorded.
    pub fn tick(&mut self) -> Vec<Event> {
        let due = publication::due(&self.forums, &mut self.entropy, self.now);
        due.into_iter()
            .map(|proposed| {
                let event = proposed.event.clone();
                self.take(proposed);
                event
            })
            .collect()
    }

    /// The opinions of the batch that is due now, in the order of their numbers; empty if none is.
    pub fn batch(&mut self) -> Vec<u64> {
        let batches = self.tick().into_iter().filter_map(|event| match event {
            Event::OpinionsPublished(e) => Some(e.opinions),
            _ => None,
        });
        batches.flatten().map(|one| one.opinion).collect()
    }
}
