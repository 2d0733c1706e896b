//! An article's words and what stands above them, the same on its page, in a revision and in a preview.

use super::body::{Block, blocks, minutes};
use super::diff::{Line, lines};
use super::words::ArticleWords;
use crate::words::PortalWords;
use askama::Template;
use base::time::Date;
use base::vietnamese::byline_date;
use web_kit::{Html, Lang, render};

#[derive(Template)]
#[template(path = "article/text.html")]
struct Prose<'a> {
    blocks: Vec<Block<'a>>,
}

#[derive(Template)]
#[template(path = "article/byline.html")]
struct Byline<'a> {
    w: PortalWords,
    date: String,
    datetime: String,
    author: &'a str,
    department: &'a str,
    minutes: Option<String>,
}

#[derive(Template)]
#[template(path = "article/lines.html")]
struct Lines<'a> {
    w: ArticleWords,
    lang: &'static str,
    lines: Vec<Line<'a>>,
}

/// Two texts compared line by line, and how many lines were taken out and put in.
pub fn compared(lang: Lang, before: &str, after: &str) -> (Html, usize, usize) {
    let (w, lines) = (ArticleWords(lang), lines(before, after));
    let gone = lines.iter().filter(|line| matches!(line, Line::Gone(_))).count();
    let put_in = lines.iter().filter(|line| matches!(line, Line::New(_))).count();
    let lang = lang.code();
    (render(&Lines { w, lang, lines }), gone, put_in)
}

/// The words, as paragraphs and lists; nothing when there are none.
pub fn prose(body: &str) -> Html {
    match blocks(body) {
        blocks if blocks.is_empty() => Html::default(),
        blocks => render(&Prose { blocks }),
    }
}

/// The day, author and department, and how long it takes to read.
pub fn byline(lang: Lang, date: Date, author: &str, department: &str, body: &str) -> Html {
    let w = PortalWords(lang);
    render(&Byline {
        w,
        date: byline_date(date, lang),
        datetime: date.to_string(),
        author,
        department,
        minutes: (!body.is_empty()).then(|| w.minutes(minutes(body))),
    })
}
