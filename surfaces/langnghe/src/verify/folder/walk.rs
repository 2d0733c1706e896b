//! First pass over a folder's entries: form, hours, kinds, tree, tiles, state.

use crate::verify::ended;
use crate::verify::marks::Marks;
use crate::verify::report::{self, Report};
use crate::verify::snapshots::Snapshots;
use base::time::Hour;
use ledger::entry::{self, EntryProblem};
use ledger::machine::Machine;
use ledger::store::{Store, StoreError};
use ledger::tile::{Level, TilePath};
use ledger::tree::{Edge, FullTile, HASH_BYTES, Hash, TILE_HEIGHT, TILE_LEVELS, TILE_WIDTH, leaf_hash};
use people::role::Role;
use world::events::record;
use world::{Event, World};

/// What the first pass gave.
pub struct Walked {
    size: u64,
    root: Hash,
    /// The first entry whose hash is not the one in its tile.
    differs: Option<u64>,
    /// The state; none when an entry could not be read.
    pub world: Option<World>,
}

impl Walked {
    /// Compares the root the entries lead to with the signed one; says where to look when they differ.
    pub fn compare_root(&self, signed: &Hash) -> Result<(), String> {
        if self.root == *signed {
            return Ok(());
        }
        let tail = self.size - self.size % TILE_WIDTH as u64;
        let place = match self.differs {
            Some(seq) => format!("entry {seq} is the first that differs from its tile"),
            None if tail < self.size => format!(
                "no tile differs, so it is one of the entries {tail} to {}",
                self.size - 1
            ),
            None => "no tile differs".to_owned(),
        };
        Err(format!("the entries lead to another root than the signed one; {place}"))
    }
}

struct Walk<'a> {
    store: &'a dyn Store,
    report: &'a mut Report,
    edge: Edge,
    world: Option<World>,
    last: Option<Hour>,
    differs: Option<u64>,
}

/// Reads `size` entries; none when they end too early.
pub fn walk(
    store: &dyn Store,
    size: u64,
    marks: &mut Marks,
    snapshots: Snapshots,
    report: &mut Report,
) -> Option<Walked> {
    let mut walk = Walk {
        store,
        report,
        edge: Edge::new(),
        world: Some(World::default()),
        last: None,
        differs: None,
    };
    let mut look = |walk: &mut Walk<'_>| {
        marks.see(&walk.edge);
        if let Some(world) = &walk.world {
            snapshots.compare(walk.edge.size(), || walk.edge.root(), world, walk.report);
        }
    };
    look(&mut walk);
    let read = store.entries(0, size, &mut |_, bytes| {
        walk.entry(bytes);
        look(&mut walk);
        true
    });
    let found = walk.edge.size();
    match read {
        Err(StoreError::Damaged(why)) => walk.report.wrong(report::ENTRIES, why),
        Err(why) => walk.report.wrong(report::STORE, format!("entry {found}: {why}")),
        Ok(()) if found < size => walk.report.wrong(report::ENTRIES, format!("entry {found} is missing")),
        Ok(()) => {
            walk.no_tile_too_many();
            return Some(Walked {
                size,
                root: walk.edge.root(),
                differs: walk.differs,
                world: walk.world,
            });
        }
    }
    None
}

impl Walk<'_> {
    fn entry(&mut self, bytes: &[u8]) {
        let seq = self.edge.size();
        match entry::parse::<Event>(bytes) {
            Err(EntryProblem::Shape(why)) => self.unreadable(report::ENTRIES, format!("entry {seq}: {why}")),
            Ok(entry) if entry.seq != seq => {
                self.unreadable(report::ENTRIES, format!("entry {seq} bears the number {}", entry.seq));
            }
            Err(why) => self.unreadable(report::KINDS, format!("entry {seq}: {why}")),
            Ok(entry) => {
                self.report.check(
                    report::ENTRIES,
                    match entry::is_in_its_one_form::<Event>(bytes) {
                        true => Ok(()),
                        false => Err(format!("entry {seq} is not written in the one form of its data")),
                    },
                );
                let role = entry.by.as_deref().filter(|by| Role::from_name(by).is_none());
                self.report.check(
                    report::KINDS,
                    role.map_or(Ok(()), |by| Err(format!("entry {seq} is by {by:?}, which is no role"))),
                );
                let back = self.last.filter(|last| entry.at < *last);
                self.report.check(
                    report::HOURS,
                    back.map_or(Ok(()), |last| {
                        Err(format!("entry {seq} is of {}, the one before it of {last}", entry.at))
                    }),
                );
                self.last = Some(entry.at);
                if let Event::Record(record::Event::LogContinued(continued)) = &entry.event {
                    ended::check(seq, &continued.into(), &self.edge.root(), self.report);
                }
                if let Some(world) = &mut self.world {
                    world.apply(&entry);
                }
            }
        }
        for tile in self.edge.push(leaf_hash(&entry::digest(bytes))) {
            let fault = self.tile_fault(&tile);
            self.report.check(report::TILES, fault.map_or(Ok(()), Err));
        }
    }

    fn unreadable(&mut self, rule: report::Rule, fault: String) {
        self.report.wrong(rule, fault);
        self.world = None;
    }

    fn tile_fault(&mut self, right: &FullTile) -> Option<String> {
        let name = path(right.level, right.index);
        let stored = match self.store.tile(right.level, right.index) {
            Err(why) => return Some(format!("{name}: {why}")),
            Ok(None) => return Some(format!("{name} is missing")),
            Ok(Some(stored)) if stored.len() != right.bytes.len() => {
                return Some(format!("{name} is {} bytes long", stored.len()));
            }
            Ok(Some(stored)) => stored,
        };
        let byte = stored
            .iter()
            .zip(&right.bytes)
            .position(|(stored, right)| stored != right)?;
        let position = (byte / HASH_BYTES) as u64;
        let below = right.index * TILE_WIDTH as u64 + position;
        if right.level == 0 {
            self.differs.get_or_insert(below);
            Some(format!("{name}, byte {byte}: is not the hash of entry {below}"))
        } else {
            Some(format!(
                "{name}, byte {byte}: is not the hash of {}",
                path(right.level - 1, below)
            ))
        }
    }

    /// The place after the last tile of each level is empty.
    fn no_tile_too_many(&mut self) {
        for level in 0..TILE_LEVELS as u8 {
            let next = self
                .edge
                .size()
                .checked_shr(TILE_HEIGHT * (u32::from(level) + 1))
                .unwrap_or(0);
            let name = path(level, next);
            match self.store.tile(level, next) {
                Ok(None) => {}
                Ok(Some(_)) if self.grew() => {}
                Ok(Some(_)) => self
                    .report
                    .wrong(report::TILES, format!("{name} is there, and its entries are not")),
                Err(why) => self.report.wrong(report::TILES, format!("{name}: {why}")),
            }
        }
    }

    /// Whether a running server has gone on meanwhile.
    fn grew(&self) -> bool {
        self.store.head().is_ok_and(|head| head.size > self.edge.size())
    }
}

fn path(level: u8, index: u64) -> TilePath {
    TilePath {
        level: Level::Hash(level),
        index,
        width: TILE_WIDTH as u16,
    }
}
