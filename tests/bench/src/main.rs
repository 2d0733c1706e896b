//! `bench [SCENE…] [--entries N] [--seconds N] [--write BENCHMARKS.md]`: what the house promises of speed, measured as
//! ratios in one run, each figure beside the disk or the peer it is to be read against. `./x bench` builds and runs it.
//!
//! A failure during a measurement ends it. Figures depend on the machine; none of them is a test.

mod bench;
mod browser;
mod child;
mod click;
mod clients;
mod disk;
mod figures;
mod fill;
mod http;
mod jobs;
mod nginx;
mod office;
mod page;
mod pages;
mod peer;
mod place;
mod plan;
mod process;
mod server;
mod shelf;
mod start;
mod watched;
mod writes;
mod wrk;

use bench::Bench;
use page::Table;
use plan::{Plan, Scene};
use std::path::Path;
use std::process::ExitCode;

#[allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that reports to a person"
)]
fn main() -> ExitCode {
    let mut words = std::env::args().skip(1).peekable();
    let done = if words.peek().is_some_and(|word| word == child::WORD) {
        child::run(words.skip(1)).map(|told| println!("{told}"))
    } else {
        match Plan::read(words) {
            Ok(plan) => run(plan),
            Err(why) => Err(format!("{why}\n{}", plan::USAGE)),
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

#[allow(clippy::print_stdout, reason = "a program that reports to a person")]
fn run(plan: Plan) -> Result<(), String> {
    if let Some(page) = &plan.write {
        // Before anything is measured: a page without the mark would lose the work of an hour.
        for scene in &plan.scenes {
            page::replaced(&read(page)?, &plan.mark(*scene), "").map_err(|why| format!("{}: {why}", page.display()))?;
        }
    }
    let bench = Bench::new(plan)?;
    for scene in bench.plan.scenes.clone() {
        let table = measure(&bench, scene).map_err(|why| format!("{}: {why}", scene.name()))?;
        println!("\n{}\n\n{table}", scene.name());
        if let Some(page) = &bench.plan.write {
            write(page, &bench.plan.mark(scene), &table)?;
        }
    }
    Ok(())
}

fn measure(bench: &Bench, scene: Scene) -> Result<Table, String> {
    match scene {
        Scene::Writes => writes::measure(bench),
        Scene::Click => click::measure(bench),
        Scene::Http => http::measure(bench),
        Scene::Start => start::measure(bench),
        Scene::Pages => pages::measure(bench),
    }
}

/// Each table is written when it is there: a later measurement that fails takes none back.
fn write(page: &Path, mark: &str, table: &Table) -> Result<(), String> {
    let text = page::replaced(&read(page)?, mark, &table.to_string())?;
    std::fs::write(page, text).map_err(|why| format!("{}: {why}", page.display()))
}

fn read(page: &Path) -> Result<String, String> {
    std::fs::read_to_string(page).map_err(|why| format!("{}: {why}", page.display()))
}

/// Says the newest row while the others are measured.
#[allow(clippy::print_stderr, reason = "a program that reports to a person")]
pub(crate) fn progress(table: &Table) {
    if let Some(row) = table.rows.last() {
        eprintln!("  {}", row.join(" | "));
    }
}
