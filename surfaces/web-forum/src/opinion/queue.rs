//! The queue of one forum: what waits, oldest first.

use super::queue_words::QueueWords;
use super::{Signed, queue_path, signed};
use crate::forum::{desk_path, title};
use crate::work::rights::may_read;
use askama::Template;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::response::Response;
use base::fact::{Actor, SealedRef};
use base::vietnamese::hour_span;
use forum::events::{LawfulReason, NAME, REASONS, STATEMENT};
use forum::publication::BATCH_OPINIONS_MIN;
use forum::reading::{hours_waited, is_late};
use forum::{Forum, Opinion};
use web_kit::form::{Choice, Field, Kind, key_input};
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, Lang, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::said::paragraph;
use web_scene::work::{MY_WORK, WorkPage};
use web_scene::{App, Key, Names, Paging, Scene, Sent, Sheet, Shown, Staff, StaffForm};
use web_scene::{InForum, Numbered};
use world::rights::check;
use world::{Command, Refusal};

/// Opinions of a page.
const PAGE_ROWS: usize = 20;
/// The field with the reason for not publishing.
pub(super) const REASON: &str = "ly_do";
/// Said after an opinion was cleared.
pub(super) const DONE_CLEAR: &str = "dang";
/// Said after an opinion was refused.
pub(super) const DONE_REFUSE: &str = "khong-dang";

struct Card {
    entry: String,
    of_entry: String,
    statement: Html,
    reasons: Html,
    signed: Signed,
    waits: String,
    is_late: bool,
    clear: String,
    refuse: String,
    key_clear: Html,
    key_refuse: Html,
    reason: Html,
    has_error: bool,
}

#[derive(Template)]
#[template(path = "opinion/queue.html")]
struct Body {
    w: QueueWords,
    summary: Html,
    status: Html,
    forum: String,
    lead: String,
    cleared: String,
    cards: Vec<Card>,
    any_late: bool,
    empty: Html,
    paging: Html,
}

/// The queue as it is asked for, or as it comes back after an act.
struct Asked<'a> {
    /// The form.
    sheet: &'a Sheet,
    /// The opinion its form was about.
    of: Option<u64>,
    /// What was done.
    status: Html,
}

/// `GET /dieu-hanh/dien-dan/{no}/doc`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_read(staff.scene.world(), staff.person, &at.forum) {
        return staff.forbidden();
    }
    let w = QueueWords(staff.scene.lang);
    let done = match staff.scene.query().get("xong") {
        DONE_CLEAR => w.done_clear(),
        DONE_REFUSE => w.done_refuse(),
        _ => "",
    };
    let status = match done {
        "" => Html::default(),
        done => note_with(Note::Ok, Icon::Check, &Html::text(done), true),
    };
    let Some(paging) = Paging::read(&staff.scene, at.forum.held.len(), PAGE_ROWS) else {
        return staff.scene.not_found();
    };
    let sheet = Sheet::fresh(staff.scene.lang);
    let asked = Asked {
        sheet: &sheet,
        of: None,
        status,
    };
    sheet.answer(page(&app, &staff, &at.forum, paging, &asked))
}

/// A moderator's form about one opinion, when it is of this forum and this person may read it.
pub(crate) struct Act {
    app: App,
    at: InForum,
    staff: Staff,
    /// The form.
    pub(super) sheet: Sheet,
    /// The opinion.
    pub(super) opinion: u64,
}

impl FromRequest<App> for Act {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let at = InForum::from_request_parts(&mut parts, app).await?;
        let Ok(Numbered(opinion)) = Numbered::from_request_parts(&mut parts, app).await;
        let StaffForm(staff, fields) = StaffForm::from_request(Request::from_parts(parts, body), app).await?;
        let world = staff.scene.world();
        let is_here = |opinion: &u64| {
            world
                .forums
                .opinions
                .get(opinion)
                .is_some_and(|one| one.forum == at.forum.no)
        };
        let Some(opinion) = opinion.filter(is_here) else {
            return Err(staff.scene.not_found());
        };
        if check(world, Actor::Person(staff.person), &Command::ClearOpinion { opinion }).is_err() {
            return Err(staff.forbidden());
        }
        let sheet = Sheet::sent(app, staff.scene.lang, fields);
        let app = app.clone();
        Ok(Act {
            app,
            at,
            staff,
            sheet,
            opinion,
        })
    }
}

impl Act {
    /// The language of the answer.
    pub(super) fn lang(&self) -> Lang {
        self.staff.scene.lang
    }

    /// Gives the command to the ledger; then the queue, or the page the form came from with what is wrong.
    pub(super) async fn give(mut self, command: Command, done: &'static str) -> Response {
        let reason = match &command {
            Command::RefuseOpinion { reason, .. } => reason.as_str(),
            _ => "",
        };
        let parts = [
            done,
            &self.opinion.to_string(),
            reason,
            &self.staff.person.0.to_string(),
        ];
        let actor = Actor::Person(self.staff.person);
        match self.sheet.send(&self.app, actor, command, &parts).await {
            Sent::Recorded(_) => {
                let to = format!("{}?xong={done}", queue_path(&self.at.forum));
                return see_other(&href(self.lang(), &to));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return self.staff.forbidden(),
            Sent::Refused(why) => self.sheet.notice = refusal(&why, self.lang()),
            Sent::OtherBody | Sent::Busy => {}
        }
        self.came_back()
    }

    /// The page of the queue the opinion stands on, the first when it does not wait any more, after an act that did not
    /// go through.
    pub(super) fn came_back(&self) -> Response {
        let held = &self.at.forum.held;
        let row = held.iter().position(|held| *held == self.opinion).unwrap_or(0);
        let asked = Asked {
            sheet: &self.sheet,
            of: Some(self.opinion),
            status: Html::default(),
        };
        let paging = Paging::with_row(row, held.len(), PAGE_ROWS);
        let html = page(&self.app, &self.staff, &self.at.forum, paging, &asked);
        self.sheet.answer(html)
    }
}

/// The name under which a card's missing reason is told.
pub(super) fn reason_of(opinion: u64) -> String {
    format!("{REASON}-{opinion}")
}

/// The queue, for someone whose right was checked.
fn page(app: &App, staff: &Staff, forum: &Forum, paging: Paging, asked: &Asked<'_>) -> String {
    let (scene, world) = (&staff.scene, staff.scene.world());
    let w = QueueWords(scene.lang);
    let held = paging.rows(&forum.held);
    let known = held.filter_map(|seq| Some((*seq, world.forums.opinions.get(seq)?)));
    let cards: Vec<Card> = known
        .map(|(seq, opinion)| card(app, scene, forum, seq, opinion, asked))
        .collect();
    let body = render(&Body {
        w,
        summary: asked.sheet.summary(),
        status: asked.status.clone(),
        forum: title(scene, forum),
        lead: w.queue_lead(BATCH_OPINIONS_MIN),
        cleared: if forum.cleared.is_empty() {
            String::new()
        } else {
            w.queue_cleared(forum.cleared.len())
        },
        any_late: cards.iter().any(|card| card.is_late),
        cards,
        empty: states::empty(
            scene.lang,
            w.queue_none_title(),
            w.queue_none_text(),
            Some((MY_WORK, w.my_work())),
        ),
        paging: paging.nav(scene.lang, &queue_path(forum)),
    });
    let own = queue_path(forum);
    let page = WorkPage {
        place: "",
        crumbs: vec![
            Crumb::link(w.my_work(), MY_WORK),
            Crumb::link(forum.no.label(), desk_path(forum)),
            Crumb::here(w.queue_title()),
        ],
        has_errors: asked.sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(w.queue_title(), &own)
    };
    page.html(staff, &body)
}

fn card(app: &App, scene: &Scene, forum: &Forum, seq: u64, opinion: &Opinion, asked: &Asked<'_>) -> Card {
    let w = QueueWords(scene.lang);
    let private = |field| app.private_words(SealedRef::new(seq, field));
    let words = |field, class| match private(field) {
        Some(words) => paragraph(scene, Shown::Words(&words), class),
        None => Html::trusted(format!("<p class=\"meta\">{}</p>", web_kit::escape(w.words_gone()))),
    };
    let name = private(NAME);
    let key = || {
        let came_back = asked.of == Some(seq);
        let key = if came_back {
            asked.sheet.own_key(app)
        } else {
            Key::fresh(app)
        };
        key_input(key.as_str())
    };
    let error = asked.sheet.errors.of(&reason_of(seq));
    let hours = hours_waited(opinion.at, scene.now);
    let act = |act: &str| href(scene.lang, &format!("{}/{seq}/{act}", queue_path(forum)));
    Card {
        entry: w.entry(seq),
        of_entry: w.of_entry(seq),
        statement: words(STATEMENT, "say"),
        reasons: if opinion.has_reasons {
            words(REASONS, "voice gap-s")
        } else {
            Html::default()
        },
        signed: signed(scene.lang, opinion.signature, name.as_deref()),
        waits: if hours == 0 {
            w.waits_new().to_owned()
        } else {
            format!("{}, {}", w.waits(hours), w.received(&hour_span(opinion.at, scene.lang)))
        },
        is_late: is_late(opinion.at, scene.now),
        clear: act("dang"),
        refuse: act("khong-dang"),
        key_clear: key(),
        key_refuse: key(),
        reason: reason(scene, seq, error),
        has_error: error.is_some(),
    }
}

fn reason(scene: &Scene, seq: u64, error: Option<&str>) -> Html {
    let (w, names) = (QueueWords(scene.lang), Names(scene.lang));
    let choices = LawfulReason::ALL
        .into_iter()
        .map(|one| Choice::new(one.as_str(), names.reason(one), ""));
    let mut field = Field::new(REASON, w.reason(), Kind::Select(choices.collect())).hint(w.reason_hint());
    // One card after another has this field: each has an id of its own.
    field.id = format!("f-{}", reason_of(seq)).into();
    field.error = error.map(|error| error.to_owned().into());
    field.html(scene.lang)
}
