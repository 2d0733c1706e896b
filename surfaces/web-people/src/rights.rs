//! The public page of who may do what, printed from the table that decides, by subject; one holder's acts alone when the
//! address asks for them.

pub(crate) mod acts;
mod subject;

use crate::narrow::Narrowed;
use acts::act;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use people::role::Role;
use subject::Subject;
use web_kit::form::Choice;
use web_kit::{Crumb, Html, Lang, href, render, words};
use web_scene::{App, Names, Scene};
use world::CommandKind;
use world::rights::{Holder, holders};

/// Where the page is.
pub(crate) const PATH: &str = "/ai-duoc-lam-gi";
/// Whose acts alone are shown.
const BY: &str = "ai";

words! {
    /// What the page of rights says.
    pub struct RightsWords;

    title() { vi: "Ai được làm gì", en: "Who may do what" }
    lead() {
        vi: "Bảng này in ra từ chính bảng mà máy chủ dùng để quyết định. Việc nào không có trong bảng thì không ai làm được.",
        en: "This table is printed from the very table the server decides by. What is not in it nobody can do."
    }
    caption(subject: &str) { vi: "{subject}: mỗi việc ghi vào sổ và người được làm", en: "{subject}: each act the ledger records, and who may do it" }
    jump() { vi: "Các phần của bảng", en: "Parts of the table" }
    filter() { vi: "Chỉ xem việc của", en: "Show only what is done by" }
    filter_save() { vi: "Xem", en: "Show" }
    only(who: &str, n: usize) {
        vi: "{who}: {n} việc.",
        en_one: "{who}: one act.",
        en: "{who}: {n} acts."
    }
    nothing() {
        vi: "Vai trò này xem được phần riêng của sổ hoặc làm việc ngoài trang này; không ghi việc nào vào sổ.",
        en: "This role sees private parts of the ledger or works outside these pages; it records no act."
    }
    show_all() { vi: "Xem cả bảng", en: "Show the whole table" }
    act() { vi: "Việc", en: "Act" }
    by() { vi: "Ai được làm", en: "By whom" }
    note() {
        vi: "Vai trò có thể giao cho cả văn phòng hoặc cho một diễn đàn. Người của lực lượng bảo vệ không bao giờ đọc duyệt ý kiến góp cho lực lượng mình.",
        en: "A role may hold in the whole office or in one forum. Someone of a guard force never reads opinions about it before publication."
    }

    anyone() { vi: "Bất kỳ ai, không cần cho biết mình là ai", en: "Anyone, without saying who they are" }
    receipt_holder() { vi: "Người cầm biên nhận", en: "Whoever holds the receipt" }
    link_holder() { vi: "Người cầm đường dẫn", en: "Whoever holds the link" }
    oneself() { vi: "Chính người đó", en: "The person concerned" }
    clock() { vi: "Thời gian: đến giờ thì tự ghi", en: "Time: recorded when due" }
    console() { vi: "Chương trình, trên máy của văn phòng", en: "The program, on the office's machine" }
}

struct Row {
    act: &'static str,
    by: Vec<&'static str>,
}

struct Part {
    id: usize,
    title: &'static str,
    caption: String,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "rights.html")]
struct Table {
    w: RightsWords,
    filter: Html,
    only: Option<String>,
    all: String,
    parts: Vec<Part>,
}

/// `GET /ai-duoc-lam-gi`, with `?ai=` one holder's acts alone.
pub(crate) async fn table(State(app): State<App>, headers: HeaderMap, scene: Scene) -> Response {
    let (lang, query) = (scene.lang, scene.query());
    let by = match query.get(BY) {
        "" => None,
        name => match every_holder().find(|one| name_of(*one) == name) {
            Some(one) => Some(one),
            None => return scene.not_found(),
        },
    };
    let w = RightsWords(lang);
    scene.kept(&app, &headers, &scene.page_key(0), || {
        let parts: Vec<Part> = parts(by, lang);
        let acts = parts.iter().map(|part| part.rows.len()).sum();
        let body = render(&Table {
            w,
            filter: filter(query.get(BY), lang),
            only: by.map(|by| w.only(holder(by, lang), acts)),
            all: href(lang, PATH),
            parts,
        });
        scene.frame(w.title(), None, vec![Crumb::here(w.title())]).page(body)
    })
}

/// The address of one role's acts.
pub(crate) fn path_of(role: Role) -> String {
    format!("{PATH}?{BY}={}", role.as_str())
}

/// What a role may do, in the order of the table.
pub(crate) fn acts_of(role: Role, lang: Lang) -> Vec<&'static str> {
    let parts = parts(Some(Holder::Role(role)), lang);
    parts
        .into_iter()
        .flat_map(|part| part.rows)
        .map(|row| row.act)
        .collect()
}

fn parts(by: Option<Holder>, lang: Lang) -> Vec<Part> {
    let part = |(id, subject): (usize, Subject)| {
        let kinds = CommandKind::ALL.iter().filter(|kind| Subject::of(**kind) == subject);
        let kinds = kinds.filter(|kind| by.is_none_or(|by| holders(**kind).contains(&by)));
        let title = subject.title(lang);
        Part {
            id,
            title,
            caption: RightsWords(lang).caption(title),
            rows: kinds.map(|kind| row(*kind, lang)).collect(),
        }
    };
    let parts = Subject::ALL.into_iter().enumerate().map(part);
    parts.filter(|part| !part.rows.is_empty()).collect()
}

fn row(kind: CommandKind, lang: Lang) -> Row {
    Row {
        act: act(kind, lang),
        by: holders(kind).iter().map(|one| holder(*one, lang)).collect(),
    }
}

/// Every holder the table could name: the roles first.
fn every_holder() -> impl Iterator<Item = Holder> {
    use Holder::{Anyone, Clock, Console, LinkHolder, Oneself, ReceiptHolder};
    let others = [Anyone, ReceiptHolder, LinkHolder, Oneself, Clock, Console];
    Role::ALL.into_iter().map(Holder::Role).chain(others)
}

/// A holder in an address.
const fn name_of(holder: Holder) -> &'static str {
    match holder {
        Holder::Anyone => "anyone",
        Holder::ReceiptHolder => "receipt",
        Holder::LinkHolder => "link",
        Holder::Role(role) => role.as_str(),
        Holder::Oneself => "oneself",
        Holder::Clock => "clock",
        Holder::Console => "console",
    }
}

fn filter(chosen: &str, lang: Lang) -> Html {
    let w = RightsWords(lang);
    let narrowed = Narrowed {
        path: PATH,
        name: BY,
        label: w.filter(),
        chosen,
        button: w.filter_save(),
    };
    let holders = every_holder().map(|one| Choice::new(name_of(one), holder(one, lang), ""));
    narrowed.html(holders, lang)
}

const fn holder(holder: Holder, lang: Lang) -> &'static str {
    let w = RightsWords(lang);
    match holder {
        Holder::Anyone => w.anyone(),
        Holder::ReceiptHolder => w.receipt_holder(),
        Holder::LinkHolder => w.link_holder(),
        Holder::Role(one) => Names(lang).role(one),
        Holder::Oneself => w.oneself(),
        Holder::Clock => w.clock(),
        Holder::Console => w.console(),
    }
}
