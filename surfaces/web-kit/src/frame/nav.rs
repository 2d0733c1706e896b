//! The four public places, the breadcrumb, the links of a work area.

use crate::{KitWords, Lang};
use std::borrow::Cow;

/// A public place, always visible in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Tin tức.
    News,
    /// Diễn đàn.
    Forums,
    /// Văn bản.
    Documents,
    /// Kiểm chứng.
    Verify,
}

impl Section {
    /// All places, in the header's order.
    pub const ALL: [Section; 4] = [Section::News, Section::Forums, Section::Documents, Section::Verify];

    /// The place's address without `/en`.
    pub const fn path(self) -> &'static str {
        match self {
            Section::News => "/tin/",
            Section::Forums => "/dien-dan/",
            Section::Documents => "/van-ban/",
            Section::Verify => "/kiem-chung",
        }
    }

    /// The place's name.
    pub const fn name(self, lang: Lang) -> &'static str {
        let w = KitWords(lang);
        match self {
            Section::News => w.news(),
            Section::Forums => w.forums(),
            Section::Documents => w.documents(),
            Section::Verify => w.verify(),
        }
    }
}

/// One step of the breadcrumb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What the step is called.
    pub label: Cow<'static, str>,
    /// Where it leads, without `/en`; none for this page.
    pub path: Option<Cow<'static, str>>,
}

impl Crumb {
    /// A step on the way.
    pub fn link(label: impl Into<Cow<'static, str>>, path: impl Into<Cow<'static, str>>) -> Crumb {
        Crumb {
            label: label.into(),
            path: Some(path.into()),
        }
    }

    /// This page, the last step.
    pub fn here(label: impl Into<Cow<'static, str>>) -> Crumb {
        Crumb {
            label: label.into(),
            path: None,
        }
    }

    /// A public place as a step.
    pub fn section(section: Section, lang: Lang) -> Crumb {
        Crumb::link(section.name(lang), section.path())
    }
}

/// One place of a work area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NavLink<'a> {
    /// What it is called.
    pub label: &'a str,
    /// Where it leads, without `/en`.
    pub path: &'a str,
    /// True for the place the reader is in.
    pub current: bool,
}
