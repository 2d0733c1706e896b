//! Persons, organisations and roles, the slice alone.

use base::fact::{Entropy, OrganisationId, PersonId, Proposed, SealedRef};
use base::number::ForumNo;
use people::events::{CONTACT, NAME};
use people::role::{OrganisationKind, Role, Scope};
use people::{Event, Missing, People, Refusal, office, organisation, person};

const ACTOR: PersonId = PersonId(1);

struct Desk {
    people: People,
    entropy: Entropy,
    seq: u64,
}

impl Desk {
    /// With a force, an office, and a person of each: numbers 1 and 2.
    fn new() -> Self {
        let mut desk = Desk {
            people: People::default(),
            entropy: Entropy::new([3; 32]),
            seq: 0,
        };
        for kind in [OrganisationKind::GuardForce, OrganisationKind::CouncilOffice] {
            let proposed = organisation::add(&desk.people, &mut desk.entropy, ACTOR, kind, "Đơn vị").unwrap();
            desk.take(proposed);
        }
        for number in [1, 2] {
            desk.add("Trần Thị Bình", Some(OrganisationId(number))).unwrap();
        }
        desk
    }

    fn take(&mut self, proposed: Proposed<Event>) -> u64 {
        self.people.apply(self.seq, &proposed.event).unwrap();
        self.seq += 1;
        self.seq - 1
    }

    fn add(&mut self, name: &str, organisation: Option<OrganisationId>) -> Result<u64, Refusal> {
        let proposed = person::add(&self.people, &mut self.entropy, ACTOR, name, organisation)?;
        Ok(self.take(proposed))
    }

    fn grant(&mut self, number: u32, role: Role, scope: Scope) -> Result<u64, Refusal> {
        let proposed = person::grant(&self.people, ACTOR, PersonId(number), role, scope)?;
        Ok(self.take(proposed))
    }

    fn revoke(&mut self, number: u32, role: Role, scope: Scope) -> Result<u64, Refusal> {
        let proposed = person::revoke(&self.people, ACTOR, PersonId(number), role, scope)?;
        Ok(self.take(proposed))
    }
}

#[test]
fn nobody_changes_sides_with_a_role_in_hand() {
    let to = |desk: &mut Desk, number: u32, organisation: Option<u32>| {
        let organisation = organisation.map(OrganisationId);
        let proposed = person::move_to(&desk.people, ACTOR, PersonId(number), organisation)?;
        desk.take(proposed);
        Ok(desk.people.persons[&PersonId(number)].organisation)
    };
    for role in Role::ALL {
        let mut desk = Desk::new();
        // Person 2 has another organisation; the force is number 1.
        let (number, there) = if person::never_of_the_force(role) {
            (2, 1)
        } else {
            (1, 2)
        };
        desk.grant(number, role, Scope::Office).unwrap();
        let tied = person::acts_for_organisation(role) || person::never_of_the_force(role);
        let moved = to(&mut desk, number, Some(there));
        if tied {
            assert_eq!(moved, Err(Refusal::RolesDependOnOrganisation), "{role:?}");
            desk.revoke(number, role, Scope::Office).unwrap();
            assert_eq!(to(&mut desk, number, Some(there)), Ok(Some(OrganisationId(there))));
        } else {
            assert_eq!(moved, Ok(Some(OrganisationId(there))), "{role:?}");
        }
    }
    let mut desk = Desk::new();
    assert_eq!(to(&mut desk, 1, Some(1)), Err(Refusal::AlreadyThere));
    assert_eq!(to(&mut desk, 1, Some(9)), Err(Refusal::NoSuchOrganisation));
    assert_eq!(to(&mut desk, 9, Some(1)), Err(Refusal::NoSuchPerson));
    assert_eq!(to(&mut desk, 1, None), Ok(None));
    assert_eq!(to(&mut desk, 1, None), Err(Refusal::AlreadyThere));
}

#[test]
fn persons_are_numbered_in_order_and_belong_to_what_is_there() {
    let mut desk = Desk::new();
    assert_eq!(person::next_id(&desk.people), PersonId(3));
    assert_eq!(
        desk.add("Ai đó", Some(OrganisationId(3))),
        Err(Refusal::NoSuchOrganisation)
    );
    let seq = desk.add("Ai đó", None).unwrap();
    assert_eq!(desk.people.persons[&PersonId(3)].name, Some(SealedRef::new(seq, NAME)));
    assert!(desk.people.is_of_force(PersonId(1)));
    assert!(!desk.people.is_of_force(PersonId(2)) && !desk.people.is_of_force(PersonId(3)));
    assert!(!desk.people.is_of_force(PersonId(99)));
}

#[test]
fn a_name_is_given_anew_under_a_new_entry() {
    let mut desk = Desk::new();
    let rename =
        |desk: &mut Desk, number| person::rename(&desk.people, &mut desk.entropy, ACTOR, PersonId(number), "Tên");
    assert_eq!(rename(&mut desk, 9).unwrap_err(), Refusal::NoSuchPerson);
    let proposed = rename(&mut desk, 2).unwrap();
    assert_eq!(proposed.seals.len(), 1);
    let seq = desk.take(proposed);
    assert_eq!(desk.people.persons[&PersonId(2)].name, Some(SealedRef::new(seq, NAME)));
}

#[test]
fn every_role_is_given_only_where_and_to_whom_it_makes_sense() {
    use Role::{
        Administrator, AppealBody, Auditor, Commander, Delegate, Guard, Moderator, SiteRepresentative, Verifier,
    };
    let forum = Scope::Forum(ForumNo::new(2020, 1).unwrap());
    for role in Role::ALL {
        for scope in [Scope::Office, forum] {
            let mut desk = Desk::new();
            desk.add("Trần Thị Bình", None).unwrap();
            let of_office_only = [Administrator, Auditor].contains(&role) && scope == forum;
            let for_organisation = [Commander, Delegate, Verifier, SiteRepresentative, Guard].contains(&role);
            let otherwise = |refused, why| match (of_office_only, refused) {
                (true, _) => Err(Refusal::OfficeOnly),
                (false, true) => Err(why),
                (false, false) => Ok(()),
            };
            let expected = [
                otherwise(
                    [Moderator, AppealBody, Role::Chair, Role::Secretary, Auditor].contains(&role),
                    Refusal::ForceNeverModerates,
                ),
                otherwise(false, Refusal::OfficeOnly),
                otherwise(for_organisation, Refusal::OrganisationNeeded),
            ];
            for (number, expected) in (1..).zip(expected) {
                let told = person::may_be_given(&desk.people, PersonId(number), role, scope);
                assert_eq!(told, expected, "{role:?} {scope:?} {number}");
                assert_eq!(
                    desk.grant(number, role, scope).map(drop_number),
                    expected,
                    "{role:?} {scope:?} {number}"
                );
            }
        }
    }
}

fn drop_number(_: u64) {}

#[test]
fn a_role_in_the_office_holds_in_every_forum_and_not_the_other_way() {
    let (first, second) = (ForumNo::new(2020, 1).unwrap(), ForumNo::new(2020, 2).unwrap());
    let mut desk = Desk::new();
    desk.grant(1, Role::Clerk, Scope::Office).unwrap();
    desk.grant(2, Role::Clerk, Scope::Forum(first)).unwrap();
    let has = |number, scope| desk.people.has_role(PersonId(number), Role::Clerk, scope);
    assert!(has(1, Scope::Office) && has(1, Scope::Forum(first)) && has(1, Scope::Forum(second)));
    assert!(!has(2, Scope::Office) && has(2, Scope::Forum(first)) && !has(2, Scope::Forum(second)));
    assert!(!has(9, Scope::Forum(first)));
    assert!(desk.people.has_role_anywhere(PersonId(2), Role::Clerk));
    assert!(!desk.people.has_role_anywhere(PersonId(2), Role::Chair));
}

#[test]
fn the_last_administrator_keeps_the_role() {
    let mut desk = Desk::new();
    let (role, office) = (Role::Administrator, Scope::Office);
    desk.grant(1, role, office).unwrap();
    assert_eq!(desk.revoke(1, role, office), Err(Refusal::LastAdministrator));
    desk.grant(2, role, office).unwrap();
    assert_eq!(desk.people.administrators(), 2);
    desk.revoke(1, role, office).unwrap();
    assert_eq!(desk.revoke(1, role, office), Err(Refusal::HasNotRole));
    assert_eq!(desk.revoke(2, role, office), Err(Refusal::LastAdministrator));
}

#[test]
fn the_office_has_the_last_name_it_was_given() {
    let mut desk = Desk::new();
    for contact in [Some("Số 1, phố Chính"), None] {
        let now = desk.people.office.as_ref().map_or(0, |office| office.name.seq);
        let stale = office::name(
            &desk.people,
            &mut desk.entropy,
            ACTOR,
            "Tên khác",
            contact,
            Some(now + 7),
        );
        assert_eq!(stale.err(), Some(Refusal::ChangedMeanwhile));
        let proposed = office::name(&desk.people, &mut desk.entropy, ACTOR, "Văn phòng", contact, Some(now)).unwrap();
        assert_eq!(proposed.seals.len(), 2 + usize::from(contact.is_some()));
        let seq = desk.take(proposed);
        let named = desk.people.office.clone().unwrap();
        assert_eq!(named.name, SealedRef::new(seq, NAME));
        assert_eq!(named.contact, contact.map(|_| SealedRef::new(seq, CONTACT)));
        assert_eq!(desk.people.rev, seq);
    }
}

/// A damaged record is counted as one; it stops nothing.
#[test]
fn entries_about_what_is_not_there_say_so() {
    let mut desk = Desk::new();
    let (person, role, scope) = (PersonId(99), Role::Clerk, Scope::Office);
    let again = desk
        .grant(2, role, scope)
        .map(|_| desk.people.mandates.clone())
        .unwrap();
    let (mandate, _) = again.get_max().unwrap();
    let strange: [Event; 9] = [
        people::events::RoleGranted {
            mandate: 50,
            person,
            role,
            scope,
            actor: None,
        }
        .into(),
        // A mandate's number is given once, and a mandate ends once.
        people::events::RoleGranted {
            mandate: *mandate,
            person: PersonId(1),
            role,
            scope,
            actor: None,
        }
        .into(),
        people::events::RoleRevoked {
            mandate: 51,
            actor: ACTOR,
        }
        .into(),
        people::events::PersonRenamed {
            person,
            name: base::fact::Commitment([0; 32]),
            actor: ACTOR,
        }
        .into(),
        people::events::PersonMoved {
            person,
            organisation: None,
            actor: ACTOR,
        }
        .into(),
        people::events::PersonMoved {
            person: PersonId(1),
            organisation: Some(OrganisationId(9)),
            actor: ACTOR,
        }
        .into(),
        people::events::PersonAdded {
            person: PersonId(2),
            organisation: None,
            name: None,
            actor: None,
        }
        .into(),
        people::events::InvitationUsed {
            invitation: 7,
            person: ACTOR,
        }
        .into(),
        people::events::PersonAdded {
            person,
            organisation: Some(OrganisationId(9)),
            name: None,
            actor: None,
        }
        .into(),
    ];
    for event in strange {
        assert_eq!(desk.people.apply(500, &event), Err(Missing), "{event:?}");
    }
}
