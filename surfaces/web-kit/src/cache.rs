//! The page cache: finished public pages by what they depend on.
//!
//! A page's key is its route with the query, the language, the reader's rights, their light or dark, the day, and the largest `rev`
//! of the nouns it shows, so that nothing has to be thrown out when something changes: the next key differs. The visit figures move on
//! their own; they are kept outside the page and its ETag and put in when it is sent. So is the time of day in the banner of a
//! demonstration, but its ETag tells the minute: a browser must not go on showing an old one. A page with a form that is sent by POST carries
//! a key of its own and is never kept.

use crate::frame::{MOMENT_CLOSE, MOMENT_OPEN, TILES_MARK, VISITS_CLOSE, VISITS_OPEN, moment};
use crate::{Html, Lang, Theme, style_href};
use base::time::{Date, Minute};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The most bytes of markup kept.
pub const PAGE_CACHE_BYTES_MAX: usize = 16 * 1024 * 1024;
/// The most pages kept.
pub const PAGE_CACHE_ENTRIES_MAX: usize = 4096;
/// A larger page is not kept (bytes), so that one page cannot empty the cache.
pub const PAGE_CACHE_PAGE_BYTES_MAX: usize = 512 * 1024;

/// What decides a page's bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageKey {
    /// The path with the query parameters the page reads, in a fixed order; without `/en`.
    pub route: String,
    /// The language.
    pub lang: Lang,
    /// The rights of the reader, as a set of bits; 0 for the public.
    pub rights: u64,
    /// The reader's own choice of light or dark.
    pub theme: Option<Theme>,
    /// The office's day.
    pub day: Date,
    /// The largest `rev` of what the page shows.
    pub rev: u64,
}

impl PageKey {
    /// The page's ETag (RFC 9110 §8.8.3), weak because the visit figures are outside it. The style sheet's name is in it, for markup
    /// and sheet are released together.
    fn etag(&self) -> String {
        let mut hash = Sha256::new();
        let theme = self.theme.map_or("", Theme::tag);
        for part in [
            style_href(),
            env!("CARGO_PKG_VERSION"),
            &self.route,
            self.lang.code(),
            theme,
            &self.day.to_string(),
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.update(self.rights.to_be_bytes());
        hash.update(self.rev.to_be_bytes());
        let digest = hash.finalize();
        let mut tag = String::from("W/\"");
        for byte in digest.iter().take(12) {
            tag.push_str(&format!("{byte:02x}"));
        }
        tag.push('"');
        tag
    }
}

/// What is put into a page when it is sent.
#[derive(Clone, Debug, Default)]
pub struct Live {
    /// The visit figures of the footer ([`crate::visits_html`]).
    pub visits: Html,
    /// The visit figures as tiles ([`crate::visits_tiles`]), for a page that [has them](CachedPage::has_tiles).
    pub tiles: Html,
    /// The minute of a demonstration's clock, for its banner.
    pub at: Option<Minute>,
}

/// A page parted at what moves on its own.
#[derive(Debug)]
pub struct CachedPage {
    /// Up to the time of day in a demonstration's banner; empty when there is none.
    banner: String,
    before: String,
    /// From the tiles of visit figures on, in a page that has them.
    after_tiles: Option<String>,
    after: String,
    etag: Option<String>,
}

impl CachedPage {
    fn new(html: String, key: &PageKey) -> CachedPage {
        let etag = (!has_form(&html)).then(|| key.etag());
        // the banner comes first and the frame's other marks last; anything a person wrote has its `<` escaped
        let (banner, html) = match html.find(MOMENT_OPEN).zip(html.find(MOMENT_CLOSE)) {
            Some((open, close)) if open < close => {
                (html[..open + MOMENT_OPEN.len()].to_owned(), html[close..].to_owned())
            }
            _ => (String::new(), html),
        };
        let parted = html
            .rfind(VISITS_OPEN)
            .zip(html.rfind(VISITS_CLOSE))
            .filter(|(open, close)| open < close);
        let (before, after) = match parted {
            Some((open, close)) => (html[..open + VISITS_OPEN.len()].to_owned(), html[close..].to_owned()),
            None => (html, String::new()),
        };
        let (before, after_tiles) = match before.split_once(TILES_MARK) {
            Some((before, after)) => (before.to_owned(), Some(after.to_owned())),
            None => (before, None),
        };
        CachedPage {
            banner,
            before,
            after_tiles,
            after,
            etag,
        }
    }

    /// The whole page with the visit figures of now ([`crate::visits_html`]).
    pub fn html(&self, visits: &Html) -> String {
        self.html_at(visits, None)
    }

    /// The same, with the minute of a demonstration's clock in its banner.
    pub fn html_at(&self, visits: &Html, at: Option<Minute>) -> String {
        self.html_live(&Live {
            visits: visits.clone(),
            tiles: Html::default(),
            at,
        })
    }

    /// The whole page with everything that moves on its own.
    pub fn html_live(&self, live: &Live) -> String {
        let time = live.at.filter(|_| !self.banner.is_empty()).map(moment);
        let visits = if self.after.is_empty() {
            ""
        } else {
            live.visits.as_str()
        };
        let tiles = self.after_tiles.as_ref().map_or("", |_| live.tiles.as_str());
        [
            self.banner.as_str(),
            time.as_deref().unwrap_or_default(),
            &self.before,
            tiles,
            self.after_tiles.as_deref().unwrap_or_default(),
            visits,
            &self.after,
        ]
        .concat()
    }

    /// Whether the page shows the visit figures as tiles.
    pub fn has_tiles(&self) -> bool {
        self.after_tiles.is_some()
    }

    /// The ETag of [`CachedPage::html_at`]: it tells the minute of a page that shows it.
    pub fn etag_at(&self, at: Option<Minute>) -> Option<String> {
        let etag = self.etag.as_deref()?;
        Some(match at.filter(|_| !self.banner.is_empty()) {
            Some(at) => format!("{}-{}\"", etag.trim_end_matches('"'), at.unix_secs() / 60),
            None => etag.to_owned(),
        })
    }

    /// The page's ETag; none for a page that must not be kept by anyone.
    pub fn etag(&self) -> Option<&str> {
        self.etag.as_deref()
    }

    fn bytes(&self) -> usize {
        let middle = self.after_tiles.as_ref().map_or(0, String::len);
        self.banner.len() + self.before.len() + middle + self.after.len()
    }
}

/// Whether markup holds a form sent by POST.
fn has_form(html: &str) -> bool {
    ["method=\"post\"", "method=\"POST\"", "method=post"]
        .iter()
        .any(|sign| html.contains(sign))
}

/// How the cache fares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CacheCount {
    /// Pages given from the cache.
    pub hits: u64,
    /// Pages that had to be rendered.
    pub misses: u64,
    /// Pages kept now.
    pub entries: usize,
    /// Bytes of markup kept now.
    pub bytes: usize,
}

/// A bounded cache of pages; the one not asked for the longest goes first. Cheap to share behind an `Arc`.
#[derive(Debug)]
pub struct PageCache {
    bytes_max: usize,
    entries_max: usize,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    pages: HashMap<Arc<PageKey>, (Arc<CachedPage>, u64)>,
    by_use: BTreeMap<u64, Arc<PageKey>>,
    clock: u64,
    count: CacheCount,
}

impl Default for PageCache {
    fn default() -> Self {
        PageCache::new(PAGE_CACHE_BYTES_MAX, PAGE_CACHE_ENTRIES_MAX)
    }
}

impl PageCache {
    /// A cache with its limits in bytes of markup and in pages.
    pub fn new(bytes_max: usize, entries_max: usize) -> PageCache {
        PageCache {
            bytes_max,
            entries_max,
            kept: Mutex::default(),
        }
    }

    /// The page of a key, rendered when it is not here. Rendering holds no lock: two readers may render the same page once each.
    pub fn get_or_render(&self, key: &PageKey, render: impl FnOnce() -> String) -> Arc<CachedPage> {
        if let Some(page) = self.lock().get(key) {
            return page;
        }
        let page = Arc::new(CachedPage::new(render(), key));
        let bytes = page.bytes();
        if page.etag.is_some() && bytes <= PAGE_CACHE_PAGE_BYTES_MAX.min(self.bytes_max) && self.entries_max > 0 {
            self.lock().put(key, page.clone(), self.bytes_max, self.entries_max);
        }
        page
    }

    /// How the cache fares.
    pub fn count(&self) -> CacheCount {
        self.lock().count
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        // nothing in here can panic half-way through a change; a page more or less is no fault
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn get(&mut self, key: &PageKey) -> Option<Arc<CachedPage>> {
        self.clock += 1;
        let Some((page, used)) = self.pages.get_mut(key) else {
            self.count.misses += 1;
            return None;
        };
        self.count.hits += 1;
        if let Some(key) = self.by_use.remove(used) {
            self.by_use.insert(self.clock, key);
        }
        *used = self.clock;
        Some(page.clone())
    }

    fn put(&mut self, key: &PageKey, page: Arc<CachedPage>, bytes_max: usize, entries_max: usize) {
        if self.pages.contains_key(key) {
            return;
        }
        while !self.pages.is_empty()
            && (self.count.bytes + page.bytes() > bytes_max || self.pages.len() + 1 > entries_max)
        {
            let Some((_, oldest)) = self.by_use.pop_first() else {
                break;
            };
            if let Some((gone, _)) = self.pages.remove(&oldest) {
                self.count.bytes -= gone.bytes();
            }
        }
        self.clock += 1;
        let key = Arc::new(key.clone());
        self.count.bytes += page.bytes();
        self.by_use.insert(self.clock, key.clone());
        self.pages.insert(key, (page, self.clock));
        self.count.entries = self.pages.len();
    }
}
