//! What became of an article: its published revisions, read and compared; the forum beside it.

mod common;

use axum::body::Body;
use axum::middleware::from_fn_with_state;
use base::fact::Actor;
use base::time::Date;
use common::Rig;
use http::Request;
use people::role::{Role, Scope};
use portal::RevisionId;
use portal::article::Draft;
use web_rig::{ADMINISTRATOR, page_ok};
use web_scene::visits::count;
use world::Command;

const PATH: &str = "/tin/2019/hop-bao-thang";

/// Corrects article 1 with this body.
fn correct(rig: &Rig, from: u32, title: &str, body: &str) {
    let editor = match rig.app.ledger.view().state.people.persons.keys().next_back() {
        Some(last) if *last != ADMINISTRATOR => *last,
        _ => rig.person("Nguyễn Văn Viết", None, &[(Role::Editor, Scope::Office)]),
    };
    let draft = Draft {
        date: Date::new(2019, 12, 30).unwrap(),
        title: title.into(),
        body: body.into(),
        author: Some("Trần Thị Thùy Dương".into()),
        department: None,
    };
    let over = RevisionId {
        article: 1,
        revision: from,
    };
    rig.tell(
        Actor::Person(editor),
        Command::SaveDraft {
            draft,
            over: Some(over),
        },
    );
    let at = RevisionId {
        article: 1,
        revision: from + 1,
    };
    rig.tell(Actor::Person(editor), Command::SubmitDraft { at });
    let note = Some(format!("Sửa lần thứ {from} theo biên bản."));
    rig.tell(Actor::Person(ADMINISTRATOR), Command::PublishRevision { at, note });
}

#[test]
fn every_published_revision_is_read_and_compared() {
    let rig = Rig::office();
    rig.article(2019, "Họp báo tháng", "Câu một.\nCâu hai.\nCâu ba.");
    let first = rig.get(PATH);
    first.is(200).says_not("/ban/");
    correct(&rig, 1, "Họp báo tháng", "Câu một.\nCâu hai sửa.\nCâu ba.");
    correct(
        &rig,
        2,
        "Họp báo tháng này",
        "Câu một.\nCâu hai sửa.\nCâu bốn <b>đậm</b>.",
    );

    let now = rig.get(PATH);
    page_ok(
        now.is(200)
            .says("Họp báo tháng này")
            .says("Sửa lần thứ 2")
            .says("Sửa lần thứ 1"),
    );
    let text = now.text();
    assert!(
        text.find("Sửa lần thứ 2") < text.find("Sửa lần thứ 1"),
        "the newest first"
    );
    for (revision, words) in [(1, "Câu hai.<br>"), (2, "Câu hai sửa.<br>"), (3, "Câu bốn &#60;b&#62;")] {
        for lang in ["", "/en"] {
            page_ok(rig.get(&format!("{lang}{PATH}/ban/{revision}")).is(200).says(words));
        }
    }
    let compared = rig.get(&format!("{PATH}/ban/3?so-voi=1"));
    page_ok(compared.is(200).says("Bản 3 so với bản 1"));
    compared.says("<p dir=\"auto\">Câu một.</p>");
    compared
        .says("<del dir=\"auto\">Câu hai.</del>")
        .says("<ins dir=\"auto\">Câu hai sửa.</ins>");
    compared.says("<ins dir=\"auto\">Câu bốn &#60;b&#62;đậm&#60;/b&#62;.</ins>");
    compared
        .says("<del lang=\"vi\" dir=\"auto\">29/12/2019</del>")
        .says("Phòng Tổng hợp");
    page_ok(rig.get(&format!("/en{PATH}/ban/1?so-voi=3")).is(200).says("Taken out:"));

    for wrong in [
        "ban/4",
        "ban/0",
        "ban/01",
        "ban/x",
        "ban/3?so-voi=3",
        "ban/3?so-voi=9",
        "ban/3?so-voi=x",
    ] {
        rig.get(&format!("{PATH}/{wrong}")).is(404);
    }
    rig.get("/tin/2019/khac/ban/1").is(404);
}

#[test]
fn a_draft_is_on_no_public_page() {
    let rig = Rig::office();
    rig.article(2019, "Họp báo tháng", "Câu một.");
    let editor = rig.person("Nguyễn Văn Viết", None, &[(Role::Editor, Scope::Office)]);
    let draft = Draft {
        date: Date::new(2019, 12, 30).unwrap(),
        title: "Tên chưa ai được đọc".into(),
        body: "Lời chưa ai được đọc.".into(),
        author: None,
        department: None,
    };
    let over = RevisionId {
        article: 1,
        revision: 1,
    };
    rig.tell(
        Actor::Person(editor),
        Command::SaveDraft {
            draft,
            over: Some(over),
        },
    );
    for path in ["/", "/tin/", PATH, "/tin/2019/hop-bao-thang/ban/1"] {
        rig.get(path).is(200).says_not("chưa ai được đọc");
    }
    rig.get(&format!("{PATH}/ban/2")).is(404);
    rig.get(&format!("{PATH}/ban/1?so-voi=2")).is(404);
}

#[test]
fn an_erased_revision_is_not_compared() {
    let rig = Rig::office();
    let entry = rig.article(2019, "Họp báo tháng", "Câu một.");
    correct(&rig, 1, "Họp báo tháng", "Câu hai.");
    rig.erase(entry, &[portal::events::BODY]);
    page_ok(rig.get(&format!("{PATH}/ban/1")).is(200).says_not("Câu một."));
    let compared = rig.get(&format!("{PATH}/ban/2?so-voi=1"));
    page_ok(compared.is(200).says("không còn chữ để so").says_not("Câu một."));
}

#[test]
fn the_forum_an_article_names_stands_beside_it() {
    let rig = Rig::office();
    rig.forum();
    rig.article(2019, "Họp báo tháng", "Về diễn đàn DD-2019-01, đã có 4 lượt ý kiến.");
    rig.article(2019, "Bài chẳng liên quan", "Chữ khác.");
    let told = rig.get(PATH);
    page_ok(
        told.is(200)
            .says("Diễn đàn trong bài")
            .says("href=\"/dien-dan/2019-01\""),
    );
    told.says("Diễn đàn đang ở bước 2 trên 6");
    rig.get("/tin/2019/bai-chang-lien-quan")
        .is(200)
        .says_not("Diễn đàn trong bài");
}

#[test]
fn visit_figures_under_an_article_are_of_now_and_outside_its_etag() {
    let rig = Rig::office();
    rig.article(2019, "Họp báo tháng", "Câu một.");
    let first = rig.get(PATH);
    page_ok(
        first
            .is(200)
            .says("class=\"tiles tiles-3\"")
            .says("trong 5 phút vừa qua"),
    );
    let etag = first.header("etag").to_owned();
    assert!(!etag.is_empty());
    let zeros = |answer: &web_rig::Answer| answer.text().matches("<span class=\"n\">0</span>").count();
    assert_eq!(zeros(&first), 3);
    let counted = web_portal::routes().layer(from_fn_with_state(rig.app.clone(), count));
    let asked = Request::builder().uri(PATH).header("host", web_rig::HOST);
    let asked = asked.header(
        "user-agent",
        "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    );
    rig.ask_through(counted, asked.body(Body::empty()).unwrap()).is(200);
    let later = rig.get(PATH);
    assert_eq!(later.header("etag"), etag);
    assert_eq!(zeros(&later), 0);
}
