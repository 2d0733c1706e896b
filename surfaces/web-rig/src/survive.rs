//! What nobody should send, in every form: it comes back whole, in both languages, and nothing is recorded.

use crate::markup::unescaped;
use crate::{Answer, Browser, Office, page_ok};
use web_kit::form::KEY_FIELD;
use web_kit::{Lang, href};

/// A form and what it takes.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    /// Where it is sent, without `/en`.
    pub path: &'a str,
    /// All of its fields as they are right, without the key. Sent once, they are recorded.
    pub good: &'a [(&'a str, &'a str)],
    /// Those of them that are typed freely.
    pub texts: &'a [Text<'a>],
    /// Another right value for one field.
    pub other: (&'a str, &'a str),
}

/// A field that is typed freely.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// Its name.
    pub name: &'a str,
    /// Most characters.
    pub chars_max: usize,
    /// Whether it must be filled in.
    pub required: bool,
}

/// Markup and quotes that would end an attribute.
const HOSTILE: &str = "<script>alert('x')</script><b>\"&'</b>";
/// What no text may hold: no character at all, a bell, and what turns or hides the letters that follow (Unicode TR 36).
const CONTROLS: [&str; 4] = ["a\u{0}b", "\u{7}chuông", "\u{202E}gnòhp năV", "\u{2066}a\u{2069}"];

/// Sends a form wrong in every way and then right, twice. In turn: nothing, fields of another form, each required text
/// left out, empty or blank, each text too long, with hostile markup, with control characters; then the right form two
/// times with one key, which is recorded once, and its key again with other words, which is not.
#[track_caller]
pub fn forms_survive(office: &Office, browser: &Browser<'_>, sample: &Sample<'_>) {
    let size = office.size();
    let key = office.app.token();
    for lang in [Lang::Vi, Lang::En] {
        let run = Run {
            browser,
            sample,
            key: &key,
            path: href(lang, sample.path),
            title: match lang {
                Lang::Vi => "<title>Lỗi: ",
                Lang::En => "<title>Error: ",
            },
        };
        run.of_another_shape();
        for text in sample.texts {
            run.wrong_texts(text);
        }
        let recorded = office.size() - size;
        assert_eq!(recorded, 0, "{}: wrong forms recorded {recorded} entries", run.path);
    }
    sent_twice(office, browser, sample, &key);
}

struct Run<'a> {
    browser: &'a Browser<'a>,
    sample: &'a Sample<'a>,
    key: &'a str,
    path: String,
    title: &'static str,
}

impl Run<'_> {
    /// The good form with its key and one field changed, or left out.
    fn changed<'f>(&'f self, name: &str, value: Option<&'f str>) -> Vec<(&'f str, &'f str)> {
        let fields = self
            .sample
            .good
            .iter()
            .copied()
            .filter_map(|(field, good)| match field == name {
                true => Some((field, value?)),
                false => Some((field, good)),
            });
        fields.chain([(KEY_FIELD, self.key)]).collect()
    }

    #[track_caller]
    fn of_another_shape(&self) {
        if self.sample.texts.iter().any(|text| text.required) {
            page_ok(self.browser.post(&self.path, &[]).is(422));
            let answer = self.browser.post(&self.path, &[("khac", HOSTILE)]);
            page_ok(answer.is(422).says_not("<script>alert"));
        }
    }

    #[track_caller]
    fn wrong_texts(&self, text: &Text<'_>) {
        let long = "ế".repeat(text.chars_max + 1);
        let hostile = format!("{HOSTILE}{}", "😀".repeat(text.chars_max));
        let mut values = vec![Some(long.as_str()), Some(hostile.as_str())];
        values.extend(CONTROLS.map(Some));
        if text.required {
            values.extend([None, Some(""), Some(" \n\t "), Some("\u{200B}\u{200B}")]);
        }
        for value in values {
            let answer = self.browser.post(&self.path, &self.changed(text.name, value));
            self.came_back(&answer, text, value);
        }
    }

    /// The page says what is wrong, where, and keeps everything that was typed.
    #[track_caller]
    fn came_back(&self, answer: &Answer, text: &Text<'_>, value: Option<&str>) {
        let id = format!("f-{}", text.name);
        answer
            .is(422)
            .says(self.title)
            .says("role=\"alert\"")
            .says("aria-invalid=\"true\"")
            .says(&format!("href=\"#{id}\""))
            .says_not("<script>alert");
        assert_eq!(answer.header("cache-control"), "no-store", "{}", answer.asked);
        let form = answer.form_with(text.name);
        // Without its field nobody can tell which form of a page was sent: its key may be another.
        if value.is_some() {
            let key = form.value(KEY_FIELD).unwrap_or_default();
            assert_eq!(key, self.key, "{}: the key is not the one that was sent", answer.asked);
        }
        for kept in self.sample.texts {
            let good = self.sample.good.iter().find(|(name, _)| *name == kept.name);
            let sent = match kept.name == text.name {
                true => value,
                false => good.map(|(_, good)| *good),
            };
            // A field that was not sent shows what stands there.
            let Some(sent) = sent else {
                continue;
            };
            let held = form.value(kept.name).unwrap_or_default();
            assert_eq!(
                held, sent,
                "{}: what was typed into {} is lost",
                answer.asked, kept.name
            );
        }
        page_ok(answer);
    }
}

/// The right form, as by a double click; and its key with other words, as from a page that was left open.
#[track_caller]
fn sent_twice(office: &Office, browser: &Browser<'_>, sample: &Sample<'_>, key: &str) {
    let good = [sample.good, &[(KEY_FIELD, key)]].concat();
    let before = office.size();
    let first = browser.post(sample.path, &good);
    first.is(303);
    let size = office.size();
    assert!(size > before, "{}: the right form recorded nothing", first.asked);
    let second = browser.post(sample.path, &good);
    assert_eq!(
        second.is(303).location(),
        first.location(),
        "{}: another answer",
        second.asked
    );
    assert_eq!(office.size(), size, "{}: sent twice, recorded twice", second.asked);

    let (name, value) = sample.other;
    let other: Vec<(&str, &str)> = good
        .iter()
        .map(|(field, good)| if *field == name { (name, value) } else { (*field, *good) })
        .collect();
    let stale = browser.post(sample.path, &other);
    page_ok(stale.is(422).says("role=\"alert\""));
    let kept = unescaped(stale.html());
    for text in sample.texts {
        let typed = other
            .iter()
            .find(|(field, _)| *field == text.name)
            .map_or("", |(_, typed)| *typed);
        assert!(
            kept.contains(typed),
            "{}: what was typed into {} is lost",
            stale.asked,
            text.name
        );
    }
    let fresh = stale.form_with(name).value(KEY_FIELD).unwrap_or_default();
    assert!(
        !fresh.is_empty() && fresh != key,
        "{}: the page keeps its used key",
        stale.asked
    );
    assert_eq!(office.size(), size, "{}: a used key recorded other words", stale.asked);
}
