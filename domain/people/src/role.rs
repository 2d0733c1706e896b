//! Roles, and where they hold.

use base::number::ForumNo;
use serde::{Deserialize, Serialize};

/// What a person may be. The rights of each are in one table, `world::rights`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes articles.
    Editor,
    /// Publishes articles and documents.
    Publisher,
    /// Prepares and runs forums for the chair.
    Secretary,
    /// Chairs a forum and concludes it.
    Chair,
    /// Reads opinions before they are published. Never of the force that is criticised.
    Moderator,
    /// Speaks for a protected agency.
    Delegate,
    /// Records what is said in the hall.
    Clerk,
    /// Confirms that a directive was carried out.
    Verifier,
    /// Decides on appeals against a moderator.
    AppealBody,
    /// Hears of what is overdue.
    Superior,
    /// Commands guards.
    Commander,
    /// Stands guard.
    Guard,
    /// Speaks for a site.
    SiteRepresentative,
    /// Sees private entries and their proofs.
    Auditor,
    /// Adds people and gives roles.
    Administrator,
}

impl Role {
    /// Every role, in the order of the table of rights.
    pub const ALL: [Role; 15] = [
        Role::Editor,
        Role::Publisher,
        Role::Secretary,
        Role::Chair,
        Role::Moderator,
        Role::Delegate,
        Role::Clerk,
        Role::Verifier,
        Role::AppealBody,
        Role::Superior,
        Role::Commander,
        Role::Guard,
        Role::SiteRepresentative,
        Role::Auditor,
        Role::Administrator,
    ];

    /// The role's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Editor => "editor",
            Role::Publisher => "publisher",
            Role::Secretary => "secretary",
            Role::Chair => "chair",
            Role::Moderator => "moderator",
            Role::Delegate => "delegate",
            Role::Clerk => "clerk",
            Role::Verifier => "verifier",
            Role::AppealBody => "appeal_body",
            Role::Superior => "superior",
            Role::Commander => "commander",
            Role::Guard => "guard",
            Role::SiteRepresentative => "site_representative",
            Role::Auditor => "auditor",
            Role::Administrator => "administrator",
        }
    }

    /// Reads a role's name.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
}

/// Where a role holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Everywhere in the office.
    Office,
    /// In one forum.
    Forum(ForumNo),
}

/// What an organisation is to the forum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// The council's office, which holds the forum.
    CouncilOffice,
    /// The force that guards and answers.
    GuardForce,
    /// An agency whose site is protected.
    HostAgency,
    /// Any other.
    Other,
}

impl OrganisationKind {
    /// Every kind, in the order of the form.
    pub const ALL: [OrganisationKind; 4] = [
        OrganisationKind::CouncilOffice,
        OrganisationKind::GuardForce,
        OrganisationKind::HostAgency,
        OrganisationKind::Other,
    ];

    /// The kind's name in entries and forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            OrganisationKind::CouncilOffice => "council_office",
            OrganisationKind::GuardForce => "guard_force",
            OrganisationKind::HostAgency => "host_agency",
            OrganisationKind::Other => "other",
        }
    }

    /// Reads a kind's name.
    pub fn from_name(name: &str) -> Option<OrganisationKind> {
        OrganisationKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
}
