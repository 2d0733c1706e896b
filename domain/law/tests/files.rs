//! The two files are read strictly: what is unknown, missing or senseless is refused.

use law::{Broken, Holidays, Timetable};

const HOLIDAYS: &str = include_str!("../../../data/law/holidays.toml");
const TERMS: &str = include_str!("../../../data/law/terms.toml");

/// The text with its first `old` made `new`.
fn changed(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

fn sense(broken: Broken) -> String {
    match broken {
        Broken::Sense(what) => what,
        Broken::Shape(what) => panic!("a shape: {what}"),
    }
}

#[test]
fn the_files_of_the_program_are_whole() {
    let holidays = Holidays::read(HOLIDAYS).unwrap();
    assert_eq!(&holidays, law::holidays());
    assert_eq!(holidays.year.len(), 8);
    assert_eq!(Timetable::read(TERMS).unwrap().records(), law::records());
}

#[test]
fn a_wrong_shape_is_refused() {
    for (old, new) in [
        ("days = 1\n", "days = 1\ncolour = \"red\"\n"),
        ("days = 1\n", ""),
        ("days = 1\n", "days = -1\n"),
        ("days = 1\n", "days = \"1\"\n"),
        ("name = \"tet\"", "name = \"tết\""),
        ("until = \"2019-12-31\"", "until = \"2019-02-29\""),
        ("until = \"2019-12-31\"", "until = 2019-12-31"),
        ("reason = \"New Year's Day\", ", ""),
        ("worked = \"2019-01-05\"", "worked = \"5/1/2019\""),
        ("[[year]]", "[[years]]"),
        ("swaps = [", "swap = ["),
        ("[[holiday]]", "[[holiday]"),
    ] {
        let found = Holidays::read(&changed(HOLIDAYS, old, new));
        assert!(matches!(found, Err(Broken::Shape(_))), "{new}: {found:?}");
    }
    for (old, new) in [
        ("count = 1\n", "count = 1\nhours = 2\n"),
        ("count = 1\n", ""),
        ("count = 1\n", "count = 1.5\n"),
        ("\"working_days\"", "\"days\""),
        ("\"reading\"", "\"writing\""),
        ("confirmed = true", "confirmed = \"yes\""),
        ("[[term]]", "[[terms]]"),
    ] {
        let found = Timetable::read(&changed(TERMS, old, new));
        assert!(matches!(found, Err(Broken::Shape(_))), "{new}: {found:?}");
    }
    assert!(matches!(Holidays::read(""), Err(Broken::Shape(_))));
    assert!(matches!(Timetable::read(""), Err(Broken::Shape(_))));
}

#[test]
fn holidays_that_do_not_fit_together_are_refused() {
    for (old, new, told) in [
        ("date = \"2019-02-05\"", "date = \"2019-02-04\"", "stands twice"),
        ("date = \"2019-02-08\"", "date = \"2019-02-09\"", "off anyway"),
        ("worked = \"2019-05-04\"", "worked = \"2019-05-03\"", "worked anyway"),
        ("worked = \"2019-05-04\"", "worked = \"2019-01-05\"", "stands twice"),
        ("off = \"2019-04-29\"", "off = \"2019-04-30\"", "stands twice"),
        ("off = \"2018-12-31\"", "off = \"2018-12-28\"", "not of 2019"),
        ("worked = \"2019-05-04\"", "worked = \"2020-05-09\"", "not of 2019"),
        ("date = \"2019-09-02\"", "date = \"2019-01-02\"", "out of order"),
        ("date = \"2019-09-02\"", "date = \"2020-09-02\"", "not of 2019"),
        (
            "holiday = \"tet\"",
            "holiday = \"victory\"",
            "has 4 days off, the law gives 5",
        ),
        (
            "holiday = \"culture\"",
            "holiday = \"national\"",
            "has 3 days off, the law gives 2",
        ),
        ("until = \"2019-12-31\"", "until = \"2019-12-30\"", "does not follow"),
        ("from = \"2026-07-01\"\n", "from = \"2026-12-01\"\n", "the law gives 0"),
        ("until = \"2020-12-31\"\nbasis", "basis", "has to end the day before"),
        (
            "until = \"2020-12-31\"\nbasis",
            "until = \"2020-12-30\"\nbasis",
            "has to end the day before",
        ),
        (
            "until = \"2020-12-31\"\nbasis",
            "until = \"2012-12-31\"\nbasis",
            "is before",
        ),
        ("name = \"culture\"", "name = \"tet\"", "has to end the day before"),
        (
            "from = \"2026-07-01\"\n",
            "from = \"2026-07-01\"\nuntil = \"2030-12-31\"\n",
            "the last record has no end",
        ),
        (", rests_on = \"the code of 2012, from memory\"", "", "`rests_on`"),
        ("\nrests_on = \"memory of the code\"", "", "`rests_on`"),
        (
            "confirmed = false, rests_on = \"a list",
            "confirmed = true, rests_on = \"a list",
            "`rests_on`",
        ),
    ] {
        let found = sense(Holidays::read(&changed(HOLIDAYS, old, new)).unwrap_err());
        assert!(found.contains(told), "{old} -> {new}: {found}");
    }
}

#[test]
fn a_year_needs_its_neighbours_and_a_source() {
    let (before, rest) = HOLIDAYS.split_once("# ── 2022").unwrap();
    let (_, after) = rest.split_once("# ── 2023").unwrap();
    let without = format!("{before}# 2023{after}");
    assert!(sense(Holidays::read(&without).unwrap_err()).contains("does not follow"));

    let (before, rest) = HOLIDAYS.split_once("sources = [").unwrap();
    let (_, after) = rest.split_once("\n]").unwrap();
    let without = format!("{before}sources = [{after}");
    let without = changed(&without, "sources = [\noff", "sources = []\noff");
    assert!(sense(Holidays::read(&without).unwrap_err()).contains("no source"));
}

#[test]
fn terms_that_do_not_fit_together_are_refused() {
    for (old, new, told) in [
        ("count = 1\n", "count = 0\n", "1 to 3660 days"),
        ("count = 180\n", "count = 3661\n", "1 to 3660 days"),
        ("\"working_days\"", "\"calendar_days\"", "is counted in WorkingDays"),
        ("count = 30\n", "count = 10\n", "do not grow"),
        ("name = \"appeal\"", "name = \"reading\"", "has to end the day before"),
        (
            "from = \"2025-06-16\"\n",
            "from = \"2025-06-16\"\nuntil = \"2026-12-31\"\n",
            "the last record has no end",
        ),
        (
            "from = \"2025-06-16\"\n",
            "from = \"2025-06-16\"\nuntil = \"2024-12-31\"\n",
            "is before",
        ),
        ("rests_on = \"memory of the law", "# \"memory of the law", "`rests_on`"),
    ] {
        let found = sense(Timetable::read(&changed(TERMS, old, new)).unwrap_err());
        assert!(found.contains(told), "{old} -> {new}: {found}");
    }
    let (without, _) = TERMS.split_once("[[term]]\nname = \"erasure\"").unwrap();
    assert!(sense(Timetable::read(without).unwrap_err()).contains("Erasure: no record"));
}
