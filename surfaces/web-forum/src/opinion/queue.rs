//! The queue of one forum: what waits, oldest first.

mod alike;
mod card;
pub(crate) mod take_down;
pub(crate) mod to_private;

use super::near::Nearby;
use super::queue_path;
use super::queue_words::QueueWords;
use crate::forum::{desk_path, title};
use crate::work::rights::may_read;
use askama::Template;
use axum::Extension;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::response::Response;
use base::fact::Actor;
use card::Card;
use forum::Forum;
use forum::publication::BATCH_OPINIONS_MIN;
use std::collections::BTreeSet;
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, Lang, href, render, see_other, states};
use web_scene::refusal::refusal;
use web_scene::work::{MY_WORK, WorkPage};
use web_scene::{App, Paging, Sent, Sheet, Staff, StaffForm, address};
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
/// Said after an opinion went to the private track.
const DONE_PRIVATE: &str = "rieng";

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
    take_down: Option<String>,
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
pub(crate) async fn show(
    State(app): State<App>,
    Extension(nearby): Extension<Nearby>,
    at: InForum,
    staff: Staff,
) -> Response {
    if !may_read(staff.scene.world(), staff.person, &at.forum) {
        return staff.forbidden();
    }
    let w = QueueWords(staff.scene.lang);
    let done = match staff.scene.query().get("xong") {
        DONE_CLEAR => w.done_clear(),
        DONE_REFUSE => w.done_refuse(),
        DONE_PRIVATE => w.done_private(),
        take_down::DONE => w.done_take_down(),
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
    sheet.answer(page(&app, &nearby, &staff, &at.forum, paging, &asked))
}

/// A moderator's form about one opinion, when it is of this forum and this person may read it.
pub(crate) struct Act {
    app: App,
    nearby: Nearby,
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
        let nearby = parts.extensions.get::<Nearby>().cloned().unwrap_or_default();
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
            nearby,
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
        let html = page(&self.app, &self.nearby, &self.staff, &self.at.forum, paging, &asked);
        self.sheet.answer(html)
    }
}

/// The name under which a card's missing answer to a question is told.
pub(super) fn of_card(field: &str, opinion: u64) -> String {
    format!("{field}-{opinion}")
}

/// The queue, for someone whose right was checked.
fn page(app: &App, nearby: &Nearby, staff: &Staff, forum: &Forum, paging: Paging, asked: &Asked<'_>) -> String {
    let (scene, world) = (&staff.scene, staff.scene.world());
    let w = QueueWords(scene.lang);
    let alike = alike::Alike::among(app, scene, forum, nearby);
    let shown: BTreeSet<u64> = paging.rows(&forum.held).copied().collect();
    let known = shown
        .iter()
        .filter_map(|seq| Some((*seq, world.forums.opinions.get(seq)?)));
    let cards: Vec<Card> = known
        .map(|(seq, opinion)| card::card(app, scene, forum, (seq, opinion), &alike, (asked, &shown)))
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
        any_late: cards.iter().any(Card::is_late),
        cards,
        empty: states::empty(
            scene.lang,
            w.queue_none_title(),
            w.queue_none_text(),
            Some((MY_WORK, w.my_work())),
        ),
        paging: paging.nav(scene.lang, &queue_path(forum)),
        take_down: take_down::may_take_down(staff, forum)
            .then(|| href(scene.lang, &address::at_desk(forum.no, take_down::STEP))),
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
