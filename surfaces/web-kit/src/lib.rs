//! What every screen shares: the page frame, forms, states, words in two languages, the style sheet, replies and their guards.
//!
//! # How a screen is made
//! A screen's crate renders its own body with askama (its own `askama.toml` with `dirs = ["src"]`, the template beside its code) and
//! hands the finished body to [`Frame::page`]. Templates do not inherit across crates: a template that extends another crate's file
//! embeds that file, so that one edit of the frame would rebuild every screen; this way an edit of a screen's template rebuilds that
//! screen's crate and the binary, and an edit of the frame rebuilds this crate and relinks.
//!
//! Pieces made here ([`form::Field::html`], [`icon`], [`states::note`], [`qr::qr`]) are of type [`Html`]; askama prints them
//! unescaped and escapes everything else.
//!
//! # Rules the pieces keep
//! No inline style or script, ids unique within a page, every visible word from [`words!`], people's words in the serif `voice` with
//! `dir="auto"`.

pub mod cache;
pub mod form;
mod frame;
mod gallery;
pub mod guard;
mod html;
mod icons;
mod kit_words;
mod lang;
pub mod qr;
pub mod reply;
mod sheet;
pub mod states;
mod theme;
pub mod words;

pub use form::{Errors, Field, Form};
pub use frame::{
    Crumb, DEMO_PATH, Frame, FrameKind, LegacyVisits, NavLink, Section, VISITS_PATH, Visits, tiles_place, visits_html,
    visits_tiles,
};
pub use gallery::{gallery, gallery_in};
pub use guard::protect;
pub use html::{Html, escape, render};
pub use icons::{Icon, icon};
pub use kit_words::KitWords;
pub use lang::{InLang, Lang, LangRewrite, href, split};
pub use reply::{Page, see_other};
pub use sheet::{Asset, asset, icon_href, script_href, style_href};
pub use theme::Theme;
