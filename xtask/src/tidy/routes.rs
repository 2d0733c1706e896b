//! Every address that answers is opened by a browser test, or is named as one that no person opens.

use super::Finding;
use super::rust::{self, Kind, starts};
use super::tree::Tree;
use serde_json::Value;

/// Pages that the browser tests open, and addresses for programs.
const SCREENS: &str = "tests/browser/screens.json";

/// Findings: a route that the list does not know; a list that cannot be read.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(list) = tree.file(SCREENS) else {
        return vec![Finding::new(SCREENS, 1, "is not there")];
    };
    let Ok(list) = serde_json::from_str::<Value>(&list.text) else {
        return vec![Finding::new(SCREENS, 1, "is not JSON")];
    };
    let screens: Vec<&str> = entries(&list["screens"])
        .filter_map(|screen| screen["path"].as_str())
        .collect();
    let api_only: Vec<&str> = entries(&list["api_only"]).filter_map(Value::as_str).collect();
    let mut findings = Vec::new();
    for file in tree.below(&["surfaces/"], ".rs").filter(|file| !file.is_test()) {
        let tokens = match rust::product_tokens(file) {
            Ok(tokens) => tokens,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        for at in 0..tokens.len() {
            if !starts(&tokens, at, &[".", "route", "("]) {
                continue;
            }
            let Some(route) = tokens.get(at + 3) else { continue };
            if route.kind != Kind::Text {
                findings.push(Finding::new(
                    &file.path,
                    route.line,
                    "write the route as a literal, so that this rule sees it",
                ));
            } else if !api_only.contains(&route.text.as_str()) && !screens.iter().any(|path| matches(&route.text, path))
            {
                let what = format!("\"{}\" is opened by no browser test: add it to {SCREENS}", route.text);
                findings.push(Finding::new(&file.path, route.line, what));
            }
        }
    }
    findings
}

fn entries(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// Whether a path of a screen is answered by this route: `{name}` stands for one step, `{*name}` for the rest.
fn matches(route: &str, path: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let mut steps = path.split('/');
    for part in route.split('/') {
        if part.starts_with("{*") {
            return steps.next().is_some();
        }
        match steps.next() {
            Some(step) if step == part || (part.starts_with('{') && !step.is_empty()) => {}
            _ => return false,
        }
    }
    steps.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_without_a_test_is_found() {
        let list = r#"{"screens":[{"path":"/","name":"a"},{"path":"/dien-dan/2020-01?x=1","name":"b"}],"api_only":["/log/{*tile}"]}"#;
        let routes = "fn r() { a.route(\"/\", g)\n.route(\"/dien-dan/{id}\", g).route(\"/log/{*tile}\", g)\n.route(\"/dien-dan/{id}/viet\", p)\n.route(X, g) }";
        let tree = Tree::of(&[(SCREENS, list), ("surfaces/web-forum/src/lib.rs", routes)]);
        assert_eq!(
            check(&tree).into_iter().map(|finding| finding.line).collect::<Vec<_>>(),
            [3, 4]
        );
    }

    #[test]
    fn a_route_stands_for_its_paths() {
        assert!(matches("/a/{b}", "/a/1") && matches("/a/{*b}", "/a/1/2") && matches("/", "/"));
        assert!(!matches("/a/{b}", "/a/") && !matches("/a", "/a/1") && !matches("/a/{b}/c", "/a/1"));
    }
}
