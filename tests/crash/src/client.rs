//! A writer as the outside world knows it: a form, an answer.

use ledger::note::VerifierKey;
use std::net::SocketAddr;
use std::time::Duration;

/// How long an answer may take; beyond it the attempt is unanswered.
const ANSWER_MAX: Duration = Duration::from_secs(10);

/// An opinion with its idempotency key.
#[derive(Clone, Debug)]
pub struct Attempt {
    key: String,
    statement: String,
}

impl Attempt {
    /// An opinion that differs from every other.
    pub fn new(random: u64) -> Attempt {
        Attempt {
            key: format!("crash-{random:016x}-{:016x}", crate::random()),
            statement: format!("Ý kiến thử máy bị tắt đột ngột, số {random}."),
        }
    }
}

/// What a writer was given.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// `/bien-nhan/<code>`.
    pub path: String,
    /// What was written.
    pub statement: String,
}

/// Speaks HTTP with the server.
pub struct Client {
    agent: ureq::Agent,
    base: String,
}

impl Client {
    /// A client with its own connections.
    pub fn new(address: SocketAddr) -> Client {
        let config = ureq::Agent::config_builder()
            .timeout_global(Some(ANSWER_MAX))
            .max_redirects(0)
            .http_status_as_error(false)
            .build();
        Client {
            agent: config.into(),
            base: format!("http://{address}"),
        }
    }

    /// The body of an answer with status 200.
    pub fn get(&self, path: &str) -> Result<String, String> {
        let bytes = self.bytes(path)?;
        String::from_utf8(bytes).map_err(|_| format!("{path} is not UTF-8"))
    }

    /// The bytes of an answer with status 200.
    pub fn bytes(&self, path: &str) -> Result<Vec<u8>, String> {
        let mut answer = self
            .agent
            .get(format!("{}{path}", self.base))
            .call()
            .map_err(|why| why.to_string())?;
        if answer.status() != 200 {
            return Err(format!("{path} answered {}", answer.status()));
        }
        answer.body_mut().read_to_vec().map_err(|why| why.to_string())
    }

    /// The log's key.
    pub fn vkey(&self) -> Result<VerifierKey, String> {
        self.get("/log/vkey")?
            .trim()
            .parse()
            .map_err(|why| format!("/log/vkey: {why}"))
    }

    /// Posts an opinion. Only a 303 to a receipt is an acknowledgement.
    pub fn post(&self, attempt: &Attempt) -> Result<Receipt, String> {
        let form = [
            ("y_kien", attempt.statement.as_str()),
            ("ly_do", ""),
            ("ky", "khong"),
            ("nguyen_van", "1"),
            ("khoa", &attempt.key),
        ];
        let url = format!("{}/dien-dan/2020-01/viet", self.base);
        let answer = self.agent.post(url).send_form(form).map_err(|why| why.to_string())?;
        let location = answer.headers().get("location").and_then(|value| value.to_str().ok());
        match (answer.status().as_u16(), location) {
            (303, Some(path)) if path.starts_with("/bien-nhan/LN-") => Ok(Receipt {
                path: path.to_owned(),
                statement: attempt.statement.clone(),
            }),
            (status, _) => Err(format!("the form was answered with {status}")),
        }
    }
}
