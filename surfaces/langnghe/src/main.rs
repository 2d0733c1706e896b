//! The one program: `serve` runs an office, `verify` checks a record, `store` carries one between databases,
//! `backup` and `restore` keep it elsewhere and put it back, `log` ends a log that cannot go on.

mod backup;
mod demo;
mod exit;
mod layout;
mod log;
mod progress;
mod record;
mod restore;
mod serve;
mod store;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Lắng Nghe: a public force answers to the people it protects.
#[derive(Parser)]
#[command(name = "langnghe", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run an office: its pages, its record, its clock
    Serve(serve::Arguments),
    /// Check a record: a data folder, a log in tiles, or an office at an address
    Verify(verify::Arguments),
    /// Take the record in plain files while the office serves, with its words locked
    Backup(backup::Arguments),
    /// Put a backup into an empty data folder, without what was erased since
    Restore(restore::Arguments),
    /// Carry a record from one database to another
    Store(store::Arguments),
    /// End a log that cannot go on, and go on with its record under another key
    Log(log::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Serve(arguments) => serve::run(arguments),
        Command::Verify(arguments) => verify::run(arguments),
        Command::Backup(arguments) => backup::run(arguments),
        Command::Restore(arguments) => restore::run(arguments),
        Command::Store(arguments) => store::run(arguments),
        Command::Log(arguments) => log::run(arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.tell(),
    }
}
