//! A command becomes events, or a refusal. Who may is asked first, then the slice's own rules.

use crate::events::{Event, LegalBasis};
use crate::{Command, Refusal, World, erasure, rights};
use base::fact::{Actor, BlobId, Context, Digest32, Exposure, PersonId, Proposed, SealedRef};
use ledger::entry::Entry;
use ledger::machine::Machine;
use people::role::Role;

impl Machine for World {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const FORMAT: &'static str = "world-2";

    fn decide(&self, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
        let role = rights::check(self, context.actor, command)?;
        let proposed = match context.actor {
            Actor::Person(person) => as_person(self, context, person, command)?,
            Actor::Anyone | Actor::Clock | Actor::Console => as_nobody(self, context, command)?,
        };
        Ok(match role {
            Some(role) => proposed.into_iter().map(|one| one.by(role.as_str())).collect(),
            None => proposed,
        })
    }

    fn apply(&mut self, entry: &Entry<Event>) {
        self.take(entry);
    }

    fn faults(&self) -> u64 {
        self.fault_count()
    }

    fn exposure(&self, at: SealedRef) -> Exposure {
        self.exposure_of(at)
    }

    fn touched(&self, entry: &Entry<Event>) -> Vec<SealedRef> {
        self.touched_by(entry)
    }

    fn names_blob(&self, id: BlobId) -> bool {
        self.names(id)
    }
}

/// Commands that a person gives.
fn as_person(
    world: &World,
    context: &mut Context,
    actor: PersonId,
    command: &Command,
) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (now, entropy) = (context.now, &mut context.entropy);
    let (people, forums) = (&world.people, &world.forums);
    let proposed: Proposed<Event> = match command {
        Command::NameOffice { name, contact } => {
            people::office::name(entropy, actor, name, contact.as_deref()).into()
        }
        Command::SetEmblem { emblem } => people::office::set_emblem(entropy, actor, *emblem).into(),
        Command::AddOrganisation { kind, name } => {
            people::organisation::add(people, entropy, actor, *kind, name)?.into()
        }
        Command::AddPerson { name, organisation } => {
            people::person::add(people, entropy, actor, name, *organisation)?.into()
        }
        Command::RenamePerson { person, name } => {
            people::person::rename(people, entropy, actor, *person, name)?.into()
        }
        Command::GrantRole { person, role, scope } => {
            known_scope(world, *scope)?;
            people::person::grant(people, actor, *person, *role, *scope)?.into()
        }
        Command::RevokeRole { person, role, scope } => {
            people::person::revoke(people, actor, *person, *role, *scope)?.into()
        }
        Command::IssueInvitation { person, token } => {
            people::invitation::issue(people, now, Some(actor), *person, *token)?.into()
        }
        Command::AnnounceForum { what } => {
            for organisation in [what.chair, what.force].into_iter().flatten() {
                if !people.organisations.contains_key(&organisation) {
                    return Err(people::Refusal::NoSuchOrganisation.into());
                }
            }
            forum::announce::announce(forums, entropy, now, actor, what)?.into()
        }
        Command::OpenForum { forum } => forum::announce::open(forums, entropy, now, actor, *forum)?.into(),
        Command::ClearOpinion { opinion } => forum::opinion::clear(forums, entropy, actor, *opinion)?.into(),
        Command::RefuseOpinion { opinion, reason } => {
            forum::opinion::refuse(forums, entropy, actor, *opinion, *reason)?.into()
        }
        Command::PublishArticle { draft } => {
            portal::article::publish(&world.portal, entropy, actor, draft)?.into()
        }
        Command::RecordLegacyVisits { visits } => {
            portal::article::record_legacy_visits(&world.portal, entropy, actor, *visits)?.into()
        }
        Command::OrderErasure { targets, basis, decision } => {
            erasure::order(world, entropy, Some(actor), targets, *basis, decision.as_deref())?
        }
        Command::IssueFirstInvitation { .. }
        | Command::AcceptInvitation { .. }
        | Command::SubmitOpinion { .. }
        | Command::WithdrawOpinion { .. }
        | Command::ConfirmErased { .. }
        | Command::Tick { .. } => return Err(Refusal::NotAllowed(rights::holders(command.kind()))),
    };
    Ok(vec![proposed])
}

/// Commands that nobody known gives: a writer, the holder of a receipt or a link, time, the program.
fn as_nobody(world: &World, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (now, entropy) = (context.now, &mut context.entropy);
    let (people, forums) = (&world.people, &world.forums);
    match command {
        Command::IssueFirstInvitation { token } => {
            Ok(vec![people::invitation::issue_first(people, now, *token)?.into()])
        }
        Command::IssueInvitation { person, token } => {
            Ok(vec![people::invitation::issue(people, now, None, *person, *token)?.into()])
        }
        Command::AcceptInvitation { token } => {
            let accepted = people::invitation::accept(people, now, *token)?;
            Ok(accepted.into_iter().map(Proposed::into).collect())
        }
        Command::SubmitOpinion { forum, words, receipt } => {
            Ok(vec![forum::opinion::submit(forums, entropy, now, *forum, words, *receipt)?.into()])
        }
        Command::WithdrawOpinion { receipt } => withdraw(world, context, *receipt),
        Command::ConfirmErased { erasure } => Ok(vec![erasure::confirm(world, *erasure)?]),
        Command::Tick { until } => {
            let due = forum::publication::due(forums, entropy, *until);
            Ok(due.into_iter().map(Proposed::into).collect())
        }
        _ => Err(Refusal::NotAllowed(rights::holders(command.kind()))),
    }
}

/// An author takes an opinion back: the words are erased with it.
fn withdraw(world: &World, context: &mut Context, receipt: Digest32) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (opinion, withdrawn) = forum::opinion::withdraw(&world.forums, receipt)?;
    let mut events = vec![withdrawn.into()];
    let words = world.forums.fields(opinion);
    let there: Vec<SealedRef> =
        words.into_iter().filter(|at| !matches!(world.exposure_of(*at), Exposure::Erased(_))).collect();
    if !there.is_empty() {
        let basis = LegalBasis::AuthorWithdrew;
        events.push(erasure::order(world, &mut context.entropy, None, &there, basis, None)?);
    }
    Ok(events)
}

fn known_scope(world: &World, scope: people::role::Scope) -> Result<(), Refusal> {
    match scope {
        people::role::Scope::Forum(no) if !world.forums.forums.contains_key(&no) => {
            Err(forum::Refusal::NoSuchForum.into())
        }
        _ => Ok(()),
    }
}

impl World {
    /// Whether a person may do anything of this kind somewhere: decides what a page offers, never what is done.
    pub fn offers(&self, person: PersonId, kind: crate::CommandKind) -> bool {
        rights::holders(kind).iter().any(|holder| match holder {
            rights::Holder::Role(role) => self.people.has_role_anywhere(person, *role),
            _ => false,
        })
    }

    /// Whether a person is an auditor of the office.
    pub fn is_auditor(&self, person: PersonId) -> bool {
        self.people.has_role(person, Role::Auditor, people::role::Scope::Office)
    }
}
