//! The portal's pages, in both languages, whole and empty.

mod common;

use base::fact::{Actor, Digest32};
use base::time::Date;
use common::Rig;
use forum::events::Choice;
use people::role::{Role, Scope};
use portal::LegacyVisits;
use web_rig::{ADMINISTRATOR, page_ok};
use world::Command;

const PAGES: [&str; 6] = ["/", "/tin/", "/van-ban/", "/thong-ke", "/tiep-can", "/giao-dien"];

fn check_all(rig: &Rig, more: &[&str]) {
    for path in PAGES.iter().chain(more) {
        for path in [(*path).to_owned(), format!("/en{path}")] {
            let page = rig.get(&path);
            page.is(200);
            page_ok(&page);
        }
    }
}

fn legacy(rig: &Rig) {
    let visits = LegacyVisits {
        as_of: Date::new(2024, 7, 25).unwrap(),
        online: 43,
        today: 962,
        total: 363_100,
    };
    rig.tell(Actor::Person(ADMINISTRATOR), Command::RecordLegacyVisits { visits });
}

#[test]
fn an_office_without_a_name_says_how_to_begin() {
    let rig = Rig::empty();
    check_all(&rig, &[]);
    rig.get("/").says("Văn phòng đang được lập");
    rig.get("/").says("noindex");
    rig.get("/en/").says("The office is being set up");
    rig.get("/tin/").says("Chưa có tin");
    rig.get("/thong-ke").says("Chưa ghi số của cổng cũ");
}

#[test]
fn the_home_page_has_the_way_to_speak_and_the_news() {
    let rig = Rig::office();
    check_all(&rig, &[]);
    let home = rig.get("/");
    home.says("Chưa có diễn đàn nào đang nhận ý kiến");
    home.says_not("/viet");
    let forum = rig.forum();
    rig.article(2019, "Diễn đàn lắng nghe", "Chiều 19.12.2019 <họp>.\n\nHai.");
    legacy(&rig);
    let home = rig.get("/");
    home.says(&format!("href=\"/dien-dan/{forum}/viet\""));
    home.says("Còn 20 ngày");
    home.says("aria-current=\"step\"");
    home.says("href=\"/tin/2019/dien-dan-lang-nghe\"");
    home.says("Chiều 19.12.2019 &#60;họp&#62;.");
    home.says("Trần Thị Thùy Dương · Phòng Tổng hợp");
    home.says("363.100");
    rig.get("/en/").says("href=\"/en/dien-dan/2019-01/viet\"");
    check_all(&rig, &["/tin/2019/dien-dan-lang-nghe"]);
    rig.get("/thong-ke").says("25/07/2024");
    rig.get("/en/thong-ke").says("363,100");
}

#[test]
fn a_forum_stands_on_the_first_page_before_it_opens_and_until_it_concludes() {
    let rig = Rig::office();
    let forum = rig.announced();
    let home = rig.get("/");
    home.says("Chưa mở nhận ý kiến. Sẽ nhận đến hết ngày 08/01/2020, họp ngày 08/01/2020.");
    home.says(&format!("href=\"/dien-dan/{forum}\"")).says_not("/viet");
    check_all(&rig, &[]);
    rig.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum });
    rig.get("/").says("Viết ý kiến").says_not("Chưa mở nhận ý kiến");
    rig.grant(ADMINISTRATOR, Role::Secretary, Scope::Office);
    rig.tell(
        Actor::Person(ADMINISTRATOR),
        Command::CloseCollecting {
            forum,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
    );
    rig.get("/")
        .says("Đã đóng nhận ý kiến. Họp ngày 08/01/2020.")
        .says_not("/viet");
    check_all(&rig, &[]);
    rig.hours_later(24 * 20);
    rig.get("/en/").says("held on 8 Jan 2020 and its conclusion is awaited");
}

#[test]
fn nobody_sees_from_the_home_page_when_someone_writes() {
    let rig = Rig::office();
    let forum = rig.forum();
    rig.minutes_later(2);
    let before = rig.get("/");
    before
        .says("<dt>Người đã bày tỏ</dt><dd>chưa tới 5</dd>")
        .says("<dt>Ý kiến đã đăng</dt><dd>0</dd>");
    let etag = before.headers["etag"].to_str().unwrap().to_owned();
    let mut opinions = Vec::new();
    for n in 0..4 {
        opinions.push(rig.opinion(forum, n));
        let after = rig.get("/");
        assert_eq!(
            (after.headers["etag"].to_str().unwrap(), &after.body),
            (etag.as_str(), &before.body)
        );
    }
    rig.minutes_later(2);
    rig.browser().header("if-none-match", &etag).get("/").is(304);

    for opinion in opinions {
        rig.tell(Actor::Person(ADMINISTRATOR), Command::ClearOpinion { opinion });
    }
    rig.minutes_later(24 * 60);
    rig.tell(Actor::Clock, Command::Tick { until: rig.app.now() });
    let published = rig.app.ledger.view().state.forums.forums[&forum].published.len();
    assert!(published > 0);
    rig.get("/").says(&format!("<dd>{published}</dd>"));
}

#[test]
fn people_who_answered_are_told_in_steps() {
    let rig = Rig::office();
    let forum = rig.forum();
    for n in 0..5 {
        let opinion = rig.opinion(forum, n);
        rig.tell(Actor::Person(ADMINISTRATOR), Command::ClearOpinion { opinion });
    }
    rig.minutes_later(24 * 60);
    rig.tick();
    let home = rig.get("/");
    home.says("href=\"/dien-dan/2019-01/bay-to\"").says("mất khoảng 1 phút");
    let mut before = "chưa tới 5";
    for (voice, said) in [
        (1, "chưa tới 5"),
        (4, "chưa tới 5"),
        (5, "khoảng 5"),
        (9, "khoảng 5"),
        (10, "khoảng 10"),
    ] {
        for n in 1..=voice {
            let command = Command::CastVote {
                forum,
                pseudonym: Digest32([n; 32]),
                opinion: 1,
                choice: Choice::Agree,
            };
            // A voice that said this already has nothing new to say.
            let _ = rig.try_tell(Actor::Anyone, command);
        }
        let row = |said: &str| format!("<dt>Người đã bày tỏ</dt><dd>{said}</dd>");
        // Nobody who watches the number learns when somebody voted: it moves with the hour.
        rig.get("/").says(&row(before));
        rig.hours_later(1);
        rig.get("/").says(&row(said));
        before = said;
    }
}

#[test]
fn an_erased_title_leaves_every_page() {
    let rig = Rig::office();
    rig.forum();
    rig.get("/").says("Diễn đàn công an lắng nghe ý kiến nhân dân");
    let title = rig.app.ledger.view().state.forums.forums.values().next().unwrap().title;
    rig.erase(title.seq, &[title.field]);
    let home = rig.get("/");
    home.says_not("Diễn đàn công an lắng nghe ý kiến nhân dân");
    home.says("DD-2019-01");
}

#[test]
fn light_or_dark_is_one_cookie_and_nothing_else() {
    let rig = Rig::office();
    rig.get("/tiep-can").says("href=\"/giao-dien?ve=/tiep-can\"");
    let page = rig.get("/en/giao-dien?ve=/tiep-can");
    page.says("action=\"/en/giao-dien\"");
    page.says("name=\"ve\" value=\"/tiep-can\"");
    let chosen = rig.post("/giao-dien", &[("giao_dien", "toi"), ("ve", "/tin/?trang=2")]);
    assert_eq!(chosen.is(303).location(), "/tin/?trang=2");
    assert_eq!(
        chosen.headers["set-cookie"],
        "giao-dien=toi; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax"
    );
    let dark = rig.browser().header("cookie", "giao-dien=toi").get("/");
    dark.says("data-theme=\"dark\"");
    rig.get("/").says_not("data-theme");
    let device = rig.post("/en/giao-dien", &[("giao_dien", "may"), ("ve", "//evil.example/")]);
    assert_eq!(device.is(303).location(), "/en/giao-dien");
    assert!(device.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    for wrong in ["", "hồng", "<script>"] {
        let answer = rig.post("/giao-dien", &[("giao_dien", wrong), ("ve", "/")]);
        answer.is(422).says("<title>Lỗi:");
        assert!(!answer.headers.contains_key("set-cookie"));
        page_ok(&answer);
    }
}
