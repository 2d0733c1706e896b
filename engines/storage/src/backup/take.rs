//! Taking a backup from a store that is in use.

use super::{
    About, BLOBS_FILE, BackupError, BlobLine, CHECKPOINT_FILE, ENTRIES_FILE, FORMAT, MANIFEST_FILE, Manifest, MonthKey,
    ONCE_FILE, WORDS_FILE, WordsLine, io_at,
};
use crate::files;
use base::hex;
use ledger::store::{Head, Store};
use ledger::tree::{Edge, leaf_hash};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Times it is begun anew because something was erased meanwhile.
const TRIES_MAX: usize = 5;
/// Entries between two words of progress.
const PROGRESS_ENTRIES: u64 = 65_536;
/// Files listed at a time.
const BLOBS_PER_LIST: usize = 256;
const SECONDS_PER_HOUR: u64 = 3600;

/// Takes a backup into a folder that is not there yet; until it is whole it has another name (`.part` behind it).
///
/// Entries recorded meanwhile are left to the next one. `erases` says of an entry's bytes whether it erases something:
/// if one came meanwhile the backup is begun anew, so that no value is missing that the entries in it do not erase.
///
/// # Errors
/// [`BackupError`]; nothing is left under the folder's name.
pub fn take(
    store: &dyn Store,
    to: &Path,
    about: &About,
    key: &MonthKey,
    erases: &dyn Fn(&[u8]) -> bool,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Manifest, BackupError> {
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    for _ in 0..TRIES_MAX {
        // What a killed one left behind.
        match std::fs::remove_dir_all(part) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => return Err(io_at(part)(why)),
            _ => {}
        }
        files::make_folder(part).map_err(io_at(part))?;
        let head = store.head()?;
        if head.size == 0 {
            return Err(BackupError::Empty);
        }
        let manifest = write(store, part, &head, about, key, progress)?;
        let mut erased = false;
        store.entries(head.size, u64::MAX, &mut |_, bytes| {
            erased = erases(bytes);
            !erased
        })?;
        if erased {
            continue;
        }
        std::fs::rename(part, to).map_err(io_at(to))?;
        let above = to.parent().filter(|above| !above.as_os_str().is_empty());
        files::sync_folder(above.unwrap_or(Path::new("."))).map_err(io_at(to))?;
        return Ok(manifest);
    }
    std::fs::remove_dir_all(part).map_err(io_at(part))?;
    Err(BackupError::Erasing)
}

fn write(
    store: &dyn Store,
    dir: &Path,
    head: &Head,
    about: &About,
    key: &MonthKey,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Manifest, BackupError> {
    let mut digests = BTreeMap::new();
    let root = entries(store, dir, head.size, &mut digests, progress)?;
    let mut checkpoint = Out::create(dir, CHECKPOINT_FILE)?;
    checkpoint.put(head.checkpoint.as_bytes())?;
    checkpoint.end(&mut digests)?;
    let mut once = Out::create(dir, ONCE_FILE)?;
    for row in store.once_from(0)?.iter().take_while(|row| row.seq < head.size) {
        let line = format!("{},{},{}\n", row.seq, hex::encode(&row.key), hex::encode(&row.body));
        once.put(line.as_bytes())?;
    }
    once.end(&mut digests)?;
    let sealed = words(store, dir, head.size, key, &mut digests)?;
    let blobs = blobs(store, dir, key, &mut digests)?;
    let manifest = Manifest {
        format: FORMAT,
        vkey: about.vkey.clone(),
        month: key.month().to_owned(),
        recipient: key.recipient().to_string(),
        incarnation: about.incarnation,
        demo_clock: about.demo_clock.clone(),
        entries: head.size,
        root,
        sealed,
        blobs,
        digests,
    };
    let path = dir.join(MANIFEST_FILE);
    let text = serde_json::to_vec_pretty(&manifest).map_err(|why| io_at(&path)(why.into()))?;
    files::write_durably(&path, &text).map_err(io_at(&path))?;
    Ok(manifest)
}

fn entries(
    store: &dyn Store,
    dir: &Path,
    size: u64,
    digests: &mut BTreeMap<String, String>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<String, BackupError> {
    let mut out = Out::create(dir, ENTRIES_FILE)?;
    let (mut edge, mut failed) = (Edge::new(), None);
    store.entries(0, size, &mut |seq, bytes| {
        edge.push(leaf_hash(&ledger::entry::digest(bytes)));
        let written = out.put(bytes).and_then(|()| out.put(b"\n"));
        if seq % PROGRESS_ENTRIES == 0 {
            progress(seq, size);
        }
        failed = written.err();
        failed.is_none()
    })?;
    if let Some(why) = failed {
        return Err(why);
    }
    out.end(digests)?;
    Ok(hex::encode(&edge.root()))
}

fn words(
    store: &dyn Store,
    dir: &Path,
    size: u64,
    key: &MonthKey,
    digests: &mut BTreeMap<String, String>,
) -> Result<u64, BackupError> {
    let mut out = Locked::create(dir, WORDS_FILE, key)?;
    let (mut count, mut failed) = (0, None);
    store.sealed_range(0, size, &mut |sealed| {
        count += 1;
        let line = WordsLine {
            seq: sealed.at.seq,
            field: sealed.at.field.to_string(),
            salt: hex::encode(&sealed.salt),
            value: sealed.value,
        };
        failed = out.line(&line).err();
        failed.is_none()
    })?;
    if let Some(why) = failed {
        return Err(why);
    }
    out.end(digests)?;
    Ok(count)
}

fn blobs(
    store: &dyn Store,
    dir: &Path,
    key: &MonthKey,
    digests: &mut BTreeMap<String, String>,
) -> Result<u64, BackupError> {
    let mut out = Locked::create(dir, BLOBS_FILE, key)?;
    let (mut count, mut after) = (0, None);
    loop {
        let list = store.blobs(after, BLOBS_PER_LIST)?;
        let Some((last, _)) = list.last() else { break };
        after = Some(*last);
        for (id, _) in &list {
            // Gone since it was listed: an erasure, after which this backup is begun anew.
            let Some(blob) = store.blob(*id)? else { continue };
            count += 1;
            out.line(&BlobLine {
                id: hex::encode(&id.0),
                salt: hex::encode(&blob.salt),
                put: blob.put.unix_secs() / SECONDS_PER_HOUR,
                bytes: blob.bytes.len() as u64,
            })?;
            out.put(&blob.bytes)?;
            out.put(b"\n")?;
        }
    }
    out.end(digests)?;
    Ok(count)
}

/// A file that is being written, and its digest.
struct Out {
    name: &'static str,
    path: std::path::PathBuf,
    file: BufWriter<File>,
    digest: Sha256,
}

impl Out {
    fn create(dir: &Path, name: &'static str) -> Result<Self, BackupError> {
        let path = dir.join(name);
        let mut options = OpenOptions::new();
        let file = options.write(true).create_new(true).mode(files::FILE_MODE).open(&path);
        Ok(Out {
            name,
            file: BufWriter::new(file.map_err(io_at(&path))?),
            path,
            digest: Sha256::new(),
        })
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.write_all(bytes).map_err(io_at(&self.path))
    }

    fn end(self, digests: &mut BTreeMap<String, String>) -> Result<(), BackupError> {
        let file = self
            .file
            .into_inner()
            .map_err(|why| io_at(&self.path)(why.into_error()))?;
        file.sync_all().map_err(io_at(&self.path))?;
        digests.insert(self.name.to_owned(), hex::encode(&self.digest.finalize()));
        Ok(())
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file whose content only the month's key opens.
struct Locked {
    path: std::path::PathBuf,
    stream: age::stream::StreamWriter<Out>,
}

impl Locked {
    fn create(dir: &Path, name: &'static str, key: &MonthKey) -> Result<Self, BackupError> {
        let out = Out::create(dir, name)?;
        let (path, recipient) = (out.path.clone(), key.recipient());
        let locking = age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient));
        let stream = locking
            .map_err(io::Error::other)
            .and_then(|locking| locking.wrap_output(out))
            .map_err(io_at(&path))?;
        Ok(Locked { path, stream })
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), BackupError> {
        self.stream.write_all(bytes).map_err(io_at(&self.path))
    }

    fn line(&mut self, line: &impl serde::Serialize) -> Result<(), BackupError> {
        let mut text = serde_json::to_vec(line).map_err(|why| io_at(&self.path)(why.into()))?;
        text.push(b'\n');
        self.put(&text)
    }

    fn end(self, digests: &mut BTreeMap<String, String>) -> Result<(), BackupError> {
        self.stream.finish().map_err(io_at(&self.path))?.end(digests)
    }
}
