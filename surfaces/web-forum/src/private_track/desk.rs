//! The opinions of a forum on the private track, for those who answer: the force that is criticised, the secretary, the
//! chair.

use super::PrivateWords;
use crate::opinion::promise::days_late;
use crate::opinion::{Signed, facts, held, signed};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, SealedRef};
use base::vietnamese::hour_span;
use forum::events::{NAME, REASONS, STATEMENT};
use forum::private_track::{PRIVATE_ANSWER, PrivateTrack};
use forum::{Forum, Opinion, OpinionState};
use people::role::{Role, Scope};
use web_kit::form::{Field, Kind, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::said::typed_words;
use web_scene::work::desk_page;
use web_scene::{App, InForum, Key, Numbered, Paging, Scene, Sent, Sheet, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

/// The last step of the page's address.
const STEP: &str = "rieng";
/// Opinions of a page.
const PAGE_ROWS: usize = 20;
/// Field: the answer.
const ANSWER: &str = "tra_loi";
/// Said after an answer.
const DONE: &str = "tra-loi";

struct Row {
    seq: u64,
    title: String,
    since: String,
    by: String,
    late: String,
    facts: Html,
    statement: Html,
    reasons: Html,
    signed: Signed,
    form: Option<(String, Html, Html)>,
    answered: Option<(String, Html)>,
}

#[derive(Template)]
#[template(path = "private_track/desk.html")]
struct Body {
    w: PrivateWords,
    summary: Html,
    status: Html,
    rows: Vec<Row>,
    empty: Html,
    paging: Html,
}

/// Whether this person answers here: for the office, or for the force that reports in this forum. A commander of another
/// force has no business with these words.
fn may_answer(staff: &Staff, forum: &Forum) -> bool {
    let world = staff.scene.world();
    let scope = Scope::Forum(forum.no);
    let of_office = [Role::Secretary, Role::Chair];
    let of_office = of_office
        .iter()
        .any(|role| world.people.has_role(staff.person, *role, scope));
    let own = world
        .people
        .persons
        .get(&staff.person)
        .and_then(|person| person.organisation);
    let of_force = forum.force.is_some() && forum.force == own;
    staff.may(CommandKind::AnswerPrivately, forum) && (of_office || of_force)
}

/// The opinions on the private track: those that wait by their promised day, then the answered ones, the newest first.
fn in_order<'a>(scene: &'a Scene, forum: &Forum) -> Vec<(u64, &'a Opinion, PrivateTrack)> {
    let opinions = &scene.world().forums.opinions;
    let known = forum.private.iter().filter_map(|seq| {
        let opinion = opinions.get(seq)?;
        match opinion.state {
            OpinionState::Private(track) => Some((*seq, opinion, track)),
            _ => None,
        }
    });
    let (mut waiting, mut answered): (Vec<_>, Vec<_>) = known.partition(|(.., track)| track.answer.is_none());
    waiting.sort_by_key(|(seq, _, track)| (track.answer_by, *seq));
    answered.sort_by_key(|(seq, _, track)| std::cmp::Reverse((track.answer.map(|(_, at)| at), *seq)));
    waiting.extend(answered);
    waiting
}

/// `GET /dieu-hanh/dien-dan/{no}/rieng`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_answer(&staff, &at.forum) {
        return staff.forbidden();
    }
    let all = in_order(&staff.scene, &at.forum);
    let Some(paging) = Paging::read(&staff.scene, all.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, (&sheet, None), (all, paging)))
}

/// `POST /dieu-hanh/dien-dan/{no}/rieng/{so}`
pub(crate) async fn answer(
    State(app): State<App>,
    at: InForum,
    Numbered(opinion): Numbered,
    StaffForm(staff, fields): StaffForm,
) -> Response {
    let (forum, lang) = (&at.forum, staff.scene.lang);
    if !may_answer(&staff, forum) {
        return staff.forbidden();
    }
    let opinions = &staff.scene.world().forums.opinions;
    let is_here = |opinion: &u64| opinions.get(opinion).is_some_and(|one| one.forum == forum.no);
    let Some(opinion) = opinion.filter(is_here) else {
        return staff.scene.not_found();
    };
    let w = PrivateWords(lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let text = sheet.text(ANSWER, w.what_answer(), &PRIVATE_ANSWER);
    // One opinion after another has this field: what is wrong is told at the one that was sent.
    let wrong = std::mem::take(&mut sheet.errors);
    if let Some(wrong) = wrong.of(ANSWER) {
        sheet.errors.add(of_one(opinion), wrong.to_owned());
    }
    if let Some(text) = text {
        let (seq, person) = (opinion.to_string(), staff.person.0.to_string());
        let parts = ["answer-privately", &seq, &text, &person];
        let command = Command::AnswerPrivately {
            opinion,
            text: text.clone(),
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

fn of_one(opinion: u64) -> String {
    format!("{ANSWER}-{opinion}")
}

fn page(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    (sheet, of): (&Sheet, Option<u64>),
    (all, paging): (Vec<(u64, &Opinion, PrivateTrack)>, Paging),
) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = PrivateWords(lang);
    let path = address::at_desk(forum.no, STEP);
    let has_form = |seq: u64| all.iter().any(|(one, _, track)| *one == seq && track.answer.is_none());
    let kept = match of.is_some_and(|seq| !has_form(seq)) {
        true => typed_words(scene, sheet, ANSWER),
        false => Html::default(),
    };
    let rows: Vec<Row> = paging
        .rows(all)
        .map(|(seq, opinion, track)| {
            let form = track.answer.is_none().then(|| {
                let came_back = of == Some(seq);
                let key = if came_back { sheet.own_key(app) } else { Key::fresh(app) };
                let action = href(lang, &format!("{path}/{seq}"));
                let field = field(w, sheet, seq, came_back).html(lang);
                (action, key_input(key.as_str()), field)
            });
            row(app, scene, forum, (seq, opinion, track), form)
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

fn field(w: PrivateWords, sheet: &Sheet, seq: u64, came_back: bool) -> Field<'static> {
    let area = Kind::Area {
        voice: false,
        chars_max: Some(PRIVATE_ANSWER.max_chars as u32),
    };
    let mut field = Field::new(ANSWER, w.answer(), area).hint(w.answer_hint());
    field.id = format!("f-{}", of_one(seq)).into();
    if came_back {
        field.value = sheet.typed(ANSWER).to_owned().into();
        field.error = sheet.errors.of(&of_one(seq)).map(|error| error.to_owned().into());
    }
    field
}

fn row(
    app: &App,
    scene: &Scene,
    forum: &Forum,
    (seq, opinion, track): (u64, &Opinion, PrivateTrack),
    form: Option<(String, Html, Html)>,
) -> Row {
    let (w, lang) = (PrivateWords(scene.lang), scene.lang);
    let private = |at: SealedRef, class| held(scene, app.private_words(at).as_deref(), class, w.words_gone());
    let name = app.private_words(SealedRef::new(seq, NAME));
    Row {
        seq,
        title: w.of(seq),
        since: w.since(&hour_span(track.since, lang)),
        by: w.answer_by(track.answer_by),
        late: match days_late(track.answer_by, scene.today) {
            days if days > 0 && track.answer.is_none() => w.late(days),
            _ => String::new(),
        },
        facts: facts(scene, forum, opinion),
        statement: private(SealedRef::new(seq, STATEMENT), "say"),
        reasons: match opinion.has_reasons {
            true => private(SealedRef::new(seq, REASONS), "voice gap-s"),
            false => Html::default(),
        },
        signed: signed(lang, opinion.signature, name.as_deref()),
        form,
        answered: track
            .answer
            .map(|(at, when)| (w.answered(&hour_span(when, lang)), private(at, "voice"))),
    }
}
