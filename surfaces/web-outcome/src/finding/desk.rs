//! The desk of findings: what people agree on most, what was recorded, one more.

use super::FindingWords;
use crate::opinions::{read, written};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, SealedRef};
use base::number::opinion_label;
use forum::events::{FindingSort, STATEMENT};
use forum::finding::FINDING_TEXT;
use forum::small_numbers::Shown;
use forum::{Forum, Stage};
use web_kit::form::{Choice, Field, Form};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other};
use web_scene::figures::{figures, shown_of};
use web_scene::refusal::refusal;
use web_scene::said::{said, said_inline};
use web_scene::work::desk_page;
use web_scene::{App, ForumNames, InForum, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

const SORT: &str = "loai";
const TEXT: &str = "cau";
const OPINIONS: &str = "y-kien";
/// Opinions that are offered.
const OFFERED_ROWS: usize = 10;

struct Offered {
    statement: Html,
    label: String,
    link: String,
    figures: Html,
}

struct Row {
    number: u32,
    sort: &'static str,
    text: Html,
    opinions: String,
    withdraw: Option<String>,
    withdrawn: bool,
}

#[derive(Template)]
#[template(path = "finding/desk.html")]
struct Body {
    w: FindingWords,
    summary: Html,
    status: Html,
    form: Option<Html>,
    offered: Vec<Offered>,
    rows: Vec<Row>,
    conclusion: String,
    opinions: String,
    results: String,
}

pub(super) fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "nhan-dinh")
}

/// `GET /dieu-hanh/dien-dan/{no}/nhan-dinh`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::RecordFinding, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/nhan-dinh`
pub(crate) async fn record(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !staff.may(CommandKind::RecordFinding, &at.forum) {
        return staff.forbidden();
    }
    let (w, lang) = (FindingWords(staff.scene.lang), staff.scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let sort = FindingSort::from_name(sheet.typed(SORT));
    if sort.is_none() {
        sheet.errors.add(SORT, w.sort_missing());
    }
    let text = sheet.text(TEXT, w.what_text(), &FINDING_TEXT);
    let opinions = read(&at.forum, sheet.typed(OPINIONS)).filter(|numbers| !numbers.is_empty());
    if opinions.is_none() {
        sheet.errors.add(OPINIONS, w.opinions_wrong());
    }
    if let (Some(sort), Some(text), Some(opinions)) = (sort, text, opinions) {
        let (no, numbers) = (at.forum.no.to_string(), written(&opinions));
        let parts = ["record-finding", &no, sort.as_str(), &text, &numbers];
        let command = Command::RecordFinding {
            forum: at.forum.no,
            sort,
            opinions,
            text: text.clone(),
        };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=ghi", path(&at.forum)))),
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// The opinions with the largest sure share of agreement.
fn offered(staff: &Staff, forum: &Forum) -> Vec<Offered> {
    let scene = &staff.scene;
    let mut best: Vec<(u32, u32, u64)> = forum
        .published
        .iter()
        .filter_map(|(number, seq)| match shown_of(forum, *number) {
            (Shown::Shares(_, [agree, ..]), false) => Some((agree.low, *number, *seq)),
            _ => None,
        })
        .collect();
    best.sort_by_key(|(low, number, _)| (std::cmp::Reverse(*low), *number));
    let row = |(_, number, seq): (u32, u32, u64)| Offered {
        statement: said(scene, SealedRef::new(seq, STATEMENT), "say"),
        label: opinion_label(number),
        link: href(scene.lang, &address::opinion(forum.no, number)),
        figures: figures(scene.lang, shown_of(forum, number).0, false),
    };
    best.into_iter().take(OFFERED_ROWS).map(row).collect()
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let scene = &staff.scene;
    let (w, names, lang) = (FindingWords(scene.lang), ForumNames(scene.lang), scene.lang);
    let open = forum.stage < Stage::Concluded;
    let field = |field: Field<'static>, name: &str| field.value(sheet.typed(name).to_owned()).errors(&sheet.errors);
    let sorts = FindingSort::ALL.map(|sort| Choice::new(sort.as_str(), names.finding(sort), ""));
    let form = || {
        Form::new(lang, path(forum), w.record())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(field(Field::radios(SORT, w.sort(), sorts.to_vec()), SORT))
            .field(field(Field::voice(TEXT, w.text(), FINDING_TEXT.max_chars as u32), TEXT))
            .field(field(
                Field::text(OPINIONS, w.opinions()).hint(w.opinions_hint()),
                OPINIONS,
            ))
            .html()
    };
    let row = |(number, finding): (&u32, &forum::finding::Finding)| Row {
        number: *number,
        sort: names.finding(finding.sort),
        text: said_inline(scene, finding.text),
        opinions: written(&finding.opinions),
        withdraw: (open && finding.withdrawn.is_none()).then(|| href(lang, &format!("{}/{number}/rut", path(forum)))),
        withdrawn: finding.withdrawn.is_some(),
    };
    let is_recorded = scene.query().get("xong") == "ghi" && !sheet.has_errors();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_recorded {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.recorded()), true),
            false => Html::default(),
        },
        form: open.then(form),
        offered: offered(staff, forum),
        rows: forum.findings.iter().map(row).collect(),
        conclusion: href(lang, &address::at_desk(forum.no, "ket-luan")),
        opinions: href(lang, &address::opinions(forum.no)),
        results: href(lang, &address::results(forum.no)),
    });
    desk_page(staff, forum, w.title(), &path(forum), sheet, &body)
}
