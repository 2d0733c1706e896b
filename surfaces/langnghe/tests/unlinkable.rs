//! Nothing that is kept tells who wrote an opinion that is not signed.
//!
//! The same office is run twice; only the writer differs: another address, another program, another language, other
//! cookies. What is in the data folder afterwards differs in nothing but random values, and none of the writer's traits
//! is in any file or on any output.

mod running;

use running::{Folder, Server};
use std::collections::BTreeMap;
use std::path::Path;

struct Writer {
    address: std::net::Ipv4Addr,
    agent: &'static str,
    language: &'static str,
    forwarded: &'static str,
    cookie: &'static str,
}

const ONE: Writer = Writer {
    address: std::net::Ipv4Addr::new(127, 0, 0, 77),
    agent: "May-Cua-Ba-Hai/1.0 (dau-vet-khong-duoc-giu)",
    language: "vi-VN,vi;q=0.77",
    forwarded: "203.0.113.77",
    cookie: "dau_vet=ba-hai-0x7755; phien=5555555555555555555555555555555555555555555555555555555555555555",
};

const OTHER: Writer = Writer {
    address: std::net::Ipv4Addr::new(127, 0, 0, 33),
    agent: "Dien-Thoai-Ong-Ba/9.9 (dau-vet-khac)",
    language: "en-GB;q=0.33",
    forwarded: "198.51.100.33",
    cookie: "dau_vet=ong-ba-0x3311",
};

const STATEMENT: &str = "Cổng phụ nên mở sớm hơn nửa giờ vào buổi sáng.";
const KEY: &str = "khoa-nhu-nhau-cho-hai-lan-chay";

/// Runs an office, lets the writer write, read the receipt and verify; what the program said and what it kept.
fn run(writer: &Writer) -> (String, BTreeMap<String, Vec<u8>>, Folder) {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start_for(
        &data,
        writer.address,
        &["--demo", "--rate-limit", "on", "--origin", "thu.example/mot"],
    );
    let headers = [
        ("User-Agent", writer.agent),
        ("Accept-Language", writer.language),
        ("X-Forwarded-For", writer.forwarded),
        ("Forwarded", writer.forwarded),
        ("Cookie", writer.cookie),
        ("Referer", writer.agent),
    ];
    let headers = headers.map(|(name, value)| (name, value.to_owned()));
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = [
        ("y_kien", STATEMENT),
        ("ly_do", ""),
        ("ky", "khong"),
        ("nguyen_van", "1"),
        ("khoa", KEY),
    ];
    let answer = server.post("/dien-dan/2020-01/viet", &form, &headers);
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(server.get(&answer.location).status, 200);
    let code = answer.location.rsplit('/').next().unwrap();
    assert_eq!(server.get(&format!("/kiem-chung?ma={code}")).status, 200);
    // A mistake is kept nowhere either.
    let mistake = server.post(
        "/dien-dan/2020-01/viet",
        &[("y_kien", "ngắn"), ("khoa", "k-2")],
        &headers,
    );
    assert_eq!(mistake.status, 422);
    let (status, said) = server.stop();
    assert!(status.success());
    let mut files = BTreeMap::new();
    gather(&data, &data, &mut files);
    (said, files, folder)
}

fn gather(base: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            gather(base, &path, files);
        } else {
            let name = path.strip_prefix(base).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
}

/// The rows of every table of a database, with every random value blanked: long hex words in texts, and bytes.
fn rows(database: &Path) -> Vec<String> {
    let db = rusqlite::Connection::open(database).unwrap();
    let mut tables = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let tables: Vec<String> = tables
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut all = Vec::new();
    for table in tables {
        let mut query = db.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<String> = (0..columns).map(|n| blank(row.get_ref(n).unwrap())).collect();
            all.push(format!("{table}: {}", values.join(" | ")));
        }
    }
    all
}

fn blank(value: rusqlite::types::ValueRef<'_>) -> String {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) => blank_text(std::str::from_utf8(bytes).unwrap()),
        ValueRef::Blob(bytes) => match std::str::from_utf8(bytes) {
            // The order of a batch is drawn by lot: which opinions it has is compared, not their numbers.
            Ok(text) if text.contains("\"forum.opinions_published\"") => {
                let mut opinions: Vec<&str> = text.split("{\"opinion\":").skip(1).map(until_comma).collect();
                opinions.sort_unstable();
                format!("published {opinions:?}")
            }
            // So is what the demonstration says of an opinion by that number, and how the hall voted on it.
            Ok(text) if text.starts_with('{') && text.contains("\"forum\":\"2019-01\"") => {
                let text = ["agree", "disagree", "pass"]
                    .iter()
                    .fold(text.to_owned(), |text, choice| {
                        text.replace(&format!("\"choice\":\"{choice}\""), "#")
                    });
                blank_text(&without_numbers(&text))
            }
            Ok(text) if text.starts_with('{') => blank_text(text),
            _ => format!("{} bytes", bytes.len()),
        },
    }
}

/// The numbers of opinions, `"opinion":7` and `"opinions":[7,9]`, each as `#`.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    for (place, part) in text.split("\"opinion").enumerate() {
        if place == 0 {
            out.push_str(part);
            continue;
        }
        let digits_end = |c: char| !c.is_ascii_digit() && !matches!(c, '"' | ':' | 's' | '[' | ',');
        let (numbers, rest) = part.split_at(part.find(digits_end).unwrap_or(part.len()));
        let listed = numbers.matches(',').count();
        out.push_str(&format!("\"opinion#{listed}"));
        out.push_str(rest);
    }
    out
}

fn until_comma(text: &str) -> &str {
    text.split(',').next().unwrap_or_default()
}

/// Blanks hex words of 32 characters or more, and the base64 lines of a signed checkpoint.
fn blank_text(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '/' | '=')) {
        let random = word.len() >= 32 && word.is_ascii();
        out.push_str(if random { "#" } else { word });
    }
    out
}

#[test]
fn two_writers_leave_the_same_traces_which_are_none() {
    let hour = || std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap().as_secs() / 3600;
    // Two runs on both sides of a full hour differ in the hour; then they are run again.
    let (one, other) = loop {
        let began = hour();
        let runs = (run(&ONE), run(&OTHER));
        if hour() == began {
            break runs;
        }
    };
    let ((said_one, files_one, folder_one), (said_other, files_other, folder_other)) = (one, other);
    for (writer, said, files) in [(&ONE, &said_one, &files_one), (&OTHER, &said_other, &files_other)] {
        let address = writer.address.to_string();
        for trait_of in [
            &address,
            writer.agent,
            writer.language,
            writer.forwarded,
            writer.cookie,
            "dau_vet",
        ] {
            let found = |bytes: &[u8]| {
                bytes
                    .windows(trait_of.len())
                    .any(|window| window == trait_of.as_bytes())
            };
            assert!(!found(said.as_bytes()), "the program said {trait_of:?}");
            for (name, bytes) in files {
                assert!(!found(bytes), "{name} holds {trait_of:?}");
            }
        }
    }
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    let plain = |names: Vec<String>| {
        names
            .into_iter()
            .filter(|name| !name.ends_with("-shm"))
            .collect::<Vec<_>>()
    };
    assert_eq!(plain(names(&files_one)), plain(names(&files_other)), "the same files");
    for database in ["ledger.db", "ops.db"] {
        let one = rows(&folder_one.path("data").join(database));
        let other = rows(&folder_other.path("data").join(database));
        assert_eq!(one.len(), other.len(), "{database}");
        for (row, same) in one.iter().zip(&other) {
            assert_eq!(row, same, "{database}");
        }
    }
    let lines = |said: &str| said.lines().count();
    assert_eq!(lines(&said_one), lines(&said_other));
}

#[test]
fn no_minute_of_an_anonymous_writer_is_kept() {
    let (_, _, folder) = run(&ONE);
    let db = rusqlite::Connection::open(folder.path("data").join("ledger.db")).unwrap();
    let mut query = db.prepare("SELECT bytes FROM entries ORDER BY seq").unwrap();
    let entries: Vec<Vec<u8>> = query
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut opinions = 0;
    for bytes in entries {
        let entry: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let at = entry["at"].as_str().unwrap();
        assert!(at.ends_with(":00:00Z"), "{at}");
        if entry["kind"] == "forum.opinion_submitted" && entry["data"]["channel"] == "written" {
            opinions += 1;
            assert!(entry.get("by").is_none(), "an opinion that is not signed has no role");
            let text = String::from_utf8(bytes).unwrap();
            let times = text
                .as_bytes()
                .windows(3)
                .filter(|w| w[0].is_ascii_digit() && w[1] == b'T' && w[2].is_ascii_digit());
            assert_eq!(times.count(), 1, "the hour and no other time: {text}");
        }
    }
    assert!(opinions > 0);
}
