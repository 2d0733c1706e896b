//! What a person may do to a clause now. Each act is tried on the state as a command that is thrown away, so that a page
//! offers exactly what the ledger would take, and tells the ledger's own reason for the rest.

use super::AtDesk;
use base::fact::{Actor, Context, Entropy};
use forum::clause::EvidenceDraft;
use forum::events::{EvidenceSort, Outcome};
use ledger::machine::Machine;
use web_scene::Staff;
use world::{Command, Refusal};

/// Words that pass every rule; they go nowhere.
const WORDS: &str = "tried on the state";

/// Whether the ledger would take a command from this person now.
///
/// # Errors
/// Why not.
pub(super) fn offered(staff: &Staff, command: &Command) -> Result<(), Refusal> {
    let mut context = Context {
        now: staff.scene.now,
        actor: Actor::Person(staff.person),
        entropy: Entropy::new([0; 32]),
    };
    staff.scene.world().decide(&mut context, command).map(|_| ())
}

/// Whether the reason is whom the person belongs to, rather than how far the clause is.
pub(super) fn is_for_others(why: &Refusal) -> bool {
    matches!(
        why,
        Refusal::NotAllowed(_) | Refusal::Forum(forum::Refusal::NotTheOwner | forum::Refusal::NotTheVerifier)
    )
}

/// What may be done to a clause, or why not.
pub(super) struct Offers {
    /// Take it on.
    pub accept: Result<(), Refusal>,
    /// Tell progress.
    pub progress: Result<(), Refusal>,
    /// Hand in evidence, as the owner.
    pub evidence: Result<(), Refusal>,
    /// Hand in the minutes of a visit, as the verifier.
    pub visit: Result<(), Refusal>,
    /// Ask for more time.
    pub extension: Result<(), Refusal>,
    /// Say it is done.
    pub done: Result<(), Refusal>,
    /// End it as verified.
    pub verified: Result<(), Refusal>,
    /// End it otherwise.
    pub ended: Result<(), Refusal>,
    /// Open it again.
    pub reopen: Result<(), Refusal>,
    /// Decide on more time.
    pub decide: Result<(), Refusal>,
}

impl Offers {
    /// Tries everything.
    pub fn of(desk: &AtDesk) -> Offers {
        let (staff, no) = (&desk.at.staff, desk.no);
        let words = || WORDS.to_owned();
        let today = staff.scene.today;
        let due = staff.scene.world().forums.clause(no).and_then(|clause| clause.due);
        let try_it = |command: Command| offered(staff, &command);
        let end = |outcome| Command::VerifyClause {
            no,
            outcome,
            reason: words(),
        };
        let proof = |sort| Command::AddEvidence {
            no,
            draft: EvidenceDraft {
                sort,
                title: words(),
                words: Some(words()),
                file: None,
            },
        };
        Offers {
            accept: try_it(Command::AcceptClause { no }),
            progress: try_it(Command::ReportProgress { no, text: words() }),
            evidence: try_it(proof(EvidenceSort::Document)),
            visit: try_it(proof(EvidenceSort::Visit)),
            extension: try_it(Command::RequestExtension {
                no,
                until: due.map_or(today, |due| due.max(today)).add_days(1),
                reason: words(),
            }),
            done: try_it(Command::ReportClauseDone { no, text: words() }),
            verified: try_it(end(Outcome::Verified)),
            ended: try_it(end(Outcome::NotDone)),
            reopen: try_it(Command::ReopenClause {
                no,
                due: today,
                reason: words(),
            }),
            decide: try_it(Command::DecideExtension {
                no,
                granted: false,
                reason: words(),
            }),
        }
    }
}
