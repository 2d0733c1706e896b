//! Receipts, as people meet them.

mod common;

use base::fact::{Actor, SealedRef};
use common::{MODERATOR, Rig, STATEMENT, assert_page};
use forum::events::{LawfulReason, STATEMENT as WORDS};
use forum::opinion::TypedSignature;
use http::StatusCode;
use ledger::store::Erasable;
use storage::faulty::{Fault, FaultAt};
use world::Command;

fn code_of(n: u8) -> base::code::ReceiptCode {
    base::code::ReceiptCode::from_bits(&[n; 10])
}

#[test]
fn a_receipt_is_a_page_nobody_keeps() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    let answer = rig.get(&format!("/bien-nhan/{code}"));
    assert_eq!(answer.status, StatusCode::OK);
    assert_page(&answer);
    let html = answer.text();
    for words in [
        "Đã nhận ý kiến của ông/bà.",
        "trong giờ 15:00, 19/12/2019",
        "Giữ lại biên nhận này",
        "Lê Văn Nói, công dân",
        "Biên nhận này cho biết",
        "Dấu sổ",
        "Người đọc ý kiến đọc, chậm nhất hết ngày 20/12/2019.",
        "name=\"robots\" content=\"noindex\"",
        "Diễn đàn công an lắng nghe ý kiến nhân dân",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert!(
        html.contains(&format!("http://langnghe.example:8080/bien-nhan/{code}")),
        "the QR code's address"
    );
    assert!(!html.contains("15:42"), "never a minute");
    assert!(
        !html.contains(STATEMENT) && !html.contains("ánh sáng"),
        "the page does not spread the words"
    );
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(!answer.headers.contains_key("set-cookie") && !answer.headers.contains_key("etag"));
    assert_eq!(answer.header("referrer-policy"), "same-origin");
    assert!(html.contains(&format!(
        "<dd class=\"num\"><a href=\"/so-cai?tu={seq}\">{seq}</a></dd>"
    )));
    let english = rig.get(&format!("/en/bien-nhan/{code}"));
    assert_page(&english);
    assert!(english.text().contains("Keep this receipt") && english.text().contains("Lê Văn Nói, citizen"));
    let unsigned = rig.opinion(4, TypedSignature::None).1;
    assert!(
        rig.get(&format!("/bien-nhan/{unsigned}"))
            .text()
            .contains("Không ký tên")
    );
}

#[test]
fn a_host_that_is_none_gives_no_qr_code() {
    let rig = Rig::new();
    let (_, code) = rig.signed(3);
    let request = http::Request::get(format!("/bien-nhan/{code}")).header("host", "a.example/\"><script>");
    let html = rig
        .ask(request.body(axum::body::Body::empty()).unwrap())
        .text()
        .to_owned();
    assert!(!html.contains("<svg class=\"qr\"") && !html.contains("<script>"));
}

#[test]
fn a_code_may_be_typed_sloppily() {
    let rig = Rig::new();
    let (_, code) = rig.signed(3);
    for sloppy in [
        code.to_lowercase(),
        code.replace('-', ""),
        code.replacen("LN-", "", 1),
        code.replace('-', "%20"),
    ] {
        for (suffix, lang) in [("", ""), (".json", ""), (".tlog-proof", ""), ("", "/en")] {
            let answer = rig.get(&format!("{lang}/bien-nhan/{sloppy}{suffix}"));
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{sloppy}{suffix}");
            assert_eq!(answer.header("location"), format!("{lang}/bien-nhan/{code}{suffix}"));
        }
        let checked = rig.get(&format!("/kiem-chung?ma={sloppy}"));
        assert!(
            checked.status == StatusCode::OK && checked.text().contains("Có trong sổ"),
            "{sloppy}"
        );
    }
}

#[test]
fn a_wrong_code_says_what_is_wrong() {
    let rig = Rig::new();
    let (_, code) = rig.signed(3);
    let last = if code.ends_with('0') { "1" } else { "0" };
    let mistyped = format!("{}{last}", &code[..code.len() - 1]);
    let unknown = code_of(200).to_string();
    let cases = [
        (mistyped.as_str(), "Mã chép sai một chỗ"),
        (unknown.as_str(), "chưa thấy trong sổ"),
        ("LN-1234", "Mã có 18 chữ và số sau LN, ở đây có 4"),
        ("LN-%C4%90%C4%90%C4%90%C4%90", "Trong mã không có chữ Đ"),
        ("%20-%20", "Gõ mã in trên biên nhận"),
        ("..%2f..%2fetc", "Mã có một ký tự lạ"),
        ("%00", "Mã có một ký tự lạ"),
        ("%ff%fe", "Mã có một ký tự lạ"),
        ("%3Cscript%3Ealert(1)%3C/script%3E", "Mã có một ký tự lạ"),
    ];
    for (typed, says) in cases {
        let suffixes: &[&str] = if typed.contains("/script") {
            &[]
        } else {
            &["", ".json", ".tlog-proof", "/rut"]
        };
        for suffix in suffixes {
            let answer = rig.get(&format!("/bien-nhan/{typed}{suffix}"));
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{typed}{suffix}");
            assert!(answer.text().contains(says), "{typed}{suffix}: {}", answer.text());
            assert_page(&answer);
            assert!(answer.text().contains("<title>Lỗi: ") && answer.text().contains("name=\"ma\""));
        }
        let checked = rig.get(&format!("/kiem-chung?ma={typed}"));
        assert_eq!(checked.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(checked.text().contains(says), "{typed}");
        assert!(checked.text().contains("aria-invalid=\"true\"") && !checked.text().contains("<script>alert"));
        assert_page(&checked);
    }
    let long = "A".repeat(20_000);
    let answer = rig.get(&format!("/bien-nhan/{long}"));
    assert!(
        answer.status == StatusCode::NOT_FOUND && answer.body.len() < 12_000,
        "what is too long does not come back"
    );
    assert_eq!(
        rig.get(&format!("/kiem-chung?ma={long}")).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        rig.post(&format!("/bien-nhan/{unknown}/rut"), &[]).status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        rig.post(&format!("/bien-nhan/{code}"), &[]).status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[test]
fn what_follows_is_what_is_true() {
    let rig = Rig::new();
    let (published, first) = rig.signed(3);
    let (refused, second) = rig.opinion(4, TypedSignature::None);
    let (cleared, third) = rig.opinion(5, TypedSignature::None);
    rig.publish(published);
    let moderator = Actor::Person(MODERATOR);
    let reason = LawfulReason::PersonalData;
    rig.tell(
        moderator,
        Command::RefuseOpinion {
            opinion: refused,
            reason,
        },
    );
    rig.tell(moderator, Command::ClearOpinion { opinion: cleared });
    let says = |code: &str, words: &str| {
        for path in [format!("/bien-nhan/{code}"), format!("/kiem-chung?ma={code}")] {
            let answer = rig.get(&path);
            assert_page(&answer);
            assert!(answer.text().contains(words), "{path}: {words}");
        }
    };
    says(&first, "/dien-dan/2020-01/y-kien/1");
    says(&first, "YK-0001");
    says(&second, "lộ dữ liệu cá nhân");
    says(&third, "đợt tới");
    let refused = rig.get(&format!("/bien-nhan/{second}")).text().to_owned();
    assert!(refused.contains(&format!("/bien-nhan/{second}/khieu-nai")) && refused.contains("/dien-dan/2020-01/viet"));
    assert!(
        !rig.get(&format!("/bien-nhan/{first}")).text().contains("/rut"),
        "what is published stays"
    );
    assert!(
        !rig.get(&format!("/bien-nhan/{third}"))
            .text()
            .contains("Ý kiến đã được đăng")
    );
}

#[test]
fn an_opinion_is_withdrawn_once_and_its_words_are_gone() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    let (published, other) = rig.opinion(4, TypedSignature::None);
    let address = format!("/bien-nhan/{code}/rut");
    let asked = rig.get(&address);
    assert_eq!(
        (asked.status, asked.header("cache-control")),
        (StatusCode::OK, "no-store")
    );
    assert_page(&asked);
    let html = asked.text();
    let key = html
        .split("name=\"khoa\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let done = rig.post(&address, &[("khoa", key)]);
    assert_eq!(
        (done.status, done.header("location")),
        (StatusCode::SEE_OTHER, &*format!("/bien-nhan/{code}"))
    );
    let size = rig.app.ledger.view().size;
    let again = rig.post(&address, &[("khoa", key)]);
    assert_eq!(again.status, StatusCode::SEE_OTHER, "sent twice, recorded once");
    assert_eq!(rig.app.ledger.view().size, size);
    let other_key = rig.post(&address, &[("khoa", "khac")]);
    assert_eq!(other_key.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other_key.text().contains("đã được rút trước đó"));
    assert_page(&other_key);
    assert_eq!(
        rig.get(&address).status,
        StatusCode::SEE_OTHER,
        "there is nothing to ask any more"
    );

    let page = rig.get(&format!("/bien-nhan/{code}"));
    assert_page(&page);
    let html = page.text();
    assert!(
        html.contains("Ý kiến đã được rút.") && html.contains("đang được xóa khỏi máy chủ"),
        "{html}"
    );
    assert!(html.contains("Tên đã xóa") && !html.contains("Lê Văn Nói") && html.contains("Lưu dòng trong sổ"));
    let at = SealedRef::new(seq, WORDS);
    rig.store().erase(&[Erasable::Sealed(at)]).unwrap();
    rig.tell(Actor::Console, Command::ConfirmErased { erasure: 1 });
    assert!(
        rig.get(&format!("/bien-nhan/{code}"))
            .text()
            .contains("đã xóa khỏi máy chủ")
    );
    let file = rig.get(&format!("/bien-nhan/{code}.json")).json();
    assert_eq!(file["values"], serde_json::json!({}));
    assert_eq!(file["erased_by"].as_object().unwrap().len(), 3);
    let checked = rig.get(&format!("/kiem-chung?ma={code}")).text().to_owned();
    assert!(checked.contains("Dòng còn nguyên trong sổ, lời đã được gỡ") && checked.contains("Đã rút"));
    assert_eq!(rig.get(&format!("/log/value/{seq}/statement")).status, StatusCode::GONE);

    rig.publish(published);
    let late = format!("/bien-nhan/{other}/rut");
    for answer in [rig.get(&late), rig.post(&late, &[("khoa", "tre")])] {
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Ý kiến đã đăng nên không rút được nữa"));
        assert_page(&answer);
    }
    let english = rig.get(&format!("/en/bien-nhan/{other}/rut")).text().to_owned();
    assert!(english.contains("The opinion is published and cannot be withdrawn"));
}

#[test]
fn a_stale_key_and_too_many_attempts_keep_the_form() {
    let rig = Rig::new();
    let (_, first) = rig.signed(3);
    let (_, second) = rig.signed(4);
    assert_eq!(
        rig.post(&format!("/bien-nhan/{first}/rut"), &[("khoa", "mot")]).status,
        StatusCode::SEE_OTHER
    );
    let stale = rig.post(&format!("/bien-nhan/{second}/rut"), &[("khoa", "mot")]);
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text().contains("nội dung khác") && !stale.text().contains("value=\"mot\""));
    let address = format!("/bien-nhan/{second}/rut");
    let slowed = (0..200)
        .map(|n| rig.post(&address, &[("khoa", &format!("k{n}"))]))
        .find(|answer| answer.status == 429);
    let slowed = slowed.unwrap();
    assert!(!slowed.header("retry-after").is_empty() && slowed.text().contains("giây rồi bấm lại"));
    assert_page(&slowed);
    let foreign = http::Request::post(&address)
        .header("host", "a.example")
        .header("origin", "https://b.example");
    assert_eq!(
        rig.ask(foreign.body(axum::body::Body::empty()).unwrap()).status,
        StatusCode::FORBIDDEN
    );
}

#[test]
fn a_busy_store_gives_the_form_back_with_its_key() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    let address = format!("/bien-nhan/{code}/rut");
    rig.fail_next(FaultAt::Append, Fault::Refused);
    let busy = rig.post(&address, &[("khoa", "mot")]);
    assert_eq!(busy.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!busy.header("retry-after").is_empty() && busy.text().contains("value=\"mot\""));
    assert!(busy.text().contains("chưa chắc đã ghi"));
    assert_page(&busy);
    assert_eq!(
        rig.post(&address, &[("khoa", "mot")]).status,
        StatusCode::SEE_OTHER,
        "sent again, recorded"
    );

    for path in [
        format!("/bien-nhan/{code}.json"),
        format!("/kiem-chung?ma={code}"),
        "/so-cai".to_owned(),
        format!("/log/entry/{seq}"),
    ] {
        rig.fail_next(FaultAt::Entries, Fault::Refused);
        let answer = rig.get(&path);
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(!answer.header("retry-after").is_empty(), "{path}");
        assert_eq!(rig.get(&path).status, StatusCode::OK, "{path}");
    }
}
