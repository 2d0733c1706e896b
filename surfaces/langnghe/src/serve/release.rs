//! Which release a data folder was last used by: a change to another one is said before anything is written.

use crate::exit::{self, Stop, say};
use std::path::Path;
use storage::files;

/// The release that last led the record, in the data folder.
pub const RELEASE_FILE: &str = "release";
const OWN: &str = env!("CARGO_PKG_VERSION");

/// Major, minor and patch number of a release.
type Version = (u64, u64, u64);

/// Says when the folder was used by another release, and refuses one that a newer release used.
///
/// # Errors
/// A newer release used it, and nobody accepted to go back; or the file holds no release.
pub fn check(dir: &Path, go_back: bool) -> Result<(), Stop> {
    let path = dir.join(RELEASE_FILE);
    let kept = match std::fs::read_to_string(&path) {
        Ok(text) => text.trim().to_owned(),
        // Made before releases were noted, or just now.
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return note(&path),
        Err(why) => return Err(failed(&path, &why.to_string())),
    };
    let (Some(before), Some(own)) = (version(&kept), version(OWN)) else {
        let why = format!(
            "{} holds no release; write {OWN} into it if this release may lead the folder",
            path.display()
        );
        return Err(Stop::new(exit::REFUSED, why));
    };
    if before == own {
        return Ok(());
    }
    if before < own {
        say(&format!(
            "{} was last used by release {kept}, this is {OWN}: from here on release {kept} may not be able to read it; a \
             backup taken before can be put back by both",
            dir.display()
        ));
        return note(&path);
    }
    if !go_back {
        let why = format!(
            "{} was last used by release {kept}, this is {OWN}: start that release; or, if nothing was recorded that only \
             it knows, take a backup and say --older-release",
            dir.display()
        );
        return Err(Stop::new(exit::REFUSED, why));
    }
    say(&format!(
        "going back from release {kept} to {OWN}: an entry of a kind that only {kept} knows stops the start, and nothing is lost"
    ));
    note(&path)
}

/// Notes this release.
fn note(path: &Path) -> Result<(), Stop> {
    files::write_durably(path, format!("{OWN}\n").as_bytes()).map_err(|why| failed(path, &why.to_string()))
}

fn version(text: &str) -> Option<Version> {
    let mut parts = text.split('.').map(|part| part.parse().ok());
    let version = (parts.next()??, parts.next()??, parts.next()??);
    parts.next().is_none().then_some(version)
}

fn failed(path: &Path, why: &str) -> Stop {
    Stop::new(exit::FAILED, format!("{}: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_compared_by_their_numbers() {
        assert!(version("0.10.0") > version("0.9.9"));
        assert_eq!(version("1.2.3"), Some((1, 2, 3)));
        for wrong in ["", "1.2", "1.2.3.4", "1.2.x", "v1.2.3"] {
            assert_eq!(version(wrong), None, "{wrong}");
        }
    }
}
