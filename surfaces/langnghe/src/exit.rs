//! How the program ends: one clear sentence on the error output, and a code other programs can rely on.

use std::io::Write;
use std::process::ExitCode;

/// Anything else went wrong.
pub const FAILED: u8 = 1;
/// The command line asks for what cannot be (clap's own errors have this code too).
pub const USAGE: u8 = 2;
/// Another process holds the data folder.
pub const HELD: u8 = 3;
/// The record cannot be led from here: entries are missing, it was changed, or the clock is wrong.
pub const REFUSED: u8 = 4;
/// The record stopped while running; a new start reads what is durable and goes on.
pub const STOPPED: u8 = 5;
/// A rule of verification is broken.
pub const BROKEN: u8 = 6;

/// Why the program ends.
#[derive(Debug)]
pub struct Stop {
    code: u8,
    sentence: String,
}

impl Stop {
    /// Ends with a code and a sentence that says the way out.
    pub fn new(code: u8, sentence: impl Into<String>) -> Stop {
        Stop {
            code,
            sentence: sentence.into(),
        }
    }

    /// Says why and gives the code.
    pub fn tell(self) -> ExitCode {
        say(&self.sentence);
        ExitCode::from(self.code)
    }
}

/// A line on the error output. Nothing about anyone who visits or writes ever goes there.
pub fn say(sentence: &str) {
    // Whoever closed it does not want to know.
    let _ = writeln!(std::io::stderr(), "langnghe: {sentence}");
}

/// A line on the standard output.
pub fn print(line: &str) {
    // A reader that has seen enough ends no work that is half done.
    let _ = writeln!(std::io::stdout(), "{line}");
}
