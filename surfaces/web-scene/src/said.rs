//! What somebody said, as it stands on a page: the words, or why they are not there.

use crate::names::{Names, in_sentence};
use crate::{Scene, Sheet, Shown};
use askama::Template;
use base::fact::SealedRef;
use web_kit::{Html, escape, href, render, words};

words! {
    /// What stands where words are missing.
    pub struct SaidWords;

    erased() { vi: "Chữ này đã xóa.", en: "These words were erased." }
    erased_by(basis: &str) { vi: "Đã xóa theo {basis}", en: "Erased: {basis}" }
    entry(n: u64) { vi: "dòng {n} của sổ", en: "entry {n} of the ledger" }
    unreadable() { vi: "Chữ này tạm thời chưa đọc được từ kho. Thử lại sau ít phút.", en: "These words cannot be read from the store at the moment. Try again in a few minutes." }
    you_typed() { vi: "Chữ ông/bà vừa gõ, còn đây để chép lại:", en: "What you typed, kept here to be copied:" }
    hidden() { vi: "Chữ này không công khai.", en: "These words are not public." }
}

#[derive(Template)]
#[template(path = "said.html")]
struct Said<'a> {
    w: SaidWords,
    class: &'a str,
    shown: Shown<'a>,
    lines: Vec<&'a str>,
    basis: String,
    entry: String,
    link: String,
}

/// A public field as a paragraph of this class (`say` for an opinion), or the reason why its words are not there.
pub fn said(scene: &Scene, at: SealedRef, class: &str) -> Html {
    paragraph(scene, scene.shown(at), class)
}

/// A public field within a line or a heading, or why its words are not there.
pub fn said_inline(scene: &Scene, at: SealedRef) -> Html {
    let w = SaidWords(scene.lang);
    match scene.shown(at) {
        Shown::Words(words) => inline(words),
        Shown::Erased(_) => Html::text(w.erased()),
        Shown::Unreadable => Html::text(w.unreadable()),
        Shown::Hidden => Html::text(w.hidden()),
    }
}

/// Somebody's words within a line.
pub fn inline(words: &str) -> Html {
    Html::trusted(format!(
        r#"<span dir="auto" lang="vi">{}</span>"#,
        web_kit::escape(words)
    ))
}

/// What was typed in a field whose form is gone, since somebody else has done it meanwhile: to be copied, not lost.
pub fn typed_words(scene: &Scene, sheet: &Sheet, field: &str) -> Html {
    let typed = sheet.typed(field);
    if typed.trim().is_empty() {
        return Html::default();
    }
    let words = paragraph(scene, Shown::Words(typed), "voice");
    let label = escape(SaidWords(scene.lang).you_typed());
    Html::trusted(format!(
        r#"<div class="card gap-s"><p class="meta">{label}</p>{words}</div>"#
    ))
}

/// Words in their paragraph, line by line.
pub fn paragraph(scene: &Scene, shown: Shown<'_>, class: &str) -> Html {
    let w = SaidWords(scene.lang);
    let (basis, entry, link) = match shown {
        Shown::Erased(entry) => {
            let why = basis(scene, entry).map_or_else(|| w.erased().to_owned(), |why| w.erased_by(&why));
            (why, w.entry(entry), href(scene.lang, &format!("/so-cai?tu={entry}")))
        }
        _ => Default::default(),
    };
    render(&Said {
        w,
        class,
        shown,
        lines: shown.words().lines().collect(),
        basis,
        entry,
        link,
    })
}

fn basis(scene: &Scene, entry: u64) -> Option<String> {
    let order = scene
        .world()
        .erasures
        .values()
        .find(|order| order.ordered == entry || order.erased == Some(entry))?;
    Some(in_sentence(Names(scene.lang).basis(order.basis)))
}
