//! The office these tests are about: an administrator, and a second person without a role.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code)]

use base::fact::{Actor, Digest32, PersonId};
use sha2::{Digest, Sha256};
use web_rig::{ADMINISTRATOR, Answer, Browser, Database, Office};
use world::Command;

/// Has a name and no role.
pub const NOBODY: PersonId = PersonId(2);
/// The name of the session's cookie.
pub const SESSION: &str = "phien";

pub fn digest(token: &str) -> Digest32 {
    Digest32(Sha256::digest(token.as_bytes()).into())
}

/// A record without entries.
pub fn empty() -> Office {
    Office::new(web_people::routes())
}

/// An office with its first administrator, a name, and a second person without a role.
pub fn office() -> Office {
    office_on(Database::usual())
}

/// The same on a database.
pub fn office_on(database: Database) -> Office {
    let office = Office::on(database, web_people::routes());
    office.begin();
    let rename = Command::RenamePerson {
        person: ADMINISTRATOR,
        name: "Trần Thị Dương".into(),
    };
    office.tell(Actor::Person(ADMINISTRATOR), rename);
    assert_eq!(office.person("Ngô Văn An", None, &[]), NOBODY);
    office
}

/// Whoever sends this session's token, which need not be one.
pub fn holding<'a>(office: &'a Office, token: &str) -> Browser<'a> {
    office.browser().cookie(&office.cookie_of(token))
}

/// Sends a picture as the office's emblem.
pub fn upload(browser: &Browser<'_>, key: &str, file: &[u8]) -> Answer {
    browser.post_file("/quan-tri/van-phong/phu-hieu", &[("khoa", key)], ("tep", "a.png", file))
}

/// A PNG's first bytes, as far as anyone reads them.
pub fn png(width: u32, height: u32, length: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.resize(length.max(bytes.len()), 0);
    bytes
}
