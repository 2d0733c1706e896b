//! The appeals of a forum: those that wait first, each with what was said, what the author says, and the decision.

use super::AppealWords;
use crate::opinion::promise::days_late;
use crate::opinion::{facts, held};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, SealedRef};
use base::vietnamese::hour_span;
use forum::appeal::{APPEAL_ANSWER, Appeal};
use forum::events::{REASONS, STATEMENT};
use forum::{Forum, Opinion, OpinionState};
use web_kit::form::{Choice, Field, Kind, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, escape, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::said::{said, typed_words};
use web_scene::work::desk_page;
use web_scene::{App, InForum, Key, Names, Numbered, Paging, Scene, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

/// The last step of the page's address.
const STEP: &str = "khieu-nai";
/// Appeals of a page.
const PAGE_ROWS: usize = 20;
/// Field: the author was right, or not.
const GRANTED: &str = "dung";
/// Field: why.
const ANSWER: &str = "tra_loi";
const YES: &str = "co";
const NO: &str = "khong";
/// Said after a decision.
const DONE: &str = "xet";

struct Row {
    seq: u64,
    title: String,
    filed: String,
    by: String,
    late: String,
    facts: Html,
    statement: Html,
    reasons: Html,
    before: String,
    words: Html,
    form: Option<(String, Html, Html, Html)>,
    decided: Option<(&'static str, String, Html)>,
}

#[derive(Template)]
#[template(path = "appeal/desk.html")]
struct Body {
    w: AppealWords,
    summary: Html,
    status: Html,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// The appeals of a forum: those that wait by their promised day, then the decided ones, the newest first.
fn in_order<'a>(scene: &'a Scene, forum: &Forum) -> Vec<(u64, &'a Opinion, &'a Appeal)> {
    let opinions = &scene.world().forums.opinions;
    let known = forum.appeals.iter().filter_map(|seq| {
        let opinion = opinions.get(seq)?;
        Some((*seq, opinion, opinion.appeal.as_ref()?))
    });
    // An author who took the opinion back has taken the appeal back.
    let known = known.filter(|(_, opinion, _)| opinion.state != OpinionState::Withdrawn);
    let (mut waiting, mut decided): (Vec<_>, Vec<_>) = known.partition(|(.., appeal)| appeal.decision.is_none());
    waiting.sort_by_key(|(seq, _, appeal)| (appeal.decide_by, *seq));
    decided.sort_by_key(|(seq, _, appeal)| std::cmp::Reverse((appeal.decision.as_ref().map(|one| one.at), *seq)));
    waiting.extend(decided);
    waiting
}

/// `GET /dieu-hanh/dien-dan/{no}/khieu-nai`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::DecideAppeal, &at.forum) {
        return staff.forbidden();
    }
    let all = in_order(&staff.scene, &at.forum);
    let Some(paging) = Paging::read(&staff.scene, all.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, (&sheet, None), (all, paging)))
}

/// `POST /dieu-hanh/dien-dan/{no}/khieu-nai/{so}`
pub(crate) async fn decide(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let (forum, lang) = (&at.forum, staff.scene.lang);
    if !staff.may(CommandKind::DecideAppeal, forum) {
        return staff.forbidden();
    }
    let Some(opinion) = opinion.filter(|opinion| forum.appeals.contains(opinion)) else {
        return staff.scene.not_found();
    };
    let w = AppealWords(lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let granted = match sheet.typed(GRANTED) {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    };
    let answer = sheet.text(ANSWER, w.what_answer(), &APPEAL_ANSWER);
    // One appeal after another has these fields: what is wrong is told at the one that was sent.
    let wrong = std::mem::take(&mut sheet.errors);
    if granted.is_none() {
        sheet.errors.add(of_one(GRANTED, opinion), w.choose());
    }
    if let Some(wrong) = wrong.of(ANSWER) {
        sheet.errors.add(of_one(ANSWER, opinion), wrong.to_owned());
    }
    if let (Some(granted), Some(answer)) = (granted, answer) {
        let (seq, person) = (opinion.to_string(), staff.person.0.to_string());
        let parts = ["decide-appeal", &seq, if granted { YES } else { NO }, &answer, &person];
        let command = Command::DecideAppeal {
            opinion,
            granted,
            answer: answer.clone(),
        };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => {
                let to = format!("{}?xong={DONE}", address::at_desk(forum.no, STEP));
                return see_other(&href(lang, &to));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    let all = in_order(&staff.scene, forum);
    let row = all.iter().position(|(seq, ..)| *seq == opinion).unwrap_or(0);
    let paging = Paging::with_row(row, all.len(), PAGE_ROWS);
    sheet.answer(page(&app, &staff, forum, (&sheet, Some(opinion)), (all, paging)))
}

fn of_one(field: &str, opinion: u64) -> String {
    format!("{field}-{opinion}")
}

fn page(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    (sheet, of): (&Sheet, Option<u64>),
    (all, paging): (Vec<(u64, &Opinion, &Appeal)>, Paging),
) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = AppealWords(lang);
    let path = address::at_desk(forum.no, STEP);
    let is_decided = |seq: u64| {
        all.iter()
            .any(|(one, _, appeal)| *one == seq && appeal.decision.is_some())
    };
    let kept = match of.is_some_and(is_decided) {
        true => typed_words(scene, sheet, ANSWER),
        false => Html::default(),
    };
    let rows: Vec<Row> = paging
        .rows(all)
        .map(|(seq, opinion, appeal)| {
            let form = appeal.decision.is_none().then(|| {
                let came_back = of == Some(seq);
                let key = if came_back { sheet.own_key(app) } else { Key::fresh(app) };
                let action = href(lang, &format!("{path}/{seq}"));
                let [granted, answer] = fields(w, sheet, seq, came_back).map(|field| field.html(lang));
                (action, key_input(key.as_str()), granted, answer)
            });
            row(app, scene, forum, (seq, opinion, appeal), form)
        })
        .collect();
    let is_done = scene.query().get("xong") == DONE && !sheet.has_errors();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status: match is_done {
            true => note_with(Note::Ok, Icon::Check, &Html::text(w.done()), true),
            false => kept,
        },
        rows,
        empty: states::empty(
            lang,
            w.none_title(),
            w.none_text(),
            Some((&address::desk(forum.no), w.desk_go())),
        ),
        paging: paging.nav(lang, &path),
    });
    desk_page(staff, forum, w.desk(), &path, sheet, &body)
}

/// The two fields of a decision. One appeal after another has them: each has an id of its own.
fn fields(w: AppealWords, sheet: &Sheet, seq: u64, came_back: bool) -> [Field<'static>; 2] {
    let choices = vec![
        Choice::new(YES, w.granted(), w.granted_about()),
        Choice::new(NO, w.declined(), w.declined_about()),
    ];
    let area = Kind::Area {
        voice: false,
        chars_max: Some(APPEAL_ANSWER.max_chars as u32),
    };
    let granted = Field::radios(GRANTED, w.decision(), choices);
    let answer = Field::new(ANSWER, w.answer(), area).hint(w.answer_hint());
    [granted, answer].map(|mut field| {
        let name = of_one(&field.name, seq);
        field.id = format!("f-{name}").into();
        if came_back {
            field.value = sheet.typed(&field.name).to_owned().into();
            field.error = sheet.errors.of(&name).map(|error| error.to_owned().into());
        }
        field
    })
}

fn row(
    app: &App,
    scene: &Scene,
    forum: &Forum,
    (seq, opinion, appeal): (u64, &Opinion, &Appeal),
    form: Option<(String, Html, Html, Html)>,
) -> Row {
    let (w, lang) = (AppealWords(scene.lang), scene.lang);
    let private = |at: SealedRef, class| held(scene, app.private_words(at).as_deref(), class, w.words_gone());
    let names = Names(lang);
    Row {
        seq,
        title: w.of(seq),
        filed: w.filed(&hour_span(appeal.at, lang)),
        by: w.decide_by(appeal.decide_by),
        late: match days_late(appeal.decide_by, scene.today) {
            days if days > 0 && appeal.decision.is_none() => w.late(days),
            _ => String::new(),
        },
        facts: facts(scene, forum, opinion),
        statement: private(SealedRef::new(seq, STATEMENT), "say"),
        reasons: match opinion.has_reasons {
            true => private(SealedRef::new(seq, REASONS), "voice gap-s"),
            false => Html::default(),
        },
        before: match opinion.state {
            OpinionState::Refused(reason) => w.was_refused(names.reason(reason)),
            OpinionState::TakenDown(_, reason) => w.was_taken_down(names.reason(reason)),
            OpinionState::Private(_) => w.was_private().to_owned(),
            _ => String::new(),
        },
        words: match appeal.words {
            Some(at) => private(at, "voice"),
            None => Html::trusted(format!("<p class=\"meta\">{}</p>", escape(w.no_words()))),
        },
        form,
        decided: appeal.decision.as_ref().map(|decision| {
            let how = if decision.granted { w.granted() } else { w.declined() };
            (how, hour_span(decision.at, lang), said(scene, decision.answer, "voice"))
        }),
    }
}
