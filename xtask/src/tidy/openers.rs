//! Sealed words leave the store through few doors: `App::private_words`, and the files listed here. Everything else on a
//! screen shows what `Scene::shown` gives, which asks `World::exposure_of`.

use super::Finding;
use super::allowed::{self, Allowed, Use};
use super::rust::{self, Kind, starts};
use super::tree::Tree;

/// What the store and the ledger open seals by.
const OPENING: &[&str] = &["sealed", "sealed_range", "unseal"];

/// Who opens seals.
const ALLOWED: &[Allowed] = &[
    Allowed {
        path: "surfaces/web-scene/src/app.rs",
        function: "",
        why: "`App::private_words`, the door for everyone else",
    },
    Allowed {
        path: "surfaces/web-record/src/receipt/files.rs",
        function: "",
        why: "the author's own words with their salts, for the holder of the code",
    },
    Allowed {
        path: "surfaces/web-record/src/verify/check.rs",
        function: "",
        why: "compares the words with their commitment and shows none",
    },
    Allowed {
        path: "surfaces/web-record/src/log/value.rs",
        function: "",
        why: "public words with their salts, as the log serves them",
    },
];

/// Findings: a seal opened elsewhere.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for found in uses(tree, &mut findings) {
        if !ALLOWED.iter().any(|line| line.covers(&found)) {
            let what = format!(
                "`{}` opens a seal: show `Scene::shown`, or ask `App::private_words` after the viewer's rights",
                found.what
            );
            findings.push(Finding::new(&found.path, found.line, what));
        }
    }
    findings
}

/// Lines of the list above that nothing needs.
pub fn notes(tree: &Tree) -> Vec<String> {
    allowed::idle("openers", ALLOWED, &uses(tree, &mut Vec::new()))
}

/// Calls of a store's opener, whatever the store is called: `….store().sealed(…)`, `store.sealed(…)`, `Store::sealed`.
fn uses(tree: &Tree, findings: &mut Vec<Finding>) -> Vec<Use> {
    let mut uses = Vec::new();
    for file in tree.below(&["surfaces/web-"], ".rs").filter(|file| !file.is_test()) {
        let tokens = match rust::product_tokens(file) {
            Ok(tokens) => tokens,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        let mut function = "";
        for at in 0..tokens.len() {
            if starts(&tokens, at, &["fn"]) {
                function = tokens.get(at + 1).map_or("", |name| name.text.as_str());
            }
            let opener = OPENING.iter().find(|name| {
                starts(&tokens, at, &[".", name, "("])
                    || tokens[at].kind == Kind::Word && starts(&tokens, at + 1, &["::", name])
            });
            if let Some(opener) = opener {
                uses.push(Use {
                    path: file.path.clone(),
                    function: function.to_owned(),
                    line: tokens[at].line,
                    what: (*opener).to_owned(),
                });
            }
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opened_elsewhere_is_found() {
        let text = "fn a() {\n app.ledger.store().sealed(at);\n let store = app.ledger.store();\n store\n.sealed_range(0, 1, f);\n \
                    Store::sealed(store, at);\n row.sealed = true; sealed(x); // .store().sealed(\n}";
        let lines = |path: &str| {
            let found = check(&Tree::of(&[(path, text)])).into_iter();
            found.map(|finding| finding.line).collect::<Vec<_>>()
        };
        assert_eq!(lines("surfaces/web-forum/src/opinion/one.rs"), [2, 5, 6]);
        assert_eq!(lines("surfaces/web-record/src/receipt/show.rs"), [2, 5, 6]);
        assert!(lines("surfaces/web-scene/src/app.rs").is_empty());
        assert!(lines("surfaces/web-record/src/log/value.rs").is_empty());
        assert!(lines("surfaces/langnghe/src/verify/folder.rs").is_empty());
        assert!(lines("surfaces/web-record/tests/common/mod.rs").is_empty());
    }
}
