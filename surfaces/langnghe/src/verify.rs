//! `langnghe verify`: checks a record by numbered rules, from the entries up. It believes nothing but the key.

mod ended;
mod folder;
mod foreign;
pub mod keys;
mod log;
mod marks;
mod receipt;
mod report;
mod snapshots;
mod url;
pub mod values;

use crate::exit::{self, Stop};
use crate::record::Place;
use ended::LogKeys;
use ledger::note::VerifierKey;
use receipt::Receipt;
use report::{Report, Unchecked, Verdict};
use std::path::{Path, PathBuf};

/// What `verify` can be told.
#[derive(clap::Args)]
pub struct Arguments {
    /// A data folder (read only, also beside a running server), a folder with a log as C2SP tlog-tiles, or the address
    /// of an office
    #[arg(value_name = "DIR|URL", required_unless_present = "receipt")]
    target: Option<String>,
    #[command(flatten)]
    place: Place,
    /// Print one JSON object instead of lines
    #[arg(long)]
    json: bool,
    /// Say nothing of how far it is
    #[arg(long)]
    quiet: bool,
    /// The file with the highest signed checkpoint, which the record must extend
    #[arg(long, value_name = "FILE")]
    high_water: Option<PathBuf>,
    /// An earlier checkpoint that the record must extend; may be given several times
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    /// The log's public key: its text, or a file with it. Without it the key the log shows is believed
    #[arg(long, value_name = "FILE|TEXT")]
    vkey: Option<String>,
    /// Look at so many entries drawn by lot instead of all (an address only; the tree is always checked whole)
    #[arg(long, value_name = "N")]
    sample: Option<u64>,
    /// The .json file of a receipt
    #[arg(long, value_name = "FILE")]
    receipt: Option<PathBuf>,
    /// The .tlog-proof file of the receipt
    #[arg(long, value_name = "FILE", requires = "receipt")]
    proof: Option<PathBuf>,
}

/// What is to be checked besides the log itself.
struct Plan {
    key: Option<VerifierKey>,
    high_water: Option<PathBuf>,
    checkpoints: Vec<PathBuf>,
    sample: Option<u64>,
    receipt: Option<Receipt>,
}

/// Verifies. Ends with code 0 when every rule holds, [`exit::BROKEN`] when one is broken, [`exit::FAILED`] when not
/// everything could be checked.
pub fn run(arguments: Arguments) -> Result<(), Stop> {
    if arguments.target.is_none() && (arguments.proof.is_none() || arguments.vkey.is_none()) {
        let way_out = "a receipt alone is checked with --proof and --vkey; or name a folder or an address";
        return Err(Stop::new(exit::USAGE, way_out));
    }
    let is_address = arguments.target.as_deref().is_some_and(is_address);
    if arguments.sample.is_some() && !is_address {
        let way_out = "--sample is for an address; a folder or a receipt is checked whole, so leave it out";
        return Err(Stop::new(exit::USAGE, way_out));
    }
    let name = arguments.target.clone().unwrap_or_else(|| "the receipt".to_owned());
    let mut report = Report::new(name, arguments.quiet);
    let json = arguments.json;
    let outcome = verify(arguments, &mut report);
    report.finish(outcome.err());
    report.tell(json);
    match report.result {
        Verdict::Clean => Ok(()),
        Verdict::Broken => Err(Stop::new(
            exit::BROKEN,
            format!("{}: broken: {}", report.target, report.broken()),
        )),
        Verdict::Unchecked => {
            let why = report.unchecked.unwrap_or_default();
            Err(Stop::new(
                exit::FAILED,
                format!("{}: could not be checked: {why}", report.target),
            ))
        }
    }
}

fn is_address(target: &str) -> bool {
    target.starts_with("http://") || target.starts_with("https://")
}

fn verify(arguments: Arguments, report: &mut Report) -> Result<(), Unchecked> {
    let receipt = match &arguments.receipt {
        Some(file) => Receipt::read(file, arguments.proof, report)?,
        None => None,
    };
    let plan = Plan {
        key: keys::pinned(arguments.vkey.as_deref())?,
        high_water: arguments.high_water,
        checkpoints: arguments.checkpoint,
        sample: arguments.sample,
        receipt,
    };
    let Some(target) = arguments.target else {
        if let (Some(receipt), Some(key)) = (&plan.receipt, &plan.key) {
            let proven = receipt.prove(&LogKeys::only(key.clone()), report)?;
            report.entries = proven.map_or(0, |checkpoint| checkpoint.size);
        }
        return Ok(());
    };
    if is_address(&target) {
        return url::verify(&target, &plan, report);
    }
    let dir = Path::new(&target);
    if !dir.is_dir() {
        let why = "there is no such folder; name a data folder, or an address that begins with http:// or https://";
        return Err(Unchecked(why.into()));
    }
    if Place::is_begun(dir) {
        folder::verify(dir, &arguments.place, &plan, report)
    } else if dir.join(foreign::CHECKPOINT_FILE).is_file() {
        foreign::verify(dir, &plan, report)
    } else {
        Err(Unchecked(format!(
            "it holds neither a record nor a {} of a log",
            foreign::CHECKPOINT_FILE
        )))
    }
}
