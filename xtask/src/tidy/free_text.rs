//! No event holds words: words are sealed, and the event keeps a commitment to them that says nothing after erasure.

use super::Finding;
use super::kinds::is_events;
use super::rust;
use super::tree::Tree;

/// Types of words.
const WORDS: &[&str] = &["String", "str", "OsString", "PathBuf", "char", "Value", "RawValue"];

/// Findings: a type of words in a struct or enum of an `events.rs`.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files.iter().filter(|file| is_events(&file.path)) {
        match rust::product_tokens(file) {
            Err(finding) => findings.push(finding),
            Ok(tokens) => {
                for item in rust::items(&tokens) {
                    for token in item
                        .tokens
                        .iter()
                        .filter(|token| WORDS.iter().any(|word| token.is(word)))
                    {
                        let what = format!(
                            "`{}` holds words (`{}`): seal them and keep the `Commitment`",
                            item.name, token.text
                        );
                        findings.push(Finding::new(&file.path, token.line, what));
                    }
                }
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_an_event_are_found() {
        let text = "/// A String.\npub struct A {\n  #[serde(rename = \"str\")]\n  pub b: Vec<String>,\n}\n\
                    pub enum C { D(Box<str>), E { f: Cow<'static, str> } }\nfn g(h: &str) -> String { h.into() }\npub struct I(Commitment);";
        let lines = |path: &str| {
            check(&Tree::of(&[(path, text)]))
                .into_iter()
                .map(|found| found.line)
                .collect::<Vec<_>>()
        };
        assert_eq!(lines("domain/forum/src/events.rs"), [4, 6, 6]);
        assert!(lines("domain/forum/src/state.rs").is_empty());
    }
}
