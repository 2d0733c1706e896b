//! Contests at the desk: the moderator reads what waits; whoever belongs neither to owner nor verifier answers what is
//! public.

mod page;
mod words;

use super::offer::offered;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::response::Response;
use base::fact::Actor;
use forum::contest::{CONTEST_ANSWER, ContestState};
use forum::events::LawfulReason;
use forum::{ClauseNo, Forum};
use page::{Asked, page};
use web_kit::states::{Note, note_with};
use web_kit::{Html, Icon, Lang, href, see_other};
use web_scene::refusal::{refusal, text_problem};
use web_scene::said::typed_words;
use web_scene::{App, Numbered, Paging, Sent, Sheet, Staff, StaffForm, StaffInForum, address};
use words::ContestDeskWords;
use world::{Command, CommandKind, Refusal};

/// Contests of a page.
const PAGE_ROWS: usize = 20;
/// Why one is not published.
const REASON: &str = "ly_do";
/// The answer.
const ANSWER: &str = "tra_loi";
/// The hidden field of the form to publish.
const CLEAR: &str = "dang";

/// What was done, as the address of the page after it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Cleared,
    Refused,
    Answered,
}

impl Done {
    const ALL: [Done; 3] = [Done::Cleared, Done::Refused, Done::Answered];

    const fn as_str(self) -> &'static str {
        match self {
            Done::Cleared => "dang",
            Done::Refused => "khong-dang",
            Done::Answered => "tra-loi",
        }
    }

    const fn words(self, w: ContestDeskWords) -> &'static str {
        match self {
            Done::Cleared => w.done_cleared(),
            Done::Refused => w.done_refused(),
            Done::Answered => w.done_answered(),
        }
    }
}

/// Whether a person may read this contest, which waits: nobody does who belongs to the clause's owner or verifier.
fn may_read(staff: &Staff, forum: &Forum, contest: u32) -> bool {
    let forum = forum.no;
    offered(staff, &Command::ClearContest { forum, contest }).is_ok()
}

/// What a person sees here.
struct Rows {
    /// What waits to be read, if they may read it, then what is public and not answered.
    all: Vec<u32>,
    /// How many wait for another moderator.
    for_others: usize,
}

fn rows(staff: &Staff, forum: &Forum) -> Rows {
    let held = forum.contests.iter().filter(|(_, one)| one.state == ContestState::Held);
    let held: Vec<u32> = held.map(|(number, _)| *number).collect();
    let waiting = held.len();
    let mut all: Vec<u32> = held.into_iter().filter(|one| may_read(staff, forum, *one)).collect();
    let for_others = if staff.may(CommandKind::ClearContest, forum) {
        waiting - all.len()
    } else {
        0
    };
    let public = forum
        .contests
        .iter()
        .filter(|(_, one)| one.state == ContestState::Public);
    all.extend(
        public
            .filter(|(_, one)| one.answer.is_none())
            .map(|(number, _)| *number),
    );
    Rows { all, for_others }
}

/// `GET /dieu-hanh/dien-dan/{no}/phan-doi`
pub(crate) async fn show(State(app): State<App>, at: StaffInForum) -> Response {
    let scene = &at.staff.scene;
    let word = scene.query().get("xong").to_owned();
    let status = match Done::ALL.into_iter().find(|one| one.as_str() == word) {
        Some(done) => {
            let words = Html::text(done.words(ContestDeskWords(scene.lang)));
            note_with(Note::Ok, Icon::Check, &words, true)
        }
        None => Html::default(),
    };
    let rows = rows(&at.staff, &at.forum);
    let Some(paging) = Paging::read(scene, rows.all.len(), PAGE_ROWS) else {
        return scene.not_found();
    };
    let sheet = Sheet::fresh(scene.lang);
    let asked = Asked {
        sheet: &sheet,
        of: None,
        status,
    };
    sheet.answer(page(&app, &at, &rows, paging, &asked))
}

/// A form about one contest.
pub(crate) struct Act {
    app: App,
    at: StaffInForum,
    sheet: Sheet,
    contest: u32,
}

impl FromRequest<App> for Act {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let StaffForm(staff, fields) = StaffForm::from_request(Request::from_parts(parts.clone(), body), app).await?;
        let lang = staff.scene.lang;
        let at = StaffInForum::from_request_parts(&mut parts, app).await?;
        let Ok(Numbered(number)) = Numbered::from_request_parts(&mut parts, app).await;
        let number = number.and_then(|number| u32::try_from(number).ok());
        let Some(contest) = number.filter(|number| at.forum.contests.contains_key(number)) else {
            return Err(at.staff.scene.not_found());
        };
        let sheet = Sheet::sent(app, lang, fields);
        let app = app.clone();
        Ok(Act {
            app,
            at,
            sheet,
            contest,
        })
    }
}

impl Act {
    fn lang(&self) -> Lang {
        self.at.staff.scene.lang
    }

    /// Gives the command to the ledger; then the list, or the page the form came from with what is wrong.
    async fn give(mut self, done: Done, command: Command, typed: &str) -> Response {
        let (forum, lang) = (self.at.forum.no, self.lang());
        let (contest, person) = (self.contest.to_string(), self.at.staff.person.0.to_string());
        let parts = ["contest", done.as_str(), &forum.label(), &contest, &person, typed];
        let actor = Actor::Person(self.at.staff.person);
        match self.sheet.send(&self.app, actor, command, &parts).await {
            Sent::Recorded(_) => {
                let to = address::at_desk(forum, "phan-doi");
                return see_other(&href(lang, &format!("{to}?xong={}", done.as_str())));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return self.at.staff.forbidden(),
            Sent::Refused(why) => {
                let w = ContestDeskWords(lang);
                self.sheet.notice = match why {
                    Refusal::Forum(forum::Refusal::AlreadyRead) => w.already_read().to_owned(),
                    Refusal::Forum(forum::Refusal::OwnWork) => w.own_work().to_owned(),
                    why => refusal(&why, lang),
                };
            }
            Sent::OtherBody | Sent::Busy => {}
        }
        self.came_back()
    }

    fn came_back(&self) -> Response {
        let rows = rows(&self.at.staff, &self.at.forum);
        let row = rows.all.iter().position(|one| *one == self.contest).unwrap_or(0);
        let paging = Paging::with_row(row, rows.all.len(), PAGE_ROWS);
        let asked = Asked {
            sheet: &self.sheet,
            of: Some(self.contest),
            status: match rows.all.contains(&self.contest) {
                true => Html::default(),
                // Somebody else has answered it: its form is gone, what was typed is not.
                false => typed_words(&self.at.staff.scene, &self.sheet, ANSWER),
            },
        };
        self.sheet.answer(page(&self.app, &self.at, &rows, paging, &asked))
    }
}

/// The name under which what is wrong with one contest's field is told: each has an id of its own.
fn field_of(name: &str, contest: u32) -> String {
    format!("{name}-{contest}")
}

/// `POST /dieu-hanh/dien-dan/{no}/phan-doi/{so}/dang`
pub(crate) async fn clear(act: Act) -> Response {
    let (forum, contest) = (act.at.forum.no, act.contest);
    act.give(Done::Cleared, Command::ClearContest { forum, contest }, "")
        .await
}

/// `POST /dieu-hanh/dien-dan/{no}/phan-doi/{so}/khong-dang`
pub(crate) async fn refuse(mut act: Act) -> Response {
    let (forum, contest) = (act.at.forum.no, act.contest);
    let Some(reason) = LawfulReason::from_name(act.sheet.typed(REASON)) else {
        // Nobody but a moderator is told what to choose.
        if !act.at.staff.may(CommandKind::RefuseContest, &act.at.forum) {
            return act.at.staff.forbidden();
        }
        let words = ContestDeskWords(act.lang()).choose_reason();
        act.sheet.errors.add(field_of(REASON, contest), words);
        return act.came_back();
    };
    let command = Command::RefuseContest { forum, contest, reason };
    act.give(Done::Refused, command, reason.as_str()).await
}

/// `POST /dieu-hanh/dien-dan/{no}/phan-doi/{so}/tra-loi`
pub(crate) async fn answer(mut act: Act) -> Response {
    let (forum, contest) = (act.at.forum.no, act.contest);
    let w = ContestDeskWords(act.lang());
    match CONTEST_ANSWER.accept(act.sheet.typed(ANSWER)) {
        Ok(text) => {
            let typed = text.clone();
            let command = Command::AnswerContest { forum, contest, text };
            act.give(Done::Answered, command, &typed).await
        }
        Err(problem) => {
            let min = CONTEST_ANSWER.min_chars;
            let words = text_problem(problem, w.what_answer(), min, act.lang());
            act.sheet.errors.add(field_of(ANSWER, contest), words);
            act.came_back()
        }
    }
}

/// The clause a contest is about.
fn clause_of(forum: &Forum, (directive, clause): (u32, u32)) -> ClauseNo {
    ClauseNo {
        forum: forum.no,
        directive,
        clause,
    }
}
