//! What can be asked of the office. Surfaces make commands; nothing else changes the record.

use crate::ending::Ending;
use crate::events::{Continues, FlagOutcome, LegalBasis};
use base::fact::{BlobRef, Digest32, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::{Date, Minute};
use forum::ClauseNo;
use forum::agenda::ItemDraft;
use forum::announce::Announcement;
use forum::answer::AnswerDraft;
use forum::clause::EvidenceDraft;
use forum::conclusion::{Conclude, DirectiveDraft};
use forum::dates::DetailsDraft;
use forum::document::DocumentDraft;
use forum::events::{Choice, FindingSort, LawfulReason, Outcome};
use forum::opinion::{Subject, Words};
use forum::report::SectionDraft;
use forum::turn::Turn;
use people::role::{OrganisationKind, Role, Scope};
use portal::article::Draft;
use portal::{LegacyVisits, RevisionId};

macro_rules! commands {
    ($( $(#[$meta:meta])* $name:ident { $( $(#[$field_meta:meta])* $field:ident : $type:ty ),* $(,)? } )*) => {
        /// One thing asked for. Texts have passed their slice's rules before they come here.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Command {
            $( $(#[$meta])* $name { $( $(#[$field_meta])* $field: $type ),* }, )*
        }
        /// The kind of a command: the row of the table of rights.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind {
            $( $(#[$meta])* $name, )*
        }
        impl CommandKind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [CommandKind] = &[ $( CommandKind::$name, )* ];
        }
        impl Command {
            /// The kind of this command.
            pub fn kind(&self) -> CommandKind {
                match self { $( Command::$name { .. } => CommandKind::$name, )* }
            }
        }
    };
}

commands! {
    /// Write the first line of an empty ledger.
    OpenLedger {
        /// The ledger it goes on from, when that one had to end.
        continues: Option<Continues>,
    }
    /// Say that the log ended and that the record goes on under another key.
    ContinueLog {
        /// What is known of the log that ended.
        ending: Ending,
    }
    /// Name the office and say how it is reached.
    NameOffice {
        /// Its name.
        name: String,
        /// How it is reached.
        contact: Option<String>,
        /// The entry whose name was read before, 0 when there was none; none if it does not matter.
        over: Option<u64>,
    }
    /// Put the office's emblem in the header, or take it away.
    SetEmblem {
        /// The picture, already in the store.
        emblem: Option<BlobRef>,
    }
    /// Add an organisation.
    AddOrganisation {
        /// What it is to the forum.
        kind: OrganisationKind,
        /// Its name.
        name: String,
    }
    /// Add a person.
    AddPerson {
        /// The name.
        name: String,
        /// Where the person belongs.
        organisation: Option<OrganisationId>,
    }
    /// Give or correct a person's name.
    RenamePerson {
        /// The person.
        person: PersonId,
        /// The name.
        name: String,
    }
    /// Put a person under another organisation, or under none.
    MovePerson {
        /// The person.
        person: PersonId,
        /// Where the person belongs from now on.
        organisation: Option<OrganisationId>,
    }
    /// Give a person a role.
    GrantRole {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// Where it holds.
        scope: Scope,
    }
    /// Take a role away.
    RevokeRole {
        /// The person.
        person: PersonId,
        /// The role.
        role: Role,
        /// Where it holds.
        scope: Scope,
    }
    /// Make the link for the first administrator.
    IssueFirstInvitation {
        /// SHA-256 of its token.
        token: Digest32,
    }
    /// Make a link that lets a person in.
    IssueInvitation {
        /// The person.
        person: PersonId,
        /// SHA-256 of its token.
        token: Digest32,
    }
    /// Come in by a link.
    AcceptInvitation {
        /// SHA-256 of its token.
        token: Digest32,
    }
    /// Announce a forum.
    AnnounceForum {
        /// What is announced.
        what: Announcement,
    }
    /// Open a forum for opinions.
    OpenForum {
        /// The forum.
        forum: ForumNo,
    }
    /// Write an opinion.
    SubmitOpinion {
        /// The forum.
        forum: ForumNo,
        /// The words and what stands under them.
        words: Words,
        /// What it is and speaks to.
        subject: Subject,
        /// Digest of the receipt's code.
        receipt: Digest32,
    }
    /// Take one's own opinion back before it is published.
    WithdrawOpinion {
        /// Digest of the receipt's code.
        receipt: Digest32,
    }
    /// Read an opinion and clear it for publication.
    ClearOpinion {
        /// The entry that received it.
        opinion: u64,
    }
    /// Read an opinion and leave it unpublished for a lawful reason.
    RefuseOpinion {
        /// The entry that received it.
        opinion: u64,
        /// Why.
        reason: LawfulReason,
    }
    /// Say where and when in the day a forum is held, and who comes.
    GiveDetails {
        /// The forum.
        forum: ForumNo,
        /// The entry whose details were read before, 0 when there were none; none if it does not matter.
        over: Option<u64>,
        /// What is said.
        details: DetailsDraft,
    }
    /// Hold a forum on another day.
    PostponeForum {
        /// The forum.
        forum: ForumNo,
        /// The last day opinions are taken.
        closes: Date,
        /// The day it is held.
        day: Date,
        /// Why.
        reason: String,
    }
    /// Take opinions for longer.
    ExtendForum {
        /// The forum.
        forum: ForumNo,
        /// The last day opinions are taken.
        closes: Date,
        /// Why.
        reason: String,
    }
    /// Give a forum up.
    CancelForum {
        /// The forum.
        forum: ForumNo,
        /// Why.
        reason: String,
    }
    /// Close opinions and votes before their last day is over.
    CloseCollecting {
        /// The forum.
        forum: ForumNo,
        /// Why.
        reason: String,
    }
    /// End a forum whose clauses have all ended.
    CloseForum {
        /// The forum.
        forum: ForumNo,
    }
    /// Set the agenda of a forum.
    SetAgenda {
        /// The forum.
        forum: ForumNo,
        /// The entry that set the one it replaces.
        over: Option<u64>,
        /// Its items in order.
        items: Vec<ItemDraft>,
    }
    /// Make a document of a forum public.
    AddDocument {
        /// The forum.
        forum: ForumNo,
        /// The document.
        draft: DocumentDraft,
    }
    /// Recall a document of a forum.
    RecallDocument {
        /// The forum.
        forum: ForumNo,
        /// The document.
        document: u32,
        /// Why.
        reason: String,
    }
    /// Write a section of the report.
    WriteSection {
        /// The forum.
        forum: ForumNo,
        /// The section.
        draft: SectionDraft,
    }
    /// Take a section out of a report that is not published.
    DropSection {
        /// The forum.
        forum: ForumNo,
        /// The section.
        section: u32,
        /// The entry that wrote it last.
        over: u64,
    }
    /// Publish the report.
    PublishReport {
        /// The forum.
        forum: ForumNo,
    }
    /// Record a spoken turn.
    RecordTurn {
        /// The forum.
        forum: ForumNo,
        /// The turn.
        turn: Turn,
    }
    /// Confirm the summary of one's own turn.
    ConfirmTurn {
        /// Digest of the receipt's code.
        receipt: Digest32,
    }
    /// Record that a speaker confirmed the summary aloud.
    ConfirmTurnAloud {
        /// The entry that recorded the turn.
        opinion: u64,
    }
    /// Take a published opinion down for a lawful reason.
    TakeDownOpinion {
        /// The entry that received it.
        opinion: u64,
        /// Why.
        reason: LawfulReason,
    }
    /// Move an opinion that names a guard to the private track.
    MoveOpinionPrivate {
        /// The entry that received it.
        opinion: u64,
    }
    /// Answer the author of an opinion on the private track.
    AnswerPrivately {
        /// The entry that received it.
        opinion: u64,
        /// What is said.
        text: String,
    }
    /// Appeal against the decision on one's own opinion.
    FileAppeal {
        /// Digest of the receipt's code.
        receipt: Digest32,
        /// What the author says.
        words: Option<String>,
    }
    /// Decide an appeal.
    DecideAppeal {
        /// The entry that received the opinion.
        opinion: u64,
        /// The author was right.
        granted: bool,
        /// Why.
        answer: String,
    }
    /// Make slips for a roll.
    IssueSlips {
        /// The forum.
        forum: ForumNo,
        /// For whom.
        label: String,
        /// Pseudonyms of the voices that the slips hold.
        pseudonyms: Vec<Digest32>,
    }
    /// Cancel the slips of a batch that nobody has used.
    CancelSlips {
        /// The forum.
        forum: ForumNo,
        /// The batch.
        batch: u32,
    }
    /// Answer an opinion as a voice.
    CastVote {
        /// The forum.
        forum: ForumNo,
        /// Pseudonym of the voice in the forum.
        pseudonym: Digest32,
        /// Number of the opinion.
        opinion: u32,
        /// What is said.
        choice: Choice,
    }
    /// Answer opinions.
    GiveAnswer {
        /// The forum.
        forum: ForumNo,
        /// The answer.
        draft: AnswerDraft,
    }
    /// Record a finding.
    RecordFinding {
        /// The forum.
        forum: ForumNo,
        /// What it says.
        sort: FindingSort,
        /// Numbers of the opinions it rests on.
        opinions: Vec<u32>,
        /// The sentence.
        text: String,
    }
    /// Withdraw a finding before the conclusion.
    WithdrawFinding {
        /// The forum.
        forum: ForumNo,
        /// The finding.
        finding: u32,
        /// Why.
        reason: String,
    }
    /// Draft the conclusion.
    WriteConclusion {
        /// The forum.
        forum: ForumNo,
        /// The entry that wrote it last.
        over: Option<u64>,
        /// Its words.
        text: String,
        /// Who signs it.
        signer: String,
        /// The post of who signs it.
        post: String,
    }
    /// Draft a directive.
    WriteDirective {
        /// The forum.
        forum: ForumNo,
        /// The directive.
        draft: DirectiveDraft,
    }
    /// Take the last directive out of the draft.
    DropDirective {
        /// The forum.
        forum: ForumNo,
        /// The directive.
        directive: u32,
        /// The entry that wrote it last.
        over: u64,
    }
    /// Conclude a forum: put the conclusion and its directives in force.
    Conclude {
        /// The forum.
        forum: ForumNo,
        /// Exactly what was read.
        what: Conclude,
    }
    /// Take a clause on.
    AcceptClause {
        /// Which clause.
        no: ClauseNo,
    }
    /// Tell how far a clause is.
    ReportProgress {
        /// Which clause.
        no: ClauseNo,
        /// What is told.
        text: String,
    }
    /// Hand in evidence for a clause.
    AddEvidence {
        /// Which clause.
        no: ClauseNo,
        /// The evidence.
        draft: EvidenceDraft,
    }
    /// Ask for more time for a clause.
    RequestExtension {
        /// Which clause.
        no: ClauseNo,
        /// The last day asked for.
        until: Date,
        /// Why.
        reason: String,
    }
    /// Decide on a request for more time.
    DecideExtension {
        /// Which clause.
        no: ClauseNo,
        /// It is granted.
        granted: bool,
        /// Why.
        reason: String,
    }
    /// Say that a clause is done.
    ReportClauseDone {
        /// Which clause.
        no: ClauseNo,
        /// What was done.
        text: String,
    }
    /// Decide how a clause ends.
    VerifyClause {
        /// Which clause.
        no: ClauseNo,
        /// How.
        outcome: Outcome,
        /// What was seen.
        reason: String,
    }
    /// Open a clause again.
    ReopenClause {
        /// Which clause.
        no: ClauseNo,
        /// The last day from now on.
        due: Date,
        /// Why.
        reason: String,
    }
    /// Contest what is told of a clause.
    ContestClause {
        /// Which clause.
        no: ClauseNo,
        /// What is said.
        text: String,
        /// Digest of the receipt's code.
        receipt: Digest32,
    }
    /// Read a contest and make it public.
    ClearContest {
        /// The forum.
        forum: ForumNo,
        /// The contest.
        contest: u32,
    }
    /// Read a contest and leave it unpublished for a lawful reason.
    RefuseContest {
        /// The forum.
        forum: ForumNo,
        /// The contest.
        contest: u32,
        /// Why.
        reason: LawfulReason,
    }
    /// Answer a contest.
    AnswerContest {
        /// The forum.
        forum: ForumNo,
        /// The contest.
        contest: u32,
        /// What is said.
        text: String,
    }
    /// Report a published text.
    FlagText {
        /// The entry that holds it.
        entry: u64,
        /// Why.
        reason: LawfulReason,
        /// What is said.
        note: Option<String>,
    }
    /// Say what was done about a reported text.
    SettleFlag {
        /// Number of the report.
        flag: u32,
        /// What was done.
        outcome: FlagOutcome,
    }
    /// Say how long words that were never published are kept.
    SetRetention {
        /// Days after a forum ended.
        unpublished_days: u32,
    }
    /// Save a draft: of a new article, or over the revision that was read.
    SaveDraft {
        /// The texts.
        draft: Draft,
        /// The revision it goes on from; none for a new article.
        over: Option<RevisionId>,
    }
    /// Send a draft for review.
    SubmitDraft {
        /// The revision.
        at: RevisionId,
    }
    /// Send a draft back with a reason.
    ReturnDraft {
        /// The revision.
        at: RevisionId,
        /// Why.
        reason: String,
    }
    /// Publish a revision that somebody else saved.
    PublishRevision {
        /// The revision.
        at: RevisionId,
        /// What a correction changed.
        note: Option<String>,
    }
    /// Withdraw an article.
    WithdrawArticle {
        /// The revision that stands.
        at: RevisionId,
        /// Why.
        reason: String,
    }
    /// Publish an article.
    PublishArticle {
        /// The article.
        draft: Draft,
    }
    /// Record what the portal's old counter showed.
    RecordLegacyVisits {
        /// The figures.
        visits: LegacyVisits,
    }
    /// Order words or a file to be erased, by law or by decision.
    OrderErasure {
        /// What.
        targets: Vec<SealedRef>,
        /// On what basis.
        basis: LegalBasis,
        /// Number and date of the decision or request.
        decision: Option<String>,
    }
    /// Confirm that the store removed what was ordered.
    ConfirmErased {
        /// Number of the order.
        erasure: u32,
    }
    /// Let time pass.
    Tick {
        /// The present minute.
        until: Minute,
    }
}
