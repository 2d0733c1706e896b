//! What became of what its holder sent, step by step, computed from the record as it is now: what was, what is, and what
//! comes next and when.

mod contest;
mod outcome;
mod reading;
mod words;

pub(super) use reading::{appeal, can_appeal, can_confirm};
pub(super) use words::StoryWords;

use super::{Receipt, Received, clause_label};
use askama::Template;
use base::fact::{Exposure, SealedRef};
use base::time::{Date, Hour};
use base::vietnamese::{number, short_date};
use forum::ClauseNo;
use forum::clause::Clause;
use web_kit::states::{Note, state};
use web_kit::{Html, Icon, href, render};
use web_scene::said::{paragraph, said_inline};
use web_scene::{App, ForumNames, Scene, Shown, address};

/// One step of the way.
#[derive(Default)]
pub(super) struct Step {
    /// The hour of the record it belongs to; none when the state does not tell.
    at: Option<Hour>,
    /// It goes on as the page is made.
    is_now: bool,
    /// The day as it is shown; empty when it is not known.
    when: String,
    /// What happened or will happen, in a sentence.
    what: String,
    /// A label: late, or how far it is.
    label: Html,
    /// Somebody's words, or figures.
    words: Html,
    /// Clauses it led to.
    clauses: Vec<ClauseLine>,
    /// Where more stands: address and words.
    link: Option<(String, String)>,
    /// It has not happened yet.
    waits: bool,
}

/// A clause in one line.
struct ClauseLine {
    name: String,
    href: String,
    task: Html,
    label: Html,
    facts: String,
}

#[derive(Template)]
#[template(path = "receipt/story.html")]
struct Story<'a> {
    w: StoryWords,
    steps: &'a [Step],
}

impl Step {
    /// Something that happened in an hour, as far as the record tells it.
    fn done(scene: &Scene, at: impl Into<Option<Hour>>, what: impl Into<String>) -> Step {
        let at = at.into();
        let day = |at: Hour| short_date(at.office_date(), scene.lang);
        Step {
            at,
            when: at.map(day).unwrap_or_default(),
            what: what.into(),
            ..Step::default()
        }
    }

    /// Something that goes on.
    fn now(scene: &Scene, what: impl Into<String>) -> Step {
        Step {
            is_now: true,
            when: StoryWords(scene.lang).at_present().to_owned(),
            what: what.into(),
            ..Step::default()
        }
    }

    /// Something that is to come.
    fn waits(what: impl Into<String>) -> Step {
        Step {
            what: what.into(),
            waits: true,
            ..Step::default()
        }
    }

    /// With a label that says how late it is, once the promised day is over.
    fn due(mut self, scene: &Scene, by: Date) -> Step {
        let late = working_days_late(by, scene.today);
        if late > 0 {
            self.label = state(Note::Late, Icon::Alert, &StoryWords(scene.lang).late(late));
        }
        self
    }

    fn words(mut self, words: Html) -> Step {
        self.words = words;
        self
    }

    fn link(mut self, scene: &Scene, path: &str, words: impl Into<String>) -> Step {
        self.link = Some((href(scene.lang, path), words.into()));
        self
    }
}

/// Every step, oldest first, what is to come last.
pub(super) fn story(app: &App, scene: &Scene, receipt: &Receipt) -> Vec<Step> {
    let mut steps = match &receipt.what {
        Received::Opinion(opinion) => {
            let mut steps = reading::steps(app, scene, receipt, opinion);
            outcome::steps(scene, receipt, opinion, &mut steps);
            steps
        }
        Received::Contest(number, contest) => contest::steps(scene, receipt, *number, contest),
    };
    in_order(&mut steps);
    steps
}

/// Oldest first; then what goes on, then what waits. What has no hour stays behind the step it came after.
fn in_order(steps: &mut [Step]) {
    let mut last = None;
    for step in steps.iter_mut() {
        step.at = step.at.or(last);
        last = step.at;
    }
    steps.sort_by_key(|step| (step.waits, step.is_now, step.at));
}

/// The steps as a list; nothing when there are none.
pub(super) fn list(scene: &Scene, steps: &[Step]) -> Html {
    render(&Story {
        w: StoryWords(scene.lang),
        steps,
    })
}

/// Working days since a promised day passed; 0 while it has not, and at least 1 once it has.
fn working_days_late(by: Date, today: Date) -> u32 {
    if today <= by {
        return 0;
    }
    let days = law::calendar().working_days_between(by, today);
    u32::try_from(days).unwrap_or_default().max(1)
}

/// Words that only the holder of the receipt may read here, or why they are not there.
fn own_words(app: &App, scene: &Scene, at: SealedRef) -> Html {
    let words = app.private_words(at);
    let shown = match (scene.world().exposure_of(at), words.as_deref()) {
        (Exposure::Erased(entry), _) => Shown::Erased(entry),
        (_, Some(words)) => Shown::Words(words),
        (_, None) => Shown::Unreadable,
    };
    paragraph(scene, shown, "voice")
}

/// A clause in one line: what is to be done, how far it is, until when, with how much evidence.
fn clause_line(scene: &Scene, no: ClauseNo, clause: &Clause) -> ClauseLine {
    let (w, lang) = (StoryWords(scene.lang), scene.lang);
    let label = clause_label(no);
    let mut facts = Vec::new();
    if let Some(due) = clause.due {
        facts.push(w.clause_due(due));
    }
    facts.push(match clause.evidence.len() {
        0 => w.no_evidence().to_owned(),
        n => w.evidence(n),
    });
    ClauseLine {
        name: w.clause(&label),
        href: href(lang, &address::clause(no.forum, no.directive, no.clause)),
        task: said_inline(scene, clause.task),
        label: ForumNames(lang).clause(clause, scene.today),
        facts: facts.join(" · "),
    }
}

/// "dòng 2.871": where a step stands in the ledger.
fn line(scene: &Scene, seq: u64) -> String {
    StoryWords(scene.lang).line(&number(seq, scene.lang))
}

#[cfg(test)]
mod tests {
    use super::{Step, in_order, working_days_late};
    use base::time::{Date, Hour};

    #[test]
    fn steps_stand_in_the_order_of_the_record() {
        let hour = |text: &str| text.parse::<Hour>().ok();
        let step = |at: Option<Hour>, what: &str, waits: bool, is_now: bool| Step {
            at,
            what: what.to_owned(),
            waits,
            is_now,
            ..Step::default()
        };
        let mut steps = [
            step(hour("2019-12-19T03:00:00Z"), "received", false, false),
            step(None, "confirmed", false, false),
            step(None, "read", true, false),
            step(None, "votes", false, true),
            step(hour("2020-02-01T03:00:00Z"), "answered", false, false),
            step(hour("2020-01-05T03:00:00Z"), "concluded", false, false),
        ];
        in_order(&mut steps);
        let told: Vec<&str> = steps.iter().map(|step| step.what.as_str()).collect();
        assert_eq!(
            told,
            ["received", "confirmed", "concluded", "answered", "votes", "read"]
        );
    }

    #[test]
    fn lateness_counts_working_days() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let friday = day("2019-12-20");
        assert_eq!(working_days_late(friday, friday), 0);
        assert_eq!(
            working_days_late(friday, day("2019-12-21")),
            1,
            "over is over, on a Saturday too"
        );
        assert_eq!(working_days_late(friday, day("2019-12-24")), 2);
    }
}
