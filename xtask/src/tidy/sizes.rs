//! A file has one subject; a long one is asked why.

use super::Finding;
use super::tree::{SourceFile, Tree};

/// Most lines of a file of code.
const CODE_LINES_MAX: usize = 600;

/// Most lines of a file of tests.
const TEST_LINES_MAX: usize = 900;

const CODE: &[&str] = &[".rs", ".mjs", ".js", ".py", ".go", ".css", ".html"];

/// Findings: files over the limit.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in code(tree) {
        let lines = file.text.lines().count();
        let limit = if file.is_test() { TEST_LINES_MAX } else { CODE_LINES_MAX };
        if lines > limit {
            findings.push(Finding::new(
                &file.path,
                limit,
                format!("{lines} lines, {limit} at most: give each subject its file"),
            ));
        }
    }
    findings
}

/// Median and 90th percentile of the product's Rust files, in lines.
pub fn note(tree: &Tree) -> String {
    let mut lines: Vec<usize> = code(tree)
        .filter(|file| file.path.ends_with(".rs") && !file.is_test())
        .map(|file| file.text.lines().count())
        .collect();
    lines.sort_unstable();
    let at = |percent: usize| {
        lines
            .get(lines.len().saturating_sub(1) * percent / 100)
            .copied()
            .unwrap_or_default()
    };
    format!(
        "sizes: {} Rust files, median {} lines, p90 {}, longest {}",
        lines.len(),
        at(50),
        at(90),
        at(100)
    )
}

fn code(tree: &Tree) -> impl Iterator<Item = &SourceFile> {
    tree.files
        .iter()
        .filter(|file| CODE.iter().any(|ending| file.path.ends_with(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        let long = "\n".repeat(CODE_LINES_MAX + 1);
        let tree = Tree::of(&[
            ("domain/a/src/b.rs", &long),
            ("domain/a/tests/b.rs", &long),
            ("c.txt", &long),
            ("d.rs", "\n"),
        ]);
        assert_eq!(
            check(&tree),
            [Finding::new(
                "domain/a/src/b.rs",
                600,
                "601 lines, 600 at most: give each subject its file"
            )]
        );
        assert_eq!(note(&tree), "sizes: 2 Rust files, median 1 lines, p90 1, longest 601");
    }
}
