//! The list of contests at the desk.

use super::words::ContestDeskWords;
use super::{ANSWER, CLEAR, REASON, Rows, clause_of, field_of, offered};
use crate::clause::label;
use askama::Template;
use base::time::Date;
use base::vietnamese::hour_span;
use forum::Forum;
use forum::contest::{CONTEST_ANSWER, Contest, ContestState};
use forum::events::LawfulReason;
use web_kit::form::{Choice, Field, Kind, hidden, key_input};
use web_kit::{Html, href, render, states};
use web_scene::said::{paragraph, said};
use web_scene::work::desk_page;
use web_scene::{App, Key, Names, Paging, Sheet, Shown, Staff, StaffInForum, address};
use world::{Command, CommandKind};

/// The list as it is asked for, or as it comes back after an act.
pub(super) struct Asked<'a> {
    /// The form.
    pub sheet: &'a Sheet,
    /// The contest its form was about.
    pub of: Option<u32>,
    /// What was done.
    pub status: Html,
}

struct Card {
    number: String,
    of_number: String,
    about: String,
    clause: String,
    when: String,
    late: bool,
    state: &'static str,
    text: Html,
    held: bool,
    may_answer: bool,
    own_work: bool,
    clear: String,
    refuse: String,
    answer: String,
    key: [Html; 3],
    reason: Html,
    reply: Html,
    reason_open: bool,
    reply_open: bool,
}

#[derive(Template)]
#[template(path = "desk/contests/page.html")]
struct Body {
    w: ContestDeskWords,
    summary: Html,
    status: Html,
    lead: &'static str,
    for_others: String,
    cards: Vec<Card>,
    empty: Html,
    paging: Html,
}

/// The page.
pub(super) fn page(app: &App, at: &StaffInForum, rows: &Rows, paging: Paging, asked: &Asked<'_>) -> String {
    let (staff, forum) = (&at.staff, &at.forum);
    let (w, lang) = (ContestDeskWords(staff.scene.lang), staff.scene.lang);
    let own = address::at_desk(forum.no, "phan-doi");
    let of_page = paging.rows(&rows.all);
    let known = of_page.filter_map(|number| Some((*number, forum.contests.get(number)?)));
    let body = render(&Body {
        w,
        summary: asked.sheet.summary(),
        status: asked.status.clone(),
        lead: if staff.may(CommandKind::ClearContest, forum) {
            w.lead_read()
        } else {
            w.lead()
        },
        for_others: match rows.for_others {
            0 => String::new(),
            n => w.for_others(n),
        },
        cards: known
            .map(|(number, contest)| card(app, staff, forum, number, contest, asked))
            .collect(),
        empty: states::empty(
            lang,
            w.none_title(),
            w.none_text(),
            Some((&address::desk(forum.no), w.desk())),
        ),
        paging: paging.nav(lang, &own),
    });
    desk_page(staff, forum, w.title(), &own, asked.sheet, &body)
}

/// The last day on which it is read without being late.
fn read_by(contest: &Contest) -> Date {
    law::read_by(contest.at.starts_at().office_date())
}

fn card(app: &App, staff: &Staff, forum: &Forum, number: u32, contest: &Contest, asked: &Asked<'_>) -> Card {
    let scene = &staff.scene;
    let (w, lang) = (ContestDeskWords(scene.lang), scene.lang);
    let no = clause_of(forum, contest.clause);
    let held = contest.state == ContestState::Held;
    let own = address::at_desk(forum.no, "phan-doi");
    let act = |act: &str| href(lang, &format!("{own}/{number}/{act}"));
    let came_back = asked.of == Some(number);
    let key = |field: &str| {
        let sent = came_back && asked.sheet.has(field);
        let key = if sent {
            asked.sheet.own_key(app)
        } else {
            Key::fresh(app)
        };
        key_input(key.as_str())
    };
    let try_answer = Command::AnswerContest {
        forum: forum.no,
        contest: number,
        text: w.answer().repeat(2),
    };
    let mut clearing = key(CLEAR);
    clearing.push(&hidden(CLEAR, "1"));
    let may_answer = offered(staff, &try_answer);
    let text = if held {
        match app.private_words(contest.text) {
            Some(words) => paragraph(scene, Shown::Words(&words), "say"),
            None => Html::text(w.words_gone()),
        }
    } else {
        said(scene, contest.text, "say")
    };
    Card {
        number: w.number(number),
        of_number: w.of_number(number),
        about: w.about(&label(no)),
        clause: href(lang, &address::clause_desk(no.forum, no.directive, no.clause)),
        when: match held {
            true => format!("{} · {}", hour_span(contest.at, lang), w.read_by(read_by(contest))),
            false => hour_span(contest.at, lang),
        },
        late: held && scene.today > read_by(contest),
        state: if held { w.waits_reading() } else { w.waits_answer() },
        text,
        held,
        may_answer: !held && may_answer.is_ok(),
        own_work: !held && may_answer == Err(forum::Refusal::OwnWork.into()),
        clear: act("dang"),
        refuse: act("khong-dang"),
        answer: act("tra-loi"),
        key: [clearing, key(REASON), key(ANSWER)],
        reason: reason(number, asked, came_back, scene.lang),
        reply: reply(number, asked, came_back, scene.lang),
        reason_open: came_back && asked.sheet.has(REASON),
        reply_open: came_back && asked.sheet.has(ANSWER),
    }
}

fn reason(number: u32, asked: &Asked<'_>, came_back: bool, lang: web_kit::Lang) -> Html {
    let (w, names) = (ContestDeskWords(lang), Names(lang));
    let choices = LawfulReason::ALL.into_iter();
    let choices = choices.map(|one| Choice::new(one.as_str(), names.reason(one), ""));
    let field = Field::new(REASON, w.reason(), Kind::Select(choices.collect())).hint(w.reason_hint());
    own_field(field, number, asked, came_back).html(lang)
}

fn reply(number: u32, asked: &Asked<'_>, came_back: bool, lang: web_kit::Lang) -> Html {
    let w = ContestDeskWords(lang);
    let kind = Kind::Area {
        voice: false,
        chars_max: Some(u32::try_from(CONTEST_ANSWER.max_chars).unwrap_or(u32::MAX)),
    };
    let field = Field::new(ANSWER, w.answer(), kind).hint(w.answer_hint());
    own_field(field, number, asked, came_back).html(lang)
}

/// One card after another has these fields: each has an id of its own, and what was typed in it.
fn own_field<'a>(mut field: Field<'a>, number: u32, asked: &Asked<'_>, came_back: bool) -> Field<'a> {
    let name = field_of(&field.name, number);
    field.error = asked.sheet.errors.of(&name).map(|words| words.to_owned().into());
    field.id = format!("f-{name}").into();
    if came_back {
        field.value = asked.sheet.typed(&field.name).to_owned().into();
    }
    field
}
