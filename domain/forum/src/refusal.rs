//! Why a command about forums is refused.

use base::number::ForumNo;

/// Why a command about forums is refused. Surfaces turn it into one sentence with the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No forum has this number.
    NoSuchForum,
    /// The number is taken.
    ForumExists(ForumNo),
    /// The last day for opinions is over already.
    ClosesInThePast,
    /// The day of the forum is before the last day for opinions.
    DayBeforeClosing,
    /// The day of the forum is further away than a forum is announced ahead.
    TooFarAhead,
    /// Opinions can be taken only once the forum was announced and before they are closed.
    NotAnnounced,
    /// The forum does not take opinions yet.
    NotOpenYet,
    /// The forum takes no more opinions.
    Closed,
    /// The forum was cancelled.
    ForumCancelled,
    /// The forum has concluded: what led to it stays as it is.
    ForumConcluded,
    /// The forum is over.
    ForumOver,
    /// The forum has not concluded.
    NotConcluded,
    /// Opinions and votes are still taken: close them first.
    StillCollecting,
    /// Someone still waits: a contest, an appeal, a private answer or a promised one is open.
    PeopleWait,
    /// The force that reports does not chair its own forum.
    ForceChairs,
    /// The new day is not later than the one it replaces.
    NotLater,
    /// Someone else changed it since the page was opened.
    ChangedMeanwhile,
    /// There is nothing in it.
    NothingInIt,
    /// There are as many as there may be.
    TooMany,
    /// The agenda has no item with this number, or it was named twice.
    NoSuchItem,
    /// The forum has no document with this number.
    NoSuchDocument,
    /// The document was recalled already.
    AlreadyRecalled,
    /// Only the force that reports, or the office for it, does this.
    NotTheForce,
    /// The report has no section with this number.
    NoSuchSection,
    /// The report has no paragraph or figure with this number, or it is not public, or it was named twice.
    NoSuchParagraph,
    /// The report is published.
    ReportPublished,
    /// A published section changes only with a reason.
    NoteMissing,
    /// The last day is before the first.
    EndsBeforeItBegins,
    /// No opinion has this number, or no receipt has this code.
    NoSuchOpinion,
    /// It was read already.
    AlreadyRead,
    /// The opinion is published: it stays.
    AlreadyPublished,
    /// The opinion is not published.
    NotPublished,
    /// The author took the opinion back.
    Withdrawn,
    /// The receipt is another's: the form was sent before, longer ago than forms are remembered.
    ReceiptTaken,
    /// It was not spoken.
    NotATurn,
    /// The speaker has not confirmed the summary.
    NotConfirmed,
    /// The summary was confirmed, or is past that.
    AlreadyConfirmed,
    /// There is no decision to appeal against.
    NothingToAppeal,
    /// There was an appeal already.
    AlreadyAppealed,
    /// The appeal was decided.
    AlreadyDecided,
    /// Nobody decides on what they did themselves, or on what is said of their own organisation.
    OwnWork,
    /// The opinion is not on the private track.
    NotPrivate,
    /// It was answered.
    AlreadyAnswered,
    /// The forum takes no more votes.
    VotesClosed,
    /// The slip was cancelled.
    SlipCancelled,
    /// A slip has a secret that is used already: make them anew.
    SlipTaken,
    /// No slips have this number.
    NoSuchBatch,
    /// The slips were cancelled.
    AlreadyCancelled,
    /// An answer in writing needs a day by which it comes.
    DueMissing,
    /// The day or the number of days is not one that can be kept.
    DueNotSensible,
    /// A transfer needs another organisation.
    ReceiverMissing,
    /// There is no finding with this number, or it was withdrawn.
    NoSuchFinding,
    /// The finding was withdrawn.
    AlreadyWithdrawn,
    /// A directive rests on the finding: take it out there first.
    FindingInUse,
    /// There is no directive with this number.
    NoSuchDirective,
    /// Only the last directive is taken out: the others keep their numbers.
    NotTheLast,
    /// The owner of a clause never verifies it.
    OwnerVerifies,
    /// A clause says which evidence it needs.
    EvidenceSortMissing,
    /// There is no clause with this number in force.
    NoSuchClause,
    /// Only the organisation that carries it out does this.
    NotTheOwner,
    /// Only the organisation that verifies it does this.
    NotTheVerifier,
    /// It was taken on already.
    AlreadyAccepted,
    /// The clause has ended; only the verifier opens it again.
    ClauseEnded,
    /// It was reported done and waits for the verifier.
    AlreadyReportedDone,
    /// It was not reported done.
    NotReportedDone,
    /// Evidence that is a photo has no picture.
    PictureMissing,
    /// Its day is not over and it was not reported done.
    NotDueYet,
    /// Evidence it needs is not there.
    EvidenceMissing,
    /// A request for more time waits to be decided.
    AlreadyAsked,
    /// There is no request for more time.
    NothingAsked,
    /// Clauses have not ended.
    ClausesOpen,
    /// There is no contest with this number.
    NoSuchContest,
}
