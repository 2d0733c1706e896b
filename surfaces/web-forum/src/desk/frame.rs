//! The frame of work pages.

use super::DeskWords;
use super::rights::may_announce;
use axum::response::{IntoResponse, Response};
use web_kit::states::Trouble;
use web_kit::{Crumb, Frame, FrameKind, Html, NavLink, Page};
use web_scene::{Scene, Staff};
use world::CommandKind;

/// The first work page.
pub(crate) const HOME: &str = "/dieu-hanh/";
/// Where a forum is announced.
pub(crate) const ANNOUNCE: &str = "/dieu-hanh/dien-dan/moi";
/// Administration.
const ADMINISTRATION: &str = "/quan-tri/";
/// A person's own page.
const ONESELF: &str = "/quan-tri/toi";
/// Where the session ends.
const SIGN_OUT: &str = "/quan-tri/ra";

/// Puts a body into the work frame. `here` is the place of the page in the navigation, `address` where the same page is
/// read in the other language (an act's own address can't be opened), `more` what differs.
pub(crate) fn framed(
    staff: &Staff,
    title: &str,
    here: &str,
    address: &str,
    crumbs: Vec<Crumb>,
    body: &Html,
    more: impl FnOnce(&mut Frame<'_>),
) -> String {
    let scene = &staff.scene;
    let w = DeskWords(scene.lang);
    let mut places = vec![(w.my_work(), HOME)];
    if may_announce(scene.world(), staff.person) {
        places.push((w.announce(), ANNOUNCE));
    }
    if scene.world().offers(staff.person, CommandKind::GrantRole) {
        places.push((w.administration(), ADMINISTRATION));
    }
    places.push((w.oneself(), ONESELF));
    let nav: Vec<NavLink<'_>> = places
        .into_iter()
        .map(|(label, path)| NavLink {
            label,
            path,
            current: path == here,
        })
        .collect();
    let number = w.person(staff.person.0);
    let person = if staff.name.is_empty() { &number } else { &staff.name };
    let mut frame = scene.frame(title, None, crumbs);
    frame.path = address;
    frame.noindex = true;
    frame.kind = FrameKind::Work {
        heading: w.heading(),
        person,
        sign_out: SIGN_OUT,
        nav: &nav,
    };
    more(&mut frame);
    frame.page(body)
}

/// The page for those whom the task was not given, in the frame they work in.
pub(crate) fn forbidden(staff: &Staff) -> Response {
    let trouble = Trouble::Forbidden;
    let scene: &Scene = &staff.scene;
    let title = trouble.title(scene.lang);
    Page::trouble(
        trouble,
        framed(staff, title, "", HOME, vec![], &trouble.html(scene.lang), |_| {}),
    )
    .into_response()
}
