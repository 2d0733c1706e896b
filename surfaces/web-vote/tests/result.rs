//! Results: participation while votes are taken, then everything under the table of small numbers, and the file anyone
//! can check against the record.

mod common;

use common::*;
use forum::events::Choice::{self, Agree, Disagree, Pass};
use forum::opinion::TypedSignature;
use sha2::{Digest, Sha256};

const RESULTS: &str = "/dien-dan/2019-01/ket-qua";
const AGAIN: &str = "/dien-dan/2019-01/tinh-lai";

/// One opinion's votes, by voices from this one on.
fn votes(rig: &Rig, opinion: u32, counts: [u32; 3]) {
    let choices: Vec<Choice> = [Agree, Disagree, Pass]
        .into_iter()
        .zip(counts)
        .flat_map(|(choice, count)| (0..count).map(move |_| choice))
        .collect();
    for (voice, choice) in (1..).zip(choices) {
        cast(rig, voice, opinion, choice);
    }
}

/// A closed forum: 1 agreed, 2 divided, 3 with counts only, 4 with too few, 5 with none.
fn closed() -> Rig {
    let rig = voting(5);
    votes(&rig, 1, [41, 2, 2]);
    votes(&rig, 2, [14, 11, 0]);
    votes(&rig, 3, [9, 3, 1]);
    votes(&rig, 4, [6, 2, 1]);
    rig.close();
    rig
}

#[test]
fn only_participation_shows_while_votes_are_taken() {
    let rig = Rig::office(pages);
    rig.get(RESULTS).is(404);
    rig.announce();
    rig.get(RESULTS).is(200).says("Chưa có kết quả");
    rig.open();
    rig.publish(&sentence(1));
    rig.publish(&sentence(2));
    rig.get(RESULTS).says("Đến lúc này chưa tới 5 người bày tỏ");
    for voice in 1..=14 {
        let before = rig.get(RESULTS).text().to_owned();
        cast(&rig, voice, 1, Agree);
        cast(&rig, voice, 2, Disagree);
        assert_eq!(rig.get(RESULTS).text(), before, "within the hour nothing moves");
        rig.hours_later(1);
        let shown = match voice / 5 {
            0 => "chưa tới 5 người".to_owned(),
            fives => format!("từ {} người", 5 * fives),
        };
        for lang in ["", "/en"] {
            let page = rig.get(&format!("{lang}{RESULTS}"));
            page_ok(page.is(200));
            page.says_not("vb-key").says_not("YK-").says_not(&sentence(1));
            if lang.is_empty() {
                page.says(&shown);
            }
        }
    }
    rig.get(&format!("/en{RESULTS}")).says("at least 10 people had voted");
    for file in ["tep.json", "tep.csv"] {
        rig.get(&format!("{RESULTS}/{file}")).is(404);
    }
    let again = rig.get(AGAIN);
    again.is(200).says("Chưa có gì để tính lại").says_not("YK-");
    page_ok(&again);
}

#[test]
fn then_agreement_stands_before_division() {
    let rig = closed();
    let page = rig.get(RESULTS);
    page_ok(page.is(200));
    page.says("45 người đã bày tỏ 92 lượt với 5 ý kiến")
        .says("Có 1 ý kiến được từ hai phần ba trở lên đồng ý")
        .says("Khác nhau nhiều nhất là ở YK-0002")
        .says("Không xác thực: 45 người tự lấy mã")
        .says(&sentence(1))
        .says_not(&sentence(2))
        .says("Cùng đồng ý (1)")
        .says("Còn khác nhau (1)")
        .says("Ý kiến khác (3)");
    assert!(page.read().contains("Đồng ý 41 (91%)"), "{}", page.read());
    let divided = rig.get(&format!("{RESULTS}?phan=khac-nhau"));
    page_ok(divided.is(200));
    divided
        .says(&sentence(2))
        .says_not(&sentence(1))
        .says("Khoảng tin cậy 95%");
    let rest = rig.get(&format!("{RESULTS}?phan=y-kien-khac"));
    page_ok(rest.is(200));
    let read = rest.read();
    // Thirteen answers: counts and no shares. Nine: how many took part.
    assert!(read.contains("Đồng ý 9 Không đồng ý 3 Chưa rõ 1"), "{read}");
    assert!(
        read.contains("9 người đã bày tỏ. Từ 10 người trở lên mới hiện số đếm."),
        "{read}"
    );
    assert!(read.contains("Chưa có ai bày tỏ"), "{read}");
    assert!(!read.contains('%'), "{read}");
    rest.says_not("Đồng ý 6");
    for wrong in ["?phan=x", "?trang=2", "?phan=khac-nhau&trang=9"] {
        rig.get(&format!("{RESULTS}{wrong}")).is(404);
    }
    let english = rig.get(&format!("/en{RESULTS}?phan=y-kien-khac"));
    page_ok(english.is(200));
    english
        .says("Where people agree, and where they differ")
        .says("9 people answered. Counts show from 10 on.");
    english.says("/en/dien-dan/2019-01/tinh-lai");
}

#[test]
fn the_file_is_the_one_the_record_names() {
    let rig = closed();
    let file = rig.get(&format!("{RESULTS}/tep.json"));
    assert_eq!(file.is(200).header("content-type"), "application/json");
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"ket-qua-2019-01.json\""
    );
    let published = rig.forum().votes_published.unwrap();
    let digest = base::hex::encode(&Sha256::digest(&file.body));
    assert_eq!(digest, published.result.to_string());
    // The entry in the ledger says the same.
    let entry = String::from_utf8(rig.app.ledger.entry_bytes(published.seq).unwrap().unwrap()).unwrap();
    assert!(entry.contains(&digest) && entry.contains("votes_published"), "{entry}");
    let json: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
    let opinions = json["opinions"].as_array().unwrap();
    let fourth = &opinions[3];
    assert_eq!(
        (fourth["number"].as_u64(), fourth["answers"].as_u64()),
        (Some(4), Some(9))
    );
    assert!(fourth.get("agree").is_none() && fourth.get("self_drawn").is_none());
    assert_eq!(opinions[2]["disagree"], 3);
    assert!(json.get("rows").is_none(), "45 voices are fewer than 50");
    rig.get(&format!("{RESULTS}/tep.json")).is(200);
    assert_eq!(rig.get(&format!("/en{RESULTS}/tep.json")).body, file.body);
    let page = rig.get(AGAIN);
    page_ok(page.is(200));
    page.says(&digest)
        .says(&format!("/so-cai?tu={}", published.seq))
        .says("sha256sum ket-qua-2019-01.json")
        .says("Diễn đàn có dưới 50 tiếng nói");
    let read = page.read();
    assert!(read.contains("YK-0001 45 41 (91%) 2 (4%) 2 (4%)"), "{read}");
    assert!(read.contains("YK-0003 13 9 3 1"), "{read}");
    assert!(read.contains("YK-0004 9 dưới 10 người"), "{read}");
    rig.get(&format!("{AGAIN}?trang=2")).is(404);
    page_ok(
        rig.get(&format!("/en{AGAIN}"))
            .is(200)
            .says("Compute the results again"),
    );
}

#[test]
fn the_table_as_a_file_leaves_small_numbers_out() {
    let rig = closed();
    let file = rig.get(&format!("{RESULTS}/tep.csv"));
    assert_eq!(file.is(200).header("content-type"), "text/csv; charset=utf-8");
    let text = file.text();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "opinion,answers,agree,disagree,pass,agree_permille,agree_low,agree_high"
    );
    assert!(lines[1].starts_with("YK-0001,45,41,2,2,911,"), "{text}");
    assert_eq!(lines[3], "YK-0003,13,9,3,1,,,");
    assert_eq!(lines[4], "YK-0004,9,,,,,,");
    assert_eq!(lines[5], "YK-0005,0,,,,,,");
    let columns = lines[..6].iter().map(|line| line.matches(',').count());
    assert!(columns.into_iter().all(|commas| commas == 7), "{text}");
}

#[test]
fn rows_of_a_large_forum_have_no_column_of_small_numbers() {
    let rig = voting(3);
    votes(&rig, 1, [40, 10, 5]);
    votes(&rig, 2, [9, 0, 0]);
    votes(&rig, 3, [5, 5, 0]);
    rig.close();
    let file = rig.get(&format!("{RESULTS}/tep.json"));
    let json: serde_json::Value = serde_json::from_slice(&file.body).unwrap();
    assert_eq!(json["rows"]["opinions"], serde_json::json!([1, 3]));
    let rows: Vec<&str> = json["rows"]["voices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_str().unwrap())
        .collect();
    assert_eq!(rows.len(), 55);
    assert!(rows.is_sorted(), "no row tells when it came");
    let count = |at: usize, letter: &str| rows.iter().filter(|row| &row[at..=at] == letter).count();
    assert_eq!([count(0, "a"), count(0, "d"), count(0, "p")], [40, 10, 5]);
    assert_eq!([count(1, "a"), count(1, "d"), count(1, "-")], [5, 5, 45]);
    rig.get(AGAIN).says("Mỗi hàng trong tệp là một tiếng nói");
}

#[test]
fn voices_of_slips_stand_apart_only_where_neither_part_is_small() {
    for (drawn, apart) in [(9, false), (10, true)] {
        let rig = voting(1);
        for code in slips(&rig, "Danh sách mời", 12) {
            let browser = Browser::new(&rig);
            browser.post(&format!("{FORUM}/phieu/{code}"), &[]).is(303);
            browser.vote(1, "dong-y").is(303);
        }
        votes(&rig, 1, [0, drawn, 0]);
        rig.close();
        let mut said = String::new();
        for part in ["", "?phan=khac-nhau", "?phan=y-kien-khac"] {
            said.push_str(rig.get(&format!("{RESULTS}{part}")).text());
        }
        assert_eq!(said.contains("Phiếu mời: 12 đồng ý"), apart, "{said}");
        let answer = rig.get(&format!("{RESULTS}/tep.json"));
        let file = answer.text();
        assert_eq!(file.matches("\"verified\": {").count(), usize::from(apart), "{file}");
    }
}

#[test]
fn a_forum_of_slips_alone_says_so() {
    let rig = voting(1);
    let code = slips(&rig, "Danh sách mời", 1).remove(0);
    let browser = Browser::new(&rig);
    browser.post(&format!("{FORUM}/phieu/{code}"), &[]).is(303);
    browser.vote(1, "dong-y").is(303);
    rig.close();
    rig.get(RESULTS)
        .is(200)
        .says("Cả 1 người bày tỏ bằng phiếu mời")
        .says_not("Không xác thực");
}

#[test]
fn results_come_in_pages() {
    let rig = voting(12);
    rig.close();
    let path = format!("{RESULTS}?phan=y-kien-khac");
    let first = rig.get(&path);
    page_ok(first.is(200));
    first
        .says(&sentence(10))
        .says_not(&sentence(11))
        .says("phan=y-kien-khac&#38;trang=2");
    rig.get(&format!("{path}&trang=2")).is(200).says(&sentence(12));
    rig.get(&format!("{path}&trang=3")).is(404);
    rig.get(RESULTS).says("Không có ý kiến nào ở phần này");
}

#[test]
fn words_are_words_and_no_speaker_is_named() {
    let rig = Rig::office(pages);
    rig.announce();
    rig.open();
    let name = "Nguyễn Văn Thật";
    let signature = TypedSignature::Name(forum::events::SpeakerRole::Citizen, name.to_owned());
    let opinion = rig.write_as(HOSTILE, signature);
    rig.tell(
        base::fact::Actor::Person(MODERATOR),
        world::Command::ClearOpinion { opinion },
    );
    rig.to("2019-12-19T10:00:00Z");
    rig.tick();
    votes(&rig, 1, [25, 0, 0]);
    rig.close();
    for path in [RESULTS.to_owned(), format!("/en{RESULTS}")] {
        let page = rig.get(&path);
        page_ok(page.is(200).says_no_markup());
        page.says_not(name);
    }
    for path in [
        format!("{RESULTS}/tep.json"),
        format!("{RESULTS}/tep.csv"),
        AGAIN.to_owned(),
    ] {
        rig.get(&path).is(200).says_not("script>alert").says_not(name);
    }
}
