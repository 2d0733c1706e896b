//! The portal's pages, in both languages, whole and empty.

mod common;

use base::fact::Actor;
use base::time::Date;
use common::{ADMINISTRATOR, Rig, assert_clean};
use portal::LegacyVisits;
use world::Command;

const PAGES: [&str; 6] = ["/", "/tin/", "/van-ban/", "/thong-ke", "/tiep-can", "/giao-dien"];

async fn check_all(rig: &Rig, more: &[&str]) {
    for path in PAGES.iter().chain(more) {
        for path in [(*path).to_owned(), format!("/en{path}")] {
            let page = rig.get(&path).await;
            page.is(200);
            assert_clean(&path, page.html());
        }
    }
}

async fn legacy(rig: &Rig) {
    let visits = LegacyVisits {
        as_of: Date::new(2024, 7, 25).unwrap(),
        online: 43,
        today: 962,
        total: 363_100,
    };
    rig.does(Actor::Person(ADMINISTRATOR), Command::RecordLegacyVisits { visits })
        .await;
}

#[tokio::test]
async fn an_office_without_a_name_says_how_to_begin() {
    let rig = Rig::empty();
    check_all(&rig, &[]).await;
    rig.get("/").await.says("Văn phòng đang được lập");
    rig.get("/").await.says("noindex");
    rig.get("/en/").await.says("The office is being set up");
    rig.get("/tin/").await.says("Chưa có tin");
    rig.get("/thong-ke").await.says("Chưa ghi số của cổng cũ");
}

#[tokio::test]
async fn the_home_page_has_the_way_to_speak_and_the_news() {
    let rig = Rig::office().await;
    check_all(&rig, &[]).await;
    let home = rig.get("/").await;
    home.says("Chưa có diễn đàn nào đang nhận ý kiến");
    home.says_not("/viet");
    let forum = rig.forum().await;
    rig.article(2019, "Diễn đàn lắng nghe", "Chiều 19.12.2019 <họp>.\n\nHai.")
        .await;
    legacy(&rig).await;
    let home = rig.get("/").await;
    home.says(&format!("href=\"/dien-dan/{forum}/viet\""));
    home.says("Còn 20 ngày");
    home.says("aria-current=\"step\"");
    home.says("href=\"/tin/2019/dien-dan-lang-nghe\"");
    home.says("Chiều 19.12.2019 &#60;họp&#62;.");
    home.says("Trần Thị Thùy Dương · Phòng Tổng hợp");
    home.says("363.100");
    rig.get("/en/").await.says("href=\"/en/dien-dan/2019-01/viet\"");
    check_all(&rig, &["/tin/2019/dien-dan-lang-nghe"]).await;
    rig.get("/thong-ke").await.says("25/07/2024");
    rig.get("/en/thong-ke").await.says("363,100");
}

#[tokio::test]
async fn nobody_sees_from_the_home_page_when_someone_writes() {
    let rig = Rig::office().await;
    let forum = rig.forum().await;
    rig.pass_minutes(2);
    let before = rig.get("/").await;
    before.says("<dt>Đã nhận</dt><dd>0</dd>");
    let etag = before.headers["etag"].to_str().unwrap().to_owned();
    let mut opinions = Vec::new();
    for n in 0..4 {
        opinions.push(rig.opinion(forum, n).await);
        let after = rig.get("/").await;
        assert_eq!(
            (after.headers["etag"].to_str().unwrap(), &after.bytes),
            (etag.as_str(), &before.bytes)
        );
    }
    rig.pass_minutes(2);
    let later = rig.get_with("/", &[("if-none-match", &etag)]).await;
    later.is(200).says("<dt>Đã nhận</dt><dd>4</dd>");
    let now = later.headers["etag"].to_str().unwrap();
    rig.get_with("/", &[("if-none-match", now)]).await.is(304);

    for opinion in opinions {
        rig.does(Actor::Person(ADMINISTRATOR), Command::ClearOpinion { opinion })
            .await;
    }
    rig.pass_minutes(24 * 60);
    rig.does(Actor::Clock, Command::Tick { until: rig.app.now() }).await;
    let published = rig.app.ledger.view().state.forums.forums[&forum].published.len();
    assert!(published > 0);
    rig.get("/").await.says(&format!("<dd>{published}</dd>"));
}

#[tokio::test]
async fn an_erased_title_leaves_every_page() {
    let rig = Rig::office().await;
    rig.forum().await;
    rig.get("/").await.says("Diễn đàn công an lắng nghe ý kiến nhân dân");
    let title = rig.app.ledger.view().state.forums.forums.values().next().unwrap().title;
    rig.erase(title.seq, &[title.field]).await;
    let home = rig.get("/").await;
    home.says_not("Diễn đàn công an lắng nghe ý kiến nhân dân");
    home.says("DD-2019-01");
}

#[tokio::test]
async fn light_or_dark_is_one_cookie_and_nothing_else() {
    let rig = Rig::office().await;
    rig.get("/tiep-can").await.says("href=\"/giao-dien?ve=/tiep-can\"");
    let page = rig.get("/en/giao-dien?ve=/tiep-can").await;
    page.says("action=\"/en/giao-dien\"");
    page.says("name=\"ve\" value=\"/tiep-can\"");
    let chosen = rig
        .post("/giao-dien", &[("giao_dien", "toi"), ("ve", "/tin/?trang=2")])
        .await;
    assert_eq!(chosen.is(303).location(), "/tin/?trang=2");
    assert_eq!(
        chosen.headers["set-cookie"],
        "giao-dien=toi; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
    );
    let dark = rig.get_with("/", &[("cookie", "giao-dien=toi")]).await;
    dark.says("data-theme=\"dark\"");
    rig.get("/").await.says_not("data-theme");
    let device = rig
        .post("/en/giao-dien", &[("giao_dien", "may"), ("ve", "//evil.example/")])
        .await;
    assert_eq!(device.is(303).location(), "/en/giao-dien");
    assert!(device.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    for wrong in ["", "hồng", "<script>"] {
        let answer = rig.post("/giao-dien", &[("giao_dien", wrong), ("ve", "/")]).await;
        answer.is(422).says("<title>Lỗi:");
        assert!(!answer.headers.contains_key("set-cookie"));
        assert_clean("theme", answer.html());
    }
}
