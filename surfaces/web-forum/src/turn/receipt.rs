//! The speaker's receipt, to be handed over: shown in the answer to the form, printed, kept nowhere.

use super::{TurnWords, path};
use askama::Template;
use base::code::ReceiptCode;
use forum::Forum;
use web_kit::states::print_button;
use web_kit::{Html, href, qr, render};
use web_scene::said::paragraph;
use web_scene::work::desk_page;
use web_scene::{App, Host, Sheet, Shown, Staff, address};

#[derive(Template)]
#[template(path = "turn/receipt.html")]
struct Body<'a> {
    w: TurnWords,
    forum: String,
    summary: Html,
    groups: Vec<&'a str>,
    qr: Html,
    how: String,
    back: String,
    print: Html,
}

/// The page with the code.
pub(super) fn page(
    app: &App,
    staff: &Staff,
    forum: &Forum,
    host: &Host,
    (code, statement): (&ReceiptCode, &str),
) -> String {
    let (scene, lang) = (&staff.scene, staff.scene.lang);
    let w = TurnWords(lang);
    let code = code.to_string();
    // The speaker reads the receipt in Vietnamese, whatever language the clerk works in.
    let link = format!("{}{}", host.site(app.settings.tls), address::receipt(&code));
    let body = render(&Body {
        w,
        forum: scene.forum_title(forum),
        summary: paragraph(scene, Shown::Words(statement), "say"),
        groups: code.split('-').collect(),
        qr: qr::qr(&link, w.qr()).unwrap_or_default(),
        how: w.how(&format!("{}{}", host.name(), web_scene::address::VERIFY)),
        back: href(lang, &path(forum)),
        print: print_button(w.print()),
    });
    desk_page(
        staff,
        forum,
        w.receipt_title(),
        &path(forum),
        &Sheet::fresh(lang),
        &body,
    )
}
