//! Markup as far as the tests read it: the house's own pages, whose attributes stand in double quotes.

/// A tag, opening or closing.
#[derive(Clone, Debug)]
pub struct Tag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Whether it closes.
    pub ends: bool,
    /// Where it begins, in bytes.
    pub from: usize,
    /// Where it is over, in bytes.
    pub to: usize,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// An attribute as it is meant, without character references; empty when it has no value.
    pub fn get(&self, name: &str) -> Option<String> {
        let found = self.attributes.iter().find(|(attribute, _)| *attribute == name);
        found.map(|(_, value)| unescaped(value))
    }

    /// Whether an attribute is there.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(attribute, _)| *attribute == name)
    }

    /// Names of its attributes.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.attributes.iter().map(|(name, _)| *name)
    }
}

/// All tags, in order. Comments are passed over.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|place| at + place) {
        let rest = &html[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            at = comment.find("-->").map_or(html.len(), |end| start + 4 + end + 3);
            continue;
        }
        let ends = rest.starts_with("</");
        let name_from = start + 1 + usize::from(ends);
        let name_length = html[name_from..]
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(html.len() - name_from);
        // A `<` of a text, which the pages escape.
        if name_length == 0 {
            at = start + 1;
            continue;
        }
        let name_to = name_from + name_length;
        let (attributes, to) = attributes(html, name_to);
        found.push(Tag {
            name: &html[name_from..name_to],
            ends,
            from: start,
            to,
            attributes,
        });
        at = to;
    }
    found
}

/// The attributes from here to the tag's end, and where that is.
fn attributes(html: &str, mut at: usize) -> (Vec<(&str, &str)>, usize) {
    let mut found = Vec::new();
    loop {
        let rest = &html[at..];
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        let rest = &html[at..];
        if rest.is_empty() {
            return (found, html.len());
        }
        if rest.starts_with('>') {
            return (found, at + 1);
        }
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'))
            .unwrap_or(rest.len());
        let name = &rest[..length];
        at += length;
        let Some(value) = html[at..].strip_prefix('=') else {
            found.push((name, ""));
            continue;
        };
        let (value, length) = match value.strip_prefix('"') {
            Some(value) => value
                .split_once('"')
                .map_or((value, value.len() + 1), |(value, _)| (value, value.len() + 2)),
            None => {
                let end = value
                    .find(|c: char| c.is_whitespace() || c == '>')
                    .unwrap_or(value.len());
                (&value[..end], end)
            }
        };
        found.push((name, value));
        at += 1 + length;
    }
}

/// Markup as it is read: without tags and comments, without character references, blanks made one.
pub fn plain(html: &str) -> String {
    let mut words = String::new();
    let mut at = 0;
    for tag in tags(html) {
        words.push_str(&without_comments(&html[at..tag.from]));
        words.push(' ');
        at = tag.to;
    }
    words.push_str(&without_comments(&html[at..]));
    unescaped(&words).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + part.split_once("-->").map_or("", |(_, after)| after)
    })
}

/// Character references made plain.
pub fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let known = after
            .split_once(';')
            .and_then(|(name, after)| Some((character(name)?, after)));
        match known {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
