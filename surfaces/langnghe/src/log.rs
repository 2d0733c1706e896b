//! `langnghe log end-and-continue`: ends a log that cannot go on, and goes on with its record under another key and
//! name. What was lost is named in public, in the first entry under the new key.

mod carry_out;
mod find_out;
mod plan;

use crate::exit::{self, Stop, print, say};
use crate::layout::is_ending;
use crate::record::{self, Confirming, Place};
use plan::Plan;
use std::path::PathBuf;
use world::events::EndReason;

/// What `log` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// End this log and go on with its record under another key and name; the server must not run. Without --yes it only
    /// says what would be done; one that was broken off is finished by the same command
    EndAndContinue(EndArguments),
}

/// What ends a log, and what is known of it.
#[derive(clap::Args)]
struct EndArguments {
    /// The data folder
    #[arg(long, value_name = "DIR", default_value = "langnghe-data")]
    data: PathBuf,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    confirming: Confirming,
    /// The file with the highest signed checkpoint; it is set aside and begun anew
    #[arg(long, value_name = "FILE")]
    high_water: Option<PathBuf>,
    /// Another checkpoint the log is known to have signed, such as the end of somebody's proof; may be given several times
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// The public key of the log that ends, its text or a file with it, when it is not in the data folder
    #[arg(long, value_name = "FILE|TEXT")]
    vkey: Option<String>,
    /// Why it ends, when no entry is missing
    #[arg(long, value_name = "REASON", value_enum)]
    because: Option<Because>,
    /// The origin line of the next log; without it, the name of this one with the next number behind it
    #[arg(long, value_name = "NAME")]
    origin: Option<String>,
    /// Do it: this cannot be taken back, and everyone sees it
    #[arg(long)]
    yes: bool,
}

/// A reason that only people can know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Because {
    /// The secret key is gone
    KeyLost,
    /// The secret key may be in other hands
    KeyExposed,
}

impl From<Because> for EndReason {
    fn from(because: Because) -> EndReason {
        match because {
            Because::KeyLost => EndReason::KeyLost,
            Because::KeyExposed => EndReason::KeyExposed,
        }
    }
}

impl EndArguments {
    /// Refuses to finish another ending than the one that was begun.
    fn agrees(&self, plan: &Plan) -> Result<(), Stop> {
        let other_name = self.origin.as_ref().is_some_and(|origin| *origin != plan.origin);
        let other_reason = self
            .because
            .is_some_and(|because| EndReason::from(because) != plan.ending.reason);
        if other_name || other_reason {
            let why = "another --origin or --because than the ending was begun with; leave them out to finish that one";
            return Err(Stop::new(exit::USAGE, why));
        }
        Ok(())
    }
}

/// Runs the command.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    let Command::EndAndContinue(arguments) = arguments.command;
    let dir = &arguments.data;
    if !Place::is_begun(dir) {
        let why = format!("{} holds no record: put a backup back first", dir.display());
        return Err(Stop::new(exit::USAGE, why));
    }
    let _lock = record::hold(dir, "ending the log")?;
    if !is_ending(dir) {
        record::finished(dir)?;
    }
    let store = arguments.place.lead(dir, arguments.confirming.replication)?;
    let plan = match Plan::read(dir)? {
        Some(plan) => {
            say("an ending of this log was begun and is not finished");
            plan.tell();
            arguments.agrees(&plan)?;
            if !arguments.yes {
                print(
                    "nothing was written; say --yes to finish it. As long as nothing is recorded under the new name, \
                     removing the folder ending gives it up",
                );
                return Ok(());
            }
            plan
        }
        None => {
            let plan = find_out::plan(&arguments, &store)?;
            plan.tell();
            if !arguments.yes {
                print("nothing was written; say --yes to do it");
                return Ok(());
            }
            plan.keep(dir)?;
            plan
        }
    };
    carry_out::carry_out(dir, store, &plan)?;
    if arguments.place.database_url.is_some() {
        record::mark(dir, plan.ending.size + 1)?;
    }
    Ok(())
}
