//! The three frames: landmarks, links in the language, escaping, only the icons in use, nothing inline.

mod common;

use base::time::Date;
use common::assert_clean;
use web_kit::states::{Trouble, bare};
use web_kit::{
    Crumb, Frame, FrameKind, Icon, Lang, LegacyVisits, NavLink, Section, Theme, Visits, gallery, icon, qr::qr,
    style_href,
};

const HOSTILE: &str = r#""><script>alert('x')</script>"#;

fn frame(lang: Lang) -> Frame<'static> {
    Frame {
        lang,
        path: "/dien-dan/2020-01",
        title: "Diễn đàn 2020",
        today: Date::new(2024, 7, 25).expect("a day"),
        office: "Văn phòng HĐND tỉnh",
        section: Some(Section::Forums),
        crumbs: vec![Crumb::section(Section::Forums, lang), Crumb::here("2020")],
        theme: None,
        noindex: false,
        has_errors: false,
        icons: &[],
        kind: FrameKind::Public,
        visits: None,
        emblem: None,
        contact: None,
        scripts: false,
        feed: None,
        demo: None,
    }
}

#[test]
fn the_public_frame_in_both_languages() {
    let vi = frame(Lang::Vi).page("<h1>Thân trang</h1>");
    assert_clean(&vi);
    assert!(vi.starts_with("<!doctype html>"));
    assert!(vi.contains(r#"<html lang="vi">"#));
    assert!(vi.contains("<title>Diễn đàn 2020 · Lắng Nghe</title>"));
    assert!(vi.contains("Thứ năm, ngày 25/07/2024"));
    assert!(vi.contains(r#"<a href="/en/dien-dan/2020-01" lang="en" hreflang="en">English</a>"#));
    assert!(vi.contains(r#"<a href="/dien-dan/" aria-current="true">Diễn đàn</a>"#));
    assert!(vi.contains(r#"<li aria-current="page">2020</li>"#));
    assert!(vi.contains(r#"<main id="noi-dung" class="wrap main">"#));
    assert!(vi.contains("<h1>Thân trang</h1>"));
    assert!(!vi.contains("noindex") && !vi.contains("<script"));
    for path in [
        "/tin/",
        "/van-ban/",
        "/kiem-chung",
        "/cam-ket",
        "/ai-duoc-lam-gi",
        "/tiep-can",
    ] {
        assert!(vi.contains(&format!(r#"href="{path}""#)), "{path}");
    }
    let en = frame(Lang::En).page("");
    assert_clean(&en);
    assert!(en.contains(r#"<html lang="en">"#) && en.contains("Thursday, 25 July 2024"));
    assert!(en.contains(r#"<a href="/dien-dan/2020-01" lang="vi" hreflang="vi">Tiếng Việt</a>"#));
    for path in ["/en/", "/en/tin/", "/en/van-ban/", "/en/kiem-chung", "/en/cam-ket"] {
        assert!(en.contains(&format!(r#"href="{path}""#)), "{path}");
    }
}

#[test]
fn the_switches_of_a_page() {
    let page = Frame {
        theme: Some(Theme::Dark),
        noindex: true,
        has_errors: true,
        scripts: true,
        ..frame(Lang::Vi)
    }
    .page("");
    assert_clean(&page);
    assert!(page.contains(r#"<html lang="vi" data-theme="dark">"#));
    assert!(page.contains(r#"<meta name="robots" content="noindex">"#));
    assert!(page.contains("<title>Lỗi: Diễn đàn 2020 · Lắng Nghe</title>"));
    assert!(page.contains(r#".js" defer></script>"#));
    let home = Frame {
        path: "/dien-dan/",
        crumbs: Vec::new(),
        ..frame(Lang::Vi)
    }
    .page("");
    assert!(home.contains(r#"<a href="/dien-dan/" aria-current="page">"#) && !home.contains("class=\"crumb\""));
}

#[test]
fn focus_and_work_frames() {
    let focus = Frame {
        kind: FrameKind::Focus {
            back: "/dien-dan/2020-01",
            label: "Về diễn đàn",
        },
        ..frame(Lang::En)
    }
    .page("");
    assert_clean(&focus);
    assert!(focus.contains(r#"<a class="go" href="/en/dien-dan/2020-01">Về diễn đàn</a>"#));
    assert!(!focus.contains("<nav class=\"nav\"") && focus.contains("main-tight"));
    let nav = [NavLink {
        label: "Chờ đọc",
        path: "/dieu-hanh/2020-01",
        current: true,
    }];
    let kind = FrameKind::Work {
        heading: "Điều hành",
        person: HOSTILE,
        sign_out: "/ra",
        nav: &nav,
    };
    let work = Frame {
        kind,
        ..frame(Lang::Vi)
    }
    .page("");
    assert_clean(&work);
    assert!(work.contains(r#"<form method="post" action="/ra">"#) && work.contains("Chờ đọc"));
    assert!(!work.contains("<script") && !work.contains("<footer"));
}

#[test]
fn hostile_words_around_the_body_stay_text() {
    let page = Frame {
        path: HOSTILE,
        title: HOSTILE,
        office: HOSTILE,
        contact: Some(HOSTILE),
        emblem: Some(HOSTILE),
        crumbs: vec![Crumb::link(HOSTILE, HOSTILE), Crumb::here(HOSTILE)],
        ..frame(Lang::Vi)
    }
    .page("");
    assert_clean(&page);
    assert!(!page.contains("<script"));
}

#[test]
fn what_an_old_site_counted_is_added_and_told_apart() {
    let day = |y, m, d| Date::new(y, m, d).expect("a day");
    let ours = Visits {
        online: 3,
        today: 41,
        total: 128,
        since: day(2024, 7, 26),
        today_at_least: false,
        total_at_least: false,
        legacy: None,
    };
    let page = |lang, visits| {
        let visits = Some(visits);
        Frame { visits, ..frame(lang) }.page("")
    };
    let with_old = Visits {
        legacy: Some(LegacyVisits {
            total: 363_100,
            as_of: day(2024, 7, 25),
        }),
        ..ours
    };
    let vi = page(Lang::Vi, with_old);
    assert_clean(&vi);
    for words in [
        "<dt>Đang truy cập</dt><dd>3</dd>",
        "<dt>Hôm nay</dt><dd>41</dd>",
        "<dt>Tổng lượt</dt><dd>363.228</dd>",
        "363.100 kế thừa từ cổng cũ (đến 25/07/2024) + 128 đếm từ 26/07/2024",
        r#"<a href="/thong-ke">"#,
    ] {
        assert!(vi.contains(words), "{words}");
    }
    let en = page(Lang::En, with_old);
    assert!(en.contains("363,100 taken over from the old portal") && en.contains(r#"<a href="/en/thong-ke">"#));

    let alone = page(Lang::Vi, ours);
    assert!(alone.contains("<dt>Tổng lượt</dt><dd>128</dd>") && !alone.contains("kế thừa"));
    let full = Visits {
        today_at_least: true,
        total_at_least: true,
        ..ours
    };
    let full = page(Lang::Vi, full);
    assert!(full.contains("<dd>ít nhất 41</dd>") && full.contains("<dd>ít nhất 128</dd>"));
    assert!(frame(Lang::Vi).page("").contains("chưa đếm lượt truy cập"));
}

#[test]
fn only_icons_in_use_are_carried() {
    let page = Frame {
        icons: &[Icon::Lock],
        ..frame(Lang::Vi)
    }
    .page(icon(Icon::Check));
    assert_eq!(page.matches("<symbol ").count(), 2);
    assert!(page.contains(r#"<symbol id="i-check""#) && page.contains(r#"<symbol id="i-lock""#));
    assert!(!frame(Lang::Vi).page("").contains("<symbol"));
    assert!(
        frame(Lang::Vi)
            .page(r#"<rect fill="url(#hatch)"/>"#)
            .contains(r#"<pattern id="hatch""#)
    );
}

#[test]
fn the_first_view_has_room_for_a_body() {
    // UX §9: HTML and CSS of a first view ≤ 50 KB; the frame and the sheet must leave a body 10 KB
    let sheet = web_kit::asset(style_href()).expect("the sheet").bytes.len();
    let page = frame(Lang::Vi).page("").len();
    assert!(sheet + page <= 40 * 1024, "sheet {sheet} B, frame {page} B");
}

#[test]
fn the_page_of_components_and_every_trouble_are_clean() {
    for lang in [Lang::Vi, Lang::En] {
        assert_clean(&gallery(lang));
        for trouble in [
            Trouble::NotFound,
            Trouble::Gone(None),
            Trouble::Gone(Some("2.871")),
            Trouble::Forbidden,
            Trouble::OtherRole("/dieu-hanh/"),
            Trouble::Foreign,
            Trouble::TooLarge,
            Trouble::Method,
            Trouble::Busy {
                writing: false,
                code: None,
            },
            Trouble::Busy {
                writing: true,
                code: Some("7F3A"),
            },
        ] {
            let page = bare(lang, trouble);
            assert_clean(&page);
            assert!(page.contains("class=\"btn\""), "a way out of {trouble:?}");
            let words = page.to_lowercase();
            for never in ["hệ thống", "403", "404", "405", "410", "413", "503", "vui lòng"] {
                assert!(
                    !words.contains(&format!(">{never}")) && !words.contains(&format!(" {never} ")),
                    "{never} in {trouble:?}"
                );
            }
        }
    }
}

#[test]
fn a_qr_code_is_one_path_with_a_name() {
    let svg = qr("https://langnghe.example/bien-nhan/LN-7K2MQX4D91ABCDEF42", HOSTILE).expect("short enough");
    assert_clean(svg.as_str());
    assert!(svg.as_str().starts_with(r#"<svg class="qr" viewBox="0 0 "#) && svg.as_str().contains(r#"role="img""#));
    assert_eq!(svg.as_str().matches("<path").count(), 1);
    assert!(!svg.as_str().contains("<script"));
    assert!(qr(&"a".repeat(5000), "").is_none());
}

#[test]
fn a_demonstration_says_so_with_its_own_time_in_every_frame() {
    let work = FrameKind::Work {
        heading: "Điều hành",
        person: "Trần Thị B",
        sign_out: "/quan-tri/ra",
        nav: &[],
    };
    let focus = FrameKind::Focus {
        back: "/", label: "Về"
    };
    let demo = Date::new(2020, 6, 25).expect("a day").starts_at().add_hours(9);
    for kind in [FrameKind::Public, focus, work] {
        for (lang, day, way) in [
            (Lang::Vi, "Thứ năm, ngày 25/06/2020, ", r#"<a href="/trinh-dien">"#),
            (Lang::En, "Thursday, 25 June 2020, ", r#"<a href="/en/trinh-dien">"#),
        ] {
            let page = Frame {
                today: demo.office_date(),
                demo: Some(demo),
                kind,
                ..frame(lang)
            };
            let page = page.page("");
            assert_clean(&page);
            assert!(page.contains(&format!("{day}<!--gio-->09:00<!--/gio-->")), "{page}");
            assert!(page.contains(way));
        }
    }
    assert!(!frame(Lang::Vi).page("").contains("trinh-dien"), "an office of its own");
}
