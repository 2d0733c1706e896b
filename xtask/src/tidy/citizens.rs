//! Pages where people write, keep receipts and verify cannot see who they are: their code names no session and no cookie,
//! and no function of theirs is given a request's headers.

use super::Finding;
use super::allowed::{self, Allowed, Use};
use super::rust::{self, Kind, Token};
use super::tree::{SourceFile, Tree};

/// Modules of these pages: `X.rs` and everything in `X/`.
const PAGES: &[&str] = &[
    "surfaces/web-follow/src/contest",
    "surfaces/web-forum/src/flag/raise",
    "surfaces/web-forum/src/opinion",
    "surfaces/web-record/src/receipt",
    "surfaces/web-record/src/verify",
    "surfaces/web-record/src/log",
];

/// Where staff's acts on opinions stand, beside what citizens do.
const SHARED: &str = "surfaces/web-forum/src/opinion/";

/// Files and folders of `SHARED` that are for staff: reading what waits, publishing it, refusing it.
const STAFF_ACTS: &[&str] = &["queue", "clear", "refuse"];

/// Names of sessions and cookies.
const SESSIONS: &[&str] = &[
    "Staff",
    "StaffForm",
    "StaffUpload",
    "Cookie",
    "COOKIE",
    "session_cookies",
    "clear_session_cookies",
];

/// Types that carry all headers of a request.
const HEADERS: &[&str] = &["HeaderMap", "Request", "Parts"];

/// Who is given headers all the same.
const ALLOWED: &[Allowed] = &[
    Allowed {
        path: "surfaces/web-forum/src/opinion/list.rs",
        function: "show",
        why: "If-None-Match and Accept-Encoding of a kept page; nobody writes here",
    },
    Allowed {
        path: "surfaces/web-forum/src/opinion/show.rs",
        function: "show",
        why: "If-None-Match and Accept-Encoding of a kept page; nobody writes here",
    },
    Allowed {
        path: "surfaces/web-record/src/receipt/show.rs",
        function: "show",
        why: "Host, for the address in the QR",
    },
    Allowed {
        path: "surfaces/web-record/src/receipt/show.rs",
        function: "page",
        why: "Host, for the address in the QR",
    },
    Allowed {
        path: "surfaces/web-record/src/verify/show.rs",
        function: "show",
        why: "Host, for the address in the command to copy",
    },
];

/// Findings: a session, a cookie or headers where citizens are.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for found in uses(tree, &mut findings) {
        let is_allowed = HEADERS.contains(&found.what.as_str()) && ALLOWED.iter().any(|line| line.covers(&found));
        if !is_allowed {
            let what = format!(
                "`{}` on a page of citizens: take only what is needed, such as `IfNoneMatch`, by an extractor that keeps nothing else",
                found.what
            );
            findings.push(Finding::new(&found.path, found.line, what));
        }
    }
    findings
}

/// Lines of the list above that nothing needs.
pub fn notes(tree: &Tree) -> Vec<String> {
    allowed::idle("citizens", ALLOWED, &uses(tree, &mut Vec::new()))
}

fn uses(tree: &Tree, findings: &mut Vec<Finding>) -> Vec<Use> {
    let mut uses = Vec::new();
    for file in tree.files.iter().filter(|file| is_for_citizens(file)) {
        match rust::product_tokens(file) {
            Ok(tokens) => in_file(file, &tokens, &mut uses),
            Err(finding) => findings.push(finding),
        }
    }
    uses
}

fn is_for_citizens(file: &SourceFile) -> bool {
    let Some(module) = file.path.strip_suffix(".rs").filter(|_| !file.is_test()) else {
        return false;
    };
    let is_page = PAGES.iter().any(|page| {
        module
            .strip_prefix(page)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let act = module.strip_prefix(SHARED).and_then(|rest| rest.split('/').next());
    is_page && !act.is_some_and(|act| STAFF_ACTS.contains(&act))
}

fn in_file(file: &SourceFile, tokens: &[Token], uses: &mut Vec<Use>) {
    let (mut function, mut is_import) = (String::new(), false);
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind != Kind::Text) {
        let next = |text: &str| tokens.get(at + 1).is_some_and(|next| next.is(text));
        // `fn(…)` is a type.
        if let Some(name) = tokens
            .get(at + 1)
            .filter(|name| token.is("fn") && name.kind == Kind::Word)
        {
            function.clone_from(&name.text);
        } else if token.is("use") {
            is_import = true;
        } else if token.is(";") {
            is_import = false;
        }
        // Importing is not taking, and `HeaderMap::new()` begins an answer. Under another name it would be seen no more.
        let is_taken = if is_import { next("as") } else { !next("::") };
        let is_session = SESSIONS.iter().any(|name| token.is(name));
        if is_session || is_taken && HEADERS.iter().any(|name| token.is(name)) {
            uses.push(Use {
                path: file.path.clone(),
                function: function.clone(),
                line: token.line,
                what: token.text.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAD: &str = "use http::{HeaderMap, HeaderValue};\nuse web_scene::Staff;\nuse http::header::COOKIE;\n\
        async fn send(headers: HeaderMap) { answer(HeaderMap::new(), \"Cookie\") }\n\
        fn show(all: &axum::extract::Request) {}\nuse http::HeaderMap as H;";

    fn lines(path: &str, text: &str) -> Vec<usize> {
        let found = check(&Tree::of(&[(path, text)])).into_iter();
        found.map(|finding| finding.line).collect()
    }

    #[test]
    fn sessions_and_headers_are_found() {
        for path in [
            "surfaces/web-forum/src/opinion.rs",
            "surfaces/web-forum/src/opinion/write.rs",
            "surfaces/web-record/src/receipt/deep/show.rs",
            "surfaces/web-record/src/verify.rs",
            "surfaces/web-record/src/log/value.rs",
        ] {
            assert_eq!(lines(path, BAD), [2, 3, 4, 5, 6], "{path}");
        }
    }

    #[test]
    fn staff_and_other_pages_may() {
        for path in [
            "surfaces/web-forum/src/opinion/queue.rs",
            "surfaces/web-forum/src/opinion/refuse/show.rs",
            "surfaces/web-forum/src/desk/home.rs",
            "surfaces/web-forum/src/opinions.rs",
            "surfaces/web-record/src/log/tests/a.rs",
        ] {
            assert!(lines(path, BAD).is_empty(), "{path}");
        }
        assert_eq!(lines("surfaces/web-record/src/receipt/queue.rs", BAD).len(), 5);
    }

    #[test]
    fn the_list_lets_headers_pass_in_its_functions_and_never_a_session() {
        let text = "fn show(headers: HeaderMap, staff: Staff) {}\nfn other(headers: HeaderMap) {}\nfn tag(seen: IfNoneMatch) {}";
        assert_eq!(lines("surfaces/web-forum/src/opinion/list.rs", text), [1, 2]);
        let found = check(&Tree::of(&[("surfaces/web-forum/src/opinion/list.rs", text)]));
        assert!(found[0].what.starts_with("`Staff`"), "{}", found[0].what);
    }
}
