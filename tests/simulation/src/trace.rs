//! What happened, line by line, where somebody wants to read it.

use crate::at;
use std::sync::Mutex;

/// Lines of one run. Without a wish for them no line is even made.
pub(crate) struct Trace(Option<Mutex<Vec<String>>>);

impl Trace {
    pub(crate) fn new(wanted: bool) -> Self {
        Self(wanted.then(Mutex::default))
    }

    /// A line, if one is wanted. Making it must not change anything.
    pub(crate) fn note(&self, line: impl FnOnce() -> String) {
        if let Some(lines) = &self.0 {
            let line = line();
            at(lines).push(line);
        }
    }

    /// All lines so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.0.as_ref().map(|lines| at(lines).clone()).unwrap_or_default()
    }
}
