//! How many tests passed, read from the closing lines of every runner in use.

use std::ops::AddAssign;

/// Tests by result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Ran and held.
    pub passed: u64,
    /// Ran and did not hold.
    pub failed: u64,
    /// Did not run.
    pub skipped: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Counts {
    /// The plain line that ends a run.
    pub fn closing_line(&self) -> String {
        let skipped = if self.skipped > 0 {
            format!(", {} skipped", self.skipped)
        } else {
            String::new()
        };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

/// Adds up every closing line in `text`: libtest, nextest, node's TAP, and plain `N passed, N failed[, N skipped]`.
pub fn read(text: &str) -> Counts {
    let mut sum = Counts::default();
    for line in text.lines() {
        let line = without_colours(line);
        sum += of_line(line.trim());
    }
    sum
}

fn of_line(line: &str) -> Counts {
    if let Some(rest) = line.strip_prefix("test result: ") {
        let rest = rest.split_once(". ").map_or("", |(_, figures)| figures);
        return pairs(rest, ';');
    }
    if line.starts_with("Summary [") {
        // nextest counts every test that a filter left out as skipped; those ignored are counted by `stages::ignored`.
        let figures = line.split_once("run: ").map_or("", |(_, figures)| figures);
        return Counts {
            skipped: 0,
            ..pairs(figures, ',')
        };
    }
    if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
        let mut words = rest.split(' ');
        if let (Some(word), Some(Ok(number)), None) = (words.next(), words.next().map(str::parse), words.next()) {
            return one(number, word);
        }
        return Counts::default();
    }
    let is_plain = line.split(", ").all(|part| {
        matches!(part.split_once(' '), Some((number, "passed" | "failed" | "skipped")) if number.parse::<u64>().is_ok())
    });
    if is_plain { pairs(line, ',') } else { Counts::default() }
}

fn pairs(text: &str, separator: char) -> Counts {
    let mut sum = Counts::default();
    for part in text.split(separator) {
        let mut words = part.split_whitespace();
        if let (Some(Ok(number)), Some(word)) = (words.next().map(str::parse), words.next()) {
            sum += one(number, word);
        }
    }
    sum
}

fn one(number: u64, word: &str) -> Counts {
    match word {
        "passed" | "pass" => Counts {
            passed: number,
            ..Counts::default()
        },
        "failed" | "fail" | "cancelled" | "timed" | "exec" => Counts {
            failed: number,
            ..Counts::default()
        },
        "ignored" | "skipped" | "todo" => Counts {
            skipped: number,
            ..Counts::default()
        },
        _ => Counts::default(),
    }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            for skipped in characters.by_ref() {
                if skipped.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: u64, failed: u64, skipped: u64) -> Counts {
        Counts {
            passed,
            failed,
            skipped,
        }
    }

    #[test]
    fn every_runner_is_read() {
        let libtest = "test result: ok. 5 passed; 1 failed; 2 ignored; 0 measured; 3 filtered out; finished in 0.01s";
        assert_eq!(read(libtest), counts(5, 1, 2));
        let nextest = "     Summary [   0.005s] 3/4 tests run: 2 passed (1 slow), 1 failed, 1 timed out, 9 skipped";
        assert_eq!(read(nextest), counts(2, 2, 0));
        assert_eq!(
            read("# tests 4\n# pass 3\n# fail 0\n# cancelled 1\n# skipped 1\n# todo 0"),
            counts(3, 1, 1)
        );
        assert_eq!(
            read("\u{1b}[32m12 passed, 0 failed, 1 skipped\u{1b}[0m"),
            counts(12, 0, 1)
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            read("running 5 tests\n# 3 passed of 4\nwe saw 3 passed, 1 failed here\nok 1 - a"),
            counts(0, 0, 0)
        );
    }

    #[test]
    fn the_closing_line_is_plain() {
        assert_eq!(counts(3, 0, 0).closing_line(), "3 passed, 0 failed");
        assert_eq!(counts(3, 1, 2).closing_line(), "3 passed, 1 failed, 2 skipped");
    }
}
