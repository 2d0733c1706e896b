//! Starting other programs, with their output kept in a file.

use anyhow::{Context, Result};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Cargo in the workspace root, without incremental files on a build machine (they are written once and never read there).
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root);
    if std::env::var_os("CI").is_some_and(|ci| ci == "true") {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// Whether a program of this name is on the PATH.
pub fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// A file that collects what the commands of one stage print.
pub struct Log {
    path: PathBuf,
}

impl Log {
    /// Starts an empty one, with its folder.
    pub fn create(path: PathBuf) -> Result<Self> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        }
        File::create(&path).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok(Self { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn append(&self) -> Result<File> {
        OpenOptions::new()
            .append(true)
            .open(&self.path)
            .with_context(|| format!("{} cannot be written", self.path.display()))
    }

    /// Adds a line.
    pub fn line(&self, line: &str) -> Result<()> {
        Ok(writeln!(self.append()?, "{line}")?)
    }

    /// Runs a command with both outputs in the log; true when it succeeded.
    pub fn run(&self, command: &mut Command) -> Result<bool> {
        self.line(&format!("$ {}", shown(command)))?;
        command
            .stdin(Stdio::null())
            .stdout(self.append()?)
            .stderr(self.append()?);
        match command.status() {
            Ok(status) => {
                if !status.success() {
                    self.line(&format!("({status})"))?;
                }
                Ok(status.success())
            }
            Err(error) => {
                self.line(&format!("cannot be started: {error}"))?;
                Ok(false)
            }
        }
    }

    /// Runs a command, keeps its standard error in the log and returns its standard output, or nothing when it failed.
    pub fn output(&self, command: &mut Command) -> Result<Option<String>> {
        self.line(&format!("$ {}", shown(command)))?;
        command.env("CARGO_TERM_COLOR", "never").env("NO_COLOR", "1");
        command.stdin(Stdio::null()).stderr(self.append()?);
        match command.output() {
            Ok(output) if output.status.success() => Ok(Some(String::from_utf8_lossy(&output.stdout).into_owned())),
            Ok(output) => {
                self.line(&format!("({})", output.status))?;
                Ok(None)
            }
            Err(error) => {
                self.line(&format!("cannot be started: {error}"))?;
                Ok(None)
            }
        }
    }

    /// What it holds.
    pub fn text(&self) -> Result<String> {
        let bytes = std::fs::read(&self.path).with_context(|| format!("{} cannot be read", self.path.display()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn shown(command: &Command) -> String {
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
