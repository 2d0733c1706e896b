//! The one table of rights: which command, by whom. It decides, and it is printed as the public page "ai được làm gì".

use crate::{Command, CommandKind, Refusal, World};
use base::fact::{Actor, PersonId};
use people::role::{Role, Scope};

/// Who may give a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// Anyone, without being known. A person who is signed in gives such a command without the session.
    Anyone,
    /// Whoever holds the receipt.
    ReceiptHolder,
    /// Whoever holds the link.
    LinkHolder,
    /// A person with the role, in the office or in the forum concerned.
    Role(Role),
    /// The person the command concerns.
    Oneself,
    /// Time passing.
    Clock,
    /// The program itself, on the office's machine.
    Console,
}

/// Who may give a command of this kind.
pub const fn holders(kind: CommandKind) -> &'static [Holder] {
    use Holder::{Anyone, Clock, Console, LinkHolder, Oneself, ReceiptHolder};
    const ADMINISTRATOR: Holder = Holder::Role(Role::Administrator);
    const SECRETARY: Holder = Holder::Role(Role::Secretary);
    const CHAIR: Holder = Holder::Role(Role::Chair);
    const MODERATOR: Holder = Holder::Role(Role::Moderator);
    const CLERK: Holder = Holder::Role(Role::Clerk);
    const COMMANDER: Holder = Holder::Role(Role::Commander);
    const DELEGATE: Holder = Holder::Role(Role::Delegate);
    const SITE_REPRESENTATIVE: Holder = Holder::Role(Role::SiteRepresentative);
    const VERIFIER: Holder = Holder::Role(Role::Verifier);
    const APPEAL_BODY: Holder = Holder::Role(Role::AppealBody);
    const SUPERIOR: Holder = Holder::Role(Role::Superior);
    const EDITOR: Holder = Holder::Role(Role::Editor);
    const PUBLISHER: Holder = Holder::Role(Role::Publisher);
    match kind {
        CommandKind::OpenLedger => &[Console],
        CommandKind::ContinueLog => &[Console],
        CommandKind::NameOffice => &[ADMINISTRATOR],
        CommandKind::SetEmblem => &[ADMINISTRATOR],
        CommandKind::AddOrganisation => &[ADMINISTRATOR],
        CommandKind::AddPerson => &[ADMINISTRATOR],
        CommandKind::RenamePerson => &[ADMINISTRATOR],
        CommandKind::MovePerson => &[ADMINISTRATOR],
        CommandKind::GrantRole => &[ADMINISTRATOR],
        CommandKind::RevokeRole => &[ADMINISTRATOR],
        CommandKind::IssueFirstInvitation => &[Console],
        CommandKind::IssueInvitation => &[ADMINISTRATOR, Oneself, Console],
        CommandKind::AcceptInvitation => &[LinkHolder],
        CommandKind::AnnounceForum => &[SECRETARY, CHAIR, ADMINISTRATOR],
        CommandKind::OpenForum => &[SECRETARY, CHAIR, ADMINISTRATOR],
        CommandKind::SubmitOpinion => &[Anyone],
        CommandKind::WithdrawOpinion => &[ReceiptHolder],
        CommandKind::ClearOpinion => &[MODERATOR],
        CommandKind::RefuseOpinion => &[MODERATOR],
        CommandKind::GiveDetails => &[SECRETARY, CHAIR],
        CommandKind::PostponeForum => &[SECRETARY, CHAIR],
        CommandKind::ExtendForum => &[SECRETARY, CHAIR],
        CommandKind::CancelForum => &[CHAIR],
        CommandKind::CloseCollecting => &[SECRETARY, CHAIR],
        CommandKind::CloseForum => &[SECRETARY, CHAIR],
        CommandKind::SetAgenda => &[SECRETARY, CHAIR],
        CommandKind::AddDocument => &[SECRETARY, CHAIR],
        CommandKind::RecallDocument => &[SECRETARY, CHAIR],
        CommandKind::WriteSection => &[COMMANDER, SECRETARY],
        CommandKind::DropSection => &[COMMANDER, SECRETARY],
        CommandKind::PublishReport => &[COMMANDER, SECRETARY],
        CommandKind::RecordTurn => &[CLERK, SECRETARY],
        CommandKind::ConfirmTurn => &[ReceiptHolder],
        CommandKind::ConfirmTurnAloud => &[CLERK, SECRETARY],
        CommandKind::TakeDownOpinion => &[MODERATOR],
        CommandKind::MoveOpinionPrivate => &[MODERATOR],
        CommandKind::AnswerPrivately => &[COMMANDER, SECRETARY, CHAIR],
        CommandKind::FileAppeal => &[ReceiptHolder],
        CommandKind::DecideAppeal => &[APPEAL_BODY],
        CommandKind::IssueSlips => &[SECRETARY],
        CommandKind::CancelSlips => &[SECRETARY],
        CommandKind::CastVote => &[Anyone],
        CommandKind::GiveAnswer => &[COMMANDER, DELEGATE, SECRETARY, CHAIR],
        CommandKind::RecordFinding => &[SECRETARY, CHAIR],
        CommandKind::WithdrawFinding => &[SECRETARY, CHAIR],
        CommandKind::WriteConclusion => &[SECRETARY, CHAIR],
        CommandKind::WriteDirective => &[SECRETARY, CHAIR],
        CommandKind::DropDirective => &[SECRETARY, CHAIR],
        CommandKind::Conclude => &[CHAIR],
        CommandKind::AcceptClause => &[COMMANDER, DELEGATE, SITE_REPRESENTATIVE, SECRETARY],
        CommandKind::ReportProgress => &[COMMANDER, DELEGATE, SITE_REPRESENTATIVE, SECRETARY],
        CommandKind::AddEvidence => &[COMMANDER, DELEGATE, SITE_REPRESENTATIVE, SECRETARY, VERIFIER],
        CommandKind::RequestExtension => &[COMMANDER, DELEGATE, SITE_REPRESENTATIVE, SECRETARY],
        CommandKind::DecideExtension => &[CHAIR],
        CommandKind::ReportClauseDone => &[COMMANDER, DELEGATE, SITE_REPRESENTATIVE, SECRETARY],
        CommandKind::VerifyClause => &[VERIFIER],
        CommandKind::ReopenClause => &[VERIFIER],
        CommandKind::ContestClause => &[Anyone],
        CommandKind::ClearContest => &[MODERATOR],
        CommandKind::RefuseContest => &[MODERATOR],
        CommandKind::AnswerContest => &[SECRETARY, CHAIR, APPEAL_BODY, SUPERIOR],
        CommandKind::FlagText => &[Anyone],
        CommandKind::SettleFlag => &[MODERATOR, PUBLISHER],
        CommandKind::SetRetention => &[ADMINISTRATOR],
        CommandKind::SaveDraft => &[EDITOR, PUBLISHER],
        CommandKind::SubmitDraft => &[EDITOR, PUBLISHER],
        CommandKind::ReturnDraft => &[PUBLISHER],
        CommandKind::PublishRevision => &[PUBLISHER],
        CommandKind::WithdrawArticle => &[PUBLISHER],
        CommandKind::PublishArticle => &[PUBLISHER],
        CommandKind::RecordLegacyVisits => &[ADMINISTRATOR],
        CommandKind::OrderErasure => &[ADMINISTRATOR],
        CommandKind::ConfirmErased => &[Console],
        CommandKind::Tick => &[Clock],
    }
}

/// The forum a command concerns, where rights may hold in that forum alone.
fn scope(world: &World, command: &Command) -> Scope {
    let forum = match command {
        Command::OpenForum { forum }
        | Command::GiveDetails { forum, .. }
        | Command::PostponeForum { forum, .. }
        | Command::ExtendForum { forum, .. }
        | Command::CancelForum { forum, .. }
        | Command::CloseCollecting { forum, .. }
        | Command::CloseForum { forum }
        | Command::SetAgenda { forum, .. }
        | Command::AddDocument { forum, .. }
        | Command::RecallDocument { forum, .. }
        | Command::WriteSection { forum, .. }
        | Command::DropSection { forum, .. }
        | Command::PublishReport { forum }
        | Command::RecordTurn { forum, .. }
        | Command::IssueSlips { forum, .. }
        | Command::CancelSlips { forum, .. }
        | Command::CastVote { forum, .. }
        | Command::GiveAnswer { forum, .. }
        | Command::RecordFinding { forum, .. }
        | Command::WithdrawFinding { forum, .. }
        | Command::WriteConclusion { forum, .. }
        | Command::WriteDirective { forum, .. }
        | Command::DropDirective { forum, .. }
        | Command::Conclude { forum, .. }
        | Command::ClearContest { forum, .. }
        | Command::RefuseContest { forum, .. }
        | Command::AnswerContest { forum, .. } => Some(*forum),
        Command::AcceptClause { no }
        | Command::ReportProgress { no, .. }
        | Command::AddEvidence { no, .. }
        | Command::RequestExtension { no, .. }
        | Command::DecideExtension { no, .. }
        | Command::ReportClauseDone { no, .. }
        | Command::VerifyClause { no, .. }
        | Command::ReopenClause { no, .. }
        | Command::ContestClause { no, .. } => Some(no.forum),
        Command::ClearOpinion { opinion }
        | Command::RefuseOpinion { opinion, .. }
        | Command::ConfirmTurnAloud { opinion }
        | Command::TakeDownOpinion { opinion, .. }
        | Command::MoveOpinionPrivate { opinion }
        | Command::AnswerPrivately { opinion, .. }
        | Command::DecideAppeal { opinion, .. } => world.forums.opinions.get(opinion).map(|opinion| opinion.forum),
        Command::SettleFlag { flag, .. } => world.flags.get(flag).and_then(|flag| world.forum_of_entry(flag.entry)),
        _ => None,
    };
    forum.map_or(Scope::Office, Scope::Forum)
}

/// The person a command concerns, where everyone may act for themselves.
fn concerns(command: &Command) -> Option<PersonId> {
    match command {
        Command::IssueInvitation { person, .. } => Some(*person),
        _ => None,
    }
}

/// Whether a person belongs to a force, or to whatever organisation the forum concerned names as the one that reports.
fn is_criticised(world: &World, person: PersonId, scope: Scope) -> bool {
    let Scope::Forum(no) = scope else {
        return world.people.is_of_force(person);
    };
    let reports = world.forums.forums.get(&no).and_then(|forum| forum.force);
    let belongs = world.people.persons.get(&person).and_then(|known| known.organisation);
    world.people.is_of_force(person) || (reports.is_some() && reports == belongs)
}

/// What the table says of a role and what is about the person or the text: moderators and appeal bodies apart from those criticised, and
/// publishers for articles only, wherever a report of a text is settled.
fn fits(world: &World, role: Role, person: PersonId, kind: CommandKind, scope: Scope) -> bool {
    match role {
        // Asked again when it is used: a forum may name its force after the role was given.
        Role::Moderator | Role::AppealBody => !is_criticised(world, person, scope),
        Role::Publisher => kind != CommandKind::SettleFlag || scope == Scope::Office,
        _ => true,
    }
}

/// In which role a command is given, and under which mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// The role.
    pub role: Role,
    /// Number of the mandate.
    pub mandate: u32,
}

/// Whether the actor may give the command; the capacity in which it is given, if it is given in a role.
pub fn check(world: &World, actor: Actor, command: &Command) -> Result<Option<Capacity>, Refusal> {
    let holders = holders(command.kind());
    let scope = scope(world, command);
    for holder in holders {
        match (holder, actor) {
            (Holder::Anyone | Holder::ReceiptHolder | Holder::LinkHolder, Actor::Anyone) => return Ok(None),
            (Holder::Clock, Actor::Clock) | (Holder::Console, Actor::Console) => return Ok(None),
            (Holder::Role(role), Actor::Person(person)) if fits(world, *role, person, command.kind(), scope) => {
                if let Some(mandate) = world.people.mandate(person, *role, scope) {
                    return Ok(Some(Capacity { role: *role, mandate }));
                }
            }
            (Holder::Oneself, Actor::Person(person))
                if concerns(command) == Some(person) && world.people.persons.contains_key(&person) =>
            {
                return Ok(None);
            }
            _ => {}
        }
    }
    Err(Refusal::NotAllowed(holders))
}
