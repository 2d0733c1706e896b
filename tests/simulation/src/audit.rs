//! The database against all that was seen: quickly after every move, and whole at the end, when nothing fails any more,
//! old leaders wake, and whoever asks must be told.

use crate::at;
use crate::machine::{Ask, Event, Tally, words_at, words_of};
use crate::oracle::{Oracle, Told};
use crate::server::{Server, key};
use crate::world::World;
use base::fact::Commitment;
use ledger::entry::{self, Entry};
use ledger::store::Store;
use ledger::{Recorded, Rejected, Turn};
use storage::Memory;

/// Acts of unknown end that are asked for once more, at most.
const ASKED_AGAIN_MAX: usize = 24;

/// Turns within which a server that leads alone must have recorded what it was given.
const TURNS_MAX: usize = 3;

/// As many entries as were kept, no more and no fewer, and the last of them the same.
pub(crate) fn quick(memory: &Memory, oracle: &Oracle) -> Result<(), String> {
    let head = memory.head().map_err(|why| why.to_string())?;
    let log = oracle.log();
    let Some(line) = log.record.last() else { return Ok(()) };
    let (size, mut digest) = (log.record.len() as u64, None);
    let read = memory.entries(size - 1, size, &mut |_, bytes| {
        digest = Some(entry::digest(bytes));
        false
    });
    read.map_err(|why| why.to_string())?;
    if head.size == size && digest == Some(line.digest) {
        Ok(())
    } else {
        Err(format!("{size} entries were kept, {} are there", head.size))
    }
}

/// The end of a run.
pub(crate) fn end(world: &World) {
    if let Err(why) = healed(world).and_then(|()| record(world)) {
        world.oracle.broke(why);
    }
}

/// Nothing fails any more; what is on its way arrives; old leaders wake; each server leads again and records.
fn healed(world: &World) -> Result<(), String> {
    world.trace.note(|| "the end: nothing fails any more".into());
    world.network.heal();
    for server in &world.servers {
        server.freeze(false);
        server.mark.set_disk_full(false);
        server.turn(false);
    }
    while world.network.arrive() {}
    for server in &world.servers {
        server.turn(false);
        server.turn(true);
    }
    world.clock.heal();
    for (number, server) in world.servers.iter().enumerate() {
        server.start();
        if server.is_over() {
            return Err(format!("after healing server {number} does not start"));
        }
        let act = at(&world.clients).begin(true, Ask::Say(1));
        match asked(world, act, number) {
            Some(Ok(Recorded { count: 1, .. })) => {}
            told => return Err(format!("after healing a fresh command was told {told:?}")),
        }
    }
    let last = world.servers.len() - 1;
    for act in unknown(world) {
        match asked(world, act, last) {
            Some(Err(Rejected::Unknown(_) | Rejected::NotRecorded(_) | Rejected::Busy | Rejected::Stopped)) | None => {
                return Err(format!("after healing nobody knows what became of act {act}"));
            }
            Some(_) => {}
        }
    }
    live(world, &world.servers[last])
}

/// Sends an act to a server once more; what it is told.
fn asked(world: &World, act: usize, server: usize) -> Option<Told> {
    let send = {
        let mut clients = at(&world.clients);
        let ask = clients.acts[act].ask;
        clients.sending(act, ask)
    };
    world.deliver(send, server);
    for _ in 0..TURNS_MAX {
        if world.servers[server].turn(false) != Some(Turn::Went) {
            break;
        }
    }
    world.oracle.log().sendings[send as usize].told.clone()
}

/// The last acts of which no client knows what became.
fn unknown(world: &World) -> Vec<usize> {
    let clients = at(&world.clients);
    let log = world.oracle.log();
    let is_unknown = |send: &u64| {
        matches!(
            log.sendings[*send as usize].told,
            Some(Err(Rejected::Unknown(_))) | None
        )
    };
    let acts = clients.acts.iter().enumerate().rev();
    let acts = acts.filter(|(_, act)| act.has_key && act.sendings.iter().any(is_unknown));
    acts.map(|(number, _)| number).take(ASKED_AGAIN_MAX).collect()
}

/// The last leader shows what replay gives, and proves every entry.
fn live(world: &World, server: &Server) -> Result<(), String> {
    let ledger = server.ledger().ok_or("the last leader is gone")?;
    let (view, memory) = (ledger.view(), world.network.database.memory());
    let mut replayed = Tally::default();
    ledger::replay(&memory, &mut replayed, 0, view.size).map_err(|why| why.to_string())?;
    if replayed != view.state || view.size != world.oracle.log().record.len() as u64 {
        return Err("the live state is not what replay gives".into());
    }
    ledger.publish_now();
    for seq in 0..view.size {
        let bytes = ledger.entry_bytes(seq).map_err(|why| why.to_string())?;
        let digest = entry::digest(&bytes.unwrap_or_default());
        let proof = ledger.proof(seq).map_err(|why| why.to_string())?;
        // The signature of one checkpoint is the same for all.
        let root = ledger::tree::root_from_inclusion(&ledger::tree::leaf_hash(&digest), seq, view.size, &proof.hashes);
        if root.map_err(|why| why.to_string())? != view.root {
            return Err(format!("entry {seq} does not prove"));
        }
    }
    ledger::checkpoint::open(&view.signed, &key().verifier()).map_err(|why| why.to_string())?;
    Ok(())
}

/// The record as a stranger reads it: every entry that was kept, exactly, with its words and files, and nothing of what
/// was erased.
fn record(world: &World) -> Result<(), String> {
    let memory = world.network.database.memory();
    let log = world.oracle.log();
    let size = log.record.len() as u64;
    let (mut problem, mut next) = (None, 0);
    let read = memory.entries(0, size, &mut |seq, bytes| {
        let same = seq == next && log.record[seq as usize].digest == entry::digest(bytes);
        if !same {
            problem = Some(format!("entry {seq} is not the one that was kept"));
        }
        next += 1;
        same
    });
    read.map_err(|why| why.to_string())?;
    if let Some(problem) = problem {
        return Err(problem);
    }
    if next != size {
        return Err(format!("{size} entries were kept, {next} are there"));
    }
    for (entry, file) in log.state.whole() {
        let line = &log.record[entry as usize];
        let is_there = match file {
            Some(file) => log.old_files.contains(&file) || memory.blob(file).is_ok_and(|blob| blob.is_some()),
            None => memory.sealed(words_at(entry)).is_ok_and(|sealed| {
                sealed.is_some_and(|sealed| {
                    let genuine = Commitment::of(&sealed.salt, sealed.value.as_bytes());
                    sealed.value == words_of(line.send, line.part) && committed(&memory, entry) == Some(genuine)
                })
            }),
        };
        if !is_there {
            return Err(format!("the words or the file of entry {entry} are not there"));
        }
    }
    for (entry, file) in log.state.erased() {
        let words = memory.sealed(words_at(entry)).is_ok_and(|sealed| sealed.is_none());
        let file = file.is_none_or(|file| memory.blob(file).is_ok_and(|blob| blob.is_none()));
        if !words || !file {
            return Err(format!("what entry {entry} had is erased and is there"));
        }
    }
    Ok(())
}

/// What an entry says its words are.
fn committed(memory: &Memory, seq: u64) -> Option<Commitment> {
    let mut found = None;
    let read = memory.entries(seq, seq + 1, &mut |_, bytes| {
        let parsed: Result<Entry<Event>, _> = entry::parse(bytes);
        if let Ok(Event::Said(said)) = parsed.map(|entry| entry.event) {
            found = Some(said.words);
        }
        false
    });
    read.ok().and(found)
}
