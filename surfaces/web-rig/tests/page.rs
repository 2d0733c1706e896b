//! Every fault of a page is found, and a good page has none.

mod common;

use common::{PAGE, page};
use web_rig::{Office, faults};

const HEAD: &str = "<!doctype html><html lang=\"vi\"><head><title>Trang</title></head>";

fn found(body: &str) -> Vec<String> {
    let markup = format!("{HEAD}<body><main>{body}</main></body></html>");
    faults(&Office::new(page(markup)).get(PAGE))
}

#[test]
fn a_good_page_has_none() {
    let body = "<div role=\"alert\"><h2 id=\"a\">Lỗi</h2><a href=\"#f-x\">Viết</a></div><h1>Một</h1><!-- <h1> -->\
        <section aria-labelledby=\"b\"><h2 id=\"b\">Hai &lt;h1&gt;</h2><h3>Ba</h3></section><h2>Hai</h2>\
        <label for=\"f-x\">Chữ</label><input id=\"f-x\" value=\" style=&#34; onclick=\"><a href=\"/\" aria-label=\"Đóng\"></a>\
        <a href=\"/x\"><img src=\"/x\" alt=\"Ảnh\"></a>";
    assert_eq!(found(body), Vec::<String>::new());
}

#[test]
fn each_fault_is_found() {
    for (body, fault) in [
        ("<p>Chữ</p>", "0 <h1>"),
        ("<h1>Một</h1><h1>Hai</h1>", "2 <h1>"),
        ("<h1>Một</h1><h3>Ba</h3>", "level 3 after one of level 1"),
        ("<h1 style=\"color:red\">Một</h1>", "an inline style"),
        ("<h1 onclick=\"x()\">Một</h1>", "a handler onclick"),
        ("<h1>Một</h1><script>x()</script>", "an inline <script>"),
        ("<h1>Một</h1><style>p{}</style>", "an inline <style>"),
        ("<h1 id=\"a\">Một</h1><p id=\"a\">x</p>", "the id a stands twice"),
        ("<h1>Một</h1><label for=\"b\">x</label>", "refers to the id b"),
        ("<h1>Một</h1><p aria-describedby=\"c d\">x</p>", "refers to the id d"),
        ("<h1>Một</h1><a href=\"#f-e\">x</a>", "refers to the id f-e"),
        ("<h1> </h1>", "<h1> without words"),
        ("<h1>Một</h1><button><svg></svg></button>", "<button> without words"),
        ("<h1>Một</h1><a href=\"/\"></a>", "<a> without words"),
        ("<h1>Một</h1><p>Hệ thống bận</p>", "is not how the office speaks"),
    ] {
        let faults = found(body);
        assert!(
            faults.iter().any(|found| found.contains(fault)),
            "{fault:?} is not in {faults:?}"
        );
    }
}

#[test]
fn the_head_is_looked_at() {
    let body = "<body><main><h1>Một</h1></main></body>";
    for (head, fault) in [
        ("<html lang=\"en\"><head><title>Trang</title></head>", "its language is"),
        ("<html><head><title>Trang</title></head>", "its language is None"),
        ("<html lang=\"vi\"><head></head>", "0 <title>"),
        (
            "<html lang=\"vi\"><head><title></title></head>",
            "<title> without words",
        ),
    ] {
        let faults = faults(&Office::new(page(format!("{head}{body}</html>"))).get(PAGE));
        assert!(
            faults.iter().any(|found| found.contains(fault)),
            "{fault:?} is not in {faults:?}"
        );
    }
    let english = format!("{HEAD}{body}</html>").replace("\"vi\"", "\"en\"");
    let office = Office::new(page(english));
    assert_eq!(faults(&office.get("/en/trang")), Vec::<String>::new());
}
