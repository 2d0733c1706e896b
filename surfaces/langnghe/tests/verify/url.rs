//! An office at an address, and offices that lie.

use crate::office::{self, made};
use crate::proxy::Proxy;
use crate::run::{Outcome, verify};
use crate::running::{self, Folder, Server};
use ledger::note::SigningKey;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A copy of the office that is asked.
struct Office(Server);

fn serve() -> Office {
    let server = Server::start(
        &office::copy(&made().dir),
        &["--after-a-long-rest", "--publish-every", "0"],
    );
    server.wait_for("Lắng Nghe: ");
    Office(server)
}

impl Office {
    fn url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// What is found through a liar.
    fn through(&self, lie: impl Fn(&str, &mut u16, &mut Vec<u8>) + Send + Sync + 'static) -> Outcome {
        let proxy = Proxy::start(self.0.address, lie);
        verify(&[proxy.url()])
    }

    /// What is found when one byte of one answer is another.
    fn flipped(&self, path: impl Into<String>, position: usize) -> Outcome {
        let path = path.into();
        self.through(move |asked, _, body| {
            if asked == path {
                let place = position % body.len();
                body[place] ^= 1;
            }
        })
    }

    /// What is found when one answer is another.
    fn said(&self, path: impl Into<String>, status: u16, body: impl Into<Vec<u8>>) -> Outcome {
        let (path, said) = (path.into(), body.into());
        self.through(move |asked, answered, body| {
            if asked == path {
                (*answered, *body) = (status, said.clone());
            }
        })
    }
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = office::fresh().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn an_honest_office_is_clean() {
    let office = serve();
    let outcome = verify(&[office.url()]);
    outcome.assert_clean();
    let report = &outcome.report;
    assert!(report["entries"].as_u64() >= Some(made().size));
    assert!(report["private_unopened"].as_u64() >= Some(6), "{report}");
    assert!(report["values"]["opened"].as_u64() > Some(300), "{report}");
    assert!(report["values"]["erased"].as_u64() >= Some(4), "{report}");
    assert!(report["values"]["not_public"].as_u64() > Some(50), "{report}");
    assert_eq!(outcome.checked(3), report["entries"].as_u64().unwrap());
    for rule in [2, 4, 5, 6, 7, 8, 9, 10] {
        assert!(outcome.checked(rule) > 0, "rule {rule} was not looked at");
    }
    assert!(outcome.notes().contains("pin it with --vkey"));
}

#[test]
fn a_sample_is_clean_and_says_what_it_is() {
    let office = serve();
    for _ in 0..3 {
        let outcome = verify(&[office.url(), "--sample".into(), "60".into()]);
        assert!(outcome.assert_clean().notes().contains("60 entries drawn by lot"));
        assert_eq!(outcome.checked(3), 60);
    }
}

#[test]
fn earlier_checkpoints_and_receipts_hold() {
    let office = serve();
    let early = file("checkpoint", &made().early_checkpoint);
    let (json, proof) = &made().receipt;
    let (json, proof) = (file("a.json", json), file("a.tlog-proof", proof));
    let url = office.url();
    let outcome = verify(&[
        url.as_ref(),
        "--checkpoint".as_ref(),
        early.as_os_str(),
        "--high-water".as_ref(),
        made().high_water.as_os_str(),
        "--receipt".as_ref(),
        json.as_os_str(),
        "--proof".as_ref(),
        proof.as_os_str(),
        "--vkey".as_ref(),
        made().dir.join("vkey").as_os_str(),
    ]);
    // The checkpoint, the high-water mark, the receipt's own.
    assert_eq!(outcome.assert_clean().checked(15), 3);
    // Three values, the proof, the entry.
    assert_eq!(outcome.checked(16), 5);
}

#[test]
fn an_office_that_forgot_is_noticed() {
    let office = serve();
    let newest = file("checkpoint", &office.0.get("/log/checkpoint").body);
    let proxy = Proxy::start(office.0.address, |path, _, body| {
        if path == "checkpoint" {
            *body = made().early_checkpoint.clone().into_bytes();
        }
    });
    let outcome = verify(&[proxy.url().as_ref(), "--checkpoint".as_ref(), newest.as_os_str()]);
    outcome.assert_broken(15, &format!("{} to ", made().early_size));
    // A mark that is kept inside may be ahead of what the world sees.
    let proxied = proxy.url();
    let outcome = verify(&[proxied.as_ref(), "--high-water".as_ref(), newest.as_os_str()]);
    assert!(outcome.notes().contains("not compared"), "{}", outcome.notes());
}

#[test]
fn another_key_is_noticed() {
    let office = serve();
    let wrong = SigningKey::new(office::ORIGIN, [8; 32]).unwrap().verifier().to_string();
    let outcome = verify(&[office.url(), "--vkey".into(), wrong.clone()]);
    outcome
        .assert_broken(2, "pinned is")
        .assert_broken(6, "not signed by this key");
    office
        .said("vkey", 200, wrong)
        .assert_broken(6, "not signed by this key");
    office.flipped("vkey", 30).assert_broken(2, "vkey: ");
}

#[test]
fn a_changed_log_is_named() {
    let office = serve();
    for position in [0, 25, 60, 120, 150] {
        office.flipped("checkpoint", position).assert_broken(6, "checkpoint: ");
    }
    office
        .flipped("tile/0/000", 33)
        .assert_broken(8, "tile/0/000, byte 32: is not the hash of entry 1");
    office
        .flipped("tile/entries/001", 34 * 7 + 5)
        .assert_broken(3, "tile/entries/001: entry 263 is not the one in the tree");
    office
        .flipped("tile/entries/001", 1)
        .assert_broken(3, "tile/entries/001");
    office
        .said("tile/0/001", 404, "")
        .assert_broken(8, "tile/0/001 is missing");
    office
        .said("tile/0/001", 200, "")
        .assert_broken(8, "tile/0/001 holds 0 bytes instead of 8192");
}

#[test]
fn a_changed_entry_is_named() {
    let office = serve();
    let seq = made().published;
    let path = format!("entry/{seq}");
    for position in [0, 10, 90, 200] {
        office
            .flipped(&path, position)
            .assert_broken(3, &format!("entry {seq}: the bytes shown are not those in the tree"));
    }
    office
        .said(&path, 404, "{}")
        .assert_broken(3, &format!("entry {seq} is in the tree and not shown"));
    let digest = "0".repeat(64);
    let private = |seq: u64| json!({"private": true, "seq": seq, "digest": digest}).to_string();
    office
        .said(&path, 404, private(seq))
        .assert_broken(3, &format!("entry {seq}, said to be private: the digest shown is not"));
    office
        .said("entry/0", 404, private(0))
        .assert_broken(3, "entry 0, said to be private");
    office
        .said("entry/0", 404, private(1))
        .assert_broken(3, "entry 0 is in the tree and not shown");
    // A private entry that is shown, its bytes as they are.
    let database = rusqlite::Connection::open(made().dir.join("ledger.db")).unwrap();
    let bytes: Vec<u8> = database
        .query_row("SELECT bytes FROM entries WHERE seq = 0", [], |row| row.get(0))
        .unwrap();
    office
        .said("entry/0", 200, bytes)
        .assert_broken(5, "entry 0 is private, and is shown to everyone");
}

#[test]
fn a_changed_value_is_named() {
    let office = serve();
    let seq = made().published;
    let path = format!("value/{seq}/statement");
    let name = format!("entry {seq}, field statement");
    for position in [12, 100] {
        office
            .flipped(&path, position)
            .assert_broken(9, &format!("{name}: does not open the commitment"));
    }
    office
        .said(&path, 404, "{}")
        .assert_broken(10, &format!("{name}: is public, not erased, and not shown"));
    office
        .said(&path, 410, "{\"erased_by\":3}")
        .assert_broken(10, &format!("{name}: is said to be erased by entry 3, which does not"));
    office
        .said(&path, 410, "{}")
        .assert_broken(10, &format!("{name}: is said to be erased, not by which entry"));
    let erased = &made().erased;
    let opened = json!({"salt": base::hex::encode(&erased.salt), "value": erased.value}).to_string();
    let path = format!("value/{}/{}", erased.at.seq, erased.at.field);
    office.said(&path, 200, opened).assert_broken(10, "and is still shown");
    office
        .said(&path, 404, "{}")
        .assert_broken(10, "and the answer does not say so");
    // Who did it, with the right salt.
    let database = rusqlite::Connection::open(made().dir.join("ledger.db")).unwrap();
    let sql = "SELECT id / 64, hex(salt), value FROM sealed WHERE field = 'person' LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let (seq, salt, value): (i64, String, String) = database.query_row(sql, [], read).unwrap();
    let opened = json!({"salt": salt.to_lowercase(), "value": value}).to_string();
    office
        .said(format!("value/{seq}/person"), 200, opened)
        .assert_broken(9, &format!("entry {seq}, field person: is for nobody"));
}

#[test]
fn an_office_that_does_not_answer_is_not_accused() {
    let office = serve();
    let outcome = verify(&["http://127.0.0.1:1"]);
    assert_eq!((outcome.code, outcome.broken()), (1, vec![]));
    for (path, status) in [
        ("vkey", 404),
        ("checkpoint", 500),
        ("entry/5", 500),
        ("tile/0/000", 302),
    ] {
        let outcome = office.said(path, status, "");
        assert_eq!(
            (outcome.code, outcome.broken()),
            (1, vec![]),
            "{path}: {}",
            outcome.faults()
        );
        assert_eq!(outcome.report["result"], "unchecked");
    }
    assert_eq!(
        office.said("vkey", 200, "x".repeat(100_000)).code,
        1,
        "nobody has to read so much"
    );
}

#[test]
fn a_busy_office_is_waited_for() {
    let office = serve();
    let busy = AtomicU32::new(0);
    let outcome = office.through(move |path, status, body| {
        if path == "entry/7" && busy.fetch_add(1, Ordering::Relaxed) < 2 {
            (*status, *body) = (503, Vec::new());
        }
    });
    outcome.assert_clean();
}

#[test]
fn the_demonstration_is_clean_from_inside_and_outside() {
    let folder = Folder::new();
    let data = folder.path("data");
    let mark = folder.path("mark");
    let named = ["--demo", "--publish-every", "0", "--high-water", mark.to_str().unwrap()];
    let server = Server::start(&data, &named);
    server.wait_for("once, within 24 hours");
    let receipt = server.write("Nên có thêm đèn ở lối vào phía sau cổng phụ.", "key-of-the-test");
    let inside = |data: &Path| verify(&[data.as_os_str(), "--high-water".as_ref(), mark.as_os_str()]);
    inside(&data).assert_clean();
    let json = file("a.json", &server.get(&format!("{receipt}.json")).body);
    let proof = file("a.tlog-proof", &server.get(&format!("{receipt}.tlog-proof")).body);
    let url = format!("http://{}", server.address);
    let receipt = [
        "--receipt".as_ref(),
        json.as_os_str(),
        "--proof".as_ref(),
        proof.as_os_str(),
    ];
    let outcome = verify(&[&[url.as_ref()], &receipt[..]].concat());
    assert!(outcome.assert_clean().checked(16) >= 3);
    server.kill();
    inside(&data).assert_clean();
}

#[test]
fn a_clock_years_past_the_last_entry_is_doubted() {
    let refused = running::ends(running::serve(&office::copy(&made().dir), running::free_address(), &[]));
    assert_eq!(refused.status.code(), Some(4));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(
        said.contains("the clock says") && said.contains("--after-a-long-rest"),
        "{said}"
    );
}
