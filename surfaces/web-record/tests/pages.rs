//! The check, the ledger page and the promise, as people meet them.

mod common;

use base::fact::{Actor, Digest32};
use common::{MODERATOR, Rig, assert_page};
use forum::events::LawfulReason;
use forum::opinion::TypedSignature;
use http::StatusCode;
use std::sync::atomic::Ordering;
use world::Command;

fn code_of(n: u8) -> base::code::ReceiptCode {
    base::code::ReceiptCode::from_bits(&[n; 10])
}

#[test]
fn the_check_can_fail() {
    let rig = Rig::new();
    let (seq, code) = rig.signed(3);
    rig.opinion(4, TypedSignature::None);
    let address = format!("/kiem-chung?ma={code}");
    let good = rig.get(&address);
    assert_page(&good);
    let html = good.text();
    for words in [
        "Ý kiến còn nguyên trong sổ",
        "Có trong sổ",
        "Dòng này khớp với dấu sổ đã ký",
        "Chưa có nơi làm chứng",
        "15:42",
        "Chưa đăng",
    ] {
        assert!(html.contains(words), "{words}");
    }
    assert!(html.contains(&format!("/bien-nhan/{code}.tlog-proof")));
    let bytes = rig.app.ledger.entry_bytes(seq).unwrap().unwrap();
    assert!(html.contains(&base::hex::encode(&ledger::entry::digest(&bytes))));

    rig.lies.entry.store(seq + 1, Ordering::SeqCst);
    let broken = rig.get(&address);
    assert_page(&broken);
    assert!(
        broken.text().contains("Dòng đang lưu không dẫn đến dấu sổ đã ký"),
        "{}",
        broken.text()
    );
    assert!(!broken.text().contains("<b>Có trong sổ</b>"));
    rig.lies.entry.store(0, Ordering::SeqCst);
    rig.lies.words.store(seq + 1, Ordering::SeqCst);
    assert!(rig.get(&address).text().contains("Lời đang lưu không phải lời đã nhận"));
    rig.lies.words.store(0, Ordering::SeqCst);
    assert!(rig.get(&address).text().contains("Ý kiến còn nguyên trong sổ"));
}

#[test]
fn the_verify_page_shows_how_the_ledger_stands() {
    let rig = Rig::new();
    for (path, words) in [
        ("/kiem-chung", "Tình trạng của sổ"),
        ("/en/kiem-chung", "How the ledger stands"),
    ] {
        let answer = rig.get(path);
        assert_eq!(answer.status, StatusCode::OK);
        assert_page(&answer);
        let html = answer.text();
        assert!(html.contains(words) && html.contains(rig.get("/log/vkey").text().trim()));
        assert!(html.contains("langnghe verify http://langnghe.example:8080"));
        assert!(!html.contains("aria-invalid"), "an empty form is no error");
        assert!(html.contains("Bày tỏ không có mã.") || html.contains("Votes have no code."));
    }
    assert_eq!(rig.get("/kiem-chung?ma=").status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(rig.get("/kiem-chung?khac=1").status, StatusCode::OK);
}

#[test]
fn the_ledger_page_tells_everything_and_no_word() {
    let rig = Rig::new();
    let (published, _) = rig.signed(3);
    let (refused, _) = rig.signed(4);
    let (withdrawn, _) = rig.signed(5);
    rig.publish(published);
    let reason = LawfulReason::OffSubject;
    rig.tell(
        Actor::Person(MODERATOR),
        Command::RefuseOpinion {
            opinion: refused,
            reason,
        },
    );
    rig.tell(
        Actor::Anyone,
        Command::WithdrawOpinion {
            receipt: Digest32(code_of(5).hash()),
        },
    );
    for (path, said) in [
        (
            "/so-cai",
            [
                "Nhận một ý kiến gửi diễn đàn DD-2020-01.".to_owned(),
                "Đăng ý kiến YK-0001 của diễn đàn DD-2020-01.".to_owned(),
                format!("Đọc xong ý kiến ở dòng {refused}, không đăng: ngoài chủ đề của diễn đàn."),
                format!("Người viết rút ý kiến ở dòng {withdrawn} trước khi đăng."),
                "Lệnh xóa số 1: gỡ 3 mục. Căn cứ: người viết rút lại trước khi đăng.".to_owned(),
                "Dòng riêng".to_owned(),
                "Người đọc ý kiến".to_owned(),
            ],
        ),
        (
            "/en/so-cai",
            [
                "An opinion for forum DD-2020-01 was received.".to_owned(),
                "Opinion YK-0001 of forum DD-2020-01 was published.".to_owned(),
                "not published: it is not about the subject of the forum.".to_owned(),
                format!("The author took the opinion of entry {withdrawn} back"),
                "Erasure order 1: 3 items were hidden".to_owned(),
                "Private entry".to_owned(),
                "Moderator".to_owned(),
            ],
        ),
    ] {
        let answer = rig.get(path);
        assert_page(&answer);
        let html = answer.text();
        for words in said {
            assert!(html.contains(&words), "{path}: {words}");
        }
        assert!(!html.contains("ánh sáng") && !html.contains("Lê Văn Nói") && !html.contains("Trần Thị Đọc"));
        assert!(!html.contains("people.person_added") && !html.contains("Thêm một người"));
        assert!(!answer.header("etag").is_empty(), "a public page may be kept");
        let request = http::Request::get(path).header("if-none-match", answer.header("etag"));
        assert_eq!(
            rig.ask(request.body(axum::body::Body::empty()).unwrap()).status,
            StatusCode::NOT_MODIFIED
        );
    }
    let before = rig.get("/so-cai").header("etag").to_owned();
    rig.signed(6);
    assert_ne!(rig.get("/so-cai").header("etag"), before, "another entry, another page");
    assert_eq!(
        rig.get("/so-cai?tu=5").text(),
        rig.get("/so-cai?x=%3Cscript%3E&tu=5").text()
    );
    for wrong in [
        "tu=x",
        "tu=-1",
        "tu=99999999999999999999",
        "tu=18446744073709551615",
        "trang=0",
        "trang=9",
        "trang=%00",
        "trang=18446744073709551615",
    ] {
        let answer = rig.get(&format!("/so-cai?{wrong}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{wrong}");
        assert_page(&answer);
    }
}

#[test]
fn the_promise_follows_the_configuration() {
    let rig = Rig::of(|plan| plan.demo(true).publish_every(60));
    let vi = rig.get("/cam-ket");
    assert_page(&vi);
    let html = vi.text();
    for words in [
        "không địa chỉ mạng",
        "một lần trong 60 giây",
        "hiện máy chủ này không giữ vạch cao nhất",
        "60 lần liền",
        "/quan-tri, /dieu-hanh",
        "trong 24 giờ",
        "khi đủ 5",
        "bản giới thiệu",
        "Chưa có nơi làm chứng",
        "đến 0 giờ khóa và mọi dấu băm bị bỏ",
        "hẹn đọc trong 1 ngày làm việc",
        "khiếu nại được một lần bằng biên nhận",
        "dưới 10 người thì chỉ có số người, từ 20 người",
        "từng bước 5 phiếu mới",
        "Từ 50 tiếng nói",
    ] {
        assert!(html.contains(words), "{words}");
    }
    // The tests of screens run on each database.
    let on_postgres = web_rig::Database::usual() == web_rig::Database::Postgres;
    assert!(html.contains(if on_postgres { "PostgreSQL" } else { "SQLite" }));
    assert_eq!(html.contains("nhật ký ghi của cơ sở dữ liệu"), on_postgres);
    let html = Rig::new().get("/cam-ket").text().to_owned();
    assert!(html.contains("đổi ngay sau mỗi lần ghi") && !html.contains("một lần trong 60 giây"));
    assert!(!html.contains("Chưa có nơi nhận khiếu nại về việc không đăng."));
    let days = law::terms("2019-12-19".parse().unwrap()).erasure_days;
    assert!(
        vi.text()
            .contains(&format!("bị xóa {days} ngày sau khi diễn đàn kết thúc"))
    );
    let unpublished_days = days + 30;
    rig.tell(
        Actor::Person(web_rig::ADMINISTRATOR),
        Command::SetRetention { unpublished_days },
    );
    let words = format!("bị xóa {unpublished_days} ngày sau khi diễn đàn kết thúc");
    assert!(
        rig.get("/cam-ket").text().contains(&words),
        "the office's own timetable"
    );
    let en = rig.get("/en/cam-ket");
    assert_page(&en);
    assert!(en.text().contains("What we promise to those who speak"));
}
