//! Published opinions that say nearly what another text says.
//!
//! The index is derived from the public words alone. It is made when somebody asks, follows the forum's revision, and is
//! dropped when others need the room: nothing but time is lost.

use base::fact::SealedRef;
use base::number::ForumNo;
use forum::events::STATEMENT;
use forum::{Forum, OpinionState};
use search::similar::{Likeness, Similar, WORTH_SHOWING};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use web_scene::{Scene, Shown};

/// Forums whose index is kept.
const FORUMS_MAX: usize = 4;
/// Opinions of a forum that are compared, those with the highest numbers.
const OPINIONS_MAX: usize = 20_000;

/// Indexes of forums, shared by all requests.
#[derive(Clone, Default)]
pub(crate) struct Nearby(Arc<Mutex<BTreeMap<ForumNo, Index>>>);

#[derive(Default)]
struct Index {
    /// The forum's revision it follows.
    rev: u64,
    /// Entries of the opinions in it.
    known: BTreeSet<u64>,
    texts: Similar,
}

impl Index {
    /// Takes in what became public, and lets go what ceased to be.
    fn follow(&mut self, scene: &Scene, forum: &Forum) {
        if self.rev == forum.rev {
            return;
        }
        let newest = forum.published.values().rev().take(OPINIONS_MAX).copied();
        let public: BTreeSet<u64> = newest.filter(|seq| !words(scene, *seq).is_empty()).collect();
        for gone in self.known.difference(&public) {
            self.texts.remove(*gone);
        }
        for fresh in public.difference(&self.known) {
            // The bound above is far below what an index takes.
            let _ = self.texts.insert(*fresh, words(scene, *fresh));
        }
        (self.known, self.rev) = (public, forum.rev);
    }
}

fn words(scene: &Scene, seq: u64) -> &str {
    match scene.shown(SealedRef::new(seq, STATEMENT)) {
        Shown::Words(words) => words,
        _ => "",
    }
}

impl Nearby {
    /// Published opinions of a forum worth showing to someone who wrote this: number and entry, the nearest first.
    pub(crate) fn to(&self, scene: &Scene, forum: &Forum, text: &str, at_most: usize) -> Vec<(u32, u64)> {
        let found = self.nearest(scene, forum, text, at_most);
        let worth = found.into_iter().filter(|(_, likeness)| *likeness >= WORTH_SHOWING);
        let opinions = &scene.world().forums.opinions;
        let number = |seq: u64| match opinions.get(&seq).map(|opinion| opinion.state) {
            Some(OpinionState::Published(number)) => Some((number, seq)),
            _ => None,
        };
        worth.filter_map(|(seq, _)| number(seq)).collect()
    }

    fn nearest(&self, scene: &Scene, forum: &Forum, text: &str, at_most: usize) -> Vec<(u64, Likeness)> {
        if forum.published.is_empty() {
            return Vec::new();
        }
        let mut indexes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if indexes.len() >= FORUMS_MAX && !indexes.contains_key(&forum.no) {
            // The oldest forum is asked about least.
            indexes.pop_first();
        }
        let index = indexes.entry(forum.no).or_default();
        index.follow(scene, forum);
        index.texts.nearest(text, at_most)
    }
}
