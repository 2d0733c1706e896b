//! `cargo xtask crash`: the crash test for longer than `./x test` has time for.

use crate::shell::cargo;
use crate::stages::BUILD;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::process::Command;

/// Rounds on each database when none are asked for.
const ROUNDS: &str = "200";
/// The databases, by the names the crash test knows them by.
pub const DATABASES: [&str; 2] = ["sqlite", "postgres"];

/// Runs it in the foreground; false when it failed.
pub fn run(rest: &[String]) -> Result<bool> {
    let workspace = Workspace::read()?;
    anyhow::ensure!(workspace.has("crash"), "there is no crate tests/crash in this tree");
    let built = cargo(&workspace.root)
        .args(BUILD)
        .status()
        .context("cargo cannot be started")?;
    if !built.success() {
        return Ok(false);
    }
    let asked = |word: &str| rest.iter().any(|asked| asked == word);
    let mut passed = true;
    for database in DATABASES {
        if asked("--database") && !asked(database) {
            continue;
        }
        let mut command = command(&workspace);
        if !asked("--rounds") {
            command.args(["--rounds", ROUNDS]);
        }
        command.args(rest);
        if !asked("--database") {
            command.args(["--database", database]);
        }
        passed &= command.status().context("the crash test cannot be started")?.success();
    }
    Ok(passed)
}

/// The built crash test, told which server to kill.
pub fn command(workspace: &Workspace) -> Command {
    let mut command = Command::new(workspace.debug_binary("crash"));
    command
        .current_dir(&workspace.root)
        .env("LANGNGHE_BIN", workspace.debug_binary("langnghe"));
    command
}
