//! A log that had to end: what was lost is named in public, the record goes on under another key, and an ending that
//! was broken off is finished.

#[path = "running/mod.rs"]
mod running;

use ledger::store::Store;
use running::{Folder, Server, is_clean, refused, refuses, told};
use std::path::Path;
use std::process::Output;
use storage::Sqlite;
use storage::files::create_key;
use storage::postgres::throwaway::Throwaway;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn end(data: &Path, more: &[&str]) -> Output {
    let mut words = vec!["log", "end-and-continue", "--data", text(data)];
    words.extend(more);
    told(&words)
}

fn said(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Verifies; the whole output, whatever the outcome.
fn verify(words: &[&str]) -> (Option<i32>, String) {
    let output = told(&[&["verify", "--quiet"], words].concat());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.code(), text)
}

/// Copies the files of a folder that stands still.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        match entry.path().is_dir() {
            true => copy(&entry.path(), &to.join(entry.file_name())),
            false => drop(std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap()),
        }
    }
}

/// Saves what the receipt's page gives for checking alone.
fn save(server: &Server, receipt: &str, to: &Path) -> (String, String) {
    let save = |ending: &str| {
        let answer = server.get(&format!("{receipt}{ending}"));
        assert_eq!(answer.status, 200, "{receipt}{ending}");
        let path = to.with_extension(ending.trim_start_matches('.'));
        std::fs::write(&path, answer.body).unwrap();
        text(&path).to_owned()
    };
    (save(".json"), save(".tlog-proof"))
}

/// An office that lost its last entry: an old copy of its folder was put back, and its high-water file remembers.
struct Loss {
    folder: Folder,
    data: std::path::PathBuf,
    mark: std::path::PathBuf,
    kept: String,
    lost: String,
    kept_files: (String, String),
    lost_files: (String, String),
    vkey: String,
    /// Entries that are left.
    size: u64,
}

fn loss() -> Loss {
    let folder = Folder::new();
    let (data, mark) = (folder.path("office"), folder.path("mark"));
    let started = ["--demo", "--high-water", text(&mark), "--publish-every", "0"];
    let server = Server::start(&data, &started);
    let kept = server.write("Đề nghị trực đêm có hai người ở cổng chính.", "khoa-1");
    let kept_files = save(&server, &kept, &folder.path("kept"));
    assert!(server.stop().0.success());
    let old = folder.path("old");
    copy(&data, &old);
    let size = Sqlite::open_read_only(&old).unwrap().head().unwrap().size;
    let server = Server::start(&data, &started);
    let lost = server.write("Ý kiến gửi sau khi chép thư mục.", "khoa-2");
    let lost_files = save(&server, &lost, &folder.path("lost"));
    assert!(server.stop().0.success());
    let vkey = std::fs::read_to_string(data.join("vkey")).unwrap();
    std::fs::remove_dir_all(&data).unwrap();
    copy(&old, &data);
    refuses(&data, &started, 4, "langnghe log end-and-continue");
    Loss {
        folder,
        data,
        mark,
        kept,
        lost,
        kept_files,
        lost_files,
        vkey: vkey.trim_end().to_owned(),
        size,
    }
}

#[test]
fn what_was_lost_is_named_and_the_record_goes_on() {
    let loss = loss();
    let (data, mark) = (&loss.data, text(&loss.mark));
    let old_mark = std::fs::read_to_string(&loss.mark).unwrap();
    let before = said(&end(data, &["--high-water", mark]));
    assert!(before.contains("nothing was written"), "{before}");
    assert!(before.contains(&format!("entries {} to", loss.size)), "{before}");
    assert!(!data.join("ending").exists());
    refuses(data, &["--demo", "--high-water", mark], 4, "missing here");

    let done = said(&end(data, &["--high-water", mark, "--yes"]));
    let vkey = std::fs::read_to_string(data.join("vkey")).unwrap();
    assert_ne!(vkey.trim_end(), loss.vkey);
    assert!(done.contains(vkey.trim_end()), "{done}");
    assert!(std::fs::read_to_string(data.join("origin")).unwrap().ends_with("/2\n"));
    is_clean(data, &["--high-water", mark]);

    let server = Server::start(data, &["--demo", "--high-water", mark, "--publish-every", "0"]);
    let names_it = "Sổ cái đã mất dòng.";
    for path in ["/", "/kiem-chung?ma=LN-AAAA", &loss.lost] {
        let page = server.get(path).body;
        assert!(page.contains(names_it), "{path}: {page}");
    }
    assert!(server.get("/en/").body.contains("The ledger has lost entries."));
    assert!(!server.get("/kiem-chung").body.contains(names_it));
    let entry = server.get(&format!("/log/entry/{}", loss.size)).body;
    assert!(
        entry.contains("world.log_continued") && entry.contains(&loss.vkey),
        "{entry}"
    );
    let book = server.get(&format!("/so-cai?tu={}", loss.size)).body;
    assert!(book.contains("nay không còn ở đây"), "{book}");
    assert_eq!(server.get(&loss.kept).status, 200);
    server.write("Ý kiến dưới sổ mới.", "khoa-3");

    // What the ended log signed: of what is here it holds, of what is lost the record itself says so.
    let address = format!("http://{}", server.address);
    let (json, proof) = (&loss.kept_files.0, &loss.kept_files.1);
    for target in [text(data), &address] {
        let (code, told) = verify(&[target, "--receipt", json, "--proof", proof]);
        assert_eq!(code, Some(0), "{target}: {told}");
    }
    let old = loss.folder.path("old-mark");
    std::fs::write(&old, old_mark).unwrap();
    let (code, told) = verify(&[text(data), "--checkpoint", text(&old)]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("ended without all of them"), "{told}");
    let (json, proof) = (&loss.lost_files.0, &loss.lost_files.1);
    for target in [text(data), &address] {
        let (code, told) = verify(&[target, "--receipt", json, "--proof", proof]);
        assert_eq!(code, Some(6), "{target}: {told}");
        assert!(told.contains("was lost, as entry"), "{told}");
    }
    let (code, told) = verify(&["--receipt", json, "--proof", proof, "--vkey", &loss.vkey]);
    assert_eq!(code, Some(0), "alone it still proves what was sent: {told}");
    assert!(server.stop().0.success());
    is_clean(data, &["--high-water", mark]);
    refused(
        &end(data, &["--high-water", mark, "--yes"]),
        2,
        "the record extends everything",
    );
}

#[test]
fn an_ending_that_was_broken_off_is_finished() {
    let loss = loss();
    let (data, mark) = (&loss.data, text(&loss.mark));
    let before = loss.folder.path("before");
    copy(data, &before);
    let mark_before = std::fs::read_to_string(&loss.mark).unwrap();
    said(&end(data, &["--high-water", mark, "--yes"]));
    let done = loss.folder.path("done");
    copy(data, &done);
    // Broken off before the entry was recorded: the folder as it was, with a plan and a key.
    let plan = format!(
        r#"{{"ending":{},"origin":"langnghe.local/next","high_water":{mark:?}}}"#,
        plan_of(&done, loss.size)
    );
    let begin_again = |from: &Path, plan: &str| {
        std::fs::remove_dir_all(data).unwrap();
        copy(from, data);
        std::fs::write(&loss.mark, &mark_before).unwrap();
        create_key(&data.join("ending/key"), &[7; 32]).unwrap();
        std::fs::write(data.join("ending/plan.json"), plan).unwrap();
    };
    begin_again(&before, &plan);
    refuses(data, &["--demo"], 4, "is not finished");
    refused(
        &end(data, &["--origin", "khac.example", "--yes"]),
        2,
        "another --origin or --because",
    );
    assert!(said(&end(data, &[])).contains("say --yes to finish it"));
    refuses(data, &["--demo"], 4, "is not finished");
    said(&end(data, &["--yes"]));
    is_clean(data, &["--high-water", mark]);
    assert!(!data.join("ending").exists());
    // Broken off after it: the record has the entry, the folder still the old key and name.
    let recorded = loss.folder.path("recorded");
    copy(data, &recorded);
    for old in ["keys/log", "vkey", "origin"] {
        std::fs::remove_file(recorded.join(old)).unwrap();
        std::fs::copy(before.join(old), recorded.join(old)).unwrap();
    }
    begin_again(&recorded, &plan);
    said(&end(data, &["--yes"]));
    is_clean(data, &["--high-water", mark]);
    Server::start(data, &["--demo", "--high-water", mark]).kill();
}

/// What the finished ending recorded.
fn plan_of(done: &Path, size: u64) -> String {
    let store = Sqlite::open_read_only(done).unwrap();
    let mut data = String::new();
    store
        .entries(size, size + 1, &mut |_, bytes| {
            data = ledger::entry::open(bytes).unwrap().data.to_string();
            true
        })
        .unwrap();
    data
}

#[test]
fn a_lost_key_ends_the_log_and_loses_nothing() {
    let folder = Folder::new();
    let (data, mark) = (folder.path("office"), folder.path("mark"));
    let server = Server::start(&data, &["--demo", "--high-water", text(&mark), "--publish-every", "0"]);
    let receipt = server.write("Đề nghị lắp thêm đèn ở cổng sau.", "khoa-1");
    assert!(server.stop().0.success());
    refused(&end(&data, &["--yes"]), 2, "it can go on");
    std::fs::remove_file(data.join("keys/log")).unwrap();
    refuses(&data, &["--demo"], 4, "end-and-continue");
    let because = ["--because", "key-lost", "--yes", "--high-water", text(&mark)];
    refused(
        &end(&data, &[&because[..], &["--origin", "a b"]].concat()),
        2,
        "--origin",
    );
    said(&end(&data, &because));
    is_clean(&data, &["--high-water", text(&mark)]);
    let server = Server::start(&data, &["--demo", "--high-water", text(&mark), "--publish-every", "0"]);
    assert_eq!(server.get(&receipt).status, 200);
    assert!(!server.get("/").body.contains("Sổ cái đã mất dòng."));
    let page = server.get("/kiem-chung").body;
    assert!(page.contains("mất khóa bí mật của sổ"), "{page}");
    // Beside a running office nothing is ended.
    refused(&end(&data, &["--because", "key-exposed"]), 3, "is in use by");
    assert!(server.stop().0.success());
    let empty = folder.path("empty");
    refused(&end(&empty, &[]), 2, "holds no record");
}

#[test]
fn a_log_in_a_database_ends_as_well() {
    let (folder, database) = (Folder::new(), Throwaway::new());
    let (data, address) = (folder.path("office"), database.address());
    let there = ["--database-url", &address, "--replication", "none, I accept loss"];
    let demo = [&there[..], &["--demo", "--publish-every", "0"]].concat();
    let server = Server::start(&data, &demo);
    let receipt = server.write("Đề nghị lắp thêm đèn ở cổng sau.", "khoa-1");
    assert!(server.stop().0.success());
    // As the last step of an earlier ending leaves it when it is broken off: the present log's own key, and no plan.
    let exposed = std::fs::read(data.join("keys/log")).unwrap();
    std::fs::create_dir_all(data.join("ending")).unwrap();
    std::fs::write(data.join("ending/key"), &exposed).unwrap();
    said(&end(
        &data,
        &[&there[..], &["--because", "key-exposed", "--yes"]].concat(),
    ));
    assert_ne!(std::fs::read(data.join("keys/log")).unwrap(), exposed);
    assert!(!data.join("ending").exists());
    is_clean(&data, &there[..2]);
    let server = Server::start(&data, &demo);
    assert_eq!(server.get(&receipt).status, 200);
    server.write("Ý kiến dưới sổ mới.", "khoa-2");
    assert!(server.stop().0.success());
    is_clean(&data, &there[..2]);
}
