//! Erasure: seen first, ordered, hidden at once, gone when the store says so.

mod common;

use base::fact::{Actor, SealedRef};
use base::time::Date;
use common::{NOBODY, office};
use ledger::store::Erasable;
use people::role::{Role, Scope};
use portal::article::Draft;
use web_rig::{ADMINISTRATOR, Office, page_ok};
use world::Command;

const TITLE: &str = "Tiêu đề <b>cần</b> xóa";

fn with_article() -> (Office, u64) {
    let rig = office();
    rig.grant(NOBODY, Role::Publisher, Scope::Office);
    let draft = Draft {
        date: Date::new(2019, 12, 18).unwrap(),
        title: TITLE.into(),
        body: "Chữ của bài.".into(),
        author: None,
        department: None,
    };
    let entry = rig
        .tell(Actor::Person(NOBODY), Command::PublishArticle { draft })
        .first
        .unwrap();
    (rig, entry)
}

#[test]
fn public_words_are_shown_then_erased_with_their_address() {
    let (rig, entry) = with_article();
    let admin = rig.signed_in(ADMINISTRATOR);
    let (size, number) = (rig.size(), entry.to_string());
    let fields = [
        ("khoa", "k-1"),
        ("dong", number.as_str()),
        ("truong", "title"),
        ("can_cu", "decision"),
        ("so_ngay", "QĐ 12/QĐ-TA, 05/02/2020"),
    ];
    let page = admin.post("/quan-tri/xoa", &fields);
    page.is(200).says("Tiêu đề &#60;b&#62;cần&#60;/b&#62; xóa");
    page.says("tieu-de-b-can-b-xoa");
    page_ok(&page);
    assert_eq!(rig.size(), size, "seeing records nothing");
    let carried: Vec<String> = ["khoa", "dong", "truong", "can_cu", "so_ngay", "da_xem"]
        .iter()
        .map(|name| page.form_to("/quan-tri/xoa").value(name).unwrap_or_default())
        .collect();
    assert_eq!(
        carried,
        ["k-1", &number, "title", "decision", "QĐ 12/QĐ-TA, 05/02/2020", "1"]
    );

    let confirmed = [&fields[..], &[("da_xem", "1")]].concat();
    for _ in 0..2 {
        assert_eq!(
            admin.post("/quan-tri/xoa", &confirmed).is(303).location(),
            "/quan-tri/xoa"
        );
    }
    assert_eq!(rig.size(), size + 1);
    let list = admin.get("/quan-tri/xoa");
    list.is(200).says(&format!("Có lệnh ở dòng {size}, đã ẩn, đang xóa"));
    list.says("QĐ 12/QĐ-TA, 05/02/2020");
    page_ok(&list);
    let at = |field| SealedRef::new(entry, field);
    let (title, slug) = (at(portal::events::TITLE), at(portal::events::SLUG));
    let view = rig.app.ledger.view();
    assert_eq!(
        (view.texts.get(title), view.texts.get(slug)),
        (None, None),
        "hidden at once"
    );
    assert!(view.texts.get(at(portal::events::BODY)).is_some());

    let pending = rig.app.ledger.view().state.pending_erasures().remove(0);
    let values: Vec<Erasable> = pending.values.iter().map(|at| Erasable::Sealed(*at)).collect();
    rig.app.ledger.erase_now(&values).unwrap();
    rig.tell(Actor::Console, Command::ConfirmErased { erasure: 1 });
    let list = admin.get("/en/quan-tri/xoa");
    list.is(200)
        .says(&format!("Ordered by entry {size}, gone by entry {}", size + 1));

    let again = [
        ("dong", number.as_str()),
        ("truong", "title"),
        ("can_cu", "decision"),
        ("so_ngay", "QĐ 13"),
    ];
    admin
        .post("/quan-tri/xoa", &again)
        .is(422)
        .says("hoặc chữ ở đó đã xóa rồi");
}

#[test]
fn words_that_are_not_public_are_not_shown() {
    let rig = office();
    let admin = rig.signed_in(ADMINISTRATOR);
    let at = rig
        .app
        .ledger
        .view()
        .state
        .people
        .persons
        .get(&NOBODY)
        .unwrap()
        .name
        .unwrap();
    let number = at.seq.to_string();
    let fields = [
        ("dong", number.as_str()),
        ("truong", "name"),
        ("can_cu", "person_asked"),
        ("so_ngay", "Đơn số 3"),
    ];
    let page = admin.post("/quan-tri/xoa", &fields);
    page.is(200).says("Chữ chưa công khai");
    page.says_not("Ngô Văn An");
    admin
        .post("/quan-tri/xoa", &[&fields[..], &[("da_xem", "1")]].concat())
        .is(303);
    admin.get("/quan-tri/nguoi").is(200).says("Họ tên đã xóa ở dòng");
    admin.get("/quan-tri/nguoi/2").is(200).says_not("Ngô Văn An");
}

#[test]
fn what_is_missing_in_the_order_is_said() {
    let (rig, entry) = with_article();
    let admin = rig.signed_in(ADMINISTRATOR);
    let size = rig.size();
    let number = entry.to_string();
    let cases: [([&str; 4], &str); 8] = [
        (["", "", "", ""], "Còn 4 chỗ cần sửa"),
        (["một", "title", "decision", "QĐ 1"], "Ghi số dòng bằng chữ số"),
        (["-1", "title", "decision", "QĐ 1"], "Ghi số dòng bằng chữ số"),
        (["99", "title", "decision", "QĐ 1"], "Dòng 99 không có trường title"),
        ([&number, "statement", "decision", "QĐ 1"], "không có trường statement"),
        ([&number, "<script>", "decision", "QĐ 1"], ": chọn một."),
        ([&number, "title", "timetable", "QĐ 1"], ": chọn một."),
        (
            [&number, "title", "decision", ""],
            "Viết số và ngày của quyết định hoặc đơn",
        ),
    ];
    for (values, words) in cases {
        for confirmed in ["", "1"] {
            let [entry, field, basis, decision] = values;
            let fields = [
                ("dong", entry),
                ("truong", field),
                ("can_cu", basis),
                ("so_ngay", decision),
                ("da_xem", confirmed),
            ];
            let answer = admin.post("/quan-tri/xoa", &fields);
            answer.is(422).says(words);
            page_ok(&answer);
        }
    }
    assert_eq!(rig.size(), size);
}
