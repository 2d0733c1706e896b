//! The demonstration as a program: its own clock, its making however often it is killed, its parts.

mod running;

use running::{Folder, Server, ends, free_address, serve};
use std::path::Path;
use std::time::{Duration, Instant};

const CLOCK_FILE: &str = "demo-clock";
/// What is printed last at a start.
const LAST_LINE: &str = "once, within 24 hours";
/// How long the clock of a making is waited for.
const MAKING_MAX: Duration = Duration::from_secs(60);
/// Every part with its role, as the header of the work area shows it.
const PARTS: [(&str, &str); 13] = [
    ("thu-ky", "Thư ký"),
    ("chu-tri", "Chủ trì"),
    ("chi-huy", "Chỉ huy"),
    ("dai-bieu", "Đại biểu"),
    ("bien-tap", "Biên tập"),
    ("doc-y-kien", "Người đọc ý kiến"),
    ("kiem-toan", "Kiểm toán sổ"),
    ("quan-tri", "Quản trị"),
    ("xac-nhan", "Người xác nhận việc đã làm"),
    ("ghi-bien-ban", "Người ghi biên bản"),
    ("dang-bai", "Đăng bài"),
    ("xet-khieu-nai", "Người xét khiếu nại"),
    ("cap-tren", "Cấp trên"),
];

fn clock(data: &Path) -> String {
    std::fs::read_to_string(data.join(CLOCK_FILE)).unwrap_or_default()
}

fn set_clock(data: &Path, line: &str) {
    std::fs::write(data.join(CLOCK_FILE), line).unwrap();
}

/// The time of day in the banner of a page.
fn moment(page: &str) -> &str {
    let (_, rest) = page.split_once("<!--gio-->").expect("a banner");
    rest.split("<!--/gio-->").next().unwrap_or_default()
}

/// Kind and hour of every entry, but for the links that each start prints.
fn told(data: &Path) -> Vec<(String, String)> {
    let db = rusqlite::Connection::open(data.join("ledger.db")).unwrap();
    let mut query = db.prepare("SELECT bytes FROM entries ORDER BY seq").unwrap();
    let entries = query.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
    let entries = entries.map(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes.unwrap()).unwrap());
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    entries
        .map(|entry| (text(&entry["kind"]), text(&entry["at"])))
        .filter(|(kind, _)| kind != "people.invitation_issued")
        .collect()
}

fn verify(data: &Path) -> (bool, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_langnghe"));
    let outcome = command.arg("verify").arg(data).output().unwrap();
    (
        outcome.status.success(),
        String::from_utf8_lossy(&outcome.stdout).into_owned(),
    )
}

fn refusal(data: &Path, options: &[&str]) -> (Option<i32>, String) {
    let refused = ends(serve(data, free_address(), options));
    (refused.status.code(), String::from_utf8(refused.stderr).unwrap())
}

#[test]
fn a_fresh_demonstration_stands_at_nine_on_25_june_2020() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo"]);
    server.wait_for(LAST_LINE);
    for (path, day) in [
        ("/", "Bản trình diễn, có ngày giờ riêng: Thứ năm, ngày 25/06/2020,"),
        ("/en/", "A demonstration on its own clock: Thursday, 25 June 2020,"),
        ("/dien-dan/2020-01/viet", "Thứ năm, ngày 25/06/2020,"),
        ("/khong-co-trang-nay", "Thứ năm, ngày 25/06/2020,"),
    ] {
        let page = server.get(path).body;
        assert!(page.contains(day), "{path} does not show the day");
        // A slow machine may take some minutes to look at four pages.
        assert!(moment(&page).starts_with("09:0"), "{path} shows {:?}", moment(&page));
    }
    assert!(clock(&data).starts_with("2020-06-25T02:0") && clock(&data).ends_with(" ready\n"));
    let forum = server.get("/dien-dan/2020-01").body;
    assert!(
        forum.contains("10/07/2020"),
        "the forum is open for longer than the clock shows"
    );
    let hours = told(&data);
    let of = |kind: &str| hours.iter().rfind(|one| one.0 == kind).unwrap().1.clone();
    assert_eq!(of("forum.opened"), "2020-06-19T01:00:00Z");
    assert_eq!(of("portal.article_published"), "2019-12-29T01:00:00Z");
    assert!(hours.is_sorted_by_key(|one| one.1.clone()));
}

#[test]
fn the_next_start_goes_on_from_the_minute_that_was_kept() {
    let folder = Folder::new();
    let data = folder.path("data");
    Server::start(&data, &["--demo"]).stop();
    set_clock(&data, "2020-06-25T16:58:00Z ready\n");
    let server = Server::start(&data, &["--demo"]);
    server.wait_for(LAST_LINE);
    let home = server.get("/").body;
    assert!(home.contains("Thứ năm, ngày 25/06/2020") || home.contains("Thứ sáu, ngày 26/06/2020"));
    assert!(
        moment(&home).starts_with("23:5") || moment(&home).starts_with("00:0"),
        "{}",
        moment(&home)
    );
    server.write("Ý kiến viết khi đồng hồ đã đi tiếp.", "khoa-sau-khi-dung");
    server.stop();
    assert!(told(&data).last().unwrap().1.starts_with("2020-06-25T1"));
    assert!(verify(&data).0);
}

#[test]
fn a_clock_that_is_torn_ahead_or_behind_is_refused_with_the_way_out() {
    let folder = Folder::new();
    let data = folder.path("data");
    Server::start(&data, &["--demo"]).stop();
    for (line, sentence) in [
        ("2020-06-25T02:0", "holds no time"),
        ("", "holds no time"),
        ("2027-01-01T00:00:00Z ready\n", "put back the file demo-clock"),
        ("2020-06-24T02:00:00Z ready\n", "put back the file demo-clock"),
    ] {
        set_clock(&data, line);
        let (code, said) = refusal(&data, &["--demo"]);
        assert_eq!(code, Some(4), "{line:?}: {said}");
        assert!(said.contains(sentence), "{line:?}: {said}");
        assert_eq!(clock(&data), line, "a refused start changes nothing");
    }
    set_clock(&data, "2020-06-25T02:00:00Z ready\n");
    Server::start(&data, &["--demo"]);
}

#[test]
fn a_demonstration_is_started_as_one_and_an_office_is_not() {
    let folder = Folder::new();
    let (demo, own) = (folder.path("demo"), folder.path("own"));
    Server::start(&demo, &["--demo"]).stop();
    for options in [&[][..], &["--after-a-long-rest"]] {
        let (code, said) = refusal(&demo, options);
        assert_eq!(code, Some(2), "{said}");
        assert!(
            said.contains("holds a demonstration") && said.contains("--demo"),
            "{said}"
        );
    }
    let server = Server::start(&own, &[]);
    assert!(
        !server.get("/").body.contains("<!--gio-->"),
        "an office of its own has no banner"
    );
    assert_eq!(server.get("/trinh-dien").status, 404);
    assert_eq!(server.post("/trinh-dien/quan-tri", &[], &[]).status, 404);
    server.stop();
    let before = told(&own);
    let (code, said) = refusal(&own, &["--demo"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("an office of its own"), "{said}");
    assert!(!own.join(CLOCK_FILE).exists() && told(&own) == before);
}

#[test]
fn a_making_killed_again_and_again_tells_the_same_story_once() {
    let folder = Folder::new();
    let (data, whole) = (folder.path("data"), folder.path("whole"));
    let mut interrupted = 0;
    // The first is there before the first entry.
    for moment in [
        "2019-11-01T01:00",
        "2019-11-01T02:00",
        "2019-12-29T01:30",
        "2020-02-01T17:00",
        "2020-06-15T01:30",
        "2020-06-19T01:00",
        "2020-06-22T01:10",
        "2020-06-22T02:00",
        "2020-06-24T01:20",
        "2020-06-24T13:05",
    ] {
        let mut child = serve(&data, free_address(), &["--demo"]).spawn().unwrap();
        let began = Instant::now();
        while clock(&data).as_str() < moment {
            assert!(began.elapsed() < MAKING_MAX, "the story never comes to {moment}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        if clock(&data).ends_with(" making\n") {
            interrupted += 1;
            let (clean, report) = verify(&data);
            assert!(clean, "killed at {}: {report}", clock(&data));
        }
    }
    assert!(interrupted > 2, "only {interrupted} starts were killed in time");
    for data in [&data, &whole] {
        let server = Server::start(data, &["--demo"]);
        server.wait_for(LAST_LINE);
        assert!(server.get("/dien-dan/2020-01/y-kien/").body.contains("YK-0005"));
        server.stop();
        let (clean, report) = verify(data);
        assert!(clean, "{report}");
    }
    assert_eq!(told(&data), told(&whole));
}

#[test]
fn each_parts_button_signs_in_as_often_as_one_likes() {
    let folder = Folder::new();
    let data = folder.path("data");
    let server = Server::start(&data, &["--demo", "--rate-limit", "off"]);
    let page = server.get("/trinh-dien");
    assert!(page.body.contains(r#"<meta name="robots" content="noindex">"#));
    let said = server.wait_for(LAST_LINE);
    for (name, role) in PARTS {
        let link = format!("/trinh-dien/{name}");
        assert!(
            page.body.contains(&format!(r#"action="{link}""#)) && said.contains(&link),
            "{link}"
        );
        let opened = server.get(&link).body;
        assert!(opened.contains(&format!("Vào vai {role}</button>")), "{link}");
        let header = header_after(&server, &link);
        assert!(header.contains(role), "{link} opens the session of {header:?}");
    }
    assert_eq!(server.post("/trinh-dien/khach", &[], &[]).status, 404);
    let foreign = server.post("/trinh-dien/quan-tri", &[], &[("Origin", "https://khac.example")]);
    assert_eq!(foreign.status, 403, "another site cannot press the button");
    server.stop();
    let again = Server::start(&data, &["--demo"]);
    assert!(header_after(&again, "/trinh-dien/thu-ky").contains("Thư ký"));
    let english = again.post("/en/trinh-dien/thu-ky", &[], &[]);
    assert_eq!(english.location, "/en/dieu-hanh/");
}

#[test]
fn buttons_pressed_without_end_are_slowed_down() {
    let folder = Folder::new();
    let server = Server::start(&folder.path("data"), &["--demo"]);
    let answers = (0..80).map(|_| server.post("/trinh-dien/chu-tri", &[], &[]));
    let slowed = answers.into_iter().find(|answer| answer.status != 303).unwrap();
    assert_eq!(slowed.status, 429);
    assert!(slowed.body.contains("bấm lại"), "the way out");
}

/// Who the header of the work area says one is, after a part's button.
fn header_after(server: &Server, link: &str) -> String {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .max_redirects(0)
        .http_status_as_error(false)
        .build()
        .into();
    let base = format!("http://{}", server.address);
    let entered = agent.post(format!("{base}{link}")).send_empty().unwrap();
    assert_eq!(entered.status().as_u16(), 303, "{link}");
    assert_eq!(entered.headers()["location"], "/dieu-hanh/");
    assert_eq!(entered.headers()["cache-control"], "no-store");
    let cookie = entered.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let request = agent.get(format!("{base}/dieu-hanh/")).header("Cookie", cookie);
    let page = request.call().unwrap().body_mut().read_to_string().unwrap();
    let (_, band) = page.split_once(r#"<p dir="auto">"#).expect("somebody is signed in");
    band.split("</p>").next().unwrap_or_default().to_owned()
}
