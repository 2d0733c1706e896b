//! The conclusion and its directives.

use super::clause::EvidenceSort;
use base::fact::{Commitment, Fate, FieldName, OrganisationId, Sealing};
use base::number::ForumNo;
use base::sealing;
use base::time::Date;
use serde::{Deserialize, Serialize};

/// The chair's conclusion was drafted, or drafted anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConclusionWritten {
    /// The forum.
    pub forum: ForumNo,
    /// Its words.
    pub text: Commitment,
    /// Who signs it.
    pub signer: Commitment,
    /// The post of who signs it.
    pub post: Commitment,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(ConclusionWritten {
    text: Follows,
    signer: Follows,
    post: Follows
});

/// One task of a directive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Its number in the directive, from 1.
    pub clause: u32,
    /// Who carries it out.
    pub owner: OrganisationId,
    /// Who confirms it: never the owner.
    pub verifier: OrganisationId,
    /// Working days it has.
    pub working_days: u32,
    /// Sorts of evidence it needs.
    pub evidence: Vec<EvidenceSort>,
    /// What is to be done.
    pub task: Commitment,
    /// By what it is measured.
    pub measure: Commitment,
}

/// A directive was drafted, or drafted anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectiveWritten {
    /// The forum.
    pub forum: ForumNo,
    /// Its number in the forum, from 1.
    pub directive: u32,
    /// Findings it comes from.
    pub findings: Vec<u32>,
    /// To whom it is.
    pub addressee: Commitment,
    /// The chair's words.
    pub text: Commitment,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

/// The sealed fields of a clause: task and measure.
pub fn clause_fields(clause: u32) -> Option<[FieldName; 2]> {
    Some([
        FieldName::numbered("task", clause)?,
        FieldName::numbered("measure", clause)?,
    ])
}

impl Sealing for DirectiveWritten {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let mut fields = vec![FieldName::of("addressee"), FieldName::of("text")];
        fields.extend(
            self.clauses
                .iter()
                .filter_map(|one| clause_fields(one.clause))
                .flatten(),
        );
        fields.into_iter().map(|field| (field, Fate::Follows)).collect()
    }
}

/// A directive was taken out of the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectiveDropped {
    /// The forum.
    pub forum: ForumNo,
    /// The directive.
    pub directive: u32,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(DirectiveDropped {});

/// By when a clause is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// The directive.
    pub directive: u32,
    /// Its clause.
    pub clause: u32,
    /// The last day.
    pub due: Date,
}

/// The chair concluded: the conclusion and its directives are public and in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Concluded {
    /// The forum.
    pub forum: ForumNo,
    /// The day the conclusion bears.
    pub date: Date,
    /// Number and sign of its notice.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sign: Option<Commitment>,
    /// By when each clause is to be done.
    pub dues: Vec<Due>,
    /// Number of the mandate under which it was done.
    pub mandate: u32,
}

sealing!(Concluded { sign?: Public });
