//! Markup that is already safe, kept apart from text by its type.

use askama::FastWritable;
use askama::Values;
use askama::filters::HtmlSafe;
use std::fmt;

/// A piece of finished HTML. Askama prints it as it is (`{{ field }}`), while every `String` and `&str` is escaped, so a template
/// needs no `|safe`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Declares a string to be safe markup. Only for what this program composed itself: never for a person's words.
    pub fn trusted(markup: impl Into<String>) -> Html {
        Html(markup.into())
    }

    /// Plain text, escaped.
    pub fn text(text: &str) -> Html {
        Html(escape(text))
    }

    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The markup, owned.
    pub fn into_string(self) -> String {
        self.0
    }

    /// True when there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Appends another piece.
    pub fn push(&mut self, more: &Html) {
        self.0.push_str(&more.0);
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Html {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl FastWritable for Html {
    fn write_into(&self, dest: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(dest.write_str(&self.0)?)
    }
}

impl HtmlSafe for Html {}

/// Escapes `& < > " '` so that the text may stand between tags or in a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// Renders a template. Writing into a `String` cannot fail and the templates here call nothing that can, so the error arm, which
/// the type demands, gives an empty piece.
pub fn render(template: &impl askama::Template) -> Html {
    Html(template.render().unwrap_or_default())
}
