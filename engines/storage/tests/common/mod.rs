//! Folders of their own for tests.

// Each test program uses its own part of this.
#[allow(dead_code)]
pub mod full;

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A folder that goes when this goes.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!(
            "storage-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }
}

impl Deref for Folder {
    type Target = Path;
    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Something that lives in a folder of its own.
#[derive(Debug)]
pub struct In<T> {
    // Closed before its folder goes.
    what: T,
    _folder: Folder,
}

impl<T> In<T> {
    #[allow(dead_code)]
    pub fn new(open: impl FnOnce(&Path) -> T) -> Self {
        let folder = Folder::new();
        In {
            what: open(&folder),
            _folder: folder,
        }
    }
}

impl<T> Deref for In<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.what
    }
}
