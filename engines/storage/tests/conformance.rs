//! Every store passes the one suite; and random walks that shrink when they fail.

mod common;

use common::In;
use proptest::prelude::*;
use storage::conformance::model::{Step, check};
use storage::postgres::{Replication, throwaway::Throwaway};
use storage::{Memory, Postgres, Sqlite};

storage::conformance!(memory, Box::new(Memory::new()));
storage::conformance!(sqlite, In::new(|dir| Sqlite::open(dir).expect("opened")));
storage::conformance!(postgres, InDatabase::new());

/// A store in a database of its own.
struct InDatabase {
    // Closed before its database goes.
    store: Postgres,
    _database: Throwaway,
}

impl InDatabase {
    fn new() -> Self {
        let database = Throwaway::new();
        InDatabase {
            store: Postgres::open(&database.address(), Replication::NoneIAcceptLoss).expect("opened"),
            _database: database,
        }
    }
}

impl std::ops::Deref for InDatabase {
    type Target = Postgres;
    fn deref(&self) -> &Postgres {
        &self.store
    }
}

#[test]
fn the_suite_can_be_run_as_one() {
    storage::conformance::run(|| Box::new(Memory::new()));
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(any::<u64>().prop_map(Step::of), 1..most)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn memory_is_the_model(steps in steps(120)) {
        check(&Memory::new(), &steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn sqlite_is_the_model(steps in steps(60)) {
        check(&*In::new(|dir| Sqlite::open(dir).expect("opened")), &steps);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn postgres_is_the_model(steps in steps(60)) {
        check(&*InDatabase::new(), &steps);
    }
}
