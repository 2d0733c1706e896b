//! The page frame: everything around a screen's own body.

mod nav;

pub use nav::{Crumb, NavLink, Section};

use crate::icons::sprite;
use crate::lang::other;
use crate::{Html, Icon, KitWords, Lang, Theme, href, render};
use askama::Template;
use base::time::{Date, Minute};
use base::vietnamese::{byline_date, long_date, number};

/// What the frame needs to know of a page. All its texts are plain; the frame escapes them.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The language of the page.
    pub lang: Lang,
    /// The page's path without `/en`, with its query when the query decides what is shown.
    pub path: &'a str,
    /// The page's name, for `<title>`; the body brings its own `h1`.
    pub title: &'a str,
    /// The office's day, for the header.
    pub today: Date,
    /// The office's name.
    pub office: &'a str,
    /// The public place the page is in.
    pub section: Option<Section>,
    /// The way to this page, without the home page (which is put first) and ending with this page; empty on the first level.
    pub crumbs: Vec<Crumb>,
    /// The reader's own choice of light or dark.
    pub theme: Option<Theme>,
    /// True for pages search engines must leave out: receipts, work pages, pages with a speaker's name.
    pub noindex: bool,
    /// True when the page shows an error summary: its title begins with "Lỗi: ".
    pub has_errors: bool,
    /// Icons that only script will use. Those the body refers to are found by themselves.
    pub icons: &'a [Icon],
    /// Which of the three frames.
    pub kind: FrameKind<'a>,
    /// The visit figures of now, or none where nothing is counted.
    pub visits: Option<Visits>,
    /// Address of the office's own lawful emblem, on this site.
    pub emblem: Option<&'a str>,
    /// How to reach the office: one line a line.
    pub contact: Option<&'a str>,
    /// True when the page loads the script (counts, print and copy buttons, focus on errors).
    pub scripts: bool,
    /// The Atom feed of what the page is about, without `/en`.
    pub feed: Option<&'a str>,
    /// The minute of a demonstration's own clock, which a banner shows on every page; none in an office of its own.
    pub demo: Option<Minute>,
}

/// The three frames.
#[derive(Clone, Copy, Debug)]
pub enum FrameKind<'a> {
    /// Public pages: navigation, footer.
    Public,
    /// Writing and voting: the mark and one way back, so that the task has the whole screen.
    Focus {
        /// Where back leads, without `/en`.
        back: &'a str,
        /// What the way back says.
        label: &'a str,
    },
    /// Work pages (Điều hành, quản trị): who is signed in, their places, a way out.
    Work {
        /// The name of the work area.
        heading: &'a str,
        /// The signed-in person with their role, as shown to themselves.
        person: &'a str,
        /// Where the sign-out form is posted, without `/en`.
        sign_out: &'a str,
        /// The places of this work area.
        nav: &'a [NavLink<'a>],
    },
}

/// The visit figures of now. People only; machines are counted apart and stand on `/thong-ke`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visits {
    /// Readers of the last minutes.
    pub online: u64,
    /// Visits since midnight.
    pub today: u64,
    /// Visits since `since`.
    pub total: u64,
    /// The day counting began.
    pub since: Date,
    /// Some of today's visits could not be told apart: `today` is at least that.
    pub today_at_least: bool,
    /// The same of `total`.
    pub total_at_least: bool,
    /// What an older site had counted by then, as it showed it.
    pub legacy: Option<LegacyVisits>,
}

/// A total taken over from an older site. Nothing counts on from it, and it stands apart wherever it is added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LegacyVisits {
    /// Visits since the old site began, by its own way of counting.
    pub total: u64,
    /// The day of the record.
    pub as_of: Date,
}

/// The page that says how visits are counted, without `/en`.
pub const VISITS_PATH: &str = "/thong-ke";

/// Where the fragment with visit figures begins and ends in a page; the cache keeps it outside a page's ETag.
pub(crate) const VISITS_OPEN: &str = "<!--thong-ke-->";
pub(crate) const VISITS_CLOSE: &str = "<!--/thong-ke-->";

/// Where the tiles of visit figures stand in a page that has them; they too are outside the page's kept bytes.
pub(crate) const TILES_MARK: &str = "<!--o-thong-ke-->";

/// Where the time of day of a demonstration begins and ends in a page; it is outside the page's kept bytes.
pub(crate) const MOMENT_OPEN: &str = "<!--gio-->";
pub(crate) const MOMENT_CLOSE: &str = "<!--/gio-->";

/// The page of a demonstration's parts, without `/en`: the banner leads there.
pub const DEMO_PATH: &str = "/trinh-dien";

/// The time of day as the banner of a demonstration shows it: "09:05".
pub(crate) fn moment(at: Minute) -> String {
    let (hour, minute) = at.office_clock();
    format!("{hour:02}:{minute:02}")
}

#[derive(Template)]
#[template(path = "frame/frame.html")]
struct FrameTemplate<'a> {
    f: &'a Frame<'a>,
    w: KitWords,
    date: String,
    sprite: Html,
    visits: Html,
    body: Html,
}

#[derive(Template)]
#[template(path = "frame/visits.html")]
struct VisitsTemplate {
    w: KitWords,
    figures: Option<(String, String, String)>,
    parts: Option<String>,
    how: String,
}

/// The block of visit figures, as it stands in the footer. The total is the old site's and ours; a line says what is whose.
pub fn visits_html(lang: Lang, visits: Option<Visits>) -> Html {
    let w = KitWords(lang);
    let figure = |n: u64, at_least: bool| match at_least {
        true => w.visits_at_least(n),
        false => number(n, lang),
    };
    let figures = visits.map(|v| {
        let total = v.total.saturating_add(v.legacy.map_or(0, |old| old.total));
        (
            number(v.online, lang),
            figure(v.today, v.today_at_least),
            figure(total, v.total_at_least),
        )
    });
    let parts = visits.and_then(|v| Some((v, v.legacy?)));
    render(&VisitsTemplate {
        w,
        figures,
        parts: parts.map(|(v, old)| w.visits_parts(old.total, old.as_of, v.total, v.since)),
        how: href(lang, VISITS_PATH),
    })
}

#[derive(Template)]
#[template(path = "frame/tiles.html")]
struct TilesTemplate {
    tiles: [(&'static str, String, String); 3],
}

/// The place of the tiles of visit figures in a body; [`visits_tiles`] is put there when the page is sent.
pub fn tiles_place() -> Html {
    Html::trusted(TILES_MARK)
}

/// The visit figures of now as tiles. `today` is the day they count, `online_minutes` how long someone is a reader.
pub fn visits_tiles(lang: Lang, visits: Visits, today: Date, online_minutes: u64) -> Html {
    let w = KitWords(lang);
    let figure = |n: u64, at_least: bool| match at_least {
        true => w.visits_at_least(n),
        false => number(n, lang),
    };
    let total = visits.total.saturating_add(visits.legacy.map_or(0, |old| old.total));
    let parts = match visits.legacy {
        Some(old) => w.visits_parts(old.total, old.as_of, visits.total, visits.since),
        None => w.visits_since(visits.since),
    };
    render(&TilesTemplate {
        tiles: [
            (
                w.visits_online(),
                number(visits.online, lang),
                w.visits_online_note(online_minutes),
            ),
            (
                w.visits_today(),
                figure(visits.today, visits.today_at_least),
                w.visits_today_note(&byline_date(today, lang)),
            ),
            (w.visits_total(), figure(total, visits.total_at_least), parts),
        ],
    })
}

impl Frame<'_> {
    /// The whole page around a finished body: an [`Html`], or the output of a template.
    pub fn page(&self, body: impl AsRef<str>) -> String {
        let body = body.as_ref();
        render(&FrameTemplate {
            f: self,
            w: KitWords(self.lang),
            date: long_date(self.today, self.lang),
            sprite: sprite(body, self.icons),
            visits: visits_html(self.lang, self.visits),
            body: Html::trusted(body),
        })
        .into_string()
    }

    fn is_work(&self) -> bool {
        matches!(self.kind, FrameKind::Work { .. })
    }

    fn is_focus(&self) -> bool {
        matches!(self.kind, FrameKind::Focus { .. })
    }

    fn here(&self, path: &str) -> String {
        href(self.lang, path)
    }

    fn in_other_language(&self) -> String {
        href(other(self.lang), self.path)
    }

    fn other_code(&self) -> &'static str {
        other(self.lang).code()
    }

    fn is_in(&self, place: &Section) -> bool {
        self.section == Some(*place)
    }

    fn place_name(&self, place: &Section) -> &'static str {
        place.name(self.lang)
    }

    /// `page` for the place itself, `true` for a page within it.
    fn current(&self, path: &str) -> &'static str {
        if self.path == path { "page" } else { "true" }
    }

    /// The time of day of the demonstration; empty in an office of its own.
    fn moment(&self) -> String {
        self.demo.map(moment).unwrap_or_default()
    }

    fn contact_lines(&self) -> impl Iterator<Item = &str> {
        self.contact
            .unwrap_or_default()
            .lines()
            .filter(|l| !l.trim().is_empty())
    }
}
