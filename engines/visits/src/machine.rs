//! Machine or person, by what a reader says of itself. The list is `data/visits/machines.toml`.

use base::time::Date;
use serde::Deserialize;
use std::sync::LazyLock;
use thiserror::Error;

/// Bytes of a `User-Agent` that are looked at.
pub const AGENT_BYTES_MAX: usize = 512;

const MACHINES: &str = include_str!("../../../data/visits/machines.toml");

static LIST: LazyLock<Machines> = LazyLock::new(|| {
    // Only the program's own text gets here; a test of this crate reads it first.
    Machines::read(MACHINES).unwrap_or_else(|broken| unreachable!("data/visits: {broken}"))
});

/// Why the list can't be used.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Broken {
    /// It is not TOML, or a key is missing, unknown or of a wrong type.
    #[error("{0}")]
    Shape(String),
    /// A sign that would find everyone, or could find no one.
    #[error("the sign {0:?} is empty or not in lower case")]
    Sign(String),
}

/// Letters that tell whose a `User-Agent` is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// The letters, in lower case.
    pub sign: String,
    /// Whose they are.
    pub what: String,
    /// Where that is written; patterns are our own.
    #[serde(default)]
    pub from: Option<String>,
}

/// The list of machines.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machines {
    /// The day the list was last compared with its sources.
    pub checked: Date,
    /// Machines by name.
    #[serde(rename = "machine")]
    pub named: Vec<Sign>,
    /// People whom a pattern would take for machines.
    #[serde(rename = "person")]
    pub people: Vec<Sign>,
    /// What machines say of themselves.
    #[serde(rename = "pattern")]
    pub patterns: Vec<Sign>,
}

impl Machines {
    /// Reads a list.
    ///
    /// # Errors
    /// When it is not in the form that the head of `data/visits/machines.toml` describes.
    pub fn read(text: &str) -> Result<Machines, Broken> {
        let list: Machines = toml::from_str(text).map_err(|why| Broken::Shape(why.to_string()))?;
        let mut signs = list.named.iter().chain(&list.people).chain(&list.patterns);
        match signs.find(|one| one.sign.trim().is_empty() || one.sign != one.sign.to_ascii_lowercase()) {
            Some(one) => Err(Broken::Sign(one.sign.clone())),
            None => Ok(list),
        }
    }

    /// Whether a reader with this `User-Agent` is a machine; an empty one is.
    pub fn is_machine(&self, agent: &str) -> bool {
        let agent = head(agent).trim().to_ascii_lowercase();
        let has = |signs: &[Sign]| signs.iter().any(|one| agent.contains(&one.sign));
        if agent.is_empty() || has(&self.named) {
            return true;
        }
        let is_one_word = !agent.contains(|c: char| c.is_ascii_whitespace());
        !has(&self.people) && (is_one_word || has(&self.patterns))
    }
}

/// The first [`AGENT_BYTES_MAX`] bytes, to a whole character.
pub(crate) fn head(agent: &str) -> &str {
    let mut end = agent.len().min(AGENT_BYTES_MAX);
    while !agent.is_char_boundary(end) {
        end -= 1;
    }
    agent.get(..end).unwrap_or_default()
}

/// The list of `data/visits/machines.toml`.
pub fn machines() -> &'static Machines {
    &LIST
}

/// Whether a reader with this `User-Agent` is a machine, by the list of `data/visits/machines.toml`.
pub fn is_machine(agent: &str) -> bool {
    LIST.is_machine(agent)
}
