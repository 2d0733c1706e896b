//! Slips are made and printed in one answer: their secrets follow from the form's key and the log's own secret, stand on this
//! page, and are kept nowhere. Sent again, the same form gives the same page: a second tap or a lost answer loses no sheet.

use super::SlipWords;
use super::desk::{COUNT, LABEL, PAGE_ROWS, page, path};
use crate::voice::spelled;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, Digest32};
use base::number::ForumNo;
use base::vietnamese::parse_number;
use forum::voice::{ROLL_LABEL, SLIPS_PER_BATCH_MAX, VoiceSecret};
use web_kit::{Html, Page, href, qr, render};
use web_scene::refusal::refusal;
use web_scene::work::desk_page;
use web_scene::{App, Host, InForum, Paging, Sent, Sheet, StaffForm, address};
use world::{Command, CommandKind};

struct Slip {
    code: String,
    qr: Html,
}

#[derive(Template)]
#[template(path = "slip/print.html")]
struct Body {
    w: SlipWords,
    title: String,
    forum: String,
    how: String,
    until: String,
    slips: Vec<Slip>,
    list: String,
    print: Html,
}

/// `POST /dieu-hanh/dien-dan/{no}/phieu`
pub(crate) async fn print(
    State(app): State<App>,
    at: InForum,
    host: Host,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    if !staff.may(CommandKind::IssueSlips, &at.forum) {
        return staff.forbidden();
    }
    let (w, lang) = (SlipWords(staff.scene.lang), staff.scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let label = sheet.text(LABEL, w.what_label(), &ROLL_LABEL);
    let count = parse_number(sheet.typed(COUNT))
        .ok()
        .and_then(|count| usize::try_from(count).ok());
    let count = count.filter(|count| (1..=SLIPS_PER_BATCH_MAX).contains(count));
    if count.is_none() {
        sheet.errors.add(COUNT, w.count_wrong(SLIPS_PER_BATCH_MAX));
    }
    if let (Some(label), Some(count)) = (label, count) {
        let key = sheet.own_key(&app);
        let secrets: Vec<VoiceSecret> = (0..count).map(|n| secret(&app, at.forum.no, n, key.as_str())).collect();
        let pseudonyms: Vec<Digest32> = secrets.iter().map(|one| one.pseudonym(at.forum.no)).collect();
        let command = Command::IssueSlips {
            forum: at.forum.no,
            label: label.clone(),
            pseudonyms,
        };
        let parts = ["issue-slips", &at.forum.no.to_string(), &label, &count.to_string()];
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => {
                let html = slips(&app, &staff, &at, &host, &secrets);
                return axum::response::IntoResponse::into_response(Page::fresh(html));
            }
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let paging = Paging::first(at.forum.voices.batches.len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, paging))
}

/// The secret of a slip. Whoever knows the form's key still lacks the log's secret, and the key is kept by nobody.
fn secret(app: &App, forum: ForumNo, n: usize, key: &str) -> VoiceSecret {
    let bits = |part: u8| {
        app.ledger
            .receipt_bits(&format!("langnghe-slip/{forum}/{n}/{part}/{key}"))
    };
    let (first, second) = (bits(1), bits(2));
    let mut all = first.iter().chain(&second).copied();
    VoiceSecret(std::array::from_fn(|_| all.next().unwrap_or_default()))
}

fn slips(app: &App, staff: &web_scene::Staff, at: &InForum, host: &Host, secrets: &[VoiceSecret]) -> String {
    let (w, lang) = (SlipWords(staff.scene.lang), staff.scene.lang);
    let site = host.site(app.settings.tls);
    let short = format!("{}{}/phieu", host.name(), address::forum(at.forum.no));
    let slip = |(n, secret): (usize, &VoiceSecret)| {
        let code = spelled(*secret);
        let link = format!("{site}{}", address::slip(at.forum.no, &code));
        Slip {
            qr: qr::qr(&link, &w.qr(n + 1)).unwrap_or_default(),
            code,
        }
    };
    let body = render(&Body {
        w,
        title: w.sheet_title(secrets.len()),
        forum: staff.scene.forum_title(&at.forum),
        how: w.slip_how(&short),
        until: w.slip_until(at.forum.closes),
        slips: secrets.iter().enumerate().map(slip).collect(),
        list: href(lang, &path(&at.forum)),
        print: web_kit::states::print_button(w.print()),
    });
    desk_page(
        staff,
        &at.forum,
        w.title(),
        &path(&at.forum),
        &Sheet::fresh(lang),
        &body,
    )
}
