//! An office under test: the same on every database, with time and chance that do as they are told.

mod common;

use base::fact::{Actor, PersonId};
use common::{Manner, routes};
use people::role::{OrganisationKind, Role, Scope};
use storage::faulty::{Fault, FaultAt};
use web_rig::{ADMINISTRATOR, Database, OFFICE_NAME, Office, Plan};
use world::Command;

fn add(name: &str) -> Command {
    Command::AddPerson {
        name: name.into(),
        organisation: None,
    }
}

#[test]
fn people_come_with_their_roles_on_every_database() {
    for database in Database::EACH {
        let office = Office::on(database, routes(Manner::Well));
        office.begin();
        let force = office.organisation(OrganisationKind::GuardForce, "Phòng Cảnh sát bảo vệ mục tiêu");
        let roles = [(Role::Guard, Scope::Office), (Role::Commander, Scope::Office)];
        let person = office.person("Lê Văn Gác", Some(force), &roles);
        assert_eq!(person, PersonId(2), "{database:?}");
        let view = office.app.ledger.view();
        let known = view.state.people.persons.get(&person).unwrap();
        assert_eq!(known.organisation, Some(force));
        assert!(roles.iter().all(|role| known.roles.contains_key(role)), "{database:?}");
        let name = known.name.unwrap();
        assert_eq!(office.kept(name.seq, "name").as_deref(), Some("Lê Văn Gác"));
        let page = office.get("/ghi");
        page.is(200).shows(OFFICE_NAME);
    }
}

#[test]
fn a_refused_command_is_told_by_its_name() {
    let office = Office::new(routes(Manner::Well));
    office.begin();
    let size = office.size();
    assert!(office.try_tell(Actor::Person(PersonId(9)), add("Ai Đó")).is_err());
    let told = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        office.tell(Actor::Anyone, add("Ai Đó"));
    }));
    let sentence = told.unwrap_err().downcast::<String>().unwrap();
    assert!(sentence.contains("AddPerson by Anyone was not recorded"), "{sentence}");
    assert_eq!(office.size(), size);
}

#[test]
fn time_passes_when_it_is_told_to() {
    let office = Plan::new(Database::usual(), routes(Manner::Well))
        .at("2020-06-25T02:00:00Z".parse().unwrap())
        .publish_every(60)
        .open();
    office.begin();
    let shown = || office.app.ledger.public().size;
    let (now, before) = (office.app.now(), shown());
    assert!(
        before < office.size(),
        "what is newer than the public checkpoint is not shown"
    );
    office.checkpoint_waits(61);
    assert_eq!((office.app.now(), shown()), (now, office.size()));
    office.minutes_later(90);
    assert_eq!(office.app.now().unix_secs(), now.unix_secs() + 90 * 60);
    office.set_clock(now);
    assert_eq!(office.app.now(), now, "a clock may be set back");
    office.hours_later(2);
    office.tick();
    assert_eq!(office.app.now().unix_secs(), now.unix_secs() + 2 * 3600);
}

#[test]
fn chance_is_the_seeds() {
    let drawn = |seed| {
        let office = Plan::new(Database::usual(), routes(Manner::Well)).seed(seed).open();
        office.begin();
        let root = office.app.ledger.public().root;
        (root, office.app.token())
    };
    assert_eq!(drawn(1), drawn(1));
    assert_ne!(drawn(1).0, drawn(2).0);
    assert_ne!(drawn(1).1, drawn(2).1);
}

#[test]
fn writes_are_limited_or_not() {
    let place = std::net::IpAddr::from([192, 0, 2, 1]);
    for limited in [true, false] {
        let plan = Plan::new(Database::usual(), routes(Manner::Well));
        let office = plan.rate_limit(limited).open();
        let refused = (0..1_000).any(|_| office.app.limiter.take(place).is_err());
        assert_eq!(refused, limited);
    }
}

#[test]
fn a_store_in_memory_fails_on_demand() {
    let office = Office::new(routes(Manner::Well));
    office.begin();
    office.fail_next(FaultAt::Append, Fault::Refused);
    let admin = Actor::Person(ADMINISTRATOR);
    assert!(office.try_tell(admin, add("Ai Đó")).is_err());
    office.tell(admin, add("Ai Đó"));
}
