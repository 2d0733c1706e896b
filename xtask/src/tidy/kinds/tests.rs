//! The lock of kinds holds what it should, lets grow what may, and refuses the rest.

use super::growth::REFUSED;
use super::*;

const EVENTS: &str = "\
use crate::role::Role;
use base::fact::{Commitment, PersonId};
use base::time as clock;
/// Announced.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// Its number.
    pub number: u32,
    pub how: How,
    #[serde(skip_serializing_if = \"Option::is_none\", default)]
    pub title: Option<Commitment>,
    pub days: Vec<clock::Date>,
}
#[derive(Serialize, Deserialize)]
#[serde(rename_all = \"snake_case\")]
pub enum How { Open, Closed(Role), Named { by: PersonId } }
#[derive(Serialize, Deserialize)]
pub struct Written(pub Commitment);
base::kinds! {
    /// What happens.
    pub enum Event {
        \"forum.announced\" public => Announced,
        \"forum.written\" private => Written,
    }
}
";
const ROLE: &str = "#[derive(Serialize, Deserialize)]\npub enum Role { Chair, Clerk }";
const FACT: &str = "\
pub struct Commitment(pub [u8; 32]);
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub u32);
macro_rules! hex_form {
    ($type:ident, $length:literal) => {
        impl Serialize for $type { fn serialize(&self) { hex(self.0) } }
        impl<'de> Deserialize<'de> for $type { fn deserialize() { unhex($length) } }
    };
}
hex_form!(Commitment, 32);
";
const TIME: &str = "\
pub struct Date(u32);
impl fmt::Display for Date { fn fmt(&self) { iso(self) } }
impl Serialize for Date { fn serialize(&self) { collect_str(self) } }
impl<'de> Deserialize<'de> for Date { fn deserialize() { read() } }
";
const FILES: [(&str, &str); 4] = [
    ("domain/forum/src/events.rs", EVENTS),
    ("domain/forum/src/role.rs", ROLE),
    ("engines/base/src/fact.rs", FACT),
    ("engines/base/src/time.rs", TIME),
];

/// The samples with one text replaced, and a lock.
fn tree(from: &str, to: &str, lock: &str) -> Tree {
    let mut files: Vec<(&str, String)> = FILES.map(|(path, text)| (path, text.replace(from, to))).to_vec();
    let changes = FILES.iter().filter(|(_, text)| text.contains(from)).count();
    assert!(changes == 1 || from.is_empty(), "`{from}` is in one sample");
    files.push((LOCK, lock.to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    Tree::of(&files)
}

fn lock() -> String {
    with_new(&Tree::of(&FILES)).expect("no finding").0
}

/// What is found when the locked samples change.
fn findings(from: &str, to: &str) -> Vec<String> {
    let found = check(&tree(from, to, &lock())).into_iter();
    found
        .map(|finding| format!("{}:{} {}", finding.path, finding.line, finding.what))
        .collect()
}

#[test]
fn the_lock_holds_every_field_of_every_type() {
    let text = lock();
    let body: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let body = body.join("\n");
    let hash = |of: &str| {
        let line = body
            .lines()
            .find(|line| line.starts_with(&format!("type {of} handwritten ")));
        line.and_then(|line| line.rsplit(' ').next())
            .expect("a hash")
            .to_owned()
    };
    let (commitment, date) = (hash("base::Commitment"), hash("base::Date"));
    assert_eq!((commitment.len(), date.len()), (64, 64));
    let wanted = format!(
        "
forum.announced public struct deny_unknown_fields
  number u32
  how forum::How
  title Option<base::Commitment> default skip_serializing_if=\"Option::is_none\"
  days Vec<base::Date>

forum.written private tuple
  0 base::Commitment

type base::Commitment handwritten {commitment}

type base::Date handwritten {date}

type base::PersonId tuple transparent
  0 u32

type forum::How enum rename_all=\"snake_case\"
  Open
  Closed(forum::Role)
  Named{{by base::PersonId}}

type forum::Role enum
  Chair
  Clerk"
    );
    assert_eq!(body, wanted);
}

#[test]
fn what_is_new_must_be_written() {
    let found = check(&Tree::of(&FILES));
    assert_eq!(found.len(), 7, "{found:?}");
    assert!(
        found
            .iter()
            .all(|finding| finding.what.ends_with("is new: cargo xtask kinds --write"))
    );
    let (text, new) = with_new(&Tree::of(&FILES)).expect("no finding");
    assert_eq!(new, 7);
    assert!(check(&tree("", "", &text)).is_empty());
    assert_eq!(with_new(&tree("", "", &text)), Ok((text, 0)));
}

#[test]
fn the_lock_grows() {
    let option = "#[serde(default, skip_serializing_if = \"Option::is_none\")] pub force: Option<PersonId>,";
    for (from, to, line) in [
        (
            "    pub how: How,",
            format!("    {option}\n    pub how: How,"),
            "\n  force Option<base::PersonId> default skip_",
        ),
        (
            "Chair, Clerk",
            "Chair, Guard, Clerk".into(),
            "\n  Chair\n  Guard\n  Clerk\n",
        ),
        ("Named {", "Late(Option<u8>), Named {".into(), "\n  Late(Option<u8>)\n"),
        (
            "        \"forum.written\"",
            "\"forum.opened\" public => Opened,\n \"forum.written\"".into(),
            "\nforum.opened public struct\n  by base::PersonId\n",
        ),
    ] {
        let opened = "#[derive(Serialize, Deserialize)]\npub struct Opened { by: PersonId }\nbase::kinds! {";
        let files = FILES.map(|(path, text)| (path, text.replace(from, &to).replace("base::kinds! {", opened)));
        let lock = lock();
        let mut files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        files.push((LOCK, &lock));
        let found = check(&Tree::of(&files));
        assert!(
            found.len() == 1 && found[0].what.ends_with("is new: cargo xtask kinds --write"),
            "{from}: {found:?}"
        );
        let (text, new) = with_new(&Tree::of(&files)).expect("it may grow");
        assert!(new == 1 && text.contains(line), "{from}: {text}");
        files.pop();
        files.push((LOCK, &text));
        assert!(check(&Tree::of(&files)).is_empty(), "{from}");
    }
}

#[test]
fn a_changed_meaning_is_refused_with_its_line() {
    for (from, to, what) in [
        (
            "number: u32",
            "number: u64",
            "events.rs:9 `forum.announced`: `number u64` was `number u32`",
        ),
        (
            "deny_unknown_fields",
            "default",
            "events.rs:23 `forum.announced public struct default` was",
        ),
        (
            "public => Announced",
            "private => Announced",
            "`forum.announced private struct deny_unknown_fields` was",
        ),
        (
            "    pub number: u32,\n",
            "",
            "kinds.lock:5 `forum.announced`: `number u32` is gone",
        ),
        (
            "    pub how: How,\n",
            "    pub how: How,\n pub more: Option<u8>,\n",
            "`more Option<u8>` is new and is not an Option with",
        ),
        (
            "    pub how: How,\n",
            "    #[serde(rename = \"x\")]\n    pub how: How,\n",
            "`how forum::How rename=\"x\"` was",
        ),
        (
            "(pub Commitment)",
            "(pub Commitment, pub Option<u8>)",
            "`1 Option<u8>` is new and is not",
        ),
        ("Closed(Role)", "Closed(u8)", "`Closed(u8)` was `Closed(forum::Role)`"),
        (
            "snake_case",
            "kebab-case",
            "`type forum::How enum rename_all=\"kebab-case\"` was",
        ),
        ("Open, Closed", "Closed", "`Open` is gone"),
        (
            "Chair, Clerk",
            "Clerk, Chair",
            "role.rs:2 `type forum::Role`: `Clerk` stands where `Chair` stood",
        ),
        (
            "#[serde(transparent)]\n",
            "",
            "`type base::PersonId tuple` was `type base::PersonId tuple transparent`",
        ),
        (
            "hex(self.0)",
            "base64(self.0)",
            "fact.rs:1 `type base::Commitment handwritten",
        ),
        (
            "hex_form!(Commitment, 32)",
            "hex_form!(Commitment, 64)",
            "`type base::Commitment handwritten",
        ),
        ("read()", "read_loosely()", "time.rs:1 `type base::Date handwritten"),
        ("iso(self)", "slashes(self)", "time.rs:1 `type base::Date handwritten"),
        (
            "        \"forum.written\" private => Written,\n",
            "",
            "kinds.lock:10 `forum.written` is declared nowhere",
        ),
    ] {
        let found = findings(from, to);
        let refused: Vec<&String> = found.iter().filter(|found| found.ends_with(REFUSED)).collect();
        assert!(
            refused.iter().any(|found| found.contains(what)),
            "{from} -> {to}: {found:#?}"
        );
        assert!(with_new(&tree(from, to, &lock())).is_err(), "{from}");
    }
}

#[test]
fn another_type_of_the_same_name_is_another_type() {
    let found = findings(
        "use crate::role::Role;",
        "#[derive(Serialize, Deserialize)] pub enum Role { Chair, Clerk }",
    );
    // The crate is the same and so is the shape: nothing that is written changes.
    assert!(found.is_empty(), "{found:?}");
    let found = findings(
        "use base::fact::{Commitment, PersonId};",
        "use base::fact::Commitment;\n#[derive(Serialize, Deserialize)] #[serde(transparent)] pub struct PersonId(pub u32);",
    );
    assert!(
        found
            .iter()
            .any(|found| found.contains("`Named{by forum::PersonId}` was")),
        "{found:?}"
    );
}

#[test]
fn what_no_reader_sees_may_change() {
    for (from, to) in [
        ("/// Announced.", "/// Announced by an office."),
        ("Clone, Debug, Serialize", "Clone, Debug, PartialEq, Serialize"),
        (
            "pub days: Vec<clock::Date>,",
            "days: std::vec::Vec<base::time::Date>\n// a comment",
        ),
        (
            "#[serde(skip_serializing_if = \"Option::is_none\", default)]",
            "#[serde(default)]\n#[serde(skip_serializing_if = \"Option::is_none\")]",
        ),
        ("pub struct Date(u32);", "/// Days.\npub struct Date(civil::Date);"),
    ] {
        assert!(findings(from, to).is_empty(), "{from}: {:?}", findings(from, to));
    }
}

#[test]
fn what_the_lock_cannot_follow_is_found() {
    for (from, to, what) in [
        (
            "number: u32",
            "number: Elsewhere",
            "`Elsewhere` is in an entry, and the lock cannot follow it",
        ),
        ("number: u32", "number: String", "`String` is in an entry"),
        (
            "    pub number: u32",
            "    #[serde(with = \"odd\")]\n pub number: u32",
            "`with` hides what is written",
        ),
        (
            "#[derive(Serialize, Deserialize)]\npub enum Role",
            "pub enum Role",
            "`Role` is in an entry and has neither",
        ),
        (
            "    \"forum.written\" private => Written",
            "    \"forum.announced\" private => Written",
            "is declared twice",
        ),
        (
            "pub struct Announced",
            "pub struct Other",
            "`Announced` of kind `forum.announced` is not a struct",
        ),
    ] {
        let found = findings(from, to);
        assert!(found.iter().any(|found| found.contains(what)), "{from}: {found:#?}");
    }
}

#[test]
fn a_broken_lock_is_found() {
    for line in ["what", "forum.x secret struct", "  lost", "type base::PersonId tuple"] {
        let text = match line.starts_with(' ') {
            true => format!("{line}\n{}", lock()),
            false => format!("{}{line}\n", lock()),
        };
        let found = check(&tree("", "", &text));
        assert!(
            found.iter().any(|finding| finding.what.starts_with("a line is a kind")),
            "{line}: {found:?}"
        );
        assert!(with_new(&tree("", "", &text)).is_err(), "{line}");
    }
}
