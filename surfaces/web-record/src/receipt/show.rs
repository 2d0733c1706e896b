//! A receipt's page, and its files under the same address.

use super::files::{File, file};
use super::next::{Next, next};
use super::words::ReceiptWords;
use super::{Receipt, no_receipt, path_of, typed};
use crate::{busy, names, site};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::code::ReceiptCode;
use base::fact::SealedRef;
use base::vietnamese::{hour_span, number};
use forum::Signature;
use forum::events::NAME;
use http::HeaderMap;
use ledger::checkpoint::{self, Checkpoint};
use web_kit::qr::qr;
use web_kit::states::{note_with, print_button};
use web_kit::{Crumb, Html, Icon, Page, Section, escape, href, icon, render, see_other};
use web_scene::{App, Scene};

/// Bytes of a checkpoint's root that a receipt shows.
const MARK_BYTES: usize = 8;

#[derive(Template)]
#[template(path = "receipt/show.html")]
struct Show<'a> {
    w: ReceiptWords,
    note: Html,
    /// The code in its groups; a line may break between them.
    groups: Vec<&'a str>,
    forum: &'a str,
    qr: Option<Html>,
    when: String,
    line: String,
    /// The line's place on the ledger page, once that covers it.
    line_href: Option<String>,
    signed: String,
    mark: String,
    size: String,
    print: Html,
    proof_href: String,
    json_href: String,
    check_href: String,
    withdraw_href: Option<String>,
    has_name: bool,
    next: Next,
}

impl Show<'_> {
    fn tick(&self) -> Html {
        icon(Icon::Check)
    }

    fn cross(&self) -> Html {
        icon(Icon::X)
    }

    fn down(&self) -> Html {
        icon(Icon::Down)
    }
}

/// `/bien-nhan/<code>`, and with `.tlog-proof` or `.json` its files. A code typed otherwise leads to its one spelling.
pub(crate) async fn show(
    State(app): State<App>,
    scene: Scene,
    path: Result<Path<String>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let typed = typed(path);
    let (code, wanted) = File::split(&typed);
    if let Ok(read) = ReceiptCode::parse(code)
        && read.to_string() != code
    {
        let suffix = wanted.map_or("", File::suffix);
        return see_other(&href(scene.lang, &format!("{}{suffix}", path_of(&read))));
    }
    let receipt = match Receipt::find(&scene, code) {
        Ok(receipt) => receipt,
        Err(why) => return no_receipt(&scene, code, why),
    };
    let answer = match wanted {
        Some(wanted) => file(&app, &scene, &receipt, wanted),
        None => page(&app, &scene, &receipt, &headers),
    };
    answer.unwrap_or_else(|| busy(&scene))
}

/// The checkpoint a receipt's proof rests on, read with the log's own key.
pub(super) fn checkpoint_of(app: &App, seq: u64) -> Option<Checkpoint> {
    let proof = app.ledger.proof(seq).ok()?;
    checkpoint::open(&proof.checkpoint, &app.ledger.vkey().parse().ok()?).ok()
}

fn page(app: &App, scene: &Scene, receipt: &Receipt, headers: &HeaderMap) -> Option<Response> {
    let (w, lang) = (ReceiptWords(scene.lang), scene.lang);
    let checkpoint = checkpoint_of(app, receipt.seq)?;
    let opinion = &receipt.opinion;
    let (code, path) = (receipt.code.to_string(), receipt.path());
    let url = site::base_url(headers, &scene.settings).map(|base| format!("{base}{}", href(lang, &path)));
    let forum = scene.world().forums.forums.get(&opinion.forum);
    let name = match opinion.signature {
        Signature::Name(_) => app.private_words(SealedRef::new(receipt.seq, NAME)),
        Signature::None | Signature::Role(_) => None,
    };
    let next = next(scene, receipt);
    let hour = hour_span(opinion.at, lang);
    let told = format!("<b>{}</b> {}", escape(next.headline), escape(&w.received_when(&hour)));
    let mark = base::hex::encode(&checkpoint.root[..MARK_BYTES]);
    let body = render(&Show {
        w,
        note: note_with(next.tone, next.icon, &Html::trusted(told), true),
        groups: code.split('-').collect(),
        forum: forum.map_or("", |forum| scene.shown(forum.title).words()),
        qr: url.and_then(|url| qr(&url, &w.qr_label(&url))),
        when: names::capital(&hour),
        line: number(receipt.seq, lang),
        line_href: (receipt.seq < app.ledger.public().size).then(|| href(lang, &format!("/so-cai?tu={}", receipt.seq))),
        signed: names::signature(opinion.signature, name.as_deref(), lang),
        mark: (0..mark.len())
            .step_by(4)
            .map(|from| &mark[from..from + 4])
            .collect::<Vec<_>>()
            .join(" "),
        size: w.mark_size(checkpoint.size),
        print: print_button(w.print()),
        proof_href: format!("{path}{}", File::Proof.suffix()),
        json_href: format!("{path}{}", File::Json.suffix()),
        check_href: href(lang, &format!("/kiem-chung?ma={code}")),
        withdraw_href: next.withdrawable.then(|| href(lang, &format!("{path}/rut"))),
        has_name: matches!(opinion.signature, Signature::Name(_)),
        next,
    });
    let crumbs = vec![Crumb::section(Section::Forums, lang), Crumb::here(w.receipt())];
    let mut frame = scene.frame(w.receipt(), Some(Section::Forums), crumbs);
    frame.noindex = true;
    frame.scripts = true;
    Some(Page::fresh(frame.page(body)).into_response())
}
