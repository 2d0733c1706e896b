//! A link lets one person in, once, within a day; the first one makes the first administrator.

use base::fact::{Digest32, Entropy, PersonId, Proposed};
use base::time::Minute;
use people::invitation::{INVITATION_HOURS, accept, check, issue, issue_first};
use people::role::{Role, Scope};
use people::{Event, People, Refusal, person};

const ISSUED: &str = "2020-01-06T01:05:00Z";

fn minute(text: &str) -> Minute {
    text.parse().unwrap()
}

fn token(number: u8) -> Digest32 {
    Digest32([number; 32])
}

/// The slice alone, with numbers given by hand.
#[derive(Default)]
struct Desk {
    people: People,
    seq: u64,
}

impl Desk {
    fn take(&mut self, proposed: impl IntoIterator<Item = Proposed<Event>>) {
        for one in proposed {
            self.people.apply(self.seq, &one.event).unwrap();
            self.seq += 1;
        }
    }

    fn accept(&mut self, now: &str, number: u8) -> Result<PersonId, Refusal> {
        let events = accept(&self.people, minute(now), token(number))?;
        let Some(Event::InvitationUsed(used)) = events.last().map(|one| one.event.clone()) else {
            panic!("a link is used in the end")
        };
        self.take(events);
        Ok(used.person)
    }

    /// With an administrator, who is person 1 and came in by token 1.
    fn with_administrator() -> Self {
        let mut desk = Desk::default();
        desk.take([issue_first(&desk.people, minute(ISSUED), token(1)).unwrap()]);
        desk.accept(ISSUED, 1).unwrap();
        desk
    }
}

#[test]
fn a_link_is_good_for_a_day_to_the_minute() {
    assert_eq!(INVITATION_HOURS, 24);
    let mut desk = Desk::default();
    desk.take([issue_first(&desk.people, minute(ISSUED), token(1)).unwrap()]);
    // The next full hour: the record does not tell the minute it was made.
    assert_eq!(
        desk.people.invitations[&1].expires,
        minute("2020-01-07T02:00:00Z").hour()
    );
    let at = |now: &str| check(&desk.people, minute(now), token(1));
    assert_eq!(at(ISSUED), Ok((1, None)));
    assert_eq!(at("2020-01-07T01:59:00Z"), Ok((1, None)), "its last minute");
    assert_eq!(at("2020-01-07T02:00:00Z"), Err(Refusal::InvitationExpired));
    assert_eq!(at("2030-01-01T00:00:00Z"), Err(Refusal::InvitationExpired));
    // A clock that went back spoils no link.
    assert_eq!(at("2020-01-06T00:00:00Z"), Ok((1, None)));
    assert_eq!(
        check(&desk.people, minute(ISSUED), token(2)),
        Err(Refusal::NoSuchInvitation)
    );
}

#[test]
fn a_link_is_used_once() {
    let mut desk = Desk::with_administrator();
    assert_eq!(desk.accept(ISSUED, 1), Err(Refusal::InvitationUsed));
    // Used is said before old: it tells its holder more.
    assert_eq!(desk.accept("2030-01-01T00:00:00Z", 1), Err(Refusal::InvitationUsed));
    desk.take([issue(&desk.people, minute(ISSUED), Some(PersonId(1)), PersonId(1), token(2)).unwrap()]);
    assert_eq!(desk.accept(ISSUED, 2), Ok(PersonId(1)));
    assert_eq!(desk.accept(ISSUED, 2), Err(Refusal::InvitationUsed));
    assert_eq!(desk.people.persons.len(), 1, "the same person came in again");
}

#[test]
fn whoever_uses_the_first_link_is_the_administrator() {
    let desk = Desk::with_administrator();
    let first = &desk.people.persons[&PersonId(1)];
    assert!(first.roles.keys().eq([&(Role::Administrator, Scope::Office)]));
    assert_eq!((first.name, first.organisation), (None, None));
    assert_eq!(desk.people.administrators(), 1);
}

#[test]
fn once_there_is_an_administrator_first_links_open_nothing() {
    let mut desk = Desk::default();
    // Started twice, the program prints two links; both are for the same, and only one can be.
    desk.take([issue_first(&desk.people, minute(ISSUED), token(1)).unwrap()]);
    desk.take([issue_first(&desk.people, minute(ISSUED), token(2)).unwrap()]);
    assert_eq!(desk.accept(ISSUED, 2), Ok(PersonId(1)));
    assert_eq!(desk.accept(ISSUED, 1), Err(Refusal::AdministratorExists));
    let again = issue_first(&desk.people, minute(ISSUED), token(3)).map(drop);
    assert_eq!(again, Err(Refusal::AdministratorExists));
    assert_eq!(desk.people.persons.len(), 1);
}

#[test]
fn links_are_made_for_those_who_are_there() {
    let mut desk = Desk::with_administrator();
    for nobody in [0, 2, u32::MAX] {
        let refused = issue(&desk.people, minute(ISSUED), None, PersonId(nobody), token(5)).map(drop);
        assert_eq!(refused, Err(Refusal::NoSuchPerson));
    }
    let mut entropy = Entropy::new([3; 32]);
    desk.take([person::add(&desk.people, &mut entropy, PersonId(1), "Trần Thị Bình", None).unwrap()]);
    desk.take([issue(&desk.people, minute(ISSUED), None, PersonId(2), token(5)).unwrap()]);
    desk.take([issue(&desk.people, minute(ISSUED), Some(PersonId(1)), PersonId(2), token(6)).unwrap()]);
    // Whoever replaces a link that went astray has replaced it, used or not.
    assert_eq!(desk.accept(ISSUED, 5), Err(Refusal::InvitationReplaced));
    assert_eq!(desk.accept(ISSUED, 6), Ok(PersonId(2)));
    assert_eq!(desk.accept(ISSUED, 5), Err(Refusal::InvitationReplaced));
    assert_eq!(desk.people.administrators(), 1, "a link gives no role");
}

#[test]
fn a_token_belongs_to_one_link() {
    let mut desk = Desk::with_administrator();
    let again = |desk: &Desk, number| issue(&desk.people, minute(ISSUED), None, PersonId(1), token(number)).map(drop);
    assert_eq!(again(&desk, 1), Err(Refusal::InvitationUsed), "used");
    desk.take([issue(&desk.people, minute(ISSUED), None, PersonId(1), token(2)).unwrap()]);
    assert_eq!(again(&desk, 2), Err(Refusal::InvitationUsed), "given away");
    assert_eq!(again(&desk, 3), Ok(()));
}
