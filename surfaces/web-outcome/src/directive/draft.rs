//! A directive as it stands in its form: rows of clauses that come and go by submit buttons, nothing typed lost.

use super::DirectiveWords;
use base::fact::OrganisationId;
use forum::Forum;
use forum::conclusion::{
    ADDRESSEE, CLAUSES_MAX, ClauseDraft, DIRECTIVE_TEXT, Directive, DirectiveDraft, MEASURE, TASK, WORKING_DAYS_MAX,
};
use forum::events::EvidenceSort;
use web_kit::Lang;
use web_scene::{App, Sheet};

pub(super) const ADDRESSED: &str = "gui";
pub(super) const TEXT: &str = "loi";
pub(super) const FINDING: &str = "nhan-dinh";
/// The submit button that adds a row; `bo` with a number removes one.
pub(super) const ADD: &str = "them";
pub(super) const REMOVE: &str = "bo";
/// How many rows the form has.
pub(super) const ROWS: &str = "so-viec";

/// The field of a row.
pub(super) fn field(stem: &str, row: usize) -> String {
    format!("{stem}-{row}")
}

/// A clause as it was typed.
#[derive(Clone, Default)]
pub(super) struct TypedClause {
    pub(super) task: String,
    pub(super) measure: String,
    pub(super) owner: String,
    pub(super) verifier: String,
    pub(super) days: String,
    pub(super) evidence: Vec<String>,
}

/// A directive as it was typed.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) addressee: String,
    pub(super) text: String,
    pub(super) findings: Vec<String>,
    pub(super) clauses: Vec<TypedClause>,
}

impl Typed {
    /// A form with one empty clause.
    pub(super) fn fresh() -> Typed {
        Typed {
            clauses: vec![TypedClause::default()],
            ..Typed::default()
        }
    }

    /// The saved draft.
    pub(super) fn saved(app: &App, directive: &Directive) -> Typed {
        let words = |at| app.private_words(at).unwrap_or_default();
        let clause = |clause: &forum::clause::Clause| TypedClause {
            task: words(clause.task),
            measure: words(clause.measure),
            owner: clause.owner.0.to_string(),
            verifier: clause.verifier.0.to_string(),
            days: clause.working_days.to_string(),
            evidence: clause.needs.iter().map(|sort| sort.as_str().to_owned()).collect(),
        };
        Typed {
            addressee: words(directive.addressee),
            text: words(directive.text),
            findings: directive.findings.iter().map(u32::to_string).collect(),
            clauses: directive.clauses.iter().map(clause).collect(),
        }
    }

    /// What a form sent.
    pub(super) fn sent(sheet: &Sheet) -> Typed {
        let rows = sheet.typed(ROWS).parse::<usize>().unwrap_or(1).clamp(1, CLAUSES_MAX);
        let typed = |stem: &str, row: usize| sheet.typed(&field(stem, row)).to_owned();
        let clause = |row: usize| TypedClause {
            task: typed("viec", row),
            measure: typed("do", row),
            owner: typed("chu-tri", row),
            verifier: typed("tham-tra", row),
            days: typed("ngay", row),
            evidence: sheet
                .fields()
                .all(&field("bang-chung", row))
                .map(str::to_owned)
                .collect(),
        };
        Typed {
            addressee: sheet.typed(ADDRESSED).to_owned(),
            text: sheet.typed(TEXT).to_owned(),
            findings: sheet.fields().all(FINDING).map(str::to_owned).collect(),
            clauses: (1..=rows).map(clause).collect(),
        }
    }

    /// Carries out the button that adds or removes a row; false when another one was pressed.
    pub(super) fn change_rows(&mut self, sheet: &mut Sheet, lang: Lang) -> bool {
        if sheet.has(ADD) {
            if self.clauses.len() < CLAUSES_MAX {
                self.clauses.push(TypedClause::default());
            } else {
                sheet.notice = DirectiveWords(lang).too_many(CLAUSES_MAX);
            }
            return true;
        }
        match sheet.typed(REMOVE).parse::<usize>() {
            Ok(row) if (1..=self.clauses.len()).contains(&row) && self.clauses.len() > 1 => {
                self.clauses.remove(row - 1);
                true
            }
            _ => sheet.has(REMOVE),
        }
    }

    /// The draft to record; what is wrong goes to the sheet's errors.
    pub(super) fn read(
        &self,
        sheet: &mut Sheet,
        forum: &Forum,
        lang: Lang,
        directive: Option<u32>,
        over: Option<u64>,
    ) -> Option<DirectiveDraft> {
        let w = DirectiveWords(lang);
        let addressee = sheet.text(ADDRESSED, w.what_addressee(), &ADDRESSEE);
        let text = sheet.text(TEXT, w.what_text(), &DIRECTIVE_TEXT);
        let mut clauses = Vec::new();
        for row in 1..=self.clauses.len() {
            clauses.push(self.clause(sheet, w, row));
        }
        let known = |number: &u32| forum.findings.contains_key(number);
        Some(DirectiveDraft {
            directive,
            over,
            findings: self
                .findings
                .iter()
                .filter_map(|typed| typed.parse().ok())
                .filter(known)
                .collect(),
            addressee: addressee?,
            text: text?,
            clauses: clauses.into_iter().collect::<Option<Vec<ClauseDraft>>>()?,
        })
    }

    fn clause(&self, sheet: &mut Sheet, w: DirectiveWords, row: usize) -> Option<ClauseDraft> {
        let typed = self.clauses.get(row - 1)?;
        let task = sheet.text(&field("viec", row), w.what_task(), &TASK);
        let measure = sheet.text(&field("do", row), w.what_measure(), &MEASURE);
        let organisation = |typed: &str| typed.parse::<u32>().ok().map(OrganisationId);
        let (owner, verifier) = (organisation(&typed.owner), organisation(&typed.verifier));
        if owner.is_none() {
            sheet.errors.add(field("chu-tri", row), w.owner_missing());
        }
        if verifier.is_none() || verifier == owner {
            sheet.errors.add(field("tham-tra", row), w.verifier_missing());
        }
        let days = typed.days.trim().parse::<u32>().ok();
        let days = days.filter(|days| (1..=WORKING_DAYS_MAX).contains(days));
        if days.is_none() {
            sheet.errors.add(field("ngay", row), w.days_wrong(WORKING_DAYS_MAX));
        }
        let evidence: Vec<EvidenceSort> = typed
            .evidence
            .iter()
            .filter_map(|one| EvidenceSort::from_name(one))
            .collect();
        if evidence.is_empty() {
            sheet.errors.add(field("bang-chung", row), w.evidence_missing());
        }
        Some(ClauseDraft {
            owner: owner?,
            verifier: verifier.filter(|verifier| Some(*verifier) != owner)?,
            working_days: days?,
            evidence: (!evidence.is_empty()).then_some(evidence)?,
            task: task?,
            measure: measure?,
        })
    }

    /// The words that make the act the same when it is sent again.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut parts = vec![self.addressee.clone(), self.text.clone(), self.findings.join(",")];
        for clause in &self.clauses {
            parts.extend([
                clause.task.clone(),
                clause.measure.clone(),
                clause.owner.clone(),
                clause.verifier.clone(),
                clause.days.clone(),
                clause.evidence.join(","),
            ]);
        }
        parts
    }
}
