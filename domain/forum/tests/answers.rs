//! Answers and findings: on what can be read, and a promised answer stays due.

mod common;

use common::hall::{COMMANDER, HOST_DELEGATE, Hall, MODERATOR, OFFICE, SECRETARY, Who};
use common::{date, no};
use forum::answer::Owed;
use forum::events::{AnswerForm, FindingSort, LawfulReason};
use forum::{Refusal, answer, finding, opinion};

fn take_down(hall: &mut Hall, opinion: u64) -> Result<u64, Refusal> {
    hall.free(|forums, _, _| opinion::take_down(forums, MODERATOR.mandate, opinion, LawfulReason::PersonalData))
}

#[test]
fn nothing_new_rests_on_what_nobody_can_read() {
    let mut hall = Hall::in_session(2);
    let taken = hall.forum().published[&1];
    take_down(&mut hall, taken).unwrap();
    let found = |hall: &mut Hall, opinions: &[u32]| {
        hall.act(SECRETARY, |forums, entropy, _, by| {
            let sort = FindingSort::ALL[0];
            finding::record(
                forums,
                entropy,
                by,
                no(1),
                sort,
                opinions,
                "Tám trên tám mục tiêu an toàn.",
            )
        })
    };
    assert_eq!(found(&mut hall, &[1]), Err(Refusal::NoSuchOpinion));
    assert_eq!(found(&mut hall, &[1, 2]), Err(Refusal::NoSuchOpinion));
    found(&mut hall, &[2]).unwrap();
    let draft = answer::AnswerDraft {
        opinions: vec![1],
        form: AnswerForm::Now,
        due: None,
        to: None,
        text: "Đơn vị xin tiếp thu.".into(),
    };
    let answered = hall.act(COMMANDER, |forums, entropy, now, by| {
        answer::give(forums, entropy, now, by, no(1), &draft)
    });
    assert_eq!(answered, Err(Refusal::NoSuchOpinion));
}

#[test]
fn an_answer_that_was_promised_stays_due_until_it_is_given() {
    let mut hall = Hall::in_session(1);
    let mut give = |who: Who, form, due: Option<&str>| {
        let draft = answer::AnswerDraft {
            opinions: vec![1],
            form,
            due: due.map(date),
            to: (form == AnswerForm::Transferred).then_some(OFFICE),
            text: "Đơn vị sẽ trả lời bằng văn bản.".into(),
        };
        hall.act(who, |forums, entropy, now, by| {
            answer::give(forums, entropy, now, by, no(1), &draft)
        })
        .unwrap();
        hall.forum().answer_due(1)
    };
    assert_eq!(
        give(COMMANDER, AnswerForm::InWriting, Some("2020-03-20")),
        Some(date("2020-03-20"))
    );
    // Neither a later promise nor somebody else's transfer makes it later.
    assert_eq!(
        give(COMMANDER, AnswerForm::InWriting, Some("2020-05-20")),
        Some(date("2020-03-20"))
    );
    assert_eq!(
        give(HOST_DELEGATE, AnswerForm::Transferred, None),
        Some(date("2020-03-20"))
    );
    assert_eq!(give(COMMANDER, AnswerForm::Now, None), None);
    assert_eq!(
        give(COMMANDER, AnswerForm::InWriting, Some("2020-04-20")),
        Some(date("2020-04-20"))
    );
    assert_eq!(
        give(COMMANDER, AnswerForm::Transferred, None),
        None,
        "whoever promised it may hand it on"
    );
    // Then those it was handed to owe it, until somebody answers.
    assert_eq!(hall.forum().answer_owed(1), Some(Owed::HandedTo(OFFICE)));
    let answered = answer::AnswerDraft {
        opinions: vec![1],
        form: AnswerForm::Now,
        due: None,
        to: None,
        text: "Văn phòng trả lời như sau.".into(),
    };
    hall.act(HOST_DELEGATE, |forums, entropy, now, by| {
        answer::give(forums, entropy, now, by, no(1), &answered)
    })
    .unwrap();
    assert_eq!(hall.forum().answer_owed(1), None);
}

#[test]
fn an_answer_says_what_its_form_needs() {
    let mut hall = Hall::in_session(2);
    let give = |hall: &mut Hall, who: Who, form, opinions: &[u32], due: Option<&str>, to| {
        let draft = answer::AnswerDraft {
            opinions: opinions.to_vec(),
            form,
            due: due.map(date),
            to,
            text: "Đơn vị xin trả lời như sau.".into(),
        };
        hall.act(who, |forums, entropy, now, by| {
            answer::give(forums, entropy, now, by, no(1), &draft)
        })
    };
    let (now, writing, transferred) = (AnswerForm::Now, AnswerForm::InWriting, AnswerForm::Transferred);
    let own = COMMANDER.organisation;
    for (form, opinions, due, to, why) in [
        (now, &[][..], None, None, Refusal::NothingInIt),
        (now, &[3], None, None, Refusal::NoSuchOpinion),
        (now, &[1, 0], None, None, Refusal::NoSuchOpinion),
        (writing, &[1], None, None, Refusal::DueMissing),
        (writing, &[1], Some("2020-03-01"), None, Refusal::DueNotSensible),
        (writing, &[1], Some("2021-03-04"), None, Refusal::DueNotSensible),
        (transferred, &[1], None, None, Refusal::ReceiverMissing),
        (transferred, &[1], None, own, Refusal::ReceiverMissing),
    ] {
        assert_eq!(give(&mut hall, COMMANDER, form, opinions, due, to), Err(why));
    }
    let many: Vec<u32> = (1..=answer::OPINIONS_PER_ANSWER_MAX as u32 + 1).collect();
    assert_eq!(
        give(&mut hall, COMMANDER, now, &many, None, None),
        Err(Refusal::TooMany)
    );
    // What the form does not need is not recorded.
    give(&mut hall, COMMANDER, now, &[2, 1, 2], Some("2020-03-20"), Some(OFFICE)).unwrap();
    give(&mut hall, HOST_DELEGATE, transferred, &[2], None, Some(OFFICE)).unwrap();
    let known = &hall.forum().answers;
    assert_eq!(
        (&known[&1].opinions[..], known[&1].due, known[&1].to),
        (&[1, 2][..], None, None)
    );
    assert_eq!((known[&1].from, known[&2].to), (own, Some(OFFICE)));
    let to_second: Vec<u32> = hall.forum().answers_to(2).map(|(number, _)| number).collect();
    assert_eq!((to_second, hall.forum().answers_to(3).count()), (vec![1, 2], 0));
}
