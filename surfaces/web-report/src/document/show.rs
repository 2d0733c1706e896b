//! One document.

use super::{AtDocument, DocumentWords};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Exposure;
use base::vietnamese::short_date;
use http::HeaderMap;
use web_kit::states::print_button;
use web_kit::{Crumb, Html, Section, href, render};
use web_scene::said::{said, said_inline};
use web_scene::{App, ForumNames, address, file_size, is_picture};

/// A file, as far as it may be shown.
struct Shown {
    about: String,
    /// Its address; none once it is erased.
    href: Option<String>,
    is_picture: bool,
}

#[derive(Template)]
#[template(path = "document/show.html")]
struct Body<'a> {
    w: DocumentWords,
    heading: Html,
    alt: &'a str,
    forum: String,
    recalled: Option<Html>,
    words: Html,
    file: Option<Shown>,
    facts: Vec<(&'static str, Html)>,
    print: Html,
    list: String,
    seq: u64,
    flag: String,
}

/// `GET /dien-dan/{no}/tai-lieu/{so}`
pub(crate) async fn show(State(app): State<App>, at: AtDocument, headers: HeaderMap) -> Response {
    let scene = &at.at.scene;
    scene.kept(&app, &headers, &scene.counting_key(at.at.forum.rev), || page(&at))
}

/// Where the file of a document is, without `/en`.
fn file_path(at: &AtDocument) -> String {
    format!("{}/tep", address::document(at.at.forum.no, at.number))
}

fn page(at: &AtDocument) -> String {
    let (scene, lang, one) = (&at.at.scene, at.at.scene.lang, &at.document);
    let (w, names) = (DocumentWords(lang), ForumNames(lang));
    let file = one.file.map(|(place, file)| {
        let is_there = scene.world().exposure_of(place) == Exposure::Public;
        Shown {
            about: w.file_about(&names.file(file.kind), &file_size(file.bytes, scene.lang)),
            href: is_there.then(|| file_path(at)),
            is_picture: is_picture(file.kind),
        }
    });
    let mut facts = vec![(w.sort(), Html::text(names.document(one.sort)))];
    facts.extend(one.sign.map(|place| (w.sign(), said_inline(scene, place))));
    facts.push((w.day(), Html::text(&short_date(one.date, lang))));
    facts.extend(file.as_ref().map(|file| (w.file(), Html::text(&file.about))));
    let list = address::documents(at.at.forum.no);
    let body = render(&Body {
        w,
        heading: said_inline(scene, one.title),
        alt: scene.shown(one.title).words(),
        forum: at.at.title(),
        recalled: one.recalled.map(|why| said(scene, why, "gap-s")),
        words: one.words.map(|place| said(scene, place, "prose")).unwrap_or_default(),
        file,
        facts,
        print: print_button(w.print()),
        list: href(lang, &list),
        seq: one.seq,
        flag: href(lang, &address::flag(one.seq)),
    });
    let number = w.number(at.number);
    let crumbs = vec![
        Crumb::section(Section::Forums, lang),
        Crumb::link(at.at.forum.no.label(), address::forum(at.at.forum.no)),
        Crumb::link(w.title(), list),
        Crumb::here(number.clone()),
    ];
    let title = match scene.shown(one.title).words() {
        "" => number.as_str(),
        title => title,
    };
    let mut frame = scene.frame(title, Some(Section::Forums), crumbs);
    frame.scripts = true;
    frame.page(body)
}
