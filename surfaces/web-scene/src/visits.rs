//! Counting visits ([`visits`]): the layer around all routes, and the counter it feeds.
//!
//! Only pages are counted: a GET that was answered with HTML, or with "you have it already" (304). Assets, the log, files
//! and feeds are not; neither are the pages of staff. Pages where people write, vote, keep receipts and verify are counted
//! as views only: for them the layer reads neither the address nor the `User-Agent`. Nothing here is logged, and no cookie is
//! set or read.

use crate::{App, Place, STAFF_PLACES};
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use base::time::Minute;
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, Method, StatusCode};
use ledger::Source;
use std::sync::{Mutex, MutexGuard, PoisonError};
use storage::ops::{Ops, OpsError};
use visits::{Counter, Figures, Saved};

/// Addresses that are counted as views only, with everything below them; `{}` is any one step. A page that is not named here
/// but must not be kept by anyone (`no-store`: it has a form or belongs to somebody) is counted the same way.
pub const VIEWS_ONLY: &[&str] = &[
    "/dien-dan/{}/viet",
    "/dien-dan/{}/bay-to",
    "/dien-dan/{}/phieu",
    "/dien-dan/{}/viec/{}/phan-doi",
    "/bien-nhan",
    "/kiem-chung",
    "/bao",
];

/// Addresses that are not counted, with everything below them: files, the log, the way in for staff. The places of staff
/// ([`STAFF_PLACES`]) are not counted either.
pub const UNCOUNTED: &[&str] = &["/tinh", "/log", "/vao"];

/// Endings of files and feeds, which a browser may ask for as if they were pages.
const FILES: &[&str] = &[".atom", ".csv", ".json", ".tlog-proof"];

/// How the pages at an address are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    /// Views, visits and readers.
    Visits,
    /// Openings only.
    ViewsOnly,
    /// Not at all.
    Nothing,
}

/// How the pages at a path (without `/en` and query) are counted.
pub fn counting(path: &str) -> Counting {
    let below = |places: &[&str]| places.iter().any(|place| is_below(path, place));
    if below(VIEWS_ONLY) {
        return Counting::ViewsOnly;
    }
    let is_file = FILES.iter().any(|ending| path.ends_with(ending));
    if is_file || below(UNCOUNTED) || below(&STAFF_PLACES) {
        return Counting::Nothing;
    }
    Counting::Visits
}

fn is_below(path: &str, place: &str) -> bool {
    let mut steps = path.split('/');
    place
        .split('/')
        .all(|asked| steps.next().is_some_and(|step| asked == "{}" || asked == step))
}

/// The layer that counts; it stands around all routes, within the rewriting of `/en`.
pub async fn count(State(app): State<App>, request: Request, next: Next) -> Response {
    let how = match *request.method() {
        Method::GET => counting(request.uri().path()),
        _ => Counting::Nothing,
    };
    match how {
        Counting::Nothing => next.run(request).await,
        Counting::ViewsOnly => {
            let response = next.run(request).await;
            if is_page(&response) {
                app.visits.lock().view_only(app.now());
            }
            response
        }
        Counting::Visits => {
            let (mut parts, body) = request.into_parts();
            let Ok(Place(address)) = Place::from_request_parts(&mut parts, &app).await;
            let (agent, is_ahead) = (agent(&parts.headers), is_ahead(&parts.headers));
            let wants_page = says(&parts.headers, ACCEPT.as_str(), "text/html");
            let response = next.run(Request::from_parts(parts, body)).await;
            let is_known = wants_page && response.status() == StatusCode::NOT_MODIFIED;
            if !is_known && !is_page(&response) {
                return response;
            }
            let (now, mut counter) = (app.now(), app.visits.lock());
            if says(response.headers(), CACHE_CONTROL.as_str(), "no-store") {
                counter.view_only(now);
            } else if is_ahead {
                counter.machine(now);
            } else {
                counter.page(now, address, &agent);
            }
            drop(counter);
            response
        }
    }
}

/// A page that was there.
fn is_page(response: &Response) -> bool {
    response.status() == StatusCode::OK && says(response.headers(), CONTENT_TYPE.as_str(), "text/html")
}

/// What a reader calls itself; empty when it does not.
fn agent(headers: &HeaderMap) -> String {
    let said = headers
        .get(USER_AGENT)
        .map(|said| String::from_utf8_lossy(said.as_bytes()));
    said.unwrap_or_default().into_owned()
}

/// A browser fetches the page ahead, and perhaps nobody will look at it (`Sec-Purpose`, W3C; `Purpose` before that).
fn is_ahead(headers: &HeaderMap) -> bool {
    says(headers, "sec-purpose", "prefetch") || says(headers, "purpose", "prefetch")
}

fn says(headers: &HeaderMap, name: &str, word: &str) -> bool {
    let mut values = headers.get_all(name).iter();
    values.any(|value| value.to_str().is_ok_and(|value| value.contains(word)))
}

/// The office's counter of visits.
pub struct VisitCounter {
    counter: Mutex<Counter>,
    /// What is in `ops.db`; none before it was read, and until then nothing is written over it.
    kept: Mutex<Option<Saved>>,
}

impl VisitCounter {
    /// A counter that has counted nothing and draws the secret of each day from `entropy`.
    pub fn new(entropy: Source) -> VisitCounter {
        VisitCounter {
            counter: Mutex::new(Counter::new(entropy)),
            kept: Mutex::new(None),
        }
    }

    /// Goes on from the numbers that were kept. Until this was done, [`VisitCounter::keep`] keeps nothing.
    ///
    /// # Errors
    /// When `ops.db` can't be read.
    pub fn load(&self, ops: &Ops) -> Result<(), OpsError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let numbers = ops.counters()?;
        let saved = Saved::from_numbers(|name| numbers.get(name).copied());
        self.lock().go_on_from(saved);
        *kept = Some(saved);
        Ok(())
    }

    /// Lets time pass and keeps the numbers, when they changed.
    ///
    /// # Errors
    /// When they could not be written; the next call tries again.
    pub fn keep(&self, ops: &Ops, now: Minute) -> Result<(), OpsError> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let saved = {
            let mut counter = self.lock();
            counter.pass(now);
            counter.saved()
        };
        if kept.is_some_and(|kept| kept != saved) {
            ops.keep_counters(&saved.numbers())?;
            *kept = Some(saved);
        }
        Ok(())
    }

    /// The figures of this minute.
    pub fn figures(&self, now: Minute) -> Figures {
        self.lock().figures(now)
    }

    /// The numbers as they would be kept now.
    pub fn saved(&self) -> Saved {
        self.lock().saved()
    }

    /// Readers of today who are remembered at this moment.
    pub fn readers(&self) -> usize {
        self.lock().keys()
    }

    fn lock(&self) -> MutexGuard<'_, Counter> {
        // A count more or less is no fault.
        self.counter.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_counted_in_one_way() {
        for path in [
            "/dien-dan/2020-01/viet",
            "/dien-dan/2020-01/bay-to/cua-toi",
            "/bien-nhan/LN-7K2M/rut",
            "/bien-nhan/LN-7K2M.json",
            "/kiem-chung",
            "/bao/12",
            "/dien-dan/2020-01/viec/1.2/phan-doi",
        ] {
            assert_eq!(counting(path), Counting::ViewsOnly, "{path}");
        }
        for path in [
            "/quan-tri/",
            "/dieu-hanh/dien-dan/2020-01",
            "/vao/abc",
            "/tinh/a.css",
            "/log/checkpoint",
        ] {
            assert_eq!(counting(path), Counting::Nothing, "{path}");
        }
        assert_eq!(counting("/dien-dan/2020-01/tin.atom"), Counting::Nothing);
        for path in [
            "/",
            "/tin/",
            "/dien-dan/2020-01",
            "/dien-dan/2020-01/viec/1.2",
            "/bao-cao",
            "/vietnam",
        ] {
            assert_eq!(counting(path), Counting::Visits, "{path}");
        }
    }
}
