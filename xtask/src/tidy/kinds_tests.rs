//! The lock of kinds holds what it should and lets pass what it may.

use super::*;

const PATH: &str = "domain/forum/src/events.rs";
const EVENTS: &str = "\
/// Announced.
#[derive(Clone, Debug)]
#[serde(deny_unknown_fields)]
pub struct Announced { pub number: u32, pub how: How }
pub enum How { Open, Closed }
pub struct Written(Commitment);
base::kinds! {
    /// What happens.
    pub enum Event {
        \"forum.announced\" public => Announced,
        \"forum.written\" private => Written,
    }
}
";

fn lock(events: &str) -> String {
    with_new(&Tree::of(&[(PATH, events)])).expect("no finding").0
}

fn findings(events: &str, lock: &str) -> Vec<String> {
    check(&Tree::of(&[(PATH, events), (LOCK, lock)]))
        .into_iter()
        .map(|finding| finding.what)
        .collect()
}

#[test]
fn a_new_kind_must_be_written() {
    let found = findings(EVENTS, "");
    assert_eq!(found.len(), 2);
    assert!(found[0].contains("forum.announced") && found[0].contains("kinds --write"));
    let (text, new) = with_new(&Tree::of(&[(PATH, EVENTS)])).expect("no finding");
    assert_eq!(new, 2);
    assert!(text.contains("\nforum.announced public ") && text.contains("\nforum.written private "));
    assert!(findings(EVENTS, &text).is_empty());
}

#[test]
fn a_changed_kind_is_refused() {
    let text = lock(EVENTS);
    for (from, to) in [
        ("number: u32", "number: u64"),
        ("Open, Closed", "Open, Closed, Hidden"),
        ("deny_unknown_fields", "default"),
        ("public => Announced", "private => Announced"),
    ] {
        let changed = EVENTS.replace(from, to);
        let found = findings(&changed, &text);
        assert!(
            found.len() == 1 && found[0].ends_with("a changed meaning is a new kind"),
            "{from}: {found:?}"
        );
        assert!(
            with_new(&Tree::of(&[(PATH, &changed), (LOCK, &text)])).is_err(),
            "{from}"
        );
    }
}

#[test]
fn what_no_reader_sees_may_change() {
    let text = lock(EVENTS);
    let changed = EVENTS
        .replace("/// Announced.", "/// Announced by an office.")
        .replace("Clone, Debug", "Clone, Debug, PartialEq")
        .replace("how: How }", "how: How, }\n\n// a comment");
    assert!(findings(&changed, &text).is_empty(), "{:?}", findings(&changed, &text));
}

#[test]
fn a_kind_that_is_gone_is_found() {
    let text = format!("{}forum.forgotten public 00\n", lock(EVENTS));
    let found = findings(EVENTS, &text);
    assert!(found.len() == 1 && found[0].contains("forum.forgotten"), "{found:?}");
    assert_eq!(
        findings(EVENTS, &format!("{}what\n", lock(EVENTS))),
        ["a line is `kind public|private hash`"]
    );
}

#[test]
fn an_event_of_another_file_is_found() {
    let elsewhere = EVENTS.replace("pub struct Written(Commitment);", "use crate::state::Written;");
    assert!(
        findings(&elsewhere, "")
            .iter()
            .any(|what| what.contains("`Written` of kind `forum.written`"))
    );
}
