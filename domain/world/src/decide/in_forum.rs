//! What people of the office and of the organisations do in a forum: a command becomes an event, by the forum's rules.

use crate::events::Event;
use crate::rights::Capacity;
use crate::{Command, Refusal, World, rights};
use base::fact::{Context, OrganisationId, PersonId, Proposed};
use base::time::{Date, Minute};
use forum::By;
use people::role::Role;

/// The day that is so many working days after today.
pub(super) fn in_working_days(now: Minute, days: u32) -> Date {
    law::calendar().add_working_days(now.office_date(), days)
}

fn known_organisations(world: &World, all: impl IntoIterator<Item = OrganisationId>) -> Result<(), Refusal> {
    let known = |id: OrganisationId| world.people.organisations.contains_key(&id);
    if all.into_iter().all(known) {
        Ok(())
    } else {
        Err(people::Refusal::NoSuchOrganisation.into())
    }
}

fn many(events: Vec<Proposed<forum::Event>>) -> Result<Vec<Proposed<Event>>, Refusal> {
    Ok(events.into_iter().map(Proposed::into).collect())
}

/// Acts in a forum under a mandate.
pub(super) fn decide(
    world: &World,
    context: &mut Context,
    actor: PersonId,
    capacity: Option<Capacity>,
    command: &Command,
) -> Result<Vec<Proposed<Event>>, Refusal> {
    let refused = Refusal::NotAllowed(rights::holders(command.kind()));
    let Some(Capacity { role, mandate }) = capacity else {
        return Err(refused);
    };
    let same_person = |other: u32| world.people.mandates.get(&other).is_some_and(|one| one.person == actor);
    let by = &By {
        mandate,
        organisation: world.people.persons.get(&actor).and_then(|person| person.organisation),
        for_office: matches!(role, Role::Secretary | Role::Chair),
        same_person: &same_person,
    };
    let (now, entropy, forums) = (context.now, &mut context.entropy, &world.forums);
    let proposed: Proposed<Event> = match command {
        Command::GiveDetails { forum, over, details } => {
            forum::dates::give_details(forums, entropy, by, *forum, *over, details)?.into()
        }
        Command::PostponeForum {
            forum,
            closes,
            day,
            reason,
        } => forum::dates::postpone(forums, entropy, now, by, *forum, (*closes, *day), reason)?.into(),
        Command::ExtendForum { forum, closes, reason } => {
            forum::dates::extend(forums, entropy, now, by, *forum, *closes, reason)?.into()
        }
        Command::CancelForum { forum, reason } => forum::dates::cancel(forums, entropy, by, *forum, reason)?.into(),
        Command::CloseCollecting { forum, reason } => {
            return many(forum::dates::close_collecting(
                forums, entropy, now, by, *forum, reason,
            )?);
        }
        Command::CloseForum { forum } => forum::dates::close(forums, by, *forum)?.into(),
        Command::SetAgenda { forum, over, items } => {
            known_organisations(world, items.iter().filter_map(|item| item.organisation))?;
            forum::agenda::set(forums, entropy, by, *forum, *over, items)?.into()
        }
        Command::AddDocument { forum, draft } => forum::document::add(forums, entropy, by, *forum, draft)?.into(),
        Command::RecallDocument {
            forum,
            document,
            reason,
        } => forum::document::recall(forums, entropy, by, *forum, *document, reason)?.into(),
        Command::WriteSection { forum, draft } => forum::report::write(forums, entropy, by, *forum, draft)?.into(),
        Command::DropSection { forum, section, over } => {
            forum::report::drop_section(forums, by, *forum, *section, *over)?.into()
        }
        Command::PublishReport { forum } => forum::report::publish(forums, by, *forum)?.into(),
        Command::RecordTurn { forum, turn } => {
            known_organisations(world, turn.organisation)?;
            let read_by = law::read_by(now.office_date());
            forum::turn::record(forums, entropy, now, by, *forum, turn, read_by)?.into()
        }
        Command::ConfirmTurnAloud { opinion } => forum::turn::confirm_aloud(forums, by, *opinion)?.into(),
        Command::TakeDownOpinion { opinion, reason } => {
            forum::opinion::take_down(forums, by.mandate, *opinion, *reason)?.into()
        }
        Command::MoveOpinionPrivate { opinion } => {
            let answer_by = in_working_days(now, law::terms(now.office_date()).private_answer_working_days);
            forum::private_track::move_there(forums, by, *opinion, answer_by)?.into()
        }
        Command::AnswerPrivately { opinion, text } => {
            forum::private_track::answer(forums, entropy, by, *opinion, text)?.into()
        }
        Command::DecideAppeal {
            opinion,
            granted,
            answer,
        } => forum::appeal::decide(forums, entropy, by, *opinion, *granted, answer)?.into(),
        Command::IssueSlips {
            forum,
            label,
            pseudonyms,
        } => forum::voice::issue(forums, entropy, now, by, *forum, label, pseudonyms)?.into(),
        Command::CancelSlips { forum, batch } => forum::voice::cancel(forums, by, *forum, *batch)?.into(),
        Command::GiveAnswer { forum, draft } => {
            known_organisations(world, draft.to)?;
            forum::answer::give(forums, entropy, now, by, *forum, draft)?.into()
        }
        Command::RecordFinding {
            forum,
            sort,
            opinions,
            text,
        } => forum::finding::record(forums, entropy, by, *forum, *sort, opinions, text)?.into(),
        Command::WithdrawFinding { forum, finding, reason } => {
            forum::finding::withdraw(forums, entropy, by, *forum, *finding, reason)?.into()
        }
        Command::WriteConclusion {
            forum,
            over,
            text,
            signer,
            post,
        } => forum::conclusion::write(forums, entropy, by, *forum, *over, [text, signer, post])?.into(),
        Command::WriteDirective { forum, draft } => {
            known_organisations(
                world,
                draft.clauses.iter().flat_map(|clause| [clause.owner, clause.verifier]),
            )?;
            forum::conclusion::write_directive(forums, entropy, by, *forum, draft)?.into()
        }
        Command::DropDirective { forum, directive, over } => {
            forum::conclusion::drop_directive(forums, by, *forum, *directive, *over)?.into()
        }
        Command::Conclude { forum, what } => {
            forum::conclusion::conclude(forums, entropy, now, law::calendar(), by, *forum, what)?.into()
        }
        Command::AcceptClause { no } => forum::clause::accept(forums, by, *no)?.into(),
        Command::ReportProgress { no, text } => forum::clause::report_progress(forums, entropy, by, *no, text)?.into(),
        Command::AddEvidence { no, draft } => forum::clause::add_evidence(forums, entropy, by, *no, draft)?.into(),
        Command::RequestExtension { no, until, reason } => {
            forum::clause::request_extension(forums, entropy, now, by, *no, *until, reason)?.into()
        }
        Command::DecideExtension { no, granted, reason } => {
            forum::clause::decide_extension(forums, entropy, by, *no, *granted, reason)?.into()
        }
        Command::ReportClauseDone { no, text } => forum::clause::report_done(forums, entropy, by, *no, text)?.into(),
        Command::VerifyClause { no, outcome, reason } => {
            forum::clause::verify(forums, entropy, now, by, *no, *outcome, reason)?.into()
        }
        Command::ReopenClause { no, due, reason } => {
            forum::clause::reopen(forums, entropy, now, by, *no, *due, reason)?.into()
        }
        Command::ClearContest { forum, contest } => forum::contest::clear(forums, by, *forum, *contest)?.into(),
        Command::RefuseContest { forum, contest, reason } => {
            forum::contest::refuse(forums, by, *forum, *contest, *reason)?.into()
        }
        Command::AnswerContest { forum, contest, text } => {
            forum::contest::answer(forums, entropy, by, *forum, *contest, text)?.into()
        }
        _ => return Err(refused),
    };
    Ok(vec![proposed])
}
