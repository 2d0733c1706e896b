//! What every page keeps, whatever it shows.

use crate::Answer;
use crate::markup::{Tag, plain, tags};
use std::collections::BTreeSet;
use web_kit::{Lang, split};

/// Words that need something to say: a name by words, or a label of their own.
const NAMED: &[&str] = &[
    "title", "h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "label", "legend", "caption", "dt",
];
/// Attributes that name elements by their ids.
const REFERRING: &[&str] = &["for", "aria-labelledby", "aria-describedby", "aria-controls"];
/// What no page says in Vietnamese (the house's voice).
const NEVER_SAID: &str = "hệ thống";

/// Fails with everything that is wrong with the page: see [`faults`].
#[track_caller]
pub fn page_ok(answer: &Answer) {
    let faults = faults(answer);
    assert!(
        faults.is_empty(),
        "{}: the page is not whole:\n- {}\n{}",
        answer.asked,
        faults.join("\n- "),
        answer.text()
    );
}

/// What is wrong with a page: its one first heading, its title, its language, what the content security policy would
/// refuse, ids that stand twice or are missing, levels of headings left out, and places where words are missing.
#[track_caller]
pub fn faults(answer: &Answer) -> Vec<String> {
    let html = answer.html();
    let tags = tags(html);
    let mut faults = Vec::new();
    head(answer, html, &tags, &mut faults);
    inline(&tags, &mut faults);
    ids(&tags, &mut faults);
    levels(&tags, &mut faults);
    words(html, &tags, &mut faults);
    if split(&answer.path).0 == Lang::Vi && plain(html).to_lowercase().contains(NEVER_SAID) {
        faults.push(format!("\"{NEVER_SAID}\" is not how the office speaks"));
    }
    faults
}

fn head(answer: &Answer, html: &str, tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let count = |name: &str| tags.iter().filter(|tag| !tag.ends && tag.name == name).count();
    for name in ["h1", "main", "html"] {
        let found = count(name);
        if found != 1 {
            faults.push(format!("{found} <{name}>, one is right"));
        }
    }
    // A picture may have a title of its own.
    let before_body = html.split("<body").next().unwrap_or_default();
    let titles = before_body.matches("<title>").count();
    if titles != 1 {
        faults.push(format!("{titles} <title>, one is right"));
    }
    let (lang, _) = split(&answer.path);
    let said = tags
        .iter()
        .find(|tag| tag.name == "html")
        .and_then(|tag| tag.get("lang"));
    if said.as_deref() != Some(lang.code()) {
        faults.push(format!(
            "its language is {said:?}, and the address says {}",
            lang.code()
        ));
    }
}

/// The content security policy lets nothing inline run.
fn inline(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    for tag in tags.iter().filter(|tag| !tag.ends) {
        for name in tag.names() {
            if name == "style" {
                faults.push(format!("an inline style in <{}>", tag.name));
            }
            if name.starts_with("on") {
                faults.push(format!("a handler {name} in <{}>", tag.name));
            }
        }
        if tag.name == "style" || tag.name == "script" && !tag.has("src") {
            faults.push(format!("an inline <{}>", tag.name));
        }
    }
}

fn ids(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if !ids.insert(id.clone()) {
            faults.push(format!("the id {id} stands twice"));
        }
    }
    for tag in tags {
        let referred = REFERRING.iter().filter_map(|name| tag.get(name));
        let mut referred: Vec<String> = referred
            .flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        // Where the error summary leads.
        let target = tag
            .get("href")
            .and_then(|href| href.strip_prefix('#').map(str::to_owned));
        referred.extend(target.filter(|target| tag.name == "a" && !target.is_empty()));
        for id in referred.iter().filter(|id| !ids.contains(*id)) {
            faults.push(format!("<{}> refers to the id {id}, which is not there", tag.name));
        }
    }
}

/// No level of headings is left out. An error summary, of level 2, may stand before the first heading.
fn levels(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let body = tags.iter().skip_while(|tag| tag.name != "main").filter(|tag| !tag.ends);
    let level = |tag: &Tag<'_>| tag.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    let mut before = 1;
    for level in body.filter_map(level) {
        if level > before + 1 {
            faults.push(format!("a heading of level {level} after one of level {before}"));
        }
        before = level;
    }
}

/// Nothing that must have a name is without words.
fn words(html: &str, tags: &[Tag<'_>], faults: &mut Vec<String>) {
    for (at, tag) in tags.iter().enumerate() {
        if tag.ends || !NAMED.contains(&tag.name) || tag.has("aria-label") {
            continue;
        }
        let after = &tags[at + 1..];
        let Some(end) = after.iter().position(|end| end.ends && end.name == tag.name) else {
            faults.push(format!("<{}> is not closed", tag.name));
            continue;
        };
        let pictured = after[..end]
            .iter()
            .any(|inner| inner.has("aria-label") || inner.get("alt").is_some_and(|alt| !alt.is_empty()));
        if !pictured && plain(&html[tag.to..after[end].from]).is_empty() {
            faults.push(format!(
                "<{}> without words: {}",
                tag.name,
                &html[tag.from..after[end].to]
            ));
        }
    }
}
