//! Opinions that are nearly the same text, beside each other: for the reader to see that they came in bulk. They are
//! never merged, and each is read on its own.

use crate::opinion::Nearby;
use base::fact::SealedRef;
use forum::Forum;
use forum::events::STATEMENT;
use search::similar::is_same;
use std::collections::BTreeMap;
use web_scene::{App, Scene};

/// Opinions that wait and are compared with each other, the oldest ones.
const COMPARED_MAX: usize = 200;
/// Published opinions that one is compared with.
const PUBLISHED_MAX: usize = 8;

/// The words of what waits, by entry.
pub(super) struct Alike<'a> {
    waiting: BTreeMap<u64, String>,
    scene: &'a Scene,
    forum: &'a Forum,
    nearby: &'a Nearby,
}

/// What is nearly the same as one opinion.
#[derive(Default)]
pub(super) struct Others {
    /// Entries of those that wait.
    pub(super) waiting: Vec<u64>,
    /// Numbers of those that are published.
    pub(super) published: Vec<u32>,
}

impl Others {
    /// All of them together with the one they are like.
    pub(super) fn together(&self) -> usize {
        self.waiting.len() + self.published.len() + 1
    }
}

impl<'a> Alike<'a> {
    /// Reads what waits. Whoever calls this has checked that the viewer may read it.
    pub(super) fn among(app: &App, scene: &'a Scene, forum: &'a Forum, nearby: &'a Nearby) -> Alike<'a> {
        let waiting = forum.held.iter().take(COMPARED_MAX);
        let words = |seq: &u64| Some((*seq, app.private_words(SealedRef::new(*seq, STATEMENT))?));
        Alike {
            waiting: waiting.filter_map(words).collect(),
            scene,
            forum,
            nearby,
        }
    }

    /// What is nearly the same as this one.
    pub(super) fn to(&self, seq: u64, words: &str) -> Others {
        let others = self.waiting.iter().filter(|(other, _)| **other != seq);
        let waiting = others.filter(|(_, text)| is_same(words, text)).map(|(other, _)| *other);
        let near = self.nearby.to(self.scene, self.forum, words, PUBLISHED_MAX);
        let same = |entry: u64| is_same(words, self.scene.shown(SealedRef::new(entry, STATEMENT)).words());
        let published = near
            .into_iter()
            .filter(|(_, entry)| same(*entry))
            .map(|(number, _)| number);
        Others {
            waiting: waiting.collect(),
            published: published.collect(),
        }
    }
}
