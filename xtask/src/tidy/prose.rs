//! A template holds no words of its own: they come from a table that has both languages.

use super::Finding;
use super::tree::{SourceFile, Tree};

/// Words that are the same in every language.
const NAMES: &[&str] = &["Lắng Nghe"];

/// Attributes whose value a person reads or hears.
const SPOKEN: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "label",
    "placeholder",
    "title",
];

/// Elements whose content is not read by people.
const MUTE: &[&str] = &["script", "style"];

/// Findings: letters outside tags and `{{ }}`, or in an attribute that is spoken.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let templates = tree
        .below(&["surfaces/"], ".html")
        .filter(|file| file.path.contains("/src/"));
    templates.flat_map(in_template).collect()
}

fn in_template(file: &SourceFile) -> Vec<Finding> {
    let text = without_expressions(&file.text);
    let mut findings = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            at += 4 + comment.find("-->").map_or(comment.len(), |end| end + 3);
        } else if rest.starts_with('<')
            && rest[1..].starts_with(|next: char| next.is_ascii_alphabetic() || "/!".contains(next))
        {
            let end = end_of_tag(rest);
            let tag = &rest[..end];
            findings.extend(in_attributes(file, at, tag));
            at += end;
            let name: String = tag[1..]
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_ascii_lowercase();
            if MUTE.contains(&name.as_str()) && !tag.ends_with("/>") {
                let closing = format!("</{name}");
                at += text[at..].find(&closing).unwrap_or(text.len() - at);
            }
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find('<').map_or(rest.len(), |end| end + first);
            let node = &rest[..end];
            findings.extend(in_attributes(file, at, node));
            let prose = without_attributes(node);
            if has_words(&prose) {
                let offset = node.find(char::is_alphabetic).unwrap_or_default();
                let what = format!(
                    "\"{}\" stands in one language: take it from the slice's words",
                    prose.trim()
                );
                findings.push(Finding::new(&file.path, file.line_at(at + offset), what));
            }
            at += end;
        }
    }
    findings
}

/// Findings in the spoken attributes of a tag, or of a text that a macro puts into one; `at` is its position in the file.
fn in_attributes(file: &SourceFile, at: usize, tag: &str) -> Vec<Finding> {
    let bare = spoken(tag).into_iter().filter(|(_, _, value)| has_words(value));
    bare.map(|(offset, name, value)| {
        let what = format!(
            "{name}=\"{}\" speaks one language: take it from the slice's words",
            value.trim()
        );
        Finding::new(&file.path, file.line_at(at + offset), what)
    })
    .collect()
}

/// A text without ` name="value"`: a macro may hold the attributes of its callers' tags.
fn without_attributes(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(equals) = rest.find("=\"") {
        let name = rest[..equals].rsplit(char::is_whitespace).next().unwrap_or_default();
        let end = rest[equals + 2..]
            .find('"')
            .map_or(rest.len(), |end| equals + 2 + end + 1);
        let is_attribute = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        kept.push_str(if is_attribute {
            &rest[..equals - name.len()]
        } else {
            &rest[..end]
        });
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

/// The template with `{{ }}`, `{% %}` and `{# #}` blanked byte by byte, so that positions stay.
fn without_expressions(text: &str) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let close = match rest.as_bytes().get(start + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                blanked.push_str(&rest[..=start]);
                rest = &rest[start + 1..];
                continue;
            }
        };
        let end = rest[start + 2..]
            .find(close)
            .map_or(rest.len(), |end| start + 2 + end + 2);
        blanked.push_str(&rest[..start]);
        blanked.extend(
            rest[start..end]
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        rest = &rest[end..];
    }
    blanked.push_str(rest);
    blanked
}

/// Length of the tag at the start of `text`; a `>` inside quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Spoken attributes of a tag: position, name, value.
fn spoken(tag: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(equals) = tag[at..].find('=').map(|offset| at + offset) {
        let name = tag[at..equals]
            .rsplit(|c: char| c.is_whitespace() || "\"'".contains(c))
            .next()
            .unwrap_or_default();
        let after = &tag[equals + 1..];
        let (value, length) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let end = after[1..].find(quote).unwrap_or(after.len() - 1);
                (&after[1..=end], end + 2)
            }
            _ => {
                let end = after
                    .find(|c: char| c.is_whitespace() || c == '>')
                    .unwrap_or(after.len());
                (&after[..end], end)
            }
        };
        if SPOKEN.contains(&name) {
            found.push((equals, name, value));
        }
        at = (equals + 1 + length).min(tag.len());
    }
    found
}

fn has_words(text: &str) -> bool {
    let mut text = text.to_owned();
    for name in NAMES {
        text = text.replace(name, "");
    }
    let text = text
        .split_whitespace()
        .filter(|word| !is_number(word))
        .collect::<Vec<_>>()
        .join(" ");
    let mut in_entity = false;
    let mut rest = text.as_str();
    while let Some(character) = rest.chars().next() {
        rest = &rest[character.len_utf8()..];
        if character == '&' {
            let name = rest
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '#')
                .next()
                .unwrap_or_default();
            in_entity = rest[name.len()..].starts_with(';');
        } else if character == ';' {
            in_entity = false;
        } else if character.is_alphabetic() && !in_entity {
            return true;
        }
    }
    false
}

/// Whether a word is a number in hex, such as a group of a digest.
fn is_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_hexdigit()) && word.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<usize> {
        let tree = Tree::of(&[("surfaces/web-forum/src/a.html", text)]);
        check(&tree).into_iter().map(|finding| finding.line).collect()
    }

    #[test]
    fn bare_prose_is_found() {
        assert_eq!(lines("<p>\n  Gửi ý kiến</p>"), [2]);
        assert_eq!(lines("<h1>{{ w.title() }} now</h1>"), [1]);
        assert_eq!(lines("<img\n alt='a map'><input placeholder=Name>"), [2, 2]);
        assert_eq!(lines("<a aria-label=\"{{ w.go() }} on\">→</a>"), [1]);
        assert_eq!(
            lines("{% macro a() %} aria-invalid=\"true\"\n title=\"Name\"{% endmacro %}"),
            [2]
        );
        assert_eq!(lines("{# a\n #}\n<title>Lắng Nghe: sổ cái</title>"), [3]);
    }

    #[test]
    fn expressions_symbols_and_names_are_not_prose() {
        let good = "<!doctype html>\n<!-- for readers of the source -->\n<title>Lắng Nghe</title>{% if a > b %}<p class=\"note big\" \
                    title=\"{{ w.t(\"x\") }}\">&nbsp;· 1 → {{ w.x(n) }} 9c1f 07de</p>{% endif %}<script src=\"/a.js\">let a = b < c;</script>\
                    <input type=\"text\" name=\"y_kien\" value=\"a\">";
        assert!(lines(good).is_empty(), "{:?}", lines(good));
    }
}
