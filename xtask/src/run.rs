//! `./x run`: the demonstration from a release build.

use crate::npm;
use crate::shell::cargo;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Builds, then becomes the server; comes back only when that was not possible.
pub fn run(rest: &[String]) -> Result<bool> {
    eprintln!("{}", npm::fonts()?);
    let workspace = Workspace::read()?;
    eprintln!("building (the first time takes some minutes) …");
    let built = cargo(&workspace.root)
        .args(["build", "--release", "--package", "langnghe"])
        .status()
        .context("cargo cannot be started")?;
    if !built.success() {
        return Ok(false);
    }
    let binary = workspace.target.join("release/langnghe");
    let error = Command::new(&binary)
        .current_dir(&workspace.root)
        .args([
            "serve",
            "--demo",
            "--data",
            "data-demo",
            "--high-water",
            "data-demo.high-water",
        ])
        .args(rest.iter().filter(|word| *word != "--"))
        .exec();
    Err(error).with_context(|| format!("{} cannot be started", binary.display()))
}
