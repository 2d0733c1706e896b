//! The turns a clerk still has to do with: those of today, and those that wait for their speakers.

use super::{TurnWords, path};
use base::fact::SealedRef;
use base::number::opinion_label;
use base::vietnamese::hour_span;
use forum::events::{Channel, NAME, STATEMENT};
use forum::{Forum, Opinion, OpinionState};
use web_kit::form::key_input;
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, href};
use web_scene::said::paragraph;
use web_scene::{App, Key, Names, Paging, Scene, Shown, Staff, address};

use crate::opinion::{Signed, facts, signed};

/// A turn.
pub(super) struct Row {
    pub(super) entry: String,
    pub(super) of_entry: String,
    pub(super) when: String,
    pub(super) state: Html,
    pub(super) public: Option<(String, String)>,
    pub(super) facts: Html,
    pub(super) statement: Html,
    pub(super) signed: Signed,
    /// Where the speaker's spoken word is recorded, while it is needed.
    pub(super) aloud: Option<(String, Html)>,
}

/// Entries of the turns received today, or not confirmed yet, the newest first.
pub(super) fn turns(scene: &Scene, forum: &Forum) -> Vec<u64> {
    let opinions = &scene.world().forums.opinions;
    let all = forum.held.iter().copied();
    let all = all.chain(forum.cleared.keys().copied());
    let all = all.chain(forum.published.values().copied());
    let all = all.chain(forum.refused.iter().copied());
    let all = all.chain(forum.private.iter().copied());
    let all = all.chain(forum.withdrawn.iter().copied());
    let is_here = |seq: &u64| {
        opinions.get(seq).is_some_and(|one| {
            let is_today = one.at.office_date() == scene.today;
            one.channel == Channel::SpokenTurn && (is_today || waits(one))
        })
    };
    let mut turns: Vec<u64> = all.filter(is_here).collect();
    turns.sort_unstable_by_key(|seq| std::cmp::Reverse(*seq));
    turns
}

/// Its speaker can still confirm it.
fn waits(opinion: &Opinion) -> bool {
    let is_open = matches!(
        opinion.state,
        OpinionState::Held | OpinionState::Refused(_) | OpinionState::Private(_)
    );
    opinion.is_unconfirmed_turn() && is_open
}

/// The turns of a page, for someone whose right was checked.
pub(super) fn rows(app: &App, staff: &Staff, forum: &Forum, paging: Paging) -> Vec<Row> {
    let opinions = &staff.scene.world().forums.opinions;
    let shown = paging.rows(turns(&staff.scene, forum));
    shown
        .filter_map(|seq| Some(row(app, staff, forum, seq, opinions.get(&seq)?)))
        .collect()
}

fn row(app: &App, staff: &Staff, forum: &Forum, seq: u64, opinion: &Opinion) -> Row {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = TurnWords(lang);
    // The clerk wrote these words and hears whether they are right; what was decided on them later is not the clerk's.
    let is_clerks = matches!(
        opinion.state,
        OpinionState::Held | OpinionState::Cleared | OpinionState::Published(_)
    );
    let words = |field| match is_clerks {
        true => app.private_words(SealedRef::new(seq, field)),
        false => None,
    };
    let statement = words(STATEMENT);
    let name = words(NAME);
    let number = match opinion.state {
        OpinionState::Published(number) | OpinionState::TakenDown(number, _) => Some(number),
        _ => None,
    };
    Row {
        entry: w.entry(seq),
        of_entry: w.of_entry(seq),
        when: hour_span(opinion.at, lang),
        state: state_of(w, Names(lang), opinion),
        public: number.map(|number| {
            let link = href(lang, &address::opinion(forum.no, number));
            (link, opinion_label(number))
        }),
        facts: facts(scene, forum, opinion),
        statement: statement.map_or_else(Html::default, |text| paragraph(scene, Shown::Words(&text), "say")),
        signed: signed(lang, opinion.signature, name.as_deref()),
        aloud: waits(opinion).then(|| {
            let action = href(lang, &format!("{}/{seq}/xac-nhan", path(forum)));
            (action, key_input(Key::fresh(app).as_str()))
        }),
    }
}

/// How far a turn is.
fn state_of(w: TurnWords, names: Names, opinion: &Opinion) -> Html {
    match opinion.state {
        // The facts below say that it waits for its speaker.
        _ if waits(opinion) => Html::default(),
        OpinionState::Held => state(Note::Plain, Icon::Eye, w.state_held()),
        OpinionState::Cleared => state(Note::Plain, Icon::Check, w.state_cleared()),
        OpinionState::Published(_) => state(Note::Ok, Icon::Check, w.state_published()),
        OpinionState::Refused(reason) => state(Note::Late, Icon::X, &w.state_refused(names.reason(reason))),
        OpinionState::TakenDown(_, reason) => state(Note::Late, Icon::X, &w.state_taken_down(names.reason(reason))),
        OpinionState::Withdrawn => state(Note::Plain, Icon::Pass, w.state_withdrawn()),
        OpinionState::Private(_) => state(Note::Plain, Icon::Lock, w.state_private()),
    }
}
