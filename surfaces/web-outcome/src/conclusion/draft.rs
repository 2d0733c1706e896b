//! The conclusion is drafted. Only the office sees the draft.

use super::ConclusionWords;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::Actor;
use forum::Forum;
use forum::conclusion::{CONCLUSION_TEXT, SIGNER};
use web_kit::form::{Field, Form, hidden};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::paragraph;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Sent, Sheet, Shown, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

const TEXT: &str = "loi";
const SIGNED_BY: &str = "nguoi";
const POST: &str = "chuc-vu";
/// The field with the entry that wrote the version which was opened.
pub(crate) const OVER: &str = "ban";

#[derive(Template)]
#[template(path = "conclusion/draft.html")]
struct Body {
    w: ConclusionWords,
    summary: Html,
    status: Html,
    saved: Html,
    form: Option<Html>,
    findings: String,
    directives: String,
    publish: String,
}

/// The address of this page, without `/en`.
pub(crate) fn path(forum: &Forum) -> String {
    address::at_desk(forum.no, "ket-luan")
}

/// The entry that wrote the version a form was opened on; none for the first.
pub(crate) fn over(sheet: &Sheet) -> Option<u64> {
    sheet.typed(OVER).parse().ok()
}

/// `GET /dieu-hanh/dien-dan/{no}/ket-luan`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::WriteConclusion, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, false))
}

/// `POST /dieu-hanh/dien-dan/{no}/ket-luan`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !staff.may(CommandKind::WriteConclusion, &at.forum) {
        return staff.forbidden();
    }
    let (w, lang) = (ConclusionWords(staff.scene.lang), staff.scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let text = sheet.text(TEXT, w.what_text(), &CONCLUSION_TEXT);
    let signer = sheet.text(SIGNED_BY, w.what_signer(), &SIGNER);
    let post = sheet.text(POST, w.what_post(), &SIGNER);
    let mut changed = false;
    if let (Some(text), Some(signer), Some(post)) = (text, signer, post) {
        let over = over(&sheet);
        let command = Command::WriteConclusion {
            forum: at.forum.no,
            over,
            text: text.clone(),
            signer: signer.clone(),
            post: post.clone(),
        };
        let (no, from) = (at.forum.no.to_string(), over.unwrap_or_default().to_string());
        let parts = ["write-conclusion", &no, &from, &text, &signer, &post];
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => return see_other(&href(lang, &format!("{}?xong=luu", path(&at.forum)))),
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => {
                changed = why == Refusal::Forum(forum::Refusal::ChangedMeanwhile);
                sheet.notice = refusal(&why, lang);
            }
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet, changed))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, changed: bool) -> String {
    let (w, lang) = (ConclusionWords(staff.scene.lang), staff.scene.lang);
    let draft = forum.conclusion.as_ref();
    let words = |at: Option<base::fact::SealedRef>| at.and_then(|at| app.private_words(at)).unwrap_or_default();
    let (text, signer, post) = (
        words(draft.map(|draft| draft.text)),
        words(draft.map(|draft| draft.signer)),
        words(draft.map(|draft| draft.post)),
    );
    // A form that lost the race goes on from the version that is shown beside it.
    let now = draft.map(|draft| draft.seq.to_string()).unwrap_or_default();
    let from = if changed { now.as_str() } else { sheet.value(OVER, &now) };
    let field = |field: Field<'static>, name: &str, or: &str| {
        field.value(sheet.value(name, or).to_owned()).errors(&sheet.errors)
    };
    let form = || {
        Form::new(lang, path(forum), w.save())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(field(
                Field::voice(TEXT, w.text(), CONCLUSION_TEXT.max_chars as u32),
                TEXT,
                &text,
            ))
            .field(field(
                Field::text(SIGNED_BY, w.signer()).hint(w.signer_hint()),
                SIGNED_BY,
                &signer,
            ))
            .field(field(Field::text(POST, w.post()), POST, &post))
            .after(hidden(OVER, from))
            .html()
    };
    let is_saved = staff.scene.query().get("xong") == "luu" && !sheet.has_errors();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_saved {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.saved()), true),
            false => Html::default(),
        },
        saved: match changed {
            true => {
                let mut saved = paragraph(&staff.scene, Shown::Words(&text), "voice");
                saved.push(&paragraph(
                    &staff.scene,
                    Shown::Words(&format!("{signer}, {post}")),
                    "meta",
                ));
                saved
            }
            false => Html::default(),
        },
        form: (!forum.is_concluded()).then(form),
        findings: href(lang, &address::at_desk(forum.no, "nhan-dinh")),
        directives: href(lang, &address::at_desk(forum.no, "chi-dao")),
        publish: href(lang, &format!("{}/cong-bo", path(forum))),
    });
    desk_page(staff, forum, w.draft_title(), &path(forum), sheet, &body)
}
