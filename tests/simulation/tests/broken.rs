//! A check that cannot fail proves nothing: every broken database is found out within a few seeds.

use simulation::{Broken, Plan, run};
use std::io::Write as _;

/// Moves of each run.
const STEPS: u64 = 4_000;

/// Runs within which each has to be found out.
const SEEDS_MAX: u64 = 40;

#[test]
fn broken_databases_are_found_out() {
    for broken in Broken::ALL {
        let plan = |seed| Plan {
            seed,
            steps: STEPS,
            broken: Some(broken),
            traced: false,
        };
        let found = (0..SEEDS_MAX).find_map(|seed| run(plan(seed)).err());
        let Some(failure) = found else {
            panic!("{broken:?} was not found out in {SEEDS_MAX} runs");
        };
        let (seed, step, what) = (failure.plan.seed, failure.step, &failure.what);
        let _ = writeln!(std::io::stderr(), "{broken:?}: seed {seed}, move {step}: {what}");
    }
}
