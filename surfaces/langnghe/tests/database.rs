//! An office whose record lies in PostgreSQL: started, refused, checked, carried over and back, and a database that goes
//! away under it.

#[path = "running/mod.rs"]
mod running;

use cluster::{Cluster, Keeping};
use running::{Folder, Server, is_clean, refused, refuses, told};
use std::process::Output;
use storage::postgres::throwaway::Throwaway;

const LOSSY: [&str; 2] = ["--replication", "none, I accept loss"];

fn with_database<'a>(address: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec!["--database-url", address];
    arguments.extend(LOSSY);
    arguments.extend(more);
    arguments
}

#[test]
fn an_office_runs_on_a_database_and_a_start_that_would_begin_anew_is_refused() {
    let (folder, database) = (Folder::new(), Throwaway::new());
    let (data, address) = (folder.path("office"), database.address());
    refuses(
        &data,
        &["--database-url", &address],
        4,
        "fsync or full_page_writes is off",
    );
    refuses(
        &data,
        &["--database-url", "host=/nowhere user=x dbname=y"],
        1,
        "cannot be reached",
    );
    refuses(
        &data,
        &["--database-url", "postgresql://"],
        2,
        "the address of the database",
    );
    let server = Server::start(&data, &with_database(&address, &["--demo", "--publish-every", "0"]));
    let receipt = server.write("Đề nghị bật đèn cổng phía đông từ 18 giờ.", "khoa-cua-toi");
    assert_eq!(server.get(&receipt).status, 200);
    let promise = server.get("/cam-ket").body;
    assert!(promise.contains("PostgreSQL") && promise.contains("nhật ký ghi của cơ sở dữ liệu"));
    is_clean(&data, &["--database-url", &address]);
    let other = folder.path("other");
    refuses(&other, &with_database(&address, &["--demo"]), 3, "the ledger is led by");
    server.kill();
    refuses(&other, &with_database(&address, &[]), 4, "the file origin is missing");
    refuses(&data, &["--demo"], 4, "lies in a PostgreSQL database");
    refused(
        &told(&["verify", data.to_str().unwrap()]),
        1,
        "lies in a PostgreSQL database",
    );
    let empty = Throwaway::new();
    refuses(
        &data,
        &with_database(&empty.address(), &["--demo"]),
        4,
        "had begun and this database has none",
    );
    let server = Server::start(&data, &with_database(&address, &["--demo"]));
    assert_eq!(server.get(&receipt).status, 200);
    assert_eq!(
        server.write("Đề nghị bật đèn cổng phía đông từ 18 giờ.", "khoa-cua-toi"),
        receipt
    );
    let (status, _) = server.stop();
    assert!(status.success());
    is_clean(&data, &["--database-url", &address]);
}

#[test]
fn a_record_is_carried_into_a_database_and_back_with_equal_roots() {
    let (folder, database) = (Folder::new(), Throwaway::new());
    let (data, address) = (folder.path("office"), database.address());
    let server = Server::start(&data, &["--demo"]);
    let receipt = server.write("Đề nghị trực cổng có biển tên.", "khoa-cua-toi");
    let folder_name = data.to_str().unwrap();
    let copy = |to| {
        let mut words = vec!["store", "copy", "--data", folder_name, "--to", to];
        words.extend(with_database(&address, &[]));
        told(&words)
    };
    refused(&copy("database"), 3, "is in use by");
    assert!(server.stop().0.success());
    refused(&copy("folder"), 2, "does not lie in a database");
    refused(
        &told(&["store", "copy", "--data", folder_name, "--to", "database"]),
        2,
        "--database-url",
    );
    refused(
        &told(&["store", "copy", "--data", "/nowhere", "--to", "database"]),
        2,
        "no folder",
    );
    let there = copy("database");
    assert!(there.status.success(), "{there:?}");
    let root = |output: &Output| {
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = said.lines().find(|line| line.starts_with("root ")).unwrap_or_default();
        line.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(root(&there).len(), 64, "{there:?}");
    assert!(data.join("ledger.db.copied-1").exists() && !data.join("ledger.db").exists());
    is_clean(&data, &["--database-url", &address]);
    refused(&copy("database"), 2, "nothing to carry over");
    let server = Server::start(&data, &with_database(&address, &["--demo"]));
    assert_eq!(server.get(&receipt).status, 200);
    assert!(server.stop().0.success());
    // A copy that is refused leaves nothing behind that a start would stumble over.
    let nowhere = ["--to", "folder", "--database-url", "host=/nowhere dbname=none"];
    let lost = told(&[&["store", "copy", "--data", folder_name][..], &nowhere].concat());
    assert!(!lost.status.success());
    assert!(!data.join("ledger.db").exists());
    let server = Server::start(&data, &with_database(&address, &["--demo"]));
    assert_eq!(server.get(&receipt).status, 200);
    assert!(server.stop().0.success());
    let back = copy("folder");
    assert!(back.status.success(), "{back:?}");
    assert!(String::from_utf8_lossy(&back.stdout).contains("langnghe_copied_1"));
    assert_ne!(root(&back), "");
    is_clean(&data, &[]);
    let server = Server::start(&data, &["--demo"]);
    assert_eq!(server.get(&receipt).status, 200);
    assert!(server.stop().0.success());
    // What was left in the database under the record's name holds more than a file that is nearly empty.
    let (young, elsewhere) = (folder.path("young"), Throwaway::new());
    let server = Server::start(&young, &with_database(&elsewhere.address(), &["--demo"]));
    assert!(server.stop().0.success());
    drop(storage::Sqlite::open(&young).unwrap());
    let name = young.to_str().unwrap();
    let mut words = vec!["store", "copy", "--data", name, "--to", "database"];
    let elsewhere = elsewhere.address();
    words.extend(with_database(&elsewhere, &[]));
    refused(&told(&words), 4, "may be the record itself");
}

#[test]
fn an_office_outlives_its_databases_restart() {
    let mut cluster = Cluster::start(Keeping::Durable).unwrap();
    let folder = Folder::new();
    let (data, address) = (folder.path("office"), format!("{} dbname=postgres", cluster.address()));
    let server = Server::start(&data, &with_database(&address, &["--demo", "--rate-limit", "off"]));
    let before = server.write("Ý kiến trước khi cơ sở dữ liệu dừng.", "khoa-1");
    cluster.kill().unwrap();
    cluster.start_again().unwrap();
    let after = server.write("Ý kiến sau khi cơ sở dữ liệu chạy lại.", "khoa-2");
    for receipt in [&before, &after] {
        assert_eq!(server.get(receipt).status, 200);
    }
    assert!(server.stop().0.success());
    is_clean(&data, &["--database-url", &address]);
}
