//! The work on clauses: each person is offered what they may do now, and told in one sentence why not the rest.

pub(crate) mod chair;
pub(crate) mod contests;
pub(crate) mod evidence;
mod forms;
pub(crate) mod list;
mod offer;
pub(crate) mod owner;
pub(crate) mod show;
pub(crate) mod verdict;
mod words;

use words::DeskWords;

use crate::clause::{in_force, label};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::response::Response;
use base::fact::Actor;
use forum::ClauseNo;
use http::request::Parts;
use web_kit::{Html, Lang, href, see_other};
use web_scene::refusal::refusal;
use web_scene::{App, ClauseNumber, Sent, Sheet, StaffForm, StaffInForum, address};
use world::{Command, Refusal};

/// Someone at the work page of a clause.
pub(crate) struct AtDesk {
    /// Who, and the forum.
    pub at: StaffInForum,
    /// Which clause.
    pub no: ClauseNo,
}

impl FromRequestParts<App> for AtDesk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let at = StaffInForum::from_request_parts(parts, app).await?;
        let Ok(ClauseNumber(number)) = ClauseNumber::from_request_parts(parts, app).await;
        match in_force(&at.forum, number).map(|(no, ..)| no) {
            Some(no) => Ok(AtDesk { at, no }),
            None => Err(at.staff.scene.not_found()),
        }
    }
}

/// A form sent from the work page of a clause.
pub(crate) struct Act {
    /// The office.
    pub app: App,
    /// Where.
    pub desk: AtDesk,
    /// The form.
    pub sheet: Sheet,
}

impl FromRequest<App> for Act {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        // Whose session is over gets every typed word back; so the form is read first.
        let StaffForm(staff, fields) = StaffForm::from_request(Request::from_parts(parts.clone(), body), app).await?;
        let lang = staff.scene.lang;
        let desk = AtDesk::from_request_parts(&mut parts, app).await?;
        let sheet = Sheet::sent(app, lang, fields);
        let app = app.clone();
        Ok(Act { app, desk, sheet })
    }
}

impl Act {
    /// The language of the answer.
    pub fn lang(&self) -> Lang {
        self.desk.at.staff.scene.lang
    }

    /// Gives the command to the ledger: then the clause's work page, or the page the form came from with what is wrong
    /// at the field `at`. `parts` are what was typed.
    pub async fn give(mut self, done: Done, command: Command, parts: &[&str], at: &str) -> Response {
        let (no, staff) = (self.desk.no, &self.desk.at.staff);
        let (person, forum, clause) = (staff.person.0.to_string(), no.forum.label(), label(no));
        let mut body = vec![done.as_str(), &person, &forum, &clause];
        body.extend(parts);
        let actor = Actor::Person(staff.person);
        match self.sheet.send(&self.app, actor, command, &body).await {
            Sent::Recorded(_) => {
                let to = address::clause_desk(no.forum, no.directive, no.clause);
                return see_other(&href(self.lang(), &format!("{to}?xong={}", done.as_str())));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => {
                let words = refusal(&why, self.lang());
                // A button alone has no field to stand at.
                if at.is_empty() {
                    self.sheet.notice = words;
                } else {
                    self.sheet.errors.add(at, words);
                }
            }
            Sent::OtherBody | Sent::Busy => {}
        }
        self.came_back()
    }

    /// The page with what was typed and what is wrong.
    pub fn came_back(&self) -> Response {
        let html = show::page(&self.app, &self.desk, &self.sheet, Html::default());
        match html {
            Some(html) => self.sheet.answer(html),
            None => self.desk.at.staff.scene.not_found(),
        }
    }
}

/// What was done, as the address of the page after it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// Taken on.
    Accepted,
    /// Progress was told.
    Progress,
    /// Evidence was handed in.
    Evidence,
    /// More time was asked for.
    Asked,
    /// Reported done.
    Reported,
    /// The verifier decided.
    Verified,
    /// Opened again.
    Reopened,
    /// The chair decided.
    Decided,
}

impl Done {
    const ALL: [Done; 8] = [
        Done::Accepted,
        Done::Progress,
        Done::Evidence,
        Done::Asked,
        Done::Reported,
        Done::Verified,
        Done::Reopened,
        Done::Decided,
    ];

    /// Its word in addresses: the last step of the address it is sent to.
    pub const fn as_str(self) -> &'static str {
        match self {
            Done::Accepted => "nhan",
            Done::Progress => "tien-do",
            Done::Evidence => "bang-chung",
            Done::Asked => "lui-han",
            Done::Reported => "bao-xong",
            Done::Verified => "ket-qua",
            Done::Reopened => "mo-lai",
            Done::Decided => "tra-loi-lui-han",
        }
    }

    /// From an address.
    pub fn read(word: &str) -> Option<Done> {
        Done::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// What the page after it says.
    pub const fn words(self, w: DeskWords) -> &'static str {
        match self {
            Done::Accepted => w.done_accepted(),
            Done::Progress => w.done_progress(),
            Done::Evidence => w.done_evidence(),
            Done::Asked => w.done_asked(),
            Done::Reported => w.done_reported(),
            Done::Verified => w.done_verified(),
            Done::Reopened => w.done_reopened(),
            Done::Decided => w.done_decided(),
        }
    }
}
