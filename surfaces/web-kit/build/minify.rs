//! A careful, small minifier: drops comments and needless white space, never touches a quoted string.

/// Style sheets: comments, runs of white space, and the spaces that CSS does not need go.
pub fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut space = false;
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                for d in chars.by_ref() {
                    if last == '*' && d == '/' {
                        break;
                    }
                    last = d;
                }
                space = true;
            }
            c if c.is_ascii_whitespace() => space = true,
            '"' | '\'' => {
                gap(&mut out, c, &mut space);
                out.push(c);
                let mut escaped = false;
                for d in chars.by_ref() {
                    out.push(d);
                    if d == c && !escaped {
                        break;
                    }
                    escaped = d == '\\' && !escaped;
                }
            }
            c => {
                gap(&mut out, c, &mut space);
                if c == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(c);
            }
        }
    }
    out
}

/// Writes the one space that stood before `next`, unless a neighbour makes it needless. Before `:` and `(` and around `+` it carries
/// meaning (descendant, `and (`, `calc`), so there it stays.
fn gap(out: &mut String, next: char, space: &mut bool) {
    let needed = !out.is_empty()
        && !out.ends_with(['{', '}', ';', ',', ':', '>'])
        && !matches!(next, '{' | '}' | ';' | ',' | '>');
    if *space && needed {
        out.push(' ');
    }
    *space = false;
}

/// Scripts: whole-line comments, indentation and blank lines go; line ends stay, so that no statement runs into the next.
pub fn js(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty() && !l.starts_with("//"))
    {
        out.push_str(line);
        out.push('\n');
    }
    out
}
