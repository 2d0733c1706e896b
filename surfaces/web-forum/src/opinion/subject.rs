//! What an opinion is and speaks to: as forms ask it, as addresses carry it, as pages tell it.

use super::SubjectWords;
use forum::Forum;
use forum::events::{About, Nature};
use forum::opinion::Subject;
use web_kit::Errors;
use web_kit::form::{Choice, Field, Kind};
use web_scene::{ForumNames, Scene, address};

/// Field: what the opinion is.
pub(crate) const NATURE: &str = "loai";
/// Field: what it speaks to.
pub(crate) const ABOUT: &str = "ve";
/// In addresses: a paragraph of the report.
pub(crate) const PARAGRAPH: &str = "doan";
/// In addresses: an item of the agenda.
pub(crate) const ITEM: &str = "muc";

/// Characters of a paragraph that stand in a list of choices.
const EXCERPT_CHARS: usize = 70;

/// What an opinion speaks to, as forms carry it: `doan-3`, `muc-2`.
pub(crate) fn spelled(about: About) -> String {
    match about {
        About::Paragraph(number) => format!("{PARAGRAPH}-{number}"),
        About::AgendaItem(number) => format!("{ITEM}-{number}"),
    }
}

/// Reads what [`spelled`] wrote.
pub(crate) fn read(typed: &str) -> Option<About> {
    let (what, number) = typed.split_once('-')?;
    let number = number.parse().ok().filter(|number| *number > 0)?;
    let about = match what {
        PARAGRAPH => About::Paragraph(number),
        ITEM => About::AgendaItem(number),
        _ => return None,
    };
    (spelled(about) == typed).then_some(about)
}

/// Whether there is such a place to speak to: a paragraph of the published report, an item of the agenda.
pub(crate) fn is_there(forum: &Forum, about: About) -> bool {
    match about {
        About::Paragraph(number) => forum.report.published.is_some() && forum.report.paragraph(number).is_some(),
        About::AgendaItem(number) => forum.agenda.item(number).is_some(),
    }
}

/// What an address asks for: `?doan=3`, `?muc=2`; nothing when it names no place of this forum.
pub(crate) fn asked(scene: &Scene, forum: &Forum) -> Option<About> {
    let query = scene.query();
    let number = |name: &str| query.get(name).parse::<u32>().ok();
    let about = number(PARAGRAPH)
        .map(About::Paragraph)
        .or_else(|| number(ITEM).map(About::AgendaItem))?;
    is_there(forum, about).then_some(about)
}

/// The place in words: "Đoạn 3 của báo cáo".
pub(crate) fn place(w: SubjectWords, about: About) -> String {
    match about {
        About::Paragraph(number) => w.paragraph(&number.to_string()),
        About::AgendaItem(number) => w.item(&number.to_string()),
    }
}

/// Where the place is, without `/en`.
pub(crate) fn path(forum: &Forum, about: About) -> String {
    match about {
        About::Paragraph(number) => address::paragraph(forum.no, number),
        About::AgendaItem(_) => address::agenda(forum.no),
    }
}

/// The first words of a text.
pub(crate) fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(EXCERPT_CHARS) else {
        return line;
    };
    let cut = line.get(..end).unwrap_or_default();
    let whole = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
    format!("{whole}…")
}

/// What was chosen, in one line, for the pages after the form: "Câu hỏi · Mục 2 của chương trình"; empty when nothing was.
pub(super) fn told(scene: &Scene, nature: &str, about: &str) -> String {
    let (w, names) = (SubjectWords(scene.lang), ForumNames(scene.lang));
    let nature = Nature::from_name(nature).map(|nature| names.nature(nature).to_owned());
    let about = read(about).map(|about| place(w, about));
    nature.into_iter().chain(about).collect::<Vec<_>>().join(" · ")
}

/// Reads both fields; what they do not know is told.
pub(super) fn judge(w: SubjectWords, forum: &Forum, (nature, about): (&str, &str), errors: &mut Errors) -> Subject {
    let subject = Subject {
        nature: Nature::from_name(nature),
        about: read(about).filter(|about| is_there(forum, *about)),
    };
    if subject.nature.is_none() && !nature.is_empty() {
        errors.add(NATURE, w.nature_unknown());
    }
    if subject.about.is_none() && !about.is_empty() {
        errors.add(ABOUT, w.about_unknown());
    }
    subject
}

/// The field for the nature; it may be left open.
pub(crate) fn nature_field(scene: &Scene, value: &str) -> Field<'static> {
    let (w, names) = (SubjectWords(scene.lang), ForumNames(scene.lang));
    let choices = Nature::ALL.map(|one| Choice::new(one.as_str(), names.nature(one), ""));
    Field::new(NATURE, w.nature(), Kind::Select(choices.to_vec()))
        .value(value.to_owned())
        .optional()
}

/// The field for what it speaks to; none while there is nothing but the forum as a whole.
pub(crate) fn about_field(scene: &Scene, forum: &Forum, value: &str) -> Option<Field<'static>> {
    let w = SubjectWords(scene.lang);
    let mut choices = vec![Choice::new("", w.about_all(), "")];
    let item = |one: &forum::agenda::AgendaItem| {
        let title = excerpt(scene.shown(one.title).words());
        let about = About::AgendaItem(one.item);
        Choice::new(spelled(about), w.choice(&place(w, about), &title), "")
    };
    choices.extend(forum.agenda.items.iter().map(item));
    if forum.report.published.is_some() {
        let sections = forum.report.in_order();
        let paragraphs = sections.iter().flat_map(|(_, section)| section.paragraphs.iter());
        choices.extend(paragraphs.map(|one| {
            let text = excerpt(scene.shown(one.text).words());
            let about = About::Paragraph(one.paragraph);
            Choice::new(spelled(about), w.choice(&place(w, about), &text), "")
        }));
    }
    // What was sent stays, even when it is nowhere to be found: the error beside it says so.
    let is_empty = choices.len() == 1 && value.is_empty();
    let field = Field::new(ABOUT, w.about(), Kind::Select(choices)).value(value.to_owned());
    (!is_empty).then(|| field.hint(w.about_hint()).optional())
}
