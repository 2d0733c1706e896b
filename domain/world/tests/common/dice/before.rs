//! Commands about a forum's days and about what stands before its day.

use super::Thrown;
use crate::common::file;
use crate::common::subjects::{maybe, pick, some_organisation, text};
use base::time::Date;
use forum::agenda::ItemDraft;
use forum::dates::DetailsDraft;
use forum::document::DocumentDraft;
use forum::events::DocumentSort;
use forum::report::{FigureDraft, ParagraphDraft, SectionDraft};
use world::{Command, CommandKind as K};

pub fn command(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    days(kind, thrown).or_else(|| papers(kind, thrown))
}

fn days(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, dice) = (thrown.forum, thrown.dice);
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let known = thrown.known();
    let today = thrown.now.office_date();
    let (closes, day) = known.map_or((today, today), |known| (known.closes, known.day));
    let later = |from: Date| from.add_days(i32::from(a % 20) - if dice.hostile() { 15 } else { 0 } + 1);
    Some(match kind {
        K::GiveDetails => Command::GiveDetails {
            forum,
            over: None,
            details: DetailsDraft {
                time: maybe(a),
                place: maybe(b),
                remarks: maybe(c),
                guests: maybe(a / 2),
            },
        },
        K::PostponeForum => Command::PostponeForum {
            forum,
            closes: if b % 2 == 0 { closes } else { later(closes) },
            day: later(day).add_days(20),
            reason: text(c),
        },
        K::ExtendForum => Command::ExtendForum {
            forum,
            closes: later(closes),
            reason: text(b),
        },
        // A forum that was given up goes no further: rarely.
        K::CancelForum => Command::CancelForum { forum, reason: text(b) },
        K::CloseCollecting => Command::CloseCollecting {
            forum,
            reason: "Hội nghị họp sớm hơn dự kiến.".into(),
        },
        K::CloseForum => Command::CloseForum { forum },
        _ => return None,
    })
}

fn papers(kind: K, thrown: Thrown<'_>) -> Option<Command> {
    let (forum, dice, known) = (thrown.forum, thrown.dice, thrown.known());
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let wrong = [0, 99, u32::MAX][usize::from(c) % 3];
    Some(match kind {
        K::SetAgenda => Command::SetAgenda {
            forum,
            over: match dice.hostile() {
                true => Some(b.into()),
                false => known.and_then(|known| known.agenda.set),
            },
            items: items(thrown),
        },
        K::AddDocument => Command::AddDocument {
            forum,
            draft: DocumentDraft {
                sort: DocumentSort::ALL[usize::from(a) % DocumentSort::ALL.len()],
                date: thrown.now.office_date(),
                sign: maybe(b),
                title: text(c),
                words: maybe(a),
                file: b.is_multiple_of(3).then(|| file(u64::from(b) + (7 << 40))),
            },
        },
        K::RecallDocument => {
            let document = known.and_then(|known| pick(known.documents.keys(), a.into()));
            Command::RecallDocument {
                forum,
                document: document.filter(|_| !dice.hostile()).unwrap_or(wrong),
                reason: text(b),
            }
        }
        K::WriteSection => Command::WriteSection {
            forum,
            draft: section(thrown),
        },
        K::DropSection => {
            let sections = known.map(|known| &known.report.sections);
            let section = sections.and_then(|all| pick(all.keys(), a.into()));
            let over = section.and_then(|number| Some(sections?.get(&number)?.seq));
            Command::DropSection {
                forum,
                section: section.filter(|_| c % 7 != 0).unwrap_or(wrong),
                over: over.filter(|_| !dice.hostile()).unwrap_or(b.into()),
            }
        }
        K::PublishReport => Command::PublishReport { forum },
        _ => return None,
    })
}

/// Some old items and some new ones.
fn items(thrown: Thrown<'_>) -> Vec<ItemDraft> {
    let dice = thrown.dice;
    let item = |item: Option<u32>, number: u16| ItemDraft {
        item,
        minutes: number.is_multiple_of(2).then_some(number % 480),
        organisation: number.is_multiple_of(3).then(|| some_organisation(thrown.world, dice)),
        title: text(number),
    };
    let old = thrown.known().into_iter().flat_map(|known| known.agenda.items.iter());
    let kept = old
        .map(|one| one.item)
        .filter(|one| (u32::from(dice.c) >> (one % 16)) & 1 == 0);
    let mut items: Vec<ItemDraft> = kept.take(4).map(|number| item(Some(number), dice.a)).collect();
    items.extend((0..dice.b % 4).map(|number| item(None, dice.a.wrapping_add(number))));
    if dice.hostile() {
        items.push(item(Some([0, 77, u32::MAX][usize::from(dice.a) % 3]), dice.b));
    }
    items
}

fn section(thrown: Thrown<'_>) -> SectionDraft {
    let (dice, report) = (thrown.dice, thrown.known().map(|known| &known.report));
    let (a, b, c) = (dice.a, dice.b, dice.c);
    let old = report
        .and_then(|report| pick(report.sections.keys(), a.into()))
        .filter(|_| b % 3 == 0);
    let before = old.and_then(|number| report?.sections.get(&number));
    let kept = before.into_iter().flat_map(|section| section.paragraphs.iter());
    let mut paragraphs: Vec<ParagraphDraft> = kept
        .filter(|one| (u32::from(c) >> (one.paragraph % 16)) & 1 == 0)
        .map(|one| ParagraphDraft {
            paragraph: Some(one.paragraph),
            text: text(a),
        })
        .collect();
    let fresh = (0..1 + c % 3).map(|number| ParagraphDraft {
        paragraph: None,
        text: text(b.wrapping_add(number)),
    });
    paragraphs.extend(fresh);
    let figure = before
        .and_then(|section| section.figures.iter().next())
        .map(|one| one.figure);
    let today = thrown.now.office_date();
    let figures = (0..b % 3).map(|number| FigureDraft {
        figure: figure.filter(|_| number == 0),
        label: text(a),
        value: number.to_string(),
        unit: maybe(c),
        from: c.is_multiple_of(2).then_some(today),
        until: c
            .is_multiple_of(3)
            .then(|| today.add_days(if dice.hostile() { -1 } else { 1 })),
    });
    SectionDraft {
        section: old,
        over: before
            .map(|section| section.seq)
            .filter(|_| !(dice.hostile() && a % 2 == 0)),
        place: u32::from(a % 4) + 1,
        heading: text(b),
        paragraphs,
        figures: figures.collect(),
        note: (c % 4 != 0).then(|| text(c)),
    }
}
