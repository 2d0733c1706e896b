//! News of a forum and of a directive, for feed readers: Atom (RFC 4287) over the entries anyone may read by now.
//!
//! What a feed says moves with the public size of the record, as the ledger page does: whoever asks again and again
//! learns no more than the log tells.

mod acts;
mod atom;
mod words;

use acts::newest;
use atom::Feed;
use axum::extract::{FromRequestParts, RawPathParams, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, VARY};
use http::request::Parts;
use http::{HeaderMap, HeaderValue};
use imbl::Vector;
use std::convert::Infallible;
use web_kit::reply::{matches_etag, not_modified};
use web_kit::states::Trouble;
use web_kit::{Html, Section, href};
use web_scene::{App, Host, InForum, address};
use words::FeedWords;

/// The directive whose feed an address names, as `2.atom`; none when it is spelled otherwise.
pub(crate) struct FeedOf(Option<u32>);

impl FromRequestParts<App> for FeedOf {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let steps = RawPathParams::from_request_parts(parts, &()).await.ok();
        let named = steps
            .as_ref()
            .and_then(|steps| steps.iter().find(|(key, _)| *key == "tep"));
        let typed = named.and_then(|(_, value)| value.strip_suffix(".atom"));
        let number = typed.and_then(|typed| typed.parse::<u32>().ok());
        Ok(FeedOf(
            number.filter(|number| typed == Some(number.to_string().as_str())),
        ))
    }
}

/// `GET /dien-dan/{no}/tin.atom`
pub(crate) async fn of_forum(State(app): State<App>, at: InForum, host: Host, headers: HeaderMap) -> Response {
    let no = at.forum.no;
    let asked = Asked {
        title: FeedWords(at.scene.lang).of_forum(&at.title()),
        path: address::feed(no),
        page: address::forum(no),
        acts: &at.forum.acts,
    };
    answer(&app, &at, &host, &headers, &asked)
}

/// `GET /dien-dan/{no}/chi-dao/{so}.atom`
pub(crate) async fn of_directive(
    State(app): State<App>,
    at: InForum,
    FeedOf(number): FeedOf,
    host: Host,
    headers: HeaderMap,
) -> Response {
    let no = at.forum.no;
    let number = number.filter(|_| at.forum.is_concluded());
    let Some((number, directive)) = number.and_then(|number| Some((number, at.forum.directives.get(&number)?))) else {
        return at.scene.not_found();
    };
    let asked = Asked {
        title: FeedWords(at.scene.lang).of_directive(number, &at.title()),
        path: address::directive_feed(no, number),
        page: address::conclusion(no),
        acts: &directive.acts,
    };
    answer(&app, &at, &host, &headers, &asked)
}

/// Which feed is asked for.
struct Asked<'a> {
    title: String,
    /// Its own path.
    path: String,
    /// The path of the page it is about.
    page: String,
    /// Entries, oldest first.
    acts: &'a Vector<u64>,
}

fn answer(app: &App, at: &InForum, host: &Host, headers: &HeaderMap, asked: &Asked<'_>) -> Response {
    let scene = &at.scene;
    let site = host.site(scene.settings.tls);
    let mut key = scene.page_key(scene.public_size);
    // The host is in every link. Light and dark are nothing to a feed.
    key.route = format!("{}#{site}", asked.path);
    key.theme = None;
    let make = || xml(app, at, &site, asked);
    let kept = app.cache.get_or_render(&key, || make().unwrap_or_default());
    if let Some(etag) = kept.etag().filter(|etag| matches_etag(headers, etag)) {
        return not_modified(etag);
    }
    let mut feed = kept.html(&Html::default());
    if feed.is_empty() {
        // The store did not answer when it was made: asked again each time, and not kept.
        let Some(made) = make() else {
            let busy = Trouble::Busy {
                writing: false,
                code: None,
            };
            return scene.trouble_in(Some(Section::Forums), busy);
        };
        feed = made;
    }
    let mut response = feed.into_response();
    let answer = response.headers_mut();
    answer.insert(
        CONTENT_TYPE,
        HeaderValue::from_static("application/atom+xml; charset=utf-8"),
    );
    answer.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer.insert(VARY, HeaderValue::from_static("host"));
    if let Some(etag) = kept.etag().and_then(|etag| HeaderValue::try_from(etag).ok()) {
        answer.insert(ETAG, etag);
    }
    response
}

/// The bytes; none when the store does not give an entry.
fn xml(app: &App, at: &InForum, site: &str, asked: &Asked<'_>) -> Option<String> {
    let (scene, forum) = (&at.scene, &at.forum);
    let acts = newest(app, scene, forum, asked.acts.iter().rev().copied())?;
    let feed = Feed {
        origin: &scene.settings.origin,
        began: forum.announced_at.office_date(),
        lang: scene.lang,
        title: &asked.title,
        author: scene.office(),
        name: &asked.path,
        updated: acts.first().map_or(forum.announced_at, |act| act.at),
        own: format!("{site}{}", href(scene.lang, &asked.path)),
        page: format!("{site}{}", href(scene.lang, &asked.page)),
        entries: &acts,
        site,
    };
    Some(feed.xml())
}
