//! The steps, their order, and how each is known to be done.

use super::SetupWords;
use people::Person;
use people::role::{OrganisationKind, Role};
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, Lang};
use web_scene::Staff;
use world::World;

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Office,
    OwnName,
    Emblem,
    Zone,
    Retention,
    Organisations,
    People,
    Forum,
}

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// It is done.
    Yes,
    /// Something is missing.
    No,
    /// Nothing was chosen, and nothing has to be.
    NotNeeded,
}

impl Step {
    /// Every step, in order.
    pub(crate) const ALL: [Step; 8] = [
        Step::Office,
        Step::OwnName,
        Step::Emblem,
        Step::Zone,
        Step::Retention,
        Step::Organisations,
        Step::People,
        Step::Forum,
    ];

    /// The step's name in its address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Step::Office => "van-phong",
            Step::OwnName => "ho-ten",
            Step::Emblem => "phu-hieu",
            Step::Zone => "mui-gio",
            Step::Retention => "thoi-han",
            Step::Organisations => "co-quan",
            Step::People => "nguoi",
            Step::Forum => "dien-dan",
        }
    }

    /// Reads a step's name.
    pub(crate) fn from_name(name: &str) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.name() == name)
    }

    /// Its page.
    pub(crate) fn path(self) -> String {
        format!("/quan-tri/bat-dau/{}", self.name())
    }

    /// Its number, from 1.
    pub(crate) fn number(self) -> usize {
        Step::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    /// The one before it.
    pub(crate) fn before(self) -> Option<Step> {
        Step::ALL.into_iter().take_while(|step| *step != self).last()
    }

    /// The one after it.
    pub(crate) fn after(self) -> Option<Step> {
        Step::ALL.get(self.number()).copied()
    }

    /// What it is called.
    pub(crate) const fn title(self, lang: Lang) -> &'static str {
        let w = SetupWords(lang);
        match self {
            Step::Office => w.office(),
            Step::OwnName => w.own_name(),
            Step::Emblem => w.emblem(),
            Step::Zone => w.zone(),
            Step::Retention => w.retention(),
            Step::Organisations => w.organisations(),
            Step::People => w.people(),
            Step::Forum => w.forum(),
        }
    }

    /// How far it is.
    pub(crate) fn done(self, staff: &Staff) -> Done {
        let world = staff.scene.world();
        let needed = |done| if done { Done::Yes } else { Done::No };
        let free = |done| if done { Done::Yes } else { Done::NotNeeded };
        match self {
            Step::Office => needed(world.people.office.is_some()),
            Step::OwnName => needed(!staff.name.is_empty()),
            Step::Emblem => free(staff.scene.has_emblem()),
            Step::Zone => Done::Yes,
            Step::Retention => free(world.people.unpublished_days.is_some()),
            Step::Organisations => needed(lacking_kinds(world).next().is_none()),
            Step::People => needed(lacking_roles(world).next().is_none()),
            Step::Forum => needed(!world.forums.forums.is_empty()),
        }
    }

    /// The first step with something missing.
    pub(crate) fn next(staff: &Staff) -> Option<Step> {
        Step::ALL.into_iter().find(|step| step.done(staff) == Done::No)
    }
}

impl Done {
    /// The label a page shows.
    pub(crate) fn label(self, lang: Lang) -> Html {
        let w = SetupWords(lang);
        match self {
            Done::Yes => state(Note::Ok, Icon::Check, w.done()),
            Done::No => state(Note::Warn, Icon::Clock, w.missing()),
            Done::NotNeeded => state(Note::Plain, Icon::Pass, w.not_needed()),
        }
    }
}

/// Kinds of organisations a forum needs and the office does not have.
pub(crate) fn lacking_kinds(world: &World) -> impl Iterator<Item = OrganisationKind> {
    let there = |kind| world.people.organisations.values().any(|one| one.kind == kind);
    [OrganisationKind::GuardForce, OrganisationKind::HostAgency]
        .into_iter()
        .filter(move |kind| !there(*kind))
}

/// Roles without which a forum cannot be held, an appeal not decided and no directive confirmed, and nobody has.
pub(crate) fn lacking_roles(world: &World) -> impl Iterator<Item = Role> {
    let has = |person: &Person, role| person.roles.keys().any(|(one, _)| *one == role);
    use Role::{AppealBody, Chair, Commander, Moderator, Secretary, Verifier};
    [Chair, Secretary, Moderator, Commander, Verifier, AppealBody]
        .into_iter()
        .filter(move |role| !world.people.persons.values().any(|person| has(person, *role)))
}
