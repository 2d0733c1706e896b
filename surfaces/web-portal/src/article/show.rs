//! One article: its author's words, unaltered.

use super::list::not_found;
use crate::summary;
use crate::words::PortalWords;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use base::vietnamese::{byline_date, number};
use http::HeaderMap;
use portal::Article;
use web_kit::states::print_button;
use web_kit::{Crumb, Html, Page, Section, href, render, visits_html};
use web_scene::{App, Scene, Shown};

/// Syllables a person reads in a minute; Vietnamese writes each apart.
const WORDS_PER_MINUTE: usize = 220;

#[derive(Template)]
#[template(path = "article/show.html")]
struct Show<'a> {
    w: PortalWords,
    title: String,
    date: String,
    datetime: String,
    author: &'a str,
    department: &'a str,
    minutes: String,
    blocks: Vec<Block<'a>>,
    erased: Option<String>,
    print: Html,
    visits: Option<Visits>,
    how: String,
}

/// A piece of an article as its author set it apart.
#[derive(Debug, PartialEq, Eq)]
enum Block<'a> {
    Paragraph(&'a str),
    /// Numbered lines, one after another, starting with this number.
    Numbered(u32, Vec<&'a str>),
}

struct Visits {
    online: String,
    today: String,
    total: String,
    recorded: String,
}

/// GET `/tin/{nam}/{slug}`.
pub async fn page(
    State(app): State<App>,
    headers: HeaderMap,
    Path((year, slug)): Path<(String, String)>,
    scene: Scene,
) -> Response {
    let found = scene.world().portal.articles.iter().find(|(no, article)| {
        article.date.year().to_string() == year && summary::slug(&scene, **no, article) == slug
    });
    let Some((_, article)) = found else {
        return not_found(&scene);
    };
    let cached = app.cache.get_or_render(&scene.page_key(scene.world().portal.rev), || html(&scene, article));
    Page::cached(&headers, &cached, &visits_html(scene.lang, scene.visits()))
}

fn html(scene: &Scene, article: &Article) -> String {
    let (w, lang) = (PortalWords(scene.lang), scene.lang);
    let title = match scene.shown(article.title) {
        Shown::Words(title) => title.to_owned(),
        _ => w.untitled().to_owned(),
    };
    let body = scene.shown(article.body);
    let erased = match body {
        Shown::Erased(entry) => Some(w.erased(entry)),
        _ => None,
    };
    let words = body.words().split_whitespace().count();
    let visits = scene.world().portal.legacy_visits.map(|visits| Visits {
        online: number(visits.online, lang),
        today: number(visits.today, lang),
        total: number(visits.total, lang),
        recorded: w.visits_recorded(visits.as_of),
    });
    let page = render(&Show {
        w,
        title: title.clone(),
        date: byline_date(article.date, lang),
        datetime: article.date.to_string(),
        author: article.author.map_or("", |at| scene.shown(at).words()),
        department: article.department.map_or("", |at| scene.shown(at).words()),
        minutes: w.minutes(u32::try_from(words.div_ceil(WORDS_PER_MINUTE)).unwrap_or(u32::MAX)),
        blocks: blocks(body.words()),
        erased,
        print: print_button(w.print_article()),
        visits,
        how: href(lang, "/thong-ke"),
    });
    let crumbs = vec![Crumb::section(Section::News, lang), Crumb::here(title.clone())];
    let mut frame = scene.frame(&title, Some(Section::News), crumbs);
    frame.scripts = true;
    frame.page(page)
}

/// Cuts a text at its empty lines; paragraphs that begin with "1. ", "2. " and so on form a list.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for paragraph in text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        let Some((number, words)) = numbered(paragraph) else {
            blocks.push(Block::Paragraph(paragraph));
            continue;
        };
        match blocks.last_mut() {
            Some(Block::Numbered(first, items)) if *first as usize + items.len() == number as usize => items.push(words),
            _ => blocks.push(Block::Numbered(number, vec![words])),
        }
    }
    blocks
}

fn numbered(paragraph: &str) -> Option<(u32, &str)> {
    let (number, words) = paragraph.split_once(". ")?;
    let plain = (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    if plain { Some((number.parse().ok()?, words)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_numbered_lines_keep_their_words() {
        let text = "Mở đầu.\n\n1. Một việc.\n\n2. Hai việc.\n\nHết. 3. không phải số.\n\n19. Lẻ";
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph("Mở đầu."),
                Block::Numbered(1, vec!["Một việc.", "Hai việc."]),
                Block::Paragraph("Hết. 3. không phải số."),
                Block::Numbered(19, vec!["Lẻ"]),
            ]
        );
        assert!(blocks(" \n\n ").is_empty());
    }
}
