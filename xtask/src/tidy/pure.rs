//! `base`, `roster`, `search`, `visits` and `domain/*` are pure: no file, network, clock, thread, randomness, float, hash map or output, and no crate that has them.

use super::Finding;
use super::manifest::{self, Need};
use super::rust::{self, Kind, Token, starts};
use super::tree::Tree;

/// Folders of the pure crates.
const PURE: &[&str] = &[
    "engines/base/",
    "engines/roster/",
    "engines/search/",
    "engines/visits/",
    "domain/",
];

/// Crates of others that a pure crate may use. `toml` reads text that is in the program already (`data/`).
const MAY_USE: &[&str] = &[
    "imbl",
    "jiff",
    "postcard",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "toml",
    "unicode-normalization",
];

/// Modules of `std` that reach outside.
const OUTSIDE: &[&str] = &["env", "fs", "net", "os", "process", "thread"];

/// Findings in sources and manifests.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let manifests = manifest::all(tree);
    for manifest in &manifests {
        if !PURE
            .iter()
            .any(|folder| format!("{}/", manifest.folder).starts_with(folder))
        {
            continue;
        }
        for dependency in manifest
            .dependencies
            .iter()
            .filter(|dependency| dependency.need == Need::Product)
        {
            let ours = manifests.iter().any(|other| other.name == dependency.name);
            if !ours && !MAY_USE.contains(&dependency.name.as_str()) {
                let what = format!(
                    "a pure crate may not use `{}` (list in xtask/src/tidy/pure.rs)",
                    dependency.name
                );
                findings.push(Finding::new(manifest.path, dependency.line, what));
            }
        }
    }
    // Examples measure; nothing is built upon them.
    let rules = |path: &str| !path.contains("/examples/");
    for file in tree
        .below(PURE, ".rs")
        .filter(|file| !file.is_test() && rules(&file.path))
    {
        match rust::product_tokens(file) {
            Err(finding) => findings.push(finding),
            Ok(tokens) => {
                for at in 0..tokens.len() {
                    if let Some(what) = impure(&tokens, at) {
                        findings.push(Finding::new(&file.path, tokens[at].line, what));
                    }
                }
            }
        }
    }
    findings
}

fn impure(tokens: &[Token], at: usize) -> Option<String> {
    let token = &tokens[at];
    if token.kind == Kind::Float {
        return Some(format!(
            "`{}` is a float: use whole numbers of a small unit",
            token.text
        ));
    }
    if token.kind != Kind::Word {
        return None;
    }
    let word = token.text.as_str();
    match word {
        "f32" | "f64" => Some(format!("`{word}`: use whole numbers of a small unit")),
        "HashMap" | "HashSet" | "RandomState" => {
            Some(format!("`{word}` has no order: use a `BTreeMap` or `imbl::OrdMap`"))
        }
        "SystemTime" | "Instant" => Some(format!("`{word}`: the time comes in the `Context`")),
        "now" if at > 0 && tokens[at - 1].is("::") => {
            Some("a clock is read here: the time comes in the `Context`".into())
        }
        "async" | "await" | "tokio" => Some(format!("`{word}`: a rule does not wait")),
        "rand" | "getrandom" if !is_field(tokens, at) => Some(format!("`{word}`: randomness comes in the `Context`")),
        "println" | "print" | "eprintln" | "eprint" | "dbg" if starts(tokens, at + 1, &["!"]) => {
            Some(format!("`{word}!`: a rule does not speak"))
        }
        "std" if starts(tokens, at + 1, &["::"]) => {
            let named = if starts(tokens, at + 2, &["{"]) {
                imported(tokens, at + 2)
            } else {
                vec![tokens.get(at + 2)?]
            };
            let outside = named.into_iter().find(|name| OUTSIDE.contains(&name.text.as_str()))?;
            Some(format!("`std::{}` reaches outside the rule", outside.text))
        }
        _ => None,
    }
}

fn is_field(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].is(".")
}

/// First words of each path in a `use std::{…}`.
fn imported(tokens: &[Token], open: usize) -> Vec<&Token> {
    let close = rust::closing(tokens, open);
    let mut depth = 0;
    let mut names = Vec::new();
    for at in open..close {
        match tokens[at].kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Word if depth == 1 && (tokens[at - 1].is("{") || tokens[at - 1].is(",")) => names.push(&tokens[at]),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<String> {
        check(&Tree::of(&[("domain/forum/src/lib.rs", text)]))
            .into_iter()
            .map(|finding| finding.what)
            .collect()
    }

    #[test]
    fn every_impurity_is_found() {
        for bad in [
            "use std::fs;",
            "use std::{collections::BTreeMap, net::IpAddr};",
            "fn a() { std::process::exit(1) }",
            "use std::time::SystemTime;",
            "fn a() { jiff::Timestamp::now(); }",
            "async fn a() {}",
            "fn a(x: f64) {}",
            "const A: u8 = b(1.5);",
            "use imbl::HashMap;",
            "fn a() { println!() }",
            "fn a() { getrandom::fill(b) }",
            "m! { f32 }",
        ] {
            assert_eq!(findings(bad).len(), 1, "{bad}: {:?}", findings(bad));
        }
    }

    #[test]
    fn words_in_comments_strings_and_tests_do_not_count() {
        let good = "// f64\n/// HashMap\nfn a(now: u64) { b(\"std::fs\", x.0.1, context.now) }\n#[cfg(test)] mod t { use std::fs; }";
        assert!(findings(good).is_empty(), "{:?}", findings(good));
        assert!(check(&Tree::of(&[("engines/ledger/src/lib.rs", "use std::fs;")])).is_empty());
    }

    #[test]
    fn an_impure_crate_is_found() {
        let text = "[package]\nname = \"forum\"\n[dependencies]\nserde.workspace = true\ntokio.workspace = true\n";
        assert_eq!(check(&Tree::of(&[("domain/forum/Cargo.toml", text)]))[0].line, 5);
    }
}
