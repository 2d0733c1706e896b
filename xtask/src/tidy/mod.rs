//! The rules of the house, as far as a program can hold them. A rule a file; each shows in a test that it catches a bad sample.

pub mod allowed;
pub mod citizens;
pub mod crate_graph;
pub mod docs;
pub mod forbidden;
pub mod free_text;
pub mod kinds;
pub mod manifest;
pub mod modules;
pub mod openers;
pub mod prose;
pub mod pure;
pub mod rights;
pub mod routes;
pub mod rust;
pub mod sizes;
pub mod sql;
pub mod tree;
pub mod words;

use crate::counts::Counts;
use crate::workspace;
use anyhow::Result;
use std::fmt;
use tree::Tree;

/// Something to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// File, relative to the root.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// What to do.
    pub what: String,
}

impl Finding {
    /// A finding at a line.
    pub fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            what: what.into(),
        }
    }
}

/// A rule with its short name.
pub struct Rule {
    /// As it stands in a finding.
    pub name: &'static str,
    /// Finds what breaks it.
    pub check: fn(&Tree) -> Vec<Finding>,
}

/// Every rule, in the order of reading.
pub const RULES: &[Rule] = &[
    Rule {
        name: "crate-graph",
        check: crate_graph::check,
    },
    Rule {
        name: "pure",
        check: pure::check,
    },
    Rule {
        name: "sql",
        check: sql::check,
    },
    Rule {
        name: "prose",
        check: prose::check,
    },
    Rule {
        name: "words",
        check: words::check,
    },
    Rule {
        name: "rights",
        check: rights::check,
    },
    Rule {
        name: "free-text",
        check: free_text::check,
    },
    Rule {
        name: "citizens",
        check: citizens::check,
    },
    Rule {
        name: "openers",
        check: openers::check,
    },
    Rule {
        name: "kinds",
        check: kinds::check,
    },
    Rule {
        name: "docs",
        check: docs::check,
    },
    Rule {
        name: "sizes",
        check: sizes::check,
    },
    Rule {
        name: "routes",
        check: routes::check,
    },
    Rule {
        name: "forbidden",
        check: forbidden::check,
    },
];

/// What all rules found, ready to print.
pub struct Report {
    lines: Vec<String>,
    notes: Vec<String>,
    /// A rule without a finding passed.
    pub counts: Counts,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.lines.iter().chain(&self.notes) {
            writeln!(f, "{line}")?;
        }
        write!(f, "{}", self.counts.closing_line())
    }
}

/// Applies every rule.
pub fn report(tree: &Tree) -> Report {
    let mut report = Report {
        lines: Vec::new(),
        notes: [sizes::note(tree)]
            .into_iter()
            .chain(citizens::notes(tree))
            .chain(openers::notes(tree))
            .collect(),
        counts: Counts::default(),
    };
    for rule in RULES {
        let findings = (rule.check)(tree);
        if findings.is_empty() {
            report.counts.passed += 1;
        } else {
            report.counts.failed += 1;
        }
        let lines = findings
            .iter()
            .map(|finding| format!("{}:{}: {}: {}", finding.path, finding.line, rule.name, finding.what));
        report.lines.extend(lines);
    }
    report
}

/// `cargo xtask tidy`: prints the findings; false when there are any.
pub fn run() -> Result<bool> {
    let report = report(&Tree::read(&workspace::root())?);
    println!("{report}");
    Ok(report.counts.failed == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree this crate stands in keeps the rule of this name.
    fn holds(name: &str) {
        let tree = Tree::read(&workspace::root()).expect("the tree can be read");
        let rule = RULES
            .iter()
            .find(|rule| rule.name == name)
            .expect("a rule of this name");
        let lines: Vec<String> = (rule.check)(&tree)
            .iter()
            .map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.what))
            .collect();
        assert!(lines.is_empty(), "{name}:\n{}", lines.join("\n"));
    }

    macro_rules! the_house_holds {
        ($($test:ident: $name:literal),* $(,)?) => {
            $( #[test] fn $test() { holds($name) } )*

            #[test]
            fn every_rule_is_a_test() {
                assert_eq!(RULES.iter().map(|rule| rule.name).collect::<Vec<_>>(), [$($name),*]);
            }
        };
    }

    the_house_holds! {
        crate_graph: "crate-graph",
        pure: "pure",
        sql: "sql",
        prose: "prose",
        words: "words",
        rights: "rights",
        free_text: "free-text",
        citizens: "citizens",
        openers: "openers",
        kinds: "kinds",
        docs: "docs",
        sizes: "sizes",
        routes: "routes",
        forbidden: "forbidden",
    }
}
