//! A forum is announced.

use super::DeskWords;
use super::frame::{ANNOUNCE, HOME, forbidden, framed};
use super::one;
use super::rights::may_announce;
use crate::kit::page::{Answer, alert};
use crate::kit::typed::TypedWords;
use crate::names::Names;
use ::forum::announce::{Announcement, FORUM_PURPOSE, FORUM_TITLE, next_no};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId};
use base::text::TextRule;
use base::time::{Date, DateProblem};
use base::vietnamese::name_key;
use people::role::OrganisationKind;
use web_kit::form::{Choice, Field, Form, KEY_FIELD, Kind};
use web_kit::{Crumb, Errors, Html, href, render, see_other};
use web_scene::{App, Fields, Key, Scene, Staff, StaffForm, Unsent};
use world::{Command, Refusal};

const TITLE: &str = "ten";
const PURPOSE: &str = "de_lam_gi";
const CHAIR: &str = "chu_tri";
const FORCE: &str = "luc_luong";
const CLOSES: &str = "han";
const DAY: &str = "ngay";

#[derive(Template)]
#[template(path = "desk/announce.html")]
struct Body {
    w: DeskWords,
    summary: Html,
    notice: Html,
    form: Html,
}

/// `GET /dieu-hanh/dien-dan/moi`
pub(crate) async fn form(State(app): State<App>, staff: Staff) -> Response {
    if !may_announce(staff.scene.world(), staff.person) {
        return forbidden(&staff);
    }
    page(
        &staff,
        &Fields::default(),
        &Key::fresh(&app),
        Answer::Form,
        &Errors::new(),
        "",
    )
}

/// `POST /dieu-hanh/dien-dan/moi`
pub(crate) async fn send(State(app): State<App>, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_announce(staff.scene.world(), staff.person) {
        return forbidden(&staff);
    }
    let lang = staff.scene.lang;
    let w = DeskWords(lang);
    let key = Key::sent(&app, fields.get(KEY_FIELD));
    let what = match read(&staff.scene, &fields) {
        Ok(what) => what,
        Err(errors) => return page(&staff, &fields, &key, Answer::Wrong, &errors, ""),
    };
    let proposed = what.forum;
    let body = body(&staff, &what);
    let command = Command::AnnounceForum { what };
    let unsent = match app
        .submit(Actor::Person(staff.person), command, Some((&key, &body)))
        .await
    {
        Ok(recorded) => {
            // A form that is sent again leads to the forum it announced, whatever number would be next now.
            let view = app.ledger.view();
            let mut forums = view.state.forums.forums.values();
            let announced = forums
                .find(|forum| Some(forum.title.seq) == recorded.first)
                .map(one::path);
            let to = announced.unwrap_or_else(|| format!("/dieu-hanh/dien-dan/{proposed}"));
            return see_other(&href(lang, &to));
        }
        Err(unsent) => unsent,
    };
    match unsent {
        Unsent::Busy => page(&staff, &fields, &key, Answer::Busy, &Errors::new(), w.busy()),
        Unsent::OtherBody => page(
            &staff,
            &fields,
            &Key::fresh(&app),
            Answer::Wrong,
            &Errors::new(),
            w.stale(),
        ),
        Unsent::Refused(Refusal::NotAllowed(_)) => forbidden(&staff),
        Unsent::Refused(refusal) => {
            let words = Names(lang).refusal(&refusal);
            let mut errors = Errors::new();
            match refusal {
                Refusal::Forum(::forum::Refusal::ClosesInThePast) => errors.add(CLOSES, words.as_str()),
                Refusal::Forum(::forum::Refusal::DayBeforeClosing) => errors.add(DAY, words.as_str()),
                _ => return page(&staff, &fields, &key, Answer::Wrong, &errors, &words),
            }
            page(&staff, &fields, &key, Answer::Wrong, &errors, "")
        }
    }
}

/// What makes this act the same when it is sent again. Its number is not in it: that is given, not typed.
fn body(staff: &Staff, what: &Announcement) -> Vec<u8> {
    let id = |id: Option<OrganisationId>| id.map_or_else(String::new, |id| id.0.to_string());
    let parts = [
        staff.person.0.to_string(),
        what.title.clone(),
        what.purpose.clone().unwrap_or_default(),
        id(what.chair),
        id(what.force),
        what.closes.to_string(),
        what.day.to_string(),
    ];
    let mut body = b"announce".to_vec();
    for part in parts {
        body.extend((part.len() as u64).to_be_bytes());
        body.extend(part.as_bytes());
    }
    body
}

fn read(scene: &Scene, fields: &Fields) -> Result<Announcement, Errors> {
    let w = DeskWords(scene.lang);
    let mut errors = Errors::new();
    let mut text = |name, rule: &TextRule, what| match rule.accept(fields.get(name)) {
        Ok(text) => Some(text),
        Err(problem) => {
            errors.add(name, TypedWords(scene.lang).about(problem, what, rule.min_chars));
            None
        }
    };
    let title = text(TITLE, &FORUM_TITLE, w.what_title());
    let purpose = text(PURPOSE, &FORUM_PURPOSE, w.what_purpose());
    let mut organisation = |name, force_only| match fields.get(name) {
        "" => None,
        typed => {
            let id = typed.parse().ok().map(OrganisationId);
            let known = id.filter(|id| organisations(scene, force_only).iter().any(|(known, _)| known == id));
            if known.is_none() {
                errors.add(name, w.choose_organisation());
            }
            known
        }
    };
    let chair = organisation(CHAIR, false);
    let force = organisation(FORCE, true);
    let mut date = |name, what: &str| {
        let problem = match Date::parse_vietnamese(fields.get(name)) {
            Ok(date) => return Some(date),
            Err(problem) => problem,
        };
        errors.add(
            name,
            match problem {
                DateProblem::Empty => w.date_empty(what),
                DateProblem::WrongShape => w.date_shape(what),
                DateProblem::NoSuchDay { .. } => w.date_none(what),
            },
        );
        None
    };
    let closes = date(CLOSES, w.what_closes());
    let day = date(DAY, w.what_day());
    if let (Some(closes), Some(day)) = (closes, day) {
        if scene.now >= closes.ends_at() {
            errors.add(CLOSES, Names(scene.lang).closes_past());
        } else if day < closes {
            errors.add(DAY, Names(scene.lang).day_before_closing());
        }
    }
    let year = day.and_then(|day| u16::try_from(day.year()).ok());
    let no = year.and_then(|year| next_no(&scene.world().forums, year));
    if day.is_some() && no.is_none() {
        errors.add(DAY, w.year_full());
    }
    match (title, closes, day, no) {
        (Some(title), Some(closes), Some(day), Some(forum)) if errors.is_empty() => Ok(Announcement {
            forum,
            title,
            purpose: purpose.filter(|text| !text.is_empty()),
            chair,
            force,
            closes,
            day,
        }),
        _ => Err(errors),
    }
}

/// Organisations by name.
fn organisations(scene: &Scene, force_only: bool) -> Vec<(OrganisationId, String)> {
    let all = scene.world().people.organisations.iter();
    let wanted = all.filter(|(_, one)| !force_only || one.kind == OrganisationKind::GuardForce);
    let mut named: Vec<_> = wanted
        .map(|(id, _)| (*id, scene.organisation(*id).to_owned()))
        .collect();
    named.sort_by_key(|(id, name)| (name_key(name), *id));
    named
}

fn page(staff: &Staff, fields: &Fields, key: &Key, answer: Answer, errors: &Errors, notice: &str) -> Response {
    let scene = &staff.scene;
    let w = DeskWords(scene.lang);
    let select = |name, label, force_only| {
        let options = organisations(scene, force_only).into_iter();
        let options: Vec<_> = options
            .map(|(id, name)| Choice::new(id.0.to_string(), name, ""))
            .collect();
        let is_empty = options.is_empty();
        let field = Field::new(name, label, Kind::Select(options)).optional();
        if is_empty {
            field.hint(w.no_organisations())
        } else {
            field
        }
    };
    let area = |name, label, max: usize| {
        Field::new(
            name,
            label,
            Kind::Area {
                voice: false,
                chars_max: Some(max as u32),
            },
        )
    };
    let year = u16::try_from(scene.today.year()).unwrap_or_default();
    let number = next_no(&scene.world().forums, year).map(|no| w.number_next(&no.label()));
    let list = [
        Field::text(TITLE, w.title()).hint(w.title_hint(FORUM_TITLE.max_chars)),
        area(PURPOSE, w.purpose(), FORUM_PURPOSE.max_chars)
            .hint(w.purpose_hint())
            .optional(),
        select(CHAIR, w.chair(), false),
        select(FORCE, w.force(), true),
        Field::date(CLOSES, w.closes()),
        Field::date(DAY, w.day()),
    ];
    let number = number.map_or_else(Html::default, |words| {
        Html::trusted(format!("<p class=\"meta gap-s\">{}</p>", web_kit::escape(&words)))
    });
    let mut form = Form::new(scene.lang, ANNOUNCE, w.announce_send())
        .key(key.as_str())
        .after(number);
    for field in list {
        let typed = fields.get(&field.name).to_owned();
        form = form.field(field.value(typed).errors(errors));
    }
    let body = render(&Body {
        w,
        summary: errors.summary(scene.lang),
        notice: if notice.is_empty() {
            Html::default()
        } else {
            alert(notice)
        },
        form: form.html(),
    });
    let crumbs = vec![Crumb::link(w.my_work(), HOME), Crumb::here(w.announce())];
    answer.page(framed(
        staff,
        w.announce(),
        ANNOUNCE,
        ANNOUNCE,
        crumbs,
        &body,
        |frame| answer.mark(frame),
    ))
}
