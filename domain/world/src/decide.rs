//! A command becomes events, or a refusal. Who may is asked first, then the slice's own rules.

mod in_forum;

use crate::events::{Event, LegalBasis};
use crate::rights::Capacity;
use crate::{Command, Refusal, World, ending, erasure, flag, rights};
use base::fact::{Actor, BlobId, Context, Digest32, Entropy, Exposure, PersonId, Proposed, SealedRef};
use in_forum::in_working_days;
use ledger::entry::Entry;
use ledger::machine::Machine;

impl Machine for World {
    type Command = Command;
    type Event = Event;
    type Refusal = Refusal;

    const FORMAT: &'static str = "world-8";

    fn removes(command: &Command) -> bool {
        matches!(
            command,
            Command::WithdrawOpinion { .. } | Command::OrderErasure { .. } | Command::ConfirmErased { .. }
        )
    }

    fn decide(&self, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
        let capacity = rights::check(self, context.actor, command)?;
        let proposed = match context.actor {
            Actor::Person(person) => as_person(self, context, person, capacity, command)?,
            Actor::Anyone | Actor::Clock | Actor::Console => as_nobody(self, context, command)?,
        };
        Ok(match capacity {
            Some(capacity) => proposed.into_iter().map(|one| one.by(capacity.role.as_str())).collect(),
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
    capacity: Option<Capacity>,
    command: &Command,
) -> Result<Vec<Proposed<Event>>, Refusal> {
    let refused = Refusal::NotAllowed(rights::holders(command.kind()));
    let (now, entropy) = (context.now, &mut context.entropy);
    let (people, forums) = (&world.people, &world.forums);
    let proposed: Proposed<Event> = match command {
        Command::NameOffice { name, contact, over } => {
            people::office::name(people, entropy, actor, name, contact.as_deref(), *over)?.into()
        }
        Command::SetEmblem { emblem } => people::office::set_emblem(entropy, actor, *emblem).into(),
        Command::AddOrganisation { kind, name } => {
            people::organisation::add(people, entropy, actor, *kind, name)?.into()
        }
        Command::AddPerson { name, organisation } => {
            people::person::add(people, entropy, actor, name, *organisation)?.into()
        }
        Command::RenamePerson { person, name } => return rename(world, context, actor, *person, name),
        Command::MovePerson { person, organisation } => {
            people::person::move_to(people, actor, *person, *organisation)?.into()
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
        Command::ClearOpinion { opinion } => {
            forum::opinion::clear(forums, capacity.ok_or(refused)?.mandate, *opinion)?.into()
        }
        Command::RefuseOpinion { opinion, reason } => {
            forum::opinion::refuse(forums, capacity.ok_or(refused)?.mandate, *opinion, *reason)?.into()
        }
        Command::SaveDraft { .. }
        | Command::SubmitDraft { .. }
        | Command::ReturnDraft { .. }
        | Command::PublishRevision { .. }
        | Command::WithdrawArticle { .. } => {
            let Some(capacity) = capacity else { return Err(refused) };
            newsroom(world, entropy, actor, capacity.mandate, command)?
        }
        Command::PublishArticle { draft } => portal::article::publish(&world.portal, entropy, actor, draft)?.into(),
        Command::RecordLegacyVisits { visits } => {
            portal::article::record_legacy_visits(&world.portal, entropy, actor, *visits)?.into()
        }
        Command::OrderErasure {
            targets,
            basis,
            decision,
        } => erasure::order(world, entropy, Some(actor), targets, *basis, decision.as_deref())?,
        Command::SetRetention { unpublished_days } => {
            people::office::set_retention(entropy, actor, *unpublished_days)?.into()
        }
        Command::SettleFlag { flag, outcome } => {
            flag::settle(world, capacity.ok_or(refused)?.mandate, *flag, *outcome)?
        }
        Command::GiveDetails { .. }
        | Command::PostponeForum { .. }
        | Command::ExtendForum { .. }
        | Command::CancelForum { .. }
        | Command::CloseCollecting { .. }
        | Command::CloseForum { .. }
        | Command::SetAgenda { .. }
        | Command::AddDocument { .. }
        | Command::RecallDocument { .. }
        | Command::WriteSection { .. }
        | Command::DropSection { .. }
        | Command::PublishReport { .. }
        | Command::RecordTurn { .. }
        | Command::ConfirmTurnAloud { .. }
        | Command::TakeDownOpinion { .. }
        | Command::MoveOpinionPrivate { .. }
        | Command::AnswerPrivately { .. }
        | Command::DecideAppeal { .. }
        | Command::IssueSlips { .. }
        | Command::CancelSlips { .. }
        | Command::GiveAnswer { .. }
        | Command::RecordFinding { .. }
        | Command::WithdrawFinding { .. }
        | Command::WriteConclusion { .. }
        | Command::WriteDirective { .. }
        | Command::DropDirective { .. }
        | Command::Conclude { .. }
        | Command::AcceptClause { .. }
        | Command::ReportProgress { .. }
        | Command::AddEvidence { .. }
        | Command::RequestExtension { .. }
        | Command::DecideExtension { .. }
        | Command::ReportClauseDone { .. }
        | Command::VerifyClause { .. }
        | Command::ReopenClause { .. }
        | Command::ClearContest { .. }
        | Command::RefuseContest { .. }
        | Command::AnswerContest { .. } => {
            return in_forum::decide(world, context, actor, capacity, command);
        }
        Command::OpenLedger { .. }
        | Command::ContinueLog { .. }
        | Command::IssueFirstInvitation { .. }
        | Command::AcceptInvitation { .. }
        | Command::SubmitOpinion { .. }
        | Command::WithdrawOpinion { .. }
        | Command::ConfirmTurn { .. }
        | Command::FileAppeal { .. }
        | Command::CastVote { .. }
        | Command::ContestClause { .. }
        | Command::FlagText { .. }
        | Command::ConfirmErased { .. }
        | Command::Tick { .. } => return Err(refused),
    };
    Ok(vec![proposed])
}

/// Acts on articles under a mandate.
fn newsroom(
    world: &World,
    entropy: &mut Entropy,
    person: PersonId,
    mandate: u32,
    command: &Command,
) -> Result<Proposed<Event>, Refusal> {
    let (people, portal) = (&world.people, &world.portal);
    let reviewer = portal::review::Reviewer {
        person,
        mandate,
        held_by_same: |other: u32| people.mandates.get(&other).is_some_and(|one| one.person == person),
    };
    let proposed = match command {
        Command::SaveDraft { draft, over } => portal::draft::save(portal, entropy, person, mandate, draft, *over)?,
        Command::SubmitDraft { at } => portal::draft::submit(portal, entropy, person, mandate, *at)?,
        Command::ReturnDraft { at, reason } => portal::review::send_back(portal, entropy, &reviewer, *at, reason)?,
        Command::PublishRevision { at, note } => {
            portal::review::publish(portal, entropy, &reviewer, *at, note.as_deref())?
        }
        Command::WithdrawArticle { at, reason } => {
            portal::withdrawal::withdraw(portal, entropy, person, mandate, *at, reason)?
        }
        _ => return Err(Refusal::NotAllowed(rights::holders(command.kind()))),
    };
    Ok(proposed.into())
}

/// Commands that nobody known gives: a writer, the holder of a receipt or a link, time, the program.
fn as_nobody(world: &World, context: &mut Context, command: &Command) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (now, entropy) = (context.now, &mut context.entropy);
    let (people, forums) = (&world.people, &world.forums);
    match command {
        Command::OpenLedger { continues } => Ok(vec![erasure::open(world, *continues)?]),
        Command::ContinueLog { ending } => Ok(vec![ending::go_on(world, ending)?]),
        Command::IssueFirstInvitation { token } => {
            Ok(vec![people::invitation::issue_first(people, now, *token)?.into()])
        }
        Command::IssueInvitation { person, token } => Ok(vec![
            people::invitation::issue(people, now, None, *person, *token)?.into(),
        ]),
        Command::AcceptInvitation { token } => {
            let accepted = people::invitation::accept(people, now, *token)?;
            Ok(accepted.into_iter().map(Proposed::into).collect())
        }
        Command::SubmitOpinion {
            forum,
            words,
            subject,
            receipt,
        } => {
            let read_by = law::read_by(now.office_date());
            let what = (words, *subject);
            Ok(vec![
                forum::opinion::submit(forums, entropy, now, *forum, what, *receipt, read_by)?.into(),
            ])
        }
        Command::ConfirmTurn { receipt } => Ok(vec![forum::turn::confirm(forums, *receipt)?.into()]),
        Command::FileAppeal { receipt, words } => {
            let decide_by = in_working_days(now, law::terms(now.office_date()).appeal_working_days);
            let words = words.as_deref();
            Ok(vec![
                forum::appeal::file(forums, entropy, *receipt, words, decide_by)?.into(),
            ])
        }
        Command::CastVote {
            forum,
            pseudonym,
            opinion,
            choice,
        } => {
            let cast = forum::vote::cast(forums, now, *forum, *pseudonym, *opinion, *choice)?;
            Ok(cast.into_iter().map(Proposed::into).collect())
        }
        Command::ContestClause { no, text, receipt } => Ok(vec![
            forum::contest::submit(forums, entropy, *no, text, *receipt)?.into(),
        ]),
        Command::FlagText { entry, reason, note } => {
            Ok(vec![flag::raise(world, entropy, *entry, *reason, note.as_deref())?])
        }
        Command::WithdrawOpinion { receipt } => withdraw(world, context, *receipt),
        Command::ConfirmErased { erasure } => Ok(vec![erasure::confirm(world, *erasure)?]),
        Command::Tick { until } => {
            // Nothing is due before its time, whatever was asked for.
            let now = now.min(*until);
            let thresholds = law::terms(now.office_date()).escalation_days;
            let mut due = forum::publication::due(forums, entropy, now);
            due.extend(forum::escalation::due(forums, now, &thresholds));
            let mut due: Vec<Proposed<Event>> = due.into_iter().map(Proposed::into).collect();
            due.extend(erasure::by_timetable(world, entropy, now)?);
            Ok(due)
        }
        // Everything else needs someone: `as_person` names each.
        _ => Err(Refusal::NotAllowed(rights::holders(command.kind()))),
    }
}

/// A name is corrected: the old one serves nothing any more and is erased.
fn rename(
    world: &World,
    context: &mut Context,
    actor: PersonId,
    person: PersonId,
    name: &str,
) -> Result<Vec<Proposed<Event>>, Refusal> {
    let renamed = people::person::rename(&world.people, &mut context.entropy, actor, person, name)?;
    let mut events = vec![renamed.into()];
    let old = world.people.persons.get(&person).and_then(|person| person.name);
    if let Some(old) = old.filter(|at| !matches!(world.exposure_of(*at), Exposure::Erased(_))) {
        let basis = LegalBasis::NameReplaced;
        events.push(erasure::order(world, &mut context.entropy, None, &[old], basis, None)?);
    }
    Ok(events)
}

/// An author takes an opinion back: the words are erased with it.
fn withdraw(world: &World, context: &mut Context, receipt: Digest32) -> Result<Vec<Proposed<Event>>, Refusal> {
    let (opinion, withdrawn) = forum::opinion::withdraw(&world.forums, receipt)?;
    let mut events = vec![withdrawn.into()];
    let words = world.forums.fields(opinion);
    let there: Vec<SealedRef> = words
        .into_iter()
        .filter(|at| !matches!(world.exposure_of(*at), Exposure::Erased(_)))
        .collect();
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
}
