//! What the sources have beside what the lock has: what may be added, and what is refused.

use super::super::Finding;
use super::LOCK;
use super::section::{Row, Section, Sections};

/// Why something is refused.
pub const REFUSED: &str = "a changed meaning is a new kind";

/// The differences.
#[derive(Debug, Default)]
pub struct Growth {
    /// What may be written into the lock.
    pub new: Vec<Finding>,
    /// What may not.
    pub refused: Vec<Finding>,
}

impl Growth {
    /// Compares the sources with the lock.
    pub fn between(declared: &Sections, locked: &Sections) -> Self {
        let mut growth = Self::default();
        for (name, section) in declared {
            match locked.get(name) {
                None => growth.add(&section.head, &format!("`{name}`")),
                Some(before) => growth.section(name, section, before),
            }
        }
        for (name, section) in locked.iter().filter(|(name, _)| !declared.contains_key(*name)) {
            let what = format!("`{name}` is declared nowhere, and entries with it exist for ever: {REFUSED}");
            growth.refused.push(Finding::new(LOCK, section.head.line, what));
        }
        growth
    }

    fn add(&mut self, row: &Row, what: &str) {
        let what = format!("{what} is new: cargo xtask kinds --write");
        self.new.push(Finding::new(&row.path, row.line, what));
    }

    fn refuse(&mut self, row: &Row, what: &str) {
        self.refused
            .push(Finding::new(&row.path, row.line, format!("{what}: {REFUSED}")));
    }

    fn section(&mut self, name: &str, now: &Section, before: &Section) {
        if now.head.text != before.head.text {
            let what = format!("`{}` was `{}`", now.head.text, before.head.text);
            self.refuse(&now.head, &what);
            return;
        }
        for row in &now.rows {
            match before.rows.iter().find(|old| old.name() == row.name()) {
                Some(old) if old.text == row.text => {}
                Some(old) => self.refuse(row, &format!("`{name}`: `{}` was `{}`", row.text, old.text)),
                None if may_be_added(now, row) => self.add(row, &format!("`{name}`: `{}`", row.text)),
                None => {
                    let what = format!(
                        "`{name}`: `{}` is new and is not an Option with skip_serializing_if and default",
                        row.text
                    );
                    self.refuse(row, &what);
                }
            }
        }
        let is_kept = |row: &&Row, rows: &[Row]| rows.iter().any(|other| other.name() == row.name());
        for old in before.rows.iter().filter(|old| !is_kept(old, &now.rows)) {
            self.refuse(old, &format!("`{name}`: `{}` is gone", old.text));
        }
        let kept: Vec<&Row> = now.rows.iter().filter(|row| is_kept(row, &before.rows)).collect();
        let order = before.rows.iter().filter(|old| is_kept(old, &now.rows));
        if let Some((row, old)) = kept.iter().zip(order).find(|(row, old)| row.name() != old.name()) {
            let what = format!("`{name}`: `{}` stands where `{}` stood", row.text, old.text);
            self.refuse(row, &what);
        }
    }
}

/// A variant may; a field when an entry without it reads as before.
fn may_be_added(section: &Section, row: &Row) -> bool {
    let form = |wanted: &str| section.head.text.split(' ').any(|word| word == wanted);
    let mut words = row.text.split(' ').skip(1);
    let is_option = words.next().is_some_and(|kind| kind.starts_with("Option<"));
    let attributes: Vec<&str> = words.collect();
    form("enum")
        || form("struct")
            && is_option
            && attributes.contains(&"default")
            && attributes.contains(&"skip_serializing_if=\"Option::is_none\"")
}
