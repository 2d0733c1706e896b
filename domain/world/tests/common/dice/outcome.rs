//! Commands about answers, findings and the conclusion.

use super::Thrown;
use crate::common::subjects::{maybe, pick, some_organisation, text};
use base::fact::OrganisationId;
use forum::answer::AnswerDraft;
use forum::conclusion::{ClauseDraft, Conclude, DirectiveDraft};
use forum::events::{AnswerForm, EvidenceSort, FindingSort};
use people::role::Role;
use std::collections::BTreeSet;
use world::{Command, CommandKind as K, World};

/// Numbers of opinions of the forum; one that is not there among them when hostile.
fn opinions(thrown: Thrown<'_>) -> Vec<u32> {
    let dice = thrown.dice;
    let published = thrown.known().into_iter().flat_map(|known| known.published.keys());
    let mut numbers: Vec<u32> = published.copied().collect();
    let first = usize::from(dice.a) % numbers.len().max(1);
    numbers.rotate_left(first);
    numbers.truncate(1 + usize::from(dice.b % 3));
    if dice.hostile() {
        numbers.push([0, 999, u32::MAX][usize::from(dice.c) % 3]);
    }
    numbers
}

pub fn command(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, dice, known) = (thrown.forum, thrown.dice, thrown.known());
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let today = thrown.now.office_date();
    let wrong = [0, 99, u32::MAX][usize::from(c) % 3];
    Some(match kind {
        K::GiveAnswer => Command::GiveAnswer {
            forum,
            draft: AnswerDraft {
                opinions: opinions(thrown),
                form: AnswerForm::ALL[usize::from(a) % 3],
                due: (b % 5 != 0).then(|| today.add_days(i32::from(b % 60) - 2)),
                to: (c % 5 != 0).then(|| some_organisation(thrown.world, dice)),
                text: text(c),
            },
        },
        K::RecordFinding => Command::RecordFinding {
            forum,
            sort: FindingSort::ALL[usize::from(a) % 2],
            opinions: opinions(thrown),
            text: text(b),
        },
        K::WithdrawFinding => {
            let finding = known.and_then(|known| pick(known.findings.keys(), a.into()));
            Command::WithdrawFinding {
                forum,
                finding: finding.filter(|_| !dice.hostile()).unwrap_or(wrong),
                reason: text(b),
            }
        }
        K::WriteConclusion => Command::WriteConclusion {
            forum,
            over: match dice.hostile() {
                true => Some(b.into()),
                false => known.and_then(|known| known.conclusion.as_ref()).map(|one| one.seq),
            },
            text: text(a),
            signer: text(b),
            post: text(c),
        },
        K::WriteDirective => Command::WriteDirective {
            forum,
            draft: directive(thrown),
        },
        K::DropDirective => {
            let last = known.and_then(|known| known.directives.get_max());
            let (number, over) = last.map_or((wrong, 0), |(number, one)| (*number, one.seq));
            Command::DropDirective {
                forum,
                directive: if dice.hostile() { wrong } else { number },
                over: if c % 7 == 0 { b.into() } else { over },
            }
        }
        K::Conclude => {
            let over = known
                .and_then(|known| known.conclusion.as_ref())
                .map_or(0, |one| one.seq);
            let mut directives: Vec<u64> = known
                .into_iter()
                .flat_map(|known| known.directives.values())
                .map(|one| one.seq)
                .collect();
            if dice.hostile() {
                directives.push(b.into());
            }
            let sign = maybe(c);
            Command::Conclude {
                forum,
                what: Conclude { over, directives, sign },
            }
        }
        _ => return None,
    })
}

/// An organisation with someone in one of these roles, other than one.
fn of_role(world: &World, throw: u16, roles: &[Role], other_than: Option<OrganisationId>) -> Option<OrganisationId> {
    let persons = world.people.persons.values();
    let in_role = persons.filter(|person| person.roles.keys().any(|(role, _)| roles.contains(role)));
    let organisations = in_role.filter_map(|person| person.organisation);
    let organisations: BTreeSet<OrganisationId> = organisations.filter(|one| Some(*one) != other_than).collect();
    pick(organisations.iter(), throw.into())
}

fn directive(thrown: Thrown<'_>) -> DirectiveDraft {
    let (dice, known) = (thrown.dice, thrown.known());
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let old = known
        .and_then(|known| pick(known.directives.keys(), a.into()))
        .filter(|_| b % 3 == 0);
    let over = old.and_then(|number| Some(known?.directives.get(&number)?.seq));
    let findings = known.into_iter().flat_map(|known| known.findings.iter());
    let standing = findings
        .filter(|(_, finding)| finding.withdrawn.is_none())
        .map(|(number, _)| *number);
    let mut findings: Vec<u32> = standing.skip(usize::from(a % 3)).take(usize::from(c % 3)).collect();
    if dice.hostile() && a % 2 == 0 {
        findings.push(99);
    }
    let world = thrown.world;
    let clauses = (0..1 + b % 3).map(|number| {
        let owner = of_role(
            world,
            a.wrapping_add(number),
            &[Role::Commander, Role::Delegate, Role::SiteRepresentative],
            None,
        );
        let owner = owner.unwrap_or_else(|| some_organisation(world, dice));
        let verifier = of_role(world, c, &[Role::Verifier], Some(owner))
            .filter(|_| !dice.hostile())
            .unwrap_or(owner);
        let sort = |n: u16| EvidenceSort::ALL[usize::from(n) % 4];
        ClauseDraft {
            owner,
            verifier,
            working_days: u32::from((a ^ number) % 30) + u32::from(c % 9 != 0),
            evidence: if c % 13 == 0 {
                vec![]
            } else {
                vec![sort(a / 4), sort(a / 4 + number)]
            },
            task: text(a),
            measure: text(b),
        }
    });
    DirectiveDraft {
        directive: old,
        over: over.filter(|_| c % 7 != 0 || old.is_none()),
        findings,
        addressee: text(c),
        text: text(b),
        clauses: clauses.collect(),
    }
}
