//! A receipt, of an opinion or of a contest: what its holder sees, keeps and can still do.

mod act_words;
mod appeal;
mod confirm;
mod files;
mod next;
mod show;
mod story;
mod withdraw;
mod words;

pub(crate) use appeal::{ask as ask_appeal, file as file_appeal};
pub(crate) use confirm::{ask as ask_confirm, confirm};
pub(crate) use show::show;
pub(crate) use withdraw::{ask as ask_withdraw, withdraw};

use crate::{site, verify};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::{IntoResponse, Response};
use base::code::{CodeProblem, ReceiptCode};
use base::fact::{Digest32, Exposure, SealedRef};
use base::number::ForumNo;
use base::time::Hour;
use forum::contest::Contest;
use forum::{ClauseNo, Forum, Opinion};
use web_kit::states::Trouble;
use web_kit::{Crumb, Page, Section};
use web_scene::{Scene, address};
use words::ReceiptWords;

/// A receipt's code with what the ledger knows of it.
pub(crate) struct Receipt {
    /// The code.
    pub(crate) code: ReceiptCode,
    /// The entry that received it.
    pub(crate) seq: u64,
    /// The hour it was received.
    pub(crate) at: Hour,
    /// The forum.
    pub(crate) forum: ForumNo,
    /// What was received.
    pub(crate) what: Received,
}

/// What a receipt was given for.
pub(crate) enum Received {
    /// An opinion, written or spoken.
    Opinion(Box<Opinion>),
    /// A contest, with its number in the forum.
    Contest(u32, Box<Contest>),
}

/// Why typed characters lead to no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoReceipt {
    /// They are no code.
    Code(CodeProblem),
    /// Nothing was received under this code.
    Unknown,
}

impl Receipt {
    /// Looks for the receipt of a code as typed.
    pub(crate) fn find(scene: &Scene, typed: &str) -> Result<Receipt, NoReceipt> {
        let code = ReceiptCode::parse(typed).map_err(NoReceipt::Code)?;
        let digest = Digest32(code.hash());
        let forums = &scene.world().forums;
        if let Some(seq) = forums.receipts.get(&digest) {
            let opinion = forums.opinions.get(seq).ok_or(NoReceipt::Unknown)?;
            return Ok(Receipt {
                code,
                seq: *seq,
                at: opinion.at,
                forum: opinion.forum,
                what: Received::Opinion(Box::new(opinion.clone())),
            });
        }
        let (no, number) = *forums.contest_receipts.get(&digest).ok_or(NoReceipt::Unknown)?;
        let forum = forums.forums.get(&no).ok_or(NoReceipt::Unknown)?;
        let contest = forum.contests.get(&number).ok_or(NoReceipt::Unknown)?;
        Ok(Receipt {
            code,
            seq: contest.seq,
            at: contest.at,
            forum: no,
            what: Received::Contest(number, Box::new(contest.clone())),
        })
    }

    /// The opinion, when it is one's receipt.
    pub(crate) fn opinion(&self) -> Option<&Opinion> {
        match &self.what {
            Received::Opinion(opinion) => Some(opinion),
            Received::Contest(..) => None,
        }
    }

    /// The forum, as it stands now.
    pub(crate) fn forum<'a>(&self, scene: &'a Scene) -> Option<&'a Forum> {
        scene.world().forums.forums.get(&self.forum)
    }

    /// Every sealed field of the entry.
    pub(crate) fn fields(&self, scene: &Scene) -> Vec<SealedRef> {
        scene.world().forums.fields_of_entry(self.seq)
    }

    /// The entry that erased a field of it, or ordered that.
    pub(crate) fn erased_by(&self, scene: &Scene) -> Option<u64> {
        self.fields(scene)
            .into_iter()
            .find_map(|at| match scene.world().exposure_of(at) {
                Exposure::Erased(entry) => Some(entry),
                Exposure::Public | Exposure::Held | Exposure::Private | Exposure::Absent => None,
            })
    }

    /// The receipt's page, without `/en`.
    pub(crate) fn path(&self) -> String {
        path_of(&self.code)
    }
}

/// The clause a contest of a forum is against.
pub(crate) fn contested(forum: ForumNo, contest: &Contest) -> ClauseNo {
    let (directive, clause) = contest.clause;
    ClauseNo {
        forum,
        directive,
        clause,
    }
}

/// How a clause is called in its forum: `1.2`.
pub(crate) fn clause_label(no: ClauseNo) -> String {
    format!("{}.{}", no.directive, no.clause)
}

fn path_of(code: &ReceiptCode) -> String {
    address::receipt(&code.to_string())
}

/// An act under a receipt's address: the receipt of an opinion, or the answer that stands instead of it.
fn of_opinion(scene: &Scene, typed: &str) -> Result<(Receipt, Opinion), Box<Response>> {
    let receipt = Receipt::find(scene, typed).map_err(|why| Box::new(no_receipt(scene, typed, why)))?;
    // A contest is neither taken back, nor confirmed, nor appealed for.
    let opinion = receipt.opinion().cloned();
    let opinion = opinion.ok_or_else(|| Box::new(scene.not_found()))?;
    Ok((receipt, opinion))
}

/// The one spelling of a code typed otherwise, with the act that follows it.
fn elsewhere(scene: &Scene, typed: &str, act: &str) -> Option<Response> {
    let code = ReceiptCode::parse(typed)
        .ok()
        .filter(|code| code.to_string() != typed)?;
    let there = format!("{}/{act}", path_of(&code));
    Some(web_kit::see_other(&web_kit::href(scene.lang, &there)))
}

/// The code in an address; bytes that are no text can't be one.
fn typed(path: Result<Path<String>, PathRejection>) -> String {
    path.map_or_else(|_| "\u{fffd}".to_owned(), |Path(typed)| typed)
}

/// The page for a code without a receipt: what is wrong with it, and the form to try again.
fn no_receipt(scene: &Scene, typed: &str, why: NoReceipt) -> Response {
    let w = ReceiptWords(scene.lang);
    let body = verify::no_receipt(scene, w.none_title(), typed, why);
    let crumbs = vec![Crumb::section(Section::Verify, scene.lang), Crumb::here(w.receipt())];
    let mut frame = scene.frame(w.none_title(), Some(Section::Verify), crumbs);
    frame.path = site::own_path(&scene.path);
    frame.noindex = true;
    frame.has_errors = true;
    frame.scripts = true;
    Page::trouble(Trouble::NotFound, frame.page(body)).into_response()
}

/// Where the pages of a holder's acts stand.
fn crumbs(scene: &Scene, receipt: &Receipt, here: &'static str) -> Vec<Crumb> {
    vec![
        Crumb::section(Section::Forums, scene.lang),
        Crumb::link(ReceiptWords(scene.lang).receipt(), receipt.path()),
        Crumb::here(here),
    ]
}
