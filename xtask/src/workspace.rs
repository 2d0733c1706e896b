//! Where things are: the root, the target folder, the members.

use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The workspace as `cargo metadata` tells it.
pub struct Workspace {
    /// Folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo builds to.
    pub target: PathBuf,
    /// Every member crate.
    pub members: Vec<Member>,
}

/// One member crate.
pub struct Member {
    /// Its name in `Cargo.toml`.
    pub name: String,
    /// Its folder, relative to the root, with `/`.
    pub folder: String,
}

/// The root folder: the parent of this crate's.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

impl Workspace {
    /// Asks cargo; fails when a `Cargo.toml` cannot be read.
    pub fn read() -> Result<Self> {
        let root = root();
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(&root)
            .output()
            .context("cargo metadata cannot be started")?;
        anyhow::ensure!(
            output.status.success(),
            "cargo metadata: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        let json: Value = serde_json::from_slice(&output.stdout).context("cargo metadata wrote no JSON")?;
        let mut members = Vec::new();
        for package in json["packages"]
            .as_array()
            .context("cargo metadata names no packages")?
        {
            let name = package["name"].as_str().context("a package without a name")?;
            let manifest = Path::new(package["manifest_path"].as_str().context("a package without a path")?);
            let folder = manifest.parent().unwrap_or(manifest);
            let folder = folder.strip_prefix(&root).unwrap_or(folder);
            members.push(Member {
                name: name.to_owned(),
                folder: folder.to_string_lossy().replace('\\', "/"),
            });
        }
        let target = json["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?
            .into();
        Ok(Self { root, target, members })
    }

    /// A binary of the development profile, by name.
    pub fn debug_binary(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(name)
    }

    /// Whether a member of this name exists.
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|member| member.name == name)
    }
}
