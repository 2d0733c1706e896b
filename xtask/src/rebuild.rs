//! `cargo xtask rebuild`: how long a designer waits to see an edited template.

use crate::shell::cargo;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

/// Builds measured; the middle one is the figure.
const BUILDS: usize = 5;

/// The file as it was, put back when this goes out of scope, whatever happened between.
struct Original {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Drop for Original {
    fn drop(&mut self) {
        if let Err(error) = fs::write(&self.path, &self.bytes) {
            eprintln!(
                "{} could not be put back ({error}); it ends in spaces too many",
                self.path.display()
            );
        }
    }
}

/// Measures and prints; false when a build failed.
pub fn run(rest: &[String]) -> Result<bool> {
    let workspace = Workspace::read()?;
    let path = match rest.first() {
        Some(path) => workspace.root.join(path),
        None => a_template(&workspace.root)?,
    };
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    if !build(&workspace)? {
        eprintln!("cargo build fails before any edit");
        return Ok(false);
    }
    let original = Original { path, bytes };
    let mut seconds = Vec::with_capacity(BUILDS);
    for number in 0..BUILDS {
        let mut edited = original.bytes.clone();
        if number % 2 == 0 {
            edited.push(b' ');
        }
        fs::write(&original.path, edited).with_context(|| format!("{} cannot be written", original.path.display()))?;
        let start = Instant::now();
        if !build(&workspace)? {
            eprintln!("cargo build fails after an edit of {}", original.path.display());
            return Ok(false);
        }
        seconds.push(start.elapsed().as_secs_f64());
    }
    seconds.sort_by(f64::total_cmp);
    let all: Vec<String> = seconds.iter().map(|second| format!("{second:.1}")).collect();
    let shown = original.path.strip_prefix(&workspace.root).unwrap_or(&original.path);
    println!(
        "rebuild after an edit of {}: {:.1} s (median of {})",
        shown.display(),
        seconds[BUILDS / 2],
        all.join(", ")
    );
    Ok(true)
}

fn build(workspace: &Workspace) -> Result<bool> {
    let status = cargo(&workspace.root)
        .args(["build", "--quiet"])
        .stdin(Stdio::null())
        .status()
        .context("cargo cannot be started")?;
    Ok(status.success())
}

fn a_template(root: &Path) -> Result<PathBuf> {
    let mut found = Vec::new();
    for crate_name in ["web-forum", "web-portal", "web-people"] {
        templates(&root.join("surfaces").join(crate_name).join("src"), &mut found);
    }
    found.sort();
    found
        .into_iter()
        .next()
        .context("there is no template under surfaces yet")
}

fn templates(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            templates(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.push(path);
        }
    }
}
