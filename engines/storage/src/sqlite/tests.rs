//! What needs the connection inside: a full disk before COMMIT.

use super::*;
use crate::conformance::{batch, entries_of, sealed_of};

#[test]
fn a_full_disk_before_the_commit_keeps_nothing_and_stops_nothing() {
    let dir = std::env::temp_dir().join(format!("storage-full-{}", std::process::id()));
    let store = Sqlite::open(&dir).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 10)).expect("appended");
    let before = store.head().expect("a head");
    let limit = |pages: i64| {
        let writer = store.writer().expect("the writer");
        writer
            .query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))
            .expect("a limit");
    };
    limit(1);
    for _ in 0..2 {
        let refused = store.append(epoch, &batch(10, 500));
        assert!(matches!(refused, Err(AppendError::NotCommitted(_))), "{refused:?}");
    }
    assert_eq!(store.head().expect("a head"), before);
    assert_eq!(entries_of(&store, 0, u64::MAX).len(), 10);
    assert_eq!(sealed_of(&store, 0, u64::MAX).len(), 20);
    limit(1_000_000);
    store
        .append(epoch, &batch(10, 500))
        .expect("appended once there is room");
    assert_eq!(store.head().expect("a head").size, 510);
    let mode = |pragma: &str| -> i64 {
        let writer = store.writer().expect("the writer");
        writer
            .query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
            .expect("a number")
    };
    assert_eq!((mode("synchronous"), mode("secure_delete")), (2, 1), "FULL and ON");
    drop(store);
    std::fs::remove_dir_all(&dir).expect("removed");
}
