//! The way in: once, within a day, and never by opening the page.

mod common;

use base::fact::Actor;
use common::{NOBODY, SESSION, digest, empty, holding, office};
use web_rig::{ADMINISTRATOR, Office, page_ok};
use world::Command;

fn first_link(rig: &Office) -> String {
    let token = rig.app.token();
    rig.tell(Actor::Console, Command::IssueFirstInvitation { token: digest(&token) });
    format!("/vao/{token}")
}

fn link_of(rig: &Office, person: base::fact::PersonId) -> String {
    let token = rig.app.token();
    rig.tell(
        Actor::Console,
        Command::IssueInvitation {
            person,
            token: digest(&token),
        },
    );
    format!("/vao/{token}")
}

#[test]
fn the_first_link_lets_one_administrator_in_once() {
    let rig = empty();
    let link = first_link(&rig);
    for _ in 0..3 {
        let page = rig.get(&link);
        page.is(200).says("người quản trị đầu tiên");
        page.says("16:00, 20/12/2019");
        assert_eq!(page.cookie(SESSION), None);
        page_ok(&page);
    }
    assert_eq!(rig.size(), 1, "opening the page records nothing");

    let answer = rig.post(&link, &[]);
    assert_eq!(answer.is(303).location(), "/quan-tri/");
    let session = holding(&rig, answer.cookie(SESSION).unwrap());
    session.get("/quan-tri/van-phong").is(200).says("Người số 1 · Quản trị");
    assert_eq!(rig.app.ledger.view().state.people.administrators(), 1);

    let size = rig.size();
    for again in [rig.post(&link, &[]), rig.get(&link)] {
        again.is(410).says("Đường dẫn này đã dùng");
        again.says("/dieu-hanh/");
        assert_eq!(again.cookie(SESSION), None);
    }
    rig.get(&format!("/en{link}")).is(410).says("This link has been used");
    assert_eq!(rig.size(), size);
}

#[test]
fn a_link_ends_after_a_day() {
    let rig = office();
    let (lost, early, late) = (
        link_of(&rig, NOBODY),
        link_of(&rig, NOBODY),
        link_of(&rig, ADMINISTRATOR),
    );
    // A newer link takes the place of one that went astray.
    rig.get(&lost).is(410).says("Đã có đường dẫn mới hơn");
    rig.post(&lost, &[]).is(410);
    rig.minutes_later(24 * 60);
    rig.get(&early).is(200).says("một người đã có trong danh sách");
    assert_eq!(rig.post(&early, &[]).is(303).location(), "/dieu-hanh/");
    // A link ends with the full hour after its day.
    rig.minutes_later(60);
    let size = rig.size();
    for late in [rig.get(&late), rig.post(&late, &[])] {
        late.is(410).says("Đường dẫn này đã hết hạn");
        assert_eq!(late.cookie(SESSION), None);
    }
    assert_eq!(rig.size(), size);
}

#[test]
fn a_person_comes_in_as_themselves_in_their_language() {
    let rig = office();
    let link = link_of(&rig, NOBODY);
    let page = rig.get(&format!("/en{link}"));
    page.is(200).says(&format!("action=\"/en{link}\""));
    page.says_not("Ngô Văn An");
    let answer = rig.post(&format!("/en{link}"), &[]);
    assert_eq!(answer.is(303).location(), "/en/dieu-hanh/");
    holding(&rig, answer.cookie(SESSION).unwrap())
        .get("/en/quan-tri/toi")
        .is(200)
        .says("Ngô Văn An");
}

#[test]
fn unknown_links_say_so() {
    let rig = office();
    for path in ["/vao/abc", "/vao/%00", "/vao/%FF", "/vao/%3Cscript%3E"] {
        for answer in [rig.get(path), rig.post(path, &[])] {
            answer.is(404).says("<h1>");
            answer.says_not("<script>");
        }
    }
    let first = empty();
    let (one, other) = (first_link(&first), first_link(&first));
    first.post(&one, &[]).is(410).says("Đã có đường dẫn mới hơn");
    first.post(&other, &[]).is(303);
    first.post(&one, &[]).is(410).says("Văn phòng đã có người quản trị");
}

#[test]
fn many_attempts_from_one_place_are_slowed_down() {
    let rig = office();
    let address = std::net::IpAddr::from([127, 0, 0, 1]);
    // Whoever floods the forms keeps nobody of the same building from coming in.
    while rig.app.limiter.take(address).is_ok() {}
    rig.post(&link_of(&rig, NOBODY), &[]).is(303);
    while rig.app.entry_limiter.take(address).is_ok() {}
    let link = link_of(&rig, NOBODY);
    let answer = rig.post(&link, &[]);
    answer.is(429).says("giây rồi bấm lại");
    assert!(answer.headers.contains_key("retry-after"));
    rig.get(&link).is(200);
}

#[test]
fn a_link_is_shown_once_and_its_token_is_nowhere() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let page = admin.post("/quan-tri/nguoi/2/duong-dan", &[]);
    page.is(200).says("Cho: Ngô Văn An");
    page_ok(&page);
    assert_eq!(page.headers["cache-control"], "no-store");
    let link = page.html().split("http://langnghe.example:8080").nth(1).unwrap();
    let link: String = link.chars().take_while(|c| *c != '<' && *c != '"').collect();
    page.says("<svg class=\"qr\"");
    page.says("16:00, 20/12/2019");
    let token = link.strip_prefix("/vao/").unwrap();
    assert_eq!(token.len(), 64);
    admin.get("/quan-tri/nguoi/2").is(200).says_not(token);
    for seq in 0..rig.size() {
        let bytes = rig.app.ledger.entry_bytes(seq).unwrap().unwrap();
        assert!(!String::from_utf8(bytes).unwrap().contains(token), "entry {seq}");
    }
    let answer = rig.post(&link, &[]);
    let own = holding(&rig, answer.is(303).cookie(SESSION).unwrap());

    let mine = own.post("/quan-tri/toi/duong-dan", &[]);
    mine.is(200).says("http://langnghe.example:8080/vao/");
    own.post("/quan-tri/nguoi/1/duong-dan", &[]).is(403);
    admin.post("/quan-tri/nguoi/99/duong-dan", &[]).is(404);
}

#[test]
fn how_to_come_in_is_written_down() {
    let rig = empty();
    for (path, words) in [("/vao", "Xin người quản trị"), ("/en/vao", "Ask the office")] {
        let page = rig.get(path);
        page.is(200).says(words);
        page.says("--link");
        page_ok(&page);
    }
}
