//! Every phrase of a `words!` table has Vietnamese and English, with the same `{places}` in both.

use super::Finding;
use super::rust::{self, Kind, Token, closing, starts};
use super::tree::{SourceFile, Tree};
use std::collections::BTreeSet;

/// Findings in every table under `surfaces/`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.below(&["surfaces/"], ".rs").flat_map(in_file).collect()
}

fn in_file(file: &SourceFile) -> Vec<Finding> {
    let tokens = match rust::tokens(file) {
        Ok(tokens) => tokens,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    for at in 0..tokens.len() {
        // The macro calls itself with `@…`; that is no table.
        if starts(&tokens, at, &["words", "!"]) && tokens.get(at + 2).is_some_and(|open| open.kind == Kind::Open) {
            let table = &tokens[at + 3..closing(&tokens, at + 2)];
            if !table.first().is_some_and(|first| first.is("@")) {
                in_table(file, table, &mut findings);
            }
        }
    }
    findings
}

/// Phrases: a name, `(arguments)`, `{ vi: "…", en: "…" }`.
fn in_table(file: &SourceFile, table: &[Token], findings: &mut Vec<Finding>) {
    let mut at = 0;
    while at < table.len() {
        let name = &table[at];
        if name.kind != Kind::Word || !starts(table, at + 1, &["("]) {
            at = if name.kind == Kind::Open {
                closing(table, at) + 1
            } else {
                at + 1
            };
            continue;
        }
        let arguments_end = closing(table, at + 1);
        if !starts(table, arguments_end + 1, &["{"]) {
            at = arguments_end + 1;
            continue;
        }
        let end = closing(table, arguments_end + 1);
        if let Err(what) = phrase(&table[arguments_end + 2..end]) {
            findings.push(Finding::new(&file.path, name.line, format!("`{}` {what}", name.text)));
        }
        at = end + 1;
    }
}

fn phrase(body: &[Token]) -> Result<(), String> {
    let (mut vi, mut en, mut en_one) = (None, None, None);
    for at in 0..body.len() {
        let Some(value) = body
            .get(at + 2)
            .filter(|value| value.kind == Kind::Text && body[at + 1].is(":"))
        else {
            continue;
        };
        match body[at].text.as_str() {
            "vi" => vi = Some(&value.text),
            "en" => en = Some(&value.text),
            "en_one" => en_one = Some(&value.text),
            other => return Err(format!("has `{other}`: a phrase has vi, en and perhaps en_one")),
        }
    }
    let vi = vi.filter(|text| !text.trim().is_empty()).ok_or("has no Vietnamese")?;
    let en = en.filter(|text| !text.trim().is_empty()).ok_or("has no English")?;
    let wanted = places(vi);
    if places(en) != wanted {
        return Err("has other {places} in Vietnamese than in English".into());
    }
    if en_one.is_some_and(|one| !places(one).is_subset(&wanted)) {
        return Err("has a {place} in en_one that its Vietnamese has not".into());
    }
    Ok(())
}

/// Names in single braces.
fn places(text: &str) -> BTreeSet<&str> {
    let mut places = BTreeSet::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            rest = after;
        } else if let Some(close) = rest.find('}') {
            places.insert(&rest[..close]);
            rest = &rest[close + 1..];
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(entries: &str) -> Vec<(usize, String)> {
        let text = format!("web_kit::words! {{\n/// Table.\npub struct W;\n{entries}\n}}");
        let tree = Tree::of(&[("surfaces/web-forum/src/words.rs", &text)]);
        check(&tree)
            .into_iter()
            .map(|finding| (finding.line, finding.what))
            .collect()
    }

    #[test]
    fn a_phrase_of_one_language_is_found() {
        assert_eq!(
            findings("/// x\n a() { vi: \"Gửi\" }"),
            [(5, "`a` has no English".to_owned())]
        );
        assert_eq!(
            findings("a() { vi: \" \", en: \"Send\" }"),
            [(4, "`a` has no Vietnamese".to_owned())]
        );
        let other = findings("good() { vi: \"a\", en: \"b\" }\n a(n: u64) { vi: \"Còn {n}\", en: \"{m} left\" }");
        assert_eq!(
            other,
            [(5, "`a` has other {places} in Vietnamese than in English".to_owned())]
        );
        assert_eq!(
            findings("a(n: u64) { vi: \"{n}\", en_one: \"{x}\", en: \"{n}\" }").len(),
            1
        );
    }

    #[test]
    fn whole_phrases_pass() {
        let good = "a() { vi: \"Gửi\", en: \"Send\" }\n b(n: u64, who: &str) { vi: \"{n} của {who}\", en_one: \"one of {who}\", en: \"{n} of {who}\", }";
        assert!(findings(good).is_empty(), "{:?}", findings(good));
    }
}
