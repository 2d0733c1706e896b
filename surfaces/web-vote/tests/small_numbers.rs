//! "Small numbers never leak": sixty votes, one by one, and after each every page and file of the forum that anyone can
//! open, and the card of whoever has answered.

mod common;

use common::*;
use std::collections::{BTreeMap, BTreeSet};

const OPINIONS: u32 = 4;

/// Voice, opinion, answer: one is answered by 23, one by 15, one by 9, one by 6; seven change their minds.
fn sixty() -> Vec<(usize, u32, &'static str)> {
    const SAID: [&str; 3] = ["dong-y", "khong-dong-y", "chua-ro"];
    let mut all = Vec::new();
    for voice in 0..23 {
        for (opinion, voices) in [(1, 23), (2, 15), (3, 9), (4, 6)] {
            if voice < voices {
                all.push((voice, opinion, SAID[(voice * 7 + opinion as usize) % 3]));
            }
        }
    }
    for voice in 0..7 {
        all.push((voice, 1 + voice as u32 % 2, SAID[(voice * 7 + voice % 2 + 2) % 3]));
    }
    assert_eq!(all.len(), 60);
    all
}

fn open_to_all() -> Vec<String> {
    let mut paths = vec![
        "/".to_owned(),
        "/dien-dan/".to_owned(),
        FORUM.to_owned(),
        VOTE.to_owned(),
        format!("{VOTE}/cua-toi"),
        format!("{FORUM}/phieu"),
        format!("{FORUM}/y-kien/"),
        format!("{FORUM}/ket-qua"),
        format!("{FORUM}/ket-qua?phan=khac-nhau"),
        format!("{FORUM}/ket-qua?phan=y-kien-khac"),
        format!("{FORUM}/ket-qua/tep.json"),
        format!("{FORUM}/ket-qua/tep.csv"),
        format!("{FORUM}/tinh-lai"),
        format!("{FORUM}/tra-loi"),
        format!("{FORUM}/ket-luan"),
        format!("{FORUM}/tin.atom"),
    ];
    for n in 1..=OPINIONS {
        paths.push(format!("{FORUM}/y-kien/{n}"));
        paths.push(format!("{VOTE}/{n}"));
    }
    let english: Vec<String> = paths.iter().map(|path| format!("/en{path}")).collect();
    paths.extend(english);
    paths
}

/// What a page says, without the key of its form, which is another on each page.
fn said(rig: &Rig, path: &str) -> String {
    let page = rig.get(path);
    assert_ne!(page.status, 500, "{path}");
    let text = page.text();
    match text.contains(r#"name="khoa""#) {
        true => text.replace(&page.key(), ""),
        false => text.to_owned(),
    }
}

/// The counts of a card: agree, disagree, pass.
fn card(page: &Answer, opinion: u32) -> Option<[u32; 3]> {
    let text = page.text();
    let after = text.split(&sentence(opinion)).nth(1)?;
    let card = after.split("class=\"say\"").next()?;
    let key = card.split("<ul class=\"vb-key\">").nth(1)?.split("</ul>").next()?;
    let counts = key.split("<li").skip(1).map(|row| {
        let words = row.split("</svg>").nth(1).unwrap();
        let digits: String = words
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().unwrap()
    });
    counts.collect::<Vec<u32>>().try_into().ok()
}

#[test]
fn small_numbers_never_leak() {
    let rig = voting_on(all_pages, OPINIONS);
    let paths = open_to_all();
    let browsers: Vec<Browser<'_>> = (0..23).map(|_| Browser::new(&rig)).collect();
    // Most come with a slip, four without.
    for (code, browser) in slips(&rig, "Đại biểu", 19).iter().zip(&browsers) {
        browser.post(&web_scene::address::slip(no(), code), &[]).is(303);
    }
    let mut before: BTreeMap<String, String> = paths.iter().map(|path| (path.clone(), said(&rig, path))).collect();
    // Who has spoken since a page, or a card, was last another one. Which statement comes first to whoever has no voice
    // yet follows the figures of each opinion: there, who has spoken of the opinion that moved it.
    let mut since: BTreeMap<(String, Option<u32>), BTreeSet<usize>> = BTreeMap::new();
    let mut cards: BTreeMap<u32, (Option<[u32; 3]>, BTreeSet<usize>)> = BTreeMap::new();
    let mut answered: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    let mut moved = 0;
    for (n, (voice, opinion, choice)) in sixty().into_iter().enumerate() {
        // How many took part moves with the hour; all of it is one day, which every page names.
        if n % 10 == 9 {
            rig.hours_later(1);
        }
        browsers[voice].vote(opinion, choice).is(303);
        answered.entry(opinion).or_default().insert(voice);
        for path in &paths {
            let about = path.ends_with("/bay-to").then_some(opinion);
            let spoke = since.entry((path.clone(), about)).or_default();
            spoke.insert(voice);
            let now = said(&rig, path);
            let then = before.insert(path.clone(), now.clone()).unwrap();
            if now != then {
                assert!(spoke.len() >= 5, "{path} moved after {spoke:?} alone:\n{then}\n{now}");
                spoke.clear();
                moved += 1;
            }
            assert!(!now.contains("vb-key"), "{path} shows figures while votes are taken");
        }
        // The card of whoever has answered: steps of five, nothing below ten, and it moves as slowly.
        let own = browsers[voice].get(&format!("{VOTE}/cua-toi"));
        let shown = card(own.is(200), opinion);
        let (known, spoke) = cards.entry(opinion).or_default();
        spoke.insert(voice);
        if shown != *known {
            assert!(spoke.len() >= 5, "the card of {opinion} moved after {spoke:?} alone");
            (*known, *spoke) = (shown, BTreeSet::new());
            moved += 1;
        }
        if let Some(counts) = shown {
            let sum: u32 = counts.iter().sum();
            assert!(sum >= 10 && counts.iter().all(|count| count % 5 == 0), "{counts:?}");
            assert!(
                sum as usize <= answered[&opinion].len(),
                "more than answered: {counts:?}"
            );
        }
    }
    assert!(moved > 4, "figures do move: {moved}");
    assert!(cards[&1].0.is_some(), "and those of many answers are shown");
    assert_eq!([&cards[&3].0, &cards[&4].0], [&None, &None]);
    rig.close();
    after_closing(&rig, &browsers[0]);
}

/// Everything obeys the table.
fn after_closing(rig: &Rig, voice: &Browser<'_>) {
    let forum = rig.forum();
    let counts = |n: u32| forum.votes.tallies.get(&n).unwrap().all();
    let answers: Vec<u32> = (1..=OPINIONS).map(|n| counts(n).answers()).collect();
    assert_eq!(answers, [23, 15, 9, 6]);
    let rest = rig.get(&format!("{FORUM}/ket-qua?phan=y-kien-khac"));
    let own = voice.get(&format!("{VOTE}/cua-toi"));
    for n in [3, 4] {
        assert_eq!((card(&rest, n), card(&own, n)), (None, None));
    }
    let c = counts(2);
    assert_eq!(card(&rest, 2), Some([c.agree, c.disagree, c.pass]));
    assert_eq!(card(&own, 2), Some([c.agree, c.disagree, c.pass]));
    // No page and no file says how many of a small number said what.
    let small = |n: u32| {
        let c = counts(n);
        [
            format!(
                "\"agree\": {},\n      \"disagree\": {},\n      \"pass\": {}",
                c.agree, c.disagree, c.pass
            ),
            format!(",{},{},{},", c.agree, c.disagree, c.pass),
            format!("Đồng ý {} Không đồng ý {} Chưa rõ {}", c.agree, c.disagree, c.pass),
        ]
    };
    for path in open_to_all() {
        let page = rig.get(&path);
        assert_ne!(page.status, 500, "{path}");
        let (text, read) = (page.text(), page.read());
        for words in small(3).iter().chain(&small(4)) {
            assert!(!text.contains(words) && !read.contains(words), "{path}: {words}");
        }
        assert!(!text.contains("\"rows\""), "{path}: 23 voices have no rows");
    }
    let file: serde_json::Value = serde_json::from_slice(&rig.get(&format!("{FORUM}/ket-qua/tep.json")).body).unwrap();
    for opinion in file["opinions"].as_array().unwrap() {
        let small = opinion["answers"].as_u64().unwrap() < 10;
        assert_eq!(opinion.get("agree").is_none(), small, "{opinion}");
    }
}
