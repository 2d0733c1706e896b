//! What no file of the repository may hold: places of one machine, notes to oneself, addresses of a registry.

use super::Finding;
use super::tree::Tree;

/// Words, split so that this file may be read by its own rule.
const WORDS: &[(&str, &str, &str)] = &[
    ("/wo", "rk/", "a path of one machine: say it relative to the root"),
    (
        "/tm",
        "p/",
        "a path of one machine: ask the system for a temporary folder",
    ),
    ("TO", "DO", "do it, or leave it out"),
    ("FIX", "ME", "do it, or leave it out"),
];

/// Lock files of others' package managers, which tend to hold the address of the registry they were made with.
const LOCKS: &[&str] = &[
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
];

/// Findings in every text file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        if LOCKS.contains(&name) && file.text.contains("://") {
            findings.push(Finding::new(
                &file.path,
                1,
                "a lock file names a registry: pin exact versions in package.json",
            ));
        }
        for (number, line) in file.text.lines().enumerate() {
            for (first, second, what) in WORDS {
                let word = format!("{first}{second}");
                if has(line, &word) {
                    findings.push(Finding::new(&file.path, number + 1, format!("\"{word}\": {what}")));
                }
            }
        }
    }
    findings
}

/// Whether a line has the word by itself; a path counts wherever it begins.
fn has(line: &str, word: &str) -> bool {
    let beside = |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        let before = beside(line[..at].chars().next_back());
        let after = !word.ends_with('/') && beside(line[at + word.len()..].chars().next());
        !before && !after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found() {
        let text = WORDS
            .iter()
            .map(|(first, second, _)| format!("// {first}{second} x\n"))
            .collect::<String>();
        let lock = "{\"resolved\": \"https://registry.example/a\"}";
        let tree = Tree::of(&[
            ("a.rs", &text),
            ("tests/browser/package-lock.json", lock),
            ("b.md", "network/work, to-do"),
        ]);
        let lines: Vec<(String, usize)> = check(&tree).into_iter().map(|found| (found.path, found.line)).collect();
        let expected = [
            ("a.rs", 1),
            ("a.rs", 2),
            ("a.rs", 3),
            ("a.rs", 4),
            ("tests/browser/package-lock.json", 1),
        ];
        assert_eq!(lines, expected.map(|(path, line)| (path.to_owned(), line)));
    }
}
