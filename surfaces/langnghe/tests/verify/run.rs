//! Running the built program and reading what it says.

use serde_json::Value;
use std::ffi::OsStr;
use std::process::Command;

/// What a run of `verify --json` ended with.
pub struct Outcome {
    pub code: i32,
    pub report: Value,
    pub stderr: String,
}

impl Outcome {
    /// Numbers of the broken rules.
    pub fn broken(&self) -> Vec<u64> {
        let rules = self.report["rules"].as_array().into_iter().flatten();
        rules
            .filter(|rule| rule["ok"] == false)
            .filter_map(|rule| rule["number"].as_u64())
            .collect()
    }

    /// The first fault of a rule.
    pub fn fault(&self, number: u64) -> &str {
        let rules = self.report["rules"].as_array().into_iter().flatten();
        rules
            .filter(|rule| rule["number"] == number)
            .find_map(|rule| rule["fault"].as_str())
            .unwrap_or_default()
    }

    /// All first faults.
    pub fn faults(&self) -> String {
        self.broken()
            .iter()
            .map(|number| format!("R{number}: {}\n", self.fault(*number)))
            .collect()
    }

    /// How much of a rule was checked.
    pub fn checked(&self, number: u64) -> u64 {
        let rules = self.report["rules"].as_array().into_iter().flatten();
        rules
            .filter(|rule| rule["number"] == number)
            .find_map(|rule| rule["checked"].as_u64())
            .unwrap_or_default()
    }

    /// All notes.
    pub fn notes(&self) -> String {
        self.report["notes"].to_string()
    }

    /// Ends the test unless all is right.
    pub fn assert_clean(&self) -> &Outcome {
        assert_eq!(
            (self.code, self.broken()),
            (0, vec![]),
            "{}{}",
            self.faults(),
            self.stderr
        );
        assert_eq!(self.report["result"], "clean");
        self
    }

    /// Ends the test unless this rule is broken and its fault has these words.
    pub fn assert_broken(&self, rule: u64, words: &str) -> &Outcome {
        assert_eq!(self.code, 6, "{words}: {}{}", self.faults(), self.stderr);
        assert!(
            self.fault(rule).contains(words),
            "R{rule} does not say {words:?}:\n{}",
            self.faults()
        );
        assert_eq!(self.report["result"], "broken");
        self
    }
}

/// Runs `verify --json --quiet` with more arguments.
pub fn verify<S: AsRef<OsStr>>(arguments: &[S]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_langnghe"));
    let output = command
        .args(["verify", "--json", "--quiet"])
        .args(arguments)
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        report: serde_json::from_str(&stdout).unwrap_or_default(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}
