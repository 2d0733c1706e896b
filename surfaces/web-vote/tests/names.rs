//! Names of speakers: on the pages of what they said, which no search engine keeps, and in no feed, file, filter or address.

mod common;

use common::*;
use forum::events::SpeakerRole;
use forum::opinion::TypedSignature;
use std::collections::BTreeSet;
use web_rig::markup::tags;

const NAME: &str = "Quách Thị Xuyến Chi";
/// A word of the name as an address would spell it.
const FOLDED: &str = "xuyen";

/// Every address a page leads to on this site, without its fragment.
fn leads(page: &str) -> Vec<String> {
    let links = tags(page).into_iter().filter_map(|tag| tag.get("href"));
    links
        .filter(|to| to.starts_with('/') && !to.starts_with("/tinh/"))
        .map(|to| to.split('#').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_speakers_name_is_in_no_index_filter_feed_or_address() {
    let rig = voting_on(all_pages, 2);
    let signed = rig.write_as(
        "Cổng phụ nên mở sớm hơn mười phút mỗi sáng.",
        TypedSignature::Name(SpeakerRole::Citizen, NAME.into()),
    );
    rig.let_publish(signed);
    let (mut waiting, mut seen) = (vec!["/dien-dan/".to_owned(), FORUM.to_owned()], BTreeSet::new());
    let mut with_name = 0;
    while let Some(path) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let address = path.to_lowercase();
        assert!(!address.contains(FOLDED) && !address.contains("xuy%"), "{path}");
        let answer = rig.get(&path);
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        let is_page = answer.header("content-type").starts_with("text/html");
        if body.contains(NAME) {
            with_name += 1;
            assert!(is_page, "{path} holds a name");
            assert!(body.contains(r#"content="noindex""#), "{path} is for search engines");
        }
        if is_page {
            waiting.extend(leads(&body));
        }
    }
    assert!(with_name > 0, "the name stands beside what was said");
    assert!(seen.len() > 30, "{} addresses were read", seen.len());
    assert!(seen.iter().any(|path| path.ends_with(".atom")));
    // Asked for by name, no list narrows itself and no page finds anything.
    let list = format!("{FORUM}/y-kien/");
    let all = rig.get(&list);
    for filter in ["ten", "ho_ten", "q", "tim", "nguoi", "ky"] {
        let asked = rig.get(&format!("{list}?{filter}=Qu%C3%A1ch+Th%E1%BB%8B+Xuy%E1%BA%BFn+Chi"));
        if asked.status == 200 {
            assert_eq!(
                asked.html().matches("YK-000").count(),
                all.html().matches("YK-000").count(),
                "{filter}"
            );
        }
    }
}
