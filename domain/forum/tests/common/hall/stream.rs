//! Random acts by random people.

use super::super::{no, receipt, words};
use super::{
    APPEAL_BODY, CHAIR, CLERK, COMMANDER, DEPUTY, FORCE, HOST_DELEGATE, Hall, INSPECTION, INSPECTOR, MODERATOR, OFFICE,
    SECRETARY, VERIFIER, Who, clause_draft,
};
use forum::agenda::{self, ItemDraft};
use forum::answer::{self, AnswerDraft};
use forum::clause::{self, ClauseNo, EvidenceDraft};
use forum::events::{About, AnswerForm, Choice, EvidenceSort, FindingSort, LawfulReason, Outcome};
use forum::opinion::{self, Subject};
use forum::report::{self, ParagraphDraft, SectionDraft};
use forum::{Refusal, appeal, conclusion, contest, dates, finding, private_track, turn, voice};
use proptest::prelude::*;

const PEOPLE: [Who; 10] = [
    SECRETARY,
    CHAIR,
    COMMANDER,
    DEPUTY,
    VERIFIER,
    INSPECTOR,
    MODERATOR,
    CLERK,
    APPEAL_BODY,
    HOST_DELEGATE,
];

/// Everyone, and some of them after they changed sides.
fn person(pick: u32) -> Who {
    match pick % 14 {
        10 => COMMANDER.moved(INSPECTION),
        11 => VERIFIER.moved(FORCE),
        12 => DEPUTY.moved(OFFICE),
        13 => Who {
            organisation: None,
            ..CHAIR
        },
        at => PEOPLE[at as usize],
    }
}

/// Mostly someone of the owner's.
fn owner(pick: u32) -> Who {
    match pick % 4 {
        0 => person(pick / 4),
        1 => DEPUTY,
        _ => COMMANDER,
    }
}

/// Mostly someone of the verifier's.
fn verifier(pick: u32) -> Who {
    match pick % 4 {
        0 => person(pick / 4),
        1 => INSPECTOR,
        _ => VERIFIER,
    }
}

/// Acts there are.
const ACTS: u32 = 47;

/// One act: which, by whom, and two numbers that say about what.
pub type Act = (u32, u32, u32, u32);

/// The entry of one of the opinions.
fn some_opinion(hall: &Hall, pick: u32) -> u64 {
    let count = hall.forums.opinions.len().max(1);
    hall.forums
        .opinions
        .keys()
        .nth(pick as usize % count)
        .copied()
        .unwrap_or(999)
}

/// Does it.
pub fn act(hall: &mut Hall, (which, who, a, b): Act) -> Result<u64, Refusal> {
    let (first, pick, text) = (no(1), who, "Đã xem xét kỹ nội dung này.");
    let who = person(pick);
    let day = hall.today().add_days((a % 60) as i32 - 5);
    let clause = ClauseNo {
        forum: first,
        directive: 1 + u32::from(a % 5 == 0),
        clause: 1 + u32::from(a % 3 == 0),
    };
    let opinion = some_opinion(hall, a);
    let number = 1 + a % 6;
    let reason = LawfulReason::ALL[b as usize % 7];
    let granted = b % 2 == 0;
    let mandate = who.mandate;
    match which {
        0 | 1 => {
            hall.now = hall.now.add_hours(1 + a % 40);
            hall.tick();
            Ok(0)
        }
        2 => {
            // Time without a tick.
            hall.now = hall.now.add_hours(1 + a % 200);
            Ok(0)
        }
        3 => hall
            .free(|forums, entropy, now| forum::announce::open(forums, entropy, now, base::fact::PersonId(2), first)),
        4 => hall.act(who, |forums, entropy, now, by| {
            dates::postpone(
                forums,
                entropy,
                now,
                by,
                first,
                (forums.forums[&first].closes.max(day), day),
                text,
            )
        }),
        5 => hall.act(who, |forums, entropy, now, by| {
            dates::extend(forums, entropy, now, by, first, day, text)
        }),
        6 if a % 40 == 0 => hall.cancel(),
        7 if a % 3 == 0 => hall.close_collecting().map(|()| 0),
        8 => hall.close(),
        9 => {
            let known: Vec<u32> = hall.forum().agenda.items.iter().map(|one| one.item).collect();
            let kept = known.into_iter().filter(|item| !(item + a).is_multiple_of(3)).map(Some);
            let items: Vec<ItemDraft> = kept
                .chain([None, Some(b % 9)].into_iter().take(1 + b as usize % 2))
                .map(|item| ItemDraft {
                    item,
                    minutes: None,
                    organisation: None,
                    title: "Phát biểu".into(),
                })
                .collect();
            let over = hall.forum().agenda.set.filter(|_| b % 5 != 0);
            hall.act(who, |forums, entropy, _, by| {
                agenda::set(forums, entropy, by, first, over, &items)
            })
        }
        10 | 11 => {
            let known = hall.forum().report.sections.get(&number).cloned();
            let mut paragraphs: Vec<Option<u32>> = known
                .iter()
                .flat_map(|section| section.paragraphs.iter().map(|one| Some(one.paragraph)))
                .filter(|one| one.unwrap_or_default() % 3 != b % 3)
                .collect();
            paragraphs.push(if b % 7 == 0 { Some(a % 12) } else { None });
            let draft = SectionDraft {
                section: known.as_ref().map(|_| number),
                over: known.map(|section| section.seq),
                place: b,
                heading: "Kết quả".into(),
                paragraphs: paragraphs
                    .into_iter()
                    .map(|paragraph| ParagraphDraft {
                        paragraph,
                        text: text.into(),
                    })
                    .collect(),
                figures: vec![],
                note: (b % 4 != 0).then(|| text.into()),
            };
            hall.act(who, |forums, entropy, _, by| {
                report::write(forums, entropy, by, first, &draft)
            })
        }
        12 => {
            let over = hall
                .forum()
                .report
                .sections
                .get(&number)
                .map_or(0, |section| section.seq);
            hall.act(who, |forums, _, _, by| {
                report::drop_section(forums, by, first, number, over)
            })
        }
        13 => hall.act(who, |forums, _, _, by| report::publish(forums, by, first)),
        14..=16 => {
            let about = match b % 4 {
                0 => Some(About::Paragraph(number)),
                1 => Some(About::AgendaItem(number)),
                _ => None,
            };
            hall.submit_about((a % 500) as u16, Subject { nature: None, about })
        }
        17 => {
            let turn = turn::Turn {
                words: words("Đề nghị tăng tuần tra ban đêm."),
                nature: None,
                about: None,
                organisation: Some(FORCE),
                receipt: receipt((a % 500) as u16),
            };
            hall.act(who, |forums, entropy, now, by| {
                turn::record(forums, entropy, now, by, first, &turn, now.office_date())
            })
        }
        18 => hall.free(|forums, _, _| turn::confirm(forums, receipt((a % 500) as u16))),
        19 => hall.act(who, |forums, _, _, by| turn::confirm_aloud(forums, by, opinion)),
        20..=22 => hall.free(|forums, _, _| opinion::clear(forums, mandate, opinion)),
        23 => hall.free(|forums, _, _| opinion::refuse(forums, mandate, opinion, reason)),
        24 => hall.free(|forums, _, _| opinion::take_down(forums, mandate, opinion, reason)),
        25 => {
            let code = hall
                .forums
                .opinions
                .get(&opinion)
                .map_or(receipt(0), |known| known.receipt);
            hall.free(|forums, _, _| opinion::withdraw(forums, code).map(|(_, proposed)| proposed))
        }
        26 => {
            let code = hall
                .forums
                .opinions
                .get(&opinion)
                .map_or(receipt(0), |known| known.receipt);
            hall.free(|forums, entropy, now| appeal::file(forums, entropy, code, Some(text), now.office_date()))
        }
        27 => hall.act(who, |forums, entropy, _, by| {
            appeal::decide(forums, entropy, by, opinion, granted, text)
        }),
        28 => hall.act(who, |forums, _, now, by| {
            private_track::move_there(forums, by, opinion, now.office_date())
        }),
        29 => hall.act(who, |forums, entropy, _, by| {
            private_track::answer(forums, entropy, by, opinion, text)
        }),
        30 => hall.slips(a % 100..a % 100 + 1 + b % 5),
        31 => hall.act(who, |forums, _, _, by| voice::cancel(forums, by, first, 1 + a % 3)),
        32..=34 => hall.vote(a % 110, 1 + b % 4, Choice::ALL[b as usize % 3]).map(|_| 0),
        35 => {
            let form = AnswerForm::ALL[b as usize % 3];
            let opinions = vec![number];
            let draft = AnswerDraft {
                opinions,
                form,
                due: Some(day),
                to: Some(OFFICE),
                text: text.into(),
            };
            hall.act(who, |forums, entropy, now, by| {
                answer::give(forums, entropy, now, by, first, &draft)
            })
        }
        36 => hall.act(who, |forums, entropy, _, by| {
            finding::record(
                forums,
                entropy,
                by,
                first,
                FindingSort::ALL[b as usize % 2],
                &[number],
                text,
            )
        }),
        37 => hall.act(who, |forums, entropy, _, by| {
            finding::withdraw(forums, entropy, by, first, number, text)
        }),
        38 => hall.write_conclusion(hall.forum().conclusion.as_ref().map(|known| known.seq)),
        39 => {
            let known = hall.forum().directives.get(&(1 + a % 2)).map(|known| known.seq);
            let needs = [EvidenceSort::ALL[a as usize % 4], EvidenceSort::ALL[b as usize % 4]];
            let clauses = vec![clause_draft(1 + b % 30, &needs), clause_draft(1 + a % 30, &needs[..1])];
            hall.write_directive(known.map(|_| 1 + a % 2), known, clauses)
        }
        40 => {
            let over = hall.forum().directives.get(&(1 + a % 2)).map_or(0, |known| known.seq);
            hall.act(who, |forums, _, _, by| {
                conclusion::drop_directive(forums, by, first, 1 + a % 2, over)
            })
        }
        41 => hall.conclude(),
        42 => match b % 3 {
            0 => hall.free(|forums, entropy, _| {
                contest::submit(forums, entropy, clause, text, receipt(600 + (a % 400) as u16))
            }),
            1 => hall.act(who, |forums, _, _, by| match a % 3 {
                0 => contest::refuse(forums, by, first, number, reason),
                _ => contest::clear(forums, by, first, number),
            }),
            _ => hall.act(who, |forums, entropy, _, by| {
                contest::answer(forums, entropy, by, first, number, text)
            }),
        },
        43 => match b % 2 {
            0 => hall.act(owner(pick), |forums, _, _, by| clause::accept(forums, by, clause)),
            _ => hall.act(owner(pick), |forums, entropy, _, by| {
                clause::report_progress(forums, entropy, by, clause, text)
            }),
        },
        44 => {
            let sort = EvidenceSort::ALL[(a / 2) as usize % 4];
            let draft = EvidenceDraft {
                sort,
                title: text.into(),
                words: Some(text.into()),
                file: None,
            };
            let who = if sort == EvidenceSort::Visit {
                verifier(pick)
            } else {
                owner(pick)
            };
            hall.act(who, |forums, entropy, _, by| {
                clause::add_evidence(forums, entropy, by, clause, &draft)
            })
        }
        45 => match b % 3 {
            0 => hall.act(owner(pick), |forums, entropy, now, by| {
                clause::request_extension(forums, entropy, now, by, clause, day.add_days(30), text)
            }),
            1 => hall.act(who, |forums, entropy, _, by| {
                clause::decide_extension(forums, entropy, by, clause, a % 4 < 2, text)
            }),
            _ => hall.act(owner(pick), |forums, entropy, _, by| {
                clause::report_done(forums, entropy, by, clause, text)
            }),
        },
        46 => match b % 5 {
            0 => hall.act(verifier(pick), |forums, entropy, now, by| {
                clause::reopen(forums, entropy, now, by, clause, day, text)
            }),
            outcome => {
                let outcome = Outcome::ALL[(outcome as usize).saturating_sub(2)];
                hall.act(verifier(pick), |forums, entropy, now, by| {
                    clause::verify(forums, entropy, now, by, clause, outcome, text)
                })
            }
        },
        _ => Ok(0),
    }
}

/// Where a stream begins.
pub fn start(at: u32) -> Hall {
    use EvidenceSort::{Document, Visit};
    match at {
        0 => Hall::announced(),
        1 => Hall::open(),
        2 => Hall::in_session(4),
        3 => Hall::reported_done(),
        4 => {
            let mut hall = Hall::open();
            hall.publish(4);
            hall.slips(1..9).unwrap();
            hall
        }
        _ => Hall::concluded(&[&[Document], &[Document, Visit]]),
    }
}

/// Any act; those of votes and of clauses, which need most of them, come more often.
pub fn an_act() -> impl Strategy<Value = Act> {
    let which = prop_oneof![4 => 0..ACTS, 1 => 32..35_u32, 3 => 42..ACTS];
    (which, 0..56_u32, 0..10_000_u32, 0..10_000_u32)
}
