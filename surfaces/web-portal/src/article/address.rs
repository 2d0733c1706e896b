//! Addresses of articles: `/tin/{year}/{slug}`. Of two that share a slug in a year the lower number has it alone, the other
//! one carries its number: `slug-12`.

use portal::Article;
use std::collections::BTreeSet;
use web_scene::{Scene, Shown};

/// The last part of every address of a year, by number of the article. It depends on lower numbers only, so that a new
/// article never moves an old one.
fn of_year(scene: &Scene, year: i16) -> Vec<(u32, &Article, String)> {
    let articles = scene
        .world()
        .portal
        .articles
        .iter()
        .filter(|(_, article)| article.date.year() == year);
    let mut taken = BTreeSet::new();
    let mut addresses = Vec::new();
    for (number, article) in articles {
        let mut address = match scene.shown(article.slug) {
            Shown::Words(slug) => slug.to_owned(),
            // Its words are gone: the number alone tells it apart.
            _ => number.to_string(),
        };
        while taken.contains(&address) {
            address = format!("{address}-{number}");
        }
        taken.insert(address.clone());
        addresses.push((*number, article, address));
    }
    addresses
}

/// The path of an article without `/en`.
pub fn path(scene: &Scene, number: u32, article: &Article) -> String {
    let year = article.date.year();
    let address = of_year(scene, year)
        .into_iter()
        .find(|(one, ..)| *one == number)
        .map(|(.., address)| address);
    format!("/tin/{year:04}/{}", address.unwrap_or_default())
}

/// What an address names.
pub enum Named<'a> {
    /// This article.
    Article(&'a Article),
    /// The article that carries the number at the address's end; it has this path now.
    Moved(String),
}

/// Finds the article of an address.
pub fn find<'a>(scene: &'a Scene, year: &str, slug: &str) -> Option<Named<'a>> {
    let year = year
        .parse()
        .ok()
        .filter(|number: &i16| format!("{number:04}") == year)?;
    let addresses = of_year(scene, year);
    if let Some((_, article, _)) = addresses.iter().find(|(.., address)| address == slug) {
        return Some(Named::Article(article));
    }
    let number: u32 = slug.rsplit('-').next()?.parse().ok()?;
    let moved = addresses.iter().find(|(one, ..)| *one == number);
    moved.map(|(number, article, _)| Named::Moved(path(scene, *number, article)))
}
