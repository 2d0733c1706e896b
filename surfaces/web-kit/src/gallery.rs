//! Every component on one page, for the eyes of those who build screens. The values are samples.

mod words;

use crate::form::{Choice, Kind};
use crate::states::{Note, empty, note, note_with, print_button, state};
use crate::{
    Crumb, Errors, Field, Form, Frame, FrameKind, Html, Icon, Lang, LegacyVisits, Section, Theme, Visits, icon, qr,
    render,
};
use askama::Template;
use base::time::Date;
use words::GalleryWords;

/// Colours of the sheet: the fill's class and the name.
type Swatch = (&'static str, &'static str);

#[derive(Template)]
#[template(path = "gallery/gallery.html")]
struct Gallery {
    w: GalleryWords,
    swatches: Vec<Swatch>,
    states: Vec<Html>,
    summary: Html,
    form: Html,
    notes: Vec<Html>,
    empty: Html,
    print: Html,
    qr: Html,
    lines: Vec<&'static str>,
    icons: &'static [Icon],
}

impl Gallery {
    fn i(&self, shown: &Icon) -> Html {
        icon(*shown)
    }

    fn dash(&self) -> Html {
        icon(Icon::Pass)
    }

    fn tick(&self) -> Html {
        icon(Icon::Check)
    }

    fn cross(&self) -> Html {
        icon(Icon::X)
    }

    fn closed_eye(&self) -> Html {
        icon(Icon::Anon)
    }
}

/// The page of all components in a language, following the system's light or dark.
pub fn gallery(lang: Lang) -> String {
    gallery_in(lang, None)
}

/// The page of all components in a language and a theme.
pub fn gallery_in(lang: Lang, theme: Option<Theme>) -> String {
    let w = GalleryWords(lang);
    let mut errors = Errors::new();
    errors.add("y_kien", w.error_opinion());
    errors.add("ten", w.error_name());
    let body = render(&Gallery {
        w,
        swatches: vec![
            ("f-brand", w.water()),
            ("f-band", w.band()),
            ("f-accent", w.turmeric()),
            ("f-bg", w.mist()),
            ("f-sunken", w.stone()),
            ("f-ink", w.ink()),
            ("vb-a", w.agree()),
            ("vb-d", w.disagree()),
            ("vb-p", w.unsure()),
            ("f-ok", w.done()),
            ("f-warn", w.waiting()),
            ("f-danger", w.overdue()),
        ],
        states: vec![
            state(Note::Ok, Icon::Check, w.done()),
            state(Note::Plain, Icon::Clock, w.going_on()),
            state(Note::Warn, Icon::Eye, w.waiting()),
            state(Note::Late, Icon::Alert, w.overdue()),
        ],
        summary: errors.summary(lang),
        form: sample_form(lang, w, &errors),
        notes: vec![
            note_with(Note::Plain, Icon::Lock, &Html::text(w.note_plain()), false),
            note(Note::Ok, &Html::text(w.note_ok())),
            note(Note::Warn, &Html::text(w.note_warn())),
            note(Note::Late, &Html::text(w.note_late())),
        ],
        empty: empty(lang, w.empty_title(), w.empty_text(), Some(("/dien-dan/", w.write()))),
        print: print_button(w.print()),
        qr: qr::qr("https://langnghe.example/bien-nhan/LN-7K2MQX4D91ABCDEF42", w.qr_label()).unwrap_or_default(),
        lines: vec![w.step_1(), w.step_2(), w.step_3(), w.step_4(), w.step_5(), w.step_6()],
        icons: Icon::ALL,
    });
    let frame = Frame {
        lang,
        path: "/bo-thanh-phan",
        title: w.title(),
        today: Date::new(2024, 7, 25).unwrap_or(Date::MIN),
        office: w.office(),
        section: Some(Section::Forums),
        crumbs: vec![Crumb::section(Section::Forums, lang), Crumb::here(w.title())],
        theme,
        noindex: true,
        has_errors: false,
        icons: &[],
        kind: FrameKind::Public,
        visits: Some(Visits {
            online: 43,
            today: 962,
            total: 128,
            since: Date::new(2024, 7, 25).unwrap_or(Date::MIN),
            today_at_least: false,
            total_at_least: false,
            legacy: Some(LegacyVisits {
                total: 363_100,
                as_of: Date::new(2024, 7, 25).unwrap_or(Date::MIN),
            }),
        }),
        emblem: None,
        contact: Some(w.contact()),
        scripts: true,
        feed: None,
        demo: None,
    };
    frame.page(&body)
}

fn sample_form(lang: Lang, w: GalleryWords, errors: &Errors) -> Html {
    let signing = vec![
        Choice::new("khong", w.unsigned(), w.unsigned_about()),
        Choice::new("co", w.signed(), w.signed_about()),
    ];
    let places = vec![Choice::new("1", w.place_1(), ""), Choice::new("2", w.place_2(), "")];
    Form::new(lang, "/bo-thanh-phan", w.send())
        .key("0")
        .field(
            Field::voice("y_kien", w.opinion(), 280)
                .hint(w.opinion_hint())
                .value(w.too_short())
                .errors(errors),
        )
        .field(Field::radios("ky", w.how_signed(), signing).value("khong"))
        .field(Field::text("ten", w.name()).errors(errors))
        .field(Field::date("ngay", w.day()).optional())
        .field(Field::new("noi", w.place(), Kind::Select(places)).value("2"))
        .html()
}
