//! Who belongs to the office: organisations, persons, their roles, and the links that let them in.

pub mod events;
pub mod invitation;
pub mod office;
pub mod organisation;
pub mod person;
pub mod role;
mod state;

pub use events::Event;
pub use state::{Invitation, Mandate, Office, Organisation, People, Person};

/// Why a command about people is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No organisation has this number.
    NoSuchOrganisation,
    /// No person has this number.
    NoSuchPerson,
    /// The person already has the role there.
    AlreadyHasRole,
    /// The person does not have the role there.
    HasNotRole,
    /// The force that is criticised never moderates.
    ForceNeverModerates,
    /// The role holds in the whole office or nowhere.
    OfficeOnly,
    /// Whoever has the role acts for an organisation, and the person belongs to none.
    OrganisationNeeded,
    /// Somebody else changed it since it was read.
    ChangedMeanwhile,
    /// A newer link was made for the same person.
    InvitationReplaced,
    /// The person belongs there already.
    AlreadyThere,
    /// A role of the person depends on where the person belongs.
    RolesDependOnOrganisation,
    /// The last administrator's role can't be taken away: nobody could let anyone in again.
    LastAdministrator,
    /// The office has an administrator; the first link is not needed any more.
    AdministratorExists,
    /// No invitation has this token.
    NoSuchInvitation,
    /// The link was used.
    InvitationUsed,
    /// The link is older than it may be.
    InvitationExpired,
    /// There are as many as there may be.
    TooMany,
    /// Words are kept for fewer or more days than may be.
    RetentionOutOfBounds,
}

/// An entry names something that is not there, or gives a number a second time: the record is damaged or was written by
/// something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;
