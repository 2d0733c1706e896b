//! Opening a backup: every file is the one that was written, and gives the root that the manifest names.

use super::{
    BLOBS_FILE, BackupError, BlobLine, CHECKPOINT_FILE, ENTRIES_FILE, FORMAT, MANIFEST_FILE, Manifest, MonthKey,
    ONCE_FILE, WORDS_FILE, WordsLine, io_at,
};
use base::fact::{BlobId, SealedRef};
use base::hex;
use base::time::Hour;
use ledger::store::{OnceRow, Sealed, sealed_ref};
use ledger::tree::{Edge, leaf_hash};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Entries, or sealed values, between two places that are remembered.
pub(super) const MARK_EVERY: u64 = 1_024;
/// Longest manifest that is read, in bytes.
const MANIFEST_BYTES_MAX: u64 = 64 * 1024;
/// Longest line before a file or of a sealed value, in bytes.
pub(super) const LINE_BYTES_MAX: u64 = 16 << 20;
const SECONDS_PER_HOUR: u64 = 3600;

/// A backup that was checked, as a store that is read only.
pub struct Backup {
    dir: PathBuf,
    manifest: Manifest,
    key: MonthKey,
    pub(super) checkpoint: String,
    /// Byte at which every [`MARK_EVERY`]th entry begins.
    pub(super) entry_marks: Vec<u64>,
    /// Every [`MARK_EVERY`]th sealed value and the byte of the opened file at which it begins.
    pub(super) words_marks: Vec<(SealedRef, u64)>,
    pub(super) once: Vec<OnceRow>,
    /// Tiles above the lowest level, which are few.
    pub(super) upper_tiles: BTreeMap<(u8, u64), Box<[u8]>>,
    pub(super) blobs: BTreeMap<BlobId, BlobPlace>,
    pub(super) words_left_out: BTreeSet<SealedRef>,
    pub(super) blobs_left_out: BTreeSet<BlobId>,
}

/// Where a file lies in the opened `files.age`.
pub(super) struct BlobPlace {
    pub(super) at: u64,
    pub(super) bytes: u64,
    pub(super) salt: [u8; 32],
    pub(super) put: Hour,
}

impl Backup {
    /// Opens and checks one.
    ///
    /// # Errors
    /// [`BackupError`]: not a backup, changed, or locked with another key.
    pub fn open(dir: &Path, key: MonthKey) -> Result<Self, BackupError> {
        let manifest = manifest(dir)?;
        if key.recipient().to_string() != manifest.recipient {
            return Err(BackupError::OtherKey {
                month: manifest.month,
                recipient: manifest.recipient,
            });
        }
        for (name, expected) in &manifest.digests {
            let path = dir.join(name);
            if digest_of(&path)? != *expected {
                return Err(BackupError::Changed(path));
            }
        }
        let path = dir.join(CHECKPOINT_FILE);
        let mut backup = Backup {
            checkpoint: std::fs::read_to_string(&path).map_err(io_at(path))?,
            dir: dir.to_owned(),
            manifest,
            key,
            entry_marks: Vec::new(),
            words_marks: Vec::new(),
            once: Vec::new(),
            upper_tiles: BTreeMap::new(),
            blobs: BTreeMap::new(),
            words_left_out: BTreeSet::new(),
            blobs_left_out: BTreeSet::new(),
        };
        backup.walk_entries()?;
        backup.walk_once()?;
        backup.walk_words()?;
        backup.walk_blobs()?;
        Ok(backup)
    }

    /// What it says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Treats these words and files as if they were not in it: they were erased since.
    pub fn leave_out(&mut self, words: impl IntoIterator<Item = SealedRef>, blobs: impl IntoIterator<Item = BlobId>) {
        self.words_left_out.extend(words);
        self.blobs_left_out.extend(blobs);
    }

    fn changed(&self, name: &str) -> BackupError {
        BackupError::Changed(self.dir.join(name))
    }

    fn walk_entries(&mut self) -> Result<(), BackupError> {
        let mut lines = self.entry_lines(0)?;
        let (mut edge, mut at, mut line) = (Edge::new(), 0, Vec::new());
        while lines
            .read_until(b'\n', &mut line)
            .map_err(io_at(self.dir.join(ENTRIES_FILE)))?
            > 0
        {
            if edge.size() % MARK_EVERY == 0 {
                self.entry_marks.push(at);
            }
            at += line.len() as u64;
            let bytes = line.strip_suffix(b"\n").ok_or_else(|| self.changed(ENTRIES_FILE))?;
            for tile in edge.push(leaf_hash(&ledger::entry::digest(bytes))) {
                if tile.level > 0 {
                    self.upper_tiles.insert((tile.level, tile.index), tile.bytes);
                }
            }
            line.clear();
        }
        if edge.size() != self.manifest.entries || hex::encode(&edge.root()) != self.manifest.root {
            return Err(self.changed(ENTRIES_FILE));
        }
        Ok(())
    }

    fn walk_once(&mut self) -> Result<(), BackupError> {
        let path = self.dir.join(ONCE_FILE);
        let text = std::fs::read_to_string(&path).map_err(io_at(path))?;
        for line in text.lines() {
            let mut parts = line.split(',');
            let row = (|| {
                Some(OnceRow {
                    seq: parts.next()?.parse().ok()?,
                    key: hex::decode_32(parts.next()?)?,
                    body: hex::decode_32(parts.next()?)?,
                })
            })();
            self.once.push(row.ok_or_else(|| self.changed(ONCE_FILE))?);
        }
        Ok(())
    }

    fn walk_words(&mut self) -> Result<(), BackupError> {
        let (mut lines, mut at, mut count) = (self.words_lines(0)?, 0, 0);
        while let Some((sealed, bytes)) = self.next_words(&mut lines)? {
            if count % MARK_EVERY == 0 {
                self.words_marks.push((sealed.at, at));
            }
            at += bytes;
            count += 1;
        }
        match count == self.manifest.sealed {
            true => Ok(()),
            false => Err(self.changed(WORDS_FILE)),
        }
    }

    fn walk_blobs(&mut self) -> Result<(), BackupError> {
        let mut lines = BufReader::new(self.opened(BLOBS_FILE)?);
        let (mut at, mut line) = (0, Vec::new());
        let path = self.dir.join(BLOBS_FILE);
        loop {
            line.clear();
            let read = (&mut lines).take(LINE_BYTES_MAX).read_until(b'\n', &mut line);
            let read = read.map_err(io_at(&path))? as u64;
            if read == 0 {
                break;
            }
            let head: BlobLine = serde_json::from_slice(&line).map_err(|_| self.changed(BLOBS_FILE))?;
            let id = hex::decode(&head.id).and_then(|id| id.try_into().ok()).map(BlobId);
            let salt = hex::decode_32(&head.salt);
            let (Some(id), Some(salt)) = (id, salt) else {
                return Err(self.changed(BLOBS_FILE));
            };
            let place = BlobPlace {
                at: at + read,
                bytes: head.bytes,
                salt,
                put: Hour::from_unix_secs(head.put.saturating_mul(SECONDS_PER_HOUR)),
            };
            let skipped = io::copy(&mut (&mut lines).take(head.bytes + 1), &mut io::sink()).map_err(io_at(&path))?;
            if skipped != head.bytes + 1 {
                return Err(self.changed(BLOBS_FILE));
            }
            at += read + skipped;
            self.blobs.insert(id, place);
        }
        match self.blobs.len() as u64 == self.manifest.blobs {
            true => Ok(()),
            false => Err(self.changed(BLOBS_FILE)),
        }
    }

    /// The entries' lines from a byte on.
    pub(super) fn entry_lines(&self, from: u64) -> Result<BufReader<File>, BackupError> {
        let path = self.dir.join(ENTRIES_FILE);
        let mut file = File::open(&path).map_err(io_at(&path))?;
        file.seek(SeekFrom::Start(from)).map_err(io_at(&path))?;
        Ok(BufReader::new(file))
    }

    /// The sealed values' lines from a byte of the opened file on.
    pub(super) fn words_lines(&self, from: u64) -> Result<impl BufRead + use<>, BackupError> {
        let mut file = self.opened(WORDS_FILE)?;
        file.seek(SeekFrom::Start(from))
            .map_err(io_at(self.dir.join(WORDS_FILE)))?;
        Ok(BufReader::new(file))
    }

    /// The next sealed value and the bytes of its line.
    pub(super) fn next_words(&self, lines: &mut impl BufRead) -> Result<Option<(Sealed, u64)>, BackupError> {
        let mut line = Vec::new();
        let read = lines.take(LINE_BYTES_MAX).read_until(b'\n', &mut line);
        let read = read.map_err(io_at(self.dir.join(WORDS_FILE)))? as u64;
        if read == 0 {
            return Ok(None);
        }
        let words: Option<WordsLine> = serde_json::from_slice(&line).ok();
        let sealed = words.and_then(|words| {
            Some(Sealed {
                at: sealed_ref(words.seq, &words.field)?,
                salt: hex::decode_32(&words.salt)?,
                value: words.value,
            })
        });
        sealed
            .map(|sealed| Some((sealed, read)))
            .ok_or_else(|| self.changed(WORDS_FILE))
    }

    /// A locked file, opened with the month's key.
    pub(super) fn opened(&self, name: &str) -> Result<age::stream::StreamReader<File>, BackupError> {
        let path = self.dir.join(name);
        let file = File::open(&path).map_err(io_at(&path))?;
        let locked = age::Decryptor::new(file).map_err(|_| self.changed(name))?;
        let identity: &dyn age::Identity = self.key.identity();
        locked
            .decrypt(std::iter::once(identity))
            .map_err(|_| self.changed(name))
    }
}

fn manifest(dir: &Path) -> Result<Manifest, BackupError> {
    let not_one = |why: String| BackupError::NotABackup { path: dir.into(), why };
    let path = dir.join(MANIFEST_FILE);
    let file = File::open(&path).map_err(|why| not_one(format!("{MANIFEST_FILE}: {why}")))?;
    let mut text = String::new();
    file.take(MANIFEST_BYTES_MAX)
        .read_to_string(&mut text)
        .map_err(io_at(&path))?;
    let manifest: Manifest = serde_json::from_str(&text).map_err(|why| not_one(format!("{MANIFEST_FILE}: {why}")))?;
    if manifest.format != FORMAT {
        return Err(not_one(format!(
            "its form is {}, this release knows {FORMAT}",
            manifest.format
        )));
    }
    let expected = [CHECKPOINT_FILE, ENTRIES_FILE, BLOBS_FILE, ONCE_FILE, WORDS_FILE];
    if !manifest.digests.keys().map(String::as_str).eq(expected) {
        return Err(not_one("its list of files is another".into()));
    }
    Ok(manifest)
}

fn digest_of(path: &Path) -> Result<String, BackupError> {
    let mut file = File::open(path).map_err(io_at(path))?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        match file.read(&mut buffer).map_err(io_at(path))? {
            0 => return Ok(hex::encode(&digest.finalize())),
            read => digest.update(&buffer[..read]),
        }
    }
}
