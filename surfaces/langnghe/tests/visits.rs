//! Visits over all routes and the real program: pages of citizens leave no reader, totals outlive a kill.

mod running;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use axum::middleware::from_fn_with_state;
use base::time::Minute;
use ledger::note::SigningKey;
use ledger::store::Store;
use ledger::{Ledger, Options};
use running::{Folder, Server};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use storage::Memory;
use storage::ops::Ops;
use tower::ServiceExt;
use web_kit::{LangRewrite, protect};
use web_scene::visits::{Counting, UNCOUNTED, VIEWS_ONLY, counting};
use web_scene::{App, OfficeLedger, STAFF_PLACES, Settings};

const BROWSER: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:78.0) Gecko/20100101 Firefox/78.0";
/// Forms of readers that are no citizen's act: light or dark, the way in, the parts of a demonstration.
const OTHER_FORMS: [&str; 3] = ["/giao-dien", "/vao/{token}", "/trinh-dien/{part}"];
/// How long a number may take to reach the disk; it is written each second.
const KEPT_MAX: Duration = Duration::from_secs(30);

/// The routes as the sources write them, each with its handlers.
fn routes() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let surfaces = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut folders: Vec<_> = std::fs::read_dir(surfaces)
        .unwrap()
        .map(|surface| surface.unwrap().path().join("src"))
        .filter(|sources| sources.is_dir())
        .collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(path).unwrap();
                found.extend(text.split(".route(").skip(1).filter_map(route));
            }
        }
    }
    assert!(found.len() > 30, "{found:?}");
    found
}

/// The address and the handlers of a route, from the text behind `.route(`.
fn route(text: &str) -> Option<(String, String)> {
    let mut open = 1;
    let end = text.find(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open == 0
    })?;
    let (address, handlers) = text[..end].trim_start().strip_prefix('"')?.split_once('"')?;
    Some((address.to_owned(), handlers.to_owned()))
}

/// A path that a route answers.
fn example(route: &str) -> String {
    let steps = route
        .split('/')
        .map(|step| if step.starts_with('{') { "1" } else { step });
    steps.collect::<Vec<_>>().join("/")
}

#[test]
fn every_form_of_citizens_is_counted_as_views_only() {
    let routes = routes();
    for (route, handlers) in &routes {
        let path = example(route);
        let is_form = handlers.contains("post(");
        let is_for_staff = STAFF_PLACES.iter().any(|place| path.starts_with(place));
        if is_form && !is_for_staff && !OTHER_FORMS.contains(&route.as_str()) {
            assert_eq!(
                counting(&path),
                Counting::ViewsOnly,
                "{route}: name it in web_scene::visits::VIEWS_ONLY"
            );
        }
        if is_for_staff {
            assert_eq!(counting(&path), Counting::Nothing, "{route}");
        }
    }
    // Links may lead to a form before it is there.
    let links = include_str!("../../web-scene/src/address.rs")
        .split("format!(\"")
        .skip(1);
    let links = links.filter_map(|link| link.split('"').next());
    let paths: Vec<String> = routes
        .iter()
        .map(|(route, _)| route.as_str())
        .chain(links)
        .map(example)
        .collect();
    for place in VIEWS_ONLY.iter().chain(UNCOUNTED) {
        let place = place.replace("{}", "1");
        let is_there = |path: &String| *path == place || path.starts_with(&format!("{place}/"));
        assert!(paths.iter().any(is_there), "{place} is no address of ours");
    }
}

/// An office without entries.
fn office(dir: &Path, proxy: bool) -> App {
    let now = || Minute::from_unix_secs(1_593_050_400);
    let mut options = Options::new(SigningKey::new("thu.example/dem", [7; 32]).unwrap());
    options.clock = Arc::new(now);
    let store: Arc<dyn Store> = Arc::new(Memory::new());
    let ledger: OfficeLedger = Ledger::open(store, options).unwrap();
    let settings = Settings {
        origin: "thu.example/dem".to_owned(),
        publish_every_seconds: 60,
        high_water: false,
        rate_limit: false,
        demo: false,
        tls: false,
        proxy,
        database: web_scene::Database::Sqlite,
    };
    let ops = Ops::open(dir).unwrap().0;
    App::new(ledger, ops, settings, Arc::new(now), Arc::new(|| [7; 32]))
}

/// GET by a browser; the status, and whether a cookie was set.
async fn get(app: &App, routes: Router<App>, path: &str) -> (u16, bool) {
    get_through(app, routes, path, "198.51.100.1").await
}

/// The same through a proxy that tells an address.
async fn get_through(app: &App, routes: Router<App>, path: &str, told: &str) -> (u16, bool) {
    let count = from_fn_with_state(app.clone(), web_scene::visits::count);
    let routes = protect(routes.with_state(app.clone()).layer(count), false);
    let request = Request::get(path)
        .header("host", "127.0.0.1")
        .header("user-agent", BROWSER)
        .header("accept", "text/html")
        .header("x-forwarded-for", format!("192.0.2.1, {told}"))
        .extension(ConnectInfo(SocketAddr::from((Ipv4Addr::LOCALHOST, 4000))));
    let answer = LangRewrite(routes).oneshot(request.body(Body::empty()).unwrap());
    let answer = answer.await.unwrap();
    (answer.status().as_u16(), answer.headers().contains_key("set-cookie"))
}

#[tokio::test]
async fn verifying_leaves_no_reader() {
    let folder = Folder::new();
    let app = office(&folder.path("ops"), false);
    for (path, status) in [
        ("/kiem-chung", 200),
        ("/en/kiem-chung", 200),
        ("/kiem-chung?ma=LN-1", 422),
        ("/bien-nhan/1", 404),
    ] {
        assert_eq!(get(&app, web_record::routes(), path).await, (status, false), "{path}");
        assert_eq!(
            (app.visits.readers(), app.visits.figures(app.now()).online),
            (0, 0),
            "{path}"
        );
    }
    assert_eq!(app.visits.saved().today.views_only, 2);
    assert_eq!(get(&app, web_record::routes(), "/log/vkey").await, (200, false));
    assert_eq!(app.visits.readers(), 0);
    assert_eq!(get(&app, web_record::routes(), "/cam-ket").await, (200, false));
    assert_eq!(app.visits.readers(), 1);
}

#[tokio::test]
async fn behind_a_proxy_readers_are_told_apart_by_what_it_says() {
    for (proxy, readers) in [(false, 1), (true, 3)] {
        let folder = Folder::new();
        let app = office(&folder.path("ops"), proxy);
        for told in ["198.51.100.1", "198.51.100.2", "2001:db8::1", "2001:db8::2"] {
            get_through(&app, web_record::routes(), "/cam-ket", told).await;
        }
        assert_eq!(app.visits.readers(), readers);
    }
}

/// A number of `ops.db`, read beside the running program.
fn kept(data: &Path, name: &str) -> u64 {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let db = rusqlite::Connection::open_with_flags(data.join("ops.db"), flags).unwrap();
    db.busy_timeout(KEPT_MAX).unwrap();
    let value = db.query_row("SELECT value FROM counters WHERE name = ?1", [name], |row| {
        row.get::<_, i64>(0)
    });
    value.map_or(0, |value| u64::try_from(value).unwrap())
}

fn open_as(server: &Server, agent: &str) {
    let config = ureq::Agent::config_builder().user_agent(agent).build();
    let answer = ureq::Agent::from(config)
        .get(format!("http://{}/", server.address))
        .call();
    assert_eq!(answer.unwrap().status(), 200);
}

#[test]
fn totals_outlive_a_kill_and_a_stop() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &[]);
    open_as(&server, BROWSER);
    open_as(&server, BROWSER);
    open_as(&server, "Lynx/2.8.9rel.1 libwww-FM/2.14");
    open_as(&server, "curl/8.5.0");
    let began = Instant::now();
    while kept(&data, "visits.today.views") < 3 || kept(&data, "visits.today.machine_views") < 1 {
        assert!(began.elapsed() < KEPT_MAX, "what was counted does not reach the disk");
        std::thread::yield_now();
    }
    server.kill();

    let server = Server::start(&data, &[]);
    let page = server.get("/thong-ke").body;
    for words in [
        "<th scope=\"row\">Trang người đã mở</th><td class=\"r\" data-th=\"Hôm nay\">3</td>",
        "<dt>Hôm nay</dt><dd>2</dd>",
        "<dt>Tổng lượt</dt><dd>2</dd>",
        "<dt>Đang truy cập</dt><dd>0</dd>",
    ] {
        assert!(page.contains(words), "{words} is not on the page after a kill");
    }
    // The readers are not known any more.
    open_as(&server, BROWSER);
    let (status, said) = server.stop();
    assert!(status.success(), "{status}");
    assert!(!said.contains("127.0.0.1:") || !said.contains(BROWSER), "{said}");
    assert_eq!(
        kept(&data, "visits.today.visits"),
        3,
        "what was counted last is kept at the end"
    );
    let raw = std::fs::read(data.join("ops.db")).unwrap();
    assert!(
        !raw.windows(7).any(|bytes| bytes == b"Firefox"),
        "only numbers are on the disk"
    );
}
