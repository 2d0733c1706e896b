//! Visits counted over the real pages: the footer, `/thong-ke`, who is counted and who is not.

mod common;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::middleware::from_fn_with_state;
use base::fact::Actor;
use base::time::Date;
use common::Rig;
use http::Request;
use http::header::{ACCEPT, HOST as HOST_HEADER, SET_COOKIE, USER_AGENT};
use portal::LegacyVisits;
use std::net::SocketAddr;
use web_rig::{ADMINISTRATOR, Answer, HOST, page_ok};
use web_scene::visits::count;
use world::Command;

const BROWSER: &str = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/83.0 Mobile Safari/537.36";

/// A request for a page with one more header, from an address of this net.
fn ask(rig: &Rig, path: &str, from: u8, agent: &str, more: (&'static str, &str)) -> Answer {
    let request = Request::get(path)
        .header(HOST_HEADER, HOST)
        .header(USER_AGENT, agent)
        .header(ACCEPT, "text/html,application/xhtml+xml")
        .header(more.0, more.1)
        .extension(ConnectInfo(SocketAddr::from(([203, 0, 113, from], 4000))));
    let counted = web_portal::routes().layer(from_fn_with_state(rig.app.clone(), count));
    rig.ask_through(counted, request.body(Body::empty()).unwrap())
}

fn open(rig: &Rig, path: &str, from: u8, agent: &str) -> Answer {
    let answer = ask(rig, path, from, agent, ("dnt", "1"));
    assert!(!answer.headers.contains_key(SET_COOKIE), "{path} sets a cookie");
    answer
}

/// The three figures of the footer.
fn footer(answer: &Answer) -> Vec<&str> {
    let block = answer.html().split("<!--thong-ke-->").nth(1).unwrap();
    let figures = block.split("<dd>").skip(1);
    figures.map(|rest| rest.split('<').next().unwrap()).collect()
}

#[test]
fn the_footer_shows_who_is_here() {
    let rig = Rig::office();
    assert_eq!(footer(&open(&rig, "/", 1, BROWSER)), ["0", "0", "0"]);
    open(&rig, "/en/tin/", 1, BROWSER).is(200);
    open(&rig, "/tiep-can", 2, BROWSER).is(200);
    open(&rig, "/", 3, "curl/8.5.0").is(200);
    open(&rig, "/khong-co", 4, BROWSER).is(404);
    ask(&rig, "/", 5, BROWSER, ("sec-purpose", "prefetch")).is(200);
    assert_eq!(footer(&open(&rig, "/", 3, "")), ["2", "2", "2"]);
    let figures = rig.app.visits.figures(rig.app.now());
    assert_eq!((figures.today.views, figures.today.machine_views), (3, 3));
    rig.minutes_later(31);
    assert_eq!(footer(&open(&rig, "/", 1, BROWSER)), ["0", "2", "2"]);
    assert_eq!(footer(&open(&rig, "/", 3, "")), ["1", "3", "3"]);
    rig.minutes_later(24 * 60);
    assert_eq!(footer(&open(&rig, "/", 3, "")), ["0", "0", "3"]);
}

#[test]
fn a_page_the_browser_has_already_is_a_page_view() {
    let rig = Rig::office();
    let first = open(&rig, "/tin/", 1, BROWSER);
    let etag = first.headers["etag"].to_str().unwrap();
    ask(&rig, "/tin/", 1, BROWSER, ("if-none-match", etag)).is(304);
    let again = open(&rig, "/tin/", 1, BROWSER);
    assert_eq!(
        again.headers["etag"].to_str().unwrap(),
        etag,
        "the figures are outside the ETag"
    );
    assert_ne!(footer(&again), footer(&first));
    let today = rig.app.visits.figures(rig.app.now()).today;
    assert_eq!((today.visits, today.views), (1, 3));
}

#[test]
fn a_page_with_a_form_leaves_no_reader() {
    let rig = Rig::office();
    open(&rig, "/giao-dien", 1, BROWSER).is(200);
    assert_eq!(rig.app.visits.readers(), 0);
    assert_eq!(rig.app.visits.saved().today.views_only, 1);
    open(&rig, "/thong-ke", 1, BROWSER).is(200);
    assert_eq!(rig.app.visits.readers(), 1);
}

#[test]
fn without_a_proxy_nobody_is_told_where_a_reader_is() {
    let rig = Rig::office();
    for told in ["198.51.100.1", "198.51.100.2"] {
        ask(&rig, "/", 1, BROWSER, ("x-forwarded-for", told)).is(200);
    }
    assert_eq!(rig.app.visits.readers(), 1);
}

#[test]
fn the_page_says_how_and_what_was_inherited() {
    let rig = Rig::office();
    open(&rig, "/thong-ke", 1, BROWSER).says("Chưa ghi số của cổng cũ.");
    let visits = LegacyVisits {
        as_of: Date::new(2024, 7, 25).unwrap(),
        online: 43,
        today: 962,
        total: 363_100,
    };
    rig.tell(Actor::Person(ADMINISTRATOR), Command::RecordLegacyVisits { visits });
    for path in ["/", "/tin/"] {
        open(&rig, path, 2, BROWSER).is(200);
    }
    open(&rig, "/", 3, "curl/8.5.0").is(200);
    let page = open(&rig, "/thong-ke", 3, "");
    page_ok(&page);
    assert_eq!(footer(&page), ["2", "2", "363.102"]);
    assert_eq!(page.headers["cache-control"], "no-cache");
    for words in [
        "363.100 kế thừa từ cổng cũ (đến 25/07/2024) + 2 đếm từ 19/12/2019",
        "sau hơn 30 phút",
        "trong 5 phút vừa qua",
        "không cookie",
        "được đếm hai lần",
        "<caption>Cổng cũ, ghi lại ngày 25/07/2024</caption>",
        "<th scope=\"row\">Trong ngày đó</th><td class=\"r\">962</td>",
        ">Trang người đã mở</th><td class=\"r\" data-th=\"Hôm nay\">3</td>",
        ">Trang máy tự động đã mở</th><td class=\"r\" data-th=\"Hôm nay\">1</td>",
    ] {
        page.says(words);
    }
    let english = open(&rig, "/en/thong-ke", 3, "");
    page_ok(&english);
    english.says("363,100 taken over from the old portal (until ");
    english.says("a visit across midnight is two");
}
