//! The desk of one forum: how it stands, and the way to its pages.

use super::desk_words::DeskWords;
use super::standing::{StandingWords, next, standing};
use super::{ForumWords, desk_path, path, title, until};
use crate::opinion::counts::Counts;
use crate::opinion::queue_path;
use crate::work::rights::{may_open, may_read, may_see, waits_to_open};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::vietnamese::number;
use forum::{Forum, Stage};
use web_kit::form::key_input;
use web_kit::states::{Note, note_with};
use web_kit::{Crumb, Html, Icon, href, render};
use web_scene::InForum;
use web_scene::work::{MY_WORK, WorkPage};
use web_scene::{App, Names, Sheet, Staff, address};
use world::CommandKind;

/// What stands after the question mark when the forum was just opened.
pub(super) const OPENED: &str = "mo";

/// What stands there when the conclusion was just put in force.
const CONCLUDED: &str = "cong-bo";

struct OpenForm {
    action: String,
    key: Html,
    text: String,
}

#[derive(Template)]
#[template(path = "forum/desk.html")]
struct Body {
    w: DeskWords,
    summary: Html,
    status: Html,
    state: Html,
    title: String,
    no: String,
    until: String,
    next: Option<NextStep>,
    open: Option<OpenForm>,
    counts: Vec<(&'static str, String)>,
    read: Option<String>,
    groups: Vec<Group>,
    public: String,
}

/// What comes next, and the way there for those who may go.
struct NextStep {
    title: &'static str,
    text: String,
    go: Option<(String, &'static str)>,
}

/// Places of the desk that belong together, those this person may go to.
struct Group {
    title: &'static str,
    places: Vec<Row>,
}

/// A place as it stands on the page.
struct Row {
    step: &'static str,
    href: String,
    label: &'static str,
    standing: Option<String>,
}

/// A place of the desk: its words, its address after the desk's, what one must be allowed to do there, whether it is open.
type Place = (&'static str, &'static str, CommandKind, bool);

/// The places of a forum's desk: what they are called, where, and what one must be allowed to do there.
fn groups(staff: &Staff, forum: &Forum) -> Vec<Group> {
    use CommandKind as K;
    let w = DeskWords(staff.scene.lang);
    let at = forum.stage_at(staff.scene.now);
    let (open, concluded) = (at < Stage::Concluded, forum.is_concluded());
    let collecting = at < Stage::InSession;
    let all: [(&'static str, Vec<Place>); 4] = [
        (
            w.before(),
            vec![
                (w.place_report(), "bao-cao", K::WriteSection, open),
                (w.place_agenda(), "chuong-trinh", K::SetAgenda, open),
                (w.place_documents(), "tai-lieu", K::AddDocument, true),
                (w.details(), "chi-tiet", K::GiveDetails, true),
                (w.place_slips(), "phieu", K::IssueSlips, true),
            ],
        ),
        (
            w.during(),
            vec![
                (w.place_turns(), "phat-bieu", K::RecordTurn, open),
                (w.place_flags(), "tin-bao", K::TakeDownOpinion, true),
                (w.place_appeals(), "khieu-nai", K::DecideAppeal, true),
                (w.place_private(), "rieng", K::AnswerPrivately, true),
                (w.place_answers(), "tra-loi", K::GiveAnswer, true),
            ],
        ),
        (
            w.after(),
            vec![
                (w.place_findings(), "nhan-dinh", K::RecordFinding, open),
                (w.place_conclusion(), "ket-luan", K::WriteConclusion, open),
                (w.place_directives(), "chi-dao", K::WriteDirective, open),
                (w.place_publish(), "ket-luan/cong-bo", K::WriteConclusion, open),
                (w.place_clauses(), "viec", K::ReportProgress, concluded),
                (w.place_contests(), "phan-doi", K::ClearContest, concluded),
            ],
        ),
        (
            w.days_group(),
            vec![
                (w.postpone(), "lui", K::PostponeForum, open),
                (w.extend(), "keo-dai", K::ExtendForum, collecting),
                (w.close(), "dong", K::CloseCollecting, collecting),
                (w.cancel(), "huy", K::CancelForum, open),
                (
                    w.finish(),
                    "khep",
                    K::CloseForum,
                    at == Stage::FollowingUp || at == Stage::Concluded,
                ),
            ],
        ),
    ];
    let any = |kinds: &[K]| kinds.iter().any(|kind| staff.may(*kind, forum));
    let may = |kind: K| match kind {
        // The commander of another force writes no report here.
        K::WriteSection => staff.may_write_report(forum),
        // Whoever verifies or decides on time goes to the clauses too, and whoever answers contests to those.
        K::ReportProgress => any(&[kind, K::VerifyClause, K::DecideExtension]),
        K::ClearContest => any(&[kind, K::AnswerContest]),
        _ => staff.may(kind, forum),
    };
    let group = |(title, places): (&'static str, Vec<(&'static str, &'static str, K, bool)>)| Group {
        title,
        places: places
            .into_iter()
            .filter(|(.., kind, there)| *there && may(*kind))
            .map(|(label, step, ..)| Row {
                step,
                href: href(staff.scene.lang, &address::at_desk(forum.no, step)),
                label,
                standing: standing(StandingWords(staff.scene.lang), staff.scene.world(), forum, step),
            })
            .collect(),
    };
    all.map(group)
        .into_iter()
        .filter(|group| !group.places.is_empty())
        .collect()
}

/// `GET /dieu-hanh/dien-dan/{no}`
pub(crate) async fn show(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !may_see(staff.scene.world(), staff.person, &at.forum) {
        return staff.forbidden();
    }
    let w = DeskWords(staff.scene.lang);
    let said = match staff.scene.query().get("xong") {
        "" => None,
        OPENED => Some(w.opened()),
        CONCLUDED => Some(w.concluded()),
        _ => Some(w.done()),
    };
    let status = said.map_or_else(Html::default, |said| {
        note_with(Note::Ok, Icon::Check, &Html::text(said), true)
    });
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet, status))
}

/// The desk of a forum, with what is to be said first.
pub(super) fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet, status: Html) -> String {
    let scene = &staff.scene;
    let (w, world) = (DeskWords(scene.lang), scene.world());
    let at = forum.stage_at(scene.now);
    let counts = Counts::of(world, forum, u64::MAX);
    let open = OpenForm {
        action: href(scene.lang, &format!("{}/mo", desk_path(forum))),
        key: key_input(sheet.own_key(app).as_str()),
        text: w.open_text(forum.closes),
    };
    let may_open = waits_to_open(forum, at) && may_open(world, staff.person, forum);
    let read = href(scene.lang, &queue_path(forum));
    let groups = groups(staff, forum);
    let next = next(StandingWords(scene.lang), scene.world(), forum, may_open, scene.now).map(|(text, step)| {
        let rows = groups.iter().flat_map(|group| &group.places);
        let there = step.and_then(|step| rows.into_iter().find(|row| row.step == step));
        NextStep {
            title: StandingWords(scene.lang).next(),
            text,
            go: there.map(|row| (row.href.clone(), row.label)),
        }
    });
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        status,
        state: Names(scene.lang).stage(at),
        title: title(scene, forum),
        no: forum.no.label(),
        until: until(scene, forum),
        next,
        open: may_open.then_some(open),
        counts: counts
            .rows(ForumWords(scene.lang))
            .into_iter()
            .map(|(label, n)| (label, number(n, scene.lang)))
            .collect(),
        read: may_read(world, staff.person, forum).then_some(read),
        groups,
        public: href(scene.lang, &path(forum)),
    });
    let name = w.desk_of(&forum.no.label());
    let own = desk_path(forum);
    let page = WorkPage {
        place: "",
        crumbs: vec![Crumb::link(w.my_work(), MY_WORK), Crumb::here(forum.no.label())],
        has_errors: sheet.has_errors(),
        scripts: true,
        ..WorkPage::new(&name, &own)
    };
    page.html(staff, &body)
}
