//! The dependencies in a `Cargo.toml`, read line by line: the house writes `name.workspace = true` or `name = …`, one a line.

use super::tree::{SourceFile, Tree};

/// When a dependency is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// By the product.
    Product,
    /// By tests alone.
    Tests,
}

/// One dependency.
#[derive(Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Its name.
    pub name: String,
    /// When it is needed.
    pub need: Need,
    /// Line in the file, from 1.
    pub line: usize,
}

/// One crate.
pub struct Manifest<'a> {
    /// Path of its `Cargo.toml`.
    pub path: &'a str,
    /// Its folder.
    pub folder: &'a str,
    /// Its name.
    pub name: String,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
}

/// Every crate but the root.
pub fn all(tree: &Tree) -> Vec<Manifest<'_>> {
    tree.files.iter().filter_map(of).collect()
}

fn of(file: &SourceFile) -> Option<Manifest<'_>> {
    let folder = file.path.strip_suffix("/Cargo.toml")?;
    let mut manifest = Manifest {
        path: &file.path,
        folder,
        name: String::new(),
        dependencies: Vec::new(),
    };
    let mut section = "";
    for (number, line) in file.text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(header) = line.strip_prefix('[') {
            section = header.trim_end_matches(']');
            // `[dependencies.name]`
            if let Some((before, name)) = section.rsplit_once("dependencies.") {
                manifest.dependencies.push(dependency(name, before, number));
            }
        } else if let Some((key, value)) = line.split_once('=') {
            let key = key.trim();
            if section == "package" && key == "name" {
                manifest.name = value.trim().trim_matches('"').to_owned();
            } else if let Some(before) = section.strip_suffix("dependencies") {
                let name = key.split('.').next().unwrap_or(key);
                manifest.dependencies.push(dependency(name, before, number));
            }
        }
    }
    Some(manifest)
}

fn dependency(name: &str, before: &str, number: usize) -> Dependency {
    let need = if before.ends_with("dev-") {
        Need::Tests
    } else {
        Need::Product
    };
    Dependency {
        name: name.trim_matches('"').to_owned(),
        need,
        line: number + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let text = "[package]\nname = \"a\"\n[dependencies]\nb.workspace = true # why\nc = { path = \"x\" }\n\
                    [dev-dependencies]\nd = \"1\"\n[dependencies.e]\nversion = \"1\"\n[target.'cfg(unix)'.dependencies]\nf = \"1\"\n";
        let tree = Tree::of(&[("engines/a/Cargo.toml", text), ("Cargo.toml", text)]);
        let manifests = all(&tree);
        assert_eq!(manifests.len(), 1);
        assert_eq!((manifests[0].name.as_str(), manifests[0].folder), ("a", "engines/a"));
        let names: Vec<(&str, Need)> = manifests[0]
            .dependencies
            .iter()
            .map(|d| (d.name.as_str(), d.need))
            .collect();
        let product = Need::Product;
        assert_eq!(
            names,
            [
                ("b", product),
                ("c", product),
                ("d", Need::Tests),
                ("e", product),
                ("f", product)
            ]
        );
    }
}
