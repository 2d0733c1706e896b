//! The shape of a struct or enum as serde writes it: its form, its fields or variants with their types and attributes.
//!
//! Comments, documentation, other derived traits, visibility and spaces do not count. A type is written with its crate,
//! so that another type of the same name is another type. What is written by hand is known by the hash of its code.

use super::super::Finding;
use super::super::modules::{Modules, Type, TypeId, crate_of};
use super::super::rust::{self, Kind, Token, closing, starts};
use super::handwritten;
use super::section::Row;
use std::collections::BTreeSet;

/// Types of the language that an entry may hold.
const PLAIN: &[&str] = &[
    "bool", "u8", "u16", "u32", "u64", "u128", "i8", "i16", "i32", "i64", "i128", "Option", "Vec", "Box", "BTreeMap",
    "BTreeSet",
];

/// serde's attributes that change nothing in what is written or read.
const IDLE: &[&str] = &["bound", "crate", "borrow", "expecting"];

/// serde's attributes whose meaning is in code that no line of the lock shows.
const OPAQUE: &[&str] = &[
    "with",
    "serialize_with",
    "deserialize_with",
    "from",
    "try_from",
    "into",
    "remote",
    "getter",
    "untagged",
];

/// A shape: what follows the name in its first line, its rows, and the types in it.
pub struct Shape {
    /// `struct`, `tuple`, `unit`, `enum` or `handwritten HASH`, and the attributes.
    pub form: String,
    /// Fields or variants.
    pub rows: Vec<Row>,
    /// Types of ours that they name.
    pub reached: BTreeSet<TypeId>,
}

/// Reads shapes and gathers what is wrong with them.
pub struct Reader<'a> {
    modules: &'a Modules,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Reader<'a> {
    /// Reads from these modules.
    pub fn new(modules: &'a Modules, findings: &'a mut Vec<Finding>) -> Self {
        Self { modules, findings }
    }

    /// The shape of a type.
    pub fn shape(&mut self, id: &TypeId, found: &Type) -> Shape {
        let mut of = Of {
            modules: self.modules,
            module: &id.0,
            path: &found.path,
            findings: self.findings,
            reached: BTreeSet::new(),
        };
        let (attributes, rest) = Attributes::before(&found.tokens);
        if !attributes.is_derived {
            let hash = handwritten::hash(self.modules, id);
            let form = hash.map_or_else(
                || {
                    let what = format!(
                        "`{}` is in an entry and has neither derived nor written Serialize and Deserialize",
                        id.1
                    );
                    of.complain(found.tokens[0].line, what);
                    "handwritten".to_owned()
                },
                |hash| format!("handwritten {hash}"),
            );
            return Shape {
                form,
                rows: Vec::new(),
                reached: BTreeSet::new(),
            };
        }
        let container = of.attributes(&attributes);
        let (form, rows) = of.body(rest);
        Shape {
            form: format!("{form}{container}"),
            rows,
            reached: of.reached,
        }
    }
}

/// The attributes of an item, field or variant that matter here.
#[derive(Default)]
struct Attributes {
    /// Both of serde's traits are derived.
    is_derived: bool,
    /// What stands in `#[serde(…)]`, each with its line.
    serde: Vec<(String, usize)>,
}

impl Attributes {
    /// Reads those that stand first, and gives what follows them and the visibility.
    fn before(tokens: &[Token]) -> (Self, &[Token]) {
        let mut attributes = Self::default();
        let mut at = 0;
        loop {
            if starts(tokens, at, &["#", "["]) {
                let end = closing(tokens, at + 1);
                let inside = tokens.get(at + 4..end.saturating_sub(1)).unwrap_or_default();
                if starts(tokens, at + 2, &["derive", "("]) {
                    let has = |name: &str| inside.iter().any(|token| token.is(name));
                    attributes.is_derived |= has("Serialize") && has("Deserialize");
                } else if starts(tokens, at + 2, &["serde", "("]) {
                    let parts = rust::parts(inside).into_iter().filter(|part| !part.is_empty());
                    attributes.serde.extend(parts.map(|part| (tight(part), part[0].line)));
                }
                at = end + 1;
            } else if starts(tokens, at, &["pub", "("]) {
                at = closing(tokens, at + 1) + 1;
            } else if starts(tokens, at, &["pub"]) {
                at += 1;
            } else {
                return (attributes, &tokens[at.min(tokens.len())..]);
            }
        }
    }
}

/// One type being read.
struct Of<'a> {
    modules: &'a Modules,
    module: &'a str,
    path: &'a str,
    findings: &'a mut Vec<Finding>,
    reached: BTreeSet<TypeId>,
}

impl Of<'_> {
    fn complain(&mut self, line: usize, what: String) {
        self.findings.push(Finding::new(self.path, line, what));
    }

    fn row(&self, text: String, line: usize) -> Row {
        Row {
            text,
            path: self.path.to_owned(),
            line,
        }
    }

    /// serde's attributes in one order, each after a space.
    fn attributes(&mut self, attributes: &Attributes) -> String {
        let mut texts = BTreeSet::new();
        for (text, line) in &attributes.serde {
            let name = text.split(['=', '(']).next().unwrap_or_default();
            if OPAQUE.contains(&name) {
                let what =
                    format!("`{name}` hides what is written from the lock: write Serialize and Deserialize by hand");
                self.complain(*line, what);
            }
            if !IDLE.contains(&name) {
                texts.insert(text.as_str());
            }
        }
        texts.into_iter().map(|text| format!(" {text}")).collect()
    }

    /// Form and rows of `struct Name …` or `enum Name …`.
    fn body(&mut self, tokens: &[Token]) -> (&'static str, Vec<Row>) {
        if let Some(mark) = tokens.get(2).filter(|mark| mark.is("<")) {
            self.complain(mark.line, "a type in an entry has no parameters".to_owned());
        }
        let open = tokens.iter().position(|token| token.is("{") || token.is("("));
        let Some(open) = open else { return ("unit", Vec::new()) };
        let inside = &tokens[open + 1..closing(tokens, open)];
        let is_enum = tokens[0].is("enum");
        let form = match (is_enum, tokens[open].is("{")) {
            (true, _) => "enum",
            (false, true) => "struct",
            (false, false) => "tuple",
        };
        let mut rows = Vec::new();
        for (number, part) in rust::parts(inside).into_iter().enumerate() {
            rows.extend(match form {
                "enum" => self.variant(part),
                "struct" => self.field(part, None),
                _ => self.field(part, Some(number)),
            });
        }
        (form, rows)
    }

    /// `name Type attributes`; a field of a tuple has its number for a name.
    fn field(&mut self, part: &[Token], number: Option<usize>) -> Option<Row> {
        let (attributes, rest) = Attributes::before(part);
        let line = rest.first()?.line;
        let (name, kind) = match number {
            Some(number) => (number.to_string(), rest),
            None => (plain(&rest[0].text).to_owned(), rest.get(2..)?),
        };
        let text = format!("{name} {}{}", self.kind(kind), self.attributes(&attributes));
        Some(self.row(text, line))
    }

    /// `Name attributes`, with `(types)` or `{fields}` after the name.
    fn variant(&mut self, part: &[Token]) -> Option<Row> {
        let (attributes, rest) = Attributes::before(part);
        let name = rest.first()?;
        let mut text = plain(&name.text).to_owned();
        if let Some(open) = rest.get(1).filter(|open| open.kind == Kind::Open) {
            let is_struct = open.is("{");
            let mut fields = Vec::new();
            for (number, part) in rust::parts(&rest[2..closing(rest, 1)]).into_iter().enumerate() {
                let field = self.field(part, (!is_struct).then_some(number));
                let text = field.map(|row| row.text).unwrap_or_default();
                let unnamed = text.split_once(' ').map(|(_, rest)| rest.to_owned());
                fields.push(if is_struct { text } else { unnamed.unwrap_or_default() });
            }
            text.push_str(&match is_struct {
                true => format!("{{{}}}", fields.join(", ")),
                false => format!("({})", fields.join(", ")),
            });
        }
        text.push_str(&self.attributes(&attributes));
        Some(self.row(text, name.line))
    }

    /// A type as text, with the crate before each type of ours.
    fn kind(&mut self, tokens: &[Token]) -> String {
        let mut text = String::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at].kind != Kind::Word {
                text.push_str(&tokens[at].text);
                at += 1;
                continue;
            }
            let mut path = vec![tokens[at].text.clone()];
            let line = tokens[at].line;
            while starts(tokens, at + 1, &["::"]) && tokens.get(at + 2).is_some_and(|next| next.kind == Kind::Word) {
                path.push(tokens[at + 2].text.clone());
                at += 2;
            }
            at += 1;
            text.push_str(&self.name(&path, line));
        }
        text
    }

    fn name(&mut self, path: &[String], line: usize) -> String {
        if let Some(id) = self.modules.find(self.module, path) {
            let name = format!("{}::{}", crate_of(&id.0), id.1);
            self.reached.insert(id);
            return name;
        }
        let last = path.last().map_or("", String::as_str);
        let is_standard = path.len() == 1 || matches!(path[0].as_str(), "std" | "alloc" | "core");
        if !is_standard || !PLAIN.contains(&last) {
            let what = format!(
                "`{}` is in an entry, and the lock cannot follow it: name a struct or enum of engines/ or domain/",
                path.join("::")
            );
            self.complain(line, what);
        }
        last.to_owned()
    }
}

/// A name without the mark that lets it be a word of the language.
fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}

/// Tokens as text, with a space only between words.
fn tight(tokens: &[Token]) -> String {
    let mut text = String::new();
    for (at, token) in tokens.iter().enumerate() {
        if at > 0 && token.kind == Kind::Word && tokens[at - 1].kind == Kind::Word {
            text.push(' ');
        }
        text.push_str(&written(token));
    }
    text
}

/// A token as it is written, strings in quotes.
pub fn written(token: &Token) -> String {
    match token.kind {
        Kind::Text => format!("{:?}", token.text),
        _ => token.text.clone(),
    }
}
