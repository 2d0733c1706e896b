//! Where a clause comes from: its directive, the findings that rests on, the opinions these rest on.

use super::{ClauseWords, label};
use askama::Template;
use base::number::opinion_label;
use forum::conclusion::Directive;
use forum::{ClauseNo, Forum};
use web_kit::{Html, href, render};
use web_scene::said::said;
use web_scene::{ForumNames, Scene, address};

/// Opinions of a finding that are named one by one.
const OPINIONS_NAMED_MAX: usize = 12;

struct Source {
    label: String,
    sort: &'static str,
    text: Html,
    opinions: Vec<(String, String)>,
    more: String,
}

#[derive(Template)]
#[template(path = "clause/sources.html")]
struct Sources {
    w: ClauseWords,
    directive: String,
    directive_href: String,
    to: String,
    text: Html,
    findings: Vec<Source>,
}

/// The chain from the clause back to what people said.
pub(super) fn sources(scene: &Scene, forum: &Forum, no: ClauseNo, directive: &Directive) -> Html {
    let w = ClauseWords(scene.lang);
    let known = directive.findings.iter();
    let findings = known.filter_map(|number| Some((*number, forum.findings.get(number)?)));
    let findings = findings.map(|(number, finding)| {
        let named = finding.opinions.iter().take(OPINIONS_NAMED_MAX);
        let more = finding.opinions.len().saturating_sub(OPINIONS_NAMED_MAX);
        Source {
            label: w.finding(number),
            sort: ForumNames(scene.lang).finding(finding.sort),
            text: said(scene, finding.text, "voice"),
            opinions: named
                .map(|number| {
                    let to = href(scene.lang, &address::opinion(forum.no, *number));
                    (to, opinion_label(*number))
                })
                .collect(),
            more: if more == 0 {
                String::new()
            } else {
                w.more_opinions(more)
            },
        }
    });
    render(&Sources {
        w,
        directive: w.from_directive(no.directive),
        directive_href: href(
            scene.lang,
            &format!("{}#viec-{}", address::conclusion(forum.no), label(no).replace('.', "-")),
        ),
        to: w.to(scene.shown(directive.addressee).words()),
        text: said(scene, directive.text, "voice"),
        findings: findings.collect(),
    })
}
