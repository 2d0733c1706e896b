//! A look at the words before they are sent: what could point at a person is marked. The author decides; nothing is
//! altered.

use super::ContestWords;
use forum::checker::{Warning, WarningKind};
use web_kit::{Html, escape};

/// Why a sort of words is marked, and what could be done.
const fn why(kind: WarningKind, w: ContestWords) -> &'static str {
    match kind {
        WarningKind::PersonName => w.warn_name(),
        WarningKind::Phone => w.warn_phone(),
        WarningKind::Plate => w.warn_plate(),
        WarningKind::PostWithShift => w.warn_post(),
        WarningKind::Email => w.warn_email(),
        WarningKind::IdNumber => w.warn_id(),
    }
}

/// One sentence a kind, in the order of the text.
pub(super) fn sentences(warnings: &[Warning], w: ContestWords) -> Vec<&'static str> {
    let mut sentences = Vec::new();
    for warning in warnings {
        let sentence = why(warning.kind, w);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The words with the places marked. Of places that overlap, the later one goes on where the earlier ends.
pub(super) fn marked(text: &str, warnings: &[Warning]) -> Html {
    let mut markup = String::new();
    let mut told = 0;
    for warning in warnings {
        let start = warning.start.max(told);
        let (Some(before), Some(place)) = (text.get(told..start), text.get(start..warning.end)) else {
            continue;
        };
        if place.is_empty() {
            continue;
        }
        markup.push_str(&lines(before));
        markup.push_str(&format!("<mark>{}</mark>", lines(place)));
        told = warning.end;
    }
    markup.push_str(&lines(text.get(told..).unwrap_or_default()));
    Html::trusted(markup)
}

fn lines(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warning(start: usize, end: usize, kind: WarningKind) -> Warning {
        Warning { start, end, kind }
    }

    #[test]
    fn places_are_marked_and_words_stay_as_they_are() {
        let text = "a <b>\nxin 7 chu";
        let all = [
            warning(6, 11, WarningKind::PostWithShift),
            warning(10, 15, WarningKind::Phone),
            warning(99, 100, WarningKind::Plate),
        ];
        let shown = marked(text, &all);
        assert_eq!(shown.as_str(), "a &lt;b&gt;<br><mark>xin 7</mark><mark> chu</mark>");
        assert_eq!(marked(text, &[]).as_str(), "a &lt;b&gt;<br>xin 7 chu");
    }

    #[test]
    fn a_kind_is_explained_once() {
        let two = [warning(0, 1, WarningKind::Phone), warning(2, 3, WarningKind::Phone)];
        assert_eq!(sentences(&two, ContestWords(web_kit::Lang::Vi)).len(), 1);
    }
}
