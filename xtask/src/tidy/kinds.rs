//! Kinds of entries are frozen: `schemas/kinds.lock` keeps the shape of each as a hash, and a changed meaning is a new kind.
//!
//! The hash is SHA-256 over the tokens of the event's struct or enum, and of every struct and enum of the same slice that it
//! names, in turn. Comments, documentation, derived traits and spaces do not count; names of fields, types and serde's attributes do.

use super::Finding;
use super::rust::{self, Item, Kind, Token, closing, starts};
use super::tree::Tree;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Where the hashes are.
pub const LOCK: &str = "schemas/kinds.lock";

/// What the lock file says about itself.
const HEADER: &str = "# Kinds of entries and the hash of their shape. Written by `cargo xtask kinds --write`, which only adds: a changed meaning is a new kind.\n";

/// A kind as the sources declare it.
#[derive(Debug)]
pub struct Declared {
    /// File and line of the declaration.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// `public` or `private`.
    pub privacy: String,
    /// Hash of its shape, in hex.
    pub hash: String,
}

/// A line of the lock file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// `public` or `private`.
    pub privacy: String,
    /// Hash of its shape, in hex.
    pub hash: String,
    /// Line, from 1.
    pub line: usize,
}

/// Whether this file declares events: an `events.rs`, or a file of an `events` folder, under `domain/`.
pub fn is_events(path: &str) -> bool {
    path.starts_with("domain/")
        && path.ends_with(".rs")
        && (path.ends_with("/events.rs") || path.contains("/src/events/"))
}

/// Findings: a kind that is not locked, changed, or gone.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let declared = declared(tree, &mut findings);
    let locked = locked(tree, &mut findings);
    for (name, kind) in &declared {
        match locked.get(name) {
            None => {
                let what = format!("`{name}` is new: cargo xtask kinds --write");
                findings.push(Finding::new(&kind.path, kind.line, what));
            }
            Some(lock) if lock.hash != kind.hash || lock.privacy != kind.privacy => {
                let what = format!("`{name}` has another shape than {LOCK}: a changed meaning is a new kind");
                findings.push(Finding::new(&kind.path, kind.line, what));
            }
            Some(_) => {}
        }
    }
    for (name, lock) in locked.iter().filter(|(name, _)| !declared.contains_key(*name)) {
        let what = format!("`{name}` is declared nowhere: entries of this kind exist for ever, its reader stays");
        findings.push(Finding::new(LOCK, lock.line, what));
    }
    findings
}

/// The lock file with the new kinds of the tree added, and how many those are; refused when an old one has changed.
pub fn with_new(tree: &Tree) -> Result<(String, usize), Vec<Finding>> {
    let mut findings = Vec::new();
    let declared = declared(tree, &mut findings);
    let mut locked = locked(tree, &mut findings);
    findings.extend(
        check(tree)
            .into_iter()
            .filter(|finding| !finding.what.ends_with("--write") && !findings.contains(finding))
            .collect::<Vec<_>>(),
    );
    if !findings.is_empty() {
        return Err(findings);
    }
    let before = locked.len();
    for (name, kind) in declared {
        locked.entry(name).or_insert(Locked {
            privacy: kind.privacy,
            hash: kind.hash,
            line: 0,
        });
    }
    let mut text = HEADER.to_owned();
    for (name, kind) in &locked {
        text.push_str(&format!("{name} {} {}\n", kind.privacy, kind.hash));
    }
    Ok((text, locked.len() - before))
}

fn locked(tree: &Tree, findings: &mut Vec<Finding>) -> BTreeMap<String, Locked> {
    let mut locked = BTreeMap::new();
    let text = tree.file(LOCK).map_or("", |file| file.text.as_str());
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    {
        let words: Vec<&str> = line.split(' ').collect();
        if let [name, privacy @ ("public" | "private"), hash] = words[..] {
            let lock = Locked {
                privacy: privacy.to_owned(),
                hash: hash.to_owned(),
                line: number + 1,
            };
            locked.insert(name.to_owned(), lock);
        } else {
            findings.push(Finding::new(LOCK, number + 1, "a line is `kind public|private hash`"));
        }
    }
    locked
}

/// Every kind of every `kinds!` in the domain, by name.
pub fn declared(tree: &Tree, findings: &mut Vec<Finding>) -> BTreeMap<String, Declared> {
    let mut files = Vec::new();
    for file in tree.files.iter().filter(|file| is_events(&file.path)) {
        match rust::product_tokens(file) {
            Ok(tokens) => files.push((file.path.as_str(), tokens)),
            Err(finding) => findings.push(finding),
        }
    }
    let mut kinds = BTreeMap::new();
    for (path, tokens) in &files {
        // All files of the slice's events: an event may name an enum of a sibling.
        let same_slice = |other: &str| slice(other) == slice(path);
        let items: Vec<Item<'_>> = files
            .iter()
            .filter(|(other, _)| same_slice(other))
            .flat_map(|(_, tokens)| rust::items(tokens))
            .collect();
        for entry in entries(tokens) {
            let name = entry[0].text.clone();
            let event = &entry[3].text;
            if !items.iter().any(|item| item.name == event) {
                let what = format!("`{event}` of kind `{name}` is not a struct or enum of this slice's events");
                findings.push(Finding::new(path, entry[0].line, what));
                continue;
            }
            let kind = Declared {
                path: (*path).to_owned(),
                line: entry[0].line,
                privacy: entry[1].text.clone(),
                hash: hash(event, &items),
            };
            if kinds.insert(name.clone(), kind).is_some() {
                findings.push(Finding::new(path, entry[0].line, format!("`{name}` is declared twice")));
            }
        }
    }
    kinds
}

/// `domain/<slice>`.
fn slice(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}

/// Each `"name" privacy => Event` of a `kinds!`.
fn entries(tokens: &[Token]) -> Vec<&[Token]> {
    let mut entries = Vec::new();
    for at in 0..tokens.len() {
        if !starts(tokens, at, &["kinds", "!"]) {
            continue;
        }
        let end = closing(tokens, at + 2);
        for entry in (at + 2..end).filter_map(|start| tokens.get(start..start + 4)) {
            if entry[0].kind == Kind::Text
                && entry[1].kind == Kind::Word
                && entry[2].is("=>")
                && entry[3].kind == Kind::Word
            {
                entries.push(entry);
            }
        }
    }
    entries
}

fn hash(event: &str, items: &[Item<'_>]) -> String {
    let mut wanted = vec![event];
    let mut shapes = BTreeMap::new();
    while let Some(name) = wanted.pop() {
        let Some(item) = items
            .iter()
            .find(|item| item.name == name && !shapes.contains_key(item.name))
        else {
            continue;
        };
        shapes.insert(item.name, shape(item.tokens));
        let words: BTreeSet<&str> = item
            .tokens
            .iter()
            .filter(|token| token.kind == Kind::Word)
            .map(|token| token.text.as_str())
            .collect();
        wanted.extend(words);
    }
    let mut digest = Sha256::new();
    digest.update(event.as_bytes());
    for shape in shapes.values() {
        digest.update(b"\n");
        digest.update(shape.as_bytes());
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The tokens as text with single spaces, without derived traits and visibility, and without the comma before a closing bracket.
fn shape(tokens: &[Token]) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if starts(tokens, at, &["#", "[", "derive"]) {
            at = closing(tokens, at + 1) + 1;
            continue;
        }
        if tokens[at].is("pub") {
            at = if starts(tokens, at + 1, &["(", "crate"]) {
                closing(tokens, at + 1) + 1
            } else {
                at + 1
            };
            continue;
        }
        let token = &tokens[at];
        if token.kind == Kind::Close && words.last().is_some_and(|last| last == ",") {
            words.pop();
        }
        words.push(if token.kind == Kind::Text {
            format!("{:?}", token.text)
        } else {
            token.text.clone()
        });
        at += 1;
    }
    words.join(" ")
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod tests;
