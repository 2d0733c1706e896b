//! What is recorded about people. No free text: names are sealed.

use crate::role::{OrganisationKind, Role, Scope};
use base::fact::{BlobRef, Commitment, Digest32, Fate, FieldName, OrganisationId, PersonId, Sealing};
use base::time::Hour;
use base::{kinds, sealing};
use serde::{Deserialize, Serialize};

/// Sealed: the name of an office, an organisation or a person.
pub const NAME: FieldName = FieldName::of("name");
/// Sealed: how the office is reached.
pub const CONTACT: FieldName = FieldName::of("contact");
/// Sealed, never public: the number of the person who did it.
pub const PERSON: FieldName = FieldName::of("person");
/// A file: the office's emblem.
pub const EMBLEM: FieldName = FieldName::of("emblem");

/// The office has a name, or a new one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeNamed {
    /// Its name.
    pub name: Commitment,
    /// Address, telephone, mail: as people write to it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contact: Option<Commitment>,
    /// Who did it.
    pub person: Commitment,
}

/// The office's own lawful emblem was put in the header, or taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmblemSet {
    /// The picture; none when it was taken away.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub emblem: Option<BlobRef>,
    /// Who did it.
    pub person: Commitment,
}

/// An organisation takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationAdded {
    /// Its number.
    pub organisation: OrganisationId,
    /// What it is to the forum.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: Commitment,
    /// Who did it.
    pub person: Commitment,
}

/// A person belongs to the office or to an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonAdded {
    /// The person's number.
    pub person: PersonId,
    /// Where the person belongs.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub organisation: Option<OrganisationId>,
    /// The person's name; the first administrator has none until set-up.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<Commitment>,
    /// Who did it; nobody for the first administrator.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub actor: Option<PersonId>,
}

/// A person's name was given or corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonRenamed {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: Commitment,
    /// Who did it.
    pub actor: PersonId,
}

/// A person was put under another organisation, or under none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonMoved {
    /// The person.
    pub person: PersonId,
    /// Where the person belongs from now on.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub organisation: Option<OrganisationId>,
    /// Who did it.
    pub actor: PersonId,
}

/// A person was given a role. The mandate's number stands in what is done under it, so that a later rule can know that
/// two acts were one person's without the record telling whose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleGranted {
    /// Number of the mandate, from 1.
    pub mandate: u32,
    /// The person.
    pub person: PersonId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// Who did it; nobody for the first administrator.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub actor: Option<PersonId>,
}

/// A role was taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleRevoked {
    /// The mandate that ends.
    pub mandate: u32,
    /// Who did it.
    pub actor: PersonId,
}

/// A link was made that lets one person in, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationIssued {
    /// Its number.
    pub invitation: u32,
    /// For whom; nobody for the first administrator, who is added when the link is used.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub person: Option<PersonId>,
    /// SHA-256 of the token in the link.
    pub token: Digest32,
    /// The hour it ends: a full hour, so that the record does not tell the minute it was made.
    pub expires: Hour,
    /// Who did it; nobody for the link printed at the start of the program.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub actor: Option<PersonId>,
}

/// A link was used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvitationUsed {
    /// Its number.
    pub invitation: u32,
    /// Who came in.
    pub person: PersonId,
}

/// How long words that were never published are kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionSet {
    /// Days after a forum ended.
    pub unpublished_days: u32,
    /// Who did it.
    pub person: Commitment,
}

sealing!(OfficeNamed { name: Public, contact?: Public, person: Private });
sealing!(OrganisationAdded {
    name: Public,
    person: Private
});
sealing!(PersonAdded { name?: Private });
sealing!(PersonRenamed { name: Private });
sealing!(PersonMoved {});
sealing!(RoleGranted {});
sealing!(RoleRevoked {});
sealing!(InvitationIssued {});
sealing!(InvitationUsed {});
sealing!(RetentionSet { person: Private });

impl Sealing for EmblemSet {
    fn sealed(&self) -> Vec<(FieldName, Fate)> {
        let emblem = self.emblem.map(|_| (EMBLEM, Fate::File));
        emblem.into_iter().chain([(PERSON, Fate::Private)]).collect()
    }

    fn file(&self) -> Option<(FieldName, BlobRef)> {
        self.emblem.map(|emblem| (EMBLEM, emblem))
    }
}

kinds! {
    /// What is recorded about people.
    pub enum Event {
        "people.office_named" public => OfficeNamed,
        "people.emblem_set" public => EmblemSet,
        "people.organisation_added" public => OrganisationAdded,
        "people.person_added" private => PersonAdded,
        "people.person_renamed" private => PersonRenamed,
        "people.person_moved" private => PersonMoved,
        "people.role_granted" private => RoleGranted,
        "people.role_revoked" private => RoleRevoked,
        "people.invitation_issued" private => InvitationIssued,
        "people.invitation_used" private => InvitationUsed,
        "people.retention_set" public => RetentionSet,
    }
}
