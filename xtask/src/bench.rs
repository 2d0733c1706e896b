//! `cargo xtask bench`: what the house promises of speed, measured on release builds and written into the page of figures.

use crate::npm;
use crate::shell::cargo;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::process::Command;

/// The page of figures, relative to the root.
const PAGE: &str = "BENCHMARKS.md";

/// Builds server and benchmark together, so that both have the same features, and measures in the foreground.
pub fn run(rest: &[String]) -> Result<bool> {
    let workspace = Workspace::read()?;
    anyhow::ensure!(workspace.has("bench"), "there is no crate tests/bench in this tree");
    // With the fonts, as `./x run` builds it: the same program is measured and run.
    eprintln!("{}", npm::fonts()?);
    eprintln!("building (the first time takes some minutes) …");
    let built = cargo(&workspace.root)
        .args(["build", "--release", "--package", "langnghe", "--package", "bench"])
        .status()
        .context("cargo cannot be started")?;
    if !built.success() {
        return Ok(false);
    }
    let release = workspace.target.join("release");
    let status = Command::new(release.join("bench"))
        .current_dir(&workspace.root)
        .env("LANGNGHE_BIN", release.join("langnghe"))
        .arg("--folder")
        .arg(&workspace.target)
        .args(["--write", PAGE])
        .args(rest)
        .status()
        .context("the benchmark cannot be started")?;
    Ok(status.success())
}
