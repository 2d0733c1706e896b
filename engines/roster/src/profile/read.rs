//! Reads `data/law/rest.toml` and refuses what does not fit together.

use super::{Employer, Name, Profile, Profiles, Rule, TextId, Unit};
use crate::span::DAY;
use serde::Deserialize;
use std::collections::BTreeMap;
use thiserror::Error;

/// Greatest value that is believed: the minutes of two months.
const VALUE_MAX: u32 = 62 * DAY;

/// Why records of rest can't be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Broken {
    /// It is not TOML, or a key is missing, unknown or of a wrong type.
    #[error("{0}")]
    Shape(String),
    /// What stands in it does not fit together.
    #[error("{0}")]
    Sense(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "text")]
    texts: Vec<Text>,
    #[serde(rename = "rule")]
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    id: TextId,
    vi: String,
}

impl Name {
    /// The unit that code counts it in.
    fn unit(self) -> Unit {
        match self {
            Self::NightStarts | Self::NightEnds => Unit::MinuteOfDay,
            Self::NightsInARow => Unit::Nights,
            Self::MonthlyRestDays => Unit::Days,
            _ => Unit::Minutes,
        }
    }
}

pub(super) fn profiles(text: &str) -> Result<Profiles, Broken> {
    let File { texts, rules } = toml::from_str(text).map_err(|error| Broken::Shape(error.to_string()))?;
    let texts: BTreeMap<TextId, String> = texts.into_iter().map(|text| (text.id, text.vi)).collect();
    for rule in &rules {
        check_rule(rule)?;
        if !texts.contains_key(&rule.basis) {
            return Err(sense(rule, "rests on a text that is not there"));
        }
    }
    Ok(Profiles {
        agency: profile(Employer::AgencyGuard, &rules)?,
        force: profile(Employer::Force, &rules)?,
        texts,
    })
}

/// What a record must be by itself.
pub(super) fn check_rule(rule: &Rule) -> Result<(), Broken> {
    let is_of_day = rule.unit == Unit::MinuteOfDay;
    if rule.unit != rule.name.unit() {
        return Err(sense(rule, &format!("is counted in {:?}", rule.name.unit())));
    }
    if rule.value > VALUE_MAX || (is_of_day && rule.value >= DAY) || (!is_of_day && rule.value == 0) {
        return Err(sense(rule, "has a value that can't be meant"));
    }
    if rule.until.is_some_and(|until| until < rule.from) {
        return Err(sense(rule, "ends before it begins"));
    }
    if rule.confirmed == rule.rests_on.is_some() {
        return Err(sense(
            rule,
            "`rests_on` stands where `confirmed` is false, and only there",
        ));
    }
    Ok(())
}

fn profile(employer: Employer, rules: &[Rule]) -> Result<Profile, Broken> {
    let mut law: BTreeMap<Name, Vec<Rule>> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| rule.profile == employer) {
        law.entry(rule.name).or_default().push(rule.clone());
    }
    for rules in law.values() {
        check_chain(rules)?;
    }
    for needed in [Name::NightStarts, Name::NightEnds, Name::NightLeast] {
        if !law.contains_key(&needed) {
            return Err(Broken::Sense(format!("{employer:?}: no record of {needed:?}")));
        }
    }
    if law.contains_key(&Name::WeeklyRest) && law.contains_key(&Name::MonthlyRestDays) {
        return Err(Broken::Sense(format!(
            "{employer:?}: rest is weekly or monthly, not both"
        )));
    }
    if law.contains_key(&Name::LongTour) != law.contains_key(&Name::RestAfterLongTour) {
        return Err(Broken::Sense(format!(
            "{employer:?}: a long tour and the rest after it come together"
        )));
    }
    Ok(Profile::new(law))
}

/// Refuses records of one name that leave a gap, overlap, are out of order or end for good.
fn check_chain(rules: &[Rule]) -> Result<(), Broken> {
    for (rule, next) in rules.iter().zip(rules.iter().skip(1)) {
        if rule.until.map(|until| until.add_days(1)) != Some(next.from) {
            return Err(sense(rule, &format!("has to end the day before {}", next.from)));
        }
    }
    match rules.last() {
        Some(last) if last.until.is_some() => Err(sense(last, "is the last and has an end")),
        _ => Ok(()),
    }
}

fn sense(rule: &Rule, what: &str) -> Broken {
    Broken::Sense(format!("{:?} {:?} from {}: {what}", rule.profile, rule.name, rule.from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::REST;

    /// The file with one piece of it replaced, once.
    fn with(old: &str, new: &str) -> Result<Profiles, Broken> {
        assert!(REST.contains(old), "{old}");
        Profiles::read(&REST.replacen(old, new, 1))
    }

    #[test]
    fn the_file_can_be_read() {
        let profiles = Profiles::read(REST).unwrap();
        let agency = profiles.of(Employer::AgencyGuard);
        let day = |text: &str| text.parse().unwrap();
        for (name, on, value, text) in [
            (Name::MonthMinutes, "2020-12-31", 238 * 60, "labour_code_2012_106"),
            (Name::MonthMinutes, "2021-01-01", 248 * 60, "labour_code_2019_107"),
            (Name::RestBetweenTours, "2019-06-01", 720, "labour_code_2012_109"),
            // before the first record the first one holds
            (Name::RestBetweenTours, "2001-06-01", 720, "labour_code_2012_109"),
        ] {
            let rule = agency.on(name, day(on)).unwrap();
            assert_eq!(
                (rule.value, rule.basis.to_string().as_str()),
                (value, text),
                "{name:?} {on}"
            );
            assert!(profiles.text(&rule.basis).is_some());
        }
        let force = profiles.of(Employer::Force);
        assert!(
            force.rules().all(|rule| !rule.confirmed),
            "no rule of the force was read"
        );
        assert_eq!(force.on(Name::WeeklyRest, day("2024-01-01")), None);
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        for (old, new, why) in [
            ("value = 720", "value = 0", "can't be meant"),
            ("value = 1320", "value = 1440", "can't be meant"),
            ("unit = \"nights\"", "unit = \"days\"", "is counted in Nights"),
            (
                "until = \"2020-12-31\"",
                "until = \"2020-12-30\"",
                "has to end the day before 2021-01-01",
            ),
            (
                "until = \"2020-12-31\"",
                "until = \"2012-12-31\"",
                "ends before it begins",
            ),
            (
                "basis = \"unit_rule\"",
                "basis = \"nothing\"",
                "a text that is not there",
            ),
            ("\nconfirmed = true", "\nconfirmed = false", "`rests_on` stands"),
        ] {
            let broken = with(old, new).expect_err(new).to_string();
            assert!(broken.contains(why), "{new}: {broken}");
        }
        assert!(matches!(with("value = 720", "amount = 720"), Err(Broken::Shape(_))));
    }

    #[test]
    fn rules_that_exclude_or_need_one_another_are_minded() {
        let more = |name: &str, unit: &str| {
            let rule = format!(
                "\n[[rule]]\nprofile = \"agency_guard\"\nname = \"{name}\"\nvalue = 4\nunit = \"{unit}\"\nfrom = \"2019-01-01\"\n\
                 basis = \"unit_rule\"\nconfirmed = true\n"
            );
            Profiles::read(&format!("{REST}{rule}")).expect_err(name).to_string()
        };
        assert!(more("monthly_rest_days", "days").contains("not both"));
        assert!(more("long_tour", "minutes").contains("come together"));
        let nightless = REST.replace("name = \"night_least\"", "name = \"long_tour\"");
        assert!(
            Profiles::read(&nightless)
                .expect_err("no night")
                .to_string()
                .contains("no record of NightLeast")
        );
    }

    #[test]
    fn an_office_has_its_own_values_for_a_time() {
        let day = |text: &str| text.parse().unwrap();
        let own = Rule {
            profile: Employer::Force,
            name: Name::RestBetweenTours,
            value: 2_880,
            unit: Unit::Minutes,
            from: day("2020-01-20"),
            until: Some(day("2020-02-05")),
            basis: "order_12".into(),
            confirmed: true,
            rests_on: None,
        };
        let profiles = Profiles::read(REST)
            .unwrap()
            .with_own(std::slice::from_ref(&own))
            .unwrap();
        let value = |on| profiles.of(Employer::Force).value(Name::RestBetweenTours, day(on));
        assert_eq!(
            ["2020-01-19", "2020-01-20", "2020-02-05", "2020-02-06"].map(value),
            [Some(720), Some(2_880), Some(2_880), Some(720)]
        );
        assert_eq!(
            profiles
                .of(Employer::AgencyGuard)
                .value(Name::RestBetweenTours, day("2020-01-20")),
            Some(720)
        );
        assert_eq!(profiles.of(Employer::Force).apart(), 2_880);
        assert!(profiles.with_own(&[Rule { value: 0, ..own }]).is_err());
    }

    #[test]
    fn a_night_goes_over_midnight() {
        let profiles = Profiles::read(REST).unwrap();
        let night = profiles
            .of(Employer::Force)
            .night("2020-02-29".parse().unwrap())
            .unwrap();
        assert_eq!(night.starts().to_string(), "2020-02-29T15:00:00Z");
        assert_eq!(night.minutes(), 480);
    }
}
