//! The look before sending: words that could point at someone or at a weak post are marked, and published opinions that
//! say nearly the same are shown. The author decides; nothing is altered, and nothing is recorded here.

use super::draft::{CHANGE, Draft, NAME, REASONS, ROLE, SIGN, STATEMENT};
use super::near::Nearby;
use super::subject::{self, ABOUT, NATURE};
use super::write::{after, framed};
use super::{CheckWords, OpinionWords};
use crate::forum::{path, title};
use askama::Template;
use base::fact::SealedRef;
use base::number::opinion_label;
use forum::Forum;
use forum::checker::{Warning, WarningKind, check};
use web_kit::form::{hidden, key_input};
use web_kit::{Html, escape, href, render};
use web_scene::said::said;
use web_scene::{App, InForum, Scene, Sheet, address};

/// Field: sent by the button that sends the words as they are.
pub(super) const AS_IT_IS: &str = "nguyen_van";
/// Published opinions that are shown.
const NEAR_MAX: usize = 3;

/// What the look found.
pub(super) struct Found {
    statement: Vec<Warning>,
    reasons: Vec<Warning>,
    near: Vec<(u32, u64)>,
}

impl Found {
    /// Looks at what was typed.
    pub(super) fn of(scene: &Scene, forum: &Forum, nearby: &Nearby, draft: &Draft) -> Found {
        Found {
            statement: check(&draft.statement),
            reasons: check(&draft.reasons),
            near: nearby.to(scene, forum, &draft.statement, NEAR_MAX),
        }
    }

    /// There is nothing to show.
    pub(super) fn is_nothing(&self) -> bool {
        self.statement.is_empty() && self.reasons.is_empty() && self.near.is_empty()
    }

    /// One sentence for each kind of warning, in the order of the kinds.
    fn why(&self, w: CheckWords) -> Vec<&'static str> {
        let mut kinds: Vec<WarningKind> = self.statement.iter().chain(&self.reasons).map(|one| one.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.into_iter().map(|kind| why(w, kind)).collect()
    }
}

const fn why(w: CheckWords, kind: WarningKind) -> &'static str {
    match kind {
        WarningKind::PersonName => w.person_name(),
        WarningKind::Phone => w.phone(),
        WarningKind::Plate => w.plate(),
        WarningKind::PostWithShift => w.post_with_shift(),
        WarningKind::Email => w.email(),
        WarningKind::IdNumber => w.id_number(),
    }
}

/// The parts of a text: within a warning or not. Warnings that touch or hold each other are one part.
fn parts<'a>(text: &'a str, warnings: &[Warning]) -> Vec<(bool, &'a str)> {
    let mut parts = Vec::new();
    let mut done = 0;
    for warning in warnings {
        let (start, end) = (warning.start.max(done), warning.end);
        let (Some(before), Some(found)) = (text.get(done..start), text.get(start..end)) else {
            continue;
        };
        parts.push((false, before));
        parts.push((true, found));
        done = end;
    }
    parts.push((false, text.get(done..).unwrap_or_default()));
    parts.retain(|(_, part)| !part.is_empty());
    parts
}

/// A text as a paragraph, with what was found marked.
fn marked(text: &str, warnings: &[Warning], class: &str) -> Html {
    if text.trim().is_empty() {
        return Html::default();
    }
    let words = |part: &str| escape(part).replace("\r\n", "\n").replace('\n', "<br>");
    let part = |(is_found, part): (bool, &str)| match is_found {
        true => format!("<mark>{}</mark>", words(part)),
        false => words(part),
    };
    let line: String = parts(text, warnings).into_iter().map(part).collect();
    Html::trusted(format!(r#"<p class="{class}" dir="auto" lang="vi">{line}</p>"#))
}

struct Near {
    statement: Html,
    label: String,
    link: String,
    vote: String,
}

#[derive(Template)]
#[template(path = "opinion/check.html")]
struct Body<'a> {
    w: CheckWords,
    summary: Html,
    forum: &'a str,
    subject: String,
    statement: Html,
    reasons: Html,
    why: Vec<&'static str>,
    near: Vec<Near>,
    action: String,
    hidden: Vec<Html>,
    as_it_is: &'static str,
    change: &'static str,
    after: Html,
}

/// The page between writing and sending. The form on it carries every word along.
pub(super) fn page(app: &App, at: &InForum, draft: &Draft, sheet: &Sheet, found: &Found) -> String {
    let (scene, no) = (&at.scene, at.forum.no);
    let w = CheckWords(scene.lang);
    let mut carried = vec![
        key_input(sheet.own_key(app).as_str()),
        hidden(STATEMENT, &draft.statement),
        hidden(REASONS, &draft.reasons),
        hidden(NATURE, &draft.nature),
        hidden(ABOUT, &draft.about),
        hidden(SIGN, &draft.sign),
    ];
    if draft.has_second_page() {
        carried.push(hidden(ROLE, &draft.role));
    }
    if draft.was_asked_name {
        carried.push(hidden(NAME, &draft.name));
    }
    let near = found.near.iter().map(|(number, seq)| Near {
        statement: said(scene, SealedRef::new(*seq, forum::events::STATEMENT), "say"),
        label: opinion_label(*number),
        link: href(scene.lang, &address::opinion(no, *number)),
        vote: href(scene.lang, &address::vote_on(no, *number)),
    });
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        forum: &OpinionWords(scene.lang).for_forum(&title(scene, &at.forum)),
        subject: subject::told(scene, &draft.nature, &draft.about),
        statement: marked(&draft.statement, &found.statement, "say"),
        reasons: marked(&draft.reasons, &found.reasons, "voice gap-s"),
        why: found.why(w),
        near: near.collect(),
        action: href(scene.lang, &format!("{}/viet", path(&at.forum))),
        hidden: carried,
        as_it_is: AS_IT_IS,
        change: CHANGE,
        after: after(scene, vec![], None),
    });
    framed(at, w.title(), sheet, &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning(start: usize, end: usize) -> Warning {
        Warning {
            start,
            end,
            kind: WarningKind::Phone,
        }
    }

    #[test]
    fn every_byte_stands_once_whatever_holds_what() {
        let text = "Gọi <0912> ca đêm";
        let whole = |warnings: &[Warning]| {
            parts(text, warnings)
                .into_iter()
                .map(|(_, part)| part)
                .collect::<String>()
        };
        assert_eq!(whole(&[]), text);
        assert_eq!(whole(&[warning(6, 12), warning(7, 9), warning(10, 15)]), text);
        assert_eq!(whole(&[warning(0, text.len())]), text);
        assert_eq!(whole(&[warning(2, 900)]), text, "a warning of another text");
    }

    #[test]
    fn what_is_found_is_marked_and_nothing_else_is_markup() {
        let text = "Gọi <b>\n0912345678 & nhanh";
        let start = text.find("0912").expect("a number");
        let html = marked(text, &[warning(start, start + 10)], "say");
        assert_eq!(
            html.as_str(),
            r#"<p class="say" dir="auto" lang="vi">Gọi &lt;b&gt;<br><mark>0912345678</mark> &amp; nhanh</p>"#
        );
        assert!(marked("  \n", &[], "say").is_empty());
    }
}
