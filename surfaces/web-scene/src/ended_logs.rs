//! What people are told of logs that ended: why, what was lost with them, and what a receipt is still good for.

use web_kit::states::{Note, note};
use web_kit::{Html, Lang, href, words};
use world::World;
use world::ending::Ending;
use world::events::EndReason;

words! {
    /// What is said of logs that ended.
    pub struct EndedWords;

    missing(first: u64, last: u64) {
        vi: "các dòng từ {first} đến {last} đã ghi mà nay không còn ở đây",
        en: "entries {first} to {last} were acknowledged and are not here any more"
    }
    missing_one(first: u64) {
        vi: "dòng {first} đã ghi mà nay không còn ở đây",
        en: "entry {first} was acknowledged and is not here any more"
    }
    replaced(size: u64) {
        vi: "các dòng ở đây không phải {size} dòng đầu đã ký trước kia",
        en: "the entries here are not the first {size} that were signed before"
    }
    key_lost() { vi: "mất khóa bí mật của sổ", en: "the ledger's secret key was lost" }
    key_exposed() { vi: "khóa bí mật của sổ có thể đã lộ", en: "the ledger's secret key may be in other hands" }
    lost_title() { vi: "Sổ cái đã mất dòng.", en: "The ledger has lost entries." }
    lost(why: &str) {
        vi: "Khi khép sổ cũ: {why}. Ai có biên nhận cấp trước đó mà không mở được ở đây: xin giữ tệp biên nhận và mang tới văn phòng, tệp ấy vẫn chứng minh là đã gửi.",
        en: "When the ledger before ended, {why}. If a receipt given before then cannot be opened here, keep its file and bring it to the office: it still proves what was sent."
    }
    read_more() { vi: "Xem dòng ghi việc này trong sổ cái", en: "See the entry that says so in the ledger" }
}

/// Why a log ended, in the middle of a sentence.
pub fn why(ending: &Ending, lang: Lang) -> String {
    let w = EndedWords(lang);
    match (ending.reason, ending.signed) {
        (EndReason::EntriesMissing, Some(signed)) if signed.size > ending.size + 1 => {
            w.missing(ending.size, signed.size - 1)
        }
        (EndReason::EntriesMissing, _) => w.missing_one(ending.size),
        (EndReason::EntriesReplaced, signed) => w.replaced(signed.map_or(ending.size, |signed| signed.size)),
        (EndReason::KeyLost, _) => w.key_lost().to_owned(),
        (EndReason::KeyExposed, _) => w.key_exposed().to_owned(),
    }
}

/// What everyone is told as long as the record stands: that entries were lost. Nothing when none were.
pub fn notice(world: &World, lang: Lang) -> Html {
    let w = EndedWords(lang);
    let lost = world.ended_logs().filter(|(_, ending)| ending.signed.is_some());
    let notes = lost.map(|(entry, ending)| {
        let (title, text) = (Html::text(w.lost_title()), Html::text(&w.lost(&why(ending, lang))));
        let (to, more) = (href(lang, &format!("/so-cai?tu={entry}")), Html::text(w.read_more()));
        note(
            Note::Late,
            &Html::trusted(format!(r#"<b>{title}</b> {text} <a href="{to}">{more}</a>"#)),
        )
    });
    Html::trusted(notes.map(|note| note.to_string()).collect::<String>())
}
