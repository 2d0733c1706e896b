//! The files of the repository, read once; a test makes a small one from samples.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Folders that hold nothing written by hand.
const LEFT_OUT: [&str; 4] = [".git", "target", "node_modules", "data-demo"];

/// The crate that only tests depend on (`crate_graph` sees to it).
const TEST_CRATE: &str = "surfaces/web-rig/";

/// One text file.
pub struct SourceFile {
    /// Relative to the root, with `/`.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// All text files, ordered by path, and the paths of everything that exists.
pub struct Tree {
    /// Text files.
    pub files: Vec<SourceFile>,
    paths: BTreeSet<String>,
}

impl Tree {
    /// Reads everything below `root` that is not made by a build.
    pub fn read(root: &Path) -> Result<Self> {
        let mut tree = Self {
            files: Vec::new(),
            paths: BTreeSet::new(),
        };
        tree.add(root, "")?;
        tree.files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(tree)
    }

    fn add(&mut self, folder: &Path, prefix: &str) -> Result<()> {
        let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // A linked work tree has a file of this name in place of the folder.
            if LEFT_OUT.contains(&name.as_str()) {
                continue;
            }
            let path = format!("{prefix}{name}");
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.add(&entry.path(), &format!("{path}/"))?;
            } else if kind.is_file() {
                // A file removed between listing and reading is not there: an editor's copy, say.
                if let Ok(text) = String::from_utf8(fs::read(entry.path()).unwrap_or_default()) {
                    self.files.push(SourceFile {
                        path: path.clone(),
                        text,
                    });
                }
            }
            self.paths.insert(path);
        }
        Ok(())
    }

    /// A tree of samples: path and content.
    #[cfg(test)]
    pub fn of(samples: &[(&str, &str)]) -> Self {
        let mut tree = Self {
            files: Vec::new(),
            paths: BTreeSet::new(),
        };
        for (path, text) in samples {
            tree.files.push(SourceFile {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
            });
            for (at, _) in path.match_indices('/') {
                tree.paths.insert(path[..at].to_owned());
            }
            tree.paths.insert((*path).to_owned());
        }
        tree
    }

    /// The file at this path.
    pub fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether a file or folder is at this path.
    pub fn exists(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Files with this ending below one of these folders.
    pub fn below<'a>(&'a self, folders: &'a [&str], ending: &'a str) -> impl Iterator<Item = &'a SourceFile> {
        self.files.iter().filter(move |file| {
            file.path.ends_with(ending) && folders.iter().any(|folder| file.path.starts_with(folder))
        })
    }
}

impl SourceFile {
    /// Whether only tests use it, by its place or its name.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || self.path.starts_with(TEST_CRATE)
            || name == "tests.rs"
            || name.ends_with("_tests.rs")
            || name.ends_with(".test.mjs")
    }

    /// Line of a byte position, from 1.
    pub fn line_at(&self, position: usize) -> usize {
        self.text
            .as_bytes()
            .iter()
            .take(position)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_files_are_known_by_name() {
        let tree = Tree::of(&[
            ("engines/a/src/x_tests.rs", ""),
            ("tests/a/b.rs", ""),
            ("engines/a/src/latests.rs", "a\nb"),
        ]);
        assert_eq!(
            tree.files.iter().map(SourceFile::is_test).collect::<Vec<_>>(),
            [true, true, false]
        );
        assert_eq!(tree.files[2].line_at(2), 2);
        assert!(tree.exists("engines/a") && !tree.exists("engines/b"));
        assert_eq!(tree.below(&["engines/"], ".rs").count(), 2);
    }
}
