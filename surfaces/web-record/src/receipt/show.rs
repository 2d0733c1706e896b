//! A receipt's page, and its files under the same address.

use super::files::{File, file};
use super::next::{Next, next};
use super::story::{StoryWords, list, story};
use super::words::ReceiptWords;
use super::{Receipt, Received, no_receipt, path_of, typed};
use crate::{busy, names, site};
use askama::Template;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use base::code::ReceiptCode;
use base::fact::SealedRef;
use base::vietnamese::{hour_span, number};
use forum::Signature;
use forum::events::{Channel, NAME};
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
    /// What stands under an opinion.
    signed: Option<String>,
    story_title: &'static str,
    story: Html,
    kind: Kind,
    mark: String,
    size: String,
    print: Html,
    proof_href: String,
    json_href: String,
    check_href: String,
    withdraw_href: Option<String>,
    next: Next,
}

/// The sentences that differ between receipts of opinions and of contests.
struct Kind {
    slip: &'static str,
    keep_why: &'static str,
    tells_line: &'static str,
    tells_published: &'static str,
    not_who: &'static str,
    secret: &'static str,
}

fn kind(w: ReceiptWords, receipt: &Receipt) -> Kind {
    match &receipt.what {
        Received::Opinion(opinion) => Kind {
            slip: match opinion.channel {
                Channel::SpokenTurn => w.slip_turn(),
                Channel::Written | Channel::Slip | Channel::Kiosk => w.slip_title(),
            },
            keep_why: w.keep_why(),
            tells_line: w.tells_line(),
            tells_published: w.tells_published(),
            not_who: match opinion.signature {
                Signature::Name(_) => w.not_device(),
                Signature::None | Signature::Role(_) => w.not_who(),
            },
            secret: w.secret(),
        },
        Received::Contest(..) => Kind {
            slip: w.slip_contest(),
            keep_why: w.keep_why_contest(),
            tells_line: w.tells_line_contest(),
            tells_published: w.tells_published_contest(),
            not_who: w.not_who(),
            secret: w.secret_contest(),
        },
    }
}

/// What stands under an opinion.
fn signed(app: &App, scene: &Scene, receipt: &Receipt) -> Option<String> {
    let opinion = receipt.opinion()?;
    let name = match opinion.signature {
        Signature::Name(_) => app.private_words(SealedRef::new(receipt.seq, NAME)),
        Signature::None | Signature::Role(_) => None,
    };
    Some(names::signature(opinion.signature, name.as_deref(), scene.lang))
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
    let (code, path) = (receipt.code.to_string(), receipt.path());
    let url = site::base_url(headers, &scene.settings).map(|base| format!("{base}{}", href(lang, &path)));
    let forum = receipt.forum(scene);
    let next = next(scene, receipt);
    let hour = hour_span(receipt.at, lang);
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
        signed: signed(app, scene, receipt),
        story_title: match receipt.what {
            Received::Opinion(_) => StoryWords(lang).title(),
            Received::Contest(..) => StoryWords(lang).title_contest(),
        },
        story: list(scene, &story(app, scene, receipt)),
        kind: kind(w, receipt),
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
        next,
    });
    let crumbs = vec![Crumb::section(Section::Forums, lang), Crumb::here(w.receipt())];
    let mut frame = scene.frame(w.receipt(), Some(Section::Forums), crumbs);
    frame.noindex = true;
    frame.scripts = true;
    Some(Page::fresh(frame.page(body)).into_response())
}
