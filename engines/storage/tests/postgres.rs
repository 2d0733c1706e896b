//! What only a database server can do: refuse its settings, lose a session in the middle of a COMMIT, fail over.

use base::fact::{BlobId, FieldName, SealedRef};
use base::time::Hour;
use cluster::{Cluster, Keeping};
use ledger::store::{AppendError, Batch, Blob, Erasable, Settled, Store, StoreError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};
use storage::Postgres;
use storage::conformance::{batch, entries_of, sealed_of};
use storage::postgres::throwaway::Throwaway;
use storage::postgres::{OpenError, Replication};

/// Time something has to happen that takes moments.
const WAIT: Duration = Duration::from_secs(30);
const LOOK: Duration = Duration::from_millis(10);

fn lossy(address: &str) -> Postgres {
    Postgres::open(address, Replication::NoneIAcceptLoss).expect("opened")
}

fn of(cluster: &Cluster) -> String {
    format!("{} dbname=postgres", cluster.address())
}

fn until(what: &str, mut is: impl FnMut() -> bool) {
    let until = Instant::now() + WAIT;
    while !is() {
        assert!(Instant::now() < until, "{what} does not happen");
        thread::sleep(LOOK);
    }
}

/// A durable cluster, a store that leads in it, three entries in it.
fn with_three() -> (Cluster, Postgres, u64) {
    let cluster = Cluster::start(Keeping::Durable).expect("a cluster");
    let store = lossy(&of(&cluster));
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 3)).expect("appended");
    (cluster, store, epoch)
}

/// Commits wait for a standby that does not exist.
fn wait_for_nobody(cluster: &Cluster, wait: bool) {
    let name = if wait { "nobody" } else { "" };
    let set = format!("ALTER SYSTEM SET synchronous_standby_names = '{name}'");
    cluster.sql(&set).expect("set");
    cluster.sql("SELECT pg_reload_conf()").expect("reloaded");
    until("the setting", || {
        cluster.sql("SHOW synchronous_standby_names").expect("told") == name
    });
}

const WAITS_FOR_STANDBY: &str = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'";

#[test]
fn what_is_not_ours_is_left_alone() {
    let database = Throwaway::new();
    let open = || Postgres::open(&database.address(), Replication::NoneIAcceptLoss);
    let read = || Postgres::open_read_only(&database.address());
    assert!(matches!(read(), Err(OpenError::Missing(_))));
    database
        .run("CREATE SCHEMA langnghe; CREATE TABLE langnghe.theirs (n integer)")
        .expect("made");
    assert!(matches!(open(), Err(OpenError::NotALedger)));
    assert!(matches!(read(), Err(OpenError::NotALedger)));
    database.run("DROP SCHEMA langnghe CASCADE").expect("dropped");
    drop(open().expect("opened"));
    database.run("UPDATE langnghe.format SET version = 2").expect("raised");
    assert!(matches!(open(), Err(OpenError::Newer { found: 2, known: 1 })));
    assert!(matches!(read(), Err(OpenError::Newer { found: 2, known: 1 })));
    database
        .run("UPDATE langnghe.format SET version = 1; UPDATE langnghe.head SET size = 4")
        .expect("changed");
    assert!(matches!(open(), Err(OpenError::Damaged(_))));
}

#[test]
fn an_address_that_cannot_be_used_is_refused_in_words_without_its_password() {
    for (address, expected) in [
        ("postgresql://u:secret@/x?sslmode=require", "TLS"),
        ("user=u password=secret", "names no host"),
        ("nonsense secret", "cannot be used"),
        (
            "host=/nowhere/at/all user=u password=secret dbname=x",
            "x at /nowhere/at/all",
        ),
    ] {
        let why = Postgres::open(address, Replication::NoneIAcceptLoss)
            .expect_err("refused")
            .to_string();
        assert!(why.contains(expected) && !why.contains("secret"), "{why}");
    }
}

#[test]
fn a_database_that_may_lose_what_it_acknowledged_is_refused() {
    let refused = |address: &str| match Postgres::open(address, Replication::Synchronous) {
        Err(OpenError::Unsafe(why)) => why,
        other => panic!("{other:?}"),
    };
    let database = Throwaway::new();
    assert!(refused(&database.address()).contains("fsync"));
    let cluster = Cluster::start(Keeping::Durable).expect("a cluster");
    assert!(refused(&of(&cluster)).contains("synchronous_standby_names"));
    wait_for_nobody(&cluster, true);
    assert!(refused(&of(&cluster)).contains("not connected"));
    wait_for_nobody(&cluster, false);
    cluster
        .sql("CREATE DATABASE old TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
        .expect("made");
    let address = format!("{} dbname=old", cluster.address());
    let why = Postgres::open(&address, Replication::NoneIAcceptLoss).expect_err("refused");
    assert!(why.to_string().contains("UTF8"), "{why}");
}

#[test]
fn a_second_program_hears_who_leads_and_reads_beside_it() {
    let database = Throwaway::new();
    let store = lossy(&database.address());
    let epoch = store.lead().expect("the lead").epoch;
    store.append(epoch, &batch(0, 3)).expect("appended");
    let why = Postgres::open(&database.address(), Replication::NoneIAcceptLoss).expect_err("held");
    assert!(matches!(why, OpenError::Held { .. }), "{why}");
    let reader = Postgres::open_read_only(&database.address()).expect("opened");
    assert_eq!(entries_of(&reader, 0, 9).len(), 3);
    assert!(matches!(
        reader.append(epoch, &batch(3, 1)),
        Err(AppendError::NotCommitted(_))
    ));
    assert!(reader.lead().is_err() && reader.erase(&[Erasable::Blob(BlobId([1; 16]))]).is_err());
    drop(store);
    let store = lossy(&database.address());
    assert!(store.lead().expect("the lead").epoch > epoch);
}

#[test]
fn reading_and_writing_go_on_after_the_database_was_away() {
    let (mut cluster, store, epoch) = with_three();
    for _ in 0..3 {
        assert_eq!(entries_of(&store, 0, 9).len(), 3);
    }
    cluster.kill().expect("killed");
    assert!(matches!(store.head(), Err(StoreError::Failed { .. })));
    cluster.start_again().expect("started again");
    assert_eq!(entries_of(&store, 0, 9).len(), 3);
    let blob = Blob {
        salt: [1; 32],
        bytes: vec![7; 100],
        put: Hour::MIN,
    };
    store.put_blob(BlobId([1; 16]), &blob).expect("kept");
    store.append(epoch, &batch(3, 2)).expect("appended on a new session");
    assert_eq!(store.head().expect("a head").size, 5);
}

#[test]
fn a_wait_for_a_standby_that_is_broken_off_is_no_acknowledgement() {
    let (cluster, store, epoch) = with_three();
    for (first, end) in [(3, "pg_cancel_backend"), (4, "pg_terminate_backend")] {
        let epoch = epoch + (first - 3);
        wait_for_nobody(&cluster, true);
        let given = batch(first, 1);
        let appended = thread::scope(|scope| {
            let append = scope.spawn(|| store.append(epoch, &given));
            until("the wait", || cluster.sql(WAITS_FOR_STANDBY).expect("told") == "1");
            let end = format!("SELECT {end}(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
            cluster.sql(&end).expect("ended");
            append.join().expect("no panic")
        });
        assert!(matches!(appended, Err(AppendError::Unknown(_))), "{end}: {appended:?}");
        wait_for_nobody(&cluster, false);
        assert_eq!(store.settle(epoch, &given), Settled::Kept { epoch: epoch + 1 }, "{end}");
        assert_eq!(store.head().expect("a head").size, first + 1);
    }
}

#[test]
fn a_kill_in_the_middle_of_a_commit_is_settled_by_what_is_there() {
    let (mut cluster, store, epoch) = with_three();
    wait_for_nobody(&cluster, true);
    let given = batch(3, 2);
    let settled = thread::scope(|scope| {
        let append = scope.spawn(|| {
            let appended = store.append(epoch, &given);
            assert!(matches!(appended, Err(AppendError::Unknown(_))), "{appended:?}");
            store.settle(epoch, &given)
        });
        until("the wait", || cluster.sql(WAITS_FOR_STANDBY).expect("told") == "1");
        cluster.kill().expect("killed");
        let configuration = cluster.data().join("postgresql.auto.conf");
        std::fs::write(configuration, "").expect("no standby named any more");
        cluster.start_again().expect("started again");
        append.join().expect("no panic")
    });
    assert_eq!(settled, Settled::Kept { epoch: epoch + 1 });
    assert_eq!(entries_of(&store, 0, 9).len(), 5);
}

#[test]
fn what_ends_before_its_commit_is_known_not_to_be_there() {
    let (cluster, store, epoch) = with_three();
    let waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    for (end, clear) in [("pg_cancel_backend", true), ("pg_terminate_backend", false)] {
        let given = batch(3, 2);
        // Another session holds the head's row, so that the append waits inside its statement.
        let appended = thread::scope(|scope| {
            let holder =
                scope.spawn(|| cluster.sql("BEGIN; SELECT 1 FROM langnghe.head FOR UPDATE; SELECT pg_sleep(60)"));
            until("the hold", || {
                cluster
                    .sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                    .expect("told")
                    == "1"
            });
            let append = scope.spawn(|| store.append(epoch, &given));
            until("the wait", || cluster.sql(waits).expect("told") == "1");
            let end = format!("SELECT {end}(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
            cluster.sql(&end).expect("ended");
            let appended = append.join().expect("no panic");
            cluster
                .sql("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .expect("ended");
            assert!(holder.join().expect("no panic").is_err());
            appended
        });
        if clear {
            assert!(matches!(appended, Err(AppendError::NotCommitted(_))), "{appended:?}");
        } else {
            assert!(matches!(appended, Err(AppendError::Unknown(_))), "{appended:?}");
            assert_eq!(store.settle(epoch, &given), Settled::NotKept { epoch: epoch + 1 });
        }
        assert_eq!(store.head().expect("a head").size, 3);
        assert!(sealed_of(&store, 3, 9).is_empty());
    }
    store
        .append(epoch + 1, &batch(3, 2))
        .expect("the same batch in the new epoch");
}

#[test]
fn a_standby_has_what_was_acknowledged_and_goes_on() {
    let mut primary = Cluster::start(Keeping::Durable).expect("a cluster");
    let standby = Cluster::standby_of(&primary).expect("a standby");
    primary
        .sql("ALTER SYSTEM SET synchronous_standby_names = 'ANY 1 (standby)'")
        .expect("set");
    primary.sql("SELECT pg_reload_conf()").expect("reloaded");
    until("the standby", || {
        primary
            .sql("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'quorum'")
            .expect("told")
            == "1"
    });
    let store = Postgres::open(&of(&primary), Replication::Synchronous).expect("opened");
    let epoch = store.lead().expect("the lead").epoch;
    for first in 0..20 {
        store.append(epoch, &batch(first, 1)).expect("appended");
    }
    let on_standby = Postgres::open(&of(&standby), Replication::NoneIAcceptLoss).expect_err("refused");
    assert!(on_standby.to_string().contains("standby"), "{on_standby}");
    primary.kill().expect("killed");
    standby.promote().expect("promoted");
    let successor = lossy(&of(&standby));
    let head = successor.lead().expect("the lead");
    assert_eq!((head.size, head.checkpoint.as_str()), (20, "after 20"));
    assert!(head.epoch > epoch);
    assert_eq!(sealed_of(&successor, 0, 99).len(), 40);
}

#[test]
fn a_full_disk_refuses_the_batch_and_nothing_else() {
    let (mut cluster, _, _) = with_three();
    cluster.kill().expect("killed");
    // A segment of the log is as long.
    cluster.limit_files(16 << 20);
    cluster.start_again().expect("started again");
    let store = lossy(&of(&cluster));
    let epoch = store.lead().expect("the lead").epoch;
    let large = |first| Batch {
        first,
        // Not to be compressed, so that the file really grows.
        entries: (0..1000).map(|i| noise(first * 1000 + i)).collect(),
        checkpoint: format!("after {}", first + 1000),
        ..Batch::default()
    };
    let mut size = 3;
    let why = loop {
        match store.append(epoch, &large(size)) {
            Ok(()) => size += 1000,
            Err(why) => break why,
        }
        assert!(size < 20_000, "the disk does not fill");
    };
    assert!(matches!(why, AppendError::NotCommitted(_)), "{why}");
    assert_eq!(store.head().expect("a head").size, size);
    assert_eq!(entries_of(&store, 0, u64::MAX).len() as u64, size);
    let at = SealedRef {
        seq: 1,
        field: FieldName::of("words"),
    };
    store.erase(&[Erasable::Sealed(at)]).expect("erased on a full disk");
    assert_eq!(store.sealed(at).expect("read"), None);
}

/// Bytes of a long entry without pattern.
fn noise(seed: u64) -> Vec<u8> {
    (0..64)
        .flat_map(|i| storage::conformance::salt(seed * 64 + i))
        .collect()
}

#[test]
fn erased_words_are_in_no_file_of_the_tables() {
    let (cluster, store, epoch) = with_three();
    let word = "gác-đêm-không-ai-được-đọc-lại";
    let at = |seq| SealedRef {
        seq,
        field: FieldName::of("words"),
    };
    let mut given = batch(3, 4);
    for sealed in &mut given.sealed {
        sealed.value = format!("{word} {}", sealed.at.seq);
    }
    store.append(epoch, &given).expect("appended");
    let file = Blob {
        salt: [9; 32],
        bytes: word.as_bytes().repeat(500),
        put: Hour::MIN,
    };
    store.put_blob(BlobId([1; 16]), &file).expect("kept");
    cluster.sql("CHECKPOINT").expect("written");
    let base = cluster.data().join("base");
    assert!(
        found(&base, word.as_bytes()),
        "the words are looked for in the wrong place"
    );
    // An old reader that could still look at the words does not keep them.
    let reader = thread::scope(|scope| {
        let old = scope.spawn(|| {
            cluster.sql("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM langnghe.entries; SELECT pg_sleep(60)")
        });
        until("the old reader", || {
            cluster
                .sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .expect("told")
                == "1"
        });
        let mut what: Vec<Erasable> = given.sealed.iter().map(|sealed| Erasable::Sealed(sealed.at)).collect();
        what.push(Erasable::Blob(BlobId([1; 16])));
        store.erase(&what).expect("erased");
        cluster.sql("CHECKPOINT").expect("written");
        let found = found(&base, word.as_bytes());
        cluster
            .sql("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
            .expect("ended");
        assert!(old.join().expect("no panic").is_err());
        found
    });
    assert!(!reader, "erased words are still in a file");
    assert_eq!(store.sealed(at(4)).expect("read"), None);
    assert_eq!(sealed_of(&store, 0, 99).len(), 6, "the others' are");
    store.append(epoch, &batch(7, 1)).expect("appended");
}

/// Whether a file below this folder holds these bytes.
fn found(folder: &Path, bytes: &[u8]) -> bool {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return found(&path, bytes);
        }
        // A file may go while it is looked for.
        std::fs::read(&path).is_ok_and(|file| file.windows(bytes.len()).any(|window| window == bytes))
    })
}

#[test]
fn the_next_partition_is_there_before_a_batch_needs_it() {
    const PARTITION: u64 = 65_536;
    const STEP: u64 = 4_096;
    let cluster = Cluster::start(Keeping::Nothing).expect("a cluster");
    let store = lossy(&of(&cluster));
    let epoch = store.lead().expect("the lead").epoch;
    let partitions = || {
        let all = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'langnghe.sealed'::regclass";
        cluster.sql(all).expect("told")
    };
    let fill = |from: u64, to: u64| {
        for first in (from..to).step_by(STEP as usize) {
            store.append(epoch, &batch(first, STEP)).expect("appended");
        }
    };
    fill(0, PARTITION / 2);
    assert_eq!(partitions(), "1");
    fill(PARTITION / 2, PARTITION / 2 + STEP);
    until("the next partition", || partitions() == "2");
    fill(PARTITION / 2 + STEP, PARTITION + STEP);
    assert_eq!(partitions(), "2");
    // It is like the others: words are found, erased, and its rows are told apart.
    let at = SealedRef {
        seq: PARTITION + 7,
        field: FieldName::of("words"),
    };
    assert!(store.sealed(at).expect("read").is_some());
    store.erase(&[Erasable::Sealed(at)]).expect("erased");
    assert_eq!(store.sealed(at).expect("read"), None);
    assert_eq!(
        sealed_of(&store, PARTITION, PARTITION + STEP).len() as u64,
        2 * STEP - 1
    );
    let indexes = "SELECT count(DISTINCT n) FROM (SELECT count(*) AS n FROM pg_indexes
        WHERE tablename IN ('sealed_0', 'sealed_1') GROUP BY tablename) AS of_each";
    assert_eq!(cluster.sql(indexes).expect("told"), "1");
}
