//! One command to the ledger, and the answer in terms a page can use.

use crate::App;
use axum::response::{IntoResponse, Response};
use base::fact::Actor;
use ledger::{Flow, Recorded, Rejected};
use web_kit::states::Trouble;
use web_kit::{Lang, Page};
use world::{Command, Refusal};

/// Longest idempotency key, in bytes.
pub const KEY_BYTES_MAX: usize = 200;

/// The idempotency key of a form: the same key with the same words is recorded once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// The key a form sent; a fresh one when it sent none, or one no form of ours would send.
    pub fn sent(app: &App, typed: &str) -> Key {
        let fits = !typed.is_empty() && typed.len() <= KEY_BYTES_MAX && typed.chars().all(|c| !c.is_control());
        if fits { Key(typed.to_owned()) } else { Key::fresh(app) }
    }

    /// A fresh key, for a form that is about to be shown.
    pub fn fresh(app: &App) -> Key {
        Key(app.token())
    }

    /// The words a key covers, each with its length before it, so that no two acts share their bytes.
    pub fn body(parts: &[&str]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for part in parts {
            bytes.extend((part.len() as u64).to_be_bytes());
            bytes.extend(part.as_bytes());
        }
        bytes
    }

    /// As it stands in the hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why a command was not recorded, or is not known to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// A rule says no. The page says which and what to do.
    Refused(Refusal),
    /// The form was sent before with other words: its page is stale. The page comes back with a fresh key.
    OtherBody,
    /// Nothing was recorded, or it is not known: the page comes back with the same key, to be sent again.
    Busy,
    /// Nothing was recorded, and sending it again at once will not do: the disk is full, or something of that kind.
    NotRecorded,
}

impl App {
    /// Gives a command to the ledger and waits until it is durable, numbered, applied and signed.
    pub async fn submit(
        &self,
        actor: Actor,
        command: Command,
        once: Option<(&Key, &[u8])>,
    ) -> Result<Recorded, Unsent> {
        self.submit_in(Flow::of(actor), actor, command, once).await
    }

    /// The same in the line of whoever sent it: see [`Ledger::submit_in`](ledger::Ledger::submit_in).
    pub async fn submit_in(
        &self,
        flow: Flow,
        actor: Actor,
        command: Command,
        once: Option<(&Key, &[u8])>,
    ) -> Result<Recorded, Unsent> {
        let once = once.map(|(key, body)| self.ledger.once(key.as_str(), body));
        let answer = match self.ledger.submit_in(flow, actor, command, once) {
            Ok(pending) => pending.await,
            Err(rejected) => Err(rejected),
        };
        answer.map_err(|rejected| match rejected {
            Rejected::Refused(refusal) => Unsent::Refused(refusal),
            Rejected::OtherBody => Unsent::OtherBody,
            Rejected::NotRecorded(_) => Unsent::NotRecorded,
            Rejected::Busy | Rejected::Unknown(_) | Rejected::Stopped => Unsent::Busy,
        })
    }
}

/// The page for a busy server when no form can come back.
pub fn busy(lang: Lang) -> Response {
    let trouble = Trouble::Busy {
        writing: true,
        code: None,
    };
    Page::trouble(trouble, web_kit::states::bare(lang, trouble)).into_response()
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn no_two_acts_share_their_bytes() {
        assert_ne!(Key::body(&["ab", "c"]), Key::body(&["a", "bc"]));
        assert_ne!(Key::body(&["a"]), Key::body(&["a", ""]));
        assert_eq!(Key::body(&["a", "ă"]), Key::body(&["a", "ă"]));
    }
}
