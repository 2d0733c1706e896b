//! The receipt of an opinion: what its holder sees, keeps and can still do.

mod files;
mod next;
mod show;
mod withdraw;
mod words;

pub(crate) use show::show;
pub(crate) use withdraw::{ask as ask_withdraw, withdraw};

use crate::{site, verify};
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::{IntoResponse, Response};
use base::code::{CodeProblem, ReceiptCode};
use base::fact::Digest32;
use forum::Opinion;
use web_kit::states::Trouble;
use web_kit::{Crumb, Page, Section};
use web_scene::Scene;
use words::ReceiptWords;

/// A receipt's code with what the ledger knows of it.
pub(crate) struct Receipt {
    /// The code.
    pub(crate) code: ReceiptCode,
    /// The entry that received the opinion.
    pub(crate) seq: u64,
    /// The opinion.
    pub(crate) opinion: Opinion,
}

/// Why typed characters lead to no receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoReceipt {
    /// They are no code.
    Code(CodeProblem),
    /// No opinion was received under this code.
    Unknown,
}

impl Receipt {
    /// Looks for the receipt of a code as typed.
    pub(crate) fn find(scene: &Scene, typed: &str) -> Result<Receipt, NoReceipt> {
        let code = ReceiptCode::parse(typed).map_err(NoReceipt::Code)?;
        let forums = &scene.world().forums;
        let seq = *forums.receipts.get(&Digest32(code.hash())).ok_or(NoReceipt::Unknown)?;
        let opinion = forums.opinions.get(&seq).cloned().ok_or(NoReceipt::Unknown)?;
        Ok(Receipt { code, seq, opinion })
    }

    /// The receipt's page, without `/en`.
    pub(crate) fn path(&self) -> String {
        path_of(&self.code)
    }
}

fn path_of(code: &ReceiptCode) -> String {
    format!("/bien-nhan/{code}")
}

/// The code in an address; bytes that are no text can't be one.
fn typed(path: Result<Path<String>, PathRejection>) -> String {
    path.map_or_else(|_| "\u{fffd}".to_owned(), |Path(typed)| typed)
}

/// The page for a code without a receipt: what is wrong with it, and the form to try again.
fn no_receipt(scene: &Scene, typed: &str, why: NoReceipt) -> Response {
    let w = ReceiptWords(scene.lang);
    let body = verify::no_receipt(scene.lang, w.none_title(), typed, why);
    let crumbs = vec![Crumb::section(Section::Verify, scene.lang), Crumb::here(w.receipt())];
    let mut frame = scene.frame(w.none_title(), Some(Section::Verify), crumbs);
    frame.path = site::own_path(&scene.path);
    frame.noindex = true;
    frame.has_errors = true;
    frame.scripts = true;
    Page::trouble(Trouble::NotFound, frame.page(body)).into_response()
}
