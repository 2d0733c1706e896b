//! Kinds of entries are frozen: `schemas/kinds.lock` keeps the shape of each and of every type in it, and a changed
//! meaning is a new kind. The lock grows by new kinds, by fields that may be absent, and by variants.

mod growth;
mod handwritten;
mod section;
mod shape;

use super::Finding;
use super::modules::{Modules, TypeId, crate_of};
use super::rust::{Kind, Token, closing, starts};
use super::tree::Tree;
use growth::Growth;
use section::{Row, Section, Sections, TYPE};
use shape::Reader;
use std::collections::BTreeMap;

/// Where the shapes are.
pub const LOCK: &str = "schemas/kinds.lock";

/// Whether this file declares events: an `events.rs`, or a file of an `events` folder, under `domain/`.
pub fn is_events(path: &str) -> bool {
    path.starts_with("domain/")
        && path.ends_with(".rs")
        && (path.ends_with("/events.rs") || path.contains("/src/events/"))
}

/// Findings: what is not in the lock yet, and what may not change.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let growth = Growth::between(&declared(tree, &mut findings), &section::read(tree, &mut findings));
    findings.extend(growth.refused);
    findings.extend(growth.new);
    findings
}

/// The lock file with what is new in the tree, and how many lines are new; refused when anything else has changed.
pub fn with_new(tree: &Tree) -> Result<(String, usize), Vec<Finding>> {
    let mut findings = Vec::new();
    let declared = declared(tree, &mut findings);
    let growth = Growth::between(&declared, &section::read(tree, &mut findings));
    findings.extend(growth.refused);
    if findings.is_empty() {
        Ok((section::render(&declared), growth.new.len()))
    } else {
        Err(findings)
    }
}

/// The names of all kinds.
pub fn names(tree: &Tree) -> Vec<String> {
    let sections = declared(tree, &mut Vec::new());
    sections.into_keys().filter(|name| !name.starts_with(TYPE)).collect()
}

/// Every kind of every `kinds!` in the domain, and every type in them.
fn declared(tree: &Tree, findings: &mut Vec<Finding>) -> Sections {
    let modules = Modules::read(tree, findings);
    let mut sections = Sections::new();
    let mut wanted: Vec<TypeId> = Vec::new();
    for other in modules.all_others().filter(|other| is_events(&other.path)) {
        for entry in entries(&other.tokens) {
            let [name, privacy, _, event] = entry else { continue };
            let mut complain = |what: String| findings.push(Finding::new(&other.path, name.line, what));
            let id = modules.find(&other.module, std::slice::from_ref(&event.text));
            let found = id.as_ref().and_then(|id| Some((id, modules.get(id)?)));
            let Some((id, found)) = found.filter(|(_, found)| is_events(&found.path)) else {
                complain(format!(
                    "`{}` of kind `{}` is not a struct or enum of the domain's events",
                    event.text, name.text
                ));
                continue;
            };
            if sections.contains_key(&name.text) {
                complain(format!("`{}` is declared twice", name.text));
                continue;
            }
            let shape = Reader::new(&modules, findings).shape(id, found);
            let head = Row {
                text: format!("{} {} {}", name.text, privacy.text, shape.form),
                path: other.path.clone(),
                line: name.line,
            };
            wanted.extend(shape.reached);
            sections.insert(name.text.clone(), Section { head, rows: shape.rows });
        }
    }
    add_types(&modules, wanted, &mut sections, findings);
    sections
}

/// The sections of types, beginning with those that the kinds name.
fn add_types(modules: &Modules, mut wanted: Vec<TypeId>, sections: &mut Sections, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<String, TypeId> = BTreeMap::new();
    while let Some(id) = wanted.pop() {
        let Some(found) = modules.get(&id) else { continue };
        let line = found.tokens.first().map_or(1, |token| token.line);
        let name = format!("{TYPE}{}::{}", crate_of(&id.0), id.1);
        match seen.get(&name) {
            Some(other) if *other == id => continue,
            Some(_) => {
                let what = format!(
                    "two types of entries are called `{}` in one crate: rename the newer",
                    id.1
                );
                findings.push(Finding::new(&found.path, line, what));
                continue;
            }
            None => {}
        }
        let shape = Reader::new(modules, findings).shape(&id, found);
        let head = Row {
            text: format!("{name} {}", shape.form),
            path: found.path.clone(),
            line,
        };
        wanted.extend(shape.reached);
        sections.insert(name.clone(), Section { head, rows: shape.rows });
        seen.insert(name, id);
    }
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

#[cfg(test)]
#[path = "kinds/tests.rs"]
mod tests;
