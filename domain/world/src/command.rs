//! What can be asked of the office. Surfaces make commands; nothing else changes the record.

use crate::events::{Continues, LegalBasis};
use base::fact::{BlobRef, Digest32, OrganisationId, PersonId, SealedRef};
use base::number::ForumNo;
use base::time::Minute;
use forum::announce::Announcement;
use forum::events::LawfulReason;
use forum::opinion::Words;
use people::role::{OrganisationKind, Role, Scope};
use portal::LegacyVisits;
use portal::article::Draft;

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
    /// Name the office and say how it is reached.
    NameOffice {
        /// Its name.
        name: String,
        /// How it is reached.
        contact: Option<String>,
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
