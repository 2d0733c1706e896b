//! ARCHITECTURE.md names every crate and no path that is not there, neither in its text nor in its drawings; GLOSSARY.md knows the nouns of every kind.

use super::Finding;
use super::kinds;
use super::manifest;
use super::tree::{SourceFile, Tree};

const MAP: &str = "ARCHITECTURE.md";
const GLOSSARY: &str = "GLOSSARY.md";

/// Findings in both pages; a page that is missing is one.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    match tree.file(MAP) {
        None => findings.push(Finding::new(
            MAP,
            1,
            "is not there: draw the crates and say what each is for",
        )),
        Some(map) => {
            for manifest in manifest::all(tree) {
                if !has_word(&map.text, &manifest.name) {
                    findings.push(Finding::new(
                        MAP,
                        1,
                        format!("does not name the crate `{}`", manifest.name),
                    ));
                }
            }
            findings.extend(missing_paths(tree, map));
            findings.extend(missing_in_drawings(tree, map));
        }
    }
    let nouns = nouns(tree);
    match tree.file(GLOSSARY) {
        None => findings.push(Finding::new(
            GLOSSARY,
            1,
            "is not there: list the words of both languages",
        )),
        Some(glossary) => {
            let text = glossary.text.to_lowercase();
            for (noun, kind) in nouns {
                if !text.contains(noun.trim_end_matches('s')) {
                    findings.push(Finding::new(
                        GLOSSARY,
                        1,
                        format!("does not explain \"{noun}\" (kind `{kind}`)"),
                    ));
                }
            }
        }
    }
    findings
}

/// Whether a name stands in a text with no letter, digit or hyphen beside it.
fn has_word(text: &str, name: &str) -> bool {
    let beside = |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
    text.match_indices(name)
        .any(|(at, _)| !beside(text[..at].chars().next_back()) && !beside(text[at + name.len()..].chars().next()))
}

/// Paths in backticks that begin with a folder of the root but lead nowhere.
fn missing_paths(tree: &Tree, map: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in map.text.lines().enumerate() {
        for quoted in line.split('`').skip(1).step_by(2) {
            let is_path =
                quoted.contains('/') && quoted.chars().all(|c| c.is_ascii_alphanumeric() || "/._-*".contains(c));
            let first = quoted.split('/').next().unwrap_or_default();
            if !is_path || !tree.exists(first) || first.is_empty() {
                continue;
            }
            // `domain/*` is as good as its folder.
            let fixed = quoted.split('*').next().unwrap_or_default().trim_end_matches('/');
            if !tree.exists(fixed) {
                findings.push(Finding::new(&map.path, number + 1, format!("`{quoted}` is not there")));
            }
        }
    }
    findings
}

/// Names in the drawings of the tree, which are blocks of code without a language: a name with a slash leads somewhere
/// from what is drawn above it with less indentation, from the first name of its line, or from the root.
fn missing_in_drawings(tree: &Tree, map: &SourceFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut fence: Option<bool> = None;
    let mut above: Vec<(usize, String)> = Vec::new();
    for (number, line) in map.text.lines().enumerate() {
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fence = match fence {
                None => Some(language.trim().is_empty() || language.trim() == "text"),
                Some(_) => None,
            };
            above.clear();
            continue;
        }
        let drawn = line.trim_start_matches(|c: char| c.is_whitespace() || "│├└─|`".contains(c));
        if fence != Some(true) || drawn.is_empty() {
            continue;
        }
        let column = line.chars().count() - drawn.chars().count();
        above.retain(|(indent, _)| *indent < column);
        let parent = above.last().map(|(_, path)| path.clone()).unwrap_or_default();
        let mut first = String::new();
        for (place, word) in drawn.split_whitespace().enumerate() {
            let name = word.trim_matches(|c: char| "`,;:()".contains(c)).trim_end_matches('.');
            if !is_drawn_path(name) {
                continue;
            }
            let below = |folder: &str| format!("{folder}/{}", name.trim_end_matches('/'));
            let candidates = [below(&parent), below(&first), below("")];
            let mut candidates = candidates.iter().map(|path| path.trim_start_matches('/'));
            let found = candidates.find(|path| tree.exists(path)).map(str::to_owned);
            if found.is_none() {
                findings.push(Finding::new(
                    &map.path,
                    number + 1,
                    format!("`{name}` is drawn and is not there"),
                ));
            }
            if place == 0 {
                first = found.unwrap_or_else(|| below(&parent).trim_start_matches('/').to_owned());
                above.push((column, first.clone()));
            }
        }
    }
    findings
}

/// Whether a word of a drawing is a path: not an address of the site (`/so-cai`), not a command (`./x`).
fn is_drawn_path(word: &str) -> bool {
    word.contains('/')
        && !word.starts_with(['/', '.'])
        && word.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c))
}

/// The nouns in the names of kinds: the slice, and what comes before the participle in a name of two words.
fn nouns(tree: &Tree) -> Vec<(String, String)> {
    let mut nouns = Vec::new();
    for kind in kinds::names(tree) {
        let (slice, act) = kind.split_once('.').unwrap_or((&kind, ""));
        nouns.push((slice.to_owned(), kind.clone()));
        if let Some((noun, "")) = act
            .rsplit_once('_')
            .map(|(noun, last)| (noun, if last.ends_with("ed") { "" } else { last }))
            && !noun.contains('_')
        {
            nouns.push((noun.to_owned(), kind.clone()));
        }
    }
    nouns.sort();
    nouns.dedup_by(|one, other| one.0 == other.0);
    nouns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_pages_leave_out_is_found() {
        let events = "pub struct A(u8);\nkinds! { pub enum E { \"forum.opinion_submitted\" public => A } }";
        let map =
            "`web-kit` draws; `domain/forum/src/gone.rs` is old, `domain/*` and `POST /log/x` are not paths to miss.";
        let tree = Tree::of(&[
            ("domain/forum/Cargo.toml", "[package]\nname = \"web\""),
            ("domain/forum/src/events.rs", events),
            (MAP, map),
            (GLOSSARY, "Forum: diễn đàn"),
        ]);
        let found: Vec<String> = check(&tree).into_iter().map(|finding| finding.what).collect();
        assert_eq!(
            found,
            [
                "does not name the crate `web`",
                "`domain/forum/src/gone.rs` is not there",
                "does not explain \"opinion\" (kind `forum.opinion_submitted`)"
            ]
        );
        assert_eq!(check(&Tree::of(&[])).len(), 2);
    }

    #[test]
    fn what_is_drawn_and_not_there_is_found() {
        let map = "```\nsurfaces/    how people reach it, /so-cai and ./x\n  web/  screens\n    gone.rs is no path, opinion/list.rs is, opinion/gone.rs too\n\
                   domain/\n├── people/  forum/\n└── duty/\n    plans/  domain/people\ntests/   crash/ load/\n```\nnot/drawn\n```rust\nnot/a/drawing\n```\n";
        let tree = Tree::of(&[
            ("surfaces/web/opinion/list.rs", ""),
            ("domain/people/a.rs", ""),
            ("domain/forum/a.rs", ""),
            ("tests/crash/a.rs", ""),
            (MAP, map),
            (GLOSSARY, ""),
        ]);
        let found: Vec<(usize, String)> = check(&tree)
            .into_iter()
            .map(|finding| (finding.line, finding.what))
            .collect();
        let wanted = [(4, "opinion/gone.rs"), (7, "duty/"), (8, "plans/"), (9, "load/")];
        assert_eq!(
            found,
            wanted.map(|(line, name)| (line, format!("`{name}` is drawn and is not there")))
        );
    }
}
