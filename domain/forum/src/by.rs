//! Who acts, as far as the rules about forums must know it.

use base::fact::OrganisationId;

/// Someone of the office or of an organisation, acting under a mandate.
#[derive(Clone, Copy)]
pub struct By<'a> {
    /// Number of the mandate: it stands in the entry.
    pub mandate: u32,
    /// The organisation the person belongs to.
    pub organisation: Option<OrganisationId>,
    /// The person acts for the office that holds the forum, as its secretary or chair.
    pub for_office: bool,
    /// Whether a mandate was given to the same person.
    pub same_person: &'a dyn Fn(u32) -> bool,
}

impl By<'_> {
    /// Whether the person belongs to this organisation.
    pub fn is_of(&self, organisation: OrganisationId) -> bool {
        self.organisation == Some(organisation)
    }
}
