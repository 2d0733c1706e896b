//! The lock file's text: a line for each kind or type, and under it, indented, a line for each field or variant.

use super::super::Finding;
use super::super::tree::Tree;
use super::LOCK;
use std::collections::BTreeMap;

/// What the lock file says about itself.
const HEADER: &str = "\
# Every kind of entry and every type in it. Written by `cargo xtask kinds --write`, which only adds: a new kind, a new
# field that may be absent, a new variant. Anything else is refused: a changed meaning is a new kind.
";

/// How a field or variant is set apart from the line it belongs to.
const INDENT: &str = "  ";

/// What a line of a type begins with; a kind's begins with its name.
pub const TYPE: &str = "type ";

/// One line, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As it stands in the lock, without indentation.
    pub text: String,
    /// File it was read from: a source or the lock itself.
    pub path: String,
    /// Line in that file, from 1.
    pub line: usize,
}

impl Row {
    /// The name of the field or variant, which begins the line.
    pub fn name(&self) -> &str {
        let end = self.text.find(|c: char| !c.is_alphanumeric() && c != '_');
        &self.text[..end.unwrap_or(self.text.len())]
    }
}

/// A kind or a type with its fields or variants, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// `forum.opened public struct …` or `type forum::Channel enum …`.
    pub head: Row,
    /// Fields or variants.
    pub rows: Vec<Row>,
}

/// Sections by name: kinds as they are, types as `type crate::Name`.
pub type Sections = BTreeMap<String, Section>;

/// The name of a section by its first line.
fn name_of(head: &str) -> &str {
    let skip = if head.starts_with(TYPE) { TYPE.len() } else { 0 };
    head[skip..].find(' ').map_or(head, |end| &head[..skip + end])
}

/// The lock file: kinds first, then types, each by name.
pub fn render(sections: &Sections) -> String {
    let mut text = HEADER.to_owned();
    let (types, kinds): (Vec<_>, Vec<_>) = sections.iter().partition(|(name, _)| name.starts_with(TYPE));
    for (_, section) in kinds.into_iter().chain(types) {
        text.push_str(&format!("\n{}\n", section.head.text));
        for row in &section.rows {
            text.push_str(&format!("{INDENT}{}\n", row.text));
        }
    }
    text
}

/// Reads the lock file; none is one without sections.
pub fn read(tree: &Tree, findings: &mut Vec<Finding>) -> Sections {
    let mut sections = Sections::new();
    let mut current: Option<String> = None;
    let text = tree.file(LOCK).map_or("", |file| file.text.as_str());
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row = |text: &str| Row {
            text: text.to_owned(),
            path: LOCK.to_owned(),
            line: number + 1,
        };
        let is_new = is_head(line) && !sections.contains_key(name_of(line));
        let inside = line.strip_prefix(INDENT).filter(|text| !text.starts_with(' '));
        let section = current.as_ref().and_then(|name| sections.get_mut(name));
        match (inside, section) {
            (Some(text), Some(section)) => section.rows.push(row(text)),
            (None, _) if is_new => {
                let section = Section {
                    head: row(line),
                    rows: Vec::new(),
                };
                current = Some(name_of(line).to_owned());
                sections.insert(name_of(line).to_owned(), section);
            }
            _ => findings.push(Finding::new(
                LOCK,
                number + 1,
                "a line is a kind or a type, or a field or variant under it; `cargo xtask kinds --write` writes them",
            )),
        }
    }
    sections
}

fn is_head(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    match words[..] {
        ["type", _, form, ..] => matches!(form, "struct" | "tuple" | "unit" | "enum" | "handwritten"),
        [_, "public" | "private", form, ..] => matches!(form, "struct" | "tuple" | "unit" | "enum" | "handwritten"),
        _ => false,
    }
}
