//! One article as its editors see it: words that are not public, states, who saved what.

use super::words::NewsroomWords;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use base::fact::SealedRef;
use portal::{Act, Article, Revision, RevisionState};
use web_kit::states::{Note, state as label};
use web_kit::{Crumb, Html, Icon, Lang};
use web_scene::work::{WorkPage, may_in_office};
use web_scene::{App, Names, Scene, Sheet, Staff, address};
use world::CommandKind;

/// The words of a revision, for those who may work on articles.
pub(super) struct Words {
    pub(super) title: String,
    pub(super) body: String,
    pub(super) author: String,
    pub(super) department: String,
}

impl Words {
    /// Reads them from the store. Whoever calls this has asked [`may_edit`].
    pub(super) fn of(app: &App, revision: &Revision) -> Words {
        let read = |at: SealedRef| app.private_words(at).unwrap_or_default();
        let optional = |at: Option<SealedRef>| at.map(read).unwrap_or_default();
        Words {
            title: read(revision.title),
            body: read(revision.body),
            author: optional(revision.author),
            department: optional(revision.department),
        }
    }
}

/// The title of a revision for a list.
pub(super) fn title(app: &App, lang: Lang, revision: &Revision) -> String {
    let title = app.private_words(revision.title).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| NewsroomWords(lang).no_title().to_owned())
}

/// Whether the person may write, and so read, what is not published.
pub(super) fn may_edit(staff: &Staff) -> bool {
    may_in_office(staff.scene.world(), staff.person, CommandKind::SaveDraft)
}

/// Whether the person may review and withdraw.
pub(super) fn may_publish(staff: &Staff) -> bool {
    may_in_office(staff.scene.world(), staff.person, CommandKind::PublishRevision)
}

/// The article an address names.
pub(super) fn find<'a>(scene: &'a Scene, at: &Result<Path<String>, PathRejection>) -> Option<&'a Article> {
    let Ok(Path(number)) = at else {
        return None;
    };
    scene.world().portal.articles.get(&read_number(number)?)
}

/// A number as it is written in addresses.
pub(super) fn read_number(written: &str) -> Option<u32> {
    written
        .parse()
        .ok()
        .filter(|number: &u32| number.to_string() == written)
}

/// Whether the signed-in person did this, under whichever of their mandates.
pub(super) fn is_own(staff: &Staff, act: Act) -> bool {
    let mandates = &staff.scene.world().people.mandates;
    let mandate = act.mandate.and_then(|number| mandates.get(&number));
    mandate.is_some_and(|mandate| mandate.person == staff.person)
}

/// When a revision was saved, and by whom: a role, and whether it was the reader.
pub(super) fn saved(staff: &Staff, revision: &Revision) -> String {
    let (w, lang) = (NewsroomWords(staff.scene.lang), staff.scene.lang);
    let day = revision.saved.at.office_date();
    let mandates = &staff.scene.world().people.mandates;
    let mandate = revision.saved.mandate.and_then(|number| mandates.get(&number));
    match mandate.map(|mandate| Names(lang).role(mandate.role)) {
        None => w.saved_on(day),
        Some(role) if is_own(staff, revision.saved) => w.saved(day, &w.yourself(role)),
        Some(role) => w.saved(day, role),
    }
}

/// Where a revision is on its way, as a label.
pub(super) fn state(lang: Lang, revision: &Revision) -> Html {
    let w = NewsroomWords(lang);
    match revision.state {
        RevisionState::Draft => label(Note::Plain, Icon::Pen, w.draft()),
        RevisionState::Submitted => label(Note::Warn, Icon::Eye, w.submitted()),
        RevisionState::Returned => label(Note::Late, Icon::Back, w.returned()),
        RevisionState::Replaced => label(Note::Plain, Icon::Swap, w.replaced()),
        RevisionState::Published => label(Note::Ok, Icon::Check, w.published()),
        RevisionState::Superseded => label(Note::Plain, Icon::Check, w.superseded()),
        RevisionState::Withdrawn => label(Note::Late, Icon::X, w.withdrawn()),
    }
}

/// A page of the newsroom below its list. `steps` lead from the article's own page to this one.
pub(super) fn page(staff: &Staff, title: &str, path: &str, steps: Vec<Crumb>, sheet: &Sheet, body: &Html) -> String {
    let w = NewsroomWords(staff.scene.lang);
    let mut crumbs = vec![Crumb::link(w.title(), address::NEWSROOM)];
    crumbs.extend(steps);
    let page = WorkPage {
        title,
        place: address::NEWSROOM,
        path,
        crumbs,
        has_errors: sheet.has_errors(),
        scripts: true,
    };
    page.html(staff, body)
}
