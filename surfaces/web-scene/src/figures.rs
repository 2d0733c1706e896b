//! How many said what of an opinion, as every page shows it: bars beside their words, under the table of small numbers.

use askama::Template;
use base::time::Date;
use forum::small_numbers::{Counts, Share, Shown};
use forum::{Forum, Stage, small_numbers};
use web_kit::{Html, Lang, render, words};

words! {
    /// What stands beside the bars.
    pub struct FigureWords;

    agree() { vi: "Đồng ý", en: "Agree" }
    disagree() { vi: "Không đồng ý", en: "Disagree" }
    pass() { vi: "Chưa rõ", en: "Not sure" }
    took_part(n: u32) { vi: "{n} người đã bày tỏ. Từ 10 người trở lên mới hiện số đếm.", en_one: "One person answered. Counts show from 10 on.", en: "{n} people answered. Counts show from 10 on." }
    nobody() { vi: "Chưa có ai bày tỏ.", en: "Nobody has answered yet." }
    fewer(n: u32) { vi: "Đang nhận thì chỉ đếm phiếu mời, và từ {n} phiếu mới hiện. Đóng rồi có số đầy đủ.", en: "While votes are open only slips are counted, and shown from {n} on. The full figures come after closing." }
    about() { vi: "Đang nhận: chỉ phiếu mời, đổi từng bước 5 người. Đóng rồi có số đầy đủ.", en: "Votes are open: slips alone, in steps of 5. The full figures come after closing." }
    interval(low: &str, high: &str) { vi: "Khoảng tin cậy 95%: {low} đến {high} đồng ý.", en: "95% interval: {low} to {high} agree." }
}

struct Part {
    count: String,
    share: String,
}

#[derive(Template)]
#[template(path = "figures.html")]
struct Bars {
    w: FigureWords,
    agree: Part,
    disagree: Part,
    pass: Part,
    /// Right ends of the three bars, in tenths of a per cent, and the two gaps.
    agree_end: String,
    disagree_end: String,
    disagree_width: String,
    gaps: [String; 2],
    about: bool,
    interval: String,
}

/// Thousandths as "86%".
pub fn percent(permille: u32) -> String {
    format!("{}%", (permille + 5) / 10)
}

fn tenths(permille: u32) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

fn bars(lang: Lang, counts: Counts, shares: Option<[Share; 3]>, about: bool) -> Html {
    let answers = counts.answers().max(1);
    let permille = |some: u32| (u64::from(some) * 1_000 / u64::from(answers)) as u32;
    let (agree, disagree) = (permille(counts.agree), permille(counts.agree + counts.disagree));
    let part = |count: u32, at: usize| Part {
        count: base::vietnamese::number(count, lang),
        share: shares.map_or_else(String::new, |shares| percent(shares[at].permille)),
    };
    let interval = match shares {
        Some([agree, ..]) if !about => FigureWords(lang).interval(&percent(agree.low), &percent(agree.high)),
        _ => String::new(),
    };
    render(&Bars {
        w: FigureWords(lang),
        agree: part(counts.agree, 0),
        disagree: part(counts.disagree, 1),
        pass: part(counts.pass, 2),
        agree_end: tenths(agree),
        disagree_end: tenths(disagree),
        disagree_width: tenths(disagree - agree),
        gaps: [tenths(agree.saturating_sub(2)), tenths(disagree.saturating_sub(2))],
        about,
        interval,
    })
}

/// What may be shown of an opinion's answers, as it stands on a page. `open`: votes are still taken.
pub fn figures(lang: Lang, shown: Shown, open: bool) -> Html {
    let w = FigureWords(lang);
    match shown {
        Shown::TookPart(_) if open => paragraph(&w.fewer(small_numbers::COUNTS_FROM)),
        Shown::TookPart(0) => paragraph(w.nobody()),
        Shown::TookPart(answers) => paragraph(&w.took_part(answers)),
        Shown::Counts(counts) => bars(lang, counts, None, open),
        Shown::Shares(counts, shares) => bars(lang, counts, Some(shares), open),
    }
}

fn paragraph(words: &str) -> Html {
    Html::trusted(format!(r#"<p class="meta gap-s">{}</p>"#, web_kit::escape(words)))
}

/// What may be shown of an opinion's answers now: exact once votes were published, in steps while they are taken.
pub fn shown_of(forum: &Forum, number: u32) -> (Shown, bool) {
    let tally = forum.votes.tallies.get(&number);
    if forum.votes_published.is_some() {
        return (
            small_numbers::closed(tally.map(|tally| tally.all()).unwrap_or_default()),
            false,
        );
    }
    (
        small_numbers::open(tally.map(|tally| tally.shown).unwrap_or_default()),
        true,
    )
}

/// Until when votes are taken; none once they are not.
pub fn votes_until(forum: &Forum, now: base::time::Minute) -> Option<Date> {
    (forum.stage_at(now) == Stage::Collecting).then_some(forum.closes)
}
