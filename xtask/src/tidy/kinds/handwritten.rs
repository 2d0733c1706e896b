//! Types that write and read themselves: what is known of them is the hash of the code that does it.

use super::super::modules::{Modules, Other, TypeId, crate_of};
use super::super::rust::{Kind, Token, starts};
use super::shape::written;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// SHA-256, in hex, of the code that writes and reads a type: its impls of serde's traits, or the macro that makes them
/// and its use; and of the Display that writing goes through. None when there is no such code.
pub fn hash(modules: &Modules, (module, name): &TypeId) -> Option<String> {
    let mut codes = BTreeSet::new();
    let (mut writes, mut reads, mut displays) = (false, false, false);
    let mut take = |code: &[Token]| {
        displays |= code.iter().any(|token| token.is("collect_str"));
        codes.insert(text_of(code));
    };
    for other in modules.others(crate_of(module)) {
        match implemented(&other.tokens, name) {
            Some("Serialize") => writes = true,
            Some("Deserialize") => reads = true,
            _ => {
                let Some(definition) = macro_used_for(modules, other, name) else {
                    continue;
                };
                (writes, reads) = (
                    writes || makes(definition, "Serialize"),
                    reads || makes(definition, "Deserialize"),
                );
                take(&definition.tokens);
            }
        }
        take(&other.tokens);
    }
    if displays {
        let shown = modules.others(crate_of(module));
        for other in shown.filter(|other| implemented(&other.tokens, name) == Some("Display")) {
            codes.insert(text_of(&other.tokens));
        }
    }
    let text: Vec<String> = codes.into_iter().collect();
    let digest = Sha256::digest(text.join("\n").as_bytes());
    (writes && reads).then(|| digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The trait that an `impl … for name` implements.
fn implemented<'a>(tokens: &'a [Token], name: &str) -> Option<&'a str> {
    let block = tokens.iter().position(|token| token.is("{"))?;
    let head = &tokens[..block];
    let start = head.iter().position(|token| token.is("impl"))?;
    let middle = head.iter().rposition(|token| token.is("for"))?;
    let is_for = head.last().is_some_and(|last| last.is(name));
    // The trait's name stands last before `for`, outside of `<'de>`.
    let mut depth = 0usize;
    for token in head.get(start + 1..middle)?.iter().rev() {
        if token.is(">") {
            depth += 1;
        } else if token.is("<") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && token.kind == Kind::Word {
            return is_for.then_some(token.text.as_str());
        }
    }
    None
}

/// The macro whose use makes serde's traits for this type.
fn macro_used_for<'a>(modules: &'a Modules, other: &Other, name: &str) -> Option<&'a Other> {
    let mark = other.tokens.iter().position(|token| token.is("!"))?;
    let used = &other.tokens[mark.checked_sub(1)?];
    let is_used_for = other.tokens[mark..].iter().any(|token| token.is(name));
    if used.is("macro_rules") || !is_used_for {
        return None;
    }
    modules.all_others().find(|definition| {
        let is_it = (0..definition.tokens.len())
            .any(|at| starts(&definition.tokens, at, &["macro_rules", "!", used.text.as_str()]));
        is_it && (makes(definition, "Serialize") || makes(definition, "Deserialize"))
    })
}

/// Whether a macro's definition implements a trait for what it is given.
fn makes(definition: &Other, name: &str) -> bool {
    let tokens = &definition.tokens;
    let has_for = |at: usize| {
        tokens[at..]
            .iter()
            .take_while(|token| !token.is("{"))
            .any(|token| token.is("for"))
    };
    (0..tokens.len()).any(|at| tokens[at].is(name) && has_for(at))
}

/// Tokens with single spaces, without the comma that formatting puts before a closing bracket.
fn text_of(code: &[Token]) -> String {
    let is_idle = |at: usize| code[at].is(",") && code.get(at + 1).is_some_and(|next| next.kind == Kind::Close);
    let words = (0..code.len()).filter(|at| !is_idle(*at)).map(|at| written(&code[at]));
    words.collect::<Vec<_>>().join(" ")
}
