//! The page cache: bounds, what it refuses, visit figures outside the ETag, 304.

use base::time::{Date, Minute};
use http::{HeaderMap, HeaderValue, StatusCode};
use web_kit::cache::{Live, PAGE_CACHE_PAGE_BYTES_MAX, PageCache, PageKey};
use web_kit::{Frame, FrameKind, Lang, LegacyVisits, Page, Theme, Visits, tiles_place, visits_html, visits_tiles};

fn key(route: &str, rev: u64) -> PageKey {
    PageKey {
        route: route.to_owned(),
        lang: Lang::Vi,
        rights: 0,
        theme: None,
        day: Date::MIN,
        rev,
    }
}

#[test]
fn a_page_is_rendered_once_for_a_key() {
    let cache = PageCache::default();
    let keys = [
        key("/", 1),
        key("/", 2),
        key("/tin/", 1),
        PageKey {
            lang: Lang::En,
            ..key("/", 1)
        },
        PageKey {
            rights: 1,
            ..key("/", 1)
        },
        PageKey {
            theme: Some(Theme::Dark),
            ..key("/", 1)
        },
        PageKey {
            day: Date::MAX,
            ..key("/", 1)
        },
    ];
    let mut tags = Vec::new();
    for (i, key) in keys.iter().enumerate() {
        let page = cache.get_or_render(key, || format!("page {i}"));
        tags.push(page.etag().expect("kept").to_owned());
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), keys.len(), "each key has its own ETag");
    for (i, key) in keys.iter().enumerate() {
        let page = cache.get_or_render(key, || unreachable!("it is kept"));
        assert_eq!(page.html(&visits_html(Lang::Vi, None)), format!("page {i}"));
    }
    assert_eq!(
        (cache.count().hits, cache.count().misses, cache.count().entries),
        (7, 7, 7)
    );
}

#[test]
fn the_cache_stays_within_its_bounds_and_forgets_the_oldest() {
    let cache = PageCache::new(1000, 5);
    for round in 0..200u64 {
        cache.get_or_render(&key("/always", 0), || "x".repeat(100));
        cache.get_or_render(&key("/n", round), || "x".repeat(1 + (round as usize * 37) % 400));
        let count = cache.count();
        assert!(count.bytes <= 1000 && count.entries <= 5, "{count:?}");
    }
    assert!(cache.count().hits >= 199, "a page in use stays: {:?}", cache.count());
    let small = PageCache::new(10, 5);
    small.get_or_render(&key("/", 0), || "x".repeat(11));
    assert_eq!(small.count().entries, 0);
    let none = PageCache::new(1000, 0);
    none.get_or_render(&key("/", 0), || "x".to_owned());
    assert_eq!(none.count().entries, 0);
    let whole = PageCache::default();
    whole.get_or_render(&key("/", 0), || "x".repeat(PAGE_CACHE_PAGE_BYTES_MAX + 1));
    assert_eq!(whole.count().entries, 0);
}

#[test]
fn a_page_with_a_form_is_never_kept() {
    let cache = PageCache::default();
    let form = web_kit::Form::new(Lang::Vi, "/x", "Gửi").key("k").html().into_string();
    for html in [form, "<FORM METHOD=\"POST\"><form method=\"POST\">".to_owned()] {
        let page = cache.get_or_render(&key("/viet", 0), || html.clone());
        assert!(page.etag().is_none());
        let answer = Page::cached(&HeaderMap::new(), &page, &visits_html(Lang::Vi, None));
        assert_eq!(answer.headers()["cache-control"], "no-store");
        assert!(!answer.headers().contains_key("etag"));
    }
    assert_eq!(cache.count().entries, 0);
    let search = cache.get_or_render(&key("/tim", 0), || "<form method=\"get\" action=\"/tim\">".to_owned());
    assert!(search.etag().is_some());
}

fn framed(visits: Option<Visits>, body: &str) -> String {
    framed_at(visits, body, None)
}

fn framed_at(visits: Option<Visits>, body: &str, demo: Option<Minute>) -> String {
    Frame {
        lang: Lang::Vi,
        path: "/",
        title: "Trang chủ",
        today: Date::MIN,
        office: "Văn phòng",
        section: None,
        crumbs: Vec::new(),
        theme: None,
        noindex: false,
        has_errors: false,
        icons: &[],
        kind: FrameKind::Public,
        visits,
        emblem: None,
        contact: None,
        scripts: false,
        feed: None,
        demo,
    }
    .page(body)
}

#[test]
fn with_and_without_cache_the_bytes_are_the_same() {
    let at = |online| {
        Some(Visits {
            online,
            today: 962,
            total: 962,
            since: Date::MIN,
            today_at_least: false,
            total_at_least: false,
            legacy: Some(LegacyVisits {
                total: 363_100,
                as_of: Date::MIN,
            }),
        })
    };
    let cache = PageCache::default();
    let body = "<p>&lt;!--thong-ke--&gt; and even <!--thong-ke--> twice</p>";
    let page = cache.get_or_render(&key("/", 1), || framed(at(43), body));
    let etag = page.etag().expect("kept").to_owned();
    for online in [43, 44, 1_000_000] {
        let page = cache.get_or_render(&key("/", 1), || unreachable!("it is kept"));
        assert_eq!(page.html(&visits_html(Lang::Vi, at(online))), framed(at(online), body));
        assert_eq!(page.etag(), Some(etag.as_str()));
    }
    let none = visits_html(Lang::Vi, None);
    assert_eq!(page.html(&none), framed(None, body));

    let answer = Page::cached(&HeaderMap::new(), &page, &none);
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["etag"], etag.as_str());
    let mut asked = HeaderMap::new();
    asked.insert(
        "if-none-match",
        HeaderValue::from_str(&format!("\"other\", {etag}")).expect("a header's value"),
    );
    let answer = Page::cached(&asked, &page, &none);
    assert_eq!(
        (answer.status(), &answer.headers()["vary"]),
        (StatusCode::NOT_MODIFIED, &HeaderValue::from_static("cookie"))
    );
    asked.insert("if-none-match", HeaderValue::from_static("W/\"other\""));
    assert_eq!(Page::cached(&asked, &page, &none).status(), StatusCode::OK);
}

#[test]
fn the_time_of_a_demonstration_is_not_in_the_kept_bytes() {
    let at = |text: &str| Some(text.parse::<Minute>().expect("a minute"));
    let (nine, later) = (at("2020-06-25T02:00:00Z"), at("2020-06-25T02:01:00Z"));
    let (cache, none) = (PageCache::default(), visits_html(Lang::Vi, None));
    let body = "<p>&lt;!--gio--&gt; and even <!--gio-->12:34<!--/gio--></p>";
    let made = cache.get_or_render(&key("/", 1), || framed_at(None, body, nine));
    assert!(!made.html(&none).contains("09:00"));
    let kept = cache.get_or_render(&key("/", 1), || unreachable!("it is kept"));
    for time in [nine, later] {
        assert_eq!(kept.html_at(&none, time), framed_at(None, body, time));
    }
    // A browser that kept nine o'clock is not told that nothing changed.
    let first = Page::cached_at(&HeaderMap::new(), &kept, &none, nine);
    let mut asked = HeaderMap::new();
    asked.insert("if-none-match", first.headers()["etag"].clone());
    let answer = |time| Page::cached_at(&asked, &kept, &none, time).status();
    assert_eq!(answer(nine), StatusCode::NOT_MODIFIED);
    assert_eq!(answer(later), StatusCode::OK);

    // A page that shows no time is the same at every minute.
    let plain = cache.get_or_render(&key("/feed", 1), || "<feed/>".to_owned());
    assert_eq!(plain.etag_at(later).as_deref(), plain.etag());
    assert_eq!(plain.html_at(&none, later), "<feed/>");
}

#[test]
fn tiles_of_visit_figures_are_put_in_when_a_page_is_sent() {
    let visits = |online| Visits {
        online,
        today: 7,
        total: 9,
        since: Date::MIN,
        today_at_least: true,
        total_at_least: false,
        legacy: None,
    };
    let body = format!("<p>trước</p>{}<p>sau</p>", tiles_place());
    let page = PageCache::default().get_or_render(&key("/tin/a", 1), || framed(Some(visits(1)), &body));
    assert!(page.has_tiles());
    let sent = |online| {
        page.html_live(&Live {
            visits: visits_html(Lang::Vi, Some(visits(online))),
            tiles: visits_tiles(Lang::Vi, visits(online), Date::MIN, 5),
            at: None,
        })
    };
    for online in [1, 43] {
        let html = sent(online);
        assert!(html.contains(&format!("<p>trước</p><dl class=\"tiles tiles-3\"><div class=\"tile\"><dt>Đang truy cập</dt><dd><span class=\"n\">{online}</span>")));
        assert!(html.contains("</dl><p>sau</p>") && html.contains("ít nhất 7"));
        assert_eq!(
            html.matches(&format!("<dd>{online}</dd>")).count(),
            1,
            "the footer has its own"
        );
    }
    assert!(sent(1).contains("trong 5 phút vừa qua"));
    let plain = PageCache::default().get_or_render(&key("/", 1), || framed(None, "<p></p>"));
    assert!(!plain.has_tiles());
}
