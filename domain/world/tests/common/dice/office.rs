//! Commands about the office, its people, its news and the record itself.

use super::Thrown;
use crate::common::subjects::{
    maybe, new_token, pick, some_announcement, some_entry, some_person, some_reason, some_targets, some_token, text,
};
use crate::common::{blob, digest, log_key, organisation};
use people::role::{OrganisationKind, Role, Scope};
use portal::article::{Draft, FIGURE_MAX};
use portal::{LegacyVisits, Revision, RevisionId, RevisionState};
use world::ending::Ending;
use world::events::{Continues, EndReason, FlagOutcome, Signed};
use world::{Command, CommandKind as K, LegalBasis};

pub fn command(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    people(kind, thrown)
        .or_else(|| portal(kind, thrown))
        .or_else(|| record(kind, thrown))
}

fn people(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let Thrown { world, dice, .. } = thrown;
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let who = some_person(world, dice);
    let role = if b % 3 == 0 {
        Role::Moderator
    } else {
        Role::ALL[usize::from(b / 3) % Role::ALL.len()]
    };
    let scope = if c % 3 == 0 {
        Scope::Office
    } else {
        Scope::Forum(thrown.forum)
    };
    Some(match kind {
        K::NameOffice => Command::NameOffice {
            over: None,
            name: text(a),
            contact: maybe(b),
        },
        K::SetEmblem => Command::SetEmblem {
            emblem: (a % 3 != 0).then(|| blob(b.into())),
        },
        K::AddOrganisation => Command::AddOrganisation {
            kind: OrganisationKind::ALL[usize::from(a) % 4],
            name: text(b),
        },
        K::AddPerson => {
            let organisation = (a % 3 != 0).then(|| match dice.hostile() {
                true => organisation([0, 77, u32::MAX][usize::from(b) % 3]),
                false => pick(world.people.organisations.keys(), b.into()).unwrap_or(organisation(1)),
            });
            Command::AddPerson {
                name: text(c),
                organisation,
            }
        }
        K::RenamePerson => Command::RenamePerson {
            person: who,
            name: text(b),
        },
        K::MovePerson => Command::MovePerson {
            person: who,
            organisation: (a % 4 != 0).then(|| match dice.hostile() {
                true => organisation([0, 77, u32::MAX][usize::from(b) % 3]),
                false => pick(world.people.organisations.keys(), b.into()).unwrap_or(organisation(1)),
            }),
        },
        K::GrantRole => Command::GrantRole {
            person: who,
            role,
            scope,
        },
        K::RevokeRole => {
            let has = world
                .people
                .persons
                .get(&who)
                .and_then(|p| pick(p.roles.keys(), b.into()));
            let (role, scope) = has.filter(|_| !dice.hostile()).unwrap_or((role, scope));
            Command::RevokeRole {
                person: who,
                role,
                scope,
            }
        }
        K::IssueFirstInvitation => Command::IssueFirstInvitation {
            token: new_token(world, dice),
        },
        K::IssueInvitation => Command::IssueInvitation {
            person: who,
            token: new_token(world, dice),
        },
        K::AcceptInvitation => Command::AcceptInvitation {
            token: some_token(world, dice),
        },
        K::SetRetention => Command::SetRetention {
            unpublished_days: match dice.hostile() {
                true => [0, 29, 3_661, u32::MAX][usize::from(a) % 4],
                false => 30 + u32::from(a % 100),
            },
        },
        K::AnnounceForum => Command::AnnounceForum {
            what: some_announcement(world, dice, thrown.now),
        },
        K::OpenForum => Command::OpenForum { forum: thrown.forum },
        _ => return None,
    })
}

fn portal(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (a, b, c) = (thrown.dice.a, thrown.dice.b, thrown.dice.c);
    let today = thrown.now.office_date();
    Some(match kind {
        K::PublishArticle => Command::PublishArticle {
            draft: Draft {
                date: today,
                title: text(a),
                body: text(b),
                author: maybe(c),
                department: maybe(a),
            },
        },
        K::SaveDraft => Command::SaveDraft {
            draft: Draft {
                date: today.add_days(i32::from(a % 9)),
                title: text(a),
                body: text(b),
                author: maybe(c),
                department: maybe(a),
            },
            over: (c % 3 != 0).then(|| some_revision(thrown, |_| true)),
        },
        K::SubmitDraft => Command::SubmitDraft {
            at: some_revision(thrown, |one| one.state == RevisionState::Draft),
        },
        K::ReturnDraft => Command::ReturnDraft {
            at: some_revision(thrown, |one| one.state == RevisionState::Submitted),
            reason: text(b),
        },
        K::PublishRevision => {
            let at = some_revision(thrown, |one| one.state == RevisionState::Submitted);
            let known = thrown.world.portal.articles.get(&at.article);
            let corrects = known.is_some_and(|article| article.address.is_some()) != (c % 7 == 0);
            Command::PublishRevision {
                at,
                note: corrects.then(|| text(b)),
            }
        }
        K::WithdrawArticle => Command::WithdrawArticle {
            at: some_revision(thrown, |one| one.state == RevisionState::Published),
            reason: text(c),
        },
        K::RecordLegacyVisits => Command::RecordLegacyVisits {
            visits: LegacyVisits {
                as_of: today,
                online: a.into(),
                today: b.into(),
                total: FIGURE_MAX + u64::from(a / 60_000),
            },
        },
        _ => return None,
    })
}

/// A revision that is as wanted; one that is not there or not the latest when hostile.
fn some_revision(thrown: Thrown<'_>, wanted: fn(&Revision) -> bool) -> RevisionId {
    let dice = thrown.dice;
    let articles = thrown.world.portal.articles.iter();
    let of = |article: u32, revision: &Revision| RevisionId {
        article,
        revision: revision.no,
    };
    let latest = articles.filter_map(|(no, article)| Some((*no, article.latest()?)));
    let latest: Vec<(u32, &Revision)> = latest.collect();
    let standing = thrown.world.portal.newest().map(|one| (one.article.no, one.revision));
    let fitting = latest.iter().copied().chain(standing).filter(|(_, one)| wanted(one));
    let fitting: Vec<RevisionId> = fitting.map(|(no, one)| of(no, one)).collect();
    let (article, revision) = (u32::from(dice.a % 4), u32::from(dice.b % 4));
    let wrong = RevisionId { article, revision };
    pick(fitting.iter(), dice.a.into())
        .filter(|_| !dice.hostile())
        .unwrap_or(wrong)
}

fn record(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let Thrown { world, dice, .. } = thrown;
    let (a, b, c) = (dice.a, dice.b, dice.c);
    Some(match kind {
        K::OpenLedger => {
            let (vkey, root, size) = (digest(a.into()), digest(b.into()), c.into());
            Command::OpenLedger {
                continues: (a % 4 != 0).then_some(Continues { vkey, size, root }),
            }
        }
        K::ContinueLog => {
            let (root, size) = (digest(b.into()), u64::from(c) + 1);
            let signed = |size| Some(Signed { size, root });
            let (reason, fitting) = match a % 4 {
                0 => (EndReason::EntriesMissing, signed(size + 1 + u64::from(b))),
                1 => (EndReason::EntriesReplaced, signed(u64::from(b))),
                2 => (EndReason::KeyLost, None),
                _ => (EndReason::KeyExposed, None),
            };
            let wrong = if fitting.is_some() { None } else { signed(size) };
            Command::ContinueLog {
                ending: Ending {
                    ended: log_key(),
                    size,
                    root,
                    reason,
                    signed: if dice.hostile() { wrong } else { fitting },
                },
            }
        }
        K::FlagText => Command::FlagText {
            entry: some_entry(world, dice),
            reason: some_reason(c),
            note: maybe(b),
        },
        K::SettleFlag => {
            let waiting: Vec<u32> = world.waiting_flags().map(|(number, _)| number).collect();
            let wrong = [0, 1, u32::MAX][usize::from(b) % 3];
            Command::SettleFlag {
                flag: pick(waiting.iter(), a.into())
                    .filter(|_| !dice.hostile())
                    .unwrap_or(wrong),
                outcome: FlagOutcome::ALL[usize::from(c) % 2],
            }
        }
        K::OrderErasure => Command::OrderErasure {
            targets: some_targets(world, dice),
            basis: LegalBasis::ORDERED[usize::from(a) % 2],
            decision: (b % 5 != 0).then(|| text(b)),
        },
        K::ConfirmErased => {
            let pending = world.pending_erasures();
            let open: Vec<u32> = pending.into_iter().map(|one| one.erasure).collect();
            let wrong = [0, 1, u32::MAX][usize::from(b) % 3];
            Command::ConfirmErased {
                erasure: pick(open.iter(), a.into()).filter(|_| !dice.hostile()).unwrap_or(wrong),
            }
        }
        K::Tick => Command::Tick { until: thrown.now },
        _ => return None,
    })
}
