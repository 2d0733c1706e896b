//! What the rules know of a guard and of a post.

use crate::profile::Employer;
use crate::span::Span;
use base::time::Date;
use std::collections::BTreeMap;

/// Posts by number.
pub type Posts = BTreeMap<u32, Post>;
/// Guards by number.
pub type Guards = BTreeMap<u32, Guard>;

/// A place that is guarded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The site's number.
    pub site: u32,
    /// Numbers of skills and permits that whoever stands here has, on every day of it.
    pub skills: Vec<u32>,
}

/// Someone who stands on posts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The guard's number.
    pub number: u32,
    /// Whose rest rules bind.
    pub employer: Employer,
    /// The site where the guard belongs. The agency's own guards stand on its posts alone.
    pub site: u32,
    /// Skills and permits; a renewed one stands twice.
    pub skills: Vec<Skill>,
    /// Days off duty. Why is never asked.
    pub leave: Vec<Leave>,
}

/// A skill or a permit, from when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    /// The skill's number.
    pub number: u32,
    /// First day it is good.
    pub from: Date,
    /// Last day it is; `None`: without an end.
    pub until: Option<Date>,
}

/// Days on which a guard has no duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leave {
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
}

impl Guard {
    /// When a skill is good.
    pub fn skilled(&self, skill: u32) -> Vec<Span> {
        let records = self.skills.iter().filter(|record| record.number == skill);
        let spans = records.filter_map(|record| Span::of_days(record.from, record.until.unwrap_or(Date::MAX)));
        spans.collect()
    }

    /// When there is leave.
    pub fn away(&self) -> Vec<Span> {
        let spans = self
            .leave
            .iter()
            .filter_map(|leave| Span::of_days(leave.from, leave.until));
        spans.collect()
    }
}
