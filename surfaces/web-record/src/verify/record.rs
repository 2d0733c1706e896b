//! How the record stands: what anyone should see before they trust it.

use super::words::VerifyWords;
use askama::Template;
use base::vietnamese::number;
use ledger::machine::Machine;
use web_kit::{Html, href, render};
use web_scene::{App, Scene, ended_logs};

#[derive(Template)]
#[template(path = "verify/record.html")]
struct Record {
    w: VerifyWords,
    facts: Vec<Fact>,
    vkey: String,
    command: String,
    book_href: String,
}

struct Fact {
    name: &'static str,
    value: String,
    /// Something a reader should notice.
    wrong: bool,
    /// A code, not words.
    code: bool,
}

/// The section about the record. `base` is the address of this site.
pub(super) fn record(app: &App, scene: &Scene, base: Option<&str>) -> Html {
    let (w, lang) = (VerifyWords(scene.lang), scene.lang);
    let public = app.ledger.public();
    let troubles = app.ledger.troubles();
    let count = |n: u64| if n == 0 { w.none().to_owned() } else { number(n, lang) };
    let fact = |name, value, wrong| Fact {
        name,
        value,
        wrong,
        code: false,
    };
    let (faults, missing) = (scene.world().faults(), scene.view.text_faults);
    let shown = match scene.settings.publish_every_seconds {
        0 => w.public_size_now(public.size),
        seconds => w.public_size_value(public.size, seconds),
    };
    let mut facts = vec![
        fact(w.public_size(), shown, false),
        Fact {
            code: true,
            ..fact(w.public_root(), base::hex::encode(&public.root), false)
        },
        fact(w.faults(), count(faults), faults > 0),
        fact(w.text_faults(), count(missing), missing > 0),
        fact(w.witnesses(), w.witnesses_none().to_owned(), true),
    ];
    let high_water = match (scene.settings.high_water, &troubles.high_water) {
        (true, None) => (w.high_water_kept(), false),
        (true, Some(_)) => (w.high_water_failing(), true),
        (false, _) => (w.high_water_not(), true),
    };
    facts.push(fact(w.high_water(), high_water.0.to_owned(), high_water.1));
    // What the system said stays in the office's log: it may name places of this machine.
    for (trouble, name) in [
        (&troubles.snapshots, w.trouble_snapshots()),
        (&troubles.forgetting, w.trouble_forgetting()),
    ] {
        if trouble.is_some() {
            facts.push(fact(w.trouble(), name.to_owned(), true));
        }
    }
    for (entry, ending) in scene.world().ended_logs() {
        let why = ended_logs::why(ending, lang);
        let told = w.ended_log_value(ending.ended.name(), entry, &why);
        facts.push(fact(w.ended_log(), told, ending.signed.is_some()));
    }
    if app.ledger.is_stopped() {
        facts.push(fact(w.trouble(), w.stopped().to_owned(), true));
    }
    render(&Record {
        w,
        facts,
        vkey: app.ledger.vkey(),
        command: format!("langnghe verify {}", base.unwrap_or(&scene.settings.origin)),
        book_href: href(lang, "/so-cai"),
    })
}
