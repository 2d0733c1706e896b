//! Browsers that vote, on the small office of `rig`.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code, unused_imports)]

mod rig;

pub use rig::*;

use axum::Router;
use base::fact::{Actor, Digest32};
use forum::events::Choice;
use std::cell::RefCell;
use web_scene::App;
use world::Command;

/// Where votes are cast.
pub const VOTE: &str = "/dien-dan/2019-01/bay-to";
pub const SLIPS: &str = "/dieu-hanh/dien-dan/2019-01/phieu";

/// The pages of this crate.
pub fn pages() -> Router<App> {
    web_vote::routes()
}

/// Every public page of a forum, whichever crate makes it.
pub fn all_pages() -> Router<App> {
    let of_forum = web_vote::routes()
        .merge(web_forum::routes())
        .merge(web_outcome::routes());
    let beside = web_follow::routes().merge(web_record::routes());
    of_forum.merge(beside).merge(web_portal::routes())
}

/// Sentences for so many opinions.
pub fn sentence(n: u32) -> String {
    format!("Ý kiến thứ {n}: cổng phụ buổi sáng còn ùn tắc.")
}

/// An office whose forum takes votes on so many opinions.
pub fn voting(opinions: u32) -> Rig {
    voting_on(pages, opinions)
}

pub fn voting_on(routes: fn() -> Router<App>, opinions: u32) -> Rig {
    let rig = Rig::office(routes);
    rig.announce();
    rig.open();
    for n in 1..=opinions {
        rig.publish(&sentence(n));
    }
    rig
}

/// A vote by a voice of its own, past the pages.
pub fn cast(rig: &Rig, voice: u32, opinion: u32, choice: Choice) {
    let mut pseudonym = [7; 32];
    pseudonym[..4].copy_from_slice(&voice.to_be_bytes());
    let command = Command::CastVote {
        forum: no(),
        pseudonym: Digest32(pseudonym),
        opinion,
        choice,
    };
    rig.does(Actor::Anyone, command);
}

/// A browser: it keeps cookies and sends each where its path says (RFC 6265, 5.1.4).
pub struct Browser<'a> {
    rig: &'a Rig,
    jar: RefCell<Vec<(String, String)>>,
}

impl<'a> Browser<'a> {
    pub fn new(rig: &'a Rig) -> Browser<'a> {
        let jar = RefCell::default();
        Browser { rig, jar }
    }

    /// What it would send to a path.
    pub fn cookie(&self, path: &str) -> String {
        let path = path.split('?').next().unwrap();
        let fits = |place: &str| path == place || path.starts_with(&format!("{place}/"));
        let jar = self.jar.borrow();
        let pairs = jar.iter().filter(|(place, _)| fits(place));
        pairs.map(|(_, pair)| pair.as_str()).collect::<Vec<_>>().join("; ")
    }

    pub fn forget(&self) {
        self.jar.borrow_mut().clear();
    }

    fn take(&self, answer: Answer) -> Answer {
        for cookie in answer.cookies() {
            let pair = cookie.split(';').next().unwrap().to_owned();
            let mut parts = cookie.split("; ");
            let place = parts.find_map(|part| part.strip_prefix("Path=")).unwrap().to_owned();
            let mut jar = self.jar.borrow_mut();
            jar.retain(|(known, _)| *known != place);
            jar.push((place, pair));
        }
        answer
    }

    pub fn get(&self, path: &str) -> Answer {
        self.take(self.rig.send("GET", path, &self.cookie(path), &[]))
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.take(self.rig.send("POST", path, &self.cookie(path), fields))
    }

    /// Opens one statement and presses a button of it.
    pub fn vote(&self, opinion: u32, choice: &str) -> Answer {
        let page = self.get(&format!("{VOTE}/{opinion}"));
        page.is(200);
        self.post(VOTE, &page.with(&[("phieu", choice)]))
    }
}

/// Makes slips; their codes as they are printed.
pub fn slips(rig: &Rig, label: &str, count: u32) -> Vec<String> {
    let count = count.to_string();
    let sheet = rig.fill(SECRETARY, SLIPS, &[("cho-ai", label), ("so-phieu", &count)]);
    sheet.is(200);
    codes(&sheet)
}

/// The codes on a sheet.
pub fn codes(sheet: &Answer) -> Vec<String> {
    let text = sheet.text();
    let codes = text.split("<code>").skip(1);
    codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}
