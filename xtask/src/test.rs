//! `cargo xtask test`: one progress line a stage, the output of each in `target/xtask/<stage>.log`, one closing line.

use crate::counts::{self, Counts};
use crate::npm;
use crate::shell::Log;
use crate::stages::{self, Bench, Stage};
use crate::workspace::Workspace;
use anyhow::Result;
use std::collections::BTreeMap;
use std::io::Write;
use std::time::Instant;

/// Last lines of a failed stage's log that are shown.
const LINES_SHOWN: usize = 60;

/// Runs the stages asked for; false when a test failed.
pub fn run(rest: &[String]) -> Result<bool> {
    let workspace = Workspace::read()?;
    let all = stages::all(&workspace);
    let names: Vec<&str> = all.iter().map(|stage| stage.name).collect();
    let asked = Asked::read(rest, &names)?;
    let builds = all.iter().any(|stage| stage.needs_build && asked.has(stage.name));
    let chosen: Vec<Stage> = all
        .into_iter()
        .filter(|stage| asked.has(stage.name) || (builds && stage.name == "build"))
        .collect();
    let mut bench = Bench {
        workspace,
        filter: asked.filter,
        tests: BTreeMap::new(),
        postgres: None,
    };
    // Before anything is built: what embeds the fonts is built once.
    if chosen
        .iter()
        .any(|stage| stage.name == "clippy" || stage.name == "build")
    {
        println!("{}", npm::fonts()?);
    }
    let mut sum = Counts::default();
    let mut is_built = true;
    for (number, stage) in chosen.iter().enumerate() {
        print!("[{}/{}] {} … ", number + 1, chosen.len(), stage.name);
        std::io::stdout().flush()?;
        if stage.needs_build && !is_built {
            println!("not run, because the build failed");
            continue;
        }
        let (counts, passed) = one(stage, &mut bench)?;
        sum += counts;
        is_built &= passed || stage.name != "build";
    }
    println!("{}", sum.closing_line());
    Ok(sum.failed == 0)
}

/// Runs a stage and says how it went.
fn one(stage: &Stage, bench: &mut Bench) -> Result<(Counts, bool)> {
    let log = Log::create(bench.workspace.target.join("xtask").join(format!("{}.log", stage.name)))?;
    let start = Instant::now();
    // A stage that cannot even begin has failed as well; the others still tell something.
    let passed = match (stage.act)(bench, &log) {
        Ok(passed) => passed,
        Err(error) => {
            log.line(&format!("{error:#}"))?;
            false
        }
    };
    let text = log.text()?;
    let mut counts = counts::read(&text);
    // Without a count of its own (format, clippy, a crash of the runner) a failed stage is one failure.
    if !passed && counts.failed == 0 {
        counts.failed = 1;
    }
    let passed = counts.failed == 0;
    let seconds = start.elapsed().as_secs();
    let tests = if counts == Counts::default() {
        String::new()
    } else {
        format!(" ({})", counts.closing_line())
    };
    println!("{} {seconds} s{tests}", if passed { "ok" } else { "FAILED" });
    if !passed {
        let lines: Vec<&str> = text.lines().collect();
        for line in &lines[lines.len().saturating_sub(LINES_SHOWN)..] {
            println!("    {line}");
        }
        println!("    (all of it: {})", log.path().display());
    }
    Ok((counts, passed))
}

/// What the words after `test` ask for.
struct Asked {
    only: Vec<String>,
    filter: Option<String>,
}

impl Asked {
    /// `[--only STAGE…] [FILTER]`: after `--only`, words that name a stage are stages, the next is the filter.
    fn read(rest: &[String], names: &[&str]) -> Result<Self> {
        let mut asked = Self {
            only: Vec::new(),
            filter: None,
        };
        let mut is_only = false;
        for word in rest {
            if word == "--only" {
                is_only = true;
            } else if is_only && names.contains(&word.as_str()) {
                asked.only.push(word.clone());
            } else if word.starts_with('-') || asked.filter.is_some() {
                anyhow::bail!("\"{word}\" is not understood: test [--only STAGE…] [FILTER]");
            } else if is_only && asked.only.is_empty() {
                anyhow::bail!("there is no stage \"{word}\"; there are: {}", names.join(" "));
            } else {
                asked.filter = Some(word.clone());
            }
        }
        anyhow::ensure!(
            !is_only || !asked.only.is_empty(),
            "--only needs a stage of: {}",
            names.join(" ")
        );
        Ok(asked)
    }

    fn has(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Asked> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        Asked::read(&words, &["format", "rules", "slices"])
    }

    #[test]
    fn stages_and_filter_are_told_apart() {
        let asked = read(&["--only", "rules", "slices", "forum"]).expect("understood");
        assert_eq!((asked.only.len(), asked.filter.as_deref()), (2, Some("forum")));
        assert!(asked.has("rules") && !asked.has("format"));
        let asked = read(&["forum"]).expect("understood");
        assert!(asked.has("format") && asked.filter.as_deref() == Some("forum"));
    }

    #[test]
    fn a_stage_that_is_not_there_is_refused() {
        assert!(read(&["--only", "crash"]).is_err());
        assert!(read(&["--only"]).is_err());
        assert!(read(&["--fast"]).is_err());
    }
}
