//! A million moves, in runs of some thousand, in four parts that may run beside one another.

use simulation::{Plan, run};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::time::Instant;

/// Moves of each run.
const STEPS: u64 = 4_000;

/// Moves of all parts together, if nothing else is asked for with `LANGNGHE_SIM_STEPS`.
const STEPS_ALL: u64 = 1_000_000;

const PARTS: u64 = 4;

fn part(part: u64) {
    let all = std::env::var("LANGNGHE_SIM_STEPS").map_or(STEPS_ALL, |steps| {
        steps
            .parse()
            .unwrap_or_else(|_| panic!("LANGNGHE_SIM_STEPS is not a number: {steps}"))
    });
    let seeds = all.div_ceil(STEPS * PARTS);
    let seeds = part * seeds..(part + 1) * seeds;
    let start = Instant::now();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let (mut steps, mut entries) = (0, 0);
    for seed in seeds.clone() {
        let plan = |traced| Plan {
            seed,
            steps: STEPS,
            broken: None,
            traced,
        };
        match run(plan(false)) {
            Ok(report) => {
                steps += report.steps;
                entries += report.entries;
                for (what, n) in report.counts {
                    *counts.entry(what).or_default() += n;
                }
            }
            // Once more, to tell how it came.
            Err(failure) => panic!("{}", run(plan(true)).err().unwrap_or(failure)),
        }
    }
    let secs = start.elapsed().as_secs_f64();
    // Written to the handle, because the test runner hides what the print macros say in tests that pass.
    let _ = writeln!(
        std::io::stderr(),
        "simulation: {steps} moves, {entries} entries, seeds {seeds:?} of {STEPS} moves, {secs:.1} s; {counts:?}"
    );
}

#[test]
fn first_quarter() {
    part(0);
}

#[test]
fn second_quarter() {
    part(1);
}

#[test]
fn third_quarter() {
    part(2);
}

#[test]
fn last_quarter() {
    part(3);
}
