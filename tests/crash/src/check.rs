//! What must hold after every kill.

use crate::client::{Client, Receipt};
use crate::server::Server;
use base::fact::Commitment;
use base::hex;
use ledger::checkpoint::{self, Checkpoint};
use ledger::entry;
use ledger::note::VerifierKey;
use ledger::proof::TlogProof;
use ledger::tile::{Level, TilePath, parse_hashes};
use ledger::tree::{Hash, Prover, verify_consistency};
use std::collections::BTreeSet;

/// Readers that check receipts beside each other.
const READERS: usize = 4;

/// Every receipt's entry is in the log, holds the commitment to the statement, and the proof verifies; no two of them have
/// one entry.
pub fn receipts(server: &Server, key: &VerifierKey, receipts: &[Receipt]) -> Result<(), String> {
    let check = |part: &[Receipt]| {
        let client = Client::new(server.address());
        let look =
            |receipt: &Receipt| one(&client, key, receipt).map_err(|why| format!("LOST {}: {why}", receipt.path));
        part.iter().map(look).collect::<Result<Vec<u64>, String>>()
    };
    std::thread::scope(|scope| {
        let parts = receipts.chunks(receipts.len().div_ceil(READERS).max(1));
        let readers: Vec<_> = parts.map(|part| scope.spawn(move || check(part))).collect();
        let mut entries = BTreeSet::new();
        for reader in readers {
            let found = reader.join().map_err(|_| "a reader broke".to_owned())??;
            if let Some(twice) = found.into_iter().find(|seq| !entries.insert(*seq)) {
                return Err(format!("entry {twice} was acknowledged for two writes"));
            }
        }
        Ok(())
    })
}

fn one(client: &Client, key: &VerifierKey, receipt: &Receipt) -> Result<u64, String> {
    let json: serde_json::Value =
        serde_json::from_str(&client.get(&format!("{}.json", receipt.path))?).map_err(|why| why.to_string())?;
    let bytes = json["entry"].as_str().ok_or("no entry")?;
    let (salt, value) = (
        &json["values"]["statement"]["salt"],
        &json["values"]["statement"]["value"],
    );
    let salt = salt.as_str().and_then(hex::decode_32).ok_or("no salt")?;
    if value.as_str() != Some(receipt.statement.as_str()) {
        return Err("the words are not the ones that were sent".to_owned());
    }
    let entry: serde_json::Value = serde_json::from_str(bytes).map_err(|why| why.to_string())?;
    let commitment = Commitment::of(&salt, receipt.statement.as_bytes()).to_string();
    if entry["data"]["statement"].as_str() != Some(commitment.as_str()) {
        return Err("the entry does not commit to the words".to_owned());
    }
    let proof: TlogProof = client
        .get(&format!("{}.tlog-proof", receipt.path))?
        .parse()
        .map_err(|why| format!("the proof: {why}"))?;
    if Some(proof.index) != json["seq"].as_u64() || entry["seq"] != json["seq"] {
        return Err("the proof is of another entry".to_owned());
    }
    let digest = entry::digest(bytes.as_bytes());
    proof
        .verify_data(&digest, key)
        .map(|_| proof.index)
        .map_err(|why| format!("the proof: {why}"))
}

/// All checkpoints ever shown are prefixes of the newest one.
pub fn chain(server: &Server, key: &VerifierKey, seen: &[String]) -> Result<(), String> {
    let client = Client::new(server.address());
    let newest = checkpoint::open(&client.get("/log/checkpoint")?, key).map_err(|why| why.to_string())?;
    let source = |level: u8, index: u64, _: u16| -> Result<Vec<Hash>, String> {
        let path = TilePath::at_size(Level::Hash(level), index, newest.size).ok_or("a tile beyond the log")?;
        parse_hashes(&client.bytes(&format!("/log/{path}"))?).map_err(|why| why.to_string())
    };
    let mut prover = Prover::new(&source, newest.size).map_err(|why| why.to_string())?;
    if prover.root() != newest.root {
        return Err("the tiles do not give the signed root".to_owned());
    }
    let unique: BTreeSet<&String> = seen.iter().collect();
    for signed in unique {
        let old = checkpoint::open(signed, key).map_err(|why| format!("a checkpoint was not signed: {why}"))?;
        prefix(&mut prover, &old, &newest)?;
    }
    Ok(())
}

fn prefix<S: ledger::tree::TileSource>(
    prover: &mut Prover<'_, S>,
    old: &Checkpoint,
    newest: &Checkpoint,
) -> Result<(), String>
where
    S::Error: std::fmt::Display,
{
    if old.size > newest.size {
        return Err(format!(
            "FORK: {} entries were signed and {} are there",
            old.size, newest.size
        ));
    }
    if old.size == 0 || old.size == newest.size {
        return if old.size == 0 || old.root == newest.root {
            Ok(())
        } else {
            Err("FORK: one size, two roots".into())
        };
    }
    let proof = prover
        .consistency(old.size)
        .map_err(|_| "no consistency proof".to_owned())?;
    verify_consistency(old.size, newest.size, &old.root, &newest.root, &proof)
        .map_err(|why| format!("FORK at {}: {why}", old.size))
}
