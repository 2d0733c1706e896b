//! The way in: once, within a day, and never by opening the page.

mod common;

use base::fact::Actor;
use common::{ADMINISTRATOR, NOBODY, Rig, assert_clean, digest};
use world::Command;

async fn first_link(rig: &Rig) -> String {
    let token = rig.app.token();
    rig.does(Actor::Console, Command::IssueFirstInvitation { token: digest(&token) })
        .await;
    format!("/vao/{token}")
}

async fn link_of(rig: &Rig, person: base::fact::PersonId) -> String {
    let token = rig.app.token();
    rig.does(
        Actor::Console,
        Command::IssueInvitation {
            person,
            token: digest(&token),
        },
    )
    .await;
    format!("/vao/{token}")
}

#[tokio::test]
async fn the_first_link_lets_one_administrator_in_once() {
    let rig = Rig::empty();
    let link = first_link(&rig).await;
    for _ in 0..3 {
        let page = rig.get(&link, "").await;
        page.is(200).says("người quản trị đầu tiên");
        page.says("16:00, 20/12/2019");
        assert_eq!(page.session(), None);
        assert_clean(&link, page.html());
    }
    assert_eq!(rig.size(), 1, "opening the page records nothing");

    let answer = rig.post(&link, "", &[]).await;
    assert_eq!(answer.is(303).location(), "/quan-tri/van-phong");
    let session = answer.session().unwrap();
    rig.get("/quan-tri/van-phong", &session)
        .await
        .is(200)
        .says("Người số 1 · Quản trị");
    assert_eq!(rig.app.ledger.view().state.people.administrators(), 1);

    let size = rig.size();
    for again in [rig.post(&link, "", &[]).await, rig.get(&link, "").await] {
        again.is(410).says("Đường dẫn này đã dùng");
        again.says("/dieu-hanh/");
        assert_eq!(again.session(), None);
    }
    rig.get(&format!("/en{link}"), "")
        .await
        .is(410)
        .says("This link has been used");
    assert_eq!(rig.size(), size);
}

#[tokio::test]
async fn a_link_ends_after_a_day() {
    let rig = Rig::office().await;
    let (early, late) = (link_of(&rig, NOBODY).await, link_of(&rig, NOBODY).await);
    rig.pass_minutes(24 * 60);
    rig.get(&early, "")
        .await
        .is(200)
        .says("một người đã có trong danh sách");
    assert_eq!(rig.post(&early, "", &[]).await.is(303).location(), "/dieu-hanh/");
    // A link ends with the full hour after its day.
    rig.pass_minutes(60);
    let size = rig.size();
    for late in [rig.get(&late, "").await, rig.post(&late, "", &[]).await] {
        late.is(410).says("Đường dẫn này đã hết hạn");
        assert_eq!(late.session(), None);
    }
    assert_eq!(rig.size(), size);
}

#[tokio::test]
async fn a_person_comes_in_as_themselves_in_their_language() {
    let rig = Rig::office().await;
    let link = link_of(&rig, NOBODY).await;
    let page = rig.get(&format!("/en{link}"), "").await;
    page.is(200).says(&format!("action=\"/en{link}\""));
    page.says_not("Ngô Văn An");
    let answer = rig.post(&format!("/en{link}"), "", &[]).await;
    assert_eq!(answer.is(303).location(), "/en/dieu-hanh/");
    rig.get("/en/quan-tri/toi", &answer.session().unwrap())
        .await
        .is(200)
        .says("Ngô Văn An");
}

#[tokio::test]
async fn unknown_links_say_so() {
    let rig = Rig::office().await;
    for path in ["/vao/abc", "/vao/%00", "/vao/%FF", "/vao/%3Cscript%3E"] {
        for answer in [rig.get(path, "").await, rig.post(path, "", &[]).await] {
            answer.is(404).says("<h1>");
            answer.says_not("<script>");
        }
    }
    let first = Rig::empty();
    let (one, other) = (first_link(&first).await, first_link(&first).await);
    first.post(&one, "", &[]).await.is(303);
    first
        .post(&other, "", &[])
        .await
        .is(410)
        .says("Văn phòng đã có người quản trị");
}

#[tokio::test]
async fn many_attempts_from_one_place_are_slowed_down() {
    let rig = Rig::office().await;
    let address = std::net::IpAddr::from([127, 0, 0, 1]);
    while rig.app.limiter.take(address).is_ok() {}
    let link = link_of(&rig, NOBODY).await;
    let answer = rig.post(&link, "", &[]).await;
    answer.is(429).says("giây rồi bấm lại");
    assert!(answer.headers.contains_key("retry-after"));
    rig.get(&link, "").await.is(200);
}

#[tokio::test]
async fn a_link_is_shown_once_and_its_token_is_nowhere() {
    let rig = Rig::office().await;
    let admin = rig.signed_in(ADMINISTRATOR);
    let page = rig.post("/quan-tri/nguoi/2/duong-dan", &admin, &[]).await;
    page.is(200).says("Cho: Ngô Văn An");
    assert_clean("the link", page.html());
    assert_eq!(page.headers["cache-control"], "no-store");
    let link = page.html().split("http://hd.example:8080").nth(1).unwrap();
    let link: String = link.chars().take_while(|c| *c != '<' && *c != '"').collect();
    page.says("<svg class=\"qr\"");
    page.says("16:00, 20/12/2019");
    let token = link.strip_prefix("/vao/").unwrap();
    assert_eq!(token.len(), 64);
    rig.get("/quan-tri/nguoi/2", &admin).await.is(200).says_not(token);
    for seq in 0..rig.size() {
        let bytes = rig.app.ledger.entry_bytes(seq).unwrap().unwrap();
        assert!(!String::from_utf8(bytes).unwrap().contains(token), "entry {seq}");
    }
    let answer = rig.post(&link, "", &[]).await;
    let own = answer.is(303).session().unwrap();

    let mine = rig.post("/quan-tri/toi/duong-dan", &own, &[]).await;
    mine.is(200).says("http://hd.example:8080/vao/");
    rig.post("/quan-tri/nguoi/1/duong-dan", &own, &[]).await.is(403);
    rig.post("/quan-tri/nguoi/99/duong-dan", &admin, &[]).await.is(404);
}

#[tokio::test]
async fn how_to_come_in_is_written_down() {
    let rig = Rig::empty();
    for (path, words) in [("/vao", "Xin người quản trị"), ("/en/vao", "Ask the office")] {
        let page = rig.get(path, "").await;
        page.is(200).says(words);
        page.says("--link");
        assert_clean(path, page.html());
    }
}
