//! Every command is in the one table that says who may give it.

use super::Finding;
use super::rust::{self, Kind, Token, closing, starts};
use super::tree::Tree;

const COMMANDS: &str = "domain/world/src/command.rs";
const RIGHTS: &str = "domain/world/src/rights.rs";

/// Findings: a variant of `Command` that the table does not name. Without commands there is nothing to find.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(commands) = tree.file(COMMANDS) else {
        return Vec::new();
    };
    let Some(rights) = tree.file(RIGHTS) else {
        return vec![Finding::new(
            COMMANDS,
            1,
            format!("the rights table {RIGHTS} is not there: say who may give each command"),
        )];
    };
    let (commands, rights) = match (rust::product_tokens(commands), rust::product_tokens(rights)) {
        (Ok(commands), Ok(rights)) => (commands, rights),
        (Err(finding), _) | (_, Err(finding)) => return vec![finding],
    };
    let variants = variants(&commands);
    if variants.is_empty() {
        return vec![Finding::new(COMMANDS, 1, "there is no `enum Command` here")];
    }
    let named = |variant: &Token| {
        (0..rights.len()).any(|at| {
            (rights[at].is("Command") || rights[at].is("CommandKind") || rights[at].is("Self"))
                && starts(&rights, at + 1, &["::", &variant.text])
        })
    };
    let missing = variants.into_iter().filter(|variant| !named(variant));
    missing
        .map(|variant| {
            let what = format!("`Command::{}` is not in {RIGHTS}: say who may give it", variant.text);
            Finding::new(COMMANDS, variant.line, what)
        })
        .collect()
}

/// Names of the variants: of `enum Command` as written, or of the macro `commands!` that writes it.
fn variants(tokens: &[Token]) -> Vec<&Token> {
    if let Some(at) = (0..tokens.len()).find(|at| starts(tokens, *at, &["commands", "!"]))
        && at + 2 < tokens.len()
    {
        return names(&tokens[at + 2..=closing(tokens, at + 2)]);
    }
    let items = rust::items(tokens);
    let command = items.into_iter().find(|item| item.name == "Command");
    command.map_or_else(Vec::new, |item| names(item.tokens))
}

/// Words that begin a variant: after a bracket or a comma of the first depth.
fn names(body: &[Token]) -> Vec<&Token> {
    let mut names = Vec::new();
    let mut depth = 0;
    for (at, token) in body.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Word if depth == 1 && at > 0 && ["{", "}", ",", "]"].iter().any(|mark| body[at - 1].is(mark)) => {
                names.push(token);
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENUM: &str = "/// All.\npub enum Command {\n /// One.\n Announce { at: u64 },\n #[serde(rename = \"x\")]\n Write(Words),\n Tick,\n}";

    #[test]
    fn a_command_without_rights_is_found() {
        let rights = "fn who(c: &Command) -> Who { match c { Command::Announce { .. } => Who::Office, Command::Tick => Who::Clock } }";
        let found = check(&Tree::of(&[(COMMANDS, ENUM), (RIGHTS, rights)]));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 6);
        assert!(found[0].what.contains("Command::Write"), "{}", found[0].what);
    }

    #[test]
    fn commands_of_the_macro_are_seen() {
        let text = "macro_rules! commands { ($($n:ident)*) => { pub enum Command { $($n,)* } } }\n\
                    commands! {\n /// One.\n Announce { at: u64 }\n #[x]\n Write { a: A, b: B }\n}\nimpl Command {}";
        let found = check(&Tree::of(&[(COMMANDS, text), (RIGHTS, "CommandKind::Announce => x")]));
        assert_eq!(
            found.iter().map(|finding| finding.line).collect::<Vec<_>>(),
            [6],
            "{found:?}"
        );
    }

    #[test]
    fn the_table_itself_must_be_there() {
        assert_eq!(check(&Tree::of(&[(COMMANDS, ENUM)])).len(), 1);
        assert!(check(&Tree::of(&[])).is_empty());
    }
}
