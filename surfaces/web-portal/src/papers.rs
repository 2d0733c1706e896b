//! Documents of all forums, conclusions among them.

use crate::forum_line::Done;
use crate::words::PortalWords;
use base::time::Date;
use forum::Forum;
use web_kit::href;
use web_scene::{ForumNames, Scene, address};

/// A document in short.
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// Where it is, in the page's language.
    pub href: String,
    /// What sort it is, and the day it bears.
    pub meta: String,
}

/// Every document that stands, the newest day first.
pub fn all(scene: &Scene) -> Vec<Paper> {
    let forums = scene.world().forums.forums.values().rev();
    let mut papers: Vec<(Date, u64, Paper)> = forums.flat_map(|forum| papers(scene, forum)).collect();
    papers.sort_by_key(|(day, entry, _)| std::cmp::Reverse((*day, *entry)));
    papers.into_iter().map(|(.., paper)| paper).collect()
}

fn papers(scene: &Scene, forum: &Forum) -> Vec<(Date, u64, Paper)> {
    let (w, lang) = (PortalWords(scene.lang), scene.lang);
    let mut papers = Vec::new();
    let concluded = forum.conclusion.as_ref().and_then(|one| one.concluded.as_ref());
    if let Some(concluded) = concluded {
        let clauses = Done::of(forum, scene.today).clauses;
        let paper = Paper {
            title: w.conclusion_of(&forum.no.label()),
            href: href(lang, &address::conclusion(forum.no)),
            meta: w.conclusion_meta(concluded.date, forum.directives.len(), clauses),
        };
        papers.push((concluded.date, concluded.seq, paper));
    }
    for (no, document) in forum.documents.iter().filter(|(_, one)| one.recalled.is_none()) {
        let title = scene.shown(document.title).words();
        if !title.is_empty() {
            let paper = Paper {
                title: title.to_owned(),
                href: href(lang, &address::document(forum.no, *no)),
                meta: w.document_meta(ForumNames(lang).document(document.sort), document.date),
            };
            papers.push((document.date, document.seq, paper));
        }
    }
    papers
}
