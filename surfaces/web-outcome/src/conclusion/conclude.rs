//! The chair looks at exactly what will be in force, and concludes.

use super::ConclusionWords;
use super::draft;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::{Actor, OrganisationId, SealedRef};
use base::time::Date;
use base::vietnamese::short_date;
use forum::conclusion::Conclude;
use forum::document::DOCUMENT_SIGN;
use forum::{Forum, Stage};
use web_kit::form::{Field, Form, hidden};
use web_kit::{Html, href, render, see_other};
use web_scene::refusal::refusal;
use web_scene::said::paragraph;
use web_scene::work::{desk_page, may_in_forum};
use web_scene::{App, ForumNames, InForum, Scene, Sent, Sheet, Shown, Staff, StaffForm, address};
use world::{Command, CommandKind, Refusal};

const SIGN: &str = "so-hieu";
/// The field with the entries that wrote the directives which were read, in order.
const READ: &str = "da-doc";

struct ClauseRow {
    number: String,
    task: String,
    measure: String,
    owner: String,
    verifier: String,
    needs: String,
    due: String,
    days: String,
    beyond: bool,
    /// Nobody of the verifying organisation could confirm it.
    nobody_verifies: bool,
    /// Nobody of the organisation that carries it out could report on it.
    nobody_reports: bool,
}

struct DirectiveRow {
    number: u32,
    addressee: String,
    text: Html,
    clauses: Vec<ClauseRow>,
}

#[derive(Template)]
#[template(path = "conclusion/conclude.html")]
struct Body {
    w: ConclusionWords,
    summary: Html,
    missing: bool,
    open: Option<String>,
    /// Published opinions without any answer.
    unanswered: Option<String>,
    /// Where they are answered.
    answers: String,
    /// People who wait for a reading, a decision or a promised answer.
    waiting: Option<String>,
    done: bool,
    early: bool,
    day: Date,
    text: Html,
    by: String,
    directives: Vec<DirectiveRow>,
    form: Option<Html>,
    edit: String,
}

fn path(forum: &Forum) -> String {
    format!("{}/cong-bo", draft::path(forum))
}

/// `GET /dieu-hanh/dien-dan/{no}/ket-luan/cong-bo`
pub(crate) async fn form(State(app): State<App>, at: InForum, staff: Staff) -> Response {
    if !staff.may(CommandKind::WriteConclusion, &at.forum) {
        return staff.forbidden();
    }
    let sheet = Sheet::fresh(staff.scene.lang);
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

/// `POST /dieu-hanh/dien-dan/{no}/ket-luan/cong-bo`
pub(crate) async fn send(State(app): State<App>, at: InForum, StaffForm(staff, fields): StaffForm) -> Response {
    if !staff.may(CommandKind::Conclude, &at.forum) {
        return staff.forbidden();
    }
    let (w, lang) = (ConclusionWords(staff.scene.lang), staff.scene.lang);
    let mut sheet = Sheet::sent(&app, lang, fields);
    let sign = sheet.text(SIGN, w.what_sign(), &DOCUMENT_SIGN);
    let read = sheet.typed(READ).to_owned();
    let directives: Vec<u64> = read.split(',').filter_map(|entry| entry.parse().ok()).collect();
    if let Some(sign) = sign {
        let what = Conclude {
            over: draft::over(&sheet).unwrap_or_default(),
            directives,
            sign: (!sign.is_empty()).then(|| sign.clone()),
        };
        let (no, from) = (at.forum.no.to_string(), what.over.to_string());
        let parts = ["conclude", &no, &from, &read, &sign];
        let command = Command::Conclude {
            forum: at.forum.no,
            what,
        };
        match sheet.send(&app, Actor::Person(staff.person), command, &parts).await {
            Sent::Recorded(_) => {
                return see_other(&href(lang, &format!("{}?xong=cong-bo", address::desk(at.forum.no))));
            }
            Sent::Refused(Refusal::NotAllowed(_)) => return staff.forbidden(),
            Sent::Refused(why) => sheet.notice = refusal(&why, lang),
            Sent::OtherBody | Sent::Busy => {}
        }
    }
    sheet.answer(page(&app, &staff, &at.forum, &sheet))
}

fn page(app: &App, staff: &Staff, forum: &Forum, sheet: &Sheet) -> String {
    let (w, lang) = (ConclusionWords(staff.scene.lang), staff.scene.lang);
    let words = |at: SealedRef| app.private_words(at).unwrap_or_default();
    let open = forum.stage_at(staff.scene.now) < Stage::InSession;
    let done = forum.is_concluded();
    let conclusion = forum.conclusion.as_ref();
    let entries: Vec<String> = forum
        .directives
        .values()
        .map(|directive| directive.seq.to_string())
        .collect();
    let form = |over: u64| {
        let sign = Field::text(SIGN, w.publish_sign())
            .hint(w.publish_sign_hint())
            .value(sheet.typed(SIGN).to_owned())
            .errors(&sheet.errors)
            .optional();
        // What was read just now is what is concluded: after a refusal too, since it stands on this page.
        let mut carried = hidden(draft::OVER, &over.to_string());
        carried.push(&hidden(READ, &entries.join(",")));
        Form::new(lang, path(forum), w.publish_go())
            .key(sheet.own_key(app).as_str().to_owned())
            .field(sign)
            .after(carried)
            .html()
    };
    let may = staff.may(CommandKind::Conclude, forum) && !open && !done;
    let text = conclusion.map(|conclusion| words(conclusion.text)).unwrap_or_default();
    let body = render(&Body {
        w,
        summary: sheet.summary(),
        missing: conclusion.is_none(),
        unanswered: Some(forum.unanswered())
            .filter(|n| *n > 0 && !done)
            .map(|n| w.publish_unanswered(n)),
        answers: href(lang, &address::at_desk(forum.no, "tra-loi")),
        waiting: Some(staff.scene.world().forums.waiting_in(forum))
            .filter(|n| *n > 0 && !done)
            .map(|n| w.publish_waiting(n)),
        open: (open && !done).then(|| href(lang, &address::at_desk(forum.no, "dong"))),
        done,
        early: !done && staff.scene.today < forum.day,
        day: forum.day,
        text: match text.as_str() {
            "" => Html::default(),
            text => paragraph(&staff.scene, Shown::Words(text), "say"),
        },
        by: conclusion
            .map(|conclusion| {
                let (signer, post) = (words(conclusion.signer), words(conclusion.post));
                w.concluded_by(&signer, &post, staff.scene.today)
            })
            .unwrap_or_default(),
        directives: forum
            .directives
            .iter()
            .map(|(number, directive)| row(app, staff, forum, *number, directive))
            .collect(),
        form: conclusion.filter(|_| may).map(|conclusion| form(conclusion.seq)),
        edit: href(lang, &draft::path(forum)),
    });
    desk_page(staff, forum, w.publish_title(), &path(forum), sheet, &body)
}

/// Whether somebody of an organisation may do this in the forum.
fn somebody(scene: &Scene, forum: &Forum, organisation: OrganisationId, kind: CommandKind) -> bool {
    let of_it = scene.world().people.persons.iter();
    of_it
        .filter(|(_, person)| person.organisation == Some(organisation))
        .any(|(id, _)| may_in_forum(scene.world(), *id, kind, forum.no))
}

fn row(app: &App, staff: &Staff, forum: &Forum, number: u32, directive: &forum::conclusion::Directive) -> DirectiveRow {
    let scene = &staff.scene;
    let (w, names) = (ConclusionWords(scene.lang), ForumNames(scene.lang));
    let words = |at: SealedRef| app.private_words(at).unwrap_or_default();
    let clause = |clause: &forum::clause::Clause| {
        let computed = law::calendar().add_working_days(scene.today, clause.working_days);
        let due = clause.due.unwrap_or(computed);
        let needs: Vec<&str> = clause.needs.iter().map(|sort| names.evidence(*sort)).collect();
        ClauseRow {
            number: format!("{number}.{}", clause.clause),
            task: words(clause.task),
            measure: words(clause.measure),
            owner: scene.organisation(clause.owner).to_owned(),
            verifier: scene.organisation(clause.verifier).to_owned(),
            needs: needs.join(", "),
            due: short_date(due, scene.lang),
            days: w.working_days(clause.working_days),
            beyond: !law::calendar().covers(due),
            nobody_verifies: !somebody(scene, forum, clause.verifier, CommandKind::VerifyClause),
            nobody_reports: !somebody(scene, forum, clause.owner, CommandKind::ReportClauseDone),
        }
    };
    let text = words(directive.text);
    DirectiveRow {
        number,
        addressee: words(directive.addressee),
        text: paragraph(scene, Shown::Words(&text), "say"),
        clauses: directive.clauses.iter().map(clause).collect(),
    }
}
