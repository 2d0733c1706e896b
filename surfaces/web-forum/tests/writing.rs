//! Writing an opinion: what is taken, what comes back, and that nothing is recorded after a refusal.

mod common;

use base::fact::Actor;
use common::{Rig, WORDS, no};
use std::net::SocketAddr;
use storage::faulty::{Fault, FaultAt};
use web_rig::{ADMINISTRATOR, page_ok};
use web_scene::WRITE_BURST;
use world::Command;

const WRITE: &str = "/dien-dan/2019-01/viet";

#[test]
fn the_form_has_its_fields_and_is_kept_by_nobody() {
    let rig = Rig::open();
    let page = rig.get(WRITE);
    page.is(200)
        .says("name=\"y_kien\"")
        .says("name=\"ly_do\"")
        .says("value=\"khong\" checked")
        .says("value=\"vai-tro\"");
    page.says("Không lưu gì để biết ai đã viết")
        .says("trong một ngày làm việc")
        .says("href=\"/cam-ket\"");
    page.says("href=\"/dien-dan/2019-01\"").says_not("name=\"ho_ten\"");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(!page.headers.contains_key("set-cookie"));
    assert_eq!(page.key().len(), 64);
    assert_ne!(page.key(), rig.get(WRITE).key());
    page_ok(&page);
    let english = rig.get("/en/dien-dan/2019-01/viet");
    english
        .is(200)
        .says("Write my opinion")
        .says("action=\"/en/dien-dan/2019-01/viet\"");
    page_ok(&english);
}

#[test]
fn an_opinion_is_answered_with_its_receipt() {
    let rig = Rig::open();
    let before = rig.size();
    let fields = [
        ("y_kien", WORDS),
        ("ly_do", "Người đi làm phải vòng xa."),
        ("ky", "khong"),
        ("khoa", "k"),
    ];
    let answer = rig.post(WRITE, &fields);
    answer.is(303);
    let location = answer.header("location").to_owned();
    let code = location.strip_prefix("/bien-nhan/").expect("a receipt");
    let code = base::code::ReceiptCode::parse(code).unwrap();
    assert_eq!(rig.size(), before + 1);
    assert_eq!(rig.kept(before, "statement").as_deref(), Some(WORDS));
    assert_eq!(
        rig.kept(before, "reasons").as_deref(),
        Some("Người đi làm phải vòng xa.")
    );
    let view = rig.app.ledger.view();
    assert_eq!(
        view.state.forums.receipts.get(&base::fact::Digest32(code.hash())),
        Some(&before)
    );
    // A double tap, and the same words in the other form of Unicode.
    assert_eq!(rig.post(WRITE, &fields).header("location"), location);
    let nfd = "Co\u{302}\u{309}ng phu\u{323} ne\u{302}n mo\u{31b}\u{309} so\u{31b}\u{301}m ho\u{31b}n mu\u{31b}\u{300}i phu\u{301}t.";
    let nfd = nfd.replace("mu\u{31b}\u{300}i", "mu\u{31b}o\u{31b}\u{300}i");
    let again = [("y_kien", nfd.as_str()), fields[1], fields[2], fields[3]];
    assert_eq!(rig.post(WRITE, &again).header("location"), location);
    assert_eq!(rig.size(), before + 1, "recorded once");
    // In English the receipt is in English.
    let english = rig.post("/en/dien-dan/2019-01/viet", &[("y_kien", WORDS), ("khoa", "k2")]);
    assert!(english.is(303).header("location").starts_with("/en/bien-nhan/LN-"));
}

#[test]
fn a_key_is_not_needed_and_an_empty_choice_is_unsigned() {
    let rig = Rig::open();
    let before = rig.size();
    rig.post(WRITE, &[("y_kien", WORDS)]).is(303);
    rig.post(WRITE, &[("y_kien", WORDS), ("ky", "")]).is(303);
    assert_eq!(rig.size(), before + 2, "without a key each is an opinion of its own");
}

#[test]
fn both_forms_of_unicode_are_recorded_as_one() {
    let rig = Rig::open();
    let (nfc, nfd) = (
        "Kiểm soát ở cổng còn lỏng",
        "Kie\u{302}\u{309}m soa\u{301}t o\u{31b}\u{309} co\u{302}\u{309}ng co\u{300}n lo\u{309}ng",
    );
    let one = rig.write(nfc, "a");
    let two = rig.write(nfd, "b");
    assert_eq!(rig.kept(one, "statement"), rig.kept(two, "statement"));
    assert_eq!(rig.kept(two, "statement").as_deref(), Some(nfc));
}

#[test]
fn what_can_be_shown_is_taken_as_it_is() {
    let rig = Rig::open();
    for (key, words) in [
        ("html", "<script>alert('chào')</script> & <b>cổng</b> chính"),
        ("sql", "'; DROP TABLE entries; -- cổng chính"),
        ("rtl", "البوابة الرئيسية مفتوحة متأخرة"),
        ("emoji", "Cổng chính rất đông 👨‍👩‍👧‍👦 vào buổi sáng 🚗"),
        ("lines", "Dòng thứ nhất của ý kiến\nDòng thứ hai"),
        ("long", &"ế".repeat(280)),
    ] {
        let seq = rig.write(words, key);
        assert_eq!(rig.kept(seq, "statement").as_deref(), Some(words), "{key}");
        rig.publish(&[seq]);
    }
    let page = rig.get("/dien-dan/2019-01/y-kien/");
    page.is(200)
        .says("&#60;script&#62;alert(&#39;chào&#39;)")
        .says_not("<script>alert")
        .says("dir=\"auto\"");
    page.says("Dòng thứ nhất của ý kiến<br>Dòng thứ hai");
    page_ok(&page);
}

/// What is sent, where the summary leads, and what it says.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

#[test]
fn wrong_input_comes_back_whole_and_nothing_is_recorded() {
    let rig = Rig::open();
    let before = rig.size();
    let long = "ế".repeat(281);
    let reasons = "x".repeat(2_001);
    let nul = "Cổng chính rất tối\u{0} buổi đêm";
    let turned = "Cổng chính \u{202E}rất tối buổi đêm";
    let escaped = "Ngắn <b>\"'&";
    let cases: &[Case<'_>] = &[
        (&[("y_kien", "")], "#f-y_kien", "Viết ý kiến, ít nhất 10 chữ cái"),
        (&[], "#f-y_kien", "Viết ý kiến, ít nhất 10 chữ cái"),
        (&[("y_kien", "   \n ")], "#f-y_kien", "Viết ý kiến, ít nhất 10 chữ cái"),
        (&[("y_kien", "ngắn quá")], "#f-y_kien", "ít nhất 10 chữ cái; mới có 7"),
        (
            &[("y_kien", "1234567890 1234567890")],
            "#f-y_kien",
            "ít nhất 10 chữ cái; mới có 0",
        ),
        (
            &[("y_kien", &long)],
            "#f-y_kien",
            "Rút ngắn ý kiến còn tối đa 280 chữ cái; đang có 281",
        ),
        (
            &[("y_kien", WORDS), ("ly_do", &reasons)],
            "#f-ly_do",
            "Rút ngắn lý do còn tối đa 2.000 chữ cái",
        ),
        (&[("y_kien", WORDS), ("ky", "xyz")], "#f-ky", "Chọn một cách ký tên"),
        (&[("y_kien", nul)], "#f-y_kien", "Bỏ ký tự thứ 19 (U+0000)"),
        (&[("y_kien", turned)], "#f-y_kien", "(U+202E)"),
        (&[("y_kien", escaped)], "#f-y_kien", "ít nhất 10 chữ cái"),
        (
            &[("y_kien", ""), ("ky", "xyz"), ("ly_do", &reasons)],
            "#f-ky",
            "Còn 3 chỗ cần sửa",
        ),
    ];
    for (fields, place, message) in cases {
        let mut sent = fields.to_vec();
        sent.push(("khoa", "giu-nguyen"));
        let page = rig.post(WRITE, &sent);
        page.is(422)
            .says(&format!("href=\"{place}\""))
            .says(message)
            .says("role=\"alert\"");
        if *place != "#f-ky" {
            page.says("aria-invalid=\"true\"");
        }
        page.says("<title>Lỗi: ");
        assert_eq!(page.key(), "giu-nguyen", "the same key stays");
        for (_, typed) in fields.iter().filter(|(name, typed)| *name != "ky" && typed.len() < 100) {
            page.says(
                &web_kit::escape(typed)
                    .replace("&lt;", "&#60;")
                    .replace("&gt;", "&#62;")
                    .replace("&quot;", "&#34;")
                    .replace("&amp;", "&#38;"),
            );
        }
        assert_eq!(page.header("cache-control"), "no-store");
        page_ok(&page);
    }
    let page = rig.post("/en/dien-dan/2019-01/viet", &[("y_kien", "")]);
    page.is(422)
        .says("Write the opinion, at least 10 letters")
        .says("<title>Error: ");
    assert!(
        rig.post(WRITE, &[("y_kien", &long)]).html().contains(&long),
        "words that are too long come back whole"
    );
    assert_eq!(rig.size(), before, "nothing is recorded");
}

#[test]
fn the_second_page_asks_one_thing() {
    let rig = Rig::open();
    let before = rig.size();
    let words = [("y_kien", WORDS), ("ly_do", "Vì xa <i>"), ("khoa", "k")];
    let with = |more: &[(&'static str, &'static str)]| rig.post(WRITE, &[&words[..], more].concat());
    let page = with(&[("ky", "vai-tro")]);
    page.is(200)
        .says("value=\"citizen\" checked")
        .says("name=\"y_kien\" value=\"Cổng phụ")
        .says(WORDS);
    page.says("name=\"ky\" value=\"vai-tro\"")
        .says_not("name=\"ho_ten\"")
        .says("Vì xa &#60;i&#62;");
    assert_eq!(page.key(), "k");
    page_ok(&page);
    let page = with(&[("ky", "co")]);
    page.is(200)
        .says("name=\"ho_ten\"")
        .says("value=\"citizen\" checked")
        .says("autocomplete=\"name\"");
    page_ok(&page);
    let page = with(&[("ky", "co"), ("vai_tro", "guard"), ("ho_ten", " ")]);
    page.is(422)
        .says("Viết họ tên, ít nhất 2 chữ cái")
        .says("value=\"guard\" checked")
        .says(WORDS);
    page_ok(&page);
    let page = with(&[("ky", "vai-tro"), ("vai_tro", "king")]);
    page.is(422).says("Chọn một vai trò trong danh sách");
    page_ok(&page);
    let page = with(&[
        ("ky", "co"),
        ("vai_tro", "guard"),
        ("ho_ten", "Lê <Văn> Gác"),
        ("sua", "1"),
    ]);
    page.is(200)
        .says("<textarea")
        .says("name=\"ho_ten\" value=\"Lê &lt;Văn&gt; Gác\"")
        .says("value=\"co\" checked");
    page_ok(&page);
    assert_eq!(rig.size(), before, "asking records nothing");
    with(&[("ky", "co"), ("vai_tro", "guard"), ("ho_ten", "Lê Văn Gác")]).is(303);
    assert_eq!(rig.kept(before, "name").as_deref(), Some("Lê Văn Gác"));
    // The role alone; a name that was typed and then not wanted is not recorded.
    let fields = [
        ("y_kien", WORDS),
        ("ky", "vai-tro"),
        ("vai_tro", "delegate"),
        ("ho_ten", "Lê Văn Gác"),
        ("khoa", "r"),
    ];
    rig.post(WRITE, &fields).is(303);
    assert_eq!(rig.kept(before + 1, "name"), None);
    let fields = [
        ("y_kien", WORDS),
        ("ky", "khong"),
        ("vai_tro", "delegate"),
        ("ho_ten", "Lê Văn Gác"),
        ("khoa", "n"),
    ];
    rig.post(WRITE, &fields).is(303);
    assert_eq!(rig.kept(before + 2, "name"), None);
    let english = rig.post("/en/dien-dan/2019-01/viet", &[("y_kien", WORDS), ("ky", "vai-tro")]);
    english
        .is(200)
        .says("Which role?")
        .says("action=\"/en/dien-dan/2019-01/viet\"");
    page_ok(&english);
}

#[test]
fn a_stale_page_keeps_its_words_and_gets_a_fresh_key() {
    let rig = Rig::open();
    rig.write(WORDS, "cu");
    let before = rig.size();
    let other = "Một ý kiến khác hẳn với ý kiến trước.";
    let page = rig.post(WRITE, &[("y_kien", other), ("khoa", "cu")]);
    page.is(422)
        .says("Phiếu này đã gửi trước đó với nội dung khác")
        .says(other)
        .says("<title>Lỗi: ");
    page_ok(&page);
    assert_eq!(rig.size(), before);
    let key = page.key();
    assert_ne!(key, "cu");
    rig.post(WRITE, &[("y_kien", other), ("khoa", &key)]).is(303);
    assert_eq!(rig.size(), before + 1);
}

#[test]
fn before_and_after_its_time_a_forum_has_no_form() {
    let rig = Rig::announced();
    let before = rig.size();
    let page = rig.get(WRITE);
    page.is(200)
        .says("Chưa nhận ý kiến")
        .says("29/12/2019")
        .says("Về diễn đàn")
        .says_not("<textarea");
    page_ok(&page);
    let page = rig.post(WRITE, &[("y_kien", WORDS), ("ly_do", "Vì xa"), ("khoa", "k")]);
    page.is(422)
        .says("Chưa nhận ý kiến")
        .says(WORDS)
        .says("Vì xa")
        .says("Chưa ghi gì");
    page_ok(&page);
    assert_eq!(rig.size(), before);
    rig.tell(Actor::Person(ADMINISTRATOR), Command::OpenForum { forum: no() });
    rig.hours_later(24 * 10);
    let sent = [("y_kien", WORDS), ("khoa", "k")];
    let receipt = rig.post(WRITE, &sent).is(303).header("location").to_owned();
    let before = rig.size();
    rig.hours_later(24);
    for path in [WRITE, "/en/dien-dan/2019-01/viet"] {
        let page = rig.get(path);
        page.is(200).says_not("<textarea");
        page_ok(&page);
    }
    let page = rig.post(WRITE, &[("y_kien", "Đến muộn một ngày mất rồi"), ("khoa", "m")]);
    page.is(422)
        .says("Diễn đàn này nhận ý kiến đến hết 29/12/2019.")
        .says("Đến muộn một ngày mất rồi");
    rig.post(WRITE, &[("y_kien", ""), ("khoa", "m")])
        .is(422)
        .says("Đã hết hạn nhận ý kiến");
    rig.post(WRITE, &[("y_kien", WORDS), ("ky", "co")])
        .is(422)
        .says("Đã hết hạn nhận ý kiến")
        .says(WORDS);
    assert_eq!(rig.size(), before);
    assert_eq!(
        rig.post(WRITE, &sent).is(303).header("location"),
        receipt,
        "sent again, answered as before"
    );
    assert_eq!(rig.size(), before);
}

#[test]
fn one_place_is_slowed_down_with_its_words_kept() {
    let rig = Rig::open();
    let here: SocketAddr = "192.0.2.1:1".parse().unwrap();
    for n in 0..WRITE_BURST {
        rig.browser()
            .from(here)
            .post(WRITE, &[("y_kien", WORDS), ("khoa", &format!("k{n}"))])
            .is(303);
    }
    // What is wrong is told before the place is counted.
    rig.browser().from(here).post(WRITE, &[("y_kien", "")]).is(422);
    let before = rig.size();
    let page = rig
        .browser()
        .from(here)
        .post(WRITE, &[("y_kien", WORDS), ("khoa", "z")]);
    page.is(429).says(WORDS).says("Gửi lại sau").says("<textarea");
    assert_eq!(page.key(), "z");
    let wait: u64 = page.header("retry-after").parse().unwrap();
    assert!((1..=5).contains(&wait));
    page_ok(&page);
    let second = [
        ("y_kien", WORDS),
        ("ky", "co"),
        ("vai_tro", "citizen"),
        ("ho_ten", "Lê Văn An"),
        ("khoa", "z"),
    ];
    rig.browser()
        .from(here)
        .post(WRITE, &second)
        .is(429)
        .says("value=\"Lê Văn An\"");
    assert_eq!(rig.size(), before);
    rig.browser()
        .from("192.0.2.2:1".parse().unwrap())
        .post(WRITE, &[("y_kien", WORDS)])
        .is(303);
    let text = page.html();
    assert!(!text.contains("192.0.2.1"));
}

#[test]
fn a_busy_server_gives_the_same_form_back() {
    let rig = Rig::open();
    rig.fail_next(FaultAt::Append, Fault::Refused);
    let before = rig.size();
    let fields = [("y_kien", WORDS), ("khoa", "ban")];
    let page = rig.post(WRITE, &fields);
    page.is(503).says("chưa ghi gì").says(WORDS);
    assert_eq!((page.key().as_str(), page.header("retry-after")), ("ban", "5"));
    page_ok(&page);
    assert_eq!(rig.size(), before);
    rig.post(WRITE, &fields).is(303);
    assert_eq!(rig.size(), before + 1);
}
