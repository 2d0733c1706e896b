//! ARCHITECTURE.md names every crate and no path that is not there; GLOSSARY.md knows the nouns of every kind.

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
}
