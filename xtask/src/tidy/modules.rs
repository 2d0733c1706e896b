//! The modules of `engines/` and `domain/`: which types stand where, and what a path in one of them names.
//!
//! Screens are left out: arrows point downwards, so that no entry can hold a type of theirs.

use super::Finding;
use super::manifest;
use super::rust::{self, Kind, Token, closing, starts};
use super::tree::Tree;
use std::collections::{BTreeMap, BTreeSet};

/// Floors whose types an entry may hold.
const FLOORS: &[&str] = &["engines/", "domain/"];

/// Steps of one path through `use` that are followed, so that two modules that import one another end somewhere.
const STEPS_MAX: u8 = 12;

/// A struct or an enum.
pub struct Type {
    /// File it is in.
    pub path: String,
    /// From its first attribute to its end.
    pub tokens: Vec<Token>,
}

/// What stands in a module besides types: an `impl`, a macro, a macro's use.
pub struct Other {
    /// File it is in.
    pub path: String,
    /// Module it is in.
    pub module: String,
    /// Its tokens.
    pub tokens: Vec<Token>,
}

/// Module and name of a type, such as `people::role` and `Role`.
pub type TypeId = (String, String);

/// Every module, by its path from its crate's name.
#[derive(Default)]
pub struct Modules {
    types: BTreeMap<TypeId, Type>,
    others: Vec<Other>,
    names: BTreeSet<String>,
    /// Module and name, and what the name stands for there.
    uses: BTreeMap<(String, String), Vec<String>>,
    globs: Vec<(String, Vec<String>)>,
}

/// What a path leads to.
enum Place {
    Module(String),
    Type(TypeId),
}

impl Modules {
    /// Reads them; a file that is not Rust is a finding.
    pub fn read(tree: &Tree, findings: &mut Vec<Finding>) -> Self {
        let mut modules = Self::default();
        let manifests = manifest::all(tree);
        for file in tree.below(FLOORS, ".rs").filter(|file| !file.is_test()) {
            let Some((folder, inside)) = file.path.split_once("/src/") else {
                continue;
            };
            let named = manifests.iter().find(|manifest| manifest.folder == folder);
            let name = named.map_or_else(|| folder.rsplit('/').next().unwrap_or_default(), |known| &known.name);
            let mut module = name.replace('-', "_");
            modules.names.insert(module.clone());
            for step in inside.trim_end_matches(".rs").split('/') {
                if !matches!(step, "lib" | "main" | "mod") {
                    module = format!("{module}::{step}");
                }
            }
            match rust::product_tokens(file) {
                Ok(tokens) => modules.add(&file.path, &module, &tokens),
                Err(finding) => findings.push(finding),
            }
        }
        modules
    }

    fn add(&mut self, path: &str, module: &str, tokens: &[Token]) {
        self.names.insert(module.to_owned());
        let mut start = 0;
        while start < tokens.len() {
            let word = first_word(tokens, start);
            let end = end_of(tokens, word);
            let item = &tokens[start..=end];
            let name = tokens.get(word + 1).map(|token| token.text.clone()).unwrap_or_default();
            match tokens.get(word).map(|token| token.text.as_str()) {
                Some("use") => self.add_use(module, &[], tokens.get(word + 1..end).unwrap_or_default()),
                Some("mod") if starts(tokens, word + 2, &["{"]) => {
                    self.add(path, &format!("{module}::{name}"), &tokens[word + 3..end]);
                }
                Some("struct" | "enum") => {
                    let found = Type {
                        path: path.to_owned(),
                        tokens: item.to_vec(),
                    };
                    self.types.insert((module.to_owned(), name), found);
                }
                _ => self.others.push(Other {
                    path: path.to_owned(),
                    module: module.to_owned(),
                    tokens: item.to_vec(),
                }),
            }
            start = end + 1;
        }
    }

    /// One tree of a `use`: a path, `{…}` after it, `as` or `*` at its end.
    fn add_use(&mut self, module: &str, before: &[String], tokens: &[Token]) {
        let mut path = before.to_vec();
        let mut at = 0;
        while at < tokens.len() {
            let token = &tokens[at];
            if token.is("{") {
                for part in rust::parts(&tokens[at + 1..closing(tokens, at)]) {
                    self.add_use(module, &path, part);
                }
                return;
            } else if token.is("*") {
                self.globs.push((module.to_owned(), path));
                return;
            } else if token.is("as") {
                if let Some(name) = tokens.get(at + 1) {
                    self.uses.insert((module.to_owned(), name.text.clone()), path);
                }
                return;
            } else if token.kind == Kind::Word && (path.is_empty() || !token.is("self")) {
                path.push(token.text.clone());
            }
            at += 1;
        }
        if let Some(name) = path.last().cloned() {
            self.uses.insert((module.to_owned(), name), path);
        }
    }

    /// What is neither a type, a module nor a `use`, in one crate.
    pub fn others<'a>(&'a self, of: &'a str) -> impl Iterator<Item = &'a Other> {
        self.others.iter().filter(move |other| crate_of(&other.module) == of)
    }

    /// What is neither a type, a module nor a `use`, everywhere.
    pub fn all_others(&self) -> impl Iterator<Item = &Other> {
        self.others.iter()
    }

    /// A type that was found.
    pub fn get(&self, id: &TypeId) -> Option<&Type> {
        self.types.get(id)
    }

    /// The struct or enum that a path names in a module.
    pub fn find(&self, module: &str, path: &[String]) -> Option<TypeId> {
        match self.resolve(module, path, STEPS_MAX)? {
            Place::Type(id) => Some(id),
            Place::Module(_) => None,
        }
    }

    fn resolve(&self, module: &str, path: &[String], steps: u8) -> Option<Place> {
        let steps = steps.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        let mut place = match first.as_str() {
            "crate" => Place::Module(crate_of(module).to_owned()),
            "self" => Place::Module(module.to_owned()),
            "super" => Place::Module(module.rsplit_once("::")?.0.to_owned()),
            name => self
                .step(module, name, steps)
                .or_else(|| self.names.contains(name).then(|| Place::Module(name.to_owned())))?,
        };
        for name in rest {
            let Place::Module(inside) = &place else { return None };
            place = match name.as_str() {
                "super" => Place::Module(inside.rsplit_once("::")?.0.to_owned()),
                name => self.step(inside, name, steps)?,
            };
        }
        Some(place)
    }

    fn step(&self, module: &str, name: &str, steps: u8) -> Option<Place> {
        let steps = steps.checked_sub(1)?;
        let here = (module.to_owned(), name.to_owned());
        if self.types.contains_key(&here) {
            return Some(Place::Type(here));
        }
        let below = format!("{module}::{name}");
        if self.names.contains(&below) {
            return Some(Place::Module(below));
        }
        if let Some(path) = self.uses.get(&here) {
            return self.resolve(module, path, steps);
        }
        let globs = self.globs.iter().filter(|(inside, _)| inside == module);
        globs
            .filter_map(|(_, path)| match self.resolve(module, path, steps)? {
                Place::Module(other) => self.step(&other, name, steps),
                Place::Type(_) => None,
            })
            .next()
    }
}

/// The first step of a module's path.
pub fn crate_of(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// The word that says what an item is: after its attributes and its visibility.
fn first_word(tokens: &[Token], mut at: usize) -> usize {
    loop {
        if starts(tokens, at, &["#", "["]) {
            at = closing(tokens, at + 1) + 1;
        } else if starts(tokens, at, &["#", "!", "["]) {
            at = closing(tokens, at + 2) + 1;
        } else if starts(tokens, at, &["pub", "("]) {
            at = closing(tokens, at + 1) + 1;
        } else if starts(tokens, at, &["pub"]) {
            at += 1;
        } else {
            return at;
        }
    }
}

/// Where an item ends: its semicolon, or its block when it has none.
fn end_of(tokens: &[Token], word: usize) -> usize {
    let is_use = starts(tokens, word, &["use"]);
    let mut at = word;
    while at < tokens.len() {
        if tokens[at].kind == Kind::Open {
            let is_block = tokens[at].is("{");
            at = closing(tokens, at);
            if is_block && !is_use {
                return at;
            }
        } else if tokens[at].is(";") {
            return at;
        }
        at += 1;
    }
    tokens.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(module: &str, path: &str) -> Option<String> {
        let tree = Tree::of(&[
            ("engines/base-kit/Cargo.toml", "[package]\nname = \"base-kit\""),
            (
                "engines/base-kit/src/lib.rs",
                "pub mod time;\npub use time::{self as clock, Hour as H};",
            ),
            ("engines/base-kit/src/time.rs", "#[derive(A)]\npub struct Hour(u8);"),
            ("domain/a/src/lib.rs", "mod b; pub struct Top; use other::Thing;"),
            (
                "domain/a/src/b.rs",
                "use base_kit::{time::{self, Hour}, H as Short};\npub enum Own { A }\npub mod in_it { use super::*; use crate::Top; const A: u8 = 0; pub(crate) struct Deep { a: u8 } }",
            ),
        ]);
        let mut findings = Vec::new();
        let modules = Modules::read(&tree, &mut findings);
        assert!(findings.is_empty());
        let path: Vec<String> = path.split("::").map(str::to_owned).collect();
        modules
            .find(module, &path)
            .map(|(module, name)| format!("{module}::{name}"))
    }

    #[test]
    fn paths_lead_to_types() {
        for (module, path, wanted) in [
            ("a::b", "Own", "a::b::Own"),
            ("a::b", "Hour", "base_kit::time::Hour"),
            ("a::b", "time::Hour", "base_kit::time::Hour"),
            ("a::b", "Short", "base_kit::time::Hour"),
            ("a::b", "base_kit::clock::Hour", "base_kit::time::Hour"),
            ("a::b", "super::Top", "a::Top"),
            ("a::b", "in_it::Deep", "a::b::in_it::Deep"),
            ("a::b::in_it", "Own", "a::b::Own"),
            ("a::b::in_it", "Hour", "base_kit::time::Hour"),
            ("a::b::in_it", "Top", "a::Top"),
            ("a::b::in_it", "self::Deep", "a::b::in_it::Deep"),
        ] {
            assert_eq!(found(module, path).as_deref(), Some(wanted), "{path} in {module}");
        }
    }

    #[test]
    fn what_is_not_ours_is_not_found() {
        for path in ["Thing", "Missing", "time::Minute", "u8", "b"] {
            assert_eq!(found("a", path), None, "{path}");
        }
    }
}
