//! What a page is rendered from: one picture of the record, the day, the language, the reader's choice of light or dark.

use crate::{App, Fields, Settings};
use axum::extract::FromRequestParts;
use axum::response::{IntoResponse, Response};
use base::fact::{Exposure, SealedRef};
use base::time::{Date, Minute};
use http::HeaderMap;
use http::request::Parts;
use ledger::{Texts, View};
use std::convert::Infallible;
use std::sync::Arc;
use visits::{Figures, ONLINE_MINUTES};
use web_kit::cache::{Live, PageKey};
use web_kit::states::Trouble;
use web_kit::{
    Crumb, Frame, FrameKind, Html, InLang, Lang, LegacyVisits, Page, Section, Theme, Visits, visits_html, visits_tiles,
};
use world::World;

/// Everything a public page may be made of. It holds no cookie, no address and no session.
pub struct Scene {
    /// One picture of the record; it does not move while the page is made.
    pub view: Arc<View<World>>,
    /// The language of the page.
    pub lang: Lang,
    /// The page's path without `/en`, with its query.
    pub path: String,
    /// The reader's choice of light or dark.
    pub theme: Option<Theme>,
    /// The present minute.
    pub now: Minute,
    /// The office's day.
    pub today: Date,
    /// The running configuration.
    pub settings: Settings,
    /// Size of the record as the world sees it; what lies beyond is shown to no watcher.
    pub public_size: u64,
    /// What was counted of visits until now.
    pub figures: Figures,
}

/// Words on a page, or why they are not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<'a> {
    /// The words.
    Words(&'a str),
    /// Erased by the entry of this number.
    Erased(u64),
    /// Not public.
    Hidden,
    /// Public, but the store did not give them.
    Unreadable,
}

impl<'a> Shown<'a> {
    /// The words, or nothing.
    pub fn words(self) -> &'a str {
        match self {
            Shown::Words(words) => words,
            _ => "",
        }
    }
}

impl Scene {
    /// The state of the office.
    pub fn world(&self) -> &World {
        &self.view.state
    }

    /// The public words.
    pub fn texts(&self) -> &Texts {
        &self.view.texts
    }

    /// The words of a field, as the public may see them.
    pub fn shown(&self, at: SealedRef) -> Shown<'_> {
        match self.world().exposure_of(at) {
            Exposure::Public => self.texts().get(at).map_or(Shown::Unreadable, Shown::Words),
            Exposure::Erased(entry) => Shown::Erased(entry),
            Exposure::Held | Exposure::Private | Exposure::Absent => Shown::Hidden,
        }
    }

    /// The office's name; empty before it has one.
    pub fn office(&self) -> &str {
        let office = self.world().people.office.as_ref();
        office.map_or("", |office| self.shown(office.name).words())
    }

    /// The name of an organisation; empty when there is none.
    pub fn organisation(&self, id: base::fact::OrganisationId) -> &str {
        let organisation = self.world().people.organisations.get(&id);
        organisation.map_or("", |organisation| self.shown(organisation.name).words())
    }

    /// The title of a forum; its number when the title can't be shown.
    pub fn forum_title(&self, forum: &forum::Forum) -> String {
        match self.shown(forum.title).words() {
            "" => forum.no.label(),
            title => title.to_owned(),
        }
    }

    /// The visit figures of now, for the footer.
    pub fn visits(&self) -> Visits {
        let (figures, old) = (&self.figures, self.world().portal.legacy_visits);
        Visits {
            online: figures.online,
            today: figures.today.visits,
            total: figures.total.visits,
            since: figures.since,
            today_at_least: figures.today.beyond > 0,
            total_at_least: figures.total.beyond > 0,
            legacy: old.map(|old| LegacyVisits {
                total: old.total,
                as_of: old.as_of,
            }),
        }
    }

    /// The frame of a public page of a section; change its fields for what differs.
    pub fn frame<'a>(&'a self, title: &'a str, section: Option<Section>, crumbs: Vec<Crumb>) -> Frame<'a> {
        let office = self.world().people.office.as_ref();
        let contact = office
            .and_then(|office| office.contact)
            .map(|at| self.shown(at).words());
        Frame {
            lang: self.lang,
            path: &self.path,
            title,
            today: self.today,
            office: self.office(),
            section,
            crumbs,
            theme: self.theme,
            noindex: false,
            has_errors: false,
            icons: &[],
            kind: FrameKind::Public,
            visits: Some(self.visits()),
            emblem: self.has_emblem().then_some("/phu-hieu"),
            contact,
            scripts: false,
            feed: None,
            demo: self.moment(),
        }
    }

    /// What stands after the question mark of the page's address.
    pub fn query(&self) -> Fields {
        Fields::read(self.path.split_once('?').map_or("", |(_, query)| query).as_bytes())
    }

    /// What stands in the way, in the frame of a public page.
    pub fn trouble(&self, trouble: Trouble<'_>) -> Response {
        self.trouble_in(None, trouble)
    }

    /// The same within a section.
    pub fn trouble_in(&self, section: Option<Section>, trouble: Trouble<'_>) -> Response {
        let mut frame = self.frame(trouble.title(self.lang), section, vec![]);
        frame.noindex = true;
        Page::trouble(trouble, frame.page(trouble.html(self.lang))).into_response()
    }

    /// The page for an address with nothing behind it.
    pub fn not_found(&self) -> Response {
        self.trouble(Trouble::NotFound)
    }

    /// A public page from the cache, with the visit figures of now; `make` is called when the cache has none.
    pub fn kept(&self, app: &App, headers: &HeaderMap, key: &PageKey, make: impl FnOnce() -> String) -> Response {
        let page = app.cache.get_or_render(key, make);
        let visits = self.visits();
        let tiles = match page.has_tiles() {
            true => visits_tiles(self.lang, visits, self.today, ONLINE_MINUTES.into()),
            false => Html::default(),
        };
        let live = Live {
            visits: visits_html(self.lang, Some(visits)),
            tiles,
            at: self.moment(),
        };
        Page::cached_live(headers, &page, &live)
    }

    /// The minute that the banner of a demonstration shows; none in an office of its own.
    fn moment(&self) -> Option<Minute> {
        self.settings.demo.then_some(self.now)
    }

    /// An emblem was set and not erased.
    pub fn has_emblem(&self) -> bool {
        let emblem = self.world().people.emblem;
        emblem.is_some_and(|(at, _)| self.world().exposure_of(at) == Exposure::Public)
    }

    /// The key of a page that shows counts: they move when the public checkpoint does, and how many voted once an hour.
    pub fn counting_key(&self, rev: u64) -> PageKey {
        self.hourly(self.page_key(rev.max(self.public_size)))
    }

    /// The same for a page that tells how many voted: the number moves with the hour.
    pub fn hourly(&self, mut key: PageKey) -> PageKey {
        key.route.push_str(&format!("#{}", self.now.hour()));
        key
    }

    /// The key under which this page may be kept, when it depends on nothing newer than `rev` and the office itself.
    pub fn page_key(&self, rev: u64) -> PageKey {
        let world = self.world();
        PageKey {
            route: self.path.clone(),
            lang: self.lang,
            rights: 0,
            theme: self.theme,
            day: self.today,
            rev: rev.max(world.people.rev),
        }
    }
}

impl FromRequestParts<App> for Scene {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let InLang(lang) = InLang::from_request_parts(parts, app).await?;
        let now = app.now();
        let path = parts
            .uri
            .path_and_query()
            .map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned());
        Ok(Scene {
            view: app.ledger.view(),
            lang,
            path,
            theme: Theme::from_cookies(&parts.headers),
            now,
            today: now.office_date(),
            settings: app.settings.clone(),
            public_size: app.ledger.public().size,
            figures: app.visits.figures(now),
        })
    }
}
