//! One thing changed in a copy of an honest folder: the rule that forbids it must name it.

use crate::office::{self, Made, copy, made};
use crate::run::{Outcome, verify};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// A copy of the office, with its database open.
struct Copy {
    dir: PathBuf,
    database: RefCell<Option<Connection>>,
}

impl Copy {
    fn new() -> Copy {
        let dir = copy(&made().dir);
        let database = Connection::open(dir.join("ledger.db")).unwrap();
        Copy {
            dir,
            database: RefCell::new(Some(database)),
        }
    }

    fn with<T>(&self, work: impl FnOnce(&Connection) -> T) -> T {
        work(self.database.borrow().as_ref().unwrap())
    }

    fn execute(&self, sql: &str) -> &Copy {
        self.with(|database| database.execute_batch(sql).unwrap_or_else(|why| panic!("{sql}: {why}")));
        self
    }

    /// Changes one byte of one column of the row found by `which`; a negative position counts from the end.
    fn flip(&self, table: &str, column: &str, which: &str, position: isize) -> &Copy {
        let open = self.database.borrow();
        let database = open.as_ref().unwrap();
        let sql = format!("SELECT CAST({column} AS BLOB), typeof({column}) FROM {table} WHERE {which}");
        let (mut bytes, kind): (Vec<u8>, String) = database
            .query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        let place = position.rem_euclid(bytes.len() as isize) as usize;
        bytes[place] ^= 1;
        let cast = if kind == "text" { "CAST(?1 AS TEXT)" } else { "?1" };
        let sql = format!("UPDATE {table} SET {column} = {cast} WHERE {which}");
        assert_eq!(database.execute(&sql, [Value::Blob(bytes)]).unwrap(), 1);
        self
    }

    /// Closes the database and verifies the folder.
    fn verify(&self) -> Outcome {
        drop(self.database.take());
        let outcome = verify(&[&self.dir]);
        std::fs::remove_dir_all(&self.dir).unwrap();
        outcome
    }
}

fn flip_file(made: &Made, file: &str, position: usize) -> Outcome {
    let dir = copy(&made.dir);
    let path = dir.join(file);
    let mut bytes = std::fs::read(&path).unwrap();
    let place = position % bytes.len();
    bytes[place] ^= 1;
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let outcome = verify(&[&dir]);
    std::fs::remove_dir_all(&dir).unwrap();
    outcome
}

#[test]
fn a_byte_of_an_entry() {
    let made = made();
    let tail = made.size - made.size % 256;
    for seq in [0, 1, 17, 255, 256, 300, tail - 1, tail, made.size - 1] {
        for position in [0, 7, 20, 60, 100, -40, -1] {
            let copy = Copy::new();
            let outcome = copy
                .flip("entries", "bytes", &format!("seq = {seq}"), position)
                .verify();
            let place = if seq < tail {
                format!("entry {seq} is the first that differs")
            } else {
                format!("one of the entries {tail} to {}", made.size - 1)
            };
            outcome.assert_broken(7, &place);
            if seq < tail {
                outcome.assert_broken(8, &format!("is not the hash of entry {seq}"));
            }
            if position == 0 || position == -1 {
                outcome.assert_broken(3, &format!("entry {seq}"));
            }
        }
    }
}

#[test]
fn every_byte_of_one_entry() {
    let seq = made().published;
    let dir = &made().dir;
    let database = Connection::open(copy(dir).join("ledger.db")).unwrap();
    let sql = format!("SELECT length(bytes) FROM entries WHERE seq = {seq}");
    let length: isize = database.query_row(&sql, [], |row| row.get(0)).unwrap();
    for position in (0..length).step_by(5) {
        let copy = Copy::new();
        let outcome = copy
            .flip("entries", "bytes", &format!("seq = {seq}"), position)
            .verify();
        outcome.assert_broken(7, &format!("entry {seq} is the first that differs"));
    }
}

#[test]
fn rows_of_entries() {
    let made = made();
    let last = made.size - 1;
    let run = |sql: &str| Copy::new().execute(sql).verify();
    run("DELETE FROM entries WHERE seq = 40").assert_broken(3, "entry 40 is missing");
    run("DELETE FROM entries WHERE seq = 0").assert_broken(3, "entry 0 is missing");
    run(&format!("DELETE FROM entries WHERE seq = {last}")).assert_broken(1, "damaged");
    let extra = format!(
        "INSERT INTO entries SELECT {}, bytes FROM entries WHERE seq = {last}",
        made.size
    );
    run(&extra).assert_broken(1, "damaged");
    // With a head to match it is the signature that is missing.
    let raised = format!("{extra}; UPDATE head SET size = size + 1");
    run(&raised)
        .assert_broken(6, "are signed")
        .assert_broken(3, &format!("entry {} bears the number", made.size));
    run(
        "UPDATE entries SET seq = -1 WHERE seq = 50; UPDATE entries SET seq = 50 WHERE seq = 51;
         UPDATE entries SET seq = 51 WHERE seq = -1",
    )
    .assert_broken(3, "entry 50 bears the number 51");
    run("UPDATE entries SET bytes = (SELECT bytes FROM entries WHERE seq = 60) WHERE seq = 61")
        .assert_broken(3, "entry 61 bears the number 60");
    run("UPDATE head SET size = size - 1").assert_broken(1, "damaged");
}

#[test]
fn a_byte_of_a_sealed_value() {
    let seq = made().published;
    let name = format!("entry {seq}, field statement: does not open");
    let which = format!("id / 64 = {seq} AND field = 'statement'");
    for (column, position) in [("salt", 0), ("salt", 31), ("value", 0), ("value", 9), ("value", -1)] {
        let copy = Copy::new();
        let outcome = copy.flip("sealed", column, &which, position).verify();
        let fault = outcome.fault(9).to_owned();
        assert_eq!(
            (outcome.code, outcome.broken().contains(&9)),
            (6, true),
            "{column} {position}: {}",
            outcome.faults()
        );
        // A byte that leaves no UTF-8 behind can't be read at all.
        assert!(
            fault.starts_with(&name) || fault.starts_with(&format!("entry {seq}: ")),
            "{fault}"
        );
    }
    // Public, held and private ones alike.
    for which in [
        "id = (SELECT max(id) FROM sealed WHERE field = 'statement')",
        "id = (SELECT min(id) FROM sealed WHERE field = 'person')",
    ] {
        for column in ["salt", "value"] {
            Copy::new()
                .flip("sealed", column, which, 0)
                .verify()
                .assert_broken(9, "does not open the commitment");
        }
    }
}

#[test]
fn rows_of_sealed_values() {
    let made = made();
    let seq = made.published;
    let run = |sql: String| Copy::new().execute(&sql).verify();
    let here = format!("id / 64 = {seq} AND field = 'statement'");
    run(format!("DELETE FROM sealed WHERE {here}")).assert_broken(
        10,
        &format!("entry {seq}, field statement: is missing, and no entry erased it"),
    );
    run(format!(
        "UPDATE sealed SET field = '', salt = x'', value = '' WHERE {here}"
    ))
    .assert_broken(10, &format!("entry {seq}, field statement: is missing"));
    run(format!("UPDATE sealed SET field = 'statemenu' WHERE {here}"))
        .assert_broken(9, &format!("entry {seq} has no sealed field statemenu"))
        .assert_broken(10, &format!("entry {seq}, field statement: is missing"));
    run(format!("UPDATE sealed SET field = 'Statement' WHERE {here}")).assert_broken(9, &format!("entry {seq}"));
    run(format!("UPDATE sealed SET salt = x'00' WHERE {here}")).assert_broken(9, &format!("entry {seq}"));
    run(format!(
        "INSERT INTO sealed SELECT {seq} * 64 + 63, field, salt, value FROM sealed WHERE {here}"
    ))
    .assert_broken(9, &format!("entry {seq}, field statement: is there twice"));
    run(format!(
        "INSERT INTO sealed SELECT {seq} * 64 + 63, 'receipt', salt, value FROM sealed WHERE {here}"
    ))
    .assert_broken(9, &format!("entry {seq}, field receipt: is not a sealed field"));
    run(format!(
        "INSERT INTO sealed SELECT {} * 64, field, salt, value FROM sealed WHERE {here}",
        made.size + 5
    ))
    .assert_broken(9, &format!("entry {} does not exist", made.size + 5));
    let other = "(SELECT id / 64 FROM sealed WHERE field = 'statement' AND id / 64 > 400 LIMIT 1)";
    run(format!("UPDATE sealed SET value = (SELECT value FROM sealed WHERE id / 64 = {other} AND field = 'statement') WHERE {here}"))
        .assert_broken(9, &format!("entry {seq}, field statement: does not open"));
}

#[test]
fn an_erased_value_put_back() {
    let made = made();
    let sealed = &made.erased;
    let copy = Copy::new();
    let (seq, field) = (sealed.at.seq, sealed.at.field);
    let row = rusqlite::params![seq as i64, field.as_str(), sealed.salt, sealed.value];
    let sql = "INSERT INTO sealed VALUES (?1 * 64 + 60, ?2, ?3, ?4)";
    assert_eq!(copy.with(|database| database.execute(sql, row)).unwrap(), 1);
    copy.verify()
        .assert_broken(10, &format!("entry {seq}, field {field}: was erased by entry"));
}

#[test]
fn tiles() {
    for (tile, position) in [(0, 0), (0, 33), (0, 8191), (1, 0), (1, 4000), (1, -1)] {
        let copy = Copy::new();
        let byte = if position < 0 { 8191 } else { position };
        let outcome = copy
            .flip("tiles", "bytes", &format!("level = 0 AND idx = {tile}"), position)
            .verify();
        let entry = tile * 256 + byte / 32;
        let fault = format!("tile/0/{tile:03}, byte {byte}: is not the hash of entry {entry}");
        outcome.assert_broken(8, &fault);
        assert_eq!(outcome.broken(), [8], "the entries are right");
    }
    let run = |sql: &str| Copy::new().execute(sql).verify();
    run("DELETE FROM tiles WHERE idx = 1").assert_broken(8, "tile/0/001 is missing");
    run("UPDATE tiles SET bytes = x'00' WHERE idx = 1").assert_broken(8, "tile/0/001 is 1 bytes long");
    let next = made().size / 256;
    run(&format!(
        "INSERT INTO tiles SELECT 0, {next}, bytes FROM tiles WHERE idx = 1"
    ))
    .assert_broken(8, &format!("tile/0/{next:03} is there, and its entries are not"));
    run("INSERT INTO tiles SELECT 1, 0, bytes FROM tiles WHERE idx = 1").assert_broken(8, "tile/1/000 is there");
    run("UPDATE tiles SET idx = 9 WHERE idx = 0; UPDATE tiles SET idx = 0 WHERE idx = 1; UPDATE tiles SET idx = 1 WHERE idx = 9")
        // The first byte that differs is not always the first.
        .assert_broken(8, ": is not the hash of entry 0");
}

#[test]
fn the_signed_checkpoint() {
    let length = made().early_checkpoint.len() as isize;
    for position in (0..length).step_by(3) {
        let copy = Copy::new();
        let outcome = copy.flip("head", "checkpoint", "id = 1", position).verify();
        assert_eq!(
            (outcome.code, outcome.broken()),
            (6, vec![6]),
            "byte {position}: {}",
            outcome.faults()
        );
    }
    // An earlier one, rightly signed, does not cover all entries.
    let copy = Copy::new();
    let early = &made().early_checkpoint;
    copy.with(|database| database.execute("UPDATE head SET checkpoint = ?1", [early]))
        .unwrap();
    copy.verify().assert_broken(
        6,
        &format!("{} entries are signed, {} are stored", made().early_size, made().size),
    );
    Copy::new()
        .execute("UPDATE head SET checkpoint = ''")
        .verify()
        .assert_broken(6, "the checkpoint in the head");
    Copy::new()
        .execute("DELETE FROM head")
        .verify()
        .assert_broken(1, "no head");
}

#[test]
fn files() {
    let (seq, blob) = made().emblem;
    let fault = format!("entry {seq}, file emblem ({})", blob.id);
    let which = format!("n = (SELECT n FROM blob_names WHERE hex(id) = upper('{}'))", blob.id);
    for (column, position) in [("bytes", 0), ("bytes", 12), ("bytes", -1), ("salt", 0), ("salt", -1)] {
        let copy = Copy::new();
        let outcome = copy.flip("blobs", column, &which, position).verify();
        outcome.assert_broken(11, &format!("{fault}: is not the file the entry commits to"));
    }
    Copy::new()
        .flip("blob_names", "id", &which, 3)
        .verify()
        .assert_broken(11, &format!("{fault}: is missing"));
    for sql in [
        "DELETE FROM blob_names",
        "DELETE FROM blobs",
        "UPDATE blobs SET salt = x'', bytes = x''",
        "UPDATE blob_names SET n = n + 7",
    ] {
        Copy::new().execute(sql).verify().assert_broken(11, &fault);
    }
}

#[test]
fn idempotency_keys() {
    let run = |sql: &str| Copy::new().execute(sql).verify();
    let beyond = made().size + 3;
    run(&format!(
        "UPDATE once SET seq = {beyond} WHERE seq = (SELECT max(seq) FROM once)"
    ))
    .assert_broken(12, &format!("names entry {beyond}, which is not there"));
    run("UPDATE once SET key = x'00' WHERE seq = (SELECT max(seq) FROM once)").assert_broken(12, "a digest of 1 bytes");
    run("UPDATE once SET body = x'00' WHERE seq = (SELECT max(seq) FROM once)")
        .assert_broken(12, "a digest of 1 bytes");
    run(
        "UPDATE once SET key = (SELECT key FROM once WHERE seq = (SELECT min(seq) FROM once))
         WHERE seq = (SELECT max(seq) FROM once)",
    )
    .assert_broken(12, "have the same idempotency key");
}

#[test]
fn keys_and_names() {
    let made = made();
    let length = std::fs::read(made.dir.join("vkey")).unwrap().len();
    for position in (0..length).step_by(4).chain([length - 1]) {
        flip_file(made, "vkey", position).assert_broken(2, "vkey");
    }
    for position in [0, 5, 19] {
        flip_file(made, "origin", position).assert_broken(2, "origin and vkey name different logs");
    }
    for position in [0, 15, 31] {
        flip_file(made, "keys/log", position).assert_broken(2, "keys/log is not the secret of vkey");
    }
    let dir = copy(&made.dir);
    std::fs::remove_file(dir.join("vkey")).unwrap();
    verify(&[&dir]).assert_broken(2, "vkey");
    // A copy without the secret is as good; snapshots can't be compared then.
    let dir = copy(&made.dir);
    std::fs::remove_file(dir.join("keys/log")).unwrap();
    let outcome = verify(&[&dir]);
    assert!(outcome.assert_clean().notes().contains("keys/log is not here"));
}

#[test]
fn snapshots() {
    let made = made();
    let newest = format!("snapshots/{}.snapshot", made.size);
    let length = std::fs::read(made.dir.join(&newest)).unwrap().len();
    let fault = format!("the snapshot at entry {} is damaged", made.size);
    for position in [0, 10, 20, 25, 35, 60, 130, 150, 170, 200, length / 2, length - 1] {
        flip_file(made, &newest, position).assert_broken(14, &fault);
    }
}

#[test]
fn not_a_ledger_at_all() {
    let dir = office::fresh();
    std::fs::write(
        dir.join("ledger.db"),
        b"not a database, but as long as the header of one would be, and some more bytes than that....",
    )
    .unwrap();
    verify(&[&dir]).assert_broken(1, "is not a ledger of this program");
    cut(&made().dir);
}

/// A database that was cut short is damaged, whatever reads it first.
fn cut(dir: &Path) {
    let dir = copy(dir);
    let file = dir.join("ledger.db");
    let length = std::fs::metadata(&file).unwrap().len();
    std::fs::OpenOptions::new()
        .write(true)
        .open(&file)
        .unwrap()
        .set_len(length / 2)
        .unwrap();
    let outcome = verify(&[&dir]);
    assert_eq!(outcome.code, 6, "{}{}", outcome.faults(), outcome.stderr);
}
