//! Rust as tokens: comments and documentation are gone, strings are values, lines are known. Macro bodies are tokens as well.

use super::Finding;
use super::tree::SourceFile;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A word of the language or of the program.
    Word,
    /// A mark; `::` and `=>` are one.
    Mark,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// The value of a string, without its quotes.
    Text,
    /// A number with a point, an exponent or the suffix of a float.
    Float,
    /// Any other literal.
    Literal,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its kind.
    pub kind: Kind,
    /// As written; a string's value.
    pub text: String,
    /// Line in the file, from 1.
    pub line: usize,
}

impl Token {
    /// Whether it is this word, mark or bracket.
    pub fn is(&self, text: &str) -> bool {
        self.text == text && !matches!(self.kind, Kind::Text | Kind::Literal | Kind::Float)
    }
}

/// All tokens of a file but documentation; a file that is not Rust is a finding.
pub fn tokens(file: &SourceFile) -> Result<Vec<Token>, Finding> {
    read(file, false)
}

/// The tokens that reach the product: without items under `#[cfg(test)]`.
pub fn product_tokens(file: &SourceFile) -> Result<Vec<Token>, Finding> {
    read(file, true)
}

fn read(file: &SourceFile, without_tests: bool) -> Result<Vec<Token>, Finding> {
    let stream: TokenStream = file.text.parse().map_err(|error: proc_macro2::LexError| {
        Finding::new(
            &file.path,
            error.span().start().line,
            "this is not Rust that can be read",
        )
    })?;
    let mut tokens = Vec::new();
    flatten(stream, without_tests, &mut tokens);
    Ok(tokens)
}

fn flatten(stream: TokenStream, without_tests: bool, tokens: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        if let Some(attribute) = attribute(&trees[at..]) {
            if attribute.is_doc {
                at += attribute.length;
                continue;
            }
            if without_tests && attribute.is_cfg_test {
                at = end_of_item(&trees, at + attribute.length);
                continue;
            }
        }
        let line = trees[at].span().start().line;
        match &trees[at] {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(Token {
                    kind: Kind::Open,
                    text: open.to_owned(),
                    line,
                });
                flatten(group.stream(), without_tests, tokens);
                tokens.push(Token {
                    kind: Kind::Close,
                    text: close.to_owned(),
                    line: group.span_close().end().line,
                });
            }
            TokenTree::Ident(word) => tokens.push(Token {
                kind: Kind::Word,
                text: word.to_string(),
                line,
            }),
            TokenTree::Punct(mark) => {
                let mut text = mark.as_char().to_string();
                if let (Spacing::Joint, Some(TokenTree::Punct(next))) = (mark.spacing(), trees.get(at + 1))
                    && matches!((mark.as_char(), next.as_char()), (':', ':') | ('=', '>'))
                {
                    text.push(next.as_char());
                    at += 1;
                }
                tokens.push(Token {
                    kind: Kind::Mark,
                    text,
                    line,
                });
            }
            TokenTree::Literal(literal) => {
                let written = literal.to_string();
                let (kind, text) = match syn::parse_str::<syn::Lit>(&written) {
                    Ok(syn::Lit::Str(string)) => (Kind::Text, string.value()),
                    // `pair.0.1` is read as a field named by a float
                    Ok(syn::Lit::Float(_)) if !tokens.last().is_some_and(|last| last.is(".")) => (Kind::Float, written),
                    _ => (Kind::Literal, written),
                };
                tokens.push(Token { kind, text, line });
            }
        }
        at += 1;
    }
}

struct Attribute {
    length: usize,
    is_doc: bool,
    is_cfg_test: bool,
}

/// The attribute that starts here, `#[…]` or `#![…]`.
fn attribute(trees: &[TokenTree]) -> Option<Attribute> {
    let mut length = 1;
    if !matches!(&trees.first()?, TokenTree::Punct(mark) if mark.as_char() == '#') {
        return None;
    }
    if matches!(trees.get(length)?, TokenTree::Punct(mark) if mark.as_char() == '!') {
        length += 1;
    }
    let TokenTree::Group(group) = trees.get(length)? else {
        return None;
    };
    if group.delimiter() != Delimiter::Bracket {
        return None;
    }
    let words = group.stream().to_string().replace(' ', "");
    Some(Attribute {
        length: length + 1,
        is_doc: words.starts_with("doc="),
        is_cfg_test: words == "cfg(test)",
    })
}

/// Position after the item that starts at `from`: after its first block or semicolon.
fn end_of_item(trees: &[TokenTree], from: usize) -> usize {
    for (at, tree) in trees.iter().enumerate().skip(from) {
        match tree {
            TokenTree::Punct(mark) if mark.as_char() == ';' => return at + 1,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return at + 1,
            _ => {}
        }
    }
    trees.len()
}

/// Position of the bracket that closes the one at `open`.
pub fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
    }
    tokens.len().saturating_sub(1)
}

/// Whether the tokens from `at` are these.
pub fn starts(tokens: &[Token], at: usize, wanted: &[&str]) -> bool {
    wanted
        .iter()
        .enumerate()
        .all(|(offset, text)| tokens.get(at + offset).is_some_and(|token| token.is(text)))
}

/// The parts between commas that stand outside every bracket, angle brackets included; no empty part at the end.
pub fn parts(tokens: &[Token]) -> Vec<&[Token]> {
    let mut parts = Vec::new();
    let (mut start, mut at, mut angles) = (0, 0, 0usize);
    while at < tokens.len() {
        let token = &tokens[at];
        if token.kind == Kind::Open {
            at = closing(tokens, at);
        } else if token.is("<") {
            angles += 1;
        } else if token.is(">") && !(at > 0 && tokens[at - 1].is("-")) {
            angles = angles.saturating_sub(1);
        } else if token.is(",") && angles == 0 {
            parts.push(&tokens[start..at]);
            start = at + 1;
        }
        at += 1;
    }
    if start < tokens.len() {
        parts.push(&tokens[start..]);
    }
    parts
}

/// A struct or an enum: its name and its own tokens, attributes before it included.
pub struct Item<'a> {
    /// Its name.
    pub name: &'a str,
    /// From its first attribute to its end.
    pub tokens: &'a [Token],
}

/// The structs and enums at the top of a file.
pub fn items(tokens: &[Token]) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let is_end = match tokens[at].kind {
            Kind::Open => {
                let is_brace = tokens[at].is("{");
                at = closing(tokens, at);
                is_brace
            }
            _ => tokens[at].is(";"),
        };
        if is_end {
            let item = &tokens[start..=at];
            if let Some(name) = name_of(item) {
                items.push(Item { name, tokens: item });
            }
            start = at + 1;
        }
        at += 1;
    }
    items
}

/// Name of the struct or enum, which stands outside every bracket.
fn name_of(item: &[Token]) -> Option<&str> {
    let mut at = 0;
    while at < item.len() {
        if item[at].kind == Kind::Open {
            at = closing(item, at);
        } else if (item[at].is("struct") || item[at].is("enum")) && item.get(at + 1)?.kind == Kind::Word {
            return Some(&item[at + 1].text);
        } else if item[at].is("!") && at > 0 && item[at - 1].kind == Kind::Word {
            return None;
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> SourceFile {
        SourceFile {
            path: "a.rs".into(),
            text: text.into(),
        }
    }

    #[test]
    fn comments_documentation_and_tests_are_gone() {
        let text = "//! f64\n/// f64\nfn a() { b(\"x\"); } // f64\n#[cfg(test)]\nmod t { fn f64() {} }\nfn c() {}";
        let words: Vec<String> = product_tokens(&file(text))
            .expect("Rust")
            .into_iter()
            .map(|token| token.text)
            .collect();
        assert_eq!(words.join(" "), "fn a ( ) { b ( x ) ; } fn c ( ) { }");
    }

    #[test]
    fn lines_floats_and_fields() {
        let tokens = tokens(&file("fn a() {\n  1.5;\n  b.0.1\n}")).expect("Rust");
        let floats: Vec<&Token> = tokens.iter().filter(|token| token.kind == Kind::Float).collect();
        assert_eq!((floats.len(), floats[0].line), (1, 2));
    }

    #[test]
    fn items_have_their_attributes() {
        let tokens = tokens(&file(
            "use a::b;\n#[serde(x)]\npub struct A { b: B }\nenum C { D(E), }\nk! { pub enum F {} }\nstruct G(u8);",
        ));
        let tokens = tokens.expect("Rust");
        let items = items(&tokens);
        assert_eq!(items.iter().map(|item| item.name).collect::<Vec<_>>(), ["A", "C", "G"]);
        assert!(items[0].tokens[0].is("#"));
    }

    #[test]
    fn parts_are_split_outside_brackets() {
        let tokens = tokens(&file("a: Map<B, C>, d(e, f), fn(g) -> h, i,")).expect("Rust");
        let firsts: Vec<&str> = parts(&tokens).iter().map(|part| part[0].text.as_str()).collect();
        assert_eq!(firsts, ["a", "d", "fn", "i"]);
    }

    #[test]
    fn what_is_not_rust_is_a_finding() {
        assert!(tokens(&file("fn a( {")).is_err());
    }
}
