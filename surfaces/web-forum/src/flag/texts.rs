//! The public words of an entry, beside the report of them.

use super::FlagWords;
use base::fact::SealedRef;
use base::number::{ForumNo, opinion_label};
use forum::events::{REASONS, STATEMENT};
use forum::{Opinion, OpinionState};
use std::collections::{BTreeMap, BTreeSet};
use web_kit::{Html, href};
use web_scene::said::said;
use web_scene::{Scene, address};

/// Paragraphs of an entry that are shown: a section of a report may have many.
const PARAGRAPHS_MAX: usize = 12;

/// A reported text.
#[derive(Clone, Default)]
pub(super) struct Reported {
    /// What it is called and where it stands.
    pub(super) place: Option<(String, String)>,
    /// Its public words.
    pub(super) words: Vec<Html>,
    /// The forum and number of a published opinion: such a text can be taken down here.
    pub(super) opinion: Option<(ForumNo, u32)>,
}

impl Reported {
    /// Anyone may read something of it now.
    pub(super) fn is_public(&self) -> bool {
        !self.words.is_empty()
    }
}

/// What is public of each of these entries.
pub(super) fn reported(scene: &Scene, entries: &BTreeSet<u64>) -> BTreeMap<u64, Reported> {
    let opinions = &scene.world().forums.opinions;
    let is_other = |entry: &&u64| !opinions.contains_key(*entry);
    let others: BTreeSet<u64> = entries.iter().filter(is_other).copied().collect();
    let mut all: BTreeMap<u64, Reported> = entries.iter().map(|entry| (*entry, Reported::default())).collect();
    if !others.is_empty() {
        let words = scene.texts().iter().filter(|(at, _)| others.contains(&at.seq));
        for (at, _) in words {
            if let Some(one) = all.get_mut(&at.seq).filter(|one| one.words.len() < PARAGRAPHS_MAX) {
                one.words.push(said(scene, at, "voice"));
                one.place = match scene.world().forum_of_entry(at.seq) {
                    Some(no) => Some(of_forum(scene, no)),
                    None => of_article(scene, at.seq),
                };
            }
        }
    }
    for entry in entries {
        if let Some(opinion) = opinions.get(entry) {
            all.insert(*entry, of_opinion(scene, *entry, opinion));
        }
    }
    all
}

fn of_forum(scene: &Scene, no: ForumNo) -> (String, String) {
    (no.label(), href(scene.lang, &address::forum(no)))
}

/// The article a text of no forum belongs to, if it belongs to one.
fn of_article(scene: &Scene, entry: u64) -> Option<(String, String)> {
    let article = scene.world().portal.article_of_entry(entry)?;
    let link = href(scene.lang, &address::article_desk(article.no));
    Some((FlagWords(scene.lang).article(article.no), link))
}

fn of_opinion(scene: &Scene, seq: u64, opinion: &Opinion) -> Reported {
    let place = |number: u32| {
        let link = href(scene.lang, &address::opinion(opinion.forum, number));
        Some((opinion_label(number), link))
    };
    match opinion.state {
        OpinionState::Published(number) => {
            let mut words = vec![said(scene, SealedRef::new(seq, STATEMENT), "say")];
            if opinion.has_reasons {
                words.push(said(scene, SealedRef::new(seq, REASONS), "voice gap-s"));
            }
            Reported {
                place: place(number),
                words,
                opinion: Some((opinion.forum, number)),
            }
        }
        OpinionState::TakenDown(number, _) => Reported {
            place: place(number),
            ..Reported::default()
        },
        // What was never published is nobody's to know of.
        _ => Reported::default(),
    }
}
