//! One opinion of the queue, and what can be done about it.

use super::alike::{Alike, Others};
use super::{Asked, REASON, of_card, to_private};
use crate::opinion::promise::{days_late, read_by};
use crate::opinion::queue_words::QueueWords;
use crate::opinion::{Signed, facts, held, queue_path, signed};
use base::fact::SealedRef;
use base::number::opinion_label;
use base::vietnamese::hour_span;
use forum::events::{LawfulReason, NAME, REASONS, STATEMENT};
use forum::reading::hours_waited;
use forum::{Forum, Opinion};
use std::collections::BTreeSet;
use web_kit::form::{Choice, Field, Kind, key_input};
use web_kit::{Html, href};
use web_scene::{App, Key, Names, Scene, address};

/// How many that are nearly the same are named.
const ALIKE_SHOWN_MAX: usize = 6;

/// What a card shows.
pub(super) struct Card {
    pub(super) seq: u64,
    pub(super) entry: String,
    pub(super) of_entry: String,
    pub(super) facts: Html,
    pub(super) statement: Html,
    pub(super) reasons: Html,
    pub(super) signed: Signed,
    pub(super) waits: String,
    pub(super) by: String,
    pub(super) late: String,
    pub(super) alike: String,
    /// Where they stand, if that is a page or a card of this one, and what they are called.
    pub(super) alike_links: Vec<(Option<String>, String)>,
    pub(super) alike_more: String,
    /// It is a turn whose speaker has not confirmed it.
    pub(super) is_unconfirmed: bool,
    pub(super) clear: String,
    pub(super) refuse: String,
    pub(super) private: String,
    pub(super) key_clear: Html,
    pub(super) key_refuse: Html,
    pub(super) key_private: Html,
    pub(super) reason: Html,
    pub(super) names: Html,
    pub(super) has_reason_error: bool,
    pub(super) has_names_error: bool,
}

impl Card {
    /// Its promised day has passed.
    pub(super) fn is_late(&self) -> bool {
        !self.late.is_empty()
    }
}

/// The card of an opinion that waits.
pub(super) fn card(
    app: &App,
    scene: &Scene,
    forum: &Forum,
    (seq, opinion): (u64, &Opinion),
    alike: &Alike<'_>,
    (asked, shown): (&Asked<'_>, &BTreeSet<u64>),
) -> Card {
    let (w, lang) = (QueueWords(scene.lang), scene.lang);
    let private = |field| app.private_words(SealedRef::new(seq, field));
    let words = |text: Option<&str>, class| held(scene, text, class, w.words_gone());
    let (statement, name) = (private(STATEMENT), private(NAME));
    let others = statement.as_deref().map(|text| alike.to(seq, text)).unwrap_or_default();
    let key = || match asked.of == Some(seq) {
        true => key_input(asked.sheet.own_key(app).as_str()),
        false => key_input(Key::fresh(app).as_str()),
    };
    let error = |field: &str| asked.sheet.errors.of(&of_card(field, seq));
    let act = |act: &str| href(lang, &format!("{}/{seq}/{act}", queue_path(forum)));
    let by = read_by(opinion);
    Card {
        seq,
        entry: w.entry(seq),
        of_entry: w.of_entry(seq),
        facts: facts(scene, forum, opinion),
        statement: words(statement.as_deref(), "say"),
        reasons: match opinion.has_reasons {
            true => words(private(REASONS).as_deref(), "voice gap-s"),
            false => Html::default(),
        },
        signed: signed(lang, opinion.signature, name.as_deref()),
        waits: match hours_waited(opinion.at, scene.now) {
            0 => w.waits_new().to_owned(),
            hours => format!("{}, {}", w.waits(hours), w.received(&hour_span(opinion.at, lang))),
        },
        by: w.read_by(by),
        late: match days_late(by, scene.today) {
            0 => String::new(),
            days => w.late(days),
        },
        alike: match others.together() {
            1 => String::new(),
            all => w.alike(all),
        },
        alike_links: links(w, scene, forum, &others, shown),
        alike_more: match others.together().saturating_sub(1 + ALIKE_SHOWN_MAX) {
            0 => String::new(),
            more => w.alike_more(more),
        },
        is_unconfirmed: opinion.is_unconfirmed_turn(),
        clear: act("dang"),
        refuse: act("khong-dang"),
        private: act(to_private::STEP),
        key_clear: key(),
        key_refuse: key(),
        key_private: key(),
        reason: reason(scene, seq, error(REASON)),
        names: names(scene, seq, error(to_private::NAMES_GUARD)),
        has_reason_error: error(REASON).is_some(),
        has_names_error: error(to_private::NAMES_GUARD).is_some(),
    }
}

/// The first of those that are nearly the same; `shown` are the cards of this page.
fn links(
    w: QueueWords,
    scene: &Scene,
    forum: &Forum,
    others: &Others,
    shown: &BTreeSet<u64>,
) -> Vec<(Option<String>, String)> {
    let published = others.published.iter().map(|number| {
        let link = href(scene.lang, &address::opinion(forum.no, *number));
        (Some(link), opinion_label(*number))
    });
    let waiting = others.waiting.iter().map(|seq| {
        let link = shown.contains(seq).then(|| format!("#dong-{seq}"));
        (link, w.entry(*seq))
    });
    published.chain(waiting).take(ALIKE_SHOWN_MAX).collect()
}

/// One card after another has these fields: each has an id of its own.
fn of_one(mut field: Field<'static>, seq: u64, error: Option<&str>) -> Field<'static> {
    field.id = format!("f-{}", of_card(&field.name, seq)).into();
    field.error = error.map(|error| error.to_owned().into());
    field
}

fn reason(scene: &Scene, seq: u64, error: Option<&str>) -> Html {
    let (w, names) = (QueueWords(scene.lang), Names(scene.lang));
    let choices = LawfulReason::ALL
        .into_iter()
        .map(|one| Choice::new(one.as_str(), names.reason(one), ""));
    let field = Field::new(REASON, w.reason(), Kind::Select(choices.collect())).hint(w.reason_hint());
    of_one(field, seq, error).html(scene.lang)
}

fn names(scene: &Scene, seq: u64, error: Option<&str>) -> Html {
    let w = QueueWords(scene.lang);
    let field = Field::new(to_private::NAMES_GUARD, w.names_guard(), Kind::Check).hint(w.names_guard_hint());
    of_one(field, seq, error).html(scene.lang)
}
