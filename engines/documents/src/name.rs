//! Names of files, made safe to show and to keep on any disk.

use crate::FileKind;

/// Most characters of a name, its ending included.
pub const NAME_CHARS_MAX: usize = 100;

/// What a file without a name is called.
const NAMELESS: &str = "tep";

/// A name that is one line, names no folder, turns no text around, and ends as its kind does: `bao-cao.exe` that is a
/// PDF becomes `bao-cao.exe.pdf`, so that whoever opens it opens it as what it is. It is never empty.
pub fn clean_name(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = last.chars().filter(|character| may_stand(*character)).collect();
    let safe = safe.split_whitespace().collect::<Vec<_>>().join(" ");
    let safe = safe.trim_matches(['.', ' ']);
    let (stem, ending) = parted(safe, kind);
    let room = NAME_CHARS_MAX - 1 - ending.chars().count();
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_matches(['.', ' ']);
    format!("{}.{ending}", if stem.is_empty() { NAMELESS } else { stem })
}

/// A name without its ending, and the ending: the one it has when the kind has it too, else the kind's usual one.
fn parted(name: &str, kind: FileKind) -> (&str, String) {
    if let Some((stem, ending)) = name.rsplit_once('.') {
        let ending = ending.to_ascii_lowercase();
        if kind.extensions().contains(&ending.as_str()) {
            return (stem, ending);
        }
    }
    (name, kind.extension().to_owned())
}

/// Neither a control character, nor one that disks refuse, nor one without a shape that changes how others are read
/// (Unicode UAX #9 §2: embeddings, overrides, isolates, marks; joiners, the byte order mark, tags).
fn may_stand(character: char) -> bool {
    !character.is_control()
        && !matches!(character, ':' | '*' | '?' | '"' | '<' | '>' | '|')
        && !matches!(
            character,
            '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFD}'
        )
        && !matches!(character, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        && !matches!(character, '\u{E0000}'..='\u{E0FFF}')
}
