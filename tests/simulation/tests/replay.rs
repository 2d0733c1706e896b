//! One seed: the same run each time, and readable.

use simulation::{Plan, run};
use std::io::Write as _;

/// Moves of a run, if nothing else is asked for.
const STEPS: u64 = 4_000;

fn number(name: &str) -> Option<u64> {
    let value = std::env::var(name).ok()?;
    let number = value.parse();
    Some(number.unwrap_or_else(|_| panic!("{name} is not a number: {value}")))
}

/// Written to the handle, because the test runner hides what the print macros say in tests that pass.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Replays one run with all its moves: `LANGNGHE_SIM_SEED`, and `LANGNGHE_SIM_STEPS` for other than the usual number.
#[test]
fn one_seed() {
    let Some(seed) = number("LANGNGHE_SIM_SEED") else {
        return;
    };
    let plan = Plan {
        seed,
        steps: number("LANGNGHE_SIM_STEPS").unwrap_or(STEPS),
        broken: None,
        traced: true,
    };
    match run(plan) {
        Ok(report) => {
            report.trace.iter().for_each(|line| say(line));
            say(&format!("seed {seed}: nothing is wrong; {:?}", report.counts));
        }
        Err(failure) => {
            failure.trace.iter().for_each(|line| say(line));
            panic!("{}", failure.what);
        }
    }
}

#[test]
fn a_seed_is_the_whole_run() {
    for seed in 0..8 {
        let plan = |traced| Plan {
            seed,
            steps: STEPS,
            broken: None,
            traced,
        };
        let report = |traced| run(plan(traced)).unwrap_or_else(|failure| panic!("{failure}"));
        let (first, second, untraced) = (report(true), report(true), report(false));
        assert!(first.trace == second.trace, "seed {seed} went two ways");
        assert_eq!(
            (first.root, &first.counts),
            (untraced.root, &untraced.counts),
            "seed {seed}"
        );
    }
}
