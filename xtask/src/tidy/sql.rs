//! SQL is written in `engines/storage` and nowhere else in the product.

use super::Finding;
use super::rust::{self, Kind};
use super::tree::Tree;

/// Folders where a statement may stand: the store, its tests, and tests of the whole.
const HOME: &[&str] = &[
    "engines/storage/",
    "tests/",
    // Tests of the program from outside: they tamper with its files.
    "surfaces/langnghe/tests/",
    "xtask/src/tidy/sql.rs",
];

/// How statements begin.
const BEGINNINGS: &[&str] = &[
    "ALTER TABLE",
    "ATTACH DATABASE",
    "BEGIN IMMEDIATE",
    "CREATE INDEX",
    "CREATE TABLE",
    "CREATE TRIGGER",
    "CREATE UNIQUE",
    "CREATE VIEW",
    "CREATE VIRTUAL",
    "DELETE FROM",
    "DROP TABLE",
    "INSERT INTO",
    "INSERT OR",
    "PRAGMA ",
    "REPLACE INTO",
    "SELECT ",
    "UPDATE ",
    "VACUUM INTO",
    "WITH RECURSIVE",
];

/// Findings: a string that begins as a statement, or a file of statements, elsewhere.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree
        .files
        .iter()
        .filter(|file| !HOME.iter().any(|home| file.path.starts_with(home)))
    {
        if file.path.ends_with(".sql") {
            findings.push(Finding::new(&file.path, 1, "SQL belongs to engines/storage"));
        }
        if !file.path.ends_with(".rs") {
            continue;
        }
        match rust::tokens(file) {
            Err(finding) => findings.push(finding),
            Ok(tokens) => {
                for token in tokens
                    .iter()
                    .filter(|token| token.kind == Kind::Text && is_statement(&token.text))
                {
                    let what = "a statement belongs to engines/storage: ask the `Store` instead";
                    findings.push(Finding::new(&file.path, token.line, what));
                }
            }
        }
    }
    findings
}

fn is_statement(text: &str) -> bool {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let upper = words.to_ascii_uppercase();
    BEGINNINGS.iter().any(|beginning| {
        // "Select a file" and "Update it" are English: one word alone counts in capitals, or with what only SQL has.
        let is_sure = beginning.trim().contains(' ') || words.starts_with(beginning);
        let has_rest = upper.contains(" FROM ") || upper.contains(" SET ") || beginning.starts_with("PRAGMA");
        upper.starts_with(beginning) && (is_sure || has_rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_outside_the_store_is_found() {
        let text = "fn a() { b(\"  SELECT 1\"); c(r#\"\n insert into x values (1)\"#); d(\"select a from b\"); e(\"Select a file\"); }";
        let tree = Tree::of(&[
            ("domain/world/src/a.rs", text),
            ("engines/storage/src/a.rs", text),
            ("surfaces/langnghe/a.sql", ""),
        ]);
        let places: Vec<(String, usize)> = check(&tree).into_iter().map(|found| (found.path, found.line)).collect();
        let rust = ("domain/world/src/a.rs".to_owned(), 1);
        assert_eq!(places[..2], [rust.clone(), rust]);
        assert_eq!(places.len(), 4);
    }
}
