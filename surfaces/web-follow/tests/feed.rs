//! Feeds: Atom that a parser reads, over what anyone may know by now.

mod common;

use base::fact::Actor;
use common::{COMMANDER, Rig, clause_no};
use roxmltree::{Document, Node};
use web_rig::HOST;
use world::Command;

const FORUM: &str = "/dien-dan/2019-01/tin.atom";
const DIRECTIVE: &str = "/dien-dan/2019-01/chi-dao/1.atom";
const ATOM: &str = "http://www.w3.org/2005/Atom";

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let found = node.children().find(|one| one.has_tag_name((ATOM, name)));
    found.unwrap_or_else(|| panic!("no {name}"))
}

fn text(node: Node<'_, '_>, name: &str) -> String {
    let found = node.children().find(|one| one.has_tag_name((ATOM, name)));
    found.and_then(|one| one.text()).unwrap_or_default().to_owned()
}

fn entries<'a>(feed: &'a Document<'a>) -> Vec<Node<'a, 'a>> {
    let root = feed.root_element();
    root.children()
        .filter(|one| one.has_tag_name((ATOM, "entry")))
        .collect()
}

fn progress(rig: &Rig, text: &str) {
    let command = Command::ReportProgress {
        no: clause_no(1),
        text: text.to_owned(),
    };
    rig.tell(Actor::Person(COMMANDER), command);
}

#[test]
fn a_feed_is_what_rfc_4287_asks_for() {
    let rig = Rig::concluded();
    progress(&rig, "Đã làm tới một nửa việc ở cổng.");
    for path in [FORUM, DIRECTIVE] {
        let answer = rig.get(path);
        answer.is(200).says_not("một nửa").says_not("Phạm Văn Huy");
        assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
        let body = answer.text();
        let feed = Document::parse(body).unwrap();
        let root = feed.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        assert!(text(root, "id").starts_with("tag:thu.langnghe.example,2019-12-19:so/dien-dan/2019-01"));
        assert!(!text(root, "title").is_empty());
        assert_eq!(text(child(root, "author"), "name"), "Văn phòng HĐND tỉnh");
        let own = root
            .children()
            .find(|one| one.attribute("rel") == Some("self"))
            .unwrap();
        assert_eq!(own.attribute("href"), Some(format!("http://{HOST}{path}").as_str()));
        let all = entries(&feed);
        assert!(all.len() >= 2);
        assert_eq!(text(root, "updated"), text(all[0], "updated"), "the newest first");
        let mut ids: Vec<String> = all.iter().map(|one| text(*one, "id")).collect();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for entry in all {
            assert!(text(entry, "id").starts_with("tag:thu.langnghe.example,2019-12-19:so/entry/"));
            assert!(text(entry, "updated").ends_with(":00:00Z"), "an hour");
            assert!(!text(entry, "title").is_empty());
            let link = child(entry, "link").attribute("href").unwrap();
            assert!(link.starts_with(&format!("http://{HOST}/dien-dan/2019-01")), "{link}");
        }
    }
    let english = rig.get(&format!("/en{DIRECTIVE}"));
    english
        .is(200)
        .says("xml:lang=\"en\"")
        .says("Progress of clause 1.1")
        .says("/en/dien-dan/2019-01/viec/1.1");
}

#[test]
fn an_entry_has_one_id_wherever_it_is_read() {
    let rig = Rig::concluded();
    progress(&rig, "Đã làm tới một nửa.");
    let newest = |path: &str| {
        let feed = rig.get(path);
        let body = feed.text();
        let feed = Document::parse(body).unwrap();
        text(entries(&feed)[0], "id")
    };
    assert_eq!(newest(FORUM), newest(DIRECTIVE));
    assert_eq!(newest(FORUM), newest(&format!("/en{FORUM}")));
}

#[test]
fn the_newest_fifty_and_no_more() {
    let rig = Rig::concluded();
    for n in 0..60 {
        progress(&rig, &format!("Tiến độ lần thứ {n} đã ghi."));
    }
    let feed = rig.get(DIRECTIVE);
    let body = feed.text();
    let feed = Document::parse(body).unwrap();
    let all = entries(&feed);
    assert_eq!(all.len(), 50);
    assert!(text(all[0], "id").ends_with(&format!("/{}", rig.size() - 1)));
}

#[test]
fn nothing_is_told_before_the_log_tells_it() {
    let rig = Rig::publishing(3600);
    rig.conclude();
    let before = rig.get(FORUM);
    progress(&rig, "Đã làm tới một nửa.");
    let public = rig.app.ledger.public().size;
    assert!(public < rig.size());
    let after = rig.get(FORUM);
    assert_eq!(before.is(200).text(), after.is(200).text());
    assert_eq!(before.header("etag"), after.header("etag"));
    let body = after.text();
    let feed = Document::parse(body).unwrap();
    for entry in entries(&feed) {
        let id = text(entry, "id");
        let seq: u64 = id.rsplit('/').next().unwrap().parse().unwrap();
        assert!(seq < public, "{seq}");
    }
}

#[test]
fn who_has_it_is_told_so() {
    let rig = Rig::concluded();
    let first = rig.get(FORUM);
    let etag = first.header("etag").to_owned();
    assert!(!etag.is_empty());
    let again = rig.get_with(FORUM, "if-none-match", &etag);
    assert_eq!(again.status.as_u16(), 304);
    progress(&rig, "Đã làm tới một nửa.");
    assert_eq!(rig.get_with(FORUM, "if-none-match", &etag).status.as_u16(), 200);
}

#[test]
fn feeds_of_nothing_are_not_there() {
    let rig = Rig::concluded();
    for path in ["2.atom", "0.atom", "01.atom", "1", "1.rss", "x.atom", ".atom"] {
        rig.get(&format!("/dien-dan/2019-01/chi-dao/{path}")).is(404);
    }
    rig.get("/dien-dan/2018-01/tin.atom").is(404);
}

#[test]
fn who_writes_moves_no_feed() {
    let rig = Rig::concluded();
    let titles = |rig: &Rig| {
        let feed = rig.get(FORUM);
        let body = feed.text();
        let feed = Document::parse(body).unwrap();
        entries(&feed)
            .into_iter()
            .map(|one| text(one, "title"))
            .collect::<Vec<_>>()
    };
    let before = titles(&rig);
    rig.contest("Sáng nay cổng phụ vẫn không ghi giấy tờ.");
    assert_eq!(titles(&rig), before);
    assert!(before.iter().all(|title| !title.contains("Nhận một ý kiến")));
}
