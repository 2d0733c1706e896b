//! The forms of a clause's work page, in three groups: the owner's, the verifier's, the chair's.

use super::offer::{Offers, is_for_others};
use super::{AtDesk, DeskWords, Done, chair, evidence, owner, verdict};
use askama::Template;
use forum::clause::{CLAUSE_WORDS, Clause, EVIDENCE_WORDS};
use forum::document::REASON;
use forum::events::{EvidenceSort, Outcome};
use web_kit::form::{Choice, Field, Form, Kind, hidden, key_input};
use web_kit::{Html, Lang, escape, href, render};
use web_scene::names::in_sentence;
use web_scene::refusal::refusal;
use web_scene::said::said;
use web_scene::upload::{FileField, UploadWords};
use web_scene::{App, ForumNames, Sheet, address};
use world::Refusal;

/// A form under its title.
pub(super) struct FormOf {
    /// What it does.
    pub title: &'static str,
    /// The form.
    pub form: Html,
    /// It came back.
    pub open: bool,
    /// It is one button, which needs no fold.
    pub is_button: bool,
}

/// What one of the three may do.
pub(super) struct Group {
    /// Id of the heading.
    pub id: &'static str,
    /// Whose it is.
    pub heading: &'static str,
    /// What stands before the forms.
    pub about: Html,
    /// What may be done now.
    pub acts: Vec<FormOf>,
    /// Why not the rest.
    pub sentences: Vec<String>,
}

/// A form that may be shown.
struct Draft {
    html: Html,
    /// It was sent and comes back.
    sent: bool,
    /// It is one button.
    is_button: bool,
}

#[derive(Template)]
#[template(path = "desk/evidence.html")]
struct WithFile {
    u: UploadWords,
    action: String,
    key: Html,
    hidden: Html,
    fields: Vec<Html>,
    file: Html,
    submit: &'static str,
}

/// One page's forms: where they are sent, what was typed.
struct Page<'a> {
    app: &'a App,
    desk: &'a AtDesk,
    sheet: &'a Sheet,
    w: DeskWords,
    lang: Lang,
}

/// All of them.
pub(super) fn groups(app: &App, desk: &AtDesk, clause: &Clause, sheet: &Sheet, offers: &Offers) -> Vec<Group> {
    let lang = desk.at.staff.scene.lang;
    let page = Page {
        app,
        desk,
        sheet,
        w: DeskWords(lang),
        lang,
    };
    let mut groups = vec![
        page.owner(clause, offers),
        page.verifier(clause, offers),
        page.chair(clause, offers),
    ];
    // What this person may do comes first.
    groups.sort_by_key(|group| group.acts.is_empty());
    groups
}

impl Page<'_> {
    fn owner(&self, clause: &Clause, offers: &Offers) -> Group {
        let (w, scene) = (self.w, &self.desk.at.staff.scene);
        let names = ForumNames(self.lang);
        let missing = clause.missing_evidence().into_iter();
        let missing = missing.filter(|sort| *sort != EvidenceSort::Visit);
        let missing: Vec<String> = missing.map(|sort| in_sentence(names.evidence(sort))).collect();
        let mut group = self.group(
            ("h-chu", w.as_owner()),
            w.not_owner(scene.organisation(clause.owner)),
            vec![
                (w.accept(), &offers.accept, self.accept()),
                (w.progress(), &offers.progress, self.progress()),
                (w.add_evidence(), &offers.evidence, self.evidence(false)),
                (w.ask_time(), &offers.extension, self.extension()),
                (w.report_done(), &offers.done, self.done()),
            ],
        );
        let for_owner = !offers.progress.as_ref().is_err_and(is_for_others);
        if for_owner && clause.state.is_open() && !missing.is_empty() {
            group.sentences.push(w.missing(&missing.join(", ")));
        }
        group
    }

    fn verifier(&self, clause: &Clause, offers: &Offers) -> Group {
        let (w, scene) = (self.w, &self.desk.at.staff.scene);
        let mut group = self.group(
            ("h-tham", w.as_verifier()),
            w.not_verifier(scene.organisation(clause.verifier)),
            vec![
                (w.add_visit(), &offers.visit, self.evidence(true)),
                (w.verify(), &offers.ended, self.verdict(offers.verified.is_ok())),
                (w.reopen(), &offers.reopen, self.reopen()),
            ],
        );
        if let (Ok(()), Err(why)) = (&offers.ended, &offers.verified) {
            let what = ForumNames(self.lang).outcome(Outcome::Verified);
            group.sentences.push(w.cannot(what, &refusal(why, self.lang)));
        }
        group
    }

    fn chair(&self, clause: &Clause, offers: &Offers) -> Group {
        let (w, scene) = (self.w, &self.desk.at.staff.scene);
        let mut group = self.group(
            ("h-tri", w.as_chair()),
            w.not_chair().to_owned(),
            vec![(w.decide(), &offers.decide, self.decide(clause))],
        );
        if let (Some(asked), Ok(())) = (clause.pending_extension(), &offers.decide) {
            let about = escape(&w.decide_about(asked.due_before, asked.until));
            group.about = Html::trusted(format!("<p>{about}</p>"));
            group.about.push(&said(scene, asked.reason, "voice"));
        }
        group
    }

    /// The forms that are offered; for the others, why not: once for each reason.
    fn group(
        &self,
        (id, heading): (&'static str, &'static str),
        for_others: String,
        all: Vec<(&'static str, &Result<(), Refusal>, Draft)>,
    ) -> Group {
        let (mut acts, mut reasons) = (Vec::new(), Vec::<(String, Vec<&str>)>::new());
        let count = all.len();
        let strange = all.iter().all(|(_, offer, _)| offer.as_ref().is_err_and(is_for_others));
        for (title, offer, form) in all {
            // What was typed comes back, even where it can't be done any more.
            if offer.is_ok() || form.sent && !form.is_button {
                acts.push(FormOf {
                    title,
                    open: form.sent,
                    is_button: form.is_button,
                    form: form.html,
                });
            }
            if let Err(why) = offer {
                let why = refusal(why, self.lang);
                match reasons.iter_mut().find(|(known, _)| *known == why) {
                    Some((_, titles)) => titles.push(title),
                    None => reasons.push((why, vec![title])),
                }
            }
        }
        let sentence = |(why, titles): (String, Vec<&str>)| {
            if titles.len() == count {
                return why;
            }
            let mut titles = titles.into_iter();
            let first = titles.next().unwrap_or_default().to_owned();
            let what = titles.fold(first, |all, title| format!("{all}, {}", in_sentence(title)));
            self.w.cannot(&what, &why)
        };
        Group {
            id,
            heading,
            about: Html::default(),
            acts,
            sentences: if strange {
                vec![for_others]
            } else {
                reasons.into_iter().map(sentence).collect()
            },
        }
    }

    fn address(&self, done: Done) -> String {
        let no = self.desk.no;
        let desk = address::clause_desk(no.forum, no.directive, no.clause);
        format!("{desk}/{}", done.as_str())
    }

    /// A field with what was typed and what is wrong with it.
    fn filled(&self, field: Field<'static>) -> Field<'static> {
        let typed = self.sheet.typed(&field.name).to_owned();
        field.value(typed).errors(&self.sheet.errors)
    }

    /// A form of this page. `own` is a field that browsers always send: the form is known by it.
    fn form(&self, done: Done, submit: &'static str, own: &str, fields: Vec<Field<'static>>, more: Html) -> Draft {
        let key = self.sheet.key(self.app, own);
        let is_button = fields.is_empty();
        let form = Form::new(self.lang, self.address(done), submit).key(key).after(more);
        let form = fields
            .into_iter()
            .fold(form, |form, field| form.field(self.filled(field)));
        Draft {
            html: form.html(),
            sent: self.sheet.has(own),
            is_button,
        }
    }

    fn accept(&self) -> Draft {
        let own = owner::ACCEPT;
        self.form(Done::Accepted, self.w.accept(), own, vec![], hidden(own, "1"))
    }

    fn progress(&self) -> Draft {
        let (w, own) = (self.w, owner::PROGRESS);
        let text = area(own, w.progress_text(), CLAUSE_WORDS.max_chars).hint(w.progress_hint());
        self.form(Done::Progress, w.progress(), own, vec![text], Html::default())
    }

    fn evidence(&self, visit: bool) -> Draft {
        let (w, names) = (self.w, ForumNames(self.lang));
        let own = if visit { evidence::OF_VISIT } else { evidence::OF_OWNER };
        let sorts = EvidenceSort::ALL
            .into_iter()
            .filter(|sort| *sort != EvidenceSort::Visit);
        let sorts = sorts.map(|sort| Choice::new(sort.as_str(), names.evidence(sort), ""));
        let sort = Field::new(own.sort, w.evidence_sort(), Kind::Select(sorts.collect()));
        let title = Field::text(own.title, w.evidence_title()).hint(w.evidence_title_hint());
        let words = area(own.words, w.evidence_words(), EVIDENCE_WORDS.max_chars)
            .hint(w.evidence_words_hint())
            .optional();
        let mut fields = vec![title, words];
        if !visit {
            fields.insert(0, sort);
        }
        let sent = self.sheet.has(own.title);
        let file = FileField::new(own.file, w.evidence_file(), self.lang).optional();
        let mut file = file.errors(&self.sheet.errors).html(self.lang);
        if sent {
            let again = escape(UploadWords(self.lang).again());
            file.push(&Html::trusted(format!("<p class=\"meta\">{again}</p>")));
        }
        let html = render(&WithFile {
            u: UploadWords(self.lang),
            action: href(self.lang, &self.address(Done::Evidence)),
            key: key_input(&self.sheet.key(self.app, own.title)),
            hidden: if visit {
                hidden(own.sort, EvidenceSort::Visit.as_str())
            } else {
                Html::default()
            },
            fields: fields
                .into_iter()
                .map(|field| self.filled(field).html(self.lang))
                .collect(),
            file,
            submit: if visit { w.add_visit() } else { w.add_evidence() },
        });
        Draft {
            html,
            sent,
            is_button: false,
        }
    }

    fn extension(&self) -> Draft {
        let w = self.w;
        let until = Field::date(owner::UNTIL, w.ask_until());
        let reason = area(owner::ASK_REASON, w.reason(), REASON.max_chars).hint(w.ask_hint());
        self.form(
            Done::Asked,
            w.ask_time(),
            owner::UNTIL,
            vec![until, reason],
            Html::default(),
        )
    }

    fn done(&self) -> Draft {
        let (w, own) = (self.w, owner::REPORTED);
        let text = area(own, w.done_text(), CLAUSE_WORDS.max_chars).hint(w.done_hint());
        self.form(Done::Reported, w.report_done(), own, vec![text], Html::default())
    }

    fn verdict(&self, may_verify: bool) -> Draft {
        let (w, names) = (self.w, ForumNames(self.lang));
        let was_chosen = self.sheet.typed(verdict::OUTCOME) == Outcome::Verified.as_str();
        let outcomes = Outcome::ALL.into_iter();
        let outcomes = outcomes.filter(|outcome| may_verify || was_chosen || *outcome != Outcome::Verified);
        let choices = outcomes.map(|outcome| {
            let about = match outcome {
                Outcome::Verified => w.outcome_verified_about(),
                Outcome::NotDone => w.outcome_not_done_about(),
                Outcome::Overtaken => w.outcome_overtaken_about(),
            };
            Choice::new(outcome.as_str(), names.outcome(outcome), about)
        });
        let outcome = Field::radios(verdict::OUTCOME, w.verify_outcome(), choices.collect());
        let own = verdict::SEEN;
        let seen = area(own, w.verify_reason(), CLAUSE_WORDS.max_chars).hint(w.verify_hint());
        self.form(
            Done::Verified,
            w.send_verdict(),
            own,
            vec![outcome, seen],
            Html::default(),
        )
    }

    fn reopen(&self) -> Draft {
        let (w, own) = (self.w, verdict::NEW_DUE);
        let due = Field::date(own, w.reopen_due());
        let reason = area(verdict::REOPEN_REASON, w.reason(), REASON.max_chars).hint(w.verify_hint());
        self.form(Done::Reopened, w.send_reopen(), own, vec![due, reason], Html::default())
    }

    fn decide(&self, clause: &Clause) -> Draft {
        let (w, own) = (self.w, chair::ANSWER_REASON);
        let choices = vec![
            Choice::new(chair::GRANT, w.grant(), ""),
            Choice::new(chair::DECLINE, w.decline(), ""),
        ];
        let answer = Field::radios(chair::ANSWER, w.decide_choice(), choices);
        let reason = area(own, w.reason(), REASON.max_chars).hint(w.verify_hint());
        let request = clause.pending_extension().map(|asked| asked.reason.seq.to_string());
        let request = hidden(chair::REQUEST, &request.unwrap_or_default());
        self.form(Done::Decided, w.send_answer(), own, vec![answer, reason], request)
    }
}

fn area(name: &'static str, label: &'static str, max: usize) -> Field<'static> {
    let kind = Kind::Area {
        voice: false,
        chars_max: Some(u32::try_from(max).unwrap_or(u32::MAX)),
    };
    Field::new(name, label, kind)
}
