//! A good form survives, and one that does not is found out.

mod common;

use common::{Manner, NAME_CHARS_MAX, routes};
use std::panic::{AssertUnwindSafe, catch_unwind};
use web_rig::{Database, Office, Sample, Text, forms_survive};

const FORM: Sample<'static> = Sample {
    path: "/ghi",
    good: &[("ten", "Kho bạc Nhà nước tỉnh")],
    texts: &[Text {
        name: "ten",
        chars_max: NAME_CHARS_MAX,
        required: true,
    }],
    other: ("ten", "Một cơ quan khác hẳn"),
};

fn sentence(manner: Manner) -> String {
    let office = Office::new(routes(manner));
    office.begin();
    let survived = catch_unwind(AssertUnwindSafe(|| forms_survive(&office, &office.browser(), &FORM)));
    let told = survived.expect_err("a bad form must be found out");
    *told.downcast::<String>().expect("a sentence")
}

#[test]
fn a_good_form_survives_on_every_database() {
    for database in Database::EACH {
        let office = Office::on(database, routes(Manner::Well));
        office.begin();
        let size = office.size();
        forms_survive(&office, &office.browser(), &FORM);
        assert_eq!(office.size(), size + 1, "{database:?}");
    }
}

#[test]
fn lost_words_markup_and_double_entries_are_found_out() {
    for (manner, words) in [
        (Manner::Forgets, "what was typed into ten is lost"),
        (Manner::Raw, "<script>alert"),
        (Manner::Twice, "sent twice, recorded twice"),
    ] {
        let told = sentence(manner);
        assert!(told.contains("/ghi (") && told.contains(words), "{told}");
    }
}
