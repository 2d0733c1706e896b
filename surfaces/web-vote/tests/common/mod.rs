//! Browsers that vote, on the small office of `rig`.

// Each test file is a program of its own and uses a part of this.
#![allow(dead_code, unused_imports)]

mod rig;

pub use rig::*;

use axum::Router;
use base::fact::{Actor, Digest32};
use forum::events::Choice;
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
    rig.tell(Actor::Anyone, command);
}

/// A browser that keeps its cookies.
pub struct Browser<'a>(web_rig::Browser<'a>);

impl<'a> Browser<'a> {
    pub fn new(rig: &'a Rig) -> Browser<'a> {
        Browser(rig.browser().keeping_cookies())
    }

    /// What it would send to a path.
    pub fn cookie(&self, path: &str) -> String {
        self.0.cookies_for(path)
    }

    pub fn get(&self, path: &str) -> Answer {
        self.0.get(path)
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.0.post(path, fields)
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
