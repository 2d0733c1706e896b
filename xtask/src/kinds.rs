//! `cargo xtask kinds`: what is new in kinds of entries goes into `schemas/kinds.lock`; what is old never changes there.

use crate::tidy::kinds::{LOCK, check, with_new};
use crate::tidy::tree::Tree;
use crate::workspace;
use anyhow::{Context, Result};
use std::fs;

/// Prints what differs, or with `--write` adds what is new; false when anything old has changed.
pub fn run(rest: &[String]) -> Result<bool> {
    let root = workspace::root();
    let tree = Tree::read(&root)?;
    let write = rest.iter().any(|word| word == "--write");
    let findings = if write {
        match with_new(&tree) {
            Ok((text, new)) => {
                let path = root.join(LOCK);
                if new > 0 {
                    fs::create_dir_all(path.parent().unwrap_or(&root))?;
                    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
                }
                println!("{new} new lines in {LOCK}");
                return Ok(true);
            }
            Err(findings) => findings,
        }
    } else {
        check(&tree)
    };
    for finding in &findings {
        println!("{}:{}: {}", finding.path, finding.line, finding.what);
    }
    if findings.is_empty() {
        println!("{LOCK} holds every kind and every type in it");
    }
    Ok(findings.is_empty())
}
