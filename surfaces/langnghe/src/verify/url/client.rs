//! Asking an office over HTTP, patiently and within limits.

use crate::verify::report::Unchecked;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;
use ureq::Agent;
use ureq::http::header::RETRY_AFTER;

/// Seconds one answer may take, from the connection to its last byte.
const ANSWER_SECONDS_MAX: u64 = 30;
/// How often one question is asked, at most, when the office is busy or the connection breaks.
const TRIES_MAX: usize = 4;
/// Seconds waited before asking again, if the office does not say.
const AGAIN_SECONDS: u64 = 1;
/// Most seconds waited before asking again, whatever the office says.
const AGAIN_SECONDS_MAX: u64 = 10;
/// Connections used at once.
const CONNECTIONS: usize = 4;

/// An answer.
pub struct Answer {
    /// The status (RFC 9110).
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The office says itself that it does not hold what it must: a broken server or a proxy says nothing of the kind.
    pub fn admits_damage(&self) -> bool {
        let told = serde_json::from_slice::<serde_json::Value>(&self.body);
        told.is_ok_and(|told| told["damaged"] == true)
    }
}

/// One office.
pub struct Client {
    agent: Agent,
    base: String,
}

impl Client {
    /// For an address such as `https://a.example`.
    pub fn new(address: &str) -> Client {
        let config = Agent::config_builder()
            .timeout_global(Some(Duration::from_secs(ANSWER_SECONDS_MAX)))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections_per_host(CONNECTIONS)
            .user_agent(concat!("langnghe-verify/", env!("CARGO_PKG_VERSION")))
            .build();
        Client {
            agent: config.new_agent(),
            base: address.trim_end_matches('/').to_owned(),
        }
    }

    /// Asks for `/log/<path>`. An answer that says "later" is waited for.
    ///
    /// # Errors
    /// There is no answer, or its body is longer than `bytes_max`.
    pub fn get(&self, path: &str, bytes_max: u64) -> Result<Answer, Unchecked> {
        let url = format!("{}/log/{path}", self.base);
        let mut why = String::new();
        for tried in 1..=TRIES_MAX {
            let wait = match self.ask(&url, bytes_max) {
                Ok((answer, None)) => return Ok(answer),
                Ok((answer, Some(wait))) => {
                    why = format!("the office answers {} and is asked later", answer.status);
                    wait
                }
                Err(problem @ (ureq::Error::BodyExceedsLimit(_) | ureq::Error::BadUri(_) | ureq::Error::Http(_))) => {
                    return Err(Unchecked(format!("{url}: {problem}")));
                }
                Err(problem) => {
                    why = problem.to_string();
                    AGAIN_SECONDS
                }
            };
            if tried < TRIES_MAX {
                thread::sleep(Duration::from_secs(wait.min(AGAIN_SECONDS_MAX)));
            }
        }
        Err(Unchecked(format!("{url}: {why}")))
    }

    /// Asks once. With the answer, the seconds to wait if it is "later".
    fn ask(&self, url: &str, bytes_max: u64) -> Result<(Answer, Option<u64>), ureq::Error> {
        let mut response = self.agent.get(url).call()?;
        let status = response.status().as_u16();
        let named = response
            .headers()
            .get(RETRY_AFTER)
            .and_then(|value| value.to_str().ok()?.parse().ok());
        let later = matches!(status, 429 | 503).then(|| named.unwrap_or(AGAIN_SECONDS));
        let body = response.body_mut().with_config().limit(bytes_max).read_to_vec()?;
        Ok((Answer { status, body }, later))
    }
}

/// Does the same with every item over a few connections; the results are in the order of the items.
pub fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    thread::scope(|scope| {
        for _ in 0..CONNECTIONS.min(items.len()) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { break };
                    let result = work(item);
                    done.lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
