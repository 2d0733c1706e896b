//! The page of figures: tables in Markdown, each between two marks that say which measurement wrote it.

use std::fmt;

/// One measurement's table and what has to be known of it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Names of the columns.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Sentences below the table, a paragraph each.
    pub notes: Vec<String>,
}

impl Table {
    /// An empty one.
    pub fn new(columns: &[&'static str]) -> Table {
        Table {
            columns: columns.to_vec(),
            ..Table::default()
        }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// Adds a sentence below.
    pub fn note(&mut self, sentence: impl Into<String>) {
        self.notes.push(sentence.into());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| {} |", self.columns.join(" | "))?;
        writeln!(f, "|{}", "---|".repeat(self.columns.len()))?;
        for row in &self.rows {
            writeln!(f, "| {} |", row.join(" | "))?;
        }
        for note in &self.notes {
            writeln!(f, "\n{note}")?;
        }
        Ok(())
    }
}

/// The text with what stands between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->` replaced.
///
/// # Errors
/// A mark is missing, stands twice, or the second before the first.
pub fn replaced(text: &str, name: &str, new: &str) -> Result<String, String> {
    let (opens, closes) = (format!("<!-- bench:{name} -->"), format!("<!-- /bench:{name} -->"));
    for mark in [&opens, &closes] {
        match text.matches(mark.as_str()).count() {
            1 => {}
            0 => return Err(format!("the mark {mark} is not there; put it where the table belongs")),
            more => return Err(format!("the mark {mark} stands there {more} times; leave one")),
        }
    }
    let parted = text
        .split_once(&opens)
        .and_then(|(before, rest)| rest.split_once(&closes).map(|(_, after)| (before, after)));
    let Some((before, after)) = parted else {
        return Err(format!("the mark {closes} stands before {opens}; swap them"));
    };
    Ok(format!("{before}{opens}\n{}\n{closes}{after}", new.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "# A\n\n<!-- bench:one -->\nold\n<!-- /bench:one -->\n\n<!-- bench:two -->\n<!-- /bench:two -->\nend\n";

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let once = replaced(PAGE, "one", "new\n").unwrap();
        assert_eq!(once, PAGE.replace("old", "new"));
        assert_eq!(
            replaced(&once, "one", "new").unwrap(),
            once,
            "writing again changes nothing"
        );
        let both = replaced(&once, "two", "| b |").unwrap();
        assert_eq!(both, once.replace("two -->\n<!--", "two -->\n| b |\n<!--"));
    }

    #[test]
    fn a_page_without_its_marks_is_left_alone() {
        assert!(replaced(PAGE, "three", "").unwrap_err().contains("is not there"));
        let twice = format!("{PAGE}<!-- bench:one -->");
        assert!(replaced(&twice, "one", "").unwrap_err().contains("2 times"));
        let swapped = "<!-- /bench:one --> <!-- bench:one -->";
        assert!(replaced(swapped, "one", "").unwrap_err().contains("before"));
    }

    #[test]
    fn a_table_is_markdown() {
        let mut table = Table::new(&["a", "b"]);
        table.row(["1".to_owned(), "2".to_owned()]);
        table.note("What it says.");
        assert_eq!(table.to_string(), "| a | b |\n|---|---|\n| 1 | 2 |\n\nWhat it says.\n");
    }
}
