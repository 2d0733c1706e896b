//! A forum is announced.

use super::desk_path;
use super::desk_words::DeskWords;
use ::forum::announce::{Announcement, FORUM_PURPOSE, FORUM_TITLE, next_no};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId};
use base::vietnamese::name_key;
use people::role::OrganisationKind;
use web_kit::form::{Choice, Field, Form, Kind};
use web_kit::{Crumb, Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::work::{ANNOUNCE, MY_WORK, WorkPage, may_in_office};
use web_scene::{App, Scene, Sent, Sheet, Staff, StaffForm};
use world::{Command, CommandKind, Refusal};

const TITLE: &str = "ten";
const PURPOSE: &str = "de_lam_gi";
const CHAIR: &str = "chu_tri";
const FORCE: &str = "luc_luong";
const CLOSES: &str = "han";
const DAY: &str = "ngay";

#[derive(Template)]
#[template(path = "forum/announce.html")]
struct Body {
    w: DeskWords,
    summary: Html,
    form: Html,
}

/// `GET /dieu-hanh/dien-dan/moi`
pub(crate) async fn form(State(app): State<App>, staff: Staff) -> Response {
    if !may_announce(&staff) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &sheet))
}

/// `POST /dieu-hanh/dien-dan/moi`
pub(crate) async fn send(State(app): State<App>, StaffForm(staff, fields): StaffForm) -> Response {
    if !may_announce(&staff) {
        return staff.forbidden();
    }
    let lang = staff.scene.lang;
    let mut sheet = Sheet::sent(&app, lang, fields);
    let Some(what) = read(&staff.scene, &mut sheet) else {
        return sheet.answer(page(&app, &staff, &sheet));
    };
    let proposed = what.forum;
    let parts = parts(&staff, &what);
    let (actor, command) = (Actor::Person(staff.person), Command::AnnounceForum { what });
    match sheet
        .send(&app, actor, command, &parts.each_ref().map(String::as_str))
        .await
    {
        Sent::Recorded(recorded) => {
            // A form that is sent again leads to the forum it announced, whatever number would be next now.
            let view = app.ledger.view();
            let mut forums = view.state.forums.forums.values();
            let announced = forums
                .find(|forum| Some(forum.title.seq) == recorded.first)
                .map(desk_path);
            let to = announced.unwrap_or_else(|| format!("/dieu-hanh/dien-dan/{proposed}"));
            return see_other(&href(lang, &to));
        }
        Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
        Sent::Refused(why) => {
            let words = refusal(&why, lang);
            match why {
                Refusal::Forum(::forum::Refusal::ClosesInThePast) => sheet.errors.add(CLOSES, words),
                Refusal::Forum(::forum::Refusal::DayBeforeClosing | ::forum::Refusal::TooFarAhead) => {
                    sheet.errors.add(DAY, words)
                }
                _ => sheet.notice = words,
            }
        }
        Sent::OtherBody | Sent::Busy => {}
    }
    sheet.answer(page(&app, &staff, &sheet))
}

fn may_announce(staff: &Staff) -> bool {
    may_in_office(staff.scene.world(), staff.person, CommandKind::AnnounceForum)
}

/// What makes this act the same when it is sent again. Its number is not in it: that is given, not typed.
fn parts(staff: &Staff, what: &Announcement) -> [String; 8] {
    let id = |id: Option<OrganisationId>| id.map_or_else(String::new, |id| id.0.to_string());
    [
        "announce".to_owned(),
        staff.person.0.to_string(),
        what.title.clone(),
        what.purpose.clone().unwrap_or_default(),
        id(what.chair),
        id(what.force),
        what.closes.to_string(),
        what.day.to_string(),
    ]
}

fn read(scene: &Scene, sheet: &mut Sheet) -> Option<Announcement> {
    let w = DeskWords(scene.lang);
    let title = sheet.text(TITLE, w.what_title(), &FORUM_TITLE);
    let purpose = sheet.text(PURPOSE, w.what_purpose(), &FORUM_PURPOSE);
    let chair = organisation(scene, sheet, CHAIR, false);
    let force = organisation(scene, sheet, FORCE, true);
    let closes = sheet.date(CLOSES, w.what_closes());
    let day = sheet.date(DAY, w.what_day());
    if let (Some(closes), Some(day)) = (closes, day) {
        let no = |why: forum::Refusal| refusal(&why.into(), scene.lang);
        if scene.now >= closes.ends_at() {
            sheet.errors.add(CLOSES, no(forum::Refusal::ClosesInThePast));
        } else if day < closes {
            sheet.errors.add(DAY, no(forum::Refusal::DayBeforeClosing));
        }
    }
    let year = day.and_then(|day| u16::try_from(day.year()).ok());
    let no = year.and_then(|year| next_no(&scene.world().forums, year));
    if day.is_some() && no.is_none() {
        sheet.errors.add(DAY, w.year_full());
    }
    let what = Announcement {
        forum: no?,
        title: title?,
        purpose: purpose.filter(|text| !text.is_empty()),
        chair,
        force,
        closes: closes?,
        day: day?,
    };
    sheet.errors.is_empty().then_some(what)
}

/// The organisation that was chosen; nothing when none was, or none that may be.
fn organisation(scene: &Scene, sheet: &mut Sheet, name: &'static str, force_only: bool) -> Option<OrganisationId> {
    let typed = sheet.typed(name);
    if typed.is_empty() {
        return None;
    }
    let id = typed.parse().ok().map(OrganisationId);
    let known = id.filter(|id| organisations(scene, force_only).iter().any(|(known, _)| known == id));
    if known.is_none() {
        sheet.errors.add(name, DeskWords(scene.lang).choose_organisation());
    }
    known
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

fn page(app: &App, staff: &Staff, sheet: &Sheet) -> String {
    let scene = &staff.scene;
    let w = DeskWords(scene.lang);
    let select = |name, label, force_only| {
        let options = organisations(scene, force_only).into_iter();
        let options: Vec<_> = options
            .map(|(id, name)| Choice::new(id.0.to_string(), name, ""))
            .collect();
        let is_empty = options.is_empty();
        let field = Field::new(name, label, Kind::Select(options)).optional();
        field.hint(match (is_empty, force_only) {
            (true, _) => w.no_organisations(),
            (false, true) => w.force_hint(),
            (false, false) => w.chair_hint(),
        })
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
        .key(sheet.own_key(app).as_str().to_owned())
        .after(number);
    for field in list {
        let typed = sheet.typed(&field.name).to_owned();
        form = form.field(field.value(typed).errors(&sheet.errors));
    }
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        form: form.html(),
    });
    let page = WorkPage {
        crumbs: vec![Crumb::link(w.my_work(), MY_WORK), Crumb::here(w.announce())],
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(w.announce(), ANNOUNCE)
    };
    page.html(staff, &body)
}
