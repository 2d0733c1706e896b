//! Arrows between the crates point downwards, as ARCHITECTURE.md draws them; `portal`, `forum` and `people` never see one another.

use super::Finding;
use super::manifest::{self, Need};
use super::tree::Tree;

const EVERY_SCREEN: &[&str] = &[
    "base",
    "documents",
    "law",
    "ledger",
    "world",
    "people",
    "portal",
    "forum",
    "search",
    "visits",
    "web-kit",
    "web-scene",
];

const EVERYTHING: &[&str] = &[
    "base",
    "documents",
    "law",
    "ledger",
    "storage",
    "visits",
    "people",
    "portal",
    "forum",
    "world",
    "web-kit",
    "web-scene",
    "web-portal",
    "web-follow",
    "web-forum",
    "web-outcome",
    "web-report",
    "web-vote",
    "web-people",
    "web-record",
];

/// What the tests of screens stand on. It is in nobody's list: no product may use it.
const RIG: &str = "web-rig";

/// Each crate and the crates of ours that it may use.
const GRAPH: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("ledger", &["base"]),
    ("roster", &["base"]),
    ("search", &["base"]),
    ("storage", &["base", "ledger"]),
    ("documents", &[]),
    ("visits", &["base"]),
    // Law as dated data, for `world` and the screens: slices take its numbers as arguments.
    ("law", &["base"]),
    ("people", &["base"]),
    ("portal", &["base"]),
    ("forum", &["base"]),
    ("world", &["base", "law", "ledger", "people", "portal", "forum"]),
    ("web-kit", &["base"]),
    // What every screen is given; it stands above the stores, so that no screen does.
    (
        "web-scene",
        &[
            "base",
            "documents",
            "law",
            "ledger",
            "storage",
            "visits",
            "world",
            "people",
            "portal",
            "forum",
            "web-kit",
        ],
    ),
    ("web-portal", EVERY_SCREEN),
    ("web-forum", EVERY_SCREEN),
    ("web-report", EVERY_SCREEN),
    ("web-vote", EVERY_SCREEN),
    ("web-outcome", EVERY_SCREEN),
    ("web-follow", EVERY_SCREEN),
    ("web-people", EVERY_SCREEN),
    ("web-record", EVERY_SCREEN),
    (
        RIG,
        &["base", "ledger", "storage", "world", "people", "web-kit", "web-scene"],
    ),
    ("langnghe", EVERYTHING),
];

/// Findings: a crate that is not drawn, an arrow that is not drawn.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let manifests = manifest::all(tree);
    let ours: Vec<(&str, &str)> = manifests
        .iter()
        .map(|manifest| (manifest.name.as_str(), manifest.folder))
        .collect();
    for manifest in &manifests {
        let floor = manifest.folder.split('/').next().unwrap_or_default();
        // Tests may use anything.
        if !matches!(floor, "engines" | "domain" | "surfaces") {
            continue;
        }
        let Some((_, allowed)) = GRAPH.iter().find(|(name, _)| *name == manifest.name) else {
            let what = format!(
                "`{}` is not in the graph: draw its arrows in xtask/src/tidy/crate_graph.rs",
                manifest.name
            );
            findings.push(Finding::new(manifest.path, 1, what));
            continue;
        };
        for dependency in &manifest.dependencies {
            let Some((name, folder)) = ours.iter().find(|(name, _)| *name == dependency.name) else {
                continue;
            };
            let upwards = floor != "surfaces" && folder.starts_with("surfaces/");
            let undrawn = dependency.need == Need::Product && !allowed.contains(name);
            if upwards || undrawn {
                let way_out = if *name == RIG && !upwards {
                    "only tests may, under [dev-dependencies]"
                } else {
                    "move what both need downwards"
                };
                let what = format!("`{}` may not use `{name}`: {way_out}", manifest.name);
                findings.push(Finding::new(manifest.path, dependency.line, what));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(name: &str, body: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{body}")
    }

    #[test]
    fn a_wrong_arrow_is_found() {
        let forum = manifest(
            "forum",
            "[dependencies]\nbase.workspace = true\nportal.workspace = true\n",
        );
        let portal = manifest(
            "portal",
            "[dev-dependencies]\nforum.workspace = true\nweb-kit.workspace = true\n",
        );
        let tree = Tree::of(&[
            ("domain/forum/Cargo.toml", &forum),
            ("domain/portal/Cargo.toml", &portal),
            ("surfaces/web-kit/Cargo.toml", &manifest("web-kit", "")),
            ("engines/unheard/Cargo.toml", &manifest("unheard", "")),
            (
                "tests/crash/Cargo.toml",
                &manifest("crash", "[dependencies]\nforum.workspace = true\n"),
            ),
        ]);
        let places: Vec<(String, usize)> = check(&tree).into_iter().map(|found| (found.path, found.line)).collect();
        let expected = [
            ("domain/forum/Cargo.toml", 5),
            ("domain/portal/Cargo.toml", 5),
            ("engines/unheard/Cargo.toml", 1),
        ];
        assert_eq!(places, expected.map(|(path, line)| (path.to_owned(), line)));
    }

    #[test]
    fn only_tests_use_the_rig() {
        let rig = manifest("web-rig", "[dependencies]\nweb-kit.workspace = true\n");
        let forum = manifest("web-forum", "[dependencies]\nweb-rig.workspace = true\n");
        let people = manifest("web-people", "[dev-dependencies]\nweb-rig.workspace = true\n");
        let below = manifest("forum", "[dev-dependencies]\nweb-rig.workspace = true\n");
        let tree = Tree::of(&[
            ("domain/forum/Cargo.toml", &below),
            ("surfaces/web-forum/Cargo.toml", &forum),
            ("surfaces/web-kit/Cargo.toml", &manifest("web-kit", "")),
            ("surfaces/web-people/Cargo.toml", &people),
            ("surfaces/web-rig/Cargo.toml", &rig),
        ]);
        let found: Vec<String> = check(&tree)
            .into_iter()
            .map(|found| format!("{}:{}: {}", found.path, found.line, found.what))
            .collect();
        let expected = [
            "domain/forum/Cargo.toml:4: `forum` may not use `web-rig`: move what both need downwards",
            "surfaces/web-forum/Cargo.toml:4: `web-forum` may not use `web-rig`: only tests may, under [dev-dependencies]",
        ];
        assert_eq!(found, expected);
    }
}
