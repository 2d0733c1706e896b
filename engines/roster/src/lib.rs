//! The rule kernel of rosters (bảng phân công ca trực): what a roster must keep, and what there is to do when it can't.
//!
//! Guards have tours (ca trực), tours have stints on posts (phiên gác). Everything is a function of what is handed in:
//! there is no clock, chance, file or name here, numbers stand for guards, posts, sites and skills. Checker, screens and
//! optimiser ask the same functions, so that none of them can be of another opinion.
//!
//! | | |
//! |---|---|
//! | [`tour`] | tours, stints, the timeline of a guard |
//! | [`guard`] | what the rules know of guards and posts |
//! | [`profile`] | rest rules as dated data (`data/law/rest.toml`) |
//! | [`rules`] | breaches of a timeline, and what a change does to them |
//! | [`need`], [`coverage`] | how many stand where when, and whether they do, to the minute |
//! | [`staffing`] | how many people posts take, before any planning |
//! | [`pattern`] | crews that rotate |
//! | [`fairness`] | who carries how much of what nobody likes |
//! | [`sick_call`] | someone is absent: who could stand in |
//!
//! Minutes are of UTC; days, weeks, months and nights are the office's (UTC+7, without summer time).

pub mod coverage;
pub mod fairness;
pub mod fraction;
pub mod guard;
pub mod need;
pub mod pattern;
pub mod profile;
pub mod rules;
pub mod sick_call;
pub mod span;
pub mod staffing;
pub mod tour;
