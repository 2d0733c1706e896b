//! The house's own tools: `cargo xtask test | tidy | kinds | crash | bench | rebuild | fonts | postgres | run`. Run without a word for what each does.
// A command-line tool speaks on its standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod counts;
mod crash;
mod kinds;
mod npm;
mod postgres;
mod rebuild;
mod run;
mod shell;
mod stages;
mod test;
mod tidy;
mod workspace;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>          (./x <command> installs the Debian packages first)

  run [-- options of serve]    release build, then the demonstration on http://127.0.0.1:8080
  test [--only STAGE…] [FILTER]  every test stage; FILTER chooses tests by name
  tidy                         the rules of the house alone, with the figures they measure
  kinds [--write]              kinds of entries against schemas/kinds.lock; --write adds what is new
  crash [--database sqlite|postgres] [--rounds N]
                               kill -9 at random moments, N rounds (200) on each database; a frozen leader on PostgreSQL
  bench [SCENE…] [--entries N] [--seconds N]
                               writes, click, http, start, pages (or all) on release builds, into BENCHMARKS.md
  rebuild [TEMPLATE]           seconds from an edited template to a built binary, median of 5
  fonts                        copies the web fonts from npm to target/fonts
  postgres                     a PostgreSQL for single tests, until its input ends";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let done = match command.as_str() {
        "run" => run::run(&rest),
        "test" => test::run(&rest),
        "tidy" => tidy::run(),
        "kinds" => kinds::run(&rest),
        "crash" => crash::run(&rest),
        "bench" => bench::run(&rest),
        "rebuild" => rebuild::run(&rest),
        "fonts" => npm::fonts().map(|line| {
            println!("{line}");
            true
        }),
        "postgres" => postgres::run(),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(true)
        }
        other => Err(anyhow::anyhow!("there is no command \"{other}\"\n\n{HELP}")),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
