//! Addresses of articles: `/tin/{year}/{slug}`. Of two that share a slug in a year the one published first has it alone, the
//! other one carries its number: `slug-12`.

use portal::PublicArticle;
use std::collections::BTreeSet;
use web_scene::{Scene, Shown};

/// The last part of every address of a year, in order of first publication. It depends on what was published before, so
/// that a new article never moves an old one.
fn of_year(scene: &Scene, year: i16) -> Vec<(PublicArticle<'_>, String)> {
    let mut taken = BTreeSet::new();
    let mut addresses = Vec::new();
    for one in scene.world().portal.addressed_in(year) {
        let number = one.article.no;
        let mut address = match scene.shown(one.address.slug) {
            Shown::Words(slug) => slug.to_owned(),
            // Its words are gone: the number alone tells it apart.
            _ => number.to_string(),
        };
        while taken.contains(&address) {
            address = format!("{address}-{number}");
        }
        taken.insert(address.clone());
        addresses.push((one, address));
    }
    addresses
}

/// The path of an article without `/en`.
pub fn path(scene: &Scene, one: PublicArticle<'_>) -> String {
    let year = one.address.year;
    let own = of_year(scene, year)
        .into_iter()
        .find(|(other, _)| other.article.no == one.article.no);
    format!("/tin/{year:04}/{}", own.map(|(_, address)| address).unwrap_or_default())
}

/// What an address names.
pub enum Named<'a> {
    /// This article.
    Article(PublicArticle<'a>),
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
    if let Some((one, _)) = addresses.iter().find(|(_, address)| address == slug) {
        return Some(Named::Article(*one));
    }
    let number: u32 = slug.rsplit('-').next()?.parse().ok()?;
    let moved = addresses.iter().find(|(one, _)| one.article.no == number);
    moved.map(|(one, _)| Named::Moved(path(scene, *one)))
}
