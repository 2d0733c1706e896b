//! Someone who opens pages: cookies, and forms filled in as a person would.

mod common;

use common::{Manner, page, routes};
use std::panic::{AssertUnwindSafe, catch_unwind};
use web_rig::{Filling, Form, Office};

fn sentence(act: impl FnOnce()) -> String {
    let told = catch_unwind(AssertUnwindSafe(act)).expect_err("this must fail");
    *told.downcast::<String>().expect("a sentence")
}

#[test]
fn a_form_is_opened_filled_in_and_sent() {
    let office = Office::new(routes(Manner::Well));
    office.begin();
    let size = office.size();
    let filling = office.fill("/en/ghi").set("ten", "Kho bạc & đồng sự");
    assert_eq!(filling.value("khoa").len(), 64);
    filling.send().is(303);
    assert_eq!(office.size(), size + 1);
    let wrong = office.fill("/ghi").set("ten", "x").forge("khoa", "k").send();
    assert_eq!((wrong.is(422).field("ten").as_str(), wrong.key().as_str()), ("x", "k"));
    Filling::of(office.browser(), &wrong)
        .set("ten", "Ông & bà")
        .send()
        .is(303);
    assert_eq!(office.size(), size + 2);
}

#[test]
fn what_no_person_could_do_is_told_with_its_request() {
    let office = Office::new(routes(Manner::Well));
    office.begin();
    let told = sentence(|| drop(office.fill("/ghi").set("tuoi", "9")));
    assert!(
        told.contains("GET /ghi: no field is called tuoi; there are ten"),
        "{told}"
    );
    let told = sentence(|| drop(office.fill("/ghi").set("khoa", "9")));
    assert!(told.contains("khoa is hidden"), "{told}");
    let told = sentence(|| drop(office.fill("/khong-co")));
    assert!(told.contains("GET /khong-co was answered with 404"), "{told}");
    let told = sentence(|| {
        office.post("/ghi", &[("ten", "x"), ("khoa", "k")]).is(303);
    });
    assert!(told.contains("POST /ghi (ten, khoa) was answered with 422"), "{told}");
    assert!(told.contains("Ghi một cơ quan"), "{told}");
}

#[test]
fn a_form_is_read_as_browsers_read_it() {
    let html = "<form action=\"/tim\"><input type=\"search\" name=\"q\" value=\"\"></form>\
        <form method=\"post\" action=\"/a\" enctype=\"multipart/form-data\">\
        <input type=\"hidden\" name=\"khoa\" value=\"&#34;k&amp;\"><textarea name=\"loi\">\n\n Một &lt;b&gt;\nhai</textarea>\
        <input type=\"radio\" name=\"ky\" value=\"khong\" checked><input type=\"radio\" name=\"ky\" value=\"co\">\
        <input type=\"checkbox\" name=\"dong_y\" value=\"1\"><select name=\"noi\"><option value=\"\">Chọn</option>\
        <option selected>Huế</option></select><input name=\"tat\" value=\"x\" disabled><input type=\"file\" name=\"tep\">\
        <button name=\"buoc\" value=\"sau\">Sau</button></form>";
    let forms = Form::all(html);
    assert_eq!(forms.len(), 2);
    let form = &forms[1];
    assert!(!forms[0].posts && form.posts && form.files);
    let sent = form.sent();
    let sent: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let expected = [
        ("khoa", "\"k&"),
        ("loi", "\r\n Một <b>\r\nhai"),
        ("ky", "khong"),
        ("noi", "Huế"),
    ];
    assert_eq!(sent, expected);
    assert_eq!(form.choices("ky"), ["khong", "co"]);
    assert_eq!(form.visible(), ["loi", "ky", "dong_y", "noi", "tep"]);
}

#[test]
fn choices_buttons_and_files_are_sent_as_a_person_chose() {
    let markup = "<form method=\"post\" action=\"/khac\"><button>Khác</button></form>\
        <form method=\"post\" action=\"/trang\" enctype=\"multipart/form-data\"><input type=\"radio\" name=\"ky\" value=\"khong\" checked>\
        <input type=\"radio\" name=\"ky\" value=\"co\"><input type=\"file\" name=\"tep\"><button name=\"buoc\" value=\"sau\">Sau</button></form>";
    let echo = axum::routing::post(|body: String| async move { body });
    let office = Office::new(
        page(markup.to_owned())
            .route("/nhan", echo.clone())
            .route("/khac", echo),
    );
    let told = sentence(|| drop(office.fill("/trang").send()));
    assert!(told.contains("which form is meant?"), "{told}");
    let told = sentence(|| drop(office.fill("/trang").set("ky", "vua")));
    assert!(
        told.contains("ky does not offer \"vua\"; it offers khong, co"),
        "{told}"
    );
    let told = sentence(|| drop(office.fill("/trang").press("buoc", "truoc")));
    assert!(told.contains("no button sends buoc=truoc"), "{told}");
    assert_eq!(office.fill("/trang").to("/khac").send().is(200).text(), "");

    let file = ("tep", "a\".txt", &b"chu\0"[..]);
    let sent = office.browser().post_file("/nhan", &[("ky", "có")], file);
    let text = sent.is(200).text();
    for part in [
        "name=\"ky\"\r\n\r\ncó\r\n",
        "name=\"tep\"; filename=\"a%22.txt\"\r\n",
        "\r\n\r\nchu\0\r\n",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text:?}");
    }
    let filled = office
        .fill("/trang")
        .set("ky", "co")
        .press("buoc", "sau")
        .file("tep", "a", b"x");
    // The page itself takes nothing.
    filled.send().is(405);
}

#[test]
fn cookies_are_kept_when_asked_and_go_where_they_belong() {
    let office = Office::new(routes(Manner::Well));
    let plain = office.browser();
    let entered = plain.post("/dieu-hanh/vao", &[]);
    assert_eq!(entered.is(303).cookie("phien"), Some("0".repeat(64).as_str()));
    assert_eq!(plain.get("/dieu-hanh/banh").text(), "", "nothing is kept by itself");
    let keeping = office.browser().keeping_cookies();
    keeping.post("/dieu-hanh/vao", &[]);
    let pair = format!("phien={}", "0".repeat(64));
    assert_eq!(keeping.get("/dieu-hanh/banh").text(), pair);
    assert_eq!(keeping.get("/en/dieu-hanh/banh").text(), pair);
    assert_eq!(keeping.get("/banh").text(), "", "not where citizens write");
    assert_eq!(office.browser().cookie("a=1").get("/banh").text(), "a=1");
}
