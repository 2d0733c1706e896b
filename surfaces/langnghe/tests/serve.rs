//! `langnghe serve` as whoever runs the machine sees it: starting, stopping, refusing.

mod running;

use running::{Folder, Server, ends, free_address, serve};
use std::time::{Duration, Instant};

#[test]
fn a_demonstration_prints_addresses_that_answer() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo", "--rate-limit", "off"]);
    let said = server.wait_for("once, within 24 hours");
    let base = format!("http://{}", server.address);
    let paths: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split_once(&base).map(|(_, path)| path))
        .collect();
    let paths: Vec<&&str> = paths
        .iter()
        .filter(|path| !path.is_empty() && !path.starts_with("/vao/"))
        .collect();
    assert!(paths.len() > 3, "{said}");
    for path in paths {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    let home = server.get("/").body;
    for words in [
        "Diễn đàn công an lắng nghe ý kiến nhân dân",
        "Trần Thị Thùy Dương",
        "363.100",
        "Phòng Tổng hợp",
    ] {
        assert!(home.contains(words), "the home page does not show {words}");
    }
    let receipt = said
        .lines()
        .find_map(|line| line.split_once("/bien-nhan/"))
        .unwrap()
        .1
        .to_owned();
    let (status, _) = server.stop();
    assert!(status.success(), "{status}");

    let again = Server::start(&data, &["--demo"]);
    assert!(
        again.wait_for("the ledger: ").contains(&receipt),
        "the example's receipt is named again after a restart"
    );
}

#[test]
fn an_empty_office_prints_a_link_that_lets_one_person_in_once() {
    let folder = Folder::new();
    let server = Server::start(&folder.path("data"), &[]);
    let said = server.wait_for("/vao/");
    let link = said
        .lines()
        .find_map(|line| line.find("/vao/").map(|at| line[at..].trim().to_owned()))
        .unwrap();
    let shown = server.get(&link);
    assert_eq!(shown.status, 200);
    assert!(shown.body.contains("<button"), "a GET shows a button");
    assert_eq!(server.get(&link).status, 200, "looking does not use the link up");
    assert_eq!(server.post(&link, &[], &[]).status, 303);
    assert_ne!(server.post(&link, &[], &[]).status, 303, "a link works once");
}

#[test]
fn a_link_for_nobody_makes_no_folder() {
    let folder = Folder::new();
    let data = folder.path("data");
    let refused = ends(serve(&data, free_address(), &["--link", "1"]));
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("start without --link"), "{said}");
    assert!(!data.exists(), "nothing was made");
}

#[test]
fn a_second_process_on_the_same_folder_ends_with_3_and_names_the_holder() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo"]);
    let began = Instant::now();
    let second = ends(serve(&data, free_address(), &["--demo"]));
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(second.status.code(), Some(3));
    let said = String::from_utf8(second.stderr).unwrap();
    assert!(said.contains(&server.address.to_string()), "{said}");
}

#[test]
fn an_old_copy_under_a_newer_high_water_mark_is_refused_with_the_missing_range() {
    let folder = Folder::new();
    let (data, copy, mark) = (folder.path("data"), folder.path("copy"), folder.path("mark"));
    let mark = mark.to_str().unwrap();
    let options = ["--demo", "--rate-limit", "off", "--high-water", mark];
    Server::start(&data, &options).stop();
    copy_folder(&data, &copy);
    let server = Server::start(&data, &options);
    server.write("Ý kiến này sẽ bị mất khi chép bản cũ về.", "khoa-cua-y-kien-se-mat");
    server.stop();
    std::fs::remove_dir_all(&data).unwrap();
    copy_folder(&copy, &data);
    let refused = ends(serve(&data, free_address(), &options));
    assert_eq!(refused.status.code(), Some(4));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("missing") && said.contains("entries"), "{said}");
}

#[test]
fn the_high_water_file_may_not_lie_in_the_folder_it_guards() {
    let folder = Folder::new();
    let data = folder.path("data");
    std::fs::create_dir(&data).unwrap();
    let inside = data.join("mark");
    let refused = ends(serve(
        &data,
        free_address(),
        &["--high-water", inside.to_str().unwrap()],
    ));
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn the_origin_is_fixed_when_the_record_is_made() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo", "--origin", "dien-dan.example/2020"]);
    assert!(
        server
            .get("/log/checkpoint")
            .body
            .starts_with("dien-dan.example/2020\n")
    );
    assert!(server.get("/log/vkey").body.starts_with("dien-dan.example/2020+"));
    server.stop();
    let other = ends(serve(&data, free_address(), &["--demo", "--origin", "khac.example"]));
    assert_eq!(other.status.code(), Some(2));
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo", "--rate-limit", "off"]);
    let receipt = server.write(
        "Máy bị rút điện ngay sau khi gửi ý kiến này.",
        "khoa-truoc-khi-rut-dien",
    );
    server.kill();
    let server = Server::start(&data, &["--demo", "--rate-limit", "off"]);
    let json = server.get(&format!("{receipt}.json"));
    assert_eq!(json.status, 200);
    assert!(json.body.contains("Máy bị rút điện ngay sau khi gửi ý kiến này."));
    let again = server.write(
        "Máy bị rút điện ngay sau khi gửi ý kiến này.",
        "khoa-truoc-khi-rut-dien",
    );
    assert_eq!(again, receipt, "the same form sent again gives the same receipt");
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let target = to.join(file.file_name());
        match file.file_type().unwrap().is_dir() {
            true => copy_folder(&file.path(), &target),
            false => {
                std::fs::copy(file.path(), target).unwrap();
            }
        }
    }
}

#[test]
fn a_demonstration_killed_while_it_was_made_is_gone_on_with() {
    for after_ms in [0, 5, 10, 15, 20, 30, 40, 60, 90] {
        let folder = Folder::new();
        let data = folder.path("data");
        let mut first = serve(&data, free_address(), &["--demo"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(after_ms));
        first.kill().unwrap();
        first.wait().unwrap();
        let server = Server::start(&data, &["--demo"]);
        let said = server.wait_for("the ledger: ");
        let receipt = said
            .lines()
            .find_map(|line| line.find("/bien-nhan/").map(|at| line[at..].to_owned()));
        assert_eq!(server.get(&receipt.unwrap()).status, 200, "killed after {after_ms} ms");
        let list = server.get("/dien-dan/2020-01/y-kien/").body;
        assert!(
            list.contains("YK-0005"),
            "five opinions are published, killed after {after_ms} ms"
        );
    }
}

#[test]
fn words_changed_in_the_store_become_unreadable_not_different() {
    let folder = Folder::new();
    let data = folder.path("data");
    Server::start(&data, &["--demo"]).stop();
    let db = rusqlite::Connection::open(data.join("ledger.db")).unwrap();
    let genuine = "Mỗi mục tiêu nên thực tập phương án chữa cháy ít nhất một lần mỗi quý.";
    let id: i64 = db
        .query_row("SELECT id FROM sealed WHERE value = ?1", [genuine], |row| row.get(0))
        .unwrap();
    let forged = "Mỗi mục tiêu không cần thực tập phương án nào nữa, ai cũng thấy vậy.";
    assert_eq!(
        db.execute("UPDATE sealed SET value = ?1 WHERE id = ?2", (forged, id))
            .unwrap(),
        1
    );
    drop(db);
    let server = Server::start(&data, &["--demo"]);
    let list = server.get("/dien-dan/2020-01/y-kien/").body;
    assert!(!list.contains(forged) && !list.contains(genuine));
    let value = server.get(&format!("/log/value/{}/statement", id / 64));
    assert_eq!(value.status, 500, "{}", value.body);
    assert!(!value.body.contains(forged));
}

#[test]
fn a_record_that_lost_entries_a_snapshot_knows_of_is_refused() {
    let folder = Folder::new();
    let data = folder.path("data");
    Server::start(&data, &["--demo"]).stop();
    for file in ["ledger.db", "ledger.db-wal", "ledger.db-shm"] {
        let _ = std::fs::remove_file(data.join(file));
    }
    drop(storage::Sqlite::open(&data).unwrap());
    let refused = ends(serve(&data, free_address(), &["--demo"]));
    assert_eq!(refused.status.code(), Some(4));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("missing"), "{said}");
}

#[test]
fn a_high_water_file_that_cannot_be_kept_or_was_emptied_is_refused() {
    let folder = Folder::new();
    let data = folder.path("data");
    let nowhere = folder.path("no-folder").join("mark");
    let refused = ends(serve(
        &data,
        free_address(),
        &["--high-water", nowhere.to_str().unwrap()],
    ));
    assert_eq!(refused.status.code(), Some(2));
    let device = ends(serve(&data, free_address(), &["--high-water", "/dev/null"]));
    assert_eq!(device.status.code(), Some(2));
    let mark = folder.path("mark");
    Server::start(&data, &["--demo", "--high-water", mark.to_str().unwrap()]).stop();
    std::fs::write(&mark, "").unwrap();
    let emptied = ends(serve(
        &data,
        free_address(),
        &["--demo", "--high-water", mark.to_str().unwrap()],
    ));
    assert_eq!(
        emptied.status.code(),
        Some(4),
        "{}",
        String::from_utf8_lossy(&emptied.stderr)
    );
}

#[test]
fn another_release_is_said_before_anything_is_written() {
    let folder = Folder::new();
    let data = folder.path("data");
    Server::start(&data, &["--demo"]).stop();
    let file = data.join("release");
    let own = std::fs::read_to_string(&file).unwrap();
    assert_eq!(own.trim(), env!("CARGO_PKG_VERSION"));
    std::fs::write(&file, "0.0.9\n").unwrap();
    let server = Server::start(&data, &["--demo"]);
    let (_, said) = server.stop();
    assert!(said.contains("was last used by release 0.0.9"), "{said}");
    let (_, said) = Server::start(&data, &["--demo"]).stop();
    assert!(!said.contains("was last used by"), "said once: {said}");
    let record = std::fs::read(data.join("ledger.db")).unwrap();
    std::fs::write(&file, "99.0.0\n").unwrap();
    let refused = ends(serve(&data, free_address(), &["--demo"]));
    assert_eq!(refused.status.code(), Some(4));
    assert!(
        String::from_utf8(refused.stderr)
            .unwrap()
            .contains("start that release")
    );
    assert_eq!(
        std::fs::read(data.join("ledger.db")).unwrap(),
        record,
        "nothing was written"
    );
    let (_, said) = Server::start(&data, &["--demo", "--older-release"]).stop();
    assert!(said.contains("going back from release 99.0.0"), "{said}");
    std::fs::write(&file, "soon\n").unwrap();
    assert_eq!(ends(serve(&data, free_address(), &["--demo"])).status.code(), Some(4));
}
