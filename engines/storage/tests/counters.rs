//! The counters of `ops.db`.

mod common;

use base::fact::PersonId;
use base::time::Minute;
use common::Folder;
use storage::ops::{Found, OPS_FILE, Ops};

fn number(name: &str, value: u64) -> (String, u64) {
    (name.to_owned(), value)
}

#[test]
fn numbers_are_kept_by_name() {
    let dir = Folder::new();
    let (ops, _) = Ops::open(&dir).expect("opened");
    assert!(ops.counters().expect("read").is_empty());
    ops.keep_counters(&[number("a", 1), number("b", u64::MAX)])
        .expect("kept");
    ops.keep_counters(&[number("a", 2)]).expect("kept");
    ops.keep_counters(&[]).expect("kept");
    drop(ops);
    let (ops, found) = Ops::open(&dir).expect("opened");
    assert_eq!(found, Found::Kept);
    let most = i64::MAX as u64;
    let kept = [number("a", 2), number("b", most)];
    assert_eq!(ops.counters().expect("read"), kept.into_iter().collect());
}

#[test]
fn a_file_from_before_there_were_counters_keeps_its_sessions() {
    let dir = Folder::new();
    let (ops, _) = Ops::open(&dir).expect("opened");
    ops.start([1; 32], PersonId(1), Minute::MIN).expect("started");
    drop(ops);
    let older = "DROP TABLE counters; PRAGMA user_version = 1;";
    let raw = rusqlite::Connection::open(dir.join(OPS_FILE)).expect("raw");
    raw.execute_batch(older).expect("made older");
    drop(raw);
    for _ in 0..2 {
        let (ops, found) = Ops::open(&dir).expect("opened");
        assert_eq!(found, Found::Kept);
        assert!(ops.session([1; 32]).expect("read").is_some());
        let before = ops.counters().expect("read").get("a").copied().unwrap_or(0);
        ops.keep_counters(&[number("a", before + 1)]).expect("kept");
    }
    let (ops, _) = Ops::open(&dir).expect("opened");
    assert_eq!(ops.counters().expect("read").get("a"), Some(&2));
}
