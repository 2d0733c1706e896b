//! What stands beside an opinion wherever it is shown: what it is, what it speaks to, how it came, for whom.

use super::{SubjectWords, subject};
use askama::Template;
use forum::events::{Channel, Confirmation};
use forum::{Forum, Opinion};
use web_kit::{Html, href, render};
use web_scene::{ForumNames, Scene};

/// The line of facts.
#[derive(Template)]
#[template(path = "opinion/facts.html")]
struct Facts {
    nature: Option<&'static str>,
    about: Option<(String, String)>,
    channel: Option<&'static str>,
    organisation: String,
    confirmed: &'static str,
    is_unconfirmed: bool,
}

/// The facts of an opinion as one line; empty when its author said nothing of it and wrote it like everyone.
pub(crate) fn facts(scene: &Scene, forum: &Forum, opinion: &Opinion) -> Html {
    let (w, names) = (SubjectWords(scene.lang), ForumNames(scene.lang));
    let about = opinion.about.map(|about| {
        let link = href(scene.lang, &subject::path(forum, about));
        let place = subject::place(w, about);
        match subject::is_there(forum, about) {
            true => (link, place),
            false => (link, w.taken_out(&place)),
        }
    });
    let organisation = opinion.organisation.map(|id| scene.organisation(id).to_owned());
    let is_unconfirmed = opinion.is_unconfirmed_turn();
    let facts = Facts {
        nature: opinion.nature.map(|nature| names.nature(nature)),
        about,
        channel: (opinion.channel != Channel::Written).then(|| names.channel(opinion.channel)),
        organisation: organisation.unwrap_or_default(),
        confirmed: match opinion.confirmed {
            Some(Confirmation::Receipt) => w.confirmed_by_receipt(),
            Some(Confirmation::Aloud) => w.confirmed_aloud(),
            None if is_unconfirmed => w.unconfirmed(),
            None => "",
        },
        is_unconfirmed,
    };
    let is_plain = facts.nature.is_none() && facts.about.is_none() && facts.channel.is_none();
    if is_plain && facts.organisation.is_empty() {
        return Html::default();
    }
    render(&facts)
}
