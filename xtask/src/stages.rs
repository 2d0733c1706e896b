//! The stages of `cargo xtask test`: which there are in this tree, and what each runs.

use crate::counts::Counts;
use crate::crash;
use crate::npm;
use crate::postgres;
use crate::shell::{Log, cargo, on_path};
use crate::tidy;
use crate::tidy::tree::Tree;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use cluster::Cluster;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

/// The one build that every later stage uses: all crates at once, so that each is built with the same features.
pub const BUILD: [&str; 4] = ["build", "--workspace", "--bins", "--tests"];

/// Rounds of the crash test on each database; `cargo xtask crash` has time for more.
const CRASH_ROUNDS: &str = "4";
/// Seconds the leader is frozen there; longer than its silence is borne.
const CRASH_FROZEN_SECONDS: &str = "20";

/// What the stages share.
pub struct Bench {
    /// Where things are.
    pub workspace: Workspace,
    /// Only tests whose name holds this.
    pub filter: Option<String>,
    /// Test programs by crate, once built.
    pub tests: BTreeMap<String, Vec<PathBuf>>,
    /// The database server of the tests, once one of them needed it.
    pub postgres: Option<Cluster>,
}

impl Bench {
    /// How the tests reach their database server, which is started when it is first asked for.
    fn postgres(&mut self) -> Result<String> {
        let cluster = match self.postgres.take() {
            Some(running) => running,
            None => postgres::start()?,
        };
        Ok(self.postgres.insert(cluster).address())
    }
}

/// What a stage runs; false when something in it failed.
type Act = fn(&mut Bench, &Log) -> Result<bool>;

/// One stage.
pub struct Stage {
    /// Its name, for `--only`.
    pub name: &'static str,
    /// What it runs.
    pub act: Act,
    /// Whether it uses what the stage `build` made.
    pub needs_build: bool,
}

/// The stages that this tree has, in order.
pub fn all(workspace: &Workspace) -> Vec<Stage> {
    let stage = |name, act: Act| Stage {
        name,
        act,
        needs_build: false,
    };
    let built = |name, act: Act| Stage {
        name,
        act,
        needs_build: true,
    };
    let has_file = |path: &str| workspace.root.join(path).is_file();
    let has_crates = |floor: Floor| {
        workspace
            .members
            .iter()
            .any(|member| floor_of(&member.folder) == Some(floor))
    };
    let mut stages = vec![
        stage("format", |bench, log| {
            log.run(cargo(&bench.workspace.root).args(["fmt", "--all", "--", "--check", "--color=never"]))
        }),
        stage("tidy", tidy_tree),
        stage("clippy", |bench, log| {
            log.run(cargo(&bench.workspace.root).args([
                "clippy",
                "--workspace",
                "--all-targets",
                "--",
                "-D",
                "warnings",
            ]))
        }),
        stage("docs", |bench, log| {
            let root = &bench.workspace.root;
            log.run(
                cargo(root)
                    .env("RUSTDOCFLAGS", "-D warnings")
                    .args(["doc", "--no-deps", "--workspace"]),
            )
        }),
        stage("build", build),
        built("examples", |bench, log| {
            let filter = bench.filter.clone();
            log.run(
                cargo(&bench.workspace.root)
                    .args(["test", "--workspace", "--doc", "--"])
                    .args(filter),
            )
        }),
    ];
    if has_crates(Floor::Rules) {
        stages.push(built("rules", |bench, log| run_tests(bench, log, Floor::Rules)));
    }
    if has_crates(Floor::Stores) {
        stages.push(built("stores", |bench, log| run_tests(bench, log, Floor::Stores)));
    }
    if has_crates(Floor::Slices) {
        stages.push(built("slices", |bench, log| run_tests(bench, log, Floor::Slices)));
    }
    if workspace.has("web-rig") {
        stages.push(built("postgres", slices_on_postgres));
    }
    if has_file("tests/interop/run.py") {
        stages.push(built("interop", interop));
    }
    if has_file("tests/browser/package.json") {
        stages.push(built("browser", browser));
    }
    if workspace.has("crash") {
        stages.push(built("crash", |bench, log| {
            let mut passed = true;
            for database in crash::DATABASES {
                let mut command = crash::command(&bench.workspace);
                command.args(["--database", database, "--rounds", CRASH_ROUNDS]);
                passed &= log.run(command.args(["--frozen", CRASH_FROZEN_SECONDS]))?;
            }
            Ok(passed)
        }));
    }
    stages
}

/// Which stage runs a crate's tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Floor {
    /// Engines and their simulation, domain, and the house's tools.
    Rules,
    /// The stores, against one conformance suite.
    Stores,
    /// Surfaces, through HTTP, and tests of the whole.
    Slices,
}

fn floor_of(folder: &str) -> Option<Floor> {
    match folder.split('/').next()? {
        _ if folder == "engines/storage" => Some(Floor::Stores),
        _ if folder == "tests/simulation" => Some(Floor::Rules),
        "engines" | "domain" | "xtask" => Some(Floor::Rules),
        "surfaces" | "tests" => Some(Floor::Slices),
        _ => None,
    }
}

fn tidy_tree(bench: &mut Bench, log: &Log) -> Result<bool> {
    let report = tidy::report(&Tree::read(&bench.workspace.root)?);
    log.line(&report.to_string())?;
    Ok(report.counts.failed == 0)
}

fn build(bench: &mut Bench, log: &Log) -> Result<bool> {
    let mut command = cargo(&bench.workspace.root);
    let Some(messages) = log.output(command.args(BUILD).arg("--message-format=json-render-diagnostics"))? else {
        return Ok(false);
    };
    let folders: BTreeMap<PathBuf, &str> = bench
        .workspace
        .members
        .iter()
        .map(|member| {
            (
                bench.workspace.root.join(&member.folder).join("Cargo.toml"),
                member.name.as_str(),
            )
        })
        .collect();
    for message in messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
    {
        let manifest = PathBuf::from(message["manifest_path"].as_str().unwrap_or_default());
        let (Some(name), Some(program), Some(true)) = (
            folders.get(&manifest),
            message["executable"].as_str(),
            message["profile"]["test"].as_bool(),
        ) else {
            continue;
        };
        bench.tests.entry((*name).to_owned()).or_default().push(program.into());
    }
    Ok(true)
}

/// What a test program is told about its surroundings.
type Surroundings = Vec<(&'static str, String)>;

fn run_tests(bench: &mut Bench, log: &Log, floor: Floor) -> Result<bool> {
    let surroundings = match floor {
        Floor::Rules => Surroundings::new(),
        Floor::Stores | Floor::Slices => vec![(postgres::CLUSTER_VARIABLE, bench.postgres()?)],
    };
    run_tests_of(bench, log, &surroundings, |folder| floor_of(folder) == Some(floor))
}

/// The tests of all screens once more, with the record in PostgreSQL.
fn slices_on_postgres(bench: &mut Bench, log: &Log) -> Result<bool> {
    let surroundings = vec![
        (postgres::CLUSTER_VARIABLE, bench.postgres()?),
        (postgres::DATABASE_VARIABLE, "postgres".to_owned()),
    ];
    run_tests_of(bench, log, &surroundings, |folder| folder.starts_with("surfaces/web-"))
}

fn run_tests_of(bench: &Bench, log: &Log, surroundings: &Surroundings, chosen: impl Fn(&str) -> bool) -> Result<bool> {
    let surroundings = || surroundings.iter().map(|(name, value)| (name, value));
    let members = bench.workspace.members.iter();
    let members: Vec<_> = members.filter(|member| chosen(&member.folder)).collect();
    if on_path("cargo-nextest") {
        let chosen: Vec<String> = members
            .iter()
            .map(|member| format!("package(={})", member.name))
            .collect();
        let chosen = chosen.join(" + ");
        let mut command = cargo(&bench.workspace.root);
        command.envs(surroundings()).args([
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "--no-tests=pass",
            "-E",
            &chosen,
        ]);
        let passed = log.run(command.args(&bench.filter))?;
        let ignored = ignored(bench, log, &chosen)?;
        if ignored > 0 {
            log.line(
                &Counts {
                    skipped: ignored,
                    ..Counts::default()
                }
                .closing_line(),
            )?;
        }
        return Ok(passed);
    }
    let mut passed = true;
    for member in members {
        let folder = bench.workspace.root.join(&member.folder);
        for program in bench.tests.get(&member.name).into_iter().flatten() {
            let mut command = Command::new(program);
            // As `cargo test` starts them.
            command
                .current_dir(&folder)
                .env("CARGO_MANIFEST_DIR", &folder)
                .envs(surroundings())
                .args(&bench.filter);
            passed &= log.run(&mut command)?;
        }
    }
    Ok(passed)
}

/// How many of the chosen tests are marked `#[ignore]`: nextest's summary counts those together with the filtered ones.
fn ignored(bench: &Bench, log: &Log, chosen: &str) -> Result<u64> {
    let mut command = cargo(&bench.workspace.root);
    command.args([
        "nextest",
        "list",
        "--workspace",
        "--run-ignored=only",
        "--message-format=json",
        "-E",
        chosen,
    ]);
    let list = log.output(command.args(&bench.filter))?.unwrap_or_default();
    let list: Value = serde_json::from_str(&list).unwrap_or_default();
    let suites = list["rust-suites"]
        .as_object()
        .into_iter()
        .flat_map(|suites| suites.values());
    let cases = suites
        .flat_map(|suite| suite["testcases"].as_object())
        .flat_map(|cases| cases.values());
    let ignored = cases.filter(|case| case["ignored"] == true && case["filter-match"]["status"] == "matches");
    Ok(ignored.count() as u64)
}

fn interop(bench: &mut Bench, log: &Log) -> Result<bool> {
    let binary = bench.workspace.debug_binary("langnghe");
    let mut command = Command::new("python3");
    command
        .current_dir(&bench.workspace.root)
        .arg("tests/interop/run.py")
        .arg("--binary")
        .arg(binary);
    log.run(command.env("PYTHONDONTWRITEBYTECODE", "1"))
}

fn browser(bench: &mut Bench, log: &Log) -> Result<bool> {
    let folder = bench.workspace.root.join("tests/browser");
    let node = npm::node(&bench.workspace)?;
    let npm = npm::install(&bench.workspace, "browser", &folder.join("package.json"))
        .context("the browser tests need two packages of npm")?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    let mut command = Command::new(node);
    command
        .current_dir(&bench.workspace.root)
        .args(["--test", "--test-reporter=tap"]);
    if let Some(filter) = &bench.filter {
        command.arg(format!("--test-name-pattern={filter}"));
    }
    command.env("LANGNGHE_BIN", bench.workspace.debug_binary("langnghe"));
    command
        .env("LANGNGHE_NPM", npm)
        .env("LANGNGHE_SHOTS", bench.workspace.target.join("shots"));
    log.run(command.args(files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crate_has_its_stage() {
        assert_eq!(floor_of("engines/storage"), Some(Floor::Stores));
        assert_eq!(floor_of("engines/base"), Some(Floor::Rules));
        assert_eq!(floor_of("xtask"), Some(Floor::Rules));
        assert_eq!(floor_of("surfaces/langnghe"), Some(Floor::Slices));
        assert_eq!(floor_of("tests/crash"), Some(Floor::Slices));
        assert_eq!(floor_of("tests/simulation"), Some(Floor::Rules));
    }

    #[test]
    fn a_stage_is_listed_only_when_it_is_there() {
        let workspace = Workspace {
            root: "nowhere".into(),
            target: "nowhere/target".into(),
            members: Vec::new(),
        };
        let names: Vec<&str> = all(&workspace).iter().map(|stage| stage.name).collect();
        assert_eq!(names, ["format", "tidy", "clippy", "docs", "build", "examples"]);
    }
}
