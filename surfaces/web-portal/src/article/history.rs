//! What became of an article since it was published: corrections and withdrawals, each with its day, reason and who
//! decided, by role.

use super::address;
use super::words::ArticleWords;
use base::fact::SealedRef;
use portal::{Act, Article, PublicArticle, Revision, Withdrawal};
use web_kit::{Html, href};
use web_scene::said::said;
use web_scene::{Names, Scene};

/// A correction or a withdrawal.
pub struct Change {
    /// What was done, when, by whom.
    pub what: String,
    /// What a correction changed, or why the article was withdrawn.
    pub words: Html,
    /// The revision before, and the two compared; a withdrawal has none.
    pub links: Vec<(String, &'static str)>,
    entry: u64,
}

/// The address of a published revision, without `/en`.
pub fn revision_path(scene: &Scene, one: PublicArticle<'_>, revision: u32) -> String {
    format!("{}/ban/{revision}", address::path(scene, one))
}

/// The address where a revision is compared with another one, without `/en`.
pub fn compared_path(scene: &Scene, one: PublicArticle<'_>, revision: u32, with: u32) -> String {
    format!("{}?so-voi={with}", revision_path(scene, one, revision))
}

/// The role in which something was done; empty when the record names no mandate.
pub fn role(scene: &Scene, act: Act) -> &'static str {
    let mandates = &scene.world().people.mandates;
    let mandate = act.mandate.and_then(|number| mandates.get(&number));
    mandate.map_or("", |mandate| Names(scene.lang).role(mandate.role))
}

/// Everything that happened to an article after it was first published, the newest first; the withdrawal that stands is
/// not among it.
pub fn changes(scene: &Scene, one: PublicArticle<'_>) -> Vec<Change> {
    let article = one.article;
    // The one that stands is told by the banner.
    let standing = article.withdrawn().map(|last| last.act.entry);
    let earlier = article.withdrawals.iter().filter(|one| Some(one.act.entry) != standing);
    let mut changes: Vec<Change> = corrections(article)
        .filter_map(|(before, after)| correction(scene, one, before, after))
        .chain(earlier.map(|one| taken_back(scene, one)))
        .collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.entry));
    changes
}

/// Published revisions, each with the one before it.
fn corrections(article: &Article) -> impl Iterator<Item = (&Revision, &Revision)> {
    article.history().zip(article.history().skip(1))
}

/// The day of the last correction.
pub fn last_corrected(article: &Article) -> Option<base::time::Date> {
    let last = corrections(article).last()?.1;
    last.published.map(|act| act.at.office_date())
}

fn correction(scene: &Scene, one: PublicArticle<'_>, before: &Revision, after: &Revision) -> Option<Change> {
    let w = ArticleWords(scene.lang);
    let (act, note) = (after.published?, after.note?);
    let link = |path: String, words| (href(scene.lang, &path), words);
    Some(Change {
        what: w.corrected_on(act.at.office_date(), role(scene, act)),
        words: words(scene, note),
        links: vec![
            link(revision_path(scene, one, before.no), w.see_before()),
            link(compared_path(scene, one, after.no, before.no), w.compare_before()),
        ],
        entry: act.entry,
    })
}

fn taken_back(scene: &Scene, one: &Withdrawal) -> Change {
    let w = ArticleWords(scene.lang);
    Change {
        what: w.taken_back(one.act.at.office_date(), role(scene, one.act)),
        words: words(scene, one.reason),
        links: Vec::new(),
        entry: one.act.entry,
    }
}

fn words(scene: &Scene, at: SealedRef) -> Html {
    said(scene, at, "gap-s")
}
