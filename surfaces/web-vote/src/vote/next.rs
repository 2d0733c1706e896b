//! The next statement, and one statement again to change what was said.

use super::{CHOICE, CHOICES, OPINION, VoteWords, fresh, number_of, order, proof, votable};
use crate::voice::Voice;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use base::fact::SealedRef;
use base::number::opinion_label;
use forum::events::{Channel, Choice, STATEMENT};
use forum::voice::VoiceSecret;
use forum::{Forum, Opinion, Stage};
use web_kit::form::{hidden, key_input};
use web_kit::{Html, Icon, escape, href, icon, render, states};
use web_scene::figures::{figures, shown_of};
use web_scene::said::said;
use web_scene::{App, ForumNames, InForum, Numbered, Sheet, address};

/// The parameter with the opinion that was just answered.
pub(super) const JUST_NOW: &str = "vua";

struct Button {
    class: &'static str,
    value: &'static str,
    icon: Icon,
    label: &'static str,
    pressed: bool,
}

/// The answer just given, with the figures it opened.
#[derive(Template)]
#[template(path = "vote/last.html")]
struct Last {
    w: VoteWords,
    statement: Html,
    class: &'static str,
    icon: Icon,
    said: &'static str,
    change: String,
    figures: Html,
    entry: Html,
}

#[derive(Template)]
#[template(path = "vote/show.html")]
struct Body {
    w: VoteWords,
    summary: Html,
    changing: bool,
    progress: String,
    done_percent: usize,
    action: String,
    key: Html,
    number: Html,
    statement: Html,
    by: Html,
    name: &'static str,
    votes: [Button; 3],
    last: Html,
    standing: &'static str,
    until: String,
    links: Vec<(String, &'static str)>,
}

/// How an answer looks: class of its words, icon, what the voice said.
pub(super) const fn look(w: VoteWords, choice: Choice) -> (&'static str, Icon, &'static str) {
    match choice {
        Choice::Agree => ("k-a", Icon::Check, w.you_agreed()),
        Choice::Disagree => ("k-d", Icon::X, w.you_disagreed()),
        Choice::Pass => ("k-p", Icon::Pass, w.you_passed()),
    }
}

/// `GET /dien-dan/{no}/bay-to`
pub(crate) async fn show(State(app): State<App>, at: InForum, Voice(voice): Voice) -> Response {
    if let Some(shut) = shut(&at) {
        return shut;
    }
    let last = at.scene.query().get(JUST_NOW).parse().ok();
    match next(&at, &at.forum, voice) {
        Some(number) => fresh(
            &at,
            VoteWords(at.scene.lang).title(),
            &statement(&app, &at, voice, number, last, &Sheet::fresh(at.scene.lang)),
        ),
        None => all_seen(&app, &at, voice, last),
    }
}

/// `GET /dien-dan/{no}/bay-to/{so}`
pub(crate) async fn again(
    State(app): State<App>,
    at: InForum,
    Voice(voice): Voice,
    Numbered(number): Numbered,
) -> Response {
    if let Some(shut) = shut(&at) {
        return shut;
    }
    let number = number.and_then(|number| u32::try_from(number).ok());
    match number.filter(|number| votable(&at, &at.forum).any(|one| one == *number)) {
        Some(number) => fresh(
            &at,
            VoteWords(at.scene.lang).title(),
            &statement(&app, &at, voice, number, None, &Sheet::fresh(at.scene.lang)),
        ),
        None => at.scene.not_found(),
    }
}

/// The next opinion a voice has not answered.
pub(super) fn next(at: &InForum, forum: &Forum, voice: Option<VoiceSecret>) -> Option<u32> {
    let own = number_of(forum, voice);
    let open = votable(at, forum).filter(|number| own.is_none_or(|own| forum.votes.get(own, *number).is_none()));
    let pseudonym = voice.map(|voice| voice.pseudonym(forum.no));
    let answers = |number: u32| {
        forum
            .votes
            .tallies
            .get(&number)
            .map_or(0, |tally| tally.shown.answers())
    };
    order::first(pseudonym.as_ref(), open, answers)
}

/// Why there is nothing to vote on now.
pub(super) fn shut(at: &InForum) -> Option<Response> {
    let (w, lang) = (VoteWords(at.scene.lang), at.scene.lang);
    let forum = address::forum(at.forum.no);
    let (title, text, to) = match at.forum.stage_at(at.scene.now) {
        Stage::Collecting if votable(at, &at.forum).next().is_none() => (
            w.empty_title(),
            w.empty_text().to_owned(),
            (address::write(at.forum.no), w.write()),
        ),
        Stage::Collecting => return None,
        Stage::Announced => (w.not_open_title(), w.not_open_text().to_owned(), (forum, w.back())),
        Stage::Cancelled => (w.closed_title(), w.cancelled_text().to_owned(), (forum, w.back())),
        Stage::InSession | Stage::Concluded | Stage::FollowingUp | Stage::Closed => (
            w.closed_title(),
            w.closed_text(at.forum.closes),
            (address::results(at.forum.no), w.to_results()),
        ),
    };
    let body = headed(title, &states::empty(lang, title, &text, Some((&to.0, to.1))));
    Some(fresh(at, title, &body))
}

fn headed(title: &str, body: &Html) -> Html {
    Html::trusted(format!(r#"<h1 class="vh">{}</h1>{body}"#, escape(title)))
}

/// Every opinion was answered.
fn all_seen(app: &App, at: &InForum, voice: Option<VoiceSecret>, last: Option<u32>) -> Response {
    let (w, lang) = (VoteWords(at.scene.lang), at.scene.lang);
    let all = votable(at, &at.forum).count();
    let write = address::write(at.forum.no);
    let mut body = headed(
        w.all_title(),
        &states::empty(lang, w.all_title(), &w.all_text(all), Some((&write, w.write()))),
    );
    let own = format!("{}/cua-toi", address::vote(at.forum.no));
    body.push(&Html::trusted(format!(
        r#"<p class="gap-s"><a class="go" href="{}">{}</a></p>"#,
        href(lang, &own),
        escape(w.own_link())
    )));
    body.push(&answered(app, at, voice, last));
    fresh(at, w.all_title(), &body)
}

/// Who stands under a statement, and how it came.
pub(super) fn by_line(at: &InForum, number: u32, opinion: &Opinion) -> Html {
    let lang = at.scene.lang;
    let mut line = String::new();
    if opinion.channel == Channel::SpokenTurn {
        line.push_str(&format!(
            "<span>{} {}</span>",
            icon(Icon::Mic),
            escape(ForumNames(lang).spoken())
        ));
    }
    if let Some(organisation) = opinion.organisation {
        line.push_str(&format!(
            "<span dir=\"auto\">{}</span>",
            escape(at.scene.organisation(organisation))
        ));
    }
    line.push_str(&format!(
        r#"<a href="{}">{}</a>"#,
        href(lang, &address::opinion(at.forum.no, number)),
        escape(&opinion_label(number))
    ));
    Html::trusted(line)
}

/// The page of one statement.
pub(super) fn statement(
    app: &App,
    at: &InForum,
    voice: Option<VoiceSecret>,
    number: u32,
    last: Option<u32>,
    sheet: &Sheet,
) -> Html {
    let (w, lang, forum) = (VoteWords(at.scene.lang), at.scene.lang, &at.forum);
    let own = number_of(forum, voice);
    let chosen = own.and_then(|own| forum.votes.get(own, number));
    let all = votable(at, forum).count();
    let done = own.map_or(0, |own| forum.votes.answered(own, votable(at, forum)).count());
    let names = ForumNames(lang);
    let button = |(choice, value): (Choice, &'static str)| {
        let (class, icon, label) = match choice {
            Choice::Agree => ("vote-a", Icon::Check, names.agree()),
            Choice::Disagree => ("vote-d", Icon::X, names.disagree()),
            Choice::Pass => ("vote-p", Icon::Pass, w.pass()),
        };
        Button {
            class,
            value,
            icon,
            label,
            pressed: chosen == Some(choice),
        }
    };
    let seq = forum.published.get(&number).copied().unwrap_or_default();
    let opinion = at.scene.world().forums.opinions.get(&seq);
    let mut links = vec![(href(lang, &address::write(forum.no)), w.write())];
    if done > 0 {
        links.insert(
            0,
            (
                href(lang, &format!("{}/cua-toi", address::vote(forum.no))),
                w.own_link(),
            ),
        );
    }
    if voice.is_none() && forum.voices.slip_count() > 0 {
        links.push((
            href(lang, &format!("{}/phieu", address::forum(forum.no))),
            w.have_slip(),
        ));
    }
    let verified = own.is_some_and(|own| forum.voices.is_verified(own));
    render(&Body {
        w,
        summary: sheet.summary(),
        changing: chosen.is_some(),
        progress: w.progress((done + 1).min(all), all),
        done_percent: done * 100 / all.max(1),
        action: href(lang, &address::vote(forum.no)),
        key: key_input(sheet.own_key(app).as_str()),
        number: hidden(OPINION, &number.to_string()),
        statement: said(&at.scene, SealedRef::new(seq, STATEMENT), "say"),
        by: opinion.map(|opinion| by_line(at, number, opinion)).unwrap_or_default(),
        name: CHOICE,
        votes: CHOICES.map(button),
        last: answered(app, at, voice, last),
        standing: if verified { w.verified() } else { w.drawn() },
        until: w.until(forum.closes),
        links,
    })
}

/// The card of an opinion the voice has answered: only now are its figures there.
pub(super) fn answered_card(at: &InForum, voice: u32, number: u32) -> Option<(Html, Choice, Html)> {
    let choice = at.forum.votes.get(voice, number)?;
    let seq = *at.forum.published.get(&number)?;
    let (shown, open) = shown_of(&at.forum, number);
    Some((
        said(&at.scene, SealedRef::new(seq, STATEMENT), "say"),
        choice,
        figures(at.scene.lang, shown, open),
    ))
}

/// The card of the answer just given; nothing when none was.
fn answered(app: &App, at: &InForum, voice: Option<VoiceSecret>, last: Option<u32>) -> Html {
    let w = VoteWords(at.scene.lang);
    let own = number_of(&at.forum, voice);
    let Some((number, (statement, choice, figures))) =
        last.and_then(|number| Some((number, answered_card(at, own?, number)?)))
    else {
        return Html::default();
    };
    let (class, icon, said) = look(w, choice);
    render(&Last {
        w,
        statement,
        class,
        icon,
        said,
        change: href(at.scene.lang, &format!("{}/{number}", address::vote(at.forum.no))),
        figures,
        entry: proof::line(app, at, voice, number),
    })
}
